//! The English table.

use super::{Table, View};

pub(super) static TABLE: Table = Table {
    views: "Views",
    view: |view| match view {
        View::Compare => "Compare",
        View::Stories => "Stories",
    },

    stories_heading: "Choose a story",
    stories_lead: "Each is compared on this device when you open it. The invented ones are written for lessons: places, people and outlets do not exist.",
    story_given: "The story this page was made with.",
    open_story: |title| format!("Open “{title}”"),
    story_choose: "Open",
    story_open: "Open (chosen now)",
    questions: "Five questions to talk about",
};
