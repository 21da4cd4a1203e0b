//! Finds quantities in a sentence: approximator, number or range, unit, what is counted.

use super::super::date::find_in as find_dates;
use super::super::lexeme::{Kind, Lexemes};
use super::super::number::{self, Form, Number};
use super::unit::{self, Measure};
use super::{ABOUT, Bound, Quantity, Unit, counted};
use crate::span::Span;

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
    let lexemes = Lexemes::read(text, span);
    let dates: Vec<Span> = find_dates(&lexemes, None).iter().map(|date| date.span).collect();
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
        match read(&lexemes, index).filter(|(quantity, _)| date.is_none_or(|date| !date.overlaps(quantity.number))) {
            Some((quantity, end)) => {
                found.push(quantity);
                index = end.max(index + 1);
            }
            None => index = skip_name(&lexemes, index),
        }
    }
    found
}

/// Moves past a lexeme that begins no quantity, and past the figures of a name ("CN-235", "4x4").
fn skip_name(lexemes: &Lexemes, index: usize) -> usize {
    let mut end = index + 1;
    if lexemes.is_figure(index) || !lexemes.word(index).is_empty() {
        let name_goes_on = |at: usize| {
            lexemes.is_hyphen(at) && lexemes.is_figure(at + 1) && lexemes.is_capital(index)
                || lexemes.is_figure(index)
                    && lexemes.is_glued(at)
                    && (lexemes.is_figure(at) || !lexemes.word(at).is_empty())
        };
        while name_goes_on(end) {
            end += if lexemes.is_hyphen(end) { 2 } else { 1 };
        }
    }
    end
}

/// Reads the quantity that begins at the index, with the index past its unit.
fn read(lexemes: &Lexemes, index: usize) -> Option<(Quantity, usize)> {
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
    let minus = money.is_none() && lexemes.is_sign(at, '-') | lexemes.is_sign(at, '−') | (lexemes.word(at) == "minus");
    let number_at = number_at + usize::from(minus);
    let mut number = number::read(lexemes, number_at, money.is_some())?;
    if (minus && index > 0 && lexemes.is_glued(index))
        || !is_quantity(lexemes, index, number_at, &number, money.is_some())
    {
        return None;
    }
    if lexemes.word(number_at) == "one" && !counts_one(lexemes, &number, bound.is_some()) {
        return None;
    }
    if let Some((share, end)) = read_share(lexemes, &number) {
        number = Number { value: share, precision: 0.5, form: Form::Fraction, scale: 1.0, end };
    }
    let number_end = number.end;
    let upper = read_upper(lexemes, number_at, &mut number, between, money.is_some());
    if between && upper.is_none() {
        return None;
    }
    let (suffix, after_suffix) = read_suffix(lexemes, number.end);
    let many = number.value != 1.0 || upper.is_some();
    let scaled = number.scale >= 1e5;
    let measure = match (money, measured_before, number.form) {
        (Some((currency, _)), _, _) => Some(Measure { unit: Unit::Money(currency), factor: 1.0, end: after_suffix }),
        (_, Some(measure), _) => Some(Measure { end: after_suffix, ..measure }),
        (_, _, Form::Ordinal) => Some(Measure { unit: Unit::Ordinal, factor: 1.0, end: after_suffix }),
        (_, _, Form::Fraction) => Some(Measure { unit: Unit::Percent, factor: 1.0, end: after_suffix }),
        _ => unit::read(lexemes, after_suffix, many, scaled).or_else(|| age_in_commas(lexemes, number_at, number.end)),
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
    let vague = (number.form == Form::Vague).then_some(Bound::AtLeast);
    let bound = upper.map(|_| Bound::Between).or(suffix).or(late_suffix).or(match (bound, vague) {
        // "nearly two dozen", but "about dozens" stays at least
        (Some(bound), None) => Some(bound),
        (_, vague) => vague,
    });
    let bound = bound.unwrap_or(Bound::Exact);
    let (low, high) = match bound {
        Bound::Exact => (value, value),
        Bound::AtLeast => (value, f64::INFINITY),
        Bound::AtMost => (if unit == Unit::Temperature { f64::NEG_INFINITY } else { 0.0 }, value),
        Bound::About => (value - ABOUT * value.abs(), value + ABOUT * value.abs()),
        Bound::Between => (value, upper.map_or(value, |upper| unit::to_base(upper, &unit, factor))),
    };
    let quantity = Quantity {
        span: lexemes.span(index, end),
        number: lexemes.span(number_at, number_end),
        low,
        high,
        value,
        bound,
        precision: number.precision * smallest,
        factor,
        of: counted(lexemes, index, end, &unit, many),
        unit,
    };
    Some((quantity, end))
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
        Unit::Count => counted::head(lexemes, end, !many).or_else(|| counted::by_verb_before(lexemes, index)),
        Unit::Ordinal => counted::head(lexemes, end, true),
        _ if lexemes.word(end) == "of" => counted::head(lexemes, end, false),
        _ => None,
    }
}

