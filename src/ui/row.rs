//! One row of the matrix: the statement, a cell for each source, and the detail under it when it is open.

use super::bar::verdict_class;
use super::detail::detail;
use super::glyph::sign;
use super::state::{Action, Origin};
use super::story::Story;
use crate::stance::Stance;
use std::rc::Rc;
use yew::prelude::*;

/// Up to how many sources are named in a row of a list. Larger names more, and fewer claims are in sight.
const FEW: usize = 3;

/// The longest statement, in bytes, that opens with a capital on the screen. Firefox sets what has a `::first-letter` in time that grows with the
/// square of its lines: 0.7 s for one word of 20,000 letters, 70 for ten times as many.
const LONGEST_WITH_CAPITAL: usize = 2_000;

/// Returns the class of a statement that opens with a capital, also where its words are cut from the middle of a sentence.
pub fn capital_class(statement: &str) -> Option<&'static str> {
    (statement.len() <= LONGEST_WITH_CAPITAL).then_some("nc-capital")
}

/// What [`MatrixRow`] needs.
#[derive(Debug, PartialEq, Properties)]
pub struct MatrixRowProps {
    /// What is compared.
    pub story: Rc<Story>,
    /// Index of the row in the comparison.
    pub row: usize,
    /// Where it stands among all rows of the table, heads and detail counted, from 1.
    pub index: usize,
    /// For each column whether its cells have room for words.
    pub wide: Rc<[bool]>,
    /// Where it was opened from, if it is open.
    pub opened: Option<Origin>,
    /// Hears what is pressed in the detail.
    pub act: Callback<Action>,
}

/// Returns the class that gives a stance its colour.
pub fn stance_class(stance: Stance) -> &'static str {
    match stance {
        Stance::Supports => "nc-supports",
        Stance::Partly => "nc-partly",
        Stance::Hedges => "nc-hedges",
        Stance::Contradicts => "nc-contradicts",
        Stance::Omits => "nc-omits",
        Stance::Unjudged => "nc-unjudged",
    }
}

/// Shows a row; the table hears what is pressed in it. Statements are tab stops; cells are reached from them with the arrow keys, and in an open row with Tab.
#[component]
pub fn MatrixRow(props: &MatrixRowProps) -> Html {
    let Some(row) = props.story.row(props.row) else { return Html::default() };
    let words = &props.story.words;
    let (open, throng) = (props.opened.is_some(), props.story.is_throng());
    let below = format!("nc-detail-{}", props.row);
    // Nobody knows fifty letters by heart: a few sources are named where the cells are a list.
    let few = throng && row.cells.iter().filter(|cell| cell.stance.speaks()).nth(FEW).is_none();
    let cells = props.story.cells(row).enumerate().map(|(at, (column, source, cell))| {
        let origin = Origin::Cell(column);
        let named = few && !source.is_unnamed();
        // In a large matrix most cells are silent: their ring is drawn by the style, not by two more elements in each.
        let ring = throng && cell.stance == Stance::Omits;
        let wide = props.wide.get(at).is_some_and(|wide| *wide);
        html! {
            <td key={column} role="cell" aria-colindex={(at + 2).to_string()} class={classes!(stance_class(cell.stance), (!wide).then_some("nc-slim"))}>
                <button
                    type="button"
                    class="nc-cell"
                    tabindex={if open { "0" } else { "-1" }}
                    aria-pressed={(props.opened == Some(origin)).to_string()}
                    title={format!("{}: {}", source.name, (words.stance)(cell.stance))}
                    aria-label={source.label((words.stance)(cell.stance))}
                    data-key={format!("cell-{}-{column}", props.row)}
                    data-letter={(!ring).then(|| if named { format!("{} {}", source.letter, source.name) } else { source.letter.clone() })}
                    data-glyph={ring.then_some("omits")}
                >
                    if !ring {
                        { sign(cell.stance) }
                    }
                    // Where there is no room for the word it stands in the label only.
                    if wide {
                        // The space keeps letter and word apart for what compares the text with the label.
                        <span class="nc-word">{ format!(" {}", (words.stance)(cell.stance)) }</span>
                    }
                </button>
            </td>
        }
    });
    html! { <>
        <tr role="row" class={classes!("nc-row", verdict_class(row.verdict), open.then_some("nc-open"))} data-at={props.row.to_string()} aria-rowindex={props.index.to_string()}>
            <th scope="row" role="rowheader">
                <button
                    type="button"
                    class={classes!("nc-statement", capital_class(&row.statement))}
                    aria-expanded={open.to_string()}
                    aria-controls={open.then(|| below.clone())}
                    data-key={format!("row-{}", props.row)}
                >
                    <span lang={props.story.lang_of(row)} dir="auto">{ row.statement.clone() }</span>
                    <span class="nc-hidden">{ format!(" – {}", (words.verdict)(row.verdict)) }</span>
                </button>
            </th>
            { for cells }
        </tr>
        if let Some(origin) = props.opened {
            <tr role="row" class={classes!("nc-detail-row", verdict_class(row.verdict))} id={below} aria-rowindex={(props.index + 1).to_string()}>
                <td role="cell" colspan={(props.story.sources.len() + 1).to_string()}>
                    { detail(props, origin) }
                </td>
            </tr>
        }
    </> }
}
