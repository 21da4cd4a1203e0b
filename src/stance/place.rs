//! The two put the same thing in different places: "55 km south of" and "55 km west of" one town; "from Oruro to Potosi" and back.

use super::opposite::verbs_oppose;
use super::pair::{Pair, Side};
use super::{Finding, RuleName, Stance, contrast, subject};
use crate::claim::bearing::{Bearing, compare};
use crate::claim::quantity::Relation;
use crate::order::Gather as _;
use crate::span::Span;
use crate::tag::Tag;
use std::collections::BTreeSet;
use std::ops::Range;

/// Finds bearings from one named place that cannot both be so.
pub(super) fn different_place(pair: &Pair<'_>) -> Option<Finding> {
    let (ours, theirs) = (of_claim(&pair.a), of_claim(&pair.b));
    for a in &ours {
        for b in &theirs {
            // Rain in the north of a country and none in its south go together.
            let of_one = || pair.same_polarity() && !contrast::are_words_apart(pair, a.span, b.span);
            if compare(a, b) == Some(Relation::Different) && of_one() {
                return Some(finding(a.span, b.span));
            }
        }
    }
    turned_way(pair)
}

fn finding(a: Span, b: Span) -> Finding {
    Finding { cue_a: Some(a), cue_b: Some(b), ..Finding::new(Stance::Contradicts, RuleName::DifferentPlace, 0.8) }
}

/// A way from one named place to another.
struct Way {
    from: BTreeSet<u32>,
    to: BTreeSet<u32>,
    span: Span,
    /// The verb of who goes it.
    verb: usize,
}

/// How many tokens a place on a way may take: "the port of Santa Cruz de la Sierra".
const PLACE: usize = 8;

/// Reads the way that a claim names: "from Oruro to Potosi".
fn way(side: &Side<'_>) -> Option<Way> {
    let (tokens, tags) = (&side.read.tokens, &side.read.tags);
    // "Of" and "de" are inside names of places.
    let place = |from: usize| -> Range<usize> {
        let inside = |&at: &usize| tags[at].is_nominal() || tokens[at].is("of") || tokens[at].is("-");
        from..(from..tokens.len()).take(PLACE).take_while(inside).last().map_or(from, |last| last + 1)
    };
    let names = |range: &Range<usize>| -> BTreeSet<u32> {
        let named = range.clone().filter(|&at| tags[at] == Tag::Name && !side.read.is_dated(tokens[at].span));
        named.filter_map(|at| side.tokens[at]).gather_set()
    };
    side.claim.tokens.iter().flat_map(Clone::clone).filter(|&at| tokens[at].is("from")).find_map(|at| {
        let from = place(at + 1);
        let to = tokens.get(from.end).filter(|token| token.is("to")).map(|_| place(from.end + 1))?;
        // "The road from Lund" goes nowhere: who goes stands before a verb, or is on the way.
        let goes = at.checked_sub(1).filter(|&before| tags[before].is_verbal() || tokens[before].is("way"))?;
        let verb = (goes.saturating_sub(PLACE)..=goes).rev().find(|&at| tags[at].is_verbal() || tags[at] == Tag::Be)?;
        let way = Way {
            verb,
            from: names(&from),
            to: names(&to),
            span: tokens[at].span.join(tokens[to.end.checked_sub(1)?].span),
        };
        (!way.from.is_empty() && !way.to.is_empty()).then_some(way)
    })
}

/// Least likeness of two claims that tell one way in two directions.
const LEAST_SIMILARITY: f64 = 0.4;

/// Tells whether a claim may tell of the way back.
fn comes_back(side: &Side<'_>) -> bool {
    let back = |word: &str| matches!(word, "then" | "back" | "return" | "returned" | "returning" | "later");
    side.claim.content(side.read).any(|(_, token, _)| back(&token.normal))
}

/// Finds one way told in two directions. Who went there and who came back are told with opposite verbs or on other days; even so neither says what the
/// other does.
fn turned_way(pair: &Pair<'_>) -> Option<Finding> {
    let (a, b) = way(&pair.a).zip(way(&pair.b))?;
    let turned = a.from == b.to && a.to == b.from;
    let of_one = || {
        pair.same_polarity()
            && pair.same_certainty()
            && pair.similarity >= LEAST_SIMILARITY
            && subject::is_one(pair, a.verb, b.verb)
            && !verbs_oppose(pair)
            && !pair.other_period(a.span, b.span)
            && !contrast::are_words_apart(pair, a.span, b.span)
            && !comes_back(&pair.a)
            && !comes_back(&pair.b)
    };
    turned.then(|| Finding {
        stance: if of_one() { Stance::Contradicts } else { Stance::Partly },
        ..finding(a.span, b.span)
    })
}

fn of_claim<'p>(side: &Side<'p>) -> Vec<&'p Bearing> {
    side.read.bearings.iter().filter(|b| side.holds(b.span)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::stance::testing::assert_stances;

    #[test]
    fn a_way_has_one_direction() {
        assert_stances(
            different_place,
            &[
                (
                    "The coach was on its way from Oruro to La Paz.",
                    "The coach went from La Paz to Oruro.",
                    Some(Stance::Contradicts),
                ),
                (
                    "The coach was on its way from Oruro to La Paz.",
                    "The coach fell on the road from Oruro to La Paz.",
                    None,
                ),
                ("The coach was on its way from Oruro to La Paz.", "The coach went from La Paz to Potosi.", None),
                (
                    "He flew from Oruro to La Paz on Monday.",
                    "He flew from La Paz to Oruro on Friday.",
                    Some(Stance::Partly),
                ),
                ("Prices rose from May to June.", "Prices rose from June to May.", None),
                // Others, a road, and the way back.
                (
                    "The refugees fled from Oruro to La Paz.",
                    "Soldiers moved from La Paz to Oruro.",
                    Some(Stance::Partly),
                ),
                ("The road from Oruro to La Paz is flooded.", "The road from La Paz to Oruro was closed.", None),
                (
                    "The coach went from Oruro to La Paz.",
                    "The coach then went from La Paz to Oruro.",
                    Some(Stance::Partly),
                ),
            ],
        );
    }
}
