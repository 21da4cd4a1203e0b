//! The table of claims and sources: its heads, the rows in sight, and the keys that move in it.
//!
//! The roles are spelled out because a narrow screen lays the table out as a list of claims, and browsers drop the semantics of a
//! table whose display is not a table's. A large matrix is drawn only where it is in sight ([`super::window`]); assistive technology
//! hears how many rows and columns there are, and where it is among them. Printing draws all of it.

use super::bar::digits;
use super::column::column_head;
use super::dom;
use super::legend::LEGEND;
use super::moves::moved;
use super::row::MatrixRow;
use super::state::{Action, Origin, State, WORDY_COLUMNS};
use super::story::Story;
use super::window::{Heights, Part, around, at_first, between, is_whole, parts};
use crate::stance::Stance;
use gloo::events::EventListener;
use std::cell::RefCell;
use std::ops::Range;
use std::rc::Rc;
use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use web_sys::{Element, HtmlElement, ResizeObserver};
use yew::prelude::*;

/// A row this many times the height of the box away is jumped to, since scrolling past so much shows nothing.
const FAR: f64 = 2.0;

/// With more rows than these a button leads past them: each statement is a stop of the Tab key.
const FEW: usize = 8;

/// What [`Table`] needs.
#[derive(Debug, PartialEq, Properties)]
pub struct TableProps {
    /// What is compared.
    pub story: Rc<Story>,
    /// What the reader has done.
    pub state: Rc<State>,
    /// The rows to show, in their order.
    pub order: Rc<Vec<usize>>,
    /// Hears what is pressed.
    pub act: Callback<Action>,
}

/// What a table remembers between drawings without being drawn again for it.
#[derive(Debug, Default)]
struct Memory {
    /// Places of the rows that are drawn.
    drawn: Option<Range<usize>>,
    heights: Heights,
    /// Height of the detail of the open row.
    detail: f64,
    /// The row that holds the focus: it stays, wherever the reader scrolls.
    focused: Option<usize>,
    /// The `data-key` of what gets the focus as soon as it is drawn.
    goal: Option<String>,
    /// The row to be brought into sight.
    reveal: Option<usize>,
    /// Tells that the page is being printed.
    printing: bool,
    /// The width that the table takes with words in all cells, where it did not fit.
    needed: i32,
}

