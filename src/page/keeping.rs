//! Keeps the reader's articles and corrections on this device while that is wanted, and brings them back.
//!
//! A file of its own because the root of the page need not know when that happens. What is kept is one JSON object: `format` names its shape,
//! `typed` holds the articles as they were typed, right or wrong, and `corrected` is the comparison with its corrections, or null. What cannot be read
//! is not touched: another version may have kept it.
//!
//! Several windows of one page keep one thing. Each knows what lay there when it last wrote or looked, and puts something else only in the place of
//! that; where another window has kept something meanwhile, it takes that in first ([`Drafts`], [`History::join`]), and looks for it whenever
//! the reader comes back to it. What one window deletes no other keeps again by itself.

use super::drafts::Drafts;
use super::keep::{self, ARTICLES};
use crate::comparison::Comparison;
use crate::correction::History;
use gloo::events::EventListener;
use gloo::timers::callback::Timeout;
use serde_json::Value;
use std::cell::RefCell;
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

/// What is kept: the articles, and the comparison with its corrections where there are any.
pub type Side = (Rc<Drafts>, Option<Comparison>);

/// Keeps what changes while that is wanted; gives whether it is, and how to ask for it.
///
/// `take_in` is called with what was kept before, at first with nothing before that, and then whenever another window has kept something, with what lay
/// there before it did; `kept` is called whenever everything is.
#[hook]
pub fn use_keeping(
    desk: bool,
    drafts: &UseReducerHandle<Drafts>,
    corrected: Option<Rc<History>>,
    take_in: Callback<(Option<Side>, Side)>,
    kept: Callback<()>,
) -> (Keeping, Callback<bool>) {
    let keeping = use_state_eq(|| Keeping::Unknown);
    let memory = use_mut_ref(|| Memory { known: None, take_in: Callback::noop(), unwanted: false });
    memory.borrow_mut().take_in = take_in;
    {
        let (keeping, memory) = (keeping.clone(), memory.clone());
        use_effect_with(desk, move |desk| {
            if *desk {
                spawn_local(async move {
                    keeping.set(match keep::get(ARTICLES).await {
                        Err(_) => Keeping::Refused,
                        Ok(None) => Keeping::Off,
                        Ok(Some(text)) => taken_in(&memory, text, true),
                    });
                });
            }
        });
    }
    let is_on = matches!(*keeping, Keeping::On(_));
    let meet = {
        let (keeping, memory) = (keeping.clone(), memory.clone());
        Callback::from(move |there: Option<String>| {
            keeping.set(match there {
                Some(text) => taken_in(&memory, text, false),
                // Deleted in another window.
                None => {
                    memory.borrow_mut().known = None;
                    Keeping::Off
                }
            });
        })
    };
    {
        let (memory, meet) = (memory.clone(), meet.clone());
        use_effect_with(is_on, move |is_on| {
            let window = web_sys::window().filter(|_| *is_on);
            let listener = window.map(|window| {
                EventListener::new(&window, "focus", move |_| {
                    let (memory, meet) = (memory.clone(), meet.clone());
                    spawn_local(async move {
                        let there = keep::get(ARTICLES).await;
                        if let Some(there) = there.ok().filter(|there| *there != memory.borrow().known) {
                            meet.emit(there);
                        }
                    });
                })
            });
            move || drop(listener)
        });
    }
    {
        let (keeping, drafts, memory) = (keeping.clone(), drafts.clone(), memory.clone());
        let changes = (is_on, drafts.revision(), corrected.as_ref().map(Rc::as_ptr));
        use_effect_with(changes, move |(is_on, ..)| {
            let pause = is_on.then(|| {
                Timeout::new(PAUSE, move || {
                    let comparison = corrected.filter(|history| history.corrections().len() > 0);
                    let text = write(&drafts, comparison.map(|history| history.to_comparison()).as_ref());
                    spawn_local(async move {
                        let known = memory.clone();
                        match keep::put(ARTICLES, &text, move |there| known.borrow().known == *there).await {
                            // Deleted meanwhile.
                            Ok(Ok(())) if memory.borrow().unwanted => drop(keep::delete_all().await),
                            Ok(Ok(())) => {
                                keeping.set(Keeping::On(text.len()));
                                memory.borrow_mut().known = Some(text);
                                kept.emit(());
                            }
                            Ok(Err(_)) if memory.borrow().unwanted => {}
                            Ok(Err(there)) => meet.emit(there),
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
        memory.borrow_mut().unwanted = !wish;
        if wish {
            keeping.set(Keeping::On(0));
            return;
        }
        memory.borrow_mut().known = None;
        keeping.set(Keeping::Off);
        spawn_local(async move {
            if keep::delete_all().await.is_err() {
                keeping.set(Keeping::Refused);
            }
        });
    });
    (now, wish)
}

/// What is remembered between drawings, for what was begun in an earlier one.
struct Memory {
    /// What lay there when it was last written or looked at.
    known: Option<String>,
    /// The newest of those that hear what lies there.
    take_in: Callback<(Option<Side>, Side)>,
    /// Tells that nothing is to be kept.
    unwanted: bool,
}

/// Takes in a text that lies there, for the first time with nothing before it, and tells what that means.
fn taken_in(memory: &RefCell<Memory>, text: String, first: bool) -> Keeping {
    let Some((drafts, comparison)) = read(&text) else { return Keeping::Unread };
    let size = text.len();
    let before = memory.borrow_mut().known.replace(text).and_then(|text| read(&text));
    let before = before.map(|(drafts, comparison)| (Rc::new(drafts), comparison)).unwrap_or_default();
    let take_in = memory.borrow().take_in.clone();
    take_in.emit(((!first).then_some(before), (Rc::new(drafts), comparison)));
    Keeping::On(size)
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
