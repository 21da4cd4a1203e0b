//! Articles of the reader's own: pasted, typed, dropped or chosen as files; in fields, in order, with the way back.
//!
//! Nothing leaves the device. The comparison follows what is typed by itself; here it is told in a line, and it stands in its own view.
//! Behind the last article there is always an empty one: whoever pastes into it has begun another.

use super::article_file::{self, File, Told};
use super::drafts::{Draft, Drafts, Edit, Field};
use super::keeping::Keeping;
use super::words::PageWords;
use super::{handover, web_page};
use crate::comparison::Comparison;
use crate::document::{Corpus, MAX_DOCUMENTS};
use crate::ui::Comparable;
use crate::ui::origin::counted_once;
use crate::ui::story::{Story, VERDICTS};
use std::rc::Rc;
use wasm_bindgen::JsCast as _;
use web_sys::{ClipboardEvent, DragEvent, Element, FileList, HtmlElement, HtmlInputElement, HtmlTextAreaElement};
use yew::prelude::*;

/// The largest file that is read, in bytes: a saved web page may carry its pictures.
const LARGEST: f64 = 16_000_000.0;

/// How far the comparison of the articles is.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub enum Following {
    /// Nothing is under way.
    #[default]
    Still,
    /// So many articles are read of so many; none of none before it has begun.
    UnderWay(usize, usize),
    /// It failed, with a message.
    Failed(AttrValue),
}

/// What is done.
#[derive(Debug, Clone, PartialEq)]
pub enum Brought {
    /// The articles are changed.
    Edit(Edit),
    /// A comparison made before is opened, as it stands.
    Comparison(Rc<Comparison>),
    /// The reader wants to see the comparison.
    See,
    /// The reader wants no comparison of what was typed last.
    Stop,
    /// The articles are to be kept on this device, or what is kept is to be deleted.
    Keep(bool),
}

/// What is heard after a step, whose outcome can otherwise only be seen.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Heard {
    /// An article was moved to this place, from 1.
    Moved(usize),
    /// All articles were removed.
    Cleared,
    /// A step was undone.
    Undone,
    /// A step was made again.
    Redone,
}

/// What [`Bring`] needs.
#[derive(Debug, Properties)]
pub struct BringProps {
    /// What it says.
    pub words: PageWords,
    /// The articles.
    pub drafts: Rc<Drafts>,
    /// Another story that is open, whose articles can be taken over.
    pub other: Option<Rc<Corpus>>,
    /// The comparison of the articles, as far as they had one.
    pub comparison: Option<Comparable>,
    /// How far the next one is.
    pub following: Following,
    /// Whether they are kept on this device.
    pub keeping: Keeping,
    /// Hears what is done.
    pub act: Callback<Brought>,
}

impl PartialEq for BringProps {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.drafts, &other.drafts)
            && self.other.as_ref().map(Rc::as_ptr) == other.other.as_ref().map(Rc::as_ptr)
            && (&self.words, &self.comparison, &self.following, self.keeping)
                == (&other.words, &other.comparison, &other.following, other.keeping)
    }
}

