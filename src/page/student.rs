//! A student's own computer: one claim after the other, a sign for each source, the articles below, and the answers to hand over.

use super::articles::article;
use super::handover;
use super::room::{Act, Room};
use super::words::PageWords;
use crate::lesson::{Blind, LONGEST_NAME, SIGNS};
use crate::ui::glyph::sign;
use crate::ui::row::stance_class;
use crate::ui::story::Story;
use web_sys::{HtmlInputElement, HtmlTextAreaElement};
use yew::prelude::*;

/// Shows the claim with the signs to choose from, and the articles.
pub fn ballot(words: &PageWords, room: &Room, story: &Story, blind: &Blind, act: &Callback<Act>) -> Html {
    let Some((row, claim)) = room.lesson.row().and_then(|row| Some((row, story.row(row)?))) else {
        return Html::default();
    };
    let sources = story.cells(claim).map(|(document, source, _)| {
        let mine = room.mine.get(row, document);
        let signs = SIGNS.iter().map(|&stance| {
            let set = |stance| {
                let act = act.clone();
                move || act.emit(Act::Mine { row, document, stance })
            };
            let choose = set(Some(stance));
            html! {
                <label key={(words.screen.stance)(stance)} class={classes!("nc-choose-sign", stance_class(stance))}>
                    <input
                        type="radio"
                        name={format!("nc-sign-{document}")}
                        checked={mine == Some(stance)}
                        onchange={move |_: Event| choose()}
                    />
                    { sign(stance) }{ " " }{ (words.screen.stance)(stance) }
                </label>
            }
        });
        html! {
            <fieldset key={format!("{row}-{document}")} class="nc-choose">
                <legend>
                    <span class="nc-badge" aria-hidden="true">{ source.letter.clone() }</span>{ " " }
                    <span class="nc-name" dir="auto">{ source.name.clone() }</span>
                </legend>
                { for signs }
            </fieldset>
        }
    });
    let (done, of) = room.answered();
    // Answers are handed over behind the last claim: before it, the articles are what is looked at.
    let is_last = room.lesson.at + 1 >= room.lesson.asked.len();
    html! {
        <section class="nc-ballot">
            { super::reveal::wall_claim(words, room, story, blind) }
            <p>{ words.student_lead }</p>
            <details open={room.lesson.at == 0}>
                <summary>{ words.screen.legend }</summary>
                { super::worksheet::signs(words) }
            </details>
            { for sources }
            <p role="status">{ (words.answered)(&words.screen.number(done), &words.screen.number(of)) }</p>
            if is_last {
                { hand_over(words, room, act) }
            }
            <h2>{ words.the_articles }</h2>
            <div class="nc-copies">{ for (0..story.sources.len()).map(|document| article(words, story, document, blind)) }</div>
            if !is_last {
                { hand_over(words, room, act) }
            }
        </section>
    }
}

/// Shows the ways in which answers leave the computer.
fn hand_over(words: &PageWords, room: &Room, act: &Callback<Act>) -> Html {
    let rename = {
        let act = act.clone();
        move |event: InputEvent| {
            if let Some(input) = event.target_dyn_into::<HtmlInputElement>() {
                act.emit(Act::Rename(input.value()));
            }
        }
    };
    let save = {
        let (act, room) = (act.clone(), room.clone());
        move |_: MouseEvent| {
            let mut answers = room.mine.clone();
            answers.saved = answers.saved.saturating_add(1);
            let name: String = answers.called().chars().map(|c| if c.is_alphanumeric() { c } else { '-' }).collect();
            if handover::save(&format!("{name}.answers.json"), &answers.to_json(&room.sheet), "application/json")
                .is_some()
            {
                act.emit(Act::Save);
            }
        }
    };
    let code = {
        let act = act.clone();
        move |_: MouseEvent| act.emit(Act::Code)
    };
    let select = |event: FocusEvent| {
        if let Some(area) = event.target_dyn_into::<HtmlTextAreaElement>() {
            area.select();
        }
    };
    let nothing = room.mine.is_empty();
    html! {
        <section class="nc-collect" aria-label={words.hand_over}>
            <label class="nc-field">
                { words.your_name }
                <input type="text" maxlength={LONGEST_NAME.to_string()} autocomplete="off" value={room.mine.name.clone()} onchange={Callback::noop()} oninput={rename} />
            </label>
            <p class="nc-buttons">
                <button type="button" class="nc-big nc-main-button" disabled={nothing} onclick={save}>{ words.save_file }</button>
                <button type="button" class="nc-big" disabled={nothing} onclick={code}>{ words.show_code }</button>
            </p>
            <p class="nc-aside">{ words.hand_over_hint }</p>
            if let Some(code) = &room.code {
                <label class="nc-field">
                    { words.code_label }
                    <textarea class="nc-code" readonly=true rows="3" spellcheck="false" value={code.clone()} onfocus={select} />
                </label>
            }
        </section>
    }
}
