//! Where something lies from a named place: "55 kilometres south of Bireun", "some 320 km from the capital Banda Aceh".
//!
//! Its own step because two reports can agree in place and distance and contradict each other in direction alone, and no
//! list of places is needed to see it. Limits: English; places themselves are not located, so bearings from different
//! places are never compared.

use super::lexeme::Lexemes;
use super::quantity::{self, Quantity, Relation, Unit};
use crate::span::Span;

/// So many small words may stand before the name: "west of the town of Bireun".
const WORDS_BEFORE_NAME: usize = 5;
/// Names have no more words than this.
const WORDS_OF_NAME: usize = 4;

/// A direction of the compass in steps of 45 degrees: 0 is north, 2 east, 4 south, 6 west.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Direction(pub u8);

/// Where something lies from a named place.
#[derive(Debug, Clone, PartialEq)]
pub struct Bearing {
    /// The words, from the distance or direction to the name.
    pub span: Span,
    /// How far.
    pub distance: Option<Quantity>,
    /// In which direction.
    pub direction: Option<Direction>,
    /// The name of the place, lower case: "banda aceh"; empty where it is only called "the town".
    pub from: String,
}

/// Finds the bearings in the part `span` of a text, in order.
///
/// ```
/// use news_compare::{Span, claim::bearing::{self, Direction}};
///
/// let text = "It lay 55 kilometers (34 miles) west of the town of Bireun.";
/// let found = bearing::find(text, Span::new(0, text.len()));
/// assert_eq!((found[0].from.as_str(), found[0].direction), ("bireun", Some(Direction(6))));
/// ```
pub fn find(text: &str, span: Span) -> Vec<Bearing> {
    let lexemes = Lexemes::read(text, span);
    find_in(&lexemes, text, &quantity::find_in(&lexemes))
}

/// Finds the bearings in a sentence of a text that is read already, as are its quantities.
pub(super) fn find_in(lexemes: &Lexemes, text: &str, quantities: &[Quantity]) -> Vec<Bearing> {
    let mut distances = quantities.iter().filter(|quantity| quantity.unit == Unit::Length).peekable();
    let mut distance: Option<&Quantity> = None;
    let mut found: Vec<Bearing> = Vec::new();
    let mut index = 0;
    while let Some(lexeme) = lexemes.get(index) {
        while let Some(next) = distances.next_if(|next| next.span.end <= lexeme.span.start) {
            // of "10 kilometers (6 miles)" the first counts
            let repeats = distance.is_some_and(|first| gap(text, first.span.end, next.span.start) == "(");
            if !repeats {
                distance = Some(next);
            }
        }
        let near = distance.filter(|distance| {
            let between = gap(text, distance.span.end, lexeme.span.start);
            between.is_empty() || (between.starts_with('(') && between.ends_with(')') && between.len() < 40)
        });
        match read(lexemes, index, near.is_some()) {
            Some((direction, from, end)) => {
                let words = lexemes.span(index, end);
                let span = near.map_or(words, |distance| distance.span.join(words));
                found.push(Bearing { span, distance: near.cloned(), direction, from });
                distance = None;
                index = end;
            }
            None => index += 1,
        }
    }
    found
}

fn gap(text: &str, from: usize, to: usize) -> &str {
    text.get(from..to).unwrap_or("").trim()
}

/// Reads direction and name from the index on; gives them with the index past them.
fn read(lexemes: &Lexemes, index: usize, after_distance: bool) -> Option<(Option<Direction>, String, usize)> {
    let (direction, at) = match read_direction(lexemes, index) {
        Some((direction, end)) if matches!(lexemes.word(end), "of" | "from") => (Some(direction), end + 1),
        Some(_) => return None,
        None if !after_distance => return None,
        None => match (lexemes.word(index), lexemes.word(index + 1)) {
            ("from" | "off" | "outside", _) => (None, index + 1),
            ("away", "from") => (None, index + 2),
            _ => return None,
        },
    };
    let mut start = at;
    // "south of the province on Sumatra" is told from the province, which has no name here
    let leads_on = |word: &str| {
        !matches!(
            word,
            "" | "in"
                | "on"
                | "at"
                | "and"
                | "or"
                | "but"
                | "to"
                | "by"
                | "near"
                | "that"
                | "which"
                | "where"
                | "when"
                | "with"
        )
    };
    while start < at + WORDS_BEFORE_NAME && leads_on(lexemes.word(start)) && !lexemes.is_capital(start) {
        start += 1;
    }
    let mut end = start;
    while end < start + WORDS_OF_NAME && lexemes.is_capital(end) {
        end += 1;
    }
    // "35 kilometres southwest of the town"
    if end == start
        && after_distance
        && direction.is_some()
        && lexemes.word(at) == "the"
        && is_town(lexemes.word(at + 1))
    {
        return Some((direction, String::new(), at + 2));
    }
    let name: Vec<&str> = (start..end).map(|at| lexemes.word(at)).map(|word| word.trim_end_matches("'s")).collect();
    (!name.is_empty()).then(|| (direction, name.join(" "), end))
}

/// Tells whether a noun stands for a place that was named before.
fn is_town(word: &str) -> bool {
    matches!(word, "town" | "city" | "village" | "capital" | "port" | "resort" | "settlement")
}

