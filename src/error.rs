//! What can be wrong with the input, each with the place and the offending value.
//!
//! A step of its own because the screen, the command line and the tests show the same sentences. Every message is one line:
//! values are quoted with their control characters escaped, and long ones are cut.

mod spanish;

use crate::document::{DocumentId, MAX_CODE_POINTS, MAX_DOCUMENTS};
use crate::language::Language;
use std::fmt;

/// How many code points of an offending value a message shows.
const SHOWN: usize = 60;

/// Says what is wrong with a corpus or comparison that was given.
///
/// Lines and columns count from 1, columns in bytes; offsets into a text count code points from 0.
#[derive(Debug, Clone, PartialEq, thiserror::Error)]
#[non_exhaustive]
pub enum InputError {
    /// The bytes carry the mark of UTF-16.
    #[error("the file is UTF-16; save it as UTF-8")]
    Utf16,
    /// The bytes are not UTF-8.
    #[error("not UTF-8: byte {byte:#04x} at line {line}, column {column}")]
    NotUtf8 {
        /// The byte that starts no valid character.
        byte: u8,
        /// Line of the byte.
        line: usize,
        /// Column of the byte.
        column: usize,
    },
    /// The text is not JSON.
    #[error("not JSON: {fault} (line {line}, column {column})")]
    NotJson {
        /// What the reader met or expected.
        fault: String,
        /// Line of the fault.
        line: usize,
        /// Column of the fault.
        column: usize,
    },
    /// A `\u` escape gives half of a character.
    #[error(
        "lone surrogate in a JSON string: {place}line {line}, column {column} holds half of a \\ud800–\\udfff pair"
    )]
    LoneSurrogate {
        /// Path of the member with a comma and a space, or nothing.
        place: String,
        /// Line of the fault.
        line: usize,
        /// Column of the fault.
        column: usize,
    },
    /// The JSON is a list, a string or another value that is no object.
    #[error("a JSON object is expected, but this is {found}")]
    NotAnObject {
        /// What it is.
        found: String,
    },
    /// The member `format` is missing or no string, so that nothing tells what the file is.
    #[error("member \"format\" is {found}; expected \"{expected}\"")]
    FormatMissing {
        /// `missing`, or what stands there.
        found: String,
        /// The format understood.
        expected: &'static str,
    },
    /// The member `format` names something else.
    #[error("format {} is unknown; expected \"{expected}\"", quoted(.found))]
    FormatUnknown {
        /// The format met.
        found: String,
        /// The format understood.
        expected: &'static str,
    },
    /// The format is right, its major version is not.
    #[error("{} is {} version; this program reads \"{expected}\"", quoted(.found), if *.later { "a later" } else { "another" })]
    FormatVersion {
        /// The format met.
        found: String,
        /// Tells whether the version met is the higher one.
        later: bool,
        /// The format understood.
        expected: &'static str,
    },
    /// A member is missing, stands twice, or is of another type.
    #[error("{place}: {fault} (line {line}, column {column})")]
    Shape {
        /// Path of the object or member, as `documents[1].text`.
        place: String,
        /// What is wrong with it.
        fault: String,
        /// Line of the fault.
        line: usize,
        /// Column of the fault.
        column: usize,
    },
    /// The corpus holds no document.
    #[error("the corpus has no documents; it needs 1 to {MAX_DOCUMENTS}")]
    NoDocuments,
    /// The corpus holds more than [`MAX_DOCUMENTS`].
    #[error("the corpus has {count} documents; the limit is {MAX_DOCUMENTS}")]
    TooManyDocuments {
        /// How many there are.
        count: usize,
    },
    /// An id is empty, too long, or has another character.
    #[error("document {}: id {} is not 1 to 64 of A-Z a-z 0-9 _ -", .position, quoted(.id))]
    BadId {
        /// The document, counted from 1.
        position: usize,
        /// The id.
        id: String,
    },
    /// Two documents carry the same id.
    #[error("documents {first} and {second} have the same id {}", quoted(.id))]
    DuplicateId {
        /// The first of them, counted from 1.
        first: usize,
        /// The second of them, counted from 1.
        second: usize,
        /// The id.
        id: String,
    },
    /// A text is empty or only white space.
    #[error("{document}: the text is {}", if *.length == 0 { "empty".to_owned() } else { format!("blank: {length} code points of white space") })]
    BlankText {
        /// The document.
        document: DocumentPlace,
        /// Its length in code points.
        length: usize,
    },
    /// A text has more than [`MAX_CODE_POINTS`].
    #[error("{document}: the text has {length} code points; the limit is {MAX_CODE_POINTS}")]
    LongText {
        /// The document.
        document: DocumentPlace,
        /// Its length in code points.
        length: usize,
    },
    /// A string holds U+0000.
    #[error("{place}: {member} holds NUL (U+0000) at code point {offset}")]
    Nul {
        /// The document, or `corpus`.
        place: String,
        /// Name of the member.
        member: &'static str,
        /// Where, in code points.
        offset: usize,
    },
    /// An optional member of a document holds what its form does not allow.
    #[error("{document}: {member} {} is not {expected}", quoted(.value))]
    BadMember {
        /// The document.
        document: DocumentPlace,
        /// Name of the member.
        member: &'static str,
        /// What it holds.
        value: String,
        /// What it may hold.
        expected: &'static str,
    },
    /// The date of a review is none.
    #[error("review: date {} is not an RFC 3339 date or date-time", quoted(.value))]
    BadReviewDate {
        /// What stands there.
        value: String,
    },
    /// The corrections of a comparison cannot be read.
    #[error("corrections: {fault}")]
    BadCorrections {
        /// What is wrong with them.
        fault: String,
    },
    /// Two rows carry the same id.
    #[error("rows {first} and {second} have the same id {}", quoted(.id))]
    DuplicateRow {
        /// The first of them, counted from 1.
        first: usize,
        /// The second of them, counted from 1.
        second: usize,
        /// The id.
        id: String,
    },
    /// A row does not have exactly one cell for each document.
    #[error("{row}: {found} cells for {expected} documents; expected one each")]
    CellCount {
        /// The row.
        row: RowPlace,
        /// How many cells it has.
        found: usize,
        /// How many documents there are.
        expected: usize,
    },
    /// The cells of a row are not in the order of the documents.
    #[error("{row}: cell {position} is of document {}, expected {}", quoted(.found), quoted(.expected))]
    CellOrder {
        /// The row.
        row: RowPlace,
        /// The cell, counted from 1.
        position: usize,
        /// The document it names.
        found: String,
        /// The document that stands there in the corpus.
        expected: String,
    },
    /// A number that goes from 0 to 1 does not.
    #[error("{row}{}: {member} {value} is not between 0 and 1", .document.as_ref().map(|id| format!(", document {}", quoted(&id.0))).unwrap_or_default())]
    OutOfRange {
        /// The row.
        row: RowPlace,
        /// The document, where a cell is at fault.
        document: Option<DocumentId>,
        /// Name of the member.
        member: &'static str,
        /// What it holds.
        value: f64,
    },
    /// A cell that takes a stance quotes nothing.
    #[error("{row}, document {}: the cell takes a stance but has no evidence", quoted(&.document.0))]
    NoEvidence {
        /// The row.
        row: RowPlace,
        /// The document.
        document: DocumentId,
    },
    /// A quotation does not stand where its offsets say.
    #[error("{0}")]
    Misquoted(Box<Misquotation>),
}

