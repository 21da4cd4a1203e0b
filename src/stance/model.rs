//! Weighs the features of a pair: how likely the second claim supports the first, leaves it open, or contradicts it.
//!
//! A step of its own because the weights are data, made by `cargo xtask train` and described in MODEL.md. Multinomial logistic
//! regression with "open" as the reference class; confidence is read from a table measured on pairs that were held out of training.
//! Arithmetic only: the same answer on every platform.

use std::collections::BTreeMap;
use std::sync::OnceLock;

/// What the model tells of a pair.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Class {
    /// The second says what the first says.
    Supports,
    /// Neither follows.
    Open,
    /// Both cannot be true.
    Contradicts,
}

impl Class {
    /// All classes in the order of the weights.
    pub const ALL: [Self; 3] = [Self::Supports, Self::Open, Self::Contradicts];

    /// Returns the name used in the weights file.
    pub fn name(self) -> &'static str {
        match self {
            Self::Supports => "supports",
            Self::Open => "open",
            Self::Contradicts => "contradicts",
        }
    }
}

/// Weights by feature and, by class, how often the model is right at a given score.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Model {
    /// For each feature the weights of "supports" and "contradicts" against "open".
    pub weights: BTreeMap<String, [f64; 2]>,
    /// For each class the points (score, share right) of its calibration, by rising score.
    pub calibration: BTreeMap<String, Vec<(f64, f64)>>,
}

/// The weights in use.
static USED: OnceLock<Model> = OnceLock::new();

/// Returns the weights in use: those that are shipped, unless others were put in their place.
pub(super) fn used() -> &'static Model {
    USED.get_or_init(|| Model::parse(include_str!("weights.txt")))
}

/// Puts other weights in place of the shipped ones, for what is measured on weights just made; false when weights were asked for before.
pub fn put_in_place(model: Model) -> bool {
    USED.set(model).is_ok()
}

impl Model {
    /// Reads a weights file: `feature supports contradicts`, or `@class score:share …`; `#` opens a comment. Lines that are neither
    /// are left out.
    pub fn parse(text: &str) -> Self {
        let mut model = Self::default();
        for line in text.lines().filter(|line| !line.starts_with('#')) {
            let mut fields = line.split_whitespace();
            let Some(name) = fields.next() else { continue };
            if let Some(class) = name.strip_prefix('@') {
                let point = |field: &str| {
                    let (score, share) = field.split_once(':')?;
                    Some((score.parse().ok()?, share.parse().ok()?))
                };
                model.calibration.insert(class.to_owned(), fields.filter_map(point).collect());
            } else if let (Some(Ok(supports)), Some(Ok(contradicts))) =
                (fields.next().map(str::parse), fields.next().map(str::parse))
            {
                model.weights.insert(name.to_owned(), [supports, contradicts]);
            }
        }
        model
    }

    /// Returns the likelihood of each class, in the order of [`Class::ALL`]; they sum to 1.
    pub fn likelihoods(&self, features: &[(String, f64)]) -> [f64; 3] {
        let mut scores = [0.0; 2];
        for (name, value) in features {
            if let Some(weights) = self.weights.get(name) {
                scores[0] += weights[0] * value;
                scores[1] += weights[1] * value;
            }
        }
        softmax(scores)
    }

    /// Returns the share of right answers, 0 to 1, among those of a class given with a score (0 to 1) like this one; the score itself where
    /// nothing was measured.
    pub fn confidence(&self, class: Class, score: f64) -> f64 {
        let points = self.calibration.get(class.name()).map_or(&[][..], Vec::as_slice);
        let above = points.iter().position(|p| p.0 >= score);
        match (above, points.last()) {
            (Some(0), _) => points[0].1,
            (Some(at), _) => {
                let (low, high) = (points[at - 1], points[at]);
                low.1 + (high.1 - low.1) * (score - low.0) / (high.0 - low.0).max(1e-9)
            }
            (None, Some(last)) => last.1,
            (None, None) => score,
        }
    }
}

