//! The words of a statement: those of the claim that was chosen for it, with what they cannot be understood without and without what hangs on others.
//!
//! A step of its own because no word is made up here: a subject, a lead-in or an article comes from the sentence, "…" stands where something was left
//! out, and whom a pronoun means stands in brackets.

use super::Reading;
use crate::claim::clause::Opening;
use crate::claim::{Claim, Read, before_joint};
use crate::span::Span;
use crate::tag::{Form, Tag};
use std::ops::Range;

/// Conjunctions before what is told as a fact. A statement does without them; with "if", "until" or "before" it would be another one.
const FACTIVE: &[&str] = &["after", "although", "as", "because", "since", "though", "when", "while"];

/// Words at the end of a claim that lead on to the next, beside conjunctions; a statement ends before them.
const LEADING_ON: &[&str] = &["including", "namely"];

/// Takes off the end of some words what leads on to another claim: "enough vitamin D [and]", "specific metrics[, including]".
fn without_lead(read: &Read, range: Range<usize>) -> Range<usize> {
    let mut kept = before_joint(read, range);
    while kept.len() > 1 && LEADING_ON.iter().any(|word| read.tokens[kept.end - 1].is(word)) {
        kept = before_joint(read, kept.start..kept.end - 1);
    }
    kept
}

/// Tells whether a claim is a clause that its lead-in adds nothing to: a finite verb with words before it.
fn is_whole(read: &Read, claim: &Claim) -> bool {
    let first = claim.tokens.first().map_or(0, |range| range.start);
    let finite = claim.tokens.iter().flat_map(Clone::clone).find(|&at| read.tags[at].is_finite());
    finite.is_some_and(|at| (first..at).any(|before| matches!(read.tags[before], Tag::Noun | Tag::Name | Tag::Pronoun)))
}

/// Tells whether a claim is a clause behind one of the [`FACTIVE`] conjunctions: not "after a hearing that librarians packed".
fn tells_after_conjunction(read: &Read, claim: &Claim) -> bool {
    let Some(range) = claim.tokens.first().filter(|_| claim.opening == Opening::Subordinate) else { return false };
    let clause = range.start + 1..range.end;
    let turns = |&at: &usize| read.tags[at].is_verbal() || matches!(read.tags[at], Tag::Relative | Tag::Complementizer);
    let opens = read.tokens[range.start].normal.as_str();
    // "when the law takes effect" is still to come.
    let happened = |tag: Tag| opens != "when" || tag == Tag::Verb(Form::Past);
    let told = |at: usize| at > clause.start && read.tags[at].is_finite() && happened(read.tags[at]);
    FACTIVE.contains(&opens) && clause.clone().find(turns).is_some_and(told)
}

/// Returns a part of a claim without the articles and the "of" at its end that hang on what is left out behind it: "to drop a | £2 charge".
fn without_hanging(read: &Read, part: Span) -> Span {
    let hangs =
        |&at: &usize| matches!(read.tokens[at].normal.as_str(), "a" | "an" | "the" | "of") || read.tags[at] == Tag::To;
    let last = read.tokens_of(part).rev().find(|at| !hangs(at));
    last.map_or(part, |last| Span::new(part.start, read.tokens[last].span.end.min(part.end)))
}

/// Returns the parts of the claim's words that its statement tells, in text order: without what another row judges, or this row would seem to say it
/// too.
fn told_parts<'t>(read: &Read, claim: &Claim, text: &'t str, kept: &mut [Span]) -> Vec<&'t str> {
    if let Some(last) = kept.last_mut() {
        let all = read.tokens_of(*last);
        let told = without_lead(read, all.clone());
        if told.end < all.end {
            last.end = read.tokens[told.end - 1].span.end;
        }
    }
    let goes_on = |at: usize| at + 1 < kept.len();
    let whole = |(at, span): (usize, &Span)| if goes_on(at) { without_hanging(read, *span) } else { *span };
    let mut parts = kept.iter().enumerate().map(|part| whole(part).slice(text).trim()).collect::<Vec<_>>();
    if !claim.differing.is_empty() {
        // Commas around what is left out hold nothing together any more.
        parts.iter_mut().for_each(|part| *part = part.trim_matches([',', ' ']));
    }
    // "cut the quota … next year, | after two days | of talks": it hangs on what is left out.
    if parts.len() > 1 && parts.last().is_some_and(|last| last.starts_with("of ") && last.split(' ').count() == 2) {
        parts.pop();
    }
    parts.retain(|part| !part.is_empty());
    parts
}

