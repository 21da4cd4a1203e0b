//! The matrix with its controls: order, filters and search above the table, the legend below.

use super::legend::legend;
use super::state::{Action, State};
use super::story::Story;
use super::table::Table;
use super::toolbar::toolbar;
use super::words::Words;
use super::{Analysis, UiEvent};
use std::rc::Rc;
use yew::prelude::*;

/// What the matrix needs.
#[derive(Debug)]
pub struct Matrix<'p> {
    /// What is compared.
    pub story: &'p Rc<Story>,
    /// What the reader has done.
    pub state: &'p Rc<State>,
    /// The rows to show, in their order.
    pub order: &'p Rc<Vec<usize>>,
    /// Tells that the analysis is still under way.
    pub pending: bool,
    /// Who is at it, and how far.
    pub analysis: &'p Analysis,
    /// Hears that the reader stops it or wants it after all.
    pub on_event: &'p Callback<UiEvent>,
    /// Hears what is pressed.
    pub act: &'p Callback<Action>,
}

/// Returns the rows to show, in their order, which hangs on these alone: choosing a row must not look through thousands again.
#[hook]
pub fn use_order(story: &Rc<Story>, state: &Rc<State>) -> Rc<Vec<usize>> {
    let given = (story.clone(), state.verdicts.clone(), state.search.clone(), (state.about, state.voice), state.sort);
    let state = state.clone();
    use_memo(given, move |_| state.visible())
}

/// Shows the matrix with its controls.
pub fn matrix(props: &Matrix<'_>) -> Html {
    let (story, state, order, words) = (props.story, props.state, props.order, &props.story.words);
    if props.pending {
        return html! {
            <section class="nc-matrix" part="matrix" aria-label={words.claims_heading}>
                <div class="nc-progress">{ progress(props.analysis, words, props.on_event) }</div>
            </section>
        };
    }
    let clear = {
        let act = props.act.clone();
        Callback::from(move |_: MouseEvent| act.emit(Action::ClearFilters))
    };
    if story.comparison.claims.is_empty() {
        // Nothing to find, to order or to explain.
        return html! {
            <section class="nc-matrix" part="matrix" aria-label={words.claims_heading}>
                <p class="nc-empty">{ words.no_claims }</p>
            </section>
        };
    }
    let empty = order.is_empty().then(|| {
        html! {
            <p class="nc-empty">
                { words.no_match }{ " " }
                <button type="button" class="nc-action" onclick={clear.clone()}>{ words.clear_filters }</button>
            </p>
        }
    });
    html! {
        <section class="nc-matrix" part="matrix" aria-label={words.claims_heading}>
            { toolbar(story, state, props.act) }
            <p class="nc-shown">
                if state.is_filtered() && !order.is_empty() {
                    { words.shown(order.len(), story.comparison.claims.len()) }{ " " }
                    <button type="button" class="nc-action" onclick={clear}>{ words.clear_filters }</button>
                }
            </p>
            if let Some(empty) = empty {
                <div class="nc-scroll nc-table-box">{ empty }</div>
            } else {
                <Table story={story.clone()} state={state.clone()} order={order.clone()} act={props.act.clone()} />
            }
            { legend(words, story.unjudged) }
        </section>
    }
}

/// Shows how far the analysis is, and what the reader can do about it.
fn progress(analysis: &Analysis, words: &Words, on_event: &Callback<UiEvent>) -> Html {
    let button = |text: &'static str, event: UiEvent| {
        let onclick = on_event.reform(move |_: MouseEvent| event.clone());
        html! { <button type="button" class="nc-action" {onclick}>{ text }</button> }
    };
    match analysis {
        Analysis::Stopped => html! {
            <p><span role="status">{ words.stopped }</span>{ " " }{ button(words.resume, UiEvent::Resume) }</p>
        },
        Analysis::UnderWay { .. } | Analysis::Done(_) => {
            // What is done is about to be shown: nothing moves before that.
            let (done, of) = if let Analysis::UnderWay { done, of } = analysis { (*done, *of) } else { (1, 1) };
            // Without a value the bar tells no share.
            let value = (of > 0).then(|| done.to_string());
            html! {
                <>
                    <p><span role="status">{ words.comparing }</span>{ " " }{ button(words.stop, UiEvent::Stop) }</p>
                    <progress aria-label={words.progress} {value} max={of.max(1).to_string()} />
                </>
            }
        }
        Analysis::Here => html! {
            <>
                <p role="status">{ words.comparing }</p>
                <progress aria-label={words.progress} />
            </>
        },
    }
}
