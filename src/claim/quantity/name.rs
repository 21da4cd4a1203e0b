//! Tells numbers that say how much from those that are part of a name, a score, a section or a way to speak.

use super::super::lexeme::Lexemes;
use super::super::number::{self, Form, Number};
use super::{counted, unit};

/// Tells whether the number is one and not part of a name, a score or a way to speak.
pub(super) fn is_quantity(lexemes: &Lexemes, index: usize, at: usize, number: &Number, money: bool) -> bool {
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
pub(super) fn counts_one(lexemes: &Lexemes, number: &Number, bounded: bool) -> bool {
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

/// Moves past a lexeme that begins no quantity, and past the figures of a name ("CN-235", "4x4").
pub(super) fn skip_name(lexemes: &Lexemes, index: usize) -> usize {
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
