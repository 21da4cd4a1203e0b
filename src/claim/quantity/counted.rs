//! Finds what a number counts: the head of the noun phrase behind it.
//!
//! Limits: told by word form; "five in ten" and elliptic counts ("five were") give nothing.

use super::super::lexeme::Lexemes;
use super::super::number;
use crate::lexicon::WordNumbers;
use std::sync::LazyLock;

/// So many words behind a number may belong to what it counts.
const REACH: usize = 6;

/// Words that end a noun phrase or cannot be in it.
static ENDS: LazyLock<WordNumbers> = LazyLock::new(|| {
    let words = "in on at to for from by with and or but that which who whose when where while as if than was were is are be been \
                 has have had will would could can may might should must did does do said says told after before since during \
                 into over under through across near about against between because also not it he she they we i you per including \
                 joining including: there then so just only each every";
    words.split(' ').collect()
});

/// Tells whether a word, or the end of the text, ends a noun phrase.
fn ends_phrase(word: &str) -> bool {
    word.is_empty() || ENDS.contains(word)
}

/// Words that stand before a noun and are none.
fn is_filler(word: &str) -> bool {
    matches!(
        word,
        "the"
            | "a"
            | "an"
            | "its"
            | "their"
            | "his"
            | "her"
            | "our"
            | "these"
            | "those"
            | "additional"
            | "further"
            | "new"
            | "more"
            | "other"
            | "different"
            | "separate"
            | "such"
            | "all"
    )
}

/// Participles and adjectives that count persons when no noun follows: "24 dead and 200 injured".
fn counts_persons(word: &str) -> bool {
    matches!(
        word,
        "dead"
            | "fatal"
            | "injured"
            | "missing"
            | "wounded"
            | "killed"
            | "hurt"
            | "arrested"
            | "detained"
            | "displaced"
    )
}

/// Finds what is counted from the verb before the number: "killing five and injuring dozens".
pub(super) fn by_verb_before(lexemes: &Lexemes, index: usize) -> Option<String> {
    let counted = match lexemes.word_back(index, 1) {
        "killed" | "killing" | "kills" | "kill" => "dead",
        "injured" | "injuring" | "injures" | "injure" | "wounded" | "wounding" | "hurt" | "hurting" => "injured",
        "arrested" | "arresting" => "arrested",
        "displaced" | "displacing" => "displaced",
        _ => return None,
    };
    Some(counted.to_owned())
}

/// How many words may stand between what is counted and its total: "the number of people who died rose on Monday to 23".
const TOTAL_REACH: usize = 10;

/// Finds what is counted from the words before the number: "the number of destroyed homes at 480", "the death toll rose to 23".
pub(super) fn by_total_before(lexemes: &Lexemes, index: usize) -> Option<String> {
    // A total is put "at", rises "to" or "is" so many.
    let leads = matches!(
        lexemes.word_back(index, 1),
        "to" | "at"
            | "is"
            | "was"
            | "of"
            | "stands"
            | "stood"
            | "reached"
            | "reaches"
            | "hit"
            | "hits"
            | "passed"
            | "passes"
            | "topped"
            | "tops"
    );
    if !leads {
        return None;
    }
    let stops = |at: &usize| lexemes.is_sign(*at, '.') || lexemes.is_sign(*at, ';') || lexemes.is_figure(*at);
    let before = (1..=TOTAL_REACH).filter_map(|places| index.checked_sub(places)).take_while(|at| !stops(at));
    for at in before {
        match lexemes.word(at) {
            "toll" => return Some("dead".to_owned()),
            "number" if lexemes.word(at + 1) == "of" && at + 2 < index => return head(lexemes, at + 2, false),
            _ => {}
        }
    }
    None
}

/// Finds the noun from the index on; `one` says that the number is one, so that the noun is singular.
pub(super) fn head(lexemes: &Lexemes, index: usize, one: bool) -> Option<String> {
    let mut at = index + usize::from(lexemes.is_hyphen(index));
    // "pounds of fentanyl", "percent of the vote": behind "of" a singular will do
    let behind_of = lexemes.word(at) == "of";
    at += usize::from(behind_of);
    let start = at;
    // "one man was": the last word before the phrase ends, unless that is a verb or adverb; for plurals nothing fits
    let fits =
        |word: &str| !word.ends_with("ed") && !word.ends_with("ly") && !matches!(word, "down" | "up" | "out" | "away");
    let mut last: Option<usize> = None;
    while at < start + REACH {
        let word = lexemes.word(at);
        let other_number = at > start && number::small(word).is_some();
        // "four of the town's nine libraries", "12 of his 40 matches"
        let whole = at > start && behind_of && (other_number || lexemes.is_figure(at));
        if whole && last.is_none_or(|last| lexemes.word(last).ends_with("'s")) {
            at += 1;
            continue;
        }
        if other_number || ends_phrase(word) || (word == "of" && at > start) {
            break;
        }
        // "one person died": the verb ends the phrase.
        if one && last.is_some() && !fits(word) {
            break;
        }
        let noun = !is_filler(word);
        if noun && (!one || behind_of) && (is_plural(word) || counts_persons(word)) {
            // "24 injured people" counts people, "24 injured and" the injured
            let next_is_plural = is_plural(lexemes.word(at + 1)) && !lexemes.is_capital(at + 1);
            let adjective = counts_persons(word) && next_is_plural;
            // "Massachusetts homes" are homes
            let name = lexemes.is_capital(at) && next_is_plural;
            if !adjective && !name {
                // "19 cases, two of them fatal"
                return Some(if word == "fatal" { "dead".to_owned() } else { singular(word) });
            }
        }
        if noun {
            last = Some(at);
        }
        at += 1;
        // "magnitude-5 quake", "two-week strike": a hyphen joins, any other sign ends
        if lexemes.is_hyphen(at) {
            at += 1;
        }
    }
    let other = lexemes.word(start);
    if matches!(other, "others" | "more" | "other") && last.is_none() {
        return Some("other".to_owned());
    }
    last.filter(|last| (one || behind_of) && fits(lexemes.word(*last))).map(|last| singular(lexemes.word(last)))
}

