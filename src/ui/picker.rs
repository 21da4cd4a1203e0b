//! Letters to choose which articles stand beside each other, and the tabs of a narrow screen.

use super::glance::IN_SIGHT;
use super::state::{Action, View};
use super::story::Story;
use yew::prelude::*;

/// Shows one letter for each article; an open one is pressed.
pub fn picker(story: &Story, opened: &[usize], act: &Callback<Action>) -> Html {
    let words = &story.words;
    let letters = story.sources.iter().enumerate().map(|(document, source)| {
        let open = opened.contains(&document);
        let onclick = {
            let act = act.clone();
            move |_: MouseEvent| act.emit(Action::ToggleDocument(document))
        };
        html! {
            <button
                key={document}
                type="button"
                class="nc-letter-button"
                aria-pressed={open.to_string()}
                title={format!("{}: {}", source.name, source.first_line)}
                {onclick}
            >
                <span class="nc-badge">{ source.letter.clone() }</span>
                // Few sources are named right above, with what each of them tells.
                if story.is_throng() || story.sources.len() <= IN_SIGHT || source.is_unnamed() {
                    <span class="nc-hidden">{ source.name.clone() }</span>
                } else {
                    <span class="nc-name">{ source.name.clone() }</span>
                }
            </button>
        }
    });
    html! {
        <div class="nc-picker" role="group" aria-label={words.reading_group}>
            <span class="nc-picker-label" aria-hidden="true">{ words.reading }</span>
            { for letters }
        </div>
    }
}

/// Shows the tabs of a narrow screen: the claims, and each article.
pub fn tabs(story: &Story, shown: View, act: &Callback<Action>) -> Html {
    let words = &story.words;
    let tab = |view: View, key: String, label: Html| {
        let onclick = {
            let act = act.clone();
            move |_: MouseEvent| act.emit(Action::Show(view))
        };
        html! {
            <button {key} type="button" class="nc-tab" aria-pressed={(shown == view).to_string()} {onclick}>
                { label }
            </button>
        }
    };
    let articles = story.sources.iter().enumerate().map(|(document, source)| {
        let label = html! { <>
            <span class="nc-badge" aria-hidden="true">{ source.letter.clone() }</span>
            <span class="nc-name" title={source.name.clone()}>{ source.name.clone() }</span>
        </> };
        tab(View::Article(document), document.to_string(), label)
    });
    html! {
        <div class="nc-tabs" role="group" aria-label={words.tabs}>
            { tab(View::Claims, "claims".to_owned(), html! { words.claims_heading }) }
            { for articles }
        </div>
    }
}
