//! Shows where the rows of one story differ from its labels: the tool that the analysis is improved with.
//!
//! Rows are matched as `score.py` does it, one to one by the characters shown, so that what is listed here is what its rows
//! figure lacks. The scorer itself says which relations differ.

use super::labels::{Labels, Story};
use super::score::Scorer;
use crate::workspace;
use anyhow::{Context as _, Result};
use serde_json::Value;
use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;
use std::io::{ErrorKind, Write as _};
use std::path::Path;

/// Rows match from this share of the characters that either shows.
const LEAST_SHARED: f64 = 0.2;
/// So many characters of a quote are printed.
const QUOTE_SHOWN: usize = 110;

type Range = (usize, usize);

/// A row of either side: what it says, and where each document that speaks of it does so (in code points).
#[derive(Debug, Clone, Default, PartialEq)]
struct Row {
    statement: String,
    speaking: BTreeMap<String, Vec<Range>>,
    stances: BTreeMap<String, String>,
}

/// The texts of a story, by document, as code points.
type Texts = BTreeMap<String, Vec<char>>;

/// Analyses a labelled story and prints its missed rows, the rows that match none, and the relations that differ.
///
/// # Errors
/// When no story has that name, or it cannot be analysed.
pub(crate) fn show(labels: &Labels, name: &str, scorer: &Scorer) -> Result<()> {
    let wanted = |&(set, story): &(&str, &Story)| story.name == name || format!("{set}/{}", story.name) == name;
    let (_, story) = labels.stories().find(wanted).with_context(|| {
        let known: Vec<String> = labels.stories().map(|(set, story)| format!("{set}/{}", story.name)).collect();
        format!("no story {name:?}; the stories are {}", known.join(", "))
    })?;
    let comparison = scorer.analyze(story, &workspace::target().join("quality/errors"))?;
    let texts = read_texts(&read(&story.corpus)?);
    let gold = gold_rows(&read(&story.gold)?, &texts);
    let rows = comparison_rows(&read(&comparison)?);
    let mut report = report(&texts, &gold, &rows);
    if scorer.has_python() {
        report.push_str("\nrelations that differ\n");
        for error in scorer.relation_errors(story, &comparison)? {
            let _ = writeln!(report, "  {error}");
        }
    }
    match std::io::stdout().write_all(report.as_bytes()) {
        // who reads only the beginning is no fault
        Err(error) if error.kind() != ErrorKind::BrokenPipe => Err(error.into()),
        _ => Ok(()),
    }
}

fn read(file: &Path) -> Result<Value> {
    let bytes = std::fs::read(file).with_context(|| file.display().to_string())?;
    serde_json::from_slice(&bytes).with_context(|| file.display().to_string())
}

fn list(value: &Value) -> impl Iterator<Item = &Value> {
    value.as_array().into_iter().flatten()
}

fn speaks(stance: &str) -> bool {
    matches!(stance, "supports" | "partly" | "hedges" | "contradicts")
}

fn read_texts(corpus: &Value) -> Texts {
    let text = |document: &Value| {
        let (id, text) = (document["id"].as_str()?, document["text"].as_str()?);
        Some((id.to_owned(), text.chars().collect()))
    };
    list(&corpus["documents"]).filter_map(text).collect()
}

/// Reads the labels; a quote stands wherever its words do.
fn gold_rows(gold: &Value, texts: &Texts) -> Vec<Row> {
    let row = |claim: &Value| {
        let mut row = Row { statement: claim["statement"].as_str().unwrap_or_default().to_owned(), ..Row::default() };
        for (document, cell) in claim["cells"].as_object().into_iter().flatten() {
            let stance = cell["stance"].as_str().unwrap_or_default();
            let (true, Some(text)) = (speaks(stance), texts.get(document)) else { continue };
            let quotes = list(&cell["quotes"]).filter_map(Value::as_str);
            row.speaking.insert(document.clone(), quotes.flat_map(|quote| places(text, quote)).collect());
            row.stances.insert(document.clone(), stance.to_owned());
        }
        row
    };
    list(&gold["claims"]).map(row).collect()
}

