//! News Compare puts several articles about one event side by side and works out, claim by claim, what each of them does with it.
//!
//! [`analyze`] is the whole of it: a checked [`Corpus`] in, a [`Comparison`] out. It is a chain of steps, each in the file of
//! its name and each needing only those above it:
//!
//! | step | from | to |
//! |---|---|---|
//! | [`document`] | JSON `news-compare.corpus/1` | a checked [`Corpus`], or the [`error`] to show |
//! | [`language`] | a text without a label | English or not; what is not English is shown and left `unjudged` |
//! | [`sentence`] | a text | sentences, headings, bullets with what leads them in |
//! | [`token`] | a sentence | words, figures and punctuation with their normal forms |
//! | [`tag`] | tokens | their parts of speech |
//! | [`claim`] | tagged sentences | checkable statements, with their quantities, dates, names, negation, hedging and speaker |
//! | [`similarity`] | two claims | how much they have in common, 0 to 1 |
//! | `index` | all claims | for each claim, those that share a term with it |
//! | [`alignment`] | all claims | rows: claims about the same thing |
//! | [`stance`] | two claims of one row | what the second does with the first, the rule that says so, and its cues |
//! | [`matrix`] | rows | statements, cells, verdicts, and the order of the rows |
//! | [`comparison`] | the matrix | JSON `news-compare.comparison/1`, with evidence in code points |
//! | [`anchor`] | a comparison and corrected texts | the comparison with its quotations where they stand now |
//! | [`correction`] | a comparison and what a person changes | the comparison as corrected, with the machine's first answer |
//! | [`reconciliation`] | a comparison | the numbers, dates and names that documents give for the same thing |
//! | [`mod@export`] | a comparison | JSON, Web Annotations, schema.org, CSV, Markdown, in the words of [`wording`] |
//! | [`lesson`] | a comparison and the answers of a class | how they go together |
//! | [`ui`] | a corpus or a comparison | the screen |
//! | `page` | the screen | the page of its own around it: stories, lessons, worksheets, guides |
//! | [`embed`] | an element of a page | the screen mounted on it; `www/element.js` is the other side |
//!
//! [`Analyzer`] takes the same steps for one corpus after another and reads only those documents again that were changed;
//! [`judge`] takes them for two sentences. Positions are byte offsets ([`Span`]) everywhere but in [`comparison`].
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
//! `page` (default) adds what only the page of its own has, not what others embed: stories, lessons, worksheets, guides.
//! Without `analysis` (default) the front end shows comparisons that are made already and makes none, so that the linker leaves the analysis
//! out of the module; the functions of this crate stay.
//! `ablation` lets a part of the analysis be left out to measure what it adds; nothing that is shipped has it.

#[cfg(feature = "ablation")]
pub mod ablation;
#[cfg(not(feature = "ablation"))]
mod ablation;
pub mod alignment;
pub mod anchor;
pub mod claim;
pub mod comparison;
pub mod correction;
pub mod detail;
pub mod document;
#[cfg(feature = "widget")]
pub mod embed;
pub mod error;
pub mod export;
pub mod fallback;
#[cfg(test)]
mod growth;
mod index;
mod json;
pub mod language;
pub mod lesson;
mod lexicon;
pub mod matrix;
mod order;
#[cfg(feature = "page")]
pub mod page;
pub mod phrase;
pub mod reconciliation;
pub mod sentence;
pub mod similarity;
pub mod span;
pub mod stance;
pub mod tag;
#[cfg(test)]
mod testing;
pub mod token;
#[cfg(feature = "widget")]
pub mod ui;
pub mod wording;

pub use comparison::Comparison;
pub use document::{Corpus, Document, DocumentId};
pub use error::InputError;
pub use export::{Format, export};
pub use language::{Language, is_english};
pub use matrix::{Analyzer, analyze};
pub use reconciliation::reconcile;
pub use span::Span;
pub use stance::judge::{Judgement, judge};

/// What the analysis can be told; the defaults are what is shipped.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Options {
    /// How claims are grouped into rows.
    pub alignment: alignment::AlignmentOptions,
    /// In which language reasons are written; the articles keep their own.
    pub language: Language,
}
