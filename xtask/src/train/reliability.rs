//! How often each rule is right in labelled cells: the invented stories of the repository that were read and, where it is
//! there, PropSegmEnt.
//!
//! The stories are news, as what is compared; PropSegmEnt is an encyclopedia, in which less is told twice, so it counts only for what too
//! few cells of the stories show. Each story left out in turn shows how well figures of the others hold on it.
//!
//! Other labelled stories may not be fitted on; they are for `cargo xtask quality`. In a story a cell is right when its stance and that of
//! the document that gives the statement relate as the labels of a row do that both meet; an omission when the labels hold it too.

use crate::quality::rows::{Range, Row, any_meet, labelled, relation, texts};
use crate::workspace;
use anyhow::{Context as _, Result, ensure};
use news_compare::ablation::leave_out;
use news_compare::comparison::Cell;
use news_compare::stance::Stance;
use news_compare::stance::reliability::{Measured, bounded};
use news_compare::{Comparison, Corpus, Options, analyze};
use serde_json::Value;
use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;
use std::fs;
use std::path::Path;

/// The measured rules by name and stance.
type Table = BTreeMap<(String, String), Measured>;

/// Measures, and writes src/stance/reliability.txt.
pub(super) fn run(shared: &Path) -> Result<()> {
    // The rules' own estimates are wanted, whatever was measured of them before: so the file does not depend on itself.
    ensure!(leave_out("step reliability"), "another part is left out already");
    let mut outcomes = Vec::new();
    let mut of = Vec::new();
    let mut keys = Vec::new();
    for folder in ["tests/gold", "tests/fresh/read"] {
        keys.extend(fs::read_dir(workspace::root().join(folder))?.filter_map(|entry| Some(entry.ok()?.path())));
    }
    keys.sort();
    for key in keys.iter().filter(|path| path.to_string_lossy().ends_with(".gold.json")) {
        story(key, &mut outcomes)?;
    }
    of.push(format!("{} invented stories", of_stories(&outcomes).len()));
    let items = shared.join("bench/propsegment/items.json");
    if items.is_file() {
        propositions(&items, &mut outcomes)?;
        of.push("PropSegmEnt (CC BY-SA)".to_owned());
    } else {
        println!("no PropSegmEnt in {}: only the invented stories are measured", shared.display());
    }
    let left_out = left_out(&outcomes);
    print!("{left_out}");
    let table = table(&outcomes);
    let mut text = String::from(
        "# How often what a rule says of a cell is right (see MODEL.md), made by `cargo xtask train`; not to be edited by hand.\n\
",
    );
    for line in left_out.lines() {
        let _ = writeln!(text, "# {line}");
    }
    text.push_str("# rule, stance, labelled cells, right ones, sum of the rule's own estimates\n");
    for ((rule, stance), m) in &table {
        let _ = writeln!(text, "{rule} {stance} {} {} {:.2}", m.cells, m.right, m.estimated);
    }
    let path = workspace::root().join("src/stance/reliability.txt");
    fs::write(&path, text).with_context(|| format!("cannot write {}", path.display()))?;
    println!("{} rules in {}, from {}", table.len(), path.display(), of.join(", "));
    Ok(())
}

fn read(path: &Path) -> Result<Value> {
    let bytes = fs::read(path).with_context(|| path.display().to_string())?;
    serde_json::from_slice(&bytes).with_context(|| path.display().to_string())
}

fn compare(corpus: &Path) -> Result<Comparison> {
    let bytes = fs::read(corpus).with_context(|| corpus.display().to_string())?;
    Ok(analyze(&Corpus::from_bytes(&bytes)?, &Options::default()))
}

/// A labelled cell as the analysis gave it.
#[derive(Debug, Clone)]
struct Outcome {
    rule: String,
    stance: Stance,
    confidence: f64,
    right: bool,
    /// The invented story that it is of; none for a proposition of an encyclopedia.
    story: Option<String>,
}

impl Outcome {
    fn key(&self) -> (String, String) {
        (self.rule.clone(), name(self.stance))
    }
}

