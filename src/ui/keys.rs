//! The list of keys, as a dialog over the screen.
//!
//! The browser's own `<dialog>` holds the focus inside, closes by Escape and gives the focus back.

use super::heading::Heading;
use super::state::Action;
use super::words::Words;
use web_sys::HtmlDialogElement;
use yew::prelude::*;

/// What [`Keys`] needs.
#[derive(Debug, PartialEq, Properties)]
pub struct KeysProps {
    /// What it says.
    pub words: Words,
    /// Tells that it is open.
    pub open: bool,
    /// Hears that it is closed.
    pub act: Callback<Action>,
}

/// Shows the keys while it is open.
#[component]
pub fn Keys(props: &KeysProps) -> Html {
    let dialog = use_node_ref();
    {
        let dialog = dialog.clone();
        use_effect_with(props.open, move |open| {
            if let Some(dialog) = dialog.cast::<HtmlDialogElement>().filter(|_| *open) {
                // Refused only for a dialog that is open already or not in the page.
                let _ = dialog.show_modal();
            }
        });
    }
    if !props.open {
        return Html::default();
    }
    let onclose = {
        let act = props.act.clone();
        move |_: Event| act.emit(Action::ToggleKeys)
    };
    let close = {
        let dialog = dialog.clone();
        move |_: MouseEvent| {
            if let Some(dialog) = dialog.cast::<HtmlDialogElement>() {
                dialog.close();
            }
        }
    };
    let keys = props.words.all_keys.iter().map(|(keys, what)| {
        html! {
            <div key={*what}>
                <dt>{ for keys.iter().map(|key| html! { <kbd>{ *key }</kbd> }) }</dt>
                <dd>{ *what }</dd>
            </div>
        }
    });
    html! {
        <dialog class="nc-keys" aria-label={props.words.keys} ref={dialog} {onclose}>
            <Heading below={1}>{ props.words.keys }</Heading>
            <dl>{ for keys }</dl>
            <button type="button" class="nc-action" onclick={close}>{ props.words.close }</button>
        </dialog>
    }
}
