//! The lesson: its steps on top, the step that it is in, and the way on and back, for a mouse, the keyboard and a clicker.
//!
//! It stays mounted while another view is open, so that nobody's votes are lost by a look at the guide; another story begins another
//! lesson, and finds the one that was left when it is opened again.

use super::collect::{Collect, CollectProps};
use super::handover;
use super::predict::hands;
use super::prepare::Prepare;
use super::results::Results;
use super::reveal::reveal;
use super::room::{Act, Room, Rooms};
use super::stories::Teaching;
use super::student::ballot;
use super::timer::Timer;
use super::words::{PageWords, View};
use crate::lesson::{Action, Blind, Mark, Sheet, Step, Way};
use crate::ui::Comparable;
use crate::ui::dom;
use crate::ui::origin::counted_once;
use crate::ui::story::Story;
use gloo::events::{EventListener, EventListenerOptions};
use std::rc::Rc;
use wasm_bindgen::JsCast as _;
use web_sys::Element;
use yew::prelude::*;

/// What [`LessonView`] needs.
#[derive(Debug, PartialEq, Properties)]
pub struct LessonProps {
    /// What it says.
    pub words: PageWords,
    /// What the lesson is about.
    pub comparison: Comparable,
    /// What the story teaches, where that is known.
    #[prop_or_default]
    pub teaching: Option<Teaching>,
    /// The lessons of other stories.
    #[prop_or_default]
    pub rooms: Rooms,
    /// Hears which other view is wanted.
    #[prop_or_default]
    pub open: Callback<View>,
    /// Tells that it is the view that is open, so that keys are meant for it.
    pub active: bool,
}

/// Shows the lesson.
#[component]
pub fn LessonView(props: &LessonProps) -> Html {
    let words = &props.words;
    let room = {
        let (comparison, rooms) = (props.comparison.clone(), props.rooms.clone());
        use_reducer(move || rooms.open(Sheet::of(&comparison.0)))
    };
    let act = use_callback(room.dispatcher(), |act: Act, dispatcher| dispatcher.dispatch(act));
    {
        let act = act.clone();
        use_effect_with((), move |()| act.emit(Act::Begin(Mark::new(handover::chance()))));
    }
    let blind = room.lesson.blind;
    let story = use_memo((props.comparison.clone(), words.clone(), blind), |(comparison, words, blind)| {
        let comparison = counted_once(comparison.0.clone());
        let comparison = if *blind { Rc::new(Blind::of_names(&comparison)) } else { comparison };
        Rc::new(Story::new(comparison, words.screen.clone(), true))
    });
    let covers =
        use_memo(
            (props.comparison.clone(), blind),
            |(comparison, blind)| {
                if *blind { Blind::of(&comparison.0) } else { Blind::default() }
            },
        );
    let story = (*story).clone();
    let frame = use_node_ref();
    let lesson = room.lesson.clone();
    let keys = props.active && lesson.step != Step::Prepare;
    // What is still hidden needs no reading before it is shown.
    use_clicker(keys, lesson.step != Step::Reveal || lesson.shown, frame.clone(), act.clone());
    use_warning(props.rooms.leave(&room));
    {
        // A new claim or step begins at its top.
        let frame = frame.clone();
        use_effect_with((lesson.step, lesson.at), move |_| {
            if let Some(frame) = frame.cast::<Element>().filter(|frame| frame.get_bounding_client_rect().top() < 0.0) {
                frame.scroll_into_view();
            }
        });
    }
    if story.comparison.claims.is_empty() {
        return html! {
            <div class="nc" lang={words.screen.locale.tag.clone()}>
                <p class="nc-sheet-view">{ words.screen.no_claims }</p>
            </div>
        };
    }
    let steps = lesson.steps().iter().map(|&step| {
        let act = act.clone();
        let current = (lesson.step == step).then_some("step");
        let onclick = move |_: MouseEvent| act.emit(Act::Lesson(Action::Go(step)));
        html! {
            <li key={(words.step)(step)}>
                <button type="button" class="nc-step" aria-current={current} {onclick}>{ (words.step)(step) }</button>
            </li>
        }
    });
    let shared = Rc::new((*room).clone());
    let collect = |folded: bool| {
        let CollectProps { words, came, left_out, act, .. } = CollectProps::of(&shared, words, &act);
        html! { <Collect {words} {came} {left_out} {folded} {act} /> }
    };
    let title = shared.sheet.title.trim();
    let title = if title.is_empty() { words.screen.untitled } else { title };
    let go = |view: View| {
        let open = props.open.clone();
        move |_: MouseEvent| open.emit(view)
    };
    let body = match lesson.step {
        Step::Prepare => html! {
            <>
                <h2>{ (words.lesson_on)(&(words.screen.quoted)(title)) }</h2>
                if let Some(teaching) = &props.teaching {
                    <p lang="en">{ teaching.skill.clone() }</p>
                }
                <p class="nc-buttons">
                    <button type="button" class="nc-big" onclick={go(View::Stories)}>{ words.other_story }</button>
                    <button type="button" class="nc-big" onclick={go(View::Worksheet)}>{ words.on_paper }</button>
                    <button type="button" class="nc-big" onclick={go(View::Guides)}>{ words.how_to_teach }</button>
                </p>
                <Prepare words={words.clone()} room={shared.clone()} story={story.clone()} act={act.clone()} />
            </>
        },
        Step::Predict if lesson.way == Way::Student => ballot(words, &shared, &story, &covers, &act),
        Step::Predict if lesson.way == Way::Own => html! {
            <>
                <h2>{ words.own_heading }</h2>
                <ol class="nc-how">{ for words.own_steps.iter().map(|step| html! { <li>{ *step }</li> }) }</ol>
                <p>{ (words.own_story)(story.comparison.corpus.title.trim(), lesson.blind) }</p>
                <p class="nc-aside">{ (words.own_asks)(&words.screen.count(words.screen.claims, lesson.asked.len()), shared.asks_as_proposed()) }</p>
                { collect(false) }
            </>
        },
        Step::Predict => hands(words, &shared, &story, &covers, &act),
        Step::Reveal => reveal(words, &shared, &story, &covers),
        Step::Compare => html! {
            <>
                if lesson.way == Way::Own {
                    { collect(true) }
                }
                <Results words={words.clone()} room={shared.clone()} story={story.clone()} blind={(*covers).clone()} />
                if let Some(teaching) = &props.teaching {
                    <section class="nc-talk">
                        <h2>{ words.questions }</h2>
                        <ol lang="en">{ for teaching.questions.iter().map(|question| html! { <li>{ covers.cover(question) }</li> }) }</ol>
                    </section>
                }
            </>
        },
    };
    let wall = lesson.step != Step::Prepare && lesson.way != Way::Student;
    html! {
        <div class={classes!("nc", "nc-lesson", wall.then_some("nc-on-wall"))} lang={words.screen.locale.tag.clone()} ref={frame}>
            <div class="nc-lesson-head">
                <ol class="nc-lesson-steps" aria-label={words.steps}>{ for steps }</ol>
                if let (Some(minutes), Step::Predict) = (lesson.minutes, lesson.step) {
                    <Timer words={words.clone()} {minutes} />
                }
            </div>
            <div class="nc-lesson-body">{ body }</div>
            if lesson.step != Step::Prepare {
                { way_on(words, &shared, &act) }
            }
        </div>
    }
}

