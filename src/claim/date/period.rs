//! Periods that are neither months nor years: "the first quarter of 2027", "Q1 2027", "the second half of last year", "the end of 2028",
//! and the holidays of a fixed day.
//!
//! A file of its own because they are told by other words than the parts of a date. Limits: a quarter or half needs a year beside it, for
//! games have quarters and halves too; seasons are not read, because they lie at other months in the south; feasts that move are not read.

use super::super::day::Day;
use super::DateMention;
use super::scan::{Read, Reader, blank, year_number};

/// Words before a holiday without a year that show that it tells a time and not an occasion: "by Christmas", not "a Christmas tree".
const BEFORE_HOLIDAY: &[&str] =
    &["by", "before", "until", "till", "since", "at", "after", "over", "for", "last", "next", "this"];

impl Reader<'_> {
    /// Reads a period or a holiday.
    pub(super) fn period(&self, index: usize) -> Read {
        self.part_of_year(index).or_else(|| self.edge(index)).or_else(|| self.holiday(index))
    }

    /// Reads "first quarter of 2027", "Q1 2027", "second half of last year", "H2 2027".
    fn part_of_year(&self, index: usize) -> Read {
        let lexemes = self.lexemes;
        let ordinal = match lexemes.word(index) {
            "first" => 1,
            "second" => 2,
            "third" => 3,
            "fourth" | "final" | "last" => 4,
            _ => 0,
        };
        let noun = index + 1 + usize::from(lexemes.is_hyphen(index + 1));
        let (months, nth, at) = match (lexemes.word(index), lexemes.word(noun)) {
            (_, "quarter") if ordinal > 0 => (3, ordinal, noun + 1),
            (_, "half") if matches!(ordinal, 1 | 2) => (6, ordinal, noun + 1),
            ("q1", _) => (3, 1, index + 1),
            ("q2", _) => (3, 2, index + 1),
            ("q3", _) => (3, 3, index + 1),
            ("q4", _) => (3, 4, index + 1),
            ("h1", _) => (6, 1, index + 1),
            ("h2", _) => (6, 2, index + 1),
            _ => return None,
        };
        let (year, end) = self.year_of(at)?;
        let last = nth * months;
        let days = Some((Day::new(year, last + 1 - months, 1)?, Day::span_of_month(year, last)?.1));
        Some((DateMention { year: Some(year), days, ..blank() }, end))
    }

    /// Reads the year behind a quarter or half: "2027", "of 2027", "of last year"; also before what is counted, as in "Q3 2027 sales".
    fn year_of(&self, at: usize) -> Option<(i32, usize)> {
        let of = at + usize::from(self.lexemes.word(at) == "of");
        if let Some((number, 4)) = self.lexemes.whole(of) {
            return Some((year_number(number)?, of + 1));
        }
        let mut mention = blank();
        let end = self.year_behind(at, &mut mention);
        Some((mention.year?, end))
    }

    /// Reads "end of 2028", "beginning of June", "middle of next week", "end of the year".
    fn edge(&self, index: usize) -> Read {
        let word = self.lexemes.word(index);
        if !matches!(word, "end" | "close" | "beginning" | "start" | "middle") || self.lexemes.word(index + 1) != "of" {
            return None;
        }
        let at = index + 2;
        let (mut mention, end) = self
            .date(at)
            .or_else(|| self.relative(at))
            .or_else(|| self.year(at))
            .or_else(|| self.period_of_publication(at))?;
        if let Some((first, last)) = mention.days {
            let quarter = (last.number() - first.number()) / 4;
            mention.days = Some(match word {
                "end" | "close" => (last.plus(-quarter), last),
                "middle" => (first.plus(quarter), last.plus(-quarter)),
                _ => (first, first.plus(quarter)),
            });
        }
        Some((mention, end))
    }

    /// Reads "the year", "the month": those of the day of publication.
    fn period_of_publication(&self, index: usize) -> Read {
        if self.lexemes.word(index) != "the" {
            return None;
        }
        let days = match self.lexemes.word(index + 1) {
            "year" => self.published.and_then(|published| Day::span_of_year(published.year)),
            "month" => self.published.and_then(|published| Day::span_of_month(published.year, published.month)),
            _ => return None,
        };
        Some((DateMention { days, guessed: true, ..blank() }, index + 2))
    }

    /// Reads "Christmas Day", "New Year's Eve", "Christmas 2025", "by Christmas".
    fn holiday(&self, index: usize) -> Read {
        let lexemes = self.lexemes;
        if !lexemes.is_capital(index) {
            return None;
        }
        let (month, day, at) = match (lexemes.word(index), lexemes.word(index + 1), lexemes.word(index + 2)) {
            ("christmas", "eve", _) => (12, (24, 24), index + 2),
            ("christmas", "day", _) => (12, (25, 25), index + 2),
            ("boxing", "day", _) => (12, (26, 26), index + 2),
            ("new", "year's" | "years", "eve") => (12, (31, 31), index + 3),
            ("new", "year's" | "years", "day") => (1, (1, 1), index + 3),
            ("christmas", ..) => (12, (24, 26), index + 1),
            _ => return None,
        };
        let mut mention = DateMention { month: Some(month), day: Some(day), ..blank() };
        let end = self.year_behind(at, &mut mention);
        let bare = at == index + 1 && end == at;
        if bare && (!BEFORE_HOLIDAY.contains(&lexemes.word_back(index, 1)) || self.is_name_of_more(end)) {
            return None;
        }
        self.resolve(&mut mention);
        Some((mention, end))
    }

    /// Tells whether a word behind a holiday makes it the name of something else: "the Christmas market", "Christmas Island".
    fn is_name_of_more(&self, end: usize) -> bool {
        let next = self.lexemes.word(end);
        let ends = matches!(
            next,
            "" | "and"
                | "or"
                | "but"
                | "the"
                | "a"
                | "an"
                | "in"
                | "at"
                | "on"
                | "to"
                | "for"
                | "with"
                | "because"
                | "when"
                | "if"
                | "as"
                | "he"
                | "she"
                | "they"
                | "it"
                | "we"
                | "i"
                | "said"
                | "says"
                | "will"
                | "is"
                | "was"
        );
        !ends
    }
}
