//! Checkable statements and what in them can be compared exactly: quantities, dates.

pub mod date;
pub mod day;
mod lexeme;
mod number;
pub mod quantity;
