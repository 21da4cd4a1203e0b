//! The comparing screen: holds the state and lays out masthead, bar, articles and matrix.

use super::bar::{bar, verdict_class};
use super::dom;
use super::glance::glance;
use super::in_order::InOrder;
use super::keys::KEYS;
use super::masthead::masthead;
use super::matrix::{Matrix, matrix, use_order};
use super::modes::modes;
use super::origin::counted_once;
use super::pane::Pane;
use super::picker::{picker, tabs};
use super::row::capital_class;
use super::save::save_menu;
use super::scrolling::{use_meeting, use_together};
use super::state::{Action, Chosen, Direction, Mode, Origin, State, View};
use super::steps::steps;
use super::story::Story;
use super::values::Values;
use super::wires::Wires;
use super::words::Words;
use super::{Analysis, Comparable, UiEvent};
use gloo::timers::callback::Timeout;
use std::rc::Rc;
use web_sys::Element;
use yew::prelude::*;

/// How long the browser gets to paint an opened row before articles are opened for it, in milliseconds.
const PAINT_FIRST: u32 = 20;

/// From which width on a third article opens by itself, in pixels: what a screen of 1,920 leaves an element.
const WIDE: i32 = 1_800;

/// What [`Screen`] needs.
#[derive(Debug, PartialEq, Properties)]
pub struct ScreenProps {
    /// What is compared.
    pub comparison: Comparable,
    /// Tells that the analysis is still under way.
    #[prop_or_default]
    pub pending: bool,
    /// Who is at it, and how far.
    #[prop_or_default]
    pub analysis: Analysis,
    /// Tells that the comparison was made beforehand, not here.
    #[prop_or_default]
    pub supplied: bool,
    /// What the screen says.
    pub words: Words,
    /// How the page wants it read.
    #[prop_or_default]
    pub mode: Mode,
    /// The id of the claim that is opened as soon as it is there, once, and again after another or none was wanted.
    #[prop_or_default]
    pub opened: Option<AttrValue>,
    /// Hears what happens.
    pub on_event: Callback<UiEvent>,
}

