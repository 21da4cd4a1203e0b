//! The stacked bar: how many rows each verdict has, each part a filter.

use super::state::Action;
use super::story::{Story, VERDICTS};
use crate::matrix::Verdict;
use std::collections::BTreeSet;
use std::rc::Rc;
use wasm_bindgen::JsCast;
use web_sys::HtmlElement;
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
    let bar = use_node_ref();
    {
        let bar = bar.clone();
        // Widths are set from here because a strict policy forbids style attributes.
        use_effect_with(props.story.counts, move |counts| {
            let Some(bar) = bar.cast::<HtmlElement>() else { return };
            for (index, count) in (0..).zip(counts) {
                if let Some(part) = bar.children().item(index).and_then(|part| part.dyn_into::<HtmlElement>().ok()) {
                    // Refused only for read-only styles, which an element's own style is not.
                    let _ = part.style().set_property("--nc-share", &count.to_string());
                }
            }
        });
    }
    let words = &props.story.words;
    let parts = VERDICTS.iter().zip(props.story.counts).map(|(&verdict, count)| {
        let pressed = props.verdicts.contains(&verdict);
        let onclick = {
            let act = props.act.clone();
            move |_: MouseEvent| act.emit(Action::ToggleVerdict(verdict))
        };
        html! {
            <button
                key={verdict_class(verdict)}
                type="button"
                class={classes!("nc-part", verdict_class(verdict), (!props.verdicts.is_empty() && !pressed).then_some("nc-off"))}
                aria-pressed={pressed.to_string()}
                disabled={count == 0}
                {onclick}
            >
                <b>{ words.number(count) }</b>{ " " }<span>{ (words.verdict)(verdict) }</span>
            </button>
        }
    });
    html! {
        <div class="nc-bar" role="group" aria-label={words.bar} ref={bar}>
            { for parts }
        </div>
    }
}
