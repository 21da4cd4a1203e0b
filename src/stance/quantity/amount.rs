//! Another amount in the place of one: what no rule could say of what it counts.
//!
//! A file of its own because here the words around tell that two numbers are of one thing, not what they count. Known limits: only where these
//! words are the same is it a contradiction.

use super::beside::{counts_others, is_former, is_whole_of_part};
use super::{set_against, vaguer};
use crate::claim::clause::Opening;
use crate::claim::quantity::{Bound, Quantity, Relation, Unit, are_near, compare};
use crate::order::Gather as _;
use crate::similarity::FIGURES;
use crate::span::Span;
use crate::stance::overlap::gives_same_amount;
use crate::stance::pair::{Pair, Side};
use crate::stance::words::{Word, same_but_for, words};
use crate::stance::{Finding, contrast};
use std::collections::BTreeSet;

/// Finds a number of the statement in whose place the other claim gives another of the same unit, which no rule before could set against it:
/// "49 euros a month" and "700 euros a year". Whatever else they have in common, they are not the same statement.
pub(in crate::stance) fn other_amount(pair: &Pair<'_>) -> Option<Finding> {
    let (a, b) = &other_amounts(pair)?;
    Some(set_against(pair, a, b, is_all_that_differs(pair, a, b)))
}

/// Finds two numbers of persons of whom no state is told, which no figure counts: "about 430 people slept there", "some 400 people slept there".
pub(in crate::stance) fn vaguer_people(pair: &Pair<'_>) -> Option<Finding> {
    let (ours, theirs) = (given(&pair.a), given(&pair.b));
    let people = |q: &&Quantity| q.unit == Unit::Count && q.kind().is_some_and(|kind| kind == "person");
    // Of several nobody can say which is to be set against which.
    let only = |of: &[Quantity]| of.iter().filter(people).count() == 1;
    let a = ours.iter().find(people).filter(|_| only(&ours) && only(&theirs))?;
    let b = theirs.iter().find(people)?;
    (compare(a, b) == Some(Relation::Compatible) && !a.is_as_much(b)).then(|| vaguer(pair, a, b))
}

/// Returns how many a claim says something of: the number that its subject opens with, which may stand elsewhere in the sentence.
fn counted_subject<'s>(side: &'s Side<'_>) -> Option<&'s Quantity> {
    let (claim, read) = (side.claim, side.read);
    let own = || {
        let verb = claim.content(read).find(|(.., tag)| tag.is_finite())?.0;
        claim.tokens.first().map(|range| range.start..verb)
    };
    let subject = if claim.subject.is_empty() { own()? } else { claim.subject.clone() };
    let first = read.tokens.get(subject.start).filter(|_| !subject.is_empty())?;
    let number = read.quantities_in(first.span).first()?;
    (number.unit == Unit::Count && number.of.is_some()).then_some(number)
}

/// Finds that the two say it of so many and of so many others: "[more than 200 protesters packed the hall and] sang", "around 80 people sang".
/// Their figures are compared where they stand in the claims; what stands before in the sentence is read by whoever reads the statement.
pub(in crate::stance) fn other_subject_count(pair: &Pair<'_>) -> Option<Finding> {
    let (a, b) = counted_subject(&pair.a).zip(counted_subject(&pair.b))?;
    let overlap = a.low <= b.high && b.low <= a.high;
    // "400 of whom", "killing 12": of these the words themselves say how many.
    let predicate = |side: &Side<'_>| side.claim.opening == Opening::Predicate && !side.claim.subject.is_empty();
    let elsewhere = (predicate(&pair.a) || predicate(&pair.b)) && !gives_same_amount(pair);
    (elsewhere && !overlap && !are_near(a.value, b.value)).then(|| set_against(pair, a, b, false))
}

/// Returns the numbers that a claim gives as what is so.
fn given(side: &Side<'_>) -> Vec<Quantity> {
    let measures = |q: &&Quantity| q.unit != Unit::Ordinal && !side.read.is_dated(q.span);
    // "Four of the town's nine libraries": nobody says that nine are to close.
    let told = |q: &&Quantity| measures(q) && !is_whole_of_part(side, q) && !is_former(side, q);
    side.quantities().filter(told).take(FIGURES).cloned().collect()
}

/// Returns a number of each claim, in one unit, that no number of the other fits.
pub(super) fn other_amounts(pair: &Pair<'_>) -> Option<(Quantity, Quantity)> {
    let (ours, theirs) = (given(&pair.a), given(&pair.b));
    let alike = |a: &Quantity, b: &Quantity| a.unit == b.unit && (a.unit != Unit::Count || a.kind() == b.kind());
    let fits = |a: &Quantity, b: &Quantity| {
        a.is_as_much(b) || matches!(compare(a, b), Some(Relation::Same | Relation::Compatible))
    };
    let a = ours.iter().find(|a| theirs.iter().any(|b| alike(a, b)) && !theirs.iter().any(|b| fits(a, b)))?;
    let b = theirs.iter().find(|b| alike(a, b) && !ours.iter().any(|a| fits(a, b)))?;
    Some((a.clone(), b.clone()))
}

