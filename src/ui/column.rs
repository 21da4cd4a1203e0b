//! The head of a column of the matrix: the letter and the name of a source, and the button that widens its cells to words or narrows
//! them to signs.

use super::state::Action;
use super::story::Story;
use yew::prelude::*;

/// Shows the head; a narrow one, whose cells have no room for words, shows its name when it is widened, and in the tooltip.
pub fn column_head(story: &Story, document: usize, wide: bool, act: &Callback<Action>) -> Html {
    let Some(source) = story.sources.get(document) else { return Html::default() };
    let onclick = {
        let act = act.clone();
        move |_: MouseEvent| act.emit(Action::ToggleColumn(document))
    };
    let name = if wide { "nc-name" } else { "nc-hidden" };
    html! {
        <th key={document} scope="col" role="columnheader" class={classes!("nc-col", if wide { "nc-wide" } else { "nc-slim" })}>
            <button
                type="button"
                class="nc-col-button"
                aria-expanded={wide.to_string()}
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
