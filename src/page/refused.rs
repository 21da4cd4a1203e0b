//! Why a correction was refused, beside what was pressed for it.

use super::words::PageWords;
use crate::correction::{Change, Misfit};
use crate::document::DocumentId;
use yew::prelude::*;

/// The id of the sentence that says why; one correction is refused at a time, and only the form in sight says so.
const ID: &str = "nc-misfit";

/// The part of the form that makes a correction.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Part {
    /// What a source does with a claim, and its words.
    Cell(DocumentId),
    /// The words of a claim.
    Statement,
    /// What it amounts to.
    Verdict,
    /// The remark on it.
    Note,
    /// Two claims of one.
    Split,
    /// One claim of two.
    Merge,
    /// A claim less.
    Remove,
    /// A claim more.
    Add,
}

impl Part {
    /// Returns the part that makes a change.
    pub fn of(change: &Change) -> Self {
        match change {
            Change::Cell { document, .. } => Self::Cell(document.clone()),
            Change::Move { words, .. } => Self::Cell(words.document.clone()),
            Change::Statement { .. } => Self::Statement,
            Change::Verdict { .. } => Self::Verdict,
            Change::Note { .. } => Self::Note,
            Change::Split { .. } => Self::Split,
            Change::Merge { .. } => Self::Merge,
            Change::Remove { .. } => Self::Remove,
            Change::Add { .. } => Self::Add,
        }
    }
}

/// A correction that cannot be made: where it was wanted, and why not.
pub type Refused = Option<(Part, Misfit)>;

/// Returns the id of the sentence that says why this part was refused, if it was.
pub fn describes(refused: &Refused, part: &Part) -> Option<&'static str> {
    refused.as_ref().is_some_and(|(of, _)| of == part).then_some(ID)
}

/// Says why this part was refused, if it was.
pub fn refusal(words: &PageWords, refused: &Refused, part: &Part) -> Html {
    match refused {
        Some((of, why)) if of == part => {
            html! { <p id={ID} class="nc-wrong" role="alert">{ (words.misfit)(*why) }</p> }
        }
        _ => Html::default(),
    }
}
