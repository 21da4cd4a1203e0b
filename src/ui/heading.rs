//! Headings at the level that the page around has left for them.

use yew::prelude::*;

/// The level of the title in the outline of the page: 1 to 6; what stands below it counts on from there.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Level(u8);

impl Level {
    /// Makes a level; one that HTML does not have becomes the nearest that it has.
    pub fn new(level: u8) -> Self {
        Self(level.clamp(1, 6))
    }

    fn tag(self, below: u8) -> &'static str {
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

/// What [`Heading`] needs.
#[derive(Debug, PartialEq, Properties)]
pub struct HeadingProps {
    /// How far below the title: 0 is the title itself.
    pub below: u8,
    /// Its classes.
    #[prop_or_default]
    pub class: Classes,
    /// The language of its words, where that is not the screen's.
    #[prop_or_default]
    pub lang: Option<AttrValue>,
    /// The direction of its words, where that is not the screen's.
    #[prop_or_default]
    pub dir: Option<AttrValue>,
    /// Its words.
    #[prop_or_default]
    pub children: Html,
}

/// Shows a heading.
#[component]
pub fn Heading(props: &HeadingProps) -> Html {
    let level = use_context::<Level>().unwrap_or_default();
    let class = (!props.class.is_empty()).then(|| props.class.clone());
    html! {
        <@{level.tag(props.below)} {class} lang={props.lang.clone()} dir={props.dir.clone()}>{ props.children.clone() }</@>
    }
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
