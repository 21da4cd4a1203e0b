//! One act told in another light: a threat in one, an offer in the other; a demand and a request; a proof and a link.
//!
//! Both may be fair words for what was done, so this is part of it told otherwise, never a contradiction. Known limits: only verbs of
//! speaking and dealing, and words of proof and of mere connection, that stand in the tables.

use super::pair::{Pair, SENTENCE, Side};
use super::quantity::same_quantity;
use super::words::{same_but_for, words};
use super::{Finding, RuleName, Stance};
use crate::claim::clause::Opening;
use crate::span::Span;
use crate::tag::lemma;

/// Verbs that tell one act in lights that differ, a light of an act in each row.
const LIGHTS: &[&[&[&str]]] = &[
    &[&["threaten", "menace"], &["offer", "propose", "suggest", "promise"], &["warn", "caution"]],
    &[&["demand", "order", "insist", "force"], &["ask", "request", "urge", "invite", "encourage"]],
    &[&["admit", "concede", "confess"], &["explain", "state", "announce", "boast"]],
    &[&["flee", "escape"], &["leave", "depart", "move"]],
    &[&["slam", "blast", "attack", "condemn"], &["criticize", "question"]],
];

/// Returns each verb of the table that a claim has, with its act and light.
fn lights(side: &Side<'_>) -> Vec<(usize, usize, Span)> {
    let mut found = Vec::new();
    for at in side.claim.tokens.iter().flat_map(Clone::clone) {
        let token = &side.read.tokens[at];
        let Some(verb) = side.read.tags[at].is_verbal().then(|| lemma(&token.normal)).flatten() else { continue };
        for (act, lights) in LIGHTS.iter().enumerate() {
            found.extend(lights.iter().position(|light| light.contains(&verb)).map(|light| (act, light, token.span)));
        }
    }
    found
}

/// Finds one act in two lights, in claims that are the same but for the verbs.
pub(super) fn other_light(pair: &Pair<'_>) -> Option<Finding> {
    let (ours, theirs) = (lights(&pair.a), lights(&pair.b));
    let met = |(act, light, a): &(usize, usize, Span)| {
        // The same light of the act anywhere in the other claim means that both tell it so.
        let same = |(other, shade, _): &&(usize, usize, Span)| other == act && shade == light;
        let other = theirs.iter().find(|(other, shade, _)| other == act && shade != light)?;
        (!theirs.iter().any(|x| same(&x))).then_some((*a, other.2))
    };
    let (a, b) = ours.iter().find_map(met)?;
    if !same_but_for(&words(pair), &[a], &[b]) {
        return None;
    }
    Some(Finding { cue_a: Some(a), cue_b: Some(b), ..Finding::new(Stance::Partly, RuleName::Framing, 0.55) })
}

/// Verbs that say that one thing brings the other about.
const PROVING: &[&str] = &["prove", "cause", "protect", "prevent", "cure"];

/// Words that say no more than that two things go together.
const LINKING: &[&str] =
    &["link", "links", "linked", "associated", "association", "correlation", "correlated", "risk", "risks"];

/// The same before or after these: "less often", "more likely".
const OFTEN: &[&str] = &["often", "likely", "frequently"];

/// Least share of either claim that must meet before proof and link are set against each other. Larger misses what is told in other
/// words; smaller takes two findings for one.
const LEAST_SHARED: f64 = 0.3;

/// Tells whether a claim is all that its sentence says beside who tells it, as far as the first word tells.
fn one_statement(side: &Side<'_>) -> bool {
    side.claim.tokens.first().is_some_and(|range| range.start <= 1)
}

/// Tells whether a claim is a relative clause that only limits of whom its sentence tells something.
fn limits(side: &Side<'_>) -> bool {
    let before = side.claim.tokens.first().and_then(|range| range.start.checked_sub(1));
    side.claim.opening == Opening::Relative && before.is_some_and(|at| !side.read.tokens[at].is(","))
}