/// Shows the articles to be changed.
#[component]
pub fn Bring(props: &BringProps) -> Html {
    let (words, drafts, act) = (&props.words, &props.drafts, &props.act);
    let told = use_state_eq(Vec::<(String, Told)>::new);
    let over = use_state_eq(|| false);
    let section = use_node_ref();
    let heard = use_state_eq(|| (0_u32, None::<Heard>));
    // What has the focus after the next rendering, as selectors of which the first that is found counts: a button that moves with its article, goes or
    // can no longer be pressed would lose it.
    let wanted = use_mut_ref(Vec::<String>::new);
    {
        let (section, wanted) = (section.clone(), wanted.clone());
        use_effect(move || {
            let selectors = wanted.take();
            let found = section.cast::<Element>().and_then(|section| {
                selectors.iter().find_map(|selector| section.query_selector(selector).ok().flatten())
            });
            let found = found.and_then(|element| element.dyn_into::<HtmlElement>().ok());
            if let Some(element) = found {
                // Refused only by an element that is gone.
                let _ = element.focus();
            }
        });
    }
    let take = {
        let (act, told, drafts, language) = (act.clone(), told.clone(), drafts.clone(), words.screen.locale.language);
        Callback::from(move |files: Vec<(String, Vec<u8>)>| {
            let (mut articles, mut heard) = (Vec::new(), Vec::new());
            for (name, bytes) in files {
                match article_file::read(&name, &bytes, language) {
                    File::Comparison(comparison) => act.emit(Brought::Comparison(comparison)),
                    File::Articles(found, told) => {
                        let room = MAX_DOCUMENTS.saturating_sub(drafts.articles().len() + articles.len());
                        let told = if found.len() > room { Told::Full } else { told };
                        articles.extend(found.into_iter().take(room));
                        heard.push((name, told));
                    }
                    File::Wrong(wrong) => heard.push((name, wrong)),
                }
            }
            told.set(heard);
            if !articles.is_empty() {
                act.emit(Brought::Edit(Edit::Add(articles)));
            }
        })
    };
    let read = {
        let take = take.clone();
        move |files: Option<FileList>| {
            if let Some(files) = files {
                handover::read(&files, LARGEST, take.clone());
            }
        }
    };
    let onchange = {
        let read = read.clone();
        move |event: Event| {
            if let Some(input) = event.target_dyn_into::<HtmlInputElement>() {
                read(input.files());
                // The same file can be chosen again after it was removed.
                input.set_value("");
            }
        }
    };
    let ondrop = {
        let over = over.clone();
        move |event: DragEvent| {
            event.prevent_default();
            over.set(false);
            read(event.data_transfer().and_then(|transfer| transfer.files()));
        }
    };
    let drag = |is_over: bool| {
        let over = over.clone();
        move |event: DragEvent| {
            event.prevent_default();
            over.set(is_over);
        }
    };
    let emit = |what: Brought| {
        let (act, told) = (act.clone(), told.clone());
        move |_: MouseEvent| {
            told.set(Vec::new());
            act.emit(what.clone());
        }
    };
    let edit = |edit: Edit| emit(Brought::Edit(edit));
    let hear = {
        let heard = heard.clone();
        Callback::from(move |what: Heard| heard.set((heard.0.wrapping_add(1), Some(what))))
    };
    // A step through all articles: what can be pressed after it has the focus.
    let step = |edit: Edit, what: Heard, focus: [&'static str; 2]| {
        let (act, told, wanted, hear) = (act.clone(), told.clone(), wanted.clone(), hear.clone());
        move |_: MouseEvent| {
            told.set(Vec::new());
            wanted.replace(focus.map(|does| format!("[data-does='{does}']:not(:disabled)")).to_vec());
            hear.emit(what);
            act.emit(Brought::Edit(edit.clone()));
        }
    };
    let name = {
        let act = act.clone();
        move |event: InputEvent| act.emit(Brought::Edit(Edit::Name(typed(&event))))
    };
    let move_up = |at: usize, draft: &Draft| {
        let (act, told, wanted, hear) = (act.clone(), told.clone(), wanted.clone(), hear.clone());
        let selector = format!("[data-article='{}'] [data-does='up']", draft.id);
        move |_: MouseEvent| {
            // The first one cannot be moved up any more, and keeps the focus nonetheless.
            if at > 0 {
                told.set(Vec::new());
                wanted.replace(vec![selector.clone()]);
                hear.emit(Heard::Moved(at));
                act.emit(Brought::Edit(Edit::Up(at)));
            }
        }
    };
    let remove = |at: usize| {
        let (act, told, wanted, heard) = (act.clone(), told.clone(), wanted.clone(), heard.clone());
        let number = words.screen.number(at + 1);
        move |_: MouseEvent| {
            told.set(vec![(number.clone(), Told::Removed)]);
            heard.set((heard.0, None));
            wanted.replace(vec!["[data-does='undo']".to_owned()]);
            act.emit(Brought::Edit(Edit::Remove(at)));
        }
    };
    let is_full = drafts.articles().len() >= MAX_DOCUMENTS;
    let empty = Rc::new(Draft { id: drafts.next_id(), ..Draft::default() });
    let all = drafts.articles().iter().chain((!is_full).then_some(&empty)).enumerate();
    let articles = all.map(|(at, draft)| {
        let is_there = at < drafts.articles().len();
        let number = words.screen.number(at + 1);
        html! {
            <fieldset key={draft.id.clone()} class="nc-own-article" data-article={draft.id.clone()}>
                <legend>{ if is_there || at == 0 { (words.article_number)(&number) } else { words.another_article.to_owned() } }</legend>
                if is_there {
                    <div class="nc-own-fields">{ for [Field::Outlet, Field::Title, Field::Published].map(|part| field(props, at, draft, part)) }</div>
                }
                { text_field(props, at, draft) }
                if is_there {
                    <details>
                        <summary>{ words.more_fields }</summary>
                        <div class="nc-own-fields">{ for [Field::Author, Field::Url, Field::Lang].map(|part| field(props, at, draft, part)) }</div>
                    </details>
                    { excerpt(props, at, draft) }
                    <div class="nc-buttons">
                        <button type="button" class="nc-big" data-does="up" aria-disabled={(at == 0).then_some("true")} aria-label={(words.article_up)(&number)} onclick={move_up(at, draft)}>{ words.up }</button>
                        <button type="button" class="nc-big" data-does="remove" aria-label={(words.article_remove)(&number)} onclick={remove(at)}>{ words.remove }</button>
                    </div>
                }
            </fieldset>
        }
    });
    html! {
        <div class="nc" lang={words.screen.locale.tag.clone()}>
            <section
                ref={section}
                class="nc-sheet-view"
                aria-labelledby="nc-bring"
                ondragover={drag(true)}
                ondragenter={drag(true)}
                ondragleave={drag(false)}
                {ondrop}
            >
                <h2 id="nc-bring">{ words.bring_heading }</h2>
                <p>{ words.bring_lead }</p>
                <div class={classes!("nc-collect", over.then_some("nc-over"))}>
                    <p>{ words.drop_here }</p>
                    <div class="nc-buttons">
                        <label class="nc-big nc-file">
                            <input type="file" multiple=true accept=".txt,.md,.html,.htm,.json,text/plain,text/markdown,text/html,application/json" {onchange} />
                            { words.choose_files }
                        </label>
                        if let Some(other) = &props.other {
                            <button type="button" class="nc-big" onclick={edit(Edit::Open(other.clone()))}>{ words.take_open }</button>
                        }
                    </div>
                    <div role="status" aria-live="polite">
                        if !told.is_empty() {
                            <ul class="nc-left-out">
                                { for told.iter().map(|(name, told)| html! { <li><b dir="auto">{ name.clone() }</b>{ ": " }{ told_in(told, words) }</li> }) }
                            </ul>
                        }
                    </div>
                </div>
                if !drafts.articles().is_empty() {
                    <label class="nc-field nc-own-title">{ words.own_title }<input dir="auto" value={drafts.title().to_owned()} oninput={name} /></label>
                }
                { for articles }
                { kept(props) }
                <div class="nc-lesson-foot">
                    <p class="nc-hidden" role="status" aria-live="polite">
                        if let (times, Some(heard)) = &*heard {
                            // Made anew each time: what is said twice is heard twice.
                            <span key={*times}>{ heard_in(*heard, drafts, words) }</span>
                        }
                    </p>
                    <p class="nc-own-status" role="status" aria-live="polite">{ status(props) }</p>
                    if matches!(props.following, Following::UnderWay(..)) {
                        <button type="button" class="nc-big" onclick={emit(Brought::Stop)}>{ words.screen.stop }</button>
                    }
                    <button type="button" class="nc-big nc-main-button" disabled={drafts.corpus().is_none()} onclick={emit(Brought::See)}>{ words.see_comparison }</button>
                    <button type="button" class="nc-big" data-does="undo" disabled={!drafts.can_undo()} onclick={step(Edit::Undo, Heard::Undone, ["undo", "redo"])}>{ words.undo }</button>
                    <button type="button" class="nc-big" data-does="redo" disabled={!drafts.can_redo()} onclick={step(Edit::Redo, Heard::Redone, ["redo", "undo"])}>{ words.redo }</button>
                    if !drafts.articles().is_empty() {
                        <button type="button" class="nc-big" onclick={step(Edit::Clear, Heard::Cleared, ["undo", "redo"])}>{ words.remove_all }</button>
                    }
                </div>
            </section>
        </div>
    }
}