fn add(outcomes: &mut Vec<Outcome>, cell: &Cell, right: bool, story: Option<&str>) {
    let Some(reason) = cell.reasons.first() else { return };
    let (rule, story) = (reason.rule.clone(), story.map(str::to_owned));
    outcomes.push(Outcome { rule, stance: cell.stance, confidence: cell.confidence, right, story });
}

/// Names the stories that outcomes are of.
fn of_stories(outcomes: &[Outcome]) -> BTreeSet<&str> {
    outcomes.iter().filter_map(|outcome| outcome.story.as_deref()).collect()
}

/// Fewest cells of stories from which a rule is measured on them alone. Larger leans on the encyclopedia, smaller on chance.
const ENOUGH: usize = 15;

/// Says how well the measure of all other stories holds on each, beside that of the rules' own estimates.
fn left_out(outcomes: &[Outcome]) -> String {
    let (mut own, mut moved) = (Vec::new(), Vec::new());
    for story in of_stories(outcomes) {
        let (inside, others): (Vec<Outcome>, Vec<Outcome>) =
            outcomes.iter().cloned().partition(|outcome| outcome.story.as_deref() == Some(story));
        let table = table(&others);
        for outcome in &inside {
            let by = table.get(&outcome.key()).map_or(0.0, |measured| measured.shift());
            own.push((outcome.confidence, outcome.right));
            moved.push((bounded(outcome.confidence + by), outcome.right));
        }
    }
    format!(
        "calibration error of {} cells, each story measured by the others: {:.3}; of the rules' own estimates: {:.3}\n",
        moved.len(),
        calibration_error(&moved),
        calibration_error(&own)
    )
}

/// Returns by how much confidence and share of right cells differ, in ten bins.
fn calibration_error(cells: &[(f64, bool)]) -> f64 {
    let mut bins = [0.0_f64; 10];
    for &(confidence, right) in cells {
        bins[((confidence * 10.0) as usize).min(9)] += confidence - f64::from(u8::from(right));
    }
    bins.iter().map(|bin| bin.abs()).sum::<f64>() / cells.len().max(1) as f64
}

/// Counts outcomes by rule and stance: those of stories, and those of the encyclopedia for what too few stories show.
fn table(outcomes: &[Outcome]) -> Table {
    let mut of_stories: BTreeMap<(String, String), usize> = BTreeMap::new();
    for outcome in outcomes.iter().filter(|outcome| outcome.story.is_some()) {
        *of_stories.entry(outcome.key()).or_default() += 1;
    }
    let enough = |outcome: &Outcome| of_stories.get(&outcome.key()).is_some_and(|&count| count >= ENOUGH);
    let mut table = Table::new();
    for outcome in outcomes.iter().filter(|outcome| outcome.story.is_some() || !enough(outcome)) {
        let measured = table.entry(outcome.key()).or_default();
        measured.cells += 1.0;
        measured.right += f64::from(u8::from(outcome.right));
        measured.estimated += outcome.confidence;
    }
    table
}

/// Draws, for labelled stories, how often cells of each tenth of confidence are right, and the calibration error.
///
/// # Errors
/// When a story cannot be read.
pub(crate) fn draw<'p>(keys: impl Iterator<Item = &'p Path>) -> Result<String> {
    let mut outcomes = Vec::new();
    for key in keys {
        story(key, &mut outcomes)?;
    }
    let mut text = String::from("confidence of cells   cells  mean   right\n");
    let mut error = 0.0;
    for tenth in 0..10 {
        let of_tenth = |o: &&Outcome| ((o.confidence * 10.0) as usize).min(9) == tenth;
        let these: Vec<&Outcome> = outcomes.iter().filter(of_tenth).collect();
        if these.is_empty() {
            continue;
        }
        let count = these.len() as f64;
        let mean = these.iter().map(|o| o.confidence).sum::<f64>() / count;
        let right = these.iter().filter(|o| o.right).count() as f64 / count;
        error += (mean - right).abs() * count / outcomes.len() as f64;
        let _ = writeln!(text, "from .{tenth}               {:6}  {mean:.3}  {right:.3}", these.len());
    }
    let _ = writeln!(text, "calibration error of {} cells: {error:.3}", outcomes.len());
    Ok(text)
}

