//! Another place in an order of the same things: "the worst flood on record", "the second-worst flood on record".
//!
//! Of one thing only one place can be right, and places stand in no figure that the rule for quantities compares. Known limits: only
//! superlatives with or without an ordinal before them; "one of the worst" is no place.

use super::pair::{Pair, Side};
use super::words::{same_but_for, words};
use super::{Finding, RuleName, Stance};
use crate::span::Span;
use crate::tag::Tag;

const ORDINALS: &[&str] = &["second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth"];

/// Superlatives without "-est", and what they are taken for.
const IRREGULAR: &[(&str, &str)] = &[("worst", "bad"), ("best", "good"), ("most", "much"), ("least", "little")];

/// Words in "-est" that are no superlatives.
const NONE: &[&str] = &[
    "interest", "protest", "request", "arrest", "forest", "contest", "harvest", "invest", "honest", "west", "guest",
    "suggest", "latest",
];

/// A place in an order: of what superlative, which one, and the words.
struct Place {
    superlative: String,
    rank: usize,
    span: Span,
}

/// Returns the only place in an order that a claim names.
fn place(side: &Side<'_>) -> Option<Place> {
    let tokens = &side.read.tokens;
    let mut found = None;
    for at in side.claim.tokens.iter().flat_map(Clone::clone) {
        let normal = tokens[at].normal.as_str();
        let irregular = IRREGULAR.iter().find(|(word, _)| *word == normal).map(|(_, base)| (*base).to_owned());
        let regular =
            (normal.len() > 5 && normal.ends_with("est") && !NONE.contains(&normal)).then(|| normal.to_owned());
        let Some(superlative) = irregular.or(regular) else { continue };
        // "one of the worst", "among the worst": no place.
        let before = |back: usize| at.checked_sub(back).map(|i| tokens[i].normal.as_str());
        let hyphen = usize::from(before(1) == Some("-"));
        let ordinal = before(1 + hyphen).and_then(|word| ORDINALS.iter().position(|o| *o == word));
        let first = if ordinal.is_some() { at - 1 - hyphen } else { at };
        let loose = (1..=3)
            .filter_map(|back| first.checked_sub(back))
            .any(|i| matches!(tokens[i].normal.as_str(), "among" | "of"));
        let definite =
            first.checked_sub(1).is_some_and(|i| matches!(tokens[i].normal.as_str(), "the" | "its" | "'s" | "their"));
        if loose || !definite || found.is_some() {
            return None;
        }
        found = Some(Place {
            superlative,
            rank: ordinal.map_or(1, |o| o + 2),
            span: tokens[first].span.join(tokens[at].span),
        });
    }
    found
}

/// Finds two places in one order for the same thing.
pub(super) fn other_rank(pair: &Pair<'_>) -> Option<Finding> {
    let (a, b) = (place(&pair.a)?, place(&pair.b)?);
    if a.superlative != b.superlative || a.rank == b.rank || !pair.same_polarity() || !pair.same_certainty() {
        return None;
    }
    let certain = same_but_for(&words(pair), &[a.span], &[b.span]) && !pair.other_setting(a.span, b.span);
    let (stance, confidence) = if certain { (Stance::Contradicts, 0.65) } else { (Stance::Partly, 0.55) };
    Some(Finding { cue_a: Some(a.span), cue_b: Some(b.span), ..Finding::new(stance, RuleName::Rank, confidence) })
}

/// Returns which time it is that a claim tells of, and the words: "for the first time".
fn time(side: &Side<'_>) -> Option<(usize, Span)> {
    let tokens = &side.read.tokens;
    side.claim.tokens.iter().flat_map(Clone::clone).find_map(|at| {
        let the = tokens[at].is("the") && tokens.get(at + 2).is_some_and(|next| next.is("time"));
        let ordinal = tokens.get(at + 1).filter(|_| the)?;
        let later = || ORDINALS.iter().position(|word| ordinal.is(word)).map(|place| place + 2);
        let which = if ordinal.is("first") { Some(1) } else { later() };
        which.map(|which| (which, ordinal.span.join(tokens[at + 2].span)))
    })
}

/// How many tokens behind an ordinal its noun may stand: "second doping offence".
const NOUN_REACH: usize = 3;

/// A place in a count: "her second title", "the third storm".
struct Count {
    which: usize,
    noun: String,
    span: Span,
    /// Whose count it is, by name.
    owner: Option<u32>,
    /// Where it is, by name: "visit to Lund".
    place: Option<u32>,
    /// Tells that it is what its sentence says of a thing: "it was her second title".
    said: bool,
    /// Tells that it is somebody's own; of storms there are many counts.
    own: bool,
}

