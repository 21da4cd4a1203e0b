//! One says that an order holds, the other that it was taken back: "tap water must be boiled", "the order to boil tap water was lifted".
//!
//! What was lifted holds no longer, so the two cannot both be so at one time. A later report may be right about its own day; the reader
//! sees both days. Known limits: orders and what takes them back stand in lists; what is to be lifted one day still holds and says nothing.

use super::cue::{tokens, turn};
use super::pair::{Pair, Side};
use super::words::{Word, met, words};
use super::{Finding, RuleName, Stance};
use crate::span::Span;
use crate::tag::{Form, Tag, lemma};

/// Verbs that take an order back, by base form.
const LIFTING: &[&str] = &["lift", "cancel", "revoke", "rescind", "withdraw", "scrap", "repeal", "abolish", "overturn"];

/// What can be in force.
const ORDERS: &[&str] = &[
    "order",
    "ban",
    "curfew",
    "warning",
    "advisory",
    "alert",
    "restriction",
    "requirement",
    "mandate",
    "embargo",
    "sanction",
    "lockdown",
    "quarantine",
    "rule",
    "moratorium",
    "blockade",
    "suspension",
    "prohibition",
];

/// Words after which something is still in force.
const STANDING: &[&[&str]] = &[
    &["until", "further", "notice"],
    &["remains", "under"],
    &["remain", "under"],
    &["still", "under"],
    &["remains", "in", "force"],
    &["remains", "in", "effect"],
    &["remains", "in", "place"],
    &["remain", "in", "force"],
    &["remain", "in", "effect"],
    &["remain", "in", "place"],
    &["still", "in", "force"],
    &["still", "in", "effect"],
    &["still", "in", "place"],
    &["still", "applies"],
    &["still", "apply"],
    &["still", "stands"],
];

/// Words of duty, which an order lays on somebody.
const DUTY: &[&[&str]] = &[
    &["must"],
    &["has", "to"],
    &["have", "to"],
    &["is", "required", "to"],
    &["are", "required", "to"],
    &["is", "banned"],
    &["are", "banned"],
    &["is", "forbidden"],
    &["are", "forbidden"],
    &["is", "prohibited"],
    &["are", "prohibited"],
];

/// Finds that an order was taken back, flatly and in the past: the order and the verb.
fn lifted(side: &Side<'_>) -> Option<(Span, Span)> {
    let modality = &side.claim.modality;
    if modality.is_hedged() || modality.is_negated() {
        return None;
    }
    let of = |at: usize| side.read.tags[at].is_verbal().then(|| lemma(&side.read.tokens[at].normal)).flatten();
    let past = |at: usize| matches!(side.read.tags[at], Tag::Verb(Form::Past | Form::Participle));
    let (verb, token) = tokens(side).find(|&(at, _)| past(at) && of(at).is_some_and(|verb| LIFTING.contains(&verb)))?;
    // "will be lifted", "is to be lifted", "should have been lifted": not done.
    let not_done = |at: usize| matches!(side.read.tags[at], Tag::Modal | Tag::To) && verb > at && verb - at <= 3;
    if tokens(side).any(|(at, _)| not_done(at)) {
        return None;
    }
    let named = |at: usize, normal: &str| {
        side.read.tags[at] == Tag::Noun && ORDERS.contains(&normal.strip_suffix('s').unwrap_or(normal))
    };
    let (_, order) = tokens(side).find(|(at, token)| named(*at, &token.normal))?;
    Some((order.span, token.span))
}

/// Finds that an order holds: a duty, or an order that stands.
fn holds(side: &Side<'_>) -> Option<Span> {
    let modality = &side.claim.modality;
    // "need not", "no longer must"
    if modality.is_hedged() || modality.is_negated() {
        return None;
    }
    let longer = tokens(side).any(|(_, token)| token.is("longer"));
    turn(side, STANDING).or_else(|| turn(side, DUTY)).filter(|_| !longer)
}

/// Finds an order that one claim takes back and the other lets stand.
pub(super) fn revoked(pair: &Pair<'_>) -> Option<Finding> {
    let find = |one: &Side<'_>, other: &Side<'_>| {
        let lifted_there = lifted(one)?;
        Some((lifted_there, holds(other)?)).filter(|_| lifted(other).is_none())
    };
    let dated = |side: &Side<'_>, word: &Word| side.read.is_dated(word.span);
    // What is ordered must be the same: all that either says beside the order, what became of it, and when.
    let same = |order: Span, verb: Span, standing: Span, one_is_a: bool| {
        // Only few pairs come here, so only for them the words are set against each other.
        let words = words(pair);
        let (ours, theirs) = if one_is_a { (&words.a, &words.b) } else { (&words.b, &words.a) };
        let (one, other) = if one_is_a { (&pair.a, &pair.b) } else { (&pair.b, &pair.a) };
        // "The council lifted the ban": who took it back is no part of what was ordered.
        let lifter = |w: &Word| verb.end <= order.start && w.span.end <= verb.start;
        let in_one = |w: &Word| ![order, verb].iter().any(|s| s.overlaps(w.span)) && !lifter(w) && !dated(one, w);
        let in_other = |w: &Word| {
            let named = ORDERS.contains(&w.normal.strip_suffix('s').unwrap_or(&w.normal));
            !named && !standing.overlaps(w.span) && !until_notice(other, w) && !dated(other, w)
        };
        let count = ours.iter().filter(|w| (in_one(w) || w.span == order) && w.partner.is_some()).count();
        count >= LEAST_MET && met(ours, in_one).min(met(theirs, in_other)) >= SAME_ORDER
    };
    let (cue_a, cue_b) = match (find(&pair.a, &pair.b), find(&pair.b, &pair.a)) {
        (Some(((order, verb), standing)), _) if same(order, verb, standing, true) => (verb, standing),
        (_, Some(((order, verb), standing))) if same(order, verb, standing, false) => (standing, verb),
        _ => return None,
    };
    Some(told(pair, cue_a, cue_b, Finding::new(Stance::Contradicts, RuleName::Revoked, 0.65)))
}

