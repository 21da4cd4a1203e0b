//! No rule found a difference in kind: how much of the statement the other claim gives decides.

use super::pair::Pair;
use super::{Finding, Stance};

/// Share of both claims from which they are the same words but for small ones.
const SAME: f64 = 0.92;

/// Share of the statement below which the other claim gives only part of it. Larger says "partly" more often; from the gold stories.
const PART: f64 = 0.4;

/// Finds claims that are the same words.
pub(super) fn same_words(pair: &Pair<'_>) -> Option<Finding> {
    let polarity = pair.a.claim.modality.is_negated() == pair.b.claim.modality.is_negated();
    let certainty = pair.a.claim.modality.is_hedged() == pair.b.claim.modality.is_hedged();
    (pair.covered >= SAME && pair.covering >= SAME && polarity && certainty).then(|| Finding {
        stance: Stance::Supports,
        rule: "same-words",
        text: "{a} and {b} say it in nearly the same words.".to_owned(),
        cue_a: None,
        cue_b: None,
        confidence: 0.95,
    })
}

/// Finds a claim that gives little of the statement.
pub(super) fn part_of_it(pair: &Pair<'_>) -> Option<Finding> {
    (pair.covered < PART).then(|| Finding {
        stance: Stance::Partly,
        rule: "part-of-it",
        text: "{b} gives part of what {a} says, or the same with other details.".to_owned(),
        cue_a: None,
        cue_b: None,
        confidence: 0.5,
    })
}

/// Finds a claim that gives most of the statement and differs from it in nothing that a rule knows.
pub(super) fn said_alike(pair: &Pair<'_>) -> Option<Finding> {
    Some(Finding {
        stance: Stance::Supports,
        rule: "same-statement",
        text: "{a} and {b} share the words that matter, and no rule finds a difference between them.".to_owned(),
        cue_a: None,
        cue_b: None,
        confidence: 0.6 + 0.3 * pair.covered,
    })
}
