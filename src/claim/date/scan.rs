//! Finds dates in a sentence and resolves them by the day of publication.
//!
//! Limits: a bare month ("in September") or day without year is taken for the nearest in the past unless it lies within
//! two months ahead; a bare weekday for the last one, or for the next one where the words before speak of the future.

use super::super::day::{Day, Weekday};
use super::super::lexeme::{Kind, Lexemes};
use super::{DateMention, PartOfDay, clock, name};
use crate::span::Span;

/// A date without year lies at most so many days after publication; later ones are taken for last year's.
const FARTHEST_AHEAD_IN_DAYS: i64 = 62;
/// So many words before a weekday are searched for signs of the future ("will", "next").
const FUTURE_REACH: usize = 10;

/// Finds the dates and clock times in the part `span` of a text, in order; `published` resolves "yesterday" and the like.
///
/// ```
/// use news_compare::{Span, claim::{date, day::Day}};
///
/// let text = "The leaders spoke on Monday, January 12, 2026.";
/// let mentions = date::find(text, Span::new(0, text.len()), None);
/// assert_eq!(mentions[0].span.slice(text), "Monday, January 12, 2026");
/// assert_eq!(mentions[0].days, Day::new(2026, 1, 12).map(|day| (day, day)));
/// ```
pub fn find(text: &str, span: Span, published: Option<Day>) -> Vec<DateMention> {
    find_in(&Lexemes::read(text, span), published)
}

/// Finds the dates in a sentence that is read already.
pub(in crate::claim) fn find_in(lexemes: &Lexemes, published: Option<Day>) -> Vec<DateMention> {
    let reader = Reader { lexemes, published };
    let mut mentions = Vec::new();
    let mut index = 0;
    while index < lexemes.len() {
        match reader.mention(index) {
            Some((mut mention, end)) => {
                mention.span = lexemes.span(index, end);
                mentions.push(mention);
                index = end.max(index + 1);
            }
            None => index += 1,
        }
    }
    mentions
}

/// Reads the mentions of one sentence.
pub(super) struct Reader<'l> {
    /// The sentence.
    pub(super) lexemes: &'l Lexemes,
    /// The day of publication.
    pub(super) published: Option<Day>,
}

/// A mention, its span still blank, with the index past its end.
pub(super) type Read = Option<(DateMention, usize)>;

