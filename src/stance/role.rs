//! The same words with their parts swapped: "the dog bit the man" and "the man bit the dog".
//!
//! Who acts and upon whom is read from the order around the verb, turned round in the passive ("was bitten by"). Known limits: the
//! noun next to the verb is taken for the head of its phrase; a passive without "by" has no one who acts and is left alone.

use super::RuleName;
use super::candidate::Candidate;
use super::cue::negations;
use super::pair::{Pair, Side};
use super::words::{Word, Words, met, words};
use super::{Finding, Stance};
use crate::tag::{Form, Tag, lemma};

/// How many content words may stand between a verb and the one who acts or suffers. Larger crosses into other clauses.
const REACH: usize = 4;

/// How many tokens before a verb the "be" of its passive may stand: "was later severely beaten".
const PASSIVE_REACH: usize = 3;

/// Who acts and upon whom, as places in a claim's words.
#[derive(Debug, PartialEq, Eq)]
struct Roles {
    agent: usize,
    patient: usize,
}

/// Tells whether the verb at a token is in the passive.
fn is_passive(side: &Side<'_>, at: usize) -> bool {
    let tags = &side.read.tags;
    let mut before = (at.saturating_sub(PASSIVE_REACH)..at).rev();
    matches!(tags[at], Tag::Verb(Form::Past | Form::Participle))
        && before.find(|&i| !matches!(tags[i], Tag::Adverb | Tag::Negation)).is_some_and(|i| tags[i] == Tag::Be)
}

/// Tells whether a preposition leads to a noun, so that it only says more of another: "the hospital in Turku".
fn is_led(side: &Side<'_>, at: usize) -> bool {
    let inside = |i: &usize| {
        matches!(
            side.read.tags[*i],
            Tag::Determiner | Tag::Adjective | Tag::Possessive | Tag::Number | Tag::Noun | Tag::Name
        )
    };
    (0..at).rev().find(|i| !inside(i)).is_some_and(|i| side.read.tags[i] == Tag::Preposition)
}

/// Reads the roles around one verb.
fn roles(side: &Side<'_>, words: &[Word], verb: usize) -> Option<Roles> {
    let nominal = |w: &Word| matches!(w.tag, Tag::Noun | Tag::Name) && !is_led(side, w.at);
    let before = words[..verb].iter().rposition(nominal).filter(|&i| verb - i <= REACH)?;
    let at = words[verb].at;
    if is_passive(side, at) {
        let by = (at + 1..side.read.tokens.len()).take_while(|&i| side.read.tags[i] != Tag::Punctuation);
        let by = by.into_iter().find(|&i| side.read.tokens[i].is("by"))?;
        let agent = words.iter().position(|w| w.at > by && matches!(w.tag, Tag::Noun | Tag::Name))?;
        return Some(Roles { agent, patient: before });
    }
    // What stands behind a preposition is where or with what, not upon whom.
    let after = words[verb + 1..].iter().position(nominal).map(|i| verb + 1 + i).filter(|&i| i - verb <= REACH)?;
    let led = (at + 1..words[after].at)
        .any(|i| matches!(side.read.tags[i], Tag::Preposition | Tag::Punctuation | Tag::Coordinator));
    // The last noun of a phrase is its head, as it is before the verb: "sued Glitz magazine".
    let head = (after..words.len())
        .take_while(|&i| i == after || nominal(&words[i]) && words[i].at == words[i - 1].at + 1)
        .last();
    (!led).then_some(Roles { agent: before, patient: head.unwrap_or(after) })
}

/// Returns who is named behind the last "to" or "from" of a verb's clause: "sold the mill in Ost to Korta".
fn recipient(side: &Side<'_>, words: &[Word], verb: usize) -> Option<usize> {
    let ends = |at: &usize| side.read.tags[*at].ends_clause();
    let clause = (words[verb].at + 1..side.read.tokens.len()).take_while(|at| !ends(at));
    let towards = clause.filter(|&at| side.read.tokens[at].is("to") || side.read.tokens[at].is("from")).last()?;
    words.iter().position(|word| word.at == towards + 1 && word.tag == Tag::Name)
}

/// Finds a verb both have whose two parts have changed places.
pub(super) fn swapped(pair: &Pair<'_>, words: &Words) -> Option<Candidate> {
    let reports = |side: &Side<'_>, at: usize| side.read.attributions.iter().any(|a| a.tokens.contains(&at));
    for (at, verb) in words.b.iter().enumerate().filter(|(_, w)| matches!(w.tag, Tag::Verb(_))) {
        let Some(partner) = verb.partner else { continue };
        if reports(&pair.a, words.a[partner].at) || reports(&pair.b, verb.at) {
            continue;
        }
        let (Some(ours), Some(theirs)) = (roles(&pair.a, &words.a, partner), roles(&pair.b, &words.b, at)) else {
            continue;
        };
        // "Sold the mill to Korta": to whom is as good as upon whom.
        let given = recipient(&pair.a, &words.a, partner).zip(recipient(&pair.b, &words.b, at));
        let upon = [Some((ours.patient, theirs.patient)), given];
        for (patient_a, patient_b) in upon.into_iter().flatten() {
            let (agent, patient) = (&words.b[theirs.agent], &words.b[patient_b]);
            if agent.partner == Some(patient_a) && patient.partner == Some(ours.agent) {
                let (a, b) = (words.a[ours.agent].span, agent.span);
                return Some(Candidate::new(RuleName::Role, a, b));
            }
        }
    }
    None
}

