//! One says it of all, the other of some: "all schools closed", "most schools closed".
//!
//! What is so of all is so of some, so this is part of it. None against some is another matter (`quantifier.rs`). Known limits: only
//! words of the table; "the schools" is neither.

use super::cue::tokens;
use super::pair::{Pair, Side};
use super::words::{Word, same_but_for, words};
use super::{Finding, RuleName, Stance, contrast};
use crate::claim::quantity::Quantity;
use crate::span::Span;
use crate::tag::Tag;

/// Words for the whole, and for less.
const WHOLE: &[&str] = &["all", "every", "each", "entire", "whole", "both", "everyone", "everybody", "everything"];
const LESS: &[&str] =
    &["some", "most", "many", "several", "few", "half", "part", "parts", "partly", "partially", "mostly"];

fn first(side: &Side<'_>, of: &[&str]) -> Option<Span> {
    tokens(side).find(|(_, t)| of.contains(&t.normal.as_str())).map(|(_, t)| t.span)
}

/// Finds a word for less than the whole, or a number out of it: "one of the recorders".
fn less(side: &Side<'_>) -> Option<Span> {
    let read = side.read;
    let is = |at: usize, words: &[&str]| words.contains(&read.word(at));
    let counts = |at: usize| read.tags[at] == Tag::Number || is(at, &["one"]);
    let out_of =
        |at: usize| is(at + 1, &["of"]) && is(at + 2, &["the", "its", "their", "his", "her", "these", "those"]);
    let number = || tokens(side).find(|(at, _)| counts(*at) && out_of(*at)).map(|(_, token)| token.span);
    first(side, LESS).or_else(number)
}

/// Finds a word for the whole in one claim and one for less in the other, in claims that are the same otherwise.
pub(super) fn other_scope(pair: &Pair<'_>) -> Option<Finding> {
    let of = |side: &Side<'_>| (first(side, WHOLE), less(side));
    let (a, b) = match (of(&pair.a), of(&pair.b)) {
        ((Some(a), None), (None, Some(b))) | ((None, Some(a)), (Some(b), None)) => (a, b),
        _ => return None,
    };
    if pair.a.claim.modality.is_negated() || pair.b.claim.modality.is_negated() {
        return None;
    }
    (same_but_for(&words(pair), &[a], &[b]) || counted(&pair.a, a).is_some_and(|of| counted(&pair.b, b) == Some(of)))
        .then(|| Finding { cue_a: Some(a), cue_b: Some(b), ..Finding::new(Stance::Partly, RuleName::Scope, 0.6) })
}

/// How many tokens behind a word for the whole or a part its noun may stand: "half of the town's schools".
const NOUN_REACH: usize = 5;

/// Returns the term of the noun that a word for the whole or a part counts.
fn counted(side: &Side<'_>, word: Span) -> Option<u32> {
    let at = side.read.tokens_of(word).start;
    let tags = &side.read.tags;
    let inside = |at: &usize| tags[*at].is_nominal() || ["of", "'s"].iter().any(|word| side.read.tokens[*at].is(word));
    let noun = (at + 1..tags.len()).take(NOUN_REACH).take_while(inside).filter(|&at| tags[at] == Tag::Noun).last()?;
    side.tokens[noun]
}

/// Finds that one says it of all of whom the other names an exception: "all but two", "all except Poland".
pub(super) fn but_for_some(pair: &Pair<'_>) -> Option<Finding> {
    let except = |side: &Side<'_>| first(side, &["except", "excepting"]).filter(|_| first(side, WHOLE).is_some());
    let (a, b) = match (except(&pair.a), except(&pair.b)) {
        (Some(a), None) => (a, first(&pair.b, WHOLE)?),
        (None, Some(b)) => (first(&pair.a, WHOLE)?, b),
        _ => return None,
    };
    let with_next = |side: &Side<'_>, cue: Span| {
        let next = side.read.tokens.get(side.read.tokens_of(cue).end);
        next.map_or(cue, |next| cue.join(next.span))
    };
    let (a, b) = (with_next(&pair.a, a), with_next(&pair.b, b));
    Some(Finding { cue_a: Some(a), cue_b: Some(b), ..Finding::new(Stance::Partly, RuleName::Scope, 0.6) })
}

/// Words that say that nobody voted against it.
const UNANIMOUS: &[&str] = &["unanimous", "unanimously"];

/// Least share of both claims that must meet before a vote told as unanimous is set against one with votes on both sides.
const LEAST_SHARED_OF_VOTES: f64 = 0.35;

