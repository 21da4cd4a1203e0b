//! Finds quantities in a sentence: approximator, number or range, unit, what is counted.

use super::super::date::find_in as find_dates;
use super::super::lexeme::Lexemes;
use super::super::number::{self, Form, Number};
use super::bound::{read_approximators, read_share, read_suffix, read_upper};
use super::name::{counts_one, is_quantity, skip_name};
use super::unit::{self, Measure};
use super::{Bound, Quantity, Unit, about, counted, rate, score};
use crate::span::Span;

/// Words before "over" and a time that make it mean "more than".
const LENGTHENED: &[&str] = &[
    "for", "last", "lasts", "lasted", "lasting", "take", "takes", "took", "taken", "of", "after", "by", "is", "was",
    "just", "well",
];

/// Words behind "times" of what is so many times as large.
const MULTIPLIED: &[&str] = &[
    "the", "its", "his", "her", "their", "our", "that", "what", "as", "more", "higher", "larger", "bigger", "greater",
    "faster", "likelier",
];

/// Finds the quantities in the part `span` of a text, in order.
///
/// ```
/// use news_compare::{Span, claim::quantity::{self, Bound, Unit}};
///
/// let text = "The 6.1-magnitude quake injured more than 200 people at a depth of 10 km.";
/// let found = quantity::find(text, Span::new(0, text.len()));
/// assert_eq!(found[0].unit, Unit::Magnitude);
/// assert_eq!((found[1].low, found[1].bound, found[1].of.as_deref()), (200.0, Bound::AtLeast, Some("people")));
/// assert_eq!((found[2].low, &found[2].unit), (10_000.0, &Unit::Length));
/// ```
pub fn find(text: &str, span: Span) -> Vec<Quantity> {
    find_in(&Lexemes::read(text, span))
}

/// Finds the quantities in a sentence that is read already.
pub(in crate::claim) fn find_in(lexemes: &Lexemes) -> Vec<Quantity> {
    let dates: Vec<Span> = find_dates(lexemes, None).iter().map(|date| date.span).collect();
    let mut next_date = 0;
    let mut found = Vec::new();
    let mut index = 0;
    while let Some(lexeme) = lexemes.get(index) {
        while dates.get(next_date).is_some_and(|date| date.end <= lexeme.span.start) {
            next_date += 1;
        }
        let date = dates.get(next_date).copied();
        if date.is_some_and(|date| date.overlaps(lexeme.span)) {
            index += 1;
            continue;
        }
        match read(lexemes, index).filter(|(quantity, _)| date.is_none_or(|date| !date.overlaps(quantity.number))) {
            Some((quantity, end)) => {
                found.push(quantity);
                index = end.max(index + 1);
            }
            None => index = skip_name(lexemes, index),
        }
    }
    found
}

