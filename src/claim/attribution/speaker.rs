//! Where the words begin and end that name a speaker.
//!
//! Its own file because the words between a subject and its verb are of many kinds, and what is reported does not depend on them. Known limits:
//! the subject is the nearest noun phrase that can be it, without a tree.

use super::super::clause::{SPANS_OF_TIME, clause_follows, opens_part_relative, skip_adverbs};
use super::{is_break, is_reporting_form};
use crate::tag::{Form, Tag};
use crate::token::Token;
use std::ops::Range;

/// Takes the words around a name off that belong to the verb: "The suit further argues", "saying Biden believes".
pub(super) fn speaker_words(tokens: &[Token], tags: &[Tag], range: Range<usize>) -> Range<usize> {
    let (mut start, mut end) = (range.start, range.end);
    let of_verb = |at: usize| {
        matches!(tags[at], Tag::Adverb | Tag::Have | Tag::Modal | Tag::Do | Tag::Negation)
            || matches!(tokens[at].normal.as_str(), "first" | "later" | "earlier" | "long")
    };
    // "Critics, however, argue"
    let aside = |end: usize| end > start + 3 && tokens[end - 1].is(",") && tags[end - 2] == Tag::Adverb;
    while end > start + 1 && (of_verb(end - 1) || aside(end) || tokens[end - 1].is(",") && end < range.end) {
        end -= 1;
    }
    // "so it showed", "yet,’ | he said"
    let leads = |at: usize| {
        use Tag::{Complementizer, Coordinator, Punctuation, Subordinator};
        matches!(tags[at], Tag::Verb(Form::Ing) | Coordinator | Complementizer | Subordinator | Punctuation)
            || tokens[at].is("so")
    };
    // "managing director Ana Lopez"
    let role = |at: usize| opens_role(tags, at) && !is_reporting_form(tokens, at);
    while start + 1 < end && leads(start) && !role(start) {
        start += 1;
    }
    if let Some(subject) = behind_phrase(tags, start..end) {
        start = subject;
    }
    start..before_time(tokens, tags, start..end)
}

/// Returns where the subject begins behind a phrase that opens the words of a speaker: "[in every case] he", "[in Lund] the mayor".
fn behind_phrase(tags: &[Tag], range: Range<usize>) -> Option<usize> {
    if tags.get(range.start) != Some(&Tag::Preposition) {
        return None;
    }
    let opens = |at: &usize| {
        matches!(tags[*at], Tag::Pronoun | Tag::Determiner)
            && matches!(tags[at - 1], Tag::Noun | Tag::Name | Tag::Number)
    };
    (range.start + 2..range.end).find(opens)
}

/// Returns where the words that name a speaker end before a time: "allies [last night] claimed".
fn before_time(tokens: &[Token], tags: &[Tag], range: Range<usize>) -> usize {
    let Some(last) = range.end.checked_sub(1).filter(|&last| last > range.start) else { return range.end };
    let word = tokens[last].normal.as_str();
    let time = SPANS_OF_TIME.contains(&word) || matches!(word, "night" | "morning" | "afternoon" | "evening");
    let this = matches!(tokens[last - 1].normal.as_str(), "last" | "this");
    let end = match word {
        "yesterday" | "today" => last,
        _ if time && this => last - 1,
        _ => return range.end,
    };
    let named = tags[range.start..end].iter().any(|t| t.is_head());
    if named { end } else { range.end }
}

/// How many words of predicates may part a speaker from the verb. Sentences of news are shorter; without an end the cost of one with many
/// such verbs would grow with its square.
const PREDICATES_REACH: usize = 64;

/// Finds who says what a predicate joined to another by the conjunction right before `group` reports; `left` is where the words before the group
/// begin that may name it.
pub(super) fn joined_speaker(tokens: &[Token], tags: &[Tag], left: usize, group: usize) -> Option<Range<usize>> {
    if group < 2 || tags[group - 1] != Tag::Coordinator {
        return None;
    }
    // "Forecasters expect rain and say": the subject stands before the first predicate.
    // Of "Lang called it a draft that was old and said" the draft says nothing.
    let near = (left..group - 1).find(|&i| tags[i].is_verbal()).map(|verb| left..verb);
    let near = near.filter(|near| {
        let near = &tags[near.clone()];
        near.iter().any(|tag| tag.is_head()) && !near.contains(&Tag::Relative)
    });
    // "Lang, the mayor, praised the crowd, which was large, and said": it opens the sentence.
    near.or_else(|| first_subject(tokens, tags, group - 1))
}

/// Returns the subject that opens the sentence, where what stands between it and `end` are its predicates: "[Lang] praised the crowd, which
/// was large,".
pub(super) fn first_subject(tokens: &[Token], tags: &[Tag], end: usize) -> Option<Range<usize>> {
    if end > PREDICATES_REACH {
        return None;
    }
    let from = usize::from(matches!(tags.first(), Some(Tag::Coordinator)));
    let verb = (from..end).find(|&i| tags[i].is_finite())?;
    // "Lang (61) shook his head"
    let comma = (from..verb).find(|&i| is_break(&tokens[i]) || tokens[i].is("("));
    let head = tags[from..verb].iter().position(|t| *t == Tag::Relative).map_or(verb, |i| from + i);
    let subject = from..comma.unwrap_or(verb).min(head);
    let joins =
        |i: &usize| tags[*i].is_nominal() || matches!(tags[*i], Tag::Preposition | Tag::Adverb) || tokens[*i].is(".");
    let named = tags[subject.clone()].iter().any(|tag| tag.is_head());
    let opens = tags.get(from).is_some_and(|t| t.is_nominal());
    // Another clause with a subject of its own stands between.
    let other = (verb..end).any(|i| {
        tags[i] == Tag::Complementizer
            // "as a precaution", "after running a mill"
            || tags[i] == Tag::Subordinator && clause_follows(tokens, tags, i + 1)
            || tokens[i].is("\"")
            || tokens[i].is(";")
            || tags[i] == Tag::Coordinator && clause_follows(tokens, tags, i + 1)
            || tokens[i].is(",")
                && !matches!(tags.get(i + 1), Some(Tag::Relative))
                && clause_follows(tokens, tags, i + 1)
    });
    (opens && named && !other && subject.clone().all(|i| joins(&i))).then_some(subject)
}

