//! The answers of a class, read one file or text after the other: what counts, and what is left out and why.
//!
//! The order in which files come changes nothing: of a student who comes twice, what was saved later counts, or what is fuller.

use super::answers::{Answers, Mark, tidy};
use super::code::codes_in;
use super::fault::Fault;
use super::{Agreement, Sheet, Tally};
use crate::json;
use crate::order::Arrange as _;
use std::collections::BTreeMap;

/// The answers of a class to one sheet.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Class {
    /// By student, with what the file or text is called.
    students: BTreeMap<Mark, (String, Answers)>,
    /// What does not count.
    left_out: Vec<LeftOut>,
}

/// A file or code that does not count.
#[derive(Debug, Clone, PartialEq)]
pub struct LeftOut {
    /// What it is called.
    pub label: String,
    /// Why.
    pub fault: Fault,
}

impl Class {
    /// Reads a file or a pasted text: a file of answers, or any number of codes.
    pub fn take(&mut self, sheet: &Sheet, label: &str, bytes: &[u8]) {
        let text = match json::decode(bytes) {
            Ok(text) => text,
            Err(error) => return self.leave_out(label, Fault::Unreadable(error)),
        };
        if text.trim_start_matches('\u{feff}').trim_start().starts_with('{') {
            return match Answers::from_json(text, sheet) {
                Ok(answers) => self.admit(label, answers),
                Err(fault) => self.leave_out(label, fault),
            };
        }
        let codes = codes_in(text);
        if codes.is_empty() {
            let label = if label.is_empty() { tidy(text) } else { label.to_owned() };
            return self.leave_out(&label, Fault::NoAnswers);
        }
        for (name, code) in codes {
            match Answers::from_code(code, sheet) {
                Ok(answers) => self.admit(&if name.is_empty() { answers.called() } else { name }, answers),
                Err(fault) => {
                    let label = [name, tidy(code), label.to_owned()].into_iter().find(|label| !label.is_empty());
                    self.leave_out(&label.unwrap_or_default(), fault);
                }
            }
        }
    }

    /// Counts a student, once.
    fn admit(&mut self, label: &str, answers: Answers) {
        let called = answers.called();
        let new = (label.to_owned(), answers);
        match self.students.get_mut(&new.1.mark) {
            None => drop(self.students.insert(new.1.mark, new)),
            Some(known) => {
                let other = if rank(&new) > rank(known) { std::mem::replace(known, new) } else { new };
                self.leave_out(&other.0, Fault::Double(called));
            }
        }
    }

    fn leave_out(&mut self, label: &str, fault: Fault) {
        self.left_out.push(LeftOut { label: label.to_owned(), fault });
    }

    /// Returns the answers that count, by name.
    pub fn students(&self) -> Vec<&Answers> {
        let mut students: Vec<&Answers> = self.students.values().map(|(_, answers)| answers).collect();
        students.arrange_by_key(|answers| (answers.name.to_lowercase(), answers.mark));
        students
    }

    /// Returns how many students count.
    pub fn count(&self) -> usize {
        self.students.len()
    }

    /// Returns what does not count, in the order in which it came.
    pub fn left_out(&self) -> &[LeftOut] {
        &self.left_out
    }

    /// Tells whether nothing has come yet.
    pub fn is_empty(&self) -> bool {
        self.students.is_empty() && self.left_out.is_empty()
    }

    /// Returns the votes of all students.
    pub fn tally(&self, sheet: &Sheet) -> Tally {
        let mut tally = Tally::new(sheet.rows.len(), sheet.documents.len());
        let answers = self.students.values().flat_map(|(_, answers)| answers.cells());
        answers.for_each(|(row, document, sign)| tally.add(row, document, sign, 1));
        tally
    }

    /// Returns each student with how the answers to the rows that were asked agree with the key, by name.
    pub fn agreements(&self, sheet: &Sheet, asked: &[usize]) -> Vec<(&Answers, Agreement)> {
        let agreement = |answers: &Answers| answers.tally(sheet).of_rows(asked).against(&sheet.key);
        self.students().into_iter().map(|answers| (answers, agreement(answers))).collect()
    }
}

