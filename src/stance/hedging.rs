//! One says it flatly, the other only as possible, planned or alleged.

use super::cue::tokens;
use super::pair::{Pair, Side};
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

/// Finds a hedge in one claim only.
pub(super) fn hedged(pair: &Pair<'_>) -> Option<Finding> {
    let (a, b) = (&pair.a.claim.modality, &pair.b.claim.modality);
    let shared = pair.covered.min(pair.covering);
    if a.is_hedged() == b.is_hedged() || shared < LEAST_SHARED_OF_PAST {
        return None;
    }
    let (open, flat) = if a.is_hedged() { (&pair.a, &pair.b) } else { (&pair.b, &pair.a) };
    if shared < LEAST_SHARED && !(doubts_the_past(open) && tells_the_past(flat)) {
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
    use crate::stance::judge::with_pair;

    #[test]
    fn a_doubt_about_the_past_is_seen_in_other_words_too() {
        for (a, b, found) in [
            (
                "The crane in the port of Gdynia fell on Monday.",
                "The crane in Gdynia may have toppled late on Monday.",
                true,
            ),
            ("The tunnel near Brig collapsed at noon.", "The tunnel near Brig might have given way before dawn.", true),
            ("The tunnel near Brig collapsed.", "The tunnel near Brig collapsed, a miner said.", false),
            // A plan told in other words, and a doubt about something else.
            ("The crane in the port of Gdynia fell on Monday.", "A new crane could come to Gdynia by May.", false),
            ("The crane in the port of Gdynia fell on Monday.", "Bids may have been rigged for years.", false),
        ] {
            for (x, y) in [(a, b), (b, a)] {
                assert_eq!(with_pair(x, y, |pair| hedged(pair).is_some()), found, "{x} | {y}");
            }
        }
    }
}
