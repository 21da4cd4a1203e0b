//! Scores comparisons of whole stories against labels, with the measures of `score.py` that stands beside the labels.
//!
//! The invented stories are in the repository and that program is not: without it they are scored here, and leaving parts of the analysis
//! out takes many runs in one process. Where `score.py` is there, a test holds both to the same figures. All offsets count code points.

use anyhow::{Context as _, Result, ensure};
use serde_json::{Value, json};
use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

/// What two documents do with one statement, whichever of them it is phrased after.
const RELATIONS: [&str; 6] = ["agree", "partly", "hedged", "contradict", "single", "none"];

/// Least share of what either of two rows shows that both must show to be one row.
const LEAST_SHARED: f64 = 0.2;

type Interval = (usize, usize);

/// What one document does in one row.
#[derive(Debug, Clone, Default)]
struct Cell {
    stance: String,
    spans: Vec<Interval>,
    /// The stance and those that are right too.
    right: BTreeSet<String>,
}

/// The cells of a row by document.
type Row = BTreeMap<String, Cell>;

/// Labels and what is to be scored against them.
#[derive(Debug)]
pub(crate) struct Pair {
    /// The labels (`news-compare.gold/1`).
    pub(crate) gold: Value,
    /// The corpus that they label.
    pub(crate) corpus: Value,
    /// The comparison (`news-compare.comparison/1`).
    pub(crate) comparison: Value,
}

impl Pair {
    /// Reads labels, the corpus beside them, and a comparison.
    ///
    /// # Errors
    /// When one of them cannot be read or the labels name no corpus.
    pub(crate) fn read(gold: &Path, comparison: &Path) -> Result<Self> {
        let read = |file: &Path| -> Result<Value> {
            let bytes = std::fs::read(file).with_context(|| file.display().to_string())?;
            serde_json::from_slice(&bytes).with_context(|| file.display().to_string())
        };
        let labels = read(gold)?;
        let name = labels["corpus"].as_str().with_context(|| format!("{}: no \"corpus\"", gold.display()))?;
        Ok(Self { corpus: read(&gold.with_file_name(name))?, gold: labels, comparison: read(comparison)? })
    }
}

/// Scores all stories together; the members are those of `score.py --json` that are looked at.
///
/// # Errors
/// When a quote of the labels is not in its text.
pub(crate) fn score(pairs: &[Pair]) -> Result<Value> {
    let mut count = Counts::default();
    for pair in pairs {
        count.add(pair)?;
    }
    Ok(count.figures())
}

#[derive(Debug, Default)]
struct Counts {
    invalid: u64,
    rows: u64,
    gold: u64,
    split: u64,
    shared_rows: u64,
    shared_gold: u64,
    shared: u64,
    claims_found: u64,
    gold_pairs: u64,
    gold_pairs_found: u64,
    noise: u64,
    pairs: u64,
    pairs_right: u64,
    contradictions: u64,
    contradictions_right: u64,
    confusion: BTreeMap<(&'static str, &'static str), u64>,
}

impl Counts {
    fn add(&mut self, pair: &Pair) -> Result<()> {
        let texts = texts(&pair.corpus);
        let gold = labelled(&pair.gold, &texts)?;
        let (rows, invalid) = compared(&pair.comparison, &texts);
        self.invalid += invalid;
        self.rows += rows.len() as u64;
        self.gold += gold.len() as u64;
        self.split += one_to_one(&gold.iter().collect::<Vec<_>>(), &rows.iter().collect::<Vec<_>>(), 1);
        let several = |row: &&Row| speaking(row).len() > 1;
        let (shared_gold, shared_rows): (Vec<_>, Vec<_>) =
            (gold.iter().filter(several).collect(), rows.iter().filter(several).collect());
        self.shared_gold += shared_gold.len() as u64;
        self.shared_rows += shared_rows.len() as u64;
        self.shared += one_to_one(&shared_gold, &shared_rows, 2);
        let documents: Vec<&String> = texts.keys().collect();
        for claim in &gold {
            self.add_claim(claim, &rows, &documents);
        }
        for row in &rows {
            self.add_row(row, &gold, &documents);
        }
        Ok(())
    }

