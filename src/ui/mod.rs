//! The screen: article panes and the matrix of claims as one instrument, in Yew.
//!
//! Nothing here knows how it was mounted: the page gives an [`Input`] and hears [`UiEvent`]s. `state.rs` holds the state,
//! the actions and the pure reducer; every other file is one component or one pure piece of layout.
//! Article text reaches the page as text nodes only, links only with http and https, and there is no `style=` attribute,
//! so that a strict content security policy holds. The title is an `<h2>` unless the page wants another level ([`heading::Level`]).

pub mod app;
pub mod bar;
pub mod chooser;
pub mod column;
pub mod copy;
pub mod detail;
pub mod dialog;
pub mod dom;
pub mod glance;
pub mod glyph;
pub mod heading;
pub mod in_order;
pub mod intl;
pub mod keys;
pub mod legend;
pub mod masthead;
pub mod matrix;
pub mod meeting;
pub mod modes;
pub mod moves;
pub mod origin;
pub mod pane;
pub mod pane_head;
pub mod panes;
pub mod passage;
pub mod picker;
pub mod row;
pub mod save;
pub mod screen;
pub mod scrolling;
pub mod state;
pub mod steps;
pub mod story;
pub mod strip;
pub mod table;
pub mod toolbar;
pub mod values;
pub mod window;
pub mod wires;
pub mod words;

pub use app::{Analysis, App, AppProps};

use crate::comparison::Comparison;
use crate::document::{Corpus, DocumentId};
use std::rc::Rc;
use yew::AttrValue;

/// The style sheet of the screen, to be adopted by the shadow root that [`App`] is mounted in.
///
/// Its custom properties `--nc-*` sit on `:host`; the attribute `theme` of the host (`light`, `dark`) overrides the
/// reader's preference.
pub const STYLE: &str = include_str!("style.css");

/// What the screen is to show.
#[derive(Debug, Clone)]
pub enum Input {
    /// Articles to compare: the panes appear at once, the analysis follows after the first paint.
    Corpus(Rc<Corpus>),
    /// A comparison made before; nothing is analysed.
    Comparison(Rc<Comparison>),
    /// What is wrong with the input, in words for the reader.
    Error(AttrValue),
}

impl PartialEq for Input {
    /// Compares by identity: a story may be megabytes, and whoever gives another one gives another `Rc`.
    fn eq(&self, other: &Self) -> bool {
        match (self, other) {
            (Self::Corpus(a), Self::Corpus(b)) => Rc::ptr_eq(a, b),
            (Self::Comparison(a), Self::Comparison(b)) => Rc::ptr_eq(a, b),
            (Self::Error(a), Self::Error(b)) => a == b,
            _ => false,
        }
    }
}

/// What the page around the screen hears from it.
#[derive(Debug, Clone, PartialEq)]
pub enum UiEvent {
    /// The comparison is on the screen.
    Ready {
        /// The comparison shown; as given, or as analysed from the corpus.
        comparison: Comparable,
    },
    /// The reader chose a row, or closed the chosen one.
    Select {
        /// Id of the row; none when it was closed.
        row: Option<AttrValue>,
        /// The source whose cell was chosen; none for the whole row.
        document: Option<DocumentId>,
    },
    /// The comparison is read in another way than before, by the reader's choice or the page's.
    View {
        /// The way.
        mode: state::Mode,
    },
    /// The reader wants no comparison; only while [`Analysis::UnderWay`].
    Stop,
    /// The reader wants the comparison after all; only after [`Analysis::Stopped`].
    Resume,
    /// The reader opens another story than that of the page.
    Open {
        /// JSON text of `news-compare.corpus/1` or `news-compare.comparison/1`; none for the story of the page.
        story: Option<String>,
        /// Where it comes from, to be given back with it.
        origin: AttrValue,
        /// Tells that what is on the screen stays until the comparison is there.
        follows: bool,
    },
    /// Something is wrong with the input; the screen shows the message too.
    Error {
        /// What is wrong.
        message: AttrValue,
    },
}

/// A shared comparison that compares by identity.
#[derive(Debug, Clone)]
pub struct Comparable(pub Rc<Comparison>);

impl PartialEq for Comparable {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.0, &other.0)
    }
}
