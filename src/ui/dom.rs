//! The few things that only the live page can do: moving focus and scrolling inside our own boxes.
//!
//! Nothing here runs while rendering, so components render natively. The page around the screen is scrolled only where the screen has no box
//! of its own that scrolls: on a narrow one, to what the reader has just opened.

use gloo::timers::callback::Timeout;
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement, ScrollBehavior, ScrollIntoViewOptions, ScrollLogicalPosition, ScrollToOptions};
use yew::prelude::*;

/// Returns the element whose key was pressed or clicked, or its nearest ancestor with the attribute.
pub fn target_with(event: &Event, attribute: &str) -> Option<(Element, String)> {
    let element = event.target_dyn_into::<Element>()?.closest(&format!("[{attribute}]")).ok()??;
    let value = element.get_attribute(attribute)?;
    Some((element, value))
}

/// The statement of the open row.
pub const OPENED: &str = ".nc-statement[aria-expanded=true]";

/// Moves focus to the element of the screen around `inside` that has this `data-key`, and tells whether there is one that is not hidden.
pub fn focus_key(inside: &Element, key: &str) -> bool {
    let found = inside.closest(".nc").ok().flatten().and_then(|screen| find(&screen, &format!("[data-key=\"{key}\"]")));
    let found = found.filter(|element| element.get_bounding_client_rect().width() > 0.0);
    found.is_some_and(|element| {
        focus(&element);
        true
    })
}

/// Presses the button of the screen that has this `data-key`.
pub fn press_key(screen: &Element, key: &str) {
    if let Some(button) =
        find(screen, &format!("[data-key=\"{key}\"]")).and_then(|button| button.dyn_into::<HtmlElement>().ok())
    {
        button.click();
    }
}

/// Moves focus to an element.
pub fn focus(element: &Element) {
    if let Some(element) = element.dyn_ref::<HtmlElement>() {
        // Fails only for elements that cannot have focus; then it stays where it is.
        let _ = element.focus();
    }
}

/// Moves focus, after the next rendering, to the first element of the screen that fits the selector: what was pressed may be gone or moved then.
pub fn focus_next(event: &Event, selector: String) {
    let screen = event.target_dyn_into::<Element>().and_then(|pressed| pressed.closest(".nc").ok().flatten());
    Timeout::new(0, move || {
        if let Some(element) = screen.and_then(|screen| find(&screen, &selector)) {
            focus(&element);
        }
    })
    .forget();
}

/// Returns the first element inside that fits the selector.
pub fn find(inside: &Element, selector: &str) -> Option<Element> {
    inside.query_selector(selector).ok().flatten()
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
    scroll_box(&scroll, over, over, 0.0);
}

/// Returns how far down an element the pointer is, as a share of its height, where the event comes from inside it.
pub fn share_of(event: &MouseEvent, selector: &str) -> Option<f64> {
    let frame = event.target_dyn_into::<Element>()?.closest(selector).ok()??.get_bounding_client_rect();
    Some(((f64::from(event.client_y()) - frame.top()) / frame.height().max(1.0)).clamp(0.0, 1.0))
}

/// Returns the place of the pane that a dragging pointer is over, and shows it as the goal or, at the end, no more.
pub fn pane_under(event: &PointerEvent, dragging: bool) -> Option<usize> {
    const GOAL: &str = "data-goal";
    let panes = event.target_dyn_into::<Element>()?.closest(".nc-panes").ok()??.children();
    let (x, y) = (f64::from(event.client_x()), f64::from(event.client_y()));
    let mut found = None;
    for at in 0..panes.length() {
        let Some(pane) = panes.item(at) else { continue };
        let frame = pane.get_bounding_client_rect();
        let inside = (frame.left()..frame.right()).contains(&x) && (frame.top()..frame.bottom()).contains(&y);
        if inside {
            found = usize::try_from(at).ok();
        }
        // An attribute that no rendering touches; refused only for names that are none.
        let _ = if inside && dragging { pane.set_attribute(GOAL, "") } else { pane.remove_attribute(GOAL) };
    }
    found
}

/// Tells whether a key goes into a field, where letters are no commands.
pub fn is_typing(event: &KeyboardEvent) -> bool {
    let element = event.target_dyn_into::<Element>();
    element.is_some_and(|element| element.matches("input:not([type=checkbox]), select, textarea").unwrap_or(false))
}

/// Tells whether the reader has just selected words, so that a click ends a selection and presses nothing.
pub fn has_selection() -> bool {
    let selection = web_sys::window().and_then(|window| window.get_selection().ok().flatten());
    selection.is_some_and(|selection| selection.type_() == "Range")
}

/// Scrolls a box, and nothing else, so that the part from `first` to `last` is visible below this many pixels from its top;
/// it moves only when it must.
pub fn scroll_box(scroll: &Element, first: &Element, last: &Element, edge: f64) {
    let room = f64::from(scroll.client_height());
    if scroll.scroll_height() <= scroll.client_height() {
        return;
    }
    let frame = scroll.get_bounding_client_rect().top();
    let (top, bottom) =
        (first.get_bounding_client_rect().top() - frame, last.get_bounding_client_rect().bottom() - frame);
    let by = if top < edge { top - edge } else { (bottom - room).min(top - edge).max(0.0) };
    scroll_to(scroll, f64::from(scroll.scroll_top()) + by);
}

/// Scrolls whatever holds the part from `first` to `last` so that it is in sight below `edge`, where it is not: whole if there is room for it, else
/// from its beginning.
pub fn bring_into_sight(first: &Element, last: &Element, edge: f64) {
    let height = web_sys::window().and_then(|window| window.inner_height().ok()?.as_f64()).unwrap_or_default();
    let (top, bottom) = (first.get_bounding_client_rect().top(), last.get_bounding_client_rect().bottom());
    if edge <= top && bottom <= height {
        return;
    }
    let options = ScrollIntoViewOptions::new();
    options.set_behavior(behavior());
    let fits_below = edge <= top && bottom - top <= height - edge;
    options.set_block(if fits_below { ScrollLogicalPosition::End } else { ScrollLogicalPosition::Start });
    let shown = if fits_below { last } else { first };
    shown.scroll_into_view_with_scroll_into_view_options(&options);
}

/// Scrolls a box, and nothing else, to this many pixels from its top.
pub fn scroll_to(scroll: &Element, top: f64) {
    if (top - f64::from(scroll.scroll_top())).abs() < 1.0 {
        return;
    }
    let options = ScrollToOptions::new();
    options.set_top(top);
    options.set_behavior(behavior());
    scroll.scroll_to_with_scroll_to_options(&options);
}

/// Returns how to scroll: at once where the reader asked for less motion.
fn behavior() -> ScrollBehavior {
    let query =
        web_sys::window().and_then(|window| window.match_media("(prefers-reduced-motion: reduce)").ok().flatten());
    if query.is_some_and(|query| query.matches()) { ScrollBehavior::Instant } else { ScrollBehavior::Smooth }
}
