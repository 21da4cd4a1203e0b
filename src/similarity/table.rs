//! The terms of all claims of a corpus, and how much each counts for its claim.
//!
//! A file of its own because it says what claims are compared by: their own words, what gives these context, and what a claim tells
//! whatever its words. Known limits: of what leads a claim in, and of its sentence, only the nearest words are taken.

use super::figure::{FRAME_FACTOR, Figure, LEAD_FACTOR, figures, frame, leads};
use super::kind::kinds;
use super::word::{TokenWord, TokenWords};
use super::{Terms, Vocabulary};
use crate::ablation::weight;
use crate::claim::acronym::Known;
use crate::claim::entity::Names;
use crate::claim::{Claim, Read};
use crate::order::Arrange as _;
use crate::tag::Tag;
use std::collections::BTreeMap;

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

/// The terms of the words of a document.
struct DocumentTerms<'w> {
    /// By sentence and token; `None` for words that say nothing.
    tokens: Vec<Vec<Option<u32>>>,
    /// By sentence, the person that a pronoun there stands for.
    persons: Vec<Option<u32>>,
    /// By sentence, how much each token counts for as a member of a list; empty without one.
    shares: &'w [Vec<f64>],
}

impl DocumentTerms<'_> {
    /// Returns how much a token counts for as a member of a list.
    fn share(&self, sentence: usize, at: usize) -> f64 {
        self.shares[sentence].get(at).copied().unwrap_or(1.0)
    }
}

/// Works out the vocabulary of a corpus and the terms of every claim; `words` are the [`token_words`](super::token_words) of each document.
pub fn terms<'w>(
    documents: &[Vec<Read>],
    words: impl Iterator<Item = &'w TokenWords>,
    claims: &[Claim],
    names: &Names,
) -> TermTable {
    let mut vocabulary = Vocabulary::default();
    let acronyms = names.acronyms();
    let of_words: Vec<DocumentTerms<'w>> = documents
        .iter()
        .zip(words)
        .map(|(reads, words)| document_terms(&mut vocabulary, reads, words, names, &acronyms))
        .collect();
    let read = |claim: &Claim| &documents[claim.document][claim.sentence];
    let frames: Vec<Option<u32>> =
        claims.iter().map(|claim| frame(&mut vocabulary, claim, &documents[claim.document])).collect();
    vocabulary.count_each(frames.iter().flatten().copied());
    let kinds: Vec<Vec<(u32, f64)>> = claims.iter().map(|claim| kinds(&mut vocabulary, claim, read(claim))).collect();
    vocabulary.count_each(kinds.iter().flatten().map(|&(kind, _)| kind));
    let figures: Vec<Vec<Figure>> = claims.iter().map(|claim| figures(&mut vocabulary, claim, read(claim))).collect();
    vocabulary.count_each(figures.iter().flatten().map(|figure| figure.of));
    let leads = leads(&mut vocabulary, claims, &figures);
    vocabulary.count_each(leads.iter().flatten().copied());
    vocabulary.weigh();
    let of_claim = |(at, claim): (usize, &Claim)| {
        let of_words = &of_words[claim.document];
        let own = greatest(own_factors(claim, read(claim), of_words));
        let mut factors = own.clone();
        factors.extend(context_factors(claim, &documents[claim.document], of_words, &vocabulary));
        factors.extend(frames[at].map(|year| (year, weight("frame", FRAME_FACTOR, 0.0))));
        factors.extend(&kinds[at]);
        factors.extend(leads[at].iter().map(|&lead| (lead, weight("lead", LEAD_FACTOR, 0.0))));
        factors.extend(figures[at].iter().map(|figure| (figure.of, weight("figure", FIGURE_FACTOR, 0.0))));
        Terms { entries: greatest(factors), own, year: frames[at], earlier: read(claim).of_another_year }
    };
    let claims = claims.iter().enumerate().map(of_claim).collect();
    let tokens = of_words.into_iter().map(|of_words| of_words.tokens).collect();
    TermTable { vocabulary, claims, figures, tokens }
}

