//! Finds the labelled sets and their scorers in a folder, by the form of the files and not by their names.
//!
//! Its own step because a folder with other stories and other pairs must be measured the same way.

use anyhow::{Context as _, Result, ensure};
use flate2::Crc;
use serde_json::Value;
use std::collections::BTreeMap;
use std::io::{BufRead as _, BufReader};
use std::path::{Path, PathBuf};

/// Folders inside folders are followed so far.
const DEEPEST: usize = 5;

/// What a folder of labels holds.
#[derive(Debug, Default)]
pub(crate) struct Labels {
    /// The sets, in the order in which they are shown.
    pub(crate) sets: Vec<Set>,
    /// The programs in Python by their file names.
    pub(crate) scripts: BTreeMap<String, PathBuf>,
}

/// One labelled set.
#[derive(Debug, Clone)]
pub(crate) struct Set {
    /// Its place in the folder, without what all places have in common.
    pub(crate) name: String,
    /// What it holds.
    pub(crate) form: Form,
}

/// What kind of labels a set has.
#[derive(Debug, Clone)]
pub(crate) enum Form {
    /// Whole stories, with what another annotator made of them where there is one.
    Stories { stories: Vec<Story>, others: Vec<Story> },
    /// Propositions of one document and whether another one states them.
    Propositions { items: PathBuf, corpora: Vec<PathBuf> },
    /// Texts and their sentences.
    Sentences(PathBuf),
    /// Pairs of sentences.
    Pairs(PathBuf),
}

/// One story labelled by one annotator.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Story {
    /// The name of its file, without `.gold.json`.
    pub(crate) name: String,
    /// The labels.
    pub(crate) gold: PathBuf,
    /// The articles.
    pub(crate) corpus: PathBuf,
}

impl Labels {
    /// Looks through a folder and those inside it.
    ///
    /// # Errors
    /// When something in it cannot be read.
    pub(crate) fn discover(folder: &Path) -> Result<Self> {
        let folder = folder.canonicalize().with_context(|| format!("no folder {}", folder.display()))?;
        ensure!(folder.is_dir(), "{} is not a folder", folder.display());
        let mut files = Vec::new();
        walk(&folder, DEEPEST, &mut files)?;
        files.sort();
        let mut labels = Self::default();
        let mut stories: BTreeMap<PathBuf, Vec<Story>> = BTreeMap::new();
        for file in files {
            let name = file.file_name().unwrap_or_default().to_string_lossy().into_owned();
            let place = file.parent().unwrap_or(&folder);
            if let Some(story) = name.strip_suffix(".gold.json") {
                let story = read_story(story, &file)?;
                stories.entry(place.to_owned()).or_default().push(story);
            } else if name.ends_with(".py") {
                labels.scripts.entry(name).or_insert(file);
            } else if name.ends_with(".jsonl") && holds_pairs(&file)? {
                labels.sets.push(Set { name: shown(&folder, &file.with_extension("")), form: Form::Pairs(file) });
            } else if name.ends_with(".json") && !name.ends_with(".corpus.json") {
                let first = first_of_list(&file)?;
                if first["hypothesis_document"].is_string() && first["story"].is_string() {
                    let form = Form::Propositions { corpora: corpora_of(&file)?, items: file.clone() };
                    labels.sets.push(Set { name: shown(&folder, place), form });
                } else if first["text"].is_string() && first["expect"].is_array() {
                    labels
                        .sets
                        .push(Set { name: shown(&folder, &file.with_extension("")), form: Form::Sentences(file) });
                }
            }
        }
        for (place, group) in &stories {
            let others = other_annotator(place, group, &stories);
            let form = Form::Stories { stories: group.clone(), others };
            labels.sets.push(Set { name: shown(&folder, place), form });
        }
        labels.sets.sort_by_key(|set| (set.form.rank(), set.name.clone()));
        Ok(labels)
    }

    /// Adds the stories of a folder as a set of that name.
    ///
    /// # Errors
    /// When the folder cannot be read or holds no stories.
    pub(crate) fn add_stories(&mut self, name: &str, folder: &Path) -> Result<()> {
        let found = Self::discover(folder)?.sets.into_iter().find(|set| matches!(set.form, Form::Stories { .. }));
        let set = found.with_context(|| format!("no stories in {}", folder.display()))?;
        self.sets.push(Set { name: name.to_owned(), ..set });
        self.sets.sort_by_key(|set| (set.form.rank(), set.name.clone()));
        Ok(())
    }