/// Shows articles and matrix as one instrument.
#[component]
pub fn Screen(props: &ScreenProps) -> Html {
    let given = use_memo(props.comparison.clone(), |given| Comparable(counted_once(given.0.clone())));
    let first = (*given).clone();
    let state = use_reducer_eq(move || State::new(first));
    let act = use_callback(state.dispatcher(), |action: Action, dispatcher| dispatcher.dispatch(action));
    {
        let act = act.clone();
        use_effect_with((*given).clone(), {
            let known = state.comparison.clone();
            move |comparison| {
                if *comparison != known {
                    act.emit(Action::Load(comparison.clone()));
                }
            }
        });
    }
    {
        let act = act.clone();
        use_effect_with(props.mode, move |mode| act.emit(Action::Read(*mode)));
    }
    use_view_event(state.mode, props.mode, props.on_event.clone());
    let story =
        use_memo((state.comparison.clone(), props.words.clone(), props.supplied), |(comparison, words, supplied)| {
            Story::new(comparison.0.clone(), words.clone(), *supplied)
        });
    let pending = props.pending || state.comparison != *given;
    {
        let wanted = props.opened.as_ref().filter(|_| !pending);
        let row = wanted.and_then(|id| story.comparison.claims.iter().position(|row| *id == *row.id));
        let (act, done) = (act.clone(), use_mut_ref(|| None::<AttrValue>));
        if props.opened.is_none() {
            done.take();
        }
        // Choosing what is open would close it.
        let chosen = state.chosen.map(|chosen| chosen.row);
        use_effect_with((props.opened.clone(), row), move |(wanted, row)| {
            if let Some(row) = row.filter(|row| done.replace(wanted.clone()) != *wanted && chosen != Some(*row)) {
                act.emit(Action::Choose { row, origin: Origin::Statement });
            }
        });
    }
    let selection = state.chosen.and_then(|chosen| {
        let document = match chosen.origin {
            Origin::Cell(column) => story.document(column).map(|document| document.id.clone()),
            _ => None,
        };
        Some((AttrValue::from(story.row(chosen.row)?.id.clone()), document))
    });
    use_selection_event(selection, props.on_event.clone());
    let screen = use_node_ref();
    let onkeydown = {
        let (screen, act, key) = (screen.clone(), act.clone(), key_of(&state));
        move |event: KeyboardEvent| {
            let Some(screen) = screen.cast::<Element>() else { return };
            let modified = event.ctrl_key() || event.alt_key() || event.meta_key();
            if modified || event.key() != "Escape" && dom::is_typing(&event) {
                return;
            }
            match event.key().as_str() {
                // What is read next is the claim that has opened.
                step @ ("n" | "p") => {
                    act.emit(Action::Step(if step == "n" { Direction::Next } else { Direction::Previous }));
                    dom::focus_next(&event, dom::OPENED.to_owned());
                }
                "?" => dom::press_key(&screen, KEYS),
                "/" => {
                    act.emit(Action::Find);
                    dom::focus_next(&event, ".nc-find".to_owned());
                }
                "Escape" => {
                    let Some((key, row)) = &key else { return };
                    act.emit(Action::Close);
                    // What opened it may be hidden or gone by now.
                    if !dom::focus_key(&screen, key) {
                        dom::focus_key(&screen, row);
                    }
                    event.stop_propagation();
                }
                _ => return,
            }
            event.prevent_default();
        }
    };
    let shared = Rc::new((*state).clone());
    let order = use_order(&story, &shared);
    use_speakers(screen.clone(), state.chosen.map(|chosen| chosen.row), act.clone());
    use_meeting(screen.clone(), shared.clone());
    use_together(screen.clone(), story.clone(), state.panes.clone(), state.together);
    let panes = state.panes.open().iter().map(|&document| {
        html! {
            <Pane
                key={document}
                story={story.clone()}
                {document}
                state={shared.clone()}
                act={act.clone()}
            />
        }
    });
    let closed = story.sources.iter().enumerate().filter(|(document, _)| !state.panes.is_open(*document));
    let closed: Vec<_> = closed.map(|(_, source)| source.name.clone()).collect();
    let verdict = state.chosen.and_then(|chosen| story.row(chosen.row)).map(|row| row.verdict);
    let save = if pending || story.comparison.claims.is_empty() {
        Html::default()
    } else {
        save_menu(&props.comparison, &story.words)
    };
    let view = if state.view == View::Claims { "nc-view-claims" } else { "nc-view-article" };
    let panes_class = format!("nc-panes-{}", state.panes.open().len());
    html! {
        <div class="nc" lang={story.words.locale.tag.clone()} ref={screen} {onkeydown}>
            <div class={classes!("nc-app", view, panes_class)}>
                <div class="nc-top">
                    { masthead(&story, pending, save) }
                    if pending || !story.comparison.claims.is_empty() {
                        <div class={classes!(pending.then_some("nc-waiting"))}>
                            { modes(&story.words, state.mode, &act) }
                        </div>
                    }
                </div>
                if pending {
                    // Holds the place, so that nothing moves when the counts come.
                    <div class="nc-bar nc-pending" aria-hidden="true"><span class="nc-part"><b>{ "\u{a0}" }</b></span></div>
                } else if !story.comparison.claims.is_empty() {
                    { bar(&story, &state.verdicts, &act) }
                }
                if pending || !story.comparison.claims.is_empty() {
                    { glance(&story, pending) }
                }
                { for story.notices.iter().map(|notice| html! { <p class="nc-notice" role="note">{ notice.clone() }</p> }) }
                if state.mode == Mode::Compare {
                    { tabs(&story, state.view, &act) }
                    <div class="nc-main">
                        <div class="nc-articles">
                            <div class="nc-reading-tools">
                                if story.sources.len() > 2 {
                                    { picker(&story, state.panes.open(), &act) }
                                }
                                if story.sources.len() > 1 && (pending || !story.comparison.claims.is_empty()) {
                                    { steps(&story.words, &state, pending, &act) }
                                }
                            </div>
                            if let (Some(chosen), View::Article(_)) = (state.chosen, state.view) {
                                { claim_card(&story, chosen, &act) }
                            }
                            <div class="nc-panes">{ for panes }</div>
                            if !closed.is_empty() {
                                <p class="nc-printed">{ (story.words.not_printed)(&(story.words.join)(&closed)) }</p>
                            }
                        </div>
                        { matrix(&Matrix {
                            story: &story,
                            state: &shared,
                            order: &order,
                            pending,
                            analysis: &props.analysis,
                            on_event: &props.on_event,
                            act: &act,
                        }) }
                        <Wires state={shared.clone()} {verdict} />
                    </div>
                } else if cfg!(feature = "analysis") && state.mode == Mode::Values {
                    <Values story={story.clone()} state={shared.clone()} act={act.clone()} />
                } else {
                    <InOrder story={story.clone()} state={shared.clone()} act={act.clone()} />
                }
                <p class="nc-hidden" role="status" aria-live="polite">{ announcement(&state, &story) }</p>
            </div>
        </div>
    }
}