    fn add_claim(&mut self, claim: &Row, rows: &[Row], documents: &[&String]) {
        let found = best_row(claim, rows);
        self.claims_found += u64::from(found.is_some());
        for (one, other) in couples(documents) {
            let (Some(a), Some(b)) = (claim.get(one), claim.get(other)) else { continue };
            let got = found.map_or("none", |row| relation(stance(row, one), stance(row, other)));
            let mut want = relation(&a.stance, &b.stance);
            if a.right.iter().any(|s| b.right.iter().any(|t| relation(s, t) == got)) {
                want = got;
            }
            *self.confusion.entry((want, got)).or_default() += 1;
            if !matches!(want, "single" | "none") {
                self.gold_pairs += 1;
                let both = |row: &&Row| any_meet(&a.spans, spans(row, one)) && any_meet(&b.spans, spans(row, other));
                self.gold_pairs_found += u64::from(rows.iter().find(both).is_some());
            }
        }
    }

    fn add_row(&mut self, row: &Row, gold: &[Row], documents: &[&String]) {
        let meets = |claim: &Row| row.iter().any(|(document, cell)| any_meet(spans(claim, document), &cell.spans));
        self.noise += u64::from(!gold.iter().any(meets));
        for (one, other) in couples(documents) {
            let said = relation(stance(row, one), stance(row, other));
            if matches!(said, "single" | "none") {
                continue;
            }
            let both = |claim: &&Row| {
                any_meet(spans(claim, one), spans(row, one)) && any_meet(spans(claim, other), spans(row, other))
            };
            let met: Vec<&Row> = gold.iter().filter(both).collect();
            self.pairs += 1;
            self.pairs_right += u64::from(!met.is_empty());
            if said == "contradict" {
                self.contradictions += 1;
                let may = |claim: &&Row| {
                    let (Some(a), Some(b)) = (claim.get(one), claim.get(other)) else { return false };
                    a.right.iter().any(|s| b.right.iter().any(|t| relation(s, t) == "contradict"))
                };
                self.contradictions_right += u64::from(met.iter().any(may));
            }
        }
    }

    fn figures(&self) -> Value {
        let tally = |want: Option<&str>, got: Option<&str>| -> u64 {
            let fits = |(w, g): &(&str, &str)| want.is_none_or(|want| want == *w) && got.is_none_or(|got| got == *g);
            self.confusion.iter().filter(|(key, _)| fits(key)).map(|(_, count)| count).sum()
        };
        let labels: Vec<&str> = RELATIONS.into_iter().filter(|label| tally(Some(label), None) > 0).collect();
        let by_label = labels.iter().map(|label| {
            let right = tally(Some(label), Some(label));
            f1(ratio(right, tally(None, Some(label))), ratio(right, tally(Some(label), None)))
        });
        let macro_f1 = if labels.is_empty() { 0.0 } else { by_label.sum::<f64>() / labels.len() as f64 };
        let right = labels.iter().map(|label| tally(Some(label), Some(label))).sum();
        let (split_p, split_r) = (ratio(self.split, self.rows), ratio(self.split, self.gold));
        let (rows_p, rows_r) = (ratio(self.shared, self.shared_rows), ratio(self.shared, self.shared_gold));
        let (align_p, align_r) = (ratio(self.pairs_right, self.pairs), ratio(self.gold_pairs_found, self.gold_pairs));
        let contradict = tally(Some("contradict"), None);
        json!({
            "invalid": self.invalid,
            "claims_recall": ratio(self.claims_found, self.gold),
            "noise": ratio(self.noise, self.rows),
            "split_f1": f1(split_p, split_r),
            "rows_precision": rows_p,
            "rows_recall": rows_r,
            "rows_f1": f1(rows_p, rows_r),
            "align_f1": f1(align_p, align_r),
            "relation_accuracy": ratio(right, tally(None, None)),
            "relation_macro_f1": macro_f1,
            "contradict_precision": ratio(self.contradictions_right, self.contradictions),
            "contradict_predicted": self.contradictions,
            "contradict_recall": ratio(tally(Some("contradict"), Some("contradict")), contradict),
            "contradict_gold": contradict,
        })
    }
}

fn texts(corpus: &Value) -> BTreeMap<String, Vec<char>> {
    let documents = corpus["documents"].as_array().into_iter().flatten();
    documents
        .map(|document| (word(&document["id"]), document["text"].as_str().unwrap_or("").chars().collect()))
        .collect()
}

fn word(value: &Value) -> String {
    value.as_str().unwrap_or("").to_owned()
}

