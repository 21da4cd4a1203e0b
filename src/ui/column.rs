//! The head of a column of the matrix: the letter and the name of a source, and the button that widens its cells to words or narrows
//! them to signs.

use super::state::Action;
use super::story::Story;
use std::rc::Rc;
use yew::prelude::*;

/// What [`ColumnHead`] needs.
#[derive(Debug, PartialEq, Properties)]
pub struct ColumnHeadProps {
    /// What is compared.
    pub story: Rc<Story>,
    /// The document of the column.
    pub document: usize,
    /// Tells that its cells have room for words.
    pub wide: bool,
    /// Hears that it is pressed.
    pub act: Callback<Action>,
}

/// Shows the head; a narrow one shows its name when it is widened, and in the tooltip.
#[component]
pub fn ColumnHead(props: &ColumnHeadProps) -> Html {
    let (story, document) = (&props.story, props.document);
    let Some(source) = story.sources.get(document) else { return Html::default() };
    let onclick = {
        let act = props.act.clone();
        move |_: MouseEvent| act.emit(Action::ToggleColumn(document))
    };
    let name = if props.wide { "nc-name" } else { "nc-hidden" };
    html! {
        <th scope="col" role="columnheader" class={classes!("nc-col", if props.wide { "nc-wide" } else { "nc-slim" })}>
            <button
                type="button"
                class="nc-col-button"
                aria-expanded={props.wide.to_string()}
                title={format!("{}: {}", source.name, source.first_line)}
                data-key={format!("column-{document}")}
                {onclick}
            >
                <span class="nc-badge" aria-hidden="true">{ source.letter.clone() }</span>
                <span class={name} dir="auto">{ source.name.clone() }</span>
            </button>
            // Where the heads are repeated on every page of print, buttons are left out.
            <span class="nc-on-paper" aria-hidden="true"><b>{ source.letter.clone() }</b>{ " " }<span>{ source.name.clone() }</span></span>
        </th>
    }
}