/// Returns what decides which of two files of one student counts; the rest of it only makes ties impossible.
fn rank((label, answers): &(String, Answers)) -> impl Ord {
    (answers.saved, answers.len(), answers.cells().collect::<Vec<_>>(), answers.name.clone(), label.clone())
}

#[cfg(test)]
mod tests {
    use super::super::sheet::tests::comparison;
    use super::super::{Fault, SIGNS};
    use super::*;
    use proptest::prelude::*;

    fn sheet() -> Sheet {
        Sheet::of(&comparison())
    }

    fn student(sheet: &Sheet, number: u32, sign: usize) -> Answers {
        let mut answers = Answers::new(sheet, Mark::new(number));
        answers.rename(&format!("Student {number}"));
        for row in 0..sheet.rows.len() {
            (0..sheet.documents.len()).for_each(|document| answers.set(row, document, Some(SIGNS[sign])));
        }
        answers
    }

    #[test]
    fn what_is_broken_double_or_of_another_story_is_named_and_the_rest_counts() {
        let sheet = sheet();
        let mut class = Class::default();
        for number in 0..38 {
            class.take(&sheet, &format!("{number}.json"), student(&sheet, number, 0).to_json(&sheet).as_bytes());
        }
        let good = student(&sheet, 40, 4);
        class.take(&sheet, "pasted", format!("Zoe: {}\n", good.to_code(&sheet).unwrap()).as_bytes());
        class.take(&sheet, "half.json", &good.to_json(&sheet).as_bytes()[..60]);
        class.take(&sheet, "picture.json", &[0x89, 0x50, 0xff, 0xfe]);
        class.take(&sheet, "other.json", good.to_json(&sheet).replace(&sheet.fingerprint.to_string(), "1").as_bytes());
        let mut again = student(&sheet, 7, 3);
        again.saved = 2;
        class.take(&sheet, "again.json", again.to_json(&sheet).as_bytes());
        class.take(&sheet, "", b"Hello teacher");
        assert_eq!(class.students().len(), 39);
        assert_eq!(class.tally(&sheet).votes(0, 0), [37, 0, 0, 1, 1]);
        let left_out: Vec<(&str, &Fault)> =
            class.left_out().iter().map(|out| (out.label.as_str(), &out.fault)).collect();
        assert!(
            matches!(
                left_out[..],
                [
                    ("half.json", Fault::Unreadable(_)),
                    ("picture.json", Fault::Unreadable(_)),
                    ("other.json", Fault::OtherStory(Some(_))),
                    ("7.json", Fault::Double(_)),
                    ("Hello teacher", Fault::NoAnswers),
                ]
            ),
            "{left_out:?}"
        );
        let all: Vec<usize> = (0..sheet.rows.len()).collect();
        let agreements = class.agreements(&sheet, &all);
        assert_eq!(agreements.len(), 39);
        assert!(agreements.iter().all(|(_, agreement)| agreement.all > 0));
    }

    proptest! {
        #[test]
        fn the_order_in_which_files_come_changes_no_vote(
            files in prop::collection::vec((0_u32..5, 0_usize..5, 0_u32..3), 1..12), turn in 0_usize..12,
        ) {
            let sheet = sheet();
            let read = |files: &[(u32, usize, u32)]| {
                let mut class = Class::default();
                for &(number, sign, saved) in files {
                    let mut answers = student(&sheet, number, sign);
                    answers.saved = saved;
                    class.take(&sheet, "file", answers.to_json(&sheet).as_bytes());
                }
                class
            };
            let one = read(&files);
            let mut turned = files.clone();
            turned.rotate_left(turn % files.len());
            let other = read(&turned);
            prop_assert_eq!(one.tally(&sheet), other.tally(&sheet));
            prop_assert_eq!(one.left_out().len(), other.left_out().len());
            prop_assert_eq!(one.students().len() + one.left_out().len(), files.len());
        }
    }
}
