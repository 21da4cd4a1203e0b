//! The legend: each sign with its words, always in sight.

use super::glyph::sign;
use super::row::stance_class;
use super::words::Words;
use crate::stance::Stance;
use yew::prelude::*;

/// The `data-key` of the legend, which gets the focus of whoever skips the claims above it.
pub const LEGEND: &str = "legend";

/// Shows what the signs mean; where some cells could not be judged, their sign needs a word too.
pub fn legend(words: &Words, unjudged: bool) -> Html {
    let stances =
        [Stance::Supports, Stance::Partly, Stance::Hedges, Stance::Contradicts, Stance::Omits, Stance::Unjudged];
    let entries = stances.into_iter().filter(|stance| unjudged || *stance != Stance::Unjudged).map(|stance| {
        html! {
            <li key={(words.stance)(stance)} class={stance_class(stance)} title={(words.stance_meaning)(stance)}>
                { sign(stance) }
                <span>{ (words.stance)(stance) }</span>
            </li>
        }
    });
    html! { <ul class="nc-legend" aria-label={words.legend} tabindex="-1" data-key={LEGEND}>{ for entries }</ul> }
}
