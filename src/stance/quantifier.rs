//! One speaks of none, the other of some: "nobody was hurt" and "two people were hurt", "never" and "often".

use super::RuleName;
use super::candidate::Candidate;
use super::cue::tokens;
use super::pair::{Pair, Side};
use super::words::{Word, Words, met, same_but_for, words};
use super::{Finding, Stance};
use crate::claim::quantity::{Bound, Unit};
use crate::span::Span;
use crate::tag::Tag;

/// Words for none, each with the words for some that it excludes.
const AGAINST: &[(&[&str], &[&str])] = &[
    (
        &["no", "none", "nobody", "nothing", "neither"],
        &[
            "all",
            "every",
            "everyone",
            "everybody",
            "everything",
            "some",
            "someone",
            "somebody",
            "something",
            "many",
            "several",
            "most",
            "few",
            "two",
            "three",
            "four",
            "five",
            "six",
            "seven",
            "eight",
            "nine",
            "ten",
            "dozens",
            "hundreds",
            "thousands",
            "both",
            "each",
            "people",
            "man",
            "woman",
            "men",
            "women",
            "person",
        ],
    ),
    (&["never"], &["always", "often", "sometimes", "usually", "frequently", "regularly", "once", "ever", "constantly"]),
    (&["all", "every", "everyone", "everything", "everybody", "entire"], &["only", "few", "none", "nobody", "nothing"]),
    (&["always"], &["rarely", "seldom", "sometimes", "never", "occasionally"]),
];

fn first(side: &Side<'_>, of: &[&str]) -> Option<Span> {
    tokens(side).find(|(_, t)| of.contains(&t.normal.as_str())).map(|(_, t)| t.span)
}

/// Finds a word for none in one claim and a word for some, which it excludes, in the other.
pub(super) fn none_against_some(pair: &Pair<'_>, _words: &Words) -> Option<Candidate> {
    let found = AGAINST.iter().find_map(|(none, some)| {
        let one_way = first(&pair.a, none).zip(first(&pair.b, some)).filter(|_| first(&pair.b, none).is_none());
        let other_way = || first(&pair.a, some).zip(first(&pair.b, none)).filter(|_| first(&pair.a, none).is_none());
        one_way.or_else(other_way)
    });
    let (cue_a, cue_b) = found?;
    Some(Candidate::new(RuleName::Quantifier, cue_a, cue_b))
}

/// Nouns behind "no" that stand for anybody.
const ANYBODY: &[&str] = &["one", "person", "people", "injuries", "casualties"];

/// A phrase for none: "nobody", "no one", "none of the drivers", "no trains"; the noun that it counts unless it is anybody.
fn none(side: &Side<'_>) -> Option<(Span, Option<usize>)> {
    let (at, token) = tokens(side).find(|(_, t)| matches!(t.normal.as_str(), "nobody" | "none" | "no"))?;
    let next = side.read.tokens.get(at + 1).filter(|t| side.holds(t.span));
    match (token.normal.as_str(), next) {
        ("no", Some(next)) if ANYBODY.contains(&next.normal.as_str()) => Some((token.span.join(next.span), None)),
        ("no", Some(next)) if side.read.tags[at + 1] == Tag::Noun => Some((token.span.join(next.span), Some(at + 1))),
        ("no", _) => None,
        _ => {
            // "none of the drivers" counts drivers.
            let behind = (at + 1..side.read.tokens.len().min(at + 5)).take_while(|&i| !side.read.tags[i].is_verbal());
            let noun = behind.into_iter().find(|&i| side.read.tags[i] == Tag::Noun);
            let of = next.is_some_and(|next| next.is("of"));
            let noun = noun.filter(|&i| of && side.holds(side.read.tokens[i].span));
            Some((noun.map_or(token.span, |i| token.span.join(side.read.tokens[i].span)), noun))
        }
    }
}

/// How many tokens behind "a" its noun may stand: "a 37-year-old local man".
const REACH: usize = 7;

/// Nouns of one of whom nobody is not so.
const SOMEBODY: &[&str] = &["man", "woman", "person", "suspect", "boy", "girl", "child"];

