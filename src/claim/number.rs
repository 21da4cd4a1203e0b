//! Numbers in figures and words: "1,500", "1.5bn", "two and a half million", "dozens", "two-thirds", "22nd".
//!
//! Its own step because quantities, dates and ages all begin with one. Limits: English; Roman numerals are not read.

use super::lexeme::{Kind, Lexemes};
use crate::lexicon::Lexicon;
use std::sync::LazyLock;

/// What kind of number the words name.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Form {
    /// A number.
    Plain,
    /// "dozens", "tens of thousands": the value is the least that is meant.
    Vague,
    /// A part of a whole; the value is in hundredths.
    Fraction,
    /// "first", "22nd".
    Ordinal,
}

/// A number as read from lexemes.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Number {
    /// Its value.
    pub(super) value: f64,
    /// Half a unit of its last given digit.
    pub(super) precision: f64,
    /// What the words name.
    pub(super) form: Form,
    /// What the scale words multiplied by ("million"), 1 without one.
    pub(super) scale: f64,
    /// Index past its last lexeme.
    pub(super) end: usize,
}

const SMALL: &str = "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen \
                     eighteen nineteen";
const TENS: &str = "twenty thirty forty fifty sixty seventy eighty ninety";
const ORDINALS: &str = "zeroth first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth \
                        fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth";
const TENTHS: &str = "twentieth thirtieth fortieth fiftieth sixtieth seventieth eightieth ninetieth";

/// The value of each word for a number below one hundred.
static CARDINAL_VALUES: LazyLock<Lexicon<f64>> = LazyLock::new(|| values(SMALL, TENS));

/// The value of each word for a place below one hundred.
static ORDINAL_VALUES: LazyLock<Lexicon<f64>> = LazyLock::new(|| values(ORDINALS, TENTHS));

fn values(ones: &'static str, tens: &'static str) -> Lexicon<f64> {
    let ones = ones.split(' ').enumerate().map(|(at, word)| (word, at as f64));
    ones.chain(tens.split(' ').enumerate().map(|(at, word)| (word, (at as f64 + 2.0) * 10.0))).collect()
}

/// Returns the value of a single word below one hundred.
pub(super) fn small(word: &str) -> Option<f64> {
    CARDINAL_VALUES.get(word).copied()
}

fn small_ordinal(word: &str) -> Option<f64> {
    ORDINAL_VALUES.get(word).copied()
}

/// Returns what a scale word multiplies by.
fn scale(word: &str) -> Option<f64> {
    Some(match word {
        "dozen" => 12.0,
        "hundred" => 1e2,
        "thousand" => 1e3,
        "lakh" => 1e5,
        "million" | "mn" | "mln" => 1e6,
        "crore" => 1e7,
        "billion" | "bn" => 1e9,
        "trillion" | "tn" | "trn" => 1e12,
        _ => return None,
    })
}

/// Returns the least that a vague number means: twice its unit.
fn vague(word: &str) -> Option<f64> {
    Some(match word {
        "dozens" => 24.0,
        "scores" => 40.0,
        "hundreds" => 200.0,
        "thousands" => 2e3,
        "millions" => 2e6,
        "billions" => 2e9,
        "trillions" => 2e12,
        _ => return None,
    })
}

impl Number {
    fn plain(value: f64, end: usize) -> Self {
        Self { value, precision: 0.5, form: Form::Plain, scale: 1.0, end }
    }

    fn multiply(&mut self, factor: f64, end: usize) {
        self.value *= factor;
        self.precision *= factor;
        self.scale *= factor;
        self.end = end;
    }

    /// Takes the scale words that follow: "1.5 million", "2-million", "two dozen".
    fn take_scales(&mut self, lexemes: &Lexemes) {
        for _ in 0..2 {
            let at = self.end + usize::from(lexemes.is_hyphen(self.end));
            match scale(lexemes.word(at)) {
                Some(factor) => self.multiply(factor, at + 1),
                None => return,
            }
        }
    }
}

/// Reads the number that begins at the index; `money` says that a currency sign stands before ("€2m" is two million).
pub(super) fn read(lexemes: &Lexemes, index: usize, money: bool) -> Option<Number> {
    match lexemes.get(index)?.kind {
        Kind::Figure { value, decimals, .. } => Some(read_figure(lexemes, index, value, decimals, money)),
        Kind::Word => read_words(lexemes, index),
        Kind::Sign(_) => None,
    }
}

