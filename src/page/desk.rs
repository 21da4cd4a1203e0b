//! The root of the page: the strip of views on top, and below it the view that is open.
//!
//! The comparison stays mounted while another view is open, hidden: whoever comes back finds it as it was. Which story is on the screen is not
//! decided here: a story that is chosen, and articles that are typed, are told to the page ([`UiEvent::Open`]), which has them compared off the
//! main thread and gives them back. Corrections are kept for each place that stories come from, and carried over to the next analysis.
//! The address of the page follows the view and the story, and leads to them: the browser's buttons Back and Forward go from one to another.

mod around;
mod corrections;
mod origin;
mod way;

use super::bring::{Bring, Brought, Following};
use super::correct::{Act, Correct, acted};
use super::drafts::{Drafts, Edit};
use super::guides::Guides;
use super::keeping::{Side, use_keeping};
use super::lesson::{LessonView, use_warning};
use super::room::Rooms;
use super::stories::{self, Stories};
use super::take_along::TakeAlong;
use super::whereabouts::Whereabouts;
use super::words::{PageWords, View};
use super::worksheet::Worksheet;
use super::{handover, link, story_key};
use crate::comparison::Comparison;
use crate::correction::{History, Misfit};
use crate::document::Corpus;
use crate::lesson::Sheet;
use crate::ui::state::Mode;
use crate::ui::{Analysis, App, AppProps, Comparable, Input, UiEvent};
use around::{open_link, use_language, use_title, use_typed};
use corrections::{Corrected, Corrections, OWN, Place, carried, form_of, joined, of_place, place_of, with};
use gloo::events::EventListener;
use gloo::timers::callback::Timeout;
pub use origin::Origin;
use std::rc::Rc;
use way::{Way, use_steps};
use yew::prelude::*;

/// What [`Desk`] needs.
#[derive(Debug, Clone, PartialEq, Properties)]
pub struct DeskProps {
    /// What the comparison needs.
    pub app: AppProps,
    /// Tells that the page is ours: without it, the comparison stands alone.
    #[prop_or_default]
    pub desk: bool,
    /// Where the story on the screen comes from.
    #[prop_or_default]
    pub origin: Origin,
    /// How far the comparison is of articles that were typed.
    #[prop_or_default]
    pub following: Following,
}