/// Finds a vote that one calls unanimous and of which the other counts votes on both sides: "unanimously", "11-4".
pub(super) fn unanimous_or_split(pair: &Pair<'_>) -> Option<Finding> {
    let extent = |side: &Side<'_>, span: Span| side.claim.extent().contains(span);
    let unanimous = |side: &Side<'_>| {
        let limited = |at: usize| {
            at > 0 && ["not", "n't", "nearly", "almost"].iter().any(|word| side.read.tokens[at - 1].is(word))
        };
        tokens(side).find(|(at, t)| UNANIMOUS.contains(&t.normal.as_str()) && !limited(*at)).map(|(_, t)| t.span)
    };
    let split = |side: &Side<'_>| {
        let votes =
            |q: &&Quantity| q.outcome_total().is_some_and(|total| f64::from(total) > q.value) && extent(side, q.span);
        side.read
            .quantities_in(side.claim.extent())
            .iter()
            .find(votes)
            .map(|q| q.span)
            .filter(|_| unanimous(side).is_none())
    };
    let one_way = unanimous(&pair.a).zip(split(&pair.b));
    let (a, b) = one_way.or_else(|| split(&pair.a).zip(unanimous(&pair.b)))?;
    let words = words(pair);
    // "To debate it", "to adopt it".
    let does_more = |list: &[Word]| list.iter().any(|word| word.partner.is_none() && matches!(word.tag, Tag::Verb(_)));
    let certain = pair.covered.min(pair.covering) >= LEAST_SHARED_OF_VOTES
        && pair.same_polarity()
        && pair.same_certainty()
        && !pair.names_apart()
        && !contrast::are_of_two_subjects(pair, &words)
        && !(does_more(&words.a) && does_more(&words.b))
        && !contrast::are_times_apart(pair, a, b);
    let (stance, confidence) = if certain { (Stance::Contradicts, 0.65) } else { (Stance::Partly, 0.55) };
    Some(Finding { cue_a: Some(a), cue_b: Some(b), ..Finding::new(stance, RuleName::Quantifier, confidence) })
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
    use crate::stance::testing::{assert_found, assert_stances, found};

    #[test]
    fn all_against_some_is_part_of_it() {
        assert_found(
            other_scope,
            &[
                ("All schools in the valley closed.", "Most schools in the valley closed.", true),
                ("Part of the harbour burned down.", "The entire harbour burned down.", true),
                ("The resort opened all its lifts on Sunday.", "Half of the lifts were open on Sunday.", true),
                ("Divers recovered both of the recorders.", "Divers recovered one of the recorders.", true),
                ("Divers recovered both recorders.", "Divers recovered one recorder.", false),
                ("Most schools in the valley closed.", "Many schools in the valley closed.", false),
                ("All schools in the valley closed.", "Some farmers sold their land.", false),
                ("All schools in the valley closed.", "Some schools in the valley did not close.", false),
            ],
        );
    }

    #[test]
    fn a_vote_is_unanimous_or_split() {
        assert_stances(
            unanimous_or_split,
            &[
                (
                    "The council voted unanimously to close the mill.",
                    "The council voted 11-4 to close the mill.",
                    Some(Stance::Contradicts),
                ),
                ("The council voted unanimously to close the mill.", "The council voted 11-0 to close the mill.", None),
                (
                    "The council voted unanimously to close the mill.",
                    "The villagers voted 110-40 to close the mill.",
                    Some(Stance::Partly),
                ),
                (
                    "The council voted unanimously to debate the ban on cars.",
                    "The council voted 7-4 to adopt the ban on cars.",
                    Some(Stance::Partly),
                ),
                ("The council voted almost unanimously to close it.", "The council voted 11-1 to close it.", None),
                (
                    "The panel recommended it unanimously in May.",
                    "The council voted 11-4 to close the mill.",
                    Some(Stance::Partly),
                ),
            ],
        );
    }

    #[test]
    fn all_are_more_than_all_but_one() {
        let found = |a: &str, b: &str| found(but_for_some, a, b).is_some();
        assert!(found("All countries except Malta backed it.", "The deal was backed by all countries."));
        assert!(!found("All countries except Malta backed it.", "Malta voted against it."));
    }

    #[test]
    fn most_against_few_is_a_contradiction() {
        assert_found(
            other_share,
            &[
                ("Most schools in the valley closed.", "Few schools in the valley closed.", true),
                ("Most schools in the valley closed.", "A few schools in the valley closed.", false),
                ("Most schools in the valley closed.", "Few schools in the valley did not close.", false),
                ("Most schools in the valley closed.", "Few farmers in the hills sold their land.", false),
                ("The valley has the most schools of all.", "The valley has few schools of all.", false),
            ],
        );
    }
}
