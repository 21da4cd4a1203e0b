//! Clock times: "four in the morning", "0737 GMT", "7:37 a.m.", "15:50 IST", "11.30 p.m. ET", "noon".
//!
//! Limits: zones whose distance from GMT changes in the year under one name ("ET", "local time") count as unknown.

use super::super::lexeme::{Kind, Lexemes};
use super::super::number::small;
use super::super::quantity::Relation;
use super::PartOfDay;

/// A time of day.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ClockTime {
    /// Minute of the day, 0 to 1439.
    pub minute: u16,
    /// Distance from GMT in minutes, where a zone with a known one is written.
    pub offset: Option<i16>,
    /// Tells that minutes were written ("7:37 a.m."), not only an hour ("7 a.m.").
    pub to_the_minute: bool,
    /// Tells that it can be the minute of the other half of the day as well: "a quarter to three".
    pub of_either_half: bool,
}

/// Compares two times; `None` when the zone of one is not known and they differ.
pub(super) fn compare(a: ClockTime, b: ClockTime) -> Option<Relation> {
    /// "around 7 a.m." and "7:12 a.m." can be the same event.
    const ROUNDING: i32 = 30;
    let apart = i32::from(a.minute) - i32::from(b.minute);
    let around = |apart: i32, day: i32| apart.rem_euclid(day).min(day - apart.rem_euclid(day));
    let distance = match (a.offset, b.offset) {
        (None, None) if a.of_either_half || b.of_either_half => around(apart, 720),
        (Some(a_offset), Some(b_offset)) => around(apart - i32::from(a_offset) + i32::from(b_offset), 1440),
        (None, None) => apart.abs(),
        _ if a.minute == b.minute => return Some(Relation::Compatible),
        _ => return None,
    };
    Some(match distance {
        0 => Relation::Same,
        _ if distance <= ROUNDING && !(a.to_the_minute && b.to_the_minute) => Relation::Compatible,
        _ => Relation::Different,
    })
}

/// Compares a time with a part of the day; `None` when the time is given in a zone that need not be that of the place.
pub(super) fn compare_with_part(time: ClockTime, part: PartOfDay) -> Option<Relation> {
    if time.offset.is_some() {
        return None;
    }
    // Whoever counts 4:30 to the night does not contradict one who counts it to the morning.
    let (first, last) = match part {
        PartOfDay::Morning => (0, 12),
        PartOfDay::Afternoon => (12, 19),
        PartOfDay::Evening => (16, 24),
        PartOfDay::Night => (18, 30),
    };
    let hour = time.minute / 60;
    let inside = |hour: u16| (first..last).contains(&hour) || (first..last).contains(&(hour + 24));
    let inside = inside(hour) || time.of_either_half && inside(hour + 12);
    Some(if inside { Relation::Compatible } else { Relation::Different })
}

/// Reads the clock time that begins at the index; gives it with the index past its end.
pub(super) fn read(lexemes: &Lexemes, index: usize) -> Option<(ClockTime, usize)> {
    match lexemes.word(index) {
        "noon" | "midday" => return Some((plain(720), index + 1)),
        "midnight" => return Some((plain(0), index + 1)),
        _ => {}
    }
    if let Some(spoken) = spoken(lexemes, index).or_else(|| with_past_or_to(lexemes, index)) {
        return Some(spoken);
    }
    let (hour, minute, digits_end, to_the_minute) = figures(lexemes, index)?;
    let (half, after_half) = half_of_day(lexemes, digits_end);
    let (offset, end) = zone(lexemes, after_half);
    let bare = half.is_none() && end == after_half;
    let colon = lexemes.is_sign(index + 1, ':');
    if bare && !colon {
        return None;
    }
    let hour = match half {
        Some(_) if !(1..=12).contains(&hour) => return None,
        Some(Half::Morning) => hour % 12,
        Some(Half::Afternoon) => hour % 12 + 12,
        None => hour,
    };
    let fits = hour < 24 && minute < 60;
    // both are small, so the casts lose nothing
    let minute = (hour * 60 + minute) as u16;
    fits.then_some((ClockTime { minute, offset, to_the_minute, of_either_half: false }, end))
}

