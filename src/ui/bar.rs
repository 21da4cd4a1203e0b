//! The stacked bar: how many rows each verdict has, each part a filter.

use super::state::Action;
use super::story::{Story, VERDICTS};
use crate::matrix::Verdict;
use yew::prelude::*;

/// Returns the class that gives a verdict its colour and line.
pub fn verdict_class(verdict: Verdict) -> &'static str {
    match verdict {
        Verdict::Agreed => "nc-agreed",
        Verdict::Qualified => "nc-qualified",
        Verdict::Disputed => "nc-disputed",
        Verdict::SingleSource => "nc-single",
    }
}

/// Returns the classes that tell the style a number below 100, by its tens and units: a strict policy forbids style attributes, and classes are
/// there from the first painting on, so that nothing moves.
pub fn digits(number: usize) -> String {
    format!("nc-t{} nc-u{}", number / 10, number % 10)
}

/// Shows the verdicts with their counts; those chosen are pressed, none means all.
pub fn bar(story: &Story, verdicts: &[Verdict], act: &Callback<Action>) -> Html {
    let words = &story.words;
    let all = story.counts.iter().sum::<usize>().max(1);
    let parts = VERDICTS.iter().zip(story.counts).map(|(&verdict, count)| {
        let pressed = verdicts.contains(&verdict);
        let share = if count == 0 { 0 } else { (count * 100 / all).clamp(1, 99) };
        let onclick = {
            let act = act.clone();
            move |_: MouseEvent| act.emit(Action::ToggleVerdict(verdict))
        };
        html! {
            <button
                key={verdict_class(verdict)}
                type="button"
                class={classes!("nc-part", digits(share), verdict_class(verdict), (!verdicts.is_empty() && !pressed).then_some("nc-off"))}
                aria-pressed={pressed.to_string()}
                disabled={count == 0}
                {onclick}
            >
                <b>{ words.number(count) }</b>{ " " }<span>{ (words.verdict)(verdict) }</span>
            </button>
        }
    });
    html! {
        <div class="nc-bar" part="bar" role="group" aria-label={words.bar}>
            { for parts }
        </div>
    }
}