fn read_figure(lexemes: &Lexemes, index: usize, value: f64, decimals: usize, money: bool) -> Number {
    let precision = (0..decimals).fold(0.5, |half, _| half / 10.0);
    let mut number = Number { precision, ..Number::plain(value, index + 1) };
    let suffix = lexemes.word(index + 1);
    if lexemes.is_glued(index + 1) && matches!(suffix, "st" | "nd" | "rd" | "th") {
        return Number { form: Form::Ordinal, end: index + 2, ..number };
    }
    let letter = match suffix {
        "k" => Some(1e3),
        "m" if money || is_counted_in_millions(lexemes.word(index + 2)) => Some(1e6),
        "b" if money => Some(1e9),
        "t" if money => Some(1e12),
        _ => None,
    };
    if let Some(factor) = letter.filter(|_| lexemes.is_glued(index + 1)) {
        number.multiply(factor, index + 2);
        return number;
    }
    if lexemes.has_words(index + 1, &["and", "a", "half"]) {
        number.value += 0.5;
        number.end = index + 4;
    }
    number.take_scales(lexemes);
    number
}

/// Tells "2m people" (millions) from "2m deep" (metres).
fn is_counted_in_millions(word: &str) -> bool {
    matches!(
        word,
        "people"
            | "users"
            | "viewers"
            | "jobs"
            | "homes"
            | "votes"
            | "barrels"
            | "tonnes"
            | "euros"
            | "euro"
            | "pounds"
            | "dollars"
    )
}

fn read_words(lexemes: &Lexemes, index: usize) -> Option<Number> {
    let word = lexemes.word(index);
    if matches!(word, "a" | "an") {
        if let Some(part) = read_part(lexemes, index + 1, 1.0, false) {
            return Some(part);
        }
        let factor = scale(lexemes.word(index + 1))?;
        // "a million" is as vague as its word, "a dozen" is twelve
        let mut number = Number::plain(1.0, index + 1);
        number.multiply(factor, index + 2);
        number.take_scales(lexemes);
        if number.value <= 100.0 {
            number.precision = 0.5;
        }
        return Some(number);
    }
    if word == "half" {
        return read_half(lexemes, index);
    }
    if let Some(number) = read_vague(lexemes, index) {
        return Some(number);
    }
    let Some(number) = read_cardinal(lexemes, index) else {
        return small_ordinal(word).map(|value| Number { form: Form::Ordinal, ..Number::plain(value, index + 1) });
    };
    let hyphen = lexemes.is_hyphen(number.end);
    let at = number.end + usize::from(hyphen);
    if (1.0..20.0).contains(&number.value)
        && number.scale == 1.0
        && let Some(part) = read_part(lexemes, at, number.value, hyphen)
    {
        return Some(part);
    }
    let tens = hyphen && (20.0..100.0).contains(&number.value) && number.value % 10.0 == 0.0;
    match small_ordinal(lexemes.word(at)).filter(|n| tens && (1.0..10.0).contains(n)) {
        Some(ones) => Some(Number { form: Form::Ordinal, ..Number::plain(number.value + ones, at + 1) }),
        None => Some(number),
    }
}

/// Reads the lower part of a fraction: "thirds" in "two-thirds".
fn read_part(lexemes: &Lexemes, at: usize, above: f64, hyphen: bool) -> Option<Number> {
    let word = lexemes.word(at);
    let below = match word {
        "half" | "halves" => 2.0,
        "quarter" | "quarters" => 4.0,
        // "one second", "three seconds" are times
        "second" | "seconds" => return None,
        _ => small_ordinal(word.strip_suffix('s').unwrap_or(word)).filter(|n| *n >= 3.0)?,
    };
    // "two third graders" is none
    let is_fraction = hyphen
        || (word.ends_with('s') && above > 1.0)
        || matches!(lexemes.word(at + 1), "of" | "point" | "percentage")
        || lexemes.is_hyphen(at + 1) && lexemes.word(at + 2) == "point";
    (above < below && is_fraction)
        .then(|| Number { form: Form::Fraction, ..Number::plain(above / below * 100.0, at + 1) })
}

/// Reads "half of", "half the", "half a million", "half an hour", "half-hour"; not "half-brother", "the first half of".
fn read_half(lexemes: &Lexemes, index: usize) -> Option<Number> {
    let hyphen = lexemes.is_hyphen(index + 1);
    let article = matches!(lexemes.word(index + 1), "a" | "an");
    if hyphen || article {
        let at = index + 2;
        let mut number = Number { precision: 0.125, ..Number::plain(0.5, at) };
        number.take_scales(lexemes);
        let unit = matches!(
            lexemes.word(at),
            "hour"
                | "century"
                | "decade"
                | "mile"
                | "year"
                | "day"
                | "kilometer"
                | "kilometre"
                | "percent"
                | "percentage"
        );
        return (number.end > at || unit).then_some(number);
    }
    let of_whole = matches!(lexemes.word(index + 1), "of" | "the" | "its" | "their" | "his" | "her" | "our" | "all");
    let named = matches!(
        lexemes.word_back(index, 1),
        "first" | "second" | "other" | "latter" | "the" | "a" | "another" | "top" | "bottom"
    );
    (of_whole && !named).then(|| Number { form: Form::Fraction, ..Number::plain(50.0, index + 1) })
}