/// Returns the article that went with a detail told apart before the claim's words: "The $1.2 billion | project will create 300 jobs".
fn article_before<'t>(read: &Read, claim: &Claim, text: &'t str, kept: &[Span]) -> Option<&'t str> {
    let first = read.tokens_of(*kept.first()?);
    let before = claim.differing.iter().map(|apart| read.tokens_of(*apart)).find(|apart| apart.end == first.start)?;
    let opens = (read.tags.get(before.start)?, read.tags.get(first.start)?);
    (opens == (&Tag::Determiner, &Tag::Noun)).then(|| read.tokens[before.start].span.slice(text))
}

/// Takes off a quotation mark at either end that has no other, with the comma before it: the quotation goes on in another claim.
fn without_lone_marks(words: &str) -> &str {
    let mark = |c: char| matches!(c, '"' | '“' | '”');
    if words.matches(mark).count() != 1 {
        return words;
    }
    words.strip_prefix(mark).or_else(|| Some(words.strip_suffix(mark)?.trim_end_matches(','))).unwrap_or(words)
}

impl Reading<'_> {
    /// Takes the words of a claim as a statement; its subject is put before it when the claim does not name one.
    pub(super) fn statement(&self, anchor: usize) -> String {
        let claim = &self.claims[anchor];
        let text = self.text(anchor);
        let read = &self.reads[claim.document][claim.sentence];
        let mut kept = claim.kept(text);
        let mut parts = told_parts(read, claim, text, &mut kept);
        // "after cracks opened in the walls": that they opened is told whatever came before.
        let opens = claim.tokens.first().filter(|_| tells_after_conjunction(read, claim));
        if let (Some(range), Some(part)) = (opens, parts.first_mut()) {
            *part = part.get(read.tokens[range.start].normal.len()..).unwrap_or(part).trim_start();
        }
        let mut words = parts.join(" … ");
        if let Some(article) = article_before(read, claim, text, &kept) {
            words = format!("{article} … {words}");
        }
        let mut pronoun = claim.tokens.first().map_or(0, |range| range.start) + usize::from(opens.is_some());
        let subject = read.tokens.get(claim.subject.clone()).unwrap_or_default();
        if let (Some(first), Some(last)) = (subject.first(), subject.last()) {
            pronoun = claim.subject.start;
            let named = Span::new(first.span.start, last.span.end);
            let subject = named.slice(text);
            let extent = claim.extent();
            let between = Span::new(named.end, extent.start).slice(text);
            if named.end <= extent.start
                && !between.contains(char::is_alphanumeric)
                && kept.len() == 1
                && claim.differing.is_empty()
            {
                words = named.join(extent).slice(text).to_owned();
            } else {
                // A finite verb follows its subject as it is; other forms show that something was left out between.
                let first = claim.tokens.first().map_or(0, |r| r.start);
                let verb = read.tags[first..].iter().find(|t| **t != Tag::Adverb);
                let finite = verb.is_some_and(|tag| tag.is_finite() || *tag == Tag::Verb(Form::Base));
                // "is suspected of … hiding payments": so does what words of doing govern.
                let governed = read.tags.get(claim.subject.end.saturating_sub(1)) == Some(&Tag::Preposition);
                let gap = if finite || governed { " " } else { " … " };
                words = format!("{subject}{gap}{words}");
            }
        } else if let Some(lead_in) = read.sentence.lead_in.filter(|_| !is_whole(read, claim)) {
            return format!("{} {words}", lead_in.slice(text));
        }
        words = without_lone_marks(&words).to_owned();
        if let Some(meant) = self.meant(anchor, pronoun) {
            // It stands in brackets, as editors put what a speaker did not say.
            let end = words.find(char::is_whitespace).unwrap_or(words.len());
            words.insert_str(end, &format!(" [{meant}]"));
        }
        words
    }
}