/// Reads "at four in the morning", "before 10 o'clock in the evening", "at six on Tuesday morning"; without the preposition it may count something.
fn spoken(lexemes: &Lexemes, index: usize) -> Option<(ClockTime, usize)> {
    let before = lexemes.word_back(index, 1);
    if !matches!(
        before,
        "at" | "by" | "before" | "after" | "until" | "till" | "around" | "about" | "from" | "since" | "to"
    ) {
        return None;
    }
    let whole = lexemes.whole(index).filter(|&(_, digits)| digits <= 2).map(|(hour, _)| hour);
    // below one hundred, so the cast loses nothing
    let hour =
        whole.or_else(|| small(lexemes.word(index)).map(|hour| hour as u32)).filter(|hour| (1..=12).contains(hour))?;
    let part = index + 1 + usize::from(lexemes.word(index + 1) == "o'clock");
    // at most 11 hours, so the cast loses nothing
    half_in_words(lexemes, part).map(|(half, end)| (plain((hour % 12 * 60) as u16 + half), end.max(part)))
}

/// Reads "a quarter to three", "half past six in the evening", "twenty minutes past one".
fn with_past_or_to(lexemes: &Lexemes, index: usize) -> Option<(ClockTime, usize)> {
    let at = index + usize::from(lexemes.word(index) == "a");
    let minutes = match lexemes.word(at) {
        "quarter" => 15,
        "half" if lexemes.word(at + 1) == "past" => 30,
        word if at == index => small(word).filter(|minutes| *minutes < 30.0 && minutes % 5.0 == 0.0)? as u16,
        _ => return None,
    };
    let in_minutes = lexemes.word(at + 1) == "minutes";
    let named = in_minutes || lexemes.word(at) == "quarter";
    let at = at + 1 + usize::from(in_minutes);
    let hour = match lexemes.word(at + 1) {
        "midnight" => 0,
        "noon" | "midday" => 12,
        // "ten to twelve people", "from a quarter to one third"
        _ if lexemes.word(at) == "to" && (!named || lexemes.word_back(index, 1) == "from") => return None,
        word => small(word).filter(|hour| (1.0..=12.0).contains(hour))? as u16 % 12,
    };
    let minute = match lexemes.word(at) {
        "past" => hour * 60 + minutes,
        "to" => (hour * 60 + 1440 - minutes) % 1440,
        _ => return None,
    };
    let of_either_half = small(lexemes.word(at + 1)).is_some();
    let time = ClockTime { minute, offset: None, to_the_minute: true, of_either_half };
    Some(match half_in_words(lexemes, at + 2).filter(|_| of_either_half) {
        Some((half, end)) => (ClockTime { minute: minute % 720 + half, of_either_half: false, ..time }, end),
        None => (time, at + 2),
    })
}

/// Reads "in the morning", "on Tuesday evening": the minute with which that half of the day begins, and the index past what tells it; the day
/// stays to be read.
fn half_in_words(lexemes: &Lexemes, at: usize) -> Option<(u16, usize)> {
    let part = |at: usize| match lexemes.word(at) {
        "morning" => Some(0),
        "afternoon" | "evening" => Some(720),
        _ => None,
    };
    if lexemes.has_words(at, &["in", "the"]) {
        return part(at + 2).map(|half| (half, at + 3));
    }
    let on_a_day = lexemes.word(at) == "on" && super::name::weekday(lexemes.word(at + 1)).is_some();
    part(at + 2).filter(|_| on_a_day).map(|half| (half, at))
}

fn plain(minute: u16) -> ClockTime {
    ClockTime { minute, offset: None, to_the_minute: false, of_either_half: false }
}

