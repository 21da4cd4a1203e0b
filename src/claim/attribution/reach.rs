//! How far what is reported reaches, and the words that report it.
//!
//! Its own file because where a report ends is told by what follows it: the writer goes on, somebody else is named, or the quotation opens
//! again. Known limits: a clause behind "and" that nothing parts from what was said is taken for part of it.

use super::super::clause::{clause_follows, long_clause_follows, object_relative, skip_adverbs};
use super::content::content_start;
use super::verb::{HEARD, PUT, VERBS, reporting_verb};
use super::{SPEAKER_REACH, is_time};
use crate::tag::{Form, Tag, lemma};
use crate::token::Token;
use std::ops::Range;

/// How far behind a reporting verb the semicolon may stand. Sentences of news are shorter; without an end the cost of one with many speakers
/// would grow with its square.
pub(super) const REPORTED_REACH: usize = 64;

/// Returns where what follows the reporting verb at `verb_at` ends, outside of quotation marks: at a semicolon behind which somebody else is
/// named, "police put the number at 5,000"; where the writer goes on, "…, and the Bloc has not said how it will vote"; or where he tells what
/// others make of it, "…, something the firm denies". A pronoun goes on with what was said.
pub(super) fn reported_end(tokens: &[Token], tags: &[Tag], verb_at: usize, start: usize) -> usize {
    let mut quoted = false;
    for at in start..tokens.len().min(start + REPORTED_REACH) {
        quoted ^= tokens[at].is("\"");
        let named = || !matches!(tags.get(at + 1), Some(Tag::Pronoun | Tag::Possessive));
        let joint = at + usize::from(tokens[at].is(","));
        let ends = says_further(tokens, tags, start, joint).is_some()
            || match tokens[at].normal.as_str() {
                ";" => named() && clause_follows(tokens, tags, at + 1),
                "," => {
                    writer_goes_on(tokens, tags, verb_at, start, at)
                        || object_relative(tokens, tags, at + 1).is_some_and(|by| tags[by] != Tag::Pronoun)
                }
                _ => false,
            };
        if ends && !quoted {
            return at;
        }
    }
    tokens.len()
}

/// Returns the verb that reports more behind the conjunction at `joint`, and where that begins, for whoever said what begins at `start`: "Lang
/// said the bridge will close, but [added] that [buses run]". Without a comma the verb is that of the clause before, unless it alone tells the past.
pub(super) fn says_further(tokens: &[Token], tags: &[Tag], start: usize, joint: usize) -> Option<(usize, usize)> {
    let joins = tokens.get(joint).is_some_and(|token| token.is("and") || token.is("but")) && joint > start + 1;
    // Without a conjunction nothing is looked for, so that a run of adverbs is not gone through at each of its words.
    let at = if joins { skip_adverbs(tags, joint + 1) } else { tags.len() };
    if tags.get(at) != Some(&Tag::Verb(Form::Past)) {
        return None;
    }
    let parted = tokens[joint - 1].is(",");
    let first = || tags[start..joint].iter().find(|tag| tag.is_finite());
    let (verb, _) = reporting_verb(tokens, tags, at)?;
    // "Lang said Ruiz fell, and told a nurse that she was drunk": whoever is spoken of may tell somebody.
    let tells = matches!(verb, "tell" | "inform" | "assure" | HEARD | PUT);
    let content = content_start(tokens, tags, at, verb, false).filter(|_| !tells)?;
    (parted || first() == Some(&Tag::Modal)).then_some((at, content))
}

/// Tells whether a clause behind the comma at `at` is the writer's own: after "said" what is reported stands in the past, and he tells the
/// present; or "said that" opens what was said, and a clause behind "but" has no "that" and another subject.
fn writer_goes_on(tokens: &[Token], tags: &[Tag], verb_at: usize, start: usize, at: usize) -> bool {
    let joins = tokens.get(at + 1).map_or("", |t| t.normal.as_str());
    let named =
        matches!(tags.get(at + 2), Some(Tag::Determiner | Tag::Noun | Tag::Name | Tag::Adjective | Tag::Number));
    if !matches!(joins, "and" | "but" | "while" | "though" | "although") || !named {
        return false;
    }
    // The verb of a clause, and whether it tells the past; "neither of them" goes on with what was said.
    let verb = |from: usize| {
        let at = (from..tokens.len().min(from + SPEAKER_REACH)).find(|&i| tags[i].is_finite())?;
        if from > start && tags[from..at].iter().any(|tag| matches!(tag, Tag::Pronoun | Tag::Possessive)) {
            return None;
        }
        let past = tags[at] == Tag::Verb(Form::Past)
            || matches!(
                tokens[at].normal.as_str(),
                "was" | "were" | "had" | "did" | "would" | "could" | "might" | "should"
            );
        Some(past)
    };
    let shifted = tags[verb_at] == Tag::Verb(Form::Past) && verb(start) == Some(true);
    let apart = joins == "but" && tokens[start - 1].is("that") && !tokens[at + 2].is("that");
    let here = verb(at + 2);
    shifted && (here == Some(false) || apart && here.is_some()) && clause_follows(tokens, tags, at + 2)
}

