//! Who or what a pronoun means that a statement opens with: "He [Costa] was in a lift", "It [the ferry] will be towed to port".
//!
//! A step of its own because the name stands elsewhere than the claim. A statement is read alone, and a wrong name in it is worse than none: a
//! pronoun is given a name where one alone is about that it can mean. Known limits: whether a person is a man or a woman is known by a
//! title and by the pronouns of sentences that name nobody else; what "it" takes up of a whole sentence is not told.

use super::Reading;
use crate::claim::attribution::Attribution;
use crate::claim::entity::is_title;
use crate::claim::{Claim, Read};
use crate::sentence::SentenceKind;
use crate::tag::{Form, Tag, closed, is_plural, lemma};
use crate::token::{Token, stem_of};
use std::collections::BTreeMap;
use std::ops::Range;

/// How many sentences back a person may be named whom "he" or "she" means. Larger names more, and more that are somebody else.
const PERSON_REACH: usize = 2;

/// How many attributions of a sentence are asked who speaks, so that the cost of many does not grow with their square.
const MOST_SPEAKERS: usize = 8;

/// How many words a sentence may have in which somebody or something is looked for. Sentences of news are shorter; each of the many claims of an
/// endless one would look through all of it.
const LONGEST_SENTENCE: usize = 256;

/// How many words the phrase may have that "it" or "they" means. Longer ones make a statement that nobody reads.
const LONGEST: usize = 7;

/// How many words behind "it" tell whether it stands for something. Larger finds more that it only announces ("it was in May that …").
const ANNOUNCING: usize = 12;

/// Verbs whose "it" stands for nothing: "it took an hour to".
const IMPERSONAL: &[&str] = &[
    "take", "took", "takes", "appear", "seem", "emerge", "turn", "happen", "rain", "snow", "come", "came", "follow",
    "remain",
];

/// Nouns that call a person, and so are no "it". What only may be one ("driver", "tanker") is thought of.
const CALLINGS: &[&str] = &["man", "woman", "boy", "girl", "spokesperson"];

/// Stems of what reports and is read, so that "the study says it works" does not say that the study works.
const DOCUMENTS: &[&str] = &[
    "report",
    "studi",
    "work",
    "research",
    "survei",
    "review",
    "analysi",
    "document",
    "lawsuit",
    "suit",
    "statement",
    "letter",
    "email",
    "indict",
    "poll",
    "articl",
    "paper",
    "post",
    "video",
    "imag",
    "test",
    "complaint",
    "rule",
    "record",
];

/// By family name, how often "he" and how often "she" stood for it. Who is named with an age is there even where neither did.
pub(super) type Pronouns = BTreeMap<String, (usize, usize)>;

/// Tells whether a word stands for a man or for a woman; `None` for others.
fn masculine(normal: &str) -> Option<bool> {
    match normal {
        "he" | "him" | "his" | "himself" | "mr" => Some(true),
        "she" | "her" | "hers" | "herself" | "mrs" | "ms" | "miss" => Some(false),
        _ => None,
    }
}

