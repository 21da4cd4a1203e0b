//! The root component: chooses between error, progress and the comparing screen.

use super::{Comparable, Input, UiEvent};
use crate::{Options, analyze};
use gloo::timers::callback::Timeout;
use std::rc::Rc;
use yew::prelude::*;

/// How long the browser gets to paint the texts before the analysis starts, in milliseconds.
const PAINT_FIRST: u32 = 20;

/// What [`App`] needs.
#[derive(Debug, PartialEq, Properties)]
pub struct AppProps {
    /// What to show.
    pub input: Input,
    /// Hears what happens on the screen.
    #[prop_or_default]
    pub on_event: Callback<UiEvent>,
}

/// Shows a comparison, or the way to it.
#[component]
pub fn App(props: &AppProps) -> Html {
    let analysed = use_state_eq(|| None::<(Input, Comparable)>);
    {
        let (analysed, on_event) = (analysed.clone(), props.on_event.clone());
        use_effect_with(props.input.clone(), move |input| {
            let timeout = match input.clone() {
                Input::Corpus(corpus) => {
                    let input = input.clone();
                    Some(Timeout::new(PAINT_FIRST, move || {
                        let comparison = Comparable(Rc::new(analyze(&corpus, &Options::default())));
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
    let ready = match &props.input {
        Input::Error(message) => {
            return html! { <div class="nc"><p class="nc-error" role="alert">{ message.clone() }</p></div> };
        }
        Input::Comparison(comparison) => Some(comparison.clone()),
        Input::Corpus(_) => match &*analysed {
            Some((input, comparison)) if *input == props.input => Some(comparison.0.clone()),
            _ => None,
        },
    };
    match ready {
        None => html! { <div class="nc"><p role="status">{ "Comparing the articles …" }</p></div> },
        Some(comparison) => html! { <div class="nc"><h2>{ comparison.corpus.title.clone() }</h2></div> },
    }
}
