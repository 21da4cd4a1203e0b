//! Headings at the level that the page around has left for them.

use super::words::Words;
use yew::prelude::*;

/// The level of the title in the outline of the page: 1 to 6; what stands below it counts on from there.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Level(u8);

impl Level {
    /// Makes a level; one that HTML does not have becomes the nearest that it has.
    pub fn new(level: u8) -> Self {
        Self(level.clamp(1, 6))
    }

    /// Returns the name of the element for a heading so far below the title.
    pub fn tag(self, below: u8) -> &'static str {
        match self.0.saturating_add(below) {
            0 | 1 => "h1",
            2 => "h2",
            3 => "h3",
            4 => "h4",
            5 => "h5",
            _ => "h6",
        }
    }
}

impl Default for Level {
    /// For a page that has its own `<h1>`.
    fn default() -> Self {
        Self(2)
    }
}

/// Shows a heading so far below the title, which is 0.
pub fn heading(words: &Words, below: u8, class: Option<&'static str>, inside: Html) -> Html {
    html! { <@{words.level.tag(below)} {class}>{ inside }</@> }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn headings_count_on_from_the_title_as_far_as_html_goes() {
        let tags = |level: u8| [0, 1, 2].map(|below| Level::new(level).tag(below));
        assert_eq!(tags(2), ["h2", "h3", "h4"]);
        assert_eq!(tags(1), ["h1", "h2", "h3"]);
        assert_eq!(tags(5), ["h5", "h6", "h6"]);
        assert_eq!((tags(0), tags(200)), (tags(1), tags(6)));
        assert_eq!(Level::default(), Level::new(2));
    }
}
