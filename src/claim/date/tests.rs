use super::*;
use proptest::prelude::*;

fn mentions(text: &str, published: &str) -> Vec<DateMention> {
    find(text, Span::new(0, text.len()), Day::parse(published))
}

/// Gives each mention as "words = first..last".
fn found(text: &str, published: &str) -> Vec<String> {
    let day = |day: Day| format!("{}-{:02}-{:02}", day.year, day.month, day.day);
    mentions(text, published)
        .iter()
        .map(|mention| {
            let words = mention.span.slice(text);
            match (mention.days, mention.time) {
                (Some((first, last)), _) if first == last => format!("{words} = {}", day(first)),
                (Some((first, last)), _) => format!("{words} = {}..{}", day(first), day(last)),
                (None, Some(time)) => format!("{words} = {}:{:02}", time.minute / 60, time.minute % 60),
                (None, None) => words.to_owned(),
            }
        })
        .collect()
}

#[test]
fn dates_are_found_and_resolved() {
    for (text, published, expected) in [
        ("On January 12, 2026, they met", "", &["January 12, 2026 = 2026-01-12"][..]),
        ("on 12 January 2026.", "", &["12 January 2026 = 2026-01-12"]),
        ("the 2nd of July 2013", "", &["2nd of July 2013 = 2013-07-02"]),
        ("on Jan. 12 they", "2026-01-14", &["Jan. 12 = 2026-01-12"]),
        ("a Feb. 6 statement", "2023-03-03", &["Feb. 6 = 2023-02-06"]),
        ("Monday, January 12, 2026", "", &["Monday, January 12, 2026 = 2026-01-12"]),
        ("Tuesday, July 2nd, 2013", "", &["Tuesday, July 2nd, 2013 = 2013-07-02"]),
        ("WEDNESDAY 03 JULY 2013", "", &["WEDNESDAY 03 JULY 2013 = 2013-07-03"]),
        ("Tue Jul 2,2013 1:28PM GMT", "", &["Tue Jul 2,2013 = 2013-07-02", "1:28PM GMT = 13:28"]),
        ("Updated: July 02,2013 15:50 IST", "", &["July 02,2013 = 2013-07-02", "15:50 IST = 15:50"]),
        ("Tue Jul 02 2013,14:58 hrs", "", &["Tue Jul 02 2013 = 2013-07-02", "14:58 hrs = 14:58"]),
        ("12:48PM BST 09 Sep 2013", "", &["12:48PM BST = 12:48", "09 Sep 2013 = 2013-09-09"]),
        ("09 Sep 2013 11:25 GMT+02:00", "", &["09 Sep 2013 = 2013-09-09", "11:25 GMT+02:00 = 11:25"]),
        ("2013-07-02 and 13/07/2013", "", &["2013-07-02 = 2013-07-02", "13/07/2013 = 2013-07-13"]),
        ("02/07/2013", "", &["02/07/2013 = 2013-01-01..2013-12-31"]),
        ("scheduled for January 22-23.", "2026-01-13", &["January 22-23 = 2026-01-22..2026-01-23"]),
        ("on Monday", "2026-01-14", &["Monday = 2026-01-12"]),
        ("he will travel on Friday", "2026-01-14", &["Friday = 2026-01-16"]),
        ("last Tuesday", "2026-01-13", &["last Tuesday = 2026-01-06"]),
        ("next Tuesday's vote", "2026-01-14", &["next Tuesday's = 2026-01-20"]),
        ("Wednesday afternoon", "2026-01-14", &["Wednesday afternoon = 2026-01-14"]),
        ("yesterday afternoon", "2013-07-03", &["yesterday afternoon = 2013-07-02"]),
        ("today, tomorrow", "2013-07-31", &["today = 2013-07-31", "tomorrow = 2013-08-01"]),
        ("since a quarter to three", "", &["a quarter to three = 2:45"]),
        ("at half past six in the evening", "", &["half past six in the evening = 18:30"]),
        ("from twenty past one, ten to twelve people", "", &["twenty past one = 1:20"]),
        ("at six on Tuesday morning", "2026-01-14", &["six = 6:00", "Tuesday morning = 2026-01-13"]),
        ("ten minutes to midnight", "", &["ten minutes to midnight = 23:50"]),
        ("In April last year a quake", "2013-07-02", &["April last year = 2012-04-01..2012-04-30"]),
        ("set for mid-February and", "2015-01-10", &["mid-February = 2015-02-07..2015-02-22"]),
        ("built in 1762,", "", &["1762 = 1762-01-01..1762-12-31"]),
        ("In 2004, a quake", "", &["2004 = 2004-01-01..2004-12-31"]),
        ("in May 2012", "", &["May 2012 = 2012-05-01..2012-05-31"]),
        ("in the 1990s", "", &["1990s = 1990-01-01..1999-12-31"]),
        ("since early 2022", "", &["early 2022 = 2022-01-01..2022-07-02"]),
        ("late last year", "2023-03-03", &["late last year = 2022-07-02..2022-12-31"]),
        ("in mid-May 2020", "", &["mid-May 2020 = 2020-05-08..2020-05-24"]),
        (
            "last month, next week",
            "2023-01-03",
            &["last month = 2022-12-01..2022-12-31", "next week = 2023-01-09..2023-01-15"],
        ),
        ("in the first quarter of 2027", "", &["first quarter of 2027 = 2027-01-01..2027-03-31"]),
        ("Q3 2027 sales", "", &["Q3 2027 = 2027-07-01..2027-09-30"]),
        ("its fourth-quarter 2025 profit", "", &["fourth-quarter 2025 = 2025-10-01..2025-12-31"]),
        ("the second half of last year", "2026-03-02", &["second half of last year = 2025-07-01..2025-12-31"]),
        ("opens by the end of 2028.", "", &["end of 2028 = 2028-10-01..2028-12-31"]),
        ("at the start of June", "2026-07-02", &["start of June = 2026-06-01..2026-06-08"]),
        ("by the end of the year", "2026-07-02", &["end of the year = 2026-10-01..2026-12-31"]),
        ("in the middle of 2024", "", &["middle of 2024 = 2024-04-01..2024-10-01"]),
        ("due on Christmas Eve 2025", "", &["Christmas Eve 2025 = 2025-12-24"]),
        ("planned for Christmas 2025.", "", &["Christmas 2025 = 2025-12-24..2025-12-26"]),
        ("home by Christmas, they said", "2026-11-20", &["Christmas = 2026-12-24..2026-12-26"]),
        ("on New Year's Eve", "2026-01-04", &["New Year's Eve = 2025-12-31"]),
        ("In September they", "2013-07-02", &["September = 2013-09-01..2013-09-30"]),
        ("in November they", "2013-07-02", &["November = 2012-11-01..2012-11-30"]),
        ("two years ago", "2026-01-14", &["two years ago = 2024-01-01..2024-12-31"]),
        ("the 2020-21 school year", "", &["2020-21 = 2020-01-01..2021-12-31"]),
        ("the 2024 presidential election", "", &["2024 = 2024-01-01..2024-12-31"]),
        ("at 0737 GMT", "", &["0737 GMT = 7:37"]),
        (
            "At around 4:30 a.m. local time (11.30 p.m. ET)",
            "",
            &["4:30 a.m. local time = 4:30", "11.30 p.m. ET = 23:30"],
        ),
        ("hit at 05.40 local time", "", &["05.40 local time = 5:40"]),
        ("took 5.40 hours", "", &[]),
        ("at 7 am, noon and 12 p.m.", "", &["7 am = 7:00", "noon = 12:00", "12 p.m. = 12:00"]),
        (
            "at four in the morning, before 10 o'clock in the evening, by 12 in the afternoon",
            "",
            &["four in the morning = 4:00", "10 o'clock in the evening = 22:00", "12 in the afternoon = 12:00"],
        ),
        ("It hurt 12 in the morning.", "", &["morning"]),
        ("by 31 December", "", &["31 December"]),
        ("on Monday", "", &["Monday"]),
        ("On April 20, a 6.4-magnitude", "2013-07-02", &["April 20 = 2013-04-20"]),
    ] {
        assert_eq!(found(text, published), expected, "{text}");
    }
}

