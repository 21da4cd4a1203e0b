//! Every word the screen says, in one table, so that another language is another table and a missing entry does not compile.
//!
//! Stances and verdicts are named here in the reader's words; types, files and JSON keep their own.

use crate::matrix::Verdict;
use crate::stance::{Stance, Voice};

/// Joins names as a reader writes them: "A", "A and B", "A, B and C".
pub fn join(names: &[String]) -> String {
    match names {
        [] => String::new(),
        [one] => one.clone(),
        [many @ .., last] => format!("{} and {last}", many.join(", ")),
    }
}

/// Returns what a source does with a claim, in two words.
pub fn stance(stance: Stance) -> &'static str {
    match stance {
        Stance::Supports => "says so",
        Stance::Partly => "in part",
        Stance::Hedges => "hedges",
        Stance::Contradicts => "conflicts",
        Stance::Omits => "not told",
        Stance::Unjudged => "not judged",
    }
}

/// Returns what the two words of a stance mean, for the legend.
pub fn stance_meaning(stance: Stance) -> &'static str {
    match stance {
        Stance::Supports => "The source says the same.",
        Stance::Partly => "The source says part of it, or the same with another detail.",
        Stance::Hedges => {
            "The source gives it as possible or unconfirmed where another is flat, or the other way round."
        }
        Stance::Contradicts => "The source says what cannot be true together with it.",
        Stance::Omits => "The source says nothing of it.",
        Stance::Unjudged => "It cannot be judged: an excerpt, or a language that is not analysed yet.",
    }
}

/// Returns the name of a verdict.
pub fn verdict(verdict: Verdict) -> &'static str {
    match verdict {
        Verdict::Agreed => "agreed",
        Verdict::Qualified => "told differently",
        Verdict::Disputed => "disputed",
        Verdict::SingleSource => "told by one source",
    }
}

/// Returns the heading of an opened row; `only` names the one source of a row that one source tells.
pub fn verdict_heading(verdict: Verdict, only: Option<&str>) -> String {
    match (verdict, only) {
        (Verdict::Agreed, _) => "Agreed".to_owned(),
        (Verdict::Qualified, _) => "Told differently".to_owned(),
        (Verdict::Disputed, _) => "In conflict".to_owned(),
        (Verdict::SingleSource, Some(name)) => format!("Only in {name}"),
        (Verdict::SingleSource, None) => "Told by one source".to_owned(),
    }
}

/// Returns whose words a quotation gives.
pub fn voice(voice: Voice, speaker: Option<&str>) -> String {
    match (voice, speaker) {
        (Voice::Own, None) => "in its own voice".to_owned(),
        (Voice::Own, Some(speaker)) => format!("in its own voice, of {speaker}"),
        (Voice::Attributed, Some(speaker)) => format!("attributed to {speaker}"),
        (Voice::Attributed, None) => "attributed to others".to_owned(),
    }
}

/// Returns how sure the judgement is, for a confidence of 0 to 1.
pub fn confidence(confidence: f64) -> &'static str {
    match confidence {
        c if c >= 0.9 => "very sure",
        c if c >= 0.75 => "fairly sure",
        c if c >= 0.6 => "rather sure",
        _ => "not very sure",
    }
}

/// Returns the name of a rule as words.
pub fn rule(rule: &str) -> String {
    rule.replace(['-', '_'], " ")
}

/// Returns a small number as a word at the start of a sentence, a larger one in figures.
fn count_word(count: usize) -> String {
    const WORDS: [&str; 13] =
        ["No", "One", "Two", "Three", "Four", "Five", "Six", "Seven", "Eight", "Nine", "Ten", "Eleven", "Twelve"];
    WORDS.get(count).map_or_else(|| grouped(count), |word| (*word).to_owned())
}

/// Returns a count with its thousands set apart.
pub fn grouped(count: usize) -> String {
    let digits = count.to_string();
    let mut out = String::new();
    for (index, digit) in digits.chars().enumerate() {
        if index > 0 && (digits.len() - index).is_multiple_of(3) {
            out.push(',');
        }
        out.push(digit);
    }
    out
}

