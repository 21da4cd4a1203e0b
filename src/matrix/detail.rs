//! Details that documents give differently, as rows of their own.
//!
//! A file of its own because it changes what was read: the claims of details are added behind all others, and the claims that they are
//! taken from are no longer judged by them.

use super::Reading;
use crate::detail::{Apart, Source, tell_apart};
use crate::similarity::similarity;
use crate::span::Span;
use std::collections::BTreeMap;

/// Least likeness of two claims whose details are set against each other. Cut to a figure and its verb, "1.2 million liters of milk are
/// delivered" and "90,000 liters of milk had to be poured away" look like one thing; larger leaves more details in their clauses.
const LEAST_LIKENESS: f64 = 0.45;

impl Reading<'_> {
    /// Tells whether the claims of two documents that a detail is taken from are so alike that they tell one event.
    fn is_of_one_event(&self, detail: &[Apart]) -> bool {
        let parents = detail.iter().map(|apart| apart.parent);
        parents.clone().enumerate().any(|(at, a)| {
            parents.clone().skip(at + 1).any(|b| {
                let likeness = similarity(&self.table.claims[a], &self.table.claims[b], &self.table.vocabulary);
                self.claims[a].document != self.claims[b].document && likeness >= LEAST_LIKENESS
            })
        })
    }

    /// Leaves words out of what the row of a claim states and compares: a row of their own does.
    pub(super) fn leave_out(&mut self, claim: usize, words: Span) {
        self.claims[claim].differing.push(words);
        self.table.figures[claim].retain(|figure| !figure.quantity.span.overlaps(words));
    }

    /// Tells the details apart in which the documents of a row differ; returns the rows with those of the details behind them.
    pub(super) fn with_details(&mut self, mut rows: Vec<Vec<usize>>) -> Vec<Vec<usize>> {
        let mut found = Vec::new();
        for (at, row) in rows.iter().enumerate() {
            let details = tell_apart(row, |at| {
                let claim = &self.claims[at];
                Source { claim, read: &self.reads[claim.document][claim.sentence], figures: &self.table.figures[at] }
            });
            let of_one_event = details.into_iter().filter(|detail| self.is_of_one_event(detail));
            found.extend(of_one_event.map(|detail| (at, detail)));
        }
        if found.is_empty() {
            return rows;
        }
        let mut told: BTreeMap<usize, Vec<Span>> = BTreeMap::new();
        for detail in found.iter().flat_map(|(_, details)| details) {
            told.entry(detail.parent).or_default().push(detail.phrase);
        }
        for (row, details) in found {
            let mut told_apart = Vec::new();
            for mut detail in details {
                if detail.is_all {
                    rows[row].retain(|claim| *claim != detail.parent);
                    told_apart.push(detail.parent);
                    continue;
                }
                told_apart.push(self.claims.len());
                // "The magnitude 6.7 quake struck | after 4 a.m.": that the time is told does not tell the magnitude again.
                let of_parent = told.get(&detail.parent).into_iter().flatten().copied();
                detail.claim.apart.extend(of_parent.filter(|words| *words != detail.phrase));
                self.claims[detail.parent].apart.push(detail.phrase);
                self.leave_out(detail.parent, detail.phrase);
                self.table.push(&detail.claim, &self.reads[detail.claim.document][detail.claim.sentence]);
                if let Some(figures) = self.table.figures.last_mut() {
                    figures
                        .retain(|figure| !detail.claim.apart.iter().any(|words| words.overlaps(figure.quantity.span)));
                }
                self.claims.push(detail.claim);
            }
            rows.push(told_apart);
        }
        rows
    }
}

#[cfg(test)]
mod tests {
    use crate::testing::rows;

    #[test]
    fn a_claim_that_is_all_detail_goes_to_the_row_of_the_detail() {
        let rows = rows([
            "A strong quake hit the coast of Norland near the fishing town of Ost at a depth of 20 km, the institute said.",
            "A strong quake hit the coast of Norland near the town of Ost before dawn. The quake hit at a depth of 41 km.",
        ]);
        let found = rows.iter().find(|row| row.statement.contains("at a depth")).unwrap();
        let gives = |at: usize, words: &str| found.cells[at].evidence.iter().any(|e| e.exact.contains(words));
        assert!(gives(0, "20 km") && gives(1, "41 km") && !gives(1, "before dawn"), "{rows:#?}");
        let event = rows.iter().find(|row| row.statement.contains("near the")).unwrap();
        assert!(!event.cells[1].evidence.iter().any(|e| e.exact.contains("41 km")), "{rows:#?}");
    }
}
