//! What the panes and the other ways to read say, until it moves into the one table of words.

/// Heading of the claims that share marked words.
pub const SHARED: &str = "Claims that share these words";
/// Closes what was opened.
pub const CLOSE: &str = "Close";
/// Moves a pane by dragging it or with the arrow keys.
pub fn move_pane(name: &str) -> String {
    format!("Move {name}: drag, or press the left or right arrow key")
}
/// Pins an article as the base.
pub fn pin(name: &str) -> String {
    format!("Keep {name} first")
}
/// Closes a pane.
pub fn close_pane(name: &str) -> String {
    format!("Close {name}")
}
/// Chooses another article for a pane.
pub fn swap(name: &str) -> String {
    format!("Read another article in place of {name}")
}
