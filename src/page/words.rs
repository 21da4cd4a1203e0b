//! Every word that the page around the screen says: one table for each language, in `words/`, made as that of the screen ([`crate::ui::words`]).
//!
//! Apart from it because the element that others embed does not say them and should not carry them.

mod english;
mod spanish;

use crate::language::Language;
use crate::ui::words::Words;
use std::ops::Deref;

/// What is open.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum View {
    /// The comparison.
    #[default]
    Compare,
    /// Stories to choose from.
    Stories,
}

impl View {
    /// All views in the order in which they are offered.
    pub const ALL: &[Self] = &[Self::Compare, Self::Stories];
}

/// The words of one language.
#[derive(Debug)]
pub struct Table {
    /// Names the strip of views.
    pub views: &'static str,
    /// The name of a view, on its button.
    pub view: fn(View) -> &'static str,

    /// Heading of the list of stories.
    pub stories_heading: &'static str,
    /// What the stories are.
    pub stories_lead: &'static str,
    /// What the story of the page is.
    pub story_given: &'static str,
    /// Names the button that opens a story, by its title.
    pub open_story: fn(&str) -> String,
    /// Button that opens a story.
    pub story_choose: &'static str,
    /// The same, for the one that is open.
    pub story_open: &'static str,
    /// Opens the questions of a story.
    pub questions: &'static str,
}

/// The words of the page and those of the screen, in the reader's language.
#[derive(Debug, Clone)]
pub struct PageWords {
    /// Those of the screen.
    pub screen: Words,
    table: &'static Table,
}

impl PageWords {
    /// Returns the words beside those of a screen.
    pub fn new(screen: Words) -> Self {
        let table = match screen.locale.language {
            Language::English => &english::TABLE,
            Language::Spanish => &spanish::TABLE,
        };
        Self { screen, table }
    }
}

impl PartialEq for PageWords {
    fn eq(&self, other: &Self) -> bool {
        self.screen == other.screen
    }
}

impl Deref for PageWords {
    type Target = Table;

    fn deref(&self) -> &Table {
        self.table
    }
}