/// Works out the terms of the words of a document and counts its sentences.
fn document_terms<'w>(
    vocabulary: &mut Vocabulary,
    reads: &[Read],
    words: &'w TokenWords,
    names: &Names,
    acronyms: &Known,
) -> DocumentTerms<'w> {
    let mut found = DocumentTerms {
        tokens: Vec::with_capacity(reads.len()),
        persons: Vec::with_capacity(reads.len()),
        shares: &words.shares,
    };
    let TokenWords { words, places, .. } = words;
    // The term of each different word, once it was asked for.
    let mut known: Vec<Option<u32>> = vec![None; words.len()];
    let mut last_person = None;
    for (read, places) in reads.iter().zip(places) {
        let mut row = Vec::with_capacity(read.tokens.len());
        let mut first_person = None;
        for (at, token) in read.tokens.iter().enumerate() {
            let holder = names.holder(&read.tokens, at).filter(|_| !read.tokens.get(at + 1).is_some_and(|t| t.capital));
            let says = |word: &TokenWord| !(word.yields && token.capital && names.is_given(&token.normal));
            let word = places[at].map(|place| place as usize).filter(|&place| says(&words[place]));
            let term = match holder {
                Some(person) => Some(vocabulary.term(person)),
                None => word.map(|place| *known[place].get_or_insert_with(|| vocabulary.term(&words[place].term))),
            };
            let person = holder.is_some() || token.capital && names.is_person(&token.normal);
            first_person = first_person.or(term.filter(|_| person));
            row.push(term);
        }
        join_names(vocabulary, &mut row, read, acronyms);
        vocabulary.count(row.iter().flatten().copied());
        found.tokens.push(row);
        found.persons.push(last_person);
        last_person = first_person.or(last_person);
    }
    found
}

/// Gives a name and its acronym one term, which stands where the name begins.
fn join_names(vocabulary: &mut Vocabulary, row: &mut [Option<u32>], read: &Read, acronyms: &Known) {
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
}

/// Returns the terms of the words of a claim, each with the factor that its kind and its list leave it.
fn own_factors(claim: &Claim, read: &Read, of_words: &DocumentTerms<'_>) -> Vec<(u32, f64)> {
    let row = &of_words.tokens[claim.sentence];
    let mut factors = Vec::new();
    for at in claim.tokens.iter().flat_map(Clone::clone) {
        let factor = if claim.attribution.contains(&at) {
            weight("attribution", ATTRIBUTION_FACTOR, 1.0)
        } else if read.tags[at] == Tag::Number {
            weight("number", NUMBER_FACTOR, 1.0)
        } else if read.is_dated(read.tokens[at].span) {
            weight("date", DATE_FACTOR, 1.0)
        } else {
            1.0
        };
        factors.extend(row[at].map(|term| (term, factor.min(of_words.share(claim.sentence, at)))));
        if matches!(read.tokens[at].normal.as_str(), "he" | "she" | "his" | "her") {
            let person = of_words.persons[claim.sentence];
            factors.extend(person.map(|person| (person, weight("pronoun", PRONOUN_FACTOR, 0.0))));
        }
    }
    factors
}

/// Returns the terms that give a claim context: its subject, what leads it in and, of a short one, its sentence.
fn context_factors(
    claim: &Claim,
    reads: &[Read],
    of_words: &DocumentTerms<'_>,
    vocabulary: &Vocabulary,
) -> Vec<(u32, f64)> {
    let row = &of_words.tokens[claim.sentence];
    let share = |at: usize| of_words.share(claim.sentence, at);
    let context = weight("context", CONTEXT_FACTOR, 0.0);
    let subject = claim.subject.clone().filter_map(|at| Some((row[at]?, context.min(share(at)))));
    let mut factors: Vec<(u32, f64)> = subject.collect();
    if let Some(lead_in) = reads[claim.sentence].sentence.lead_in {
        let leading = reads.partition_point(|r| r.sentence.span.end <= lead_in.start);
        let tokens = of_words.tokens.get(leading).map(Vec::as_slice).unwrap_or_default();
        // What leads in stands last: "…, among them:".
        let nearest = &tokens[tokens.len().saturating_sub(CONTEXT_REACH)..];
        factors.extend(nearest.iter().flatten().map(|&term| (term, context)));
    }
    let own = claim.tokens.iter().flat_map(Clone::clone).filter_map(|at| row[at]);
    if own.map(|term| vocabulary.weight(term)).sum::<f64>() < SHORT {
        let first = claim.tokens.first().map_or(0, |range| range.start.saturating_sub(CONTEXT_REACH));
        let sentence = weight("sentence", SENTENCE_FACTOR, 0.0);
        let near = row.iter().enumerate().skip(first).take(2 * CONTEXT_REACH);
        factors.extend(near.filter_map(|(at, &term)| Some((term?, sentence.min(share(at))))));
    }
    factors
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