#[cfg(test)]
mod tests {
    use crate::testing::rows;

    #[test]
    fn a_conjunction_before_a_fact_is_left_out() {
        for (text, statement) in [
            (
                "Patients were led outside after cracks opened in the walls of the clinic.",
                "cracks opened in the walls of the clinic",
            ),
            // No clause, or none that is told as a fact.
            (
                "The council voted late on Monday after a hearing that librarians packed until midnight.",
                "after a hearing",
            ),
            (
                "The books will be locked away when the law takes effect across the state in May.",
                "when the law takes effect",
            ),
            ("Doctors treated the wounded before help arrived from the city.", "before help arrived"),
        ] {
            let rows = rows([text, "Snow fell in the hills."]);
            let told = rows.iter().any(|row| row.statement.contains(statement));
            assert!(told, "{text}: {rows:#?}");
            assert!(!statement.starts_with("cracks") || !rows.iter().any(|row| row.statement.starts_with("after")));
        }
    }

    #[test]
    fn a_quotation_mark_without_its_other_is_left_out() {
        let text =
            "Coach Ana Ruiz shook her head: “Everybody in the stadium saw it. The referee of Lund decided this final.”";
        let told: Vec<String> = rows([text, "Snow fell in the hills."]).into_iter().map(|row| row.statement).collect();
        for statement in ["Everybody in the stadium saw it.", "The referee of Lund decided this final."] {
            assert!(told.iter().any(|told| told == statement), "{told:#?}");
        }
    }

    #[test]
    fn a_detail_is_told_with_its_subject_and_its_whole_verb() {
        for (a, b, statement) in [
            // An insertion behind the subject, a particle, words that the verb is not told without.
            (
                "Mara Holm, 51, won the race at 5:30 a.m. in the hills of Tolm with her rivals far behind.",
                "Holm won the race at 6:10 a.m. in the hills of Tolm. Her rivals were far behind.",
                "Mara Holm … won the race at 5:30 a.m.",
            ),
            (
                "The seaplane touched down at 4.47 a.m. on the lake of Tolm with smoke in its cabin.",
                "The seaplane touched down at 4.20 a.m. on the lake of Tolm while smoke filled its cabin.",
                "The seaplane touched down … on the lake of Tolm",
            ),
            (
                "The truce came into effect at noon on Friday along the whole river in Tolm.",
                "The truce came into effect at 3 p.m. on Friday along the whole river in Tolm.",
                "The truce came into effect at 3 p.m.",
            ),
            // A participle has no subject of its own behind the verb, and "not" goes with the verb before it.
            (
                "The kite came down near the port of Tolm with sustained gusts of 90 kph.",
                "A kite came down near the port of Tolm in gusts of 70 kph before noon.",
                "The kite came down near the port of Tolm with sustained gusts of 90 kph.",
            ),
            (
                "The mill has not sold the old boat to the guild for 90,000 crowns.",
                "The mill sold the old boat to the guild for 70,000 crowns.",
                "The mill has not sold the old boat … for 90,000 crowns",
            ),
            // What somebody is to do, and for what deed something was done.
            (
                "The Ost is forecast to crest at 7 metres in Tolm on Sunday with the dam open.",
                "The Ost is forecast to crest at 8 metres in Tolm on Monday with the dam open.",
                "The Ost is forecast to crest … on Sunday",
            ),
            (
                "A skipper was fined by the port of Tolm on Friday for pumping 900 litres of oil into the bay.",
                "The skipper was fined by the port of Tolm on Monday for pumping 700 litres of oil into the bay. He wept.",
                "A skipper was fined by the port of Tolm on Friday for pumping 900 litres",
            ),
        ] {
            let statements: Vec<String> = rows([a, b]).into_iter().map(|row| row.statement).collect();
            assert!(statements.iter().any(|told| told.starts_with(statement)), "{statement}: {statements:#?}");
        }
    }
}
