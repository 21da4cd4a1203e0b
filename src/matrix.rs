//! Rows of aligned claims by documents: verdicts and the order of rows.

use serde::{Deserialize, Serialize};

/// What a row amounts to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Verdict {
    /// Two or more support, none contradicts, hedges or partly supports.
    Agreed,
    /// Two or more speak, with partly or hedges among them, none contradicts.
    Qualified,
    /// At least one contradicts.
    Disputed,
    /// One document speaks.
    SingleSource,
}