impl Reading<'_> {
    /// Counts which pronouns stand for whom: in a sentence that names one person, before them, all of one kind and outside quotations.
    pub(super) fn pronouns(&self) -> Pronouns {
        let mut pronouns = Pronouns::new();
        for read in self.reads.iter().flatten().filter(|read| !read.sentence.quoted) {
            let mut person: Option<&str> = None;
            let mut kind: Option<bool> = None;
            let (mut one, mut quoted) = (true, false);
            for token in &read.tokens {
                quoted ^= token.is("\"");
                if token.capital && self.names.is_person(&token.normal) && !self.names.is_given(&token.normal) {
                    one &= person.is_none_or(|known| known == token.normal);
                    person = Some(&token.normal);
                } else if let Some(male) = masculine(token.normal.trim_end_matches('.')).filter(|_| !quoted) {
                    let named = person.is_some() || token.capital && token.normal.starts_with('m');
                    one &= named && kind.is_none_or(|known| known == male);
                    kind = Some(male);
                }
            }
            // "Ana Ruiz, 34, was"
            for at in 2..read.tokens.len().saturating_sub(2) {
                let name = (at - 2..at).all(|i| read.tags[i] == Tag::Name && read.tokens[i].is_word());
                let mark = |i: usize| read.tokens[i].is(",") || read.tokens[i].is(".");
                let age = read.tags[at + 1] == Tag::Number && read.tokens[at + 1].normal.len() == 2;
                if name && age && read.tokens[at].is(",") && mark(at + 2) {
                    pronouns.entry(read.tokens[at - 1].normal.clone()).or_default();
                }
            }
            if let (Some(person), Some(male), true) = (person, kind, one) {
                let (he, she) = pronouns.entry(person.to_owned()).or_default();
                *(if male { he } else { she }) += 1;
            }
        }
        pronouns
    }

    /// Returns the words for whom or what a pronoun means with which the statement of a claim opens, at a token of its sentence.
    pub(super) fn meant(&self, anchor: usize, at: usize) -> Option<String> {
        let claim = &self.claims[anchor];
        let read = &self.reads[claim.document][claim.sentence];
        let is_short = |sentences_back: usize| {
            let from = claim.sentence.saturating_sub(sentences_back);
            let reads = &self.reads[claim.document][from..=claim.sentence];
            reads.iter().all(|read| read.tokens.len() <= LONGEST_SENTENCE)
        };
        match read.tokens.get(at)?.normal.as_str() {
            "he" | "she" if is_short(PERSON_REACH + 1) => self.person_meant(anchor, at).map(str::to_owned),
            "it" | "they" if is_short(1) && !claim.stands_quoted(read) => self.thing_meant(anchor, at),
            _ => None,
        }
    }

    /// Finds the person that a claim means which begins with "he" or "she": whom the sentence before begins with and alone names, or the
    /// only one named in the two sentences before and in this one up to the claim, and named first in one of them. Who is known to be of
    /// the other kind is not thought of. With two persons about, nobody is named rather than the wrong one.
    fn person_meant(&self, anchor: usize, first: usize) -> Option<&str> {
        let claim = &self.claims[anchor];
        let reads = &self.reads[claim.document];
        let pronoun = reads[claim.sentence].tokens[first].normal.as_str();
        if opens_sentence(&reads[claim.sentence], first) && !claim.stands_quoted(&reads[claim.sentence]) {
            // "He was hit. He is home.": the one before goes on.
            let mut before = claim.sentence.checked_sub(1)?;
            let goes_on = |at: usize| {
                let first = reads[at].tags.iter().position(|tag| *tag != Tag::Punctuation);
                first.is_some_and(|first| reads[at].tokens[first].is(pronoun)) && !reads[at].sentence.quoted
            };
            while before > 0 && claim.sentence - before <= PERSON_REACH && goes_on(before) {
                before -= 1;
            }
            let acts = |&(at, start, name): &(usize, usize, &str)| {
                at == before
                    && !owns(&reads[at], start, name)
                    && reads[before].tags[..start].iter().all(|tag| tag.is_nominal() || *tag == Tag::Punctuation)
            };
            let others = self.persons(claim.document, before..claim.sentence, pronoun);
            if let Some(&(_, _, name)) = others.first().filter(|first| acts(first))
                && others.iter().all(|(_, _, other)| last_word(other) == last_word(name))
                && !reads[before].sentence.quoted
            {
                return Some(name);
            }
        }
        // "she said, “and I slept.”": who says it stands outside of the quotation.
        let says = claim.attribution.contains(&first);
        let quoted = claim.stands_quoted(&reads[claim.sentence]) && !says;
        let from = claim.sentence.saturating_sub(PERSON_REACH);
        // In a quotation the speaker speaks of somebody else.
        let speaks =
            |name: &str| quoted && claim.speaker.as_ref().is_some_and(|speaker| speaker.contains(last_word(name)));
        let mut persons = self.persons(claim.document, from..claim.sentence + 1, pronoun);
        persons.retain(|&(at, start, name)| (at < claim.sentence || start < first) && !speaks(name));
        let goes_on = !quoted && opens_sentence(&reads[claim.sentence], first);
        let own = if goes_on { paragraph_goes_on(reads, claim.sentence) } else { 0 };
        // "The man held over the murder of Ana Ruiz": she is not whom the next sentence goes on with.
        let leads = |&(at, start, name): &(usize, usize, &str)| {
            // Of "the friend of Ana Ruiz said" it is the friend who speaks.
            let plain = |tags: &[Tag]| tags.iter().all(|tag| tag.is_nominal() || *tag == Tag::Punctuation);
            let speaks = |attribution: &Attribution| {
                let speaker = &attribution.speaker;
                speaker.contains(&start) && plain(&reads[at].tags[speaker.start..start])
            };
            let opens = !reads[at].tags[..start].iter().any(|tag| tag.is_finite() || *tag == Tag::Preposition);
            let speaks = reads[at].attributions.iter().take(MOST_SPEAKERS).any(speaks);
            (if speaks { at >= own } else { opens }) && !owns(&reads[at], start, name)
        };
        let (_, _, name) = persons.first()?;
        let one = persons.iter().all(|(_, _, other)| last_word(other) == last_word(name))
            && !(from..claim.sentence).any(|at| self.others_act(&reads[at], last_word(name)));
        // The fullest form of the name is the clearest.
        let fullest = persons.iter().map(|(_, _, name)| *name).rev().max_by_key(|name| name.len());
        let other = says && speaks_otherwise(claim, name);
        fullest.filter(|_| one && !other && persons.iter().any(leads))
    }

    /// Tells whether somebody of a full name who is not known to be a person acts or speaks in a sentence: "Prosecutor Laura Chen countered".
    fn others_act(&self, read: &Read, name: &str) -> bool {
        (2..read.tokens.len()).any(|at| {
            let called = |i: usize| read.tags[i] == Tag::Name && read.tokens[i].is_word();
            called(at - 2)
                && called(at - 1)
                && (read.tags[at].is_finite()
                    || read.tokens[at].is(",") && read.tags.get(at + 1) == Some(&Tag::Relative))
                && !name.eq_ignore_ascii_case(&read.tokens[at - 1].normal)
                && !self.names.is_full(&read.tokens[at - 1].normal)
        })
    }

    /// Lists the persons named in some sentences of a document whom a pronoun can stand for: the sentence, the token where the name begins,
    /// the name.
    fn persons(&self, document: usize, sentences: Range<usize>, pronoun: &str) -> Vec<(usize, usize, &str)> {
        let text = &self.corpus.documents[document].text;
        let mut found = Vec::new();
        for at in sentences {
            let read = &self.reads[document][at];
            for (here, token) in read.tokens.iter().enumerate() {
                let used = self.pronouns.get(&token.normal);
                let (he, she) = used.copied().unwrap_or_default();
                let (with, against) = if pronoun == "he" { (he, she) } else { (she, he) };
                let known = used.is_some() || self.names.is_full(&token.normal);
                if !token.capital || self.names.is_given(&token.normal) || !known || against > 2 * with {
                    continue;
                }
                let mut start = here;
                while start > 0 && read.tags[start - 1] == Tag::Name {
                    start -= 1;
                }
                // "Her lawyer, Rui Costa, spoke. She …": she is whose lawyer he is.
                let before = (0..start).rev().take_while(|&i| read.tags[i].is_nominal() || i + 1 == start);
                let owner = before.filter_map(|i| masculine(&read.tokens[i].normal)).next();
                if owner == Some(pronoun == "he") {
                    continue;
                }
                found.push((at, start, read.tokens[start].span.join(token.span).slice(text)));
            }
        }
        found
    }

    /// Finds what "it" or "they" means: the only phrase of its number behind no preposition, in the same sentence before it, or where it opens
    /// the sentence, in the one before.
    fn thing_meant(&self, anchor: usize, at: usize) -> Option<String> {
        let claim = &self.claims[anchor];
        let reads = &self.reads[claim.document];
        let read = &reads[claim.sentence];
        let several = read.tokens[at].is("they");
        if !several && announces(read, at) {
            return None;
        }
        let anew = opens_sentence(read, at);
        let (read, end) = if anew {
            let before = reads.get(claim.sentence.checked_sub(1)?)?;
            (before, before.tokens.len())
        } else {
            (read, at)
        };
        if read.sentence.kind == SentenceKind::Heading || read.sentence.quoted || end > read.tokens.len() {
            return None;
        }
        let mut found: Option<Phrase> = None;
        let mut phrases = phrases(read, end);
        // "The firm said it expected a loss.": what is spoken of there is spoken of here.
        let itself = phrases.first().is_some_and(|first| speaks_of_itself(read, first, several));
        if itself {
            phrases.truncate(1);
        }
        for phrase in phrases {
            let head = &read.tokens[phrase.head];
            if read.is_dated(head.span)
                || self.is_person(read, &phrase) && !several
                || is_several(read, &phrase) != several
            {
                continue;
            }
            match &found {
                Some(other) if read.tokens[other.head].normal != head.normal => return None,
                Some(_) => {}
                None => found = Some(phrase),
            }
        }
        let found = found.filter(|phrase| phrase.words.len() <= LONGEST)?;
        // What a sentence is about stands before its verb; and "it" of what a report says is seldom the report.
        let acts = !read.tags[..found.words.start].iter().any(|tag| tag.is_finite());
        let speaks = read.attributions.iter().take(MOST_SPEAKERS).any(|a| a.speaker.contains(&found.head));
        let reports = speaks && DOCUMENTS.contains(&stem_of(&read.tokens[found.head].normal).as_str());
        // Two capitals may be a person of whom nothing else is known.
        let full = read.tags[found.words.clone()].iter().filter(|tag| **tag == Tag::Name).count() == found.words.len()
            && found.words.len() > 1;
        if anew && !(acts || speaks) || !anew && reports || !several && full && !itself {
            return None;
        }
        let phrase = found.words;
        let span = read.tokens[phrase.start].span.join(read.tokens[phrase.end - 1].span);
        let words = span.slice(self.text(anchor));
        // "A boat sank." – "It [the boat] …"
        let determined = read.tags[phrase.start] == Tag::Determiner && phrase.len() > 1;
        let rest = words.split_once(' ').map(|(_, rest)| rest);
        Some(match (read.tokens[phrase.start].normal.as_str(), rest) {
            ("a" | "an" | "the", Some(rest)) if determined => format!("the {rest}"),
            _ if read.tags[phrase.start] == Tag::Number => {
                let mut letters = words.chars();
                letters.next().map(|first| first.to_lowercase().chain(letters).collect()).unwrap_or_default()
            }
            _ => words.to_owned(),
        })
    }

    /// Tells whether a phrase names a person, and no body.
    fn is_person(&self, read: &Read, phrase: &Phrase) -> bool {
        let head = &read.tokens[phrase.head];
        let named = |token: &Token| token.capital && self.names.is_full(&token.normal);
        read.tokens[phrase.words.start..=phrase.head].iter().any(|token| named(token) || is_title(token))
            || read.tags[phrase.head] != Tag::Name && CALLINGS.iter().any(|end| head.normal.ends_with(end))
    }
}

