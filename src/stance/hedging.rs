//! One says it flatly, the other only as possible, planned or alleged.

use super::cue::tokens;
use super::pair::{Pair, Side};
use super::words::{Word, met, words};
use super::{Finding, RuleName, Stance};
use crate::tag::{Form, Tag};

/// Least share of the shorter claim that must meet. Larger misses doubts told in other words.
const LEAST_SHARED: f64 = 0.5;

/// The same where one says that it "may have" happened and the other that it did: what is past is no plan, of which a story has many.
/// Larger misses doubts told in other words; smaller takes the doubt about one thing for a doubt about another.
const LEAST_SHARED_OF_PAST: f64 = 0.3;

/// Tells whether the hedge of a claim is about what is past: "may have fallen".
fn doubts_the_past(side: &Side<'_>) -> bool {
    side.claim.modality.hedges.iter().all(|hedge| {
        let at = side.read.tokens.partition_point(|token| token.span.end <= hedge.start);
        let word = |at: usize| side.read.tokens.get(at).map(|token| token.normal.as_str());
        matches!((word(at), word(at + 1)), (Some("may" | "might"), Some("have")))
    })
}

/// Tells whether a claim tells flatly what is past.
fn tells_the_past(side: &Side<'_>) -> bool {
    tokens(side).any(|(at, _)| side.read.tags[at] == Tag::Verb(Form::Past))
}

/// Share of the words of a flat claim that a hedged one of any length must have, what the flat one does behind the hedge. Larger misses doubts told
/// in other words; smaller takes the doubt about one thing for a doubt about another.
const ALL_OF_IT: f64 = 0.75;

/// Fewest such words.
const LEAST_MET: usize = 2;

/// How many tokens behind a hedge the word may stand that it surely makes less than flat: "could be delayed or cancelled".
const SCOPE: usize = 7;

/// Tells whether a hedged claim has all that the flat one says behind its hedge: "could be delayed or cancelled", "was cancelled".
fn hedges_all(pair: &Pair<'_>, open: &Side<'_>, flat: &Side<'_>) -> bool {
    let words = words(pair);
    let (ours, theirs) = words.seen_from(pair.is_statement(open));
    let told = |word: &Word| !word.aside && !flat.read.is_dated(word.span);
    let parts = |at: usize| open.read.tags[at].ends_clause();
    let is_hedged = |word: &Word| {
        let at = word.partner.map_or(0, |at| ours[at].at);
        open.claim.modality.hedges.iter().any(|hedge| {
            let from = open.read.tokens_of(*hedge).end;
            (from..=from + SCOPE).contains(&at) && !(from..at).any(parts)
        })
    };
    let does = |word: &&Word| told(word) && matches!(word.tag, Tag::Verb(_));
    let any = theirs.iter().any(|word| does(&word));
    let mut hedged = theirs.iter().filter(|word| told(word) && (!any || does(word)));
    theirs.iter().filter(|word| told(word) && word.partner.is_some()).count() >= LEAST_MET
        && met(theirs, told) >= ALL_OF_IT
        && hedged.any(is_hedged)
}

/// Finds a hedge in one claim only.
pub(super) fn hedged(pair: &Pair<'_>) -> Option<Finding> {
    let (a, b) = (&pair.a.claim.modality, &pair.b.claim.modality);
    let shared = pair.covered.min(pair.covering);
    // "promised to build" and "pledged to build", "expects to" and "expected to" leave it as open.
    if a.is_hedged() == b.is_hedged() || pair.same_certainty() {
        return None;
    }
    let (open, flat) = if a.is_hedged() { (&pair.a, &pair.b) } else { (&pair.b, &pair.a) };
    let past = || shared >= LEAST_SHARED_OF_PAST && doubts_the_past(open) && tells_the_past(flat);
    if shared < LEAST_SHARED && !past() && !hedges_all(pair, open, flat) {
        return None;
    }
    let (cue_a, cue_b) = match (a.hedges.first(), b.hedges.first()) {
        (Some(&span), _) => (Some(span), None),
        (_, Some(&span)) => (None, Some(span)),
        _ => return None,
    };
    Some(Finding { cue_a, cue_b, ..Finding::new(Stance::Hedges, RuleName::Hedge, 0.6) })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::stance::testing::assert_found_both_ways;

    #[test]
    fn what_is_hedged_among_other_things_is_hedged() {
        assert_found_both_ways(
            hedged,
            &[
                (
                    "The vote was put off.",
                    "The vote could be moved forward or put off by the speaker of the house.",
                    true,
                ),
                (
                    "There will be no strike at the depot.",
                    "The drivers would not rule out a strike at the depot.",
                    true,
                ),
                (
                    "The sprinklers worked.",
                    "Had the sprinklers worked, the mill on the river and its archive would have been saved.",
                    true,
                ),
                // As open as the other.
                ("The mayor promised to build 50 homes.", "The mayor pledged to build 50 homes.", false),
                ("Alvo expects to cut 300 jobs.", "Alvo said it was expected to cut 300 jobs.", false),
                // The hedge is about something else, or the flat claim says more.
                (
                    "The ferry sank off Bari.",
                    "The ferry, which could carry 90 cars, sank off Bari on its way to Split.",
                    false,
                ),
                (
                    "The vote was put off.",
                    "The vote was put off so that members could attend a funeral in Lund.",
                    false,
                ),
                ("The vote was put off after a brawl in the lobby.", "The vote could be moved or put off.", false),
            ],
        );
    }

    #[test]
    fn a_doubt_about_the_past_is_seen_in_other_words_too() {
        assert_found_both_ways(
            hedged,
            &[
                (
                    "The crane in the port of Gdynia fell on Monday.",
                    "The crane in Gdynia may have toppled late on Monday.",
                    true,
                ),
                (
                    "The tunnel near Brig collapsed at noon.",
                    "The tunnel near Brig might have given way before dawn.",
                    true,
                ),
                ("The tunnel near Brig collapsed.", "The tunnel near Brig collapsed, a miner said.", false),
                // A plan told in other words, and a doubt about something else.
                ("The crane in the port of Gdynia fell on Monday.", "A new crane could come to Gdynia by May.", false),
                ("The crane in the port of Gdynia fell on Monday.", "Bids may have been rigged for years.", false),
            ],
        );
    }
}
