//! Where the reader is, as the address of the page tells it behind its `#`: loading the page again shows the same view, story and claim.
//!
//! A file of its own because it alone knows the names in the address. What else stands there, such as a story in a link ([`super::link`]), stays.
//! Another view or story is a step, from which the button Back leads here again; a claim and a way to read are noted in the place of those
//! before.
//!
//! Known limit: a story that the reader has opened from a file is in no address; its steps are marked, and lead to it while it is open.

use super::desk::Origin;
use super::words::View;
use super::{handover, link};
use crate::ui::state::Mode;
use web_sys::UrlSearchParams;
use yew::AttrValue;

/// A view, a story, a way to read and a claim.
#[derive(Debug, Clone, Default)]
pub struct Whereabouts {
    /// The view.
    pub view: View,
    /// Where the story comes from.
    pub story: Origin,
    /// How it is read.
    pub read: Mode,
    /// The id of the open claim.
    pub claim: Option<AttrValue>,
    /// The language that the reader has picked.
    pub lang: Option<AttrValue>,
}

impl Whereabouts {
    /// Reads the address; what is not there is as the page begins, and a link brings the story that it holds.
    pub fn of_address() -> Self {
        let fragment = handover::fragment();
        let Some(parts) = parts(&fragment) else { return Self::default() };
        let part = |name: &str| parts.get(name).unwrap_or_default();
        let view = part("view");
        Self {
            view: View::ALL.iter().copied().find(|known| name(*known) == view).unwrap_or_default(),
            story: match (parts.get("story"), link::of_fragment(&fragment)) {
                (None, link) if link.is_some() || handover::marked() => Origin::File,
                (story, _) => Origin::of_name(&story.unwrap_or_default()),
            },
            read: Mode::of_name(&part("read")),
            claim: parts.get("claim").map(AttrValue::from),
            lang: parts.get("lang").filter(|tag| tag == "en" || tag == "es").map(AttrValue::from),
        }
    }

    /// Notes it in the address, as a step or in the place of what stands there; the address stays as it is while the page is as it begins.
    pub fn note(&self, step: bool) {
        let fragment = handover::fragment();
        let Some(parts) = parts(&fragment) else { return };
        let linked = link::of_fragment(&fragment).is_some();
        let set = |name: &str, value: &str| if value.is_empty() { parts.delete(name) } else { parts.set(name, value) };
        set("view", if self.view == View::Compare { "" } else { name(self.view) });
        set("read", if self.read == Mode::Compare { "" } else { self.read.name() });
        let story = self.story.name();
        set(
            "story",
            match self.story {
                Origin::Page if linked => "page",
                Origin::File => "",
                _ => &story,
            },
        );
        // A claim of a story that will not be there would be one of another.
        set(
            "claim",
            self.claim.as_ref().filter(|_| self.story != Origin::File || linked).map_or("", AttrValue::as_str),
        );
        set("lang", self.lang.as_deref().unwrap_or_default());
        handover::set_fragment(&String::from(parts.to_string()), step, self.story == Origin::File);
    }
}

fn parts(fragment: &str) -> Option<UrlSearchParams> {
    UrlSearchParams::new_with_str(fragment.trim_start_matches('#')).ok()
}

/// Returns the name of a view in the address.
fn name(view: View) -> &'static str {
    match view {
        View::Compare => "compare",
        View::Lesson => "lesson",
        View::Worksheet => "worksheet",
        View::Stories => "stories",
        View::Correct => "correct",
        View::Bring => "articles",
        View::Take => "take",
        View::Guides => "guides",
    }
}
