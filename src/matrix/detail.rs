//! Details that documents give differently, as rows of their own.
//!
//! A file of its own because it changes what was read: the claims of details are added behind all others, and the claims that they are
//! taken from are no longer judged by them.

use super::Reading;
use crate::detail::{Source, tell_apart};
use crate::index::classes;

impl Reading<'_> {
    /// Tells the details apart in which the documents of a row differ; returns the rows with those of the details behind them.
    pub(super) fn with_details(&mut self, mut rows: Vec<Vec<usize>>) -> Vec<Vec<usize>> {
        let mut found = Vec::new();
        for row in &rows {
            found.extend(tell_apart(row, |at| {
                let claim = &self.claims[at];
                Source { claim, read: &self.reads[claim.document][claim.sentence], figures: &self.table.figures[at] }
            }));
        }
        if found.is_empty() {
            return rows;
        }
        for details in found {
            let first = self.claims.len();
            for detail in details {
                self.claims[detail.parent].apart.push(detail.phrase);
                self.table.figures[detail.parent].retain(|figure| !figure.quantity.span.overlaps(detail.phrase));
                self.table.push(&detail.claim, &self.reads[detail.claim.document][detail.claim.sentence]);
                self.claims.push(detail.claim);
            }
            rows.push((first..self.claims.len()).collect());
        }
        self.order = super::order(self.corpus, &self.claims);
        self.classes = classes(self.table.claims.iter());
        rows
    }
}
