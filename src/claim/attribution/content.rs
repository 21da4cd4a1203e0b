//! Where the content begins of a verb that reports.
//!
//! Its own file because between the verb and what it reports an addressee, a day, a place and the speaker may stand, in any order, and
//! nothing marks where they end. Known limits: "that" may be left out, and then the nearest subject with a verb begins the content.

use super::super::clause::{age_ends, clause_follows, insertion_ends};
use super::verb::PUT;
use super::{SPEAKER_REACH, is_break, is_time, opens_quotation};
use crate::tag::{Form, Tag, relative_has_main_verb};
use crate::token::Token;

/// Returns where the content of a reporting verb begins, when one follows.
/// `opens` tells that nothing stands before the speaker that could be what is reported.
pub(super) fn content_start(tokens: &[Token], tags: &[Tag], verb_at: usize, verb: &str, opens: bool) -> Option<usize> {
    if verb == PUT {
        return Some(verb_at + 1);
    }
    let mut at = verb_at + 1;
    let limit = (verb_at + 14).min(tokens.len());
    let mut inserted = false;
    let closed = !opens && quotation_closes(tokens, verb_at);
    // "said in a statement that", "said Monday that": the verb has no object, so "that" cannot limit one.
    let said_somewhere = tokens.get(at).is_some_and(|t| {
        is_time(t) || matches!(t.normal.as_str(), "in" | "on" | "at" | "during" | "to" | "through" | "via")
    });
    let mut nouns = 0;
    while at < limit {
        // "said the man, 45, was"
        if let Some(end) = age_ends(tokens, tags, at) {
            at = end + 1;
            inserted = true;
            continue;
        }
        // "promised on Thursday to defend "all the way up" a new rule": what follows is what the speaker means to do.
        let plans = tags[at] == Tag::To && tags.get(at + 1) == Some(&Tag::Verb(Form::Base));
        if plans && (takes_addressee(verb) || tokens[verb_at + 1..at].iter().all(|t| is_time(t) || t.is("on"))) {
            return None;
        }
        match tags[at] {
            Tag::Complementizer => return (at + 1 < tokens.len()).then_some(at + 1),
            // "pointed to a “strong wave” in the grid", "accused him of running “a scheme”": the mark stands inside a phrase.
            Tag::Punctuation if opens_quotation(tokens, at) => {
                let inside = matches!(tags[at - 1], Tag::Determiner | Tag::Possessive | Tag::Verb(Form::Ing));
                return (!inside).then_some(at);
            }
            Tag::Punctuation if tokens[at].is("\"") => return None,
            Tag::Punctuation if tokens[at].is(":") => return Some(at + 1),
            Tag::Punctuation if tokens[at].is(",") && opens_quotation(tokens, at + 1) => {
                return Some(at + 1);
            }
            Tag::Punctuation if tokens[at].is("-") || tokens[at].is("'") => {}
            // "said the man, who was drunk, fled", "said the suspect, 31, from the west of the city, was arrested"
            Tag::Punctuation if opens && nouns > 0 && tokens[at].is(",") => {
                let closes = if inserted { Some(at) } else { insertion_ends(tokens, tags, at) };
                at = closes.filter(|&comma| tags.get(comma + 1).is_some_and(|tag| tag.is_finite()))?;
                inserted = true;
            }
            Tag::Punctuation => return None,
            // Not "reported him missing that evening", nor "said the woman in that car was asleep", but "pointed out that".
            Tag::Determiner
                if tokens[at].is("that")
                    && (tags[at - 1] != Tag::Preposition || at == verb_at + 2)
                    && clause_follows(tokens, tags, at + 1) =>
            {
                return Some(at + 1);
            }
            // "“I will go,” she told AFP in a call arranged by her agent": what she said stands before.
            tag if tag.is_finite() && nouns > 0 && tags[at - 1] != Tag::To => {
                if closed {
                    return None;
                }
                // A subject and its verb follow without "that": the content begins at the subject, after an addressee or a day.
                return Some(subject_start(tokens, tags, verb_at, at, verb));
            }
            Tag::Noun | Tag::Name | Tag::Pronoun | Tag::Number => nouns += 1,
            Tag::Relative if tokens[at].is("how") || tokens[at].is("what") || tokens[at].is("why") => return Some(at),
            Tag::Relative if tokens[at].is("that") && (nouns > 0 && takes_addressee(verb) || said_somewhere) => {
                return (at + 1 < tokens.len()).then_some(at + 1);
            }
            // "said another man who had been held would face no action"
            Tag::Relative if nouns > 0 && relative_has_main_verb(tokens, tags, at) => {
                return Some(subject_start(tokens, tags, verb_at, at, verb));
            }
            Tag::Relative | Tag::Subordinator => return None,
            // "expect more rain and say that …", "did not report for work and was sacked": the speaker's next predicate.
            Tag::Coordinator
                if tags.get(at + 1).is_some_and(|next| {
                    matches!(next, Tag::Verb(_) | Tag::Modal)
                        || next.is_auxiliary() && tags[verb_at + 1] == Tag::Preposition
                }) =>
            {
                return None;
            }
            _ => {}
        }
        at += 1;
    }
    None
}

/// Tells whether a quotation closes right before the few words that name the speaker of the verb at `at`.
fn quotation_closes(tokens: &[Token], at: usize) -> bool {
    let mark = (0..at).rev().take(SPEAKER_REACH).find(|&i| tokens[i].is("\""));
    mark.is_some_and(|mark| {
        !opens_quotation(tokens, mark) && tokens[mark + 1..at].iter().all(|t| !is_break(t) || t.is(","))
    })
}

/// Tells whether whoever is told something stands right behind the verb.
fn takes_addressee(verb: &str) -> bool {
    matches!(verb, "tell" | "inform" | "assure" | "warn")
}

/// Steps over an addressee ("told reporters") or a day ("said Thursday") before the subject of the content.
fn subject_start(tokens: &[Token], tags: &[Tag], verb_at: usize, finite: usize, verb: &str) -> usize {
    let mut start = verb_at + 1;
    let is_day = |i: usize| is_time(&tokens[i]);
    while start + 1 < finite && is_day(start) {
        start += 1;
    }
    if tokens[start].is("on") && start + 2 < finite && is_day(start + 1) {
        start += 2;
    }
    if takes_addressee(verb) && start + 1 < finite {
        // The addressee is the first noun phrase.
        while start + 1 < finite && !tags[start].is_head() {
            start += 1;
        }
        if tags[start] != Tag::Pronoun || matches!(tokens[start].normal.as_str(), "him" | "her" | "them" | "us" | "me")
        {
            // "told Alpha News the policy was over", but not "told Reuters Ruiz had left"
            let names = (start..finite).take_while(|&i| tags[i] == Tag::Name).count();
            let one = names < 2 || start + names >= finite;
            start += if one { 1 } else { names };
        }
    }
    start.min(finite.saturating_sub(1)).max(verb_at + 1)
}
