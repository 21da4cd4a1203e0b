//! The names of weekdays, months and parts of the day.

use super::super::day::Weekday;
use super::PartOfDay;

/// Returns the part of the day of a word.
pub(super) fn part_of_day(word: &str) -> Option<PartOfDay> {
    Some(match word {
        "morning" => PartOfDay::Morning,
        "afternoon" => PartOfDay::Afternoon,
        "evening" => PartOfDay::Evening,
        "night" | "overnight" => PartOfDay::Night,
        _ => return None,
    })
}

/// Returns the weekday of a name and whether the name is written out.
pub(super) fn weekday(word: &str) -> Option<(Weekday, bool)> {
    const NAMES: [&str; 7] = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"];
    let word = word.strip_suffix("'s").unwrap_or(word);
    let short = match word {
        "mon" => 0,
        "tue" | "tues" => 1,
        "wed" => 2,
        "thu" | "thur" | "thurs" => 3,
        "fri" => 4,
        "sat" => 5,
        "sun" => 6,
        // seven names
        _ => return NAMES.iter().position(|name| *name == word).map(|index| (Weekday(index as u8), true)),
    };
    Some((Weekday(short), false))
}

/// Returns the month of a name, 1 to 12, and whether the name is written out.
pub(super) fn month(word: &str) -> Option<(u8, bool)> {
    const NAMES: [&str; 12] = [
        "january",
        "february",
        "march",
        "april",
        "may",
        "june",
        "july",
        "august",
        "september",
        "october",
        "november",
        "december",
    ];
    let word = word.strip_suffix("'s").unwrap_or(word);
    let short = word.len() == 3 || word == "sept";
    // twelve names
    let index = NAMES.iter().position(|name| *name == word || (short && name.starts_with(word)))? as u8;
    Some((index + 1, NAMES.contains(&word)))
}
