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
}
