//! The button that copies a row as quotations with their sources; where the clipboard is refused, the text is shown to be copied by hand.

use super::words::Words;
use gloo::timers::callback::Timeout;
use wasm_bindgen_futures::JsFuture;
use yew::prelude::*;

/// How long the button says that it has copied, in milliseconds.
const THANKS: u32 = 2500;

/// What [`CopyButton`] needs.
#[derive(Debug, PartialEq, Properties)]
pub struct CopyButtonProps {
    /// What to copy.
    pub text: AttrValue,
    /// What the button says.
    pub words: Words,
}

/// How far copying has come.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Progress {
    Idle,
    Copied,
    Refused,
}

/// Shows the button.
#[component]
pub fn CopyButton(props: &CopyButtonProps) -> Html {
    let progress = use_state_eq(|| Progress::Idle);
    let onclick = {
        let (progress, text) = (progress.clone(), props.text.clone());
        move |_: MouseEvent| {
            let (progress, text) = (progress.clone(), text.clone());
            yew::platform::spawn_local(async move {
                if write(&text).await {
                    progress.set(Progress::Copied);
                    Timeout::new(THANKS, move || progress.set(Progress::Idle)).forget();
                } else {
                    progress.set(Progress::Refused);
                }
            });
        }
    };
    html! { <>
        <button type="button" class="nc-action" {onclick}>
            { if *progress == Progress::Copied { props.words.copied } else { props.words.copy } }
        </button>
        <span class="nc-hidden" role="status">{ if *progress == Progress::Copied { props.words.copied } else { "" } }</span>
        if *progress == Progress::Refused {
            <label class="nc-by-hand">
                { props.words.copy_by_hand }
                <textarea readonly=true rows="5" value={props.text.clone()} />
            </label>
        }
    </> }
}

/// Writes to the clipboard and tells whether it was let.
pub async fn write(text: &str) -> bool {
    let Some(window) = web_sys::window() else { return false };
    // Missing in insecure pages, where the binding gives undefined.
    let clipboard = window.navigator().clipboard();
    if wasm_bindgen::JsValue::from(clipboard.clone()).is_undefined() {
        return false;
    }
    JsFuture::from(clipboard.write_text(text)).await.is_ok()
}
