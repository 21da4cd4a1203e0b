//! What a person corrects in a comparison: stances, evidence, statements, verdicts and rows, each change kept beside what the machine said.
//!
//! A step of its own because the machine's first answer is never lost: a corrected comparison is that answer and a list of changes, applied
//! in order. Taking one back, going on after a new analysis and reading a file again are the same thing: [`History`] applies the list
//! once more. A change names its row by its words, found again as [`crate::anchor`] finds any; where they are gone the change is kept and
//! listed as a [`Misfit`].
//!
//! Nothing is made up: where words leave a cell and none are left, the cell is `unjudged` until the person says what it is.
//!
//! Known limits: rows stay where they are, so that none moves under the hand of who corrects it, and a claim that is added stands last. A
//! comparison whose claims were written by hand after they were corrected here opens as it stands, without the list.

mod apply;
mod history;
mod place;

pub use history::History;

use crate::comparison::{Evidence, Row};
use crate::document::DocumentId;
use crate::matrix::Verdict;
use crate::stance::{Stance, Voice};
use serde::{Deserialize, Serialize};

/// One change, with who made it and when.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Correction {
    /// Who made it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub by: Option<String>,
    /// When: RFC 3339 date or date-time.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub date: Option<String>,
    /// What changes.
    #[serde(flatten)]
    pub change: Change,
}

/// What is changed.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(tag = "change", rename_all = "kebab-case")]
pub enum Change {
    /// What a document does with a claim, with the words that show it: those given are all that the cell has afterwards.
    Cell {
        /// The row.
        row: RowPlace,
        /// The document.
        document: DocumentId,
        /// What it does.
        stance: Stance,
        /// Whose words; none where the document says nothing.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        voice: Option<Voice>,
        /// Who is reported to say it.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        speaker: Option<String>,
        /// The words that show it.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        evidence: Vec<Evidence>,
        /// Why, in the words of the person.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        why: Option<String>,
    },
    /// Words of a document belong to another row.
    Move {
        /// The row that they are evidence for.
        from: RowPlace,
        /// The row that they belong to; where the document was silent there, it does with the claim what it did with the other.
        to: RowPlace,
        /// The words.
        words: Words,
    },
    /// The statement of a row in other words.
    Statement {
        /// The row.
        row: RowPlace,
        /// The words.
        statement: String,
    },
    /// What a row amounts to.
    Verdict {
        /// The row.
        row: RowPlace,
        /// The verdict; none for the one that follows from the cells.
        verdict: Option<Verdict>,
    },
    /// A remark on a row.
    Note {
        /// The row.
        row: RowPlace,
        /// The remark; none to remove it.
        note: Option<String>,
    },
    /// Two rows are about the same thing.
    Merge {
        /// The row that stays, with its statement; where both speak, its stance.
        into: RowPlace,
        /// The row that goes.
        from: RowPlace,
    },
    /// A row is about two things.
    Split {
        /// The row.
        row: RowPlace,
        /// The words that belong to the second thing: some of its evidence, not all.
        take: Vec<Words>,
        /// The statement of the new row.
        statement: String,
        /// The id of the new row: see [`History::new_id`].
        id: String,
    },
    /// A claim that was not found.
    Add {
        /// The id of the new row: see [`History::new_id`].
        id: String,
        /// Its statement.
        statement: String,
        /// The words that say so.
        words: Vec<Words>,
    },
    /// A row that is no claim, or not worth one.
    Remove {
        /// The row.
        row: RowPlace,
    },
}

/// Words of a document.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Words {
    /// The document.
    pub document: DocumentId,
    /// The words, with what stands around them.
    #[serde(flatten)]
    pub evidence: Evidence,
}

/// Names a row as it was when a change was made, so that it is found again in another analysis.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct RowPlace {
    /// Its id, which another analysis may give to another row.
    pub id: String,
    /// Its statement.
    pub statement: String,
    /// Its evidence in all documents.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub words: Vec<Words>,
}

impl RowPlace {
    /// Names a row as it is.
    pub fn of(row: &Row) -> Self {
        let words = row.cells.iter().flat_map(|cell| {
            let words = |evidence: &Evidence| Words { document: cell.document.clone(), evidence: evidence.clone() };
            cell.evidence.iter().map(words)
        });
        Self { id: row.id.clone(), statement: row.statement.clone(), words: words.collect() }
    }
}

/// Says why a change cannot be applied.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub enum Misfit {
    /// The row is gone, or cannot be told from another.
    Row,
    /// The document is gone.
    Document,
    /// Words are gone from the article, or cannot be told from others, or are no longer evidence for the row.
    Words,
    /// A document that speaks of a claim has no words that show it.
    NoWords,
    /// The document is an excerpt, of which nothing can be called left out.
    Excerpt,
    /// A statement has no words.
    Blank,
    /// A row would be merged with itself, or words moved to where they are.
    Same,
    /// A split that takes nothing, or everything.
    Whole,
    /// The id of a new row is taken.
    Taken,
}

impl Change {
    /// Calls `visit` with every quotation of the change.
    fn for_each_evidence(&mut self, visit: &mut dyn FnMut(&DocumentId, &mut Evidence)) {
        let mut visit_all =
            |words: &mut [Words]| words.iter_mut().for_each(|words| visit(&words.document, &mut words.evidence));
        match self {
            Self::Cell { row, document, evidence, .. } => {
                visit_all(&mut row.words);
                evidence.iter_mut().for_each(|evidence| visit(document, evidence));
            }
            Self::Move { from, to, words } => {
                visit_all(&mut from.words);
                visit_all(&mut to.words);
                visit_all(std::slice::from_mut(words));
            }
            Self::Merge { into, from } => {
                visit_all(&mut into.words);
                visit_all(&mut from.words);
            }
            Self::Split { row, take, .. } => {
                visit_all(&mut row.words);
                visit_all(take);
            }
            Self::Add { words, .. } => visit_all(words),
            Self::Statement { row, .. } | Self::Verdict { row, .. } | Self::Note { row, .. } | Self::Remove { row } => {
                visit_all(&mut row.words);
            }
        }
    }
}

#[cfg(test)]
mod tests;
