//! The same statement, told by another speaker.
//!
//! Whose words they are does not change what is said, so this supports; but the reason names both speakers, because a reader judges a
//! thing by who says it. Known limits: two names of one speaker ("the minister", "Ruiz") are told apart by their words.

use super::pair::{Pair, Side};
use super::{Finding, RuleName, Stance};
use crate::order::Gather as _;
use crate::span::Span;
use std::collections::BTreeSet;

/// Share of both claims that must meet. Larger leaves the speakers out of more reasons.
const LEAST_SHARED: f64 = 0.5;

/// Returns where the speaker of a claim is named, with the terms of the name.
pub(super) fn speaker(side: &Side<'_>) -> Option<(Span, BTreeSet<u32>)> {
    let range = &side.claim.attribution;
    let of_claim = side.read.attributions.iter().find(|a| a.tokens == *range && !range.is_empty())?;
    let terms: BTreeSet<u32> =
        of_claim.speaker.clone().filter_map(|at| side.tokens.get(at).copied().flatten()).gather_set();
    Some((of_claim.speaker_span(&side.read.tokens)?, terms)).filter(|(_, terms)| !terms.is_empty())
}

/// Returns the terms of a claim's speaker without whose it is: of "the victim's father" the father.
pub(super) fn own_terms(side: &Side<'_>) -> BTreeSet<u32> {
    let range = &side.claim.attribution;
    let of_claim = side.read.attributions.iter().find(|a| a.tokens == *range && !range.is_empty());
    let Some(words) = of_claim.map(|a| a.speaker.clone()) else { return BTreeSet::new() };
    let owner = words.clone().rev().find(|&at| side.read.tokens[at].is("'s"));
    let own = words.filter(|&at| owner.is_none_or(|owner| at > owner));
    own.filter_map(|at| side.tokens.get(at).copied().flatten()).gather_set()
}

/// Finds claims that share most of their words and are told by speakers who share none of theirs.
pub(super) fn other_speaker(pair: &Pair<'_>) -> Option<Finding> {
    let ((a, names_a), (b, names_b)) = (speaker(&pair.a)?, speaker(&pair.b)?);
    if !names_a.is_disjoint(&names_b) || pair.covered.min(pair.covering) < LEAST_SHARED {
        return None;
    }
    Some(Finding { cue_a: Some(a), cue_b: Some(b), ..Finding::new(Stance::Supports, RuleName::OtherSpeaker, 0.7) })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::stance::testing::assert_found;

    #[test]
    fn both_speakers_are_named() {
        assert_found(
            other_speaker,
            &[
                (
                    "The dam will hold for another week, engineers said.",
                    "The dam will hold for another week, the mayor said.",
                    true,
                ),
                ("The dam will hold for another week, engineers said.", "The dam will hold for another week.", false),
                ("The dam will hold for a week, engineers said.", "Wheat grew dearer, the mayor said.", false),
                ("The dam will hold, engineers said.", "The dam will hold, said the engineers.", false),
            ],
        );
    }
}
