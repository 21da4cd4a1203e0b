//! The connectors of the open row: through the gutters from passage to passage to row, never across text.
//!
//! A picture for the eye alone: hidden from assistive technology, off where less motion is wanted, absent where panes and
//! matrix do not stand side by side. A passage or row that is scrolled out of sight gets no line.

use super::bar::verdict_class;
use super::state::State;
use crate::matrix::Verdict;
use gloo::events::{EventListener, EventListenerOptions};
use std::rc::Rc;
use web_sys::Element;
use yew::prelude::*;

/// How far below the top of a passage or statement its first line runs, in pixels.
const FIRST_LINE: f64 = 14.0;

/// What [`Wires`] needs.
#[derive(Debug, PartialEq, Properties)]
pub struct WiresProps {
    /// What the reader has done; each change moves the ends.
    pub state: Rc<State>,
    /// The verdict of the open row.
    pub verdict: Option<Verdict>,
}

/// One end of a connector, in pixels from the top left of the drawing.
#[derive(Debug, Clone, Copy, PartialEq)]
struct End {
    left: f64,
    right: f64,
    /// Height of the line to meet, if it is in sight.
    y: Option<f64>,
    /// Tells that it is only what comes closest in a source that does not tell the claim.
    near: bool,
    /// Top of the box that holds it: only boxes of one row are connected.
    top: f64,
}

/// Draws the connectors.
#[component]
pub fn Wires(props: &WiresProps) -> Html {
    let (svg, paths) = (use_node_ref(), use_state_eq(Vec::<(String, bool)>::new));
    let open = props.state.chosen.is_some();
    {
        let (svg, paths) = (svg.clone(), paths.clone());
        use_effect_with(props.state.clone(), move |_| {
            let main = svg.cast::<Element>().and_then(|svg| svg.parent_element()).filter(|_| open);
            let listeners = match (main, web_sys::window()) {
                (Some(main), Some(window)) => {
                    let draw = move || {
                        if let Some(svg) = svg.cast::<Element>() {
                            paths.set(connect(&ends(&svg)));
                        }
                    };
                    draw();
                    let (on_scroll, on_resize) = (draw.clone(), draw);
                    // Scroll events do not bubble; on the way down they pass here.
                    let capture = EventListenerOptions::run_in_capture_phase();
                    Some([
                        EventListener::new_with_options(&main, "scroll", capture, move |_| on_scroll()),
                        EventListener::new(&window, "resize", move |_| on_resize()),
                    ])
                }
                _ => {
                    paths.set(Vec::new());
                    None
                }
            };
            move || drop(listeners)
        });
    }
    html! {
        <svg class={classes!("nc-wires", props.verdict.map(verdict_class))} ref={svg} aria-hidden="true">
            { for paths.iter().map(|(path, near)| html! { <path class={near.then_some("nc-near")} d={path.clone()} /> }) }
        </svg>
    }
}

/// Measures the passages of the panes, from the first to the last, and the row.
fn ends(svg: &Element) -> Vec<End> {
    let frame = svg.get_bounding_client_rect();
    let Some(main) = svg.parent_element().filter(|_| frame.width() > 0.0) else { return Vec::new() };
    let end = |outer: &Element, scroll: &Element, target: Option<Element>, head: f64| {
        let (outer, scroll) = (outer.get_bounding_client_rect(), scroll.get_bounding_client_rect());
        let y = target.map(|target| target.get_bounding_client_rect().top() + FIRST_LINE);
        End {
            left: outer.left() - frame.left(),
            right: outer.right() - frame.left(),
            near: false,
            y: y.filter(|y| (scroll.top() + head..scroll.bottom()).contains(y)).map(|y| y - frame.top()),
            top: outer.top() - frame.top(),
        }
    };
    let find = |inside: &Element, selector: &str| inside.query_selector(selector).ok().flatten();
    let mut out = Vec::new();
    let mut pane = find(&main, ".nc-panes").and_then(|panes| panes.first_element_child());
    while let Some(here) = pane {
        if let Some(scroll) = find(&here, ".nc-text") {
            let told = find(&scroll, ".nc-chosen");
            let near = told.is_none();
            let passage = told.or_else(|| find(&scroll, ".nc-nearest"));
            out.push(End { near, ..end(&here, &scroll, passage, 0.0) });
        }
        pane = here.next_element_sibling();
    }
    if let Some(scroll) = find(&main, ".nc-table-box") {
        let head = find(&scroll, "thead").map_or(0.0, |head| head.get_bounding_client_rect().height());
        // The row belongs to the same line of boxes as the panes, whatever stands above them.
        let top = out.first().map_or(0.0, |first| first.top);
        out.push(End { top, ..end(&scroll, &scroll, find(&scroll, ".nc-open"), head) });
    }
    out
}

/// Joins neighbours that stand in one line of boxes and are both in sight; tells of each line whether it leads to what only comes close.
fn connect(ends: &[End]) -> Vec<(String, bool)> {
    let pairs = ends.windows(2).filter(|pair| (pair[0].top - pair[1].top).abs() < 1.0);
    let path = |pair: &[End]| {
        let (from, to) = (pair[0].right, pair[1].left);
        let (y1, y2) = (pair[0].y?, pair[1].y?);
        let bend = (to - from) * 0.75;
        let near = pair[0].near || pair[1].near;
        let path = format!("M{from:.1} {y1:.1}C{:.1} {y1:.1} {:.1} {y2:.1} {to:.1} {y2:.1}", from + bend, to - bend);
        Some((path, near))
    };
    pairs.filter(|pair| pair[1].left > pair[0].right).filter_map(path).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn end(left: f64, y: Option<f64>, top: f64) -> End {
        End { left, right: left + 100.0, y, near: false, top }
    }

    #[test]
    fn lines_run_through_gutters_between_neighbours_that_are_in_sight() {
        let all = [end(0.0, Some(10.0), 0.0), end(120.0, Some(50.0), 0.0), end(240.0, Some(30.0), 0.0)];
        let paths = |ends: &[End]| connect(ends).into_iter().map(|(path, _)| path).collect::<Vec<_>>();
        assert_eq!(
            paths(&all),
            ["M100.0 10.0C115.0 10.0 105.0 50.0 120.0 50.0", "M220.0 50.0C235.0 50.0 225.0 30.0 240.0 30.0"]
        );
        let close = connect(&[all[0], End { near: true, ..all[1] }, all[2]]);
        assert!(close.iter().all(|(_, near)| *near), "a passage that only comes close is joined by another line");
        let silent = [all[0], end(120.0, None, 0.0), all[2]];
        assert!(connect(&silent).is_empty(), "no line crosses a text that does not tell it");
    }

    #[test]
    fn boxes_under_each_other_are_not_connected() {
        assert!(connect(&[end(0.0, Some(10.0), 0.0), end(0.0, Some(50.0), 300.0)]).is_empty());
        assert!(connect(&[end(120.0, Some(10.0), 0.0), end(0.0, Some(50.0), 0.0)]).is_empty());
    }
}
