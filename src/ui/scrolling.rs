//! What scrolls the articles: the passages of the open row come to one height, and articles follow each other where the reader wants it.
//!
//! A file of its own because both look at all panes at once. A pane that the reader scrolls by hand moves no other unless
//! scrolling together is on, and then only the pane under the reader's hand leads.

use super::dom;
use super::meeting::{Passage, follow, landmarks, meet};
use super::panes::Panes;
use super::state::{Mode, Origin, State};
use super::story::Story;
use gloo::events::{EventListener, EventListenerOptions};
use std::cell::RefCell;
use std::rc::Rc;
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement};
use yew::prelude::*;

/// How far down the box the chosen passage is brought, as a share of its height.
const PASSAGE_HEIGHT: f64 = 0.3;

/// How far down the box the line lies at which articles that scroll together are compared, as a share of its height.
const READING_LINE: f64 = 0.3;

/// Custom property with the room below a text, in pixels.
const ROOM: &str = "--nc-room";

/// Brings the passages of the open row to one height whenever another row, article or view is chosen.
#[hook]
pub fn use_meeting(screen: NodeRef, state: Rc<State>) {
    let chosen = state.chosen;
    let view = (state.mode, state.view, state.asked);
    use_effect_with((chosen, state.panes.clone(), view), move |(chosen, _, (mode, ..))| {
        let Some(screen) = screen.cast::<Element>().filter(|_| *mode == Mode::Compare) else { return };
        show_tab(&screen);
        let Some(chosen) = chosen else { return };
        // A pressed mark stays where it is, and the others come to it.
        let pressed = match chosen.origin {
            Origin::Mark { document, mark } => Some(format!("mark-{document}-{mark}")),
            _ => None,
        };
        gather(&screen, pressed.as_deref());
    });
}

/// Brings the pressed tab of a narrow screen into sight by scrolling the tabs sideways, and nothing else.
fn show_tab(screen: &Element) {
    let Some(tab) = dom::find(screen, ".nc-tab[aria-pressed=true]") else { return };
    let Some(tabs) = tab.parent_element() else { return };
    let (tab, frame) = (tab.get_bounding_client_rect(), tabs.get_bounding_client_rect());
    let by = (tab.right() - frame.right()).max(0.0) + (tab.left() - frame.left()).min(0.0);
    tabs.set_scroll_left(tabs.scroll_left() + by as i32);
}

/// A text box with the passage that is to be shown in it.
struct Box {
    scroll: HtmlElement,
    passage: Passage,
}

/// Brings the passages together, at the height of the pressed mark where there is one in sight.
fn gather(screen: &Element, pressed: Option<&str>) {
    let (mut boxes, mut wanted) = (Vec::new(), None);
    for text in texts(screen) {
        let room = f64::from(text.client_height());
        if room < 1.0 {
            continue;
        }
        let mark = pressed.and_then(|key| dom::find(&text, &format!("[data-key=\"{key}\"]")));
        let passage =
            mark.clone().or_else(|| dom::find(&text, ".nc-chosen")).or_else(|| dom::find(&text, ".nc-nearest"));
        let Some(passage) = passage else { continue };
        let top = height_in(&text, &passage);
        let here = top - f64::from(text.scroll_top());
        if mark.is_some() && (0.0..room).contains(&here) {
            wanted = Some(here);
        }
        let reach = f64::from(text.scroll_height()) - room - room_below(&text);
        boxes.push(Box { scroll: text, passage: Passage { top, reach: reach.max(0.0) } });
    }
    let Some(first) = boxes.first() else { return };
    let wanted = wanted.unwrap_or_else(|| f64::from(first.scroll.client_height()) * PASSAGE_HEIGHT);
    let meeting = meet(&boxes.iter().map(|one| one.passage).collect::<Vec<_>>(), wanted);
    for (one, room) in boxes.iter().zip(meeting.room) {
        // A box that its text does not fill grows before it scrolls.
        let slack = if room > 0.0 { free(&one.scroll) } else { 0.0 };
        let room = room + slack;
        if room > 0.0 || room_below(&one.scroll) > 0.0 {
            // Refused only for read-only styles, which an element's own style is not.
            let _ = one.scroll.style().set_property(ROOM, &format!("{room:.0}px"));
        }
    }
    // All of them are set before the first is read again, or the browser would lay out the page for each.
    for (one, top) in boxes.iter().zip(meeting.scroll) {
        dom::scroll_to(&one.scroll, top);
    }
}

