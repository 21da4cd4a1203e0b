//! Negation and hedging: the words that turn a statement round or make it less than flat.
//!
//! A step of its own because two statements with the same words and another polarity or certainty are what a comparison is for.
//! Known limits: scope is the claim, not the phrase; irony and scare quotes are not seen.

use super::clause::{denied_noun, inverted_condition};
use crate::lexicon::Lexicon;
use crate::order::Arrange as _;
use crate::phrase::{self, Phrase};
use crate::span::Span;
use crate::tag::{Form, Tag, lemma, lexicon};
use crate::token::Token;
use std::ops::Range;
use std::sync::LazyLock;

/// Polarity and certainty of a claim, with the words that set them.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Modality {
    /// Words that negate, in text order.
    pub negations: Vec<Span>,
    /// Words that hedge, in text order.
    pub hedges: Vec<Span>,
}

impl Modality {
    /// Tells whether the statement is negated: by an odd number of negating words.
    pub fn is_negated(&self) -> bool {
        self.negations.len() % 2 == 1
    }

    /// Tells whether the statement is less than flat.
    pub fn is_hedged(&self) -> bool {
        !self.hedges.is_empty()
    }
}

/// Verbs that say that their object is not so, or does not happen.
pub(super) const NEGATING_VERBS: &[&str] =
    &["deny", "refuse", "fail", "refute", "dispute", "decline", "reject", "dismiss"];

/// Of these, those that do so only before "to": a bill that fails and prices that decline are not negated.
const BEFORE_TO: &[&str] = &["refuse", "fail", "decline"];

/// What is denied by whoever dismisses it; a person who is dismissed loses a post.
const CLAIMS: &[&str] = &[
    "claim",
    "allegation",
    "accusation",
    "report",
    "rumor",
    "rumour",
    "suggestion",
    "idea",
    "notion",
    "concern",
    "criticism",
    "complaint",
    "lawsuit",
    "suit",
    "case",
    "appeal",
    "petition",
    "proposal",
    "theory",
    "warning",
    "talk",
    "it",
    "that",
    "this",
];

/// Words after "not" that leave part of it standing: "not all", "not only".
const NOT_WHOLLY: &[&str] =
    &["only", "just", "all", "every", "everyone", "everything", "always", "necessarily", "entirely", "fully"];

/// Hedging phrases as token sequences, by their first token.
static HEDGES: LazyLock<Lexicon<Vec<Vec<&'static str>>>> = LazyLock::new(|| {
    let mut phrases: Vec<Vec<&'static str>> =
        lexicon(include_str!("../lexicon/hedges.txt")).map(|line| line.split(' ').collect()).collect();
    phrases.arrange_by_key(|words| std::cmp::Reverse(words.len()));
    let mut by_first = Lexicon::default();
    for words in phrases {
        by_first.entry(words[0], Vec::new).push(words);
    }
    by_first
});

/// Reads the negations and hedges among some tokens of a sentence.
pub fn read(tokens: &[Token], tags: &[Tag], phrases: &[Phrase], range: Range<usize>) -> Modality {
    let mut modality = Modality::default();
    let conditional = range.clone().any(|at| tokens[at].is("if") || inverted_condition(tokens, tags, at));
    let mut at = range.start;
    while at < range.end {
        let token = &tokens[at];
        if is_negation(tokens, tags, phrases, at, range.end) && !goes_on(tokens, tags, &modality.negations, at) {
            match leaves_open(tokens, phrases, &modality.negations, at) {
                Some(open) => {
                    modality.negations.pop();
                    modality.hedges.push(open);
                }
                None => modality.negations.push(token.span),
            }
        }
        if !token.is("should") && inverted_condition(tokens, tags, at) {
            modality.hedges.push(token.span);
        }
        let phrase = HEDGES.get(&token.normal).and_then(|phrases| {
            phrases.iter().find(|words| {
                words.len() <= range.end - at
                    && words.iter().zip(&tokens[at..]).all(|(word, t)| t.is(word) && !(word == &"may" && t.capital))
            })
        });
        match phrase {
            // "the bureau reported": somebody says it, who is named.
            Some(words) if words.as_slice() == ["reported"] && tags[at] == Tag::Verb(Form::Past) => at += 1,
            // "The study appears in a journal"
            Some(words) if words.as_slice() == ["appears"] && tags.get(at + 1) == Some(&Tag::Preposition) => at += 1,
            // "could not get in", "could reach them only on Thursday" tell what came of it.
            Some(words) if words.as_slice() == ["could"] && is_ability(tokens, at) => at += 1,
            // "would" in a report of what was announced is future in the past; only an "if" or a hedge beside it makes it unsure.
            Some(words) if conditional || !matches!(words.as_slice(), ["would"] | ["should"]) => {
                modality.hedges.push(token.span.join(tokens[at + words.len() - 1].span));
                at += words.len();
            }
            _ => at += 1,
        }
    }
    modality
}