#[test]
fn words_that_only_look_like_dates_are_left_alone() {
    for text in [
        "They may go",
        "May the force be with you",
        "They march on Washington",
        "March on Washington",
        "a second man",
        "the first quarter of the game",
        "they led in the second half",
        "a third quarter of the city",
        "at the Christmas market",
        "for Christmas trees",
        "the end of the road",
        "a new year's resolution",
        "the sun sat low",
        "Black Friday sales",
        "April Smith said",
        "killing 2000 people",
        "some 1838 houses",
        "leaving 2000 dead",
        "a 2000-foot cliff",
        "It cost $2013",
        "5,000 people",
        "the CN-2035 plane",
        "a score of 3:2",
        "the last year",
        "I am 7",
        "In five years",
        "USA Today reported",
        "decent marble augurs",
    ] {
        assert_eq!(found(text, "2026-01-14"), Vec::<String>::new(), "{text}");
    }
    assert_eq!(found("In June 12 people died", "2026-07-14"), ["June = 2026-06-01..2026-06-30"]);
}

#[test]
fn dates_are_compared_by_what_they_can_mean() {
    use Relation::{Compatible, Different, Same};
    for (a, b, published, expected) in [
        ("January 12, 2026", "12 January 2026", "", Some(Same)),
        ("January 12, 2026", "January 13, 2026", "", Some(Different)),
        ("in 2012", "in April 2012", "", Some(Compatible)),
        ("in 2004", "in 2005", "", Some(Different)),
        ("on Monday", "on January 12, 2026", "", Some(Compatible)),
        ("on Tuesday", "on January 12, 2026", "", Some(Different)),
        ("on Monday", "on January 12, 2026", "2026-01-13", Some(Same)),
        ("on Monday", "on January 5, 2026", "2026-01-13", Some(Compatible)),
        ("on Monday", "on Tuesday", "", Some(Different)),
        ("on Monday", "on Monday", "", Some(Same)),
        ("on Monday", "in January", "", None),
        ("yesterday", "on Tuesday", "", None),
        ("yesterday", "on Tuesday", "2013-07-03", Some(Same)),
        ("in April last year", "in May 2012", "2013-07-02", Some(Different)),
        ("last year", "in May 2012", "2013-07-02", Some(Compatible)),
        ("January 12", "January 12, 2026", "", Some(Compatible)),
        ("January 12", "January 13", "", Some(Different)),
        ("in the first quarter of 2027", "in the second quarter of 2027", "", Some(Different)),
        ("in Q1 2027", "in the first quarter of 2027", "", Some(Same)),
        ("in the first quarter of 2027", "in March 2027", "", Some(Compatible)),
        ("by the end of 2028", "in December 2028", "", Some(Compatible)),
        ("by the end of 2028", "in March 2028", "", Some(Different)),
        ("January 22-23", "January 22", "", Some(Compatible)),
        ("Monday morning", "Monday evening", "", Some(Different)),
        ("in the 1990s", "in 1994", "", Some(Compatible)),
        ("0737 GMT", "7:37 GMT", "", Some(Same)),
        ("0737 GMT", "1:07 p.m. IST", "", Some(Same)),
        ("0737 GMT", "0837 GMT", "", Some(Different)),
        // Of either half of the day, and of the zone of the place.
        ("a quarter to three", "2:45 p.m.", "", Some(Same)),
        ("a quarter to three", "4:10 p.m.", "", Some(Different)),
        ("a quarter to three", "0737 GMT", "", None),
        ("7 a.m.", "7:10 a.m.", "", Some(Compatible)),
        ("0737 GMT", "2:37 p.m.", "", None),
        ("0737 GMT", "on Monday", "", None),
    ] {
        let (first, second) = (mentions(a, published), mentions(b, published));
        assert_eq!(compare(&first[0], &second[0]), expected, "{a} / {b}");
        assert_eq!(compare(&second[0], &first[0]), expected, "{b} / {a}");
    }
}

proptest! {
    #[test]
    fn any_text_is_read_without_harm(text in "(?s).{0,80}|([0-9]{1,5}[-/:, .]?|(May|Mon|Tue|last|next|year|am|GMT|ago|mid|of|Jan)[. ,-]?){0,20}") {
        for published in ["", "2024-02-29", "0001-01-01", "9999-12-31"] {
            let mut end = 0;
            for mention in mentions(&text, published) {
                prop_assert!(mention.span.start >= end && text.get(mention.span.range()).is_some());
                prop_assert!(!mention.span.is_empty());
                let itself = compare(&mention, &mention);
                prop_assert!(itself.is_none() || itself == Some(Relation::Same), "{mention:?}");
                end = mention.span.end;
            }
        }
    }
}
