//! What can be answered of a comparison, and the key: rows by documents, with a fingerprint that tells one story from another.

use crate::comparison::Comparison;
use crate::document::DocumentId;
use crate::matrix::Verdict;
use crate::stance::Stance;
use std::fmt;

/// Tells the story that answers belong to: articles and claims, whatever they are called and however they are judged.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Fingerprint(pub u32);

impl fmt::Display for Fingerprint {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:08x}", self.0)
    }
}

/// What can be answered of one comparison, with the key.
#[derive(Debug, Clone, PartialEq)]
pub struct Sheet {
    /// Title of the story.
    pub title: String,
    /// Of articles and claims.
    pub fingerprint: Fingerprint,
    /// Ids of the rows.
    pub rows: Vec<String>,
    /// Ids of the documents.
    pub documents: Vec<DocumentId>,
    /// For each row and document what the comparison says.
    pub key: Vec<Vec<Stance>>,
    /// What each row amounts to.
    verdicts: Vec<Verdict>,
}

/// In which order kinds of claims are proposed: two that all share, two that differ, a conflict, one that a single report tells,
/// mixed, as the page for teachers advises.
const MIXED: [Verdict; 6] = [
    Verdict::Agreed,
    Verdict::Disputed,
    Verdict::Qualified,
    Verdict::SingleSource,
    Verdict::Qualified,
    Verdict::Agreed,
];

impl Sheet {
    /// Makes the sheet of a comparison.
    pub fn of(comparison: &Comparison) -> Self {
        let mut hash = Fnv::new();
        for document in &comparison.corpus.documents {
            hash.part(&document.id.0);
            hash.part(&document.text);
        }
        for row in &comparison.claims {
            hash.part(&row.id);
            hash.part(&row.statement);
        }
        Self {
            title: comparison.corpus.title.clone(),
            fingerprint: hash.folded(),
            rows: comparison.claims.iter().map(|row| row.id.clone()).collect(),
            documents: comparison.corpus.documents.iter().map(|document| document.id.clone()).collect(),
            key: comparison.claims.iter().map(|row| row.cells.iter().map(|cell| cell.stance).collect()).collect(),
            verdicts: comparison.claims.iter().map(|row| row.verdict).collect(),
        }
    }

    /// Returns what the key says of a cell, its row and document counted from 0; `None` where there is no such cell.
    pub fn key(&self, row: usize, document: usize) -> Option<Stance> {
        self.key.get(row)?.get(document).copied()
    }

    /// Proposes so many rows to ask, of all kinds and mixed; all rows in their order where there are no more.
    ///
    /// Within a kind the rows of the comparison come first, so the most divided ones. Rows in which nothing can be judged are not
    /// proposed while there are others.
    pub fn proposed(&self, count: usize) -> Vec<usize> {
        if count >= self.rows.len() {
            return (0..self.rows.len()).collect();
        }
        let judged = |row: &usize| self.key[*row].iter().any(|stance| *stance != Stance::Unjudged);
        let (mut left, rest): (Vec<usize>, Vec<usize>) = (0..self.rows.len()).partition(judged);
        left.extend(rest);
        let mut out = Vec::new();
        for kind in MIXED.iter().cycle() {
            if out.len() == count || left.is_empty() {
                break;
            }
            let of_kind = |row: &usize| self.verdicts[*row] == *kind;
            if let Some(at) = left.iter().position(of_kind) {
                out.push(left.remove(at));
            }
        }
        out
    }
}

/// Fowler, Noll and Vo's hash 1a of 64 bits (<http://www.isthe.com/chongo/tech/comp/fnv/>): it tells stories apart and keeps nobody out.
struct Fnv(u64);

impl Fnv {
    fn new() -> Self {
        Self(0xcbf2_9ce4_8422_2325)
    }

    /// Takes in a text and where it ends.
    fn part(&mut self, text: &str) {
        for byte in text.bytes().chain([0]) {
            self.0 = (self.0 ^ u64::from(byte)).wrapping_mul(0x0000_0100_0000_01b3);
        }
    }

    /// Returns both halves in one, as its makers advise for fewer bits.
    fn folded(&self) -> Fingerprint {
        Fingerprint((self.0 >> 32) as u32 ^ self.0 as u32)
    }
}

#[cfg(test)]
pub(super) mod tests {
    use super::*;
    use crate::{Corpus, Options, analyze};

    /// Compares three short reports.
    pub(in crate::lesson) fn comparison() -> Comparison {
        let corpus = Corpus::from_json(
            r#"{"format": "news-compare.corpus/1", "title": "The fire", "documents": [
                {"id": "a", "outlet": "The North Post", "text": "The fire killed three people on Monday. It destroyed the old mill. The mayor praised the firefighters."},
                {"id": "b", "outlet": "River News", "text": "The fire killed five people on Monday. It may have destroyed the old mill. North Post reporters were there."},
                {"id": "c", "text": "The fire killed three people on Monday. A bakery burned too."}]}"#,
        );
        analyze(&corpus.unwrap(), &Options::default())
    }

    #[test]
    fn a_story_has_one_fingerprint_however_it_is_called_and_judged() {
        let mut comparison = comparison();
        let before = Sheet::of(&comparison).fingerprint;
        comparison.corpus.title.clear();
        comparison.corpus.documents[0].outlet = None;
        comparison.claims[0].cells[0].stance = Stance::Omits;
        assert_eq!(Sheet::of(&comparison).fingerprint, before);
        comparison.claims[0].statement.push('!');
        assert_ne!(Sheet::of(&comparison).fingerprint, before);
        assert_eq!(before.to_string().len(), 8);
    }

    #[test]
    fn texts_that_meet_elsewhere_are_other_texts() {
        let of = |parts: [&str; 2]| {
            let mut hash = Fnv::new();
            for part in parts {
                hash.part(part);
            }
            hash.folded()
        };
        assert_ne!(of(["ab", "c"]), of(["a", "bc"]));
    }

    #[test]
    fn proposed_claims_are_of_all_kinds_and_none_twice() {
        let mut sheet = Sheet::of(&comparison());
        sheet.rows = (0..12).map(|at| at.to_string()).collect();
        sheet.key = vec![vec![Stance::Supports]; 12];
        sheet.verdicts = [
            vec![Verdict::Qualified; 6],
            vec![Verdict::Agreed; 3],
            vec![Verdict::Disputed; 1],
            vec![Verdict::SingleSource; 2],
        ]
        .concat();
        assert_eq!(sheet.proposed(6), [6, 9, 0, 10, 1, 7]);
        assert_eq!(sheet.proposed(40), (0..12).collect::<Vec<_>>());
        let mut all_but_one = sheet.proposed(11);
        all_but_one.sort_unstable();
        all_but_one.dedup();
        assert_eq!(all_but_one.len(), 11);
        sheet.key[6] = vec![Stance::Unjudged];
        assert_eq!(sheet.proposed(2), [7, 9]);
    }
}