/// Returns the `data-key` of what opened that which the Escape key closes, and that of its claim; dialogs close by themselves.
fn key_of(state: &State) -> Option<(String, String)> {
    let row = |row: usize| format!("row-{row}");
    if let Some(offer) = &state.chooser {
        let first = offer.rows.first().copied().unwrap_or_default();
        return Some((format!("mark-{}-{}", offer.document, offer.mark), row(first)));
    }
    state.chosen.map(|chosen| (chosen.key(), row(chosen.row)))
}

/// Opens articles that speak of the row just opened, after the row itself is painted.
#[hook]
fn use_speakers(screen: NodeRef, row: Option<usize>, act: Callback<Action>) {
    use_effect_with(row, move |row| {
        let timeout = row.map(|row| {
            Timeout::new(PAINT_FIRST, move || {
                let wide = screen.cast::<Element>().is_some_and(|screen| screen.client_width() >= WIDE);
                act.emit(Action::ShowSpeakers { row, wide });
            })
        });
        move || drop(timeout)
    });
}

/// Tells the page which row is open, whenever that changes.
#[hook]
fn use_selection_event(row: Option<(AttrValue, Option<crate::DocumentId>)>, on_event: Callback<UiEvent>) {
    let last = use_mut_ref(|| None);
    use_effect_with(row, move |row| {
        if *last.borrow() != *row {
            last.replace(row.clone());
            let (row, document) = row.clone().unzip();
            on_event.emit(UiEvent::Select { row, document: document.flatten() });
        }
    });
}

/// Tells the page how the comparison is read, whenever that changes; `first` is how it begins.
#[hook]
fn use_view_event(mode: Mode, first: Mode, on_event: Callback<UiEvent>) {
    let last = use_mut_ref(|| first);
    use_effect_with(mode, move |mode| {
        if last.replace(*mode) != *mode {
            on_event.emit(UiEvent::View { mode: *mode });
        }
    });
}

/// Shows the open claim above an article, for a screen too narrow for both.
fn claim_card(story: &Story, chosen: Chosen, act: &Callback<Action>) -> Html {
    let Some(row) = story.row(chosen.row) else { return Html::default() };
    let onclick = {
        let (act, row) = (act.clone(), chosen.row);
        move |event: MouseEvent| {
            act.emit(Action::Show(View::Claims));
            dom::focus_next(&event, format!("[data-key='row-{row}']"));
        }
    };
    html! {
        <div class={classes!("nc-card", verdict_class(row.verdict))}>
            <p class={capital_class(&row.statement)} lang={story.lang_of(row)} dir="auto">{ row.statement.clone() }</p>
            <button type="button" class="nc-action" {onclick}>{ story.words.open_claim }</button>
        </div>
    }
}

/// Returns what a screen reader hears after a choice or a filter.
fn announcement(state: &State, story: &Story) -> String {
    if let Some(row) = state.chosen.and_then(|chosen| story.row(chosen.row)) {
        let words = &story.words;
        // Of many sources only those that speak are named, or the sentence would not end.
        let named = story.cells(row).filter(|(.., cell)| !story.is_throng() || cell.stance.speaks());
        let cells = named.map(|(_, source, cell)| format!("{} {}", source.name, (words.stance)(cell.stance)));
        let cells = cells.collect::<Vec<_>>().join(", ");
        return format!("{}: {cells}.", (words.verdict_heading)(row.verdict, None));
    }
    if state.is_filtered() {
        story.words.shown(state.visible().len(), story.comparison.claims.len())
    } else {
        String::new()
    }
}
