//! Numbers, dates and plural forms as the reader's language and region write them.
//!
//! In the browser `Intl` does the work. Where there is none (tests, rendering outside a browser) [`plain`] gives the same for
//! plain English and Spanish; it knows no regions. The days of articles are shown as written, never shifted to the reader's time.

use crate::language::Language;

/// A language with the region that numbers and dates follow.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Locale {
    /// The language of the words.
    pub language: Language,
    /// Its BCP 47 tag for `Intl`: language, script and region, nothing that `Intl` could refuse.
    pub tag: String,
}

impl Locale {
    /// Returns the locale of a language without a region.
    pub fn of(language: Language) -> Self {
        Self { language, tag: language.tag().to_owned() }
    }

    /// Reads a BCP 47 tag; English for one whose language the program does not speak.
    pub fn of_tag(tag: &str) -> Self {
        let Some(language) = Language::of_tag(tag) else { return Self::of(Language::default()) };
        let mut locale = Self::of(language);
        let mut subtags = tag.trim().split(['-', '_']).skip(1).peekable();
        let letters = |subtag: &str| subtag.bytes().all(|byte| byte.is_ascii_alphabetic());
        let digits = |subtag: &str| subtag.bytes().all(|byte| byte.is_ascii_digit());
        if let Some(script) = subtags.next_if(|subtag| subtag.len() == 4 && letters(subtag)) {
            locale.tag = format!("{}-{script}", locale.tag);
        }
        let is_region = |subtag: &&str| subtag.len() == 2 && letters(subtag) || subtag.len() == 3 && digits(subtag);
        if let Some(region) = subtags.next_if(is_region) {
            locale.tag = format!("{}-{region}", locale.tag);
        }
        locale
    }
}

/// Which form of a word goes with a count, by the plural categories of Unicode CLDR that our languages have.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Plural {
    /// "1 claim".
    One,
    /// Spanish for whole millions: "1.000.000 de afirmaciones".
    Many,
    /// "2 claims".
    Other,
}

/// Reads a day of the calendar from the start of an RFC 3339 date or date-time: year, month, day.
fn calendar_day(published: &str) -> Option<(u16, u8, u8)> {
    let date = published.trim().split(['T', 't', ' ']).next()?;
    let mut parts = date.split('-');
    let (year, month, day) = (parts.next()?, parts.next()?, parts.next()?);
    let is_date = parts.next().is_none() && year.len() == 4 && month.len() == 2 && day.len() == 2;
    let (year, month, day) = (year.parse::<u16>().ok()?, month.parse::<u8>().ok()?, day.parse::<u8>().ok()?);
    let leap = year.is_multiple_of(4) && !year.is_multiple_of(100) || year.is_multiple_of(400);
    let last = match month {
        4 | 6 | 9 | 11 => 30,
        2 if leap => 29,
        2 => 28,
        _ => 31,
    };
    (is_date && year > 0 && (1..=12).contains(&month) && (1..=last).contains(&day)).then_some((year, month, day))
}

/// Returns a whole number with its thousands set apart as the language does.
pub fn number(locale: &Locale, number: usize) -> String {
    backend::number(locale, number)
}

/// Returns a share of 0 to 1 in whole percent.
pub fn percent(locale: &Locale, share: f64) -> String {
    backend::percent(locale, share)
}

/// Returns the form that goes with a count.
pub fn plural(locale: &Locale, count: usize) -> Plural {
    backend::plural(locale, count)
}

/// Returns the day of an RFC 3339 date or date-time written out; what is none comes back as it is.
pub fn day(locale: &Locale, published: &str) -> String {
    calendar_day(published)
        .map_or_else(|| published.to_owned(), |(year, month, day)| backend::day(locale, year, month, day))
}

#[cfg(not(target_arch = "wasm32"))]
use plain as backend;

#[cfg(target_arch = "wasm32")]
mod backend {
    //! `Intl`, with one set of its objects kept for each tag: making one costs as much as a hundred uses.

    use super::{Locale, Plural};
    use js_sys::{Array, Date, Function, Intl, Object, Reflect};
    use std::cell::RefCell;
    use wasm_bindgen::JsValue;