    /// Gives the stories of all sets; those of first annotators come before those of second ones.
    pub(crate) fn stories(&self) -> impl Iterator<Item = (&str, &Story)> {
        self.sets.iter().flat_map(|set| match &set.form {
            Form::Stories { stories, .. } => stories.iter().map(|story| (set.name.as_str(), story)).collect(),
            _ => Vec::new(),
        })
    }
}

impl Set {
    /// Gives the name without the folders before it.
    pub(crate) fn short_name(&self) -> &str {
        self.name.rsplit('/').next().unwrap_or(&self.name)
    }

    /// Gives the check sum of the labels, so that figures are only compared that were measured on the same ones.
    ///
    /// # Errors
    /// When a file cannot be read.
    pub(crate) fn fingerprint(&self) -> Result<String> {
        let files: Vec<&Path> = match &self.form {
            Form::Stories { stories, .. } => {
                stories.iter().flat_map(|story| [story.gold.as_path(), story.corpus.as_path()]).collect()
            }
            Form::Propositions { items, corpora } => {
                std::iter::once(items).chain(corpora).map(PathBuf::as_path).collect()
            }
            Form::Sentences(file) | Form::Pairs(file) => vec![file],
        };
        let mut sum = Crc::new();
        for file in files {
            sum.update(&std::fs::read(file).with_context(|| file.display().to_string())?);
        }
        Ok(format!("{:08x}", sum.sum()))
    }
}

impl Form {
    fn rank(&self) -> u8 {
        match self {
            Self::Stories { .. } => 0,
            Self::Propositions { .. } => 1,
            Self::Sentences(_) => 2,
            Self::Pairs(_) => 3,
        }
    }
}

fn walk(folder: &Path, depth: usize, files: &mut Vec<PathBuf>) -> Result<()> {
    for entry in std::fs::read_dir(folder).with_context(|| folder.display().to_string())? {
        let path = entry?.path();
        let hidden = path.file_name().is_some_and(|name| name.to_string_lossy().starts_with('.'));
        if path.is_dir() && !hidden && depth > 0 {
            walk(&path, depth - 1, files)?;
        } else if path.is_file() && !hidden {
            files.push(path);
        }
    }
    Ok(())
}

/// Gives the place below the folder with `/`, without the folder `bench` that holds sets of every form.
fn shown(folder: &Path, path: &Path) -> String {
    let below = path.strip_prefix(folder).unwrap_or(path);
    let parts: Vec<_> = below.iter().map(|part| part.to_string_lossy()).collect();
    match parts.as_slice() {
        [] => folder.file_name().unwrap_or_default().to_string_lossy().into_owned(),
        [first, rest @ ..] if first == "bench" && !rest.is_empty() => rest.join("/"),
        all => all.join("/"),
    }
}

fn read_json(file: &Path) -> Result<Value> {
    let bytes = std::fs::read(file).with_context(|| file.display().to_string())?;
    serde_json::from_slice(&bytes).with_context(|| file.display().to_string())
}

fn read_story(name: &str, gold: &Path) -> Result<Story> {
    let labels = read_json(gold)?;
    let corpus = labels["corpus"].as_str().with_context(|| format!("{}: no \"corpus\"", gold.display()))?;
    Ok(Story { name: name.to_owned(), gold: gold.to_owned(), corpus: gold.with_file_name(corpus) })
}

/// Finds what a second annotator made of the same stories: those of the same name in a folder directly inside.
fn other_annotator(place: &Path, group: &[Story], all: &BTreeMap<PathBuf, Vec<Story>>) -> Vec<Story> {
    let Some(above) = place.parent().and_then(|parent| all.get(parent)) else {
        return Vec::new();
    };
    let same = |story: &&Story| group.iter().any(|own| own.name == story.name);
    let others: Vec<Story> = above.iter().filter(same).cloned().collect();
    if others.len() == group.len() { others } else { Vec::new() }
}

fn holds_pairs(file: &Path) -> Result<bool> {
    let mut line = String::new();
    BufReader::new(std::fs::File::open(file)?).read_line(&mut line).with_context(|| file.display().to_string())?;
    let first: Value = serde_json::from_str(&line).unwrap_or_default();
    Ok(first["a"].is_string() && first["b"].is_string() && !first["label"].is_null())
}

fn first_of_list(file: &Path) -> Result<Value> {
    let bytes = std::fs::read(file).with_context(|| file.display().to_string())?;
    if bytes.trim_ascii_start().first() != Some(&b'[') {
        return Ok(Value::Null);
    }
    let list: Value = serde_json::from_slice(&bytes).unwrap_or_default();
    Ok(list.get(0).cloned().unwrap_or_default())
}

