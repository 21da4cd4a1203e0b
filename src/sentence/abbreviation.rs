//! Tells what the full stop after a word can mean: the word lists of abbreviations and of words that open sentences.
//!
//! Limits: English only; an abbreviation that is in no list and has no inner stop is taken for an ordinary word.

use crate::ablation::list;
use crate::lexicon::{Lexicon, WordNumbers};
use std::sync::LazyLock;

/// Says how the full stop after a word is to be read.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) struct Abbreviation {
    /// Stands before a name: never the end.
    pub(super) title: bool,
    /// Stands before a figure: not the end when a digit follows.
    pub(super) number: bool,
    /// Can be the last word: the end when a word follows that opens sentences.
    pub(super) ending: bool,
}

static ABBREVIATIONS: LazyLock<Lexicon<Abbreviation>> = LazyLock::new(|| {
    let mut words = Lexicon::<Abbreviation>::default();
    for line in list(include_str!("../lexicon/abbreviations.txt")).lines().filter(|line| !line.starts_with('#')) {
        let mut members = line.split_whitespace();
        let class = members.next().unwrap_or("");
        for word in members {
            let entry = words.entry(word, Abbreviation::default);
            match class {
                "title" => entry.title = true,
                "number" => entry.number = true,
                _ => entry.ending = true,
            }
        }
    }
    words
});

static OPENERS: LazyLock<WordNumbers> = LazyLock::new(|| {
    let lines = list(include_str!("../lexicon/sentence-openers.txt")).lines().filter(|line| !line.starts_with('#'));
    lines.flat_map(str::split_whitespace).collect()
});

/// Looks up a word without its last stop; `None` for an ordinary word.
///
/// Words in no list are recognised by form: single letters ("J."), letters with inner stops ("U.S.A.", "p.m."),
/// and a party with its state ("D-N.Y.", "R-Ark.").
pub(super) fn look_up(word: &str) -> Option<Abbreviation> {
    if let Some(found) = listed(word) {
        return Some(found);
    }
    if let Some((_, state)) = word.rsplit_once('-') {
        // "D-Mass." but not "T-shirt.": what is behind the hyphen must itself be one
        return look_up(state).filter(|found| found.ending);
    }
    is_dotted(word).then_some(Abbreviation { ending: true, ..Abbreviation::default() })
}

/// Finds the word in the list as it is, in lower case, or (for "DR") with only its first letter as a capital.
fn listed(word: &str) -> Option<Abbreviation> {
    let found = ABBREVIATIONS.get(word).or_else(|| {
        let lower = word.to_lowercase();
        ABBREVIATIONS.get(&lower).or_else(|| {
            let first = word.chars().next().filter(|first| first.is_uppercase())?;
            let rest = lower.chars().skip(1);
            ABBREVIATIONS.get(&std::iter::once(first).chain(rest).collect::<String>())
        })
    });
    found.copied()
}

/// Tells whether the word is a single capital letter, as the initials of a name are.
pub(super) fn is_initial(word: &str) -> bool {
    let mut letters = word.chars();
    letters.next().is_some_and(char::is_uppercase) && letters.next().is_none()
}

/// Tells whether the word is made of short groups of letters with stops between: "U.S", "a.m", "Ph.D".
fn is_dotted(word: &str) -> bool {
    word.contains('.')
        && word.split('.').all(|part| {
            let letters = part.chars().take(3).count();
            (1..=2).contains(&letters) && part.chars().all(char::is_alphabetic)
        })
}

/// Tells whether the word (any case, straight apostrophes) usually opens a sentence when it has a capital.
pub(super) fn opens_sentences(word: &str) -> bool {
    OPENERS.contains(&word.to_lowercase().replace('’', "'"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn abbreviations_are_known_by_list_or_by_form() {
        for word in ["Mr", "Sen", "Feb", "Inc", "U.S", "a.m", "P.M", "Ph.D", "D-N.Y", "R-Ark", "e.g"] {
            assert!(look_up(word).is_some(), "{word}");
        }
        for word in ["house", "mass", "ill", "T-shirt", "example.com", "100.00", "NASA", ""] {
            assert_eq!(look_up(word), None, "{word}");
        }
        assert!(is_initial("J") && !is_initial("JD") && !is_initial("a"));
        assert!(opens_sentences("It’s") && !opens_sentences("Government"));
    }
}
