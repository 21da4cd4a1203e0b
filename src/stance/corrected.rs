//! One corrects what the other gives: "not 64 but 46 shops", "46 shops, not 64", "flu, not lead, killed the swans".
//!
//! A rule of its own because whoever writes so knows of the other figure and says that it is wrong, which needs no likeness of the rest.
//! Known limits: a wrong figure stands right behind "not", a wrong noun behind the right one and ", not". "Not only 64" corrects nothing.

use super::pair::{Pair, Side};
use super::telling::counted;
use super::words::{Word, words};
use super::{Finding, RuleName, Stance, Voice};
use crate::claim::clause::denied_noun;
use crate::claim::quantity::{Bound, Quantity, Relation, compare};
use crate::order::Gather as _;
use crate::tag::Tag;
use crate::token::Token;
use std::ops::Range;

/// Least share of the correcting claim that the other must meet. Larger misses corrections told in other words; smaller takes a correction
/// of another figure of the same size for one of this.
const LEAST_SHARED: f64 = 0.15;

/// A figure that a claim says is wrong, and the one it puts in its place.
struct Correction<'r> {
    wrong: &'r Quantity,
    right: &'r Quantity,
}

/// Finds the first correction of a claim.
fn correction<'s>(side: &'s Side<'_>) -> Option<Correction<'s>> {
    let tokens = &side.read.tokens;
    let first = |q: &Quantity| tokens.partition_point(|t| t.span.end <= q.span.start);
    let behind = |q: &Quantity| tokens.partition_point(|t| t.span.start < q.span.end);
    let is = |at: Option<usize>, word: &str| at.and_then(|at| tokens.get(at)).is_some_and(|token| token.is(word));
    let mut held = side.quantities().peekable();
    while let Some(one) = held.next() {
        let Some(&next) = held.peek() else { break };
        let between = behind(one)..first(next);
        if is(first(one).checked_sub(1), "not") && between.clone().any(|at| is(Some(at), "but")) {
            return Some(Correction { wrong: one, right: next });
        }
        if is(first(next).checked_sub(1), "not") && between.clone().any(|at| is(Some(at), ",")) {
            return Some(Correction { wrong: next, right: one });
        }
    }
    None
}

/// Finds a figure of one claim that the other says is wrong.
pub(super) fn corrected(pair: &Pair<'_>) -> Option<Finding> {
    let (second_leads, made) = match (correction(&pair.a), correction(&pair.b)) {
        (None, Some(made)) => (true, made),
        (Some(made), None) => (false, made),
        _ => return None,
    };
    let (correcting, other) = if second_leads { (&pair.b, &pair.a) } else { (&pair.a, &pair.b) };
    let shared = if second_leads { pair.covering } else { pair.covered };
    let modality = &other.claim.modality;
    if shared < LEAST_SHARED || modality.is_negated() || modality.is_hedged() || correcting.claim.modality.is_hedged() {
        return None;
    }
    let equal = |x: &Quantity| x.bound == Bound::Exact && x.is_as_much(made.wrong);
    // What the wrong figure counts is often told once, behind the right one.
    let said = |x: &&Quantity| equal(x) && x.kind().is_some() && compare(x, made.right) == Some(Relation::Different);
    let figure = other.quantities().find(said)?;
    if other.quantities().any(|q| compare(q, made.right) == Some(Relation::Same)) {
        return None;
    }
    let not = made.wrong.span.join(made.right.span);
    let tokens = &correcting.read.tokens;
    let before = tokens.partition_point(|t| t.span.end <= not.start).checked_sub(1);
    let not = before.map(|at| &tokens[at]).filter(|token| token.is("not")).map_or(not, |token| token.span.join(not));
    let (not, figure) = (counted(correcting, not), counted(other, figure.span));
    let (cue_a, cue_b) = if second_leads { (figure, not) } else { (not, figure) };
    // A correction in quotation marks is its speaker's.
    let quoted = correcting.claim.voice == Voice::Attributed && correcting.claim.stands_quoted(correcting.read);
    let stance = if quoted { Stance::Partly } else { Stance::Contradicts };
    Some(Finding { cue_a: Some(cue_a), cue_b: Some(cue_b), ..Finding::new(stance, RuleName::Corrected, 0.75) })
}

