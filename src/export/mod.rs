//! Takes a comparison elsewhere: as data for other programs, as a table, as text for a document.
//!
//! One function for all doors: the menu of the screen, the element's `export()` and the command line give the same bytes. Every format
//! is a function of the comparison alone: no clock, no random id. JSON-LD is written by hand (`json`) because its shape is
//! fixed and a serializer for each type would weigh more in the browser.
//!
//! Known limit: `annotations` counts positions in the text that the comparison holds. A page on the web has a text of its own, so
//! a program that looks for the words there must use the quotation.

mod annotations;
mod csv;
mod json;
mod markdown;
mod schema;

pub(crate) use annotations::Hash;
pub(crate) use csv::field;

use crate::comparison::Comparison;
use crate::language::Language;

/// What a comparison can be written as.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Format {
    /// `news-compare.comparison/1`, which is all of it.
    Comparison,
    /// W3C Web Annotations as JSON-LD, one annotation for each evidence.
    Annotations,
    /// schema.org as JSON-LD: each `Claim` with its appearances in `NewsArticle`s.
    Schema,
    /// Comma-separated values (RFC 4180), one line for each cell.
    Csv,
    /// The same behind a byte order mark, by which spreadsheets know that it is UTF-8.
    CsvMarked,
    /// Markdown, to be read and worked on.
    Markdown,
}

impl Format {
    /// All of them, in the order in which they are offered.
    pub const ALL: [Self; 6] =
        [Self::Comparison, Self::Annotations, Self::Schema, Self::Csv, Self::CsvMarked, Self::Markdown];

    /// Returns the name by which programs ask for it.
    pub fn name(self) -> &'static str {
        match self {
            Self::Comparison => "json",
            Self::Annotations => "annotations",
            Self::Schema => "schema",
            Self::Csv => "csv",
            Self::CsvMarked => "csv-bom",
            Self::Markdown => "markdown",
        }
    }

    /// Returns the format of a name.
    pub fn of_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|format| format.name() == name)
    }

    /// Returns the media type, for whoever makes a file of it.
    pub fn media_type(self) -> &'static str {
        match self {
            Self::Comparison => "application/json",
            Self::Annotations => "application/ld+json;profile=\"http://www.w3.org/ns/anno.jsonld\"",
            Self::Schema => "application/ld+json",
            Self::Csv | Self::CsvMarked => "text/csv;charset=utf-8",
            Self::Markdown => "text/markdown;charset=utf-8",
        }
    }

    /// Returns the ending that a file name of it has; that of no two formats of a story is the same, but of a table with its mark.
    pub fn extension(self) -> &'static str {
        match self {
            Self::Comparison => "json",
            Self::Annotations => "annotations.jsonld",
            Self::Schema => "schema.jsonld",
            Self::Csv | Self::CsvMarked => "csv",
            Self::Markdown => "md",
        }
    }
}

/// Writes a comparison in a format; `language` is that of the words around it, which only Markdown has.
///
/// ```
/// use news_compare::{Corpus, Document, Options, analyze, export, Format, Language};
///
/// let corpus = Corpus::new(vec![Document::new("a", "The river rose two metres on Monday.")]);
/// let comparison = analyze(&corpus, &Options::default());
/// let csv = export(&comparison, Format::Csv, Language::English);
/// assert!(csv.starts_with("row,statement,verdict,"));
/// ```
pub fn export(comparison: &Comparison, format: Format, language: Language) -> String {
    match format {
        Format::Comparison => comparison.to_json(),
        Format::Annotations => annotations::write(comparison),
        Format::Schema => schema::write(comparison),
        Format::Csv => csv::write(comparison),
        Format::CsvMarked => format!("\u{feff}{}", csv::write(comparison)),
        Format::Markdown => markdown::write(comparison, language),
    }
}

#[cfg(test)]
pub(crate) mod tests {
    use super::*;
    use serde_json::json;

    /// Makes a comparison with every stance, two quotations in one cell, and strings that mean something to every format.
    pub(crate) fn hostile() -> Comparison {
        let first =
            "=HYPERLINK(\"http://evil.test\",\"x\") rose.\n\n<b>Two</b> | three [link](javascript:x) *rose* 🌊 twice.";
        let second = "Two did not rise, \"she\" said.";
        let evidence = |text: &str, exact: &str| {
            let start = text[..text.find(exact).unwrap()].chars().count();
            json!({"start": start, "end": start + exact.chars().count(), "exact": exact, "prefix": "", "suffix": " \u{7}"})
        };
        let cell = |document: &str, stance: &str, evidence: serde_json::Value| {
            let voice = if evidence == json!([]) { json!(null) } else { json!("attributed") };
            json!({"document": document, "stance": stance, "voice": voice, "speaker": voice.as_str().map(|_| "@she"), "confidence": 0.75,
                "judged_by": "rule", "reasons": [{"rule": "same", "text": "-Both \"say\" so;=1"}], "evidence": evidence, "nearest": null})
        };
        let row = |id: &str, verdict: &str, cells: serde_json::Value| json!({"id": id, "statement": "+1 rose </script>", "verdict": verdict, "division": 1, "cells": cells});
        let story = json!({
            "format": "news-compare.comparison/1",
            "corpus": {"format": "news-compare.corpus/1", "title": "# The \\flood\\", "documents": [
                {"id": "a", "outlet": "-Post", "title": "A\nB", "url": "https://example.org/a?x=1&y=\u{e9}", "published": "2026-01-12", "lang": "en", "author": "A. Writer", "text": first},
                {"id": "b", "text": second}]},
            "generator": {"name": "news-compare", "version": "0"},
            "review": {"reviewed_by": "<i>E.</i>", "date": "2026-01-13"},
            "claims": [
                row("c1", "disputed", json!([cell("a", "supports", json!([evidence(first, "<b>Two</b> | three"), evidence(first, "*rose* 🌊 twice.")])), cell("b", "contradicts", json!([evidence(second, second)]))])),
                row("c2", "single-source", json!([cell("a", "hedges", json!([evidence(first, first)])), cell("b", "omits", json!([]))])),
                row("c3", "qualified", json!([cell("a", "unjudged", json!([])), cell("b", "partly", json!([evidence(second, "Two")]))])),
            ]
        });
        Comparison::from_json(&story.to_string()).unwrap()
    }

    #[test]
    fn names_are_told_apart_and_found_again() {
        for format in Format::ALL {
            assert_eq!(Format::of_name(format.name()), Some(format));
        }
        assert_eq!(Format::of_name("ClaimReview"), None);
    }

    #[test]
    fn the_whole_comparison_is_read_again() {
        let comparison = hostile();
        let json = export(&comparison, Format::Comparison, Language::Spanish);
        assert_eq!(json, serde_json::to_string(&comparison).unwrap());
        assert_eq!(Comparison::from_json(&json), Ok(comparison));
    }
}