/// Verbs that say the same whoever of the two comes first.
const MUTUAL: &[&str] = &[
    "meet", "marry", "divorce", "join", "face", "fight", "play", "call", "phone", "speak", "talk", "see", "resemble",
    "border", "match", "include", "involve", "follow", "hit",
];

/// Least share of both claims that must meet. Larger misses swaps beside other details, smaller takes two acts for one.
const LEAST_SHARED: f64 = 0.9;

/// The same where both are named, so that they are surely the same two.
const LEAST_SHARED_OF_NAMED: f64 = 0.75;

/// How much less may meet by the weights of the story, in which names say little.
const SLACK: f64 = 0.15;

/// Finds claims of the same words in which who acts and upon whom have changed places.
pub(super) fn swapped_roles(pair: &Pair<'_>) -> Option<Finding> {
    // Setting the words of every pair against each other would take long.
    if pair.covered.min(pair.covering) < LEAST_SHARED_OF_NAMED - SLACK {
        return None;
    }
    let words = words(pair);
    let Finding { cue_a, cue_b, .. } = swapped(pair, &words)?.finding;
    let named = |list: &[Word], cue| list.iter().any(|w| Some(w.span) == cue && w.tag == Tag::Name);
    let least = if named(&words.a, cue_a) && named(&words.b, cue_b) { LEAST_SHARED_OF_NAMED } else { LEAST_SHARED };
    let mutual = |w: &Word| lemma(&w.normal).is_some_and(|verb| MUTUAL.contains(&verb));
    let parity = negations(&pair.a).len() % 2 == negations(&pair.b).len() % 2;
    let same = met(&words.a, |_| true).min(met(&words.b, |_| true)) >= least;
    (same && parity && pair.same_certainty() && !words.b.iter().any(mutual)).then_some(Finding {
        cue_a,
        cue_b,
        ..Finding::new(Stance::Contradicts, RuleName::Role, 0.7)
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::stance::judge::with_pair;
    use crate::stance::testing::assert_found;

    #[test]
    fn only_one_sided_verbs_contradict_when_their_parts_are_swapped() {
        assert_found(
            swapped_roles,
            &[
                ("The hospital sued the insurer.", "The insurer sued the hospital.", true),
                ("Glitz magazine sued Corran over the story.", "Corran sued Glitz magazine over the story.", true),
                (
                    "Jon Ibarra beat Luc Ferrand in straight sets.",
                    "Luc Ferrand beat Jon Ibarra in the semifinal.",
                    false,
                ),
                (
                    "In the semifinal in Lyon, Jon Ibarra defeated Luc Ferrand in style.",
                    "Luc Ferrand defeated Jon Ibarra in the semifinal in Lyon.",
                    true,
                ),
                ("Alvo sold the mill in Lund to Korta.", "Korta sold the mill in Lund to Alvo.", true),
                ("Alvo sold the mill in Lund to Korta.", "The mill in Lund was sold to Korta by Alvo.", false),
                ("The hospital sued the insurer.", "The insurer may sue the hospital.", false),
                ("Anna Weber met Paul Brandt in Bern.", "Paul Brandt met Anna Weber in Bern.", false),
                (
                    "The hospital sued the insurer over a bill.",
                    "The insurer sued the hospital for slander in May.",
                    false,
                ),
            ],
        );
    }

    #[test]
    fn the_same_verb_with_its_parts_swapped_is_found() {
        for (a, b) in [
            ("The doctor sued the hospital.", "The hospital sued the doctor."),
            ("Spain defeated Italy in the final.", "Italy defeated Spain in the final."),
            ("Spain defeated Italy.", "Spain was defeated by Italy."),
            ("The senator was quickly criticized by the governor.", "The governor was criticized by the senator."),
        ] {
            assert!(with_pair(a, b, |pair| swapped(pair, &words(pair))).is_some(), "{a} | {b}");
        }
    }

    #[test]
    fn voice_and_other_parts_are_no_swap() {
        for (a, b) in [
            ("Italy was defeated by Spain.", "Spain defeated Italy."),
            ("The current is being ridden by a group of friends.", "A group of friends rides the current."),
            ("The doctor sued the hospital.", "The doctor sued the hospital again."),
            ("Help is near, said Anna Weber.", "Anna Weber said help is near."),
            ("The train hit a car.", "A car stood where the train passed."),
        ] {
            assert!(with_pair(a, b, |pair| swapped(pair, &words(pair))).is_none(), "{a} | {b}");
        }
    }
}
