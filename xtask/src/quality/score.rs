//! Runs the program on a labelled set and the scorer on what it says.
//!
//! What the program said stays in `target/quality/` for looking at.

use super::labels::{Form, Set, Story};
use super::measure::{self, Figure};
use super::stories::{self, Pair};
use crate::workspace;
use anyhow::{Context as _, Result, bail, ensure};
use news_compare::Span;
use news_compare::sentence::{segment, split};
use serde_json::Value;
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

/// Thresholds at which the baseline does best, from the notes on the labels.
const BASELINE_STORIES: &str = "0.15";
const BASELINE_PROPOSITIONS: &str = "0.25";

/// The programs that a set is scored with.
#[derive(Debug)]
pub(crate) struct Scorer {
    python: Option<PathBuf>,
    scripts: BTreeMap<String, PathBuf>,
    program: PathBuf,
    folder: PathBuf,
}

impl Scorer {
    /// Builds the native program; scorers that the labels do not bring are taken from those in `../shared`.
    ///
    /// # Errors
    /// When the program cannot be built.
    pub(crate) fn new(python: Option<PathBuf>, scripts: BTreeMap<String, PathBuf>) -> Result<Self> {
        workspace::run(workspace::cargo().args([
            "build",
            "--quiet",
            "--release",
            "--package=news-compare-cli",
            "--bin=news-compare",
        ]))?;
        let program = workspace::target().join("release").join(format!("news-compare{}", std::env::consts::EXE_SUFFIX));
        Ok(Self { python, scripts, program, folder: workspace::target().join("quality") })
    }

    /// Tells whether the scorers in Python can be run.
    pub(crate) fn has_python(&self) -> bool {
        self.python.is_some()
    }

    /// Measures the program on one set.
    ///
    /// # Errors
    /// When the program or the scorer fails.
    pub(crate) fn score(&self, set: &Set) -> Result<Vec<Figure>> {
        let folder = self.folder.join(&set.name);
        match &set.form {
            Form::Stories { stories, others } => self.score_stories(stories, others, &folder),
            Form::Propositions { items, corpora } => self.score_propositions(items, corpora, &folder),
            Form::Sentences(file) => score_sentences(file),
            Form::Pairs(file) => {
                std::fs::create_dir_all(&folder)?;
                let said = folder.join("judgements.jsonl");
                self.run(&["judge".as_ref(), file, "-o".as_ref(), &said])?;
                let found = self.scored("score_pairs.py", &[file.clone(), said])?;
                Ok(measure::of_pairs(set.short_name(), &found))
            }
        }
    }

    /// Measures the program on one story alone.
    ///
    /// # Errors
    /// When the program or the scorer fails.
    pub(crate) fn score_story(&self, story: &Story) -> Result<Vec<Figure>> {
        let comparison = self.analyze(story, &self.folder.join("alone"))?;
        self.scored_stories(&[(&story.gold, comparison)])
    }

    /// Compares the documents of a story and gives the file of the comparison.
    ///
    /// # Errors
    /// When the program fails.
    pub(crate) fn analyze(&self, story: &Story, folder: &Path) -> Result<PathBuf> {
        std::fs::create_dir_all(folder)?;
        let comparison = folder.join(format!("{}.json", story.name));
        self.run(&["analyze".as_ref(), &story.corpus, "-o".as_ref(), &comparison])?;
        Ok(comparison)
    }

    fn score_stories(&self, stories: &[Story], others: &[Story], folder: &Path) -> Result<Vec<Figure>> {
        let compare = |make: &dyn Fn(&Story) -> Result<PathBuf>| -> Result<Vec<Figure>> {
            let pairs: Vec<_> =
                stories.iter().map(|story| Ok((story.gold.as_path(), make(story)?))).collect::<Result<_>>()?;
            self.scored_stories(&pairs)
        };
        let mut figures = compare(&|story| self.analyze(story, folder))?;
        if self.python.is_some() && self.scripts.contains_key("baseline.py") {
            let floor = compare(&|story| {
                self.written("baseline.py", &[&story.corpus, BASELINE_STORIES.as_ref()], folder, &story.name)
            })?;
            for (figure, floor) in figures.iter_mut().zip(floor) {
                figure.floor = floor.value;
            }
        }
        if self.python.is_some() && self.scripts.contains_key("as_comparison.py") && !others.is_empty() {
            let people = self.agreement(stories, others, folder)?;
            for (figure, people) in figures.iter_mut().zip(people) {
                figure.people = people;
            }
        }
        Ok(figures)
    }

    /// Scores comparisons, each beside its labels, together.
    fn scored_stories(&self, pairs: &[(&Path, PathBuf)]) -> Result<Vec<Figure>> {
        let (mut arguments, mut contradictions) = (Vec::new(), 0);
        for (gold, comparison) in pairs {
            contradictions += measure::labelled_contradictions(&serde_json::from_slice(&std::fs::read(gold)?)?);
            arguments.extend([gold.to_path_buf(), comparison.clone()]);
        }
        let found = if self.python.is_some() && self.scripts.contains_key("score.py") {
            self.scored("score.py", &arguments)?
        } else {
            let read = |(gold, comparison): &(&Path, PathBuf)| Pair::read(gold, comparison);
            stories::score(&pairs.iter().map(read).collect::<Result<Vec<_>>>()?)?
        };
        Ok(measure::of_stories(&found, contradictions))
    }

