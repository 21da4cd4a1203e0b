//! The root of the page: the strip of views on top, and below it the view that is open.
//!
//! The comparison stays mounted while another view is open, hidden: whoever comes back finds it as it was. A story chosen here takes the
//! place of the one that the page was made with, until the page gives another.

use super::correct::{Act, Correct, acted};
use super::guides::Guides;
use super::lesson::LessonView;
use super::stories::{self, Stories};
use super::words::{PageWords, View};
use super::worksheet::Worksheet;
use crate::comparison::Comparison;
use crate::correction::{History, Misfit};
use crate::language::Language;
use crate::lesson::Sheet;
use crate::ui::{Analysis, App, AppProps, Comparable, Input, UiEvent};
use std::rc::Rc;
use yew::prelude::*;

/// What [`Desk`] needs.
#[derive(Debug, Clone, PartialEq, Properties)]
pub struct DeskProps {
    /// What the comparison needs.
    pub app: AppProps,
    /// Tells that the page is ours: without it, the comparison stands alone.
    #[prop_or_default]
    pub desk: bool,
}

/// Shows the page around a comparison.
#[component]
pub fn Desk(props: &DeskProps) -> Html {
    let view = use_state_eq(View::default);
    // The story chosen here, with the one of the page at that time.
    let chosen = use_state_eq(|| None::<(Input, usize, Input)>);
    // A lesson once opened stays, so that a look elsewhere loses nothing.
    let taught = use_state_eq(|| false);
    let compared = use_state_eq(|| None::<(Input, Comparable)>);
    // Where a story that is chosen opens: in the lesson for whoever came from there.
    let back = use_state_eq(View::default);
    // What is corrected, of which story, and what is wrong with the corrections that came with it.
    let corrected = use_state(|| None::<(Input, Rc<History>, Option<AttrValue>)>);
    let given = props.app.input.clone();
    let (at, input) = match &*chosen {
        Some((of, at, input)) if *of == given => (Some(*at), input.clone()),
        _ => (None, given.clone()),
    };
    let on_event = {
        let (compared, input, on_event) = (compared.clone(), input.clone(), props.app.on_event.clone());
        Callback::from(move |event: UiEvent| {
            if let UiEvent::Ready { comparison } = &event {
                compared.set(Some((input.clone(), comparison.clone())));
            }
            on_event.emit(event);
        })
    };
    let compared = compared.as_ref().filter(|(of, _)| *of == input).map(|(_, comparison)| comparison.clone());
    // What is chosen here is short, and the page does not know of it: it is compared in one piece.
    let analysis = if at.is_some() { Analysis::Here } else { props.app.analysis.clone() };
    let history = corrected.as_ref().filter(|(of, ..)| *of == input);
    let (shown, analysis) = match (&input, history) {
        (Input::Corpus(_), Some((_, history, _))) => {
            (input.clone(), Analysis::Done(Comparable(history.comparison().clone())))
        }
        (Input::Comparison(_), Some((_, history, _))) => (Input::Comparison(history.comparison().clone()), analysis),
        _ => (input.clone(), analysis),
    };
    let app = AppProps { input: shown, analysis, on_event, ..props.app.clone() };
    if !props.desk {
        return html! { <App ..app /> };
    }
    let words = PageWords::new(props.app.words.clone());
    let open = {
        let (view, taught, back) = (view.clone(), taught.clone(), back.clone());
        let (corrected, compared, language) = (corrected.clone(), compared.clone(), words.screen.locale.language);
        let (input, is_open) = (input.clone(), history.is_some());
        Callback::from(move |wanted: View| {
            if let (View::Correct, false, Some(comparison)) = (wanted, is_open, &compared) {
                let (history, fault) = opened(&comparison.0, language);
                corrected.set(history.map(|history| (input.clone(), Rc::new(history), fault)));
            }
            match wanted {
                View::Lesson => taught.set(true),
                View::Stories if *view != View::Stories => {
                    back.set(if matches!(*view, View::Lesson | View::Worksheet) { *view } else { View::Compare });
                }
                _ => {}
            }
            view.set(wanted);
        })
    };
    let choose = {
        let (view, chosen, back) = (view.clone(), chosen.clone(), back.clone());
        Callback::from(move |at: Option<usize>| {
            let story = at.and_then(|at| Some((given.clone(), at, Input::Corpus(Rc::new(stories::corpus(at)?)))));
            if story.as_ref().map(|(_, at, _)| *at) != chosen.as_ref().map(|(_, at, _)| *at) {
                chosen.set(story);
            }
            view.set(*back);
        })
    };
    let correct = {
        let (corrected, input) = (corrected.clone(), input.clone());
        Callback::from(move |act: Act| -> Result<(), Misfit> {
            let Some((_, history, fault)) = &*corrected else { return Ok(()) };
            let next = acted(history, act)?;
            corrected.set(Some((input.clone(), Rc::new(next), fault.clone())));
            Ok(())
        })
    };
    let tabs = View::ALL.iter().map(|&tab| {
        let open = open.clone();
        let current = (*view == tab).then_some("page");
        html! {
            <button key={(words.view)(tab)} type="button" class="nc-view" aria-current={current} onclick={move |_: MouseEvent| open.emit(tab)}>
                { (words.view)(tab) }
            </button>
        }
    });
    let title = match &input {
        Input::Corpus(corpus) => corpus.title.clone(),
        Input::Comparison(comparison) => comparison.corpus.title.clone(),
        Input::Error(_) => String::new(),
    };
    html! {
        <div class="nc-desk">
            <div class="nc nc-strip-of-views" lang={words.screen.locale.tag.clone()}>
                <nav class="nc-views" aria-label={words.views}>{ for tabs }</nav>
                // A story opened here is said by its title.
                <p class="nc-hidden" role="status" aria-live="polite">{ if at.is_some() && *view == View::Compare { title } else { String::new() } }</p>
            </div>
            <div class="nc-view-body" hidden={*view != View::Compare}><App ..app /></div>
            if let Some(comparison) = compared.as_ref().filter(|_| *taught) {
                // Another story begins another lesson.
                <div key={key_of(comparison)} class="nc-view-body" hidden={*view != View::Lesson}>
                    <LessonView
                        words={words.clone()}
                        comparison={comparison.clone()}
                        teaching={at.and_then(stories::teaching)}
                        active={*view == View::Lesson}
                        open={open.clone()}
                    />
                </div>
            } else if matches!(*view, View::Lesson | View::Worksheet | View::Correct) && compared.is_none() {
                <div class="nc"><p class="nc-sheet-view" role="status">{ words.screen.comparing }</p></div>
            }
            if let (Some(comparison), View::Worksheet) = (&compared, *view) {
                <Worksheet words={words.clone()} comparison={comparison.clone()} teaching={at.and_then(stories::teaching)} />
            }
            if *view == View::Guides {
                <Guides words={words.clone()} comparison={compared.clone()} open={open.clone()} />
            }
            if let (Some((_, history, fault)), View::Correct) = (history, *view) {
                <Correct words={words.clone()} history={history.clone()} fault={fault.clone()} act={correct} />
            }
            if *view == View::Stories {
                <Stories words={words.clone()} chosen={at} given={given_title(&props.app.input)} {choose} />
            }
        </div>
    }
}

/// Opens a comparison to correct it; where its corrections cannot be read, as it stands, with what is wrong.
fn opened(comparison: &Comparison, language: Language) -> (Option<History>, Option<AttrValue>) {
    match History::open(comparison.clone()) {
        Ok(history) => (Some(history), None),
        Err(error) => {
            let plain = Comparison { corrections: None, ..comparison.clone() };
            (History::open(plain).ok(), Some(error.message(language).into()))
        }
    }
}

/// Returns the title of the story that the page was made with.
fn given_title(input: &Input) -> String {
    match input {
        Input::Corpus(corpus) => corpus.title.clone(),
        Input::Comparison(comparison) => comparison.corpus.title.clone(),
        Input::Error(_) => String::new(),
    }
}

/// Returns what tells lessons apart: another story, or other articles and claims of it.
fn key_of(comparison: &Comparable) -> String {
    Sheet::of(&comparison.0).fingerprint.to_string()
}
