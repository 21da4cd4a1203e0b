//! Scores comparisons of whole stories against labels, with the measures of `score.py` that stands beside the labels.
//!
//! The invented stories are in the repository and that program is not: without it they are scored here, and leaving parts of the analysis
//! out takes many runs in one process. Where `score.py` is there, a test holds both to the same figures. All offsets count code points.

use super::rows::{Row, Texts, any_meet, compared, couples, labelled, matched, relation, relations, texts};
use anyhow::{Context as _, Result};
use serde_json::{Value, json};
use std::collections::BTreeMap;
use std::path::Path;

/// What two documents can do with one statement.
const RELATIONS: [&str; 6] = ["agree", "partly", "hedged", "contradict", "single", "none"];

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
        self.split += matched(&gold.iter().collect::<Vec<_>>(), &rows.iter().collect::<Vec<_>>(), 1).len() as u64;
        let shared_gold: Vec<&Row> = gold.iter().filter(|row| row.is_shared()).collect();
        let shared_rows: Vec<&Row> = rows.iter().filter(|row| row.is_shared()).collect();
        self.shared_gold += shared_gold.len() as u64;
        self.shared_rows += shared_rows.len() as u64;
        self.shared += matched(&shared_gold, &shared_rows, 2).len() as u64;
        for claim in &gold {
            self.add_claim(claim, &rows, &texts);
        }
        for row in &rows {
            self.add_row(row, &gold, &texts);
        }
        Ok(())
    }

    fn add_claim(&mut self, claim: &Row, rows: &[Row], texts: &Texts) {
        self.claims_found += u64::from(super::rows::best(claim, rows).is_some());
        for (one, other, want, got) in relations(claim, rows, texts) {
            *self.confusion.entry((want, got)).or_default() += 1;
            if !matches!(want, "single" | "none") {
                let both = |row: &Row| claim.meets(row, one) && claim.meets(row, other);
                self.gold_pairs += 1;
                self.gold_pairs_found += u64::from(rows.iter().any(both));
            }
        }
    }

    fn add_row(&mut self, row: &Row, gold: &[Row], texts: &Texts) {
        let known = |claim: &Row| row.cells.iter().any(|(d, cell)| any_meet(claim.ranges(d), &cell.ranges));
        self.noise += u64::from(!gold.iter().any(known));
        for (one, other) in couples(texts) {
            let said = relation(row.stance(one), row.stance(other));
            if matches!(said, "single" | "none") {
                continue;
            }
            let met = gold.iter().filter(|claim| claim.meets(row, one) && claim.meets(row, other));
            let met: Vec<&Row> = met.collect();
            self.pairs += 1;
            self.pairs_right += u64::from(!met.is_empty());
            if said == "contradict" {
                self.contradictions += 1;
                let may = |claim: &&Row| {
                    let (Some(a), Some(b)) = (claim.cells.get(one), claim.cells.get(other)) else { return false };
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
