//! One says it flatly, the other only as possible, planned or alleged.

use super::pair::Pair;
use super::{Finding, Stance};

/// Least share of the shorter claim that must meet. Larger misses doubts told in other words.
const LEAST_SHARED: f64 = 0.6;

/// Finds a hedge in one claim only.
pub(super) fn hedged(pair: &Pair<'_>) -> Option<Finding> {
    let (a, b) = (&pair.a.claim.modality, &pair.b.claim.modality);
    if a.is_hedged() == b.is_hedged() || pair.covered.min(pair.covering) < LEAST_SHARED {
        return None;
    }
    let (who, other, words, cue_a, cue_b) = match (a.hedges.first(), b.hedges.first()) {
        (Some(&span), _) => ("{a}", "{b}", pair.a.words(span), Some(span), None),
        (_, Some(&span)) => ("{b}", "{a}", pair.b.words(span), None, Some(span)),
        _ => return None,
    };
    Some(Finding {
        stance: Stance::Hedges,
        rule: "hedge",
        text: format!("{who} says “{words}”; {other} says it flatly."),
        cue_a,
        cue_b,
        confidence: 0.6,
    })
}
