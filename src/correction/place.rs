//! Finds the rows and words that a change names in a comparison, which may be that of another analysis of edited articles.
//!
//! A file of its own because it alone decides when a change still fits. A row that the person made is known by its id, one of the
//! machine by id and statement together, else by its words: the row that has more than half of them, and more than any other.

use super::{Misfit, RowPlace, Words};
use crate::anchor;
use crate::comparison::{Evidence, Row};
use crate::document::{Document, DocumentId};
use crate::span::{CodePoints, Span};

/// What the ids of rows begin with that a person made; those of the machine begin with `c`.
pub(super) const MADE: &str = "p";

/// The articles of a comparison, with the index of their code points.
pub(super) struct Texts<'c>(Vec<(&'c Document, CodePoints<'c>)>);

impl<'c> Texts<'c> {
    pub(super) fn new(documents: &'c [Document]) -> Self {
        Self(documents.iter().map(|document| (document, CodePoints::new(&document.text))).collect())
    }

    /// Returns the documents in the order of the columns.
    pub(super) fn documents(&self) -> impl Iterator<Item = &'c Document> {
        self.0.iter().map(|(document, _)| *document)
    }

    pub(super) fn column(&self, id: &DocumentId) -> Result<usize, Misfit> {
        self.documents().position(|document| document.id == *id).ok_or(Misfit::Document)
    }

    /// Returns words as they stand in the document now.
    pub(super) fn anchored(&self, column: usize, words: &Evidence) -> Result<Evidence, Misfit> {
        let (document, points) = self.0.get(column).ok_or(Misfit::Document)?;
        let span = anchor::find(words, &document.text, points).ok_or(Misfit::Words)?;
        Ok(Evidence::new(points, &document.text, span))
    }

    /// Returns the column of some words, and the words as they stand there now.
    pub(super) fn placed(&self, words: &Words) -> Result<(usize, Evidence), Misfit> {
        let column = self.column(&words.document)?;
        Ok((column, self.anchored(column, &words.evidence)?))
    }

    /// Returns the index of the row that a change names.
    pub(super) fn row(&self, place: &RowPlace, claims: &[Row]) -> Result<usize, Misfit> {
        let known = claims.iter().position(|row| row.id == place.id);
        let is_same = |at: &usize| claims.get(*at).is_some_and(|row| row.statement == place.statement);
        if place.id.starts_with(MADE) || known.as_ref().is_some_and(is_same) {
            return known.ok_or(Misfit::Row);
        }
        if place.words.is_empty() {
            let mut alike = claims.iter().enumerate().filter(|(_, row)| row.statement == place.statement);
            return alike.next().filter(|_| alike.next().is_none()).map(|(at, _)| at).ok_or(Misfit::Row);
        }
        let words: Vec<_> = place.words.iter().filter_map(|words| self.placed(words).ok()).collect();
        let shared = |row: &Row| {
            let has = |(column, words): &&(usize, Evidence)| {
                let cell = row.cells.get(*column);
                cell.is_some_and(|cell| cell.evidence.iter().any(|own| overlap(own, words)))
            };
            words.iter().filter(has).count()
        };
        let (mut best, mut most, mut second) = (None, 0, 0);
        for (at, row) in claims.iter().enumerate() {
            let count = shared(row);
            if count > most {
                (second, most, best) = (most, count, Some(at));
            } else {
                second = second.max(count);
            }
        }
        best.filter(|_| most > second && 2 * most > place.words.len()).ok_or(Misfit::Row)
    }
}

/// Tells whether two pieces of one text share a character.
fn overlap(a: &Evidence, b: &Evidence) -> bool {
    Span::new(a.start, a.end).overlaps(Span::new(b.start, b.end))
}