/// Ordinals behind which stands a part of a whole, of which another ordinal tells another part, or a time.
const PARTS: &[&str] =
    &["half", "quarter", "day", "week", "month", "year", "time", "floor", "part", "person", "people"];

/// Returns the places in counts that a claim names.
fn counts(side: &Side<'_>) -> Vec<Count> {
    let (tokens, tags) = (&side.read.tokens, &side.read.tags);
    let count = |at: usize| {
        let which = if tokens[at].is("first") { 1 } else { ORDINALS.iter().position(|word| tokens[at].is(word))? + 2 };
        let before = at.checked_sub(1)?;
        let is_own = tags[before] == Tag::Possessive || tokens[before].is("'s");
        let own = (is_own || tokens[before].is("the") || tokens[before].is("a")).then_some(before)?;
        let inside = |at: &usize| matches!(tags[*at], Tag::Noun | Tag::Adjective);
        let noun =
            (at + 1..tokens.len()).take(NOUN_REACH).take_while(inside).filter(|&at| tags[at] == Tag::Noun).last()?;
        if !is_own && PARTS.iter().any(|part| tokens[noun].is(part)) {
            return None;
        }
        let said = (own.saturating_sub(NOUN_REACH)..own).any(|at| tags[at] == Tag::Be);
        let owner = own.checked_sub(1).filter(|&owner| tags[owner] == Tag::Name);
        let owner = owner.filter(|_| tokens[own].is("'s")).and_then(|owner| side.tokens[owner]);
        let leads = |at: &usize| matches!(tags[*at], Tag::To | Tag::Preposition | Tag::Determiner);
        let behind = (noun + 1..tokens.len()).find(|at| !leads(at)).filter(|&at| tags[at] == Tag::Name);
        let place = behind.and_then(|at| side.tokens[at]);
        Some(Count {
            owner,
            place,
            which,
            noun: tokens[noun].stem.clone(),
            span: tokens[at].span.join(tokens[noun].span),
            said,
            own: is_own,
        })
    };
    side.claim.tokens.iter().flat_map(Clone::clone).filter_map(count).collect()
}

/// Finds one of each claim, of one noun with two numbers of which the other claim gives neither.
pub(super) fn two_of_one<'t, T, N: PartialEq>(
    ours: &'t [T],
    theirs: &'t [T],
    of: impl Fn(&'t T) -> (&'t str, N),
) -> Option<(&'t T, &'t T)> {
    let given = |one: &'t T, all: &'t [T]| all.iter().any(|other| of(other) == of(one));
    let apart = |a: &'t T, b: &'t T| of(a).0 == of(b).0 && !given(a, theirs) && !given(b, ours);
    ours.iter().find_map(|a| Some((a, theirs.iter().find(|b| apart(a, b))?)))
}

/// Least share of both claims that must meet before two places in a count are called a contradiction.
const LEAST_SHARED: f64 = 0.3;

/// Finds another place in one count: "it was her first title", "it is her second title". Two things can have two places where the claims do not say it
/// of what they tell, or it is nobody's own count and something else differs too.
pub(super) fn other_count(pair: &Pair<'_>) -> Option<Finding> {
    let (ours, theirs) = (counts(&pair.a), counts(&pair.b));
    let (a, b) = two_of_one(&ours, &theirs, |count| (count.noun.as_str(), count.which))?;
    let all_else = || same_but_for(&words(pair), &[a.span], &[b.span]);
    let certain = a.said
        && b.said
        && (a.own && b.own || all_else())
        && pair.covered.min(pair.covering) >= LEAST_SHARED
        && pair.same_polarity()
        && pair.same_certainty()
        && a.place.zip(b.place).is_none_or(|(ours, theirs)| ours == theirs)
        && a.owner.zip(b.owner).is_none_or(|(ours, theirs)| ours == theirs)
        && !pair.other_period(a.span, b.span);
    let (stance, confidence) = if certain { (Stance::Contradicts, 0.65) } else { (Stance::Partly, 0.55) };
    Some(Finding { cue_a: Some(a.span), cue_b: Some(b.span), ..Finding::new(stance, RuleName::Rank, confidence) })
}

/// Finds that one thing was done for another time: "for the first time", "for the second time". Whoever else tells of it, no two such claims say the
/// same.
pub(super) fn other_time(pair: &Pair<'_>) -> Option<Finding> {
    let (time_a, time_b) = (time(&pair.a), time(&pair.b));
    let Some(((which_a, a), (which_b, b))) = time_a.zip(time_b) else {
        return first_or_again(pair, time_a, time_b);
    };
    if which_a == which_b || !pair.same_polarity() || !pair.same_certainty() {
        return None;
    }
    let certain = same_but_for(&words(pair), &[a], &[b]) && !pair.names_apart() && !pair.other_period(a, b);
    let (stance, confidence) = if certain { (Stance::Contradicts, 0.65) } else { (Stance::Partly, 0.55) };
    Some(Finding { cue_a: Some(a), cue_b: Some(b), ..Finding::new(stance, RuleName::Rank, confidence) })
}

