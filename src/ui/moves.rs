//! Where a key leads among the claims and cells of the table: pure, so that it is tested without a browser.
//!
//! The keys are those of a grid in the ARIA Authoring Practices Guide. Known limit: Home and End with Ctrl go to the ends of the column
//! and not to the corners, because a reader goes along one source.

/// A place in the table: the row among those listed, and the column, in which 0 holds the statements.
pub type Place = (usize, usize);

/// Returns where a key leads from a place, if it is one that moves and there is somewhere to go.
///
/// `height` gives the height of a listed row, and `room` that of the box, both in pixels.
pub fn moved(
    (key, ctrl): (&str, bool),
    (at, column): Place,
    (rows, columns): (usize, usize),
    height: impl Fn(usize) -> f64,
    room: f64,
) -> Option<Place> {
    let (last, last_column) = (rows.checked_sub(1)?, columns.checked_sub(1)?);
    // At least one row on, and the last one in sight becomes the first.
    let screenful = |rows: &mut dyn Iterator<Item = usize>| {
        let mut left = room - height(at);
        let mut to = None;
        for row in rows {
            left -= height(row);
            if left < 0.0 && to.is_some() {
                break;
            }
            to = Some(row);
        }
        to
    };
    let goal = match (key, ctrl) {
        ("ArrowDown", false) => (at + 1, column),
        ("ArrowUp", false) => (at.checked_sub(1)?, column),
        ("ArrowRight", false) => (at, column + 1),
        ("ArrowLeft", false) => (at, column.checked_sub(1)?),
        ("Home", false) => (at, 0),
        ("End", false) => (at, last_column),
        ("Home", true) => (0, column),
        ("End", true) => (last, column),
        ("PageDown", false) => (screenful(&mut (at + 1..rows))?, column),
        ("PageUp", false) => (screenful(&mut (0..at).rev())?, column),
        _ => return None,
    };
    (goal != (at, column) && goal.0 <= last && goal.1 <= last_column).then_some(goal)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Ten rows and three columns; rows are 20 pixels high and the fourth 60.
    fn from(place: Place, key: &str, ctrl: bool) -> Option<Place> {
        moved((key, ctrl), place, (10, 3), |row| if row == 3 { 60.0 } else { 20.0 }, 100.0)
    }

    #[test]
    fn arrows_go_one_on_and_stop_at_the_edges() {
        assert_eq!(from((4, 1), "ArrowDown", false), Some((5, 1)));
        assert_eq!(from((4, 1), "ArrowUp", false), Some((3, 1)));
        assert_eq!(from((4, 1), "ArrowLeft", false), Some((4, 0)));
        assert_eq!(from((4, 1), "ArrowRight", false), Some((4, 2)));
        for (place, key) in [((9, 1), "ArrowDown"), ((0, 1), "ArrowUp"), ((4, 0), "ArrowLeft"), ((4, 2), "ArrowRight")]
        {
            assert_eq!(from(place, key, false), None, "{key}");
        }
        assert_eq!(from((4, 1), "ArrowDown", true), None, "that is the browser's");
    }

    #[test]
    fn home_and_end_go_to_the_ends_of_the_row_and_with_ctrl_of_the_column() {
        assert_eq!(from((4, 1), "Home", false), Some((4, 0)));
        assert_eq!(from((4, 1), "End", false), Some((4, 2)));
        assert_eq!(from((4, 1), "Home", true), Some((0, 1)));
        assert_eq!(from((4, 1), "End", true), Some((9, 1)));
        assert_eq!(from((9, 1), "End", true), None);
    }

    #[test]
    fn a_page_is_what_the_box_has_room_for_and_never_less_than_a_row() {
        assert_eq!(from((0, 1), "PageDown", false), Some((2, 1)), "the tall row would not be seen whole");
        assert_eq!(from((2, 1), "PageDown", false), Some((4, 1)));
        assert_eq!(from((4, 1), "PageDown", false), Some((8, 1)));
        assert_eq!(from((8, 1), "PageDown", false), Some((9, 1)));
        assert_eq!(from((9, 1), "PageDown", false), None);
        assert_eq!(from((9, 1), "PageUp", false), Some((5, 1)));
        assert_eq!(from((1, 1), "PageUp", false), Some((0, 1)));
        assert_eq!(moved(("PageDown", false), (0, 0), (5, 1), |_| 500.0, 100.0), Some((1, 0)));
        assert_eq!(moved(("PageDown", false), (0, 0), (0, 1), |_| 500.0, 100.0), None);
    }
}
