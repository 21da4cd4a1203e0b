//! Where the answers of a class come in: files dropped or chosen, codes pasted, and what of it counts.

use super::handover;
use super::room::{Act, Room};
use super::words::PageWords;
use std::rc::Rc;
use web_sys::{HtmlInputElement, HtmlTextAreaElement};
use yew::prelude::*;

/// What [`Collect`] needs.
#[derive(Debug, PartialEq, Properties)]
pub struct CollectProps {
    /// What it says.
    pub words: PageWords,
    /// Changes whenever something came in.
    pub came: (usize, usize),
    /// What does not count, by name, and why.
    pub left_out: Rc<[(String, String)]>,
    /// Tells that what does not count is folded up: names of pupils need not stand before the results.
    pub folded: bool,
    /// Hears what is done.
    pub act: Callback<Act>,
}

impl CollectProps {
    /// Makes them from a room.
    pub fn of(room: &Room, words: &PageWords, act: &Callback<Act>) -> Self {
        let language = words.screen.locale.language;
        let left_out = room.class.left_out().iter();
        let left_out: Rc<[_]> = left_out.map(|out| (out.label.clone(), out.fault.message(language))).collect();
        let came = (room.class.count(), left_out.len());
        Self { words: words.clone(), came, left_out, folded: false, act: act.clone() }
    }
}

/// Shows the place for answers.
#[component]
pub fn Collect(props: &CollectProps) -> Html {
    let words = &props.words;
    let over = use_state_eq(|| false);
    let pasted = use_node_ref();
    let take = {
        let act = props.act.clone();
        Callback::from(move |files: Vec<(String, Vec<u8>)>| act.emit(Act::Take(files)))
    };
    let drag = |wanted: bool| {
        let over = over.clone();
        move |event: DragEvent| {
            event.prevent_default();
            over.set(wanted);
        }
    };
    let ondrop = {
        let (over, take) = (over.clone(), take.clone());
        move |event: DragEvent| {
            event.prevent_default();
            over.set(false);
            if let Some(files) = event.data_transfer().and_then(|data| data.files()) {
                handover::read(&files, handover::LARGEST_ANSWERS, take.clone());
            }
        }
    };
    let onchange = {
        let take = take.clone();
        move |event: Event| {
            let Some(input) = event.target_dyn_into::<HtmlInputElement>() else { return };
            if let Some(files) = input.files() {
                handover::read(&files, handover::LARGEST_ANSWERS, take.clone());
            }
        }
    };
    let paste = {
        let (pasted, take) = (pasted.clone(), take.clone());
        move |_: MouseEvent| {
            let Some(area) = pasted.cast::<HtmlTextAreaElement>() else { return };
            if !area.value().trim().is_empty() {
                take.emit(vec![(String::new(), area.value().into_bytes())]);
                area.set_value("");
            }
        }
    };
    let forget = {
        let act = props.act.clone();
        move |_: MouseEvent| act.emit(Act::Forget)
    };
    let (counted, out) = props.came;
    html! {
        <section
            class={classes!("nc-collect", over.then_some("nc-over"))}
            aria-label={words.collect}
            ondragover={drag(true)}
            ondragenter={drag(true)}
            ondragleave={drag(false)}
            {ondrop}
        >
            <p class="nc-came" role="status">{ (words.came)(counted, out, words) }</p>
            <p>{ words.collect_hint }</p>
            <p class="nc-buttons">
                <label class="nc-big nc-file">
                    <input type="file" multiple=true accept=".json,.txt,application/json,text/plain" {onchange} />
                    { words.choose_files }
                </label>
                if counted + out > 0 {
                    <button type="button" class="nc-big" onclick={forget}>{ words.forget }</button>
                }
            </p>
            <details>
                <summary>{ words.paste }</summary>
                <label class="nc-field">
                    { words.paste_label }
                    <textarea rows="4" spellcheck="false" ref={pasted} />
                </label>
                <button type="button" class="nc-big" onclick={paste}>{ words.paste_take }</button>
            </details>
            if out > 0 {
                <details open={!props.folded}>
                    <summary class="nc-small-head">{ words.left_out }</summary>
                    <ul class="nc-left-out">
                        { for props.left_out.iter().map(|(label, why)| html! {
                            <li><b dir="auto">{ label.clone() }</b>{ ": " }{ why.clone() }</li>
                        }) }
                    </ul>
                </details>
            }
        </section>
    }
}
