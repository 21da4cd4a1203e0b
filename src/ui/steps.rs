//! From one difference to the next, and whether articles scroll together: the line above the panes.

use super::state::{Action, Direction, State};
use super::words::Words;
use std::rc::Rc;
use yew::prelude::*;

/// What [`Steps`] needs.
#[derive(Debug, PartialEq, Properties)]
pub struct StepsProps {
    /// What it says.
    pub words: Words,
    /// What the reader has done.
    pub state: Rc<State>,
    /// Tells that the analysis is still under way: the place is held, so that nothing moves when it is done.
    #[prop_or_default]
    pub pending: bool,
    /// Hears what is pressed.
    pub act: Callback<Action>,
}

/// Shows where among the differences the reader is, and the ways on.
#[component]
pub fn Steps(props: &StepsProps) -> Html {
    let words = &props.words;
    let differences = props.state.differences();
    let at = props.state.chosen.and_then(|chosen| differences.iter().position(|row| *row == chosen.row));
    let step = |direction: Direction, label: &'static str, path: &'static str| {
        let act = props.act.clone();
        let onclick = move |_: MouseEvent| act.emit(Action::Step(direction));
        html! {
            <button type="button" class="nc-tool" aria-label={label} title={label} disabled={differences.is_empty()} {onclick}>
                <svg viewBox="0 0 16 16" aria-hidden="true"><path d={path} /></svg>
            </button>
        }
    };
    let together = {
        let act = props.act.clone();
        move |_: Event| act.emit(Action::ToggleTogether)
    };
    html! {
        <div class={classes!("nc-steps", props.pending.then_some("nc-waiting"))}>
            <span class="nc-stepper">
                { step(Direction::Previous, words.previous, "M10 3 5 8l5 5") }
                <span>{ words.difference_of(at, differences.len()) }</span>
                { step(Direction::Next, words.next, "m6 3 5 5-5 5") }
            </span>
            if props.state.panes.open().len() > 1 {
                <label class="nc-together">
                    <input type="checkbox" checked={props.state.together} onchange={together} />
                    { " " }{ words.together }
                </label>
            }
        </div>
    }
}
