//! The forms of the optional members of a document: web address, date, language tag.
//!
//! Small readers of their own because the full libraries weigh more than the whole analysis in the browser. They accept what
//! the standards accept, and a little more where only the form matters: a language tag is not looked up in the registry, a host
//! name not resolved.

/// Tells whether a link is an absolute http or https address without white space or control characters.
pub fn is_web_address(address: &str) -> bool {
    let Some((scheme, rest)) = address.split_once("://") else {
        return false;
    };
    let host = rest.split(['/', '?', '#']).next().unwrap_or("");
    let host = host.rsplit('@').next().unwrap_or("");
    (scheme.eq_ignore_ascii_case("http") || scheme.eq_ignore_ascii_case("https"))
        && !host.is_empty()
        && !host.starts_with(':')
        && !address.chars().any(|c| c.is_whitespace() || c.is_control() || matches!(c, '<' | '>' | '"' | '\\'))
}

/// Tells whether a date is a `full-date` or `date-time` of RFC 3339, with the days that each month has.
pub fn is_date(date: &str) -> bool {
    let bytes = date.as_bytes();
    let (day, time) = bytes.split_at(bytes.len().min(10));
    is_day(day) && (time.is_empty() || is_time_with_offset(time))
}

/// Reads a date as pages write it; a time without a zone is left out, because the day is sure and the hour is not.
pub fn day_or_time(written: &str) -> Option<String> {
    let mut date = written.trim().to_owned();
    // "+0100" is right in ISO 8601 and wrong in RFC 3339.
    if date.len() > 5 && date.is_ascii() {
        let (_, zone) = date.split_at(date.len() - 5);
        if zone.starts_with(['+', '-']) && zone[1..].bytes().all(|byte| byte.is_ascii_digit()) && date.contains(':') {
            date.insert(date.len() - 2, ':');
        }
    }
    if is_date(&date) {
        return Some(date);
    }
    date.get(..10).filter(|day| is_date(day)).map(str::to_owned)
}

fn is_day(day: &[u8]) -> bool {
    let [y1, y2, y3, y4, b'-', m1, m2, b'-', d1, d2] = *day else {
        return false;
    };
    let (Some(century), Some(year), Some(month), Some(day)) =
        (two_digits(y1, y2), two_digits(y3, y4), two_digits(m1, m2), two_digits(d1, d2))
    else {
        return false;
    };
    let is_leap_year = if year == 0 { century % 4 == 0 } else { year % 4 == 0 };
    let days = match month {
        2 if is_leap_year => 29,
        2 => 28,
        4 | 6 | 9 | 11 => 30,
        1..=12 => 31,
        _ => 0,
    };
    (1..=days).contains(&day)
}

/// Reads `Thh:mm:ss`, a fraction that may follow, and the offset from UTC, without which the standard allows no time.
fn is_time_with_offset(time: &[u8]) -> bool {
    let [b'T' | b't' | b' ', h1, h2, b':', m1, m2, b':', s1, s2, rest @ ..] = time else {
        return false;
    };
    let is_clock = two_digits(*h1, *h2).is_some_and(|hour| hour < 24)
        && two_digits(*m1, *m2).is_some_and(|minute| minute < 60)
        && two_digits(*s1, *s2).is_some_and(|second| second <= 60); // a leap second
    let rest = match rest {
        [b'.', fraction @ ..] => {
            let digits = fraction.iter().take_while(|byte| byte.is_ascii_digit()).count();
            if digits == 0 {
                return false;
            }
            &fraction[digits..]
        }
        _ => rest,
    };
    let is_offset = match *rest {
        [b'Z' | b'z'] => true,
        [b'+' | b'-', h1, h2, b':', m1, m2] => {
            two_digits(h1, h2).is_some_and(|hour| hour < 24) && two_digits(m1, m2).is_some_and(|minute| minute < 60)
        }
        _ => false,
    };
    is_clock && is_offset
}

fn two_digits(tens: u8, ones: u8) -> Option<u8> {
    (tens.is_ascii_digit() && ones.is_ascii_digit()).then(|| (tens - b'0') * 10 + (ones - b'0'))
}