/// Reads up to two approximators; the first decides ("at least about 50").
fn read_approximators(lexemes: &Lexemes, index: usize) -> (Option<Bound>, usize) {
    let mut bound = None;
    let mut at = index;
    for _ in 0..2 {
        match APPROXIMATORS.iter().find(|(words, _)| lexemes.has_words(at, words)) {
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

/// Reads "Bensu Elianita, 22, said": a figure between commas behind a name.
fn age_in_commas(lexemes: &Lexemes, number_at: usize, end: usize) -> Option<Measure> {
    let (age, digits) = lexemes.whole(number_at)?;
    let commas = number_at >= 2 && lexemes.is_sign(number_at - 1, ',') && lexemes.is_sign(end, ',');
    let name = number_at >= 2 && lexemes.is_capital(number_at - 2);
    (commas && name && digits <= 3 && (1..=120).contains(&age)).then_some(Measure { unit: Unit::Age, factor: 1.0, end })
}

/// Tells whether the number is one and not part of a name, a score or a way to speak.
fn is_quantity(lexemes: &Lexemes, index: usize, at: usize, number: &Number, money: bool) -> bool {
    let literal = lexemes.is_figure(at);
    let before = lexemes.word_back(at, 1);
    // "CN-235", "F-16", "COVID-19", "No. 5", "#5", "24/7", "3:2"
    if at > 0 && index == at && !money {
        let glued = lexemes.is_glued(at);
        let hyphen_before = lexemes.is_hyphen(at - 1)
            && !lexemes.word_back(at, 2).is_empty()
            && lexemes.is_capital(at.saturating_sub(2));
        let sign_before =
            ['#', '/', ':', '.', '@', '_', '+', '\'', '’'].iter().any(|sign| lexemes.is_sign(at - 1, *sign)) && glued
                || lexemes.is_sign(at - 1, '§');
        let number_sign = matches!(lexemes.word_back(at, 2), "no" | "nos") && lexemes.is_sign(at - 1, '.');
        let word_before = glued && literal && !before.is_empty();
        if hyphen_before || sign_before || number_sign || word_before {
            return false;
        }
    }
    if !literal && number.form == Form::Ordinal {
        // "the Fourth Amendment"
        return !(lexemes.is_capital(at) && at > 0);
    }
    // "Patient Zero"
    if !literal && number.value == 0.0 && lexemes.is_capital(at) {
        return false;
    }
    // "a four-by-four"
    let by_before = at >= 2 && lexemes.is_hyphen(at - 1) && lexemes.word(at - 2) == "by";
    if by_before || (lexemes.is_hyphen(number.end) && matches!(lexemes.word(number.end + 1), "by" | "wheel")) {
        return false;
    }
    if !literal && before == "no" && lexemes.word(at) == "one" {
        return false;
    }
    if !literal || money {
        return true;
    }
    // "4x4", "747s", "1026.253"
    let end = number.end;
    let glued_word =
        lexemes.is_glued(end) && !lexemes.word(end).is_empty() && unit::read(lexemes, end, true, false).is_none();
    let glued_sign = ['/', ':', '_', '@'].iter().any(|sign| lexemes.is_sign(end, *sign))
        && lexemes.is_figure(end + 1)
        && lexemes.is_glued(end + 1);
    if glued_word || glued_sign {
        return false;
    }
    let names_what_follows = names_a_number(before);
    let unit_follows = unit::read(lexemes, end, true, number.scale > 1.0).is_some();
    let plain = number.scale == 1.0 && number.form == Form::Plain && !unit_follows;
    if names_what_follows && plain && index == at {
        return false;
    }
    // "Boeing 737 crashed": a capital word, and nothing behind that could be counted
    let capital_name = index == at && at > 1 && lexemes.is_capital(at - 1) && !before.is_empty();
    let counts = counted::head(lexemes, end, number.value == 1.0).is_some();
    !plain || !capital_name || counts || matches!(before, "the" | "in" | "and" | "but" | "a")
}

/// Tells whether a number behind the word only tells things of that name apart: "Title 42", "flight 370".
fn names_a_number(word: &str) -> bool {
    matches!(
        word,
        "title"
            | "section"
            | "article"
            | "chapter"
            | "flight"
            | "route"
            | "highway"
            | "interstate"
            | "room"
            | "page"
            | "line"
            | "channel"
            | "phase"
            | "stage"
            | "type"
            | "class"
            | "grade"
            | "part"
            | "act"
            | "rule"
            | "bill"
            | "amendment"
            | "proposition"
            | "prop"
            | "model"
            | "gate"
            | "number"
            | "apollo"
            | "area"
            | "boeing"
            | "airbus"
            | "formula"
            | "group"
            | "district"
            | "unit"
            | "tier"
            | "level"
            | "category"
            | "pier"
            | "platform"
            | "version"
            | "windows"
            | "iphone"
            | "resolution"
            | "protocol"
            | "appendix"
            | "figure"
            | "table"
            | "schedule"
            | "season"
            | "episode"
            | "volume"
            | "abc"
            | "hr"
    )
}

/// Tells "one man", "one of the", "one-third" from "no one", "one another", "this one".
fn counts_one(lexemes: &Lexemes, number: &Number, bounded: bool) -> bool {
    if number.value != 1.0 || bounded {
        return true;
    }
    let hyphen = lexemes.is_hyphen(number.end);
    let next = lexemes.word(number.end + usize::from(hyphen));
    let before = lexemes.word_back(number.end, 2);
    let unit_follows = unit::read(lexemes, number.end, false, false).is_some();
    // "another one", "that one window"; "one-sided"; "one of the most divided"
    let pronoun =
        matches!(before, "another" | "this" | "that" | "the" | "every" | "each" | "any" | "which" | "no" | "some");
    let praise = next == "of" && is_superlative(lexemes, number.end + 1);
    if ((pronoun || hyphen) && !unit_follows) || praise {
        return false;
    }
    // another number, as in "one in five", is told by the caller
    let stands_alone = matches!(
        next,
        "" | "another" | "who" | "that" | "s" | "or" | "and" | "to" | "day" | "thing" | "can" | "should"
    );
    let share = next == "in" && number::small(lexemes.word(number.end + 1)).is_some();
    let followed = next == "of" || unit_follows || counted::head(lexemes, number.end, true).is_some();
    share || (!stands_alone && followed)
}

/// Tells whether "one of" only praises: "the most divided", "its largest", "the few".
fn is_superlative(lexemes: &Lexemes, at: usize) -> bool {
    (at..at + 3).any(|at| {
        let word = lexemes.word(at);
        let est =
            word.len() > 5 && word.ends_with("est") && !matches!(word, "forest" | "protest" | "request" | "arrest");
        est || matches!(
            word,
            "most" | "few" | "only" | "many" | "best" | "worst" | "last" | "first" | "several" | "top"
        )
    })
}

/// Reads "one in five", "nine out of 10": a share in hundredths, with the index past it.
fn read_share(lexemes: &Lexemes, number: &Number) -> Option<(f64, usize)> {
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
    (round && small && !unit_follows).then_some((number.value / whole.value * 100.0, whole.end))
}

/// Reads the upper end of a range: "3-5", "3 to 5", "three or four", "between 3 and 5"; moves the number's end past it.
fn read_upper(lexemes: &Lexemes, number_at: usize, number: &mut Number, between: bool, money: bool) -> Option<f64> {
    let joins = match lexemes.word(number.end) {
        "and" => between,
        // "from 21 years to 18" is a change
        "to" => lexemes.word_back(number_at, 1) != "from",
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
fn speaks_of_votes(lexemes: &Lexemes, index: usize) -> bool {
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
fn read_suffix(lexemes: &Lexemes, at: usize) -> (Option<Bound>, usize) {
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