/// Reads the rows of the labels; a quote stands wherever its words do.
fn labelled(gold: &Value, texts: &BTreeMap<String, Vec<char>>) -> Result<Vec<Row>> {
    let mut rows = Vec::new();
    for claim in gold["claims"].as_array().into_iter().flatten() {
        let mut row = Row::new();
        for (document, cell) in claim["cells"].as_object().into_iter().flatten() {
            let text = texts.get(document).map_or(&[][..], Vec::as_slice);
            let mut spans = Vec::new();
            for quote in cell["quotes"].as_array().into_iter().flatten() {
                let words: Vec<char> = quote.as_str().unwrap_or("").chars().collect();
                let places = text.windows(words.len().max(1)).enumerate().filter(|(_, window)| *window == words);
                let before = spans.len();
                spans.extend(places.map(|(at, _)| (at, at + words.len())));
                ensure!(spans.len() > before, "not a substring of document {document}: {quote}");
            }
            let stance = word(&cell["stance"]);
            let also = cell["also"].as_array().into_iter().flatten().map(word);
            let right = also.chain([stance.clone()]).collect();
            row.insert(document.clone(), Cell { stance, spans, right });
        }
        rows.push(row);
    }
    Ok(rows)
}

/// Reads the rows of a comparison and counts what is not valid in them.
fn compared(comparison: &Value, texts: &BTreeMap<String, Vec<char>>) -> (Vec<Row>, u64) {
    let (mut rows, mut invalid) = (Vec::new(), 0);
    for claim in comparison["claims"].as_array().into_iter().flatten() {
        let mut row = Row::new();
        let cells: Vec<&Value> = claim["cells"].as_array().into_iter().flatten().collect();
        for cell in &cells {
            let document = word(&cell["document"]);
            let text = texts.get(&document).map_or(&[][..], Vec::as_slice);
            let mut spans = Vec::new();
            for evidence in cell["evidence"].as_array().into_iter().flatten() {
                let at = |member: &str| evidence[member].as_u64().and_then(|at| usize::try_from(at).ok()).unwrap_or(0);
                let (start, end) = (at("start"), at("end"));
                let shown = text
                    .get(start..end)
                    .is_some_and(|slice| slice.iter().copied().eq(word(&evidence["exact"]).chars()));
                invalid += u64::from(!shown);
                spans.push((start, end));
            }
            let stance = word(&cell["stance"]);
            invalid += u64::from(speaks(&stance) && spans.is_empty());
            row.insert(document, Cell { stance, spans, right: BTreeSet::new() });
        }
        invalid += u64::from(cells.len() != texts.len() || !row.keys().eq(texts.keys()));
        rows.push(row);
    }
    (rows, invalid)
}

fn speaks(stance: &str) -> bool {
    matches!(stance, "supports" | "partly" | "hedges" | "contradicts")
}

fn speaking(row: &Row) -> Vec<&String> {
    row.iter().filter(|(_, cell)| speaks(&cell.stance)).map(|(document, _)| document).collect()
}

fn stance<'a>(row: &'a Row, document: &str) -> &'a str {
    row.get(document).map_or("omits", |cell| cell.stance.as_str())
}

fn spans<'a>(row: &'a Row, document: &str) -> &'a [Interval] {
    row.get(document).map_or(&[], |cell| &cell.spans)
}

fn relation(one: &str, other: &str) -> &'static str {
    match (speaks(one), speaks(other)) {
        (false, false) => "none",
        (true, true) => {
            let either = |stance: &str| one == stance || other == stance;
            match () {
                () if either("contradicts") && one != other => "contradict",
                () if either("hedges") && one != other => "hedged",
                () if either("partly") => "partly",
                () => "agree",
            }
        }
        _ => "single",
    }
}

/// Tells whether two spans share at least half of the shorter one.
fn meet(one: Interval, other: Interval) -> bool {
    let shared = one.1.min(other.1).saturating_sub(one.0.max(other.0));
    shared > 0 && 2 * shared >= (one.1 - one.0).min(other.1 - other.0)
}

fn any_meet(some: &[Interval], others: &[Interval]) -> bool {
    some.iter().any(|&one| others.iter().any(|&other| meet(one, other)))
}

fn couples<'a>(documents: &'a [&'a String]) -> impl Iterator<Item = (&'a str, &'a str)> {
    documents
        .iter()
        .enumerate()
        .flat_map(|(at, one)| documents[at + 1..].iter().map(|other| (one.as_str(), other.as_str())))
}