/// Tells whether a negation goes on with the last one before it and takes nothing back: "has not resigned and will not resign", "neither the mayor nor
/// the council".
fn goes_on(tokens: &[Token], tags: &[Tag], negations: &[Span], at: usize) -> bool {
    let Some(last) = negations.last() else { return false };
    let between = (0..at).rev().take_while(|&at| tokens[at].span.start > last.start);
    let joins = |at: usize| tags[at] == Tag::Coordinator && !tokens[at].is("but");
    tokens[at].is("nor") || between.into_iter().any(joins)
}

/// Words that negate what somebody does, and verbs of not doing it.
const NOT_DOING: &[&str] = &["not", "n't", "never", "refuse", "decline"];

/// How many tokens may stand between these and what is not denied: "declined to even rule out".
const DENIAL_REACH: usize = 4;

/// Returns the words that leave a thing open, where a verb of denying at a place is negated itself: "would not rule out", "did not deny".
fn leaves_open(tokens: &[Token], phrases: &[Phrase], negations: &[Span], at: usize) -> Option<Span> {
    let last = *negations.last()?;
    let before = (at.saturating_sub(DENIAL_REACH)..at).rev().find(|&at| tokens[at].span == last)?;
    let word = tokens[before].normal.as_str();
    let negated = NOT_DOING.contains(&lemma(word).unwrap_or(word));
    let denies = phrase::stands_for(phrases, at) == Some("exclude") || lemma(&tokens[at].normal) == Some("deny");
    let phrase = phrases.iter().find(|phrase| phrase.at == at).and_then(|phrase| phrase.rest.last()).copied();
    (negated && denies).then(|| last.join(tokens[phrase.unwrap_or(at)].span))
}

/// How many tokens behind "could" the word may stand that makes it past ability.
const ABILITY_REACH: usize = 6;

/// Tells whether "could" tells of what somebody was able to do, not of what may be.
fn is_ability(tokens: &[Token], at: usize) -> bool {
    let behind = tokens.get(at + 1).map_or("", |token| token.normal.as_str());
    let denied = matches!(behind, "not" | "n't" | "only");
    // "Two nurses said they could smell alcohol"
    let sensed = matches!(behind, "smell" | "hear" | "taste" | "feel");
    denied || sensed || tokens.iter().skip(at + 1).take(ABILITY_REACH).any(|token| token.is("only"))
}

/// How many tokens behind a verb its object may stand.
const OBJECT_REACH: usize = 5;

/// Tells whether a verb that may deny something does so here: not "prices declined to 4 euros", nor "the firm dismissed 40 workers".
fn is_said_to_deny(verb: &str, tokens: &[Token], tags: &[Tag], at: usize) -> bool {
    if BEFORE_TO.contains(&verb) {
        let does = |tag: &Tag| !matches!(tag, Tag::Number | Tag::Determiner | Tag::Preposition | Tag::Name);
        return tokens.get(at + 1).is_some_and(|t| t.is("to")) && tags.get(at + 2).is_some_and(does);
    }
    let mut object = tokens.iter().skip(at + 1).take(OBJECT_REACH).map(|token| token.normal.as_str());
    verb != "dismiss" || object.any(|word| CLAIMS.contains(&word) || CLAIMS.contains(&word.trim_end_matches('s')))
}

