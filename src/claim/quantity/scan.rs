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
    let before = read_before(lexemes, index);
    let Before { number_at, minus, .. } = before;
    let mut number = read_number(lexemes, index, &before)?;
    let number_end = number.end;
    let upper = read_upper(lexemes, number_at, &mut number, before.between, before.money.is_some());
    if before.between && upper.is_none() {
        return None;
    }
    let (suffix, after_suffix) = read_suffix(lexemes, number.end);
    let many = number.value != 1.0 || upper.is_some();
    let measure = read_measure(lexemes, &before, &number, many, after_suffix);
    let Measure { unit, factor, end } =
        measure.unwrap_or(Measure { unit: Unit::Count, factor: 1.0, end: after_suffix });
    if minus && !matches!(unit, Unit::Temperature | Unit::Other("degree")) {
        return None;
    }
    // "50 degrees or more", "two years or so"
    let (late_suffix, mut end) =
        if suffix.is_none() && end > after_suffix { read_suffix(lexemes, end) } else { (None, end) };
    let sign = if minus { -1.0 } else { 1.0 };
    let mut value = unit::to_base(sign * number.value, &unit, factor);
    let mut smallest = factor;
    // "7 minutes 41 seconds", "five feet and six inches"
    while let Some(part) = read_further_part(lexemes, end, &unit, smallest).filter(|_| upper.is_none()) {
        value += part.value;
        (smallest, end) = (part.factor, part.end);
    }
    // "nearly two dozen", but "about dozens" stays at least
    let vague = (number.form == Form::Vague).then_some(Bound::AtLeast);
    let approximate = vague.or(before.bound.filter(|_| !says_during(lexemes, index, &unit)));
    let bound = upper.map(|_| Bound::Between).or(suffix).or(late_suffix).or(approximate).unwrap_or(Bound::Exact);
    let upper = upper.map_or(value, |upper| unit::to_base(upper, &unit, factor));
    let (low, high) = limits(bound, value, upper, &unit, factor);
    let unit = unit_around(lexemes, index, after_suffix, unit);
    let rated = !matches!(unit, Unit::Count | Unit::Ordinal | Unit::Age | Unit::Duration);
    let quantity = Quantity {
        span: lexemes.span(index, end),
        number: lexemes.span(number_at, number_end),
        low,
        high,
        value,
        bound,
        precision: number.precision * smallest,
        factor,
        per: if rated { rate::read(lexemes, end) } else { None },
        of: counted(lexemes, index, end, &unit, many),
        unit,
    };
    Some((quantity, end))
}

/// What belongs to a number and stands before it.
struct Before {
    /// What its approximators make of it.
    bound: Option<Bound>,
    /// Tells whether "between" opens a range.
    between: bool,
    /// What it measures: "aged", "magnitude".
    measure: Option<Measure>,
    /// Its currency.
    money: Option<&'static str>,
    /// Tells whether it is below zero.
    minus: bool,
    /// Where the number itself begins.
    number_at: usize,
}

/// Reads what may stand before a number from the index on.
fn read_before(lexemes: &Lexemes, index: usize) -> Before {
    let (bound, mut at) = read_approximators(lexemes, index);
    let opens_range = |at: usize| bound.is_none() && lexemes.word(at) == "between";
    let mut between = opens_range(at);
    at += usize::from(between);
    let the = usize::from(between && lexemes.has_words(at, &["the", "ages"]));
    let measure = measure_before(lexemes, at + the);
    at = measure.as_ref().map_or(at, |measure| measure.end);
    // "aged between 18 and 25"
    if opens_range(at) {
        between = true;
        at += 1;
    }
    if let Some((currency, number_at)) = unit::currency_before(lexemes, at) {
        return Before { bound, between, measure, money: Some(currency), minus: false, number_at };
    }
    let minus = lexemes.is_sign(at, '-') || lexemes.is_sign(at, '−') || lexemes.word(at) == "minus";
    Before { bound, between, measure, money: None, minus, number_at: at + usize::from(minus) }
}