/// An attribution after its content reaches to the sentence's end, or to where what is reported goes on: a quotation that opens again,
/// a clause behind a conjunction, the verb of an interrupted clause; or to a relative clause, which says something of the speaker.
pub(super) fn attribution_end(tokens: &[Token], tags: &[Tag], at: usize) -> usize {
    // "…, Farrow said, and added that": the speaker goes on, not what is said.
    let more_follows = |i: usize| {
        long_clause_follows(tokens, tags, i) || resumes(tags, i) && reporting_verb(tokens, tags, i).is_none()
    };
    let ends = |i: usize| {
        tokens[i].is("\"")
            || tokens[i].is(",") && matches!(tags.get(i + 1), Some(Tag::Relative))
            || goes_on_aside(tokens, tags, i)
            || tokens[i].is(",")
                && (resumes(tags, i + 1) || tags.get(i + 1) == Some(&Tag::Coordinator) && more_follows(i + 2))
    };
    let adds = |i: usize| adds_report(tokens, tags, i);
    let end = (at + 1..tokens.len()).find(|&i| ends(i) || adds(i).is_some()).unwrap_or(tokens.len());
    if end < tokens.len() { adds(end).unwrap_or(end) } else { end }
}

/// Returns where what is reported goes on behind a comma at `at` and a verb that reports more: "…, the mayor said, adding that [it was safe]".
fn adds_report(tokens: &[Token], tags: &[Tag], at: usize) -> Option<usize> {
    let verb = lemma(&tokens.get(at + 1)?.normal).and_then(|verb| VERBS.get(verb));
    if !tokens[at].is(",") || tags[at + 1] != Tag::Verb(Form::Ing) || verb.is_none() {
        return None;
    }
    match tags.get(at + 2)? {
        Tag::Complementizer | Tag::Determiner | Tag::Relative if tokens[at + 2].is("that") => Some(at + 3),
        Tag::Punctuation => None,
        _ => clause_follows(tokens, tags, at + 2).then_some(at + 2),
    }
}

/// Returns what is reported behind an attribution that ends at `end`.
pub(super) fn behind(tokens: &[Token], tags: &[Tag], end: usize) -> Range<usize> {
    if end < tokens.len() && goes_on_aside(tokens, tags, end) { 0..0 } else { end..tokens.len() }
}

/// Tells whether the writer goes on behind the comma at `at` with a clause of his own about somebody else: "…, police said, as rescuers dug
/// through the ruins"; a pronoun is the speaker.
fn goes_on_aside(tokens: &[Token], tags: &[Tag], at: usize) -> bool {
    tokens[at].is(",")
        && tokens.get(at + 1).is_some_and(|t| matches!(t.normal.as_str(), "as" | "while" | "although" | "though"))
        && !matches!(tags.get(at + 2), Some(Tag::Pronoun))
        && long_clause_follows(tokens, tags, at + 2)
}

/// Tells whether a finite verb follows, after adverbs at most.
fn resumes(tags: &[Tag], from: usize) -> bool {
    tags[from..].iter().find(|t| **t != Tag::Adverb).is_some_and(|t| t.is_finite())
}

/// Returns the comma behind a reporting verb, with a day at most between, when a verb or a clause follows it.
pub(super) fn goes_on(tokens: &[Token], tags: &[Tag], at: usize) -> Option<usize> {
    let mut comma = at + 1;
    while comma < tokens.len().min(at + 4) && (is_time(&tokens[comma]) || tokens[comma].is("on")) {
        comma += 1;
    }
    let more = tokens.get(comma).is_some_and(|t| t.is(","))
        && (resumes(tags, comma + 1) || long_clause_follows(tokens, tags, comma + 1));
    more.then_some(comma)
}