fn read_direction(lexemes: &Lexemes, index: usize) -> Option<(Direction, usize)> {
    let of = |word: &str| {
        Some(match word {
            "north" => 0,
            "northeast" => 1,
            "east" => 2,
            "southeast" => 3,
            "south" => 4,
            "southwest" => 5,
            "west" => 6,
            "northwest" => 7,
            _ => return None,
        })
    };
    let first = of(lexemes.word(index))?;
    if lexemes.is_hyphen(index + 1)
        && let Some(between) = of(&format!("{}{}", lexemes.word(index), lexemes.word(index + 2)))
    {
        return Some((Direction(between), index + 3));
    }
    Some((Direction(first), index + 1))
}

/// Compares two bearings from the same place; `None` when the places differ or nothing else is given in both. "The town" of one is the town that
/// the other names where both give a direction and as many kilometres.
///
/// Directions 45 degrees apart are compatible, wider ones different; distances are compared as quantities.
pub fn compare(a: &Bearing, b: &Bearing) -> Option<Relation> {
    let unnamed = a.from.is_empty() || b.from.is_empty();
    if !unnamed && a.from != b.from {
        return None;
    }
    let directions = a.direction.zip(b.direction).map(|(a, b)| {
        let apart = a.0.abs_diff(b.0) % 8;
        match apart.min(8 - apart) {
            0 => Relation::Same,
            1 => Relation::Compatible,
            _ => Relation::Different,
        }
    });
    let distances = a.distance.as_ref().zip(b.distance.as_ref()).and_then(|(a, b)| quantity::compare(a, b));
    if unnamed && !matches!((directions, distances), (Some(_), Some(Relation::Same | Relation::Compatible))) {
        return None;
    }
    match (directions, distances) {
        (None, None) => None,
        (Some(Relation::Different), _) | (_, Some(Relation::Different)) => Some(Relation::Different),
        (Some(Relation::Compatible), _) | (_, Some(Relation::Compatible)) => Some(Relation::Compatible),
        _ => Some(Relation::Same),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn bearings(text: &str) -> Vec<Bearing> {
        find(text, Span::new(0, text.len()))
    }

    #[test]
    fn bearings_are_found_with_distance_direction_and_place() {
        for (text, words, metres, direction, from) in [
            (
                "situated 55 kilometers (34 miles) west of the town of Bireun on",
                "55 kilometers (34 miles) west of the town of Bireun",
                Some(55e3),
                Some(6),
                "bireun",
            ),
            (
                "some 320 kilometers from the provincial capital Banda Aceh, and",
                "some 320 kilometers from the provincial capital Banda Aceh",
                Some(320e3),
                None,
                "banda aceh",
            ),
            (
                "struck 431 kilometres off Banda Aceh, prompting",
                "431 kilometres off Banda Aceh",
                Some(431e3),
                None,
                "banda aceh",
            ),
            (
                "and 72 kilometres south-east of Reuleuet, the",
                "72 kilometres south-east of Reuleuet",
                Some(72e3),
                Some(3),
                "reuleuet",
            ),
            ("a city north of Paris's ring", "north of Paris's", None, Some(0), "paris"),
        ] {
            let found = bearings(text);
            assert_eq!(found.len(), 1, "{text}");
            let bearing = &found[0];
            assert_eq!((bearing.span.slice(text), bearing.from.as_str()), (words, from));
            assert_eq!(bearing.direction, direction.map(Direction), "{text}");
            assert_eq!(bearing.distance.as_ref().map(|distance| distance.value), metres, "{text}");
        }
        for none in [
            "north of it",
            "from Paris to Rome",
            "the north of the country",
            "south of the province on Sumatra",
            "He ran 5 km on Monday",
            "West Papua",
        ] {
            assert_eq!(bearings(none), [], "{none}");
        }
    }

    #[test]
    fn bearings_from_one_place_are_compared() {
        use Relation::{Compatible, Different, Same};
        for (a, b, expected) in [
            ("55 kilometres south of Bireun", "55 kilometers (34 miles) west of the town of Bireun", Some(Different)),
            ("55 kilometres south of Bireun", "34 miles south of Bireun", Some(Same)),
            ("55 kilometres south of Bireun", "55 kilometres southeast of Bireun", Some(Compatible)),
            ("55 kilometres south of Bireun", "90 kilometres south of Bireun", Some(Different)),
            ("55 kilometres south of Bireun", "72 kilometres south of Reuleuet", None),
            ("320 km from Banda Aceh", "north of Banda Aceh", None),
            // A town that is not named is the one that is as far.
            ("34 km northwest of San Telmo", "some 35 kilometers southwest of the town", Some(Different)),
            ("34 km northwest of San Telmo", "some 90 kilometers southwest of the town", None),
            ("34 km northwest of San Telmo", "some 35 kilometers northwest of the town", Some(Compatible)),
            ("north of Banda Aceh", "northwest of Banda Aceh", Some(Compatible)),
        ] {
            let (first, second) = (bearings(a), bearings(b));
            assert_eq!(compare(&first[0], &second[0]), expected, "{a} / {b}");
            assert_eq!(compare(&second[0], &first[0]), expected, "{b} / {a}");
        }
    }

    proptest! {
        #[test]
        fn any_text_is_read_without_harm(text in "(?s).{0,80}|((5 km|north|of|from|the|Aceh|\\(|\\)|-|west)[ -]?){0,16}") {
            let mut end = 0;
            for bearing in bearings(&text) {
                prop_assert!(bearing.span.start >= end && text.get(bearing.span.range()).is_some());
                end = bearing.span.end;
            }
        }
    }
}
