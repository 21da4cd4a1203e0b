//! One article, and the corpus that holds several: reading and checking `news-compare.corpus/1`.
//!
//! What passes the check can be analysed without another question: every step after this one cannot fail. Optional members
//! that are `null` count as absent, unknown members are ignored, a known member that stands twice is an error. Nothing is
//! repaired or shortened on the way in: `text` stays byte for byte what it was, since every offset counts in it.

pub mod linked;
mod metadata;

pub use metadata::{day_or_time, is_date, is_language_tag, is_web_address, language_tag};

use crate::error::{DocumentPlace, InputError};
use crate::json;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// The name and major version of the input format.
pub const CORPUS_FORMAT: &str = "news-compare.corpus/1";

/// How many documents a corpus may hold.
///
/// A matrix of more columns cannot be read, and the work grows with the square of this number.
pub const MAX_DOCUMENTS: usize = 50;

/// How many code points the text of one document may have: a book of about 35,000 words.
///
/// Longer texts are no articles, and would keep a browser busy for minutes.
pub const MAX_CODE_POINTS: usize = 200_000;

/// How many characters the id of a document may have.
const MAX_ID: usize = 64;

/// Several articles about one event.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Corpus {
    /// Always [`CORPUS_FORMAT`].
    pub format: String,
    /// Headline of the story; may be empty.
    #[serde(default, deserialize_with = "json::null_as_default", skip_serializing_if = "String::is_empty")]
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

impl DocumentId {
    /// Tells whether the id has the length and the characters that the format allows.
    pub fn is_valid(&self) -> bool {
        (1..=MAX_ID).contains(&self.0.len())
            && self.0.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'_' || byte == b'-')
    }
}

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
    /// BCP 47 language tag; without one the text is looked at.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub lang: Option<String>,
    /// Tells that the text is cut, so that nothing may be called omitted.
    #[serde(default, deserialize_with = "json::null_as_default", skip_serializing_if = "std::ops::Not::not")]
    pub excerpt: bool,
    /// The article; every offset counts in it.
    pub text: String,
}

impl Document {
    /// Makes an article of which nothing is known but its text.
    pub fn new(id: impl Into<String>, text: impl Into<String>) -> Self {
        Self {
            id: DocumentId(id.into()),
            outlet: None,
            title: None,
            author: None,
            url: None,
            published: None,
            lang: None,
            excerpt: false,
            text: text.into(),
        }
    }

    /// Returns the language that the label names, without script and region: `en` for `EN-us` and where there is no label.
    pub fn language(&self) -> String {
        let tag = self.lang.as_deref().unwrap_or("en");
        tag.split('-').next().unwrap_or(tag).to_ascii_lowercase()
    }

    /// Tells whether the analysis knows the language of the text.
    ///
    /// A label is believed. Without one, or with one that says "not determined" (`und`), the text itself is looked at.
    pub fn is_analysed(&self) -> bool {
        match &self.lang {
            Some(_) if self.language() != "und" => is_analysed_language(&self.language()),
            _ => crate::language::is_english(&self.text),
        }
    }
}

/// Tells whether the analysis knows a language, given as the first part of its BCP 47 tag; today English only.
pub fn is_analysed_language(language: &str) -> bool {
    language == "en"
}

impl Corpus {
    /// Makes a corpus of articles, with neither title nor note.
    pub fn new(documents: Vec<Document>) -> Self {
        Self { format: CORPUS_FORMAT.to_owned(), title: String::new(), note: None, documents }
    }

    /// Reads and checks a corpus.
    ///
    /// A byte order mark in front is skipped.
    ///
    /// ```
    /// use news_compare::Corpus;
    ///
    /// let error = Corpus::from_json(r#"{"format": "news-compare.corpus/1", "documents": []}"#).unwrap_err();
    /// assert_eq!(error.to_string(), "the corpus has no documents; it needs 1 to 50");
    /// ```
    ///
    /// # Errors
    /// Any [`InputError`], naming what is wrong and where.
    pub fn from_json(json: &str) -> Result<Self, InputError> {
        let corpus: Self = json::read(json, CORPUS_FORMAT)?;
        corpus.check()?;
        Ok(corpus)
    }

    /// Reads and checks a corpus from bytes, which must be UTF-8.
    ///
    /// # Errors
    /// Any [`InputError`], naming what is wrong and where.
    pub fn from_bytes(bytes: &[u8]) -> Result<Self, InputError> {
        Self::from_json(json::decode(bytes)?)
    }

    /// Checks what the shape of the JSON does not say: limits, ids, texts, links, dates and language tags.
    ///
    /// # Errors
    /// The first fault, in the order of the file.
    pub fn check(&self) -> Result<(), InputError> {
        json::check_format(&self.format, CORPUS_FORMAT)?;
        reject_nul("corpus", &[("title", Some(&self.title)), ("note", self.note.as_ref())])?;
        if self.documents.is_empty() {
            return Err(InputError::NoDocuments);
        }
        if self.documents.len() > MAX_DOCUMENTS {
            return Err(InputError::TooManyDocuments { count: self.documents.len() });
        }
        let mut seen = BTreeMap::new();
        for (position, document) in (1..).zip(&self.documents) {
            if !document.id.is_valid() {
                return Err(InputError::BadId { position, id: document.id.0.clone() });
            }
            if let Some(first) = seen.insert(&document.id, position) {
                return Err(InputError::DuplicateId { first, second: position, id: document.id.0.clone() });
            }
            document.check(DocumentPlace { position, id: document.id.clone() })?;
        }
        Ok(())
    }
}

impl Document {
    /// Checks one document by itself.
    fn check(&self, document: DocumentPlace) -> Result<(), InputError> {
        let length = self.text.chars().count();
        if length > MAX_CODE_POINTS {
            return Err(InputError::LongText { document, length });
        }
        if self.text.trim().is_empty() {
            return Err(InputError::BlankText { document, length });
        }
        let strings = [
            ("outlet", self.outlet.as_ref()),
            ("title", self.title.as_ref()),
            ("author", self.author.as_ref()),
            ("text", Some(&self.text)),
        ];
        reject_nul(&document.to_string(), &strings)?;
        for (member, value, expected, is_allowed) in [
            ("url", &self.url, "an http or https address", metadata::is_web_address as fn(&str) -> bool),
            ("published", &self.published, "an RFC 3339 date or date-time", metadata::is_date),
            ("lang", &self.lang, "a BCP 47 language tag", metadata::is_language_tag),
        ] {
            if let Some(value) = value.as_ref().filter(|value| !is_allowed(value)) {
                return Err(InputError::BadMember { document, member, value: value.clone(), expected });
            }
        }
        Ok(())
    }
}

/// Refuses U+0000, which browsers and databases replace or cut at, so that offsets would no longer fit.
fn reject_nul(place: &str, members: &[(&'static str, Option<&String>)]) -> Result<(), InputError> {
    for &(member, value) in members {
        if let Some(offset) = value.and_then(|value| value.chars().position(|character| character == '\0')) {
            return Err(InputError::Nul { place: place.to_owned(), member, offset });
        }
    }
    Ok(())
}
