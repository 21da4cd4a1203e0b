//! A dialog over the screen, right behind the button that opens it: the list of keys, the formats to save in.
//!
//! The browser's own `<dialog>` holds the focus inside, closes by Escape and gives the focus back. It stands in the page all the time, so that
//! it needs no state.

use super::heading::heading;
use super::words::Words;
use wasm_bindgen::JsCast as _;
use web_sys::{Element, HtmlDialogElement};
use yew::prelude::*;

/// Shows a dialog, which is closed until [`open`] is called.
pub fn dialog(words: &Words, title: &'static str, inside: Html) -> Html {
    // Keys pressed inside are none of the screen behind.
    let onkeydown = |event: KeyboardEvent| event.stop_propagation();
    html! {
        <dialog class="nc-keys" aria-label={title} {onkeydown}>
            { heading(words, 1, None, html! { title }) }
            { inside }
            <button type="button" class="nc-action" onclick={close}>{ words.close }</button>
        </dialog>
    }
}

/// Opens the dialog behind the button that was pressed.
pub fn open(event: MouseEvent) {
    let dialog = pressed(&event, "button").and_then(|button| button.next_element_sibling()?.dyn_into().ok());
    if let Some(dialog) = dialog {
        // Refused only for a dialog that is open already or not in the page.
        let _ = HtmlDialogElement::show_modal(&dialog);
    }
}

/// Closes the dialog around what was pressed.
pub fn close(event: MouseEvent) {
    if let Some(dialog) = pressed(&event, "dialog").and_then(|dialog| dialog.dyn_into::<HtmlDialogElement>().ok()) {
        dialog.close();
    }
}

/// Returns the nearest element around what was pressed that fits the selector.
fn pressed(event: &MouseEvent, selector: &str) -> Option<Element> {
    event.target_dyn_into::<Element>()?.closest(selector).ok()?
}
