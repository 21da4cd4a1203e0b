//! Leaves one named part of the analysis out, so that what it adds can be measured (`cargo xtask quality --ablate`).
//!
//! Its own file because the parts are spread over the steps and the question is one: rules of [`crate::stance`], word lists, factors of
//! [`crate::similarity`], and steps that can be skipped. Parts make themselves known by asking. Without the feature `ablation`, which is
//! what is shipped, nothing can be left out and every question is answered at compile time. Known limit: one part for each process,
//! because word lists are read once.

#[cfg(feature = "ablation")]
pub use switch::{asked, leave_out};

/// Tells whether the part is left out.
#[cfg(not(feature = "ablation"))]
#[inline]
pub(crate) const fn is_out(_kind: &str, _name: &str) -> bool {
    false
}

/// Gives the text of a word list, or nothing when it is left out.
#[cfg(not(feature = "ablation"))]
#[inline]
pub(crate) const fn list(list: &'static str) -> &'static str {
    list
}

#[cfg(feature = "ablation")]
pub(crate) use switch::{is_out, list};

/// Gives a factor as it is shipped, or what it is when nothing is made of it.
#[inline]
pub(crate) fn weight(name: &str, shipped: f64, without: f64) -> f64 {
    if is_out("factor", name) { without } else { shipped }
}

#[cfg(feature = "ablation")]
mod switch {
    use std::collections::BTreeSet;
    use std::sync::{Mutex, OnceLock, PoisonError};

    /// The part that is left out, if any; empty until it is set.
    static LEFT_OUT: OnceLock<String> = OnceLock::new();
    /// The parts that the analysis asked for.
    static ASKED: Mutex<BTreeSet<String>> = Mutex::new(BTreeSet::new());

    macro_rules! lists {
        ($($name:literal),* $(,)?) => {
            &[$(($name, include_str!(concat!("lexicon/", $name, ".txt")))),*]
        };
    }

    /// The word lists by name.
    pub(super) const LISTS: &[(&str, &str)] = lists![
        "abbreviations",
        "antonyms",
        "demonyms",
        "derivations",
        "exclusive",
        "frequent-words",
        "hedges",
        "irregular-verbs",
        "measures",
        "opposites",
        "phrases",
        "reporting-verbs",
        "sentence-openers",
        "synonyms",
        "units",
        "verbs",
    ];

    /// Leaves a part out, by kind and name ("rule negation"), for the rest of the process; `false` when another one is already.
    pub fn leave_out(part: &str) -> bool {
        LEFT_OUT.get_or_init(|| part.to_owned()) == part
    }

    /// Returns the parts that were asked for so far, in alphabetical order.
    pub fn asked() -> Vec<String> {
        ASKED.lock().unwrap_or_else(PoisonError::into_inner).iter().cloned().collect()
    }

    /// Tells whether the part is left out, and remembers that it was asked for.
    pub(crate) fn is_out(kind: &str, name: &str) -> bool {
        let part = format!("{kind} {name}");
        let out = LEFT_OUT.get().is_some_and(|left_out| *left_out == part);
        ASKED.lock().unwrap_or_else(PoisonError::into_inner).insert(part);
        out
    }

    /// Gives the text of a word list, or nothing when it is left out.
    pub(crate) fn list(list: &'static str) -> &'static str {
        let name = LISTS.iter().find(|(_, text)| *text == list).map_or("", |(name, _)| name);
        if is_out("list", name) { "" } else { list }
    }
}

#[cfg(all(test, feature = "ablation"))]
mod tests {
    use super::switch::LISTS;
    use super::*;
    use crate::{Corpus, Options, analyze};

    #[test]
    fn every_word_list_is_known_by_name() {
        let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("src/lexicon");
        let files = std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
        let mut names: Vec<String> = files
            .filter(|file| file.extension().is_some_and(|ending| ending == "txt"))
            .map(|file| file.file_stem().unwrap().to_string_lossy().into_owned())
            .collect();
        names.sort();
        assert_eq!(names, LISTS.iter().map(|(name, _)| *name).collect::<Vec<_>>());
    }

    #[test]
    fn the_analysis_asks_for_rules_lists_and_factors() {
        let corpus = Corpus::from_json(include_str!("../corpora/quay-street-vote.json")).unwrap();
        let _ = analyze(&corpus, &Options::default());
        let asked = asked();
        for part in ["rule same-words", "list synonyms", "list units", "factor context", "step details"] {
            assert!(asked.iter().any(|name| name == part), "{part}: {asked:?}");
        }
        assert!(!asked.iter().any(|name| name == "list "), "a word list without a name: {asked:?}");
    }
}
