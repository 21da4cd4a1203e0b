//! How alike two claims are: the share of their weighted terms that they have in common.
//!
//! A step of its own because rows and the nearest sentence of an omission use the same measure. Terms are stems, names under one form
//! and numbers; a term weighs more the fewer sentences of the corpus hold it, so that the names a story is about do not drown the rest.
//! Known limits: words of like meaning and other stem do not meet unless the word lists join them.

mod figure;
mod kind;
mod list;
mod word;

use crate::ablation::weight;
use crate::claim::entity::Names;
use crate::claim::{Claim, Read};
use crate::order::Arrange as _;
use crate::tag::Tag;
pub use figure::Figure;
pub(crate) use figure::{FIGURES, counted};
use figure::{FRAME_FACTOR, LEAD_FACTOR, figures, frame, leads};
use kind::kinds;
use std::collections::{BTreeMap, BTreeSet};
pub use word::{TokenWords, token_words};
pub(crate) use word::{synonym, verb_synonym};

/// How many tokens of a lead-in, or of a sentence on each side of where a claim begins, give it context. Sentences of news are shorter;
/// without an end the cost of a sentence of many short claims would grow with its square.
const CONTEXT_REACH: usize = 64;

/// Factor on terms that stand in the subject or lead-in of a claim, not in its own words.
/// Larger joins claims about the same subject, smaller loses bullets and clauses without a subject; from the gold stories.
const CONTEXT_FACTOR: f64 = 0.5;

/// Factor on terms of the attributing words. Larger joins different statements of one speaker.
const ATTRIBUTION_FACTOR: f64 = 0.15;

/// Factor on numbers. Smaller lets claims meet that differ in their number only, which is what a reader wants to compare; too small
/// joins claims that share a number's neighbours alone. From the gold stories.
const NUMBER_FACTOR: f64 = 0.5;

/// Factor on the words of dates. Larger joins what happened on one day; smaller says less of when a thing happened, until two
/// claims of one day are as unlike as of two.
const DATE_FACTOR: f64 = 0.7;

/// Weight of its own terms below which a claim is too short to stand alone and takes the rest of its sentence as context.
/// Larger keeps short claims of different events apart and loses paraphrases; from the gold stories.
const SHORT: f64 = 8.0;

/// Factor on that context.
const SENTENCE_FACTOR: f64 = 0.2;

/// Factor on the person that a pronoun stands for.
const PRONOUN_FACTOR: f64 = 0.5;

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

    /// Works out the weights once all sentences are counted.
    fn weigh(&mut self) {
        let sentences = f64::from(self.sentences.max(1));
        self.weights =
            self.sentences_with.iter().map(|&n| natural_log(1.0 + sentences / f64::from(n.max(1)))).collect();
    }

    /// Returns in how many sentences a term stands.
    pub(crate) fn sentences_with(&self, term: u32) -> u32 {
        self.sentences_with.get(term as usize).copied().unwrap_or(0)
    }

    /// Returns the weight of a term.
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

/// Factor on the term that two figures for the same thing share whatever their values. Larger joins differing counts into one row,
/// which is what a reader wants to compare; too large joins counts of different things.
const FIGURE_FACTOR: f64 = 0.5;

/// The terms of a corpus: of its claims, and of every token of its sentences.
#[derive(Debug, Clone, Default)]
pub struct TermTable {
    /// How much each term weighs.
    pub vocabulary: Vocabulary,
    /// The terms of each claim, in the order of the claims.
    pub claims: Vec<Terms>,
    /// The figures of each claim, in the order of the claims.
    pub figures: Vec<Vec<Figure>>,
    /// The term of each token: by document, sentence, token; `None` for words that say nothing.
    pub tokens: Vec<Vec<Vec<Option<u32>>>>,
}

