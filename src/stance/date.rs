//! The two put the same event on different days.

use super::pair::{Pair, Side};
use super::words::{same_but_for, same_of_subject, words};
use super::{Finding, RuleName, Stance, contrast, quantity};
use crate::claim::date::{DateMention, compare};
use crate::claim::quantity::Relation;
use crate::span::Span;
use crate::tag::{Tag, lemma};

/// Least likeness of two claims whose dates are compared. Larger misses events told in other words; smaller compares the days of
/// different events, of which a story has many.
const LEAST_SIMILARITY: f64 = 0.45;

/// The same for details that were told apart from claims of one event, which is told in other words around them.
const LEAST_OF_DETAILS: f64 = 0.3;

/// Days between the first and the last of a quarter of a year: a time of that length is as good as a date.
const QUARTER: i64 = 91;

/// Finds one date in each claim, which cannot be the same.
pub(super) fn different_date(pair: &Pair<'_>) -> Option<Finding> {
    let (ours, theirs) = (of_claim(&pair.a), of_claim(&pair.b));
    let (a, b) = opposed(&ours, &theirs)?;
    // Two copies of "yesterday" are no difference that a reader could see.
    let written = |side: &Side<'_>, date: &DateMention| date.span.slice(side.text).to_lowercase();
    if compare(a, b) != Some(Relation::Different) || written(&pair.a, a) == written(&pair.b, b) {
        return None;
    }
    // A bare year often belongs to something that is only mentioned beside the event ("after the final of 1991").
    let short = |d: &DateMention| d.days.is_some_and(|(first, last)| last.number() - first.number() <= QUARTER);
    let dated =
        |d: &DateMention| d.month.is_some() || d.day.is_some() || d.weekday.is_some() || d.time.is_some() || short(d);
    // A guessed week or year is not held against the other, unless all else is the same and both give the same parts of a date; a
    // part of a day never is.
    let parts = |d: &DateMention| (d.weekday.is_some(), d.month.is_some(), d.year.is_some(), d.time.is_some());
    let all_else = parts(a) == parts(b) && {
        let words = words(pair);
        same_but_for(&words, &[a.span], &[b.span]) || same_of_subject(pair, &words, &[a.span], &[b.span])
    };
    // Of two days of one week only the year is guessed, and alike: "March 18" and "March 19".
    let named = |d: &DateMention| d.month.is_some() && d.day.is_some();
    let days = named(a) && named(b) && near(a, b);
    let sure = pair.similarity >= LEAST_SIMILARITY && dated(a) && dated(b) && (days || !a.guessed && !b.guessed);
    // Two days of one week for a detail of one event: the week may be a guess, the day is not.
    let weekdays = a.weekday.is_some() && b.weekday.is_some() && near(a, b);
    let one_event =
        pair.a.claim.is_detail() && pair.b.claim.is_detail() && weekdays && pair.similarity >= LEAST_OF_DETAILS;
    let certain = (sure || all_else || one_event)
        && !pair.other_setting(a.span, b.span)
        && !contrast::are_dates_apart(pair, a.span, b.span)
        && !quantity::give_other_figures(pair)
        && (pair.same_certainty() || days && is_planned(&pair.a) && is_planned(&pair.b))
        && (pair.same_polarity() || begins_after((&pair.a, a), b) || begins_after((&pair.b, b), a))
        && a.part == b.part;
    Some(Finding {
        cue_a: Some(a.span),
        cue_b: Some(b.span),
        ..Finding::new(if certain { Stance::Contradicts } else { Stance::Partly }, RuleName::DifferentDate, 0.65)
    })
}

