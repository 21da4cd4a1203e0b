//! One says it, the other says it is not so.

use super::pair::Pair;
use super::{Finding, Stance};
use crate::span::Span;

/// Least share of both claims that must meet before a negation in one of them is held against the other.
/// Larger misses denials told in other words, smaller takes a "not" about something else for a denial.
const LEAST_SHARED: f64 = 0.55;

/// Finds an odd negation in one claim only.
pub(super) fn negated(pair: &Pair<'_>) -> Option<Finding> {
    let (a, b) = (&pair.a.claim.modality, &pair.b.claim.modality);
    if a.is_negated() == b.is_negated() || pair.covered.min(pair.covering) < LEAST_SHARED {
        return None;
    }
    // A hedge beside the negation makes it a doubt, which another rule tells.
    if a.is_hedged() || b.is_hedged() {
        return None;
    }
    let first = |spans: &[Span]| spans.first().copied();
    let (cue_a, cue_b) = (first(&a.negations), first(&b.negations));
    let (who, cue, other) = match (cue_a, cue_b) {
        (Some(span), _) if a.is_negated() => ("{a}", pair.a.words(span), "{b}"),
        (_, Some(span)) => ("{b}", pair.b.words(span), "{a}"),
        _ => return None,
    };
    Some(Finding {
        stance: Stance::Contradicts,
        rule: "negation",
        text: format!("{who} says “{cue}” where {other} says it is so."),
        cue_a: cue_a.or_else(|| pair.a.claim.spans.first().copied()),
        cue_b: cue_b.or_else(|| pair.b.claim.spans.first().copied()),
        confidence: 0.7,
    })
}
