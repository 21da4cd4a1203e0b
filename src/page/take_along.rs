//! The ways to take the open story along: this page with it inside, a link that holds it, files for other programs, paper.

use super::link::{self, Fault};
use super::words::{PageWords, View};
use super::{handover, whole_page};
use crate::comparison::{Comparison, says_comparison};
use crate::export::{Format, export};
use gloo::timers::callback::Timeout;
use std::rc::Rc;
use yew::prelude::*;

/// How long the comparison takes to be shown again before it is printed, in milliseconds.
const SHOWN: u32 = 150;

/// What became of the wish for a link.
#[derive(Debug, Clone, PartialEq, Eq)]
enum Link {
    /// None was wanted yet.
    None,
    /// It is there.
    Made(String),
    /// It would have this many characters.
    TooLong(usize),
    /// The browser cannot make it.
    Refused,
}

/// What [`TakeAlong`] needs.
#[derive(Debug, Clone, Properties)]
pub struct TakeAlongProps {
    /// What it says.
    pub words: PageWords,
    /// The comparison with its corrections.
    pub comparison: Rc<Comparison>,
    /// Tells that the articles alone give the same comparison again.
    pub plain: bool,
    /// Leads to another view.
    pub open: Callback<View>,
    /// Hears that everything was saved.
    pub saved: Callback<()>,
}

impl PartialEq for TakeAlongProps {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.comparison, &other.comparison) && self.words == other.words && self.plain == other.plain
    }
}

/// Shows the ways.
#[component]
pub fn TakeAlong(props: &TakeAlongProps) -> Html {
    let words = &props.words;
    let made = use_state_eq(|| Link::None);
    let copied = use_state_eq(|| false);
    let refused = use_state_eq(|| false);
    {
        // A link made of another story is none of this one.
        let (made, copied) = (made.clone(), copied.clone());
        use_effect_with(Rc::as_ptr(&props.comparison), move |_| {
            made.set(Link::None);
            copied.set(false);
        });
    }
    let download = {
        let (props, refused) = (props.clone(), refused.clone());
        move |_: MouseEvent| {
            let language = props.words.screen.locale.language;
            let page = handover::program().map(|script| whole_page::write(&props.comparison, language, &script));
            let name = handover::file_name(&props.comparison, "html");
            let saved = page.and_then(|page| handover::save(&name, &page, "text/html;charset=utf-8"));
            refused.set(saved.is_none());
            if saved.is_some() {
                props.saved.emit(());
            }
        }
    };
    let link = {
        let (props, made, copied) = (props.clone(), made.clone(), copied.clone());
        move |_: MouseEvent| {
            let (props, made) = (props.clone(), made.clone());
            copied.set(false);
            yew::platform::spawn_local(async move {
                made.set(match link::packed(&story(&props)).await {
                    Ok(fragment) => {
                        let link = format!("{}#{fragment}", handover::address());
                        let length = link.chars().count();
                        if length > link::LONGEST { Link::TooLong(length) } else { Link::Made(link) }
                    }
                    Err(_) => Link::Refused,
                });
            });
        }
    };
    let save = |format: Option<Format>| {
        let props = props.clone();
        move |_: MouseEvent| {
            let language = props.words.screen.locale.language;
            let text = match format {
                Some(format) => export(&props.comparison, format, language),
                None => serde_json::to_string_pretty(&props.comparison.corpus).unwrap_or_default(),
            };
            let ending = format.map_or("articles.json", Format::extension);
            let kind = format.unwrap_or(Format::Comparison).media_type();
            let name = handover::file_name(&props.comparison, ending);
            // The other formats do not hold all of it.
            if handover::save(&name, &text, kind).is_some() && format == Some(Format::Comparison) {
                props.saved.emit(());
            }
        }
    };
    let print = {
        let open = props.open.clone();
        move |_: MouseEvent| {
            open.emit(View::Compare);
            Timeout::new(SHOWN, handover::print).forget();
        }
    };
    let button = |label: &'static str, format: Option<Format>| {
        html! { <button type="button" class="nc-big" onclick={save(format)}>{ label }</button> }
    };
    let saves_as = |format: Format| button((words.screen.save_as)(format), Some(format));
    html! {
        <div class="nc" lang={words.screen.locale.tag.clone()}>
            <section class="nc-sheet-view" aria-labelledby="nc-take">
                <h2 id="nc-take">{ words.take_heading }</h2>
                <h3>{ words.take_page }</h3>
                <p>{ words.take_page_lead }</p>
                <p><button type="button" class="nc-big nc-main-button" onclick={download}>{ words.take_page_button }</button></p>
                if *refused {
                    <p class="nc-notice" role="alert">{ words.take_page_refused }</p>
                }
                <h3>{ words.take_link }</h3>
                <p>{ (words.take_link_lead)(&words.screen.number(link::LONGEST)) }</p>
                <p><button type="button" class="nc-big" onclick={link}>{ words.take_link_button }</button></p>
                { shown(props, &made, &copied) }
                <h3>{ words.take_files }</h3>
                <div class="nc-buttons">
                    { button(words.save_json, Some(Format::Comparison)) }
                    { button(words.save_articles, None) }
                    { saves_as(Format::CsvMarked) }
                    { saves_as(Format::Markdown) }
                    { saves_as(Format::Annotations) }
                    { saves_as(Format::Schema) }
                </div>
                <h3>{ words.take_paper }</h3>
                <p><button type="button" class="nc-big" onclick={print}>{ words.print }</button></p>
            </section>
        </div>
    }
}