fn is_negation(tokens: &[Token], tags: &[Tag], phrases: &[Phrase], at: usize, end: usize) -> bool {
    let normal = tokens[at].normal.as_str();
    match normal {
        "not" | "n't" if tokens.get(at + 1).is_some_and(|t| NOT_WHOLLY.contains(&t.normal.as_str())) => false,
        // "does not apply only to steel", "not more than half"
        "not" | "n't" if tokens.iter().skip(at + 2).take(2).any(|t| t.is("only") || t.is("just")) => false,
        "not" if tokens.get(at + 2).is_some_and(|t| t.is("than")) => false,
        // "a bomb, not a gas leak, caused it"
        "not" if denied_noun(tokens, tags, at).is_some() => false,
        "not" | "n't" | "never" | "nobody" | "none" | "neither" | "nor" | "without" => true,
        "no" => {
            tokens.get(at + 1).is_some_and(|t| t.is_word() && !t.is("matter") && !t.is("one")) && at + 1 < end
                || tokens.get(at + 1).is_some_and(|t| t.is("one"))
        }
        _ => {
            let verb = matches!(tags[at], Tag::Verb(form) if form != Form::Ing || at > 0);
            let phrase = phrase::stands_for(phrases, at);
            let word = || phrase.or_else(|| lemma(normal));
            let denies = |word: &str| NEGATING_VERBS.contains(&word) && is_said_to_deny(word, tokens, tags, at);
            // Whoever "rules out" a thing denies it.
            verb && (phrase == Some("exclude") || word().is_some_and(denies))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::tag::tag;
    use crate::token::tokenize;

    fn modality(text: &str) -> (Vec<String>, Vec<String>) {
        let tokens = tokenize(text, Span::new(0, text.len()));
        let tags = tag(&tokens);
        let read = read(&tokens, &tags, &phrase::find(&tokens, &tags), 0..tokens.len());
        let words = |spans: &[Span]| spans.iter().map(|s| s.slice(text).to_owned()).collect::<Vec<_>>();
        (words(&read.negations), words(&read.hedges))
    }

    #[test]
    fn a_denied_denial_and_an_inverted_condition_leave_it_open() {
        for (text, negations, hedges) in [
            ("The firm would not rule out job cuts", 0, &["not rule out"][..]),
            ("Lang refused to rule out a recount", 0, &["refused to rule out"]),
            ("She did not deny that she took money", 0, &["not deny"]),
            ("She denied that she took money", 1, &[]),
            ("The police ruled out arson", 1, &[]),
            ("He did not vote, and denied the report", 1, &[]),
            ("Had the alarm rung, they would have left", 0, &["Had", "would"]),
            ("Should the talks fail, nurses will strike", 0, &["Should"]),
            ("Nurses will strike should the talks fail", 0, &["should"]),
            ("A bomb, not a gas leak, caused it", 0, &[]),
            ("The alarm had rung twice", 0, &[]),
            ("Had breakfast at the hotel", 0, &[]),
        ] {
            let (not, open) = modality(text);
            assert_eq!(
                (not.len(), open.iter().map(String::as_str).collect::<Vec<_>>()),
                (negations, hedges.to_vec()),
                "{text}"
            );
        }
    }

    #[test]
    fn negations_are_words_and_verbs() {
        assert_eq!(modality("The mayor did not resign").0, ["not"]);
        assert_eq!(modality("She denied that she took money").0, ["denied"]);
        assert_eq!(modality("The deal was not only late").0, Vec::<String>::new());
        assert_eq!(modality("The toll does not apply only to lorries").0, Vec::<String>::new());
        assert_eq!(modality("Not more than half of the trains ran").0, Vec::<String>::new());
        assert_eq!(modality("No one was hurt").0, ["No"]);
        // What goes on with a negation takes it not back.
        assert_eq!(modality("The mayor has not resigned and will not resign").0, ["not"]);
        assert_eq!(modality("Neither the mayor nor the council knew").0, ["Neither"]);
        assert_eq!(modality("Nobody denied it").0, ["Nobody", "denied"]);
        assert_eq!(modality("The mayor turned down the offer").0, ["turned"]);
        assert_eq!(modality("The airline ruled out ice as the cause").0, ["ruled"]);
        assert_eq!(modality("Ice could not be ruled out").1, ["not be ruled out"]);
        assert_eq!(modality("The mayor dismissed the claims").0, ["dismissed"]);
        assert_eq!(modality("The mayor dismissed 40 workers").0, Vec::<String>::new());
        assert_eq!(modality("The mayor declined to comment").0, ["declined"]);
        assert_eq!(modality("Prices declined to 4 euros").0, Vec::<String>::new());
    }

    #[test]
    fn hedges_are_the_longest_phrase() {
        assert_eq!(modality("The vote is expected to pass").1, ["is expected to"]);
        assert_eq!(modality("The man was reportedly armed").1, ["reportedly"]);
        assert_eq!(modality("Eleven sailors are feared dead").1, ["feared"]);
        assert_eq!(modality("The baker is accused of arson").1, ["accused of"]);
        assert_eq!(modality("The vote could fail").1, ["could"]);
        assert_eq!(modality("The study appears in a journal").1, Vec::<String>::new());
        assert_eq!(modality("The bridge appears safe").1, ["appears"]);
        assert_eq!(modality("Staff could not get into the shop").1, Vec::<String>::new());
        assert_eq!(modality("Rescuers could reach the men only on Thursday").1, Vec::<String>::new());
        assert_eq!(modality("Two nurses could smell alcohol on him").1, Vec::<String>::new());
        assert_eq!(modality("The vote was held in May").1, Vec::<String>::new());
        assert_eq!(modality("Prices fell, the bureau reported").1, Vec::<String>::new());
        assert_eq!(modality("Two people were reported missing").1, ["reported"]);
    }
}
