//! What can be wrong with the input, each with the place and the offending value.

/// Says what is wrong with a corpus or comparison that was given.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum InputError {
    /// The text is not JSON or has another shape; `line` and `column` count from 1.
    #[error("not a corpus: {message} (line {line}, column {column})")]
    Json {
        /// Line of the fault, from 1.
        line: usize,
        /// Column of the fault, from 1.
        column: usize,
        /// What the reader expected or found.
        message: String,
    },
    /// The member `format` is missing or names something else.
    #[error("unknown format {0:?}; expected \"news-compare.corpus/1\"")]
    Format(String),
}
