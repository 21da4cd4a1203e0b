//! One says that it is not decided, the other that it is: "had not decided whether to appeal", "has made up its mind to appeal".
//!
//! A rule of its own because the decision is told by turns of phrase that share no word, and what is decided stands behind them. Both may
//! be right about their own day, which the reader sees, as with an order that was lifted. Known limits: only the turns of the tables.

use super::cue::turn;
use super::pair::{Pair, Side};
use super::words::{Word, met, words};
use super::{Finding, RuleName, Stance};
use crate::claim::date::compare;
use crate::claim::quantity::Relation;
use crate::span::Span;
use crate::tag::{Tag, lemma};

/// Turns that leave a thing open.
const OPEN: &[&[&str]] = &[
    &["not", "decided"],
    &["n't", "decided"],
    &["not", "yet", "decided"],
    &["n't", "yet", "decided"],
    &["yet", "to", "decide"],
    &["still", "undecided"],
    &["is", "undecided"],
    &["not", "made", "up", "its", "mind"],
    &["not", "made", "up", "his", "mind"],
    &["not", "made", "up", "her", "mind"],
    &["not", "made", "up", "their", "minds"],
    &["no", "decision", "has", "been", "taken"],
    &["no", "decision", "has", "been", "made"],
    &["no", "decision", "had", "been", "taken"],
    &["no", "decision", "had", "been", "made"],
];

/// Turns that settle it.
const SETTLED: &[&[&str]] = &[
    &["has", "decided"],
    &["have", "decided"],
    &["had", "decided"],
    &["decided", "to"],
    &["decided", "against"],
    &["made", "up", "its", "mind"],
    &["made", "up", "his", "mind"],
    &["made", "up", "her", "mind"],
    &["made", "up", "their", "minds"],
];

/// Verbs so general that what is decided is told by what follows them.
const LIGHT: &[&str] = &["take", "go", "make", "do", "have", "be", "bring", "put", "get", "give"];

/// Share of what is left open that must meet. Larger misses decisions told in other words; smaller takes two decisions for one.
const SAME_MATTER: f64 = 0.6;

/// Fewest words of it that must meet.
const LEAST_MET: usize = 2;

/// Returns the turn by which a claim says, flatly, that a thing is decided.
fn settled(side: &Side<'_>) -> Option<Span> {
    let modality = &side.claim.modality;
    turn(side, SETTLED).filter(|_| !modality.is_negated() && !modality.is_hedged() && turn(side, OPEN).is_none())
}

/// Finds one matter that is open in one claim and decided in the other.
pub(super) fn undecided(pair: &Pair<'_>) -> Option<Finding> {
    let (open_a, open_b) = (turn(&pair.a, OPEN), turn(&pair.b, OPEN));
    if open_a.is_none() && open_b.is_none() {
        return None;
    }
    let (cue_a, cue_b, open_in_a) = match (open_a, settled(&pair.b), settled(&pair.a), open_b) {
        (Some(open), Some(settled), ..) => (open, settled, true),
        (_, _, Some(settled), Some(open)) => (settled, open, false),
        _ => return None,
    };
    let words = words(pair);
    let (ours, theirs, open) = if open_in_a { (&words.a, &words.b, cue_a) } else { (&words.b, &words.a, cue_b) };
    let settled = if open_in_a { cue_b } else { cue_a };
    let light = |w: &Word| lemma(&w.normal).is_some_and(|verb| LIGHT.contains(&verb));
    let matter = |w: &Word| w.span.start >= open.end && !light(w);
    // What meets must be what is decided, not who decides.
    let behind = |w: &Word| w.partner.is_some_and(|at| theirs[at].span.start >= settled.end);
    let count = ours.iter().filter(|w| matter(w) && behind(w)).count();
    let names = ours.iter().filter(|w| w.tag == Tag::Name && matter(w)).all(|w| w.partner.is_some());
    if count < LEAST_MET || !names || met(ours, matter) < SAME_MATTER {
        return None;
    }
    let (stance, confidence) = if other_days(pair) { (Stance::Partly, 0.55) } else { (Stance::Contradicts, 0.65) };
    Some(Finding { cue_a: Some(cue_a), cue_b: Some(cue_b), ..Finding::new(stance, RuleName::Undecided, confidence) })
}

/// Tells whether both give a day, and no day in common: what was open on one was decided on the other.
fn other_days(pair: &Pair<'_>) -> bool {
    let of = |side: &Side<'_>| -> Vec<_> { side.dates().cloned().collect() };
    let (ours, theirs) = (of(&pair.a), of(&pair.b));
    let apart = |x, y| compare(x, y) == Some(Relation::Different);
    !ours.is_empty() && !theirs.is_empty() && ours.iter().all(|x| theirs.iter().all(|y| apart(x, y)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::stance::testing::assert_stances;

    #[test]
    fn what_is_decided_is_not_open() {
        assert_stances(
            undecided,
            &[
                (
                    "The port had not decided whether to sell the northern quay to Norway.",
                    "The port has made up its mind to sell the northern quay to Norway.",
                    Some(Stance::Contradicts),
                ),
                (
                    "The club decided to leave the old stadium in Leeds.",
                    "The club has yet to decide on leaving the stadium in Leeds.",
                    Some(Stance::Contradicts),
                ),
                // Another matter, other days, the same, a possibility.
                (
                    "The port had not decided whether to sell the northern quay.",
                    "The port has decided to repair the lighthouse.",
                    None,
                ),
                (
                    "On Monday the port had not decided whether to sell the northern quay to Norway.",
                    "On Thursday the port decided to sell the northern quay to Norway.",
                    Some(Stance::Partly),
                ),
                (
                    "The port has not decided whether to sell the quay to Norway.",
                    "The port had not decided whether to sell the quay to Norway.",
                    None,
                ),
                (
                    "The port has not decided whether to sell the quay to Norway.",
                    "The port may have decided to sell the quay to Norway.",
                    None,
                ),
            ],
        );
    }
}
