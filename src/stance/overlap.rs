//! No rule found a difference in kind: how much of the statement the other claim gives decides.

use super::pair::Pair;
use super::{Finding, RuleName, Stance};
use crate::claim::clause::Opening;
use crate::claim::quantity::{Relation, compare};

/// Share of both claims from which they are the same words but for small ones.
const SAME: f64 = 0.92;

/// Share of the statement below which the other claim gives only part of it. Larger says "partly" more often; from the gold stories.
const PART: f64 = 0.4;

/// Finds claims that are the same words.
pub(super) fn same_words(pair: &Pair<'_>) -> Option<Finding> {
    let polarity = pair.a.claim.modality.is_negated() == pair.b.claim.modality.is_negated();
    let certainty = pair.a.claim.modality.is_hedged() == pair.b.claim.modality.is_hedged();
    (pair.covered >= SAME && pair.covering >= SAME && polarity && certainty)
        .then(|| Finding::new(Stance::Supports, RuleName::SameWords, 0.95))
}

/// Finds a claim that gives little of the statement.
pub(super) fn part_of_it(pair: &Pair<'_>) -> Option<Finding> {
    // Counts of different things are different statements, however alike the words around them.
    let (ours, theirs) = (pair.a.figures, pair.b.figures);
    let counts = !ours.is_empty() && !theirs.is_empty();
    let other_things = counts && !ours.iter().any(|a| theirs.iter().any(|b| a.of == b.of));
    // What was told apart for its figure is told by whoever gives that figure, in whatever words.
    let told_apart = pair.a.claim.opening == Opening::Detail && gives_same_amount(pair);
    if (pair.covered_by_all >= PART || told_apart) && !other_things {
        return None;
    }
    let lacking = pair.lacking();
    Some(Finding {
        cue_a: lacking.first().copied(),
        more: lacking.into_iter().skip(1).collect(),
        ..Finding::new(Stance::Partly, RuleName::PartOfIt, 0.5)
    })
}

/// Tells whether both claims give one amount, also of persons of whom nothing else is told.
fn gives_same_amount(pair: &Pair<'_>) -> bool {
    let ours = || pair.a.read.quantities.iter().filter(|q| pair.a.holds(q.span));
    let mut theirs = pair.b.read.quantities.iter().filter(|q| pair.b.holds(q.span));
    theirs.any(|b| ours().any(|a| compare(a, b) == Some(Relation::Same)))
}

/// Finds a claim that gives most of the statement and differs from it in nothing that a rule knows.
pub(super) fn said_alike(pair: &Pair<'_>) -> Option<Finding> {
    let shared = pair.shared();
    Some(Finding {
        cue_a: shared.first().copied(),
        more: shared.into_iter().skip(1).collect(),
        ..Finding::new(Stance::Supports, RuleName::SameStatement, 0.6 + 0.3 * pair.covered)
    })
}