/// Shows the choice whether the articles are kept, with what is.
fn kept(props: &BringProps) -> Html {
    let (words, act) = (&props.words, props.act.clone());
    let onchange = move |event: Event| {
        let wanted = event.target_dyn_into::<HtmlInputElement>().is_some_and(|input| input.checked());
        act.emit(Brought::Keep(wanted));
    };
    let delete = {
        let act = props.act.clone();
        move |_: MouseEvent| act.emit(Brought::Keep(false))
    };
    let is_on = matches!(props.keeping, Keeping::On(_));
    let can_be = matches!(props.keeping, Keeping::On(_) | Keeping::Off);
    let how = match props.keeping {
        // On, but nothing lies there yet.
        Keeping::Unknown | Keeping::On(0) => String::new(),
        Keeping::Refused => words.keep_refused.to_owned(),
        Keeping::Unread => words.keep_unread.to_owned(),
        Keeping::Off => words.keep_off.to_owned(),
        Keeping::On(bytes) => {
            let articles = words.screen.count(words.screen.articles, props.drafts.articles().len());
            (words.keep_on)(&articles, &words.screen.number(bytes.div_ceil(1000)))
        }
    };
    html! {
        <div class="nc-kept">
            <label class="nc-choice"><input type="checkbox" checked={is_on} disabled={!can_be} {onchange} /><span>{ words.keep }</span></label>
            <p class="nc-aside" role="status">{ how }</p>
            if is_on || props.keeping == Keeping::Unread {
                <button type="button" class="nc-big" onclick={delete}>{ words.keep_delete }</button>
            }
        </div>
    }
}

