//! The way that the reader goes through views and stories, as the address and the focus follow it.
//!
//! Its own file because a press changes the view at once and the story when it was compared, and only both together are a step back to which the
//! browser's button leads.

use super::{Origin, Whereabouts};
use crate::page::words::View;
use crate::ui::dom;
use std::cell::RefCell;
use std::rc::Rc;
use web_sys::Element;
use yew::prelude::*;

/// The way that the reader goes through views and stories.
pub(super) struct Way {
    /// What is on the screen.
    pub(super) seen: (View, Origin),
    /// What is under way, and whether it is a step: view and story come one after the other, and only both are noted in the address.
    pub(super) goal: Option<((View, Origin), bool)>,
}

/// Notes each step in the address, and gives the focus to the tab of the view that it led to.
#[hook]
pub(super) fn use_steps(
    desk: bool,
    now: (View, Origin),
    strip: &NodeRef,
    here: &Rc<RefCell<Whereabouts>>,
    way: &Rc<RefCell<Way>>,
) {
    let (strip, here, way) = (strip.clone(), here.clone(), way.clone());
    use_effect_with(now, move |now| {
        let mut way = way.borrow_mut();
        let before = std::mem::replace(&mut way.seen, *now);
        // What was pressed to come here may be out of sight now, and would take the focus with it.
        let strip = strip.cast::<Element>().filter(|_| before.0 != now.0);
        if let Some(tab) = strip.and_then(|strip| dom::find(&strip, "[aria-current]")) {
            dom::focus(&tab);
        }
        if desk && before != *now {
            let mut here = here.borrow_mut();
            if here.story != now.1 {
                here.claim = None;
            }
            (here.view, here.story) = *now;
            let (there, step) = way.goal.unwrap_or((*now, before.0 != now.0));
            if there == *now {
                way.goal = None;
                here.note(step);
            }
        }
    });
}
