//! The page of its own, around the screen: stories to choose from, lessons, worksheets and guides.
//!
//! A module of its own because whoever embeds the element must not load it: only `news-compare.html` is built with the feature `page`.
//! [`Desk`] holds what is open; each other file is one view or one part of it. The words are in a table of their own, [`words`], beside that
//! of the screen, for the same reason. What a lesson is stands in [`crate::lesson`].

pub mod articles;
pub mod chart;
pub mod collect;
pub mod desk;
pub mod guides;
pub mod handover;
pub mod lesson;
pub mod markdown;
pub mod predict;
pub mod prepare;
pub mod results;
pub mod reveal;
pub mod room;
pub mod stories;
pub mod student;
pub mod timer;
pub mod words;
pub mod worked_out;
pub mod worksheet;

pub use desk::{Desk, DeskProps};

/// The style sheet of the page, which follows that of the screen ([`crate::ui::STYLE`]).
pub const STYLE: &str = include_str!("page.css");
