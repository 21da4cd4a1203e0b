//! The stacked bar: how many rows each verdict has, each part a filter.

use super::state::Action;
use super::story::{Story, VERDICTS};
use crate::matrix::Verdict;
use std::collections::BTreeSet;
use std::rc::Rc;
use yew::prelude::*;

/// What [`Bar`] needs.
#[derive(Debug, PartialEq, Properties)]
pub struct BarProps {
    /// What is compared.
    pub story: Rc<Story>,
    /// The verdicts chosen; none means all.
    pub verdicts: BTreeSet<Verdict>,
    /// Hears what is pressed.
    pub act: Callback<Action>,
}

/// Returns the class that gives a verdict its colour and line.
pub fn verdict_class(verdict: Verdict) -> &'static str {
    match verdict {
        Verdict::Agreed => "nc-agreed",
        Verdict::Qualified => "nc-qualified",
        Verdict::Disputed => "nc-disputed",
        Verdict::SingleSource => "nc-single",
    }
}

/// Shows the verdicts with their counts.
#[component]
pub fn Bar(props: &BarProps) -> Html {
    let words = &props.story.words;
    let all = props.story.counts.iter().sum::<usize>().max(1);
    let parts = VERDICTS.iter().zip(props.story.counts).map(|(&verdict, count)| {
        let pressed = props.verdicts.contains(&verdict);
        // Tens and units of the share in percent: classes, because a strict policy forbids style attributes, and there from the
        // first painting on, so that nothing moves.
        let share = if count == 0 { 0 } else { (count * 100 / all).clamp(1, 99) };
        let (tens, units) = (format!("nc-t{}", share / 10), format!("nc-u{}", share % 10));
        let onclick = {
            let act = props.act.clone();
            move |_: MouseEvent| act.emit(Action::ToggleVerdict(verdict))
        };
        html! {
            <button
                key={verdict_class(verdict)}
                type="button"
                class={classes!("nc-part", tens, units, verdict_class(verdict), (!props.verdicts.is_empty() && !pressed).then_some("nc-off"))}
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
