//! What sets two claims apart beside the words in which they differ: another thing, a part of it, another time.
//!
//! A file of its own because every rule that sets a figure, a day or a verb against another is held to it. Who tells the same in nearly the
//! same words and changes two of them tells of two things ("the dollar rose to 11.2 crowns", "the euro rose to 12.1 crowns"); told in other
//! words throughout, the same two would be two names for one. Known limits: two reports of one thing that copy each other but for a synonym
//! in no list are taken for reports of two.

use super::opposite;
use super::pair::{Pair, Side};
use super::speaker::speaker;
use super::words::{Word, Words, met, words};
use crate::claim::clause::Opening;
use crate::claim::quantity::{Quantity, Relation, Unit, compare};
use crate::order::Gather as _;
use crate::span::Span;
use crate::tag::{Tag, lemma};
use std::collections::BTreeSet;

/// Least share of the words of both claims, without the cues, that meet before a difference in the rest is one between two things.
const ALIKE: f64 = 0.55;

/// Tells whether a word says what a claim is about; units and dates do not.
fn says(side: &Side<'_>, word: &Word, cue: Span) -> bool {
    // Quantities stand in text order and apart.
    let behind = side.read.quantities.partition_point(|quantity| quantity.span.end <= word.span.start);
    let measures = side.read.quantities.get(behind).is_some_and(|quantity| quantity.span.overlaps(word.span));
    matches!(word.tag, Tag::Noun | Tag::Name | Tag::Adjective | Tag::Verb(_))
        && !word.span.overlaps(cue)
        && !side.claim.attribution.contains(&word.at)
        && !side.read.is_dated(word.span)
        && !measures
}

/// Tells whether two claims say nearly the same, and each has a word beside its cue that the other lacks: one of those asked for.
fn is_of_two(pair: &Pair<'_>, words: &Words, (a, b): (Span, Span), asked: fn(Tag) -> bool) -> bool {
    // Two details are cut from claims of one row, and hold little more than themselves.
    let detail = |side: &Side<'_>| side.claim.opening == Opening::Detail;
    if detail(&pair.a) && detail(&pair.b) {
        return false;
    }
    let of_a = |word: &Word| says(&pair.a, word, a);
    let of_b = |word: &Word| says(&pair.b, word, b);
    let lacks = |list: &[Word], of: &dyn Fn(&Word) -> bool| {
        list.iter().any(|word| asked(word.tag) && of(word) && word.partner.is_none())
    };
    met(&words.a, of_a).min(met(&words.b, of_b)) >= ALIKE && lacks(&words.a, &of_a) && lacks(&words.b, &of_b)
}

/// Tells whether one claim narrows a noun of both that the other does not narrow: "the mayor" and "the deputy mayor".
fn is_of_part(pair: &Pair<'_>, words: &Words, a: Span, b: Span) -> bool {
    let of_a = |word: &Word| says(&pair.a, word, a);
    let of_b = |word: &Word| says(&pair.b, word, b);
    if met(&words.a, of_a).min(met(&words.b, of_b)) < ALIKE {
        return false;
    }
    let narrows = |list: &[Word], cue: Span| {
        list.windows(2).any(|pair| {
            let [word, noun] = pair else { return false };
            // "A monthly ticket" ends as an adverb does.
            matches!(word.tag, Tag::Noun | Tag::Adjective | Tag::Adverb)
                && !word.span.overlaps(cue)
                && word.partner.is_none()
                && noun.at == word.at + 1
                && noun.partner.is_some()
                && noun.tag == Tag::Noun
        })
    };
    narrows(&words.a, a) || narrows(&words.b, b)
}

/// Returns the first verb of a claim, and whether it is told as still to come.
fn first_verb(side: &Side<'_>) -> Option<(&'static str, bool)> {
    let mut coming = false;
    for at in side.claim.tokens.iter().flat_map(Clone::clone) {
        let (token, tag) = (&side.read.tokens[at], side.read.tags[at]);
        match tag {
            Tag::Modal => coming = matches!(token.normal.as_str(), "will" | "would" | "wo" | "'ll"),
            Tag::Adverb | Tag::Negation | Tag::Have => {}
            Tag::Be => return Some(("be", coming)),
            tag if tag.is_verbal() => return lemma(&token.normal).map(|verb| (verb, coming)),
            _ => {}
        }
    }
    None
}

