//! What bounds a number: approximators before it, the upper end of a range and "or more" behind it, "one in five".
//!
//! Limits: "as many as" and "up to" are read as upper bounds.

use super::super::lexeme::{Kind, Lexemes};
use super::super::number::{self, Form, Number};
use super::{Bound, unit};

/// Words before a number that bound it, the longer ones first; "no" before them is part of them.
const APPROXIMATORS: &[(&[&str], Bound)] = &[
    (&["no", "more", "than"], Bound::AtMost),
    (&["not", "more", "than"], Bound::AtMost),
    (&["no", "fewer", "than"], Bound::AtLeast),
    (&["no", "less", "than"], Bound::AtLeast),
    (&["not", "less", "than"], Bound::AtLeast),
    (&["at", "the", "very", "least"], Bound::AtLeast),
    (&["slightly", "more", "than"], Bound::AtLeast),
    (&["slightly", "less", "than"], Bound::AtMost),
    (&["slightly", "over"], Bound::AtLeast),
    (&["slightly", "under"], Bound::AtMost),
    (&["a", "little", "more", "than"], Bound::AtLeast),
    (&["a", "little", "less", "than"], Bound::AtMost),
    (&["a", "little", "over"], Bound::AtLeast),
    (&["a", "little", "under"], Bound::AtMost),
    (&["a", "bit", "more", "than"], Bound::AtLeast),
    (&["a", "bit", "less", "than"], Bound::AtMost),
    (&["far", "more", "than"], Bound::AtLeast),
    (&["well", "under"], Bound::AtMost),
    (&["a", "minimum", "of"], Bound::AtLeast),
    (&["a", "maximum", "of"], Bound::AtMost),
    (&["in", "excess", "of"], Bound::AtLeast),
    (&["as", "many", "as"], Bound::AtMost),
    (&["as", "much", "as"], Bound::AtMost),
    (&["a", "total", "of"], Bound::Exact),
    (&["an", "estimated"], Bound::About),
    (&["more", "than"], Bound::AtLeast),
    (&["greater", "than"], Bound::AtLeast),
    (&["less", "than"], Bound::AtMost),
    (&["fewer", "than"], Bound::AtMost),
    (&["at", "least"], Bound::AtLeast),
    (&["at", "most"], Bound::AtMost),
    (&["up", "to"], Bound::AtMost),
    (&["upwards", "of"], Bound::AtLeast),
    (&["upward", "of"], Bound::AtLeast),
    (&["close", "to"], Bound::About),
    (&["just", "over"], Bound::AtLeast),
    (&["just", "under"], Bound::AtMost),
    (&["well", "over"], Bound::AtLeast),
    (&["over"], Bound::AtLeast),
    (&["above"], Bound::AtLeast),
    (&["exceeding"], Bound::AtLeast),
    (&["under"], Bound::AtMost),
    (&["below"], Bound::AtMost),
    (&["maximum"], Bound::AtMost),
    (&["about"], Bound::About),
    (&["around"], Bound::About),
    (&["approximately"], Bound::About),
    (&["roughly"], Bound::About),
    (&["circa"], Bound::About),
    (&["some"], Bound::About),
    (&["estimated"], Bound::About),
    (&["nearly"], Bound::About),
    (&["almost"], Bound::About),
    (&["exactly"], Bound::Exact),
];

/// Verbs of which "over" is a part.
const HANDING: &[&str] =
    &["hand", "hands", "handed", "handing", "turn", "turns", "turned", "turning", "sign", "signed", "signing"];

/// Verbs behind which "up to" tells where something got: "has gone up to 780 million".
const RISING: &[&str] = &[
    "go", "goes", "going", "gone", "went", "push", "pushes", "pushed", "pushing", "drive", "drives", "drove", "driven",
    "take", "takes", "took", "taken", "taking", "bring", "brings", "brought", "bringing", "move", "moves", "moved",
    "moving", "shot", "crept",
];

/// Reads up to two approximators; the first decides ("at least about 50").
pub(super) fn read_approximators(lexemes: &Lexemes, index: usize) -> (Option<Bound>, usize) {
    let mut bound = None;
    let mut at = index;
    for _ in 0..2 {
        match APPROXIMATORS.iter().find(|(words, _)| lexemes.has_words(at, words)) {
            // "Hand over $84 million" bounds nothing.
            Some((["over"], _)) if HANDING.contains(&lexemes.word_back(at, 1)) => break,
            Some((["up", "to"], _)) if RISING.contains(&lexemes.word_back(at, 1)) => break,
            Some((words, found)) => {
                // "a total of about 300" is about 300
                bound = bound.filter(|bound| *bound != Bound::Exact).or(Some(*found));
                at += words.len();
            }
            None => break,
        }
    }
    (bound, at)
}