/// Shows what became of the wish for a link.
fn shown(props: &TakeAlongProps, made: &Link, copied: &UseStateHandle<bool>) -> Html {
    let words = &props.words;
    match made {
        Link::None => html! { <p role="status"></p> },
        Link::Refused => html! { <p role="status" class="nc-wrong">{ words.take_link_refused }</p> },
        Link::TooLong(length) => {
            html! { <p role="status" class="nc-wrong">{ (words.take_link_long)(&words.screen.number(*length)) }</p> }
        }
        Link::Made(link) => {
            let copy = {
                let (link, copied) = (link.clone(), copied.clone());
                move |_: MouseEvent| {
                    let (link, copied) = (link.clone(), copied.clone());
                    yew::platform::spawn_local(async move { copied.set(crate::ui::copy::write(&link).await) });
                }
            };
            let is_file = link.starts_with("file:");
            html! { <>
                <label class="nc-field nc-own-text">
                    { words.take_link_label }
                    <textarea rows="3" readonly=true spellcheck="false" dir="ltr" value={link.clone()} />
                </label>
                <p class="nc-buttons"><button type="button" class="nc-big" onclick={copy}>{ words.take_link_copy }</button></p>
                <p role="status">
                    { if **copied { words.screen.copied.to_owned() } else { (words.take_link_length)(&words.screen.number(link.chars().count())) } }
                    if is_file {
                        { " " }{ words.take_link_file }
                    }
                </p>
            </> }
        }
    }
}

/// Returns what a link has to hold: the articles alone, where they give the same again.
fn story(props: &TakeAlongProps) -> String {
    if props.plain {
        serde_json::to_string(&props.comparison.corpus).unwrap_or_default()
    } else {
        serde_json::to_string(&*props.comparison).unwrap_or_else(|_| props.comparison.to_json())
    }
}

/// Opens the story that a link holds, as JSON; an error in words for the reader.
pub async fn of_link(text: &str, words: &PageWords) -> Result<String, String> {
    let story = link::unpacked(text).await.map_err(|fault| {
        match fault {
            Fault::NoStreams => words.take_link_refused,
            Fault::Broken => words.link_broken,
            Fault::TooLarge => words.link_too_large,
        }
        .to_owned()
    })?;
    let language = words.screen.locale.language;
    let checked = if says_comparison(&story) {
        Comparison::from_json(&story).map(|_| ())
    } else {
        crate::document::Corpus::from_json(&story).map(|_| ())
    };
    checked.map(|()| story).map_err(|error| format!("{} {}", words.link_broken, error.message(language)))
}
