//! The first step of a lesson: how the class answers, which claims are asked, whether outlets are named, and the timer.

use super::room::{Act, Room};
use super::words::PageWords;
use crate::lesson::{Action, Step, Way};
use crate::ui::dom;
use crate::ui::story::Story;
use std::rc::Rc;
use web_sys::{HtmlInputElement, HtmlSelectElement};
use yew::prelude::*;

/// How many claims can be asked for at once.
const COUNTS: [usize; 4] = [4, 6, 12, 20];

/// The minutes that the timer offers.
const MINUTES: [u32; 7] = [1, 2, 3, 5, 10, 15, 20];

/// How many claims are listed to choose from one by one: a lesson has sixty at most, and a longer list is not read.
const LISTED: usize = 120;

/// What [`Prepare`] needs.
#[derive(Debug, Properties)]
pub struct PrepareProps {
    /// What it says.
    pub words: PageWords,
    /// The lesson.
    pub room: Rc<Room>,
    /// The story.
    pub story: Rc<Story>,
    /// Hears what is done.
    pub act: Callback<Act>,
}

impl PartialEq for PrepareProps {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.room, &other.room) && self.story == other.story && self.words == other.words
    }
}

/// Shows the choices.
#[component]
pub fn Prepare(props: &PrepareProps) -> Html {
    let (words, lesson, act) = (&props.words, &props.room.lesson, &props.act);
    let all = props.room.sheet.rows.len();
    let ways = Way::ALL.iter().map(|&way| {
        let act = act.clone();
        let onchange = move |_: Event| act.emit(Act::Lesson(Action::Answer(way)));
        html! {
            <label key={(words.way)(way)} class="nc-choice">
                <input type="radio" name="nc-way" checked={lesson.way == way} {onchange} />
                <span><b>{ (words.way)(way) }</b><br />{ (words.way_hint)(way) }</span>
            </label>
        }
    });
    let blind = {
        let act = act.clone();
        move |event: Event| {
            let checked = event.target_dyn_into::<HtmlInputElement>().is_some_and(|input| input.checked());
            act.emit(Act::Lesson(Action::Blind(checked)));
        }
    };
    let number_of = |event: &Event| event.target_dyn_into::<HtmlSelectElement>().and_then(|s| s.value().parse().ok());
    let propose = {
        let act = act.clone();
        move |event: Event| {
            if let Some(count) = number_of(&event) {
                act.emit(Act::Lesson(Action::Propose(count)));
            }
        }
    };
    let minutes = {
        let act = act.clone();
        move |event: Event| {
            let minutes = number_of(&event).and_then(|minutes: usize| u32::try_from(minutes).ok());
            act.emit(Act::Lesson(Action::Minutes(minutes)));
        }
    };
    let mut counts: Vec<usize> = COUNTS.into_iter().filter(|count| *count < all).collect();
    counts.push(all);
    if !counts.contains(&lesson.asked.len()) {
        counts.insert(0, lesson.asked.len());
    }
    let counts = counts.into_iter().map(|count| {
        let label = words.screen.count(words.screen.claims, count);
        let label = if count == all { (words.all_of)(&label) } else { label };
        html! { <option key={count} value={count.to_string()} selected={lesson.asked.len() == count}>{ label }</option> }
    });
    let times = MINUTES.iter().map(|&minutes| {
        let label = words.screen.count(words.minutes, minutes as usize);
        html! { <option key={minutes} value={minutes.to_string()} selected={lesson.minutes == Some(minutes)}>{ label }</option> }
    });
    let claims = props.story.comparison.claims.iter().enumerate().take(LISTED).map(|(row, claim)| {
        let act = act.clone();
        let onchange = move |_: Event| act.emit(Act::Lesson(Action::Toggle(row)));
        let checked = lesson.asked.contains(&row);
        html! {
            <label key={row} class="nc-choice">
                <input type="checkbox" {checked} {onchange} />
                <span>
                    <span lang={props.story.lang_of(claim)} dir="auto">{ claim.statement.clone() }</span>
                    <span class="nc-aside">{ format!(" · {}", (words.screen.verdict)(claim.verdict)) }</span>
                </span>
            </label>
        }
    });
    let begin = {
        let (act, step) = (act.clone(), lesson.steps().get(1).copied().unwrap_or(Step::Predict));
        move |event: MouseEvent| {
            dom::focus_next(&event, ".nc-step[aria-current]".to_owned());
            act.emit(Act::Lesson(Action::Go(step)));
        }
    };
    html! {
        <div class="nc-prepare">
            <fieldset>
                <legend>{ words.how }</legend>
                { for ways }
            </fieldset>
            <fieldset>
                <legend>{ words.what }</legend>
                <label class="nc-field">{ words.how_many }<select onchange={propose}>{ for counts }</select></label>
                <p class="nc-aside">{ words.mixed }</p>
                <details>
                    <summary>{ words.one_by_one }</summary>
                    <div class="nc-choices">{ for claims }</div>
                </details>
                <label class="nc-choice">
                    <input type="checkbox" checked={lesson.blind} onchange={blind} />
                    <span><b>{ words.blind }</b><br />{ words.blind_hint }</span>
                </label>
                <label class="nc-field">
                    { words.timer }
                    <select onchange={minutes}>
                        <option value="0" selected={lesson.minutes.is_none()}>{ words.no_timer }</option>
                        { for times }
                    </select>
                </label>
            </fieldset>
            <p><button type="button" class="nc-big nc-main-button" onclick={begin}>{ words.begin }</button></p>
        </div>
    }
}