/// Tells whether one verb is told as still to come in one claim only: "will invest" and "has invested".
fn is_of_other_tense(pair: &Pair<'_>) -> bool {
    let verbs = first_verb(&pair.a).zip(first_verb(&pair.b));
    verbs.is_some_and(|((a, coming), (b, too))| a == b && coming != too)
}

/// Words that tell of how things were, or that they are no longer so.
const OTHER_TIMES: &[&str] = &["now", "once", "formerly", "previously", "originally", "initially"];

/// Tells whether only one claim says that it is of another time than the rest: "now support", "once employed".
fn is_of_other_times(pair: &Pair<'_>) -> bool {
    let says = |side: &Side<'_>| {
        let words = side.claim.tokens.iter().flat_map(Clone::clone);
        words.into_iter().any(|at| OTHER_TIMES.contains(&side.read.tokens[at].normal.as_str()))
    };
    says(&pair.a) != says(&pair.b)
}

/// Tells whether two claims tell what two speakers expect or want: both can.
fn is_of_two_minds(pair: &Pair<'_>) -> bool {
    let speakers = speaker(&pair.a).zip(speaker(&pair.b));
    pair.a.is_open() && pair.b.is_open() && speakers.is_some_and(|((_, a), (_, b))| a.is_disjoint(&b))
}

/// Tells whether both claims give spans of time, other than the cues, of which none can be the same: "after a year", "after three years".
fn is_of_other_span(pair: &Pair<'_>, a: Span, b: Span) -> bool {
    let spans = |side: &Side<'_>, cue: Span| -> Vec<Quantity> {
        let of = |q: &&Quantity| q.unit == Unit::Duration && side.holds(q.span) && !q.span.overlaps(cue);
        side.read.quantities.iter().filter(of).cloned().collect()
    };
    let (ours, theirs) = (spans(&pair.a, a), spans(&pair.b, b));
    let fits = |x: &Quantity| theirs.iter().any(|y| compare(x, y) != Some(Relation::Different));
    !ours.is_empty() && !theirs.is_empty() && !ours.iter().any(fits)
}

/// Tells whether the words at a cue count a part of what was named: "two of the dead", "40 of them".
fn counts_part(side: &Side<'_>, cue: Span) -> bool {
    let tokens = &side.read.tokens;
    let first = tokens.partition_point(|token| token.span.end <= cue.start);
    let last = tokens.partition_point(|token| token.span.start < cue.end);
    let whole =
        |word: &str| matches!(word, "the" | "them" | "those" | "these" | "its" | "their" | "his" | "her" | "whom");
    (first..last + 1).any(|at| {
        tokens.get(at).is_some_and(|token| token.is("of"))
            && tokens.get(at + 1).is_some_and(|token| whole(&token.normal))
            && at > 0
            && side.read.tags[at - 1] == Tag::Number
    })
}

/// Tells whether a claim gives the number at the other's cue for something of its own: "65 flights, 40 of them from Lund".
fn gives_too(side: &Side<'_>, number: &Quantity) -> bool {
    let same = |q: &Quantity| (q.value - number.value).abs() <= 1e-9 * number.value.abs();
    side.read.quantities.iter().any(|q| q.unit == number.unit && side.holds(q.span) && same(q))
}

/// Tells whether two numbers are of two things, or one of a part, whatever else the claims say.
pub(super) fn are_of_two(pair: &Pair<'_>, a: &Quantity, b: &Quantity) -> bool {
    counts_part(&pair.a, a.span) != counts_part(&pair.b, b.span)
        || gives_too(&pair.a, b)
        || gives_too(&pair.b, a)
        || is_of_other_span(pair, a.span, b.span)
        || ordinals(&pair.a, a.span) != ordinals(&pair.b, b.span)
}

/// Returns the places in an order that a claim names, without those at a span.
fn ordinals(side: &Side<'_>, cue: Span) -> BTreeSet<u32> {
    let of = |q: &&Quantity| q.unit == Unit::Ordinal && side.holds(q.span) && !q.span.overlaps(cue);
    side.read.quantities.iter().filter(of).map(|q| q.value as u32).gather_set()
}

