//! Rows of labels and rows of comparisons in one form, and which of them are the same row.
//!
//! Its own file because the figures and the list of errors must mean the same by a match: one to one, by the characters that both show,
//! as `score.py` beside the labels does it. All offsets count code points.

use anyhow::{Result, ensure};
use serde_json::Value;
use std::collections::{BTreeMap, BTreeSet};

/// Least share of what either of two rows shows that both must show to be one row.
const LEAST_SHARED: f64 = 0.2;

/// From one code point to before another.
pub(crate) type Range = (usize, usize);

/// The texts of a story, by document, as code points.
pub(crate) type Texts = BTreeMap<String, Vec<char>>;

/// What one document does in one row.
#[derive(Debug, Clone, Default, PartialEq)]
pub(crate) struct Cell {
    /// The stance.
    pub(crate) stance: String,
    /// Where it shows.
    pub(crate) ranges: Vec<Range>,
    /// The stance and those that are right too; of labels only.
    pub(crate) right: BTreeSet<String>,
}

/// A row of either side.
#[derive(Debug, Clone, Default, PartialEq)]
pub(crate) struct Row {
    /// What it says.
    pub(crate) statement: String,
    /// What each document does with it.
    pub(crate) cells: BTreeMap<String, Cell>,
}

impl Row {
    /// Gives the documents that say anything of it, with their cells.
    pub(crate) fn speaking(&self) -> impl Iterator<Item = (&str, &Cell)> {
        self.cells.iter().filter(|(_, cell)| speaks(&cell.stance)).map(|(document, cell)| (document.as_str(), cell))
    }

    /// Tells whether two documents or more speak of it.
    pub(crate) fn is_shared(&self) -> bool {
        self.speaking().nth(1).is_some()
    }

    /// Gives the stance of a document.
    pub(crate) fn stance(&self, document: &str) -> &str {
        self.cells.get(document).map_or("omits", |cell| cell.stance.as_str())
    }

    /// Gives the places that a document shows.
    pub(crate) fn ranges(&self, document: &str) -> &[Range] {
        self.cells.get(document).map_or(&[], |cell| &cell.ranges)
    }

    /// Tells whether both show the same place of a document.
    pub(crate) fn meets(&self, other: &Self, document: &str) -> bool {
        any_meet(self.ranges(document), other.ranges(document))
    }

    fn shown(&self) -> BTreeSet<(&str, usize)> {
        let ranges =
            self.speaking().flat_map(|(document, cell)| cell.ranges.iter().map(move |range| (document, *range)));
        ranges.flat_map(|(document, (start, end))| (start..end).map(move |at| (document, at))).collect()
    }
}

/// Reads the texts of a corpus.
pub(crate) fn texts(corpus: &Value) -> Texts {
    let text = |document: &Value| {
        let (id, text) = (document["id"].as_str()?, document["text"].as_str()?);
        Some((id.to_owned(), text.chars().collect()))
    };
    list(&corpus["documents"]).filter_map(text).collect()
}

/// Reads the rows of labels; a quote stands wherever its words do.
///
/// # Errors
/// When a quote is not in its text.
pub(crate) fn labelled(gold: &Value, texts: &Texts) -> Result<Vec<Row>> {
    let mut rows = Vec::new();
    for claim in list(&gold["claims"]) {
        let mut row = Row { statement: word(&claim["statement"]), ..Row::default() };
        for (document, cell) in claim["cells"].as_object().into_iter().flatten() {
            let text = texts.get(document).map_or(&[][..], Vec::as_slice);
            let mut ranges = Vec::new();
            for quote in list(&cell["quotes"]) {
                let found = places(text, quote.as_str().unwrap_or_default());
                ensure!(!found.is_empty(), "not a substring of document {document}: {quote}");
                ranges.extend(found);
            }
            let stance = word(&cell["stance"]);
            let right = list(&cell["also"]).map(word).chain([stance.clone()]).collect();
            row.cells.insert(document.clone(), Cell { stance, ranges, right });
        }
        rows.push(row);
    }
    Ok(rows)
}

