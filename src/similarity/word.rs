//! The term of a word: its stem under the name of its synonyms, a place, a number, or nothing.
//!
//! A file of its own because it says which words count as the same, whatever is then done with them.

use super::list;
use crate::claim::Read;
use crate::claim::entity::place;
use crate::lexicon::{Lexicon, WordNumbers};
use crate::phrase::Phrase;
use crate::tag::lexicon;
use crate::token::{TokenKind, stem_of};
use std::collections::BTreeMap;
use std::sync::LazyLock;

/// Words that say nothing by themselves, beyond the closed classes.
static LIGHT: LazyLock<WordNumbers> = LazyLock::new(|| {
    let words = "be have do make take get go come put say tell 's \
                 also mr ms mrs thing least most nearly around almost approximately roughly per";
    words.split(' ').collect()
});

/// The term of each verb that as a noun says something else ("she was fired", "the fire"), by stem.
static VERBS: LazyLock<Lexicon<String>> = LazyLock::new(|| {
    let mut heads = Lexicon::<String>::default();
    for line in lexicon(include_str!("../lexicon/synonyms.txt")).filter_map(|line| line.strip_prefix("to ")) {
        let words: Vec<String> = line.split(' ').map(stem_of).collect();
        // A verb of other words goes where its first word goes; one by itself is no noun.
        let head = match &words[..] {
            [only] => format!("to {only}"),
            [first, ..] => synonym(first.clone()),
            [] => continue,
        };
        words.iter().for_each(|word| heads.insert(word, head.clone()));
    }
    heads
});

/// The term of each word of a group of synonyms, by stem.
static SYNONYMS: LazyLock<Lexicon<String>> = LazyLock::new(|| {
    let mut heads = Lexicon::<String>::default();
    for line in lexicon(include_str!("../lexicon/synonyms.txt")).filter(|line| !line.starts_with("to ")) {
        let mut words = line.split(' ').map(stem_of);
        if let Some(head) = words.next() {
            words.for_each(|word| heads.insert(&word, head.clone()));
        }
    }
    // "seizure" goes where "seize" goes, which may be a group of synonyms.
    for line in lexicon(include_str!("../lexicon/derivations.txt")) {
        if let Some((derived, base)) = line.split_once(' ') {
            let base = stem_of(base);
            let head = heads.get(&base).cloned().unwrap_or(base);
            heads.entry(&stem_of(derived), || head);
        }
    }
    heads
});

/// Returns the term of a stem: the head of its group of synonyms, or itself.
pub(crate) fn synonym(stem: String) -> String {
    SYNONYMS.get(&stem).cloned().unwrap_or(stem)
}

/// Returns the term of the stem of a verb.
pub(crate) fn verb_synonym(stem: String) -> String {
    VERBS.get(&stem).cloned().unwrap_or_else(|| synonym(stem))
}

/// The terms of a document's tokens as far as they hang on the document alone: each different one once, and which token has which.
#[derive(Debug, Clone, Default)]
pub struct TokenWords {
    /// The terms, in the order in which they first occur.
    pub(super) words: Vec<TokenWord>,
    /// By sentence and token, the place in `words`; none for a token that says nothing.
    pub(super) places: Vec<Vec<Option<u32>>>,
    /// By sentence, how much each token counts for as a member of a list; see [`list`].
    pub(super) shares: Vec<Vec<f64>>,
}

/// The term of a token, before the names of the corpus are known.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct TokenWord {
    pub(super) term: String,
    /// Tells that it says nothing where it is written as a name and is only a given name in the corpus.
    pub(super) yields: bool,
}

/// Works out the terms of a document's tokens as far as they hang on the document alone.
pub fn token_words(reads: &[Read]) -> TokenWords {
    let mut found = TokenWords::default();
    let mut index: BTreeMap<TokenWord, u32> = BTreeMap::new();
    for read in reads {
        let mut words: Vec<Option<TokenWord>> = (0..read.tokens.len()).map(|at| word_term(read, at)).collect();
        for Phrase { at, rest, word } in &read.phrases {
            words[*at] = Some(TokenWord { term: synonym(stem_of(word)), yields: false });
            rest.iter().for_each(|&at| words[at] = None);
        }
        let mut places = Vec::with_capacity(words.len());
        for word in words {
            places.push(word.map(|word| match index.get(&word) {
                Some(&place) => place,
                None => {
                    let place = u32::try_from(found.words.len()).unwrap_or(u32::MAX);
                    found.words.push(word.clone());
                    index.insert(word, place);
                    place
                }
            }));
        }
        found.places.push(places);
        found.shares.push(list::shares(read));
    }
    found
}

/// Turns one token into its term, or `None` for a word that says nothing.
fn word_term(read: &Read, at: usize) -> Option<TokenWord> {
    let (token, tag) = (&read.tokens[at], read.tags[at]);
    let firm = |term: String| Some(TokenWord { term, yields: false });
    let open = |term: String| Some(TokenWord { term, yields: true });
    match token.kind {
        TokenKind::Punctuation => return None,
        TokenKind::Number => return firm(token.normal.replace(',', "")),
        TokenKind::Word => {}
    }
    if token.normal.len() < 2 || LIGHT.contains(&token.normal) {
        return None;
    }
    if let Some(digits) = number_word(&token.normal) {
        return firm(digits.to_owned());
    }
    if let Some(place) = place(&token.normal) {
        return firm(place.to_owned());
    }
    if tag.is_function() {
        return None;
    }
    if crate::tag::lemma(&token.normal).is_some_and(|base| LIGHT.contains(base)) && tag.is_verbal() {
        return None;
    }
    // An irregular form meets its base by the verb list, a regular one by its stem.
    if let Some(base) = read.base_of_verb(at) {
        return open(verb_synonym(base.to_owned()));
    }
    open(synonym(token.stem.clone()))
}

fn number_word(normal: &str) -> Option<&'static str> {
    const WORDS: &[&str] =
        &["zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"];
    const DIGITS: &[&str] = &["0", "1", "2", "3", "4", "5", "6", "7", "8", "9", "10", "11", "12"];
    WORDS.iter().position(|w| *w == normal).filter(|&at| at != 1).map(|at| DIGITS[at])
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeSet;

    #[test]
    fn no_word_is_in_two_groups_of_synonyms() {
        let (verbs, words): (Vec<&str>, Vec<&str>) =
            lexicon(include_str!("../lexicon/synonyms.txt")).partition(|line| line.starts_with("to "));
        for lines in [verbs, words] {
            let mut known: BTreeMap<String, &str> = BTreeMap::new();
            for line in lines {
                let stems: BTreeSet<String> = line.trim_start_matches("to ").split(' ').map(stem_of).collect();
                for stem in stems {
                    let other = known.insert(stem.clone(), line);
                    assert!(other.is_none(), "{stem} is in “{line}” and “{}”", other.unwrap_or_default());
                }
            }
        }
    }
}
