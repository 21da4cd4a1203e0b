//! Another name for whoever or whatever has the same part: "mayor Ruiz opened the fair", "mayor Brandt opened the fair".
//!
//! An office that one person holds at a time, with another name in claims that are otherwise the same, is a contradiction; any other name
//! in the same place is another detail, because two people can do the same and a thing can happen in two towns. Known limits: an office
//! of two places ("the mayors of …") is told apart only by the names of the places.

use super::name::other_name;
use super::pair::{Pair, Side};
use super::words::{same_but_for, words};
use super::{Finding, RuleName, Stance};
use crate::span::Span;
use crate::tag::Tag;

/// Offices that one person holds at a time, within one story.
pub(super) const OFFICES: &[&str] = &[
    "president",
    "mayor",
    "governor",
    "king",
    "queen",
    "pope",
    "chancellor",
    "chairman",
    "chairwoman",
    "ceo",
    "coach",
    "captain",
    "premier",
    "headmaster",
    "headmistress",
    "widow",
    "widower",
    "winner",
    "champion",
    "successor",
    "predecessor",
];

/// Least share of both claims that must meet before their words are set against each other, which takes long.
const LEAST_SHARED: f64 = 0.3;

/// Returns an office in a claim and the name that stands right behind it, a comma between them or not.
fn holder(side: &Side<'_>) -> Option<(String, Span)> {
    for at in side.claim.tokens.iter().flat_map(Clone::clone) {
        let tokens = &side.read.tokens;
        if !OFFICES.contains(&tokens[at].normal.as_str()) {
            continue;
        }
        let comma = tokens.get(at + 1).is_some_and(|t| t.is(","));
        let from = at + 1 + usize::from(comma);
        let named = |i: &usize| side.read.tags.get(*i) == Some(&Tag::Name) && side.holds(tokens[*i].span);
        let name: Vec<usize> = (from..tokens.len()).take_while(named).collect();
        if let (Some(&first), Some(&last)) = (name.first(), name.last()) {
            return Some((tokens[at].normal.clone(), tokens[first].span.join(tokens[last].span)));
        }
    }
    None
}

fn finding(stance: Stance, rule: RuleName, a: Span, b: Span) -> Finding {
    Finding { cue_a: Some(a), cue_b: Some(b), ..Finding::new(stance, rule, 0.6) }
}

/// Finds one office with two holders.
pub(super) fn other_holder(pair: &Pair<'_>) -> Option<Finding> {
    let ((office_a, a), (office_b, b)) = (holder(&pair.a)?, holder(&pair.b)?);
    let words = words(pair);
    let met = words.a.iter().any(|w| a.overlaps(w.span) && w.partner.is_some())
        || words.b.iter().any(|w| b.overlaps(w.span) && w.partner.is_some());
    let same = office_a == office_b && !met && pair.same_certainty() && same_but_for(&words, &[a], &[b]);
    same.then(|| finding(Stance::Contradicts, RuleName::DifferentPerson, a, b))
}

/// Finds another name in the same place of claims that are otherwise the same.
pub(super) fn other_named(pair: &Pair<'_>) -> Option<Finding> {
    let names =
        |side: &Side<'_>| side.claim.tokens.iter().flat_map(Clone::clone).any(|at| side.read.tags[at] == Tag::Name);
    if pair.covered.min(pair.covering) < LEAST_SHARED || !names(&pair.a) || !names(&pair.b) {
        return None;
    }
    let words = words(pair);
    let candidate = other_name(pair, &words)?.finding;
    let (a, b) = (candidate.cue_a?, candidate.cue_b?);
    // The rest of a name of several words goes with it.
    let whole = |side: &Side<'_>, span: Span| {
        let tokens = &side.read.tokens;
        let at = tokens.iter().position(|t| t.span == span).unwrap_or(0);
        let named = |i: &usize| side.read.tags[*i] == Tag::Name;
        let last = (at..tokens.len()).take_while(named).last().unwrap_or(at);
        let first = (0..=at).rev().take_while(named).last().unwrap_or(at);
        tokens[first].span.join(tokens[last].span)
    };
    let (a, b) = (whole(&pair.a, a), whole(&pair.b, b));
    same_but_for(&words, &[a], &[b]).then(|| finding(Stance::Partly, RuleName::Name, a, b))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::stance::testing::{self, assert_found};

    #[test]
    fn one_office_has_one_holder() {
        assert_found(
            other_holder,
            &[
                (
                    "On Friday Mayor Ana Ruiz opened the library.",
                    "On Friday Mayor Paul Brandt opened the library.",
                    true,
                ),
                ("The mayor, Ana Ruiz, opened the library.", "The mayor, Paul Brandt, opened the library.", true),
                ("On Friday Mayor Ana Ruiz opened the library.", "On Friday Mayor Ruiz opened the library.", false),
                (
                    "On Friday Senator Ana Ruiz signed the letter.",
                    "On Friday Senator Paul Brandt signed the letter.",
                    false,
                ),
                ("On Friday Mayor Ana Ruiz opened the library.", "On Friday Mayor Paul Brandt visited a farm.", false),
            ],
        );
    }

    #[test]
    fn another_name_in_the_same_place_is_another_detail() {
        for (a, b, found) in [
            ("Police arrested the thief in Lyon in May.", "Police arrested the thief in Nice in May.", true),
            ("Police arrested Ahmed Karimi on the bridge.", "Police arrested Leila Karimi on the bridge.", true),
            ("Police arrested the thief in Lyon in May.", "The thief sold a ring in Nice.", false),
            ("Police arrested the thief in Lyon in May.", "Police arrested the thief in Lyon.", false),
        ] {
            assert_eq!(testing::found(other_named, a, b), found.then_some(Stance::Partly), "{a} | {b}");
        }
    }
}