fn places(text: &[char], quote: &str) -> Vec<Range> {
    let quote: Vec<char> = quote.chars().collect();
    if quote.is_empty() {
        return Vec::new();
    }
    let windows = text.windows(quote.len()).enumerate();
    windows.filter(|(_, window)| *window == quote).map(|(at, _)| (at, at + quote.len())).collect()
}

fn comparison_rows(comparison: &Value) -> Vec<Row> {
    let row = |claim: &Value| {
        let mut row = Row { statement: claim["statement"].as_str().unwrap_or_default().to_owned(), ..Row::default() };
        for cell in list(&claim["cells"]) {
            let (document, stance) = (cell["document"].as_str(), cell["stance"].as_str());
            let (Some(document), Some(stance)) = (document, stance.filter(|stance| speaks(stance))) else { continue };
            let range = |evidence: &Value| Some((offset(&evidence["start"])?, offset(&evidence["end"])?));
            row.speaking.insert(document.to_owned(), list(&cell["evidence"]).filter_map(range).collect());
            row.stances.insert(document.to_owned(), stance.to_owned());
        }
        row
    };
    list(&comparison["claims"]).map(row).collect()
}

fn offset(value: &Value) -> Option<usize> {
    value.as_u64().and_then(|offset| usize::try_from(offset).ok())
}

impl Row {
    fn is_shared(&self) -> bool {
        self.speaking.len() > 1
    }

    fn shown(&self) -> BTreeSet<(&str, usize)> {
        self.speaking
            .iter()
            .flat_map(|(document, ranges)| {
                ranges.iter().flat_map(move |&(start, end)| (start..end).map(move |at| (document.as_str(), at)))
            })
            .collect()
    }

    fn documents_met(&self, other: &Self) -> usize {
        let met = |(document, ranges): &(&String, &Vec<Range>)| {
            other.speaking.get(*document).is_some_and(|others| any_meet(ranges, others))
        };
        self.speaking.iter().filter(met).count()
    }
}

/// Tells whether two ranges share at least half of the shorter one.
fn any_meet(some: &[Range], others: &[Range]) -> bool {
    some.iter().any(|one| {
        others.iter().any(|other| {
            let shared = one.1.min(other.1).saturating_sub(one.0.max(other.0));
            shared > 0 && 2 * shared >= (one.1 - one.0).min(other.1 - other.0)
        })
    })
}

/// Matches shared rows one to one, the most alike first; gives the pairs of their places in the two lists.
fn matched(gold: &[&Row], rows: &[&Row]) -> Vec<(usize, usize)> {
    let (gold_shown, rows_shown): (Vec<_>, Vec<_>) =
        (gold.iter().map(|row| row.shown()).collect(), rows.iter().map(|row| row.shown()).collect());
    let mut likely = Vec::new();
    for (g, labelled) in gold_shown.iter().enumerate() {
        for (r, found) in rows_shown.iter().enumerate() {
            let both = labelled.intersection(found).count();
            let share = both as f64 / (labelled.len() + found.len() - both).max(1) as f64;
            if share >= LEAST_SHARED && gold[g].documents_met(rows[r]) >= 2 {
                likely.push((share, g, r));
            }
        }
    }
    likely.sort_by(|one, two| two.0.total_cmp(&one.0).then((one.1, one.2).cmp(&(two.1, two.2))));
    let mut pairs: Vec<(usize, usize)> = Vec::new();
    for (_, g, r) in likely {
        if pairs.iter().all(|&(taken_gold, taken_row)| taken_gold != g && taken_row != r) {
            pairs.push((g, r));
        }
    }
    pairs
}

