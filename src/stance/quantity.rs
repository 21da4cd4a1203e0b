//! The two give different numbers for the same thing.

mod amount;
mod beside;
#[cfg(test)]
mod tests;

use super::candidate::Candidate;
use super::opposite::{verbs_agree, verbs_oppose};
use super::pair::{Pair, Side};
use super::telling::counted;
use super::words::{Word, Words};
use super::{Finding, RuleName, Stance, contrast, subject};
use crate::claim::clause::Opening;
use crate::claim::date::{self, DateMention};
use crate::claim::quantity::{Bound, Quantity, Relation, Unit, are_near, compare};
use crate::order::Gather as _;
use crate::similarity::{FIGURES, Figure};
use crate::tag::{Tag, lemma};
use amount::other_amounts;
pub(super) use amount::{other_amount, other_subject_count, vaguer_people};
use beside::{
    counts_others, gives_elsewhere, gives_several, is_earlier, is_find, is_former, is_whole_of_part, was_before,
};
use std::collections::BTreeSet;

/// Least share of both claims that must meet before two numbers are called a contradiction. Larger misses contradictions told in
/// other words; smaller sets the numbers of different things against each other.
const LEAST_SHARED: f64 = 0.4;

/// The same where both claims count over the same named period ("since 2021", "in March").
const LEAST_SHARED_OF_PERIOD: f64 = 0.27;

/// The same where one subject does one thing to both numbers.
const LEAST_SHARED_OF_SUBJECT: f64 = 0.27;

/// The same where both give the toll of their reports, which can stand in a long sentence beside much else.
const LEAST_SHARED_OF_TOLLS: f64 = 0.2;

/// The same where both give the outcome of a vote by as many voters.
const LEAST_SHARED_OF_OUTCOMES: f64 = 0.15;

/// The same where the two numbers are near.
const LEAST_SHARED_OF_NEAR: f64 = 0.26;

/// How many times a number may exceed an "at least" before the two no longer go together: nobody who knows of 24 writes "at least five".
const AT_LEAST_REACH: f64 = 3.0;

/// Returns the figure that a number is, among those of a claim.
fn figure_of<'f>(figures: &'f [Figure], number: &Quantity) -> Option<&'f Figure> {
    figures.iter().find(|figure| figure.quantity.span == number.span)
}

/// Relates two figures of one kind as a reader would.
fn relate(a: &Figure, b: &Figure) -> Option<Relation> {
    if a.of != b.of {
        return None;
    }
    let relation = compare(&a.quantity, &b.quantity)?;
    let (x, y) = (&a.quantity, &b.quantity);
    if relation != Relation::Compatible {
        return Some(relation);
    }
    // "at least five" and "five" give one figure.
    if x.is_as_much(y) {
        return Some(Relation::Same);
    }
    let beyond = |bound: &Quantity, other: &Quantity| {
        bound.bound == Bound::AtLeast && other.value > AT_LEAST_REACH * bound.value
    };
    Some(if beyond(x, y) || beyond(y, x) { Relation::Different } else { Relation::Compatible })
}

/// Finds figures of the same kind, one of each claim, that relate as wanted. A figure that the other claim gives too is no difference; what
/// a figure was before it changed is none that the claim gives. Of those that can both be true the nearest are meant: "moving at 14 km/h with gusts of
/// 175 km/h", "gusts of up to 185 km/h".
fn find<'p>(pair: &'p Pair<'_>, wanted: Relation) -> Option<(&'p Quantity, &'p Quantity)> {
    let given = |side: &'p Side<'_>| -> Vec<&Figure> {
        let told = |f: &&Figure| !is_former(side, &f.quantity) && !is_whole_of_part(side, &f.quantity);
        side.figures.iter().filter(told).take(FIGURES).collect()
    };
    let (ours, theirs) = (given(&pair.a), given(&pair.b));
    let times = |a: &Quantity, b: &Quantity| a.value.max(b.value) / a.value.min(b.value).max(f64::MIN_POSITIVE);
    let mut nearest: Option<(&Quantity, &Quantity)> = None;
    for a in &ours {
        for b in &theirs {
            if relate(a, b) != Some(wanted) {
                continue;
            }
            let fits = |a: &Figure, b: &Figure| {
                let related = relate(a, b);
                // "38.4 percent" is the "38 percent" of "38 percent, against 29 percent for the others".
                related == Some(Relation::Same)
                    || wanted == Relation::Different && related == Some(Relation::Compatible)
            };
            let met = theirs.iter().any(|other| fits(a, other)) || ours.iter().any(|other| fits(other, b));
            if wanted != Relation::Same && met {
                continue;
            }
            let (a, b) = (&a.quantity, &b.quantity);
            if wanted != Relation::Compatible {
                return Some((a, b));
            }
            if nearest.is_none_or(|(x, y)| times(a, b) < times(x, y)) {
                nearest = Some((a, b));
            }
        }
    }
    nearest
}

