//! One article, and the corpus that holds several: reading and checking `news-compare.corpus/1`.

use crate::error::InputError;
use serde::{Deserialize, Serialize};

/// The name and major version of the input format.
pub const CORPUS_FORMAT: &str = "news-compare.corpus/1";

/// Several articles about one event.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Corpus {
    /// Always [`CORPUS_FORMAT`].
    pub format: String,
    /// Headline of the story; may be empty.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub title: String,
    /// A line shown under the title.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<String>,
    /// The articles, in the order of the columns.
    pub documents: Vec<Document>,
}

/// Names a document inside its corpus: 1 to 64 of `A-Z a-z 0-9 _ -`.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct DocumentId(pub String);

/// One article, kept exactly as it came.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Document {
    /// Unique in the corpus.
    pub id: DocumentId,
    /// Who published it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub outlet: Option<String>,
    /// Its headline.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub title: Option<String>,
    /// Who wrote it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub author: Option<String>,
    /// Where it can be read; http or https.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub url: Option<String>,
    /// When it was published: RFC 3339 date or date-time.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub published: Option<String>,
    /// BCP 47 language tag; English when absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub lang: Option<String>,
    /// Tells that the text is cut, so that nothing may be called omitted.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub excerpt: bool,
    /// The article; every offset counts in it.
    pub text: String,
}

impl Corpus {
    /// Reads and checks a corpus.
    ///
    /// # Errors
    /// Any [`InputError`], naming what is wrong and where.
    pub fn from_json(json: &str) -> Result<Self, InputError> {
        serde_json::from_str(json).map_err(|error| InputError::Json {
            line: error.line(),
            column: error.column(),
            message: error.to_string(),
        })
    }
}
