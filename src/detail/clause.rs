//! The clause that a detail stands in: the phrase around its value, and subject, verb and object of what it is told of.
//!
//! Limits: tags alone tell where a phrase opens; a clause whose verb is not found has no core.

use crate::claim::clause::is_plural_verb;
use crate::claim::{Claim, Read};
use crate::span::Span;
use crate::tag::{Form, Tag};
use std::ops::Range;

/// How many tokens before a value its phrase may open: "at a depth of just".
const OPENING_REACH: usize = 6;

/// How many tokens after a value a repetition in brackets may take: "(6.2 miles)".
const BRACKET_REACH: usize = 8;

/// What sets something before or behind a time; an adverb before it belongs to it: "just after 4 a.m.".
pub(super) const MOMENTS: &[&str] = &["after", "before", "since", "until"];

/// Finds the phrase that a value stands in: from the preposition that opens it to a repetition in brackets.
pub(super) fn phrase(read: &Read, range: Range<usize>, span: Span) -> Range<usize> {
    let mut start = read.tokens.partition_point(|token| token.span.end <= span.start);
    while start > range.start && is_inside_mention(read, start) {
        start -= 1;
    }
    let mut end = read.tokens.partition_point(|token| token.span.start < span.end).min(range.end);
    let inside = |&at: &usize| {
        use Tag::{Adjective, Adverb, Determiner, Noun, Number, Preposition};
        matches!(read.tags[at], Determiner | Adjective | Adverb | Noun | Number | Preposition)
            || read.is_dated(read.tokens[at].span)
    };
    let first = start;
    let mut before = (range.start..start).rev().take(OPENING_REACH).take_while(inside);
    start = before.find(|&at| read.tags[at] == Tag::Preposition && !read.tokens[at].is("of")).unwrap_or(start);
    // "dropped by 8 per cent | to £214m"
    if start == first && start > range.start && read.tags[start - 1] == Tag::To {
        start -= 1;
    }
    // "at around 4.30am", but not "touched down | at 4.47 a.m."
    let of_verb = |at: usize| {
        at > range.start && read.tags[at - 1].is_verbal() && PARTICLES.contains(&read.tokens[at].normal.as_str())
    };
    let prepositions = |at: usize| read.tags[at] == Tag::Preposition && read.tags[at - 1] == Tag::Preposition;
    while start > range.start && prepositions(start) && !of_verb(start - 1) {
        start -= 1;
    }
    // "watches worth 2 million"
    let is = |at: usize, words: &[&str]| at > range.start && words.iter().any(|word| read.tokens[at - 1].is(word));
    if start == first && is(start, &["worth"]) {
        start -= 1;
    }
    // "a magnitude of 6.7 and | a depth of about 18 kilometres"
    let of = if start == first && is(start, &["of"]) { start - 1 } else { start };
    if read.tokens[of].is("of") {
        let nouns = (range.start..of).rev().take_while(|&at| read.tags[at].is_nominal());
        start = nouns.last().unwrap_or(start);
    }
    // "had | a magnitude of 6.7"
    if start > range.start && read.tags[start - 1] == Tag::Determiner {
        start -= 1;
    }
    // "struck | just after 4 a.m."
    if read.tags[start] != Tag::Preposition && is(start, MOMENTS) {
        start -= 1;
        if start > range.start && read.tags[start - 1] == Tag::Adverb {
            start -= 1;
        }
    }
    if read.tokens.get(end).is_some_and(|token| token.is("(")) {
        let close = (end..range.end.min(end + BRACKET_REACH)).find(|&at| read.tokens[at].is(")"));
        end = close.map_or(end, |at| at + 1);
    }
    start..end
}

/// Tells whether a token goes on with a quantity or a date: "two years | and six months", "at 7 | :48 a.m.".
pub fn is_inside_mention(read: &Read, at: usize) -> bool {
    let Some(token) = read.tokens.get(at).map(|token| token.span) else { return false };
    let begun = |span: Span| span.start < token.start;
    read.dates_in(token).iter().any(|date| begun(date.span))
        || read.quantities_in(token).iter().any(|quantity| begun(quantity.span))
}

