//! What one document does with a claim.

use serde::{Deserialize, Serialize};

/// A document towards the statement of a row.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Stance {
    /// Says the same.
    Supports,
    /// Says part of it, or the same with another detail.
    Partly,
    /// Gives it only as possible, planned, alleged or unconfirmed where the statement is flat, or the other way round.
    Hedges,
    /// Says what cannot be true together with it.
    Contradicts,
    /// Says nothing of it.
    Omits,
    /// Cannot be judged: an excerpt, a text too short, a language not supported.
    Unjudged,
}

impl Stance {
    /// Tells whether the document says anything of the claim.
    pub fn speaks(self) -> bool {
        matches!(self, Self::Supports | Self::Partly | Self::Hedges | Self::Contradicts)
    }
}

/// Whose words a document gives.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Voice {
    /// The outlet says it itself.
    Own,
    /// The outlet reports that somebody says it.
    Attributed,
}
