//! Reads and checks a comparison that was written before, here or by another program.
//!
//! What passes is safe to show: every row has one cell for each document, in order, and every quotation stands where it says.
//! Prefixes and suffixes are not compared, since another program may give less context.

use super::{COMPARISON_FORMAT, Cell, Comparison, Row};
use crate::document::{Document, DocumentId};
use crate::error::{InputError, Misquotation, RowPlace, quoted};
use crate::json;
use crate::order::Gather as _;
use crate::span::{CodePoints, Span};
use serde::Deserialize;
use std::collections::BTreeMap;

/// The document a quotation is of, with the index of its code points.
struct Quoted<'t> {
    document: &'t Document,
    points: CodePoints<'t>,
    length: usize,
}

/// One quotation to be checked: name of the member, document, first and last code point, words.
type Quotation<'c> = (&'static str, &'c DocumentId, usize, usize, &'c str);

/// Tells whether a JSON text says that it is a comparison, of whatever version; what is neither that nor a corpus is nothing.
pub fn says_comparison(json: &str) -> bool {
    #[derive(Deserialize)]
    struct Head {
        #[serde(default)]
        format: serde_json::Value,
    }
    serde_json::from_str::<Head>(json.strip_prefix('\u{feff}').unwrap_or(json))
        .is_ok_and(|head| head.format.as_str().is_some_and(|format| format.starts_with("news-compare.comparison/")))
}

impl Comparison {
    /// Reads and checks a comparison.
    ///
    /// # Errors
    /// Any [`InputError`], naming what is wrong and where.
    pub fn from_json(json: &str) -> Result<Self, InputError> {
        let comparison: Self = json::read(json, COMPARISON_FORMAT)?;
        comparison.check()?;
        Ok(comparison)
    }

    /// Reads a comparison whose articles may have been corrected: the shape is checked, what it says is not.
    ///
    /// [`crate::anchor::carry`] makes one of it that passes the [check](Self::check).
    ///
    /// # Errors
    /// An [`InputError`] of encoding, syntax, format or shape.
    pub fn from_bytes_unchecked(bytes: &[u8]) -> Result<Self, InputError> {
        json::read(json::decode(bytes)?, COMPARISON_FORMAT)
    }

    /// Reads and checks a comparison from bytes, which must be UTF-8.
    ///
    /// # Errors
    /// Any [`InputError`], naming what is wrong and where.
    pub fn from_bytes(bytes: &[u8]) -> Result<Self, InputError> {
        Self::from_json(json::decode(bytes)?)
    }

    /// Checks the corpus, the cells of every row, and that every quotation is the slice of the text that it names.
    ///
    /// # Errors
    /// The first fault, in the order of the file.
    pub fn check(&self) -> Result<(), InputError> {
        json::check_format(&self.format, COMPARISON_FORMAT)?;
        self.corpus.check()?;
        if let Some(review) = &self.review {
            review.check()?;
        }
        let texts = self
            .corpus
            .documents
            .iter()
            .map(|document| {
                let length = document.text.chars().count();
                (&document.id, Quoted { document, points: CodePoints::new(&document.text), length })
            })
            .gather_map();
        let mut seen = BTreeMap::new();
        for (position, row) in (1..).zip(&self.claims) {
            if let Some(first) = seen.insert(&row.id, position) {
                return Err(InputError::DuplicateRow { first, second: position, id: row.id.clone() });
            }
            let place = RowPlace { position, id: row.id.clone() };
            check_row(row, &place, &self.corpus.documents)?;
            for cell in &row.cells {
                check_cell(cell, &place, &texts)?;
            }
        }
        Ok(())
    }
}

fn check_row(row: &Row, place: &RowPlace, documents: &[Document]) -> Result<(), InputError> {
    if row.cells.len() != documents.len() {
        return Err(InputError::CellCount { row: place.clone(), found: row.cells.len(), expected: documents.len() });
    }
    if let Some((position, (cell, document))) =
        (1..).zip(row.cells.iter().zip(documents)).find(|(_, (cell, document))| cell.document != document.id)
    {
        return Err(InputError::CellOrder {
            row: place.clone(),
            position,
            found: cell.document.0.clone(),
            expected: document.id.0.clone(),
        });
    }
    check_share(place, None, "division", row.division)
}

fn check_cell(cell: &Cell, row: &RowPlace, texts: &BTreeMap<&DocumentId, Quoted<'_>>) -> Result<(), InputError> {
    check_share(row, Some(&cell.document), "confidence", cell.confidence)?;
    if cell.stance.speaks() && cell.evidence.is_empty() {
        return Err(InputError::NoEvidence { row: row.clone(), document: cell.document.clone() });
    }
    let own = &cell.document;
    let quotations = cell.evidence.iter().map(|words| ("evidence", own, words.start, words.end, words.exact.as_str()));
    let nearest = cell.nearest.iter().map(|nearest| &nearest.sentence);
    let nearest = nearest.map(|words| ("nearest", own, words.start, words.end, words.exact.as_str()));
    let cues = cell.reasons.iter().flat_map(|reason| &reason.cues);
    let cues = cues.chain(cell.nearest.iter().flat_map(|nearest| &nearest.cues));
    let cues = cues.map(|cue| ("cues", &cue.document, cue.start, cue.end, cue.exact.as_str()));
    quotations.chain(nearest).chain(cues).try_for_each(|quotation| check_quotation(quotation, row, texts))
}

fn check_quotation(
    (member, document, start, end, exact): Quotation<'_>,
    row: &RowPlace,
    texts: &BTreeMap<&DocumentId, Quoted<'_>>,
) -> Result<(), InputError> {
    let found = match texts.get(document) {
        None => "the corpus has no such document".to_owned(),
        Some(text) if start >= end => format!("that range is empty (the text has {} code points)", text.length),
        Some(text) if end > text.length => format!("the text ends at {}", text.length),
        Some(text) => {
            let span = Span::new(text.points.byte_of(start), text.points.byte_of(end));
            match span.slice(&text.document.text) {
                words if words == exact => return Ok(()),
                words => format!("the text there is {}", quoted(words)),
            }
        }
    };
    Err(InputError::Misquoted(Box::new(Misquotation {
        row: row.clone(),
        document: document.clone(),
        member,
        start,
        end,
        exact: exact.to_owned(),
        found,
    })))
}

/// Checks a number that must go from 0 to 1.
fn check_share(
    row: &RowPlace,
    document: Option<&DocumentId>,
    member: &'static str,
    value: f64,
) -> Result<(), InputError> {
    if (0.0..=1.0).contains(&value) {
        return Ok(());
    }
    Err(InputError::OutOfRange { row: row.clone(), document: document.cloned(), member, value })
}
