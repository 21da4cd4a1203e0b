//! How often what a rule says of a cell turned out right, and the confidence that follows.
//!
//! A step of its own because the figures are data, made by `cargo xtask train` and described in MODEL.md: for each rule and stance how many
//! labelled cells it gave, how many were right, and how right it took itself to be. A rule's own estimate, which may know how alike two
//! claims are, is moved by what was measured, the less the fewer cells there were. Known limit: few labelled cells for the rare rules.

use super::Stance;
use crate::ablation::is_out;
use crate::order::Gather as _;
use std::collections::BTreeMap;
use std::sync::LazyLock;

/// How many cells a rule's own estimate counts for. Larger trusts the estimate longer, smaller follows chance in a few cells.
const ESTIMATE: f64 = 15.0;

/// Least and greatest confidence of a cell: nothing is certain.
const BOUNDS: (f64, f64) = (0.05, 0.97);

/// What was measured of a rule: cells, right ones, and the sum of its own estimates.
#[derive(Debug, Clone, Copy, Default, PartialEq)]
pub struct Measured {
    /// How many cells it gave.
    pub cells: f64,
    /// How many were right.
    pub right: f64,
    /// The sum of the confidences, each 0 to 1, that the rule itself gave them.
    pub estimated: f64,
}

impl Measured {
    /// Returns by how much the rule's estimates are to be moved, -1 to 1.
    pub fn shift(self) -> f64 {
        (self.right - self.estimated) / (self.cells + ESTIMATE)
    }
}

/// What was measured, by rule and stance.
type Figures<'t> = BTreeMap<(&'t str, &'t str), Measured>;

/// The figures that are shipped.
static SHIPPED: LazyLock<Figures<'static>> = LazyLock::new(|| parse(include_str!("reliability.txt")));

/// Reads lines of rule, stance, cells, right ones, sum of estimates; `#` opens a comment. Other lines are left out.
fn parse(text: &str) -> Figures<'_> {
    fn line(line: &str) -> Option<((&str, &str), Measured)> {
        let fields: Vec<&str> = line.split_whitespace().collect();
        let [rule, stance, cells, right, estimated] = fields.as_slice() else { return None };
        let measured =
            Measured { cells: cells.parse().ok()?, right: right.parse().ok()?, estimated: estimated.parse().ok()? };
        Some(((*rule, *stance), measured))
    }
    text.lines().filter(|line| !line.starts_with('#')).filter_map(line).gather_map()
}

/// Returns by how much the estimates of a rule are moved where it gives a stance, -1 to 1; 0 where nothing was measured.
pub fn shift(rule: &str, stance: Stance) -> f64 {
    if is_out("step", "reliability") {
        return 0.0;
    }
    SHIPPED.get(&(rule, stance.name())).map_or(0.0, |measured| measured.shift())
}

/// Returns the confidence of a cell from the rule's own estimate.
pub(crate) fn confidence(rule: &str, stance: Stance, estimate: f64) -> f64 {
    bounded(estimate + shift(rule, stance))
}

/// Holds a confidence between the least and the greatest that a cell may have.
pub fn bounded(confidence: f64) -> f64 {
    confidence.clamp(BOUNDS.0, BOUNDS.1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_estimate_moves_to_what_was_measured_the_more_the_more_was_measured() {
        let few = Measured { cells: 2.0, right: 0.0, estimated: 1.6 };
        let many = Measured { cells: 200.0, right: 100.0, estimated: 160.0 };
        assert!(few.shift() < 0.0 && few.shift() > -0.1, "{few:?}");
        assert!((0.8 + many.shift() - 0.52).abs() < 0.01, "{many:?}");
        assert_eq!(Measured::default().shift(), 0.0);
    }

    #[test]
    fn the_shipped_figures_are_whole() {
        assert!(SHIPPED.values().all(|m| m.cells >= m.right && m.right >= 0.0 && m.estimated <= m.cells));
        assert!(SHIPPED.len() > 3);
        assert_eq!(parse("# note\nrule partly 3 x 1\nshort\n").len(), 0);
    }

    #[test]
    fn a_confidence_stays_within_bounds() {
        assert_eq!(confidence("unheard-of", Stance::Partly, 0.6), 0.6);
        assert_eq!(confidence("unheard-of", Stance::Partly, 2.0), 0.97);
    }
}
