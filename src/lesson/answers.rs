//! One student's answers, and the file that they travel in: `news-compare.answers/1`.
//!
//! ```json
//! {"format": "news-compare.answers/1", "story": {"title": "The fire", "fingerprint": "9f3a07c2"},
//!  "student": "Ana", "mark": "7QK2", "saved": 3, "answers": [{"row": "c1", "cells": {"a": "supports", "b": "omits"}}]}
//! ```
//!
//! The name is what the student types, and may be none; the mark is made by chance when the student begins, so that two students of one name are
//! two, and one who saves twice is one. Nothing else about the student is in it.

use super::fault::{Fault, check_story};
use super::sheet::{Fingerprint, Sheet};
use super::{SIGNS, Tally, code};
use crate::json;
use crate::order::Gather as _;
use crate::stance::Stance;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use std::fmt;

/// The name and major version of the format.
pub const ANSWERS_FORMAT: &str = "news-compare.answers/1";

/// How many characters of a name are kept: more would not fit the list of a class.
pub const LONGEST_NAME: usize = 40;

/// Tells one student from another: four letters of the alphabet of codes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Default)]
pub struct Mark(u32);

impl Mark {
    /// How many marks there are.
    pub const COUNT: u32 = 1 << 20;

    /// Makes a mark of a number, of which it takes the lower bits.
    pub fn new(number: u32) -> Self {
        Self(number % Self::COUNT)
    }

    /// Returns the number, below [`Self::COUNT`].
    pub fn number(self) -> u32 {
        self.0
    }
}

impl fmt::Display for Mark {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for shift in [15, 10, 5, 0] {
            write!(f, "{}", code::letter(self.0 >> shift))?;
        }
        Ok(())
    }
}

/// What one student answers.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Answers {
    /// Of the story.
    pub fingerprint: Fingerprint,
    /// What the student is called; may be empty.
    pub name: String,
    /// Tells the student from others.
    pub mark: Mark,
    /// How often the answers were saved.
    pub saved: u32,
    /// The sign given to a row and document, as its place in [`SIGNS`].
    cells: BTreeMap<(usize, usize), usize>,
}

/// The file, as it is written and read.
#[derive(Debug, Serialize, Deserialize)]
struct Wire {
    format: String,
    story: WireStory,
    #[serde(default)]
    student: String,
    #[serde(default)]
    mark: String,
    #[serde(default)]
    saved: u32,
    answers: Vec<WireRow>,
}

#[derive(Debug, Serialize, Deserialize)]
struct WireStory {
    #[serde(default)]
    title: String,
    fingerprint: String,
}

#[derive(Debug, Serialize, Deserialize)]
struct WireRow {
    row: String,
    cells: BTreeMap<String, String>,
}

impl Answers {
    /// Begins answers to a sheet.
    pub fn new(sheet: &Sheet, mark: Mark) -> Self {
        Self { fingerprint: sheet.fingerprint, name: String::new(), mark, saved: 0, cells: BTreeMap::new() }
    }

    /// Calls the student so: without control characters, and no longer than [`LONGEST_NAME`].
    pub fn rename(&mut self, name: &str) {
        self.name = tidy(name);
    }

    /// Answers a cell, its row and document counted from 0, or takes the answer back; a stance that is no sign takes it back too.
    pub fn set(&mut self, row: usize, document: usize, stance: Option<Stance>) {
        match stance.and_then(super::sign) {
            Some(sign) => drop(self.cells.insert((row, document), sign)),
            // Taking one thing out of a map is a lot of program for what is done so seldom.
            None => {
                let cells = std::mem::take(&mut self.cells).into_iter();
                self.cells = cells.filter(|(place, _)| *place != (row, document)).gather_map();
            }
        }
    }

    /// Returns the answer to a cell, its row and document counted from 0; `None` for one that is not answered.
    pub fn get(&self, row: usize, document: usize) -> Option<Stance> {
        self.cells.get(&(row, document)).and_then(|sign| SIGNS.get(*sign)).copied()
    }

