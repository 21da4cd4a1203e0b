//! Where one statement of a sentence ends and the next begins.
//!
//! A step of its own because a sentence often holds several statements that other reports treat apart: coordinated predicates and
//! clauses, relative, participial and subordinate clauses. Boundaries are found from tags alone, left to right, in linear time. Known
//! limits: no tree is built, so a coordination deep inside an object is now and then taken for one of clauses.

mod ahead;
mod boundary;
mod fragment;

use crate::tag::{Form, Tag};
use crate::token::Token;
use ahead::opens_comment;
pub(super) use ahead::{
    SPANS_OF_TIME, age_ends, clause_follows, governor_of_list, insertion_ends, inverted_condition, long_clause_follows,
    object_relative, opens_part_relative, skip_adverbs,
};
pub(crate) use ahead::{denied_noun, excepts, is_plural_verb};
use boundary::{Place, boundary};
use fragment::join_fragments;
use std::ops::Range;

/// What opens a segment.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Opening {
    /// The sentence itself.
    Start,
    /// A conjunction before another predicate of the same subject.
    Predicate,
    /// A conjunction, comma or semicolon before a clause with a subject of its own.
    Clause,
    /// "who", "which", "that".
    Relative,
    /// ", killing …", ", rooted in …", "with X saying".
    Participial,
    /// "with officials saying …": has a subject of its own.
    Absolute,
    /// "after …", "because …".
    Subordinate,
    /// The main clause goes on after an insertion.
    Resumed,
    /// ", a bone specialist at the hospital": what something is, without a verb.
    Apposition,
    /// Nothing: a detail told apart from the clause around it.
    Detail,
}

impl Opening {
    /// Tells whether what it opens may stand inside another clause, which then goes on.
    pub fn is_insertion(self) -> bool {
        matches!(self, Self::Relative | Self::Participial | Self::Absolute | Self::Subordinate | Self::Apposition)
    }
}

/// A part of a sentence between two boundaries, as a range of its tokens without the conjunction or comma that opens it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Segment {
    /// Its tokens.
    pub tokens: Range<usize>,
    /// What opens it.
    pub opening: Opening,
}

/// Cuts the tokens of a sentence into segments, in order and without gaps but for the marks and conjunctions between them.
pub fn segments(tokens: &[Token], tags: &[Tag]) -> Vec<Segment> {
    let mut out: Vec<Segment> = Vec::new();
    let mut start = 0;
    let mut opening = Opening::Start;
    let mut at = 0;
    let mut depth = 0usize;
    // One past the last finite verb before `at`, so that no token looks back through the whole segment.
    let mut finite_end = 0;
    // A clause whose verb is still to come when a relative clause interrupts it: "The flood that tore through town …".
    let mut waits = false;
    while at < tokens.len() {
        if at > 0 && (tags[at - 1].is_finite() || is_plural_verb(tags, at - 1)) {
            finite_end = at;
        }
        let token = &tokens[at];
        if token.is("(") || token.is("[") {
            depth += 1;
        } else if token.is(")") || token.is("]") {
            depth = depth.saturating_sub(1);
        }
        if depth == 0
            && at > start
            && let Some((next_opening, skip)) =
                boundary(&Place { tokens, tags, start, at, opening, finite: finite_end > start, waits }).or_else(|| {
                    // "A club | that has lost and cannot win | has bought him": another predicate of the relative clause stands between.
                    let inside = matches!(opening, Opening::Relative | Opening::Predicate);
                    let resumed = waits && inside && main_verb(tokens, tags, start, at, finite_end);
                    resumed.then_some((Opening::Resumed, 0))
                })
        {
            // "who left and worked as a carer": the other predicate belongs to the relative clause, and the main clause still waits.
            let inside = opening == Opening::Relative || waits && opening == Opening::Predicate;
            if next_opening == Opening::Relative && !inside {
                waits = finite_end <= start || tags[start] == Tag::Relative;
            } else if matches!(next_opening, Opening::Resumed | Opening::Clause) {
                waits = false;
            }
            // American style puts the comma inside the quotation, whose closing mark belongs to what it closes.
            let closed = token.is(",") && tokens.get(at + 1).is_some_and(|next| next.is("\"") && !next.spaced);
            out.push(Segment { tokens: start..if closed { at + 2 } else { at }, opening });
            start = at + if closed { skip.max(2) } else { skip };
            opening = next_opening;
            at = start.max(at + 1);
            continue;
        }
        at += 1;
    }
    if start < tokens.len() {
        out.push(Segment { tokens: start..tokens.len(), opening });
    }
    join_fragments(tokens, tags, &out)
}