/// Finds an order that one claim takes back and the other lets stand where more is said of one than of the other: "lifted for parts of the
/// town", "all of the town remains under". They may both be so, but neither says the same.
pub(super) fn revoked_apart(pair: &Pair<'_>) -> Option<Finding> {
    let find = |one: &Side<'_>, other: &Side<'_>| {
        let lifted_there = lifted(one)?;
        let stands = lifted(other).is_none() && !other.claim.modality.is_negated();
        Some((lifted_there, turn(other, STANDING)?)).filter(|_| stands)
    };
    let (cue_a, cue_b) = match (find(&pair.a, &pair.b), find(&pair.b, &pair.a)) {
        (Some(((_, verb), standing)), _) => (verb, standing),
        (_, Some(((_, verb), standing))) => (standing, verb),
        _ => return None,
    };
    Some(told(pair, cue_a, cue_b, Finding::new(Stance::Partly, RuleName::Revoked, 0.5)))
}

/// Puts the two cues into a finding, each with the verbs beside it.
fn told(pair: &Pair<'_>, cue_a: Span, cue_b: Span, finding: Finding) -> Finding {
    Finding { cue_a: Some(verbs_around(&pair.a, cue_a)), cue_b: Some(verbs_around(&pair.b, cue_b)), ..finding }
}

/// Widens a cue to the verbs beside it: "must" to "must be boiled", "lifted" to "was lifted".
fn verbs_around(side: &Side<'_>, cue: Span) -> Span {
    let (tokens, tags) = (&side.read.tokens, &side.read.tags);
    let first = tokens.partition_point(|t| t.span.end <= cue.start);
    let last = tokens.partition_point(|t| t.span.start < cue.end);
    let verbal = |&at: &usize| tags[at].is_verbal() && side.holds(tokens[at].span);
    let before = (0..first).rev().take_while(verbal).last().unwrap_or(first);
    let after = (last..tokens.len()).take_while(verbal).last();
    let end = after.map_or(cue, |at| tokens[at].span);
    tokens.get(before).map_or(cue, |token| token.span.join(cue)).join(end)
}

/// Tells whether a word belongs to "until further notice".
fn until_notice(side: &Side<'_>, word: &Word) -> bool {
    turn(side, STANDING).is_some_and(|span| span.overlaps(word.span))
}

/// Least share of what either claim says beside the order that must meet. Larger misses orders told in other words; smaller takes the
/// order of one place for that of another.
const SAME_ORDER: f64 = 0.6;

/// Fewest words that must meet.
const LEAST_MET: usize = 2;

#[cfg(test)]
mod tests {
    use super::*;
    use crate::stance::testing::{assert_found_both_ways, judged};

    #[test]
    fn what_was_lifted_in_part_is_no_support() {
        let (lifted, holds) =
            ("Evacuation orders were lifted for four streets of Redding.", "Redding remains under evacuation orders.");
        assert_eq!(judged(lifted, holds), Stance::Partly);
        assert_eq!(judged(holds, lifted), Stance::Partly);
    }

    #[test]
    fn what_was_lifted_no_longer_holds() {
        assert_found_both_ways(
            revoked,
            &[
                (
                    "Residents must wear masks on trams until further notice.",
                    "The requirement to wear masks on trams was lifted on Friday.",
                    true,
                ),
                (
                    "The ban on campfires in the park was lifted.",
                    "The ban on campfires in the park remains in force.",
                    true,
                ),
                ("The council has rescinded the curfew in the port.", "The curfew in the port still applies.", true),
                // Not yet, not this, not at all, both.
                (
                    "The ban on campfires in the park will be lifted.",
                    "The ban on campfires in the park remains in force.",
                    false,
                ),
                ("The ban on campfires may have been lifted.", "The ban on campfires remains in force.", false),
                ("The ban on campfires was lifted.", "Visitors must leave their dogs at home.", false),
                (
                    "The ban on campfires in the park was lifted.",
                    "The ban on fishing boats in the lake remains in force.",
                    false,
                ),
                (
                    "The ban on campfires in the park was not lifted.",
                    "The ban on campfires in the park remains in force.",
                    false,
                ),
                ("Police lifted a crate of evidence.", "Police must keep the crate of evidence.", false),
            ],
        );
    }
}