    struct Formats {
        tag: String,
        number: Function,
        percent: Function,
        day: Function,
        plural: Intl::PluralRules,
    }

    thread_local! {
        static FORMATS: RefCell<Vec<Formats>> = const { RefCell::new(Vec::new()) };
    }

    fn options(pairs: &[(&str, &str)]) -> Object {
        let object = Object::new();
        for (name, value) in pairs {
            // A plain new object takes any property.
            let _ = Reflect::set(&object, &JsValue::from_str(name), &JsValue::from_str(value));
        }
        object
    }

    impl Formats {
        fn new(tag: &str) -> Self {
            let tags = Array::of1(&JsValue::from_str(tag));
            let day = [
                ("year", "numeric"),
                ("month", "long"),
                ("day", "numeric"),
                ("timeZone", "UTC"),
                ("calendar", "gregory"),
            ];
            Self {
                tag: tag.to_owned(),
                number: Intl::NumberFormat::new(&tags, &options(&[])).format(),
                percent: Intl::NumberFormat::new(&tags, &options(&[("style", "percent")])).format(),
                day: Intl::DateTimeFormat::new(&tags, &options(&day)).format(),
                plural: Intl::PluralRules::new(&tags, &options(&[])),
            }
        }
    }

    fn with<T>(locale: &Locale, use_formats: impl FnOnce(&Formats) -> T) -> T {
        FORMATS.with_borrow_mut(|all| {
            let at = all.iter().position(|formats| formats.tag == locale.tag);
            let at = at.unwrap_or_else(|| {
                all.push(Formats::new(&locale.tag));
                all.len() - 1
            });
            use_formats(&all[at])
        })
    }

    fn format(function: &Function, value: &JsValue) -> String {
        function.call1(&JsValue::UNDEFINED, value).ok().and_then(|text| text.as_string()).unwrap_or_default()
    }

    pub(super) fn number(locale: &Locale, number: usize) -> String {
        with(locale, |formats| format(&formats.number, &JsValue::from_f64(number as f64)))
    }

    pub(super) fn percent(locale: &Locale, share: f64) -> String {
        with(locale, |formats| format(&formats.percent, &JsValue::from_f64(share)))
    }

    pub(super) fn plural(locale: &Locale, count: usize) -> Plural {
        match with(locale, |formats| String::from(formats.plural.select(count as f64))).as_str() {
            "one" => Plural::One,
            "many" => Plural::Many,
            _ => Plural::Other,
        }
    }

    pub(super) fn day(locale: &Locale, year: u16, month: u8, day: u8) -> String {
        let date = Date::new(&JsValue::from_str(&format!("{year:04}-{month:02}-{day:02}T00:00:00Z")));
        with(locale, |formats| format(&formats.day, &date))
    }
}

pub mod plain {
    //! What `Intl` gives for English and Spanish without a region, for where there is no `Intl`.

    use super::{Locale, Plural};
    use crate::language::Language;

    /// Returns a number with its thousands set apart; Spanish leaves four digits together.
    pub fn number(locale: &Locale, number: usize) -> String {
        let digits = number.to_string();
        let (sign, least) = match locale.language {
            Language::English => (',', 4),
            Language::Spanish => ('.', 5),
        };
        let mut out = String::new();
        for (index, digit) in digits.chars().enumerate() {
            if index > 0 && digits.len() >= least && (digits.len() - index).is_multiple_of(3) {
                out.push(sign);
            }
            out.push(digit);
        }
        out
    }

    /// Returns a share of 0 to 1 in whole percent, halves away from zero.
    pub fn percent(locale: &Locale, share: f64) -> String {
        // Half a millionth makes up for shares such as 0.575, which binary fractions put just below.
        let percent = (share.clamp(0.0, 1.0) * 100.0 + 0.000_000_5).round() as usize;
        match locale.language {
            Language::English => format!("{percent}%"),
            Language::Spanish => format!("{percent}\u{a0}%"),
        }
    }

