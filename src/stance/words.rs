//! The words of two claims set against each other: which word of one meets which of the other, and which stay alone.
//!
//! A step of its own because the model's features and several rules ask the same question. A word meets another of the same term or
//! stem, else one with a long common beginning ("decide", "decision"). Known limits: synonyms outside the word lists stay alone.

use super::pair::{Pair, Side};
use crate::claim::Read;
use crate::claim::quantity::Unit;
use crate::order::Gather as _;
use crate::span::Span;
use crate::tag::{Tag, lemma};
use crate::token::{Token, TokenKind, stem_of};
use std::collections::BTreeSet;
use std::ops::Range;
use std::rc::Rc;

/// One content word of a claim.
#[derive(Debug, Clone)]
pub(super) struct Word {
    /// Its token in the sentence.
    pub(super) at: usize,
    /// Where it stands.
    pub(super) span: Span,
    /// Lower case form.
    pub(super) normal: String,
    /// Stem of its base form.
    pub(super) stem: String,
    /// Its part of speech.
    pub(super) tag: Tag,
    /// How much it says, 0.5 to 2: longer words, names and numbers say more.
    pub(super) weight: f64,
    /// Tells that it only says who tells it, or how old somebody is.
    pub(super) aside: bool,
    /// The word of the other claim that it meets.
    pub(super) partner: Option<usize>,
}

/// The content words of both claims.
#[derive(Debug, Clone, Default)]
pub(super) struct Words {
    /// Those of the first.
    pub(super) a: Vec<Word>,
    /// Those of the second.
    pub(super) b: Vec<Word>,
}

impl Word {
    /// Tells whether it says what is done, beside who tells it.
    pub(super) fn does(&self) -> bool {
        matches!(self.tag, Tag::Verb(_)) && !self.aside
    }
}

impl Words {
    /// Returns the words of the statement and those of the other claim, or the other way round.
    pub(super) fn seen_from(&self, statement: bool) -> (&[Word], &[Word]) {
        if statement { (&self.a, &self.b) } else { (&self.b, &self.a) }
    }
}

/// How many content words of a claim are set against another. Claims of news have a tenth of it; without an end the cost of two endless
/// ones would grow with the square of their length.
const MOST_WORDS: usize = 256;

/// Words of open classes that say next to nothing.
const EMPTY: &[&str] =
    &["'s", "'", "uh", "um", "yeah", "well", "oh", "also", "just", "very", "so", "too", "then", "there"];

/// Tells whether a word belongs to the closed classes, which carry no content.
pub(super) fn is_function(tag: Tag) -> bool {
    tag.is_function() || matches!(tag, Tag::Negation | Tag::Punctuation)
}

/// Returns the stem of the base form of a token, so that "went" and "goes" are one.
fn base_stem(read: &Read, at: usize) -> String {
    let Token { normal, stem, .. } = &read.tokens[at];
    let base = read.bases[at].as_ref().filter(|_| lemma(normal).is_some_and(|base| !normal.starts_with(base)));
    base.unwrap_or(stem).clone()
}

fn content(side: &Side<'_>) -> Vec<Word> {
    let tokens: usize = side.claim.tokens.iter().map(Range::len).sum();
    let mut words = Vec::with_capacity(tokens.min(MOST_WORDS));
    let of_age = |span: Span| side.read.quantities_in(span).iter().any(|q| q.unit == Unit::Age);
    for at in side.claim.tokens.iter().flat_map(Clone::clone) {
        if words.len() == MOST_WORDS {
            break;
        }
        let (token, tag) = (&side.read.tokens[at], side.read.tags[at]);
        let phrase = side.read.stands_for(at);
        let empty = is_function(tag) || EMPTY.contains(&token.normal.as_str());
        if token.kind == TokenKind::Punctuation || empty && phrase.is_none() || side.read.goes_on(at) {
            continue;
        }
        let letters = token.normal.chars().count().min(9) as f64;
        let weight = match tag {
            Tag::Number => 1.3,
            Tag::Name => 0.7 + 0.1 * letters,
            Tag::Adverb => 0.3 + 0.08 * letters,
            _ => 0.4 + 0.1 * letters,
        };
        words.push(Word {
            at,
            span: token.span,
            stem: phrase.map_or_else(|| base_stem(side.read, at), stem_of),
            normal: token.normal.clone(),
            tag,
            weight,
            aside: side.claim.attribution.contains(&at) || of_age(token.span),
            partner: None,
        });
    }
    words
}

/// Length of a common beginning from which two words are taken for forms of one.
const BEGINNING: usize = 5;

fn common_beginning(a: &str, b: &str) -> bool {
    let common = a.bytes().zip(b.bytes()).take_while(|(x, y)| x == y).count();
    common >= BEGINNING && common * 3 >= a.len().max(b.len()) * 2
}

/// A way in which two words meet.
pub(super) type Meets<'p> = Box<dyn Fn(&Word, &Word) -> bool + 'p>;

