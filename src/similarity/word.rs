//! The term of a word: its stem under the name of its synonyms, a place, a number, or nothing.
//!
//! A file of its own because it says which words count as the same, whatever is then done with them.

use crate::claim::entity::{Names, place};
use crate::tag::{Tag, lexicon};
use crate::token::{Token, TokenKind, stem_of};
use std::collections::BTreeMap;
use std::sync::LazyLock;

/// Words that say nothing by themselves, beyond the closed classes.
const LIGHT: &[&str] = &[
    "be",
    "have",
    "do",
    "make",
    "take",
    "get",
    "go",
    "come",
    "put",
    "say",
    "tell",
    "'s",
    "also",
    "mr",
    "ms",
    "mrs",
    "thing",
    "least",
    "most",
    "nearly",
    "around",
    "almost",
    "approximately",
    "roughly",
    "per",
];

/// The term of each word of a group of synonyms, by stem.
static SYNONYMS: LazyLock<BTreeMap<String, String>> = LazyLock::new(|| {
    let mut heads: BTreeMap<String, String> = BTreeMap::new();
    for line in lexicon(include_str!("../lexicon/synonyms.txt")) {
        let mut words = line.split(' ').map(stem_of);
        if let Some(head) = words.next() {
            words.for_each(|word| {
                heads.insert(word, head.clone());
            });
        }
    }
    // "seizure" goes where "seize" goes, which may be a group of synonyms.
    for line in lexicon(include_str!("../lexicon/derivations.txt")) {
        if let Some((derived, base)) = line.split_once(' ') {
            let base = stem_of(base);
            let head = heads.get(&base).cloned().unwrap_or(base);
            heads.entry(stem_of(derived)).or_insert(head);
        }
    }
    heads
});

/// Returns the term of a stem: the head of its group of synonyms, or itself.
pub(super) fn synonym(stem: String) -> String {
    SYNONYMS.get(&stem).cloned().unwrap_or(stem)
}

/// Turns one token into its term, or `None` for a word that says nothing.
pub(super) fn word_term(names: &Names, token: &Token, tag: Tag) -> Option<String> {
    match token.kind {
        TokenKind::Punctuation => return None,
        TokenKind::Number => return Some(token.normal.replace(',', "")),
        TokenKind::Word => {}
    }
    if token.normal.len() < 2 || LIGHT.contains(&token.normal.as_str()) {
        return None;
    }
    if let Some(digits) = number_word(&token.normal) {
        return Some(digits.to_owned());
    }
    if let Some(place) = place(&token.normal) {
        return Some(place.to_owned());
    }
    if matches!(
        tag,
        Tag::Determiner
            | Tag::Pronoun
            | Tag::Possessive
            | Tag::Preposition
            | Tag::Coordinator
            | Tag::Subordinator
            | Tag::Relative
            | Tag::Complementizer
            | Tag::Modal
            | Tag::Be
            | Tag::Have
            | Tag::Do
            | Tag::To
    ) {
        return None;
    }
    if token.capital && names.is_given(&token.normal) {
        return None;
    }
    if crate::tag::lemma(&token.normal).is_some_and(|base| LIGHT.contains(&base)) && tag.is_verbal() {
        return None;
    }
    // An irregular form meets its base by the verb list, a regular one by its stem.
    if let (true, Some(base)) = (tag.is_verbal(), crate::tag::lemma(&token.normal)) {
        return Some(synonym(stem_of(base)));
    }
    Some(synonym(token.stem.clone()))
}

fn number_word(normal: &str) -> Option<&'static str> {
    const WORDS: &[&str] =
        &["zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"];
    const DIGITS: &[&str] = &["0", "1", "2", "3", "4", "5", "6", "7", "8", "9", "10", "11", "12"];
    WORDS.iter().position(|w| *w == normal).filter(|&at| at != 1).map(|at| DIGITS[at])
}