    /// Returns the answers: row, document, place among [`SIGNS`].
    pub fn cells(&self) -> impl Iterator<Item = (usize, usize, usize)> {
        self.cells.iter().map(|(&(row, document), &sign)| (row, document, sign))
    }

    /// Returns how many cells are answered.
    pub fn len(&self) -> usize {
        self.cells.len()
    }

    /// Tells whether nothing is answered.
    pub fn is_empty(&self) -> bool {
        self.cells.is_empty()
    }

    /// Returns how the student is called in a list: by name, or by mark without one.
    pub fn called(&self) -> String {
        if self.name.is_empty() { self.mark.to_string() } else { self.name.clone() }
    }

    /// Returns the answers as votes on a sheet.
    pub fn tally(&self, sheet: &Sheet) -> Tally {
        let mut tally = Tally::new(sheet.rows.len(), sheet.documents.len());
        self.cells().for_each(|(row, document, sign)| tally.add(row, document, sign, 1));
        tally
    }

    /// Writes the file.
    pub fn to_json(&self, sheet: &Sheet) -> String {
        let mut answers: Vec<WireRow> = Vec::new();
        for (row, document, sign) in self.cells() {
            let (Some(id), Some(document)) = (sheet.rows.get(row), sheet.documents.get(document)) else { continue };
            if answers.last().is_none_or(|last| last.row != *id) {
                answers.push(WireRow { row: id.clone(), cells: BTreeMap::new() });
            }
            if let Some(last) = answers.last_mut() {
                last.cells.insert(document.0.clone(), name_of(SIGNS[sign]));
            }
        }
        let wire = Wire {
            format: ANSWERS_FORMAT.to_owned(),
            story: WireStory { title: sheet.title.clone(), fingerprint: sheet.fingerprint.to_string() },
            student: self.name.clone(),
            mark: self.mark.to_string(),
            saved: self.saved,
            answers,
        };
        // Strings, numbers and maps of strings cannot fail to be written.
        let mut json = serde_json::to_string_pretty(&wire).unwrap_or_default();
        json.push('\n');
        json
    }

    /// Reads a file.
    ///
    /// # Errors
    /// The first [`Fault`].
    pub fn from_json(json: &str, sheet: &Sheet) -> Result<Self, Fault> {
        let wire: Wire = json::read(json, ANSWERS_FORMAT).map_err(Fault::Unreadable)?;
        let fingerprint =
            u32::from_str_radix(wire.story.fingerprint.trim(), 16).map_err(|_| Fault::OtherStory(None))?;
        check_story(Fingerprint(fingerprint), sheet.fingerprint, Some(&wire.story.title))?;
        let mut out = Self::new(sheet, code::mark(&wire.mark).unwrap_or_else(|| mark_of(&wire.student)));
        out.rename(&wire.student);
        out.saved = wire.saved;
        for WireRow { row, cells } in wire.answers {
            let place = sheet.rows.iter().position(|id| *id == row).ok_or_else(|| Fault::NotInStory(shown(&row)))?;
            for (id, stance) in cells {
                let document = sheet.documents.iter().position(|document| document.0 == id);
                let document = document.ok_or_else(|| Fault::NotInStory(shown(&id)))?;
                let sign = SIGNS.iter().position(|sign| name_of(*sign) == stance);
                let sign = sign.ok_or_else(|| Fault::NoSign(shown(&stance)))?;
                if out.cells.insert((place, document), sign).is_some() {
                    return Err(Fault::NotInStory(shown(&row)));
                }
            }
        }
        if out.is_empty() { Err(Fault::Blank) } else { Ok(out) }
    }
}

/// Returns the name of a stance in files.
fn name_of(stance: Stance) -> String {
    serde_json::to_value(stance).ok().and_then(|name| name.as_str().map(str::to_owned)).unwrap_or_default()
}