/// A phrase that counts some: a number of two or more, or "several", with the nouns behind it.
fn some(side: &Side<'_>) -> Option<(Span, Option<usize>)> {
    const SOME: &[&str] =
        &["several", "many", "some", "dozens", "hundreds", "thousands", "everyone", "everybody", "all"];
    let counts = |at: usize, normal: &str| {
        let number = side.read.tags[at] == Tag::Number
            && side.read.quantities_in(side.read.tokens[at].span).iter().any(|q| {
                q.number == side.read.tokens[at].span
                    && q.unit == Unit::Count
                    && q.bound != Bound::AtMost
                    && q.low >= 1.0
            });
        number || SOME.contains(&normal)
    };
    let nominal = |i: &usize| {
        matches!(side.read.tags[*i], Tag::Noun | Tag::Adjective | Tag::Determiner)
            || ["of", "-"].iter().any(|word| side.read.tokens[*i].is(word))
            || side.read.tags[*i] == Tag::Number && side.read.is_measured(side.read.tokens[*i].span)
    };
    let nouns = |at: usize| -> Vec<usize> {
        let inside = (at + 1..side.read.tokens.len()).take(REACH).take_while(nominal);
        inside.filter(|i| side.read.tags[*i] == Tag::Noun && side.holds(side.read.tokens[*i].span)).collect()
    };
    let one = |at: usize| {
        let noun = nouns(at).last().map(|&noun| side.read.tokens[noun].normal.as_str());
        matches!(side.read.tokens[at].normal.as_str(), "a" | "an") && noun.is_some_and(|noun| SOMEBODY.contains(&noun))
    };
    let (at, token) = tokens(side).find(|(at, t)| counts(*at, &t.normal) || one(*at))?;
    let nouns = nouns(at);
    let end = nouns.last().map_or(token.span, |&i| side.read.tokens[i].span);
    Some((token.span.join(end), nouns.last().copied()))
}

/// Finds none in one claim and some in the other, said of the same.
pub(super) fn none_or_some(pair: &Pair<'_>) -> Option<Finding> {
    let find = |one: &Side<'_>, other: &Side<'_>| -> Option<(Span, Span)> {
        let ((nobody, kind), (counted, noun)) = (none(one)?, some(other)?);
        // "No children" and "two firemen" are both possible.
        let stem = |side: &Side<'_>, at: usize| side.read.tokens[at].stem.clone();
        let same_kind = kind.is_none_or(|kind| noun.is_none_or(|noun| stem(one, kind) == stem(other, noun)));
        (same_kind && none(other).is_none()).then_some((nobody, counted))
    };
    let (a, b) = find(&pair.a, &pair.b).or_else(|| find(&pair.b, &pair.a).map(|(b, a)| (a, b)))?;
    let words = words(pair);
    let same = same_but_for(&words, &[a], &[b]) || nothing_else(&words, a, b) || none_of_them(pair, &words, a, b);
    if !same || pair.other_setting(a, b) || !pair.same_certainty() {
        return None;
    }
    Some(Finding { cue_a: Some(a), cue_b: Some(b), ..Finding::new(Stance::Contradicts, RuleName::Quantifier, 0.7) })
}

/// Tells whether all that stands beside the phrases meets: "nobody was hurt", "two were hurt".
fn nothing_else(words: &Words, a: Span, b: Span) -> bool {
    let beside_a = |w: &Word| !w.aside && !a.overlaps(w.span);
    let beside_b = |w: &Word| !w.aside && !b.overlaps(w.span);
    words.a.iter().any(beside_a) && met(&words.a, beside_a).min(met(&words.b, beside_b)) >= 1.0
}

/// Tells whether both phrases count some of the same, of whom one claim tells nothing beyond the other: "none of them leaked", "two of them leaked
/// chlorine".
fn none_of_them(pair: &Pair<'_>, words: &Words, a: Span, b: Span) -> bool {
    let of_them = |side: &Side<'_>, phrase: Span| {
        let mut within = side.read.tokens.iter().skip_while(|t| t.span.end <= phrase.start);
        let of = within.by_ref().nth(1).is_some_and(|t| t.is("of"));
        of && within.next().is_some_and(|t| matches!(t.normal.as_str(), "them" | "these" | "those"))
    };
    let told = |list: &[Word], cue: Span| {
        let beside = |w: &&Word| !w.aside && !cue.overlaps(w.span);
        list.iter().any(|w| beside(&w)) && list.iter().filter(beside).all(|w| w.partner.is_some())
    };
    let in_a = none(&pair.a).is_some();
    of_them(&pair.a, a) && of_them(&pair.b, b) && if in_a { told(&words.a, a) } else { told(&words.b, b) }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::stance::testing::assert_found;

    #[test]
    fn none_against_some_of_the_same_is_a_contradiction() {
        assert_found(
            none_or_some,
            &[
                ("Nobody was hurt.", "Two were hurt.", true),
                ("No one was arrested.", "A man of 37 was arrested.", true),
                ("No one was arrested.", "A 37-year-old man was arrested.", true),
                ("No one was arrested.", "A man was arrested in Ost in 2011.", false),
                ("None of them leaked.", "Two of them leaked chlorine.", true),
                ("Two of them leaked.", "None of them leaked chlorine.", false),
                ("No one was injured when the crane fell.", "Three people were injured when the crane fell.", true),
                ("Two trains ran on Sunday.", "No trains ran on Sunday.", true),
                ("None of the drivers was dismissed by the firm.", "Six drivers were dismissed by the firm.", true),
                // Another event, another kind, another certainty.
                ("Nobody was hurt in the first blast.", "Two people were hurt in the second blast.", false),
                ("No children were hurt in the fire.", "Two firemen were hurt in the fire.", false),
                ("Nobody was hurt in the fire.", "Two people may have been hurt in the fire.", false),
                ("Nobody was hurt in the fire.", "Nobody was hurt, though two people were in the house.", false),
            ],
        );
    }
}