/// Tells whether some tokens go on with a list: "Europe, | the Middle East and Asia".
fn lists(read: &Read, tokens: Range<usize>) -> bool {
    let mut tokens = tokens.take_while(|&at| !read.tags[at].is_verbal() && !read.tags[at].is_finite());
    let joins = |at: usize| read.tags[at] == Tag::Coordinator;
    let names = |at: usize| {
        read.tags[at].is_nominal()
            || matches!(read.tags[at], Tag::Determiner | Tag::Adjective)
            || read.tokens[at].is(",")
    };
    tokens.clone().any(joins) && tokens.all(|at| joins(at) || names(at))
}

/// Words behind a verb that make another one of it: "touched down".
const PARTICLES: &[&str] = &["down", "up", "out", "off", "away", "back", "over", "in", "on", "through", "apart"];

/// Prepositions behind which something else is told than by the verb before them: "profits dropped, despite a rise in sales".
pub(super) const BESIDE: &[&str] = &["despite", "notwithstanding", "unlike", "versus", "against", "besides"];

/// How many tokens from a phrase its verb, and from the verb its subject, may stand. Clauses of news are shorter; without an end a list of
/// figures would cost its square.
pub(super) const CLAUSE_REACH: usize = 64;

/// Finds subject, verb and object of the clause around a phrase; `None` when the clause has no verb of its own.
pub(super) fn core(claim: &Claim, read: &Read, range: Range<usize>, phrase: &Range<usize>) -> Option<Range<usize>> {
    let apart = |at: usize| phrase.contains(&at) || claim.attribution.contains(&at);
    // The verb right before the phrase: "said the men drove … at 4.30am" tells when they drove.
    let is_verb = |&at: &usize| read.tags[at].is_verbal() && !apart(at);
    let before = (range.start..phrase.start).rev().take(CLAUSE_REACH).find(is_verb);
    let beside = |verb: usize| (verb..phrase.start).any(|at| BESIDE.contains(&read.tokens[at].normal.as_str()));
    if before.is_some_and(beside) {
        return None;
    }
    let verb = before.or_else(|| (phrase.start..range.end).take(CLAUSE_REACH).find(is_verb))?;
    let start = subject_start(read, range.start, verb, apart);
    // What belongs to the verb ends before the phrase and before what attributes it.
    let limit = (verb + 1..range.end).find(|&at| apart(at)).unwrap_or(range.end);
    let end = predicate_end(read, verb, limit);
    // "had a magnitude of 6.7 and | a depth of 18 kilometres": the phrase is the object itself.
    if phrase.start > end && read.tags[phrase.start - 1] == Tag::Coordinator && read.tags[phrase.start].is_nominal() {
        return Some(start..end);
    }
    Some(start..object_end(read, verb, end, limit, range.end))
}

/// Goes back from a verb to where its subject begins, or its clause.
fn subject_start(read: &Read, from: usize, verb: usize, apart: impl Fn(usize) -> bool) -> usize {
    let opens = |at: usize| {
        let token = &read.tokens[at];
        // Inside a sentence a stop ends an abbreviation.
        let sum = matches!(token.normal.as_str(), "$" | "£" | "€");
        // "the drivers' union"
        let owns = token.is("'") && !token.spaced;
        let joins = token.is("-") || token.is(".") || sum || owns || token.is(",") && lists(read, at + 1..verb);
        // "Profits before tax dropped": a clause that has no verb yet is not ended.
        let goes_on = read.tags[at] == Tag::Subordinator
            && at > from
            && read.tags[at - 1].is_nominal()
            && !read.tags[at.saturating_sub(CLAUSE_REACH).max(from)..at].iter().any(|tag| tag.is_finite());
        matches!(read.tags[at], Tag::Punctuation | Tag::Complementizer | Tag::Subordinator | Tag::Relative)
            && !joins
            && !goes_on
    };
    let of_verb =
        |at: usize| read.tags[at].is_verbal() || matches!(read.tags[at], Tag::Adverb | Tag::Negation | Tag::To);
    // "agreed on Monday to buy the rival", "was jailed in May for stealing a car", "crashed into a goods train" are one clause.
    let group = (from..verb).rev().take(CLAUSE_REACH).take_while(|&at| of_verb(at)).last().unwrap_or(verb);
    let finite = (group..=verb).any(|at| read.tags[at].is_finite()) || is_plural_verb(&read.tags, verb);
    let opens_phrase = |tag: Tag| tag.is_nominal() || matches!(tag, Tag::Punctuation | Tag::Verb(Form::Ing));
    let acts = |at: usize| finite && opens_phrase(read.tags[at]);
    let (mut start, mut anchor, mut governs) = (verb, verb, true);
    let earliest = from.max(verb.saturating_sub(CLAUSE_REACH));
    while start > earliest && !apart(start - 1) && !opens(start - 1) {
        start -= 1;
        // Another verb before the subject belongs to the clause around this one.
        if read.tags[start].is_finite() && !(start + 1..anchor).all(of_verb) {
            if !governs || acts(start + 1) {
                return start + 1;
            }
            (anchor, governs) = (start, false);
        }
    }
    start
}

