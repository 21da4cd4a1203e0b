//! Documents in which one says a thing and another denies it: "the captain had not been drunk", "prosecutors said that he was drunk".
//!
//! A step of its own because both passages tell of one thing and so are found for one row, where the document would support a statement with
//! words that deny it. What contradicts the statement within its own document becomes a row of its own.

use super::Reading;
use crate::stance::pair::Pair;
use crate::stance::{Stance, judge_pair};

impl Reading<'_> {
    /// Takes out of each row what the document of its statement says against it.
    pub(super) fn undivided(&self, groups: Vec<Vec<usize>>) -> Vec<Vec<usize>> {
        let mut rows = Vec::with_capacity(groups.len());
        for mut group in groups {
            let against = self.against_itself(&group);
            group.retain(|member| !against.contains(member));
            rows.push(group);
            if !against.is_empty() {
                rows.push(against);
            }
        }
        rows
    }

    /// Finds the members of a row that stand in the document of its statement and contradict it.
    fn against_itself(&self, group: &[usize]) -> Vec<usize> {
        let negated = |member: usize| self.claims[member].modality.is_negated();
        let beside = |&member: &usize| {
            let same = |&&other: &&usize| self.claims[other].document == self.claims[member].document;
            group.iter().filter(same).any(|&other| negated(other) != negated(member))
        };
        // Choosing the statement takes long, and few documents say a thing and deny it.
        if !group.iter().any(beside) {
            return Vec::new();
        }
        let anchor = self.anchor(group);
        let contradicts = |member: usize| {
            let pair = Pair::new(self.side(anchor), self.side(member), &self.table.vocabulary);
            judge_pair(&pair).stance == Stance::Contradicts
        };
        let home = |member: usize| self.claims[member].document == self.claims[anchor].document;
        let apart = |&member: &usize| home(member) && negated(member) != negated(anchor) && contradicts(member);
        group.iter().copied().filter(apart).collect()
    }
}

#[cfg(test)]
mod tests {
    use crate::stance::Stance;
    use crate::{Corpus, Options, analyze};

    #[test]
    fn a_document_does_not_support_a_statement_with_words_that_deny_it() {
        let texts = [
            "The owner said the captain had not been drunk. Prosecutors said the captain had been drunk.",
            "The captain had not been drunk, the owner of the ferry said.",
        ];
        let document = |at: usize| serde_json::json!({ "id": at.to_string(), "lang": "en", "text": texts[at] });
        let corpus = serde_json::json!({ "format": "news-compare.corpus/1", "documents": [document(0), document(1)] });
        let rows = analyze(&Corpus::from_json(&corpus.to_string()).unwrap(), &Options::default()).claims;
        for cell in rows.iter().flat_map(|row| &row.cells).filter(|cell| cell.stance == Stance::Supports) {
            let denied = cell.evidence.iter().filter(|evidence| evidence.exact.contains("not")).count();
            assert!(denied == 0 || denied == cell.evidence.len(), "{cell:#?}");
        }
    }
}
