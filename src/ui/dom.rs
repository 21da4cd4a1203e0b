//! The few things that only the live page can do: moving focus and scrolling inside our own boxes.
//!
//! Nothing here runs while rendering, so components render natively. The page around the screen is never scrolled from here.

use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement, ScrollBehavior, ScrollToOptions};
use yew::prelude::*;

/// Returns the element whose key was pressed or clicked, or its nearest ancestor with the attribute.
pub fn target_with(event: &Event, attribute: &str) -> Option<(Element, String)> {
    let element = event.target_dyn_into::<Element>()?.closest(&format!("[{attribute}]")).ok()??;
    let value = element.get_attribute(attribute)?;
    Some((element, value))
}

/// Moves focus to the element of the screen around `inside` that has this `data-key`.
pub fn focus_key(inside: &Element, key: &str) {
    let found = inside.closest(".nc").ok().flatten().and_then(|screen| {
        let selector = format!("[data-key=\"{key}\"]");
        screen.query_selector(&selector).ok().flatten()
    });
    if let Some(element) = found {
        focus(&element);
    }
}

/// Moves focus to an element.
pub fn focus(element: &Element) {
    if let Some(element) = element.dyn_ref::<HtmlElement>() {
        // Fails only for elements that cannot have focus; then it stays where it is.
        let _ = element.focus();
    }
}

/// Tells whether an element holds one that fits the selector.
pub fn has(inside: &Element, selector: &str) -> bool {
    inside.query_selector(selector).ok().flatten().is_some()
}

/// Moves focus to the statement of the open row.
pub fn focus_opened(screen: &Element) {
    if let Ok(Some(opened)) = screen.query_selector(".nc-statement[aria-expanded=true]") {
        focus(&opened);
    }
}

/// Returns the element that gets the focus when another loses it.
pub fn gains_focus(event: &FocusEvent) -> Option<Element> {
    event.related_target()?.dyn_into().ok()
}

/// Puts a box that lies over a scrolling text under the element with this `data-key`, and brings it into sight.
pub fn place_below(over: &Element, key: &str) {
    let Some(scroll) = over.parent_element() else { return };
    let (Ok(Some(anchor)), Some(over)) =
        (scroll.query_selector(&format!("[data-key=\"{key}\"]")), over.dyn_ref::<HtmlElement>())
    else {
        return;
    };
    let below = anchor.get_bounding_client_rect().bottom() - scroll.get_bounding_client_rect().top();
    let top = below + f64::from(scroll.scroll_top());
    // Refused only for read-only styles, which an element's own style is not.
    let _ = over.style().set_property("inset-block-start", &format!("{top:.0}px"));
    scroll_box(&scroll, over, over, Place::Below(0.0));
}

/// Tells whether the reader has just selected words, so that a click ends a selection and presses nothing.
pub fn has_selection() -> bool {
    let selection = web_sys::window().and_then(|window| window.get_selection().ok().flatten());
    selection.is_some_and(|selection| selection.type_() == "Range")
}

/// Where in its box a target is brought to.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Place {
    /// At this share of the box's height, so that passages of several panes stand at the same height.
    Share(f64),
    /// Anywhere below this many pixels from the top; the box moves only when it must.
    Below(f64),
}

/// Scrolls a box, and nothing else, so that the part from `first` to `last` is visible.
pub fn scroll_box(scroll: &Element, first: &Element, last: &Element, place: Place) {
    let room = f64::from(scroll.client_height());
    if scroll.scroll_height() <= scroll.client_height() {
        return;
    }
    let frame = scroll.get_bounding_client_rect().top();
    let (top, bottom) =
        (first.get_bounding_client_rect().top() - frame, last.get_bounding_client_rect().bottom() - frame);
    let by = match place {
        Place::Share(share) => top - room * share,
        Place::Below(edge) if top < edge => top - edge,
        Place::Below(edge) => (bottom - room).min(top - edge).max(0.0),
    };
    if by.abs() < 1.0 {
        return;
    }
    let options = ScrollToOptions::new();
    options.set_top(f64::from(scroll.scroll_top()) + by);
    options.set_behavior(if wants_calm() { ScrollBehavior::Instant } else { ScrollBehavior::Smooth });
    scroll.scroll_to_with_scroll_to_options(&options);
}

/// Tells whether the reader asked for less motion.
fn wants_calm() -> bool {
    let query =
        web_sys::window().and_then(|window| window.match_media("(prefers-reduced-motion: reduce)").ok().flatten());
    query.is_some_and(|query| query.matches())
}
