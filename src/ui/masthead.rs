//! Title, note and the line that says what was compared and where.

use super::story::Story;
use super::words;
use std::rc::Rc;
use yew::prelude::*;

/// What [`Masthead`] needs.
#[derive(Debug, PartialEq, Properties)]
pub struct MastheadProps {
    /// What is compared.
    pub story: Rc<Story>,
    /// Tells that the analysis is still under way.
    pub pending: bool,
}

/// Shows what the story is.
#[component]
pub fn Masthead(props: &MastheadProps) -> Html {
    let comparison = &props.story.comparison;
    let title = comparison.corpus.title.trim();
    let note = comparison.corpus.note.as_deref().map(str::trim).filter(|note| !note.is_empty());
    let claims = (!props.pending).then_some(comparison.claims.len());
    html! {
        <header class="nc-masthead">
            <h2 class="nc-title" dir="auto">
                { if title.is_empty() { "Articles compared".to_owned() } else { title.to_owned() } }
            </h2>
            if let Some(note) = note {
                <p class="nc-note" dir="auto">{ note.to_owned() }</p>
            }
            <p class="nc-summary">{ words::summary(props.story.sources.len(), claims) }</p>
        </header>
    }
}
