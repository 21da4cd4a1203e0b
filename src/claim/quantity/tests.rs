use super::*;
use crate::growth::assert_linear;
use proptest::prelude::*;

fn quantities(text: &str) -> Vec<Quantity> {
    find(text, Span::new(0, text.len()))
}

fn close(a: f64, b: f64) -> bool {
    a == b || (a - b).abs() < 0.01 * b.abs().max(0.001)
}

#[test]
fn quantities_are_found_with_bound_unit_and_what_they_count() {
    use Bound::{About, AtLeast, AtMost, Between, Exact};
    use Unit::*;
    const MANY: f64 = f64::INFINITY;
    type Case = (&'static str, &'static str, f64, f64, Bound, Unit, Option<&'static str>);
    let cases: Vec<Case> = vec![
        ("a 15-minute phone call", "15-minute", 900.0, 900.0, Exact, Duration, None),
        ("for 15 minutes on", "15 minutes", 900.0, 900.0, Exact, Duration, None),
        ("of just 10 kilometers in", "10 kilometers", 10e3, 10e3, Exact, Length, None),
        ("just six miles and", "six miles", 9656.0, 9656.0, Exact, Length, None),
        ("worth $1.5bn,", "$1.5bn", 1.5e9, 1.5e9, Exact, Money("USD"), None),
        ("1.5 billion dollars", "1.5 billion dollars", 1.5e9, 1.5e9, Exact, Money("USD"), None),
        ("for €2m", "€2m", 2e6, 2e6, Exact, Money("EUR"), None),
        ("a 2 mn-euro heist", "2 mn-euro", 2e6, 2e6, Exact, Money("EUR"), None),
        ("two million euro in", "two million euro", 2e6, 2e6, Exact, Money("EUR"), None),
        ("5 million pounds was", "5 million pounds", 5e6, 5e6, Exact, Money("GBP"), None),
        ("10 pounds of fentanyl", "10 pounds", 4.536, 4.536, Exact, Mass, Some("fentanyl")),
        ("a dozen people", "a dozen", 12.0, 12.0, Exact, Count, Some("people")),
        ("injuring dozens in", "dozens", 24.0, MANY, AtLeast, Count, Some("injured")),
        ("tens of thousands more in", "tens of thousands", 20e3, MANY, AtLeast, Count, Some("other")),
        ("two-thirds of voters", "two-thirds", 66.7, 66.7, Exact, Percent, Some("voter")),
        ("nearly half of all voters", "nearly half", 45.0, 55.0, About, Percent, Some("voter")),
        ("half a million people", "half a million", 5e5, 5e5, Exact, Count, Some("people")),
        ("one in five homes", "one in five", 20.0, 20.0, Exact, Percent, None),
        ("by 50 basis points,", "50 basis points", 0.5, 0.5, Exact, Other("percentage-point"), None),
        ("by half a percentage point,", "half a percentage point", 0.5, 0.5, Exact, Other("percentage-point"), None),
        ("a quarter-point cut", "a quarter-point", 0.25, 0.25, Exact, Other("percentage-point"), None),
        ("three-quarters of a point", "three-quarters of a point", 0.75, 0.75, Exact, Other("percentage-point"), None),
        ("at CHF 38 million", "CHF 38 million", 38e6, 38e6, Exact, Money("franc"), None),
        ("the 38-million-franc lift", "38-million-franc", 38e6, 38e6, Exact, Money("franc"), None),
        (
            "a total of close to 300,000 routes",
            "a total of close to 300,000",
            270e3,
            330e3,
            About,
            Count,
            Some("route"),
        ),
        ("9 out of 10 voters", "9 out of 10", 90.0, 90.0, Exact, Percent, None),
        ("over 200 injured as", "over 200", 200.0, MANY, AtLeast, Count, Some("injured")),
        ("more than 300 buildings have", "more than 300", 300.0, MANY, AtLeast, Count, Some("building")),
        ("no more than five men", "no more than five", 0.0, 5.0, AtMost, Count, Some("man")),
        ("up to 70% of", "up to 70%", 0.0, 70.0, AtMost, Percent, None),
        ("fewer than 10 cases", "fewer than 10", 0.0, 10.0, AtMost, Count, Some("case")),
        ("some 320 kilometers from", "some 320 kilometers", 300.8e3, 339.2e3, About, Length, None),
        ("around 50 people", "around 50", 45.0, 55.0, About, Count, Some("people")),
        ("between 3 and 5 people", "between 3 and 5", 3.0, 5.0, Between, Count, Some("people")),
        ("3-5 days", "3-5 days", 259_200.0, 432_000.0, Between, Duration, None),
        ("two or three houses", "two or three", 2.0, 3.0, Between, Count, Some("house")),
        ("$1-2 billion", "$1-2 billion", 1e9, 2e9, Between, Money("USD"), None),
        ("300-plus homes", "300-plus", 300.0, MANY, AtLeast, Count, Some("home")),
        ("50 or more people", "50 or more", 50.0, MANY, AtLeast, Count, Some("people")),
        ("the 6.1-magnitude quake", "6.1-magnitude", 6.1, 6.1, Exact, Magnitude, None),
        ("a 6.1 magnitude earthquake", "6.1 magnitude", 6.1, 6.1, Exact, Magnitude, None),
        ("a magnitude-9.1 earthquake", "magnitude-9.1", 9.1, 9.1, Exact, Magnitude, None),
        ("a magnitude of 6.1", "magnitude of 6.1", 6.1, 6.1, Exact, Magnitude, None),
        ("measuring 7.2 on the Richter scale", "7.2 on the Richter scale", 7.2, 7.2, Exact, Magnitude, None),
        ("a 22 year-old resident", "22 year-old", 22.0, 22.0, Exact, Age, None),
        ("a 36 - year - old man", "36 - year - old", 36.0, 36.0, Exact, Age, None),
        ("children ages 5 to 11", "ages 5 to 11", 5.0, 11.0, Between, Age, None),
        ("between the ages of 25 and 60", "between the ages of 25 and 60", 25.0, 60.0, Between, Age, None),
        ("with 7 minutes 41 seconds to go", "7 minutes 41 seconds", 461.0, 461.0, Exact, Duration, None),
        ("for two hours and 15 minutes", "two hours and 15 minutes", 8100.0, 8100.0, Exact, Duration, None),
        ("a 12in screen", "12in", 0.3048, 0.3048, Exact, Length, None),
        ("512MB RAM", "512MB", 512e6, 512e6, Exact, Other("byte"), None),
        ("one of the researchers wrote", "one", 1.0, 1.0, Exact, Count, Some("researcher")),
        ("a 22-year-old resident", "22-year-old", 22.0, 22.0, Exact, Age, None),
        ("aged 91.", "aged 91", 91.0, 91.0, Exact, Age, None),
        ("a grandmother of 71.", "71", 71.0, 71.0, Exact, Age, None),
        ("a boy of 9 who", "9", 9.0, 9.0, Exact, Age, None),
        ("Bensu Elianita, 22, said", "22", 22.0, 22.0, Exact, Age, None),
        ("in 30 years,", "30 years", 946_728_000.0, 946_728_000.0, Exact, Duration, None),
        ("two decades of", "two decades", 631_152_000.0, 631_152_000.0, Exact, Duration, None),
        ("killing one man, said", "one", 1.0, 1.0, Exact, Count, Some("man")),
        ("One person died in the fire.", "One", 1.0, 1.0, Exact, Count, Some("person")),
        ("One of the fatalities was", "One", 1.0, 1.0, Exact, Count, Some("fatality")),
        ("the 51st state", "51st", 51.0, 51.0, Exact, Ordinal, None),
        ("the second-floor room", "second", 2.0, 2.0, Exact, Ordinal, None),
        ("a 14% increase", "14%", 14.0, 14.0, Exact, Percent, None),
        ("23 percent of teachers", "23 percent", 23.0, 23.0, Exact, Percent, Some("teacher")),
        ("100 km/h winds", "100 km/h", 27.78, 27.78, Exact, Speed, None),
        ("60 miles per hour", "60 miles per hour", 26.82, 26.82, Exact, Speed, None),
        ("at 50 degrees Fahrenheit", "50 degrees Fahrenheit", 10.0, 10.0, Exact, Temperature, None),
        ("at -5°C", "-5°C", -5.0, -5.0, Exact, Temperature, None),
        ("1,500 megawatts of power", "1,500 megawatts", 1.5e9, 1.5e9, Exact, Other("watt"), None),
        ("800 square miles", "800 square miles", 2.072e9, 2.072e9, Exact, Area, None),
        ("31 Democrats joining", "31", 31.0, 31.0, Exact, Count, Some("democrat")),
    ];
    for (text, words, low, high, bound, unit, of) in cases {
        let found = quantities(text);
        assert_eq!(found.len(), 1, "{text}: {found:?}");
        let quantity = &found[0];
        assert_eq!(quantity.span.slice(text), words, "{text}");
        assert!(close(quantity.low, low) && close(quantity.high, high), "{text}: {quantity:?}");
        assert_eq!((quantity.bound, &quantity.unit), (bound, &unit), "{text}");
        if unit == Count || of.is_some() {
            assert_eq!(quantity.of.as_deref(), of, "{text}");
        }
    }
}

#[test]
fn numbers_in_names_dates_and_idioms_are_no_quantities() {
    for text in [
        "a CN-235 aircraft and an F-16",
        "COVID-19 spread",
        "a Boeing 737 crashed",
        "under Title 42,",
        "section 8 of the law",
        "H.R. 5 passed",
        "In 2004, on July 2, 2013, at 0737 GMT",
        "January 22-23",
        "no one came, this one did, one another",
        "ABC 4 News",
        "a 4x4 with tyres",
        "the Fourth and Fourteenth Amendments",
        "at 7 a.m. on Monday",
        "the first half was",
        "a half-brother",
        "No. 5",
        "24/7",
        "no injuries",
        "a large four-by-four car",
        "another one called Journey, the one window, a one-sided round",
        "one of the most contentious disputes",
        "Patient Zero",
        "Code § 30515",
    ] {
        let found: Vec<&str> = quantities(text).iter().map(|quantity| quantity.span.slice(text)).collect();
        assert!(found.is_empty() || text.contains("first half") && found == ["first"], "{text}: {found:?}");
    }
}

#[test]
fn several_quantities_are_found_in_order() {
    for (text, expected) in [
        ("at a depth of 10 kilometers (6.2 miles)", &["10 kilometers", "6.2 miles"][..]),
        ("killing at least five people and injuring dozens in 2013", &["at least five", "dozens"]),
        ("call 512-8581", &["512", "8581"]),
        ("voted 250-173 last month", &["250-173"]),
        ("from 21 years — 40 if armed — to 18 years", &["21 years", "40", "18 years"]),
        ("The fare rose from $2 to $3.", &["$2", "$3"]),
        ("10 people were killed, 140 were injured and about 1,500 houses", &["10", "140", "about 1,500"]),
    ] {
        let found: Vec<&str> = quantities(text).iter().map(|quantity| quantity.span.slice(text)).collect();
        assert_eq!(found, expected);
    }
}

#[test]
fn quantities_are_compared_by_what_can_be_true_together() {
    use Relation::{Compatible, Different, Same};
    for (a, b, expected) in [
        ("15-minute", "15 minutes", Some(Same)),
        ("two years", "24 months", Some(Same)),
        ("two weeks", "14 days", Some(Same)),
        ("10 kilometers", "6.2 miles", Some(Same)),
        ("10 kilometers", "six miles", Some(Same)),
        ("320 kilometres", "200 miles", Some(Same)),
        ("10 kilometers", "10 miles", Some(Different)),
        ("10 kilometers", "55 kilometers", Some(Different)),
        ("$1.5bn", "1.5 billion dollars", Some(Same)),
        ("$1.5bn", "1.5 billion euros", None),
        ("five people", "three people", Some(Different)),
        ("five people", "24 dead", Some(Different)),
        ("five people", "five houses", None),
        ("five people", "five killed", Some(Same)),
        ("five dead", "dozens injured", None),
        ("five deaths", "five killed", Some(Same)),
        ("killing five", "killing at least three people", Some(Compatible)),
        ("at least 3 people", "5 people", Some(Compatible)),
        ("at least 5 people", "3 people", Some(Different)),
        ("at least 3 people", "at least 5 people", Some(Compatible)),
        ("at least 3 people", "fewer than 2 people", Some(Different)),
        ("dozens injured", "50 injured", Some(Compatible)),
        ("dozens injured", "5 injured", Some(Different)),
        ("about 50 people", "48 people", Some(Compatible)),
        ("about 50 people", "about 50 people", Some(Same)),
        ("about 50 people", "80 people", Some(Different)),
        // Two digits were rounded less than one.
        ("roughly 84,000 comments", "more than 91,000 comments", Some(Different)),
        ("roughly 84,000 comments", "83,650 comments", Some(Compatible)),
        ("about 80,000 comments", "86,000 comments", Some(Compatible)),
        ("over 200 injured", "249 injured", Some(Compatible)),
        ("more than 300 houses", "1,500 houses", Some(Compatible)),
        ("1.5 million people", "1,487,000 people", Some(Compatible)),
        ("300 people", "302 people", Some(Compatible)),
        ("300 people", "340 people", Some(Different)),
        ("170,000 people", "230,000 people", Some(Different)),
        ("24 people", "20 people", Some(Different)),
        ("between 3 and 5 people", "4 people", Some(Compatible)),
        ("between 3 and 5 people", "6 people", Some(Different)),
        ("two-thirds of voters", "67 percent of voters", Some(Compatible)),
        // Few parts say it roughly.
        ("four out of five voters", "81 percent of voters", Some(Compatible)),
        ("four out of five voters", "73 percent of voters", Some(Different)),
        ("25 basis points", "a quarter-point", Some(Same)),
        ("a quarter-point", "half a percentage point", Some(Different)),
        ("6.1-magnitude", "magnitude 6.1", Some(Same)),
        ("6.1-magnitude", "6.4-magnitude", Some(Different)),
        ("8.6-magnitude", "8.7-magnitude", Some(Different)),
        ("22-year-old", "23-year-old", Some(Different)),
        ("15 seconds", "one minute", Some(Different)),
        ("first time", "second time", Some(Different)),
        ("first time", "second floor", None),
        ("15 minutes", "15 people", None),
        ("50 degrees Fahrenheit", "10 degrees Celsius", Some(Same)),
        ("up to 50 people", "60 people", Some(Different)),
        ("14 countries", "13 countries", Some(Different)),
        // A half is rounded up.
        ("2 percent", "2.5 percent", Some(Different)),
        ("3 percent", "2.5 percent", Some(Compatible)),
        ("2 percent", "2.4 percent", Some(Compatible)),
        ("fined three times in a year", "three times the limit", None),
        ("asked every four years", "asked for four years", None),
        ("asked every four years", "asked every 48 months", Some(Same)),
        ("640 houses", "480 homes", Some(Different)),
        ("640 houses", "480 trucks", None),
        ("640 houses", "480 people", None),
    ] {
        let (first, second) = (quantities(a), quantities(b));
        assert_eq!(compare(&first[0], &second[0]), expected, "{a} / {b}: {:?} {:?}", first[0], second[0]);
        assert_eq!(compare(&second[0], &first[0]), expected, "{b} / {a}");
    }
}

#[test]
fn kinds_say_what_can_be_compared() {
    for (text, expected) in [
        ("24 dead", Some("person")),
        ("five houses", Some("hous")),
        ("five homes", Some("hous")),
        ("10 km", Some("Length")),
        ("first", None),
    ] {
        assert_eq!(quantities(text)[0].kind().as_deref(), expected, "{text}");
    }
}

#[test]
fn a_long_sentence_takes_linear_time() {
    let odd =
        ["one ", "1-", "1,000,", "a.", "two hundred and ", "$", "no more than ", "5 in ", "May 1 ", "’s", "x", "9"];
    assert_linear(&odd, 40_000, |text| assert!(quantities(text).len() <= text.len()));
}

proptest! {
    #[test]
    fn any_text_is_read_without_harm(
        text in "(?s).{0,80}|((at least|between|half|one|twenty|hundred|million|[$€#-]|[0-9,.]{1,6}|km|percent|of|and|in|to|people|\\+)[ -]?){0,20}"
    ) {
        let mut end = 0;
        for quantity in quantities(&text) {
            prop_assert!(quantity.span.start >= end && text.get(quantity.span.range()).is_some());
            prop_assert!(quantity.span.contains(quantity.number) && !quantity.number.is_empty());
            prop_assert!(quantity.low <= quantity.high && !quantity.low.is_nan(), "{quantity:?}");
            prop_assert_eq!(compare(&quantity, &quantity), Some(Relation::Same).filter(|_| quantity.unit != Unit::Ordinal || quantity.of.is_some()));
            end = quantity.span.end;
        }
    }
}

#[test]
fn outcomes_rates_and_totals_are_read() {
    let read = |text: &str| {
        let found = find(text, Span::new(0, text.len()));
        let words = |q: &Quantity| (q.span.slice(text).to_owned(), q.kind().unwrap_or_default(), q.per);
        found.iter().map(words).collect::<Vec<_>>()
    };
    let given = |words: &str, kind: &str, per: Option<&'static str>| vec![(words.to_owned(), kind.to_owned(), per)];
    for (text, expected) in [
        ("The court ruled 6-3 on Monday.", given("6-3", "Other(\"outcome\")", None)),
        ("It passed by 61 votes to 38.", given("61 votes to 38", "Other(\"outcome\")", None)),
        ("They voted by 14 to 11 to close it.", given("14 to 11", "Other(\"outcome\")", None)),
        (
            "It was decided with 45 against and 54 in favour.",
            given("45 against and 54 in favour", "Other(\"outcome\")", None),
        ),
        (
            "There 371 voters (47.4%) said yes to the lift, 412 said no.",
            given("371 voters (47.4%) said yes to the lift, 412 said no", "Other(\"outcome\")", None),
        ),
        (
            "She took 904 votes against 492 for the mayor.",
            vec![("904".to_owned(), "vote".to_owned(), None), ("492".to_owned(), String::new(), None)],
        ),
        ("It calls twice a month.", given("twice a month", "Other(\"frequency\")", None)),
        ("It calls three times a day.", given("three times a day", "Other(\"frequency\")", None)),
        ("The margin of the vote was 48-52.", given("48-52", "Other(\"outcome\")", None)),
        (
            "The clinic is open 24-7.",
            vec![("24".to_owned(), String::new(), None), ("7".to_owned(), String::new(), None)],
        ),
        ("It pays $5 million a year.", given("$5 million", "Money(\"USD\")", Some("year"))),
        ("They hand over $84 million.", given("$84 million", "Money(\"USD\")", None)),
        ("Sales fell 2 percent a year earlier.", given("2 percent", "Percent", None)),
        ("Holm was fined a week's wages.", given("a week's", "Duration", None)),
        ("The mill will be shut for a week.", given("a week", "Duration", None)),
        ("It took an hour and 10 minutes.", given("an hour and 10 minutes", "Duration", None)),
        ("They talked for nearly an hour.", given("nearly an hour", "Duration", None)),
        ("It put the number of destroyed homes at 480.", given("480", "hous", None)),
        ("The death toll rose on Monday to 23.", given("23", "person", None)),
    ] {
        assert_eq!(read(text), expected, "{text}");
    }
}
