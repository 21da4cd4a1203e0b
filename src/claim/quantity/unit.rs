//! Units and currencies: reads the one that stands beside a number.

use super::super::lexeme::{Kind, Lexemes};
use super::Unit;
use crate::ablation::list;
use crate::lexicon::Lexicon;
use std::sync::LazyLock;

/// A unit as written, with its size.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Measure {
    /// What it measures.
    pub(super) unit: Unit,
    /// How many base units it is.
    pub(super) factor: f64,
    /// Index past its last lexeme.
    pub(super) end: usize,
}

static UNITS: LazyLock<Lexicon<(Unit, f64)>> = LazyLock::new(|| {
    let mut units = Lexicon::default();
    for line in list(include_str!("../../lexicon/units.txt")).lines().filter(|line| !line.starts_with('#')) {
        let mut parts = line.split(' ');
        let unit = match parts.next().unwrap_or("") {
            "duration" => Unit::Duration,
            "length" => Unit::Length,
            "area" => Unit::Area,
            "volume" => Unit::Volume,
            "mass" => Unit::Mass,
            "speed" => Unit::Speed,
            other => Unit::Other(other.strip_prefix("other:").unwrap_or(other)),
        };
        let factor = parts.next().and_then(|factor| factor.parse().ok()).unwrap_or(1.0);
        parts.for_each(|word| units.insert(word, (unit.clone(), factor)));
    }
    units
});

/// Reads the unit at the index, a hyphen before it and inside it allowed; `many` says that the number is not one.
pub(super) fn read(lexemes: &Lexemes, index: usize, many: bool, scaled: bool) -> Option<Measure> {
    let hyphen = lexemes.is_hyphen(index);
    let at = index + usize::from(hyphen);
    if let Some(measure) = read_sign(lexemes, index).or_else(|| read_percent(lexemes, at)) {
        return Some(measure);
    }
    if let Some(measure) = read_age(lexemes, at) {
        return Some(measure);
    }
    if let Some((currency, end)) = read_currency(lexemes, at, scaled) {
        return Some(Measure { unit: Unit::Money(currency), factor: 1.0, end });
    }
    let special =
        read_degrees(lexemes, at).or_else(|| read_magnitude(lexemes, at)).or_else(|| read_inches(lexemes, index));
    special.or_else(|| {
        let measure = read_listed(lexemes, at)?;
        let word = lexemes.word(at);
        // "two second homes"; "5 m" but no word of one letter far off
        let ordinal = word == "second" && many && !hyphen;
        let letter_counts = lexemes.is_figure(index.saturating_sub(1)) && !lexemes.is_capital(at);
        (!ordinal && (word.len() > 1 || letter_counts)).then_some(measure)
    })
}

fn read_sign(lexemes: &Lexemes, index: usize) -> Option<Measure> {
    let Kind::Sign(sign) = lexemes.get(index)?.kind else { return None };
    let measure = |unit, factor, end| Some(Measure { unit, factor, end });
    match sign {
        '%' => measure(Unit::Percent, 1.0, index + 1),
        '€' => measure(Unit::Money("EUR"), 1.0, index + 1),
        '°' | 'º' => match lexemes.word(index + 1) {
            "c" => measure(Unit::Temperature, 1.0, index + 2),
            "f" => measure(Unit::Temperature, FAHRENHEIT, index + 2),
            _ => measure(Unit::Other("degree"), 1.0, index + 1),
        },
        _ => None,
    }
}

fn read_percent(lexemes: &Lexemes, at: usize) -> Option<Measure> {
    let points = lexemes.has_words(at, &["percentage", "points"]) || lexemes.has_words(at, &["percentage", "point"]);
    let words = match lexemes.word(at) {
        _ if points => return None,
        "percent" | "pct" => 1,
        "per" if lexemes.word(at + 1) == "cent" => 2,
        _ => return None,
    };
    Some(Measure { unit: Unit::Percent, factor: 1.0, end: at + words })
}