/// Returns where the paragraph of a sentence begins, which goes on with whom it has named itself, whoever spoke in the one before: "“We won,” said
/// Ruiz. ¶ The keeper saved two shots. He is 19."; the first sentence of a paragraph goes on with what was before.
fn paragraph_goes_on(reads: &[Read], sentence: usize) -> usize {
    let paragraph = reads[sentence].sentence.paragraph;
    let inside = |at: &usize| reads[*at].sentence.paragraph == paragraph;
    (0..sentence).rev().take(PERSON_REACH).take_while(inside).last().unwrap_or(0)
}

/// Tells whether somebody else than who has this name is found to say what a claim tells.
fn speaks_otherwise(claim: &Claim, name: &str) -> bool {
    let other = |speaker: &String| closed(&speaker.to_lowercase()).is_none() && !speaker.contains(last_word(name));
    claim.speaker.as_ref().is_some_and(other)
}

/// Tells whether a name that begins at a token only says whose somebody or something is: "[Ana Ruiz]'s lawyer, Rui Costa, said".
fn owns(read: &Read, start: usize, name: &str) -> bool {
    let behind = start + name.split(' ').count();
    (start..=behind + 1).any(|at| read.word(at) == "'s" && (start..at).all(|at| read.tags[at] == Tag::Name))
}

