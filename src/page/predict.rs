//! The second step of a lesson at the projector: one claim on the wall, and for each source how many hands are up for each sign.

use super::room::{Act, Room};
use super::words::PageWords;
use crate::lesson::{Action, Blind, SIGNS};
use crate::ui::glyph::sign;
use crate::ui::row::stance_class;
use crate::ui::story::Story;
use web_sys::HtmlInputElement;
use yew::prelude::*;

/// Shows the claim on the wall with the places for votes.
pub fn hands(words: &PageWords, room: &Room, story: &Story, blind: &Blind, act: &Callback<Act>) -> Html {
    let Some((row, claim)) = room.lesson.row().and_then(|row| Some((row, story.row(row)?))) else {
        return Html::default();
    };
    let heads = SIGNS.iter().map(|&stance| {
        html! {
            <th key={(words.screen.stance)(stance)} scope="col" class={stance_class(stance)}>
                { sign(stance) }{ " " }{ (words.screen.stance)(stance) }
            </th>
        }
    });
    let rows = story.cells(claim).map(|(document, source, _)| {
        let votes = room.votes().votes(row, document);
        let cells = SIGNS.iter().enumerate().map(|(at, &stance)| {
            let count = votes[at];
            let set = {
                let act = act.clone();
                move |count| act.emit(Act::Lesson(Action::Count { row, document, sign: at, count }))
            };
            let oninput = {
                let set = set.clone();
                move |event: InputEvent| {
                    let typed = event.target_dyn_into::<HtmlInputElement>().map(|input| input.value());
                    set(typed.and_then(|typed| typed.trim().parse().ok()).unwrap_or(0));
                }
            };
            let onclick = move |_: MouseEvent| set(count.saturating_add(1));
            let what = source.label((words.screen.stance)(stance));
            html! {
                <td key={at}>
                    <span class="nc-count">
                        <input
                            type="number"
                            inputmode="numeric"
                            min="0"
                            max="999"
                            aria-label={(words.hands_for)(&what)}
                            value={if count > 0 { count.to_string() } else { String::new() }}
                            {oninput}
                        />
                        <button type="button" aria-label={(words.one_more)(&what)} {onclick}>{ "+" }</button>
                    </span>
                </td>
            }
        });
        html! {
            <tr key={document}>
                <th scope="row">
                    <span class="nc-badge" aria-hidden="true">{ source.letter.clone() }</span>{ " " }
                    <span class="nc-name" dir="auto">{ source.name.clone() }</span>
                </th>
                { for cells }
            </tr>
        }
    });
    html! {
        <section class="nc-wall">
            { super::reveal::wall_claim(words, room, story, blind) }
            <p class="nc-wall-lead">{ words.hands_lead }</p>
            <div class="nc-table-scroll" tabindex="0" role="region" aria-label={words.hands_lead}>
                <table class="nc-hands">
                    <thead><tr><td></td>{ for heads }</tr></thead>
                    <tbody>{ for rows }</tbody>
                </table>
            </div>
            { super::worksheet::signs(words) }
        </section>
    }
}
