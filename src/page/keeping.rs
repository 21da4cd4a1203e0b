//! Keeps the reader's articles and corrections on this device while that is wanted, and brings them back.
//!
//! A file of its own because the root of the page need not know when that happens. What is kept is one JSON object: `articles` is a corpus, or
//! null before there are any; `corrected` is the comparison with its corrections, or null.

use super::drafts::Drafts;
use super::keep::{self, ARTICLES};
use crate::comparison::Comparison;
use crate::correction::History;
use crate::document::Corpus;
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
    restore: Callback<(Rc<Corpus>, Option<Comparison>)>,
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
                        Ok(Some(text)) => {
                            if let Some((Some(articles), comparison)) = read(&text) {
                                restore.emit((Rc::new(articles), comparison));
                            }
                            Keeping::On(text.len())
                        }
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
                    let text =
                        write(drafts.corpus().as_ref(), comparison.map(|history| history.to_comparison()).as_ref());
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

/// Writes what is to be kept.
fn write(articles: Option<&Corpus>, corrected: Option<&Comparison>) -> String {
    let articles = articles.and_then(|corpus| serde_json::to_string(corpus).ok());
    let null = || "null".to_owned();
    let corrected = corrected.map(Comparison::to_json);
    format!("{{\"articles\":{},\"corrected\":{}}}", articles.unwrap_or_else(null), corrected.unwrap_or_else(null))
}

/// Reads what was kept; none where it is nothing of ours.
fn read(text: &str) -> Option<(Option<Corpus>, Option<Comparison>)> {
    let kept: Value = serde_json::from_str(text).ok()?;
    let of = |name: &str| kept.get(name).filter(|value| !value.is_null()).map(Value::to_string);
    let articles = of("articles").and_then(|text| Corpus::from_json(&text).ok());
    Some((articles, of("corrected").and_then(|text| Comparison::from_json(&text).ok())))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Document, Options, analyze};

    #[test]
    fn what_is_kept_comes_back() {
        let corpus = Corpus::new(vec![Document::new("a", "The river rose."), Document::new("b", "It “fell”.")]);
        let comparison = analyze(&corpus, &Options::default());
        for (articles, corrected) in [(None, None), (Some(&corpus), None), (Some(&corpus), Some(&comparison))] {
            assert_eq!(read(&write(articles, corrected)), Some((articles.cloned(), corrected.cloned())));
        }
        assert_eq!(read("{"), None);
        assert_eq!(read("{\"articles\": {\"format\": \"another\"}}"), Some((None, None)));
    }
}
