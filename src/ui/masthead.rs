//! Title, note and the line that says what was compared and where.

use super::heading::Heading;
use super::story::Story;
use super::words::Judged;
use std::rc::Rc;
use yew::prelude::*;

/// What [`Masthead`] needs.
#[derive(Debug, PartialEq, Properties)]
pub struct MastheadProps {
    /// What is compared.
    pub story: Rc<Story>,
    /// Tells that the analysis is still under way.
    pub pending: bool,
    /// What can be done with the whole.
    #[prop_or_default]
    pub children: Html,
}

/// Shows what the story is.
#[component]
pub fn Masthead(props: &MastheadProps) -> Html {
    let comparison = &props.story.comparison;
    let title = comparison.corpus.title.trim();
    let note = comparison.corpus.note.as_deref().map(str::trim).filter(|note| !note.is_empty());
    let (words, lang) = (&props.story.words, props.story.lang());
    let judged = if props.pending { Judged::Pending } else { props.story.judged() };
    html! {
        <header class="nc-masthead" part="masthead">
            if title.is_empty() {
                <Heading below={0} class="nc-title">{ words.untitled }</Heading>
            } else {
                <Heading below={0} class="nc-title" lang={lang.clone()} dir="auto">{ title.to_owned() }</Heading>
            }
            if let Some(note) = note {
                <p class="nc-note" {lang} dir="auto">{ note.to_owned() }</p>
            }
            if let Some(review) = &comparison.review {
                <p class="nc-review" dir="auto">{ words.review_line(review) }</p>
            }
            <div class="nc-summary-line">
                <p class="nc-summary">{ words.summary_line(props.story.sources.len(), comparison.claims.len(), &judged) }</p>
                { props.children.clone() }
            </div>
        </header>
    }
}
