//! Title, note and the line that says what was compared and where.

use super::story::Story;
use super::words::Judged;
use yew::prelude::*;

/// Shows what the story is, and what can be done with the whole of it.
pub fn masthead(story: &Story, pending: bool, actions: Html) -> Html {
    let comparison = &story.comparison;
    let title = comparison.corpus.title.trim();
    let note = comparison.corpus.note.as_deref().map(str::trim).filter(|note| !note.is_empty());
    let (words, lang) = (&story.words, story.lang());
    let judged = if pending { Judged::Pending } else { story.judged() };
    html! {
        <header class="nc-masthead" part="masthead">
            <@{words.level.tag(0)} class="nc-title" lang={lang.clone().filter(|_| !title.is_empty())} dir="auto">
                { if title.is_empty() { words.untitled.to_owned() } else { title.to_owned() } }
            </@>
            if let Some(note) = note {
                <p class="nc-note" {lang} dir="auto">{ note.to_owned() }</p>
            }
            if let Some(review) = &comparison.review {
                <p class="nc-review" dir="auto">{ words.review_line(review) }</p>
            }
            <div class="nc-summary-line">
                <p class="nc-summary">{ words.summary_line(story.sources.len(), comparison.claims.len(), &judged) }</p>
                { actions }
            </div>
        </header>
    }
}
