//! Pairs of reports that contradict each other or only look so: how many the analysis finds, and how many it calls so wrongly.
//!
//! Its own test because a wrong "contradicts" is the worst that a cell can say, and because no story has so many traps.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a test stops where it fails")]
#![cfg(not(target_arch = "wasm32"))]

use news_compare::stance::Stance;
use news_compare::{Corpus, Options, analyze};
use serde_json::Value;
use std::path::Path;

/// So many of the 60 contradictions are found at least. Raise it when more are.
const LEAST_FOUND: usize = 14;

/// The same of the look-alikes that were read and used for mending, and of those that were not.
const LEAST_FOUND_OF_READ: usize = 22;
const LEAST_FOUND_OF_KEPT: usize = 5;

/// So many of the look-alikes are called contradictions at most, of those that were read and of the others. Lower them when fewer are.
const MOST_FALSE_OF_READ: usize = 2;
const MOST_FALSE_OF_KEPT: usize = 2;

/// Tells whether the analysis says that two reports contradict each other; each has a sentence more, which the other has not.
fn contradict(a: &str, b: &str) -> bool {
    let corpus = serde_json::json!({ "format": "news-compare.corpus/1", "documents": [
        { "id": "a", "lang": "en", "text": format!("{a}\n\nThe choir of the cathedral sang in the evening.") },
        { "id": "b", "lang": "en", "text": format!("{b}\n\nSnow fell on the hills during the night.") },
    ] });
    let rows = analyze(&Corpus::from_json(&corpus.to_string()).unwrap(), &Options::default()).claims;
    rows.iter().flat_map(|row| &row.cells).any(|cell| cell.stance == Stance::Contradicts)
}

/// Reads the pairs of a file.
fn pairs(file: &str) -> Vec<Value> {
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fresh").join(file);
    std::fs::read_to_string(file).unwrap().lines().map(|line| serde_json::from_str(line).unwrap()).collect()
}

/// Returns how many of the labelled contradictions are found, and the others that are called so.
fn measure(pairs: &[Value]) -> (usize, Vec<String>) {
    let said = |pair: &&Value| contradict(pair["a"].as_str().unwrap(), pair["b"].as_str().unwrap());
    let (labelled, others): (Vec<&Value>, Vec<&Value>) = pairs.iter().partition(|pair| pair["label"] == "contradict");
    let found = labelled.into_iter().filter(said).count();
    (found, others.into_iter().filter(said).map(|pair| pair.to_string()).collect())
}

#[test]
fn contradictions_are_found_and_what_looks_so_is_left_alone() {
    let pairs = pairs("contradictions.jsonl");
    assert_eq!(pairs.len(), 160);
    let (found, wrong) = measure(&pairs);
    assert!(wrong.is_empty(), "called contradictions: {wrong:#?}");
    assert!(found >= LEAST_FOUND, "{found} of 60 found");
}

#[test]
fn what_is_told_in_nearly_the_same_words_of_two_things_is_left_alone() {
    let (kept, read): (Vec<Value>, Vec<Value>) =
        pairs("lookalikes.jsonl").into_iter().partition(|pair| pair["kept"] == true);
    assert_eq!((kept.len(), read.len()), (80, 220));
    let (found, wrong) = measure(&read);
    assert!(wrong.len() <= MOST_FALSE_OF_READ, "called contradictions: {wrong:#?}");
    assert!(found >= LEAST_FOUND_OF_READ, "{found} of 58 found");
    // Counts alone, so that nobody reads them by the way.
    let (found, wrong) = measure(&kept);
    assert!(wrong.len() <= MOST_FALSE_OF_KEPT, "{} of 48 called contradictions", wrong.len());
    assert!(found >= LEAST_FOUND_OF_KEPT, "{found} of 32 found");
}
