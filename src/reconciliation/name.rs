//! Names: each person, place or body under one key, in the fullest form that each document gives it.

use super::{Agreement, Entry, Kind, Value};
use crate::claim::Read;
use crate::claim::entity::{Names, bare, runs};
use crate::document::Document;
use crate::order::{Arrange as _, Gather as _};
use crate::sentence::SentenceKind;
use crate::span::Span;
use crate::tag::Tag;
use std::collections::BTreeMap;

/// A name as a document writes it.
#[derive(Debug, Clone)]
struct Form {
    /// Its words in normal form, without titles.
    words: Vec<String>,
    /// Where it stands.
    span: Span,
}

/// Lists the names that at least two documents give, those in most documents first.
pub(super) fn reconcile(documents: &[Document], reads: &[Vec<Read>]) -> Vec<Entry> {
    let prose = |read: &&Read| read.sentence.kind != SentenceKind::Heading;
    let learnt = Names::learn(reads.iter().flatten().filter(prose).map(|r| (r.tokens.as_slice(), r.tags.as_slice())));
    let mut things: BTreeMap<String, Vec<Option<Form>>> = BTreeMap::new();
    for (column, reads) in reads.iter().enumerate() {
        for read in reads.iter().filter(prose) {
            for (key, form) in forms(read, &learnt) {
                let known = things.entry(key).or_insert_with(|| vec![None; documents.len()]);
                if known[column].as_ref().is_none_or(|known| known.words.len() < form.words.len()) {
                    known[column] = Some(form);
                }
            }
        }
    }
    let in_how_many = |forms: &[Option<Form>]| forms.iter().flatten().count();
    let mut things: Vec<_> = things.into_values().filter(|forms| in_how_many(forms) > 1).collect();
    things.arrange_by_key(|forms| std::cmp::Reverse(in_how_many(forms)));
    things.into_iter().map(|forms| entry(documents, forms)).collect()
}

/// Lists the names of a sentence, each with the key that other forms of it share.
///
/// A single word that is no person's name is written in one way only, and left out.
fn forms(read: &Read, learnt: &Names) -> Vec<(String, Form)> {
    let mut out = Vec::new();
    for run in runs(&read.tokens, &read.tags) {
        // The first word of a sentence has its capital from there.
        let sure = run.clone().any(|at| at > 0 && read.tags[at] == Tag::Name);
        let Some(mut name) = bare(&read.tokens, run).filter(|_| sure) else { continue };
        // "the Sheinbaum-Trump call" names two people; the one that was named elsewhere is told apart by that.
        let joint = name.clone().rev().find(|&at| read.tokens[at].is("-") && at > name.start);
        if let Some(joint) = joint.filter(|&at| learnt.is_person(&read.tokens[at - 1].normal)) {
            name.start = joint + 1;
        }
        let words: Vec<String> = read.tokens[name.clone()].iter().map(|token| token.normal.clone()).collect();
        let span = read.tokens[name.start].span.join(read.tokens[name.end - 1].span);
        let Some(last) = words.last().filter(|_| !read.is_dated(span)) else {
            continue;
        };
        let key = if learnt.is_person(last) { last.clone() } else { words.join(" ") };
        if words.len() > 1 || learnt.is_person(last) {
            out.push((key, Form { words, span }));
        }
    }
    out
}

/// Makes the entry of one name.
fn entry(documents: &[Document], forms: Vec<Option<Form>>) -> Entry {
    let spelled = || forms.iter().flatten().map(|form| &form.words);
    let fullest = spelled().max_by_key(|words| words.len()).cloned().unwrap_or_default();
    let agreement = match () {
        () if spelled().all(|words| *words == fullest) => Agreement::Same,
        () if spelled().all(|words| words.iter().all(|word| fullest.contains(word))) => Agreement::Compatible,
        () => Agreement::Different,
    };
    let ways = spelled().gather_set();
    let value = |(form, document): (&Option<Form>, &Document)| {
        let form = form.as_ref()?;
        let group = ways.iter().position(|words| **words == form.words)?;
        Some(Value { words: form.span.slice(&document.text).to_owned(), span: form.span, group, days: None })
    };
    let values = forms.iter().zip(documents).map(|pair| value(pair).into_iter().collect()).collect();
    Entry { kind: Kind::Name, row: None, agreement, values }
}
