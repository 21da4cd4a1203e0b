//! The claims that share marked words, offered where the words stand.
//!
//! It has the focus as soon as it is there; Escape, or a press elsewhere, takes it away and nothing has changed.

use super::bar::verdict_class;
use super::dom;
use super::state::{Action, Chooser as Offer};
use super::story::Story;
use web_sys::Element;
use yew::prelude::*;

/// Puts the claims under their words, and the focus on the first, as soon as they are there.
#[hook]
pub fn use_chooser(scroll: NodeRef, offer: Option<Offer>) {
    use_effect_with(offer, move |offer| {
        let list = scroll.cast::<Element>().and_then(|scroll| dom::find(&scroll, ".nc-chooser"));
        if let (Some(Offer { document, mark, .. }), Some(list)) = (offer, list) {
            dom::place_below(&list, &format!("mark-{document}-{mark}"));
            if let Some(first) = dom::find(&list, "button") {
                dom::focus(&first);
            }
        }
    });
}

/// Shows the claims under the words.
pub fn chooser(story: &Story, offer: &Offer, chosen: Option<usize>, act: &Callback<Action>) -> Html {
    let words = &story.words;
    let Offer { document, mark, rows } = offer;
    let key = format!("mark-{document}-{mark}");
    let onfocusout = {
        let (act, key) = (act.clone(), key.clone());
        move |event: FocusEvent| {
            let left = event.target_dyn_into::<Element>();
            let Some(list) = left.and_then(|left| left.closest(".nc-chooser").ok()?) else { return };
            // A press on the words themselves closes it by the press.
            let leaves = dom::gains_focus(&event)
                .is_some_and(|to| !list.contains(Some(&to)) && to.get_attribute("data-key").as_ref() != Some(&key));
            if leaves {
                act.emit(Action::Close);
            }
        }
    };
    let entries = rows.iter().filter_map(|&row| {
        let claim = story.row(row)?;
        let onclick = {
            let (act, key) = (act.clone(), key.clone());
            move |event: MouseEvent| {
                // Whoever chose by keyboard goes on at the claim, whoever pressed goes on reading.
                let next = if event.detail() == 0 { dom::OPENED.to_owned() } else { format!("[data-key=\"{key}\"]") };
                dom::focus_next(&event, next);
                act.emit(Action::ChooseShared(row));
            }
        };
        Some(html! {
            <li key={row} class={verdict_class(claim.verdict)}>
                <button type="button" aria-current={(chosen == Some(row)).then_some("true")} {onclick}>
                    <span class="nc-verdict">{ (words.verdict)(claim.verdict) }</span>{ " " }
                    <span lang={story.lang_of(claim)} dir="auto">{ claim.statement.clone() }</span>
                </button>
            </li>
        })
    });
    html! {
        <div class="nc-chooser" role="group" aria-label={words.shared_words} {onfocusout}>
            <p aria-hidden="true">{ words.shared_words }</p>
            <ul>{ for entries }</ul>
        </div>
    }
}
