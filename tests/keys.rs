//! The invented stories and their keys: every quote stands in its text, every claim has a cell for each report, and a lesson comes with each.
//!
//! Its own test because a key that has drifted from its text would make every figure measured against it wrong without a word.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a test stops where it fails")]
#![cfg(not(target_arch = "wasm32"))]

use news_compare::Corpus;
use serde_json::Value;
use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

const STANCES: [&str; 5] = ["supports", "partly", "hedges", "contradicts", "omits"];

fn root(folder: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join(folder)
}

fn json(path: &Path) -> Value {
    serde_json::from_slice(&std::fs::read(path).unwrap()).unwrap()
}

/// The keys by the names of their stories.
fn keys() -> BTreeMap<String, Value> {
    let files = std::fs::read_dir(root("tests/gold")).unwrap().map(|entry| entry.unwrap().path());
    let named = files.filter_map(|path| {
        let name = path.file_name()?.to_str()?.strip_suffix(".gold.json")?.to_owned();
        Some((name, json(&path)))
    });
    named.collect()
}

/// The texts of a story by the ids of its documents.
fn texts(name: &str) -> BTreeMap<String, String> {
    let corpus = std::fs::read_to_string(root("corpora").join(format!("{name}.json"))).unwrap();
    let documents = Corpus::from_json(&corpus).unwrap().documents;
    documents.into_iter().map(|document| (document.id.0, document.text)).collect()
}

/// Says what is wrong with a key.
fn faults(key: &Value, texts: &BTreeMap<String, String>) -> Vec<String> {
    let mut faults = Vec::new();
    let mut statements = BTreeSet::new();
    for claim in key["claims"].as_array().unwrap() {
        let statement = claim["statement"].as_str().unwrap();
        let cells = claim["cells"].as_object().unwrap();
        if !statements.insert(statement) {
            faults.push(format!("twice: {statement}"));
        }
        if !cells.keys().eq(texts.keys()) {
            faults.push(format!("not one cell for each document: {statement}"));
        }
        if !cells.values().any(|cell| cell["stance"] == "supports") {
            faults.push(format!("nobody says so: {statement}"));
        }
        for (document, cell) in cells {
            let also = cell["also"].as_array().into_iter().flatten();
            for stance in std::iter::once(&cell["stance"]).chain(also) {
                if !STANCES.contains(&stance.as_str().unwrap_or_default()) {
                    faults.push(format!("{document}: {stance} is no stance: {statement}"));
                }
            }
            let quotes: Vec<_> = cell["quotes"].as_array().into_iter().flatten().map(|quote| quote.as_str()).collect();
            if quotes.is_empty() != (cell["stance"] == "omits") {
                faults.push(format!("{document}: quotes where there is a stance, and nowhere else: {statement}"));
            }
            let text = texts.get(document).map_or("", String::as_str);
            let missing =
                quotes.iter().filter(|quote| quote.is_none_or(|quote| quote.is_empty() || !text.contains(quote)));
            faults.extend(missing.map(|quote| format!("{document}: not in the text: {quote:?}")));
        }
    }
    faults
}

#[test]
fn every_quote_of_a_key_stands_in_its_text() {
    let keys = keys();
    assert!(!keys.is_empty());
    for (name, key) in keys {
        assert_eq!(key["format"], "news-compare.gold/1", "{name}");
        assert_eq!(key["corpus"], format!("../../corpora/{name}.json"));
        assert_eq!(faults(&key, &texts(&name)), [""; 0], "{name}");
    }
}

#[test]
fn an_invented_story_says_so_and_brings_its_key_and_its_lesson() {
    for name in keys().keys() {
        let story = json(&root("corpora").join(format!("{name}.json")));
        assert!(story["title"].as_str().unwrap().ends_with("(an invented story)"), "{name}: {}", story["title"]);
        assert!(story["note"].as_str().unwrap().starts_with("Invented for lessons:"), "{name}: {}", story["note"]);
        assert!(!story["lesson"]["skill"].as_str().unwrap().is_empty());
        let questions = story["lesson"]["questions"].as_array().unwrap();
        assert_eq!(questions.len(), 5, "{name}");
        assert!(questions.iter().all(|question| question.as_str().is_some_and(|text| text.len() > 20)), "{name}");
    }
    let files = std::fs::read_dir(root("corpora")).unwrap().map(|entry| entry.unwrap().path());
    let lessons = files.filter(|path| !json(path)["lesson"].is_null());
    let named: BTreeSet<_> = lessons.map(|path| path.file_stem().unwrap().to_str().unwrap().to_owned()).collect();
    assert_eq!(named, keys().into_keys().collect(), "stories with a lesson, and keys");
}

#[test]
fn a_key_that_does_not_fit_its_text_is_found_out() {
    let texts = BTreeMap::from([("a".to_owned(), "It rained.".to_owned()), ("b".to_owned(), "Dry.".to_owned())]);
    let key = serde_json::json!({"claims": [
        {"statement": "It rained.", "cells": {"a": {"stance": "supports", "quotes": ["It rained"]}, "b": {"stance": "omits"}}},
        {"statement": "It snowed.", "cells": {"a": {"stance": "supports", "quotes": ["It snowed"]}, "b": {"stance": "omits"}}},
        {"statement": "Dry.", "cells": {"a": {"stance": "denies", "quotes": ["rained"]}, "b": {"stance": "supports"}}},
        {"statement": "Dry.", "cells": {"b": {"stance": "omits", "quotes": ["Dry"]}}},
    ]});
    let found = faults(&key, &texts).join("\n");
    assert_eq!(found.lines().count(), 7, "{found}");
    for part in ["\"It snowed\"", "\"denies\" is no stance", "twice: Dry.", "nobody says so: Dry.", "not one cell"] {
        assert!(found.contains(part), "{part}: {found}");
    }
    assert!(!found.contains("It rained"), "{found}");
}
