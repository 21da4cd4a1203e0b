//! The words and signs that turn a statement round or keep it at a distance: negations, denials, questions, words in quotation marks.
//!
//! A step of its own because rules and features ask for the same cues; modality of the claim itself is read in `claim::modality`.
//! Known limits: a denial is told by its word, not by what exactly it denies.

use super::pair::Side;
use crate::order::Arrange as _;
use crate::span::Span;
use crate::tag::lemma;
use crate::token::Token;

/// Words that negate beside those that the claim's modality knows.
const MORE_NEGATIONS: &[&str] =
    &["nothing", "nowhere", "cannot", "hardly", "barely", "unable", "neither", "nobody", "none", "never", "no"];

/// Returns the tokens of a claim.
pub(super) fn tokens<'s>(side: &'s Side<'_>) -> impl Iterator<Item = (usize, &'s Token)> {
    side.claim.tokens.iter().flat_map(Clone::clone).map(|at| (at, &side.read.tokens[at]))
}

/// Finds the first of some turns of phrase among the words of a claim.
pub(super) fn turn(side: &Side<'_>, of: &[&[&str]]) -> Option<Span> {
    let words: Vec<&Token> = tokens(side).map(|(_, token)| token).collect();
    // The last word first: fewer claims have it than "not" and "is".
    of.iter().find_map(|turn| {
        let found =
            words.windows(turn.len()).find(|w| w.iter().zip(*turn).rev().all(|(token, word)| token.is(word)))?;
        found.first().zip(found.last()).map(|(first, last)| first.span.join(last.span))
    })
}

/// Returns the negating words of a claim, in text order.
pub(super) fn negations(side: &Side<'_>) -> Vec<Span> {
    let mut found = side.claim.modality.negations.clone();
    found.extend(tokens(side).filter(|(_, t)| MORE_NEGATIONS.contains(&t.normal.as_str())).map(|(_, t)| t.span));
    // "No, …" answers what was said before, and a "no-show" is a thing.
    let answers = |at: usize| side.read.tokens.get(at + 1).is_some_and(|next| next.is(",") || next.is("-"));
    let idle: Vec<Span> = tokens(side).filter(|(at, t)| t.is("no") && answers(*at)).map(|(_, t)| t.span).collect();
    found.retain(|span| !idle.contains(span));
    found.arrange();
    found.dedup();
    found
}

/// Tells whether a claim is put as a question: a question mark at its end or, in a headline, at the end of its first part.
pub(super) fn is_question(side: &Side<'_>) -> bool {
    tokens(side).any(|(_, t)| t.is("?"))
}

/// Returns words that stand between quotation marks and are few enough to be held at a distance rather than quoted.
pub(super) fn quoted_words(side: &Side<'_>) -> Option<Span> {
    const MOST: usize = 4;
    let marks: Vec<(usize, &Token)> =
        tokens(side).filter(|(_, t)| t.normal == "\"" || t.normal == "'" && !t.is_word()).collect();
    marks.windows(2).find_map(|pair| {
        let [(open, first), (close, last)] = pair else { return None };
        let inside = close.checked_sub(open + 1)?;
        let same = first.normal == last.normal && first.spaced;
        (same && (1..=MOST).contains(&inside)).then(|| first.span.join(last.span))
    })
}

/// Words that say that something told is not so.
const DENIALS: &[&str] = &[
    "hoax",
    "hoaxes",
    "fake",
    "faked",
    "false",
    "falsely",
    "untrue",
    "bogus",
    "fabricated",
    "satire",
    "satirical",
    "prank",
    "myth",
    "misinformation",
    "disinformation",
    "lie",
    "lies",
    "unfounded",
    "baseless",
    "phony",
    "fictional",
    "fictitious",
    "nonsense",
    "trolled",
    "photoshop",
    "photoshopped",
    "inaccurate",
    "incorrect",
    "wrong",
    "mistaken",
];

/// Verbs that say so, by base form.
const DENYING_VERBS: &[&str] =
    &["deny", "debunk", "refute", "retract", "rebut", "disprove", "dispel", "discredit", "fabricate", "contradict"];

/// Returns the first word of a claim that says that something told is not so.
pub(super) fn denial(side: &Side<'_>) -> Option<Span> {
    tokens(side)
        .find(|(at, t)| {
            let verb = lemma(&t.normal).is_some_and(|verb| DENYING_VERBS.contains(&verb))
                || matches!(t.normal.as_str(), "debunks" | "debunked" | "debunking" | "debunk");
            let shot_down = matches!(t.normal.as_str(), "shoot" | "shoots" | "shot" | "shooting" | "knocks" | "knock")
                && side.read.tokens.get(at + 1).is_some_and(|next| next.is("down"));
            let unreal = matches!(t.normal.as_str(), "real" | "true" | "happen" | "happened")
                && *at > 0
                && matches!(side.read.tokens[at - 1].normal.as_str(), "not" | "n't" | "never");
            DENIALS.contains(&t.normal.as_str()) || verb || shot_down || unreal
        })
        .map(|(_, t)| t.span)
}