/// Works out the vocabulary of a corpus and the terms of every claim; `words` are the [`token_words`] of each document.
pub fn terms<'w>(
    documents: &[Vec<Read>],
    words: impl Iterator<Item = &'w TokenWords>,
    claims: &[Claim],
    names: &Names,
) -> TermTable {
    let mut vocabulary = Vocabulary::default();
    let acronyms = names.acronyms();
    // The terms of each token of each sentence, and the person a pronoun there stands for.
    let mut of_tokens: Vec<Vec<Vec<Option<u32>>>> = Vec::with_capacity(documents.len());
    let mut persons: Vec<Vec<Option<u32>>> = Vec::with_capacity(documents.len());
    let mut lists: Vec<&[Vec<f64>]> = Vec::with_capacity(documents.len());
    for (reads, TokenWords { words, places, shares }) in documents.iter().zip(words) {
        lists.push(shares);
        let mut known: Vec<Option<u32>> = vec![None; words.len()];
        let mut sentences = Vec::with_capacity(reads.len());
        let mut salient = Vec::with_capacity(reads.len());
        let mut last: Option<u32> = None;
        for (read, places) in reads.iter().zip(places) {
            let mut row = Vec::with_capacity(read.tokens.len());
            salient.push(last);
            let mut first_person = None;
            for (at, token) in read.tokens.iter().enumerate() {
                let holder =
                    names.holder(&read.tokens, at).filter(|_| !read.tokens.get(at + 1).is_some_and(|t| t.capital));
                let word = places[at].map(|place| place as usize);
                let word = word.filter(|&at| !(words[at].yields && token.capital && names.is_given(&token.normal)));
                let term = match holder {
                    Some(person) => Some(vocabulary.term(person)),
                    None => word.map(|at| *known[at].get_or_insert_with(|| vocabulary.term(&words[at].term))),
                };
                let person = holder.is_some() || token.capital && names.is_person(&token.normal);
                if person && first_person.is_none() {
                    first_person = term;
                }
                row.push(term);
            }
            // A name and its acronym are one term, which stands where the name begins.
            let mut at = 0;
            while at < row.len() {
                let Some((acronym, end)) = acronyms.at(&read.tokens, at) else {
                    at += 1;
                    continue;
                };
                row[at..end].fill(None);
                row[at] = Some(vocabulary.term(&format!("{acronym}.")));
                at = end;
            }
            vocabulary.count(row.iter().flatten().copied());
            last = first_person.or(last);
            sentences.push(row);
        }
        of_tokens.push(sentences);
        persons.push(salient);
    }
    let frames: Vec<Option<u32>> =
        claims.iter().map(|claim| frame(&mut vocabulary, claim, &documents[claim.document])).collect();
    for frame in frames.iter().flatten() {
        vocabulary.sentences_with[*frame as usize] += 1;
    }
    let kinds: Vec<Vec<(u32, f64)>> =
        claims.iter().map(|claim| kinds(&mut vocabulary, claim, &documents[claim.document][claim.sentence])).collect();
    for (kind, _) in kinds.iter().flatten() {
        vocabulary.sentences_with[*kind as usize] += 1;
    }
    let figures: Vec<Vec<Figure>> = claims
        .iter()
        .map(|claim| figures(&mut vocabulary, claim, &documents[claim.document][claim.sentence]))
        .collect();
    for figures in &figures {
        for figure in figures {
            vocabulary.sentences_with[figure.of as usize] += 1;
        }
    }
    let leads = leads(&mut vocabulary, claims, &figures);
    for &lead in leads.iter().flatten() {
        vocabulary.sentences_with[lead as usize] += 1;
    }
    vocabulary.weigh();
    let claims = claims
        .iter()
        .zip(figures.iter().zip(frames.iter().zip(&kinds)).zip(&leads))
        .map(|(claim, ((figures, (frame, kinds)), leads))| {
            let reads = &documents[claim.document];
            let read = &reads[claim.sentence];
            let row = &of_tokens[claim.document][claim.sentence];
            let listed = &lists[claim.document][claim.sentence];
            let share = |at: usize| listed.get(at).copied().unwrap_or(1.0);
            let mut factors: Vec<(u32, f64)> = Vec::new();
            let mut add = |term: Option<u32>, factor: f64| factors.extend(term.map(|term| (term, factor)));
            for range in &claim.tokens {
                for at in range.clone() {
                    let factor = if claim.attribution.contains(&at) {
                        weight("attribution", ATTRIBUTION_FACTOR, 1.0)
                    } else if read.tags[at] == Tag::Number {
                        weight("number", NUMBER_FACTOR, 1.0)
                    } else if read.is_dated(read.tokens[at].span) {
                        weight("date", DATE_FACTOR, 1.0)
                    } else {
                        1.0
                    };
                    add(row[at], factor.min(share(at)));
                    if matches!(read.tokens[at].normal.as_str(), "he" | "she" | "his" | "her") {
                        add(persons[claim.document][claim.sentence], weight("pronoun", PRONOUN_FACTOR, 0.0));
                    }
                }
            }
            let own = greatest(factors);
            let mut factors = own.clone();
            let mut add = |term: Option<u32>, factor: f64| factors.extend(term.map(|term| (term, factor)));
            for at in claim.subject.clone() {
                add(row[at], weight("context", CONTEXT_FACTOR, 0.0).min(share(at)));
            }
            if let Some(lead_in) = read.sentence.lead_in {
                let leading = reads.partition_point(|r| r.sentence.span.end <= lead_in.start);
                let tokens = of_tokens[claim.document].get(leading).map(Vec::as_slice).unwrap_or_default();
                // What leads in stands last: "…, among them:".
                for at in &tokens[tokens.len().saturating_sub(CONTEXT_REACH)..] {
                    add(*at, weight("context", CONTEXT_FACTOR, 0.0));
                }
            }
            let own_weight: f64 =
                claim.tokens.iter().flat_map(Clone::clone).filter_map(|at| row[at]).map(|t| vocabulary.weight(t)).sum();
            if own_weight < SHORT {
                let first = claim.tokens.first().map_or(0, |range| range.start.saturating_sub(CONTEXT_REACH));
                for (at, &term) in row.iter().enumerate().skip(first).take(2 * CONTEXT_REACH) {
                    add(term, weight("sentence", SENTENCE_FACTOR, 0.0).min(share(at)));
                }
            }
            add(*frame, weight("frame", FRAME_FACTOR, 0.0));
            for &(kind, factor) in kinds {
                add(Some(kind), factor);
            }
            for &lead in leads {
                add(Some(lead), weight("lead", LEAD_FACTOR, 0.0));
            }
            for figure in figures {
                add(Some(figure.of), weight("figure", FIGURE_FACTOR, 0.0));
            }
            Terms { entries: greatest(factors), own, year: *frame, earlier: read.of_another_year }
        })
        .collect();
    TermTable { vocabulary, claims, figures, tokens: of_tokens }
}

