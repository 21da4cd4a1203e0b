//! The ways to read a comparison, and the list of keys: the buttons beside the title; and what two of the ways have in common.

use super::dom;
use super::keys::keys;
use super::state::{Action, Mode, Origin, State};
use super::story::Story;
use super::words::Words;
use std::rc::Rc;
use yew::prelude::*;

/// Shows the ways to read, the one chosen pressed.
pub fn modes(words: &Words, chosen: Mode, act: &Callback<Action>) -> Html {
    let button = |mode: Mode| {
        let act = act.clone();
        let onclick = move |_: MouseEvent| act.emit(Action::Read(mode));
        html! {
            <button type="button" class="nc-mode" aria-pressed={(chosen == mode).to_string()} {onclick}>
                { (words.mode)(mode) }
            </button>
        }
    };
    html! {
        <div class="nc-modes" role="group" aria-label={words.modes}>
            { button(Mode::Compare) }
            { button(Mode::InOrder) }
            // The numbers and names are found by the analysis.
            if cfg!(feature = "analysis") {
                { button(Mode::Values) }
            }
            { keys(words) }
        </div>
    }
}

/// What a way to read needs that shows claims without their articles: reading in order, and numbers and names.
#[derive(Debug, PartialEq, Properties)]
pub struct ReadingProps {
    /// What is compared.
    pub story: Rc<Story>,
    /// What the reader has done.
    pub state: Rc<State>,
    /// Hears what is pressed.
    pub act: Callback<Action>,
}

impl ReadingProps {
    /// Returns what opens a row beside its articles and moves focus there.
    pub fn opens(&self, row: usize) -> Callback<MouseEvent> {
        self.act.reform(move |event: MouseEvent| {
            dom::focus_next(&event, dom::OPENED.to_owned());
            Action::Choose { row, origin: Origin::Statement }
        })
    }
}
