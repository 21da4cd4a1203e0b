//! What a quantity is per: "$5 million a year", "20 percent annually"; and how often something is: "twice a month".
//!
//! A file of its own because a sum and a rate are two things, whatever their numbers: who pays $20 million and who pays $5 million a year
//! may pay the same. Limits: a span of time right behind the number and its unit; "per head" and "each" are not read.

use super::super::lexeme::Lexemes;
use super::super::number::{self, Form};
use super::{Quantity, Unit};

/// Reads the span of time that a quantity is per at the index behind it.
pub(super) fn read(lexemes: &Lexemes, at: usize) -> Option<&'static str> {
    read_to(lexemes, at).map(|(time, _)| time)
}

/// The same, with the index past it.
fn read_to(lexemes: &Lexemes, at: usize) -> Option<(&'static str, usize)> {
    let slash = lexemes.is_sign(at, '/');
    let leads = slash || matches!(lexemes.word(at), "a" | "an" | "per" | "each" | "every");
    let (word, behind) =
        if leads { (lexemes.word(at + 1), lexemes.word(at + 2)) } else { (lexemes.word(at), lexemes.word(at + 1)) };
    let time = match (leads, word) {
        (true, "hour") | (false, "hourly") => "hour",
        (true, "day") | (false, "daily") => "day",
        (true, "week") | (false, "weekly") => "week",
        (true, "month") | (false, "monthly") => "month",
        (true, "quarter") | (false, "quarterly") => "quarter",
        (true, "year") | (false, "annually" | "yearly") => "year",
        _ => return None,
    };
    // "2 percent a year earlier"
    (!matches!(behind, "earlier" | "ago" | "before" | "later" | "after" | "old"))
        .then_some((time, at + 1 + usize::from(leads)))
}

/// How often something is, in times a year.
const FREQUENCY: Unit = Unit::Other("frequency");

/// Reads "once a week", "three times a day" at the index, with the index past it.
pub(super) fn frequency(lexemes: &Lexemes, index: usize) -> Option<(Quantity, usize)> {
    let (times, at) = match lexemes.word(index) {
        "once" => (1.0, index + 1),
        "twice" => (2.0, index + 1),
        _ => {
            let number = number::read(lexemes, index, false).filter(|number| number.form == Form::Plain)?;
            (number.value, (lexemes.word(number.end) == "times").then_some(number.end + 1)?)
        }
    };
    let (time, end) = read_to(lexemes, at)?;
    let a_year = match time {
        "hour" => 8760.0,
        "day" => 365.0,
        "week" => 52.0,
        "month" => 12.0,
        "quarter" => 4.0,
        _ => 1.0,
    };
    let (span, number) = (lexemes.span(index, end), lexemes.span(index, index + 1));
    Some((Quantity { factor: a_year, ..Quantity::exact(span, number, times * a_year, FREQUENCY) }, end))
}