/// Reads the points of which a fraction tells: "a quarter of a percentage point", "three-quarter point", "a half-point".
pub(super) fn read_points(lexemes: &Lexemes, at: usize) -> Option<Measure> {
    let at = at + usize::from(lexemes.is_hyphen(at));
    let at = if lexemes.has_words(at, &["of", "a"]) { at + 2 } else { at };
    let at = at + usize::from(lexemes.word(at) == "percentage");
    let points = matches!(lexemes.word(at), "point" | "points");
    // A fraction is in hundredths.
    points.then_some(Measure { unit: Unit::Other("percentage-point"), factor: 0.01, end: at + 1 })
}

/// Reads "-year-old", "year-old", "years old".
fn read_age(lexemes: &Lexemes, at: usize) -> Option<Measure> {
    let factor = match lexemes.word(at) {
        "year" | "years" => 1.0,
        "month" | "months" => 1.0 / 12.0,
        _ => return None,
    };
    let old_at = at + 1 + usize::from(lexemes.is_hyphen(at + 1));
    let old = matches!(lexemes.word(old_at), "old" | "olds");
    old.then_some(Measure { unit: Unit::Age, factor, end: old_at + 1 })
}

/// The factor that stands for degrees Fahrenheit, whose zero lies elsewhere; see [`to_base`].
const FAHRENHEIT: f64 = 5.0 / 9.0;

fn read_degrees(lexemes: &Lexemes, at: usize) -> Option<Measure> {
    if !matches!(lexemes.word(at), "degree" | "degrees") {
        return None;
    }
    let scale_at = at + 1 + usize::from(lexemes.is_hyphen(at + 1));
    let (unit, factor, end) = match lexemes.word(scale_at) {
        "celsius" | "centigrade" | "c" => (Unit::Temperature, 1.0, scale_at + 1),
        "fahrenheit" | "f" => (Unit::Temperature, FAHRENHEIT, scale_at + 1),
        _ => (Unit::Other("degree"), 1.0, at + 1),
    };
    Some(Measure { unit, factor, end })
}

/// Reads "-magnitude" and "on the Richter scale" behind a number.
fn read_magnitude(lexemes: &Lexemes, at: usize) -> Option<Measure> {
    let words = match lexemes.word(at) {
        "magnitude" => 1,
        "on" if lexemes.has_words(at + 1, &["the", "richter", "scale"]) => 4,
        "on" if lexemes.has_words(at + 1, &["richter", "scale"]) => 3,
        "on" if lexemes.has_words(at + 1, &["the", "richter"]) => 3,
        _ => return None,
    };
    Some(Measure { unit: Unit::Magnitude, factor: 1.0, end: at + words })
}

/// Reads "in" for inches, which only a figure without white space tells from the preposition: "12in".
fn read_inches(lexemes: &Lexemes, index: usize) -> Option<Measure> {
    let inches = lexemes.is_glued(index) && lexemes.word(index) == "in" && lexemes.is_figure(index.saturating_sub(1));
    inches.then_some(Measure { unit: Unit::Length, factor: 0.0254, end: index + 1 })
}

/// Reads a unit of the word list, the longest first: "square kilometres", "miles per hour".
fn read_listed(lexemes: &Lexemes, at: usize) -> Option<Measure> {
    let mut name = String::new();
    let mut found = None;
    let mut end = at;
    for _ in 0..3 {
        // "a week's wages"
        let word = lexemes.word(end).trim_end_matches("'s");
        if word.is_empty() {
            break;
        }
        if !name.is_empty() {
            name.push('_');
        }
        name.push_str(word);
        end += 1;
        if let Some((unit, factor)) = UNITS.get(&name) {
            found = Some(Measure { unit: unit.clone(), factor: *factor, end });
        }
        if lexemes.is_sign(end, '/') && matches!(lexemes.word(end + 1), "h" | "hr") {
            name.push_str("_per_hour");
            if let Some((unit, factor)) = UNITS.get(&name) {
                return Some(Measure { unit: unit.clone(), factor: *factor, end: end + 2 });
            }
            break;
        }
        end += usize::from(lexemes.is_hyphen(end));
    }
    found
}