/// Reads the quantity that begins at the index, with the index past its unit.
fn read(lexemes: &Lexemes, index: usize) -> Option<(Quantity, usize)> {
    if let Some(read) = score::read(lexemes, index).or_else(|| rate::frequency(lexemes, index)) {
        return Some(read);
    }
    let (bound, mut at) = read_approximators(lexemes, index);
    let mut between = bound.is_none() && lexemes.word(at) == "between";
    at += usize::from(between);
    let the = usize::from(between && lexemes.has_words(at, &["the", "ages"]));
    let measured_before = measure_before(lexemes, at + the);
    if let Some(measure) = &measured_before {
        at = measure.end;
    }
    if bound.is_none() && lexemes.word(at) == "between" {
        between = true;
        at += 1;
    }
    let money = unit::currency_before(lexemes, at);
    let number_at = money.map_or(at, |(_, end)| end);
    let minus_sign = lexemes.is_sign(at, '-') || lexemes.is_sign(at, '−') || lexemes.word(at) == "minus";
    let minus = money.is_none() && minus_sign;
    let number_at = number_at + usize::from(minus);
    let mut number = number::read(lexemes, number_at, money.is_some())
        .or_else(|| an_hour(lexemes, number_at).filter(|_| money.is_none()))?;
    if (minus && index > 0 && lexemes.is_glued(index))
        || !is_quantity(lexemes, index, number_at, &number, money.is_some())
    {
        return None;
    }
    if lexemes.word(number_at) == "one" && !counts_one(lexemes, &number, bound.is_some()) {
        return None;
    }
    if let Some((share, precision, end)) = read_share(lexemes, &number) {
        number = Number { value: share, precision, form: Form::Fraction, scale: 1.0, end };
    }
    let number_end = number.end;
    let upper = read_upper(lexemes, number_at, &mut number, between, money.is_some());
    if between && upper.is_none() {
        return None;
    }
    let (suffix, after_suffix) = read_suffix(lexemes, number.end);
    let many = number.value != 1.0 || upper.is_some();
    let scaled = number.scale >= 1e5;
    let of = |unit: Unit| Some(Measure { unit, factor: 1.0, end: after_suffix });
    let measure = match (money, measured_before, number.form) {
        (Some((currency, _)), _, _) => of(Unit::Money(currency)),
        (_, Some(measure), _) => Some(Measure { end: after_suffix, ..measure }),
        (_, _, Form::Ordinal) => of(Unit::Ordinal),
        (_, _, Form::Fraction) => unit::read_points(lexemes, after_suffix).or_else(|| of(Unit::Percent)),
        _ => unit::read(lexemes, after_suffix, many, scaled)
            .or_else(|| age_in_commas(lexemes, number_at, number.end))
            .or_else(|| age_behind_of(lexemes, number_at, number.end)),
    };
    if minus
        && measure.as_ref().is_none_or(|measure| !matches!(measure.unit, Unit::Temperature | Unit::Other("degree")))
    {
        return None;
    }
    let Measure { unit, factor, end } =
        measure.unwrap_or(Measure { unit: Unit::Count, factor: 1.0, end: after_suffix });
    // "50 degrees or more", "two years or so"
    let (late_suffix, end) =
        if suffix.is_none() && end > after_suffix { read_suffix(lexemes, end) } else { (None, end) };
    let sign = if minus { -1.0 } else { 1.0 };
    let mut value = unit::to_base(sign * number.value, &unit, factor);
    let (mut smallest, mut end) = (factor, end);
    // "7 minutes 41 seconds", "five feet and six inches"
    while let Some((more, part_end)) = read_further_part(lexemes, end, &unit, smallest).filter(|_| upper.is_none()) {
        value += more.factor * part_end.1;
        (smallest, end) = (more.factor, part_end.0);
    }
    let before = bound.filter(|_| !says_during(lexemes, index, &unit));
    let vague = (number.form == Form::Vague).then_some(Bound::AtLeast);
    // "nearly two dozen", but "about dozens" stays at least
    let before = vague.or(before);
    let bound = upper.map(|_| Bound::Between).or(suffix).or(late_suffix).or(before).unwrap_or(Bound::Exact);
    let upper = upper.map_or(value, |upper| unit::to_base(upper, &unit, factor));
    let (low, high) = limits(bound, value, upper, &unit, factor);
    let unit = unit_around(lexemes, index, after_suffix, unit);
    let quantity = Quantity {
        span: lexemes.span(index, end),
        number: lexemes.span(number_at, number_end),
        low,
        high,
        value,
        bound,
        precision: number.precision * smallest,
        factor,
        per: if matches!(unit, Unit::Count | Unit::Ordinal | Unit::Age | Unit::Duration) {
            None
        } else {
            rate::read(lexemes, end)
        },
        of: counted(lexemes, index, end, &unit, many),
        unit,
    };
    Some((quantity, end))
}

/// Tells whether the "over" before a number of years says during and not more than: "were followed over seven years", but "for over seven years".
fn says_during(lexemes: &Lexemes, index: usize, unit: &Unit) -> bool {
    *unit == Unit::Duration && lexemes.word(index) == "over" && !LENGTHENED.contains(&lexemes.word_back(index, 1))
}

/// Returns the least and the greatest that a value within some bound may be, in base units; `upper` is where a range ends.
fn limits(bound: Bound, value: f64, upper: f64, unit: &Unit, factor: f64) -> (f64, f64) {
    let rounded = about(value / factor) * value.abs();
    match bound {
        Bound::Exact => (value, value),
        Bound::AtLeast => (value, f64::INFINITY),
        Bound::AtMost => (if *unit == Unit::Temperature { f64::NEG_INFINITY } else { 0.0 }, value),
        Bound::About => (value - rounded, value + rounded),
        Bound::Between => (value, upper),
    }
}

/// Returns the unit as the words around it change it. "Fined three times" counts, "three times the limit" measures; "every four years" says how
/// often, "for four years" how long.
fn unit_around(lexemes: &Lexemes, index: usize, after: usize, unit: Unit) -> Unit {
    match unit {
        Unit::Count if lexemes.word(after) == "times" && MULTIPLIED.contains(&lexemes.word(after + 1)) => {
            Unit::Other("times as much")
        }
        Unit::Duration if matches!(lexemes.word_back(index, 1), "every" | "each") => Unit::Other("interval"),
        unit => unit,
    }
}