fn last_word(name: &str) -> &str {
    name.rsplit(' ').next().unwrap_or(name)
}

/// Tells whether nothing but a conjunction or an adverb stands before a token in its sentence.
fn opens_sentence(read: &Read, at: usize) -> bool {
    read.tags[..at].iter().all(|tag| matches!(tag, Tag::Punctuation | Tag::Coordinator | Tag::Adverb))
}

/// Tells whether what a sentence begins with reports of itself: "The firm said it expected a loss."
fn speaks_of_itself(read: &Read, phrase: &Phrase, several: bool) -> bool {
    let speaks = |attribution: &Attribution| attribution.speaker.start == phrase.words.start;
    let pronoun = if several { "they" } else { "it" };
    read.attributions.iter().take(1).filter(|a| speaks(a)).any(|attribution| {
        let opens = attribution.content.first().map_or(0, |content| content.start);
        // "told the migrants they would fly": somebody else.
        let told = (attribution.speaker.end..opens).any(|at| matches!(read.tags[at], Tag::Noun | Tag::Name));
        !told && (opens..opens + 2).any(|at| read.tokens.get(at).is_some_and(|token| token.is(pronoun)))
    })
}

/// Tells whether "it" only announces what follows, or takes up a whole statement: "it was in May that", "it was the third attack".
fn announces(read: &Read, at: usize) -> bool {
    let rest = at + 1..read.tokens.len().min(at + 1 + ANNOUNCING);
    let passes =
        |i: &usize| matches!(read.tags[*i], Tag::Be | Tag::Have | Tag::Do | Tag::Modal | Tag::Negation | Tag::Adverb);
    let Some(content) = rest.clone().find(|i| !passes(i)) else { return true };
    let is = read.tags[rest.start..content].contains(&Tag::Be) && read.tags[content] != Tag::Verb(Form::Ing);
    // "It was expected that", but "it was expected to open"
    let done = matches!(read.tags[content], Tag::Verb(_)) || read.tokens[content].normal.ends_with("ed");
    let later =
        |tag: &Tag| *tag == Tag::Complementizer || !done && matches!(tag, Tag::To | Tag::Relative | Tag::Subordinator);
    let named =
        matches!(read.tags[content], Tag::Determiner | Tag::Number | Tag::Possessive | Tag::Pronoun | Tag::Name);
    IMPERSONAL.iter().any(|verb| read.tokens[content].is(verb) || lemma(&read.tokens[content].normal) == Some(verb))
        || is && (named || read.tags[rest].iter().any(later))
}