/// Least share of both claims that must meet before a noun is corrected. Larger misses corrections told in other words; smaller takes what is said of
/// another matter for it.
const LEAST_SHARED_OF_NOUNS: f64 = 0.3;

/// How many tokens a right or wrong noun phrase may take: "a broken rail in".
const PHRASE: usize = 5;

/// A noun that a claim says is wrong, by the tokens of its phrase, and the one it puts in its place.
struct WrongNoun {
    wrong: Range<usize>,
    right: Range<usize>,
    /// Tells that both are the subject of the verb behind them.
    acts: bool,
}

/// Finds the first noun that a claim corrects: "[bird flu], not [pollution], killed them", "in [Lund], not in [Ost]".
fn wrong_noun(side: &Side<'_>) -> Option<WrongNoun> {
    let (tokens, tags) = (&side.read.tokens, &side.read.tags);
    let denied = |(at, _): (usize, &Token)| Some((at, denied_noun(tokens, tags, at)?));
    let (not, wrong) = super::cue::tokens(side).find_map(denied)?;
    let nominal = |at: &usize| tags[*at].is_nominal();
    let before = (0..not - 1).rev().take(PHRASE).take_while(nominal).count();
    let acts = tags.get(wrong.end + 1).is_some_and(|tag| tag.is_finite());
    Some(WrongNoun { right: not - 1 - before..not - 1, wrong, acts })
}