/// Tells whether the verbs of both claims have one in common: so many litres delivered and so many poured away are both true. A toll is
/// told in many ways ("24 dead", "leaving 24 dead"), so counts of persons, whose state is in their kind, are not held to it.
fn told_alike(pair: &Pair<'_>, number: &Quantity) -> bool {
    let verbs = |side: &Side<'_>| -> BTreeSet<u32> {
        let content = side.claim.content(side.read).filter(|(.., tag)| matches!(tag, Tag::Verb(_)));
        content.filter_map(|(at, ..)| side.tokens.get(at).copied().flatten()).gather_set()
    };
    let (ours, theirs) = (verbs(&pair.a), verbs(&pair.b));
    number.kind().is_none_or(|kind| kind == "person")
        || ours.is_empty()
        || theirs.is_empty()
        || !ours.is_disjoint(&theirs)
        || verbs_agree(pair)
}

/// Returns the verbs that tell of two numbers: the nearest finite ones before them in their claims.
fn verbs_before(pair: &Pair<'_>, a: &Quantity, b: &Quantity) -> Option<(usize, usize)> {
    let verb = |side: &Side<'_>, number: &Quantity| {
        let before = (0..side.read.tokens_of(number.span).start).rev();
        let mut verbs = before.take_while(|&at| side.read.tags[at] != Tag::Punctuation);
        verbs.find(|&at| side.read.tags[at].is_finite() && side.holds(side.read.tokens[at].span))
    };
    verb(&pair.a, a).zip(verb(&pair.b, b))
}

/// Tells whether one subject of both claims does one thing to both numbers: "the bridge has two lanes", "the bridge, of steel, has four lanes".
/// What else is told of it may differ then.
fn of_one_subject(pair: &Pair<'_>, a: &Quantity, b: &Quantity) -> bool {
    let same = |at_a: usize, at_b: usize| {
        let base = |side: &Side<'_>, at: usize| lemma(&side.read.tokens[at].normal);
        let tags = (pair.a.read.tags[at_a], pair.b.read.tags[at_b]);
        matches!(tags, (Tag::Have, Tag::Have) | (Tag::Be, Tag::Be))
            || base(&pair.a, at_a).is_some() && base(&pair.a, at_a) == base(&pair.b, at_b)
    };
    verbs_before(pair, a, b).is_some_and(|(at_a, at_b)| same(at_a, at_b) && subject::is_one(pair, at_a, at_b))
}

/// Tells whether two shares are what one measure is at or has come to: "unemployment has climbed to 5 percent", "unemployment is at 4 percent". What
/// is still to come is another one.
fn of_one_measure(pair: &Pair<'_>, a: &Quantity, b: &Quantity) -> bool {
    let reached = |side: &Side<'_>, number: &Quantity| {
        let before = side.read.tokens_of(number.span).start.checked_sub(1);
        before.is_some_and(|at| {
            side.read.tags[at] == Tag::Be
                || matches!(side.read.tokens[at].normal.as_str(), "to" | "at" | "reached" | "hit")
        })
    };
    let told = |side: &Side<'_>, at: usize| (side.read.tags[at] != Tag::Modal).then(|| subject::told_of(side, at).0);
    let of_one = |(at_a, at_b): (usize, usize)| {
        let subjects = told(&pair.a, at_a).zip(told(&pair.b, at_b));
        subjects.is_some_and(|(ours, theirs)| !ours.is_empty() && ours == theirs)
    };
    a.unit == Unit::Percent
        && reached(&pair.a, a)
        && reached(&pair.b, b)
        && contrast::give_one_measure(pair)
        && verbs_before(pair, a, b).is_some_and(of_one)
}