/// Returns what a field holds after a key was pressed in it.
fn typed(event: &InputEvent) -> String {
    let area = event.target_dyn_into::<HtmlTextAreaElement>().map(|area| area.value());
    area.or_else(|| event.target_dyn_into::<HtmlInputElement>().map(|input| input.value())).unwrap_or_default()
}

/// Says what became of a file.
fn told_in(told: &Told, words: &PageWords) -> String {
    match told {
        Told::Added(count) => (words.added)(&words.screen.count(words.screen.articles, *count)),
        Told::Removed => words.removed.to_owned(),
        Told::Unread => words.file_unread.to_owned(),
        Told::Guessed => words.file_guessed.to_owned(),
        Told::Raw => words.file_raw.to_owned(),
        Told::Full => (words.file_full)(&words.screen.number(MAX_DOCUMENTS)),
        Told::Wrong(why) => why.clone(),
    }
}

/// Says what a step has done.
fn heard_in(heard: Heard, drafts: &Drafts, words: &PageWords) -> String {
    let articles = || words.screen.count(words.screen.articles, drafts.articles().len());
    match heard {
        Heard::Moved(place) => (words.article_moved)(&words.screen.number(place)),
        Heard::Cleared => words.all_removed.to_owned(),
        Heard::Undone => (words.undone)(&articles()),
        Heard::Redone => (words.redone)(&articles()),
    }
}

/// Says how the comparison stands.
fn status(props: &BringProps) -> String {
    let words = &props.words;
    match (&props.following, &props.comparison) {
        (Following::UnderWay(..), _) => words.screen.comparing.to_owned(),
        (Following::Failed(why), _) => why.to_string(),
        // What was kept comes back without a comparison.
        (Following::Still, None) => props.drafts.corpus().map_or_else(
            || words.nothing_to_compare.to_owned(),
            |corpus| format!("{}.", words.screen.count(words.screen.articles, corpus.documents.len())),
        ),
        (Following::Still, Some(comparison)) => {
            // As the comparison on the screen counts them: articles that print one text speak once.
            let once = counted_once(comparison.0.clone());
            let claims = &once.claims;
            let of = |count: usize, verdict: &str| format!("{} {verdict}", words.screen.number(count));
            let verdicts =
                VERDICTS.iter().map(|&verdict| (claims.iter().filter(|row| row.verdict == verdict).count(), verdict));
            let parts: Vec<String> = verdicts
                .filter(|(count, _)| *count > 0)
                .map(|(count, verdict)| of(count, (words.screen.verdict)(verdict)))
                .collect();
            let articles = words.screen.count(words.screen.articles, comparison.0.corpus.documents.len());
            let all = words.screen.count(words.screen.claims, claims.len());
            let found = if parts.is_empty() {
                format!("{articles}: {all}.")
            } else {
                format!("{articles}: {all}; {}.", parts.join(", "))
            };
            let story = Story::new(once.clone(), words.screen.clone(), false);
            let (sources, independent) = (story.sources.len(), story.independent());
            let copies = (independent < sources).then(|| {
                (words.screen.independent)(
                    &words.screen.count(words.screen.source_forms, sources),
                    &words.screen.number(independent),
                )
            });
            std::iter::once(found).chain(copies).chain(story.not_judged()).collect::<Vec<_>>().join(" ")
        }
    }
}

