//! The list of keys: its button, and the dialog behind it.

use super::dialog;
use super::words::Words;
use yew::prelude::*;

/// The `data-key` of the button, which the key "?" presses.
pub const KEYS: &str = "keys";

/// Shows the button and, when it was pressed, the keys.
pub fn keys(words: &Words) -> Html {
    let all = words.all_keys.iter().map(|(keys, what)| {
        html! {
            <div key={*what}>
                <dt>{ for keys.iter().map(|key| html! { <kbd>{ *key }</kbd> }) }</dt>
                <dd>{ *what }</dd>
            </div>
        }
    });
    html! {
        <>
            <button
                type="button"
                class="nc-mode nc-keys-button"
                data-key={KEYS}
                aria-haspopup="dialog"
                aria-label={words.keys}
                title={words.keys}
                onclick={dialog::open}
            >
                { "?" }
            </button>
            { dialog::dialog(words, words.keys, html! { <dl>{ for all }</dl> }) }
        </>
    }
}
