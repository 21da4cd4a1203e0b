//! One speaks of none, the other of some: "nobody was hurt" and "two people were hurt", "never" and "often".

use super::RuleName;
use super::candidate::Candidate;
use super::cue::tokens;
use super::pair::{Pair, Side};
use super::words::Words;
use crate::span::Span;

/// Words for none, each with the words for some that it excludes.
const AGAINST: &[(&[&str], &[&str])] = &[
    (
        &["no", "none", "nobody", "nothing", "neither"],
        &[
            "all",
            "every",
            "everyone",
            "everybody",
            "everything",
            "some",
            "someone",
            "somebody",
            "something",
            "many",
            "several",
            "most",
            "few",
            "two",
            "three",
            "four",
            "five",
            "six",
            "seven",
            "eight",
            "nine",
            "ten",
            "dozens",
            "hundreds",
            "thousands",
            "both",
            "each",
            "people",
            "man",
            "woman",
            "men",
            "women",
            "person",
        ],
    ),
    (&["never"], &["always", "often", "sometimes", "usually", "frequently", "regularly", "once", "ever", "constantly"]),
    (&["all", "every", "everyone", "everything", "everybody", "entire"], &["only", "few", "none", "nobody", "nothing"]),
    (&["always"], &["rarely", "seldom", "sometimes", "never", "occasionally"]),
];

fn first(side: &Side<'_>, of: &[&str]) -> Option<Span> {
    tokens(side).find(|(_, t)| of.contains(&t.normal.as_str())).map(|(_, t)| t.span)
}

/// Finds a word for none in one claim and a word for some, which it excludes, in the other.
pub(super) fn none_against_some(pair: &Pair<'_>, _words: &Words) -> Option<Candidate> {
    let found = AGAINST.iter().find_map(|(none, some)| {
        let one_way = first(&pair.a, none).zip(first(&pair.b, some)).filter(|_| first(&pair.b, none).is_none());
        let other_way = || first(&pair.a, some).zip(first(&pair.b, none)).filter(|_| first(&pair.a, none).is_none());
        one_way.or_else(other_way)
    });
    let (cue_a, cue_b) = found?;
    Some(Candidate::new(RuleName::Quantifier, cue_a, cue_b))
}
