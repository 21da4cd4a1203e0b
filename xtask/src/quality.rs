//! `cargo xtask quality`: scores the analysis on every labelled set there is and shows what changed.
//!
//! Most labels stay outside of the repository, with the programs that score them: those are the contract, so they are run where they are.
//! The invented stories are in it and are scored without them. What is missing, labels or Python to run the scorers, is said in one line.

mod ablate;
mod errors;
mod labels;
mod measure;
pub(crate) mod rows;
mod score;
mod stories;
mod table;

use crate::train::reliability;
use crate::workspace;
use anyhow::{Result, bail, ensure};
use labels::{Form, Labels, Set};
use score::Scorer;
use std::path::PathBuf;
use std::sync::Mutex;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::Instant;
use table::{Kept, Measured};

/// Where labels are looked for, seen from the workspace.
const USUAL: &str = "../shared";

/// Where the keys of the invented stories are, seen from the workspace, and what their sets are called: those of the page, those that were
/// read, and those that nobody has read who works on the analysis.
const OWN: [(&str, &str); 3] =
    [("tests/gold", "invented"), ("tests/fresh/read", "fresh/read"), ("tests/fresh/kept", "fresh/kept")];

/// Where the figures are kept, seen from the workspace.
const KEPT: &str = "quality.json";

/// What is to be measured and shown.
#[derive(Debug, Default, PartialEq)]
pub(crate) struct Request {
    /// Folder with the labels; `../shared` beside the workspace when absent.
    pub(crate) labels: Option<PathBuf>,
    /// Only these sets; all when empty.
    pub(crate) only: Vec<String>,
    /// Shows each story too.
    pub(crate) verbose: bool,
    /// Keeps the figures in `quality.json`.
    pub(crate) write: bool,
    /// Shows the errors in this story, and no table.
    pub(crate) errors: Option<String>,
    /// Shows what each part of the analysis adds, and no table of all figures.
    pub(crate) ablate: bool,
    /// Prints the figures of the stories without this part, and no table.
    pub(crate) without: Option<String>,
}

impl Request {
    /// Gives the arguments that choose labels and sets.
    fn narrowed(&self) -> Vec<String> {
        let labels = self.labels.iter().flat_map(|folder| ["--labels".to_owned(), folder.display().to_string()]);
        labels.chain(self.only.iter().flat_map(|set| ["--only".to_owned(), set.clone()])).collect()
    }
}

/// Measures, prints one table, and keeps the figures when asked to.
///
/// # Errors
/// When the program cannot be built, a set cannot be scored, or a name is unknown.
pub(crate) fn run(request: &Request) -> Result<()> {
    let mut labels = labels_of(request)?;
    if labels.sets.is_empty() {
        return Ok(());
    }
    choose(&mut labels.sets, &request.only)?;
    if let Some(part) = &request.without {
        return ablate::without(part, &labels);
    }
    if request.ablate {
        print!("{}", ablate::draw(&labels, &request.narrowed())?);
        return Ok(());
    }
    if request.labels.is_some() {
        lend_scorers(&mut labels)?;
    }
    let python = workspace::find("python3");
    if python.is_none() {
        println!("python3 is missing: of the scorers only those for stories and sentences run");
        labels.sets.retain(|set| matches!(set.form, Form::Stories { .. } | Form::Sentences(_)));
    }
    let started = Instant::now();
    let scorer = Scorer::new(python, labels.scripts.clone())?;
    if let Some(story) = &request.errors {
        return errors::show(&labels, story, &scorer);
    }
    let scored = in_parallel(&labels.sets, |set| scorer.score(set));
    let (mut measured, mut faults) = (Vec::new(), Vec::new());
    for (set, result) in labels.sets.iter().zip(scored) {
        match result {
            Ok(figures) => measured.push(Measured { set: set.name.clone(), labels: set.fingerprint()?, figures }),
            Err(error) => faults.push(format!("{}: {error:#}", set.name)),
        }
    }
    print!("{}", table::draw(&measured, &committed()?));
    if request.verbose {
        let stories: Vec<_> = labels.stories().collect();
        println!("\n{}", story_by_story(&stories, in_parallel(&stories, |(_, story)| scorer.score_story(story)))?);
        println!("\n{}", reliability::draw(stories.iter().map(|(_, story)| story.gold.as_path()))?);
    }
    println!("{} sets in {:.0} s", measured.len(), started.elapsed().as_secs_f32());
    if !faults.is_empty() {
        bail!("{} of {} sets could not be scored\n{}", faults.len(), labels.sets.len(), faults.join("\n"));
    }
    if request.write {
        let file = workspace::root().join(KEPT);
        let mut kept = if file.is_file() { Kept::parse(&std::fs::read(&file)?)? } else { Kept::default() };
        kept.update(&measured, request.only.is_empty() && scorer.has_python());
        std::fs::write(&file, kept.to_json()?)?;
        println!("{KEPT} holds these figures now");
    }
    Ok(())
}

/// Finds the labels in the folder that a request names or, with our own stories, in the usual one; says where there are none.
fn labels_of(request: &Request) -> Result<Labels> {
    let folder = request.labels.clone().unwrap_or_else(|| workspace::root().join(USUAL));
    let mut labels = if request.labels.is_none() && !folder.is_dir() {
        println!(
            "there is no folder {USUAL} beside the workspace: only the invented stories are scored; --labels DIR names another one"
        );
        Labels::default()
    } else {
        Labels::discover(&folder)?
    };
    if request.labels.is_none() {
        for (folder, name) in OWN {
            labels.add_stories(name, &workspace::root().join(folder))?;
        }
    }
    if labels.sets.is_empty() {
        println!("no labels: nothing in {} has their form", folder.display());
    }
    Ok(labels)
}

