//! Leftovers: phrases in which one document of a row tells what no other of them says a word of, as claims of their own.
//!
//! A step of its own, after the rows, because only rows tell which part of a claim is shared. "The cable was cut in the Mediterranean, by
//! ships at anchor" meets a report of where it was cut in one row; that ships' anchors did it, a third claim tells elsewhere, and the
//! phrase joins that one. A long phrase that nobody else tells becomes a row of one source, and the row that it is taken from stays with
//! what both tell. Known limits: only what ends a claim, behind a noun, is taken out of it, since in the middle it is held by both sides.

use super::Reading;
use crate::claim::clause::{Opening, excepts};
use crate::claim::{Claim, Read, before_joint, span_of};
use crate::detail::{Apart, Source, cut_phrase, is_inside_mention};
use crate::order::{Arrange as _, Gather as _};
use crate::span::Span;
use crate::tag::{Form, Tag};
use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

/// How many words of content a leftover needs. Fewer are a name or a day beside something else.
const LEAST_WORDS: usize = 2;

/// How many terms a leftover shares with a lone claim that it joins, one of them no name. With one, and with three, the rows F1 of the gold
/// stories is .002 and .009 lower.
const LEAST_SHARED: usize = 2;

/// How alike they must be: as alike as the claims of a row. Down to .24 the fresh stories lose precision, and the others gain nothing.
const LEAST_LIKENESS: f64 = 0.32;

/// How many terms a leftover that nobody else tells needs to be a row of its own. With two the split F1 of the gold stories is .007 lower, with
/// four the relations that are right are .005 fewer there.
const LEAST_ALONE: usize = 3;

/// A term that more lone claims hold brings up no candidates, so that the time taken stays in proportion to the text.
const COMMON: usize = 64;

/// Stands for a term that several documents of a row hold, in the place of the one that does.
const SEVERAL: usize = usize::MAX;

/// What is added for a shared term that is no name; so many terms no leftover has.
const WORDED: usize = 1 << 16;

/// Cuts the tokens of a claim, one range after the other, into phrases: each opens with a preposition, a conjunction, a comma or a verb that
/// hangs on a noun. "Of" goes on with the phrase before.
fn phrases(read: &Read, range: Range<usize>) -> Vec<Range<usize>> {
    let opens = |at: usize| {
        let token = &read.tokens[at];
        let before = read.tags[at - 1];
        let behind = read.tags.get(at + 1);
        let on_noun = matches!(before, Tag::Noun | Tag::Name | Tag::Number);
        match read.tags[at] {
            // "trapped more | than 700 metres underground"
            Tag::Preposition => !token.is("of") && !token.is("than") && before != Tag::Preposition,
            // "given the drug | or a placebo", "all | but one": without the rest either is false.
            Tag::Coordinator => !token.is("or") && !excepts(&read.tokens, at),
            Tag::Subordinator | Tag::Relative | Tag::Complementizer | Tag::To => true,
            Tag::Verb(Form::Ing) => on_noun,
            Tag::Verb(Form::Participle) => on_noun && matches!(behind, Some(Tag::Preposition | Tag::To)),
            Tag::Punctuation => matches!(token.normal.as_str(), "," | "(" | ";" | "—"),
            _ => false,
        }
    };
    let mut phrases = Vec::new();
    let mut start = range.start;
    for at in range.clone().skip(1).filter(|&at| opens(at) && !is_inside_mention(read, at)) {
        phrases.push(start..at);
        start = at;
    }
    phrases.push(start..range.end);
    phrases
}

/// Tells whether a run of phrases is whole: with a verb of its own behind a conjunction and with none else. "Against cartels at home | is not
/// needed" and "at a press conference | he could not say" are none.
fn is_whole(read: &Read, run: &Range<usize>) -> bool {
    let first = run.clone().find(|&at| !matches!(read.tags[at], Tag::Punctuation | Tag::Coordinator));
    let opens =
        first.is_some_and(|at| matches!(read.tags[at], Tag::Subordinator | Tag::Relative | Tag::Complementizer));
    opens == run.clone().any(|at| read.tags[at].is_finite())
}

