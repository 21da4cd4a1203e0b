//! Finds quoted words again in a text that may have been corrected since, and carries a whole comparison over to it.
//!
//! A step of its own because three things ask for it: the screen, which marks words only where they stand; the check before
//! publication; and keeping what people decided when an article is edited. The order is that of the W3C's quotation
//! selector: the words at their place, else where they stand once, else where what stands around them tells which of several it is. A
//! look-alike is never taken: words that cannot be told apart from others, or that are gone, are not found.
//!
//! Known limit: words that were themselves corrected are not found, be it one letter. White space and the shape of
//! quotation marks may change, because a newsroom's system changes those by itself.

use crate::comparison::{Cell, Comparison, Cue, Evidence, JudgedBy, Reason, Row};
use crate::document::Document;
use crate::matrix::{Verdict, division};
use crate::span::{CodePoints, Span};
use crate::stance::{RuleName, Stance};

/// By how many code points the context of one place must fit better than that of any other. Larger finds fewer repeated
/// sentences again, smaller takes a place for its neighbour when both stand in like surroundings ("said. … said.").
const LEAD: usize = 8;

/// How many code points of words and context must agree where short words stand once, but elsewhere. Larger loses short quotations
/// that moved; smaller takes another "two metres" for the one that was cut.
const ENOUGH: usize = 24;

/// Name of the reason of a cell whose words are gone.
pub const NOT_FOUND: &str = "evidence-not-found";

/// Finds the words of a quotation in a text.
pub fn find(quotation: &Evidence, text: &str, points: &CodePoints<'_>) -> Option<Span> {
    let place = Span::new(points.byte_of(quotation.start), points.byte_of(quotation.end));
    let exact = quotation.exact.as_str();
    if exact.is_empty() || quotation.start >= quotation.end {
        return None;
    }
    let is_there = place.slice(text) == exact;
    if is_there && text[..place.start].ends_with(&quotation.prefix) && text[place.end..].starts_with(&quotation.suffix)
    {
        return Some(place);
    }
    let context = [quotation.prefix.as_str(), quotation.suffix.as_str()];
    let fit = |span: Span| fit(context, &text[..span.start], &text[span.end..]);
    let mut best: Option<(usize, Span)> = None;
    let (mut second, mut count) = (0, 0);
    for (start, _) in text.match_indices(exact) {
        let span = Span::new(start, start + exact.len());
        let score = fit(span);
        count += 1;
        match best {
            Some((most, _)) if score <= most => second = second.max(score),
            _ => {
                second = second.max(best.map_or(0, |(most, _)| most));
                best = Some((score, span));
            }
        }
    }
    let has_context = !quotation.prefix.is_empty() || !quotation.suffix.is_empty();
    match best {
        None => find_respaced(quotation, text),
        Some((_, span)) if count == 1 && (span == place || !has_context) => Some(span),
        Some((score, span)) if count == 1 => (exact.chars().count() + score >= ENOUGH).then_some(span),
        Some(_) if is_there && !has_context => Some(place),
        Some((score, span)) => (score >= second + LEAD).then_some(span),
    }
}

/// Counts the code points around a place that agree with the context of the quotation, outwards from its words.
fn fit([prefix, suffix]: [&str; 2], before: &str, after: &str) -> usize {
    let alike = |(a, b): &(char, char)| a == b;
    before.chars().rev().zip(prefix.chars().rev()).take_while(alike).count()
        + after.chars().zip(suffix.chars()).take_while(alike).count()
}

/// Finds words that stand exactly once when white space and the shape of quotation marks do not count; short ones where also what
/// stands around them agrees.
fn find_respaced(quotation: &Evidence, text: &str) -> Option<Span> {
    let (plain, places) = respaced(text);
    let (wanted, _) = respaced(quotation.exact.trim());
    let mut found = plain.match_indices(&wanted);
    let (start, _) = found.next()?;
    if wanted.is_empty() || found.next().is_some() {
        return None;
    }
    let end = start + wanted.len();
    let [(prefix, _), (suffix, _)] = [respaced(&quotation.prefix), respaced(&quotation.suffix)];
    let (prefix, suffix) = (prefix.trim_end(), suffix.trim_start());
    let score = fit([prefix, suffix], plain[..start].trim_end(), plain[end..].trim_start());
    let count = |words: &str| words.chars().count();
    if count(&wanted) + score < ENOUGH && score < count(prefix) + count(suffix) {
        return None;
    }
    // Each byte of the plain text knows where its character begins; the last character's end is where the next one begins.
    let begin = *places.get(start)?;
    let span = Span::new(begin, places.get(end).copied().unwrap_or(text.len()));
    Some(span.trim(text))
}

