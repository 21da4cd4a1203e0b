//! The claims that share marked words, offered where the words stand.
//!
//! It has the focus as soon as it is there; Escape, or a press elsewhere, takes it away and nothing has changed.

use super::bar::verdict_class;
use super::dom;
use super::state::{Action, Chooser as Offer};
use super::story::Story;
use std::rc::Rc;
use web_sys::Element;
use yew::prelude::*;

/// What [`Chooser`] needs.
#[derive(Debug, PartialEq, Properties)]
pub struct ChooserProps {
    /// What is compared.
    pub story: Rc<Story>,
    /// The claims, and the marked words that they share.
    pub offer: Offer,
    /// The claim that is open.
    pub chosen: Option<usize>,
    /// Hears which is chosen.
    pub act: Callback<Action>,
}

/// Shows the claims under the words.
#[component]
pub fn Chooser(props: &ChooserProps) -> Html {
    let (list, words) = (use_node_ref(), &props.story.words);
    let Offer { document, mark, rows } = &props.offer;
    let key = format!("mark-{document}-{mark}");
    {
        let list = list.clone();
        use_effect_with(key.clone(), move |key| {
            let Some(list) = list.cast::<Element>() else { return };
            dom::place_below(&list, key);
            if let Ok(Some(first)) = list.query_selector("button") {
                dom::focus(&first);
            }
        });
    }
    let onfocusout = {
        let (act, list, key) = (props.act.clone(), list.clone(), key.clone());
        move |event: FocusEvent| {
            let Some(list) = list.cast::<Element>() else { return };
            // A press on the words themselves closes it by the press.
            let leaves = dom::gains_focus(&event)
                .is_some_and(|to| !list.contains(Some(&to)) && to.get_attribute("data-key").as_ref() != Some(&key));
            if leaves {
                act.emit(Action::Close);
            }
        }
    };
    let entries = rows.iter().filter_map(|&row| {
        let claim = props.story.row(row)?;
        let onclick = {
            let (act, key) = (props.act.clone(), key.clone());
            move |event: MouseEvent| {
                // Whoever chose by keyboard goes on at the claim, whoever pressed goes on reading.
                let next = if event.detail() == 0 { dom::OPENED.to_owned() } else { format!("[data-key=\"{key}\"]") };
                dom::focus_next(&event, next);
                act.emit(Action::ChooseShared(row));
            }
        };
        Some(html! {
            <li key={row} class={verdict_class(claim.verdict)}>
                <button type="button" aria-current={(props.chosen == Some(row)).then_some("true")} {onclick}>
                    <span class="nc-verdict">{ (words.verdict)(claim.verdict) }</span>{ " " }
                    <span lang={props.story.lang_of(claim)} dir="auto">{ claim.statement.clone() }</span>
                </button>
            </li>
        })
    });
    html! {
        <div class="nc-chooser" role="group" aria-label={words.shared_words} ref={list} {onfocusout}>
            <p aria-hidden="true">{ words.shared_words }</p>
            <ul>{ for entries }</ul>
        </div>
    }
}
