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
const LEAST_FOUND: usize = 15;

/// Tells whether the analysis says that two reports contradict each other; each has a sentence more, which the other has not.
fn contradict(a: &str, b: &str) -> bool {
    let corpus = serde_json::json!({ "format": "news-compare.corpus/1", "documents": [
        { "id": "a", "lang": "en", "text": format!("{a}\n\nThe choir of the cathedral sang in the evening.") },
        { "id": "b", "lang": "en", "text": format!("{b}\n\nSnow fell on the hills during the night.") },
    ] });
    let rows = analyze(&Corpus::from_json(&corpus.to_string()).unwrap(), &Options::default()).claims;
    rows.iter().flat_map(|row| &row.cells).any(|cell| cell.stance == Stance::Contradicts)
}

#[test]
fn contradictions_are_found_and_what_looks_so_is_left_alone() {
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fresh/contradictions.jsonl");
    let pairs: Vec<Value> =
        std::fs::read_to_string(file).unwrap().lines().map(|line| serde_json::from_str(line).unwrap()).collect();
    let words = |pair: &Value, key: &str| pair[key].as_str().unwrap().to_owned();
    let (labelled, others): (Vec<&Value>, Vec<&Value>) = pairs.iter().partition(|pair| pair["label"] == "contradict");
    assert_eq!((labelled.len(), others.len()), (60, 100));
    let said = |pair: &&&Value| contradict(&words(pair, "a"), &words(pair, "b"));
    let wrong: Vec<String> = others.iter().filter(said).map(|pair| pair.to_string()).collect();
    assert!(wrong.is_empty(), "called contradictions: {wrong:#?}");
    let found = labelled.iter().filter(said).count();
    assert!(found >= LEAST_FOUND, "{found} of 60 found");
}
