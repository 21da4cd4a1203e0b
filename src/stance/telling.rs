//! The words of a claim that a reason quotes: what tells most of what two claims share or do not, and what a number counts.
//!
//! A step of its own because the rules find single tokens, while a reader wants "Holy Rosary", "2.6 million dollars" and "five people"
//! whole. Known limits: what a number counts is looked for right behind it.

use super::pair::Side;
use crate::claim::quantity::Relation;
use crate::claim::{date, quantity};
use crate::order::Arrange as _;
use crate::similarity::Vocabulary;
use crate::span::Span;
use crate::tag::Tag;
use std::collections::BTreeSet;

/// How many words a reason quotes. Larger is more exact and harder to read.
const QUOTED: usize = 3;

/// How many tokens behind a number may belong to what it counts: "24 seriously injured passengers".
const COUNTED: usize = 3;

/// A content word of a claim that a reason may quote.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct TellingWord {
    at: usize,
    span: Span,
    term: u32,
    weight: f64,
    /// Tells that it names a thing, a person, a place or a number.
    names: bool,
}

/// Words that stand for others, and tell nothing out of their place.
const STANDING_IN: &[&str] =
    &["same", "other", "others", "own", "such", "rest", "lot", "thing", "things", "one", "ones"];

/// Tells whether a number counts what a pronoun stands for: "two of them".
fn counts_pronoun(side: &Side<'_>, at: usize) -> bool {
    let of = side.read.tokens.get(at + 1).is_some_and(|token| token.is("of"));
    side.read.tags[at] == Tag::Number && of && side.read.tags.get(at + 2) == Some(&Tag::Pronoun)
}

/// Lists the words of a claim that a reason may quote and that are wanted, the most telling first: things, names and numbers before what is done and how, rare ones
/// before common ones.
pub(crate) fn telling_words(
    side: &Side<'_>,
    vocabulary: &Vocabulary,
    wants: impl FnMut(&TellingWord) -> bool,
) -> Vec<TellingWord> {
    // What the statement leaves out since a row of its own tells it is neither shared here nor missing.
    let told_apart = |span: Span| side.claim.differing.iter().any(|apart| apart.overlaps(span));
    let words = side.claim.content(side.read).filter_map(|(at, token, tag)| {
        let term = side.tokens[at].filter(|_| !told_apart(token.span))?;
        // "not", "en" and "then" tell nobody anything; "DC" and "10" do.
        let long = token.span.len() > 2 && !matches!(tag, Tag::Adverb | Tag::Negation);
        let says = (long || token.capital || tag == Tag::Number) && !counts_pronoun(side, at);
        let names = !STANDING_IN.contains(&token.normal.as_str()) && matches!(tag, Tag::Noun | Tag::Name | Tag::Number);
        says.then(|| TellingWord { at, span: token.span, term, weight: vocabulary.weight(term), names })
    });
    let mut words: Vec<TellingWord> = words.collect();
    words.retain(wants);
    words.arrange_by(|a, b| b.names.cmp(&a.names).then(b.weight.total_cmp(&a.weight)).then(a.span.cmp(&b.span)));
    words
}

/// Returns the most telling words of a claim among those whose terms are wanted, in text order.
pub(super) fn telling(side: &Side<'_>, vocabulary: &Vocabulary, wants: impl Fn(u32) -> bool) -> Vec<Span> {
    choose(side, &telling_words(side, vocabulary, |word| wants(word.term)))
}

/// Returns the most telling words of a claim that the whole sentence of another lacks; things, names and numbers alone where there are
/// any.
pub(super) fn lacking(side: &Side<'_>, vocabulary: &Vocabulary, other: &Side<'_>) -> Vec<Span> {
    let words = telling_words(side, vocabulary, |word| !gives(other, side, word.span));
    let mut lacking = lacking_of(&words, other.tokens);
    // "Ana Ruiz will get $21 million", "She will get $21 million": that she is named nobody can say is missing.
    let mut said = other.claim.content(other.read).filter(|(.., tag)| *tag != Tag::Punctuation);
    if said.next().is_some_and(|(_, token, _)| token.is("he") || token.is("she")) {
        let verb = side.claim.content(side.read).find(|(.., tag)| tag.is_finite()).map_or(0, |(at, ..)| at);
        let acts = |word: &TellingWord| word.at < verb && side.read.tags[word.at] == Tag::Name;
        if !lacking.iter().all(acts) {
            lacking.retain(|word| !acts(word));
        }
    }
    choose(side, &lacking)
}

/// Tells whether a sentence gives the figure or the time that holds a word, in whatever form: "10am" is "10 a.m.", "€9m" is "9 million euros".
fn gives(other: &Side<'_>, side: &Side<'_>, word: Span) -> bool {
    let same = Some(Relation::Same);
    let (figures, dates) = (side.read.quantities_in(word), side.read.dates_in(word));
    figures.iter().any(|x| other.read.quantities.iter().any(|y| quantity::compare(x, y) == same))
        || dates.iter().any(|x| other.read.dates.iter().any(|y| date::compare(x, y) == same))
}