/// How many tokens around a number say what it measures.
const REACH: usize = 4;

/// Tells whether words around both numbers are the same, so that they measure one thing: two sums of money seldom do. Numbers that count things of
/// one name do by that.
fn same_thing(pair: &Pair<'_>, a: &Quantity, b: &Quantity) -> bool {
    if a.unit == Unit::Count && a.kind().is_some_and(|kind| kind != "person") && a.kind() == b.kind() {
        return true;
    }
    // "closed the bridge … for nine weeks": what stands between in the sentence is no part of a detail.
    let reach = if pair.a.claim.is_detail() && pair.b.claim.is_detail() { usize::MAX / 2 } else { REACH };
    let around = |side: &Side<'_>, q: &Quantity| side.terms_near(q.span, reach);
    !around(&pair.a, a).is_disjoint(&around(&pair.b, b))
}

/// Tells whether both claims give one date in common, beside their numbers, and none that differs.
pub(super) fn same_period(pair: &Pair<'_>) -> bool {
    let dates = |side: &Side<'_>| -> Vec<DateMention> { side.dates().filter(|d| !d.guessed).cloned().collect() };
    let (ours, theirs) = (dates(&pair.a), dates(&pair.b));
    let met = |x: &DateMention, of: &[DateMention]| of.iter().any(|y| date::compare(x, y) == Some(Relation::Same));
    !ours.is_empty()
        && !theirs.is_empty()
        && ours.iter().all(|x| met(x, &theirs))
        && theirs.iter().all(|y| met(y, &ours))
}

/// Words that set a number against another within one claim, so that it is a difference or one of two.
const COMPARING: &[&str] = &["against", "compared", "versus", "difference", "gap"];

/// Tells whether a claim compares its numbers itself.
fn compares(side: &Side<'_>) -> bool {
    super::cue::tokens(side).any(|(_, token)| COMPARING.contains(&token.normal.as_str()))
}

/// Tells whether each of two votes is on a thing of which the other claim has no word: "5-2 for the loan", "4-3 against the sale".
fn are_of_two_motions(pair: &Pair<'_>, a: &Quantity, b: &Quantity) -> bool {
    let words = super::words::words(pair);
    let alone = |list: &[Word], vote: &Quantity| {
        list.iter().any(|w| w.partner.is_none() && w.tag == Tag::Noun && !w.aside && w.span.start > vote.span.end)
    };
    alone(&words.a, a) && alone(&words.b, b)
}

/// Tells whether a number is the first of its kind that its document gives, or gives that one again: its toll of the dead, not one of those
/// who died in one house, or in an earlier year.
fn leads(side: &Side<'_>, number: &Quantity) -> bool {
    let Some(figure) = figure_of(side.figures, number) else { return false };
    let first = side.document_figures.iter().find(|f| f.of == figure.of);
    first.is_some_and(|first| relate(first, figure) == Some(Relation::Same))
}

/// Tells whether a claim tells of a month or a year: "in 1951", "last year".
fn is_of_period(side: &Side<'_>) -> bool {
    const WEEK: i64 = 7;
    let long = |d: &DateMention| d.days.map_or(d.year.is_some(), |(first, last)| last.number() - first.number() > WEEK);
    side.dates().any(long)
}

/// Tells whether two numbers are the tolls of one event, so that the places named around them need not be the same: persons whose state
/// is told, and the first number of that kind in each document. So are two outcomes of a vote.
fn are_tolls(pair: &Pair<'_>, a: &Quantity, b: &Quantity) -> bool {
    let persons = |q: &Quantity| q.unit == Unit::Count && q.kind().is_none_or(|kind| kind == "person");
    // A chamber that confirms one minister by 52-48 and another by 51-49 votes twice.
    let one_vote = a.outcome_total().is_some() && !pair.names_apart();
    (persons(a) && persons(b) || one_vote)
        && leads(&pair.a, a)
        && leads(&pair.b, b)
        && !pair.other_period(a.span, b.span)
        && is_of_period(&pair.a) == is_of_period(&pair.b)
}