/// Shows the table in its scrolling box.
#[component]
pub fn Table(props: &TableProps) -> Html {
    let (story, state, order, words) = (&props.story, &props.state, &props.order, &props.story.words);
    let scroll = use_node_ref();
    let memory = use_mut_ref(Memory::default);
    let again = use_force_update();
    let columns = story.sources.len();
    let chosen = state.chosen.map(|chosen| chosen.row);
    let whole = memory.borrow().printing || is_whole(order.len(), columns);
    let tight = state.tight;
    let scene = Scene { scroll: scroll.clone(), memory: memory.clone(), order: order.clone(), columns, chosen, tight };
    {
        let memory = memory.clone();
        use_effect_with(state.chosen, move |chosen| {
            memory.borrow_mut().reveal = chosen.map(|chosen| chosen.row);
        });
    }
    {
        // The newest scene, for listeners that outlive it.
        let newest = use_mut_ref(|| None::<Scene>);
        let (again, memory, act) = (again.clone(), memory.clone(), props.act.clone());
        newest.replace(Some(scene.clone()));
        use_effect_with(scroll.clone(), move |scroll| {
            let look = move || {
                let scene = newest.borrow().clone();
                // What was drawn while it was hidden, or at another width, has not been measured.
                if let Some(scene) = scene.as_ref().filter(|scene| !scene.is_measured()) {
                    scene.measure();
                }
                if let Some(tight) = scene.as_ref().and_then(Scene::tighten) {
                    act.emit(Action::Tighten(tight));
                }
                if scene.is_some_and(|scene| scene.look()) {
                    again.force_update();
                }
            };
            let listeners = scroll.cast::<Element>().map(|scroll| Listeners::new(&scroll, &memory, &Rc::new(look)));
            move || drop(listeners)
        });
    }
    let onkeydown = keys(scene.clone(), story.clone(), again.clone());
    let act = props.act.clone();
    use_effect(move || {
        scene.measure();
        if let Some(tight) = scene.tighten() {
            act.emit(Action::Tighten(tight));
        }
        scene.reveal();
        // It stays where this drawing was asked for before the key was pressed, and so has not drawn it yet.
        let goal = scene.memory.borrow().goal.clone();
        if let (Some(key), Some(scroll)) = (goal, scene.scroll.cast::<Element>())
            && dom::focus_key(&scroll, &key)
        {
            scene.memory.borrow_mut().goal = None;
        }
        if scene.look() {
            again.force_update();
        }
    });

    let mut held = memory.borrow_mut();
    let drawn = held.drawn.get_or_insert_with(|| at_first(order.len(), columns)).clone();
    let drawn = if whole { 0..order.len() } else { drawn };
    let place = |row: Option<usize>| order.iter().position(|other| Some(*other) == row);
    let opened_at = place(chosen);
    let keep: Vec<_> = opened_at.into_iter().chain(place(held.focused)).collect();
    let height = |place: usize| {
        order.get(place).map_or(0.0, |row| held.heights.of(*row) + if chosen == Some(*row) { held.detail } else { 0.0 })
    };
    let parts = parts(order.len(), &drawn, &keep, height);
    drop(held);
    // Columns of one text are joined under a head of their own.
    let joined: Vec<_> = story.copies().map(<[usize]>::len).collect();
    let heads_high = 1 + usize::from(!joined.is_empty());
    let wide: Rc<[bool]> = story.columns.iter().map(|document| state.is_wide(*document)).collect();
    let row_at = |place: usize| order.get(place).copied().unwrap_or_default();
    // A gap is called after the row behind it, so that rows which stay are not put anew, which would take the focus from them.
    let behind = |at: usize| match parts.get(at + 1) {
        Some(Part::Row(place)) => format!("gap-{}", row_at(*place)),
        _ => "gap".to_owned(),
    };
    let body = parts.iter().enumerate().map(|(at, part)| match *part {
        Part::Row(place) => {
            let row = row_at(place);
            let opened = state.chosen.filter(|chosen| chosen.row == row).map(|chosen| chosen.origin);
            // The heads come first, and the detail of a row above is a row too.
            let index = place + 1 + heads_high + usize::from(opened_at.is_some_and(|opened| opened < place));
            html! {
                <MatrixRow key={row} story={story.clone()} {row} {index} wide={wide.clone()} {opened} act={props.act.clone()} />
            }
        }
        Part::Gap(height) => {
            html! {
                <tr key={behind(at)} class="nc-gap" aria-hidden="true">
                    <td colspan={(columns + 1).to_string()} height={format!("{height:.1}")} />
                </tr>
            }
        }
    });
    let body: Vec<_> = body.collect();
    let heads = story.columns.iter().map(|&document| column_head(story, document, state.is_wide(document), &props.act));
    let cols = wide
        .iter()
        .enumerate()
        .map(|(at, wide)| html! { <col key={at} class={if *wide { "nc-wide" } else { "nc-slim" }} /> });
    let onfocusin = {
        let memory = memory.clone();
        move |event: FocusEvent| {
            if let Some((_, row, _)) = pressed(&event) {
                let mut memory = memory.borrow_mut();
                (memory.focused, memory.goal) = (Some(row), None);
            }
        }
    };
    let onclick = {
        let act = props.act.clone();
        move |event: MouseEvent| {
            if let Some((_, row, document)) = pressed(&event) {
                act.emit(Action::Choose { row, origin: document.map_or(Origin::Statement, Origin::Cell) });
            }
        }
    };
    let skip = move |event: MouseEvent| {
        if let Some(button) = event.target_dyn_into::<Element>() {
            dom::focus_key(&button, LEGEND);
        }
    };
    // The style reckons from their number how much room all columns need.
    let many = (columns > WORDY_COLUMNS).then(|| format!("nc-many {}", digits(columns)));
    let throng = story.is_throng().then_some("nc-throng");
    html! { <>
        if order.len() > FEW {
            <button type="button" class="nc-skip" onclick={skip}>{ words.skip_claims }</button>
        }
        <div class={classes!("nc-scroll", "nc-table-box", many, throng)} ref={scroll} role="region" aria-label={words.matrix} tabindex="0">
            <table
                role="table"
                class="nc-table"
                aria-rowcount={(order.len() + heads_high + usize::from(opened_at.is_some())).to_string()}
                aria-colcount={(columns + 1).to_string()}
                {onkeydown}
                {onclick}
                {onfocusin}
            >
                <caption class="nc-hidden">{ (words.caption)(&words.count(words.articles, columns)) }</caption>
                <colgroup><col class="nc-claims-col" />{ for cols }</colgroup>
                <thead role="rowgroup">
                    if heads_high > 1 {
                        <tr role="row" aria-rowindex="1" class="nc-origins">{ for origin_heads(story) }</tr>
                    }
                    <tr role="row" aria-rowindex={heads_high.to_string()}>
                        <th scope="col" role="columnheader" class="nc-claim-head">{ words.claim_heading }</th>
                        { for heads }
                    </tr>
                </thead>
                <tbody role="rowgroup">{ body }</tbody>
            </table>
        </div>
    </> }
}