/// Finds that one was done for the first time in one claim, and in the other again, or as somebody's second of something: neither says what the other does,
/// though both may be so of two spans of time.
fn first_or_again(pair: &Pair<'_>, a: Option<(usize, Span)>, b: Option<(usize, Span)>) -> Option<Finding> {
    let first = |time: Option<(usize, Span)>| time.filter(|(which, _)| *which == 1).map(|(_, span)| span);
    let again = |side: &Side<'_>| {
        let word = |at: &usize| side.read.tokens[*at].is("again");
        let again = side.claim.tokens.iter().flat_map(Clone::clone).find(word).map(|at| side.read.tokens[at].span);
        again.or_else(|| counts(side).into_iter().find(|count| count.own && count.which > 1).map(|count| count.span))
    };
    let (a, b) = match (first(a), first(b)) {
        (Some(a), None) => (a, again(&pair.b)?),
        (None, Some(b)) => (again(&pair.a)?, b),
        _ => return None,
    };
    Some(Finding { cue_a: Some(a), cue_b: Some(b), ..Finding::new(Stance::Partly, RuleName::Rank, 0.55) })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::stance::testing::assert_stances;

    #[test]
    fn one_thing_has_one_place_in_an_order() {
        assert_stances(
            other_rank,
            &[
                (
                    "The fire was the worst in the history of the valley.",
                    "The fire was the second-worst in the history of the valley.",
                    Some(Stance::Contradicts),
                ),
                (
                    "The span is the third longest bridge in Norway.",
                    "The span is the longest bridge in Norway.",
                    Some(Stance::Contradicts),
                ),
                (
                    "The span is the third longest bridge in Norway, after years of delay and two court cases.",
                    "The longest bridge was painted red.",
                    Some(Stance::Partly),
                ),
                ("The fire was one of the worst in the valley.", "The fire was the second-worst in the valley.", None),
                ("The fire was the worst in the valley.", "The fire was the worst in the valley.", None),
                ("The fire was the largest in the valley.", "The fire was the second-worst in the valley.", None),
                ("The protest was the second in the valley.", "The protest was in the valley.", None),
            ],
        );
    }

    #[test]
    fn one_thing_has_one_place_in_a_count() {
        assert_stances(
            other_count,
            &[
                (
                    "It was the Slovak's first title at a major.",
                    "It is her second title at a major, after Lund.",
                    Some(Stance::Contradicts),
                ),
                ("It is his first doping offence.", "It was his second doping offence.", Some(Stance::Contradicts)),
                (
                    "It was Holm's first title at a major.",
                    "It was Beck's second title at a major.",
                    Some(Stance::Partly),
                ),
                ("It was her first visit to Lund.", "It was the minister's second visit to Ost.", Some(Stance::Partly)),
                ("She lost her first match in Lund.", "She won her second match in Lund.", Some(Stance::Partly)),
                ("She won her first match and her second match.", "She won her second match.", None),
                ("It was her first match.", "It was her second child.", None),
                // Nobody's own: of two goals the one is the first and the other the second.
                (
                    "Odette is the third storm of the year.",
                    "Odette is the second storm of the year.",
                    Some(Stance::Contradicts),
                ),
                ("Holm scored the first goal in Lund.", "Holm scored the second goal in Lund.", Some(Stance::Partly)),
                ("Holm scored in the first half.", "Holm scored in the second half.", None),
            ],
        );
    }

    #[test]
    fn nothing_is_done_both_for_the_first_and_for_the_second_time() {
        assert_stances(
            other_time,
            &[
                (
                    "Lund won the cup for the first time on Saturday.",
                    "Lund won the cup for the second time on Saturday.",
                    Some(Stance::Contradicts),
                ),
                (
                    "Lund won the cup for the first time on Saturday.",
                    "Ost won the cup for the second time on Saturday.",
                    Some(Stance::Partly),
                ),
                ("Lund won the cup for the first time.", "Lund won the cup again.", Some(Stance::Partly)),
                (
                    "Lund won the cup for the first time in 32 years.",
                    "Lund won the cup, its second triumph in three years.",
                    Some(Stance::Partly),
                ),
                ("Lund won the cup for the first time.", "Lund won the cup in the first half.", None),
                ("Lund won the cup for the first time.", "Lund has never won the cup for the second time.", None),
            ],
        );
    }
}