/// Tells whether the words can name a speaker: they do not begin with a verb, and the writer of a quotation does not quote himself
/// ("I will continue to say that …" is said by whoever is quoted).
pub(super) fn is_speaker(tokens: &[Token], tags: &[Tag], range: &Range<usize>) -> bool {
    let first = range.start;
    // "'I thought we were lost'"
    let last = range.end - 1;
    let alone = tags[first..last].iter().all(|tag| *tag == Tag::Punctuation)
        && matches!(tokens[last].normal.as_str(), "i" | "we" | "you");
    // "His comments echo past | claims that …": who does another thing says nothing here.
    let acts = |at: usize| tags[at] == Tag::Verb(Form::Base) && matches!(tags[at - 1], Tag::Noun | Tag::Name);
    let verbal = tags.get(first).is_some_and(|tag| tag.is_verbal());
    !alone && (!verbal || opens_role(tags, first)) && !(first + 1..range.end).any(acts)
}

/// How many words stand between the participle that opens a role and the name.
const ROLE_REACH: usize = 4;

/// Tells whether a participle opens the role of somebody who is named behind it: "retired teacher Otto Brandl", "managing director Ana Lopez".
pub(in crate::claim) fn opens_role(tags: &[Tag], at: usize) -> bool {
    let role = tags.iter().skip(at + 1).take(ROLE_REACH).take_while(|tag| tag.is_nominal());
    matches!(tags.get(at), Some(Tag::Verb(Form::Participle | Form::Ing)))
        && tags.get(at + 1).is_some_and(|tag| matches!(tag, Tag::Noun | Tag::Adjective))
        && role.into_iter().any(|tag| *tag == Tag::Name)
}

/// Takes the stop and the quotation mark that end a sentence off a range of its tokens.
pub(super) fn without_stop(tokens: &[Token], range: Range<usize>) -> Range<usize> {
    let mut end = range.end;
    if end == tokens.len() {
        while end > range.start + 1 && matches!(tokens[end - 1].normal.as_str(), "." | "\"" | "!" | "?") {
            end -= 1;
        }
    }
    range.start..end
}

/// Tells whether whoever speaks is named behind the verb at `at`: "…, leaving a gap, [said] Ana Lopez".
fn speaker_follows(tokens: &[Token], tags: &[Tag], at: usize) -> bool {
    let names = tags.iter().skip(at + 1).take_while(|tag| tag.is_nominal()).count();
    names > 0 && tokens.get(at + 1 + names).is_none_or(|t| is_break(t) || t.is("."))
}

/// How many insertions may stand between a speaker and the verb: "Prof Spires, of the university, who was not involved, said".
const MOST_INSERTIONS: usize = 3;

/// Returns where the speaker begins whom insertions without a verb, or relative clauses, keep apart from the verb at `left`; `left` where
/// there is none.
pub(super) fn before_insertions(tokens: &[Token], tags: &[Tag], left: usize) -> usize {
    let mut subject = left;
    let mut at = left;
    for _ in 0..MOST_INSERTIONS {
        if at <= 1 || !tokens[at - 1].is(",") {
            break;
        }
        let mut open = at - 1;
        while open > 0 && !is_break(&tokens[open - 1]) {
            open -= 1;
        }
        let apposition = !tags[open..at - 1].iter().any(|t| t.is_verbal());
        // "Mayor Halloran, who cast the deciding vote, said"
        let relative = tags.get(open) == Some(&Tag::Relative) || opens_part_relative(tokens, tags, open);
        // "Holm, a baker who lives in Lund, said"
        let relative = relative
            || tags[open..at - 1].iter().position(|tag| *tag == Tag::Relative).is_some_and(|head| {
                head > 1 && tags[open..open + head].iter().all(|tag| tag.is_nominal() || *tag == Tag::Preposition)
            });
        // "Mayor Halloran, speaking in Lund, said", "The clerk, reached by phone, said"
        let does =
            matches!(tags.get(skip_adverbs(tags, open)), Some(Tag::Verb(Form::Ing | Form::Participle | Form::Past)))
                && !tags[open + 1..at - 1].iter().any(|t| t.is_finite())
                && !speaker_follows(tokens, tags, left);
        if !(apposition || relative || does) || open <= 1 || !tokens[open - 1].is(",") {
            break;
        }
        let mut head = open - 1;
        while head > 0 && !is_break(&tokens[head - 1]) {
            head -= 1;
        }
        if tags[head] == Tag::Coordinator && head + 1 < open - 1 {
            head += 1;
        }
        let named = |t: &Tag| matches!(t, Tag::Noun | Tag::Name | Tag::Pronoun | Tag::Number);
        let names = tags[head..open - 1].iter().any(named);
        if !names || tags[head..open - 1].iter().any(|t| t.is_finite()) {
            break;
        }
        subject = head;
        at = open;
        // "of the university", "45" say more of whoever stands before them.
        // "R-Kan."
        let party = tokens[head].normal.len() == 1 && tokens[head].capital && tokens[head + 1].is("-");
        if tags[head] != Tag::Preposition && !party && !(tags[head] == Tag::Number && head + 1 == open - 1) {
            break;
        }
    }
    subject
}