/// Reads hour and minute; gives them with the index past them and whether minutes were written.
fn figures(lexemes: &Lexemes, index: usize) -> Option<(u32, u32, usize, bool)> {
    if let Some(Kind::Figure { value, decimals: 2, grouped: false, digits: 1 | 2 }) =
        lexemes.get(index).map(|lexeme| lexeme.kind)
    {
        // "11.30 p.m."; two decimals, so the rounding is exact
        let minutes = (value * 100.0).round() as u32;
        // "05.40 local time", but "5.40 hours" are a time that something takes.
        let zoned = lexemes.word(index + 1) != "hours" && zone(lexemes, index + 1).1 > index + 1;
        let clock = zoned || half_of_day(lexemes, index + 1).0.is_some();
        return clock.then_some((minutes / 100, minutes % 100, index + 1, true));
    }
    let (number, digits) = lexemes.whole(index)?;
    if digits == 4 {
        let known = zone(lexemes, index + 1).1 > index + 1;
        return (known && number < 2400).then_some((number / 100, number % 100, index + 1, true));
    }
    if digits > 2 {
        return None;
    }
    if lexemes.is_sign(index + 1, ':') && lexemes.is_glued(index + 1) && lexemes.is_glued(index + 2) {
        let (minute, 2) = lexemes.whole(index + 2)? else { return None };
        let seconds = lexemes.is_sign(index + 3, ':') && lexemes.whole(index + 4).is_some();
        return Some((number, minute, index + if seconds { 5 } else { 3 }, true));
    }
    if lexemes.word(index + 1) == "o'clock" {
        return Some((number, 0, index + 1, false));
    }
    half_of_day(lexemes, index + 1).0.map(|_| (number, 0, index + 1, false))
}

#[derive(Debug, Clone, Copy)]
enum Half {
    Morning,
    Afternoon,
}

fn half_of_day(lexemes: &Lexemes, index: usize) -> (Option<Half>, usize) {
    match lexemes.word(index) {
        "am" => (Some(Half::Morning), index + 1),
        "pm" => (Some(Half::Afternoon), index + 1),
        _ => (None, index),
    }
}

/// Reads a time zone; the index moves on also for those without a known distance ("local time", "hrs").
fn zone(lexemes: &Lexemes, index: usize) -> (Option<i16>, usize) {
    let offset = match lexemes.word(index) {
        "hrs" | "hours" | "o'clock" => return (None, index + 1),
        "local" if lexemes.word(index + 1) == "time" => return (None, index + 2),
        "eastern" | "central" | "pacific" | "mountain" if lexemes.is_capital(index) => {
            return (None, index + 1 + usize::from(lexemes.word(index + 1) == "time"));
        }
        _ if !lexemes.is_capital(index) => return (None, index),
        "et" | "ct" | "pt" | "mt" => return (None, index + 1),
        "gmt" | "utc" => 0,
        "bst" => 60,
        "cet" => 60,
        "cest" | "eet" => 120,
        "msk" => 180,
        "ist" => 330,
        "wib" => 420,
        "jst" => 540,
        "aest" => 600,
        "est" => -300,
        "edt" => -240,
        "cst" => -360,
        "cdt" => -300,
        "mst" => -420,
        "mdt" => -360,
        "pst" => -480,
        "pdt" => -420,
        _ => return (None, index),
    };
    if offset == 0
        && (lexemes.is_sign(index + 1, '+') || lexemes.is_sign(index + 1, '-'))
        && lexemes.is_glued(index + 1)
        && let Some((hours, _)) = lexemes.whole(index + 2).filter(|&(hours, digits)| hours <= 14 && digits <= 2)
    {
        let minutes = if lexemes.is_sign(index + 3, ':') { lexemes.whole(index + 4) } else { None };
        let minutes_end = if minutes.is_some() { index + 5 } else { index + 3 };
        let total = hours * 60 + minutes.map_or(0, |(minutes, _)| minutes.min(59));
        // at most 14:59 hours
        let total = total as i16;
        return (Some(if lexemes.is_sign(index + 1, '-') { -total } else { total }), minutes_end);
    }
    (Some(offset), index + 1)
}