/// Reads "an hour" as one where more of it follows, "an hour and 10 minutes", or it is rounded: "nearly an hour".
fn an_hour(lexemes: &Lexemes, at: usize) -> Option<Number> {
    let article = matches!(lexemes.word(at), "a" | "an") && matches!(lexemes.word(at + 1), "hour" | "day" | "week");
    let rounded =
        matches!(lexemes.word_back(at, 1), "nearly" | "almost" | "about" | "around" | "over" | "than" | "under");
    let follows = lexemes.word(at + 2) == "and" && number::read(lexemes, at + 3, false).is_some();
    (article && (rounded || follows)).then_some(Number {
        value: 1.0,
        precision: 0.5,
        form: Form::Plain,
        scale: 1.0,
        end: at + 1,
    })
}

/// Reads a further, smaller part of a time or length; gives its unit, and the index past it with its number.
fn read_further_part(lexemes: &Lexemes, end: usize, unit: &Unit, above: f64) -> Option<(Measure, (usize, f64))> {
    if !matches!(unit, Unit::Duration | Unit::Length) {
        return None;
    }
    let at = end + usize::from(lexemes.word(end) == "and");
    let number = number::read(lexemes, at, false).filter(|number| number.form == Form::Plain)?;
    let measure = unit::read(lexemes, number.end, true, false)?;
    let smaller = measure.unit == *unit && measure.factor < above && number.value * measure.factor < above;
    smaller.then_some((measure.clone(), (measure.end, number.value)))
}

/// Finds what the quantity from `index` to `end` counts; a measure counts only what follows with "of".
fn counted(lexemes: &Lexemes, index: usize, end: usize, unit: &Unit, many: bool) -> Option<String> {
    match unit {
        Unit::Count => counted::head(lexemes, end, !many)
            .or_else(|| counted::by_verb_before(lexemes, index))
            .or_else(|| counted::by_total_before(lexemes, index)),
        Unit::Ordinal => counted::head(lexemes, end, true),
        _ if lexemes.word(end) == "of" => counted::head(lexemes, end, false),
        _ => None,
    }
}

/// Reads a measure that stands before its number: "magnitude 6.1", "measuring 7.2 on", "aged 91".
fn measure_before(lexemes: &Lexemes, at: usize) -> Option<Measure> {
    let measure = |unit, end| Some(Measure { unit, factor: 1.0, end });
    match lexemes.word(at) {
        "magnitude" => {
            let end = at + 1 + usize::from(lexemes.is_hyphen(at + 1) || lexemes.word(at + 1) == "of");
            if lexemes.is_figure(end) { measure(Unit::Magnitude, end) } else { None }
        }
        "aged" | "age" => measure(Unit::Age, at + 1),
        "ages" => measure(Unit::Age, at + 1 + usize::from(lexemes.word(at + 1) == "of")),
        _ => None,
    }
}

/// Whom an age is told of behind "of", however young: "a boy of nine".
const YOUNG: &[&str] = &["boy", "girl", "child", "baby", "son", "daughter", "grandson", "granddaughter"];

/// The same for those who may also have so many children: "a mother of three", "a grandmother of 71".
const GROWN: &[&str] = &[
    "man",
    "woman",
    "mother",
    "father",
    "grandmother",
    "grandfather",
    "widow",
    "widower",
    "wife",
    "husband",
    "pensioner",
    "teenager",
    "student",
    "youth",
];

/// Age from which a figure behind "a mother of" counts no children.
const GROWN_UP: u32 = 16;

/// Reads "a grandmother of 71": a figure behind whom it is told of, with nothing that it could count behind it.
fn age_behind_of(lexemes: &Lexemes, number_at: usize, end: usize) -> Option<Measure> {
    let (age, _) = lexemes.whole(number_at)?;
    let person = lexemes.word_back(number_at, 2);
    let told = YOUNG.contains(&person) || GROWN.contains(&person) && age >= GROWN_UP;
    let counts = counted::head(lexemes, end, false).is_some();
    (lexemes.word_back(number_at, 1) == "of" && told && (1..=120).contains(&age) && !counts).then_some(Measure {
        unit: Unit::Age,
        factor: 1.0,
        end,
    })
}

/// Reads "Bensu Elianita, 22, said": a figure between commas behind a name.
fn age_in_commas(lexemes: &Lexemes, number_at: usize, end: usize) -> Option<Measure> {
    let (age, digits) = lexemes.whole(number_at)?;
    let commas = number_at >= 2 && lexemes.is_sign(number_at - 1, ',') && lexemes.is_sign(end, ',');
    let name = number_at >= 2 && lexemes.is_capital(number_at - 2);
    (commas && name && digits <= 3 && (1..=120).contains(&age)).then_some(Measure { unit: Unit::Age, factor: 1.0, end })
}
