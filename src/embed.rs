//! The door between the page and the screen: the only file that speaks `wasm-bindgen`.
//!
//! `www/element.js` is on the other side. It makes one instance of the module per element, so whatever is kept here
//! (the panic hook's listener) belongs to one element. After a panic the instance must not be entered again: the
//! element throws it away together with its `<div>` and starts afresh.
#![allow(unsafe_code)] // written by the `wasm_bindgen` macro

use crate::comparison::says_comparison;
use crate::ui::intl::Locale;
use crate::ui::words::Words;
use crate::ui::{App, AppProps, Input, UiEvent};
use crate::{Comparison, Corpus, Format, InputError, Language, Options, analyze, export};
use gloo::timers::callback::Timeout;
use serde::{Deserialize, Serialize};
use std::cell::RefCell;
use std::rc::Rc;
use wasm_bindgen::prelude::*;
use web_sys::{Element, js_sys::Function};
use yew::{AppHandle, AttrValue, Callback, Renderer};

/// The story that is shown when the page gives none.
const EMBEDDED: &str = include_str!("../corpora/mexico-us-call.json");

thread_local! {
    /// Hears of a panic in this instance.
    static ON_PANIC: RefCell<Option<Function>> = const { RefCell::new(None) };
}

/// What the page wants shown: a story, an error of its own, or nothing (then the embedded story).
#[derive(Debug, Default, Deserialize)]
struct Given {
    /// JSON text of `news-compare.corpus/1` or `news-compare.comparison/1`.
    story: Option<String>,
    /// Why there is no story, in words for the reader.
    error: Option<String>,
    /// BCP 47 tag of the language that the screen speaks; English without one or for one it does not speak.
    lang: Option<String>,
}

/// Functions of the page.
#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct Listeners {
    /// Called with the name of an event (`ready`, `select`, `error`) and its detail.
    #[serde(with = "serde_wasm_bindgen::preserve")]
    on_event: JsValue,
    /// Called with the message of a panic; the instance must not be used after that.
    #[serde(with = "serde_wasm_bindgen::preserve")]
    on_panic: JsValue,
}

/// What an event tells.
#[derive(Serialize)]
#[serde(untagged)]
enum Detail {
    Ready { title: String, documents: Vec<String>, claims: usize },
    Select { row: Option<String>, document: Option<String> },
    Error { message: String },
}

/// The screen mounted on an element.
#[wasm_bindgen]
pub struct Screen {
    app: AppHandle<App>,
    input: Input,
    words: Words,
    on_event: Callback<UiEvent>,
}

/// Mounts the screen on an element, whose content it replaces.
///
/// # Errors
/// When `given` or `listeners` have another shape than `www/element.js` gives them.
#[wasm_bindgen]
pub fn mount(root: Element, given: JsValue, listeners: JsValue) -> Result<Screen, JsValue> {
    let (input, words) = read_given(given)?;
    let listeners: Listeners = serde_wasm_bindgen::from_value(listeners)?;
    let on_panic: Function = listeners.on_panic.dyn_into()?;
    let on_event: Function = listeners.on_event.dyn_into()?;
    ON_PANIC.set(Some(on_panic));
    yew::set_custom_panic_hook(Box::new(|panic| {
        let on_panic = ON_PANIC.take();
        if let Some(on_panic) = on_panic {
            // Nothing is left to do for a listener that fails.
            let _ = on_panic.call1(&JsValue::NULL, &JsValue::from_str(&panic.to_string()));
        }
    }));
    let on_event = Callback::from(move |event: UiEvent| {
        let (name, detail) = describe(event);
        if let Ok(detail) = serde_wasm_bindgen::to_value(&detail) {
            // A listener of the page that throws has its error reported by `dispatchEvent`.
            let _ = on_event.call2(&JsValue::NULL, &JsValue::from_str(name), &detail);
        }
    });
    let props = AppProps { input: input.clone(), words: words.clone(), on_event: on_event.clone() };
    let app = Renderer::<App>::with_root_and_props(root, props).render();
    Ok(Screen { app, input, words, on_event })
}

#[wasm_bindgen]
impl Screen {
    /// Shows something else.
    ///
    /// # Errors
    /// When `given` has another shape than `www/element.js` gives it.
    pub fn show(&mut self, given: JsValue) -> Result<(), JsValue> {
        (self.input, self.words) = read_given(given)?;
        self.update();
        Ok(())
    }

    /// Goes on in another language, by its BCP 47 tag; what is on the screen stays as it is.
    pub fn speak(&mut self, lang: &str) {
        self.words = Words::new(Locale::of_tag(lang));
        self.update();
    }

    fn update(&mut self) {
        let (input, words, on_event) = (self.input.clone(), self.words.clone(), self.on_event.clone());
        self.app.update(AppProps { input, words, on_event });
    }

    /// Takes the screen off its element, in a task of its own: Yew forgets a destruction that comes before the first
    /// rendering, and renders after it.
    pub fn destroy(self) {
        Timeout::new(0, || self.app.destroy()).forget();
    }
}

/// Analyses `news-compare.corpus/1` and gives `news-compare.comparison/1`, both as JSON text.
///
/// # Errors
/// The message of the [`InputError`].
#[wasm_bindgen(js_name = analyze)]
pub fn analyze_json(corpus: &str) -> Result<String, JsError> {
    let comparison = analyze(&Corpus::from_json(corpus)?, &Options::default());
    Ok(export(&comparison, Format::Comparison, Language::English))
}

/// Writes `news-compare.comparison/1`, given as JSON text, in the format of that name; `lang` is the language of the words around.
///
/// # Errors
/// The message of the [`InputError`], or that there is no such format.
#[wasm_bindgen(js_name = exportAs)]
pub fn export_json(comparison: &str, format: &str, lang: &str) -> Result<String, JsError> {
    let known = Format::of_name(format).ok_or_else(|| JsError::new(&format!("there is no format {format:?}")))?;
    let language = Locale::of_tag(lang).language;
    let comparison = Comparison::from_json(comparison).map_err(|error| JsError::new(&error.message(language)))?;
    Ok(export(&comparison, known, language))
}

fn read_given(given: JsValue) -> Result<(Input, Words), JsValue> {
    let given: Given = serde_wasm_bindgen::from_value(given)?;
    let words = Words::new(Locale::of_tag(given.lang.as_deref().unwrap_or_default()));
    let input = match given.error {
        Some(message) => Input::Error(AttrValue::from(message)),
        None => read(given.story.as_deref().unwrap_or(EMBEDDED))
            .unwrap_or_else(|error| Input::Error(AttrValue::from(error.message(words.locale.language)))),
    };
    Ok((input, words))
}

/// Reads either format, told apart by the member `format`.
fn read(story: &str) -> Result<Input, InputError> {
    Ok(if says_comparison(story) {
        Input::Comparison(Rc::new(Comparison::from_json(story)?))
    } else {
        Input::Corpus(Rc::new(Corpus::from_json(story)?))
    })
}

fn describe(event: UiEvent) -> (&'static str, Detail) {
    match event {
        UiEvent::Ready { comparison } => (
            "ready",
            Detail::Ready {
                title: comparison.0.corpus.title.clone(),
                documents: comparison.0.corpus.documents.iter().map(|document| document.id.0.clone()).collect(),
                claims: comparison.0.claims.len(),
            },
        ),
        UiEvent::Select { row, document } => (
            "select",
            Detail::Select { row: row.map(|row| row.to_string()), document: document.map(|document| document.0) },
        ),
        UiEvent::Error { message } => ("error", Detail::Error { message: message.to_string() }),
    }
}
