//! `cargo xtask quality --ablate`: scores the stories with one part of the analysis left out after the other, and shows what each adds.
//!
//! Which parts there are the analysis tells by itself: rules that found something, word lists, factors, steps. Each is left out in a process
//! of its own (`--without PART`), because word lists are read once. Known limit: what two parts do together is not seen where either does
//! without the other.

use super::labels::{Form, Labels, Set};
use super::measure;
use super::stories::{self, Pair};
use super::table;
use anyhow::{Context as _, Result, bail, ensure};
use news_compare::{Corpus, Options, ablation, analyze};
use serde_json::{Map, Value, json};
use std::process::Command;

/// Figures move by less than this through chance alone: one row more or less in a story.
const LEAST_CHANGE: f64 = 0.0005;

/// Leaves a part out and prints what that makes of each set, and the parts there are, as one line of JSON.
///
/// # Errors
/// When there is no such part or a story cannot be read.
pub(super) fn without(part: &str, labels: &Labels) -> Result<()> {
    ensure!(ablation::leave_out(part), "something else is left out already");
    let mut sets = Map::new();
    for (set, stories) in labels.sets.iter().filter_map(first_annotator) {
        let (mut pairs, mut contradictions) = (Vec::new(), 0);
        for story in stories {
            let read = |file| -> Result<Value> { Ok(serde_json::from_slice(&std::fs::read(file)?)?) };
            let corpus = Corpus::from_bytes(&std::fs::read(&story.corpus)?).context(story.name.clone())?;
            let comparison = serde_json::to_value(analyze(&corpus, &Options::default()))?;
            let pair = Pair { gold: read(&story.gold)?, corpus: read(&story.corpus)?, comparison };
            contradictions += measure::labelled_contradictions(&pair.gold);
            pairs.push(pair);
        }
        let mut found = stories::score(&pairs)?;
        found["contradict_labelled"] = json!(contradictions);
        sets.insert(set.name.clone(), found);
    }
    let parts = ablation::asked();
    ensure!(
        part.is_empty() || parts.iter().any(|known| known == part),
        "no part {part:?}; there are {}",
        parts.join(", ")
    );
    println!("{}", json!({"sets": sets, "parts": parts}));
    Ok(())
}

/// Gives the stories of a set, unless it holds what a second annotator made of another one's.
fn first_annotator(set: &Set) -> Option<(&Set, &[super::labels::Story])> {
    match &set.form {
        Form::Stories { stories, others } if others.is_empty() => Some((set, stories)),
        _ => None,
    }
}

/// Leaves every part out in turn and draws the table.
///
/// # Errors
/// When one of the runs fails.
pub(super) fn draw(labels: &Labels, arguments: &[String]) -> Result<String> {
    let sets: Vec<&str> = labels.sets.iter().filter_map(first_annotator).map(|(set, _)| set.name.as_str()).collect();
    ensure!(!sets.is_empty(), "there are no labelled stories");
    let whole = measured("", arguments)?;
    let parts: Vec<String> =
        whole["parts"].as_array().into_iter().flatten().filter_map(Value::as_str).map(str::to_owned).collect();
    let scored = super::in_parallel(&parts, |part| measured(part, arguments));
    let mut rows = Vec::new();
    for (part, found) in parts.iter().zip(scored) {
        rows.push((part.clone(), found.with_context(|| format!("without {part}"))?));
    }
    Ok(lines(&sets, &whole, rows))
}

/// Runs this program with a part left out and reads its line.
fn measured(part: &str, arguments: &[String]) -> Result<Value> {
    let mut command = Command::new(std::env::current_exe()?);
    let output = command.args(["quality", "--without", part]).args(arguments).output()?;
    let fault = String::from_utf8_lossy(&output.stderr);
    if !output.status.success() {
        bail!("{}", fault.trim());
    }
    let said = String::from_utf8_lossy(&output.stdout);
    serde_json::from_str(said.lines().last().unwrap_or("")).context("no figures")
}

