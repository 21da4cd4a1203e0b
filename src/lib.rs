//! News Compare puts several articles about one event side by side and works out, claim by claim, what each of them does with it.
//!
//! The analysis is a chain of free functions, each in the file of its name:
//!
//! | step | from | to |
//! |---|---|---|
//! | [`document`] | JSON `news-compare.corpus/1` | a checked [`Corpus`] |
//! | [`language`] | a text without a label | English or not |
//! | [`comparison`] | the matrix | JSON `news-compare.comparison/1` |
//!
//! ```
//! use news_compare::{Corpus, Options, analyze};
//!
//! let corpus = Corpus::from_json(
//!     r#"{"format": "news-compare.corpus/1", "title": "Flood", "documents": [
//!         {"id": "a", "text": "The river rose two metres on Monday."},
//!         {"id": "b", "text": "On Monday the river rose by two metres."}
//!     ]}"#,
//! )?;
//! let comparison = analyze(&corpus, &Options::default());
//! assert!(!comparison.claims.is_empty());
//! # Ok::<(), news_compare::InputError>(())
//! ```
//!
//! Features: `widget` (default) adds the browser front end; without it the crate is pure: no I/O, no clock, no randomness.

pub mod alignment;
pub mod claim;
pub mod comparison;
pub mod document;
#[cfg(feature = "widget")]
pub mod embed;
pub mod error;
mod index;
mod json;
pub mod language;
pub mod matrix;
pub mod sentence;
pub mod similarity;
pub mod span;
pub mod stance;
pub mod tag;
pub mod token;
#[cfg(feature = "widget")]
pub mod ui;

pub use comparison::Comparison;
pub use document::{Corpus, Document, DocumentId};
pub use error::InputError;
pub use language::is_english;
pub use matrix::analyze;
pub use span::Span;
pub use stance::pair::{Judgement, judge};

/// What the analysis can be told; the defaults are what is shipped.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Options {
    /// How claims are grouped into rows.
    pub alignment: alignment::AlignmentOptions,
}