/// Shows the buttons for back and on.
fn way_on(words: &PageWords, room: &Room, act: &Callback<Act>) -> Html {
    let lesson = &room.lesson;
    let go = |action: Action| {
        let act = act.clone();
        move |event: MouseEvent| {
            // A button that can no longer be pressed loses the focus: what has come is read from its beginning.
            dom::focus_next(&event, ".nc-lesson:has(.nc-lesson-foot :disabled) .nc-step[aria-current]".to_owned());
            act.emit(Act::Lesson(action.clone()));
        }
    };
    let is_last = lesson.at + 1 >= lesson.asked.len();
    let at_end = match lesson.step {
        Step::Compare => true,
        Step::Predict => lesson.way == Way::Student && is_last,
        Step::Reveal => lesson.way == Way::Show && is_last && lesson.shown,
        Step::Prepare => false,
    };
    let on = match lesson.step {
        Step::Reveal if !lesson.shown => words.show,
        _ if !lesson.is_one_by_one() || is_last => words.next_step,
        _ => words.next_claim,
    };
    html! {
        <div class="nc-lesson-foot">
            <button type="button" class="nc-big" onclick={go(Action::Previous)}>{ words.back }</button>
            <button type="button" class="nc-big nc-main-button" disabled={at_end} onclick={go(Action::Next)}>{ on }</button>
            <span class="nc-aside">{ words.clicker }</span>
        </div>
    }
}

/// Hears the keys of a clicker, wherever the focus is, but not in a field for text; what is too `long` for the wall is scrolled through first.
#[hook]
fn use_clicker(on: bool, long: bool, frame: NodeRef, act: Callback<Act>) {
    use_effect_with((on, long), move |(on, long)| {
        let long = *long;
        let listener = on.then(|| {
            let window = web_sys::window()?;
            let options = EventListenerOptions::enable_prevent_default();
            Some(EventListener::new_with_options(&window, "keydown", options, move |event| {
                let Some(event) = event.dyn_ref::<web_sys::KeyboardEvent>() else { return };
                let action = match event.key().as_str() {
                    "PageDown" => Action::Next,
                    "PageUp" => Action::Previous,
                    _ => return,
                };
                let modified = event.ctrl_key() || event.alt_key() || event.meta_key();
                if !modified && !writes(event) {
                    event.prevent_default();
                    if !(long && scrolls(&frame, action == Action::Next)) {
                        act.emit(Act::Lesson(action));
                    }
                }
            }))
        });
        move || drop(listener)
    });
}

/// Scrolls the page by most of what is seen of it, down or up to where the lesson begins, and tells whether there was more to see.
fn scrolls(frame: &NodeRef, down: bool) -> bool {
    /// What may not be hidden without being missed, in pixels: hardly a line.
    const MISSED: i32 = 12;
    let page = web_sys::window().and_then(|window| window.document()?.document_element());
    let (Some(page), Some(frame)) = (page, frame.cast::<Element>()) else { return false };
    let (room, top) = (page.client_height(), page.scroll_top());
    let more = if down {
        top + room + MISSED <= page.scroll_height()
    } else {
        frame.get_bounding_client_rect().top() < f64::from(-MISSED)
    };
    if more {
        let step = room * 3 / 5;
        page.set_scroll_top(if down { top + step } else { top - step });
    }
    more
}

/// Tells whether the key goes into a box for more than a line, where it turns pages.
fn writes(event: &web_sys::KeyboardEvent) -> bool {
    // The first target inside the shadow root: from outside it is always the element itself.
    let target = event.composed_path().get(0).dyn_into::<Element>().ok();
    target.is_some_and(|target| target.matches("textarea, select").unwrap_or(false))
}

/// Asks before the page is left while answers would be lost.
#[hook]
pub(super) fn use_warning(on: bool) {
    use_effect_with(on, move |on| {
        let listener = on.then(|| {
            let window = web_sys::window()?;
            let options = EventListenerOptions::enable_prevent_default();
            Some(EventListener::new_with_options(&window, "beforeunload", options, Event::prevent_default))
        });
        move || drop(listener)
    });
}