/// What is shown of each set: a head and a member of its figures, or of both members of a share of counts.
const SHARES: [(&str, &str); 2] = [("rows", "rows_f1"), ("relation", "relation_macro_f1")];

/// Draws the whole first, then what changes without each part, the largest loss in rows and relations first.
fn lines(sets: &[&str], whole: &Value, parts: Vec<(String, Value)>) -> String {
    let shares = |found: &Value, set: &str| SHARES.map(|(_, key)| found["sets"][set][key].as_f64().unwrap_or(0.0));
    let lost = |found: &Value| -> f64 {
        let loss =
            |set: &&str| shares(whole, set).iter().zip(shares(found, set)).map(|(all, left)| all - left).sum::<f64>();
        sets.iter().map(loss).sum()
    };
    let idle = |found: &Value| sets.iter().all(|set| found["sets"][set] == whole["sets"][set]);
    let (without_effect, mut shown): (Vec<_>, Vec<_>) = parts.into_iter().partition(|(_, found)| idle(found));
    shown.sort_by(|a, b| lost(&b.1).total_cmp(&lost(&a.1)).then_with(|| a.0.cmp(&b.0)));
    let mut drawn = String::new();
    for set in sets {
        let mut lines = vec![
            ["without", "rows F1", "", "relation macro-F1", "", "contradictions right", "found"].map(str::to_owned),
        ];
        let everything = (String::from("nothing (as shipped)"), whole.clone());
        for (part, found) in std::iter::once(&everything).chain(&shown) {
            let mut line: [String; 7] = Default::default();
            line[0].clone_from(part);
            for (at, (now, all)) in shares(found, set).iter().zip(shares(whole, set)).enumerate() {
                line[1 + 2 * at] = table::written(*now, false);
                let change = now - all;
                if change.abs() >= LEAST_CHANGE {
                    line[2 + 2 * at] = format!("{}{:.3}", if change < 0.0 { '−' } else { '+' }, change.abs());
                }
            }
            let of = |key: &str| found["sets"][*set][key].as_f64().unwrap_or(0.0);
            let (said, labelled) = (of("contradict_predicted"), of("contradict_labelled"));
            line[5] = format!("{:.0} of {said:.0}", of("contradict_precision") * said);
            line[6] = format!("{:.0} of {labelled:.0}", of("contradict_recall") * of("contradict_gold"));
            lines.push(line);
        }
        drawn.push_str(&format!("{set}\n{}\n", table::columns(&lines)));
    }
    let names: Vec<&str> = without_effect.iter().map(|(part, _)| part.as_str()).collect();
    if !names.is_empty() {
        drawn.push_str(&format!("nothing changes in these stories without: {}\n", names.join(", ")));
    }
    drawn
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(rows: f64, relation: f64, said: u64) -> Value {
        json!({"sets": {"tales": {
            "rows_f1": rows, "relation_macro_f1": relation, "contradict_predicted": said, "contradict_precision": 0.5,
            "contradict_recall": 0.5, "contradict_gold": 2, "contradict_labelled": 4
        }}})
    }

    #[test]
    fn the_largest_loss_comes_first_and_what_changes_nothing_last() {
        let parts = vec![
            ("list idle".to_owned(), found(0.6, 0.5, 4)),
            ("rule harmful".to_owned(), found(0.7, 0.5, 4)),
            ("rule useful".to_owned(), found(0.6, 0.3, 2)),
        ];
        let drawn = lines(&["tales"], &found(0.6, 0.5, 4), parts);
        let lines: Vec<&str> = drawn.lines().collect();
        assert_eq!(lines[0], "tales");
        assert!(
            lines[3].starts_with("nothing (as shipped)  0.600") && lines[3].ends_with("2 of 4                1 of 4"),
            "{drawn}"
        );
        assert!(
            lines[4].starts_with("rule useful") && lines[4].contains("0.300") && lines[4].contains("−0.200"),
            "{drawn}"
        );
        assert!(lines[5].starts_with("rule harmful") && lines[5].contains("+0.100"), "{drawn}");
        assert!(drawn.ends_with("without: list idle\n"), "{drawn}");
    }
}
