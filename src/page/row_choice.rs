//! Choosing another claim and then doing something with it: going through a list with the arrow keys alone changes nothing.

use super::correct::{others, selected};
use super::words::PageWords;
use crate::correction::History;
use std::rc::Rc;
use yew::prelude::*;

/// What [`RowChoice`] needs.
#[derive(Debug, Properties)]
pub struct RowChoiceProps {
    /// What it says.
    pub words: PageWords,
    /// The claims to choose from.
    pub history: Rc<History>,
    /// The id of the one that cannot be chosen.
    pub but: AttrValue,
    /// What the list is called.
    pub label: &'static str,
    /// What the button says.
    pub button: &'static str,
    /// The id of what says why the last choice was refused.
    #[prop_or_default]
    pub described: Option<&'static str>,
    /// Hears the id of the claim that was chosen, when the button is pressed.
    pub done: Callback<String>,
}

impl PartialEq for RowChoiceProps {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.history, &other.history)
            && (&self.words, &self.but, self.described, &self.done)
                == (&other.words, &other.but, other.described, &other.done)
    }
}

/// Shows the list and the button.
#[component]
pub fn RowChoice(props: &RowChoiceProps) -> Html {
    let chosen = use_state_eq(|| None::<String>);
    {
        // After a change another claim may stand there.
        let chosen = chosen.clone();
        use_effect_with((Rc::as_ptr(&props.history), props.but.clone()), move |_| chosen.set(None));
    }
    let onchange = {
        let chosen = chosen.clone();
        move |event: Event| chosen.set(selected(&event))
    };
    let onclick = {
        let (chosen, done) = (chosen.clone(), props.done.clone());
        move |_: MouseEvent| {
            if let Some(id) = &*chosen {
                done.emit(id.clone());
            }
        }
    };
    html! {
        <div class="nc-row-choice">
            <label class="nc-field">
                { props.label }
                <select {onchange}>{ others(&props.words, &props.history.comparison().claims, &props.but, chosen.as_deref()) }</select>
            </label>
            <button type="button" class="nc-big" aria-describedby={props.described} disabled={chosen.is_none()} {onclick}>{ props.button }</button>
        </div>
    }
}
