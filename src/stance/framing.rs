//! One act told in another light: a threat in one, an offer in the other; a demand and a request.
//!
//! Both may be fair words for what was done, so this is part of it told otherwise, never a contradiction. Known limits: only verbs of
//! speaking and dealing that stand in the table.

use super::pair::{Pair, Side};
use super::words::{same_but_for, words};
use super::{Finding, RuleName, Stance};
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::stance::pair::with_pair;

    #[test]
    fn the_same_act_in_another_light_is_part_of_it() {
        for (a, b, found) in [
            ("The envoy threatened to send troops.", "The envoy offered to send troops.", true),
            ("The landlord demanded that all tenants leave.", "The landlord asked that the tenants leave.", true),
            (
                "The envoy threatened to send troops.",
                "The envoy threatened the king and offered to send troops.",
                false,
            ),
            ("The envoy threatened to send troops.", "The baker offered bread to soldiers.", false),
        ] {
            assert_eq!(with_pair(a, b, |pair| other_light(pair).is_some()), found, "{a} | {b}");
        }
    }
}
