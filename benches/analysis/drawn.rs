//! Corpora of any size for measuring: articles made by drawing from the sentences of real ones, the same every time.
//!
//! A file of its own because `cargo xtask bench` gives the same corpora to the browser. Half of the sentences are taken as they are, so
//! that articles share claims; the other half begin like one and end like another, so that the number of different claims keeps growing
//! with the number of articles. Known limit: such a sentence may be nonsense, which costs as much as sense.

use news_compare::{Corpus, Document};
use std::path::Path;

/// Words in each document.
pub(crate) const WORDS: usize = 800;

/// How many documents are compared.
pub(crate) const COUNTS: [usize; 5] = [2, 5, 10, 20, 50];

/// A stream of numbers that look random and are the same every time.
struct Draw(u64);

impl Draw {
    fn below(&mut self, bound: usize) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) as usize % bound
    }

    /// Returns a sentence, or the beginning of one with the end of another.
    fn sentence(&mut self, sentences: &[String]) -> String {
        let first = &sentences[self.below(sentences.len())];
        if self.below(2) == 0 {
            return first.clone();
        }
        let second = &sentences[self.below(sentences.len())];
        let (first, second): (Vec<&str>, Vec<&str>) = (first.split(' ').collect(), second.split(' ').collect());
        [&first[..first.len().div_ceil(2)], &second[second.len() / 2..]].concat().join(" ")
    }
}

/// Makes a corpus of so many documents.
pub(crate) fn corpus(sentences: &[String], count: usize) -> Corpus {
    let mut draw = Draw(1);
    let documents = (0..count).map(|at| {
        let mut text = String::new();
        let mut words = 0;
        while words < WORDS {
            let sentence = draw.sentence(sentences);
            words += sentence.split_whitespace().count();
            text.push_str(&sentence);
            text.push('\n');
        }
        Document::new(format!("d{at}"), text)
    });
    Corpus { title: "Sentences drawn at random".to_owned(), ..Corpus::new(documents.collect()) }
}

/// Puts a sentence in place of the one in the middle of a text, as an editor might.
#[allow(dead_code, reason = "not everybody who draws a corpus edits it")]
pub(crate) fn edit(text: &mut String, sentence: &str) {
    let mut lines: Vec<&str> = text.lines().collect();
    let middle = lines.len() / 2;
    lines[middle] = sentence;
    *text = lines.join("\n");
}

/// Reads the sentences of the labelled stories at `../shared/gold`, or of those in `corpora/` where these are not there.
pub(crate) fn sentences(root: &Path) -> Vec<String> {
    let labelled = root.join("../shared/gold");
    let folder = if labelled.is_dir() { labelled } else { root.join("corpora") };
    let mut paths: Vec<_> = folder.read_dir().into_iter().flatten().flatten().map(|file| file.path()).collect();
    paths.retain(|path| path.extension().is_some_and(|end| end == "json"));
    paths.sort();
    let corpora = paths.iter().filter_map(|path| Corpus::from_bytes(&std::fs::read(path).ok()?).ok());
    let cut = |document: Document| -> Vec<String> {
        let sentences = news_compare::sentence::segment(&document.text).into_iter();
        let words = sentences.map(|sentence| sentence.span.slice(&document.text).replace('\n', " "));
        words.filter(|words| words.split_whitespace().count() > 4).collect()
    };
    corpora.flat_map(|corpus| corpus.documents).flat_map(cut).collect()
}