/// Reads the number of a quantity that begins at the index; none where it names or numbers something and counts nothing.
fn read_number(lexemes: &Lexemes, index: usize, before: &Before) -> Option<Number> {
    let (at, money) = (before.number_at, before.money.is_some());
    let number = number::read(lexemes, at, money).or_else(|| an_hour(lexemes, at).filter(|_| !money))?;
    let joined = before.minus && index > 0 && lexemes.is_glued(index);
    if joined || !is_quantity(lexemes, index, at, &number, money) {
        return None;
    }
    if lexemes.word(at) == "one" && !counts_one(lexemes, &number, before.bound.is_some()) {
        return None;
    }
    let share = read_share(lexemes, &number);
    let of_share = |(value, precision, end)| Number { value, precision, form: Form::Fraction, scale: 1.0, end };
    Some(share.map_or(number, of_share))
}

/// Scale from which "pounds" and "won" behind a number are money, and no weight or victory: "5 million pounds". At a thousand
/// the load of a lorry would be money too.
const OF_MONEY: f64 = 1e5;

/// Reads what a number measures: by what stands before it, by its form, or by what stands from the index `after` on.
fn read_measure(lexemes: &Lexemes, before: &Before, number: &Number, many: bool, after: usize) -> Option<Measure> {
    let of = |unit: Unit| Some(Measure { unit, factor: 1.0, end: after });
    match (before.money, &before.measure, number.form) {
        (Some(currency), _, _) => of(Unit::Money(currency)),
        (_, Some(measure), _) => Some(Measure { end: after, ..measure.clone() }),
        (_, _, Form::Ordinal) => of(Unit::Ordinal),
        (_, _, Form::Fraction) => unit::read_points(lexemes, after).or_else(|| of(Unit::Percent)),
        _ => unit::read(lexemes, after, many, number.scale >= OF_MONEY)
            .or_else(|| age_in_commas(lexemes, before.number_at, number.end))
            .or_else(|| age_behind_of(lexemes, before.number_at, number.end)),
    }
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

/// Words before "a week" that make it how long something lasts; "twice a week" and "a week later" say how often and when.
const LASTING: &[&str] = &[
    "nearly", "almost", "about", "around", "over", "than", "under", "least", "for", "last", "lasts", "lasted",
    "lasting", "take", "takes", "took",
];

/// Reads "an hour" as one where it is how long something lasts: "nearly an hour", "for a week", "an hour and 10 minutes", "a week's wages".
fn an_hour(lexemes: &Lexemes, at: usize) -> Option<Number> {
    let word = lexemes.word(at + 1);
    let time = word.trim_end_matches("'s");
    let owns = time.len() < word.len();
    let time = matches!(time, "hour" | "day" | "week" | "month" | "year");
    let article = matches!(lexemes.word(at), "a" | "an") && time;
    let later = matches!(lexemes.word(at + 2), "ago" | "earlier" | "later" | "before" | "after");
    let lasting = LASTING.contains(&lexemes.word_back(at, 1)) && !later;
    let follows = lexemes.word(at + 2) == "and" && number::read(lexemes, at + 3, false).is_some();
    (article && (lasting || follows || owns)).then_some(Number {
        value: 1.0,
        precision: 0.5,
        form: Form::Plain,
        scale: 1.0,
        end: at + 1,
    })
}

/// A further part of a time or length.
struct Part {
    /// In base units.
    value: f64,
    /// How many base units its own unit has.
    factor: f64,
    /// The index past it.
    end: usize,
}

/// Reads a further part of a time or length, smaller than one of the unit before it, which has `above` base units.
fn read_further_part(lexemes: &Lexemes, end: usize, unit: &Unit, above: f64) -> Option<Part> {
    if !matches!(unit, Unit::Duration | Unit::Length) {
        return None;
    }
    let at = end + usize::from(lexemes.word(end) == "and");
    let number = number::read(lexemes, at, false).filter(|number| number.form == Form::Plain)?;
    let Measure { unit: own, factor, end } = unit::read(lexemes, number.end, true, false)?;
    let value = number.value * factor;
    (own == *unit && factor < above && value < above).then_some(Part { value, factor, end })
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
