//! Whether a segment ends at a conjunction.
//!
//! Its own file because "and" joins nouns, predicates and clauses alike, and what it joins is told by what stands on both of its sides.
//! Known limits: a noun that is joined to one far back in a long object is now and then taken for the subject of a clause.

use super::super::Opening;
use super::super::ahead::{
    SPANS_OF_TIME, aside_closes, bound_ends, clause_follows, gapped_clause_follows, governor, long_clause_follows,
    phrase_alone, rest_is_long, skip_adverbs,
};
use super::{Place, opens_relative};
use crate::tag::{Form, Tag};
use crate::token::Token;

/// Decides whether a segment ends at the conjunction at `coordinator_at`; `comma` tells whether a mark stands before it.
pub(super) fn at_conjunction(place: &Place<'_>, comma: bool, coordinator_at: usize) -> Option<(Opening, usize)> {
    let Place { tokens, tags, start, at, opening, finite, .. } = *place;
    let so_far = place.so_far();
    let skip = coordinator_at + 1 - at;
    let first = skip_adverbs(tags, coordinator_at + 1);
    // "was ill and, in May, resigned": when belongs to the second.
    if let Some(close) = aside_closes(tokens, tags, coordinator_at + 1).filter(|_| finite) {
        let verb = tags.get(skip_adverbs(tags, close + 1)).is_some_and(|tag| tag.is_finite());
        let clause = clause_follows(tokens, tags, close + 1);
        return match (verb, clause) {
            (true, _) => Some((Opening::Predicate, skip + 1)),
            (_, true) => Some((Opening::Clause, skip + 1)),
            _ => None,
        };
    }
    match tags.get(first)? {
        // "after admitting stealing drugs and selling them": both are admitted.
        Tag::Verb(Form::Ing) if opening == Opening::Absolute => None,
        Tag::Verb(Form::Ing) if governor(tags, start, at).is_some() && !finite => None,
        Tag::Verb(Form::Ing) if so_far.contains(&Tag::Verb(Form::Ing)) && !finite => Some((Opening::Predicate, skip)),
        Tag::Verb(Form::Ing) if matches!(opening, Opening::Participial) => Some((Opening::Participial, skip)),
        Tag::Verb(Form::Participle)
            if so_far.contains(&Tag::Verb(Form::Participle)) && finite && rest_is_long(tags, first) =>
        {
            Some((Opening::Predicate, skip))
        }
        Tag::Verb(Form::Participle) if finite && tags.get(first + 1) == Some(&Tag::Preposition) => None,
        // "killed three people, two of them children, and left …": the apposition has no verb, so the clause before it goes on.
        tag if tag.is_finite()
            && (finite
                || opening == Opening::Relative
                || comma && matches!(opening, Opening::Apposition | Opening::Participial)) =>
        {
            Some((Opening::Predicate, skip))
        }
        Tag::Relative if finite && comma && opens_relative(&tokens[first]) => Some((Opening::Relative, skip)),
        Tag::Subordinator
            if finite && bound_ends(tokens, tags, first).is_none() && long_clause_follows(tokens, tags, first + 1) =>
        {
            Some((Opening::Subordinate, skip))
        }
        // "warned that networks are regrouping, and that labs are a growing threat"
        Tag::Complementizer | Tag::Relative
            if finite && tokens[first].is("that") && long_clause_follows(tokens, tags, first + 1) =>
        {
            Some((Opening::Clause, first + 1 - at))
        }
        // "could fell trees and cause power cuts"
        Tag::Verb(Form::Base) if so_far.iter().any(|tag| matches!(tag, Tag::Modal | Tag::To)) => None,
        // "and of the minister charged with it" goes on with a list.
        _ if phrase_alone(tokens, tags, first) => None,
        // "when exercise and smoking were taken into account" joins two nouns; "…, a rare disease, but all recovered": what an
        // insertion interrupts has its verb.
        _ if (finite || comma && opening.is_insertion())
            && !joins_subject(tokens, tags, start, at)
            && long_clause_follows(tokens, tags, first) =>
        {
            Some((Opening::Clause, skip))
        }
        // "two people were killed and hundreds driven from their homes"
        _ if finite
            && so_far.contains(&Tag::Be)
            && so_far.contains(&Tag::Verb(Form::Participle))
            && gapped_clause_follows(tags, first) =>
        {
            Some((Opening::Clause, skip))
        }
        _ => None,
    }
}

/// How many words the members of a list may take before the last of them. Larger finds the subject of longer lists.
const LIST_REACH: usize = 24;

/// Tells whether the words before a conjunction at `at` are a clause's opening word and a noun phrase without a verb.
fn joins_subject(tokens: &[Token], tags: &[Tag], start: usize, at: usize) -> bool {
    // "put them ahead after 12 minutes and Ruiz doubled the lead"
    if SPANS_OF_TIME.contains(&tokens[at - 1].normal.as_str()) {
        return false;
    }
    let phrase = tags[start..at].iter().rev().take_while(|t| t.is_nominal()).count();
    let before = (start..at - phrase).next_back();
    let opens = |i: usize| matches!(tags[i], Tag::Subordinator | Tag::Complementizer | Tag::Relative);
    // "The FBI says Ana Ruiz, Rui Costa and Eva Holm were taken": nobody is said.
    let near = start.max(at.saturating_sub(LIST_REACH))..at;
    let said = near.rev().find(|&i| !tags[i].is_nominal() && !tokens[i].is(","));
    let says = |i: usize| matches!(tokens[i].normal.as_str(), "say" | "says" | "said");
    phrase > 0 && (before.is_some_and(opens) || said.is_some_and(says))
}
