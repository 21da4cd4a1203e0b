//! Days of the calendar: from a date to a running number and back, weekdays, and reading publication dates.
//!
//! The algorithms are Howard Hinnant's `days_from_civil` and `civil_from_days` (proleptic Gregorian calendar).
//! Limits: years -9999 to 9999; time zones of publication dates are not applied: the day as written counts.

/// A day of the Gregorian calendar; ordered by time.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Day {
    /// Year, negative before the common era.
    pub year: i32,
    /// Month, 1 to 12.
    pub month: u8,
    /// Day of the month, from 1.
    pub day: u8,
}

/// A day of the week: 0 for Monday to 6 for Sunday.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Weekday(pub u8);

impl Day {
    /// Makes a day; `None` when the calendar has no such day.
    pub fn new(year: i32, month: u8, day: u8) -> Option<Self> {
        let fits = (-9999..=9999).contains(&year) && (1..=12).contains(&month) && day >= 1;
        (fits && day <= month_length(year, month)).then_some(Self { year, month, day })
    }

    /// Reads an RFC 3339 date or date-time, of which only the date counts.
    ///
    /// ```
    /// use news_compare::claim::day::Day;
    ///
    /// assert_eq!(Day::parse("2026-01-12T09:30:00Z"), Day::new(2026, 1, 12));
    /// assert_eq!(Day::parse("12.1.2026"), None);
    /// ```
    pub fn parse(published: &str) -> Option<Self> {
        let date = published.trim().get(..10)?;
        let rest = published.trim().get(10..)?;
        let shape = date.bytes().enumerate().all(|(at, byte)| match at {
            4 | 7 => byte == b'-',
            _ => byte.is_ascii_digit(),
        });
        if !shape || !(rest.is_empty() || rest.starts_with(['T', 't', ' '])) {
            return None;
        }
        Self::new(date.get(..4)?.parse().ok()?, date.get(5..7)?.parse().ok()?, date.get(8..)?.parse().ok()?)
    }

    /// Returns the days since 1 January 1970, negative before.
    pub fn number(self) -> i64 {
        let year = i64::from(self.year) - i64::from(self.month <= 2);
        let era = year.div_euclid(400);
        let year_of_era = year.rem_euclid(400);
        let month = (i64::from(self.month) + 9) % 12;
        let day_of_year = (153 * month + 2) / 5 + i64::from(self.day) - 1;
        let day_of_era = year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year;
        era * 146_097 + day_of_era - 719_468
    }

    /// Returns the day so many days later, earlier for negative numbers; stays at the ends of the calendar.
    pub fn plus(self, days: i64) -> Self {
        let number = (self.number().saturating_add(days)).clamp(-4_371_222, 2_932_896) + 719_468;
        let era = number.div_euclid(146_097);
        let day_of_era = number.rem_euclid(146_097);
        let year_of_era = (day_of_era - day_of_era / 1460 + day_of_era / 36_524 - day_of_era / 146_096) / 365;
        let day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
        let shifted = (5 * day_of_year + 2) / 153;
        let day = day_of_year - (153 * shifted + 2) / 5 + 1;
        let month = if shifted < 10 { shifted + 3 } else { shifted - 9 };
        let year = year_of_era + era * 400 + i64::from(month <= 2);
        // the clamp keeps the year in four digits, month and day are small by construction
        Self { year: year as i32, month: month as u8, day: day as u8 }
    }

    /// Returns the day of the week.
    pub fn weekday(self) -> Weekday {
        // 1 January 1970 was a Thursday; the remainder is below 7
        Weekday((self.number() + 3).rem_euclid(7) as u8)
    }

    /// Returns first and last day of a year; `None` outside the calendar.
    pub fn span_of_year(year: i32) -> Option<(Self, Self)> {
        Some((Self::new(year, 1, 1)?, Self::new(year, 12, 31)?))
    }

    /// Returns first and last day of a month; `None` when there is no such month.
    pub fn span_of_month(year: i32, month: u8) -> Option<(Self, Self)> {
        let first = Self::new(year, month, 1)?;
        Some((first, Self { day: month_length(year, month), ..first }))
    }
}

fn month_length(year: i32, month: u8) -> u8 {
    match month {
        4 | 6 | 9 | 11 => 30,
        2 if year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) => 29,
        2 => 28,
        _ => 31,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_go_to_numbers_and_back() {
        for number in (-800_000..2_900_000).step_by(997) {
            let day = Day { year: 1970, month: 1, day: 1 }.plus(number);
            assert_eq!(day.number(), number);
            assert_eq!(Day::new(day.year, day.month, day.day), Some(day));
        }
        assert_eq!(Day { year: 2024, month: 2, day: 28 }.plus(2), Day { year: 2024, month: 3, day: 1 });
    }

    #[test]
    fn weekdays_are_those_of_the_calendar() {
        assert_eq!(Day { year: 2026, month: 1, day: 12 }.weekday(), Weekday(0));
        assert_eq!(Day { year: 2013, month: 7, day: 2 }.weekday(), Weekday(1));
        assert_eq!(Day { year: 1600, month: 2, day: 29 }.weekday(), Weekday(1));
    }

    #[test]
    fn only_real_days_are_read() {
        assert_eq!(Day::parse(" 2023-03-03 "), Day::new(2023, 3, 3));
        for wrong in ["2023-02-29", "2023-13-01", "2023-3-3", "2023-03-03x", "", "été 2023 …", "2023-03-0é"] {
            assert_eq!(Day::parse(wrong), None, "{wrong}");
        }
    }
}