fn report(texts: &Texts, gold: &[Row], rows: &[Row]) -> String {
    let shared_gold: Vec<&Row> = gold.iter().filter(|row| row.is_shared()).collect();
    let shared_rows: Vec<&Row> = rows.iter().filter(|row| row.is_shared()).collect();
    let pairs = matched(&shared_gold, &shared_rows);
    let mut out = String::new();
    let _ =
        writeln!(out, "{} shared rows labelled, {} found, {} match", shared_gold.len(), shared_rows.len(), pairs.len());
    let _ = writeln!(out, "\nmissed rows, each quote with the rows it fell into (* shared)");
    for (index, row) in shared_gold.iter().enumerate() {
        if pairs.iter().any(|&(g, _)| g == index) {
            continue;
        }
        let _ = writeln!(out, "MISSED {}", row.statement);
        for (document, ranges) in &row.speaking {
            for range in ranges {
                let hits: Vec<String> = rows
                    .iter()
                    .enumerate()
                    .filter(|(_, found)| found.speaking.get(document).is_some_and(|own| any_meet(&[*range], own)))
                    .map(|(place, found)| format!("{}{}", place + 1, if found.is_shared() { "*" } else { "" }))
                    .collect();
                let hits = if hits.is_empty() { "none".to_owned() } else { hits.join(" ") };
                let _ = writeln!(out, "    {document} {} → {hits}", quoted(texts, document, *range));
            }
        }
    }
    let _ = writeln!(out, "\nshared rows that match no labelled one");
    for (place, row) in rows.iter().enumerate().filter(|(_, row)| row.is_shared()) {
        let index = shared_rows.iter().position(|&shared| std::ptr::eq(shared, row));
        if pairs.iter().any(|&(_, r)| Some(r) == index) {
            continue;
        }
        let _ = writeln!(out, "WRONG {} {}", place + 1, row.statement);
        for (document, ranges) in &row.speaking {
            let stance = row.stances.get(document).map_or("", String::as_str);
            for range in ranges {
                let _ = writeln!(out, "    {document} {stance} {}", quoted(texts, document, *range));
            }
        }
    }
    out
}

fn quoted(texts: &Texts, document: &str, (start, end): Range) -> String {
    let words: String = texts.get(document).and_then(|text| text.get(start..end)).unwrap_or_default().iter().collect();
    let words: String = words.replace('\n', " ");
    if words.chars().count() <= QUOTE_SHOWN {
        return format!("“{words}”");
    }
    format!("“{}…”", words.chars().take(QUOTE_SHOWN).collect::<String>())
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    fn texts() -> Texts {
        read_texts(&json!({"documents": [
            {"id": "a", "text": "Tëst: two died. Roads closed."},
            {"id": "b", "text": "Two people died. The roads were closed."}
        ]}))
    }

    fn row(statement: &str, speaking: &[(&str, Range)]) -> Row {
        let stances = speaking.iter().map(|(document, _)| ((*document).to_owned(), "supports".to_owned())).collect();
        let speaking = speaking.iter().map(|&(document, range)| (document.to_owned(), vec![range])).collect();
        Row { statement: statement.to_owned(), speaking, stances }
    }

    #[test]
    fn quotes_are_found_in_code_points_wherever_they_stand() {
        let gold = json!({"claims": [{"statement": "Two died.", "cells": {
            "a": {"stance": "supports", "quotes": ["two died"]},
            "b": {"stance": "omits", "quotes": ["died"]}
        }}]});
        assert_eq!(gold_rows(&gold, &texts()), [row("Two died.", &[("a", (6, 14))])]);
        assert_eq!(places(&"ha ha".chars().collect::<Vec<_>>(), "ha"), [(0, 2), (3, 5)]);
    }

    #[test]
    fn a_row_matches_one_labelled_row_only() {
        let died = row("Two died.", &[("a", (6, 14)), ("b", (0, 15))]);
        let roads = row("Roads closed.", &[("a", (16, 28)), ("b", (17, 38))]);
        let everything = row("All.", &[("a", (0, 29)), ("b", (0, 39))]);
        assert_eq!(matched(&[&died, &roads], &[&roads, &died]), [(0, 1), (1, 0)]);
        assert_eq!(matched(&[&died, &roads], &[&everything]), [(1, 0)]);
    }

    #[test]
    fn a_missed_row_names_the_rows_that_hold_its_words() {
        let died = row("Two died.", &[("a", (6, 14)), ("b", (0, 15))]);
        let rows = [row("Tëst.", &[("a", (0, 15))]), row("Roads.", &[("a", (16, 28)), ("b", (17, 38))])];
        let report = report(&texts(), &[died], &rows);
        assert!(report.starts_with("1 shared rows labelled, 1 found, 0 match"), "{report}");
        assert!(
            report.contains("MISSED Two died.\n    a “two died” → 1\n    b “Two people died” → none\n"),
            "{report}"
        );
        assert!(report.contains("WRONG 2 Roads.\n    a supports “Roads closed”\n"), "{report}");
    }
}
