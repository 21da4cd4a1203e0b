//! Keeps the reader's articles and corrections on this device while that is wanted, and brings them back.
//!
//! A file of its own because the root of the page need not know when that happens. What is kept is one JSON object: `format` names its shape,
//! `typed` holds the articles as they were typed, right or wrong, and `corrected` is the comparison with its corrections, or null. What cannot be read
//! is not touched: another version may have kept it.

use super::drafts::Drafts;
use super::keep::{self, ARTICLES};
use crate::comparison::Comparison;
use crate::correction::History;
use gloo::timers::callback::Timeout;
use serde_json::Value;
use std::rc::Rc;
use yew::platform::spawn_local;
use yew::prelude::*;

/// How long nothing changes before it is kept, in milliseconds.
const PAUSE: u32 = 800;

/// Whether something is kept.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Keeping {
    /// The browser has not answered yet.
    Unknown,
    /// The browser keeps nothing here, or has no room.
    Refused,
    /// Nothing is kept.
    Off,
    /// Something is kept that this program cannot read.
    Unread,
    /// So many bytes are kept.
    On(usize),
}

/// Keeps what changes while that is wanted; gives whether it is, and how to ask for it.
///
/// `restore` is called once with what was kept before, `kept` whenever everything is.
#[hook]
pub fn use_keeping(
    desk: bool,
    drafts: &UseReducerHandle<Drafts>,
    corrected: Option<Rc<History>>,
    restore: Callback<(Rc<Drafts>, Option<Comparison>)>,
    kept: Callback<()>,
) -> (Keeping, Callback<bool>) {
    let keeping = use_state_eq(|| Keeping::Unknown);
    // What is wanted now, for what was begun when it was not.
    let wanted = use_mut_ref(|| true);
    {
        let keeping = keeping.clone();
        use_effect_with(desk, move |desk| {
            if *desk {
                spawn_local(async move {
                    keeping.set(match keep::get(ARTICLES).await {
                        Err(_) => Keeping::Refused,
                        Ok(None) => Keeping::Off,
                        Ok(Some(text)) => match read(&text) {
                            Some((drafts, comparison)) => {
                                restore.emit((Rc::new(drafts), comparison));
                                Keeping::On(text.len())
                            }
                            None => Keeping::Unread,
                        },
                    });
                });
            }
        });
    }
    let is_on = matches!(*keeping, Keeping::On(_));
    {
        let (keeping, drafts, wanted) = (keeping.clone(), drafts.clone(), wanted.clone());
        let changes = (is_on, drafts.revision(), corrected.as_ref().map(Rc::as_ptr));
        use_effect_with(changes, move |(is_on, ..)| {
            let pause = is_on.then(|| {
                Timeout::new(PAUSE, move || {
                    let comparison = corrected.filter(|history| history.corrections().len() > 0);
                    let text = write(&drafts, comparison.map(|history| history.to_comparison()).as_ref());
                    spawn_local(async move {
                        match keep::put(ARTICLES, &text).await {
                            // Deleted meanwhile.
                            Ok(()) if !*wanted.borrow() => drop(keep::delete_all().await),
                            Ok(()) => {
                                keeping.set(Keeping::On(text.len()));
                                kept.emit(());
                            }
                            Err(_) => keeping.set(Keeping::Refused),
                        }
                    });
                })
            });
            move || drop(pause)
        });
    }
    let now = *keeping;
    let wish = Callback::from(move |wish: bool| {
        let keeping = keeping.clone();
        wanted.replace(wish);
        if wish {
            keeping.set(Keeping::On(0));
            return;
        }
        keeping.set(Keeping::Off);
        spawn_local(async move {
            if keep::delete_all().await.is_err() {
                keeping.set(Keeping::Refused);
            }
        });
    });
    (now, wish)
}

/// The shape of what is kept.
const FORMAT: &str = "news-compare.kept/1";

/// Writes what is to be kept.
fn write(drafts: &Drafts, corrected: Option<&Comparison>) -> String {
    let typed = serde_json::to_string(&drafts.to_kept()).unwrap_or_default();
    let corrected = corrected.map_or_else(|| "null".to_owned(), Comparison::to_json);
    format!("{{\"format\":\"{FORMAT}\",\"typed\":{typed},\"corrected\":{corrected}}}")
}

/// Reads what was kept; none where any of it cannot be read.
fn read(text: &str) -> Option<(Drafts, Option<Comparison>)> {
    let mut kept: Value = serde_json::from_str(text).ok()?;
    if kept.get("format").and_then(Value::as_str) != Some(FORMAT) {
        return None;
    }
    let drafts = serde_json::from_value(kept.get_mut("typed")?.take()).map(Drafts::of_kept).ok()?;
    let corrected = match kept.get("corrected")? {
        Value::Null => None,
        comparison => Some(Comparison::from_json(&comparison.to_string()).ok()?),
    };
    Some((drafts, corrected))
}

#[cfg(test)]
mod tests {
    use super::super::drafts::{Edit, Field};
    use super::*;
    use crate::{Corpus, Document, Options, analyze};

    #[test]
    fn what_is_kept_comes_back_as_it_was_typed() {
        let corpus = Corpus::new(vec![Document::new("a", "The river rose."), Document::new("b", "It “fell”.")]);
        let comparison = analyze(&corpus, &Options::default());
        let half_typed = Drafts::of(&corpus).edited(Edit::Type(0, Field::Published, "23 Nov".to_owned()));
        let too_long = half_typed.edited(Edit::Type(1, Field::Text, "x".repeat(200_001)));
        for drafts in [Drafts::default(), Drafts::of(&corpus), half_typed, too_long] {
            for corrected in [None, Some(&comparison)] {
                let (again, comparison) = read(&write(&drafts, corrected)).unwrap();
                assert_eq!((again.articles(), again.title()), (drafts.articles(), drafts.title()));
                assert_eq!(comparison.as_ref(), corrected);
            }
        }
    }

    #[test]
    fn what_another_version_kept_is_not_taken_for_nothing() {
        let ours = write(&Drafts::default(), None);
        assert!(read(&ours).is_some());
        let other = ours.replace("kept/1", "kept/2");
        let broken = ours.replace("null}", "{\"format\":\"x\"}}");
        assert!(broken != ours);
        for text in ["{", "{}", &other, &broken] {
            assert_eq!(read(text), None, "{text}");
        }
    }
}