/// Tells whether what two claims say beside two figures is of two things. Another verb is another thing then: a dam that holds so much water
/// and has lost so much.
pub(super) fn are_figures_apart(pair: &Pair<'_>, a: Span, b: Span) -> bool {
    let words = words(pair);
    let asked: fn(Tag) -> bool = if opposite::verbs_agree(pair) { Tag::is_nominal } else { |_| true };
    is_of_two(pair, &words, (a, b), asked) || is_of_part(pair, &words, a, b) || is_of_other_state(pair)
}

/// Tells whether what two claims say beside two dates is of two things.
pub(super) fn are_dates_apart(pair: &Pair<'_>, a: Span, b: Span) -> bool {
    is_of_two(pair, &words(pair), (a, b), Tag::is_nominal) || is_of_other_state(pair) || opposite::verbs_oppose(pair)
}

/// Tells whether what two claims say beside two opposite words is of two things.
pub(super) fn are_words_apart(pair: &Pair<'_>, a: Span, b: Span) -> bool {
    let words = words(pair);
    is_of_two(pair, &words, (a, b), Tag::is_nominal) || is_of_part(pair, &words, a, b) || is_of_other_state(pair)
}

fn is_of_other_state(pair: &Pair<'_>) -> bool {
    is_of_other_tense(pair) || is_of_other_times(pair) || is_of_two_minds(pair)
}

#[cfg(test)]
mod tests {
    use crate::stance::judge::with_pair;
    use crate::stance::{Stance, judge_pair};

    #[test]
    fn what_is_told_of_two_things_contradicts_nothing() {
        let judged = |a: &str, b: &str| with_pair(a, b, |pair| judge_pair(pair).stance);
        for (a, b) in [
            // Another thing in nearly the same words.
            ("The dollar rose to 11.2 crowns on Monday.", "The euro rose to 12.1 crowns on Monday."),
            ("The tariff on steel takes effect on June 1.", "The tariff on aluminium takes effect on July 1."),
            (
                "The city of Torvik raised the fee to 4 euros in the old town.",
                "The city of Torvik cut the fee to 4 euros in the new suburbs.",
            ),
            // A part of it.
            ("The mayor of Torvik supports the bridge.", "The deputy mayor of Torvik opposes the bridge."),
            ("A ticket in Torvik now costs 3 euros.", "A monthly ticket in Torvik now costs 5 euros."),
            (
                "Three people were killed when a bus overturned near Torvik.",
                "Two of the dead in the bus near Torvik were children.",
            ),
            (
                "The airline cancelled 40 flights from Torvik on Monday.",
                "The airline cancelled 65 flights on Monday, 40 of them from Torvik.",
            ),
            // Another time.
            (
                "The company will invest 200 million euros in the plant in Torvik.",
                "The company has invested 150 million euros in the plant in Torvik.",
            ),
            ("The tower is 120 metres high.", "The tower will be 140 metres high with its mast."),
            ("Farmers in Norland opposed the tax on diesel.", "Farmers in Norland now support the tax on diesel."),
            (
                "The drug cut deaths by 30 percent after two years.",
                "The drug cut deaths by 22 percent after five years.",
            ),
            ("The team of Torvik lost the first leg 2-1.", "The team of Torvik won the second leg 3-0."),
            ("The ferry to Ost left at 8:15 a.m. on Monday.", "The ferry to Ost arrived at 9:40 a.m. on Monday."),
            // Another person, and another mind.
            (
                "Police arrested a 34-year-old man over the theft.",
                "Police arrested a 19-year-old woman over the theft.",
            ),
        ] {
            assert_ne!(judged(a, b), Stance::Contradicts, "{a} | {b}");
        }
    }

    #[test]
    fn what_is_told_of_one_thing_still_contradicts() {
        let judged = |a: &str, b: &str| with_pair(a, b, |pair| judge_pair(pair).stance);
        for (a, b) in [
            ("The dollar rose to 11.2 crowns on Monday.", "On Monday the dollar climbed to 12.1 crowns."),
            ("The tariff on steel takes effect on June 1.", "The tariff on steel takes effect on July 1."),
            ("The mayor of Torvik supports the bridge.", "The mayor of Torvik opposes the bridge."),
            ("The tower in Torvik is 120 metres high.", "The tower in Torvik is 140 metres high."),
            ("Three people were killed when a bus overturned.", "Five people were killed when a bus overturned."),
        ] {
            assert_eq!(judged(a, b), Stance::Contradicts, "{a} | {b}");
        }
    }
}