/// The ways in which two words of a pair meet, the surest first: the same stem, the same term, a common beginning.
pub(super) fn ways<'p>(pair: &'p Pair<'_>) -> [Meets<'p>; 3] {
    [
        Box::new(|x, y| x.stem == y.stem),
        Box::new(|x, y| pair.a.tokens[x.at].is_some() && pair.a.tokens[x.at] == pair.b.tokens[y.at]),
        Box::new(|x, y| x.tag != Tag::Number && y.tag != Tag::Number && common_beginning(&x.normal, &y.normal)),
    ]
}

/// Sets the words of a pair against each other, once for a pair that keeps them.
pub(super) fn words(pair: &Pair<'_>) -> Rc<Words> {
    pair.kept(|| meet(pair))
}

fn meet(pair: &Pair<'_>) -> Words {
    let (mut a, mut b) = (content(&pair.a), content(&pair.b));
    for meets in ways(pair) {
        for (i, x) in a.iter_mut().enumerate().filter(|(_, x)| x.partner.is_none()) {
            if let Some((j, y)) = b.iter_mut().enumerate().find(|(_, y)| y.partner.is_none() && meets(x, y)) {
                x.partner = Some(j);
                y.partner = Some(i);
            }
        }
    }
    // A word said twice meets the one word of the other claim both times.
    let again = |ours: &mut [Word], theirs: &[Word]| {
        for x in ours.iter_mut().filter(|x| x.partner.is_none()) {
            x.partner = theirs.iter().rposition(|y| y.stem == x.stem);
        }
    };
    again(&mut a, &b);
    again(&mut b, &a);
    Words { a, b }
}

/// Tells whether a word of one claim meets one of the other, or its term stands elsewhere in the sentence of that one.
pub(super) fn is_told(side: &Side<'_>, other: &Side<'_>, word: &Word) -> bool {
    word.partner.is_some() || side.tokens[word.at].is_some_and(|term| other.says(term))
}

/// Share of the weight of some words that has a partner; 1 of nothing.
pub(super) fn met(words: &[Word], of: impl Fn(&Word) -> bool) -> f64 {
    let sum =
        |met: bool| -> f64 { words.iter().filter(|w| of(w) && (!met || w.partner.is_some())).map(|w| w.weight).sum() };
    let all = sum(false);
    if all > 0.0 { sum(true) / all } else { 1.0 }
}

/// Share of the words of either claim that must meet, cues left out, before it is taken for the same statement but for the cues.
/// Larger misses contradictions told in other words, smaller sets the parts of one story against each other.
pub(super) const ALL_ELSE: f64 = 0.8;

/// Fewest words beside the cues that must meet.
const LEAST_MET: usize = 2;

/// Tells whether two claims are the same statement but for the words at two cues, whoever tells them.
pub(super) fn same_but_for(words: &Words, a: &[Span], b: &[Span]) -> bool {
    same_with(words, a, b, LEAST_MET)
}

/// Tells whether two claims are the same statement but for the words at some cues, those of the second marked, and tell nothing else that is done.
pub(super) fn differ_only_in(pair: &Pair<'_>, cues: &[(bool, Span)]) -> bool {
    let of = |second: bool| cues.iter().filter(|(of_b, _)| *of_b == second).map(|(_, span)| *span).collect::<Vec<_>>();
    let (words, a, b) = (words(pair), of(false), of(true));
    let told = |list: &[Word], cues: &[Span]| {
        let cue = |word: &Word| cues.iter().any(|cue| cue.overlaps(word.span));
        list.iter().all(|word| word.partner.is_some() || word.aside || cue(word) || !matches!(word.tag, Tag::Verb(_)))
    };
    same_but_for(&words, &a, &b) && told(&words.a, &a) && told(&words.b, &b)
}

/// Tells whether two claims are the same statement but for the words at two cues, and are about one thing which the sentence around both names
/// before them: "The bridge, | opened in 1934".
pub(super) fn same_of_subject(pair: &Pair<'_>, words: &Words, a: &[Span], b: &[Span]) -> bool {
    let subject = |side: &Side<'_>| -> BTreeSet<String> {
        let told = |at: &usize| matches!(side.read.tags[*at], Tag::Noun | Tag::Name);
        side.claim.subject.clone().filter(told).map(|at| side.read.tokens[at].stem.clone()).gather_set()
    };
    let named = subject(&pair.a);
    !named.is_empty() && named == subject(&pair.b) && same_with(words, a, b, 1)
}

fn same_with(words: &Words, a: &[Span], b: &[Span], least: usize) -> bool {
    let outside = |cues: &[Span], word: &Word| !word.aside && !cues.iter().any(|cue| cue.overlaps(word.span));
    let (in_a, in_b) = (|w: &Word| outside(a, w), |w: &Word| outside(b, w));
    let count = words.a.iter().filter(|w| in_a(w) && w.partner.is_some_and(|at| in_b(&words.b[at]))).count();
    count >= least && met(&words.a, in_a).min(met(&words.b, in_b)) >= ALL_ELSE
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::stance::judge::with_pair;

    #[test]
    fn forms_of_one_word_meet() {
        with_pair("They decided to leave.", "Their decision: she left.", |pair| {
            let met: Vec<bool> = words(pair).a.iter().map(|w| w.partner.is_some()).collect();
            assert_eq!(met, [true, true]);
        });
        with_pair("The investigators returned.", "The investigation goes on.", |pair| {
            assert!(words(pair).a[0].partner.is_some());
        });
    }
}