/// Writes a text with one space for each run of white space and one shape for each kind of quotation mark, and for each byte of it
/// where it comes from.
fn respaced(text: &str) -> (String, Vec<usize>) {
    let (mut plain, mut places) = (String::with_capacity(text.len()), Vec::with_capacity(text.len()));
    for (at, character) in text.char_indices() {
        let character = match character {
            '‘' | '’' | '‚' | '‛' | 'ʼ' => '\'',
            '“' | '”' | '„' | '‟' | '«' | '»' => '"',
            c if c.is_whitespace() => ' ',
            c => c,
        };
        if character == ' ' && plain.ends_with(' ') {
            continue;
        }
        plain.push(character);
        places.resize(plain.len(), at);
    }
    (plain, places)
}

/// What became of the words of one quotation.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Fate {
    /// They were found at another place.
    Moved,
    /// They were not found.
    Lost,
}

/// A quotation that does not stand where it did.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Finding {
    /// The row, counted from 0.
    pub row: usize,
    /// The document, counted from 0.
    pub document: usize,
    /// Name of the member: `evidence`, `nearest` or `cues`.
    pub member: &'static str,
    /// The words.
    pub exact: String,
    /// What became of them.
    pub fate: Fate,
    /// Tells that a person decided the cell.
    pub is_of_person: bool,
}

/// Carries a comparison over to the texts that its corpus holds now, and tells what did not stand at its place.
///
/// The stance of a cell that a machine decided becomes `unjudged` when none of its words are left, when it contradicts and a word of the
/// contradiction is gone on either side, or when the words of the statement itself are gone; other cells keep the words that are left. What a person decided is never changed but for the places of
/// words that moved: where a person's words are gone they stay as they are, and the comparison does not pass its check.
pub fn carry(comparison: &mut Comparison) -> Vec<Finding> {
    let Comparison { corpus, claims, .. } = comparison;
    let texts: Vec<_> = corpus.documents.iter().map(|document| (document, CodePoints::new(&document.text))).collect();
    let mut findings = Vec::new();
    for (at, row) in claims.iter_mut().enumerate() {
        let mut carrier = Carrier { row: at, texts: &texts, moves: Vec::new(), findings: Vec::new() };
        let mut is_homeless = false;
        for (column, cell) in row.cells.iter_mut().enumerate().take(texts.len()) {
            is_homeless |= carrier.carry_quotations(column, cell);
        }
        for (column, cell) in row.cells.iter_mut().enumerate() {
            carrier.carry_cues(column, cell, is_homeless);
        }
        // A verdict follows from its cells, of which some may be unjudged now; where none changed it is left as it was written.
        let is_gone = |cell: &Cell| cell.reasons.iter().any(|reason| reason.rule == NOT_FOUND);
        if !carrier.findings.is_empty() && row.cells.iter().any(is_gone) {
            let stances = || row.cells.iter().map(|cell| cell.stance);
            row.verdict = Verdict::of(stances());
            row.division = division(stances());
        }
        findings.append(&mut carrier.findings);
    }
    findings
}

/// Carries the cells of one row over, and notes what did not stand at its place.
struct Carrier<'t> {
    /// The row, counted from 0.
    row: usize,
    /// The texts of now, in the order of the cells.
    texts: &'t [(&'t Document, CodePoints<'t>)],
    /// Where the quotations of the row went.
    moves: Vec<Move<'t>>,
    findings: Vec<Finding>,
}

