//! The picture of the answers to one cell: a part for each sign that was given, as wide as its share, with sign and number.

use super::words::PageWords;
use crate::lesson::{SIGNS, Votes};
use crate::ui::glyph::sign;
use crate::ui::row::stance_class;
use yew::prelude::*;

/// Draws the votes; nothing where there are none.
pub fn votes(words: &PageWords, votes: &Votes) -> Html {
    let all: u32 = votes.iter().sum();
    if all == 0 {
        return Html::default();
    }
    let given = || SIGNS.iter().zip(votes).filter(|(_, count)| **count > 0);
    let spoken: Vec<String> =
        given().map(|(sign, count)| format!("{count} {}", (words.screen.stance)(*sign))).collect();
    let parts = given().map(|(&stance, &count)| {
        // Tens and units of the share in percent, as in the bar of verdicts: a strict policy forbids style attributes.
        let share = (count * 100 / all).clamp(1, 99);
        let (tens, units) = (format!("nc-t{}", share / 10), format!("nc-u{}", share % 10));
        html! {
            <span class={classes!("nc-vote", tens, units, stance_class(stance))}>
                { sign(stance) }<b>{ words.screen.number(count as usize) }</b>
            </span>
        }
    });
    html! {
        <div class="nc-votes" role="img" aria-label={(words.votes)(&spoken.join(", "))}>{ for parts }</div>
    }
}