/// Tells whether a run of phrases can be taken out of its claim and both be understood: it ends the claim, or a part of it, behind a noun, and
/// opens no quotation that it does not close.
fn comes_off(read: &Read, claim: &Claim, run: &Range<usize>) -> bool {
    let Some(range) = claim.tokens.iter().find(|range| range.start < run.start && run.end <= range.end) else {
        return false;
    };
    let mark = |&at: &usize| matches!(read.tokens[at].normal.as_str(), "\"" | "'" | "“" | "”" | "‘" | "’");
    (run.end..range.end).all(|at| read.tags[at] == Tag::Punctuation)
        && !read.tags[run.start - 1].is_verbal()
        && read.tags[run.start - 1] != Tag::Adverb
        && run.clone().filter(mark).count() % 2 == 0
}

impl Reading<'_> {
    fn read_of(&self, claim: &Claim) -> &Read {
        &self.reads[claim.document][claim.sentence]
    }

    /// Returns which document of a row holds each term, or [`SEVERAL`].
    fn holding(&self, row: &[usize]) -> BTreeMap<usize, usize> {
        let mut holders = BTreeMap::new();
        for &member in row {
            let document = self.claims[member].document;
            for &(term, _) in self.table.claims[member].entries() {
                let held = holders.entry(term as usize).or_insert(document);
                if *held != document {
                    *held = SEVERAL;
                }
            }
        }
        holders
    }

    /// Finds the phrases of a claim, neighbours together, that say something of which no other document of its row has a word.
    fn leftovers(&self, at: usize, holders: &BTreeMap<usize, usize>) -> Vec<Range<usize>> {
        let claim = &self.claims[at];
        let read = self.read_of(claim);
        let terms = &self.table.tokens[claim.document][claim.sentence];
        let told = |term: u32| holders.get(&(term as usize)).is_some_and(|&held| held != claim.document);
        let says = |&at: &usize| {
            let content = matches!(read.tags[at], Tag::Noun | Tag::Name | Tag::Number | Tag::Adjective | Tag::Verb(_));
            content && terms[at].is_some() && !claim.attribution.contains(&at)
        };
        // A figure that the others give otherwise is what the row is about. They stand in the order of the text.
        let figures: Vec<Span> =
            self.table.figures[at].iter().filter(|f| told(f.of)).map(|f| f.quantity.span).collect();
        // A phrase is told of a verb before it.
        let Some(verb) = claim.tokens.iter().flat_map(Clone::clone).find(|&at| read.tags[at].is_verbal()) else {
            return Vec::new();
        };
        let is_left = |phrase: &Range<usize>| {
            let span = span_of(read, phrase);
            let behind = figures.partition_point(|figure| figure.end <= span.start);
            // So is a detail that was told apart before.
            let told_apart = claim.apart.iter().any(|apart| apart.overlaps(span));
            !told_apart
                && !figures.get(behind).is_some_and(|figure| figure.overlaps(span))
                && !phrase.clone().any(|at| claim.attribution.contains(&at))
                && !phrase.clone().filter(says).any(|at| terms[at].is_some_and(told))
        };
        let mut runs: Vec<Range<usize>> = Vec::new();
        for range in &claim.tokens {
            for phrase in phrases(read, range.clone()).into_iter().skip(1).filter(is_left) {
                match runs.last_mut() {
                    Some(last) if last.end == phrase.start => last.end = phrase.end,
                    _ => runs.push(phrase),
                }
            }
        }
        runs.retain(|run| run.clone().filter(says).count() >= LEAST_WORDS && verb < run.start && is_whole(read, run));
        runs
    }

    /// Returns the terms of a phrase told apart; with or without those of dates.
    fn terms_of(&self, apart: &Apart, dates: bool) -> BTreeSet<u32> {
        let read = self.read_of(&apart.claim);
        let terms = &self.table.tokens[apart.claim.document][apart.claim.sentence];
        let told = read.tokens_of(apart.phrase).filter(|&at| dates || !read.is_dated(read.tokens[at].span));
        told.filter_map(|at| terms[at]).gather_set()
    }

    /// Cuts the leftovers of rows; those that tell what a lone claim of another document tells join it, and of the rest the long ones are rows
    /// of their own. Returns the rows with theirs behind them.
    pub(super) fn with_leftovers(&mut self, mut rows: Vec<Vec<usize>>) -> Vec<Vec<usize>> {
        let mut found: Vec<(Apart, bool)> = Vec::new();
        for row in &rows {
            let document = |claim: usize| self.claims[claim].document;
            if row.first().map(|&claim| document(claim)) == row.last().map(|&claim| document(claim)) {
                continue;
            }
            let holders = self.holding(row);
            for &at in row.iter().filter(|&&at| self.claims[at].opening != Opening::Detail) {
                let claim = &self.claims[at];
                let source = Source { claim, read: self.read_of(claim), figures: &self.table.figures[at] };
                found.extend(self.leftovers(at, &holders).into_iter().filter_map(|run| {
                    let off = comes_off(source.read, claim, &run);
                    Some((cut_phrase(at, source, run)?, off))
                }));
            }
        }
        let terms: Vec<BTreeSet<u32>> = found.iter().map(|(apart, _)| self.terms_of(apart, true)).collect();
        let first = self.claims.len();
        for (apart, _) in &found {
            self.table.push(&apart.claim, &self.reads[apart.claim.document][apart.claim.sentence]);
            self.claims.push(apart.claim.clone());
        }
        let mut taken = vec![false; found.len()];
        for (leftover, row) in self.joining_lone_claims(&found, first, &terms, &rows) {
            if !taken[leftover] && rows[row].len() == 1 {
                taken[leftover] = true;
                rows[row].push(first + leftover);
                rows[row].arrange_by_key(|&claim| (self.claims[claim].document, claim));
                let apart = &found[leftover].0;
                self.claims[apart.parent].apart.push(apart.phrase);
            }
        }
        for (at, (apart, off)) in found.iter().enumerate() {
            // A day that nobody else gives is a detail of what all tell.
            let telling = || self.terms_of(apart, false).len() >= LEAST_ALONE;
            if *off && !taken[at] && telling() && self.shorten(apart, &terms[at]) {
                rows.push(vec![first + at]);
            }
        }
        rows
    }

    /// Lists which leftovers may join which rows of one claim, the most alike first.
    fn joining_lone_claims(
        &self,
        found: &[(Apart, bool)],
        first: usize,
        terms: &[BTreeSet<u32>],
        rows: &[Vec<usize>],
    ) -> Vec<(usize, usize)> {
        let mut holders: BTreeMap<u32, Vec<usize>> = BTreeMap::new();
        for (place, row) in rows.iter().enumerate() {
            let [claim] = row[..] else { continue };
            for term in self.terms_around(claim, Span::new(0, 0)) {
                holders.entry(term).or_default().push(place);
            }
        }
        let mut pairs: Vec<(f64, usize, usize)> = Vec::new();
        for (leftover, terms) in terms.iter().enumerate() {
            // Names alone are in everything that is told of who has them.
            let words = self.words_of(first + leftover);
            let mut shared: BTreeMap<usize, usize> = BTreeMap::new();
            let held = terms.iter().filter_map(|term| Some((term, holders.get(term)?)));
            for (term, holders) in held.filter(|(_, holders)| holders.len() <= COMMON) {
                let worded = if words.contains(term) { WORDED } else { 0 };
                for &row in holders {
                    *shared.entry(row).or_default() += 1 + worded;
                }
            }
            for (row, _) in shared.into_iter().filter(|&(_, count)| count > WORDED && count % WORDED >= LEAST_SHARED) {
                let (lone, own) = (rows[row][0], first + leftover);
                let value = self.alike(own, lone);
                if self.claims[lone].document != self.claims[own].document && value >= LEAST_LIKENESS {
                    pairs.push((value, leftover, row));
                }
            }
        }
        // Claims that were told apart before have no place in the order yet; they stand in rows with others.
        let place = |claim: usize| self.order.get(claim).copied().unwrap_or(usize::MAX);
        let parent = |leftover: usize| (place(found[leftover].0.parent), found[leftover].0.phrase.start);
        pairs.arrange_by(|a, b| {
            let lone = |row: usize| place(rows[row][0]);
            b.0.total_cmp(&a.0).then_with(|| lone(a.2).cmp(&lone(b.2))).then_with(|| parent(a.1).cmp(&parent(b.1)))
        });
        pairs.into_iter().map(|(_, leftover, row)| (leftover, row)).collect()
    }

    /// Returns the terms of a claim that are no names.
    fn words_of(&self, claim: usize) -> BTreeSet<u32> {
        self.terms_where(claim, |_, _, tag| tag != Tag::Name)
    }

    /// Takes a phrase out of its claim; tells whether something is left of it.
    fn shorten(&mut self, apart: &Apart, terms: &BTreeSet<u32>) -> bool {
        let claim = &self.claims[apart.parent];
        let read = self.read_of(claim);
        let gone = read.tokens_of(apart.phrase);
        let stays = |&at: &usize| !read.tokens[at].span.overlaps(apart.phrase);
        let mut tokens: Vec<Range<usize>> = Vec::new();
        for at in claim.tokens.iter().flat_map(Clone::clone).filter(stays) {
            match tokens.last_mut() {
                Some(last) if last.end == at => last.end += 1,
                _ => tokens.push(at..at + 1),
            }
        }
        // "enough vitamin D [and more exercise]": the conjunction goes with what it joins.
        for range in tokens.iter_mut().filter(|range| range.end == gone.start) {
            *range = before_joint(read, range.clone());
        }
        tokens.retain(|range| range.clone().any(|at| read.tags[at] != Tag::Punctuation));
        if tokens.is_empty() {
            return false;
        }
        let spans: Vec<Span> = tokens.iter().map(|range| span_of(read, range)).collect();
        let of_sentence = &self.table.tokens[claim.document][claim.sentence];
        let left = tokens.iter().flat_map(Clone::clone).filter_map(|at| of_sentence[at]).gather_set();
        self.table.claims[apart.parent].without(&terms.difference(&left).copied().gather_set());
        self.table.figures[apart.parent].retain(|figure| !figure.quantity.span.overlaps(apart.phrase));
        let claim = &mut self.claims[apart.parent];
        claim.cut_off.push(gone);
        (claim.tokens, claim.spans) = (tokens, spans);
        claim.keep_modality();
        true
    }
}

