//! How alike two claims are: the share of their weighted terms that they have in common.
//!
//! A step of its own because rows and the nearest sentence of an omission use the same measure. Terms are stems, names under one form
//! and numbers; a term weighs more the fewer sentences of the corpus hold it, so that the names a story is about do not drown the rest.
//! Known limits: words of like meaning and other stem do not meet unless the word lists join them.

mod figure;
mod kind;
mod list;
mod table;
mod word;

use crate::ablation::weight;
pub use figure::Figure;
pub(crate) use figure::{FIGURES, counted};
use std::collections::{BTreeMap, BTreeSet};
pub use table::{TermTable, terms};
pub use word::{TokenWords, token_words};
pub(crate) use word::{synonym, verb_synonym};

/// Factor on the likeness of two claims of which one opens with another year ("In April last year a quake struck off the coast"), however
/// alike their words. At 1 two quakes are one row and .006 fewer relations of the gold stories are right; from .5 down a row of theirs is lost, and at .6 two quakes of few words still meet.
const OTHER_YEAR_FACTOR: f64 = 0.5;

/// The terms of a claim by index into the vocabulary, each with its factor, ordered by index.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Terms {
    entries: Vec<(u32, f64)>,
    /// Those that stand in the claim's own words.
    own: Vec<(u32, f64)>,
    /// The term of the year that it tells of.
    year: Option<u32>,
    /// Tells that its sentence opens, or goes on with, a year before that of its article.
    earlier: bool,
}

/// All terms of a corpus, and how much each weighs.
#[derive(Debug, Clone, Default)]
pub struct Vocabulary {
    index: BTreeMap<String, u32>,
    sentences_with: Vec<u32>,
    /// The last sentence that was counted for each term, from 1; 0 before the first.
    last: Vec<u32>,
    sentences: u32,
    weights: Vec<f64>,
}

impl Vocabulary {
    fn term(&mut self, word: &str) -> u32 {
        if let Some(&index) = self.index.get(word) {
            return index;
        }
        let index = u32::try_from(self.index.len()).unwrap_or(u32::MAX);
        self.index.insert(word.to_owned(), index);
        self.sentences_with.push(0);
        self.last.push(0);
        index
    }

    /// Counts a sentence that holds these terms.
    fn count(&mut self, terms: impl Iterator<Item = u32>) {
        self.sentences += 1;
        for term in terms {
            // Once for each sentence, however often it stands there.
            if std::mem::replace(&mut self.last[term as usize], self.sentences) != self.sentences {
                self.sentences_with[term as usize] += 1;
            }
        }
    }

    /// Counts terms that stand for a claim and not for words, each as often as it is given.
    fn count_each(&mut self, terms: impl Iterator<Item = u32>) {
        for term in terms {
            self.sentences_with[term as usize] += 1;
        }
    }

    /// Works out the weights once all sentences are counted.
    fn weigh(&mut self) {
        let sentences = f64::from(self.sentences.max(1));
        self.weights =
            self.sentences_with.iter().map(|&n| natural_log(1.0 + sentences / f64::from(n.max(1)))).collect();
    }

    /// Returns in how many sentences a term stands; 0 for one that is unknown.
    pub(crate) fn sentences_with(&self, term: u32) -> u32 {
        self.sentences_with.get(term as usize).copied().unwrap_or(0)
    }

    /// Returns the weight of a term, from 0 up: the logarithm of how seldom its sentences are; 0 for one that is unknown.
    pub fn weight(&self, term: u32) -> f64 {
        self.weights.get(term as usize).copied().unwrap_or(0.0)
    }
}

/// Natural logarithm of a number of at least one by arithmetic alone, because the platform's differs between native and WASM.
/// Absolute error below 1e-9 over the range used.
pub(crate) fn natural_log(x: f64) -> f64 {
    let mut mantissa = x.max(1.0);
    let mut exponent = 0.0;
    while mantissa >= 1.5 {
        mantissa /= 2.0;
        exponent += 1.0;
    }
    // ln m = 2 artanh((m - 1) / (m + 1)), whose argument is at most 1/3 here.
    let y = (mantissa - 1.0) / (mantissa + 1.0);
    let square = y * y;
    let mut power = y;
    let mut sum = 0.0;
    for k in 0..12 {
        sum += power / f64::from(2 * k + 1);
        power *= square;
    }
    2.0 * sum + exponent * std::f64::consts::LN_2
}

impl Terms {
    /// Returns the terms with their factors, by index.
    pub fn entries(&self) -> &[(u32, f64)] {
        &self.entries
    }

    /// Takes some terms out.
    pub fn without(&mut self, gone: &BTreeSet<u32>) {
        self.entries.retain(|(term, _)| !gone.contains(term));
        self.own.retain(|(term, _)| !gone.contains(term));
    }

    /// Returns the summed weight of all terms, each by its factor.
    pub fn mass(&self, vocabulary: &Vocabulary) -> f64 {
        mass(&self.entries, vocabulary)
    }

