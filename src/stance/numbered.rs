//! A number that tells things of one name apart: "a Category 2 storm" and "a Category 3 storm", "Flight 214" and "Flight 241".
//!
//! A rule of its own because such a number counts nothing, so that no figure holds it, and is too short a word to set two claims apart. Known limits:
//! the number stands right behind its noun, in figures.

use super::pair::{Pair, Side};
use super::rank::two_of_one;
use super::words::{same_but_for, words};
use super::{Finding, RuleName, Stance};
use crate::span::Span;
use crate::tag::Tag;
use crate::token::stem_of;

/// Nouns whose numbers are steps of one scale: what is of one is of no other. Two things of another name ("Route 7") can both be meant.
const SCALES: &[&str] = &["category", "level", "stage", "phase", "grade", "class", "tier", "degree", "type", "no"];

/// A noun with its number.
struct Numbered<'s> {
    noun: &'s str,
    number: &'s str,
    span: Span,
}

/// Tells whether a token is a number in figures that is no quantity and no date.
fn is_bare(side: &Side<'_>, at: usize) -> bool {
    let token = &side.read.tokens[at];
    token.normal.starts_with(|c: char| c.is_ascii_digit())
        && side.read.quantities_in(token.span).is_empty()
        && !side.read.is_dated(token.span)
}

/// Lists the nouns of a claim with a number behind them.
fn numbered<'s>(side: &Side<'s>) -> Vec<Numbered<'s>> {
    let (read, tokens) = (side.read, &side.read.tokens);
    let with_number = |at: usize| {
        // "No. 5"
        let numero = tokens[at].is("no") && tokens[at].capital;
        let behind = at + 1 + usize::from(numero && tokens.get(at + 1).is_some_and(|mark| mark.is(".")));
        let noun = numero || matches!(read.tags[at], Tag::Noun | Tag::Name) && tokens[at].is_word();
        let found = noun && behind < tokens.len() && is_bare(side, behind) && side.holds(tokens[behind].span);
        found.then(|| Numbered {
            noun: &tokens[at].stem,
            number: &tokens[behind].normal,
            span: tokens[at].span.join(tokens[behind].span),
        })
    };
    side.claim.tokens.iter().flat_map(Clone::clone).filter_map(with_number).collect()
}

/// Finds one noun with two numbers of which the other claim gives neither. On a scale they exclude each other where all else is the same.
pub(super) fn other_number(pair: &Pair<'_>) -> Option<Finding> {
    let (ours, theirs) = (numbered(&pair.a), numbered(&pair.b));
    let (a, b) = two_of_one(&ours, &theirs, |one| (one.noun, one.number))?;
    let certain = || {
        SCALES.iter().any(|noun| stem_of(noun) == a.noun)
            && pair.same_polarity()
            && pair.same_certainty()
            && same_but_for(&words(pair), &[a.span], &[b.span])
            && !pair.other_setting(a.span, b.span)
    };
    let (stance, rule) =
        if certain() { (Stance::Contradicts, RuleName::Rank) } else { (Stance::Partly, RuleName::Name) };
    Some(Finding { cue_a: Some(a.span), cue_b: Some(b.span), ..Finding::new(stance, rule, 0.65) })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::stance::testing::{assert_found, assert_stances};

    #[test]
    fn steps_of_one_scale_exclude_each_other() {
        assert_stances(
            other_number,
            &[
                (
                    "The storm hit Lund as a Category 2 storm.",
                    "The storm hit Lund as a Category 3 storm.",
                    Some(Stance::Contradicts),
                ),
                ("Holm is ranked No. 3 in tennis.", "Holm is ranked No. 5 in tennis.", Some(Stance::Contradicts)),
                ("Ida Holm has stage 2 cancer.", "Ida Holm has stage 4 cancer.", Some(Stance::Contradicts)),
                (
                    "Police raised the alarm to Level 2 on Monday.",
                    "Police raised the alarm to Level 3 on Friday.",
                    Some(Stance::Partly),
                ),
                ("The fire closed Route 7 near Lund.", "The fire closed Route 9 near Lund.", Some(Stance::Partly)),
                ("The fire closed Route 7 near Lund.", "The fire closed Route 7 at Lund.", None),
            ],
        );
    }

    #[test]
    fn what_counts_or_dates_is_no_name() {
        assert_found(
            other_number,
            &[
                ("The fire destroyed 12 barns in May 2021.", "The fire destroyed 14 barns in May 2022.", false),
                ("Routes 7 and 9 are closed.", "Route 9 is closed.", false),
            ],
        );
    }
}