/// Reads the figures last committed; outside of a repository, those of the file.
fn committed() -> Result<Kept> {
    let shown = workspace::command("git").args(["show", &format!("HEAD:./{KEPT}")]).output();
    match shown {
        Ok(output) if output.status.success() => Kept::parse(&output.stdout),
        _ => match std::fs::read(workspace::root().join(KEPT)) {
            Ok(bytes) => Kept::parse(&bytes),
            Err(_) => Ok(Kept::default()),
        },
    }
}

/// Takes the scorers that another folder of labels does not bring from the usual one.
fn lend_scorers(labels: &mut Labels) -> Result<()> {
    let usual = workspace::root().join(USUAL);
    if usual.is_dir() {
        for (name, script) in Labels::discover(&usual)?.scripts {
            labels.scripts.entry(name).or_insert(script);
        }
    }
    Ok(())
}

/// Keeps the sets that are named, by their whole name, its last part, or a folder of it.
fn choose(sets: &mut Vec<Set>, only: &[String]) -> Result<()> {
    let named = |set: &Set, name: &str| {
        set.name == name
            || set.short_name() == name
            || set.name.strip_prefix(name).is_some_and(|rest| rest.starts_with('/'))
    };
    for name in only {
        let known: Vec<&str> = sets.iter().map(|set| set.name.as_str()).collect();
        ensure!(sets.iter().any(|set| named(set, name)), "no set {name:?}; the sets are {}", known.join(", "));
    }
    sets.retain(|set| only.is_empty() || only.iter().any(|name| named(set, name)));
    Ok(())
}

/// Works on every item, as many at a time as there are processors; the results come in the order of the items.
fn in_parallel<I: Sync, O: Send>(items: &[I], work: impl Fn(&I) -> O + Sync) -> Vec<O> {
    let next = AtomicUsize::new(0);
    let done = Mutex::new(Vec::new());
    let workers = std::thread::available_parallelism().map_or(2, usize::from).min(items.len());
    std::thread::scope(|scope| {
        for _ in 0..workers {
            scope.spawn(|| {
                while let Some((index, item)) = items.iter().enumerate().nth(next.fetch_add(1, Ordering::Relaxed)) {
                    let result = work(item);
                    done.lock().unwrap_or_else(|poisoned| poisoned.into_inner()).push((index, result));
                }
            });
        }
    });
    let mut done = done.into_inner().unwrap_or_else(|poisoned| poisoned.into_inner());
    done.sort_by_key(|&(index, _)| index);
    done.into_iter().map(|(_, result)| result).collect()
}

/// Draws one line for each story.
fn story_by_story(stories: &[(&str, &labels::Story)], scored: Vec<Result<Vec<measure::Figure>>>) -> Result<String> {
    const SHOWN: [&str; 10] = [
        "rows F1",
        "rows precision",
        "rows recall",
        "relation macro-F1",
        "relation accuracy",
        "split F1",
        "noise",
        "invalid",
        "contradictions right",
        "contradictions found",
    ];
    const HEADS: [&str; 12] =
        ["set", "story", "rows F1", "p", "r", "rel F1", "acc", "split", "noise", "invalid", "right", "found"];
    let mut lines = vec![HEADS.map(str::to_owned)];
    for ((set, story), figures) in stories.iter().zip(scored) {
        let figures = figures?;
        let mut line: [String; 12] = Default::default();
        (line[0], line[1]) = ((*set).to_owned(), story.name.clone());
        for (cell, name) in line[2..].iter_mut().zip(SHOWN) {
            let Some(figure) = figures.iter().find(|figure| figure.measure == name) else { continue };
            *cell = match (figure.counts, figure.value) {
                (Some((right, all)), _) => format!("{right}/{all}"),
                (None, value) => value.map_or_else(|| "–".to_owned(), |value| table::written(value, figure.whole)),
            };
        }
        lines.push(line);
    }
    Ok(table::columns(&lines))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sets() -> Vec<Set> {
        ["gold", "gold/second", "pairs/snli-dev", "pairs/snli-test"]
            .map(|name| Set { name: name.to_owned(), form: Form::Pairs(PathBuf::new()) })
            .to_vec()
    }

    fn chosen(only: &[&str]) -> Result<Vec<String>> {
        let mut sets = sets();
        choose(&mut sets, &only.iter().map(|&name| name.to_owned()).collect::<Vec<_>>())?;
        Ok(sets.into_iter().map(|set| set.name).collect())
    }

    #[test]
    fn a_set_is_named_by_its_whole_name_its_last_part_or_its_folder() {
        assert_eq!(chosen(&["snli-dev"]).unwrap(), ["pairs/snli-dev"]);
        assert_eq!(chosen(&["pairs"]).unwrap(), ["pairs/snli-dev", "pairs/snli-test"]);
        assert_eq!(chosen(&["gold", "pairs/snli-test"]).unwrap(), ["gold", "gold/second", "pairs/snli-test"]);
        assert_eq!(chosen(&[]).unwrap().len(), 4);
    }

    #[test]
    fn an_unknown_set_is_named_with_those_there_are() {
        let error = chosen(&["snli"]).unwrap_err().to_string();
        assert!(error.contains("\"snli\"") && error.contains("pairs/snli-dev"), "{error}");
    }

    #[test]
    fn results_come_in_the_order_of_the_items() {
        let items: Vec<u64> = (0..40).collect();
        let results = in_parallel(&items, |&item| {
            std::thread::sleep(std::time::Duration::from_micros(500 - 10 * item));
            item * 2
        });
        assert_eq!(results, items.iter().map(|item| item * 2).collect::<Vec<_>>());
        assert!(in_parallel(&[] as &[u8], |&item| item).is_empty());
    }
}
