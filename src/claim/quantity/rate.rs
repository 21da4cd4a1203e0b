//! What a quantity is per: "$5 million a year", "20 percent annually".
//!
//! A file of its own because a sum and a rate are two things, whatever their numbers: who pays $20 million and who pays $5 million a year
//! may pay the same. Limits: a span of time right behind the number and its unit; "per head" and "each" are not read.

use super::super::lexeme::Lexemes;

/// Reads the span of time that a quantity is per at the index behind it.
pub(super) fn read(lexemes: &Lexemes, at: usize) -> Option<&'static str> {
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
    (!matches!(behind, "earlier" | "ago" | "before" | "later" | "after" | "old")).then_some(time)
}
