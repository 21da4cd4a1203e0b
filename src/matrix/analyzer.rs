//! Analyses one corpus after another and keeps what it worked out of single documents.
//!
//! A file of its own because it decides what may be kept. Reading an article (sentences, tokens, quantities, claims) is half of the work
//! of an analysis and hangs on that article alone; how much a word weighs, and so rows and stances, hangs on all of them and is worked out
//! anew. Known limits: an article is kept or read whole, however little of it was edited; one more sentence changes how much every word weighs, so
//! that no judgement of the last comparison can be taken over.

use super::compare;
use crate::claim::entity::Names;
use crate::claim::{Claim, Read, extract, read};
use crate::comparison::{Comparison, Evidence};
use crate::document::{Corpus, Document};
use crate::language::Language;
use crate::similarity::{TokenWords, token_words};
use crate::span::CodePoints;

/// Analyses corpora one after the other and reads only those articles again that were changed or added.
///
/// The answer is that of [`analyze`](crate::analyze), byte for byte. Of each document of the last corpus what was read is kept, and
/// nothing of any other.
///
/// ```
/// use news_compare::{Analyzer, Corpus, Options, analyze};
///
/// let mut corpus = Corpus::from_json(
///     r#"{"format": "news-compare.corpus/1", "documents": [
///         {"id": "a", "text": "The river rose two metres on Monday."},
///         {"id": "b", "text": "On Monday the river rose by two metres."}
///     ]}"#,
/// )?;
/// let mut analyzer = Analyzer::new(Options::default());
/// analyzer.analyze(&corpus);
/// corpus.documents[1].text.push_str(" Nobody was hurt.");
/// assert_eq!(analyzer.analyze(&corpus), analyze(&corpus, &Options::default()));
/// # Ok::<(), news_compare::InputError>(())
/// ```
#[derive(Debug, Default)]
pub struct Analyzer {
    options: crate::Options,
    kept: Vec<(Document, Known)>,
}

/// What is known of a document from itself alone.
#[derive(Debug, Default)]
pub(super) struct Known {
    /// Tells whether the analysis knows its language.
    pub(super) analysed: bool,
    /// Its sentences; none where its language is not known.
    pub(super) reads: Vec<Read>,
    /// Its sentences as quotations.
    pub(super) quotations: Vec<Evidence>,
    /// Its claims, as if it were the first document.
    pub(super) claims: Vec<Claim>,
    /// The terms of its tokens.
    pub(super) words: TokenWords,
    /// The names it teaches.
    pub(super) names: Names,
}

impl Known {
    /// Reads a document.
    pub(super) fn new(document: &Document) -> Self {
        if !document.is_analysed() {
            return Self::default();
        }
        let reads = read(document);
        let (claims, words) = (extract(0, &document.text, &reads), token_words(&reads));
        let names = Names::learn(reads.iter().map(|read| (read.tokens.as_slice(), read.tags.as_slice())));
        let points = CodePoints::new(&document.text);
        let quotation = |read: &Read| Evidence::new(&points, &document.text, read.sentence.span);
        let quotations = reads.iter().map(quotation).collect();
        Self { analysed: true, reads, quotations, claims, words, names }
    }
}

impl Analyzer {
    /// Makes an analyzer that has read nothing yet.
    pub fn new(options: crate::Options) -> Self {
        Self { options, kept: Vec::new() }
    }

    /// Writes the reasons of the next comparisons in this language; what was read is kept.
    pub fn speak(&mut self, language: Language) {
        self.options.language = language;
    }

    /// Reads one document ahead of the analysis that it is part of, so that a long analysis can be done in pieces; of a document that is
    /// known already nothing is read.
    ///
    /// The next analysis finds it; what it has no use for is forgotten then.
    pub fn read_ahead(&mut self, document: &Document) {
        if !self.kept.iter().any(|(kept, _)| same(kept, document)) {
            self.kept.push((document.clone(), Known::new(document)));
        }
    }

    /// Compares the documents of a corpus claim by claim, as [`analyze`](crate::analyze) does.
    pub fn analyze(&mut self, corpus: &Corpus) -> Comparison {
        let mut before = std::mem::take(&mut self.kept);
        let (documents, mut known): (Vec<Document>, Vec<Known>) = corpus
            .documents
            .iter()
            .map(|document| {
                // Taken out, so that each is used once: a text that stands in two documents is read for both.
                let found = before.iter().position(|(kept, _)| same(kept, document)).map(|at| before.swap_remove(at).1);
                (document.clone(), found.unwrap_or_else(|| Known::new(document)))
            })
            .unzip();
        let comparison = compare(corpus, &mut known, &self.options);
        self.kept = documents.into_iter().zip(known).collect();
        comparison
    }
}