/// What is known of a pair beside its likelihoods.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Known {
    /// Its words show an incompatibility; without one nothing contradicts.
    pub incompatible: bool,
    /// They are two descriptions that each introduce something anew.
    pub apart: bool,
}

impl Known {
    /// Reads it off the features of a pair.
    pub fn of(features: &[(String, f64)]) -> Self {
        let has = |name: &str| features.iter().any(|(n, _)| n == name);
        Self { incompatible: has("any-candidate"), apart: has("apart") }
    }

    /// Tells whether the likelihood of a contradiction counts as open: what two descriptions introduce anew differs without conflict.
    pub fn folds(self) -> bool {
        self.apart && !self.incompatible
    }
}

/// Chooses the likelier class; contradicting is open to pairs only whose words show an incompatibility.
pub fn choose(likelihoods: [f64; 3], known: Known) -> (Class, f64) {
    let [supports, open, contradicts] = likelihoods;
    let open = if known.folds() { open + contradicts } else { open };
    if known.incompatible && contradicts > supports && contradicts > open {
        (Class::Contradicts, contradicts)
    } else if supports > open {
        (Class::Supports, supports)
    } else {
        (Class::Open, open)
    }
}

/// Turns the scores of "supports" and "contradicts" against "open" into likelihoods.
pub fn softmax([supports, contradicts]: [f64; 2]) -> [f64; 3] {
    let most = supports.max(contradicts).max(0.0);
    let of = [exponential(supports - most), exponential(-most), exponential(contradicts - most)];
    let sum: f64 = of.iter().sum();
    of.map(|x| x / sum)
}

/// Exponential of a number of at most zero by arithmetic alone, because the platform's differs between native and WASM.
/// Relative error below 1e-12 down to -40, 0 below.
fn exponential(x: f64) -> f64 {
    if x < -40.0 {
        return 0.0;
    }
    // e^x = (e^(x/64))^64, whose inner power series converges in a few terms.
    let small = x / 64.0;
    let (mut term, mut sum) = (1.0, 1.0);
    for k in 1..16 {
        term *= small / f64::from(k);
        sum += term;
    }
    for _ in 0..6 {
        sum *= sum;
    }
    sum
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_exponential_is_close() {
        for (x, y) in [(0.0, 1.0), (-1.0, 0.367_879_441_171_442_3), (-10.0, 4.539_992_976_248_485e-5)] {
            assert!((exponential(x) - y).abs() < 1e-12 * y.max(1e-3), "{x}");
        }
        assert_eq!(exponential(-50.0), 0.0);
    }

    #[test]
    fn without_an_incompatibility_nothing_contradicts() {
        let shown = Known { incompatible: true, apart: false };
        assert_eq!(choose([0.2, 0.1, 0.7], shown).0, Class::Contradicts);
        assert_eq!(choose([0.2, 0.1, 0.7], Known::default()).0, Class::Supports);
    }

    #[test]
    fn what_two_descriptions_do_not_share_is_left_open() {
        let (class, score) = choose([0.2, 0.1, 0.7], Known { incompatible: false, apart: true });
        assert_eq!(class, Class::Open);
        assert!((score - 0.8).abs() < 1e-12);
    }

    #[test]
    fn confidence_lies_between_the_measured_points() {
        let model = Model::parse("# note\n@open 0.4:0.5 0.8:0.9\nbias 1 -1\n");
        assert_eq!(model.confidence(Class::Open, 0.1), 0.5);
        assert!((model.confidence(Class::Open, 0.6) - 0.7).abs() < 1e-12);
        assert_eq!(model.confidence(Class::Open, 0.95), 0.9);
        assert_eq!(model.weights["bias"], [1.0, -1.0]);
    }

    #[test]
    fn the_shipped_weights_are_whole() {
        assert!(used().weights.contains_key("bias"));
        for class in Class::ALL {
            let points = &used().calibration[class.name()];
            assert!(points.is_sorted_by(|a, b| a.0 < b.0 && a.1 <= b.1), "{points:?}");
        }
    }
}
