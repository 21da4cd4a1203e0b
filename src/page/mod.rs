//! The page of its own, around the screen: stories to choose from, articles of one's own, corrections, lessons, worksheets and guides.
//!
//! A module of its own because whoever embeds the element must not load it: only `news-compare.html` is built with the feature `page`.
//! [`Desk`] holds what is open; each other file is one view or one part of it. The words are in a table of their own, [`words`], beside that
//! of the screen, for the same reason. What a lesson is stands in [`crate::lesson`].

pub mod article_file;
pub mod articles;
pub mod bring;
pub mod chart;
pub mod collect;
pub mod correct;
pub mod correct_cell;
pub mod correct_list;
pub mod desk;
pub mod drafts;
pub mod guides;
pub mod handover;
pub mod keep;
pub mod keeping;
pub mod lesson;
pub mod link;
pub mod markdown;
pub mod predict;
pub mod prepare;
pub mod refused;
pub mod results;
pub mod reveal;
pub mod room;
pub mod row_choice;
pub mod select;
pub mod stories;
pub mod story_key;
pub mod student;
pub mod take_along;
pub mod timer;
pub mod web_page;
pub mod whereabouts;
pub mod whole_page;
pub mod words;
pub mod worked_out;
pub mod worksheet;

pub use desk::{Desk, DeskProps, Origin};

/// The style sheet of the page, which follows that of the screen ([`crate::ui::STYLE`]).
pub const STYLE: &str = include_str!("page.css");

#[cfg(test)]
mod tests {
    use super::STYLE;
    use std::collections::BTreeSet;

    /// Returns the classes that a style sheet names.
    fn classes(style: &str) -> BTreeSet<&str> {
        style
            .split(".nc-")
            .skip(1)
            .map(|rest| &rest[..rest.find(|c: char| !c.is_ascii_alphanumeric() && c != '-').unwrap_or(rest.len())])
            .collect()
    }

    #[test]
    fn no_class_of_the_page_is_one_of_the_screen_with_another_meaning() {
        /// What means the same in both.
        const SHARED: [&str; 14] = [
            "agreed",
            "badge",
            "contradicts",
            "disputed",
            "glyph",
            "hedges",
            "hidden",
            "name",
            "omits",
            "partly",
            "qualified",
            "single",
            "supports",
            "unjudged",
        ];
        let screen = classes(crate::ui::STYLE);
        let both: Vec<&str> = classes(STYLE).into_iter().filter(|class| screen.contains(class)).collect();
        assert!(both.contains(&"badge"));
        assert!(both.iter().all(|class| SHARED.contains(class)), "{both:?}");
    }
}
