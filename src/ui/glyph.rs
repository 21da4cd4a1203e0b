//! The sign of a stance, drawn: letters of the same shape differ in size and weight from font to font.

use crate::matrix::Verdict;
use crate::stance::Stance;
use yew::prelude::*;

/// Returns the stance whose sign stands for a row of this verdict: of what divides it most; none where one source speaks alone.
pub fn of_verdict(verdict: Verdict) -> Option<Stance> {
    match verdict {
        Verdict::Agreed => Some(Stance::Supports),
        Verdict::Qualified => Some(Stance::Partly),
        Verdict::Disputed => Some(Stance::Contradicts),
        Verdict::SingleSource => None,
    }
}

/// Draws ● says so, ◐ in part, ≈ hedges, ≠ conflicts, ○ not told, – not judged; a word always stands beside it. There are hundreds of
/// them, each of which would be a component to keep.
pub fn sign(stance: Stance) -> Html {
    let (name, shape) = match stance {
        Stance::Supports => ("supports", html! { <circle class="nc-solid" cx="8" cy="8" r="5.5" /> }),
        Stance::Partly => (
            "partly",
            html! { <>
                <circle cx="8" cy="8" r="5" />
                <path class="nc-solid" d="M8 3a5 5 0 0 0 0 10z" />
            </> },
        ),
        Stance::Hedges => (
            "hedges",
            html! { <path d="M2.5 6.6c1.8-2.4 3.6-2.2 5.5-.9s3.7 1.5 5.5-.9M2.5 11.2c1.8-2.4 3.6-2.2 5.5-.9s3.7 1.5 5.5-.9" /> },
        ),
        Stance::Contradicts => ("contradicts", html! { <path d="M2.5 5.8h11M2.5 10.2h11M11 2 5 14" /> }),
        Stance::Omits => ("omits", html! { <circle cx="8" cy="8" r="5" /> }),
        Stance::Unjudged => ("unjudged", html! { <path d="M4 8h8" /> }),
    };
    html! {
        <svg class="nc-glyph" data-glyph={name} viewBox="0 0 16 16" aria-hidden="true">{ shape }</svg>
    }
}
