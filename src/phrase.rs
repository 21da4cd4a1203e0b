//! Phrases that news uses for one word: "turned down" for "rejected", "comes into force" for "takes effect".
//!
//! A step of its own because word by word they say something else, and what they say is found under no stem. Known limits: the phrases of
//! the list; a phrase that means two things is not in it.

use crate::lexicon::Lexicon;
use crate::order::Arrange as _;
use crate::tag::{Tag, lemma, lexicon};
use crate::token::Token;
use std::cmp::Reverse;
use std::sync::LazyLock;

/// A phrase in a sentence.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Phrase {
    /// The token that it begins with.
    pub at: usize,
    /// Its other tokens.
    pub rest: Vec<usize>,
    /// The word that it stands for, in its base form.
    pub word: &'static str,
}

/// A phrase of the list.
#[derive(Debug)]
struct Listed {
    /// Its words behind the first.
    rest: Vec<&'static str>,
    /// The word behind it that makes something else of it: "took part | of".
    not_before: &'static str,
    word: &'static str,
}

/// The phrases by their first word, the longer first.
static PHRASES: LazyLock<Lexicon<Vec<Listed>>> = LazyLock::new(|| {
    let mut phrases = Lexicon::<Vec<Listed>>::default();
    for line in lexicon(include_str!("lexicon/phrases.txt")) {
        let mut words = line.split(' ');
        let Some(head) = words.next() else { continue };
        for phrase in words {
            let (phrase, not_before) = phrase.split_once('!').unwrap_or((phrase, ""));
            let mut parts = phrase.split('_');
            if let Some(first) = parts.next() {
                let of_first = phrases.entry(first, Vec::new);
                of_first.push(Listed { rest: parts.collect(), not_before, word: head });
                of_first.arrange_by_key(|listed| Reverse(listed.rest.len()));
            }
        }
    }
    phrases
});

/// How many words of an object may stand between a verb and its particle. Larger meets the particle of another verb.
const OBJECT: usize = 3;

/// How many phrases may begin inside another, whose verb and particle stand around them: "turned the prime minister down".
const NESTED: usize = 2;

/// Finds the phrases of a sentence, in order.
pub fn find(tokens: &[Token], tags: &[Tag]) -> Vec<Phrase> {
    let mut found: Vec<Phrase> = Vec::new();
    for at in 0..tokens.len() {
        if !goes_on(&found, at) {
            found.extend(phrase(tokens, tags, at));
        }
    }
    found
}

/// Returns the word that the one of some phrases, in order, stands for that begins at a token.
pub fn stands_for(phrases: &[Phrase], token: usize) -> Option<&'static str> {
    let place = phrases.binary_search_by_key(&token, |phrase| phrase.at).ok()?;
    Some(phrases[place].word)
}

/// Tells whether a token only goes on with one of some phrases, the last that begin before it.
pub fn goes_on(before: &[Phrase], token: usize) -> bool {
    before.iter().rev().take(1 + NESTED).any(|phrase| phrase.rest.contains(&token))
}

/// Finds the phrase that begins at a token.
fn phrase(tokens: &[Token], tags: &[Tag], at: usize) -> Option<Phrase> {
    let base = |at: usize| {
        let token = tokens.get(at)?;
        Some(if tags[at].is_verbal() { lemma(&token.normal).unwrap_or(&token.normal) } else { &token.normal })
    };
    let is = |at: usize, word: &str| tokens.get(at).is_some_and(|token| token.is(word)) || base(at) == Some(word);
    PHRASES.get(base(at)?)?.iter().find_map(|Listed { rest, not_before, word }| {
        if rest.iter().enumerate().all(|(i, word)| is(at + 1 + i, word)) {
            let rest: Vec<usize> = (at + 1..=at + rest.len()).collect();
            return (!is(at + rest.len() + 1, not_before)).then_some(Phrase { at, rest, word });
        }
        // "turned the offer down"
        let [particle] = rest[..] else { return None };
        let object = (at + 1..tokens.len()).take(OBJECT).take_while(|&at| tags[at].is_nominal()).last()?;
        (tags[at].is_verbal() && is(object + 1, particle)).then(|| Phrase { at, rest: vec![object + 1], word })
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::span::Span;
    use crate::tag::tag;
    use crate::token::tokenize;

    #[test]
    fn phrases_stand_for_words() {
        for (text, expected) in [
            ("The council turned down the offer", &[("reject", "turned down")][..]),
            ("The council turned the offer down", &[("reject", "turned down")]),
            ("The council turned the latest of several offers down", &[]),
            ("The council turned the Prime Minister down", &[("reject", "turned down"), ("premier", "prime minister")]),
            ("The levee gave way", &[("collapse", "gave way")]),
            ("The levee gave way to a meadow", &[]),
            ("He took part of it", &[]),
            ("The fee takes effect in May", &[("effect", "takes effect")]),
            ("The fee came into force in May", &[("effect", "came into force")]),
            ("He was taken to the force", &[]),
            ("The Prime Minister called off the talks", &[("premier", "prime minister"), ("cancel", "called off")]),
            ("They turned and went down", &[("decrease", "went down")]),
            ("", &[]),
        ] {
            let tokens = tokenize(text, Span::new(0, text.len()));
            let tags = tag(&tokens);
            let words = |phrase: &Phrase| {
                let all = std::iter::once(&phrase.at).chain(&phrase.rest);
                all.map(|&at| tokens[at].normal.clone()).collect::<Vec<_>>().join(" ")
            };
            let found: Vec<(&str, String)> =
                find(&tokens, &tags).iter().map(|phrase| (phrase.word, words(phrase))).collect();
            let expected: Vec<(&str, String)> =
                expected.iter().map(|&(word, words)| (word, words.to_owned())).collect();
            assert_eq!(found, expected, "{text}");
        }
    }
}
