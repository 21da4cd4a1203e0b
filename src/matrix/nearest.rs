//! The cells of the documents that do not tell a claim, each with its sentence that comes closest to the statement.
//!
//! A step of its own because most cells of a large matrix are omissions: one look at the claims that share a term with the statement
//! finds the closest of all documents together. Known limit: in corpora of many thousand claims only those found by the rarer terms of
//! a statement are seen.

use super::{Reading, round};
use crate::claim::Claim;
use crate::comparison::{Cell, JudgedBy, Nearest, Reason};
use crate::document::Document;
use crate::index::Index;
use crate::order::Arrange as _;
use crate::similarity::{likeness, on_grid};
use crate::span::Span;
use crate::stance::pair::{Side, TellingWord, choose, lacking_of, telling_words};
use crate::stance::reliability::confidence as trusted;
use crate::stance::{RuleName, Stance};

/// How many claims that share a term with a statement are looked at, those of rarer terms first. Larger finds sentences that are near by
/// common words only and takes longer; the gold stories need a hundredth of it.
const REACH: usize = 20_000;

/// Likeness below which the nearest sentence has next to nothing in common with a statement, so that naming what it lacks would mean
/// naming all of it.
const UNLIKE: f64 = 0.1;

/// The claim of a document that comes closest to a statement.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Near {
    pub(super) claim: usize,
    /// How alike the two are, 0 to 1.
    pub(super) likeness: f64,
}

/// Looks for the nearest claims of one statement after the other.
pub(super) struct Search {
    index: Index,
    /// The weight of each claim.
    masses: Vec<f64>,
    /// The first claim of each document, which is the nearest where none shares anything.
    first: Vec<Option<usize>>,
    /// The weight that each claim shares with the statement looked for; all zero between two looks.
    shared: Vec<f64>,
    /// The claims that share some; empty between two looks.
    touched: Vec<usize>,
}

impl Search {
    pub(super) fn new(reading: &Reading<'_>) -> Self {
        let claims = &reading.table.claims;
        let first = |document: usize| {
            let at = reading.claims.partition_point(|claim| claim.document < document);
            reading.claims.get(at).filter(|claim| claim.document == document).map(|_| at)
        };
        Self {
            index: Index::new(claims.iter(), 0.0),
            masses: claims.iter().map(|terms| terms.mass(&reading.table.vocabulary)).collect(),
            first: (0..reading.corpus.documents.len()).map(first).collect(),
            shared: vec![0.0; claims.len()],
            touched: Vec::new(),
        }
    }

    /// Finds the claim of each document that comes closest to a statement, the first of those equally close.
    pub(super) fn nearest(&mut self, reading: &Reading<'_>, anchor: usize) -> Vec<Option<Near>> {
        let entries = reading.table.claims[anchor].entries().iter();
        let mut terms: Vec<(u32, f64)> = entries.copied().collect();
        terms.arrange_by_key(|&(term, _)| self.index.holders(term).len());
        let mass = reading.table.claims[anchor].mass(&reading.table.vocabulary);
        let mut whole = true;
        // Terms held equally often are taken together, so that their order does not matter.
        for terms in terms.chunk_by(|a, b| self.index.holders(a.0).len() == self.index.holders(b.0).len()) {
            if self.touched.len() + terms.iter().map(|&(term, _)| self.index.holders(term).len()).sum::<usize>() > REACH
            {
                whole = false;
                break;
            }
            for &(term, factor) in terms {
                let weight = reading.table.vocabulary.weight(term);
                for &(claim, other) in self.index.holders(term) {
                    self.shared[claim] += on_grid(factor.min(other) * weight);
                    self.touched.push(claim);
                }
            }
        }
        let mut best: Vec<Option<(f64, usize)>> = self.first.iter().map(|first| first.map(|at| (0.0, at))).collect();
        for claim in self.touched.drain(..) {
            // A claim that shares several terms comes up again with nothing left, which beats none.
            let value = likeness(std::mem::take(&mut self.shared[claim]), mass, self.masses[claim]);
            if let Some(best) = &mut best[reading.claims[claim].document]
                && (value > best.0 || value == best.0 && claim < best.1)
            {
                *best = (value, claim);
            }
        }
        let near = |(value, claim)| Near { claim, likeness: if whole { value } else { reading.alike(anchor, claim) } };
        best.into_iter().map(|best| best.map(near)).collect()
    }
}

/// What the cells of a row whose documents omit its claim have in common, each worked out once.
pub(super) struct Omissions<'r> {
    /// The claim that gives the statement.
    pub(super) anchor: usize,
    side: Side<'r>,
    /// The words of the statement that a reason may quote; none before they are asked for.
    words: Option<Vec<TellingWord>>,
    /// Why a sentence does not count that lacks these words, of which these are quoted.
    reasons: Vec<(Vec<TellingWord>, Vec<Span>, Reason)>,
}