/// Orders factors by term, of several for one term the greatest alone.
fn greatest(mut factors: Vec<(u32, f64)>) -> Vec<(u32, f64)> {
    factors.arrange_by(|(a, x), (b, y)| a.cmp(b).then(y.total_cmp(x)));
    factors.dedup_by_key(|&mut (term, _)| term);
    factors
}

impl TermTable {
    /// Adds a claim that was told apart from another: its own words and figures, without context.
    pub fn push(&mut self, claim: &Claim, read: &Read) {
        let row = &self.tokens[claim.document][claim.sentence];
        let mut factors: BTreeMap<u32, f64> = BTreeMap::new();
        for at in claim.tokens.iter().flat_map(Clone::clone) {
            let factor = if read.tags[at] == Tag::Number { weight("number", NUMBER_FACTOR, 1.0) } else { 1.0 };
            if let Some(term) = row[at] {
                let entry = factors.entry(term).or_insert(0.0);
                *entry = entry.max(factor);
            }
        }
        let own: Vec<(u32, f64)> = factors.iter().map(|(&term, &factor)| (term, factor)).collect();
        let figures = figures(&mut self.vocabulary, claim, read);
        for figure in &figures {
            factors.entry(figure.of).or_insert(weight("figure", FIGURE_FACTOR, 0.0));
        }
        self.claims.push(Terms { entries: factors.into_iter().collect(), own, ..Terms::default() });
        self.figures.push(figures);
    }
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

    /// Returns the summed weight.
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

    /// Returns a factor on the likeness of two claims: less than one where one tells of an earlier year and the other does not.
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

/// Returns how alike two claims of one document are, by their own words: what gives them context is the same for both and says nothing.
pub fn own_similarity(a: &Terms, b: &Terms, vocabulary: &Vocabulary) -> f64 {
    likeness(shared(&a.own, &b.own, vocabulary), mass(&a.own, vocabulary), mass(&b.own, vocabulary))
}

/// Returns how alike two claims are by the weight that they share and the weight that each has.
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