/// Tells whether two numbers are the ages of one person, in the row that is about these alone.
fn are_ages(pair: &Pair<'_>, a: &Quantity) -> bool {
    a.unit == Unit::Age && pair.a.claim.is_detail() && pair.b.claim.is_detail()
}

/// Tells whether the names beside two ages are of one person: one surname, and no other first names.
fn is_of_one_person(pair: &Pair<'_>, a: &Quantity, b: &Quantity) -> bool {
    let named = |side: &Side<'_>, age: &Quantity| -> Vec<u32> {
        let (tokens, tags) = (&side.read.tokens, &side.read.tags);
        let written = side.read.tokens_of(age.span);
        let is_name = |at: &usize| tags[*at] == Tag::Name || tags[*at] == Tag::Noun && tokens[*at].capital;
        let before = (written.start.saturating_sub(REACH)..written.start).rev().find(is_name);
        let surname = before.or_else(|| {
            let run = (written.end..tokens.len().min(written.end + REACH)).find(is_name)?;
            (run..tokens.len()).take_while(is_name).last()
        });
        let run = surname.into_iter().flat_map(|at| (0..=at).rev().take_while(is_name));
        run.filter_map(|at| side.tokens[at]).collect()
    };
    let (ours, theirs) = (named(&pair.a, a), named(&pair.b, b));
    let ([x, first_x @ ..], [y, first_y @ ..]) = (ours.as_slice(), theirs.as_slice()) else { return false };
    let others = !first_x.is_empty() && !first_y.is_empty() && !first_x.iter().any(|name| first_y.contains(name));
    x == y && !others
}

/// Tells whether an age stands by a name, so that it is of the day of the article: "Ruiz, 57,".
fn is_in_apposition(side: &Side<'_>, age: &Quantity) -> bool {
    let before = side.read.tokens_of(age.span).start.checked_sub(1);
    age.unit == Unit::Age && before.is_some_and(|at| matches!(side.read.tokens[at].normal.as_str(), "," | "("))
}

/// Tells whether a finding sets two tolls or two ages against each other. What is told around them differs from report to report, so that
/// the model would doubt most of them.
pub(super) fn gives_tolls_or_ages(pair: &Pair<'_>, finding: &Finding) -> bool {
    finding.rule == RuleName::DifferentQuantity
        && find(pair, Relation::Different).is_some_and(|(a, b)| are_tolls(pair, a, b) || are_ages(pair, a))
}

/// Tells whether two amounts are near enough to be two reports of one thing, whatever is told of it: sums, spans of time, magnitudes, and
/// what two details measure by one word ("a depth of 20 km"). Other measures, percentages and counts are near by chance.
fn are_amounts_of_one(pair: &Pair<'_>, a: &Quantity, b: &Quantity) -> bool {
    let details = pair.a.claim.is_detail() && pair.b.claim.is_detail();
    let amount = match a.unit {
        Unit::Money(_) | Unit::Magnitude | Unit::Duration => true,
        Unit::Count | Unit::Percent | Unit::Ordinal | Unit::Age => false,
        // "The limit is 60 kilometres an hour", "was travelling at 94 kilometres an hour".
        _ => details && !pair.a.terms_near(a.span, REACH).is_disjoint(&pair.b.terms_near(b.span, REACH)),
    };
    let told = |q: &Quantity| matches!(q.bound, Bound::Exact | Bound::About);
    amount && told(a) && told(b) && are_near(a.value, b.value)
}

/// Tells whether two counts of things of one name are near enough to be two reports of one, whatever is told of them: "nine drinking vessels are
/// gone", "eight gold drinking vessels were stolen".
fn are_counts_of_one(a: &Quantity, b: &Quantity) -> bool {
    a.unit == Unit::Count && a.kind().is_some() && a.kind() == b.kind() && are_near(a.value, b.value)
}

/// Tells whether a span of time only says within which something else is counted: "five operations in seven years".
fn is_within(side: &Side<'_>, number: &Quantity) -> bool {
    let before = side.read.tokens_of(number.span).start.checked_sub(1);
    number.unit == Unit::Duration
        && before.is_some_and(|at| matches!(side.read.tokens[at].normal.as_str(), "in" | "within"))
}