/// Tells whether a tag has the form of BCP 47: subtags of 1 to 8 letters or digits, the first of 2 to 8 letters, or `x` or `i`
/// with something after it.
pub fn is_language_tag(tag: &str) -> bool {
    let mut subtags = tag.split('-');
    let primary = subtags.next().unwrap_or("");
    let is_primary = match primary.len() {
        1 => matches!(primary, "x" | "X" | "i" | "I") && tag.len() > 2,
        length => (2..=8).contains(&length) && primary.bytes().all(|byte| byte.is_ascii_alphabetic()),
    };
    is_primary
        && subtags
            .all(|subtag| (1..=8).contains(&subtag.len()) && subtag.bytes().all(|byte| byte.is_ascii_alphanumeric()))
}

/// Reads a language tag as pages write it; what begins with no code of two or three letters, as "english", is none, so that the text decides.
pub fn language_tag(written: &str) -> Option<String> {
    let tag = written.trim().replace('_', "-");
    let primary = tag.split('-').next().map_or(0, str::len);
    ((2..=3).contains(&primary) && is_language_tag(&tag)).then_some(tag)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn assert_forms(is_allowed: fn(&str) -> bool, allowed: &[&str], refused: &[&str]) {
        for form in allowed {
            assert!(is_allowed(form), "{form:?} is refused");
        }
        for form in refused {
            assert!(!is_allowed(form), "{form:?} is allowed");
        }
    }

    #[test]
    fn dates_are_read_as_pages_write_them() {
        for (written, read) in [
            ("2026-01-12", Some("2026-01-12")),
            ("2026-01-12T10:00:00+0100", Some("2026-01-12T10:00:00+01:00")),
            ("2026-01-12T10:00:00Z", Some("2026-01-12T10:00:00Z")),
            ("2026-01-12 10:00", Some("2026-01-12")),
            ("2026-01-12T10:00", Some("2026-01-12")),
            ("12 January 2026", None),
            ("2026-02-30", None),
            ("–––––", None),
        ] {
            assert_eq!(day_or_time(written).as_deref(), read, "{written}");
        }
    }

    #[test]
    fn language_tags_are_read_as_pages_write_them() {
        for (written, read) in [
            (" en_GB ", Some("en-GB")),
            ("gsw", Some("gsw")),
            ("english", None),
            ("x-ours", None),
            ("en GB", None),
            ("", None),
        ] {
            assert_eq!(language_tag(written).as_deref(), read, "{written}");
        }
    }

    #[test]
    fn only_http_and_https_are_web_addresses() {
        assert_forms(
            is_web_address,
            &[
                "http://example.org",
                "HTTPS://Example.org/a?b=c#d",
                "https://user@host:8080/x",
                "https://bücher.example/ü",
            ],
            &[
                "",
                "example.org",
                "//example.org",
                "ftp://example.org",
                "javascript:alert(1)",
                "javascript://example.org/%0aalert(1)",
                "data:text/html,x",
                "https://",
                "https:///path",
                "https://?q",
                "https://:80",
                "https://user@/x",
                " https://example.org",
                "https://example.org/a b",
                "https://example.org/\u{0}",
                "https://example.org/\"onclick=",
            ],
        );
    }

    #[test]
    fn dates_follow_the_calendar_and_times_carry_an_offset() {
        assert_forms(
            is_date,
            &[
                "2026-01-12",
                "2024-02-29",
                "2000-02-29",
                "2026-01-12T10:00:00Z",
                "2026-01-12t10:00:00z",
                "2026-01-12 23:59:60+05:30",
                "2026-01-12T10:00:00.123456-08:00",
            ],
            &[
                "",
                "2026",
                "2026-1-12",
                "2026-13-01",
                "2026-00-10",
                "2026-04-31",
                "2026-02-29",
                "1900-02-29",
                "12.01.2026",
                "Jan 12, 2026",
                "2026-01-12T10:00:00",
                "2026-01-12T10:00Z",
                "2026-01-12T24:00:00Z",
                "2026-01-12T10:60:00Z",
                "2026-01-12T10:00:61Z",
                "2026-01-12T10:00:00.Z",
                "2026-01-12T10:00:00+0530",
                "2026-01-12T10:00:00+24:00",
                "2026-01-12Z",
                "２０２６-01-12",
                "2026-01-1é",
            ],
        );
    }

    #[test]
    fn language_tags_have_the_form_of_bcp_47() {
        assert_forms(
            is_language_tag,
            &["en", "EN-us", "zh-Hant-TW", "sl-rozaj-biske-1994", "de-CH-1901", "x-ours", "i-klingon", "und", "es-419"],
            &[
                "",
                "e",
                "x",
                "en_US",
                "en-",
                "-en",
                "en--US",
                "english language",
                "123",
                "abcdefghi",
                "en-toolongsubtag",
                "ñ",
            ],
        );
    }
}
