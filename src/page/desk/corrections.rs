//! The corrections of every story that was opened, each in its place.
//!
//! Its own file because a story that is left and opened again has its corrections still, and so have the reader's own articles when they change:
//! which of them belong to what is on the screen is decided here.

use super::Origin;
use crate::comparison::Comparison;
use crate::correction::History;
use crate::language::Language;
use crate::ui::{Comparable, Input};
use std::hash::{DefaultHasher, Hash as _, Hasher as _};
use std::rc::Rc;
use yew::AttrValue;

/// The corrections of one story.
#[derive(Debug, Clone)]
pub(super) struct Corrected {
    /// The story that they are shown with.
    pub(super) of: Input,
    /// What was corrected.
    pub(super) history: Rc<History>,
    /// What is wrong with the corrections that came with it.
    pub(super) fault: Option<AttrValue>,
}

/// Opens a comparison to correct it; where its corrections cannot be read, as it stands, with what is wrong.
pub(super) fn form_of(input: &Input, comparison: &Comparable, language: Language) -> Option<Corrected> {
    let (history, fault) = match History::open(Comparison::clone(&comparison.0)) {
        Ok(history) => (history, None),
        Err(error) => {
            let plain = Comparison { corrections: None, ..Comparison::clone(&comparison.0) };
            (History::open(plain).ok()?, Some(error.message(language).into()))
        }
    };
    Some(Corrected { of: input.clone(), history: Rc::new(history), fault })
}

/// Carries corrections over to another analysis of the same articles, or of the reader's own as they are now; none when nothing changes.
pub(super) fn carried(before: &Corrected, input: &Input, comparison: &Comparable) -> Option<Corrected> {
    if before.of == *input {
        return None;
    }
    let mut history = History::clone(&before.history);
    if let Input::Corpus(_) = input {
        history.go_on_with(Comparison::clone(&comparison.0));
    }
    Some(Corrected { of: input.clone(), history: Rc::new(history), fault: before.fault.clone() })
}

/// The corrections of all stories.
pub(super) type Corrections = Rc<Vec<(Place, Corrected)>>;

/// Finds those of one place.
pub(super) fn of_place(corrections: &Corrections, place: Place) -> Option<&Corrected> {
    corrections.iter().find(|(of, _)| *of == place).map(|(_, corrected)| corrected)
}

/// Puts the corrections of one story in the place of those that it had.
pub(super) fn with(corrections: &Corrections, place: Place, corrected: Corrected) -> Corrections {
    let mut all = Vec::clone(corrections);
    all.retain(|(of, _)| *of != place);
    all.push((place, corrected));
    Rc::new(all)
}

/// Where corrections belong: to the reader's own articles, whatever they are now, or to a story with these very texts.
pub(super) type Place = (Origin, u64);

/// That of the reader's own articles.
pub(super) const OWN: Place = (Origin::Own, 0);

/// Returns the place of a story.
pub(super) fn place_of(origin: Origin, input: &Input) -> Place {
    let corpus = match input {
        Input::Corpus(corpus) => &**corpus,
        Input::Comparison(comparison) => &comparison.corpus,
        Input::Error(_) => return (origin, 0),
    };
    if origin == Origin::Own {
        return OWN;
    }
    let mut hasher = DefaultHasher::new();
    corpus.documents.iter().for_each(|document| (&document.id.0, &document.text).hash(&mut hasher));
    (origin, hasher.finish())
}

/// Takes in the corrections of the reader's own articles that another window has kept since both were as `before`, or, the `first` time, that were
/// kept when the page was last open; none when nothing changes.
pub(super) fn joined(
    ours: Option<&Corrected>,
    before: Option<&History>,
    theirs: Option<History>,
    first: bool,
) -> Option<Corrected> {
    match (ours, theirs) {
        (Some(ours), theirs) if !first => {
            let mut history = History::clone(&ours.history);
            history.join(before, theirs.as_ref());
            Some(Corrected { history: Rc::new(history), ..ours.clone() })
        }
        // They are carried over as soon as the articles are compared.
        (None, Some(theirs)) => {
            let of = Input::Comparison(theirs.first().clone());
            Some(Corrected { of, history: Rc::new(theirs), fault: None })
        }
        _ => None,
    }
}
