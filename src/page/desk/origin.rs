//! Where the story on the screen comes from.
//!
//! Its own file because the address, the stories to choose from and the element around all name it.

use yew::AttrValue;

/// Where the story on the screen comes from.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Default)]
pub enum Origin {
    /// The page was made with it.
    #[default]
    Page,
    /// It is one of the invented ones.
    Invented(usize),
    /// The reader has brought its articles.
    Own,
    /// The reader has opened a comparison made before.
    File,
}

impl Origin {
    /// Returns the name by which the page knows it.
    pub fn name(self) -> AttrValue {
        match self {
            Self::Page => AttrValue::Static(""),
            Self::Invented(at) => at.to_string().into(),
            Self::Own => AttrValue::Static("own"),
            Self::File => AttrValue::Static("file"),
        }
    }

    /// Finds one by its name.
    pub fn of_name(name: &str) -> Self {
        match name {
            "own" => Self::Own,
            "file" => Self::File,
            _ => name.parse().map_or(Self::Page, Self::Invented),
        }
    }
}