fn corpora_of(items: &Path) -> Result<Vec<PathBuf>> {
    let list = read_json(items)?;
    let mut stories: Vec<&str> =
        list.as_array().into_iter().flatten().filter_map(|item| item["story"].as_str()).collect();
    stories.sort_unstable();
    stories.dedup();
    Ok(stories.iter().map(|story| items.with_file_name(format!("{story}.corpus.json"))).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Writes files into a folder of their own, which is removed when dropped.
    struct Folder(PathBuf);

    impl Folder {
        fn new(name: &str, files: &[(&str, &str)]) -> Self {
            let folder = std::env::temp_dir().join(format!("news-compare-labels-{name}-{}", std::process::id()));
            for (file, content) in files {
                let path = folder.join(file);
                std::fs::create_dir_all(path.parent().unwrap()).unwrap();
                std::fs::write(path, content).unwrap();
            }
            Self(folder)
        }
    }

    impl Drop for Folder {
        fn drop(&mut self) {
            let _ = std::fs::remove_dir_all(&self.0);
        }
    }

    const GOLD: &str = r#"{"corpus": "x.corpus.json", "claims": []}"#;
    const PAIR: &str = r#"{"id": 1, "a": "A", "b": "B", "label": "same"}"#;

    #[test]
    fn sets_are_told_by_the_form_of_their_files() {
        let folder = Folder::new(
            "form",
            &[
                ("tales/flood.gold.json", GOLD),
                ("tales/quake.gold.json", GOLD),
                ("tales/again/flood.gold.json", GOLD),
                ("bench/pairs/new.jsonl", PAIR),
                ("bench/pairs/log.jsonl", r#"{"message": "no pair"}"#),
                ("bench/cells/items.json", r#"[{"story": "s2", "hypothesis_document": "a"}, {"story": "s1"}]"#),
                ("bench/rules.json", r#"[{"text": "A. B.", "expect": ["A.", "B."]}]"#),
                ("bench/other.json", r#"{"text": "A"}"#),
                ("bench/score.py", ""),
                (".git/score_pairs.py", ""),
            ],
        );
        let labels = Labels::discover(&folder.0).unwrap();
        let names: Vec<&str> = labels.sets.iter().map(|set| set.name.as_str()).collect();
        assert_eq!(names, ["tales", "tales/again", "cells", "rules", "pairs/new"]);
        assert_eq!(labels.sets[4].short_name(), "new");
        assert_eq!(labels.scripts.keys().collect::<Vec<_>>(), ["score.py"]);
        let Form::Stories { stories, others } = &labels.sets[1].form else { panic!("{:?}", labels.sets[1]) };
        assert_eq!((stories.len(), others.len()), (1, 1));
        assert!(others[0].gold.ends_with("tales/flood.gold.json"), "{others:?}");
        let Form::Stories { others, .. } = &labels.sets[0].form else { panic!("{:?}", labels.sets[0]) };
        assert!(others.is_empty());
        let Form::Propositions { corpora, .. } = &labels.sets[2].form else { panic!("{:?}", labels.sets[2]) };
        assert!(corpora[0].ends_with("cells/s1.corpus.json") && corpora.len() == 2, "{corpora:?}");
    }

    #[test]
    fn other_labels_have_another_fingerprint() {
        let first = Folder::new("first", &[("pairs/x.jsonl", PAIR)]);
        let second = Folder::new("second", &[("pairs/x.jsonl", &PAIR.replace("same", "other"))]);
        let sum = |folder: &Folder| Labels::discover(&folder.0).unwrap().sets[0].fingerprint().unwrap();
        assert_eq!(sum(&first), sum(&first));
        assert_ne!(sum(&first), sum(&second));
    }

    #[test]
    fn stories_of_another_folder_are_added_under_a_name() {
        let folder = Folder::new("added", &[("own/flood.gold.json", GOLD), ("labels/pairs/x.jsonl", PAIR)]);
        let mut labels = Labels::discover(&folder.0.join("labels")).unwrap();
        labels.add_stories("invented", &folder.0.join("own")).unwrap();
        assert_eq!(labels.sets.iter().map(|set| set.name.as_str()).collect::<Vec<_>>(), ["invented", "pairs/x"]);
        assert!(labels.add_stories("none", &folder.0.join("labels")).is_err());
    }

    #[test]
    fn a_folder_without_labels_has_no_sets() {
        let folder = Folder::new("none", &[("readme.md", "")]);
        assert!(Labels::discover(&folder.0).unwrap().sets.is_empty());
        assert!(Labels::discover(&folder.0.join("missing")).is_err());
    }
}
