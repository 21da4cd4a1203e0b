//! The matrix with its controls: order, filters and search above the table, the legend below.

use super::legend::Legend;
use super::state::{Action, Sort, State};
use super::story::Story;
use super::table::Table;
use crate::stance::Stance;
use std::rc::Rc;
use web_sys::{HtmlInputElement, HtmlSelectElement};
use yew::prelude::*;

/// What [`Matrix`] needs.
#[derive(Debug, PartialEq, Properties)]
pub struct MatrixProps {
    /// What is compared.
    pub story: Rc<Story>,
    /// What the reader has done.
    pub state: Rc<State>,
    /// Tells that the analysis is still under way.
    pub pending: bool,
    /// Hears what is pressed.
    pub act: Callback<Action>,
}

/// Shows the matrix with its controls.
#[component]
pub fn Matrix(props: &MatrixProps) -> Html {
    let (story, state, words) = (&props.story, &props.state, &props.story.words);
    // The order hangs on these alone; choosing a row must not look through thousands again.
    let order = {
        let state = state.clone();
        let given = (story.clone(), state.verdicts.clone(), state.search.clone(), state.sort);
        use_memo(given, move |_| state.visible())
    };
    let unjudged = use_memo(story.clone(), |story| {
        story.comparison.claims.iter().flat_map(|row| &row.cells).any(|cell| cell.stance == Stance::Unjudged)
    });
    if props.pending {
        return html! {
            <section class="nc-matrix" aria-label={words.claims_heading}>
                <div class="nc-progress">
                    <p role="status">{ words.comparing }</p>
                    <progress aria-label={words.progress} />
                </div>
            </section>
        };
    }
    let clear = {
        let act = props.act.clone();
        Callback::from(move |_: MouseEvent| act.emit(Action::ClearFilters))
    };
    let empty = match (story.comparison.claims.is_empty(), order.is_empty()) {
        (true, _) => Some(html! { <p class="nc-empty">{ words.no_claims }</p> }),
        (false, true) => Some(html! {
            <p class="nc-empty">
                { words.no_match }{ " " }
                <button type="button" class="nc-action" onclick={clear.clone()}>{ words.clear_filters }</button>
            </p>
        }),
        (false, false) => None,
    };
    html! {
        <section class="nc-matrix" aria-label={words.claims_heading}>
            <Toolbar story={story.clone()} search={state.search.clone()} sort={state.sort} act={props.act.clone()} />
            <p class="nc-shown">
                if state.is_filtered() && !order.is_empty() {
                    { words.shown(order.len(), story.comparison.claims.len()) }{ " " }
                    <button type="button" class="nc-action" onclick={clear}>{ words.clear_filters }</button>
                }
            </p>
            if let Some(empty) = empty {
                <div class="nc-scroll nc-table-box">{ empty }</div>
            } else {
                <Table story={story.clone()} state={state.clone()} {order} act={props.act.clone()} />
            }
            <Legend unjudged={*unjudged} words={words.clone()} />
        </section>
    }
}

/// What [`Toolbar`] needs.
#[derive(Debug, PartialEq, Properties)]
struct ToolbarProps {
    story: Rc<Story>,
    search: String,
    sort: Sort,
    act: Callback<Action>,
}

/// Shows order and search.
#[component]
fn Toolbar(props: &ToolbarProps) -> Html {
    let onchange = {
        let act = props.act.clone();
        move |event: Event| {
            let Some(select) = event.target_dyn_into::<HtmlSelectElement>() else { return };
            act.emit(Action::SortBy(select.value().parse().map_or(Sort::Divided, Sort::Text)));
        }
    };
    let oninput = {
        let act = props.act.clone();
        move |event: InputEvent| {
            let Some(input) = event.target_dyn_into::<HtmlInputElement>() else { return };
            act.emit(Action::Search(input.value()));
        }
    };
    let words = &props.story.words;
    let orders = props.story.sources.iter().enumerate().map(|(document, source)| {
        html! {
            <option key={document} value={document.to_string()} selected={props.sort == Sort::Text(document)}>
                { (words.order_text)(&source.name) }
            </option>
        }
    });
    html! {
        <div class="nc-tools">
            <select class="nc-sort" aria-label={words.order} {onchange}>
                <option value="divided" selected={props.sort == Sort::Divided}>{ words.order_divided }</option>
                { for orders }
            </select>
            <input
                class="nc-find"
                type="search"
                placeholder={words.find}
                aria-label={words.find}
                value={props.search.clone()}
                {oninput}
            />
        </div>
    }
}