/// Finds the row that meets most of the speaking cells of a labelled one, and among those the one in which fewest others speak.
fn best_row<'a>(claim: &Row, rows: &'a [Row]) -> Option<&'a Row> {
    let mut best: Option<(usize, usize, &Row)> = None;
    for row in rows {
        let said = speaking(claim);
        let met = said.iter().filter(|document| any_meet(spans(claim, document), spans(row, document))).count();
        let extra = speaking(row).iter().filter(|document| !said.contains(document)).count();
        let better = best.is_none_or(|(most, fewest, _)| met > most || met == most && extra < fewest);
        if met > 0 && better {
            best = Some((met, extra, row));
        }
    }
    best.map(|(_, _, row)| row)
}

/// Gives the characters that the speaking cells of a row show.
fn shown(row: &Row) -> BTreeSet<(&str, usize)> {
    let cells = row.iter().filter(|(_, cell)| speaks(&cell.stance));
    cells
        .flat_map(|(document, cell)| cell.spans.iter().map(move |span| (document.as_str(), *span)))
        .flat_map(|(document, (start, end))| (start..end).map(move |at| (document, at)))
        .collect()
}

/// Counts the rows that match a labelled row of their own, best first, by the share of characters that both show.
fn one_to_one(gold: &[&Row], rows: &[&Row], least: usize) -> u64 {
    let shown_gold: Vec<_> = gold.iter().map(|row| shown(row)).collect();
    let shown_rows: Vec<_> = rows.iter().map(|row| shown(row)).collect();
    let mut matches = Vec::new();
    for (i, one) in shown_gold.iter().enumerate() {
        for (j, other) in shown_rows.iter().enumerate() {
            let shared = one.intersection(other).count();
            let meets = |document: &&String| any_meet(spans(gold[i], document), spans(rows[j], document));
            let met = || speaking(gold[i]).into_iter().filter(|d| speaks(stance(rows[j], d))).filter(meets).count();
            let alike = shared as f64 / (one.len() + other.len() - shared).max(1) as f64;
            if alike >= LEAST_SHARED && met() >= least {
                matches.push((alike, i, j));
            }
        }
    }
    matches.sort_by(|a, b| b.0.total_cmp(&a.0).then_with(|| (a.1, a.2).cmp(&(b.1, b.2))));
    let (mut taken_gold, mut taken_rows) = (BTreeSet::new(), BTreeSet::new());
    for (_, i, j) in matches {
        if !taken_gold.contains(&i) && !taken_rows.contains(&j) {
            taken_gold.insert(i);
            taken_rows.insert(j);
        }
    }
    taken_rows.len() as u64
}

fn ratio(part: u64, whole: u64) -> Option<f64> {
    (whole > 0).then(|| part as f64 / whole as f64)
}