    /// Returns the plural category of a count.
    pub fn plural(locale: &Locale, count: usize) -> Plural {
        match (count, locale.language) {
            (1, _) => Plural::One,
            (1.., Language::Spanish) if count.is_multiple_of(1_000_000) => Plural::Many,
            _ => Plural::Other,
        }
    }

    /// Returns a day written out; the month counts from 1 to 12.
    pub fn day(locale: &Locale, year: u16, month: u8, day: u8) -> String {
        let at = usize::from(month).saturating_sub(1);
        match locale.language {
            Language::English => {
                const MONTHS: [&str; 12] = [
                    "January",
                    "February",
                    "March",
                    "April",
                    "May",
                    "June",
                    "July",
                    "August",
                    "September",
                    "October",
                    "November",
                    "December",
                ];
                format!("{} {day}, {year}", MONTHS.get(at).unwrap_or(&""))
            }
            Language::Spanish => {
                const MONTHS: [&str; 12] = [
                    "enero",
                    "febrero",
                    "marzo",
                    "abril",
                    "mayo",
                    "junio",
                    "julio",
                    "agosto",
                    "septiembre",
                    "octubre",
                    "noviembre",
                    "diciembre",
                ];
                format!("{day} de {} de {year}", MONTHS.get(at).unwrap_or(&""))
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn english() -> Locale {
        Locale::of(Language::English)
    }

    fn spanish() -> Locale {
        Locale::of(Language::Spanish)
    }

    #[test]
    fn a_tag_keeps_script_and_region_and_nothing_that_intl_could_refuse() {
        for (tag, expected) in [
            ("es-MX", "es-MX"),
            ("es-419", "es-419"),
            ("es_Latn_ES", "es-Latn-ES"),
            ("en-GB-oxendict-u-ca-islamic", "en-GB"),
            ("es-x-a-a-a", "es"),
            ("es--", "es"),
            ("fr-CA", "en"),
            ("", "en"),
        ] {
            assert_eq!(Locale::of_tag(tag).tag, expected, "{tag}");
        }
    }

    #[test]
    fn numbers_are_grouped_as_each_language_does() {
        let both = |n| (plain::number(&english(), n), plain::number(&spanish(), n));
        for (given, en, es) in [
            (0, "0", "0"),
            (999, "999", "999"),
            (1234, "1,234", "1234"),
            (12_345, "12,345", "12.345"),
            (1_234_567, "1,234,567", "1.234.567"),
        ] {
            assert_eq!(both(given), (en.to_owned(), es.to_owned()));
        }
    }

    #[test]
    fn percents_have_a_space_in_spanish_that_does_not_break() {
        assert_eq!(plain::percent(&english(), 0.575), "58%");
        assert_eq!(plain::percent(&spanish(), 0.82), "82\u{a0}%");
        assert_eq!(plain::percent(&english(), f64::NAN), "0%");
    }

    #[test]
    fn one_is_singular_and_whole_millions_are_many_in_spanish() {
        let both = |n| (plain::plural(&english(), n), plain::plural(&spanish(), n));
        assert_eq!(both(0), (Plural::Other, Plural::Other));
        assert_eq!(both(1), (Plural::One, Plural::One));
        assert_eq!(both(2), (Plural::Other, Plural::Other));
        assert_eq!(both(2_000_000), (Plural::Other, Plural::Many));
    }

    #[test]
    fn days_are_written_out_and_oddities_kept() {
        for (given, en, es) in [
            ("2026-01-12", "January 12, 2026", "12 de enero de 2026"),
            ("2026-01-12T23:30:00-08:00", "January 12, 2026", "12 de enero de 2026"),
            ("2024-02-29", "February 29, 2024", "29 de febrero de 2024"),
            ("2026-02-29", "2026-02-29", "2026-02-29"),
            ("2026-13-12", "2026-13-12", "2026-13-12"),
            ("2026-00-12", "2026-00-12", "2026-00-12"),
            ("2026-1-2", "2026-1-2", "2026-1-2"),
            ("last week", "last week", "last week"),
        ] {
            assert_eq!((day(&english(), given), day(&spanish(), given)), (en.to_owned(), es.to_owned()), "{given}");
        }
    }
}
