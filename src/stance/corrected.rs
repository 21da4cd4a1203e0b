//! One corrects the figure that the other gives: "not 64 but 46 shops", "46 shops, not 64".
//!
//! A rule of its own because whoever writes so knows of the other figure and says that it is wrong, which needs no likeness of the rest.
//! Known limits: figures only; the wrong one stands right behind "not". "Not only 64" corrects nothing.

use super::pair::{Pair, Side};
use super::telling::counted;
use super::{Finding, RuleName, Stance, Voice};
use crate::claim::quantity::{Bound, Quantity, Relation, compare};

/// Least share of the correcting claim that the other must meet. Larger misses corrections told in other words; smaller takes a correction
/// of another figure of the same size for one of this.
const LEAST_SHARED: f64 = 0.15;

/// A figure that a claim says is wrong, and the one it puts in its place.
struct Correction<'r> {
    wrong: &'r Quantity,
    right: &'r Quantity,
}

/// Finds the first correction of a claim.
fn correction<'r>(side: &Side<'r>) -> Option<Correction<'r>> {
    let tokens = &side.read.tokens;
    let first = |q: &Quantity| tokens.partition_point(|t| t.span.end <= q.span.start);
    let behind = |q: &Quantity| tokens.partition_point(|t| t.span.start < q.span.end);
    let is = |at: Option<usize>, word: &str| at.and_then(|at| tokens.get(at)).is_some_and(|token| token.is(word));
    let mut held = side.read.quantities.iter().filter(|q| side.holds(q.span)).peekable();
    while let Some(one) = held.next() {
        let Some(&next) = held.peek() else { break };
        let between = behind(one)..first(next);
        if is(first(one).checked_sub(1), "not") && between.clone().any(|at| is(Some(at), "but")) {
            return Some(Correction { wrong: one, right: next });
        }
        if is(first(next).checked_sub(1), "not") && between.clone().any(|at| is(Some(at), ",")) {
            return Some(Correction { wrong: next, right: one });
        }
    }
    None
}

/// Finds a figure of one claim that the other says is wrong.
pub(super) fn corrected(pair: &Pair<'_>) -> Option<Finding> {
    let (second_leads, made) = match (correction(&pair.a), correction(&pair.b)) {
        (None, Some(made)) => (true, made),
        (Some(made), None) => (false, made),
        _ => return None,
    };
    let (correcting, other) = if second_leads { (&pair.b, &pair.a) } else { (&pair.a, &pair.b) };
    let shared = if second_leads { pair.covering } else { pair.covered };
    let modality = &other.claim.modality;
    if shared < LEAST_SHARED || modality.is_negated() || modality.is_hedged() || correcting.claim.modality.is_hedged() {
        return None;
    }
    let equal = |x: &Quantity| x.bound == Bound::Exact && x.is_as_much(made.wrong);
    // What the wrong figure counts is often told once, behind the right one.
    let said = |x: &&Quantity| equal(x) && x.kind().is_some() && compare(x, made.right) == Some(Relation::Different);
    let held = || other.read.quantities.iter().filter(|q| other.holds(q.span));
    let figure = held().find(said)?;
    if held().any(|q| compare(q, made.right) == Some(Relation::Same)) {
        return None;
    }
    let not = made.wrong.span.join(made.right.span);
    let tokens = &correcting.read.tokens;
    let before = tokens.partition_point(|t| t.span.end <= not.start).checked_sub(1);
    let not = before.map(|at| &tokens[at]).filter(|token| token.is("not")).map_or(not, |token| token.span.join(not));
    let (not, figure) = (counted(correcting, not), counted(other, figure.span));
    let (cue_a, cue_b) = if second_leads { (figure, not) } else { (not, figure) };
    // A correction in quotation marks is its speaker's.
    let quoted = correcting.claim.voice == Voice::Attributed && correcting.claim.stands_quoted(correcting.read);
    let stance = if quoted { Stance::Partly } else { Stance::Contradicts };
    Some(Finding { cue_a: Some(cue_a), cue_b: Some(cue_b), ..Finding::new(stance, RuleName::Corrected, 0.75) })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::stance::judge::with_pair;

    #[test]
    fn a_figure_that_the_other_says_is_wrong_is_contradicted() {
        for (a, b, cues) in [
            (
                "The airline has to give up 18 slots at Gatwick.",
                "Not 18 but 12 slots go to rivals.",
                Some(("18 slots", "Not 18 but 12 slots")),
            ),
            (
                "The depot burned with 30 buses inside.",
                "In truth 13 buses, not 30, stood in the depot.",
                Some(("30 buses", "13 buses, not 30")),
            ),
            // It gives the right figure; it corrects another one; it adds to it; it may be so.
            ("The airline has to give up 12 slots.", "Not 18 but 12 slots go to rivals.", None),
            ("The airline has to give up 40 slots.", "Not 18 but 12 slots go to rivals.", None),
            ("The airline has to give up 18 slots.", "Not only 18 slots but 12 gates go to rivals.", None),
            ("The airline may have to give up 18 slots.", "Not 18 but 12 slots go to rivals.", None),
            ("The airline has 18 pilots.", "Not 18 but 12 slots go to rivals.", None),
        ] {
            let found = with_pair(a, b, |pair| {
                corrected(pair).map(|f| {
                    assert_eq!(f.stance, Stance::Contradicts);
                    let cue = |text: &str, span: Option<crate::span::Span>| span.unwrap().slice(text).to_owned();
                    (cue(a, f.cue_a), cue(b, f.cue_b))
                })
            });
            assert_eq!(found.as_ref().map(|(x, y)| (x.as_str(), y.as_str())), cues, "{a} | {b}");
        }
    }
}