/// Returns the boxes that hold the texts, in the order of the panes.
fn texts(screen: &Element) -> Vec<HtmlElement> {
    let Ok(found) = screen.query_selector_all(".nc-pane .nc-text") else { return Vec::new() };
    (0..found.length()).filter_map(|at| found.item(at)?.dyn_into().ok()).collect()
}

/// Returns the top of an element from the top of the text in its box.
fn height_in(text: &Element, element: &Element) -> f64 {
    element.get_bounding_client_rect().top() - text.get_bounding_client_rect().top() + f64::from(text.scroll_top())
}

/// Returns how much a box of a text can still grow, in pixels.
fn free(text: &HtmlElement) -> f64 {
    text.parent_element().map_or(0.0, |frame| f64::from((frame.client_height() - text.client_height()).max(0)))
}

fn room_below(text: &HtmlElement) -> f64 {
    let room = text.style().get_property_value(ROOM).unwrap_or_default();
    room.trim_end_matches("px").parse().unwrap_or(0.0)
}

/// Lets the articles follow the one that the reader scrolls, by the passages that they share, while `on`.
#[hook]
pub fn use_together(screen: NodeRef, story: Rc<Story>, panes: Panes, on: bool) {
    use_effect_with((story, panes, on), move |(story, panes, on)| {
        let screen = screen.cast::<Element>().filter(|_| *on);
        let listeners = screen.map(|screen| {
            let leader = Rc::new(RefCell::new(None::<Element>));
            let capture = EventListenerOptions::run_in_capture_phase();
            let passive = ["wheel", "touchstart", "pointerdown", "keydown"].map(|name| {
                let leader = leader.clone();
                EventListener::new_with_options(&screen, name, capture, move |event| {
                    let text = event.target().and_then(|target| target.dyn_into::<Element>().ok());
                    *leader.borrow_mut() = text.and_then(|text| text.closest(".nc-text").ok().flatten());
                })
            });
            let (story, panes, inside) = (story.clone(), panes.clone(), screen.clone());
            let scroll = EventListener::new_with_options(&screen, "scroll", capture, move |event| {
                let target = event.target().and_then(|target| target.dyn_into::<Element>().ok());
                if target.is_some() && *leader.borrow() == target {
                    lead(&inside, &story, &panes, target.as_ref());
                }
            });
            (passive, scroll)
        });
        move || drop(listeners)
    });
}

/// Scrolls the other articles to what matches the reading line of the leading one.
fn lead(screen: &Element, story: &Story, panes: &Panes, leader: Option<&Element>) {
    let texts = texts(screen);
    let Some(at) = texts.iter().position(|text| leader == Some(text.as_ref())) else { return };
    let (Some(&document), Some(text)) = (panes.open().get(at), texts.get(at)) else { return };
    let Some(article) = story.article(document) else { return };
    let line = f64::from(text.scroll_top()) + f64::from(text.client_height()) * READING_LINE;
    for (other, &followed) in texts.iter().zip(panes.open()) {
        let Some(there) = story.article(followed).filter(|_| followed != document) else { continue };
        let height = |text: &HtmlElement, document: usize, mark: usize| {
            Some(height_in(text, &dom::find(text, &format!("[data-key=\"mark-{document}-{mark}\"]"))?))
        };
        let pairs = landmarks(&article, &there).into_iter();
        let pairs: Vec<_> =
            pairs.filter_map(|(a, b)| Some((height(text, document, a)?, height(other, followed, b)?))).collect();
        if let Some(height) = follow(&pairs, line) {
            other.set_scroll_top((height - f64::from(other.client_height()) * READING_LINE) as i32);
        }
    }
}
