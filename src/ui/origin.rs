//! Which articles are near-verbatim copies of each other: wire copy counts as one source, however many print it.
//!
//! Told by the texts alone: runs of words that two articles share, as a share of the shorter (containment of w-shingles; Broder 1997).
//! Known limit: that both print one agency's text is seen, which of them wrote it is not; a rewritten wire story is not seen at all.

use crate::comparison::{Comparison, JudgedBy, Row};
use crate::document::Document;
use crate::matrix::Verdict;
use crate::order::Arrange as _;
use std::rc::Rc;

/// How many words make a run. Shorter ones come in any two articles about one event, longer ones break at every small edit.
const RUN: usize = 5;
/// The share of the shorter article's runs from which two articles are one text. Of 51 pairs in the labelled and the invented stories the
/// three that print one agency's text share 0.59 to 0.73, edits and own lines and all; the next shares 0.32. Larger misses edited
/// copy, smaller joins accounts that quote one speech at length.
const SAME: f64 = 0.5;
/// The fewest runs an article must have to be compared: two short notes may say the same by chance.
const FEWEST: usize = 30;
/// About how many runs of the longest article are compared; of longer ones a fixed share is drawn by their hash.
const MOST: usize = 4_000;

/// Returns for each article the first of those that print its text; its own place where there is no other.
pub fn origins(documents: &[Document]) -> Vec<usize> {
    let all: Vec<_> = documents.iter().map(|document| runs(&document.text)).collect();
    let every = all.iter().map(Vec::len).max().unwrap_or(0) as u64 / MOST as u64 + 1;
    let drawn = |runs: &Vec<u64>| {
        let mut drawn: Vec<_> = runs.iter().copied().filter(|run| run.is_multiple_of(every)).collect();
        drawn.arrange();
        drawn.dedup();
        drawn
    };
    let drawn: Vec<_> = all.iter().map(drawn).collect();
    let mut origins: Vec<_> = (0..documents.len()).collect();
    for later in 1..documents.len() {
        let same = |earlier: &usize| {
            all[*earlier].len().min(all[later].len()) >= FEWEST && shared(&drawn[*earlier], &drawn[later]) >= SAME
        };
        // All that print the same text go together, whichever of them this one resembles.
        let found: Vec<_> = (0..later).filter(same).map(|earlier| origins[earlier]).collect();
        if let Some(&first) = found.iter().min() {
            for origin in origins.iter_mut().take(later) {
                if found.contains(origin) {
                    *origin = first;
                }
            }
            origins[later] = first;
        }
    }
    origins
}

/// Returns a comparison in which a row that agrees only because several print one text is told by one source.
///
/// A row in which copies differ keeps its verdict: one of them was edited, and that is worth seeing. So does one whose verdict a person gave.
pub fn counted_once(mut comparison: Rc<Comparison>) -> Rc<Comparison> {
    let is_agreed = |row: &Row| row.verdict == Verdict::Agreed && row.verdict_by != Some(JudgedBy::Person);
    if !comparison.claims.iter().any(is_agreed) {
        return comparison;
    }
    let origins = origins(&comparison.corpus.documents);
    let is_of_one = |row: &Row| {
        let mut speaking = origins.iter().zip(&row.cells).filter(|(_, cell)| cell.stance.speaks()).map(|(at, _)| at);
        let first = speaking.next();
        is_agreed(row) && speaking.all(|other| Some(other) == first)
    };
    if comparison.claims.iter().any(is_of_one) {
        for row in Rc::make_mut(&mut comparison).claims.iter_mut().filter(|row| is_of_one(row)) {
            row.verdict = Verdict::SingleSource;
        }
    }
    comparison
}

/// Returns the hashes of the runs of words of a text, letter case and punctuation left out (FNV-1a).
fn runs(text: &str) -> Vec<u64> {
    let words: Vec<_> = text.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).collect();
    let hash = |run: &[&str]| {
        let letters = run.iter().flat_map(|word| word.chars().flat_map(char::to_lowercase).chain([' ']));
        letters
            .fold(0xcbf2_9ce4_8422_2325_u64, |hash, c| (hash ^ u64::from(u32::from(c))).wrapping_mul(0x0100_0000_01b3))
    };
    words.windows(RUN).map(hash).collect()
}

/// Returns the share of the shorter list that is in the other; both are sorted.
fn shared(a: &[u64], b: &[u64]) -> f64 {
    let (short, long) = if a.len() <= b.len() { (a, b) } else { (b, a) };
    let (mut both, mut rest) = (0_u32, long);
    for run in short {
        let at = rest.partition_point(|other| other < run);
        rest = &rest[at..];
        both += u32::from(rest.first() == Some(run));
    }
    f64::from(both) / f64::from(u32::try_from(short.len()).unwrap_or(u32::MAX).max(1))
}

#[cfg(test)]
mod tests {
    use super::*;

    const WIRE: &str = "The council voted on Monday to close the bridge for six months. Engineers had found cracks in two of the four \
        piers, the council leader said after the meeting. Buses will go round by the old mill, and traders fear for their custom.";

    const OTHER: &str = "On Monday evening councillors shut the bridge. It stays closed for half a year because of cracks that engineers \
        found in its piers, and shopkeepers near it say that they will lose most of their customers to the town across the river.";

    fn documents(texts: &[&str]) -> Vec<Document> {
        let documents = texts.iter().enumerate();
        let documents: Vec<_> =
            documents.map(|(at, text)| serde_json::json!({"id": format!("d{at}"), "text": text})).collect();
        serde_json::from_value(documents.into()).unwrap()
    }

    #[test]
    fn wire_copy_under_another_headline_is_one_text_and_another_account_is_not() {
        let copy = format!("BRIDGE SHUT\nFrom our reporters.\n{}", WIRE.replace("Monday", "Monday evening"));
        assert_eq!(origins(&documents(&[OTHER, WIRE, &copy])), [0, 1, 1]);
        assert_eq!(origins(&documents(&[&copy, OTHER, WIRE])), [0, 1, 0]);
    }

    #[test]
    fn two_that_each_share_with_a_third_have_one_origin() {
        let both = format!("{WIRE} {OTHER}");
        assert_eq!(origins(&documents(&[WIRE, OTHER, &both])), [0, 0, 0]);
        assert_eq!(origins(&documents(&[WIRE, OTHER])), [0, 1]);
    }

    #[test]
    fn short_notes_and_no_articles_are_nobodys_copy() {
        assert_eq!(origins(&documents(&["The river rose on Monday.", "The river rose on Monday."])), [0, 1]);
        assert_eq!(origins(&[]), [] as [usize; 0]);
    }
}