/// Joins segments with a subject or predicate of their own to the ones before: of "denied that he lied and that he took money" each part is
/// denied, and only the first would say so.
pub(super) fn kept_together(segments: Vec<Segment>) -> Vec<Segment> {
    let mut out: Vec<Segment> = Vec::new();
    for segment in segments {
        if matches!(segment.opening, Opening::Clause | Opening::Predicate) {
            // What stands between goes into the one claim.
            while out.len() > 1 && out.last().is_some_and(|last| last.opening.is_insertion()) {
                out.pop();
            }
            if let Some(last) = out.last_mut() {
                last.tokens.end = segment.tokens.end;
                continue;
            }
        }
        out.push(segment);
    }
    out
}

/// Tells whether words that begin behind a comma say something of the whole statement before it: "in a move that surprised many",
/// "something the firm denies".
pub(super) fn comments(tokens: &[Token], tags: &[Tag], at: usize) -> bool {
    at < tokens.len() && (opens_comment(tokens, tags, at) || object_relative(tokens, tags, at).is_some())
}

/// Tells whether the verb of the main clause stands at `at`, in a relative clause without commas that began at `start` and has a verb
/// of its own before `finite_end`: "that tore through the lower town on Saturday | killed three people".
fn main_verb(tokens: &[Token], tags: &[Tag], start: usize, at: usize, finite_end: usize) -> bool {
    let opens = |i: usize| match tags[i] {
        // "who operated while drunk | was jailed"
        Tag::Subordinator => !(i + 2 == at && matches!(tags[i + 1], Tag::Verb(Form::Participle | Form::Past))),
        // "that was due at 5:40 a.m. | was late"
        Tag::Punctuation => !(tokens[i].is(":") && tags[i - 1] == Tag::Number && !tokens[i].spaced),
        tag => matches!(tag, Tag::Complementizer | Tag::Coordinator | Tag::Relative),
    };
    // "that left a guard wounded | will go"
    let state = matches!(tags[at - 1], Tag::Verb(Form::Past | Form::Participle))
        && tags[at].is_auxiliary()
        && at >= 2
        && matches!(tags[at - 2], Tag::Noun | Tag::Name | Tag::Subordinator);
    let own = finite_end > start && finite_end < at || state;
    // "a guard wounded | will go", "had also | been"
    let before = tags[..at].iter().rposition(|tag| *tag != Tag::Adverb).map_or(Tag::Punctuation, |i| tags[i]);
    let only_state = tags[at] == Tag::Verb(Form::Past) && tags.get(at + 1).is_some_and(|tag| tag.is_finite());
    // "has not been peer | reviewed"
    let passive = || {
        let before = (start..at).rev().take(CLAUSE_REACH).take_while(|&i| !matches!(tags[i], Tag::Verb(_)));
        before.into_iter().any(|i| tokens[i].is("been"))
    };
    own && tags[at].is_finite()
        && !(matches!(tags[at], Tag::Verb(_)) && passive())
        && !only_state
        // "who cannot attend | can ask"
        && (!before.is_verbal() || state || before == Tag::Verb(Form::Base) && tags[at].is_auxiliary())
        && !matches!(tags[at - 1], Tag::Negation | Tag::To | Tag::Pronoun)
        && tags[start + 1..at].iter().filter(|t| t.is_finite()).count() <= 2
        // "in which eight people died"
        && !(start + 1 + usize::from(tags[start] == Tag::Preposition)..at).any(opens)
}

/// How many tokens back the word may stand that opens a clause which waits for its verb.
const CLAUSE_REACH: usize = 24;

#[cfg(test)]
mod tests;
