//! Acronyms of a corpus: "the Northern Health Board" and "the NHB" are one name, whichever article writes it out.
//!
//! A step of its own because one report spells a name and the next takes it for known. An acronym is learnt where it stands in brackets
//! behind the name, or from a name of the corpus whose words begin with its letters. Known limits: one word for each letter, small words
//! apart; of an acronym that fits two names, neither with it in brackets, nothing is known. Two letters are taken for a name only with dots or
//! in brackets, as "MP" and "PM" are words of their own.

use super::entity::{is_title, place};
use crate::order::{Arrange as _, Gather as _};
use crate::tag::Tag;
use crate::token::Token;
use std::collections::BTreeSet;

/// A name that is written out.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
struct Spelled {
    /// Its words that begin with a capital, in lower case.
    words: Vec<String>,
    /// Whether "the" stands before it.
    definite: bool,
    /// The acronym in brackets behind it.
    given: Option<String>,
}

/// The acronyms and the written out names of a corpus.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Acronyms {
    /// The acronyms that stand somewhere, in lower case and without dots.
    written: BTreeSet<String>,
    spelled: BTreeSet<Spelled>,
    /// The acronyms that some document has without the name.
    unexplained: BTreeSet<String>,
}

/// How many words a name may have that is looked through for an acronym.
const LONGEST: usize = 8;

/// How many letters an acronym has.
const LETTERS: std::ops::RangeInclusive<usize> = 2..=6;

/// The fewest letters of an acronym that fits a name by chance seldom enough; shorter ones need dots, and "the" before the name, which no
/// person has.
const TELLING: usize = 3;

/// Returns an acronym as it is looked up; `None` for any other word, and for countries ("U.S."), which have names and adjectives beside it.
pub fn acronym(token: &Token) -> Option<String> {
    let letters = || token.normal.replace('.', "");
    let named = token.initials && place(&token.normal).is_none();
    let telling = |letters: &String| letters.len() >= TELLING || token.normal.contains('.');
    named.then(letters).filter(|letters| LETTERS.contains(&letters.len()) && telling(letters) && *letters != "pm")
}

/// Tells whether a word joins the words of a name without a letter of its own in the acronym.
fn joins(token: &Token) -> bool {
    matches!(token.normal.as_str(), "of" | "for" | "and" | "the" | "on" | "in" | "to" | "&" | "-" | "'s")
}

impl Acronyms {
    /// Learns from a tagged sentence.
    pub(super) fn learn(&mut self, tokens: &[Token], tags: &[Tag]) {
        // A headline in capitals says nothing.
        if !tokens.iter().any(|token| token.is_word() && !token.capital) {
            return;
        }
        self.written.extend(tokens.iter().filter_map(acronym));
        let names =
            |at: usize| tokens[at].capital && tokens[at].is_word() && !tokens[at].initials && tags[at] == Tag::Name;
        let mut at = 0;
        while at < tokens.len() {
            let Some(run) = run(tokens, at, names) else {
                at += 1;
                continue;
            };
            at = run.last().map_or(at, |last| last + 1);
            // "Director of the Northern Health Board"
            let run = run.split(|&at| is_title(&tokens[at])).next_back().unwrap_or_default();
            if run.len() < *LETTERS.start() || run.len() > LONGEST {
                continue;
            }
            let bracketed = tokens.get(at).is_some_and(|token| token.is("("))
                && tokens.get(at + 2).is_some_and(|token| token.is(")"));
            self.spelled.insert(Spelled {
                definite: run[0] > 0 && tokens[run[0] - 1].is("the"),
                given: tokens.get(at + 1).filter(|_| bracketed).and_then(acronym),
                words: run.iter().map(|&at| tokens[at].normal.clone()).collect(),
            });
        }
    }

    /// Adds what was learnt from another document.
    pub(super) fn join(&mut self, other: &Self) {
        let explained = other.fitting();
        let is_explained = |acronym: &str| explained.binary_search_by(|name| name.0.cmp(acronym)).is_ok();
        self.unexplained.extend(other.written.iter().filter(|acronym| !is_explained(acronym)).cloned());
        self.written.extend(other.written.iter().cloned());
        self.spelled.extend(other.spelled.iter().cloned());
    }

    /// Collects the names that each acronym fits, in order, each with whether it stands behind them.
    fn fitting(&self) -> Vec<(&str, bool, &[String])> {
        let mut fitting = Vec::new();
        for Spelled { words, definite, given } in self.spelled.iter().filter(|_| !self.written.is_empty()) {
            for start in 0..words.len() {
                for end in (start + LETTERS.start()..=words.len()).take_while(|end| LETTERS.contains(&(end - start))) {
                    let letters: String = words[start..end].iter().filter_map(|word| word.chars().next()).collect();
                    let explained = given.as_ref() == Some(&letters);
                    let whole = start == 0 && end == words.len();
                    if !explained && !(whole && (*definite || letters.len() >= TELLING)) {
                        continue;
                    }
                    if let Some(acronym) = self.written.get(&letters) {
                        fitting.push((acronym.as_str(), explained, &words[start..end]));
                    }
                }
            }
        }
        fitting.arrange();
        fitting.dedup();
        fitting
    }

