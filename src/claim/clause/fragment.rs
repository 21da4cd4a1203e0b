//! Segments that say nothing by themselves, and what they are joined to.
//!
//! Its own file because boundaries are found one after the other, and only when all are known can a fragment tell which of its neighbours it
//! belongs to. Known limits: whether a segment says something is counted from its words, not understood.

use super::{Opening, Segment};
use crate::tag::{Form, Tag, lemma};
use crate::token::Token;
use std::ops::Range;

/// What casualty counts end with: "24 dead and over 200 injured" is two statements without a verb.
const STATES: &[&str] = &[
    "dead",
    "fatal",
    "killed",
    "injured",
    "wounded",
    "hurt",
    "missing",
    "unaccounted",
    "arrested",
    "detained",
    "displaced",
    "homeless",
    "hospitalized",
];

/// Tells whether a number and, within a few words, the state of so many people stand in a range.
pub(super) fn counts_people(tokens: &[Token], tags: &[Tag], range: Range<usize>) -> bool {
    let Some(number) = range.clone().find(|&i| tags[i] == Tag::Number) else { return false };
    let near = number + 1..range.end.min(number + 4);
    tokens[near].iter().any(|t| STATES.contains(&t.normal.as_str()))
}

/// How many words a clause with a subject of its own needs to be a statement.
const SHORTEST_CLAUSE: usize = 4;

/// Content words that a subordinate clause needs to be a statement; one fewer for other clauses.
const LEAST_CONTENT: usize = 3;

/// Joins a segment that says nothing by itself (no verb and few words) to the one before, or to the one after when it stands first.
pub(super) fn join_fragments(tokens: &[Token], tags: &[Tag], segments: &[Segment]) -> Vec<Segment> {
    let words = |range: &Range<usize>| tags[range.clone()].iter().filter(|t| **t != Tag::Punctuation).count();
    let content = |range: &Range<usize>| {
        range.clone().filter(|&i| tags[i].is_content() && tokens[i].normal.len() > 2 || tags[i] == Tag::Number).count()
    };
    let states = |s: &Segment| words(&s.tokens) >= 2 && counts_people(tokens, tags, s.tokens.clone());
    let verbal = |s: &Segment| tags[s.tokens.clone()].iter().any(|t| t.is_verbal());
    let least = |s: &Segment| if s.opening == Opening::Subordinate { LEAST_CONTENT } else { LEAST_CONTENT - 1 };
    // "cutting taxes, building roads and hiring nurses": two words are a statement in a list of such.
    let listed = |s: &Segment| {
        matches!(s.opening, Opening::Participial | Opening::Predicate)
            && tags[s.tokens.start] == Tag::Verb(Form::Ing)
            && content(&s.tokens) >= 2
    };
    // "and the alarm did not go off": a subject and its verb say something in few words.
    let whole = |s: &Segment| {
        s.opening == Opening::Clause
            && words(&s.tokens) >= SHORTEST_CLAUSE
            && content(&s.tokens) >= 1
            && !tags[s.tokens.start].is_verbal()
            && tags[s.tokens.clone()].iter().any(|t| t.is_finite())
    };
    let says = |s: &Segment| {
        states(s)
            || whole(s)
            || listed(s)
            || s.opening == Opening::Apposition
            || words(&s.tokens) >= 3 && content(&s.tokens) >= least(s) && verbal(s)
    };
    // "The talks came after …" says only with what follows it.
    let light = |i: usize| {
        tags[i].is_verbal()
            && lemma(&tokens[i].normal).is_some_and(|verb| matches!(verb, "come" | "follow" | "happen" | "occur"))
    };
    let leans = |s: &Segment| {
        content(&s.tokens) - s.tokens.clone().filter(|&i| light(i)).count().min(1) < LEAST_CONTENT - 1 && !states(s)
    };
    // "…, and a tax | that was to take effect | will be put off": a subject alone whose verb is still to come.
    let waits = |at: usize| {
        let mut later = segments[at + 1..].iter().skip_while(|s| s.opening.is_insertion());
        // "after Ana Ruiz, | who led, | began to fade"
        matches!(segments[at].opening, Opening::Clause | Opening::Subordinate)
            && segments.get(at + 1).is_some_and(|s| s.opening.is_insertion())
            && later.next().is_some_and(|s| s.opening == Opening::Resumed)
    };
    let mut out: Vec<Segment> = Vec::new();
    for (at, segment) in segments.iter().cloned().enumerate() {
        match out.last_mut() {
            Some(last) if segment.opening != Opening::Resumed && !says(&segment) && !waits(at) => {
                last.tokens.end = segment.tokens.end
            }
            // A subject alone waits for its predicate; an insertion keeps it apart and it is joined by the caller as one claim of two spans.
            Some(last) if !says(last) && out_of_insertion(&segment) => last.tokens.end = segment.tokens.end,
            Some(last) if leans(last) && last.opening == Opening::Start && segment.opening == Opening::Subordinate => {
                last.tokens.end = segment.tokens.end;
            }
            _ => out.push(segment),
        }
    }
    out
}

fn out_of_insertion(segment: &Segment) -> bool {
    matches!(segment.opening, Opening::Predicate | Opening::Clause | Opening::Resumed | Opening::Start)
}
