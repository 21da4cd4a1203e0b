//! A negation in one of two sentences only, as a candidate for the model.
//!
//! Its own file because of two sentences nobody knows that they are about the same: the candidate is not judged here, but weighed with all others.

use super::lone::lone;
use super::{SCOPE, telling};
use crate::span::Span;
use crate::stance::RuleName;
use crate::stance::candidate::Candidate;
use crate::stance::caption::is_caption;
use crate::stance::cue::negations;
use crate::stance::pair::{Pair, Side};
use crate::stance::words::{Words, met};
use crate::tag::Tag;

/// Share of what a negation denies that must meet in the description of another picture: "there is no man dancing" leaves open whether a
/// woman sings.
const DENIED: f64 = 0.75;

/// Returns the share of the words behind the last lone negation that the other claim has too: how much of what is denied it says.
pub(in crate::stance) fn denied_share(pair: &Pair<'_>, words: &Words) -> Option<f64> {
    let lone = lone(pair, words)?;
    let at = lone.side.read.tokens.iter().position(|t| Some(&t.span) == lone.cues.last())?;
    Some(met(lone.ours, |w| w.at > at))
}

/// Finds a negation in one claim only, before or around a word that both have.
pub(in crate::stance) fn turned(pair: &Pair<'_>, words: &Words) -> Option<Candidate> {
    let lone = lone(pair, words)?;
    if is_caption(&pair.a) && is_caption(&pair.b) && denied_share(pair, words).is_some_and(|share| share < DENIED) {
        return None;
    }
    let (cue, word) = lone.scoped()?;
    let met = lone.theirs.get(word.partner?)?;
    Some(lone.candidate(RuleName::Negation, cue, met.span))
}

/// How many words both sentences have where they tell so much of somebody named that a negation in one of them can turn what the other does
/// not tell. Fewer words take back more that is right.
const LONG: usize = 6;

/// Finds a negation in one claim only, around words that the other tells otherwise; its verb is the other cue.
pub(in crate::stance) fn turned_apart(pair: &Pair<'_>, words: &Words) -> Option<Candidate> {
    let lone = lone(pair, words)?;
    let named = words.a.iter().any(|w| w.tag == Tag::Name && w.partner.is_some());
    if lone.scoped().is_some() || named && words.a.len().min(words.b.len()) >= LONG {
        return None;
    }
    let cue = *lone.cues.last()?;
    let verb = lone.theirs.iter().find(|w| matches!(w.tag, Tag::Verb(_))).or(lone.theirs.first())?;
    Some(lone.candidate(RuleName::NegationApart, cue, verb.span))
}

/// Tells whether a negation stands before a word in the same part of its clause.
fn negates(side: &Side<'_>, cues: &[Span], at: usize) -> Option<Span> {
    let parts = |&i: &usize| {
        !matches!(side.read.tags[i], Tag::Punctuation | Tag::Coordinator | Tag::Subordinator | Tag::Relative)
    };
    let before = (at.saturating_sub(SCOPE)..at).rev().take_while(parts);
    let mut found = before.filter_map(|i| cues.iter().find(|&&cue| side.read.tokens[i].span == cue).copied());
    let cue = found.next()?;
    // Two negations before one word take each other back.
    found.next().is_none().then_some(cue)
}

/// Finds a verb or adjective both have that is negated in one claim only, where the claims hold equally many negations in all.
pub(in crate::stance) fn mismatched(pair: &Pair<'_>, words: &Words) -> Option<Candidate> {
    let (in_a, in_b) = (negations(&pair.a), negations(&pair.b));
    if in_a.len() % 2 != in_b.len() % 2 || in_a.is_empty() && in_b.is_empty() {
        return None;
    }
    for b in words.b.iter().filter(|w| matches!(w.tag, Tag::Verb(_) | Tag::Adjective)) {
        let Some(a) = b.partner.map(|at| &words.a[at]) else { continue };
        let (turned_a, turned_b) = (negates(&pair.a, &in_a, a.at), negates(&pair.b, &in_b, b.at));
        let (cue_a, cue_b) = match (turned_a, turned_b) {
            (Some(cue), None) => (telling::negated(&pair.a, cue), b.span),
            (None, Some(cue)) => (a.span, telling::negated(&pair.b, cue)),
            _ => continue,
        };
        return Some(Candidate::led(RuleName::NegationOf, cue_a, cue_b, turned_b.is_some()));
    }
    None
}