/// Shows the page around a comparison.
#[component]
pub fn Desk(props: &DeskProps) -> Html {
    let (desk, origin) = (props.desk, props.origin);
    let words = PageWords::new(props.app.words.clone());
    // Where the reader was when the page was loaded, and is now.
    let start = use_memo((), |()| if desk { Whereabouts::of_address() } else { Whereabouts::default() });
    let here = use_mut_ref(|| Whereabouts::clone(&start));
    // Where the address led last, and how the story is read since.
    let led = use_state(|| {
        let read = if start.read == Mode::Compare { props.app.mode } else { start.read };
        Whereabouts { read, ..Whereabouts::clone(&start) }
    });
    let view = use_state_eq(|| start.view);
    let strip = use_node_ref();
    let way = use_mut_ref(|| Way { seen: (start.view, origin), goal: None });
    use_steps(desk, (*view, origin), &strip, &here, &way);
    // A lesson once opened stays, so that a look elsewhere loses nothing.
    let taught = use_state_eq(|| start.view == View::Lesson);
    let rooms = use_memo((), |()| Rooms::default());
    let compared = use_state_eq(|| None::<(Input, Comparable)>);
    // Where a story that is chosen opens: in the lesson for whoever came from there.
    let back = use_state_eq(View::default);
    let corrections = use_state(Corrections::default);
    // The newest, for what hears of something long after it was made.
    let newest = use_mut_ref(Corrections::default);
    newest.replace((*corrections).clone());
    // Forms once opened stay, so that nothing that was begun in them is lost by a look elsewhere.
    let forms = use_mut_ref(Vec::<Place>::new);
    let input = props.app.input.clone();
    let place = *use_memo((origin, input.clone()), |(origin, input)| place_of(*origin, input));
    let drafts = {
        // After a panic everything is made anew, and the page gives the articles back.
        let input = input.clone();
        use_reducer(move || match &input {
            Input::Corpus(corpus) if origin == Origin::Own => Drafts::of(corpus),
            _ => Drafts::default(),
        })
    };
    use_language(desk, props.app.words.locale.language, start.lang.as_ref());
    // Whether something would be lost if the page were left: of the reader's own articles, and of other stories.
    let (unsaved_own, unsaved) = (use_state_eq(|| false), use_state_eq(|| false));
    let page_title = use_mut_ref(String::new);
    if origin == Origin::Page {
        page_title.replace(title_of(&input));
    }
    use_typed(&drafts, origin, &props.app.on_event, &unsaved_own);
    use_warning(*unsaved || *unsaved_own);
    let link_fault = use_state_eq(|| None::<String>);
    // The link whose story was opened last.
    let linked = use_mut_ref(String::new);
    let open_link = {
        let (on_event, fault, words) = (props.app.on_event.clone(), link_fault.clone(), words.clone());
        let (linked, way) = (linked.clone(), way.clone());
        move || open_link(&on_event, &fault, &words, &linked, &way)
    };
    {
        let (on_event, open_link, story) = (props.app.on_event.clone(), open_link.clone(), start.story);
        use_effect_with(props.desk, move |desk| match story {
            Origin::File if *desk => open_link(),
            Origin::Invented(at) if *desk && story != origin => {
                // The element must not hear of it while it is being mounted.
                Timeout::new(0, move || {
                    let text = stories::text(at).map(str::to_owned);
                    on_event.emit(UiEvent::Open { story: text, origin: story.name(), follows: false });
                })
                .forget();
            }
            _ => {}
        });
    }
    // The claim that is open in the comparison is the one that is corrected first.
    let open_row = use_mut_ref(|| None::<AttrValue>);
    let on_event = {
        let open_row = open_row.clone();
        let (compared, input, on_event) = (compared.clone(), input.clone(), props.app.on_event.clone());
        let (corrections, newest) = (corrections.clone(), newest.clone());
        let language = (*view == View::Correct).then_some(props.app.words.locale.language);
        let (here, way, led) = (here.clone(), way.clone(), led.clone());
        Callback::from(move |event: UiEvent| {
            match &event {
                UiEvent::Select { row, .. } => {
                    open_row.replace(row.clone());
                    here.borrow_mut().claim.clone_from(row);
                }
                UiEvent::View { mode } => {
                    here.borrow_mut().read = *mode;
                    led.set(Whereabouts { read: *mode, ..Whereabouts::clone(&led) });
                }
                UiEvent::Ready { comparison } => {
                    compared.set(Some((input.clone(), comparison.clone())));
                    let all = newest.borrow().clone();
                    // The form is open already where the address asked for it.
                    let form = || language.and_then(|language| form_of(&input, comparison, language));
                    let next = match of_place(&all, place) {
                        Some(before) => carried(before, &input, comparison),
                        None => form(),
                    };
                    if let Some(next) = next {
                        corrections.set(with(&all, place, next));
                    }
                }
                _ => {}
            }
            if desk && way.borrow().goal.is_none() && matches!(event, UiEvent::Select { .. } | UiEvent::View { .. }) {
                here.borrow().note(false);
            }
            on_event.emit(event);
        })
    };
    let compared = compared.as_ref().filter(|(of, _)| *of == input).map(|(_, comparison)| comparison.clone());
    let (keeping, keep) = {
        let own = of_place(&corrections, OWN).map(|corrected| corrected.history.clone());
        let (corrections, newest) = (corrections.clone(), newest.clone());
        let (dispatcher, unsaved) = (drafts.dispatcher(), unsaved_own.clone());
        let (on_event, wants_own) = (props.app.on_event.clone(), start.story == Origin::Own);
        let take_in = Callback::from(move |(before, (kept, comparison)): (Option<Side>, Side)| {
            let history = |comparison: Option<Comparison>| History::open(comparison?).ok();
            let (first, theirs) = (before.is_none(), history(comparison));
            if let Some(story) = kept.story().filter(|_| first && wants_own && origin != Origin::Own) {
                on_event.emit(UiEvent::Open { story: Some(story), origin: Origin::Own.name(), follows: false });
            }
            let (edit, before) = match before {
                None => (Edit::Restore(kept), None),
                Some((drafts, comparison)) => (Edit::Join(drafts, kept), history(comparison)),
            };
            dispatcher.dispatch(edit);
            let all = newest.borrow().clone();
            if let Some(next) = joined(of_place(&all, OWN), before.as_ref(), theirs, first) {
                corrections.set(with(&all, OWN, next));
            }
        });
        use_keeping(props.desk, &drafts, own, take_in, Callback::from(move |()| unsaved.set(false)))
    };
    let corrected = of_place(&corrections, place).filter(|corrected| corrected.of == input);
    let (shown, analysis) = match (&input, corrected) {
        (Input::Corpus(_), Some(Corrected { history, .. })) => {
            (input.clone(), Analysis::Done(Comparable(history.comparison().clone())))
        }
        (Input::Comparison(_), Some(Corrected { history, .. })) => {
            (Input::Comparison(history.comparison().clone()), props.app.analysis.clone())
        }
        _ => (input.clone(), props.app.analysis.clone()),
    };
    // Another way to read shows no open claim.
    let opened = led.claim.clone().filter(|_| led.read == Mode::Compare && origin == led.story);
    let mode = if desk { led.read } else { props.app.mode };
    let app = AppProps { input: shown, analysis, opened, mode, on_event, ..props.app.clone() };
    // What is taken along: with the record of all corrections, where there are any.
    let taken = {
        let history = corrected.map(|corrected| corrected.history.clone());
        let shown = compared.clone();
        let same = (history.as_ref().map(Rc::as_ptr), shown.as_ref().map(|shown| Rc::as_ptr(&shown.0)));
        use_memo(same, |_| match (&history, &shown) {
            (Some(history), _) => Some(Rc::new(history.to_comparison())),
            (None, Some(shown)) => Some(shown.0.clone()),
            (None, None) => None,
        })
    };
    let key = use_memo((origin, compared.clone()), |(origin, compared)| match (origin, compared) {
        (Origin::Invented(at), Some(compared)) => story_key::key(*at, &compared.0).map(|key| Comparable(Rc::new(key))),
        _ => None,
    });
    let open = {
        let (view, taught, back, way) = (view.clone(), taught.clone(), back.clone(), way.clone());
        let (corrections, compared, language) = (corrections.clone(), compared.clone(), words.screen.locale.language);
        let (input, is_open) = (input.clone(), corrected.is_some());
        Callback::from(move |wanted: View| {
            way.borrow_mut().goal = None;
            if let (View::Correct, false, Some(comparison)) = (wanted, is_open, &compared)
                && let Some(form) = form_of(&input, comparison, language)
            {
                corrections.set(with(&corrections, place, form));
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
    // Goes to a view and a story, by a press or by the address.
    let turn = {
        let (drafts, on_event) = (drafts.clone(), props.app.on_event.clone());
        let (way, open) = (way.clone(), open.clone());
        Callback::from(move |((view, wanted), step): ((View, Origin), bool)| {
            let story = match wanted {
                Origin::Page | Origin::File => None,
                Origin::Invented(at) => stories::text(at).map(str::to_owned),
                Origin::Own => drafts.story(),
            };
            open.emit(view);
            let mut way = way.borrow_mut();
            if way.seen != (view, wanted) {
                way.goal = Some(((view, wanted), step));
            }
            drop(way);
            if wanted != origin && wanted != Origin::File {
                on_event.emit(UiEvent::Open { story, origin: wanted.name(), follows: false });
            }
        })
    };
    use_title(desk, (words.view)(*view), *view, &title_of(&input));
    {
        let (turn, led, here) = (turn.clone(), led.clone(), here.clone());
        let (linked, drafts) = (linked.clone(), drafts.clone());
        use_effect(move || {
            let there = move |_: &Event| {
                let there = Whereabouts::of_address();
                let link = handover::fragment();
                let is_other =
                    link::of_fragment(&link).is_some_and(|text| origin != Origin::File || *linked.borrow() != text);
                // What cannot be opened again leaves the story that is there.
                let story = match there.story {
                    Origin::File if !is_other => origin,
                    Origin::Own if drafts.corpus().is_none() => origin,
                    story => story,
                };
                turn.emit(((there.view, story), false));
                if story == Origin::File && is_other {
                    open_link();
                }
                here.borrow_mut().read = there.read;
                led.set(there);
            };
            let window = web_sys::window().filter(|_| desk);
            let listener = window.map(|window| EventListener::new(&window, "popstate", there));
            move || drop(listener)
        });
    }
    if !props.desk {
        return html! { <App ..app /> };
    }
    let choose = {
        let (turn, back, led) = (turn.clone(), back.clone(), led.clone());
        Callback::from(move |wanted: Origin| {
            led.set(Whereabouts { claim: None, ..Whereabouts::clone(&led) });
            turn.emit(((*back, wanted), true));
        })
    };
    let bring = {
        let (turn, drafts, on_event) = (turn.clone(), drafts.dispatcher(), props.app.on_event.clone());
        Callback::from(move |what: Brought| match what {
            Brought::Edit(edit) => drafts.dispatch(edit),
            Brought::Comparison(comparison) => {
                // That of a link would come back in its place.
                handover::set_fragment("", true, true);
                linked.take();
                turn.emit(((View::Compare, Origin::File), false));
                let story = Some(comparison.to_json());
                on_event.emit(UiEvent::Open { story, origin: Origin::File.name(), follows: false });
            }
            Brought::See => turn.emit(((View::Compare, Origin::Own), true)),
            Brought::Stop => on_event.emit(UiEvent::Stop),
            Brought::Keep(wanted) => keep.emit(wanted),
        })
    };
    let correct = {
        let (corrections, newest) = (corrections.clone(), newest.clone());
        let unsaved = if origin == Origin::Own { unsaved_own.clone() } else { unsaved.clone() };
        Callback::from(move |act: Act| -> Result<(), Misfit> {
            let all = newest.borrow().clone();
            let Some(corrected) = of_place(&all, place) else { return Ok(()) };
            let history = Rc::new(acted(&corrected.history, act)?);
            corrections.set(with(&all, place, Corrected { history, ..corrected.clone() }));
            unsaved.set(true);
            Ok(())
        })
    };
    if *view == View::Correct && corrected.is_some() && !forms.borrow().contains(&place) {
        forms.borrow_mut().push(place);
    }
    let saved = {
        let unsaved = if origin == Origin::Own { unsaved_own.clone() } else { unsaved.clone() };
        Callback::from(move |()| unsaved.set(false))
    };
    let forms = forms.borrow();
    let forms = forms.iter().filter_map(|of| Some((of, of_place(&corrections, *of)?))).map(
        |(of, Corrected { history, fault, .. })| {
            let active = *of == place && corrected.is_some() && *view == View::Correct;
            html! {
                <div key={format!("{} {}", of.0.name(), of.1)} class="nc-view-body" hidden={!active}>
                    <Correct
                        words={words.clone()}
                        history={history.clone()}
                        {active}
                        first={open_row.borrow().clone()}
                        fault={fault.clone()}
                        act={correct.clone()}
                        saved={saved.clone()}
                    />
                </div>
            }
        },
    );
    // A list of its own, in which each form is known by its key.
    let forms: Html = forms.collect();
    let tabs = View::ALL.iter().map(|&tab| {
        let open = open.clone();
        let current = (*view == tab).then_some("page");
        html! {
            <button key={(words.view)(tab)} type="button" class="nc-view" aria-current={current} onclick={move |_: MouseEvent| open.emit(tab)}>
                { (words.view)(tab) }
            </button>
        }
    });
    let speak = {
        let tag = words.other_tag;
        move |_: MouseEvent| {
            let mut here = here.borrow_mut();
            here.lang = Some(tag.into());
            here.note(false);
            handover::speak(tag);
        }
    };
    let teaching = match origin {
        Origin::Invented(at) => stories::teaching(at),
        _ => None,
    };
    // A lesson with an invented story has the key that people made, unless this story was corrected here.
    let changed = corrected.filter(|corrected| corrected.history.corrections().len() > 0);
    let taught_with = match (origin, changed) {
        (Origin::Invented(_), None) => (*key).clone(),
        _ => compared.clone(),
    };
    let said = if origin != Origin::Page && *view == View::Compare { title_of(&input) } else { String::new() };
    let own = drafts.corpus().map(|corpus| corpus.title);
    html! {
        <div class="nc-desk">
            <div class="nc nc-strip-of-views" lang={words.screen.locale.tag.clone()}>
                <nav class="nc-views" aria-label={words.views} ref={strip}>
                    { for tabs }
                    <button type="button" class="nc-view nc-language" lang={words.other_tag} onclick={speak}>{ words.other_language }</button>
                </nav>
                // A story opened here is said by its title.
                <p class="nc-hidden" role="status" aria-live="polite">{ said }</p>
                if let Some(fault) = &*link_fault {
                    <p class="nc-notice" role="alert">{ fault.clone() }</p>
                }
            </div>
            <div class="nc-view-body" hidden={*view != View::Compare}><App ..app /></div>
            if let Some(comparison) = taught_with.as_ref().filter(|_| *taught) {
                // Another story has another lesson.
                <div key={key_of(comparison)} class="nc-view-body" hidden={*view != View::Lesson}>
                    <LessonView
                        words={words.clone()}
                        comparison={comparison.clone()}
                        teaching={teaching.clone()}
                        active={*view == View::Lesson}
                        rooms={(*rooms).clone()}
                        open={open.clone()}
                    />
                </div>
            } else if matches!(*view, View::Lesson | View::Worksheet | View::Correct | View::Take) && compared.is_none() {
                <div class="nc"><p class="nc-sheet-view" role="status">{ words.screen.comparing }</p></div>
            }
            if let (Some(comparison), View::Worksheet) = (&taught_with, *view) {
                <Worksheet words={words.clone()} comparison={comparison.clone()} {teaching} />
            }
            if *view == View::Guides {
                <Guides words={words.clone()} comparison={compared.clone()} open={open.clone()} />
            }
            { forms }
            if let (Some(comparison), View::Take) = (&*taken, *view) {
                <TakeAlong
                    words={words.clone()}
                    comparison={comparison.clone()}
                    plain={corrected.is_none_or(|corrected| corrected.history.corrections().len() == 0) && matches!(input, Input::Corpus(_))}
                    open={open.clone()}
                    {saved}
                />
            }
            if *view == View::Bring {
                <Bring
                    words={words.clone()}
                    drafts={Rc::new(Drafts::clone(&drafts))}
                    other={articles_of(&input).filter(|_| origin != Origin::Own)}
                    comparison={compared.clone().filter(|_| origin == Origin::Own && own.is_some())}
                    following={props.following.clone()}
                    {keeping}
                    act={bring}
                />
            }
            if *view == View::Stories {
                <Stories words={words.clone()} chosen={origin} given={page_title.borrow().clone()} {own} {choose} />
            }
        </div>
    }
}

/// Returns the title of a story.
fn title_of(input: &Input) -> String {
    articles_of(input).map(|corpus| corpus.title.clone()).unwrap_or_default()
}

/// Returns the articles of a story.
fn articles_of(input: &Input) -> Option<Rc<Corpus>> {
    match input {
        Input::Corpus(corpus) => Some(corpus.clone()),
        Input::Comparison(comparison) => Some(Rc::new(comparison.corpus.clone())),
        Input::Error(_) => None,
    }
}

/// Returns what tells lessons apart: another story, or other articles and claims of it.
fn key_of(comparison: &Comparable) -> String {
    Sheet::of(&comparison.0).fingerprint.to_string()
}
