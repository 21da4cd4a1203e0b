//! No rule found a difference in kind: how much of the statement the other claim gives decides.

use super::pair::Pair;
use super::{Finding, Stance};
use crate::span::Span;

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

/// How many words a reason quotes to show what two claims share or do not.
const QUOTED: usize = 3;

/// Quotes words of the statement, as "“three workers” and “blast”".
fn quoted(pair: &Pair<'_>, spans: &[Span]) -> String {
    let words: Vec<String> = spans.iter().map(|span| format!("“{}”", pair.a.words(*span))).collect();
    match words.as_slice() {
        [] => String::new(),
        [only] => only.clone(),
        [first @ .., last] => format!("{} and {last}", first.join(", ")),
    }
}

/// Finds a claim that gives little of the statement.
pub(super) fn part_of_it(pair: &Pair<'_>) -> Option<Finding> {
    if pair.covered >= PART {
        return None;
    }
    let lacking = pair.telling(false, QUOTED);
    let text = if lacking.is_empty() {
        "{b} gives part of what {a} says, or the same with other details.".to_owned()
    } else {
        format!("{{b}} gives part of it: in these words it does not say {}, as {{a}} does.", quoted(pair, &lacking))
    };
    Some(Finding {
        stance: Stance::Partly,
        rule: "part-of-it",
        text,
        cue_a: lacking.first().copied(),
        cue_b: None,
        confidence: 0.5,
    })
}

/// Finds a claim that gives most of the statement and differs from it in nothing that a rule knows.
pub(super) fn said_alike(pair: &Pair<'_>) -> Option<Finding> {
    let shared = pair.telling(true, QUOTED);
    let text = if shared.is_empty() {
        "{a} and {b} share the words that matter, and no rule finds a difference between them.".to_owned()
    } else {
        format!("Both speak of {}, and no rule finds a difference between them.", quoted(pair, &shared))
    };
    Some(Finding {
        stance: Stance::Supports,
        rule: "same-statement",
        text,
        cue_a: None,
        cue_b: None,
        confidence: 0.6 + 0.3 * pair.covered,
    })
}