/// Share, in hundredths, by which one told in few parts may be off: "four out of five" of 81 percent.
const ROUGHEST: f64 = 4.0;

/// Returns by how much a share told in so many parts may be off, in hundredths: "three in ten" is nearer to it than to two or four in ten.
fn of_parts(parts: f64) -> f64 {
    (50.0 / parts).min(ROUGHEST)
}

/// Reads "one in five", "nine out of 10": a share in hundredths with by how much it may be off, and the index past it.
pub(super) fn read_share(lexemes: &Lexemes, number: &Number) -> Option<(f64, f64, usize)> {
    let at = match lexemes.word(number.end) {
        "in" => number.end + 1,
        "out" if lexemes.word(number.end + 1) == "of" => number.end + 2,
        _ => return None,
    };
    let whole = number::read(lexemes, at, false).filter(|whole| whole.form == Form::Plain)?;
    let round = [3.0, 4.0, 5.0, 6.0, 7.0, 8.0, 9.0, 10.0, 20.0, 50.0, 100.0, 1000.0].contains(&whole.value);
    let small = number.form == Form::Plain && number.value >= 1.0 && number.value < whole.value;
    // "five in 20 minutes", "two in three days"
    let unit_follows = unit::read(lexemes, whole.end, true, false).is_some();
    (round && small && !unit_follows).then_some((number.value / whole.value * 100.0, of_parts(whole.value), whole.end))
}

/// Reads the upper end of a range: "3-5", "3 to 5", "three or four", "between 3 and 5"; moves the number's end past it.
pub(super) fn read_upper(
    lexemes: &Lexemes,
    number_at: usize,
    number: &mut Number,
    between: bool,
    money: bool,
) -> Option<f64> {
    let joins = match lexemes.word(number.end) {
        "and" => between,
        // "from 21 years to 18", "from $2 to $3" are changes
        "to" => lexemes.word_back(number_at, 1 + usize::from(money)) != "from",
        "or" => true,
        _ => lexemes.is_hyphen(number.end) && !speaks_of_votes(lexemes, number_at),
    };
    if !joins || number.form != Form::Plain {
        return None;
    }
    let at = number.end + 1;
    let at = if money { unit::currency_before(lexemes, at).map_or(at, |(_, end)| end) } else { at };
    let upper = number::read(lexemes, at, money).filter(|upper| upper.form == Form::Plain)?;
    if lexemes.whole(number_at).is_some_and(|(_, digits)| digits == 3)
        && lexemes.whole(at).is_some_and(|(_, digits)| digits == 4)
    {
        return None; // the end of a telephone number
    }
    // "2-3 million": the scale belongs to both
    let scale = if number.scale == 1.0 && number.value < upper.value / upper.scale { upper.scale } else { 1.0 };
    if number.value * scale >= upper.value {
        return None;
    }
    number.value *= scale;
    number.precision *= scale;
    number.scale = upper.scale;
    number.end = upper.end;
    Some(upper.value)
}

/// Tells whether a pair of numbers is the outcome of a vote or game.
pub(super) fn speaks_of_votes(lexemes: &Lexemes, index: usize) -> bool {
    /// "voted by a narrow margin of 48-52"
    const REACH: usize = 6;
    (1..=REACH).any(|places| {
        let word = lexemes.word_back(index, places);
        matches!(
            word,
            "vote" | "voted" | "votes" | "won" | "win" | "lost" | "beat" | "defeated" | "score" | "passed" | "margin"
        )
    })
}

/// Reads what bounds a number from behind: "+", "-plus", "or more", "or so", "or fewer".
pub(super) fn read_suffix(lexemes: &Lexemes, at: usize) -> (Option<Bound>, usize) {
    if lexemes.get(at).is_some_and(|lexeme| lexeme.glued && lexeme.kind == Kind::Sign('+')) {
        return (Some(Bound::AtLeast), at + 1);
    }
    if lexemes.is_hyphen(at) && lexemes.word(at + 1) == "plus" {
        return (Some(Bound::AtLeast), at + 2);
    }
    match (lexemes.word(at), lexemes.word(at + 1)) {
        ("or", "more" | "greater" | "older" | "above") => (Some(Bound::AtLeast), at + 2),
        ("or", "less" | "fewer" | "younger" | "under" | "below") => (Some(Bound::AtMost), at + 2),
        ("or", "so") => (Some(Bound::About), at + 2),
        _ => (None, at),
    }
}
