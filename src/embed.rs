//! The door between the page and the screen: the only file that speaks `wasm-bindgen`.
//!
//! `www/element.js` is on the other side. It makes one instance of the module per element, so whatever is kept here
//! (the panic hook's listener) belongs to one element. After a panic the instance must not be entered again: the
//! element throws it away together with its `<div>` and starts afresh.
#![allow(unsafe_code)] // written by the `wasm_bindgen` macro

use crate::comparison::says_comparison;
use crate::ui::heading::Level;
use crate::ui::intl::Locale;
use crate::ui::state::Mode;
use crate::ui::words::Words;
use crate::ui::{Analysis, AppProps, Comparable, Input, UiEvent};
#[cfg(feature = "analysis")]
use crate::{Analyzer, Language, Options, analyze};
use crate::{Comparison, Corpus, Format, InputError, export};
use gloo::timers::callback::Timeout;
use serde::{Deserialize, Serialize};
use std::cell::RefCell;
use std::rc::Rc;
use wasm_bindgen::prelude::*;
use web_sys::{Element, js_sys::Function};
use yew::{AppHandle, AttrValue, Callback, Renderer};

/// The story that is shown when the page gives none.
#[cfg(feature = "analysis")]
const EMBEDDED: Option<&str> = Some(include_str!("../corpora/mexico-us-call.json"));
#[cfg(not(feature = "analysis"))]
const EMBEDDED: Option<&str> = None;

/// What is mounted: with the feature `page` the screen has the page of its own around it, where the element asks for that.
#[cfg(feature = "page")]
type Root = crate::page::Desk;
#[cfg(not(feature = "page"))]
type Root = crate::ui::App;

#[cfg(feature = "page")]
fn root_props(app: AppProps, around: &Around) -> crate::page::DeskProps {
    let Around { desk, opened, following } = around.clone();
    crate::page::DeskProps { app, desk, origin: crate::page::Origin::of_name(&opened), following }
}
#[cfg(not(feature = "page"))]
fn root_props(app: AppProps, _around: &Around) -> AppProps {
    app
}

/// How far an analysis is whose predecessor is still on the screen.
#[cfg(feature = "page")]
type Following = crate::page::bring::Following;
/// Without the page around nobody types, and nothing is followed.
#[cfg(not(feature = "page"))]
type Following = ();

/// What is around the screen.
#[derive(Debug, Clone, Default)]
#[cfg_attr(not(feature = "page"), expect(dead_code, reason = "nothing is around the screen then"))]
struct Around {
    /// Tells that the page is ours.
    desk: bool,
    /// Where the story comes from, as [`UiEvent::Open`] named it; empty for that of the page.
    opened: String,
    following: Following,
}

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
    /// The comparison of that story, where it was made before.
    comparison: Option<String>,
    /// Where the story comes from, as [`UiEvent::Open`] named it; none for that of the page.
    opened: Option<String>,
    /// Tells that the page has a corpus analysed elsewhere and gives the comparison to [`Screen::complete`].
    #[serde(default)]
    elsewhere: bool,
    /// BCP 47 tag of the language that the screen speaks; English without one or for one it does not speak.
    lang: Option<String>,
    /// How the comparison is read, by the name in the attribute `view`.
    #[serde(default)]
    view: String,
    /// The level of the title among the headings of the page.
    level: Option<u8>,
    /// Tells that the page is ours, so that stories, lessons and guides stand around the comparison.
    #[serde(default)]
    desk: bool,
}

/// Functions of the page.
#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct Listeners {
    /// Called with the name of an event (`ready`, `select`, `change`, `stop`, `resume`, `open`, `error`) and its detail.
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
    Change { view: &'static str },
    Open { story: Option<String>, origin: String, follows: bool },
    Error { message: String },
    Nothing {},
}

/// The screen mounted on an element.
#[wasm_bindgen]
pub struct Screen {
    app: AppHandle<Root>,
    around: Around,
    props: AppProps,
}

/// Mounts the screen on an element, whose content it replaces.
///
/// # Errors
/// When `given` or `listeners` have another shape than `www/element.js` gives them.
#[wasm_bindgen]
pub fn mount(root: Element, given: JsValue, listeners: JsValue) -> Result<Screen, JsValue> {
    let (props, around) = read_given(given)?;
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
    let props = AppProps { on_event, ..props };
    let app = Renderer::<Root>::with_root_and_props(root, root_props(props.clone(), &around)).render();
    Ok(Screen { app, around, props })
}

#[wasm_bindgen]
impl Screen {
    /// Shows something else.
    ///
    /// # Errors
    /// When `given` has another shape than `www/element.js` gives it.
    pub fn show(&mut self, given: JsValue) -> Result<(), JsValue> {
        let (props, around) = read_given(given)?;
        (self.props, self.around) = (AppProps { on_event: self.props.on_event.clone(), ..props }, around);
        self.update();
        Ok(())
    }

    /// Goes on in another language, by its BCP 47 tag; what is on the screen stays as it is.
    pub fn speak(&mut self, lang: &str) {
        self.props.words = Words::new(Locale::of_tag(lang));
        self.update();
    }

    /// Reads it in another way, and puts its headings at another level.
    pub fn arrange(&mut self, view: &str, level: u8) {
        (self.props.mode, self.props.level) = (Mode::of_name(view), Level::new(level));
        self.update();
    }

    /// Tells whether it shows a corpus that is to be analysed elsewhere.
    pub fn awaits(&self) -> bool {
        matches!((&self.props.input, &self.props.analysis), (Input::Corpus(_), Analysis::UnderWay { .. }))
    }

    /// Tells why the story on the screen was refused, in the words shown there; nothing where it was not.
    pub fn refused(&self) -> Option<String> {
        match &self.props.input {
            Input::Error(message) => Some(message.to_string()),
            _ => None,
        }
    }

