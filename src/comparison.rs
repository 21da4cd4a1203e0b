//! The wire form `news-compare.comparison/1`: rows of claims, cells with evidence as W3C selectors.
//!
//! Offsets count Unicode code points here and nowhere else. Members beyond the format's first version are optional:
//! `reasons[].cues`, the words that triggered the rule in the order in which its sentence names them, and `nearest.why` with
//! `nearest.rule` and `nearest.cues`; `verdict_by`, `statement_by` and `note` of a row, and `corrections`, which people make. From rule and cues the sentence can be made in another language: see [`crate::stance::reason`].

mod check;
mod review;
mod write;

pub use check::says_comparison;
pub use review::Review;

use crate::document::{Corpus, DocumentId};
use crate::matrix::Verdict;
use crate::span::{CodePoints, Span};
use crate::stance::{Stance, Voice};
use serde::{Deserialize, Serialize};

/// The name and major version of the output format.
pub const COMPARISON_FORMAT: &str = "news-compare.comparison/1";

/// How many code points of context a quotation selector carries on each side.
const CONTEXT: usize = 32;

/// A corpus with its matrix.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Comparison {
    /// Always [`COMPARISON_FORMAT`].
    pub format: String,
    /// The corpus, whole, so that the file stands alone.
    pub corpus: Corpus,
    /// What made the file.
    pub generator: Generator,
    /// Who answers for it; written by people only.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub review: Option<Review>,
    /// The rows as the machine gave them first, and every change by a person since: read by [`crate::correction::History`] alone.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub corrections: Option<serde_json::Value>,
    /// The rows, the most divided first.
    pub claims: Vec<Row>,
}

/// Names the program that made a comparison.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Generator {
    /// Name of the program.
    pub name: String,
    /// Its version.
    pub version: String,
}

/// Claims of several documents about the same thing.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Row {
    /// Unique in the comparison.
    pub id: String,
    /// The claim in words taken from one of the documents.
    pub statement: String,
    /// What the row amounts to.
    pub verdict: Verdict,
    /// How much the row divides the documents that speak of it, 0 to 1.
    pub division: f64,
    /// One cell for each document, in corpus order.
    pub cells: Vec<Cell>,
    /// Who decided the verdict; none where it follows from the cells.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub verdict_by: Option<JudgedBy>,
    /// Who put the claim into words; none where they are those of a document.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub statement_by: Option<JudgedBy>,
    /// A remark by a person.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<String>,
}

/// What one document does with the claim of a row.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Cell {
    /// The document.
    pub document: DocumentId,
    /// What it does with the claim.
    pub stance: Stance,
    /// Whose words; none for `omits` and `unjudged`.
    pub voice: Option<Voice>,
    /// Who is reported to say it.
    pub speaker: Option<String>,
    /// How likely the cell is right, 0 to 1.
    pub confidence: f64,
    /// Who decided.
    pub judged_by: JudgedBy,
    /// Why, in plain words.
    pub reasons: Vec<Reason>,
    /// The words that show it, in text order; empty only for `omits` and `unjudged`.
    pub evidence: Vec<Evidence>,
    /// For `omits`, the closest sentence found.
    pub nearest: Option<Nearest>,
}

impl Cell {
    /// Makes the cell of a document that a person judged, without words and reasons.
    pub fn of_person(document: DocumentId, stance: Stance) -> Self {
        Self {
            document,
            stance,
            voice: None,
            speaker: None,
            confidence: 1.0,
            judged_by: JudgedBy::Person,
            reasons: Vec::new(),
            evidence: Vec::new(),
            nearest: None,
        }
    }
}

/// Who decided a cell.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum JudgedBy {
    /// A named rule.
    Rule,
    /// A weighing of several.
    Model,
    /// A person; never overwritten by a machine.
    Person,
}

impl JudgedBy {
    /// Returns what it is called in comparison/1.
    pub fn name(self) -> &'static str {
        match self {
            Self::Rule => "rule",
            Self::Model => "model",
            Self::Person => "person",
        }
    }
}

/// Why a cell is as it is.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Reason {
    /// Name of the rule.
    pub rule: String,
    /// One sentence that a reader can check in the quoted words.
    pub text: String,
    /// The words that triggered the rule, with the document that holds each.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub cues: Vec<Cue>,
}

/// The word or number that triggers a rule.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Cue {
    /// The document that holds it.
    pub document: DocumentId,
    /// First code point.
    pub start: usize,
    /// One past the last code point.
    pub end: usize,
    /// The words themselves.
    pub exact: String,
}

/// Words of one document, as W3C Web Annotation position and quotation selectors in one.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Evidence {
    /// First code point.
    pub start: usize,
    /// One past the last code point.
    pub end: usize,
    /// The words themselves.
    pub exact: String,
    /// Up to 32 code points before.
    pub prefix: String,
    /// Up to 32 code points after.
    pub suffix: String,
}

/// The closest sentence of a document that omits a claim.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Nearest {
    /// The sentence.
    #[serde(flatten)]
    pub sentence: Evidence,
    /// Name of the rule that says why it does not count.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub rule: String,
    /// Why it does not count, in one sentence.
    #[serde(default)]
    pub why: String,
    /// The words that show it, as for a reason: those of the statement that it lacks.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub cues: Vec<Cue>,
}

impl Evidence {
    /// Finds the words in the text, which may have been edited: see [`crate::anchor`].
    ///
    /// A look-alike is never taken: an edited text shows no evidence rather than a wrong one.
    pub fn locate(&self, text: &str, points: &CodePoints<'_>) -> Option<Span> {
        crate::anchor::find(self, text, points)
    }

    /// Makes a selector for a span of a text.
    pub fn new(points: &CodePoints<'_>, text: &str, span: Span) -> Self {
        let (start, end) = (points.before(span.start), points.before(span.end));
        let before = points.byte_of(start.saturating_sub(CONTEXT));
        let after = points.byte_of(end + CONTEXT);
        Self {
            start,
            end,
            exact: span.slice(text).to_owned(),
            prefix: Span::new(before, span.start).slice(text).to_owned(),
            suffix: Span::new(span.end, after).slice(text).to_owned(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn evidence(text: &str, exact: &str, shift: usize) -> Evidence {
        let start = text.find(exact).map_or(0, |byte| text[..byte].chars().count()) + shift;
        Evidence {
            start,
            end: start + exact.chars().count(),
            exact: exact.to_owned(),
            prefix: String::new(),
            suffix: String::new(),
        }
    }

    #[test]
    fn evidence_is_found_at_its_place_or_where_it_stands_once_and_never_at_a_look_alike() {
        let text = "Mérida: Team Alpha won. Team Beta won. Team Beta won.";
        let points = CodePoints::new(text);
        let alpha = "Team Alpha won.";
        let span = evidence(text, alpha, 0).locate(text, &points).unwrap();
        assert_eq!(span.slice(text), alpha);
        assert_eq!(evidence(text, alpha, 7).locate(text, &points), Some(span));
        assert_eq!(evidence(text, "Team Beta won.", 3).locate(text, &points), None);
        assert_eq!(evidence(text, "Team Gamma won.", 0).locate(text, &points), None);
        assert_eq!(evidence(text, "", 0).locate(text, &points), None);
    }
}
