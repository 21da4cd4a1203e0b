//! One says it flatly, the other only as possible, planned or alleged.

use super::pair::Pair;
use super::{Finding, RuleName, Stance};

/// Least share of the shorter claim that must meet. Larger misses doubts told in other words.
const LEAST_SHARED: f64 = 0.5;

/// Finds a hedge in one claim only.
pub(super) fn hedged(pair: &Pair<'_>) -> Option<Finding> {
    let (a, b) = (&pair.a.claim.modality, &pair.b.claim.modality);
    if a.is_hedged() == b.is_hedged() || pair.covered.min(pair.covering) < LEAST_SHARED {
        return None;
    }
    let (cue_a, cue_b) = match (a.hedges.first(), b.hedges.first()) {
        (Some(&span), _) => (Some(span), None),
        (_, Some(&span)) => (None, Some(span)),
        _ => return None,
    };
    Some(Finding { cue_a, cue_b, ..Finding::new(Stance::Hedges, RuleName::Hedge, 0.6) })
}