fn plural(count: usize, one: &'static str, many: &'static str) -> &'static str {
    if count == 1 { one } else { many }
}

/// Returns the line under the title.
pub fn summary(documents: usize, claims: Option<usize>) -> String {
    let articles = format!("{} {}", count_word(documents), plural(documents, "article", "articles"));
    match claims {
        None => format!("{articles}. Nothing leaves this device."),
        Some(claims) => format!(
            "{articles}, {} {}. Worked out on this device; nothing was sent anywhere.",
            grouped(claims),
            plural(claims, "claim", "claims")
        ),
    }
}

/// Returns how long an article is.
pub fn length(words: usize) -> String {
    format!("{} {}", grouped(words), plural(words, "word", "words"))
}

/// Returns what a screen reader hears when the list of claims changes.
pub fn shown(shown: usize, all: usize) -> String {
    if shown == all {
        format!("All {} claims shown.", grouped(all))
    } else {
        format!("{} of {} claims shown.", grouped(shown), grouped(all))
    }
}

/// Returns what the matrix is, for its caption.
pub fn caption(documents: usize) -> String {
    format!(
        "What each of the {documents} {} does with each claim. Choosing a claim or a cell opens the quotations below it and marks the words in the articles; the arrow keys move among claims and cells, Escape closes.",
        plural(documents, "article", "articles")
    )
}

/// Returns the tooltip of marked text that belongs to several claims.
pub fn claims_here(verdict_name: &str, count: usize, first: &str) -> String {
    match count {
        0 | 1 => format!("{verdict_name}: {first}"),
        _ => format!("{verdict_name}; {count} claims share these words: {first}"),
    }
}

/// Returns a day as an English newspaper writes it; what is no RFC 3339 date comes back as it is.
pub fn day(published: &str) -> String {
    const MONTHS: [&str; 12] = [
        "January",
        "February",
        "March",
        "April",
        "May",
        "June",
        "July",
        "August",
        "September",
        "October",
        "November",
        "December",
    ];
    let date = published.split(['T', 't', ' ']).next().unwrap_or(published);
    let parts: Vec<_> = date.split('-').collect();
    let [year, month, day] = parts[..] else { return published.to_owned() };
    let month = month.parse::<usize>().ok().and_then(|m| MONTHS.get(m.wrapping_sub(1)));
    match (month, day.parse::<u8>()) {
        (Some(month), Ok(day)) if year.len() == 4 => format!("{month} {day}, {year}"),
        _ => published.to_owned(),
    }
}

/// Returns the name of a source that names no outlet.
pub fn source(letter: &str) -> String {
    format!("Source {letter}")
}

/// Returns the letter of a column: A to Z, then AA, AB and so on.
pub fn letter(index: usize) -> String {
    let here = char::from(b'A' + u8::try_from(index % 26).unwrap_or(0));
    if index < 26 { here.to_string() } else { format!("{}{here}", letter(index / 26 - 1)) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn letters_go_on_after_z() {
        assert_eq!([0, 25, 26, 49].map(letter), ["A", "Z", "AA", "AX"]);
    }

    #[test]
    fn dates_are_written_out_and_oddities_kept() {
        assert_eq!(day("2026-01-12"), "January 12, 2026");
        assert_eq!(day("2026-01-12T08:30:00Z"), "January 12, 2026");
        assert_eq!(day("last week"), "last week");
        assert_eq!(day("2026-13-12"), "2026-13-12");
        assert_eq!(day("2026-00-12"), "2026-00-12");
    }

    #[test]
    fn counts_are_words_while_small_and_grouped_when_large() {
        assert_eq!(
            summary(2, Some(46)),
            "Two articles, 46 claims. Worked out on this device; nothing was sent anywhere."
        );
        assert_eq!(summary(1, Some(1)), "One article, 1 claim. Worked out on this device; nothing was sent anywhere.");
        assert_eq!(grouped(1_234_567), "1,234,567");
        assert_eq!(grouped(100), "100");
    }
}
