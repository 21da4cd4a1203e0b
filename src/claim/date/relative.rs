//! Dates that are told from the day of publication: "today", "last week", "late last year", "two years ago".

use super::super::day::Day;
use super::super::number;
use super::scan::{Read, Reader, blank};
use super::{DateMention, PartOfDay, name};

impl Reader<'_> {
    /// Reads "early 2022", "mid-May", "late Tuesday", "earlier this week".
    pub(super) fn modified(&self, index: usize) -> Read {
        let word = self.lexemes.word(index);
        if !matches!(word, "early" | "mid" | "late" | "earlier" | "later") {
            return None;
        }
        let at = index + 1 + usize::from(self.lexemes.is_hyphen(index + 1));
        let (mut mention, end) = self.date(at).or_else(|| self.relative(at)).or_else(|| self.year(at))?;
        if let Some((first, last)) = mention.days {
            let half = (last.number() - first.number()) / 2;
            if half == 0 {
                mention.part = mention.part.or(match word {
                    "early" => Some(PartOfDay::Morning),
                    "late" => Some(PartOfDay::Evening),
                    _ => None,
                });
            } else {
                mention.days = Some(match word {
                    "early" => (first, first.plus(half)),
                    "mid" => (first.plus(half / 2), last.plus(-half / 2)),
                    "late" => (first.plus(half), last),
                    _ => (first, last),
                });
            }
        }
        Some((mention, end))
    }

    /// Reads "today", "last night", "this week", "next year", "last Tuesday", "last April".
    pub(super) fn relative(&self, index: usize) -> Read {
        let word = self.lexemes.word(index);
        let word = word.strip_suffix("'s").unwrap_or(word);
        let day = |shift: i64| self.published.map(|published| (published.plus(shift), published.plus(shift)));
        let known = match word {
            "today" if self.lexemes.word_back(index, 1) != "usa" => Some((day(0), None)),
            "tonight" => Some((day(0), Some(PartOfDay::Night))),
            "yesterday" => Some((day(-1), None)),
            "tomorrow" => Some((day(1), None)),
            _ => None,
        };
        if let Some((days, part)) = known {
            let mut mention = DateMention { days, ..blank() };
            let end = self.part_of_day(index + 1, &mut mention);
            mention.part = mention.part.or(part);
            return Some((mention, end));
        }
        let shift = match word {
            "last" => -1,
            "this" => 0,
            "next" => 1,
            _ => return None,
        };
        // "the last year" is a duration
        if self.lexemes.word_back(index, 1) == "the" {
            return None;
        }
        let unit = self.lexemes.word(index + 1);
        let unit = unit.strip_suffix("'s").unwrap_or(unit);
        let mut mention = blank();
        match unit {
            "year" => {
                mention.days = self.published.and_then(|published| Day::span_of_year(published.year + shift));
                mention.year = self.published.map(|published| published.year + shift);
            }
            "month" => mention.days = self.published.and_then(|published| month_beside(published, shift)),
            "week" => {
                mention.days = self.published.map(|published| {
                    let monday = published.plus(-i64::from(published.weekday().0) + 7 * i64::from(shift));
                    (monday, monday.plus(6))
                });
            }
            "weekend" => {
                mention.days = self.published.map(|published| {
                    let saturday = published.plus(5 - i64::from(published.weekday().0) + 7 * i64::from(shift));
                    (saturday, saturday.plus(1))
                });
                mention.guessed = true;
            }
            "night" if shift == -1 => {
                mention.days = day(-1);
                mention.part = Some(PartOfDay::Night);
            }
            "morning" | "afternoon" | "evening" if shift == 0 => {
                mention.days = day(0);
                mention.part = name::part_of_day(unit);
            }
            _ => return self.weekday_led(index + 1).or_else(|| self.month_led(index + 1)),
        }
        Some((mention, index + 2))
    }

    /// Reads "two years ago", "a week ago".
    pub(super) fn ago(&self, index: usize) -> Read {
        let (count, at) = match self.lexemes.word(index) {
            "a" | "an" | "one" => (1, index + 1),
            _ => {
                let number = number::read(self.lexemes, index, false)?;
                if number.form != number::Form::Plain || number.value > 1000.0 || number.value.fract() != 0.0 {
                    return None;
                }
                (number.value as i32, number.end)
            }
        };
        if self.lexemes.word(at + 1) != "ago" {
            return None;
        }
        let unit = self.lexemes.word(at);
        let unit = unit.strip_suffix('s').unwrap_or(unit);
        if !matches!(unit, "hour" | "day" | "week" | "month" | "year" | "decade") {
            return None;
        }
        let days = self.published.and_then(|published| {
            let back = |days: i64, spread: i64| Some((published.plus(-days - spread), published.plus(spread - days)));
            match unit {
                "hour" => back(i64::from(count) / 24, i64::from(count % 24 > 0)),
                "day" => back(i64::from(count), 0),
                "week" => back(7 * i64::from(count), 3),
                "month" => month_beside(published, -count),
                "year" => Day::span_of_year(published.year - count),
                _ => Some((
                    Day::new(published.year - 10 * count - 2, 1, 1)?,
                    Day::new(published.year - 10 * count + 2, 12, 31)?,
                )),
            }
        });
        Some((DateMention { days, guessed: true, ..blank() }, at + 2))
    }
}

fn month_beside(day: Day, shift: i32) -> Option<(Day, Day)> {
    let months = day.year * 12 + i32::from(day.month) - 1 + shift;
    // the remainder is below 12
    Day::span_of_month(months.div_euclid(12), months.rem_euclid(12) as u8 + 1)
}