fn ranges(cell: &Cell) -> Vec<Range> {
    cell.evidence.iter().map(|e| (e.start, e.end)).collect()
}

fn name(stance: Stance) -> String {
    serde_json::to_value(stance).ok().and_then(|v| v.as_str().map(str::to_owned)).unwrap_or_default()
}

fn story(key: &Path, outcomes: &mut Vec<Outcome>) -> Result<()> {
    let title = key.file_name().unwrap_or_default().to_string_lossy();
    let gold = read(key)?;
    let corpus = key.with_file_name(gold["corpus"].as_str().unwrap_or_default());
    let gold = labelled(&gold, &texts(&read(&corpus)?))?;
    for row in compare(&corpus)?.claims {
        let of_statement = |cell: &&Cell| cell.reasons.first().is_some_and(|reason| reason.rule == "statement");
        let Some(home) = row.cells.iter().find(of_statement) else { continue };
        let meets = |claim: &Row, cell: &Cell| any_meet(claim.ranges(&cell.document.0), &ranges(cell));
        let at_home: Vec<&Row> = gold.iter().filter(|claim| meets(claim, home)).collect();
        for cell in row.cells.iter().filter(|cell| cell.document != home.document && cell.stance != Stance::Unjudged) {
            let id = &cell.document.0;
            let right = if cell.stance.speaks() {
                let got = relation(&name(home.stance), &name(cell.stance));
                let fits = |claim: &&&Row| {
                    let both = claim.cells.get(&home.document.0).zip(claim.cells.get(id));
                    both.is_some_and(|(a, b)| a.right.iter().any(|s| b.right.iter().any(|t| relation(s, t) == got)))
                };
                at_home.iter().filter(|claim| meets(claim, cell)).any(|claim| fits(&claim))
            } else if at_home.is_empty() {
                continue;
            } else {
                at_home.iter().any(|claim| matches!(claim.stance(id), "omits" | "unjudged"))
            };
            add(outcomes, cell, right, Some(&title));
        }
    }
    Ok(())
}

/// For each labelled cell the row that shows most of the proposition is read at the other document, as `score_propsegment.py` does.
fn propositions(items: &Path, outcomes: &mut Vec<Outcome>) -> Result<()> {
    let mut comparisons: BTreeMap<String, Comparison> = BTreeMap::new();
    for item in read(items)?.as_array().into_iter().flatten() {
        let word = |member: &str| item[member].as_str().unwrap_or_default().to_owned();
        let (story, from, to) = (word("story"), word("hypothesis_document"), word("premise_document"));
        if !comparisons.contains_key(&story) {
            comparisons.insert(story.clone(), compare(&items.with_file_name(format!("{story}.corpus.json")))?);
        }
        let tokens: Vec<(u64, u64)> = serde_json::from_value(item["tokens"].clone())?;
        let mut best: Option<((usize, std::cmp::Reverse<usize>), &Cell)> = None;
        for row in &comparisons[&story].claims {
            let cell_of = |id: &str| row.cells.iter().find(|cell| cell.document.0 == id);
            let (Some(shown), Some(judged)) = (cell_of(&from), cell_of(&to)) else { continue };
            let spans = ranges(shown);
            let inside = |&&(a, b): &&(u64, u64)| spans.iter().any(|&(s, e)| s as u64 <= a && b <= e as u64);
            let covered = tokens.iter().filter(inside).count();
            let key = (covered, std::cmp::Reverse(spans.iter().map(|(s, e)| e - s).sum()));
            if covered > 0 && best.as_ref().is_none_or(|(most, _)| key > *most) {
                best = Some((key, judged));
            }
        }
        let Some((_, cell)) = best else { continue };
        let got = match cell.stance {
            Stance::Contradicts => "contradicts",
            stance if stance.speaks() => "states",
            _ => "omits",
        };
        if cell.reasons.first().is_some_and(|reason| reason.rule != "statement") {
            add(outcomes, cell, got == word("label"), None);
        }
    }
    Ok(())
}
