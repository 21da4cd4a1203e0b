//! Claims of different documents about the same thing, grouped into rows.
//!
//! A step of its own because a row decides what is compared at all. Average-linkage clustering over the claims of all documents:
//! the two groups whose claims are on average most alike are joined until none are alike enough. Average linkage was chosen over best
//! partners and over single linkage because a row that swallows its neighbours is worse than a missed one. The result does not depend
//! on the order of the documents: ties are broken by the words. Candidates come from an inverted index of rare terms.

use crate::similarity::{Terms, Vocabulary, similarity};
use std::collections::BTreeMap;

/// What the alignment can be told.
#[derive(Debug, Clone, PartialEq)]
pub struct AlignmentOptions {
    /// Least average likeness, 0 to 1, at which two groups of claims become one row. Larger gives more and purer rows, smaller finds
    /// more paraphrases and swallows neighbours. From the gold stories.
    pub threshold: f64,
    /// Factor on the likeness of two claims of one document. Smaller keeps an article's own claims apart.
    pub same_document: f64,
}

impl Default for AlignmentOptions {
    fn default() -> Self {
        Self { threshold: 0.34, same_document: 0.7 }
    }
}

/// One claim as the alignment sees it.
#[derive(Debug, Clone, Copy)]
pub struct Item<'a> {
    /// Its document.
    pub document: usize,
    /// Its terms.
    pub terms: &'a Terms,
    /// Its words, for breaking ties.
    pub words: &'a str,
}

/// Two groups that may be joined.
struct Merge {
    average: f64,
    /// Breaks ties by words.
    key: (usize, usize),
    groups: (usize, usize),
}

/// A term held by more than this share of all claims brings up no candidates; it says too little.
const COMMON: f64 = 0.2;

/// Groups claims into rows; each claim is in exactly one. Rows and their members are in the order of `items`.
pub fn align(items: &[Item<'_>], vocabulary: &Vocabulary, options: &AlignmentOptions) -> Vec<Vec<usize>> {
    let likeness = candidates(items, vocabulary, options);
    let mut groups: Vec<Vec<usize>> = (0..items.len()).map(|i| vec![i]).collect();
    // Summed likeness between groups; the average is the sum over all pairs of members, unlike pairs counting as nothing.
    let mut sums: Vec<BTreeMap<usize, f64>> = vec![BTreeMap::new(); items.len()];
    for (&(i, j), &value) in &likeness {
        sums[i].insert(j, value);
        sums[j].insert(i, value);
    }
    // Order of words, not of documents, breaks ties.
    let mut rank: Vec<usize> = (0..items.len()).collect();
    rank.sort_by(|&a, &b| items[a].words.cmp(items[b].words));
    let mut place = vec![0usize; items.len()];
    for (position, &item) in rank.iter().enumerate() {
        place[item] = position;
    }
    loop {
        let mut best: Option<Merge> = None;
        for (i, neighbours) in sums.iter().enumerate() {
            for (&j, &sum) in neighbours.range(i + 1..) {
                let average = sum / (groups[i].len() * groups[j].len()) as f64;
                if average < options.threshold {
                    continue;
                }
                let (low, high) = (place[i].min(place[j]), place[i].max(place[j]));
                let better = best.as_ref().is_none_or(|best| {
                    average > best.average + 1e-12 || (average > best.average - 1e-12 && (low, high) < best.key)
                });
                if better {
                    best = Some(Merge { average, key: (low, high), groups: (i, j) });
                }
            }
        }
        let Some(Merge { groups: (i, j), .. }) = best else { break };
        let moved = std::mem::take(&mut groups[j]);
        groups[i].extend(moved);
        place[i] = place[i].min(place[j]);
        let others = std::mem::take(&mut sums[j]);
        sums[i].remove(&j);
        for (other, sum) in others {
            if other == i {
                continue;
            }
            sums[other].remove(&j);
            *sums[i].entry(other).or_insert(0.0) += sum;
            *sums[other].entry(i).or_insert(0.0) += sum;
        }
    }
    let mut rows: Vec<Vec<usize>> = groups.into_iter().filter(|g| !g.is_empty()).collect();
    rows.iter_mut().for_each(|row| row.sort_unstable());
    rows.sort();
    rows
}

/// Likeness of all pairs of claims that share a term rare enough to mean something.
fn candidates(
    items: &[Item<'_>],
    vocabulary: &Vocabulary,
    options: &AlignmentOptions,
) -> BTreeMap<(usize, usize), f64> {
    let mut holders: BTreeMap<u32, Vec<usize>> = BTreeMap::new();
    for (i, item) in items.iter().enumerate() {
        for &(term, factor) in item.terms.entries() {
            if factor >= 0.5 {
                holders.entry(term).or_default().push(i);
            }
        }
    }
    let most = ((items.len() as f64 * COMMON) as usize).max(12);
    let mut likeness = BTreeMap::new();
    for list in holders.values().filter(|list| list.len() <= most) {
        for (at, &i) in list.iter().enumerate() {
            for &j in &list[at + 1..] {
                likeness.entry((i, j)).or_insert_with(|| {
                    let value = similarity(items[i].terms, items[j].terms, vocabulary);
                    if items[i].document == items[j].document { value * options.same_document } else { value }
                });
            }
        }
    }
    likeness
}
