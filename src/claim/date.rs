//! Dates and clock times in a sentence, resolved to days of the calendar where they can be.
//!
//! A mention keeps what was written ("Tuesday", "July 2") beside the days it was resolved to, because the first is sure
//! and the second may lean on the day of publication. Limits: English; seasons, feasts that move and "the next day" are
//! not read; dates such as 02/07/2013 keep only their year, as writers differ in which part is the month.

mod clock;
mod name;
mod period;
mod published;
mod relative;
mod scan;

use super::day::{Day, Weekday};
use super::quantity::Relation;
use crate::span::Span;
pub use clock::ClockTime;
pub use published::published;
pub use scan::find;
pub(in crate::claim) use scan::find_in;

/// A part of a day, as in "Wednesday afternoon".
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PartOfDay {
    /// Also "early Sunday".
    Morning,
    /// From noon.
    Afternoon,
    /// Also "late Sunday".
    Evening,
    /// Also "overnight".
    Night,
}

impl PartOfDay {
    /// Tells whether two parts follow one another, so that one report may count to the one what another counts to the next.
    fn touch(a: Self, b: Self) -> bool {
        (a as u8).abs_diff(b as u8) % 2 == 1
    }
}

/// A date or clock time as an article mentions it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DateMention {
    /// The words, without a preposition.
    pub span: Span,
    /// First and last day that is meant, when it can be known.
    pub days: Option<(Day, Day)>,
    /// Tells that `days` leans on a guess from the day of publication (which week, which year).
    pub guessed: bool,
    /// The year as written.
    pub year: Option<i32>,
    /// The month as written, 1 to 12.
    pub month: Option<u8>,
    /// First and last day of the month as written; equal unless it is a range ("January 22-23").
    pub day: Option<(u8, u8)>,
    /// The day of the week as written.
    pub weekday: Option<Weekday>,
    /// The part of the day as written.
    pub part: Option<PartOfDay>,
    /// A clock time; then all of the above is `None`.
    pub time: Option<ClockTime>,
}

/// Tells whether a word names a month or a day of the week.
pub(in crate::claim) fn is_calendar(word: &str) -> bool {
    name::weekday(word).is_some() || name::month(word).is_some()
}

impl DateMention {
    fn at(span: Span) -> Self {
        Self {
            span,
            days: None,
            guessed: false,
            year: None,
            month: None,
            day: None,
            weekday: None,
            part: None,
            time: None,
        }
    }

    /// Tells whether nothing but a part of the day is given: "in the early hours".
    fn is_part_alone(&self) -> bool {
        self.part.is_some()
            && self.days.is_none()
            && (self.year, self.month, self.day, self.weekday) == (None, None, None, None)
    }

    /// Tells whether the day fits everything that was written.
    fn fits(&self, day: Day) -> bool {
        self.year.is_none_or(|year| year == day.year)
            && self.month.is_none_or(|month| month == day.month)
            && self.day.is_none_or(|(first, last)| (first..=last).contains(&day.day))
            && self.weekday.is_none_or(|weekday| weekday == day.weekday())
    }
}

/// Compares two mentions: can they mean the same day, month, year or time?
///
/// `Same` when they mean the same days or minute; `Compatible` when one can lie in the other ("2012" and "April 2012",
/// "Monday" and a date that is a Monday); `Different` when they cannot; `None` when nothing can be said ("yesterday" in
/// an article without date, a day and a clock time).
pub fn compare(a: &DateMention, b: &DateMention) -> Option<Relation> {
    match (a.time, b.time) {
        (Some(a), Some(b)) => return clock::compare(a, b),
        (None, None) => {}
        (Some(time), None) => return b.part.and_then(|part| clock::compare_with_part(time, part)),
        (None, Some(time)) => return a.part.and_then(|part| clock::compare_with_part(time, part)),
    }
    // "the early hours" and "Monday morning": a part alone can be that of any day.
    if let (Some(a_part), Some(b_part)) = (a.part, b.part)
        && (a.is_part_alone() || b.is_part_alone())
    {
        let both = a.is_part_alone() && b.is_part_alone();
        return Some(match (a_part == b_part, both) {
            (true, true) => Relation::Same,
            (true, false) => Relation::Compatible,
            (false, _) if PartOfDay::touch(a_part, b_part) => Relation::Compatible,
            (false, _) => Relation::Different,
        });
    }
    let relation = match (a.days, b.days) {
        (Some(a_days), Some(b_days)) => compare_days(a, a_days, b, b_days),
        (Some(days), None) => compare_written(days, b),
        (None, Some(days)) => compare_written(days, a),
        (None, None) => compare_parts(a, b),
    }?;
    let other_part = a.part.zip(b.part).is_some_and(|(a, b)| a != b);
    Some(if relation == Relation::Same && other_part { Relation::Different } else { relation })
}

fn compare_days(a: &DateMention, a_days: (Day, Day), b: &DateMention, b_days: (Day, Day)) -> Option<Relation> {
    if a_days == b_days {
        return Some(Relation::Same);
    }
    if a_days.0 <= b_days.1 && b_days.0 <= a_days.1 {
        return Some(Relation::Compatible);
    }
    // a guess may be off by a week or a year; what was written may not
    let guess_explains = (a.guessed && a.fits_somewhere(b_days)) || (b.guessed && b.fits_somewhere(a_days));
    Some(if guess_explains { Relation::Compatible } else { Relation::Different })
}

impl DateMention {
    fn fits_somewhere(&self, (first, last): (Day, Day)) -> bool {
        /// Every combination of month, day and weekday without a year comes up within 40 years.
        const LONGEST: i64 = 40 * 366;
        let length = (last.number() - first.number()).min(LONGEST);
        (0..=length).any(|days| self.fits(first.plus(days)))
    }
}

fn compare_written(days: (Day, Day), written: &DateMention) -> Option<Relation> {
    let says_nothing =
        written.year.is_none() && written.month.is_none() && written.day.is_none() && written.weekday.is_none();
    if says_nothing {
        return None;
    }
    Some(if written.fits_somewhere(days) { Relation::Compatible } else { Relation::Different })
}

/// Compares what was written, part by part, when neither is resolved.
fn compare_parts(a: &DateMention, b: &DateMention) -> Option<Relation> {
    let overlap = a.day.zip(b.day).map(|(a, b)| a.0 <= b.1 && b.0 <= a.1);
    let shared = [
        a.year.zip(b.year).map(|(a, b)| a == b),
        a.month.zip(b.month).map(|(a, b)| a == b),
        overlap,
        a.weekday.zip(b.weekday).map(|(a, b)| a == b),
    ];
    if shared.contains(&Some(false)) {
        return Some(Relation::Different);
    }
    if shared.iter().all(Option::is_none) {
        return None;
    }
    let equal = (a.year, a.month, a.day, a.weekday) == (b.year, b.month, b.day, b.weekday);
    Some(if equal { Relation::Same } else { Relation::Compatible })
}

#[cfg(test)]
mod tests;