/// Tells whether a claim hangs on a clause that says when and where it was: "after scoring seven goals".
fn hangs_on_another(side: &Side<'_>) -> bool {
    matches!(side.claim.opening, Opening::Participial | Opening::Subordinate)
        && !side.claim.content(side.read).any(|(.., tag)| tag.is_finite())
}

/// Tells whether the claims give other figures of one kind: what is told of a Monday and of a Saturday are then two things.
pub(super) fn give_other_figures(pair: &Pair<'_>) -> bool {
    find(pair, Relation::Different).is_some() || other_amounts(pair).is_some()
}

/// Finds two exact numbers for the same thing that cannot both be right.
pub(super) fn different_quantity(pair: &Pair<'_>) -> Option<Finding> {
    let (a, b) = find(pair, Relation::Different)?;
    // "At least three" of an early report and the 22 of a later one can both be right.
    if compare(a, b) == Some(Relation::Compatible) {
        return Some(vaguer(pair, a, b));
    }
    let flat = !pair.a.claim.modality.is_hedged() && !pair.b.claim.modality.is_hedged();
    let tolls = are_tolls(pair, a, b);
    let one_body = a.outcome_total().is_some() && a.outcome_total() == b.outcome_total();
    let least = match (tolls, same_period(pair)) {
        (true, _) if one_body => LEAST_SHARED_OF_OUTCOMES,
        (true, _) => LEAST_SHARED_OF_TOLLS,
        (_, true) => LEAST_SHARED_OF_PERIOD,
        _ if of_one_subject(pair, a, b) || of_one_measure(pair, a, b) => LEAST_SHARED_OF_SUBJECT,
        _ => LEAST_SHARED,
    };
    let within = is_within(&pair.a, a) || is_within(&pair.b, b);
    let near = are_amounts_of_one(pair, a, b) && !within && !pair.names_apart();
    let anchored = same_period(pair) && pair.names_alike();
    let least = if near { least.min(LEAST_SHARED_OF_NEAR) } else { least };
    let certain = are_ages(pair, a)
        || flat && is_in_apposition(&pair.a, a) && is_in_apposition(&pair.b, b) && is_of_one_person(pair, a, b)
        || flat
            && pair.same_certainty()
            && (one_body && !are_of_two_motions(pair, a, b) || !compares(&pair.a) && !compares(&pair.b))
            && pair.same_polarity()
            && (tolls || !pair.other_setting(a.span, b.span))
            && !pair.counts_limited_part(a, b)
            && (tolls || !hangs_on_another(&pair.a) || !hangs_on_another(&pair.b))
            && pair.covered.min(pair.covering) >= least
            && !contrast::are_of_two(pair, a, b)
            && (tolls && !one_body || !contrast::are_of_series(pair, a, b))
            && (tolls || !contrast::are_figures_apart(pair, a.span, b.span) && !verbs_oppose(pair))
            && (a.unit != Unit::Age || is_of_one_person(pair, a, b))
            && !counts_others(&pair.a, a)
            && !counts_others(&pair.b, b)
            && is_find(&pair.a, a) == is_find(&pair.b, b)
            && (tolls || near || same_thing(pair, a, b))
            && (tolls
                || near
                || are_counts_of_one(a, b)
                || told_alike(pair, a)
                || anchored
                || of_one_measure(pair, a, b))
            && !gives_several(&pair.a, a)
            && !gives_several(&pair.b, b)
            && is_earlier(&pair.a, a) == is_earlier(&pair.b, b)
            && !was_before(&pair.a, pair.b.figures, b)
            && !was_before(&pair.b, pair.a.figures, a)
            && !gives_elsewhere(&pair.b, pair.a.figures, a)
            && !gives_elsewhere(&pair.a, pair.b.figures, b);
    Some(set_against(pair, a, b, certain))
}

/// Sets two numbers against each other, as a contradiction where it is certain that they are of one thing.
fn set_against(pair: &Pair<'_>, a: &Quantity, b: &Quantity, certain: bool) -> Finding {
    let (stance, confidence) = if certain { (Stance::Contradicts, 0.7) } else { (Stance::Partly, 0.55) };
    Finding {
        cue_a: Some(counted(&pair.a, a.span)),
        cue_b: Some(counted(&pair.b, b.span)),
        ..Finding::new(stance, RuleName::DifferentQuantity, confidence)
    }
}