/// Finds a noun of one claim in whose place the other says that another one belongs: "flu, not lead, killed the swans" corrects "lead killed the swans".
pub(super) fn corrected_noun(pair: &Pair<'_>) -> Option<Finding> {
    let (second_leads, made) = match (wrong_noun(&pair.a), wrong_noun(&pair.b)) {
        (None, Some(made)) => (true, made),
        (Some(made), None) => (false, made),
        _ => return None,
    };
    let (correcting, other) = if second_leads { (&pair.b, &pair.a) } else { (&pair.a, &pair.b) };
    if other.claim.modality.is_negated() {
        return None;
    }
    let names = |at: &usize| matches!(correcting.read.tags[*at], Tag::Noun | Tag::Name);
    let term = |at: usize| correcting.tokens.get(at).copied().flatten();
    // What it says instead the other has nowhere; the wrong noun it has as its head.
    let right = made.right.clone().filter(names).filter_map(term).gather_set();
    let wrong = made.wrong.clone().rfind(names).and_then(term)?;
    let (read, own) = (other.read, other.claim.tokens.iter().flat_map(Clone::clone));
    let at = own.into_iter().find(|&at| other.tokens[at] == Some(wrong) && !other.claim.attribution.contains(&at))?;
    let outer = |at: usize| read.tags.get(at).copied().unwrap_or(Tag::Punctuation);
    let opens = |side: &Side<'_>, from: usize| {
        let mut before = (0..from).rev().take(PHRASE).skip_while(|&at| side.read.tags[at].is_nominal());
        before.next().map(|at| side.read.tokens[at].stem.clone())
    };
    let words = words(pair);
    let does = |word: &&Word| matches!(word.tag, Tag::Verb(_)) && !word.aside && word.partner.is_some();
    let in_place = if made.acts {
        let subject = outer(at + 1).is_finite() || opens(other, at).is_some_and(|word| word == "by");
        subject && (words.a.iter().any(|word| does(&word)) || words.b.iter().any(|word| does(&word)))
    } else {
        let place = opens(correcting, made.right.start);
        place.is_some() && place == opens(other, at) && !outer(at + 1).is_nominal()
    };
    if right.is_empty() || right.iter().any(|&term| other.says(term)) {
        return None;
    }
    let span =
        |range: Range<usize>| correcting.read.tokens[range.start].span.join(correcting.read.tokens[range.end - 1].span);
    let (not, noun) = (span(made.right.start..made.wrong.end), read.tokens[at].span);
    let (cue_a, cue_b) = if second_leads { (noun, not) } else { (not, noun) };
    let quoted = correcting.claim.voice == Voice::Attributed && correcting.claim.stands_quoted(correcting.read);
    let certain = in_place
        && !quoted
        && pair.covered.min(pair.covering) >= LEAST_SHARED_OF_NOUNS
        && pair.same_certainty()
        && (made.acts || !pair.names_apart());
    let stance = if certain { Stance::Contradicts } else { Stance::Partly };
    Some(Finding { cue_a: Some(cue_a), cue_b: Some(cue_b), ..Finding::new(stance, RuleName::Corrected, 0.7) })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::stance::judge::with_pair;
    use crate::stance::testing::found;

    #[test]
    fn a_noun_that_the_other_says_is_wrong_is_contradicted() {
        for (a, b, stance) in [
            (
                "A short circuit caused the fire in the barn.",
                "A cigarette, not a short circuit, caused the fire in the barn.",
                Some(Stance::Contradicts),
            ),
            (
                "The trial opens in Ost on Monday.",
                "The trial opens in Lund, not in Ost, on Monday.",
                Some(Stance::Contradicts),
            ),
            ("The pier is closed to cars.", "The bridge, not the pier, is closed to cars.", Some(Stance::Contradicts)),
            // It is done by another one, too little meets, or it may be so.
            (
                "The governor's order to shut the pier was signed on Monday.",
                "The minister, not the governor, signed the order to shut the pier.",
                Some(Stance::Partly),
            ),
            ("The pier may be closed to cars.", "The bridge, not the pier, is closed to cars.", Some(Stance::Partly)),
            // It says the right one, or neither.
            ("The bridge is closed to cars.", "The bridge, not the pier, is closed to cars.", None),
            ("The tunnel is closed to cars.", "The bridge, not the pier, is closed to cars.", None),
            ("The pier is not closed to cars.", "The bridge, not the pier, is closed to cars.", None),
        ] {
            for (x, y) in [(a, b), (b, a)] {
                assert_eq!(found(corrected_noun, x, y), stance, "{x} | {y}");
            }
        }
    }

    #[test]
    fn a_figure_that_the_other_says_is_wrong_is_contradicted() {
        for (a, b, cues) in [
            (
                "The airline has to give up 18 slots at Gatwick.",
                "Not 18 but 12 slots go to rivals.",
                Some(("18 slots", "Not 18 but 12 slots")),
            ),
            (
                "The depot burned with 30 buses inside.",
                "In truth 13 buses, not 30, stood in the depot.",
                Some(("30 buses", "13 buses, not 30")),
            ),
            // It gives the right figure; it corrects another one; it adds to it; it may be so.
            ("The airline has to give up 12 slots.", "Not 18 but 12 slots go to rivals.", None),
            ("The airline has to give up 40 slots.", "Not 18 but 12 slots go to rivals.", None),
            ("The airline has to give up 18 slots.", "Not only 18 slots but 12 gates go to rivals.", None),
            ("The airline may have to give up 18 slots.", "Not 18 but 12 slots go to rivals.", None),
            ("The airline has 18 pilots.", "Not 18 but 12 slots go to rivals.", None),
        ] {
            let found = with_pair(a, b, |pair| {
                corrected(pair).map(|f| {
                    assert_eq!(f.stance, Stance::Contradicts);
                    let cue = |text: &str, span: Option<crate::span::Span>| span.unwrap().slice(text).to_owned();
                    (cue(a, f.cue_a), cue(b, f.cue_b))
                })
            });
            assert_eq!(found.as_ref().map(|(x, y)| (x.as_str(), y.as_str())), cues, "{a} | {b}");
        }
    }
}