/// Returns the row above the heads that joins the columns of one text.
fn origin_heads(story: &Story) -> Vec<Html> {
    let same = |a: &usize, b: &usize| story.origins.get(*a) == story.origins.get(*b);
    let groups = story.columns.chunk_by(same).map(|group| match group {
        [only] => html! { <td key={*only} role="cell" /> },
        [first, ..] => html! {
            <th key={*first} scope="colgroup" role="columnheader" colspan={group.len().to_string()}>
                <span>{ story.words.same_text_head }</span>
            </th>
        },
        [] => Html::default(),
    });
    std::iter::once(html! { <td key="claim" role="cell" class="nc-claim-head" /> }).chain(groups).collect()
}

/// What is to be looked at: the box on the page and what it should hold.
#[derive(Clone)]
struct Scene {
    scroll: NodeRef,
    memory: Rc<RefCell<Memory>>,
    order: Rc<Vec<usize>>,
    columns: usize,
    chosen: Option<usize>,
    tight: bool,
}

impl Scene {
    /// Tells whether the columns must lose their words to be in sight together, or have room for them again; none where all is well.
    fn tighten(&self) -> Option<bool> {
        // Many columns have no words; asking for a width makes the browser lay out all of them.
        if self.columns > WORDY_COLUMNS {
            return None;
        }
        let scroll = self.scroll.cast::<HtmlElement>()?;
        if is_list(&scroll) {
            return None;
        }
        let mut memory = self.memory.borrow_mut();
        if self.tight {
            return (scroll.client_width() >= memory.needed).then_some(false);
        }
        memory.needed = scroll.scroll_width();
        (memory.needed > scroll.client_width()).then_some(true)
    }

    /// Tells whether the rows were measured at the width that the box has; a hidden box has nothing to measure.
    fn is_measured(&self) -> bool {
        let width = self.scroll.cast::<HtmlElement>().map_or(0, |scroll| scroll.client_width());
        width == 0 || self.memory.borrow().heights.is_at(width)
    }

    /// Sets the room that the columns need, and notes the heights of the rows that are drawn.
    fn measure(&self) {
        let Some(scroll) = self.scroll.cast::<HtmlElement>() else { return };
        let (Some(table), Some(body)) = (dom::find(&scroll, "table"), dom::find(&scroll, "tbody")) else { return };
        if let Some(table) = table.dyn_ref::<HtmlElement>() {
            let count = |class: &str| table.query_selector_all(class).map_or(0, |found| found.length());
            // Widths are set from here because a strict policy forbids style attributes; refused only for read-only styles.
            let _ = table.style().set_property("--nc-wide", &count("col.nc-wide").to_string());
            let _ = table.style().set_property("--nc-slim", &count("col.nc-slim").to_string());
        }
        // The columns have their room also while the table is hidden: nothing draws it again when it comes into sight.
        if scroll.client_width() == 0 {
            return;
        }
        let mut memory = self.memory.borrow_mut();
        memory.heights.at_width(scroll.client_width());
        let mut next = body.first_element_child();
        while let Some(row) = next {
            next = row.next_element_sibling();
            let height = || row.get_bounding_client_rect().height();
            match row.get_attribute("data-at").and_then(|at| at.parse().ok()) {
                Some(at) => memory.heights.set(at, height()),
                None if row.class_list().contains("nc-detail-row") => memory.detail = height(),
                None => {}
            }
        }
    }