/// Returns the words of proof and those of mere connection in a claim, the first of each.
fn strength(side: &Side<'_>) -> (Option<Span>, Option<Span>) {
    let (mut proof, mut link) = (None, None);
    // "…, scientists have proved": who tells it says how surely.
    let told = side.read.attributions.iter().map(|a| a.tokens.clone()).filter(|_| one_statement(side));
    for at in side.claim.tokens.iter().cloned().chain(told).flatten() {
        let token = &side.read.tokens[at];
        let verb = side.read.tags[at].is_verbal().then(|| lemma(&token.normal)).flatten();
        if verb.is_some_and(|verb| PROVING.contains(&verb)) {
            proof.get_or_insert(token.span);
        }
        let often = OFTEN.contains(&token.normal.as_str())
            && at.checked_sub(1).is_some_and(|i| matches!(side.read.tokens[i].normal.as_str(), "less" | "more"));
        if often || LINKING.contains(&token.normal.as_str()) {
            link.get_or_insert(if often { side.read.tokens[at - 1].span.join(token.span) } else { token.span });
        }
    }
    // "Men | who use olive oil | had a lower risk": of whom it is found stands apart from what is found.
    let mut sentence = side.read.tokens.iter().take(SENTENCE).filter(|_| link.is_none() && limits(side));
    let link = sentence.find(|token| LINKING.contains(&token.normal.as_str())).map(|token| token.span).or(link);
    (proof, link)
}

/// Finds a flat proof in one claim where the other says that two things go together.
pub(super) fn proof_or_link(pair: &Pair<'_>) -> Option<Finding> {
    let flat = |side: &Side<'_>| !side.claim.modality.is_hedged() && !side.claim.modality.is_negated();
    // A figure that both give makes them one finding, in whatever words.
    let one_finding = pair.covered.min(pair.covering) >= LEAST_SHARED || same_quantity(pair).is_some();
    if !one_finding || !flat(&pair.a) || !flat(&pair.b) {
        return None;
    }
    let (a, b) = match (strength(&pair.a), strength(&pair.b)) {
        ((Some(a), None), (None, Some(b))) | ((None, Some(a)), (Some(b), None)) => (a, b),
        // "It is proved that walking cuts the risk": the risk there is what is brought down.
        ((Some(a), Some(risk)), (None, Some(b))) if is_risk(&pair.a, risk) => (a, b),
        ((None, Some(a)), (Some(b), Some(risk))) if is_risk(&pair.b, risk) => (a, b),
        _ => return None,
    };
    Some(Finding { cue_a: Some(a), cue_b: Some(b), ..Finding::new(Stance::Partly, RuleName::Framing, 0.55) })
}

/// Tells whether a word of connection is the risk, which is both linked to things and cut by them.
fn is_risk(side: &Side<'_>, link: Span) -> bool {
    link.slice(side.text).to_lowercase().starts_with("risk")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::stance::testing::assert_found;

    #[test]
    fn the_same_act_in_another_light_is_part_of_it() {
        assert_found(
            other_light,
            &[
                ("The envoy threatened to send troops.", "The envoy offered to send troops.", true),
                ("The landlord demanded that all tenants leave.", "The landlord asked that the tenants leave.", true),
                (
                    "The envoy threatened to send troops.",
                    "The envoy threatened the king and offered to send troops.",
                    false,
                ),
                ("The envoy threatened to send troops.", "The baker offered bread to soldiers.", false),
            ],
        );
    }

    #[test]
    fn a_link_is_told_in_another_light_than_a_proof() {
        assert_found(
            proof_or_link,
            &[
                ("A vaccine prevents strokes in old men.", "The vaccine is linked to fewer strokes in old men.", true),
                (
                    "Olive oil protects the hearts of men.",
                    "Men who use olive oil have a lower risk of heart attacks.",
                    true,
                ),
                ("Children who nap fall ill less often.", "Naps protect children from falling ill.", true),
                (
                    "Three eggs a week are good against gout, doctors have proved.",
                    "Elderly people who eat at least three eggs a week have a lower risk of swollen joints.",
                    true,
                ),
                (
                    "Three eggs a week protect men from gout, doctors have proved.",
                    "Men who ate three eggs a week had an 11% lower risk of gout.",
                    true,
                ),
                (
                    "Doctors have proved that olive oil cuts the risk of gout.",
                    "Men who use olive oil have a lower risk of gout.",
                    true,
                ),
                ("Walking prevents strokes, a study says.", "Walking prevents strokes and cures colds.", false),
                (
                    "A vaccine may prevent strokes in old men.",
                    "The vaccine is linked to fewer strokes in old men.",
                    false,
                ),
                ("The storm caused a blackout in Turin.", "Analysts see a risk for banks.", false),
            ],
        );
    }
}
