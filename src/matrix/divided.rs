//! Documents in which one says a thing and another denies it: "the captain had not been drunk", "prosecutors said that he was drunk".
//!
//! A step of its own because both passages tell of one thing and so are found for one row, where the document would support a statement with
//! words that deny it. Of each document that says both, what contradicts the statement goes into a row of its own.

use super::Reading;
use crate::stance::pair::Pair;
use crate::stance::{Stance, judge_pair};
use std::collections::BTreeMap;

impl Reading<'_> {
    /// Takes out of each row what documents that also say its statement say against it.
    pub(super) fn undivided(&self, groups: Vec<Vec<usize>>) -> Vec<Vec<usize>> {
        groups.into_iter().flat_map(|group| self.divided(group)).filter(|group| !group.is_empty()).collect()
    }

    /// Parts a row from its members that contradict its statement and stand in a document that also says it.
    fn divided(&self, group: Vec<usize>) -> [Vec<usize>; 2] {
        let negated = |member: usize| self.claims[member].modality.is_negated();
        let mut says: BTreeMap<usize, [bool; 2]> = BTreeMap::new();
        for &member in &group {
            says.entry(self.claims[member].document).or_default()[usize::from(negated(member))] = true;
        }
        let says_both = |member: usize| says.get(&self.claims[member].document) == Some(&[true; 2]);
        // Choosing the statement takes long, and few documents say a thing and deny it.
        if !group.iter().any(|&member| says_both(member)) {
            return [group, Vec::new()];
        }
        let anchor = self.anchor(&group);
        let contradicts = |member: usize| {
            let pair = Pair::new(self.side(anchor), self.side(member), &self.table.vocabulary);
            judge_pair(&pair).stance == Stance::Contradicts
        };
        let apart = |&member: &usize| says_both(member) && negated(member) != negated(anchor) && contradicts(member);
        let (against, rest) = group.into_iter().partition(apart);
        [rest, against]
    }
}

#[cfg(test)]
mod tests {
    use crate::stance::Stance;
    use crate::testing::rows;

    #[test]
    fn a_document_does_not_support_a_statement_with_words_that_deny_it() {
        let texts = [
            "The owner said the captain had not been drunk. Prosecutors said the captain had been drunk.",
            "The captain had not been drunk, the owner of the ferry said.",
        ];
        let rows = rows(texts);
        for cell in rows.iter().flat_map(|row| &row.cells).filter(|cell| cell.stance == Stance::Supports) {
            let denied = cell.evidence.iter().filter(|evidence| evidence.exact.contains("not")).count();
            assert!(denied == 0 || denied == cell.evidence.len(), "{cell:#?}");
        }
    }
}