/// Makes a mark of a name, for files that carry none.
fn mark_of(name: &str) -> Mark {
    Mark::new(name.trim().to_lowercase().bytes().fold(1, |sum: u32, byte| sum.wrapping_mul(31) ^ u32::from(byte)))
}

/// Returns words of a file as a message shows them.
fn shown(words: &str) -> String {
    tidy(words)
}

/// Returns a text on one line without control characters, cut where it is long.
pub(super) fn tidy(text: &str) -> String {
    let words: Vec<&str> =
        text.split(|c: char| c.is_whitespace() || c.is_control()).filter(|w| !w.is_empty()).collect();
    words.join(" ").chars().take(LONGEST_NAME).collect::<String>().trim_end().to_owned()
}

#[cfg(test)]
mod tests {
    use super::super::sheet::tests::comparison;
    use super::*;

    fn sheet() -> Sheet {
        Sheet::of(&comparison())
    }

    fn ana(sheet: &Sheet) -> Answers {
        let mut answers = Answers::new(sheet, Mark::new(0xabcde));
        answers.rename("  Ana\u{7}  María ");
        answers.set(0, 0, Some(Stance::Supports));
        answers.set(0, 2, Some(Stance::Omits));
        answers.set(1, 1, Some(Stance::Hedges));
        answers.set(1, 1, Some(Stance::Contradicts));
        answers.set(1, 0, Some(Stance::Partly));
        answers.set(1, 0, None);
        answers.set(1, 2, Some(Stance::Unjudged));
        answers
    }

    #[test]
    fn what_was_saved_is_read_again() {
        let sheet = sheet();
        let answers = ana(&sheet);
        assert_eq!((answers.name.as_str(), answers.len()), ("Ana María", 3));
        let read = Answers::from_json(&answers.to_json(&sheet), &sheet).unwrap();
        assert_eq!(read, answers);
        assert_eq!(read.get(1, 1), Some(Stance::Contradicts));
        assert_eq!(read.get(1, 0), None);
        assert_eq!(read.mark.to_string().len(), 4);
    }

    #[test]
    fn a_file_that_is_not_right_is_refused_with_the_reason() {
        let sheet = sheet();
        let good = ana(&sheet).to_json(&sheet);
        let refused = |json: &str| Answers::from_json(json, &sheet).unwrap_err().message(Language::English);
        assert!(
            refused(&good[..good.len() / 2]).starts_with("The file is damaged: not JSON"),
            "{}",
            refused(&good[..40])
        );
        assert!(refused(r#"{"format": "news-compare.corpus/1"}"#).contains("news-compare.corpus/1"));
        let other = good.replace(&sheet.fingerprint.to_string(), "00000000");
        assert_eq!(refused(&other), "These are answers to another story, “The fire”.");
        assert!(refused(&good.replace("\"c1\"", "\"c99\"")).contains("c99"));
        assert!(refused(&good.replace("omits", "true")).contains("“true” is none of the signs"));
        let mut blank = ana(&sheet);
        blank.cells.clear();
        assert_eq!(refused(&blank.to_json(&sheet)), "Nothing is answered in it.");
        let twice = good.replace("\"c2\"", "\"c1\"").replace("\"b\"", "\"a\"");
        assert!(refused(&twice).contains("twice"));
    }

    use crate::Language;

    #[test]
    fn every_fault_is_said_in_both_languages() {
        let faults = [
            Fault::NoAnswers,
            Fault::CutOff,
            Fault::Mistyped,
            Fault::Later,
            Fault::OtherStory(None),
            Fault::OtherStory(Some("X".to_owned())),
            Fault::NotInStory("c9".to_owned()),
            Fault::NoSign("no".to_owned()),
            Fault::Blank,
            Fault::Double("Ana".to_owned()),
        ];
        for fault in faults {
            let [english, spanish] = Language::ALL.map(|language| fault.message(language));
            assert!(english.ends_with('.') && spanish.ends_with('.') && english != spanish, "{english} {spanish}");
        }
    }
}