/// Tells whether a phrase is of more than one: by its verb, where one follows, else by its noun.
fn is_several(read: &Read, phrase: &Phrase) -> bool {
    let words = &phrase.words;
    let verb = read.tokens.get(words.end).map_or("", |token| token.normal.as_str());
    match verb {
        "were" | "are" | "have" => true,
        "was" | "is" | "has" => false,
        _ if read.tags.get(words.end) == Some(&Tag::Verb(Form::Third)) => false,
        _ => {
            let head = &read.tokens[phrase.head].normal;
            let joined = read.tags[words.clone()].contains(&Tag::Coordinator);
            let one = matches!(read.tokens[words.start].normal.as_str(), "a" | "an" | "this" | "that");
            joined || !one && read.tags[phrase.head] != Tag::Name && (is_plural(head) || head == "police")
        }
    }
}

/// A noun phrase.
struct Phrase {
    words: Range<usize>,
    /// Its noun: of "the office of the mayor" the office.
    head: usize,
}

/// Lists the noun phrases of a sentence up to a token that stand behind no preposition and are no apposition.
fn phrases(read: &Read, end: usize) -> Vec<Phrase> {
    let (tokens, tags) = (&read.tokens, &read.tags);
    let nominal = |i: usize| tags[i].is_nominal() || tokens[i].is("'s");
    let run = |from: usize| {
        let more = |&i: &usize| nominal(i) && (i == from || tags[i] != Tag::Determiner);
        from + (from..end).take_while(more).count()
    };
    let mut found = Vec::new();
    let mut at = 0;
    while at < end {
        let start = at;
        at = run(start);
        // "Ana Ruiz, Rui Costa and their friends"
        let mut member = at;
        while member > start && member + 1 < end && (tags[member] == Tag::Coordinator || tokens[member].is(",")) {
            let next = run(member + 1);
            if next == member + 1 {
                break;
            }
            if tags[member] == Tag::Coordinator {
                at = next;
                break;
            }
            member = next;
        }
        if at == start {
            at += 1;
            continue;
        }
        let head = at - 1;
        if at + 1 < end && tokens[at].is("of") {
            at = run(at + 1).max(at);
        }
        let noun = matches!(tags[head], Tag::Noun | Tag::Name);
        let governed = start > 0 && matches!(tags[start - 1], Tag::Preposition | Tag::To | Tag::Subordinator);
        let acts = tags.get(at).is_some_and(|tag| tag.is_finite());
        let described = start > 1 && tokens[start - 1].is(",") && nominal(start - 2) && !acts;
        // "A boat is the only link": that is the boat.
        let told = (0..start).rev().find(|&i| tags[i] != Tag::Adverb).is_some_and(|i| tags[i] == Tag::Be);
        if noun && !governed && !described && !told {
            found.push(Phrase { words: start..at, head });
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use crate::testing::rows;

    /// The statements of a document that is compared with one on something else.
    fn statements(text: &str) -> Vec<String> {
        rows([text, "Snow fell in the hills."]).into_iter().map(|row| row.statement).collect()
    }

    #[test]
    fn a_pronoun_is_given_the_name_that_alone_is_about() {
        for (text, statement) in [
            // Whom the sentence before begins with, and goes on with.
            ("Mayor Ana Ruiz opened the bridge. She thanked the welders.", "She [Mayor Ana Ruiz] thanked the welders."),
            (
                "The sheriff praised Mayor Ana Ruiz at noon. Rui Costa, 34, was hit by a beam. He broke a leg. He was flown to Porto.",
                "He [Rui Costa] was flown to Porto.",
            ),
            // Who speaks of himself.
            (
                "Mayor Ana Ruiz said the bridge was safe and that she had asked for a report.",
                "she [Mayor Ana Ruiz] had asked for a report.",
            ),
            // The paragraph before is about him.
            (
                "Rui Costa, 34, has signed for Lund.\n\nThe tall keeper is its dearest player. He is paid 9,000 crowns.",
                "He [Rui Costa] is paid 9,000 crowns.",
            ),
            // What a sentence is about, or who it quotes.
            ("A ferry ran into the pier at Lund. It will be towed to port.", "It [the ferry] will be towed to port."),
            (
                "Veltor said it expected a loss. It has closed a plant in Lund.",
                "It [Veltor] has closed a plant in Lund.",
            ),
            ("Two workers fell from the bridge. They were flown to Porto.", "They [two workers] were flown to Porto."),
            ("No one was arrested, prosecutors said. They closed the case.", "They [prosecutors] closed the case."),
        ] {
            let statements = statements(text);
            assert!(statements.iter().any(|told| told == statement), "{text}: {statements:#?}");
        }
    }

    #[test]
    fn a_pronoun_that_may_mean_two_is_left_alone() {
        for text in [
            // Two persons, of whom one is known by a full name only.
            "Mayor Ana Ruiz met Sheriff Eva Holm at noon. She left early for the airport.",
            "Mayor Ana Ruiz was absent at noon. Prosecutor Laura Chen countered the claim. She said more charges would follow.",
            // Whose driver he is, is not who is spoken of; the cook is, and not who spoke in the paragraph before.
            "Mr Costa's driver saw the fall. He left early for the airport.",
            "Mayor Ana Ruiz said the pier was safe.\n\nThe cook had sold soup there for nine years. She is to open a bakery.",
            // He is known to be a man; her lawyer is not she.
            "Mr Rui Costa opened the bridge at noon. She thanked the welders.",
            "The singer fell ill. Her lawyer, Mr Rui Costa, did not reply. She won three awards in May.",
            // Two things.
            "A ferry sank a barge at Lund. It will be raised in May.",
            "The firm told the drivers they would be paid in May.",
            // It announces what follows, or stands for nothing.
            "The bridge was shut on Monday. It is unclear when buses will return.",
            "The bridge was shut on Monday. It took six hours to reach Lund.",
            "The bridge was shut on Monday. It was the third closure in May.",
            "Two studies were read. A study in mice suggested that it helps the heart.",
            // In a quotation somebody else speaks.
            "The bridge was shut on Monday. \"It shook like a leaf,\" a driver said.",
        ] {
            let statements = statements(text);
            assert!(!statements.iter().any(|told| told.contains('[')), "{text}: {statements:#?}");
        }
    }
}