/// Returns where a verb ends, with its adverbs and what makes another verb of it.
fn predicate_end(read: &Read, verb: usize, limit: usize) -> usize {
    let verbal = |&at: &usize| read.tags[at].is_verbal() || matches!(read.tags[at], Tag::Adverb | Tag::Negation);
    let end = (verb + 1..limit).find(|at| !verbal(at)).unwrap_or(limit.max(verb + 1));
    let adverb = end > verb + 1 && read.tags[end - 1] == Tag::Adverb;
    // "touched down | at 4.47 a.m."
    let ends = |at: usize| {
        use Tag::{Coordinator, Preposition, Punctuation, Subordinator};
        at >= limit || matches!(read.tags[at], Preposition | Punctuation | Coordinator | Subordinator)
    };
    if end < limit && PARTICLES.contains(&read.tokens[end].normal.as_str()) && ends(end + 1) {
        return end + 1;
    }
    // "came into effect | at midnight", "goes on sale | in January", "is forecast to crest | on Sunday"
    let bare =
        |at: usize| read.tags[at] == Tag::Noun && !read.tokens[at].capital && !read.is_dated(read.tokens[at].span);
    if end + 1 < limit && matches!(read.tags[end], Tag::Preposition | Tag::To) && bare(end + 1) && ends(end + 2) {
        return end + 2;
    }
    // "struck just | after 4 a.m."
    let moment = read.tokens.get(end).is_some_and(|token| MOMENTS.contains(&token.normal.as_str()));
    if adverb && moment { end - 1 } else { end }
}

/// Returns where the object of a verb ends, with what it would be another one without.
fn object_end(read: &Read, verb: usize, mut end: usize, limit: usize, range_end: usize) -> usize {
    // "5–4"
    let dash = |at: usize| read.tokens[at].is("-") || read.tokens[at].is("—") && !read.tokens[at].spaced;
    let named = |at: usize| read.tags[at].is_nominal() || dash(at) || dash(at - 1);
    while end < limit && named(end) {
        end += 1;
    }
    // "killed more | than 660 people"
    if end < range_end && read.tokens[end].is("than") {
        end = (verb + 1..end).rev().find(|&at| read.tags[at] != Tag::Determiner).map_or(verb + 1, |at| at + 1);
    }
    // "was cleared of a second charge of fraud", "five of our libraries": without it the verb would say another thing.
    let completes = |at: usize| {
        at + 1 < range_end
            && read.tokens[at].is("of")
            && read.tags[at + 1] != Tag::Number
            && (read.tags[at + 1].is_nominal() || read.tags[at + 1].is_verbal())
    };
    while end < limit && completes(end) {
        end += 2;
        while end < limit && named(end) {
            end += 1;
        }
    }
    end
}

/// Finds the subject of a finite verb that an insertion parts from it: "a smaller boat, the Vesla, | went down".
pub(super) fn subject_before_insertion(claim: &Claim, read: &Read, verb: usize) -> Option<Range<usize>> {
    let range = claim.tokens.iter().find(|range| range.start < verb && range.contains(&verb))?;
    if !read.tags[verb].is_finite() || !read.tokens[verb - 1].is(",") {
        return None;
    }
    let earliest = range.start.max(verb.saturating_sub(CLAUSE_REACH));
    let end = (earliest..verb - 1).rev().find(|&at| read.tokens[at].is(","))?;
    let named = |at: &usize| {
        read.tags[*at].is_nominal()
            || matches!(read.tags[*at], Tag::Determiner | Tag::Adjective | Tag::Possessive | Tag::Preposition)
            || read.tokens[*at].is("-")
    };
    let start = (earliest..end).rev().take_while(named).last()?;
    // "In 2003 | a smaller boat"
    let before = |at: &usize| read.tags[*at] == Tag::Preposition || read.is_dated(read.tokens[*at].span);
    let start = (start..end).find(|at| !before(at))?;
    (start..end).any(|at| matches!(read.tags[at], Tag::Noun | Tag::Name)).then_some(start..end)
}