/// Returns those of the words that a sentence lacks, given by the terms of its tokens; those that name something alone where there are
/// any.
pub(crate) fn lacking_of(words: &[TellingWord], sentence: &[Option<u32>]) -> Vec<TellingWord> {
    // Most words are missing, which a bit for each term of the sentence tells faster than a look at all of them.
    let bit = |term: u32| 1_u64 << (term % u64::BITS);
    let bits = sentence.iter().flatten().fold(0, |bits, &term| bits | bit(term));
    let lacks = |word: &&TellingWord| bits & bit(word.term) == 0 || !sentence.contains(&Some(word.term));
    let mut lacking = Vec::with_capacity(words.len());
    lacking.extend(words.iter().filter(lacks));
    if lacking.iter().any(|word: &TellingWord| word.names) {
        lacking.retain(|word| word.names);
    }
    lacking
}

/// Chooses the first words, of which the most telling stand first, and gives each with its neighbours that belong to it; in text order.
pub(crate) fn choose(side: &Side<'_>, words: &[TellingWord]) -> Vec<Span> {
    let mut spans: Vec<Span> = words.iter().take(QUOTED).map(|word| whole(side, words, word)).collect();
    spans.arrange();
    spans.dedup_by(|next, last| {
        let meet = last.overlaps(*next);
        if meet {
            *last = last.join(*next);
        }
        meet
    });
    if spans.len() > 1 {
        let mut said = BTreeSet::new();
        spans.retain(|span| said.insert(span.slice(side.text).to_lowercase()));
    }
    spans
}

/// Widens a word to what a reader takes for one: names and nouns side by side, a number with its unit or what it counts, a time whole, a
/// compound with its hyphens.
fn whole(side: &Side<'_>, words: &[TellingWord], word: &TellingWord) -> Span {
    let mut span = hyphenated(side, word.span);
    if word.names {
        let beside = |at: usize| words.iter().find(|other| other.at == at && other.names);
        // A number that counts what follows opens a phrase of its own: "in the morning | 620 workers", but "Boeing 747".
        let opens = |at: usize| {
            side.read.tags[at] == Tag::Number && counted(side, side.read.tokens[at].span) != side.read.tokens[at].span
        };
        let behind = (word.at + 1..).map_while(|at| beside(at).filter(|_| !opens(at)));
        let before = (0..word.at).rev().map_while(|at| beside(at).filter(|_| !opens(at + 1)));
        for found in behind.chain(before) {
            span = span.join(hyphenated(side, found.span));
        }
    }
    let quantity = side.read.quantities_in(word.span).iter().map(|quantity| quantity.span);
    let date = side.read.dates_in(word.span).iter().map(|date| date.span);
    if let Some(date) = date.into_iter().find(|date| side.holds(*date)) {
        return span.join(date);
    }
    match quantity.into_iter().find(|quantity| side.holds(*quantity)) {
        Some(quantity) => span.join(counted(side, quantity)),
        None if side.read.tags[word.at] == Tag::Number => span.join(counted(side, word.span)),
        None => span,
    }
}

fn hyphenated(side: &Side<'_>, word: Span) -> Span {
    let joins = |c: char| c.is_alphanumeric() || matches!(c, '-' | '’' | '\'');
    let before = side.text[..word.start].char_indices().rev().find(|(_, c)| !joins(*c));
    let start = before.map_or(0, |(at, c)| at + c.len_utf8());
    let end = side.text[word.end..].find(|c| !joins(c)).map_or(side.text.len(), |at| word.end + at);
    let compound = Span::new(start, end);
    if compound.slice(side.text).contains('-') { compound } else { word }
}

/// Widens a number to what it counts, if that follows: "five" to "five people", "dozens" to "dozens of houses".
pub(super) fn counted(side: &Side<'_>, number: Span) -> Span {
    let tokens = &side.read.tokens;
    let after = tokens.partition_point(|token| token.span.start < number.end);
    // "50 miles": a unit is counted already; in "two-week strike" it is part of the number.
    let ends_in_noun = |last: usize| side.read.tags[last] == Tag::Noun && number.contains(tokens[last].span);
    if after.checked_sub(1).is_some_and(ends_in_noun) && !number.slice(side.text).contains('-') {
        return number;
    }
    let of = usize::from(tokens.get(after).is_some_and(|token| token.is("of")));
    let limit = tokens.len().min(after + of + COUNTED);
    let belongs = |&at: &usize| {
        matches!(side.read.tags[at], Tag::Adjective | Tag::Adverb | Tag::Noun | Tag::Name)
            && side.holds(tokens[at].span)
            && !side.read.is_dated(tokens[at].span)
    };
    let phrase: Vec<usize> = (after + of..limit).take_while(belongs).collect();
    // The nouns in a row after adjectives and adverbs; words behind them belong to something else.
    let first = phrase.iter().position(|&at| side.read.tags[at] == Tag::Noun);
    let noun = first.and_then(|first| phrase[first..].iter().take_while(|&&at| side.read.tags[at] == Tag::Noun).last());
    noun.map_or(number, |&at| number.join(tokens[at].span))
}

/// How many tokens behind a negation may belong to what it turns round.
const NEGATED: usize = 4;

