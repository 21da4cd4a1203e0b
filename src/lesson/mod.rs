//! A lesson with a comparison: what is asked, what each student answers, and how the answers of a class go together.
//!
//! A step of its own because nothing of it needs a screen: [`Sheet`] is what can be answered, [`Answers`] one student's file or code,
//! [`Class`] many of them read at once, [`agreement`] the figures, [`Lesson`] where the teacher is. The screen of it is in `crate::page`.
//! An answer is one of five signs ([`SIGNS`]); `unjudged` is none, because a class that has the text can judge it.

pub mod agreement;
mod answers;
mod blind;
mod class;
mod code;
mod fault;
mod session;
mod sheet;
pub mod table;

pub use agreement::{Agreement, Tally, Votes};
pub use answers::{ANSWERS_FORMAT, Answers, LONGEST_NAME, Mark};
pub use blind::Blind;
pub use class::{Class, LeftOut};
pub use code::codes_in;
pub use fault::Fault;
pub use session::{Action, Lesson, Step, Way};
pub use sheet::{Fingerprint, Sheet};

use crate::stance::Stance;

/// The signs that a student chooses from, in the order in which they are offered and stored.
pub const SIGNS: [Stance; 5] = [Stance::Supports, Stance::Partly, Stance::Hedges, Stance::Contradicts, Stance::Omits];

/// Returns the place of a stance among [`SIGNS`]; none for `unjudged`.
pub fn sign(stance: Stance) -> Option<usize> {
    SIGNS.iter().position(|sign| *sign == stance)
}