    /// Returns the share of the weight that any of some other terms hold too, 0 to 1; 0 of nothing.
    pub fn covered<'t>(&self, others: impl Iterator<Item = &'t Self>, vocabulary: &Vocabulary) -> f64 {
        let mut best: BTreeMap<u32, f64> = BTreeMap::new();
        for &(term, factor) in others.flat_map(|other| other.entries.iter()) {
            let held = best.entry(term).or_insert(0.0);
            *held = held.max(factor);
        }
        let together: Vec<(u32, f64)> = best.into_iter().collect();
        let mass = self.mass(vocabulary);
        if mass > 0.0 { (shared(&self.entries, &together, vocabulary) / mass).min(1.0) } else { 0.0 }
    }

    /// Returns a factor on the likeness of two claims, 0 to 1: less than 1 where one tells of an earlier year and the other does not.
    pub fn of_one_time(&self, other: &Self) -> f64 {
        let apart = (self.earlier || other.earlier) && self.year != other.year;
        if apart { weight("other-year", OTHER_YEAR_FACTOR, 1.0) } else { 1.0 }
    }

    /// Returns the summed weight of what both hold, each term by the smaller factor.
    pub fn shared(&self, other: &Self, vocabulary: &Vocabulary) -> f64 {
        shared(&self.entries, &other.entries, vocabulary)
    }
}

fn mass(entries: &[(u32, f64)], vocabulary: &Vocabulary) -> f64 {
    entries.iter().map(|&(term, factor)| on_grid(factor * vocabulary.weight(term))).sum()
}

fn shared(ours: &[(u32, f64)], theirs: &[(u32, f64)], vocabulary: &Vocabulary) -> f64 {
    let (mut i, mut j, mut sum) = (0, 0, 0.0);
    while i < ours.len() && j < theirs.len() {
        let (a, b) = (ours[i], theirs[j]);
        match a.0.cmp(&b.0) {
            std::cmp::Ordering::Less => i += 1,
            std::cmp::Ordering::Greater => j += 1,
            std::cmp::Ordering::Equal => {
                sum += on_grid(a.1.min(b.1) * vocabulary.weight(a.0));
                i += 1;
                j += 1;
            }
        }
    }
    sum
}

/// How much the share of the smaller claim counts beside the share of both.
/// Larger joins a short claim to a long one that contains it, and lets long claims swallow short ones.
const CONTAINMENT: f64 = 0.35;

/// Mass below which a claim is too short to be alike by containment alone: it is filled up with unmatched weight.
const LEAST_MASS: f64 = 6.0;

/// Returns how alike two claims are, 0 to 1, the same either way round.
pub fn similarity(a: &Terms, b: &Terms, vocabulary: &Vocabulary) -> f64 {
    likeness(a.shared(b, vocabulary), a.mass(vocabulary), b.mass(vocabulary))
}

/// Returns how alike two claims of one document are, 0 to 1, by their own words: what gives them context is the same for both and says nothing.
pub fn own_similarity(a: &Terms, b: &Terms, vocabulary: &Vocabulary) -> f64 {
    likeness(shared(&a.own, &b.own, vocabulary), mass(&a.own, vocabulary), mass(&b.own, vocabulary))
}

/// Returns how alike two claims are, 0 to 1, by the weight that they share and the weight that each has.
pub(crate) fn likeness(shared: f64, mass_a: f64, mass_b: f64) -> f64 {
    if shared == 0.0 {
        return 0.0;
    }
    let (mass_a, mass_b) = (mass_a.max(LEAST_MASS), mass_b.max(LEAST_MASS));
    let dice = 2.0 * shared / (mass_a + mass_b);
    let contained = shared / mass_a.min(mass_b);
    on_grid(((1.0 - CONTAINMENT) * dice + CONTAINMENT * contained).min(1.0))
}

/// Rounds to a multiple of 2⁻³². Sums of such numbers, below a million, are exact, so that they do not depend on the order of the
/// terms or documents that they are taken over.
pub(crate) fn on_grid(x: f64) -> f64 {
    // The last bit of a number of this size is worth 2⁻³²: adding it rounds, taking it away leaves what was rounded.
    const SHIFT: f64 = 1.5 * (1u64 << 20) as f64;
    (x + SHIFT) - SHIFT
}

#[cfg(test)]
impl Terms {
    /// Makes terms of entries ordered by index.
    pub(crate) fn of(entries: &[(u32, f64)]) -> Self {
        Self { entries: entries.to_vec(), own: entries.to_vec(), ..Self::default() }
    }
}

#[cfg(test)]
impl Vocabulary {
    /// Makes a vocabulary of terms of the given weights.
    pub(crate) fn of(weights: &[f64]) -> Self {
        Self { weights: weights.to_vec(), ..Self::default() }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sums_on_the_grid_do_not_depend_on_their_order() {
        let parts: Vec<f64> = (1..2000).map(|i| on_grid(f64::from(i).sqrt() * 0.15)).collect();
        let forth: f64 = parts.iter().sum();
        let back: f64 = parts.iter().rev().sum();
        assert_eq!(forth.to_bits(), back.to_bits());
        assert!((on_grid(0.3) - 0.3).abs() < 1e-9 && on_grid(0.0) == 0.0 && on_grid(1.0) == 1.0);
    }

    #[test]
    fn the_logarithm_is_close() {
        for (x, ln) in [(1.0, 0.0), (3.0, 1.098_612_288_7), (11.0, 2.397_895_272_8), (1234.5, 7.1184213088)] {
            assert!((natural_log(x) - ln).abs() < 1e-7, "{x}: {}", natural_log(x));
        }
    }
}
