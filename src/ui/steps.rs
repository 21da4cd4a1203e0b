//! From one difference to the next, and whether articles scroll together: the line above the panes.

use super::state::{Action, Direction, State};
use super::words::Words;
use yew::prelude::*;

/// Shows where among the differences the reader is, and the ways on; while the analysis is under way the place is held, so that nothing
/// moves when it is done.
pub fn steps(words: &Words, state: &State, pending: bool, act: &Callback<Action>) -> Html {
    let differences = state.differences();
    let at = state.chosen.and_then(|chosen| differences.iter().position(|row| *row == chosen.row));
    let step = |direction: Direction, label: &'static str, path: &'static str| {
        let act = act.clone();
        let onclick = move |_: MouseEvent| act.emit(Action::Step(direction));
        html! {
            <button type="button" class="nc-tool" aria-label={label} title={label} disabled={differences.is_empty()} {onclick}>
                <svg viewBox="0 0 16 16" aria-hidden="true"><path d={path} /></svg>
            </button>
        }
    };
    let together = {
        let act = act.clone();
        move |_: Event| act.emit(Action::ToggleTogether)
    };
    html! {
        <div class={classes!("nc-steps", pending.then_some("nc-waiting"))}>
            <span class="nc-stepper">
                { step(Direction::Previous, words.previous, "M10 3 5 8l5 5") }
                <span>{ words.difference_of(at, differences.len()) }</span>
                { step(Direction::Next, words.next, "m6 3 5 5-5 5") }
            </span>
            if state.panes.open().len() > 1 {
                <label class="nc-together">
                    <input type="checkbox" checked={state.together} onchange={together} />
                    { " " }{ words.together }
                </label>
            }
        </div>
    }
}