fn is_plural(word: &str) -> bool {
    let irregular = matches!(
        word,
        "people"
            | "men"
            | "women"
            | "children"
            | "police"
            | "troops"
            | "feet"
            | "deaths"
            | "lives"
            | "sheep"
            | "cattle"
            | "livestock"
            | "deer"
            | "poultry"
            | "aircraft"
    );
    let ends_in_s = word.len() > 3
        && word.ends_with('s')
        && !word.ends_with("ss")
        && !word.ends_with("us")
        && !word.ends_with("'s")
        && !word.ends_with("is");
    irregular || ends_in_s || (word.ends_with("men") && word.len() > 5) || word.ends_with("women")
}

/// Returns the singular of a noun in lower case; "people" stays.
pub(super) fn singular(word: &str) -> String {
    let word = word.strip_suffix("'s").or_else(|| word.strip_suffix("s'")).unwrap_or(word);
    let changed = |suffix: &str, with: &str| word.strip_suffix(suffix).map(|stem| format!("{stem}{with}"));
    match word {
        "men" => return "man".to_owned(),
        "lives" => return "life".to_owned(),
        "children" => return "child".to_owned(),
        "buses" | "gases" | "viruses" | "crises" | "analyses" | "bases" => {
            return changed("ises", "isis")
                .or_else(|| changed("yses", "ysis"))
                .or_else(|| changed("bases", "base"))
                .or_else(|| changed("es", ""))
                .unwrap_or_default();
        }
        "movies" | "cookies" | "calories" | "zombies" | "ties" | "lies" | "pies" => {
            return changed("s", "").unwrap_or_default();
        }
        _ => {}
    }
    if !is_plural(word) {
        return word.to_owned();
    }
    changed("ies", "y")
        .or_else(|| changed("women", "woman"))
        .or_else(|| changed("men", "man").filter(|_| word.len() > 5))
        .or_else(|| {
            ["ches", "shes", "sses", "xes", "zes"]
                .iter()
                .find(|end| word.ends_with(**end))
                .and_then(|_| changed("es", ""))
        })
        .or_else(|| changed("wolves", "wolf"))
        .or_else(|| changed("knives", "knife"))
        .or_else(|| changed("s", ""))
        .unwrap_or_else(|| word.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::span::Span;

    #[test]
    fn the_head_of_what_is_counted_is_found() {
        for (text, one, expected) in [
            ("people were killed", false, Some("people")),
            ("houses and buildings", false, Some("house")),
            ("temporary shelters in", false, Some("shelter")),
            ("dead and", false, Some("dead")),
            ("injured people", false, Some("people")),
            ("others were injured", false, Some("other")),
            ("of the fatalities was", false, Some("fatality")),
            ("man was killed", true, Some("man")),
            ("Massachusetts official said", true, Some("official")),
            ("in Massachusetts", false, None),
            ("of the vote", false, Some("vote")),
            ("dead, dozens injured", false, Some("dead")),
            ("Massachusetts homes", false, Some("home")),
            ("appeared to be", true, None),
            ("policemen", false, Some("policeman")),
            ("sheep in", false, Some("sheep")),
            ("countries, he", false, Some("country")),
            ("of the town's nine libraries", false, Some("library")),
            ("of the three men", false, Some("man")),
            ("of his 40 matches", false, Some("match")),
            ("of them fatal", false, Some("dead")),
            ("fatal accidents", false, Some("accident")),
        ] {
            let lexemes = Lexemes::read(text, Span::new(0, text.len()));
            assert_eq!(head(&lexemes, 0, one).as_deref(), expected, "{text}");
        }
        for (plural, expected) in
            [("buses", "bus"), ("crises", "crisis"), ("churches", "church"), ("movies", "movie"), ("lives", "life")]
        {
            assert_eq!(singular(plural), expected);
        }
    }
}
