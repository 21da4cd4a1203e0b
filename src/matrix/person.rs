//! What two documents say of one person beside something else, as a row of its own: the age, and who the person is.
//!
//! A step of its own because both stand beside a name in whatever is told of the person, so that no row is about them. Known limits: two
//! persons of one surname whose given names begin alike are taken for one, and one of two given names ("Joe", "Joseph") for two.

mod age;
mod role;

use super::Reading;
use crate::claim::clause::Opening;
use crate::claim::modality::Modality;
use crate::claim::{Claim, span_of};
use crate::span::Span;
use crate::stance::Voice;
use std::ops::Range;

/// A person as far as articles tell one from another: the term of the surname, and the first letters of what stands before it ("Glen",
/// "Glenn").
type Person = (u32, Option<[char; LETTERS]>);

/// How many letters of a given name tell one person from another. More set apart who is written in two ways.
const LETTERS: usize = 4;

/// What a document tells of a person beside something else.
struct Told {
    document: usize,
    sentence: usize,
    /// The claim that tells it; `None` where it stands in no claim, but with who said something.
    claim: Option<usize>,
    /// The tokens of the sentence from the name to it.
    tokens: Range<usize>,
    /// The words that the claim is no longer judged by.
    words: Span,
}

impl Reading<'_> {
    /// Returns the person whom the tokens of a name stand for.
    fn person(&self, document: usize, sentence: usize, name: &Range<usize>) -> Option<Person> {
        let read = &self.reads[document][sentence];
        let surname = name.end.checked_sub(1)?;
        let term = self.table.tokens[document][sentence][surname]?;
        let mut given = read.tokens[name.start].normal.chars();
        let letters = std::array::from_fn(|_| given.next().unwrap_or(' '));
        Some((term, (name.len() > 1).then_some(letters)))
    }

    /// Makes a claim of what is told of a person; returns its place among the claims.
    fn told_of_person(&mut self, told: &Told) -> usize {
        let Told { document, sentence, claim: parent, ref tokens, words } = *told;
        let read = &self.reads[document][sentence];
        let mut told = Claim {
            document,
            sentence,
            tokens: vec![tokens.clone()],
            subject: 0..0,
            attribution: 0..0,
            spans: vec![span_of(read, tokens)],
            apart: Vec::new(),
            differing: Vec::new(),
            cut_off: Vec::new(),
            opening: Opening::Detail,
            voice: Voice::Own,
            speaker: None,
            modality: Modality::default(),
        };
        if let Some(parent) = parent {
            let parent = &mut self.claims[parent];
            parent.apart.push(words);
            told.modality.clone_from(&parent.modality);
            // Who it is that says something, nobody is reported to say.
            if !tokens.clone().any(|at| parent.attribution.contains(&at)) {
                (told.voice, told.speaker) = (parent.voice, parent.speaker.clone());
            }
        }
        told.keep_modality();
        self.table.push(&told, read);
        self.claims.push(told);
        self.claims.len() - 1
    }
}
