//! The matrix: a native table with one row for each claim and one column for each source, its order, filter and search.
//!
//! The roles are spelled out because a narrow screen lays the table out as a list of claims, and browsers drop the
//! semantics of a table whose display is not a table's.

use super::dom;
use super::legend::Legend;
use super::row::MatrixRow;
use super::state::{Action, Sort, State};
use super::story::Story;
use crate::stance::Stance;
use std::rc::Rc;
use web_sys::{Element, HtmlInputElement, HtmlSelectElement};
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
    let scroll = use_node_ref();
    {
        let scroll = scroll.clone();
        use_effect_with(state.chosen, move |chosen| {
            let Some(scroll) = scroll.cast::<Element>().filter(|_| chosen.is_some()) else { return };
            let find = |selector: &str| scroll.query_selector(selector).ok().flatten();
            if let (Some(row), Some(detail)) = (find(".nc-open"), find(".nc-detail-row")) {
                let head = find("thead").map_or(0.0, |head| head.get_bounding_client_rect().height());
                dom::scroll_box(&scroll, &row, &detail, head);
            }
        });
    }
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
    let visible = state.visible();
    let rows = visible.iter().map(|&row| {
        let opened = state.chosen.filter(|chosen| chosen.row == row).map(|chosen| chosen.origin);
        html! { <MatrixRow key={row} story={story.clone()} {row} {opened} act={props.act.clone()} /> }
    });
    let heads = story.sources.iter().enumerate().map(|(column, source)| {
        html! {
            <th key={column} scope="col" role="columnheader" title={format!("{}: {}", source.name, source.first_line)}>
                <span class="nc-badge" aria-hidden="true">{ source.letter.clone() }</span>
                <span class="nc-hidden">{ source.name.clone() }</span>
            </th>
        }
    });
    let clear = {
        let act = props.act.clone();
        Callback::from(move |_: MouseEvent| act.emit(Action::ClearFilters))
    };
    let unjudged =
        story.comparison.claims.iter().flat_map(|row| &row.cells).any(|cell| cell.stance == Stance::Unjudged);
    let empty = match (story.comparison.claims.is_empty(), visible.is_empty()) {
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
                if state.is_filtered() && !visible.is_empty() {
                    { words.shown(visible.len(), story.comparison.claims.len()) }{ " " }
                    <button type="button" class="nc-action" onclick={clear}>{ words.clear_filters }</button>
                }
            </p>
            <div class="nc-scroll nc-table-box" ref={scroll} role="region" aria-label={words.matrix} tabindex="0">
                if let Some(empty) = empty {
                    { empty }
                } else {
                    <table
                        role="table"
                        class={classes!("nc-table", story.is_crowded().then_some("nc-crowded"), story.is_throng().then_some("nc-throng"))}
                        onkeydown={arrows(visible.clone(), story.sources.len())}
                    >
                        <caption class="nc-hidden">{ (words.caption)(&words.count(words.articles, story.sources.len())) }</caption>
                        <thead role="rowgroup">
                            <tr role="row">
                                <th scope="col" role="columnheader" class="nc-claim-head">{ words.claim_heading }</th>
                                { for heads }
                            </tr>
                        </thead>
                        <tbody role="rowgroup">{ for rows }</tbody>
                    </table>
                }
            </div>
            <Legend {unjudged} words={words.clone()} />
        </section>
    }
}

/// Returns what moves focus among statements and cells by the arrow keys.
fn arrows(visible: Vec<usize>, columns: usize) -> impl Fn(KeyboardEvent) {
    move |event: KeyboardEvent| {
        if event.ctrl_key() || event.alt_key() || event.meta_key() || event.shift_key() {
            return;
        }
        let Some((element, row)) = dom::target_with(&event, "data-row") else { return };
        let column = element.get_attribute("data-column").and_then(|column| column.parse::<usize>().ok());
        let at = row.parse::<usize>().ok().and_then(|row| visible.iter().position(|visible| *visible == row));
        let (Some(column), Some(at)) = (column, at) else { return };
        let (at, column) = match event.key().as_str() {
            "ArrowDown" => (at + 1, column),
            "ArrowUp" if at > 0 => (at - 1, column),
            "ArrowRight" if column < columns => (at, column + 1),
            "ArrowLeft" if column > 0 => (at, column - 1),
            _ => return,
        };
        if let Some(row) = visible.get(at) {
            event.prevent_default();
            let key = if column == 0 { format!("row-{row}") } else { format!("cell-{row}-{}", column - 1) };
            dom::focus_key(&element, &key);
        }
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