    /// Brings the row that was opened into sight, once.
    fn reveal(&self) {
        let Some(row) = self.memory.borrow_mut().reveal.take() else { return };
        let Some(scroll) = self.scroll.cast::<Element>() else { return };
        let Some(first) = dom::find(&scroll, &format!("[data-at=\"{row}\"]")) else { return };
        let last = dom::find(&scroll, ".nc-detail-row").unwrap_or_else(|| first.clone());
        let head = dom::find(&scroll, "thead").map_or(0.0, |head| head.get_bounding_client_rect().height());
        // On a narrow screen, where there are tabs, it is the page that scrolls.
        let tabs = scroll.closest(".nc").ok().flatten().and_then(|screen| dom::find(&screen, ".nc-tabs"));
        if let Some(tabs) = tabs.filter(|tabs| tabs.client_width() > 0) {
            dom::bring_into_sight(&first, &last, tabs.get_bounding_client_rect().bottom());
            return;
        }
        let room = f64::from(scroll.client_height());
        let away = first.get_bounding_client_rect().top() - scroll.get_bounding_client_rect().top() - head;
        if away.abs() > room * FAR && scroll.scroll_height() > scroll.client_height() {
            scroll.set_scroll_top((f64::from(scroll.scroll_top()) + away) as i32);
        }
        dom::scroll_box(&scroll, &first, &last, head);
    }

    /// Finds what is in sight, and tells whether something else must be drawn for it.
    fn look(&self) -> bool {
        let Some(scroll) = self.scroll.cast::<Element>().filter(|_| !is_whole(self.order.len(), self.columns)) else {
            return false;
        };
        let (Some(body), Some(window)) = (dom::find(&scroll, "tbody"), web_sys::window()) else { return false };
        let (frame, body) = (scroll.get_bounding_client_rect(), body.get_bounding_client_rect());
        if frame.width() < 1.0 {
            return false;
        }
        let height = window.inner_height().ok().and_then(|height| height.as_f64()).unwrap_or(f64::INFINITY);
        let (top, bottom) = (frame.top().max(0.0), frame.bottom().min(height));
        let mut memory = self.memory.borrow_mut();
        let detail = |row: usize| if self.chosen == Some(row) { memory.detail } else { 0.0 };
        let heights = self.order.iter().map(|row| memory.heights.of(*row) + detail(*row));
        let rows = between(heights, top - body.top(), bottom - body.top());
        let now = memory.drawn.clone().unwrap_or_else(|| at_first(self.order.len(), self.columns));
        let drawn = around(&rows, &now, self.order.len());
        let differs = drawn != now;
        memory.drawn = Some(drawn);
        differs
    }
}

/// Tells whether the table is a list, as on a narrow screen or with more columns than fit: its heads are hidden then.
fn is_list(scroll: &Element) -> bool {
    dom::find(scroll, "thead").is_none_or(|head| head.client_width() <= 1)
}

/// What listens while the table is on the page; dropping it ends that.
struct Listeners {
    _events: [EventListener; 5],
    observer: Option<ResizeObserver>,
    _resized: Closure<dyn FnMut()>,
}