/// Tells whether two documents differ in nothing that reading them sees: only by what they are called in the corpus.
fn same(a: &Document, b: &Document) -> bool {
    // Taken apart, so that a new member is not forgotten here.
    let Document { id: _, outlet, title, author, url, published, lang, excerpt, text } = a;
    text.len() == b.text.len()
        && (outlet, title, author, url) == (&b.outlet, &b.title, &b.author, &b.url)
        && (published, lang, excerpt, text) == (&b.published, &b.lang, &b.excerpt, &b.text)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{DocumentId, Options, analyze};
    use proptest::prelude::*;

    fn bytes(comparison: &Comparison) -> String {
        serde_json::to_string(comparison).unwrap()
    }

    fn story() -> Corpus {
        Corpus::from_json(include_str!("../../corpora/mexico-us-call.json")).unwrap()
    }

    #[test]
    fn only_the_document_that_changed_is_read_again() {
        let mut corpus = story();
        let mut analyzer = Analyzer::default();
        analyzer.analyze(&corpus);
        let places =
            |analyzer: &Analyzer| -> Vec<_> { analyzer.kept.iter().map(|(_, known)| known.reads.as_ptr()).collect() };
        let before = places(&analyzer);
        corpus.documents[1].text.push_str("\nThe call was cut off twice.");
        analyzer.analyze(&corpus);
        let after = places(&analyzer);
        assert_eq!(before[0], after[0]);
        assert_ne!(before[1], after[1]);
        assert!(analyzer.kept.iter().all(|(_, known)| !known.reads.is_empty() && !known.claims.is_empty()));
    }

    #[test]
    fn what_was_read_ahead_is_not_read_again_and_changes_no_byte() {
        let corpus = story();
        let mut analyzer = Analyzer::default();
        for document in corpus.documents.iter().chain(&corpus.documents) {
            analyzer.read_ahead(document);
        }
        assert_eq!(analyzer.kept.len(), corpus.documents.len());
        let read: Vec<_> = analyzer.kept.iter().map(|(_, known)| known.reads.as_ptr()).collect();
        assert_eq!(bytes(&analyzer.analyze(&corpus)), bytes(&analyze(&corpus, &Options::default())));
        assert_eq!(analyzer.kept.iter().map(|(_, known)| known.reads.as_ptr()).collect::<Vec<_>>(), read);
    }

    #[test]
    fn nothing_is_kept_of_documents_that_are_gone() {
        let mut corpus = story();
        let mut analyzer = Analyzer::default();
        analyzer.analyze(&corpus);
        corpus.documents.truncate(1);
        analyzer.analyze(&corpus);
        assert_eq!(analyzer.kept.len(), 1);
    }

    /// A change of a corpus: what is done to which document.
    fn changes() -> impl Strategy<Value = Vec<(u8, usize, usize)>> {
        prop::collection::vec((0_u8..13, 0_usize..8, 0_usize..40), 1..8)
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(24))]

        #[test]
        fn the_answer_is_that_of_a_full_run_whatever_was_changed_before(changes in changes()) {
            let mut corpus = story();
            let flood = Corpus::from_json(include_str!("../../corpora/harrow-bend-flood.json")).unwrap().documents;
            let spare: Vec<Document> = corpus.documents.iter().chain(&flood).cloned().collect();
            let mut gone: Vec<Document> = Vec::new();
            let mut analyzer = Analyzer::default();
            let mut added = 0;
            for (change, at, place) in changes {
                let count = corpus.documents.len();
                let at = at % count;
                let document = &mut corpus.documents[at];
                let lines: Vec<String> = document.text.lines().map(str::to_owned).collect();
                let line = place % lines.len();
                match change {
                    // A name that only this document teaches changes how the others are read together.
                    0 => document.text.push_str("\nClaudia Sheinbaum met Donald Carter, the Canadian president, on Tuesday."),
                    1 => document.text = [&lines[..line], &lines[line + 1..], &["The end came.".to_owned()]].concat().join("\n"),
                    2 => document.text = document.text.replacen(" not ", " ", 1).replacen("15", "50", 1),
                    3 => document.published = Some("2026-01-13".to_owned()),
                    4 => document.lang = if document.lang.is_some() { None } else { Some("de".to_owned()) },
                    5 => corpus.documents.reverse(),
                    6 if count > 1 => gone.push(corpus.documents.remove(at)),
                    // One that was there before comes back, elsewhere.
                    7 if !gone.is_empty() => {
                        let back = gone.remove(place % gone.len());
                        corpus.documents.insert(at, back);
                    }
                    8 => corpus.documents.rotate_left(at),
                    9 => document.excerpt = !document.excerpt,
                    10 => document.outlet = document.outlet.is_none().then(|| format!("Post {place}")),
                    // Two documents change places under their ids.
                    11 => {
                        let text = std::mem::take(&mut document.text);
                        let other = (at + 1) % count;
                        let theirs = std::mem::replace(&mut corpus.documents[other].text, text);
                        if other == at { corpus.documents[other].text += &theirs } else { corpus.documents[at].text = theirs }
                    }
                    _ => {
                        added += 1;
                        let id = DocumentId(format!("more-{added}"));
                        corpus.documents.insert(at, Document { id, ..spare[place % spare.len()].clone() });
                    }
                }
                let full = analyze(&corpus, &Options::default());
                prop_assert_eq!(bytes(&analyzer.analyze(&corpus)), bytes(&full));
                prop_assert_eq!(analyzer.kept.len(), corpus.documents.len());
            }
        }
    }
}
