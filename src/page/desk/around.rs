//! What the page tells whoever is around it: the element, which compares stories, and the browser.
//!
//! Its own file because nothing that is shown depends on it: the element hears of it and gives back what is shown then.

use super::{Origin, Way};
use crate::language::Language;
use crate::page::drafts::Drafts;
use crate::page::take_along::of_link;
use crate::page::words::{PageWords, View};
use crate::page::{handover, link};
use crate::ui::UiEvent;
use crate::ui::intl::Locale;
use gloo::timers::callback::Timeout;
use std::cell::RefCell;
use std::rc::Rc;
use yew::prelude::*;

/// How long nothing is typed before the articles are compared, in milliseconds.
const PAUSE: u32 = 500;

/// Asks for the language of the address, else for the one that the reader prefers, where it is not that of the page.
#[hook]
pub(super) fn use_language(desk: bool, language: Language, lang: Option<&AttrValue>) {
    let picked = lang.map(ToString::to_string);
    use_effect_with(desk, move |desk| {
        let tag = picked.or_else(handover::preferred);
        let tag = tag.filter(|tag| *desk && Locale::of_tag(tag).language != language);
        // The element hears of it at once, and must not while it is being mounted.
        let soon = tag.map(|tag| Timeout::new(0, move || handover::speak(&tag)));
        move || drop(soon)
    });
}

/// Has the reader's own articles compared when nothing was typed for a while, and tells whether they hold words that are not kept.
#[hook]
pub(super) fn use_typed(
    drafts: &UseReducerHandle<Drafts>,
    origin: Origin,
    on_event: &Callback<UiEvent>,
    unsaved: &UseStateHandle<bool>,
) {
    let (drafts, on_event, unsaved) = (drafts.clone(), on_event.clone(), unsaved.clone());
    use_effect_with(drafts.revision(), move |revision| {
        let typed = *revision > 0;
        if typed {
            unsaved.set(drafts.holds_words());
        }
        let pause = typed.then(|| {
            Timeout::new(PAUSE, move || {
                let story = drafts.story();
                if story.is_some() && (origin == Origin::Own || !drafts.is_joined()) {
                    on_event.emit(UiEvent::Open { story, origin: Origin::Own.name(), follows: true });
                }
            })
        });
        move || drop(pause)
    });
}

/// Names the tab of the browser after the view, `named` so, and the story.
#[hook]
pub(super) fn use_title(desk: bool, named: &str, view: View, story: &str) {
    let of_story = !matches!(view, View::Stories | View::Bring | View::Guides);
    let parts = [named, story.trim(), "News Compare"];
    let is_said = [view != View::Compare, of_story && !story.trim().is_empty(), true];
    let parts: Vec<&str> = parts.into_iter().zip(is_said).filter(|(_, said)| *said).map(|(part, _)| part).collect();
    let title = parts.join(" · ");
    use_effect(move || {
        if desk {
            handover::set_title(&title);
        }
    });
}

/// Opens the story that the address of the page holds, or says what is wrong with it.
pub(super) fn open_link(
    on_event: &Callback<UiEvent>,
    fault: &UseStateHandle<Option<String>>,
    words: &PageWords,
    linked: &RefCell<String>,
    way: &Rc<RefCell<Way>>,
) {
    let Some(text) = link::of_fragment(&handover::fragment()).map(str::to_owned) else { return };
    let (on_event, fault, words, way) = (on_event.clone(), fault.clone(), words.clone(), way.clone());
    linked.borrow_mut().clone_from(&text);
    yew::platform::spawn_local(async move {
        match of_link(&text, &words).await {
            Ok(story) => {
                fault.set(None);
                on_event.emit(UiEvent::Open { story: Some(story), origin: Origin::File.name(), follows: false });
            }
            Err(why) => {
                way.borrow_mut().goal = None;
                fault.set(Some(why));
            }
        }
    });
}