#[cfg(test)]
mod tests {
    use crate::testing::told;

    /// The evidence of both documents, row by row; empty where one says nothing.
    fn rows(a: &str, b: &str) -> Vec<[String; 2]> {
        crate::testing::rows([a, b]).iter().map(|row| [told(&row.cells[0]), told(&row.cells[1])]).collect()
    }

    #[test]
    fn a_phrase_joins_the_claim_that_tells_it() {
        let a = "The quarry of Tolm closed for good on Monday after a landslide buried its only access road.";
        let b = "The quarry of Tolm closed for good on Monday. Nobody will miss it. Its access road was buried by the landslide.";
        let rows = rows(a, b);
        let joined = rows.iter().any(|[a, b]| a.contains("access road") && b.contains("access road"));
        assert!(joined, "{rows:#?}");
    }

    #[test]
    fn a_long_phrase_that_nobody_else_tells_is_a_row_and_its_claim_goes_without() {
        let a =
            "The ferry entered service on the lake in October with a crew of veterans from the Norland coast guard.";
        let b = "In October the ferry entered service on the lake.";
        let rows = rows(a, b);
        let alone = rows.iter().any(|[a, b]| a.contains("veterans") && b.is_empty());
        let shared = rows.iter().find(|[a, b]| !a.is_empty() && !b.is_empty()).unwrap();
        assert!(alone && !shared[0].contains("veterans"), "{rows:#?}");
    }

    #[test]
    fn an_alternative_is_no_phrase_of_its_own() {
        let a = "In the trial 1,720 patients were given the drug or placebo capsules for a year and a half.";
        let rows = rows(a, "In the trial 1,720 patients were given the drug. Nobody fell ill.");
        assert!(rows.iter().all(|[a, _]| a.is_empty() || a.contains("or placebo")), "{rows:#?}");
    }

    #[test]
    fn a_short_phrase_stays() {
        let a = "The ferry entered service on the lake in October with veterans.";
        assert_eq!(rows(a, "In October the ferry entered service on the lake.").len(), 1);
    }
}
