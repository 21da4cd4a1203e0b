//! A negation that one of two claims has alone, and the words that it turns.
//!
//! Its own file because the rules for rows and the candidates for pairs of sentences ask the same: which word of both is denied in one.
//! Known limits: the scope of a negation is counted in words.

use super::{INTENDING, SCOPE};
use crate::span::Span;
use crate::stance::candidate::Candidate;
use crate::stance::cue::negations;
use crate::stance::opposite::opposed;
use crate::stance::pair::{Pair, Side};
use crate::stance::words::{Word, Words};
use crate::stance::{RuleName, telling};
use crate::tag::{Tag, lemma};
use crate::token::Token;

/// A negation of one claim only.
pub(super) struct Lone<'p> {
    /// The negating words.
    pub(super) cues: Vec<Span>,
    /// Tells whether the second claim holds them.
    pub(super) in_b: bool,
    /// The claim that holds it, and its words.
    pub(super) side: &'p Side<'p>,
    pub(super) ours: &'p [Word],
    /// The other claim's words.
    pub(super) theirs: &'p [Word],
}

/// Finds the negation that one of two claims has alone.
pub(super) fn lone<'p>(pair: &'p Pair<'p>, words: &'p Words) -> Option<Lone<'p>> {
    let (in_a, in_b) = (negations(&pair.a), negations(&pair.b));
    // "Did not rise" and "fell" say the same.
    if in_a.len() % 2 == in_b.len() % 2 || opposed(words).is_some() {
        return None;
    }
    Some(if in_b.len() > in_a.len() {
        Lone { cues: in_b, in_b: true, side: &pair.b, ours: &words.b, theirs: &words.a }
    } else {
        Lone { cues: in_a, in_b: false, side: &pair.a, ours: &words.a, theirs: &words.b }
    })
}

/// How many tokens after a negation the verb or adjective may stand that it surely turns: "will not even now resign".
const TURNED: usize = 4;

impl Lone<'_> {
    /// Returns the negation with the verb or adjective of both claims that it surely turns; "not until Monday" turns nothing.
    pub(super) fn turned(&self) -> Option<(Span, &Word)> {
        self.turned_but(|limited| !limited)
    }

    /// The same, with whether something limits it held to a condition.
    pub(super) fn turned_but(&self, asked: impl Fn(bool) -> bool) -> Option<(Span, &Word)> {
        let tokens = &self.side.read.tokens;
        self.cues.iter().rev().find_map(|&cue| {
            let at = tokens.partition_point(|token| token.span.end <= cue.start);
            let limits = |token: &Token| matches!(token.normal.as_str(), "until" | "till" | "unless" | "before");
            let intends = |w: &Word| lemma(&w.normal).is_some_and(|verb| INTENDING.contains(&verb));
            let says = |w: &&Word| w.at > at && matches!(w.tag, Tag::Verb(_) | Tag::Adjective) && !intends(w);
            let word = self.ours.iter().find(says)?;
            let turns = word.at - at <= TURNED && word.partner.is_some() && asked(tokens[at..].iter().any(limits));
            turns.then_some((cue, word))
        })
    }

    /// Returns the last negation that stands by a word of both claims, with that word.
    pub(super) fn scoped(&self) -> Option<(Span, &Word)> {
        self.cues.iter().rev().find_map(|&cue| Some((cue, scoped(self.side, cue, self.ours)?)))
    }

    /// Makes a candidate of a negation and what the other claim tells for it.
    pub(super) fn candidate(&self, rule: RuleName, cue: Span, met: Span) -> Candidate {
        let cue = telling::negated(self.side, cue);
        let (cue_a, cue_b) = if self.in_b { (met, cue) } else { (cue, met) };
        Candidate::led(rule, cue_a, cue_b, self.in_b)
    }
}

/// Returns the word that a negation turns round: the first met word after it, else the last before it.
fn scoped<'w>(side: &Side<'_>, cue: Span, words: &'w [Word]) -> Option<&'w Word> {
    let at = side.read.tokens.iter().position(|t| t.span == cue)?;
    // A negation turns what is said, not who or when: "did not move | on Thursday".
    let said = |w: &Word| !matches!(w.tag, Tag::Name | Tag::Number) && !side.read.is_dated(w.span);
    let met = |w: &&Word| w.partner.is_some() && w.span != cue && said(w);
    words
        .iter()
        .filter(met)
        .find(|w| w.at > at && w.at - at <= SCOPE)
        .or_else(|| words.iter().rev().filter(met).find(|w| w.at < at && at - w.at <= SCOPE))
}
