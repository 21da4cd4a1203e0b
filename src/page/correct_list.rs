//! What was corrected, with the way back from each, and what no longer fits.

use super::correct::{Act, short};
use super::words::PageWords;
use crate::correction::{Change, Correction, History};
use std::rc::Rc;
use yew::prelude::*;

/// What [`CorrectionList`] needs.
#[derive(Debug, Properties)]
pub struct CorrectionListProps {
    /// What it says.
    pub words: PageWords,
    /// What was corrected.
    pub history: Rc<History>,
    /// Hears what is taken back.
    pub act: Callback<Act>,
}

impl PartialEq for CorrectionListProps {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.history, &other.history) && self.words == other.words && self.act == other.act
    }
}

/// Shows the list.
#[component]
pub fn CorrectionList(props: &CorrectionListProps) -> Html {
    let (words, history) = (&props.words, &props.history);
    let items = history.corrections().enumerate().map(|(at, correction)| {
        let what = description(words, correction);
        let act = props.act.clone();
        let onclick = move |_: MouseEvent| act.emit(Act::TakeBack(at));
        let misfit = history.misfits().iter().find(|(place, _)| *place == at);
        html! {
            <li key={at}>
                <p dir="auto">{ what.clone() }</p>
                if let Some((_, misfit)) = misfit {
                    <p class="nc-notice">{ words.does_not_fit }{ " " }{ (words.misfit)(*misfit) }</p>
                }
                <button type="button" class="nc-big" aria-label={(words.take_back_of)(&what)} {onclick}>{ words.take_back }</button>
            </li>
        }
    });
    html! {
        <section aria-labelledby="nc-corrections">
            <h3 id="nc-corrections">{ words.corrections_heading }</h3>
            if history.corrections().len() == 0 {
                <p class="nc-aside">{ words.no_corrections }</p>
            } else {
                <ol class="nc-pieces">{ for items }</ol>
            }
        </section>
    }
}

/// Says what a correction does, to which claim, by whom and when.
fn description(words: &PageWords, correction: &Correction) -> String {
    let row = match &correction.change {
        Change::Cell { row, .. }
        | Change::Statement { row, .. }
        | Change::Verdict { row, .. }
        | Change::Note { row, .. }
        | Change::Split { row, .. }
        | Change::Remove { row } => &row.statement,
        Change::Move { from, .. } => &from.statement,
        Change::Merge { into, .. } => &into.statement,
        Change::Add { statement, .. } => statement,
    };
    let mut out = format!("{}: {}", (words.change)(&correction.change), (words.screen.quoted)(&short(row)));
    if let Some(by) = &correction.by {
        out = format!("{out} · {by}");
    }
    if let Some(date) = &correction.date {
        out = format!("{out} · {}", words.screen.day(date));
    }
    out
}