impl InputError {
    /// Returns the message in a language; in English it is what `Display` gives.
    pub fn message(&self, language: Language) -> String {
        match language {
            Language::English => self.to_string(),
            Language::Spanish => spanish::message(self),
        }
    }

    /// Returns the error with its line counted from further up, for a text that is part of a file.
    pub fn moved_down(mut self, lines: usize) -> Self {
        match &mut self {
            Self::NotUtf8 { line, .. }
            | Self::NotJson { line, .. }
            | Self::LoneSurrogate { line, .. }
            | Self::Shape { line, .. } => *line += lines,
            _ => {}
        }
        self
    }
}

/// A quotation that does not stand where its offsets say.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Misquotation {
    /// The row.
    pub row: RowPlace,
    /// The document quoted.
    pub document: DocumentId,
    /// Name of the member: `evidence`, `nearest` or `cues`.
    pub member: &'static str,
    /// First code point.
    pub start: usize,
    /// One past the last code point.
    pub end: usize,
    /// What it quotes.
    pub exact: String,
    /// What stands there instead.
    pub found: String,
}

impl fmt::Display for Misquotation {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { row, document, member, start, end, exact, found } = self;
        write!(
            out,
            "{row}, document {}: {member} {start}..{end} says {}, but {found}",
            quoted(&document.0),
            quoted(exact)
        )
    }
}

/// Names a document in a message by its position and id.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DocumentPlace {
    /// The document, counted from 1.
    pub position: usize,
    /// Its id.
    pub id: DocumentId,
}

impl fmt::Display for DocumentPlace {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "document {} ({})", self.position, quoted(&self.id.0))
    }
}

/// Names a row in a message by its position and id.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RowPlace {
    /// The row, counted from 1.
    pub position: usize,
    /// Its id.
    pub id: String,
}

impl fmt::Display for RowPlace {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "row {} ({})", self.position, quoted(&self.id))
    }
}

/// Quotes a value for a message: on one line, and cut when long.
pub(crate) fn quoted(value: &str) -> String {
    match value.char_indices().nth(SHOWN) {
        Some((cut, _)) => format!("{:?}…", &value[..cut]),
        None => format!("{value:?}"),
    }
}
