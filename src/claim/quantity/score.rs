//! Outcomes of votes and games as one value: "5-3", "61 votes to 38", "54 in favour and 45 against".
//!
//! A file of its own because the two numbers of an outcome count nothing by themselves: who says "6-2" of a vote contradicts who says "5-3",
//! and neither says that there were five of something. Limits: the larger number comes first, unless the words before speak of a vote.

use super::super::lexeme::Lexemes;
use super::super::number::{self, Form};
use super::bound::speaks_of_votes;
use super::{Quantity, Unit};
use crate::span::Span;

/// What the second number counts for: outcomes with other losing sides differ too, and so many votes nobody casts.
const SECOND: f64 = 1e-4;

/// What tells an outcome from other figures.
pub(super) const OUTCOME: Unit = Unit::Other("outcome");

/// Share by which the votes of one body may differ from one report to the next.
const ABSENT: f64 = 0.25;

/// Returns how many votes or goals there were on both sides of an outcome; `None` of any other quantity.
pub(super) fn total(quantity: &Quantity) -> Option<f64> {
    (quantity.unit == OUTCOME).then(|| {
        let first = quantity.value.floor();
        first + ((quantity.value - first) / SECOND).round()
    })
}

/// Tells whether two outcomes may be of one vote: 44 to 40 and 210 to 180 are of two chambers.
pub(super) fn may_be_one(a: &Quantity, b: &Quantity) -> bool {
    total(a).zip(total(b)).is_none_or(|(a, b)| (a - b).abs() <= ABSENT * a.max(b))
}

/// The most digits of one side.
const DIGITS: usize = 3;

/// Reads the outcome at the index, with the index past it.
pub(super) fn read(lexemes: &Lexemes, index: usize) -> Option<(Quantity, usize)> {
    let outcome = with_hyphen(lexemes, index).or_else(|| with_votes(lexemes, index));
    let ((first, second), end) = outcome.or_else(|| with_sides(lexemes, index))?;
    if second * SECOND >= 1.0 {
        return None;
    }
    let value = first + second * SECOND;
    let span = lexemes.span(index, end);
    let number = Span::new(span.start, lexemes.span(index, index + 1).end);
    Some((Quantity::exact(span, number, value, OUTCOME), end))
}

/// Reads "5-3", whose parts are figures without anything else glued to them.
fn with_hyphen(lexemes: &Lexemes, index: usize) -> Option<((f64, f64), usize)> {
    let side = |at: usize| lexemes.whole(at).filter(|(_, digits)| *digits <= DIGITS).map(|(value, _)| f64::from(value));
    let (first, second) = (side(index)?, side(index + 2)?);
    let joined = |at: usize| lexemes.is_hyphen(at) || lexemes.is_sign(at, '/') || lexemes.is_sign(at, ':');
    let glued_word = lexemes.is_glued(index + 3) && !lexemes.word(index + 3).is_empty();
    let alone = !(index > 0 && lexemes.is_glued(index) && (joined(index - 1) || !lexemes.word(index - 1).is_empty()))
        && !joined(index + 3)
        && !lexemes.is_sign(index + 3, '%')
        && !glued_word;
    // "24-7 care" is no game.
    let outcome = first >= second && (first, second) != (24.0, 7.0) || speaks_of_votes(lexemes, index);
    (lexemes.is_hyphen(index + 1) && alone && outcome).then_some(((first, second), index + 3))
}

/// Reads "61 votes to 38", "two votes to one" and, where a vote is spoken of, "by 14 to 11".
fn with_votes(lexemes: &Lexemes, index: usize) -> Option<((f64, f64), usize)> {
    let plain = |at: usize| number::read(lexemes, at, false).filter(|n| n.form == Form::Plain && n.scale == 1.0);
    let first = plain(index)?;
    let votes = matches!(lexemes.word(first.end), "vote" | "votes");
    let to = first.end + usize::from(votes);
    let second = plain(to + 1).filter(|_| lexemes.word(to) == "to")?;
    // "cut the votes needed from 14 to 11" is a change, and "three to five" a range.
    let against = || {
        first.value > second.value
            && matches!(lexemes.word_back(index, 1), "by" | "of" | "voted" | "won" | "passed" | "margin")
            && speaks_of_votes(lexemes, index)
    };
    (votes || against()).then_some(((first.value, second.value), second.end))
}

/// How many words may stand between the votes for and those against: "371 voters said yes | to the project, | 412 said no".
const BETWEEN_SIDES: usize = 5;

/// Reads "54 in favour and 45 against", "412 against and 371 in favour", "371 voters (47.4%) said yes, 412 said no"; the larger number first.
fn with_sides(lexemes: &Lexemes, index: usize) -> Option<((f64, f64), usize)> {
    let (first, for_it, end) = with_side(lexemes, index)?;
    let (second, end) = (end..=end + BETWEEN_SIDES).find_map(|at| {
        let (second, other, end) = with_side(lexemes, at)?;
        (other != for_it).then_some((second, end))
    })?;
    Some(((first.max(second), first.min(second)), end))
}

/// Words that may stand between the number of votes and their side.
const VOTERS: &[&str] = &[
    "vote",
    "votes",
    "voter",
    "voters",
    "people",
    "members",
    "residents",
    "of",
    "them",
    "voted",
    "were",
    "said",
    "cast",
    "a",
];

/// Reads so many votes with the side that they are on, whether for it, and the index past both.
fn with_side(lexemes: &Lexemes, index: usize) -> Option<(f64, bool, usize)> {
    let number = number::read(lexemes, index, false).filter(|n| n.form == Form::Plain && n.scale == 1.0)?;
    let behind_voters = |mut at: usize| {
        while VOTERS.contains(&lexemes.word(at)) {
            at += 1;
        }
        at
    };
    let mut at = behind_voters(number.end);
    if lexemes.is_sign(at, '(') {
        at = behind_voters((at..=at + 3).find(|&at| lexemes.is_sign(at, ')'))? + 1);
    }
    let (for_it, words) = match lexemes.word(at) {
        "in" if matches!(lexemes.word(at + 1), "favour" | "favor") => (true, 2),
        // "tickets are 18 for adults"
        "for" if at > number.end || matches!(lexemes.word(at + 1), "and" | "to" | "with" | "while" | "") => (true, 1),
        "yes" | "aye" | "ayes" => (true, 1),
        "against" | "opposed" | "no" | "nay" | "nays" => (false, 1),
        _ => return None,
    };
    // "18,904 votes against 18,492 for the mayor"
    let compares = number::read(lexemes, at + words, false).is_some();
    (!compares).then_some((number.value, for_it, at + words))
}
