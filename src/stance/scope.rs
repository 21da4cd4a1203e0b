//! One says it of all, the other of some: "all schools closed", "most schools closed".
//!
//! What is so of all is so of some, so this is part of it. None against some is another matter (`quantifier.rs`). Known limits: only
//! words of the table; "the schools" is neither.

use super::cue::tokens;
use super::pair::{Pair, Side};
use super::words::{same_but_for, words};
use super::{Finding, RuleName, Stance};
use crate::span::Span;

/// Words for the whole, and for less.
const WHOLE: &[&str] = &["all", "every", "each", "entire", "whole", "both", "everyone", "everybody", "everything"];
const LESS: &[&str] =
    &["some", "most", "many", "several", "few", "half", "part", "parts", "partly", "partially", "mostly"];

fn first(side: &Side<'_>, of: &[&str]) -> Option<Span> {
    tokens(side).find(|(_, t)| of.contains(&t.normal.as_str())).map(|(_, t)| t.span)
}

/// Finds a word for the whole in one claim and one for less in the other, in claims that are the same otherwise.
pub(super) fn other_scope(pair: &Pair<'_>) -> Option<Finding> {
    let of = |side: &Side<'_>| (first(side, WHOLE), first(side, LESS));
    let (a, b) = match (of(&pair.a), of(&pair.b)) {
        ((Some(a), None), (None, Some(b))) | ((None, Some(a)), (Some(b), None)) => (a, b),
        _ => return None,
    };
    if pair.a.claim.modality.is_negated() || pair.b.claim.modality.is_negated() {
        return None;
    }
    same_but_for(&words(pair), &[a], &[b]).then(|| Finding {
        cue_a: Some(a),
        cue_b: Some(b),
        ..Finding::new(Stance::Partly, RuleName::Scope, 0.6)
    })
}

/// Words for the greater part, and for the lesser.
const MOST: &[&str] = &["most", "mostly"];
const FEW: &[&str] = &["few"];

/// Finds a word for the greater part in one claim and one for the lesser in the other, in claims that are the same otherwise: "most schools", "few
/// schools". "A few" are some.
pub(super) fn other_share(pair: &Pair<'_>) -> Option<Finding> {
    let few = |side: &Side<'_>| {
        let some =
            |at: usize| at > 0 && matches!(side.read.tokens[at - 1].normal.as_str(), "a" | "the" | "these" | "those");
        tokens(side).find(|(at, t)| FEW.contains(&t.normal.as_str()) && !some(*at)).map(|(_, t)| t.span)
    };
    // "The most schools" are more than in any other place.
    let most = |side: &Side<'_>| {
        let superlative = |at: usize| at > 0 && matches!(side.read.tokens[at - 1].normal.as_str(), "the" | "at" | "'s");
        tokens(side).find(|(at, t)| MOST.contains(&t.normal.as_str()) && !superlative(*at)).map(|(_, t)| t.span)
    };
    let one_way = most(&pair.a).zip(few(&pair.b));
    let (a, b) = one_way.or_else(|| few(&pair.a).zip(most(&pair.b)))?;
    let same = pair.same_polarity() && pair.same_certainty() && same_but_for(&words(pair), &[a], &[b]);
    (same && !pair.other_setting(a, b)).then(|| Finding {
        cue_a: Some(a),
        cue_b: Some(b),
        ..Finding::new(Stance::Contradicts, RuleName::Quantifier, 0.65)
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::stance::judge::with_pair;

    #[test]
    fn all_against_some_is_part_of_it() {
        for (a, b, found) in [
            ("All schools in the valley closed.", "Most schools in the valley closed.", true),
            ("Part of the harbour burned down.", "The entire harbour burned down.", true),
            ("Most schools in the valley closed.", "Many schools in the valley closed.", false),
            ("All schools in the valley closed.", "Some farmers sold their land.", false),
            ("All schools in the valley closed.", "Some schools in the valley did not close.", false),
        ] {
            assert_eq!(with_pair(a, b, |pair| other_scope(pair).is_some()), found, "{a} | {b}");
        }
    }
    #[test]
    fn most_against_few_is_a_contradiction() {
        for (a, b, found) in [
            ("Most schools in the valley closed.", "Few schools in the valley closed.", true),
            ("Most schools in the valley closed.", "A few schools in the valley closed.", false),
            ("Most schools in the valley closed.", "Few schools in the valley did not close.", false),
            ("Most schools in the valley closed.", "Few farmers in the hills sold their land.", false),
            ("The valley has the most schools of all.", "The valley has few schools of all.", false),
        ] {
            assert_eq!(with_pair(a, b, |pair| other_share(pair).is_some()), found, "{a} | {b}");
        }
    }
}