    /// Finds the acronyms that one name of the corpus fits, where a document has them without it. Who writes both ties them himself, and
    /// the words of the name tell more than the acronym.
    pub(super) fn known(&self) -> Known {
        let mut known = Known::default();
        for names in self.fitting().chunk_by(|a, b| a.0 == b.0) {
            let acronym = names[0].0;
            // Those that it stands behind come last.
            let explained = names.last().is_some_and(|name| name.1);
            let [(.., words)] = &names[names.partition_point(|name| name.1 != explained)..] else { continue };
            if self.unexplained.contains(acronym) {
                known.names.push((acronym.to_owned(), words.to_vec()));
            }
        }
        known.acronyms = known.names.iter().map(|(acronym, _)| acronym.clone()).gather_set();
        known.names.arrange_by(|a, b| a.1.cmp(&b.1));
        known
    }
}

/// Returns the tokens of the words of a name that begins at a token, small words between them left out.
fn run(tokens: &[Token], from: usize, names: impl Fn(usize) -> bool) -> Option<Vec<usize>> {
    if !names(from) {
        return None;
    }
    let mut run = vec![from];
    let mut at = from + 1;
    while at < tokens.len() {
        if names(at) {
            run.push(at);
        } else if !joins(&tokens[at]) {
            break;
        }
        at += 1;
    }
    Some(run)
}

/// How many names of one first word are looked for. A story has hardly two with acronyms.
const OF_ONE_BEGINNING: usize = 8;

/// The acronyms whose names are known.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Known {
    acronyms: BTreeSet<String>,
    /// Acronym and words of the names, in the order of the words.
    names: Vec<(String, Vec<String>)>,
}

impl Known {
    /// Returns the acronym that stands at a token or whose name begins there, and where that ends.
    pub fn at(&self, tokens: &[Token], at: usize) -> Option<(&str, usize)> {
        let token = tokens.get(at).filter(|token| token.capital && !self.acronyms.is_empty())?;
        if token.initials {
            return Some((self.acronyms.get(&acronym(token)?)?, at + 1));
        }
        let first = self.names.partition_point(|(_, words)| words.first() < Some(&token.normal));
        let names = self.names[first..].iter().take(OF_ONE_BEGINNING);
        let mut found = names.filter_map(|(acronym, words)| Some((acronym.as_str(), end_of(tokens, at, words)?)));
        found.next()
    }
}

/// Returns where a name ends whose words stand in a sentence from a token on, small words between them or not.
fn end_of(tokens: &[Token], from: usize, name: &[String]) -> Option<usize> {
    let mut at = from;
    for word in name {
        while at > from && tokens.get(at).is_some_and(joins) {
            at += 1;
        }
        tokens.get(at).filter(|token| token.capital && token.normal == *word)?;
        at += 1;
    }
    Some(at)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::span::Span;
    use crate::tag::tag;
    use crate::token::tokenize;

    fn known(texts: &[&str]) -> Vec<(String, String)> {
        let mut acronyms = Acronyms::default();
        for text in texts {
            let tokens = tokenize(text, Span::new(0, text.len()));
            let mut document = Acronyms::default();
            document.learn(&tokens, &tag(&tokens));
            acronyms.join(&document);
        }
        let names = acronyms.known().names.into_iter();
        names.map(|(acronym, words)| (acronym, words.join(" "))).collect()
    }

    #[test]
    fn acronyms_are_learnt_from_names() {
        for (texts, expected) in [
            (
                &["Staff of the Northern Health Board left.", "Staff of the NHB left."][..],
                Some(("nhb", "northern health board")),
            ),
            (
                &["The Lund Federation of Teachers (LFT) left.", "The LFT left."],
                Some(("lft", "lund federation teachers")),
            ),
            // Whoever has it has the name.
            (&["The Lund Federation of Teachers (LFT) left.", "The Lund Federation of Teachers left."], None),
            (&["It was the European Union that paid.", "It was the E.U. that paid."], Some(("eu", "european union"))),
            // Two letters fit a person.
            (&["It was Anna Ruiz who paid.", "It was the AR that paid."], None),
            // Two names.
            (&["He left the Northern Health Board.", "He left the Northern Harbour Board.", "He left the NHB."], None),
            (
                &[
                    "He left the Northern Health Board (NHB).",
                    "He left the Northern Harbour Board.",
                    "He left the NHB.",
                ],
                Some(("nhb", "northern health board")),
            ),
            // Of a title and a name, and what is a word by itself.
            (&["It was Chief Inspector Adam Kirk.", "It was the CIA."], None),
            (&["It was the Metropolitan Police.", "It was the MP."], None),
            (
                &["The Director of the Northern Health Board left.", "The NHB left."],
                Some(("nhb", "northern health board")),
            ),
            // A headline in capitals.
            (&["He left the Old House.", "OH NO"], None),
        ] {
            let expected: Vec<(String, String)> =
                expected.into_iter().map(|(a, b)| (a.to_owned(), b.to_owned())).collect();
            assert_eq!(known(texts), expected, "{texts:?}");
        }
    }
}
