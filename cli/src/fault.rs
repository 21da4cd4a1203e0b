//! What ends a run early, as one line.

use std::fmt;
use std::io;

/// Says what ended a run.
#[derive(Debug)]
pub(crate) enum Fault {
    /// A file could not be opened, read or written.
    File { name: String, error: io::Error },
    /// What was read is wrong.
    Content { name: String, line: Option<usize>, fault: String },
    /// The arguments do not fit what was read.
    Usage(String),
    /// Whoever read the output has stopped reading: no fault of ours.
    ReaderGone,
}

impl Fault {
    /// Names the file for an error of the system.
    pub(crate) fn file(name: &str, error: io::Error) -> Self {
        Self::File { name: name.to_owned(), error }
    }

    /// Names the output for an error of the system, and tells a reader that is gone from the rest.
    pub(crate) fn output(name: &str, error: io::Error) -> Self {
        if error.kind() == io::ErrorKind::BrokenPipe { Self::ReaderGone } else { Self::file(name, error) }
    }
}

impl fmt::Display for Fault {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::File { name, error } => {
                let message = error.to_string();
                // "(os error 2)" tells a reader nothing.
                let message = message.split(" (os error").next().unwrap_or_default();
                write!(out, "{}: {message}", on_one_line(name))
            }
            Self::Content { name, line: None, fault } => write!(out, "{}: {}", on_one_line(name), on_one_line(fault)),
            Self::Content { name, line: Some(line), fault } => {
                write!(out, "{}, line {line}: {}", on_one_line(name), on_one_line(fault))
            }
            Self::Usage(fault) => out.write_str(fault),
            Self::ReaderGone => out.write_str("the output is read no further"),
        }
    }
}

/// Escapes what would break the line or move the cursor of a terminal: a file name may hold anything.
pub(crate) fn on_one_line(text: &str) -> String {
    text.chars().map(|c| if c.is_control() { c.escape_default().to_string() } else { c.to_string() }).collect()
}