/// Finds the one date of each claim that the other does not give. "On Tuesday a judge set the trial for May 12" and "set May 19 for the
/// trial": of several only two of one form are held against each other.
fn opposed<'p>(ours: &[&'p DateMention], theirs: &[&'p DateMention]) -> Option<(&'p DateMention, &'p DateMention)> {
    if let ([a], [b]) = (ours, theirs) {
        return Some((a, b));
    }
    let form = |d: &DateMention| (d.month.is_some() && d.day.is_some(), d.time.is_some());
    let told = |d: &DateMention| form(d) != (false, false);
    let met = |d: &DateMention, others: &[&DateMention]| {
        others.iter().any(|other| form(other) == form(d) && compare(d, other) != Some(Relation::Different))
    };
    let apart = |dates: &[&'p DateMention], others: &[&DateMention]| -> Vec<&'p DateMention> {
        dates.iter().copied().filter(|d| told(d) && !met(d, others)).collect()
    };
    let (ours, theirs) = (apart(ours, theirs), apart(theirs, ours));
    let ([a], [b]) = (ours.as_slice(), theirs.as_slice()) else { return None };
    (form(a) == form(b)).then_some((*a, *b))
}

/// How many months one day of a month lies behind another where no year tells which comes first.
const HALF_A_YEAR: u8 = 6;

/// Verbs of what lasts: "will not last until Friday" tells when it ends.
const LASTING: &[&str] = &["last", "stay", "remain", "continue", "keep", "hold", "run"];

/// Tells whether a claim denies something up to a date, which lies behind the other: "does not open until May 6" and "opens on May 5". What
/// opens on May 7 did not open before.
fn begins_after((side, date): (&Side<'_>, &DateMention), other: &DateMention) -> bool {
    let tokens = &side.read.tokens;
    let first = side.read.tokens_of(date.span).start;
    let until = first.checked_sub(1).is_some_and(|before| tokens[before].is("until") || tokens[before].is("till"));
    let verbs = || side.claim.content(side.read).filter(|(.., tag)| matches!(tag, Tag::Verb(_)));
    let lasts = verbs().any(|(_, token, _)| lemma(&token.normal).is_some_and(|verb| LASTING.contains(&verb)));
    // Without the year, days of months tell it within half a year.
    let written = |d: &DateMention| d.month.zip(d.day).filter(|_| d.year.is_none());
    let later = match date.days.zip(other.days) {
        Some(((first, _), (_, last))) => last.number() < first.number(),
        None => written(date).zip(written(other)).is_some_and(|((month, (first, _)), (before, (_, last)))| {
            (before, last) < (month, first) && month - before <= HALF_A_YEAR
        }),
    };
    until && later && side.claim.modality.negations.len() == 1 && !lasts && verbs().next().is_some()
}

/// Tells whether a claim tells without doubt what is still to come: "the committee plans to vote", "a vote is set".
fn is_planned(side: &Side<'_>) -> bool {
    let plans = |span: &Span| span.slice(side.text).to_lowercase().starts_with("plan");
    side.claim.modality.hedges.iter().all(plans) && !side.claim.is_of_past(side.read)
}

/// Tells whether two days may lie within a week of one another: a weekday of which only the week is guessed may be one week off.
fn near(a: &DateMention, b: &DateMention) -> bool {
    let reach = if a.guessed || b.guessed { 14 } else { 7 };
    let days = a.days.zip(b.days);
    days.is_none_or(|((a, _), (b, _))| (a.number() - b.number()).abs() < reach)
}

/// Finds that one of two claims of a detail gives it less exactly: "on Monday morning" and "at 4:30 a.m.".
///
/// Whole clauses are not held to it: there "Monday" and "Monday morning" say the same of the event.
pub(super) fn vaguer_date(pair: &Pair<'_>) -> Option<Finding> {
    if !pair.a.claim.is_detail() || !pair.b.claim.is_detail() {
        return None;
    }
    let (ours, theirs) = (of_claim(&pair.a), of_claim(&pair.b));
    let related = |relation: Relation| {
        ours.iter().flat_map(|a| theirs.iter().map(move |b| (*a, *b))).find(|(a, b)| compare(a, b) == Some(relation))
    };
    // "at 10 a.m. on Friday" and "on Friday morning": the same day does not make them as exact.
    let (a, b) = related(Relation::Compatible).or_else(|| {
        let exact = |mentions: &[&DateMention]| mentions.iter().any(|d| d.time.is_some());
        (exact(&ours) != exact(&theirs)).then(|| related(Relation::Same)).flatten()
    })?;
    Some(Finding {
        cue_a: Some(a.span),
        cue_b: Some(b.span),
        ..Finding::new(Stance::Partly, RuleName::VaguerDate, 0.6)
    })
}

fn of_claim<'s>(side: &'s Side<'_>) -> Vec<&'s DateMention> {
    side.dates().collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::stance::testing::assert_stances;
    use crate::testing::disputes;

    #[test]
    fn years_of_one_thing_that_stands_before_contradict() {
        let text = |year: &str, more: &str| {
            format!("The Arden bridge, opened in {year}, has been closed to lorries.\n\n{more}")
        };
        let choir = text("1934", "The choir of the cathedral sang in the evening.");
        assert!(disputes(&choir, &text("1954", "Snow fell on the hills during the night.")));
    }

    #[test]
    fn other_days_of_one_event_contradict() {
        assert_stances(
            different_date,
            &[
                ("The canal reopened on Tuesday.", "The canal reopened on Thursday.", Some(Stance::Contradicts)),
                (
                    "The bridge opens in the first quarter of 2031.",
                    "The bridge opens in the third quarter of 2031.",
                    Some(Stance::Contradicts),
                ),
                ("The bridge opens by the end of 2031.", "The bridge opens in the fourth quarter of 2031.", None),
                ("The mill in Cork closed in 2016.", "The mill in Cork closed in 2018.", Some(Stance::Contradicts)),
                (
                    "The strike of nurses began on Monday.",
                    "The strike of nurses ended on Friday.",
                    Some(Stance::Partly),
                ),
                ("The train does not run on Sunday.", "The train runs on Saturday.", Some(Stance::Partly)),
                ("The canal may reopen on Tuesday.", "The canal reopened on Thursday.", Some(Stance::Partly)),
                ("The canal reopened on Tuesday.", "The canal reopened on Tuesday morning.", None),
                (
                    "The canal reopened on Tuesday night.",
                    "The canal reopened on Friday night.",
                    Some(Stance::Contradicts),
                ),
                (
                    "The canal reopened late on Tuesday night.",
                    "The canal reopened on Wednesday morning.",
                    Some(Stance::Partly),
                ),
                // Of two dates in one claim the day of the month is held against the other's.
                (
                    "On Tuesday a judge set the trial of the abbot for May 12.",
                    "A judge has set May 19 for the trial of the abbot.",
                    Some(Stance::Contradicts),
                ),
                // Denied up to a day is affirmed of it, but for what lasts.
                (
                    "The canal will not reopen until May 6.",
                    "The canal will reopen on May 5.",
                    Some(Stance::Contradicts),
                ),
                ("The canal will not reopen until May 6.", "The canal will reopen on May 7.", Some(Stance::Partly)),
                ("The strike will not last until May 6.", "The strike will last until May 5.", Some(Stance::Partly)),
                // Two plans, one of which is put as one.
                (
                    "The board of the museum plans to vote on the loan on May 6.",
                    "A vote of the museum's board on the loan is set for May 7.",
                    Some(Stance::Contradicts),
                ),
                (
                    "The board of the museum may vote on the loan on May 6.",
                    "A vote of the museum's board on the loan is set for May 7.",
                    Some(Stance::Partly),
                ),
            ],
        );
    }
}