impl Reader<'_> {
    /// Reads the mention that begins at the index, with the index past its end.
    fn mention(&self, index: usize) -> Read {
        if let Some((time, end)) = clock::read(self.lexemes, index) {
            return Some((DateMention { time: Some(time), ..blank() }, end));
        }
        self.modified(index)
            .or_else(|| self.period(index))
            .or_else(|| self.date(index))
            .or_else(|| self.relative(index))
            .or_else(|| self.ago(index))
            .or_else(|| self.year(index))
            .or_else(|| self.hours(index))
    }

    /// Reads "the early hours of Monday", "the early hours of the morning", "dawn", "in the afternoon".
    fn hours(&self, index: usize) -> Read {
        let lexemes = self.lexemes;
        if lexemes.has_words(index, &["early", "hours"]) || lexemes.has_words(index, &["small", "hours"]) {
            let after = index + 2 + 2 * usize::from(lexemes.has_words(index + 2, &["of", "the"]));
            let of = index + 2 + usize::from(lexemes.word(index + 2) == "of");
            let day = self.date(of).or_else(|| self.relative(of)).filter(|_| of > index + 2);
            let (mut mention, end) = day.unwrap_or_else(|| {
                let end = after + usize::from(after > index + 2 && lexemes.word(after) == "morning");
                (blank(), if end > after { end } else { index + 2 })
            });
            mention.part = Some(PartOfDay::Morning);
            return Some((mention, end));
        }
        let part = match lexemes.word(index) {
            "dawn" | "daybreak" => PartOfDay::Morning,
            "dusk" | "nightfall" => PartOfDay::Evening,
            word => {
                // "the night of the vote" names an occasion, "in the morning" a time.
                let adverbial = lexemes.word_back(index, 1) == "the"
                    && matches!(lexemes.word_back(index, 2), "in" | "during")
                    && lexemes.word(index + 1) != "of";
                name::part_of_day(word).filter(|_| adverbial)?
            }
        };
        Some((DateMention { part: Some(part), ..blank() }, index + 1))
    }

    pub(super) fn date(&self, index: usize) -> Read {
        self.numeric(index)
            .or_else(|| self.weekday_led(index))
            .or_else(|| self.month_led(index))
            .or_else(|| self.day_led(index))
    }

    /// Reads "2013-07-02", "2013/07/02" and "02/07/2013"; where day and month cannot be told apart only the year.
    fn numeric(&self, index: usize) -> Read {
        let sign = |at: usize, c: char| {
            self.lexemes.is_sign(at, c) && self.lexemes.is_glued(at) && self.lexemes.is_glued(at + 1)
        };
        let whole = |at: usize| self.lexemes.whole(at);
        let first = whole(index)?;
        let dashes = sign(index + 1, '-') && sign(index + 3, '-');
        let slashes = sign(index + 1, '/') && sign(index + 3, '/');
        if !(dashes || slashes) || sign(index + 5, '-') || sign(index + 5, '/') {
            return None;
        }
        let (second, third) = (whole(index + 2)?, whole(index + 4)?);
        let (year, parts) = match (first.1, third.1) {
            (4, 1 | 2) => (first.0, (Some(second.0), Some(third.0))),
            (1 | 2, 4) if slashes => {
                let (a, b) = (first.0, second.0);
                let parts = match (a <= 12, b <= 12) {
                    (true, true) if a != b => (None, None),
                    (true, _) => (Some(a), Some(b)),
                    (false, _) => (Some(b), Some(a)),
                };
                (third.0, parts)
            }
            _ => return None,
        };
        let year = year_number(year)?;
        let mut mention = DateMention { year: Some(year), ..blank() };
        match parts {
            (Some(month), Some(day)) => {
                let day = Day::new(year, u8::try_from(month).ok()?, u8::try_from(day).ok()?)?;
                mention.month = Some(day.month);
                mention.day = Some((day.day, day.day));
                mention.days = Some((day, day));
            }
            _ => mention.days = Day::span_of_year(year),
        }
        Some((mention, index + 5))
    }

    /// Reads a weekday, with the date behind it: "Tue Jul 2,2013", "Wednesday 03 July 2013", "Wednesday afternoon".
    pub(super) fn weekday_led(&self, index: usize) -> Read {
        let (weekday, whole_name) =
            name::weekday(self.lexemes.word(index)).filter(|_| self.lexemes.is_capital(index))?;
        let mut at = index + 1;
        if !whole_name && self.lexemes.is_sign(at, '.') {
            at += 1;
        }
        let date_at = at + usize::from(self.lexemes.is_sign(at, ','));
        if let Some((mut mention, end)) = self.month_led(date_at).or_else(|| self.day_led(date_at))
            && mention.day.is_some_and(|(first, last)| first == last)
        {
            mention.weekday = Some(weekday);
            self.resolve(&mut mention);
            return Some((mention, end));
        }
        let named = matches!(
            self.lexemes.word_back(index, 1),
            "black" | "good" | "super" | "bloody" | "ash" | "cyber" | "palm" | "easter" | "giving"
        );
        if !whole_name || named {
            return None;
        }
        let mut mention = DateMention { weekday: Some(weekday), ..blank() };
        let end = self.part_of_day(at, &mut mention);
        if let Some(published) = self.published {
            let day = self.weekday_near(weekday, published, index);
            mention.days = Some((day, day));
            mention.guessed = true;
        }
        Some((mention, end))
    }

    /// Picks the day that a weekday means: the last one up to publication, or the next one after words of the future.
    fn weekday_near(&self, weekday: Weekday, published: Day, index: usize) -> Day {
        let back = i64::from(7 + published.weekday().0 - weekday.0) % 7;
        let ahead = match 7 - back {
            days if self.lexemes.word_back(index, 1) == "next" => Some(days),
            days if back > 0 && self.speaks_of_future(index) => Some(days),
            _ => None,
        };
        match ahead {
            Some(days) => published.plus(days),
            None if back == 0 && self.lexemes.word_back(index, 1) == "last" => published.plus(-7),
            None => published.plus(-back),
        }
    }

    fn speaks_of_future(&self, index: usize) -> bool {
        (1..=FUTURE_REACH).any(|places| {
            matches!(
                self.lexemes.word_back(index, places),
                "will" | "coming" | "upcoming" | "scheduled" | "due" | "expected" | "plans" | "planned" | "set"
            )
        })
    }

    pub(super) fn part_of_day(&self, at: usize, mention: &mut DateMention) -> usize {
        mention.part = name::part_of_day(self.lexemes.word(at));
        at + usize::from(mention.part.is_some())
    }

    /// Reads the month at the index: its number, the index past it, and whether it is written out.
    fn month(&self, index: usize) -> Option<(u8, usize, bool)> {
        let (month, whole_name) = name::month(self.lexemes.word(index)).filter(|_| self.lexemes.is_capital(index))?;
        let stop = !whole_name && self.lexemes.is_sign(index + 1, '.') && self.lexemes.is_glued(index + 1);
        Some((month, index + 1 + usize::from(stop), whole_name))
    }

    /// Reads a day of the month, "2", "2nd", "22-23"; not "June 12 people died".
    fn day_of_month(&self, index: usize) -> Option<((u8, u8), usize)> {
        let (first, end) = self.one_day(index)?;
        let joined = self.lexemes.is_hyphen(end) || matches!(self.lexemes.word(end), "to" | "and");
        if joined && let Some((last, range_end)) = self.one_day(end + 1).filter(|(last, _)| *last > first) {
            return Some(((first, last), range_end));
        }
        Some(((first, first), end))
    }

    fn one_day(&self, index: usize) -> Option<(u8, usize)> {
        let (day, digits) = self.lexemes.whole(index)?;
        let day = u8::try_from(day).ok().filter(|day| digits <= 2 && (1..=31).contains(day))?;
        let suffix =
            self.lexemes.is_glued(index + 1) && matches!(self.lexemes.word(index + 1), "st" | "nd" | "rd" | "th");
        let end = index + 1 + usize::from(suffix);
        let glued_word = self.lexemes.is_glued(end) && !self.lexemes.word(end).is_empty();
        let time = self.lexemes.is_sign(end, ':') || self.lexemes.is_sign(end, '%');
        (!glued_word && !time && !self.counts_something(end)).then_some((day, end))
    }

    /// Tells whether the number before the index counts what follows: "people", "houses", "percent".
    fn counts_something(&self, index: usize) -> bool {
        let word = self.lexemes.word(index);
        let plural =
            word.len() > 3 && word.ends_with('s') && !word.ends_with("ss") && !matches!(word, "across" | "this");
        let small = !self.lexemes.is_capital(index);
        small
            && (plural
                || matches!(
                    word,
                    "people"
                        | "percent"
                        | "dead"
                        | "injured"
                        | "men"
                        | "women"
                        | "children"
                        | "million"
                        | "billion"
                        | "bn"
                ))
    }

    pub(super) fn month_led(&self, index: usize) -> Read {
        let (month, at, whole_name) = self.month(index)?;
        let mut mention = DateMention { month: Some(month), ..blank() };
        let mut end = at;
        if let Some((day, day_end)) = self.day_of_month(at) {
            mention.day = Some(day);
            end = day_end;
        }
        end = self.year_behind(end, &mut mention);
        if mention.day.is_none() && mention.year.is_none() {
            let hyphen = usize::from(index > 0 && self.lexemes.is_hyphen(index - 1));
            let direction = self.lexemes.word_back(index, 1 + hyphen);
            let introduced = matches!(
                direction,
                "in" | "since"
                    | "until"
                    | "till"
                    | "by"
                    | "of"
                    | "from"
                    | "to"
                    | "through"
                    | "during"
                    | "before"
                    | "after"
                    | "last"
                    | "next"
                    | "this"
                    | "early"
                    | "late"
                    | "mid"
                    | "between"
                    | "and"
                    | "for"
            );
            // a person may be called April; "may" and "march" are words, but then without a capital
            if !whole_name || !introduced || self.lexemes.is_capital(end) {
                return None;
            }
        }
        self.resolve(&mut mention);
        Some((mention, end))
    }

    /// Reads "12 January 2026", "2nd of July", "22-23 January".
    fn day_led(&self, index: usize) -> Read {
        let (day, end) = self.day_of_month(index)?;
        let of = usize::from(self.lexemes.word(end) == "of");
        let (month, at, _) = self.month(end + of)?;
        let mut mention = DateMention { month: Some(month), day: Some(day), ..blank() };
        let end = self.year_behind(at, &mut mention);
        self.resolve(&mut mention);
        Some((mention, end))
    }

    /// Takes the year behind a month or day: ", 2026", "2012", "last year", "of this year".
    pub(super) fn year_behind(&self, at: usize, mention: &mut DateMention) -> usize {
        let year_at = at + usize::from(self.lexemes.is_sign(at, ','));
        if let Some(year) =
            self.lexemes.whole(year_at).filter(|(_, digits)| *digits == 4).and_then(|(y, _)| year_number(y))
            && !self.counts_something(year_at + 1)
        {
            mention.year = Some(year);
            return year_at + 1;
        }
        let relative_at = at + usize::from(self.lexemes.word(at) == "of");
        let shift = match self.lexemes.word(relative_at) {
            "last" => -1,
            "this" => 0,
            "next" => 1,
            _ => return at,
        };
        if self.lexemes.word(relative_at + 1) != "year" {
            return at;
        }
        mention.year = self.published.map(|published| published.year + shift);
        relative_at + 2
    }

    /// Fills `days` from what was written and the day of publication.
    pub(super) fn resolve(&self, mention: &mut DateMention) {
        let Some(month) = mention.month else { return };
        let in_year = |year: i32| match mention.day {
            Some((first, last)) => Some((Day::new(year, month, first)?, Day::new(year, month, last)?)),
            None => Day::span_of_month(year, month),
        };
        if let Some(year) = mention.year {
            mention.days = in_year(year);
            return;
        }
        let Some(published) = self.published else { return };
        let years = [published.year + 1, published.year, published.year - 1];
        let fits_weekday = |days: &(Day, Day)| mention.weekday.is_none_or(|weekday| days.0.weekday() == weekday);
        let near = |days: &(Day, Day)| days.0.number() - published.number() <= FARTHEST_AHEAD_IN_DAYS;
        mention.days = years.into_iter().filter_map(in_year).filter(near).find(fits_weekday);
        mention.guessed = mention.days.is_some();
    }

    /// Reads a bare year, a decade ("the 1990s") or a span of years ("2020-21").
    pub(super) fn year(&self, index: usize) -> Read {
        let (number, digits) = self.lexemes.whole(index)?;
        if digits != 4 {
            return None;
        }
        if self.lexemes.is_glued(index + 1) && matches!(self.lexemes.word(index + 1), "s" | "'s") {
            let first = year_number(number).filter(|year| year % 10 == 0)?;
            let length = if first % 100 == 0 && first < 2000 { 99 } else { 9 };
            let days = Day::new(first, 1, 1).zip(Day::new(first + length, 12, 31));
            return Some((DateMention { days, ..blank() }, index + 2));
        }
        let year = year_number(number)?;
        // "in 1838", but not "1838 houses"
        let introduced = matches!(
            self.lexemes.word_back(index, 1),
            "in" | "since" | "of" | "until" | "by" | "from" | "between" | "before"
        );
        let likely = (1900..=2099).contains(&year) || (introduced && year < 1900);
        if !likely {
            return None;
        }
        let glued_before = self.lexemes.is_glued(index)
            && index > 0
            && !matches!(
                self.lexemes.get(index - 1).map(|before| before.kind),
                Some(Kind::Sign('(' | ',' | '"' | '“' | '‘' | '[' | '/' | '—' | '–'))
            )
            && self.lexemes.word_back(index, 2) != "mid"
            && self.lexemes.word_back(index, 2) != "pre"
            && self.lexemes.word_back(index, 2) != "post";
        let next = index + 1;
        let glued_word = self.lexemes.is_glued(next) && !self.lexemes.word(next).is_empty();
        let unit_follows = self.lexemes.is_hyphen(next) && !self.lexemes.word(next + 1).is_empty()
            || self.lexemes.is_sign(next, '%')
            || matches!(
                self.lexemes.word(next),
                "km" | "ft" | "kg" | "mph" | "meter" | "foot" | "feet" | "mile" | "degree"
            );
        let money =
            index > 0 && matches!(self.lexemes.get(index - 1).map(|l| l.kind), Some(Kind::Sign('$' | '€' | '£' | '#')));
        if glued_before || glued_word || unit_follows || money || self.counts_something(next) {
            return None;
        }
        let mut mention = DateMention { year: Some(year), days: Day::span_of_year(year), ..blank() };
        if self.lexemes.is_hyphen(next)
            && let Some((last, digits)) = self.lexemes.whole(next + 1)
        {
            let last = i32::try_from(last).unwrap_or(0) + if digits == 2 { year / 100 * 100 } else { 0 };
            if last > year && last <= 2100 {
                mention.year = None;
                mention.days = Day::new(year, 1, 1).zip(Day::new(last, 12, 31));
                return Some((mention, next + 2));
            }
        }
        Some((mention, next))
    }
}

/// Makes a mention in which nothing is known.
pub(super) fn blank() -> DateMention {
    DateMention::at(Span::new(0, 0))
}

pub(super) fn year_number(number: u32) -> Option<i32> {
    i32::try_from(number).ok().filter(|year| (1000..=2999).contains(year))
}
