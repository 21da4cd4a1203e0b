//! Takes the names of outlets out of a comparison, so that a class judges the text and not the logo.
//!
//! Outlet, author and link go; in what is shown of a text the outlets' names are covered by their letters. A name is found as the story gives it,
//! with and without a leading article, and as its own report shortens it: "Channel 8" of "Channel 8 Northland". Known limits: a paper called by
//! another name in the text stays, and so does a speaker by whom one could guess it. A headline is kept: it is a claim like others.

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
            covers.extend(shortened(bare.unwrap_or(name), index, comparison).map(|name| (name, cover.clone())));
        }
        use crate::order::Arrange as _;
        covers.arrange_by_key(|(name, _)| std::cmp::Reverse(name.len()));
        Self { covers }
    }

    /// Returns a text with the names covered; of two that begin at one place the longer.
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

/// Finds the parts of an outlet's name by which its own report calls it. What other reports write too, or what any writes in lower case, is a place
/// or an ordinary word: "Harrow Bend" of "The Harrow Bend Courier", "evening" of "Evening Register".
fn shortened<'c>(name: &'c str, own: usize, comparison: &'c Comparison) -> impl Iterator<Item = String> + 'c {
    let words: Vec<&str> = name.split_whitespace().collect();
    let runs = (0..words.len()).flat_map({
        let words = words.clone();
        move |first| (first + 1..=words.len()).map(|end| words[first..end].to_vec()).collect::<Vec<_>>()
    });
    let documents = &comparison.corpus.documents;
    let parts = runs.filter(move |run| {
        let tells =
            run.iter().any(|word| word.chars().count() >= LEAST_LETTERS && word.starts_with(char::is_alphabetic));
        let named = run.iter().all(|word| word.starts_with(|c: char| c.is_uppercase() || c.is_ascii_digit()));
        run.len() < words.len() && tells && named
    });
    parts.map(|run| run.join(" ")).filter(move |part| {
        // Its own report first: most parts do not stand even there.
        let ordinary = part.to_lowercase();
        documents.get(own).is_some_and(|document| holds(&document.text, part))
            && documents
                .iter()
                .enumerate()
                .all(|(at, document)| (at == own || !holds(&document.text, part)) && !holds(&document.text, &ordinary))
    })
}

/// Fewest letters of a word that may stand for an outlet: "New" and "Sun" stand for other things as well.
const LEAST_LETTERS: usize = 4;

/// Tells whether a text holds some words, whole.
fn holds(text: &str, words: &str) -> bool {
    let is_word = |c: Option<char>| c.is_some_and(char::is_alphanumeric);
    text.match_indices(words).any(|(at, found)| {
        !is_word(text[..at].chars().next_back()) && !is_word(text[at + found.len()..].chars().next())
    })
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
    fn a_name_is_covered_as_its_own_report_shortens_it() {
        let mut told = comparison();
        let [a, b] = [0, 1].map(|at| told.corpus.documents[at].clone());
        let of = |document: &crate::Document, outlet: &str, text: &str| crate::Document {
            outlet: Some(outlet.to_owned()),
            text: text.to_owned(),
            ..document.clone()
        };
        let first = "His family told Channel 8. Harrow Bend slept.";
        let second = "This evening the mayor of Harrow Bend, interviewed by the Courier, said no.";
        told.corpus.documents =
            vec![of(&a, "Channel 8 Northland", first), of(&b, "The Harrow Bend Evening Courier", second)];
        let blind = Blind::of(&told);
        assert_eq!(blind.cover(first), "His family told [A]. Harrow Bend slept.");
        assert_eq!(blind.cover(second), "This evening the mayor of Harrow Bend, interviewed by the [B], said no.");
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