/// Shows a field of one line, and what is wrong in it.
fn field(props: &BringProps, at: usize, draft: &Draft, field: Field) -> Html {
    let (words, act) = (&props.words, props.act.clone());
    let oninput = move |event: InputEvent| act.emit(Brought::Edit(Edit::Type(at, field, typed(&event))));
    let wrong = draft.is_wrong(field);
    let id = format!("nc-wrong-{}-{field:?}", draft.id);
    html! {
        <div key={(words.field)(field)} class="nc-field">
            <label class="nc-field">
                { (words.field)(field) }
                <input
                    dir="auto"
                    value={draft.field(field).clone()}
                    placeholder={(field == Field::Published).then_some("2026-01-31")}
                    aria-invalid={wrong.then_some("true")}
                    aria-describedby={wrong.then(|| id.clone())}
                    {oninput}
                />
            </label>
            if wrong {
                <p {id} class="nc-wrong">{ (words.field_wrong)(field) }</p>
            }
        </div>
    }
}

/// Shows the text; what is pasted into an empty one brings its headline with it.
fn text_field(props: &BringProps, at: usize, draft: &Draft) -> Html {
    let (words, act) = (&props.words, props.act.clone());
    let oninput = {
        let act = act.clone();
        move |event: InputEvent| act.emit(Brought::Edit(Edit::Type(at, Field::Text, typed(&event))))
    };
    let before = draft.clone();
    let onpaste = move |event: Event| {
        let data = event
            .dyn_ref::<ClipboardEvent>()
            .and_then(|event| event.clipboard_data())
            .filter(|_| before.text.trim().is_empty());
        let of =
            |kind: &str| data.as_ref().and_then(|data| data.get_data(kind).ok()).filter(|text| !text.trim().is_empty());
        let rich = of("text/html").and_then(|html| web_page::read_pasted(&html));
        let found = rich.or_else(|| of("text/plain").map(|text| Draft::of_text(&text)));
        if let Some(found) = found {
            event.prevent_default();
            let either = |before: &String, found: String| if before.trim().is_empty() { found } else { before.clone() };
            let draft = Draft {
                title: either(&before.title, found.title),
                author: either(&before.author, found.author),
                published: either(&before.published, found.published),
                text: found.text,
                ..before.clone()
            };
            act.emit(Brought::Edit(Edit::Fill(at, Box::new(draft))));
        }
    };
    let wrong = draft.is_wrong(Field::Text);
    let id = format!("nc-wrong-{}-Text", draft.id);
    html! {
        <div class="nc-field">
            <label class="nc-field nc-own-text">
                { (words.field)(Field::Text) }
                <textarea
                    rows={if draft.text.is_empty() { "4" } else { "10" }}
                    dir="auto"
                    lang={Some(draft.lang.trim().to_owned()).filter(|_| !draft.lang.trim().is_empty() && !draft.is_wrong(Field::Lang))}
                    value={draft.text.clone()}
                    aria-invalid={wrong.then_some("true")}
                    aria-describedby={wrong.then(|| id.clone())}
                    {oninput}
                    {onpaste}
                />
            </label>
            if wrong {
                <p {id} class="nc-wrong">{ (words.field_wrong)(Field::Text) }</p>
            }
        </div>
    }
}

/// Shows the choice whether an article is an excerpt.
fn excerpt(props: &BringProps, at: usize, draft: &Draft) -> Html {
    let act = props.act.clone();
    let onchange = move |event: Event| {
        let checked = event.target_dyn_into::<HtmlInputElement>().is_some_and(|input| input.checked());
        act.emit(Brought::Edit(Edit::Excerpt(at, checked)));
    };
    html! {
        <label class="nc-choice"><input type="checkbox" checked={draft.excerpt} {onchange} /><span>{ props.words.excerpt_choice }</span></label>
    }
}