/// Brings a number to base units.
pub(super) fn to_base(value: f64, unit: &Unit, factor: f64) -> f64 {
    if *unit == Unit::Temperature && factor == FAHRENHEIT { (value - 32.0) * FAHRENHEIT } else { value * factor }
}

/// Reads the currency behind a number: "dollars", "US dollars", "euro", "EUR".
fn read_currency(lexemes: &Lexemes, at: usize, scaled: bool) -> Option<(&'static str, usize)> {
    let country = match lexemes.word(at) {
        "us" | "american" => Some("USD"),
        "canadian" => Some("CAD"),
        "australian" => Some("AUD"),
        _ => None,
    };
    if let Some(currency) = country {
        return matches!(lexemes.word(at + 1), "dollar" | "dollars").then_some((currency, at + 2));
    }
    let currency = match lexemes.word(at) {
        "dollar" | "dollars" => "USD",
        "euro" | "euros" => "EUR",
        "pound" | "pounds" if scaled || lexemes.word(at + 1) == "sterling" => "GBP",
        "sterling" => "GBP",
        "yen" => "JPY",
        "yuan" | "renminbi" => "CNY",
        "rupee" | "rupees" => "INR",
        "rupiah" => "IDR",
        "ruble" | "rubles" | "rouble" | "roubles" => "RUB",
        "shekel" | "shekels" => "ILS",
        "hryvnia" | "hryvnias" => "UAH",
        "rand" if scaled => "ZAR",
        "won" if scaled => "KRW",
        "franc" | "francs" => "franc",
        "peso" | "pesos" => "peso",
        "crowns" | "krona" | "kronor" | "krone" | "kroner" | "koruna" => "crown",
        "zloty" | "zlotys" => "zloty",
        "forint" | "forints" => "forint",
        "dirham" | "dirhams" => "dirham",
        "dinar" | "dinars" => "dinar",
        "riyal" | "riyals" => "riyal",
        "shillings" => "shilling",
        "naira" => "naira",
        "tenge" => "tenge",
        "baht" => "baht",
        "lira" | "liras" => "lira",
        "cent" | "cents" => "cent",
        word => code(word).filter(|_| lexemes.is_capital(at))?,
    };
    Some((currency, at + 1))
}

/// Returns the currency of an ISO 4217 code.
fn code(word: &str) -> Option<&'static str> {
    Some(match word {
        "usd" => "USD",
        "eur" => "EUR",
        "gbp" => "GBP",
        "jpy" => "JPY",
        "cny" => "CNY",
        "inr" => "INR",
        "idr" => "IDR",
        "cad" => "CAD",
        "aud" => "AUD",
        "chf" => "franc",
        "mxn" | "php" => "peso",
        "sek" | "nok" | "dkk" | "czk" => "crown",
        "pln" => "zloty",
        "huf" => "forint",
        _ => return None,
    })
}

/// Reads the currency before a number: "$", "US$", "€", "USD"; gives it with the index past it.
pub(super) fn currency_before(lexemes: &Lexemes, index: usize) -> Option<(&'static str, usize)> {
    let country = lexemes.word(index);
    let sign_at = index
        + usize::from(matches!(country, "us" | "c" | "ca" | "a" | "au" | "nz" | "hk") && lexemes.is_glued(index + 1));
    let Kind::Sign(sign) = lexemes.get(sign_at)?.kind else {
        let code = code(country).filter(|_| lexemes.is_capital(index))?;
        return lexemes.is_figure(index + 1).then_some((code, index + 1));
    };
    let currency = match (sign, if sign_at > index { country } else { "" }) {
        ('$', "" | "us") => "USD",
        ('$', "c" | "ca") => "CAD",
        ('$', "a" | "au") => "AUD",
        ('$', "nz") => "NZD",
        ('$', "hk") => "HKD",
        ('€', "") => "EUR",
        ('£', "") => "GBP",
        ('¥', "") => "JPY",
        ('₹', "") => "INR",
        ('₩', "") => "KRW",
        ('₽', "") => "RUB",
        ('₪', "") => "ILS",
        ('₴', "") => "UAH",
        _ => return None,
    };
    Some((currency, sign_at + 1))
}