impl Listeners {
    fn new(scroll: &Element, memory: &Rc<RefCell<Memory>>, look: &Rc<impl Fn() + 'static>) -> Self {
        let window = web_sys::window().map_or_else(|| scroll.clone().into(), web_sys::EventTarget::from);
        let on = |target: &web_sys::EventTarget, name: &'static str| {
            let look = look.clone();
            EventListener::new(target, name, move |_| look())
        };
        let print = |name: &'static str, printing: bool| {
            let (look, memory) = (look.clone(), memory.clone());
            EventListener::new(&window, name, move |_| {
                let mut held = memory.borrow_mut();
                held.printing = printing;
                // What is drawn now no longer fits.
                held.drawn = Some(0..0);
                drop(held);
                look();
            })
        };
        let events = [
            on(scroll, "scroll"),
            on(&window, "scroll"),
            on(&window, "resize"),
            print("beforeprint", true),
            print("afterprint", false),
        ];
        let resized = {
            let look = look.clone();
            Closure::<dyn FnMut()>::new(move || look())
        };
        let observer = ResizeObserver::new(resized.as_ref().unchecked_ref()).ok();
        if let Some(observer) = &observer {
            observer.observe(scroll);
        }
        Self { _events: events, observer, _resized: resized }
    }
}

impl Drop for Listeners {
    fn drop(&mut self) {
        if let Some(observer) = &self.observer {
            observer.disconnect();
        }
    }
}

/// Returns the statement or cell that an event comes from, by its `data-key`: its row, and for a cell its document.
fn pressed(event: &Event) -> Option<(Element, usize, Option<usize>)> {
    let (element, key) = dom::target_with(event, "data-key")?;
    let mut parts = key.split('-');
    let (kind, row, document) = (parts.next()?, parts.next()?.parse().ok()?, parts.next());
    match (kind, document) {
        ("row", None) => Some((element, row, None)),
        ("cell", Some(document)) => Some((element, row, Some(document.parse().ok()?))),
        _ => None,
    }
}

/// Tells whether a source does not tell a claim.
fn is_silent(story: &Story, row: usize, document: usize) -> bool {
    story.row(row).and_then(|row| row.cells.get(document)).is_some_and(|cell| cell.stance == Stance::Omits)
}

/// Returns what moves focus among statements and cells by the keys of a grid.
fn keys(scene: Scene, story: Rc<Story>, again: UseForceUpdateHandle) -> impl Fn(KeyboardEvent) {
    move |event: KeyboardEvent| {
        if event.alt_key() || event.meta_key() || event.shift_key() {
            return;
        }
        let Some((element, row, document)) = pressed(&event) else { return };
        let Some(at) = scene.order.iter().position(|other| *other == row) else { return };
        let Some(scroll) = scene.scroll.cast::<Element>() else { return };
        // A list of many sources has no cells for those that are silent: the keys pass them by.
        let only_speakers = story.is_throng() && is_list(&scroll);
        let is_there = |row: usize, document: usize| !only_speakers || !is_silent(&story, row, document);
        let mut columns = story.columns.to_vec();
        columns.retain(|document| is_there(row, *document));
        // Column 0 holds the statements.
        let column =
            document.map_or(Some(0), |document| Some(1 + columns.iter().position(|other| *other == document)?));
        let Some(column) = column else { return };
        let window = web_sys::window().and_then(|window| window.inner_height().ok()?.as_f64()).unwrap_or(f64::INFINITY);
        let head = dom::find(&scroll, "thead").map_or(0.0, |head| head.get_bounding_client_rect().height());
        let room = f64::from(scroll.client_height()).min(window) - head;
        let goal = {
            let memory = scene.memory.borrow();
            let height = |at: usize| scene.order.get(at).map_or(0.0, |row| memory.heights.of(*row));
            let size = (scene.order.len(), columns.len() + 1);
            moved((&event.key(), event.ctrl_key()), (at, column), size, height, room)
        };
        // The browser would scroll to an end of all where there is nowhere to go in the row, away from the focus.
        if matches!(event.key().as_str(), "Home" | "End") {
            event.prevent_default();
        }
        let Some((at, column)) = goal else { return };
        let Some(row) = scene.order.get(at) else { return };
        event.prevent_default();
        let document = column.checked_sub(1).and_then(|column| columns.get(column));
        let document = document.filter(|document| is_there(*row, **document));
        let key = document.map_or_else(|| format!("row-{row}"), |document| format!("cell-{row}-{document}"));
        if !dom::focus_key(&element, &key) {
            // Far out of sight: it is drawn first.
            let mut memory = scene.memory.borrow_mut();
            memory.focused = Some(*row);
            memory.goal = Some(key);
            drop(memory);
            again.force_update();
        }
    }
}
