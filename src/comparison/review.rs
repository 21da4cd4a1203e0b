//! Who prepared and checked a comparison, and what was corrected in it: what a newsroom signs with.
//!
//! A file of its own because no step of the analysis writes it: it is made by people and kept as they wrote it.

use crate::document::is_date;
use crate::error::InputError;
use serde::{Deserialize, Serialize};

/// Says who answers for a comparison; every member may be left out.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Review {
    /// Who prepared it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub prepared_by: Option<String>,
    /// Who checked it after that.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reviewed_by: Option<String>,
    /// When it was checked or corrected last: RFC 3339 date or date-time.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub date: Option<String>,
    /// What was wrong before and is right now, in words for the reader.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub correction: Option<String>,
}

impl Review {
    /// Tells whether somebody has checked the comparison.
    pub fn is_reviewed(&self) -> bool {
        self.reviewed_by.as_deref().is_some_and(|name| !name.trim().is_empty())
    }

    /// Refuses a date that is none, and NUL.
    pub(super) fn check(&self) -> Result<(), InputError> {
        let members = [
            ("prepared_by", &self.prepared_by),
            ("reviewed_by", &self.reviewed_by),
            ("date", &self.date),
            ("correction", &self.correction),
        ];
        for (member, value) in members {
            if let Some(offset) = value.as_ref().and_then(|value| value.chars().position(|c| c == '\0')) {
                return Err(InputError::Nul { place: "review".to_owned(), member, offset });
            }
        }
        match &self.date {
            Some(date) if !is_date(date) => Err(InputError::BadReviewDate { value: date.clone() }),
            _ => Ok(()),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Comparison, Corpus, Document, Options, analyze};
    use serde_json::{Value, json};

    fn with(review: Value) -> Result<Comparison, InputError> {
        let corpus = Corpus::new(vec![Document::new("a", "The river rose two metres.")]);
        let mut comparison = serde_json::to_value(analyze(&corpus, &Options::default())).unwrap();
        comparison["review"] = review;
        Comparison::from_json(&comparison.to_string())
    }

    #[test]
    fn what_people_wrote_is_kept_and_what_they_left_out_is_not_written() {
        let review = json!({"prepared_by": "A. Writer", "reviewed_by": "E. Editor", "date": "2026-01-13", "correction": "Two, not three."});
        let comparison = with(review.clone()).unwrap();
        assert!(comparison.review.as_ref().unwrap().is_reviewed());
        assert_eq!(serde_json::to_value(&comparison).unwrap()["review"], review);
        let comparison = with(Value::Null).unwrap();
        assert_eq!(serde_json::to_value(comparison).unwrap().get("review"), None);
        assert!(!with(json!({"prepared_by": "A. Writer", "reviewed_by": " "})).unwrap().review.unwrap().is_reviewed());
    }

    #[test]
    fn a_wrong_date_and_nul_are_refused() {
        let fault = |review| with(review).unwrap_err().to_string();
        assert_eq!(
            fault(json!({"date": "yesterday"})),
            "review: date \"yesterday\" is not an RFC 3339 date or date-time"
        );
        assert_eq!(fault(json!({"reviewed_by": "E\0"})), "review: reviewed_by holds NUL (U+0000) at code point 1");
    }
}