/// Reads the rows of a comparison and counts what is not valid in them: evidence that is not where it says, rows without one cell for
/// each document, cells that speak without evidence.
pub(crate) fn compared(comparison: &Value, texts: &Texts) -> (Vec<Row>, u64) {
    let (mut rows, mut invalid) = (Vec::new(), 0);
    for claim in list(&comparison["claims"]) {
        let mut row = Row { statement: word(&claim["statement"]), ..Row::default() };
        let cells: Vec<&Value> = list(&claim["cells"]).collect();
        for cell in &cells {
            let document = word(&cell["document"]);
            let text = texts.get(&document).map_or(&[][..], Vec::as_slice);
            let mut ranges = Vec::new();
            for evidence in list(&cell["evidence"]) {
                let (start, end) = (offset(&evidence["start"]), offset(&evidence["end"]));
                let exact = word(&evidence["exact"]);
                let is_there = text.get(start..end).is_some_and(|slice| slice.iter().copied().eq(exact.chars()));
                invalid += u64::from(!is_there);
                ranges.push((start, end));
            }
            let stance = word(&cell["stance"]);
            invalid += u64::from(speaks(&stance) && ranges.is_empty());
            row.cells.insert(document, Cell { stance, ranges, right: BTreeSet::new() });
        }
        invalid += u64::from(cells.len() != texts.len() || !row.cells.keys().eq(texts.keys()));
        rows.push(row);
    }
    (rows, invalid)
}

/// Matches rows one to one, the most alike first; both must meet in so many documents. Gives their places in the two lists.
pub(crate) fn matched(gold: &[&Row], rows: &[&Row], least: usize) -> Vec<(usize, usize)> {
    let gold_shown: Vec<_> = gold.iter().map(|row| row.shown()).collect();
    let rows_shown: Vec<_> = rows.iter().map(|row| row.shown()).collect();
    let mut likely = Vec::new();
    for (g, labelled) in gold_shown.iter().enumerate() {
        for (r, found) in rows_shown.iter().enumerate() {
            let both = labelled.intersection(found).count();
            let share = both as f64 / (labelled.len() + found.len() - both).max(1) as f64;
            let meeting = |document: &str| speaks(rows[r].stance(document)) && gold[g].meets(rows[r], document);
            if share >= LEAST_SHARED && gold[g].speaking().filter(|(document, _)| meeting(document)).count() >= least {
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

/// Finds the row that meets most of the speaking cells of a labelled one, and among those the one in which fewest others speak.
pub(crate) fn best<'a>(claim: &Row, rows: &'a [Row]) -> Option<&'a Row> {
    let mut best: Option<(usize, usize, &Row)> = None;
    for row in rows {
        let met = claim.speaking().filter(|(document, _)| claim.meets(row, document)).count();
        let extra = row.speaking().filter(|(document, _)| !speaks(claim.stance(document))).count();
        let better = best.is_none_or(|(most, fewest, _)| met > most || met == most && extra < fewest);
        if met > 0 && better {
            best = Some((met, extra, row));
        }
    }
    best.map(|(_, _, row)| row)
}

/// Names what two documents do with one statement, whichever of them it is phrased after.
pub(crate) fn relation(one: &str, other: &str) -> &'static str {
    let either = |stance: &str| one == stance || other == stance;
    match (speaks(one), speaks(other)) {
        (false, false) => "none",
        (true, true) if either("contradicts") && one != other => "contradict",
        (true, true) if either("hedges") && one != other => "hedged",
        (true, true) if either("partly") => "partly",
        (true, true) => "agree",
        _ => "single",
    }
}

/// Says of each two documents which relation the labels want and which the rows give; one that is right too is wanted.
pub(crate) fn relations<'a>(
    claim: &'a Row,
    rows: &[Row],
    texts: &'a Texts,
) -> Vec<(&'a str, &'a str, &'static str, &'static str)> {
    let found = best(claim, rows);
    let judge = |(one, other): (&'a str, &'a str)| {
        let (a, b) = (claim.cells.get(one)?, claim.cells.get(other)?);
        let got = found.map_or("none", |row| relation(row.stance(one), row.stance(other)));
        let fits = a.right.iter().any(|s| b.right.iter().any(|t| relation(s, t) == got));
        Some((one, other, if fits { got } else { relation(&a.stance, &b.stance) }, got))
    };
    couples(texts).filter_map(judge).collect()
}

