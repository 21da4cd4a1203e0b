//! The root component: chooses between error, progress and the comparing screen.

use super::heading::Level;
use super::screen::Screen;
use super::state::Mode;
use super::words::Words;
use super::{Comparable, Input, UiEvent};
use crate::comparison::{COMPARISON_FORMAT, Comparison, Generator};
use crate::{Analyzer, Corpus};
use gloo::render::{AnimationFrame, request_animation_frame};
use gloo::timers::callback::Timeout;
use std::cell::RefCell;
use std::rc::Rc;
use yew::prelude::*;

/// How long the analysis waits for a frame at most, in milliseconds: none comes while the page is hidden.
const PATIENCE: u32 = 250;

/// Who compares the articles of a corpus, and how far that is.
#[derive(Debug, Clone, Default, PartialEq)]
pub enum Analysis {
    /// The screen itself, in one piece once the articles are painted.
    #[default]
    Here,
    /// Whoever mounted the screen; so many articles are read of so many, 0 of 0 where that is not known yet.
    UnderWay {
        /// How many are read.
        done: usize,
        /// How many there are.
        of: usize,
    },
    /// Nobody: the reader has stopped it.
    Stopped,
    /// It is done.
    Done(Comparable),
}

/// What [`App`] needs.
#[derive(Debug, Clone, PartialEq, Properties)]
pub struct AppProps {
    /// What to show.
    pub input: Input,
    /// Who compares the articles, where they are not compared yet.
    #[prop_or_default]
    pub analysis: Analysis,
    /// What the screen says, in the reader's language.
    #[prop_or_default]
    pub words: Words,
    /// How it is read at first, and again whenever this changes.
    #[prop_or_default]
    pub mode: Mode,
    /// The id of the claim that is opened as soon as it is there.
    #[prop_or_default]
    pub opened: Option<AttrValue>,
    /// The level of its title among the headings of the page.
    #[prop_or_default]
    pub level: Level,
    /// Hears what happens on the screen.
    #[prop_or_default]
    pub on_event: Callback<UiEvent>,
}

/// Shows a comparison, or the way to it.
#[component]
pub fn App(props: &AppProps) -> Html {
    // Another language needs no other analysis: the screen makes the reasons anew from rules and cues.
    let language = props.words.locale.language;
    let analysed = use_state_eq(|| None::<(Input, Comparable)>);
    // Articles that stay when the story is changed are not read again.
    let analyzer = use_mut_ref(Analyzer::default);
    {
        let (analysed, on_event) = (analysed.clone(), props.on_event.clone());
        let here = props.analysis == Analysis::Here;
        use_effect_with((props.input.clone(), here), move |(input, here)| {
            let timeout = match input.clone() {
                Input::Corpus(_) if !here || cfg!(not(feature = "analysis")) => None,
                Input::Corpus(corpus) => {
                    let input = input.clone();
                    Some(AfterPaint::new(move || {
                        let mut analyzer = analyzer.borrow_mut();
                        analyzer.speak(language);
                        let comparison = Comparable(Rc::new(analyzer.analyze(&corpus)));
                        drop(analyzer);
                        analysed.set(Some((input, comparison.clone())));
                        on_event.emit(UiEvent::Ready { comparison });
                    }))
                }
                Input::Comparison(comparison) => {
                    on_event.emit(UiEvent::Ready { comparison: Comparable(comparison) });
                    None
                }
                Input::Error(message) => {
                    on_event.emit(UiEvent::Error { message });
                    None
                }
            };
            move || drop(timeout)
        });
    }
    {
        let on_event = props.on_event.clone();
        use_effect_with((props.input.clone(), done(&props.analysis).cloned()), move |(input, comparison)| {
            if let (Input::Corpus(_), Some(comparison)) = (input, comparison) {
                on_event.emit(UiEvent::Ready { comparison: comparison.clone() });
            }
        });
    }
    let texts = use_memo(props.input.clone(), |input| match input {
        Input::Corpus(corpus) => Some(Comparable(Rc::new(without_claims(corpus)))),
        _ => None,
    });
    let (on_event, mut words, mode) = (props.on_event.clone(), props.words.clone(), props.mode);
    words.level = props.level;
    let opened = props.opened.clone();
    match &props.input {
        Input::Error(message) => html! {
            <div class="nc" lang={words.locale.tag.clone()}>
                <div class="nc-app nc-error" role="alert">
                    <p class="nc-error-title">{ words.cannot_compare }</p>
                    <p dir="auto">{ message.clone() }</p>
                </div>
            </div>
        },
        Input::Comparison(comparison) => {
            html! { <Screen comparison={Comparable(comparison.clone())} supplied=true {words} {mode} {opened} {on_event} /> }
        }
        input @ Input::Corpus(_) => {
            let here = analysed.as_ref().filter(|(of, _)| of == input).map(|(_, comparison)| comparison);
            let analysis = props.analysis.clone();
            match (done(&props.analysis).or(here), &*texts) {
                (Some(comparison), _) => {
                    html! { <Screen comparison={comparison.clone()} {analysis} {words} {mode} {opened} {on_event} /> }
                }
                (None, Some(texts)) => {
                    let comparison = texts.clone();
                    html! { <Screen {comparison} pending=true {analysis} {words} {mode} {on_event} /> }
                }
                _ => Html::default(),
            }
        }
    }
}

fn done(analysis: &Analysis) -> Option<&Comparable> {
    match analysis {
        Analysis::Done(comparison) => Some(comparison),
        _ => None,
    }
}

/// Work that waits until the texts are painted; dropping it takes it back.
struct AfterPaint {
    _frame: AnimationFrame,
    _patience: Timeout,
}

impl AfterPaint {
    fn new(work: impl FnOnce() + 'static) -> Self {
        let work = Rc::new(RefCell::new(Some(work)));
        let run = move || {
            let work = work.borrow_mut().take();
            if let Some(work) = work {
                work();
            }
        };
        let (soon, late) = (Rc::new(RefCell::new(None)), run.clone());
        // What is asked for in a frame comes after its painting.
        let frame = request_animation_frame(move |_| {
            soon.replace(Some(Timeout::new(0, run)));
        });
        Self { _frame: frame, _patience: Timeout::new(PATIENCE, late) }
    }
}

/// Returns the articles alone, to be read while they are compared.
fn without_claims(corpus: &Corpus) -> Comparison {
    Comparison {
        format: COMPARISON_FORMAT.to_owned(),
        corpus: corpus.clone(),
        generator: Generator { name: String::new(), version: String::new() },
        review: None,
        corrections: None,
        claims: Vec::new(),
    }
}
