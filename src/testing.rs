//! What the unit tests of several steps make of a few sentences: articles, and the rows of their comparison.

use crate::comparison::{Cell, Row};
use crate::stance::Stance;
use crate::{Corpus, Document, Options, analyze};

/// Makes an article in English.
pub(crate) fn article(id: &str, text: impl Into<String>) -> Document {
    Document { lang: Some("en".to_owned()), ..Document::new(id, text) }
}

/// Makes a corpus of articles of these texts, which are called "a", "b" and so on.
pub(crate) fn corpus<T: Into<String>>(texts: impl IntoIterator<Item = T>) -> Corpus {
    let named = ('a'..).zip(texts).map(|(id, text)| article(&id.to_string(), text));
    Corpus::new(named.collect())
}

/// Compares articles of these texts.
pub(crate) fn rows<T: Into<String>>(texts: impl IntoIterator<Item = T>) -> Vec<Row> {
    rows_of(&corpus(texts))
}

/// Compares the articles of a corpus.
pub(crate) fn rows_of(corpus: &Corpus) -> Vec<Row> {
    assert_eq!(corpus.check(), Ok(()));
    analyze(corpus, &Options::default()).claims
}

/// Tells whether all documents speak of a row.
pub(crate) fn is_shared(row: &Row) -> bool {
    row.cells.iter().all(|cell| cell.stance.speaks())
}

/// Tells whether a document contradicts the claim of a row.
pub(crate) fn is_contradicted(row: &Row) -> bool {
    row.cells.iter().any(|cell| cell.stance == Stance::Contradicts)
}

/// Tells whether two articles contradict each other.
pub(crate) fn disputes(a: &str, b: &str) -> bool {
    rows([a, b]).iter().any(is_contradicted)
}

/// The evidence of a cell.
pub(crate) fn told(cell: &Cell) -> String {
    cell.evidence.iter().map(|evidence| evidence.exact.as_str()).collect::<Vec<_>>().join(" … ")
}

/// The evidence of both articles in the rows that both speak of.
pub(crate) fn shared_rows(a: &str, b: &str) -> Vec<[String; 2]> {
    rows([a, b]).iter().filter(|row| is_shared(row)).map(|row| [told(&row.cells[0]), told(&row.cells[1])]).collect()
}