/// Gives each two documents once.
pub(crate) fn couples(texts: &Texts) -> impl Iterator<Item = (&str, &str)> {
    let others = |at: usize| texts.keys().skip(at + 1).map(String::as_str);
    texts.keys().enumerate().flat_map(move |(at, one)| others(at).map(move |other| (one.as_str(), other)))
}

/// Tells whether two places share at least half of the shorter one.
pub(crate) fn any_meet(some: &[Range], others: &[Range]) -> bool {
    some.iter().any(|one| {
        others.iter().any(|other| {
            let shared = one.1.min(other.1).saturating_sub(one.0.max(other.0));
            shared > 0 && 2 * shared >= (one.1 - one.0).min(other.1 - other.0)
        })
    })
}

fn speaks(stance: &str) -> bool {
    matches!(stance, "supports" | "partly" | "hedges" | "contradicts")
}

fn places(text: &[char], quote: &str) -> Vec<Range> {
    let quote: Vec<char> = quote.chars().collect();
    if quote.is_empty() {
        return Vec::new();
    }
    let windows = text.windows(quote.len()).enumerate();
    windows.filter(|(_, window)| *window == quote).map(|(at, _)| (at, at + quote.len())).collect()
}

fn list(value: &Value) -> impl Iterator<Item = &Value> {
    value.as_array().into_iter().flatten()
}

fn word(value: &Value) -> String {
    value.as_str().unwrap_or_default().to_owned()
}

fn offset(value: &Value) -> usize {
    value.as_u64().and_then(|offset| usize::try_from(offset).ok()).unwrap_or(usize::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    fn row(speaking: &[(&str, Range)]) -> Row {
        let cell = |range| Cell { stance: "supports".to_owned(), ranges: vec![range], right: BTreeSet::new() };
        let cells = speaking.iter().map(|&(document, range)| (document.to_owned(), cell(range))).collect();
        Row { statement: String::new(), cells }
    }

    #[test]
    fn quotes_are_found_in_code_points_wherever_they_stand() {
        let texts =
            texts(&json!({"documents": [{"id": "a", "text": "Tëst: two died."}, {"id": "b", "text": "Two died."}]}));
        let gold = json!({"claims": [{"statement": "Two died.", "cells": {
            "a": {"stance": "supports", "quotes": ["two died"], "also": ["partly"]},
            "b": {"stance": "omits"}
        }}]});
        let rows = labelled(&gold, &texts).unwrap();
        assert_eq!((rows[0].ranges("a"), rows[0].stance("b"), rows[0].is_shared()), (&[(6, 14)][..], "omits", false));
        assert_eq!(rows[0].cells["a"].right, BTreeSet::from(["partly".to_owned(), "supports".to_owned()]));
        assert_eq!(places(&"ha ha".chars().collect::<Vec<_>>(), "ha"), [(0, 2), (3, 5)]);
    }

    #[test]
    fn a_row_matches_one_labelled_row_only() {
        let died = row(&[("a", (6, 14)), ("b", (0, 15))]);
        let roads = row(&[("a", (16, 28)), ("b", (17, 38))]);
        let everything = row(&[("a", (0, 29)), ("b", (0, 39))]);
        assert_eq!(matched(&[&died, &roads], &[&roads, &died], 2), [(0, 1), (1, 0)]);
        assert_eq!(matched(&[&died, &roads], &[&everything], 2), [(1, 0)]);
    }

    #[test]
    fn the_row_with_fewest_strangers_is_the_best_of_those_that_meet_most() {
        let died = row(&[("a", (6, 14)), ("b", (0, 15))]);
        let rows = [row(&[("a", (6, 14))]), row(&[("a", (6, 14)), ("b", (0, 15)), ("c", (0, 9))]), died.clone()];
        assert_eq!(best(&died, &rows), Some(&died));
        assert_eq!(best(&row(&[("c", (20, 30))]), &rows), None);
    }

    #[test]
    fn a_relation_does_not_depend_on_the_order() {
        for (one, other, expected) in [
            ("supports", "contradicts", "contradict"),
            ("contradicts", "contradicts", "agree"),
            ("hedges", "partly", "hedged"),
            ("supports", "partly", "partly"),
            ("supports", "omits", "single"),
            ("unjudged", "omits", "none"),
        ] {
            assert_eq!((relation(one, other), relation(other, one)), (expected, expected), "{one}, {other}");
        }
    }
}