/// Tells whether two flat claims say the same but for two numbers: persons of whom no state is told are of one kind then.
fn is_all_that_differs(pair: &Pair<'_>, a: &Quantity, b: &Quantity) -> bool {
    let words = words(pair);
    let times = |side: &Side<'_>| -> BTreeSet<String> {
        side.dates().map(|date| date.span.slice(side.text).to_lowercase()).gather_set()
    };
    let meet = |list: &[Word], cue: Span| list.iter().all(|word| word.partner.is_some() || cue.overlaps(word.span));
    compare(a, b) == Some(Relation::Different)
        && a.bound != Bound::Between
        && b.bound != Bound::Between
        && !pair.a.claim.modality.is_hedged()
        && pair.same_certainty()
        && pair.same_polarity()
        && times(&pair.a) == times(&pair.b)
        && meet(&words.a, a.span)
        && meet(&words.b, b.span)
        && same_but_for(&words, &[a.span], &[b.span])
        && !pair.other_setting(a.span, b.span)
        && !pair.counts_limited_part(a, b)
        && !contrast::are_of_two(pair, a, b)
        && !contrast::are_of_series(pair, a, b)
        && !contrast::are_figures_apart(pair, a.span, b.span)
        && !counts_others(&pair.a, a)
        && !counts_others(&pair.b, b)
}

#[cfg(test)]
mod tests {
    use super::super::different_quantity;
    use super::vaguer_people;
    use crate::stance::Stance;
    use crate::stance::testing::{assert_found, assert_judged, found};

    #[test]
    fn two_numbers_of_people_may_both_be_so() {
        assert_found(
            vaguer_people,
            &[
                ("About 520 people marched in Lund.", "Some 500 people marched in Lund.", true),
                ("At least 520 people marched in Lund.", "Exactly 590 people marched in Lund.", true),
                ("About 520 people marched in Lund.", "About 520 people marched through Lund.", false),
                ("About 520 people marched in Lund.", "Some 900 people marched in Lund.", false),
                ("About 520 people marched in Lund.", "Of 700 people in Lund some 500 people marched.", false),
            ],
        );
    }

    #[test]
    fn how_many_did_it_may_stand_before_the_claim() {
        let judged = |b: &str| {
            let a = "More than 200 protesters packed the gallery and sang outside the old town hall of Lund.";
            let rows = crate::testing::rows([a, b]);
            let sang = rows.into_iter().find(|row| row.statement.contains("sang")).unwrap();
            sang.cells.into_iter().map(|cell| cell.stance).find(|stance| *stance != Stance::Supports)
        };
        assert_eq!(judged("Around 80 people sang outside the old town hall of Lund."), Some(Stance::Partly));
        assert_eq!(judged("People sang outside the old town hall of Lund."), None);
        assert_eq!(judged("Around 250 people sang outside the old town hall of Lund."), None);
    }

    #[test]
    fn another_amount_in_the_same_place_is_another_statement() {
        assert_judged(&[
            ("The old ferry carried 280 people.", "The old ferry carried 312 people.", Stance::Contradicts),
            ("More than 200 people sang.", "Around 80 people sang.", Stance::Contradicts),
            ("The repair will cost $6 million.", "The repair will cost $6 million to $9 million.", Stance::Partly),
            // Others, a part of them, another crossing, a plan.
            ("The old ferry carried 280 people.", "The old ferry carried 12 other people.", Stance::Partly),
            ("The old ferry carried 280 people.", "The old ferry carried 90 of the people.", Stance::Partly),
            (
                "The old ferry carried 280 people on Monday.",
                "The old ferry carried 90 people on Friday.",
                Stance::Partly,
            ),
            ("The old ferry carried 280 people.", "The old ferry was to carry 500 people.", Stance::Partly),
            ("The ticket costs 49 euros a month.", "The ticket costs 700 euros a year.", Stance::Partly),
            ("The bank raised its rate to 5 percent.", "The bank raised its rate by 5 percent.", Stance::Partly),
            ("The bank raised its rate to 5 percent.", "The bank raised its rate to 5 percent.", Stance::Supports),
            // The whole of a part, and what was corrected.
            ("Holm won 12 of his 40 matches.", "Holm won nine matches.", Stance::Partly),
            (
                "Nine people died in the fire, correcting an earlier figure of eleven.",
                "Eleven people died in the fire.",
                Stance::Partly,
            ),
            (
                "Lund won 38.4 percent of the vote.",
                "Lund won 38 percent of the vote, against 29 percent for the Greens.",
                Stance::Partly,
            ),
        ]);
        let of_others = "Lund won 38 percent, the Greens won 29 percent.";
        assert_eq!(found(different_quantity, "Lund won 38.4 percent.", of_others), None);
    }
}
