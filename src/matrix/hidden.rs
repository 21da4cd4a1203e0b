//! Two documents of a row that cannot both be right, where its statement says nothing of it: "a state of emergency" stands between one of
//! 60 days and one of 30.
//!
//! A step of its own because every cell is judged towards the statement, and a row that says "agreed" while two of its sources contradict
//! each other misleads. Known limits: figures and dates, the first of each kind that a claim gives; what is opposed in words stays hidden.

use super::Reading;
use crate::claim::date;
use crate::claim::quantity::{Relation, compare};
use crate::order::Arrange as _;
use std::collections::BTreeMap;

/// How many claims of a row are tried as its statement. Each is judged against the whole row.
const TRIES: usize = 4;

/// How many claims of a row are looked through for such a pair, one of each document.
const MEMBERS: usize = 64;

impl Reading<'_> {
    /// Returns claims of a row that give another figure or date than a claim of another document, the one that most documents agree with
    /// first; none of the document that the statement comes from, or of rows that only it and one other speak in.
    pub(super) fn disputing(&self, group: &[usize], anchor: usize) -> Vec<usize> {
        let document = |claim: usize| self.claims[claim].document;
        let mut first: BTreeMap<usize, usize> = BTreeMap::new();
        for &claim in group.iter().filter(|&&claim| document(claim) != document(anchor)) {
            // Of several claims of a document the closest to the statement.
            let held = first.entry(document(claim)).or_insert(claim);
            if self.alike(anchor, claim) > self.alike(anchor, *held) {
                *held = claim;
            }
        }
        let members: Vec<usize> = first.into_values().take(MEMBERS).collect();
        let mut found: Vec<(usize, usize)> = Vec::new();
        for &claim in &members {
            let others = members.iter().filter(|&&other| other != claim);
            let relations: Vec<Relation> = others.filter_map(|&other| self.relate(claim, other)).collect();
            if relations.contains(&Relation::Different) {
                found.push((relations.iter().filter(|&&relation| relation == Relation::Same).count(), claim));
            }
        }
        found.arrange_by(|a, b| b.0.cmp(&a.0).then(self.order[a.1].cmp(&self.order[b.1])));
        found.into_iter().map(|(_, claim)| claim).take(TRIES).collect()
    }

    /// Relates the first figures of one kind, or the first dates, of two claims; different where any of them are.
    fn relate(&self, a: usize, b: usize) -> Option<Relation> {
        let figures = self.table.figures[a].iter().filter_map(|ours| {
            let theirs = self.table.figures[b].iter().find(|theirs| theirs.of == ours.of)?;
            compare(&ours.quantity, &theirs.quantity)
        });
        let first_date = |claim: usize| {
            let claim = &self.claims[claim];
            let dates = &self.reads[claim.document][claim.sentence].dates;
            dates
                .iter()
                .find(|date| claim.spans.iter().any(|span| span.start <= date.span.start && date.span.end <= span.end))
        };
        let dates = first_date(a).zip(first_date(b)).and_then(|(a, b)| date::compare(a, b));
        figures.chain(dates).max_by_key(|relation| *relation == Relation::Different)
    }
}

#[cfg(test)]
mod tests {
    use crate::Corpus;
    use crate::matrix::Verdict;
    use crate::testing::{article, rows_of};

    /// The verdict of the row that gives the closing of the bridge, whatever the order of the documents.
    fn verdict(texts: [&str; 3]) -> Verdict {
        let rest = ["The choir sang in the evening.", "Snow fell on the hills.", "A dog barked at the station."];
        let of_order = |order: [usize; 3]| {
            let document = |at: usize| article(&at.to_string(), format!("{}\n\n{}", texts[at], rest[at]));
            let rows = rows_of(&Corpus::new(order.map(document).to_vec()));
            rows.iter().find(|row| row.statement.contains("bridge")).unwrap().verdict
        };
        let verdicts = [[0, 1, 2], [2, 0, 1], [1, 2, 0], [2, 1, 0]].map(of_order);
        assert!(verdicts.iter().all(|verdict| *verdict == verdicts[0]), "{verdicts:?}");
        verdicts[0]
    }

    #[test]
    fn what_two_documents_contradict_each_other_in_is_the_statement() {
        for [a, b, c] in [
            [
                "The mayor closed the bridge at Tolm to lorries.",
                "The mayor closed the bridge at Tolm to lorries for 60 days.",
                "The mayor closed the bridge at Tolm to lorries for 30 days.",
            ],
            [
                "The bridge at Tolm was closed to lorries.",
                "The bridge at Tolm was closed to lorries on Monday.",
                "The bridge at Tolm was closed to lorries on Wednesday.",
            ],
        ] {
            assert_eq!(verdict([a, b, c]), Verdict::Disputed, "{a}");
        }
    }

    #[test]
    fn where_the_others_agree_nothing_changes() {
        let texts = [
            "The mayor closed the bridge at Tolm to lorries.",
            "The mayor closed the bridge at Tolm to lorries for 30 days.",
            "The mayor closed the bridge at Tolm to lorries for 30 days.",
        ];
        assert_eq!(verdict(texts), Verdict::Agreed);
    }
}