/// Widens a negation to the words that it turns round: "not" to "did not sink", "no" to "no sign".
pub(super) fn negated(side: &Side<'_>, cue: Span) -> Span {
    let (tokens, tags) = (&side.read.tokens, &side.read.tags);
    let Some(at) = tokens.iter().position(|token| token.span == cue) else { return cue };
    let inside = |at: usize| side.holds(tokens[at].span) && tags[at] != Tag::Punctuation;
    let helps = |at: usize| tags[at].is_auxiliary();
    let first = at.checked_sub(1).filter(|&before| helps(before) && inside(before)).unwrap_or(at);
    let says =
        |at: usize| tags[at].is_verbal() && !helps(at) || matches!(tags[at], Tag::Noun | Tag::Name | Tag::Adjective);
    let behind = at + 1..tokens.len().min(at + 1 + NEGATED);
    let last = behind.take_while(|&at| inside(at)).find(|&at| says(at)).unwrap_or(at);
    tokens[first].span.join(tokens[last].span)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::stance::judge::with_pair;

    fn quoted(a: &str, b: &str, shared: bool) -> Vec<String> {
        with_pair(a, b, |pair| {
            let spans = if shared { pair.shared() } else { pair.lacking() };
            spans.into_iter().map(|span| span.slice(a).to_owned()).collect()
        })
    }

    #[test]
    fn what_is_missing_is_named_by_its_things_and_names_whole() {
        for (a, b, expected) in [
            ("She taught at Holy Rosary School for years.", "She taught children.", vec!["Holy Rosary School"]),
            ("The anti-corruption bill passed on Monday.", "The bill passed on Monday.", vec!["anti-corruption"]),
            ("The storm cut power to 2,400 homes.", "The storm cut trees.", vec!["power", "2,400 homes"]),
            ("The mayor isn't worried at all.", "The mayor spoke.", vec!["worried"]),
            ("It broke at 2:50 a.m. near the mill.", "It broke near the mill.", vec!["2:50 a.m."]),
            ("Police searched eleven homes.", "Police searched homes.", vec!["eleven homes"]),
            ("A levee broke, then the other levee.", "A wall broke.", vec!["levee"]),
            ("Vans may deliver until 10 a.m. in the harbour.", "Vans may deliver before 10am.", vec!["harbour"]),
            ("The town paid 9 million euros for a ferry.", "The town paid €9m.", vec!["ferry"]),
            ("On Monday morning 70 pickers left.", "They left.", vec!["Monday morning", "70 pickers"]),
            ("Nine drowned, two of them in the same pond.", "Nine drowned.", vec!["pond"]),
            ("Ana Ruiz will get a ferry in Lund.", "She will get a ferry.", vec!["Lund"]),
            ("Ana Ruiz will get a ferry in Lund.", "A ferry is in Lund.", vec!["Ana Ruiz"]),
            ("The bridge collapsed suddenly.", "The bridge collapsed suddenly.", vec![]),
        ] {
            assert_eq!(quoted(a, b, false), expected, "{a}");
        }
    }

    #[test]
    fn what_is_shared_is_quoted_as_the_statement_has_it() {
        let shared =
            quoted("Police closed the Erasmus Bridge on Monday.", "On Monday the Erasmus Bridge was shut.", true);
        assert!(shared.contains(&"Erasmus Bridge".to_owned()), "{shared:?}");
    }

    #[test]
    fn a_negation_is_quoted_with_what_it_turns_round() {
        for (text, cue, expected) in [
            ("The ferry did not sink.", "not", "did not sink"),
            ("The mayor hasn't resigned.", "n't", "hasn't resigned"),
            ("There was no sign of rain.", "no", "was no sign"),
            ("Nobody was seriously hurt.", "Nobody", "Nobody was seriously hurt"),
            ("He never, she said, came.", "never", "never"),
        ] {
            let start = text.find(cue).unwrap();
            let found = with_pair(text, "Rain fell.", |pair| {
                negated(&pair.a, Span::new(start, start + cue.len())).slice(text).to_owned()
            });
            assert_eq!(found, expected, "{text}");
        }
    }

    #[test]
    fn a_number_is_quoted_with_what_it_counts() {
        for (text, number, expected) in [
            ("At least five people died.", "At least five", "At least five people"),
            ("Dozens of old houses burned.", "Dozens", "Dozens of old houses"),
            ("It hurt 30 seriously injured passengers.", "30", "30"),
            ("The two-week strike ended.", "two-week", "two-week strike"),
            ("It freed 40 Kenyan sailors on Friday.", "40", "40 Kenyan sailors"),
            ("It rose by 40%.", "40%", "40%"),
            ("It fell 50 miles south of Riga.", "50 miles", "50 miles"),
            ("Five of them fled.", "Five", "Five"),
            ("The dead are 12, police said.", "12", "12"),
        ] {
            let start = text.find(number).unwrap();
            let found = with_pair(text, "Rain fell.", |pair| {
                counted(&pair.a, Span::new(start, start + number.len())).slice(text).to_owned()
            });
            assert_eq!(found, expected, "{text}");
        }
    }
}
