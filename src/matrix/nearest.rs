//! The sentence of each silent document that comes closest to a statement.
//!
//! A step of its own because most cells of a large matrix are omissions: one look at the claims that share a term with the statement
//! finds the closest of all documents together. Known limit: in corpora of many thousand claims only those found by the rarer terms of
//! a statement are seen.

use super::Reading;
use crate::claim::Claim;
use crate::comparison::{Evidence, Nearest, Reason};
use crate::index::Index;
use crate::similarity::{likeness, on_grid};
use crate::span::Span;
use crate::stance::pair::lacking;
use crate::stance::{RuleName, Stance};

/// How many claims that share a term with a statement are looked at, those of rarer terms first. Larger finds sentences that are near by
/// common words only and takes longer; the gold stories need a hundredth of it.
const REACH: usize = 20_000;

/// Likeness below which the nearest sentence has next to nothing in common with a statement, so that naming what it lacks would mean
/// naming all of it.
const UNLIKE: f64 = 0.1;

/// Looks for the nearest claims of one statement after the other.
pub(super) struct Search {
    index: Index,
    /// The weight of each claim.
    masses: Vec<f64>,
    /// The first claim of each document, which is the nearest where none shares anything.
    first: Vec<Option<usize>>,
    /// The weight that each claim shares with the statement looked for; all zero between two looks.
    shared: Vec<f64>,
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
        }
    }

    /// Finds the claim of each document that comes closest to a statement, the first of those equally close.
    pub(super) fn nearest(&mut self, reading: &Reading<'_>, anchor: usize) -> Vec<Option<usize>> {
        let entries = reading.table.claims[anchor].entries().iter();
        let mut terms: Vec<(u32, f64)> = entries.copied().collect();
        terms.sort_by_key(|&(term, _)| self.index.holders(term).len());
        let mass = reading.table.claims[anchor].mass(&reading.table.vocabulary);
        let mut touched = Vec::new();
        // Terms held equally often are taken together, so that their order does not matter.
        for terms in terms.chunk_by(|a, b| self.index.holders(a.0).len() == self.index.holders(b.0).len()) {
            if touched.len() + terms.iter().map(|&(term, _)| self.index.holders(term).len()).sum::<usize>() > REACH {
                break;
            }
            for &(term, factor) in terms {
                let weight = reading.table.vocabulary.weight(term);
                for &(claim, other) in self.index.holders(term) {
                    self.shared[claim] += on_grid(factor.min(other) * weight);
                    touched.push(claim);
                }
            }
        }
        let mut best: Vec<Option<(f64, usize)>> = self.first.iter().map(|first| first.map(|at| (0.0, at))).collect();
        for claim in touched {
            // A claim that shares several terms comes up again with nothing left, which beats none.
            let value = likeness(std::mem::take(&mut self.shared[claim]), mass, self.masses[claim]);
            if let Some(best) = &mut best[reading.claims[claim].document]
                && (value > best.0 || value == best.0 && claim < best.1)
            {
                *best = (value, claim);
            }
        }
        best.into_iter().map(|best| best.map(|(_, claim)| claim)).collect()
    }
}

impl Reading<'_> {
    /// Makes the nearest sentence of an omission from the claim in it, with how close that comes.
    pub(super) fn near(&self, anchor: usize, claim: usize) -> (Nearest, f64) {
        let likeness = self.alike(anchor, claim);
        let claim = &self.claims[claim];
        let span = self.reads[claim.document][claim.sentence].sentence.span;
        let document = claim.document;
        let rule = if likeness < UNLIKE { RuleName::FewWords } else { RuleName::LacksWords };
        let lacking = if rule == RuleName::LacksWords { self.lacking(anchor, claim) } else { Vec::new() };
        let rule = if rule == RuleName::LacksWords && lacking.is_empty() { RuleName::OtherStatement } else { rule };
        let home = self.claims[anchor].document;
        let cues = lacking.into_iter().map(|span| self.cue(home, span)).collect();
        let Reason { rule, text: why, cues } = self.reason(rule, Stance::Omits, cues, home, document);
        let text = &self.corpus.documents[document].text;
        (Nearest { sentence: Evidence::new(&self.points[document], text, span), rule, why, cues }, likeness)
    }

    /// Returns the most telling words of a statement that the whole sentence of another claim lacks.
    fn lacking(&self, anchor: usize, claim: &Claim) -> Vec<Span> {
        lacking(&self.side(anchor), &self.table.vocabulary, &self.table.tokens[claim.document][claim.sentence])
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
                assert_eq!(found, best.map(|(_, at)| at));
                seen += usize::from(best.is_some_and(|(value, at)| value > 0.1 && at != anchor));
            }
        }
        assert!(seen > 40, "{seen}");
        assert!(search.shared.iter().all(|&shared| shared == 0.0));
    }
}