impl Carrier<'_> {
    /// Carries the evidence of a cell and the nearest sentence over; tells whether the words of the statement itself are gone with them.
    fn carry_quotations(&mut self, column: usize, cell: &mut Cell) -> bool {
        let is_of_person = cell.judged_by == JudgedBy::Person;
        let mut lost = false;
        let mut kept = Vec::new();
        for evidence in std::mem::take(&mut cell.evidence) {
            let found = self.find(column, "evidence", &evidence, is_of_person);
            lost |= found.is_none();
            kept.extend(found.or_else(|| is_of_person.then_some(evidence)));
        }
        cell.evidence = kept;
        if let Some(nearest) = &mut cell.nearest {
            match self.find(column, "nearest", &nearest.sentence, is_of_person) {
                Some(found) => nearest.sentence = found,
                None if is_of_person => {}
                None => cell.nearest = None,
            }
        }
        let rests_on_nothing = lost && (cell.evidence.is_empty() || cell.stance == Stance::Contradicts);
        if is_of_person || !rests_on_nothing {
            return false;
        }
        let is_home = cell.reasons.iter().any(|reason| reason.rule == RuleName::Statement.as_str());
        unjudge(cell);
        is_home
    }

    /// Finds a quotation in the text of now, with what stands around it now: that may be new where the words are not.
    fn find(&mut self, column: usize, member: &'static str, old: &Evidence, is_of_person: bool) -> Option<Evidence> {
        let (document, points) = self.texts.get(column)?;
        let span = find(old, &document.text, points);
        let found = span.map(|span| Evidence::new(points, &document.text, span));
        match &found {
            Some(new) => {
                if (new.start, &new.exact) != (old.start, &old.exact) {
                    self.note(column, member, &old.exact, Fate::Moved, is_of_person);
                }
                self.moves.push(Move { document, old: old.clone(), new: new.clone() });
            }
            None => self.note(column, member, &old.exact, Fate::Lost, is_of_person),
        }
        found
    }

    /// Carries the cues of a cell over, along with the quotations that they lie in.
    fn carry_cues(&mut self, column: usize, cell: &mut Cell, is_homeless: bool) {
        let is_of_person = cell.judged_by == JudgedBy::Person;
        let mut lost = false;
        let reasons = cell.reasons.iter_mut().map(|reason| &mut reason.cues);
        for cues in reasons.chain(cell.nearest.iter_mut().map(|nearest| &mut nearest.cues)) {
            cues.retain_mut(|cue| {
                let text = self.texts.iter().find(|(document, _)| document.id == cue.document);
                let Some((document, points)) = text else { return is_of_person };
                let (start, exact) = (cue.start, cue.exact.clone());
                let is_found = carry_cue(cue, &self.moves, document, points);
                if !is_found || (cue.start, &cue.exact) != (start, &exact) {
                    let fate = if is_found { Fate::Moved } else { Fate::Lost };
                    self.note(column, "cues", &exact, fate, is_of_person);
                }
                lost |= !is_found;
                is_found || is_of_person
            });
        }
        let doubtful = is_homeless && cell.stance.speaks() || lost && cell.stance == Stance::Contradicts;
        if doubtful && !is_of_person {
            unjudge(cell);
        }
    }

    fn note(&mut self, column: usize, member: &'static str, exact: &str, fate: Fate, is_of_person: bool) {
        let exact = exact.to_owned();
        self.findings.push(Finding { row: self.row, document: column, member, exact, fate, is_of_person });
    }
}

/// Where a quotation of a row went, which the cues inside it follow.
struct Move<'d> {
    document: &'d Document,
    old: Evidence,
    new: Evidence,
}

/// Moves a cue along with the quotation that it lies in; tells whether its words stand there.
fn carry_cue(cue: &mut Cue, moves: &[Move<'_>], document: &Document, points: &CodePoints<'_>) -> bool {
    let inside = |m: &&Move<'_>| m.document.id == document.id && m.old.start <= cue.start && cue.end <= m.old.end;
    let around = moves.iter().find(inside);
    let start = around.map_or(cue.start, |m| m.new.start + (cue.start - m.old.start));
    let end = start + (cue.end.saturating_sub(cue.start));
    let stands = Span::new(points.byte_of(start), points.byte_of(end)).slice(&document.text) == cue.exact;
    if stands && cue.start < cue.end {
        (cue.start, cue.end) = (start, end);
        return true;
    }
    let found = around.and_then(|m| respaced_cue(cue, m));
    if let Some(found) = &found {
        cue.clone_from(found);
    }
    found.is_some()
}

/// Finds a cue in a quotation of which white space or the shape of quotation marks changed.
fn respaced_cue(cue: &Cue, Move { old, new, .. }: &Move<'_>) -> Option<Cue> {
    let (before, _) = old.exact.char_indices().nth(cue.start - old.start)?;
    let ((plain, places), (now, now_places)) = (respaced(&old.exact), respaced(&new.exact));
    if plain != now || !old.exact[before..].starts_with(&cue.exact) {
        return None;
    }
    let at = |byte: usize| {
        let at = places.partition_point(|place| *place < byte);
        now_places.get(at).copied().unwrap_or(new.exact.len())
    };
    let span = Span::new(at(before), at(before + cue.exact.len())).trim(&new.exact);
    let exact = span.slice(&new.exact).to_owned();
    let start = new.start + new.exact[..span.start].chars().count();
    let end = start + exact.chars().count();
    (start < end).then(|| Cue { document: cue.document.clone(), start, end, exact })
}

/// Tells that no article says a row any more: the words of those that did are gone, and no person has judged their cells since.
pub fn is_forsaken(row: &Row) -> bool {
    let lost =
        |cell: &Cell| cell.judged_by != JudgedBy::Person && cell.reasons.iter().any(|reason| reason.rule == NOT_FOUND);
    row.cells.iter().any(lost) && !row.cells.iter().any(|cell| cell.stance.speaks() || !cell.evidence.is_empty())
}

/// Takes a stance back whose words are gone; the confidence is that of every cell that is not judged.
fn unjudge(cell: &mut Cell) {
    (cell.stance, cell.confidence, cell.judged_by) = (Stance::Unjudged, 0.0, JudgedBy::Rule);
    (cell.voice, cell.speaker) = (None, None);
    cell.evidence.clear();
    let text = "The words that this rested on are no longer in the article.".to_owned();
    cell.reasons = vec![Reason { rule: NOT_FOUND.to_owned(), text, cues: Vec::new() }];
}

#[cfg(test)]
mod tests;
