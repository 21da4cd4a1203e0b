//! What ends a run early, as one line.

use news_compare::InputError;
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
    /// Some lines of many were broken; the others have been written.
    Lines { first: Box<Fault>, count: usize },
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
            Self::Lines { first, count: 1 } => write!(out, "{first}"),
            Self::Lines { first, count } => write!(out, "{first} ({count} broken lines in all)"),
            Self::Usage(fault) => out.write_str(fault),
            Self::ReaderGone => out.write_str("the output is read no further"),
        }
    }
}

/// What became of one item: its line of output, or what is wrong with it, in the same words wherever it stands in a file.
pub(crate) type Outcome = Result<Vec<u8>, (String, Fault)>;

/// Says what is wrong with a story. Where it is of our other format, what takes it helps more than its name.
pub(crate) fn said(error: &InputError) -> String {
    match error {
        InputError::FormatUnknown { found, .. } if found.starts_with("news-compare.comparison/") => {
            "this is a comparison, and a corpus is wanted; export, check, bundle and serve take comparisons".to_owned()
        }
        InputError::FormatUnknown { found, .. } if found.starts_with("news-compare.corpus/") => {
            "this is a corpus, and a comparison is wanted; analyze makes one of it".to_owned()
        }
        _ => error.to_string(),
    }
}

/// Counts the lines of a map that were broken, each of which gives a line of output that says so.
#[derive(Default)]
pub(crate) struct Broken {
    first: Option<Box<Fault>>,
    count: usize,
}

impl Broken {
    /// Returns the line to write for an item; the fault itself where the item is not one line of many.
    pub(crate) fn line(&mut self, outcome: Outcome, is_line: bool) -> Result<Vec<u8>, Fault> {
        match outcome {
            Ok(line) => Ok(line),
            Err((message, fault)) if is_line => {
                self.count += 1;
                self.first.get_or_insert(Box::new(fault));
                // The same line gives the same answer wherever it stands: no number, no name of a file.
                Ok(serde_json::json!({ "error": message }).to_string().into_bytes())
            }
            Err((_, fault)) => Err(fault),
        }
    }

    /// Says at the end that there were some.
    pub(crate) fn finish(self) -> Result<(), Fault> {
        match self.first {
            Some(first) => Err(Fault::Lines { first, count: self.count }),
            None => Ok(()),
        }
    }
}

/// Escapes what would break the line or move the cursor of a terminal: a file name may hold anything.
pub(crate) fn on_one_line(text: &str) -> String {
    text.chars().map(|c| if c.is_control() { c.escape_default().to_string() } else { c.to_string() }).collect()
}