fn f1(precision: Option<f64>, recall: Option<f64>) -> f64 {
    match (precision, recall) {
        (Some(p), Some(r)) if p > 0.0 && r > 0.0 => 2.0 * p * r / (p + r),
        _ => 0.0,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const TEXT: &str = "Rain fell. Häuser fell. Two died.";

    fn cell(document: &str, stance: &str, exact: &str) -> Value {
        let start = TEXT.find(exact).map_or(0, |at| TEXT[..at].chars().count());
        let end = start + exact.chars().count();
        let evidence = if exact.is_empty() { json!([]) } else { json!([{"start": start, "end": end, "exact": exact}]) };
        json!({"document": document, "stance": stance, "evidence": evidence})
    }

    fn pair(claims: Value, rows: Vec<[Value; 2]>) -> Pair {
        let rows: Vec<Value> = rows.into_iter().map(|cells| json!({"statement": "x", "cells": cells})).collect();
        Pair {
            gold: json!({"claims": claims}),
            corpus: json!({"documents": [{"id": "a", "text": TEXT}, {"id": "b", "text": TEXT}]}),
            comparison: json!({"claims": rows}),
        }
    }

    fn claims() -> Value {
        json!([
            {"statement": "1", "cells": {"a": {"stance": "supports", "quotes": ["Häuser fell."]}, "b": {"stance": "contradicts", "quotes": ["Two died."], "also": ["partly"]}}},
            {"statement": "2", "cells": {"a": {"stance": "supports", "quotes": ["Rain fell."]}, "b": {"stance": "omits"}}},
        ])
    }

    #[test]
    fn what_the_labels_say_scores_one() {
        let rows = vec![
            [cell("a", "supports", "Häuser fell."), cell("b", "contradicts", "Two died.")],
            [cell("a", "supports", "Rain fell."), cell("b", "omits", "")],
        ];
        let found = score(&[pair(claims(), rows)]).unwrap();
        for figure in
            ["rows_f1", "split_f1", "align_f1", "relation_macro_f1", "relation_accuracy", "contradict_precision"]
        {
            assert_eq!(found[figure], 1.0, "{figure}: {found}");
        }
        assert_eq!((&found["invalid"], &found["noise"]), (&json!(0), &json!(0.0)));
    }

    #[test]
    fn another_right_stance_counts_and_a_missed_row_does_not() {
        let partly = [cell("a", "supports", "Häuser fell."), cell("b", "partly", "Two died.")];
        let found = score(&[pair(claims(), vec![partly])]).unwrap();
        assert_eq!((found["rows_f1"].as_f64(), found["contradict_gold"].as_u64()), (Some(1.0), Some(0)));
        assert_eq!(found["relation_accuracy"], 0.5, "the second row is not there: {found}");
        assert_eq!(found["claims_recall"], 0.5);
    }

    #[test]
    fn wrong_places_and_missing_cells_are_invalid() {
        let mut moved = cell("a", "supports", "Rain fell.");
        moved["evidence"][0]["start"] = json!(1);
        let rows =
            vec![[moved, cell("b", "supports", "")], [cell("a", "supports", "Rain fell."), cell("a", "omits", "")]];
        assert_eq!(score(&[pair(claims(), rows)]).unwrap()["invalid"], 3);
    }

    #[test]
    fn a_quote_that_is_not_there_is_an_error() {
        let gold = json!([{"statement": "1", "cells": {"a": {"stance": "supports", "quotes": ["Snow fell."]}}}]);
        assert!(score(&[pair(gold, Vec::new())]).unwrap_err().to_string().contains("Snow fell."));
    }

    /// Every story of a folder: its labels, and the comparison that the analysis makes of it now.
    fn analysed(folder: &Path, into: &Path) -> Vec<(std::path::PathBuf, std::path::PathBuf)> {
        let files = std::fs::read_dir(folder).into_iter().flatten().map(|entry| entry.unwrap().path());
        let mut golds: Vec<_> = files.filter(|file| file.to_string_lossy().ends_with(".gold.json")).collect();
        golds.sort();
        let analyse = |gold: std::path::PathBuf| {
            let labels: Value = serde_json::from_slice(&std::fs::read(&gold).unwrap()).unwrap();
            let corpus = std::fs::read_to_string(gold.with_file_name(labels["corpus"].as_str().unwrap())).unwrap();
            let corpus = news_compare::Corpus::from_json(&corpus).unwrap();
            let comparison = news_compare::analyze(&corpus, &news_compare::Options::default());
            let file = into.join(gold.file_name().unwrap());
            std::fs::write(&file, serde_json::to_vec(&comparison).unwrap()).unwrap();
            (gold, file)
        };
        golds.into_iter().map(analyse).collect()
    }

    #[test]
    fn the_figures_are_those_of_the_scorer_beside_the_labels() {
        let (root, shared) = (crate::workspace::root(), crate::workspace::root().join("../shared"));
        let (scorer, python) = (shared.join("bench/score.py"), crate::workspace::find("python3"));
        let (true, Some(python)) = (scorer.is_file(), python) else {
            eprintln!("skipped: it takes python3 and {}", scorer.display());
            return;
        };
        let into = std::env::temp_dir().join(format!("news-compare-stories-{}", std::process::id()));
        std::fs::create_dir_all(&into).unwrap();
        for folder in [root.join("tests/gold"), shared.join("gold")] {
            let pairs = analysed(&folder, &into);
            assert!(!pairs.is_empty(), "{}", folder.display());
            let mut command = crate::workspace::command(&python);
            command.arg("-B").arg(&scorer).args(pairs.iter().flat_map(|(gold, said)| [gold, said])).arg("--json");
            let theirs: Value = serde_json::from_slice(&command.output().unwrap().stdout).unwrap();
            let ours: Vec<Pair> = pairs.iter().map(|(gold, said)| Pair::read(gold, said).unwrap()).collect();
            for (figure, value) in score(&ours).unwrap().as_object().unwrap() {
                let (ours, theirs) = (value.as_f64(), theirs[figure].as_f64());
                let apart = ours.unwrap_or(-1.0) - theirs.unwrap_or(-1.0);
                assert!(apart.abs() < 1e-9, "{}, {figure}: {ours:?} and {theirs:?}", folder.display());
            }
        }
        std::fs::remove_dir_all(&into).unwrap();
    }
}
