//! The legend: each sign with its words, always in sight.

use super::glyph::Glyph;
use super::row::stance_class;
use super::words::Words;
use crate::stance::Stance;
use yew::prelude::*;

/// What [`Legend`] needs.
#[derive(Debug, PartialEq, Properties)]
pub struct LegendProps {
    /// Tells that some cells could not be judged, so that their sign needs a word too.
    pub unjudged: bool,
    /// What the signs mean.
    pub words: Words,
}

/// Shows the signs.
#[component]
pub fn Legend(props: &LegendProps) -> Html {
    let words = &props.words;
    let stances =
        [Stance::Supports, Stance::Partly, Stance::Hedges, Stance::Contradicts, Stance::Omits, Stance::Unjudged];
    let entries = stances.into_iter().filter(|stance| props.unjudged || *stance != Stance::Unjudged).map(|stance| {
        html! {
            <li key={(words.stance)(stance)} class={stance_class(stance)} title={(words.stance_meaning)(stance)}>
                <Glyph stance={stance} />
                <span>{ (words.stance)(stance) }</span>
            </li>
        }
    });
    html! { <ul class="nc-legend" aria-label={words.legend}>{ for entries }</ul> }
}
