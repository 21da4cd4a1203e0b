//! Quantities in a sentence, brought to base units: counts, percentages, money, measures, ages, magnitudes.
//!
//! Numbers that are part of a date, a clock time or a name ("CN-235", "Title 42", "Boeing 737") are none.
//! Limits: English; "no" and "several" are not read; "$" without a country is the dollar of the United States; a "ton" is
//! the short one; what is counted is found by word form, not by a parser.

mod bound;
mod counted;
mod name;
mod rate;
mod scan;
mod score;
mod unit;

use crate::similarity::synonym;
use crate::span::Span;
use crate::token::stem_of;
pub use scan::find;
pub(in crate::claim) use scan::find_in;

/// Says how two values of the same kind relate.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Relation {
    /// They mean the same.
    Same,
    /// Both can be true of one thing: rounding, "at least", a wider range.
    Compatible,
    /// They cannot both be true of one thing.
    Different,
}

/// Says what the words around a number make of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Bound {
    /// The number itself.
    Exact,
    /// "at least", "more than", "over", "dozens".
    AtLeast,
    /// "at most", "up to", "fewer than".
    AtMost,
    /// "about", "some", "nearly".
    About,
    /// "between 3 and 5", "3 to 5".
    Between,
}

/// Says what a number measures; two quantities can be compared when this is equal.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Unit {
    /// Things counted, in ones.
    Count,
    /// Hundredths; "two-thirds of" is 66.7.
    Percent,
    /// Money in the currency of this ISO 4217 code (or its English name, where several countries share it).
    Money(&'static str),
    /// A place in an order: "first".
    Ordinal,
    /// Age in years.
    Age,
    /// Time in seconds.
    Duration,
    /// Length in metres.
    Length,
    /// Area in square metres.
    Area,
    /// Volume in litres.
    Volume,
    /// Mass in kilograms.
    Mass,
    /// Speed in metres per second.
    Speed,
    /// Temperature in degrees Celsius.
    Temperature,
    /// Magnitude of an earthquake.
    Magnitude,
    /// Anything else, by its name.
    Other(&'static str),
}

/// A number with its unit, as an article mentions it.
#[derive(Debug, Clone, PartialEq)]
pub struct Quantity {
    /// The number with approximator and unit.
    pub span: Span,
    /// The number alone; the first one of a range.
    pub number: Span,
    /// Least value in base units; equal to `high` when exact.
    pub low: f64,
    /// Greatest value in base units; infinite for "at least".
    pub high: f64,
    /// The value as written, in base units; the lower one of a range.
    pub value: f64,
    /// What the words around the number make of it.
    pub bound: Bound,
    /// What is measured.
    pub unit: Unit,
    /// Half a unit of the last given digit, in base units.
    pub precision: f64,
    /// How many base units the unit as written has.
    pub factor: f64,
    /// The span of time that it is per: "a year".
    pub per: Option<&'static str>,
    /// What is counted or measured: the noun that follows, lower case, singular ("house", "people").
    pub of: Option<String>,
}

/// Nouns that count persons, by what happened to them; the first row says nothing of that.
const PERSONS: [&[&str]; 5] = [
    &[
        "people",
        "person",
        "other",
        "man",
        "woman",
        "victim",
        "resident",
        "civilian",
        "individual",
        "villager",
        "passenger",
    ],
    &["dead", "killed", "death", "fatality", "life"],
    &["injured", "wounded", "hurt", "injury"],
    &["missing"],
    &["arrested", "detained", "arrest"],
];

/// Share of a rounded number by which another may differ from it: "300" and "302".
const ROUNDING: f64 = 0.05;
/// Share by which a converted number may differ: "320 kilometers" and "200 miles", "30 meters" and "100 feet".
const CONVERSION: f64 = 0.03;
/// Returns the share by which "about" may be off for a number as written: one of one digit, "about 50", was rounded more than one of two,
/// "about 84,000".
fn about(written: f64) -> f64 {
    let mut digits = written.abs();
    while digits >= 10.0 && digits % 10.0 == 0.0 {
        digits /= 10.0;
    }
    if digits < 10.0 && digits.fract() == 0.0 { 0.1 } else { 0.06 }
}

/// Compares two quantities; `None` when they measure or count different things.
///
/// A sum and what is paid each year are two things. `Same` for equal values, also after conversion ("two weeks", "14 days");
/// `Compatible` where both can be true ("at least 3" and 5, "dozens" and 50, "about 50" and 48, "1.5 million" and 1,487,000); else `Different`.
pub fn compare(a: &Quantity, b: &Quantity) -> Option<Relation> {
    let equal = |x: f64, y: f64| x == y || (x - y).abs() <= 1e-9 * x.abs().max(y.abs());
    // "annual savings of €140m" and "€140m a year": who leaves out the year gives the same number.
    let other_rate = a.per != b.per && !equal(a.value, b.value);
    if a.unit != b.unit || other_rate || !counts_alike(a, b) || !score::may_be_one(a, b) {
        return None;
    }
    if a.bound == b.bound && equal(a.low, b.low) && equal(a.high, b.high) {
        return Some(Relation::Same);
    }
    let slack = a.slack().max(b.slack());
    let other_unit = !equal(a.factor, b.factor);
    let converted =
        if other_unit { (a.precision + b.precision).max(CONVERSION * a.value.abs().max(b.value.abs())) } else { 0.0 };
    if a.bound == Bound::Exact && b.bound == Bound::Exact && other_unit && (a.value - b.value).abs() <= converted {
        return Some(Relation::Same);
    }
    let reach = slack.max(converted);
    // 2.5 is rounded to 3, and not to 2.
    let coarse = if a.slack() >= b.slack() { a } else { b };
    let exact = a.bound == Bound::Exact && b.bound == Bound::Exact && !other_unit;
    if exact && equal(a.value.max(b.value) - a.value.min(b.value), reach) && coarse.value < a.value.max(b.value) {
        return Some(Relation::Different);
    }
    // Two reports that both say "about" round what they know: 240,000 and 200,000 are two figures, though their ranges meet.
    let both_about = a.bound == Bound::About && b.bound == Bound::About;
    let overlap = if both_about {
        (a.value - b.value).abs()
            <= (about(a.value / a.factor).max(about(b.value / b.factor)) * a.value.abs().max(b.value.abs()))
                .max(converted)
    } else {
        a.low <= b.high + reach && b.low <= a.high + reach
    };
    Some(if overlap { Relation::Compatible } else { Relation::Different })
}

/// How many times as large the larger of two reports of one value may be. Of the pairs of figures in the labelled stories that are for one
/// thing, most are nearer; larger takes figures of two things for one.
const NEAR: f64 = 1.8;

/// Tells whether two values are near enough to be two reports of one.
pub(crate) fn are_near(a: f64, b: f64) -> bool {
    a > 0.0 && b > 0.0 && a.max(b) <= NEAR * a.min(b)
}

impl Quantity {
    /// Makes a quantity of exactly this value, which counts nothing named.
    fn exact(span: Span, number: Span, value: f64, unit: Unit) -> Self {
        let (low, high, bound) = (value, value, Bound::Exact);
        Self { span, number, low, high, value, bound, unit, precision: 0.0, factor: 1.0, per: None, of: None }
    }

    /// Tells whether another quantity has the same value as written, whatever bounds it; a range only where it ends with the same too.
    pub fn is_as_much(&self, other: &Self) -> bool {
        let same = |a: f64, b: f64| (a - b).abs() <= 1e-9 * a.abs();
        let ranges = self.bound == Bound::Between || other.bound == Bound::Between;
        same(self.value, other.value) && (!ranges || same(self.high, other.high))
    }

    /// Names the kind of figure this is: its unit and, for counts, what is counted, persons of all kinds together.
    ///
    /// Two quantities of one kind are candidates for comparison. What is counted is named by the stem of the first of its synonyms. `None` for
    /// ordinals and counts of nothing named.
    pub fn kind(&self) -> Option<String> {
        match (&self.unit, self.of.as_deref()) {
            (Unit::Ordinal, _) | (Unit::Count, None) => None,
            (Unit::Count, Some(noun)) if persons(noun).is_some() => Some("person".to_owned()),
            // Homes and houses are one kind.
            (Unit::Count, Some(noun)) => Some(counted_as(noun)),
            (unit, _) => Some(format!("{unit:?}")),
        }
    }

    /// Returns how many votes or goals the outcome of a vote or game tells of; `None` of any other quantity.
    pub fn outcome_total(&self) -> Option<u32> {
        score::total(self).map(|total| total as u32)
    }

    /// Returns how far the true value may lie from the written one because the number was rounded.
    fn slack(&self) -> f64 {
        let written = self.value / self.factor;
        if self.unit == Unit::Ordinal
            || self.unit == Unit::Age
            || self.bound == Bound::AtLeast
            || self.bound == Bound::AtMost
        {
            return 0.0;
        }
        let by_digits = if self.unit == Unit::Count && self.precision <= 0.5 { 0.0 } else { self.precision };
        // two zeros at the end, or one above a hundred, look rounded
        let step = if written >= 1000.0 && written % 100.0 == 0.0 {
            50.0
        } else if written >= 100.0 && written % 10.0 == 0.0 {
            5.0
        } else {
            0.0
        };
        by_digits.max((step * self.factor).min(ROUNDING * self.value))
    }
}

/// Returns the row of [`PERSONS`] that has the noun.
fn persons(noun: &str) -> Option<usize> {
    PERSONS.iter().position(|nouns| nouns.contains(&noun))
}

/// Returns the name under which things are counted: the stem of the first of their synonyms. Vehicles are more than cars.
fn counted_as(noun: &str) -> String {
    let stem = stem_of(noun);
    let head = synonym(stem.clone());
    if head == "car" { stem } else { head }
}

fn counts_alike(a: &Quantity, b: &Quantity) -> bool {
    if !matches!(a.unit, Unit::Count | Unit::Ordinal) {
        return true;
    }
    match (&a.of, &b.of) {
        // "five people" may be the "five dead", but no dead are injured
        (Some(a), Some(b)) if a == b => true,
        (Some(a), Some(b)) => match (persons(a), persons(b)) {
            (Some(a), Some(b)) => a == b || a == 0 || b == 0,
            (None, None) => counted_as(a) == counted_as(b),
            _ => false,
        },
        _ => a.unit == Unit::Count,
    }
}

#[cfg(test)]
mod tests;
