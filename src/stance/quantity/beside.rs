//! What other figures a document gives beside a number: a part of it, what it was before, what is counted besides.
//!
//! A file of its own because none of this sets two documents against each other; it says which of the numbers of one may be.

use super::super::pair::Side;
use super::{REACH, figure_of, relate};
use crate::claim::quantity::{Quantity, Relation, Unit};
use crate::similarity::Figure;
use crate::tag::Tag;
use std::ops::Range;

/// Tells whether a number is told in the past perfect, of an earlier time than what else is told: "had counted 17 dead".
pub(super) fn is_earlier(side: &Side<'_>, number: &Quantity) -> bool {
    let tokens = &side.read.tokens;
    let at = side.read.tokens_of(number.span).start;
    let had = (at.saturating_sub(REACH)..at).rfind(|&at| tokens[at].is("had") && side.holds(tokens[at].span));
    had.is_some_and(|had| (had + 1..at).any(|at| side.read.tags[at].is_verbal()))
}

/// Tells whether a claim says that a figure was so many before it changed: the toll of another report may be the one that rose.
pub(super) fn was_before(side: &Side<'_>, figures: &[Figure], number: &Quantity) -> bool {
    let Some(figure) = figure_of(figures, number) else { return false };
    let former = side.figures.iter().filter(|f| is_former(side, &f.quantity));
    former.into_iter().any(|f| relate(f, figure) == Some(Relation::Same))
}

/// Tells whether a document gives, anywhere, a figure of this kind that agrees with the number: a part and its whole, an earlier and
/// a later count stand side by side in one report, and only a number that fits none of them contradicts it.
pub(super) fn gives_elsewhere(side: &Side<'_>, figures: &[Figure], number: &Quantity) -> bool {
    let Some(figure) = figure_of(figures, number) else { return false };
    side.document_figures.iter().any(|f| matches!(relate(f, figure), Some(Relation::Same | Relation::Compatible)))
}

/// Returns the quantities of a sentence that begin in a range of its tokens.
fn near_tokens<'s>(side: &'s Side<'_>, range: Range<usize>) -> impl Iterator<Item = &'s Quantity> {
    let (tokens, quantities) = (&side.read.tokens, &side.read.quantities);
    let start = tokens.get(range.start).map_or(usize::MAX, |token| token.span.start);
    let end = tokens.get(range.end).map_or(usize::MAX, |token| token.span.start);
    let first = quantities.partition_point(|quantity| quantity.span.start < start);
    quantities[first..].iter().take_while(move |quantity| quantity.span.start < end)
}

/// Tells whether a number is the whole of which another counts a part: "12 of his 40 matches".
pub(super) fn is_whole_of_part(side: &Side<'_>, number: &Quantity) -> bool {
    let tags = &side.read.tags;
    let at = side.read.tokens_of(number.span).start;
    let inside = |&at: &usize| matches!(tags[at], Tag::Determiner | Tag::Possessive | Tag::Noun | Tag::Name);
    let of = (at.saturating_sub(REACH)..at).rev().find(|at| !inside(at));
    of.is_some_and(|of| side.read.tokens[of].is("of") && of > 0 && tags[of - 1] == Tag::Number)
}

/// Words before a figure that was given and no longer holds: "correcting an earlier figure of eleven".
const EARLIER: &[&str] = &["earlier", "previous", "initial", "original", "planned"];

/// Tells whether a number is what a figure was before it changed: "cut the toll to 22 from 23".
pub(super) fn is_former(side: &Side<'_>, number: &Quantity) -> bool {
    let tokens = &side.read.tokens;
    let at = side.read.tokens_of(number.span).start;
    let of = at.checked_sub(2).is_some_and(|before| tokens[before + 1].is("of") && side.read.tags[before] == Tag::Noun);
    if of && (at.saturating_sub(REACH)..at).any(|before| EARLIER.contains(&tokens[before].normal.as_str())) {
        return true;
    }
    let from = at.checked_sub(1).is_some_and(|at| tokens[at].is("from"));
    let reached =
        |to: &Quantity| side.read.tokens_of(to.span).start.checked_sub(1).is_some_and(|at| tokens[at].is("to"));
    let near = at.saturating_sub(REACH + 2)..tokens.len().min(at + REACH + 3);
    from && near_tokens(side, near).any(|other| other.unit == number.unit && reached(other))
}

/// Tells whether a claim gives other figures of the same kind beside this one: of "31 in 1,000 against 38" and "seven in 1,000" nobody
/// can say without understanding which is to be set against which.
pub(super) fn gives_several(side: &Side<'_>, number: &Quantity) -> bool {
    let Some(figure) = figure_of(side.figures, number) else { return false };
    // "against 38 among those who drank none" counts what was counted before.
    let compared = |other: &Quantity| {
        let before = side.read.tokens_of(other.span).start.checked_sub(1);
        before.is_some_and(|at| side.read.tags[at] == Tag::Preposition || side.read.tokens[at].is("than"))
    };
    let elliptic = |other: &Quantity| other.unit == Unit::Count && other.of.is_none() && compared(other);
    side.figures
        .iter()
        .filter(|other| !is_former(side, &other.quantity) && !is_whole_of_part(side, &other.quantity))
        .any(|other| relate(other, figure) == Some(Relation::Different))
        || number.unit == Unit::Count
            && side
                .read
                .quantities
                .iter()
                .any(|q| q.span != number.span && side.holds(q.span) && elliptic(q) && !is_former(side, q))
}

/// Tells whether a number tells of a find at one place: "one person was found dead in a car" is no toll.
pub(super) fn is_find(side: &Side<'_>, number: &Quantity) -> bool {
    let (tokens, end) = (&side.read.tokens, side.read.tokens_of(number.span).end);
    let found = |at: usize| tokens[at].is("found") && tokens.get(at + 1).is_some_and(|next| next.is("dead"));
    (end..tokens.len().min(end + REACH)).any(found)
}

/// Words beside a number that leave out what was counted before: "four other people", "two more".
const BESIDES: &[&str] = &["other", "others", "more", "another", "additional", "further", "extra"];

/// Tells whether a number counts only what is counted beside another one.
pub(super) fn counts_others(side: &Side<'_>, number: &Quantity) -> bool {
    let tokens = &side.read.tokens;
    let counted = side.read.tokens_of(number.span);
    let besides = |at: usize| tokens.get(at).is_some_and(|t| BESIDES.contains(&t.normal.as_str()));
    // "more than forty" is a bound, not another forty.
    let bound = |at: usize| tokens.get(at + 1).is_some_and(|t| t.is("than"));
    (counted.start.checked_sub(1).is_some_and(besides)
        || (counted.start..counted.end + 1).any(|at| besides(at) && !bound(at)))
        && !follows_other_state(side, number)
}

/// Tells whether the last persons counted before a number are in another state, so that those counted "besides" are all of theirs: "At
/// least three died. Another 47 were injured".
fn follows_other_state(side: &Side<'_>, number: &Quantity) -> bool {
    let of = |figure: &&Figure| figure.quantity.kind().is_none_or(|kind| kind == "person");
    let Some(figure) = figure_of(side.figures, number).filter(of) else { return false };
    let before = side
        .document_figures
        .iter()
        .filter(|f| f.quantity.span.start < number.span.start && f.quantity.unit == Unit::Count);
    before.filter(of).max_by_key(|f| f.quantity.span.start).is_some_and(|before| before.of != figure.of)
}