impl<'r> Omissions<'r> {
    pub(super) fn of(reading: &'r Reading<'_>, anchor: usize) -> Self {
        Self { anchor, side: reading.side(anchor), words: None, reasons: Vec::new() }
    }

    /// Says why a sentence does not count, given by the claim that comes closest.
    fn why(&mut self, reading: &Reading<'_>, claim: &Claim, likeness: f64) -> Reason {
        let unlike = likeness < UNLIKE;
        let words = self.words.get_or_insert_with(|| telling_words(&self.side, &reading.table.vocabulary, |_| true));
        let sentence = &reading.table.tokens[claim.document][claim.sentence];
        let lacking = if unlike { Vec::new() } else { lacking_of(words, sentence) };
        let rule = match (unlike, lacking.is_empty()) {
            (true, _) => RuleName::FewWords,
            (false, false) => RuleName::LacksWords,
            (false, true) => RuleName::OtherStatement,
        };
        // The sentence does not name the document, so it is the same wherever the same words are missing.
        let of_rule = || self.reasons.iter().filter(|(.., reason)| reason.rule == rule.as_str());
        if let Some((.., reason)) = of_rule().find(|(words, ..)| *words == lacking) {
            return reason.clone();
        }
        let spans = choose(&self.side, &lacking);
        let known = of_rule().find(|(_, quoted, _)| *quoted == spans).map(|(.., reason)| reason.clone());
        let reason = known.unwrap_or_else(|| {
            let home = reading.claims[self.anchor].document;
            let cues = spans.iter().map(|span| reading.cue(home, *span)).collect();
            reading.reason(rule, Stance::Omits, cues, home, claim.document)
        });
        self.reasons.push((lacking, spans, reason.clone()));
        reason
    }
}

impl Reading<'_> {
    /// Says of each document what it is where it does not tell a claim, and why, whatever the claim.
    pub(super) fn silences(&self) -> Vec<(Stance, Reason)> {
        let of_document = |(document, source): (usize, &Document)| {
            let (stance, rule) = if !self.analysed[document] {
                (Stance::Unjudged, RuleName::Language)
            } else if source.excerpt {
                (Stance::Unjudged, RuleName::Excerpt)
            } else {
                (Stance::Omits, RuleName::NotFound)
            };
            (stance, self.reason(rule, stance, Vec::new(), document, document))
        };
        self.corpus.documents.iter().enumerate().map(of_document).collect()
    }

    /// Makes the cell of a document that is not in the row: it omits the claim, or cannot be judged.
    pub(super) fn silent(&self, omissions: &mut Omissions<'_>, document: usize, nearest: Option<Near>) -> Cell {
        let (stance, reason) = self.silences[document].clone();
        let nearest = nearest.filter(|_| stance == Stance::Omits);
        let confidence = nearest.map_or(0.95, |near| round(0.97 - 0.6 * near.likeness));
        Cell {
            document: self.corpus.documents[document].id.clone(),
            stance,
            voice: None,
            speaker: None,
            confidence: if stance == Stance::Unjudged {
                0.0
            } else {
                round(trusted(RuleName::NotFound.as_str(), stance, confidence))
            },
            judged_by: JudgedBy::Rule,
            reasons: vec![reason],
            evidence: Vec::new(),
            nearest: nearest.map(|near| self.nearest_sentence(omissions, near)),
        }
    }

    /// Makes the nearest sentence of an omission from the claim in it.
    fn nearest_sentence(&self, omissions: &mut Omissions<'_>, near: Near) -> Nearest {
        let claim = &self.claims[near.claim];
        let Reason { rule, text: why, cues } = omissions.why(self, claim, near.likeness);
        Nearest { sentence: self.quotations[claim.document][claim.sentence].clone(), rule, why, cues }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::Corpus;
    use crate::language::Language;

    #[test]
    fn the_nearest_claim_is_the_one_that_a_look_at_all_of_them_finds() {
        let corpus = Corpus::from_json(include_str!("../../corpora/mexico-us-call.json")).unwrap();
        let mut known: Vec<_> = corpus.documents.iter().map(crate::matrix::Known::new).collect();
        let reading = Reading::new(&corpus, &mut known, Language::English);
        let mut search = Search::new(&reading);
        let mut seen = 0;
        for anchor in 0..reading.claims.len() {
            for (document, found) in search.nearest(&reading, anchor).into_iter().enumerate() {
                let of_document = (0..reading.claims.len()).filter(|&at| reading.claims[at].document == document);
                let all = of_document.map(|at| (reading.alike(anchor, at), at));
                let best = all.reduce(|best, next| if next.0 > best.0 { next } else { best });
                assert_eq!(found, best.map(|(likeness, claim)| Near { claim, likeness }));
                seen += usize::from(best.is_some_and(|(value, at)| value > 0.1 && at != anchor));
            }
        }
        assert!(seen > 40, "{seen}");
        assert!(search.shared.iter().all(|&shared| shared == 0.0));
    }
}
