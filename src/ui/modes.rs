//! The ways to read a comparison, and the list of keys: the buttons beside the title.

use super::state::{Action, Mode};
use super::words::Words;
use yew::prelude::*;

/// What [`Modes`] needs.
#[derive(Debug, PartialEq, Properties)]
pub struct ModesProps {
    /// What they are called.
    pub words: Words,
    /// The way chosen.
    pub mode: Mode,
    /// Hears what is pressed.
    pub act: Callback<Action>,
}

/// Shows the ways to read.
#[component]
pub fn Modes(props: &ModesProps) -> Html {
    let words = &props.words;
    let button = |mode: Mode| {
        let act = props.act.clone();
        let onclick = move |_: MouseEvent| act.emit(Action::Read(mode));
        html! {
            <button type="button" class="nc-mode" aria-pressed={(props.mode == mode).to_string()} {onclick}>
                { (words.mode)(mode) }
            </button>
        }
    };
    let keys = {
        let act = props.act.clone();
        move |_: MouseEvent| act.emit(Action::ToggleKeys)
    };
    html! {
        <div class="nc-modes" role="group" aria-label={words.modes}>
            { button(Mode::Compare) }
            { button(Mode::InOrder) }
            // The numbers and names are found by the analysis.
            if cfg!(feature = "analysis") {
                { button(Mode::Values) }
            }
            <button type="button" class="nc-mode nc-keys-button" data-key="keys" aria-label={words.keys} title={words.keys} onclick={keys}>
                { "?" }
            </button>
        </div>
    }
}