fn read_vague(lexemes: &Lexemes, index: usize) -> Option<Number> {
    let word = lexemes.word(index);
    let outer = if word == "tens" { 20.0 } else { vague(word)? };
    let inner = (lexemes.word(index + 1) == "of").then(|| vague(lexemes.word(index + 2))).flatten();
    let (value, end) = match inner.filter(|inner| *inner >= 2e3) {
        // "hundreds of thousands": twice a hundred, a thousandfold
        Some(inner) => (outer * inner / 2.0, index + 3),
        None if word == "tens" => return None,
        None => (outer, index + 1),
    };
    Some(Number { precision: value / 4.0, form: Form::Vague, ..Number::plain(value, end) })
}

/// Reads a number in words, up to hundreds of trillions: "two hundred and five thousand", "two and a half million".
fn read_cardinal(lexemes: &Lexemes, index: usize) -> Option<Number> {
    /// More words than any number below a quadrillion has.
    const MOST_WORDS: usize = 24;
    let mut total = 0.0;
    let mut group = small(lexemes.word(index))?;
    let mut open_group = true;
    let mut last_scale = f64::INFINITY;
    let mut factor = 1.0;
    let mut half = false;
    let mut end = index + 1;
    for _ in 0..MOST_WORDS {
        let hyphen = lexemes.is_hyphen(end);
        let and = !hyphen && lexemes.word(end) == "and";
        let at = end + usize::from(hyphen || and);
        let word = lexemes.word(at);
        if and && !half && open_group && lexemes.has_words(at, &["a", "half"]) {
            half = true;
            group += 0.5;
            end = at + 2;
            continue;
        }
        if let Some(value) = small(word) {
            let ones_after_tens =
                !and && open_group && (1.0..10.0).contains(&value) && group % 100.0 >= 20.0 && group % 10.0 == 0.0;
            let after_hundred = open_group && group >= 100.0 && group % 100.0 == 0.0 && value > 0.0;
            let after_scale = !open_group && value > 0.0;
            if half || !(ones_after_tens || after_hundred || after_scale) {
                break;
            }
            group += value;
            open_group = true;
            end = at + 1;
            continue;
        }
        if and || !open_group {
            break;
        }
        match scale(word) {
            Some(value) if value <= 100.0 && group > 0.0 && group < 100.0 => group *= value,
            Some(value) if value > 100.0 && value < last_scale && group > 0.0 => {
                total += group * value;
                group = 0.0;
                open_group = false;
                last_scale = value;
            }
            _ => break,
        }
        factor = scale(word).unwrap_or(1.0);
        end = at + 1;
    }
    let precision = if total > 0.0 && group == 0.0 { 0.5 * factor } else { 0.5 };
    Some(Number { precision, scale: factor, ..Number::plain(total + group, end) })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::span::Span;

    fn value(text: &str) -> Option<(f64, Form)> {
        let lexemes = Lexemes::read(text, Span::new(0, text.len()));
        read(&lexemes, 0, false).filter(|number| number.end == lexemes.len()).map(|number| (number.value, number.form))
    }

    #[test]
    fn numbers_are_read_in_figures_and_words() {
        for (text, expected) in [
            ("five", 5.0),
            ("twenty-one", 21.0),
            ("one hundred", 100.0),
            ("a hundred", 100.0),
            ("two hundred and five", 205.0),
            ("two hundred thirty thousand", 230_000.0),
            ("nine hundred ninety-nine trillion", 999e12),
            ("one million two hundred thousand and six", 1_200_006.0),
            ("two and a half", 2.5),
            ("two and a half million", 2_500_000.0),
            ("half a million", 500_000.0),
            ("half a dozen", 6.0),
            ("two dozen", 24.0),
            ("a dozen", 12.0),
            ("1,500", 1500.0),
            ("1.5 million", 1_500_000.0),
            ("1.5bn", 1.5e9),
            ("500k", 500e3),
            ("5 hundred thousand", 500e3),
        ] {
            assert_eq!(value(text), Some((expected, Form::Plain)), "{text}");
        }
    }

    #[test]
    fn vague_numbers_fractions_and_ordinals_are_told_apart() {
        assert_eq!(value("dozens"), Some((24.0, Form::Vague)));
        assert_eq!(value("tens of thousands"), Some((20_000.0, Form::Vague)));
        assert_eq!(value("hundreds of millions"), Some((200e6, Form::Vague)));
        assert_eq!(value("three-quarters"), Some((75.0, Form::Fraction)));
        assert_eq!(value("two thirds").map(|(value, _)| value.round()), Some(67.0));
        assert_eq!(value("twenty-second"), Some((22.0, Form::Ordinal)));
        assert_eq!(value("22nd"), Some((22.0, Form::Ordinal)));
        for none in ["five four", "half-brother", "a man", "tens", "million", "XIV", "one second hand", ""] {
            assert_eq!(value(none), None, "{none}");
        }
    }
}