    /// Shows how far the analysis elsewhere is: so many articles are read of so many.
    pub fn progress(&mut self, done: usize, of: usize) {
        self.props.analysis = Analysis::UnderWay { done, of };
        self.update();
    }

    /// Shows that the analysis was stopped.
    pub fn stopped(&mut self) {
        self.props.analysis = Analysis::Stopped;
        self.update();
    }

    /// Shows the comparison that was made elsewhere of the corpus on the screen.
    ///
    /// # Errors
    /// The message of the [`InputError`].
    pub fn complete(&mut self, comparison: &str) -> Result<(), JsError> {
        self.props.analysis = Analysis::Done(Comparable(Rc::new(Comparison::from_json(comparison)?)));
        self.update();
        Ok(())
    }

    /// Tells how far the analysis of articles is that are typed on the page, while the one before stays on the screen.
    #[cfg(feature = "page")]
    pub fn follow(&mut self, done: usize, of: usize) {
        self.around.following = Following::UnderWay(done, of);
        self.update();
    }

    /// Goes on with what is on the screen: the analysis was stopped or, with a message, has failed.
    #[cfg(feature = "page")]
    pub fn unfollow(&mut self, message: Option<String>) {
        self.around.following = message.map_or(Following::Still, |message| Following::Failed(message.into()));
        self.update();
    }

    fn update(&mut self) {
        self.app.update(root_props(self.props.clone(), &self.around));
    }

    /// Takes the screen off its element, in a task of its own: Yew forgets a destruction that comes before the first
    /// rendering, and renders after it.
    pub fn destroy(self) {
        Timeout::new(0, || self.app.destroy()).forget();
    }
}

/// Analyses one corpus after another in pieces, so that whoever calls it can tell how far it is, or stop.
#[cfg(feature = "analysis")]
#[wasm_bindgen]
#[derive(Default)]
pub struct Analyst {
    analyzer: Analyzer,
    corpus: Option<Corpus>,
    read: usize,
}

#[cfg(feature = "analysis")]
#[wasm_bindgen]
impl Analyst {
    /// Makes one that has read nothing yet.
    #[wasm_bindgen(constructor)]
    pub fn new() -> Self {
        Self::default()
    }

    /// Takes a corpus on, as JSON text, or the embedded one; gives the number of its articles.
    ///
    /// # Errors
    /// The message of the [`InputError`].
    pub fn begin(&mut self, story: Option<String>, lang: &str) -> Result<usize, JsError> {
        let corpus = Corpus::from_json(story.as_deref().or(EMBEDDED).unwrap_or_default())?;
        let documents = corpus.documents.len();
        self.corpus = Some(corpus);
        self.analyzer.speak(Locale::of_tag(lang).language);
        self.read = 0;
        Ok(documents)
    }

    /// Reads one more article, and tells whether there was one.
    pub fn read(&mut self) -> bool {
        let document = self.corpus.as_ref().and_then(|corpus| corpus.documents.get(self.read));
        let Some(document) = document else { return false };
        self.analyzer.read_ahead(document);
        self.read += 1;
        true
    }

    /// Gives the comparison as `news-compare.comparison/1`, the same bytes as [`analyze_json`] in that language.
    ///
    /// # Errors
    /// That nothing was begun.
    pub fn finish(&mut self) -> Result<String, JsError> {
        let corpus = self.corpus.take().ok_or_else(|| JsError::new("no analysis was begun"))?;
        Ok(export(&self.analyzer.analyze(&corpus), Format::Comparison, Language::English))
    }
}

/// Analyses `news-compare.corpus/1` and gives `news-compare.comparison/1`, both as JSON text.
///
/// # Errors
/// The message of the [`InputError`].
#[cfg(feature = "analysis")]
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

fn read_given(given: JsValue) -> Result<(AppProps, Around), JsValue> {
    let given: Given = serde_wasm_bindgen::from_value(given)?;
    let words = Words::new(Locale::of_tag(given.lang.as_deref().unwrap_or_default()));
    let input = match (given.error, given.story.as_deref().or(EMBEDDED).map(read)) {
        (Some(message), _) => Input::Error(AttrValue::from(message)),
        (None, Some(Err(error))) => Input::Error(AttrValue::from(error.message(words.locale.language))),
        (None, Some(Ok(Input::Corpus(_))) | None) if cfg!(not(feature = "analysis")) => {
            Input::Error(AttrValue::from(words.shows_only))
        }
        (None, Some(Ok(input))) => input,
        (None, None) => Input::Error(AttrValue::default()),
    };
    let made = given.comparison.as_deref().and_then(|comparison| Comparison::from_json(comparison).ok());
    let analysis = match made {
        Some(comparison) => Analysis::Done(Comparable(Rc::new(comparison))),
        None if given.elsewhere => Analysis::UnderWay { done: 0, of: 0 },
        None => Analysis::Here,
    };
    let around = Around { desk: given.desk, opened: given.opened.unwrap_or_default(), following: Following::default() };
    let (mode, level) = (Mode::of_name(&given.view), given.level.map(Level::new).unwrap_or_default());
    Ok((AppProps { input, analysis, words, mode, level, opened: None, on_event: Callback::noop() }, around))
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
        UiEvent::View { mode } => ("change", Detail::Change { view: mode.name() }),
        UiEvent::Open { story, origin, follows } => {
            ("open", Detail::Open { story, origin: origin.to_string(), follows })
        }
        UiEvent::Stop => ("stop", Detail::Nothing {}),
        UiEvent::Resume => ("resume", Detail::Nothing {}),
        UiEvent::Error { message } => ("error", Detail::Error { message: message.to_string() }),
    }
}
