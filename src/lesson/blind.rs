//! Takes the names of outlets out of a comparison, so that a class judges the text and not the logo.
//!
//! Outlet, author and link go; in what is shown of a text the outlets' names are covered by their letters. Known limits: a name is found as the
//! story gives it, with and without a leading article; a paper called by another name in the text stays, and so does a speaker by whom one could
//! guess it. A headline is kept: it is a claim like others.

use crate::comparison::Comparison;
use crate::stance::reason;

/// Words that stand before the name of a paper and are not always said.
const ARTICLES: [&str; 6] = ["The ", "El ", "La ", "Los ", "Las ", "Le "];

/// Covers names of outlets.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Blind {
    /// What is covered, and by what; the longest first.
    covers: Vec<(String, String)>,
}

impl Blind {
    /// Makes covers for the outlets of a comparison.
    pub fn of(comparison: &Comparison) -> Self {
        let mut covers: Vec<(String, String)> = Vec::new();
        for (index, document) in comparison.corpus.documents.iter().enumerate() {
            let Some(name) = document.outlet.as_deref().map(str::trim).filter(|name| !name.is_empty()) else {
                continue;
            };
            let cover = format!("[{}]", reason::letter(index));
            let bare = ARTICLES.iter().find_map(|article| name.strip_prefix(article));
            for name in [Some(name), bare].into_iter().flatten() {
                covers.push((name.to_owned(), cover.clone()));
            }
        }
        use crate::order::Arrange as _;
        covers.arrange_by_key(|(name, _)| std::cmp::Reverse(name.len()));
        Self { covers }
    }

    /// Returns a text with the names covered.
    pub fn cover(&self, text: &str) -> String {
        let mut out = String::new();
        let mut rest = text;
        let mut before = None;
        while let Some(next) = rest.chars().next() {
            let starts = before.is_none_or(|c: char| !c.is_alphanumeric());
            let hit = self.covers.iter().find(|(name, _)| {
                let after = rest.strip_prefix(name.as_str());
                starts && after.is_some_and(|after| !after.starts_with(char::is_alphanumeric))
            });
            let length = match hit {
                Some((name, cover)) => {
                    out.push_str(cover);
                    name.len()
                }
                None => {
                    out.push(next);
                    next.len_utf8()
                }
            };
            before = rest[..length].chars().next_back();
            rest = &rest[length..];
        }
        out
    }

    /// Returns a comparison without outlets, authors and links. Its texts and quotations stay as they are, since offsets count in them: what is
    /// shown of them goes through [`Self::cover`].
    pub fn of_names(comparison: &Comparison) -> Comparison {
        let mut out = comparison.clone();
        for document in &mut out.corpus.documents {
            (document.outlet, document.author, document.url) = (None, None, None);
        }
        out
    }
}

#[cfg(test)]
mod tests {
    use super::super::sheet::tests::comparison;
    use super::*;

    #[test]
    fn names_of_outlets_are_covered_and_parts_of_words_are_not() {
        let blind = Blind::of(&comparison());
        assert_eq!(
            blind.cover("The North Post and North Post’s rival, River News, but not North Posters."),
            "[A] and [A]’s rival, [B], but not North Posters."
        );
        assert_eq!(Blind::default().cover("Ñandú"), "Ñandú");
    }

    #[test]
    fn what_tells_the_outlet_is_taken_out_and_texts_stay() {
        let full = comparison();
        let blind = Blind::of_names(&full);
        assert!(blind.corpus.documents.iter().all(|document| document.outlet.is_none() && document.url.is_none()));
        assert_eq!(blind.corpus.documents[0].text, full.corpus.documents[0].text);
        assert_eq!(blind.claims, full.claims);
    }
}