    /// Scores each annotator against the other; gives the mean of both directions for each figure.
    fn agreement(&self, some: &[Story], others: &[Story], folder: &Path) -> Result<Vec<Option<f64>>> {
        let against = |gold: &[Story], said: &[Story], direction: &str| -> Result<Vec<Figure>> {
            let mut pairs = Vec::new();
            for story in gold {
                let Some(same) = said.iter().find(|other| other.name == story.name) else { continue };
                let comparison =
                    self.written("as_comparison.py", &[&same.gold], &folder.join(direction), &story.name)?;
                pairs.push((story.gold.as_path(), comparison));
            }
            self.scored_stories(&pairs)
        };
        let (there, back) = (against(some, others, "there")?, against(others, some, "back")?);
        Ok(there.iter().zip(&back).map(|(one, two)| Some((one.value? + two.value?) / 2.0)).collect())
    }

    fn score_propositions(&self, items: &Path, corpora: &[PathBuf], folder: &Path) -> Result<Vec<Figure>> {
        let said = folder.join("said");
        std::fs::create_dir_all(&said)?;
        let floor = folder.join("baseline");
        let has_baseline = self.scripts.contains_key("baseline.py");
        for corpus in corpora {
            let name = corpus.file_name().unwrap_or_default().to_string_lossy().replace(".corpus.json", "");
            self.run(&["analyze".as_ref(), corpus, "-o".as_ref(), &said.join(format!("{name}.json"))])?;
            if has_baseline {
                self.written("baseline.py", &[corpus, BASELINE_PROPOSITIONS.as_ref()], folder, &name)?;
            }
        }
        let mut figures = measure::of_propositions(&self.scored("score_propsegment.py", &[items.to_owned(), said])?);
        if has_baseline {
            let floors = measure::of_propositions(&self.scored("score_propsegment.py", &[items.to_owned(), floor])?);
            for (figure, floor) in figures.iter_mut().zip(floors) {
                figure.floor = floor.value;
            }
        }
        Ok(figures)
    }

    /// Runs the program that is measured.
    fn run(&self, arguments: &[&Path]) -> Result<()> {
        let output = Command::new(&self.program).args(arguments).stdin(Stdio::null()).output()?;
        ensure!(output.status.success(), "news-compare: {}", String::from_utf8_lossy(&output.stderr).trim());
        Ok(())
    }

    /// Runs a script that writes a comparison, and gives the file that it is put into.
    fn written(&self, script: &str, arguments: &[&Path], folder: &Path, name: &str) -> Result<PathBuf> {
        let folder = folder.join(script.trim_end_matches(".py"));
        std::fs::create_dir_all(&folder)?;
        let file = folder.join(format!("{name}.json"));
        let arguments: Vec<PathBuf> = arguments.iter().map(|&argument| argument.to_owned()).collect();
        std::fs::write(&file, workspace::read(&mut self.script(script, &arguments)?)?)?;
        Ok(file)
    }

    fn script(&self, name: &str, arguments: &[PathBuf]) -> Result<Command> {
        let (Some(python), Some(script)) = (&self.python, self.scripts.get(name)) else {
            bail!("there is no {name} to score with");
        };
        let mut command = workspace::command(python);
        command.arg("-B").arg(script).args(arguments);
        Ok(command)
    }

    fn scored(&self, script: &str, arguments: &[PathBuf]) -> Result<Value> {
        let mut command = self.script(script, arguments)?;
        let output = command.arg("--json").output()?;
        let fault = String::from_utf8_lossy(&output.stderr);
        ensure!(output.status.success(), "{script}: {}", fault.trim().lines().last().unwrap_or("failed"));
        serde_json::from_slice(&output.stdout).with_context(|| format!("{script} wrote no JSON"))
    }
}

/// Splits texts with the functions of the library and counts those that come out as they should.
fn score_sentences(file: &Path) -> Result<Vec<Figure>> {
    let rules: Vec<Value> = serde_json::from_slice(&std::fs::read(file)?)?;
    let (mut by_split, mut by_segment) = (0, 0);
    for rule in &rules {
        let text = rule["text"].as_str().unwrap_or_default();
        let expected: Vec<String> =
            rule["expect"].as_array().into_iter().flatten().filter_map(Value::as_str).map(spaced).collect();
        let holds = |spans: &[Span]| spans.iter().map(|span| spaced(span.slice(text))).eq(expected.iter().cloned());
        by_split += usize::from(holds(&split(text)));
        by_segment += usize::from(holds(&segment(text).iter().map(|sentence| sentence.span).collect::<Vec<_>>()));
    }
    Ok(measure::of_sentences(by_split, by_segment, rules.len()))
}

/// Puts one space wherever there is any white space: a line may break inside a sentence.
fn spaced(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_counts_only_when_every_sentence_is_right() {
        let file = std::env::temp_dir().join(format!("news-compare-sentences-{}.json", std::process::id()));
        let rules = r#"[
            {"text": "It rained. It  snowed.", "expect": ["It rained.", "It snowed."]},
            {"text": "- It rained.", "expect": ["- It rained."]},
            {"text": "It rained. It snowed.", "expect": ["It rained. It snowed."]},
            {"text": "It rained. It snowed.", "expect": ["It rained."]}
        ]"#;
        std::fs::write(&file, rules).unwrap();
        let figures = score_sentences(&file).unwrap();
        std::fs::remove_file(&file).unwrap();
        assert_eq!(figures[0].counts, Some((2, 4)), "by split");
        assert_eq!(figures[1].counts, Some((1, 4)), "by segment, which takes no marker into a bullet");
    }
}