/// Finds two numbers for the same thing of which one is vaguer than the other.
pub(super) fn vaguer_quantity(pair: &Pair<'_>) -> Option<Finding> {
    find(pair, Relation::Compatible).map(|(a, b)| vaguer(pair, a, b))
}

fn vaguer(pair: &Pair<'_>, a: &Quantity, b: &Quantity) -> Finding {
    Finding {
        cue_a: Some(counted(&pair.a, a.span)),
        cue_b: Some(counted(&pair.b, b.span)),
        ..Finding::new(Stance::Partly, RuleName::VaguerQuantity, 0.55)
    }
}

/// Finds a number that both give alike, in claims that no other rule sets apart.
pub(super) fn same_quantity(pair: &Pair<'_>) -> Option<Finding> {
    let (a, b) = find(pair, Relation::Same)?;
    Some(Finding {
        cue_a: Some(counted(&pair.a, a.span)),
        cue_b: Some(counted(&pair.b, b.span)),
        ..Finding::new(Stance::Supports, RuleName::SameQuantity, 0.8)
    })
}

/// Finds a number that one claim gives as what was reached and the other as the change: "raised to 5 percent", "raised by 5 percent".
pub(super) fn reached_or_changed(pair: &Pair<'_>) -> Option<Finding> {
    let (a, b) = find(pair, Relation::Same)?;
    let before = |side: &Side<'_>, number: &Quantity| {
        let at = side.read.tokens_of(number.span).start.checked_sub(1)?;
        let token = &side.read.tokens[at];
        matches!(token.normal.as_str(), "to" | "by").then_some(token.span)
    };
    let (to_a, to_b) = (before(&pair.a, a)?, before(&pair.b, b)?);
    let apart = to_a.slice(pair.a.text).to_lowercase() != to_b.slice(pair.b.text).to_lowercase();
    apart.then(|| Finding {
        cue_a: Some(to_a.join(counted(&pair.a, a.span))),
        cue_b: Some(to_b.join(counted(&pair.b, b.span))),
        ..Finding::new(Stance::Partly, RuleName::DifferentQuantity, 0.55)
    })
}

/// How many numbers of a sentence are set against those of another.
const NUMBERS: usize = 64;

/// Finds a number in each claim that no number of the other can be, counting the same thing as far as their nouns tell.
pub(super) fn other_number(pair: &Pair<'_>, words: &Words) -> Option<Candidate> {
    let fits = |x: &Quantity, y: &Quantity| matches!(compare(x, y), Some(Relation::Same | Relation::Compatible));
    // Nobody writes more of them in a sentence; a list would cost the cube of its length.
    let ours: Vec<&Quantity> = pair.a.quantities().take(NUMBERS).collect();
    let theirs: Vec<&Quantity> = pair.b.quantities().take(NUMBERS).collect();
    for b in &theirs {
        if ours.iter().any(|a| fits(a, b)) {
            continue;
        }
        let found =
            ours.iter().find(|a| compare(a, b) == Some(Relation::Different) && !theirs.iter().any(|t| fits(a, t)));
        if let Some(a) = found {
            return Some(Candidate::new(RuleName::Quantity, counted(&pair.a, a.span), counted(&pair.b, b.span)));
        }
    }
    // Bare numbers before one word that both have: no part of a time of day, of a rate, or of "1.98 billion", which are read above.
    let is_bare = |side: &Side<'_>, word: &super::words::Word| {
        word.tag == Tag::Number
            && word.partner.is_none()
            && !side.read.is_dated(word.span)
            && !side.read.quantities_in(word.span).iter().any(|q| q.kind().is_some())
    };
    for b in words.b.iter().filter(|word| is_bare(&pair.b, word)) {
        for a in words.a.iter().filter(|word| is_bare(&pair.a, word)) {
            let after = |list: &[super::words::Word], at: usize| list.iter().position(|w| w.at > at);
            let (Some(next_a), Some(next_b)) = (after(&words.a, a.at), after(&words.b, b.at)) else { continue };
            if words.b[next_b].partner == Some(next_a) {
                return Some(Candidate::new(RuleName::Quantity, counted(&pair.a, a.span), counted(&pair.b, b.span)));
            }
        }
    }
    None
}
