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

    /// Tells the details apart in which the documents of a row differ; returns the rows with those of the details behind them.
    pub(super) fn with_details(&mut self, mut rows: Vec<Vec<usize>>) -> Vec<Vec<usize>> {
        let mut found = Vec::new();
        for row in &rows {
            let details = tell_apart(row, |at| {
                let claim = &self.claims[at];
                Source { claim, read: &self.reads[claim.document][claim.sentence], figures: &self.table.figures[at] }
            });
            found.extend(details.into_iter().filter(|detail| self.is_of_one_event(detail)));
        }
        if found.is_empty() {
            return rows;
        }
        let mut told: BTreeMap<usize, Vec<Span>> = BTreeMap::new();
        for detail in found.iter().flatten() {
            told.entry(detail.parent).or_default().push(detail.phrase);
        }
        for details in found {
            let first = self.claims.len();
            for mut detail in details {
                // "The magnitude 6.7 quake struck | after 4 a.m.": that the time is told does not tell the magnitude again.
                let of_parent = told.get(&detail.parent).into_iter().flatten().copied();
                detail.claim.apart.extend(of_parent.filter(|words| *words != detail.phrase));
                self.claims[detail.parent].apart.push(detail.phrase);
                self.claims[detail.parent].differing.push(detail.phrase);
                self.table.figures[detail.parent].retain(|figure| !figure.quantity.span.overlaps(detail.phrase));
                self.table.push(&detail.claim, &self.reads[detail.claim.document][detail.claim.sentence]);
                if let Some(figures) = self.table.figures.last_mut() {
                    figures
                        .retain(|figure| !detail.claim.apart.iter().any(|words| words.overlaps(figure.quantity.span)));
                }
                self.claims.push(detail.claim);
            }
            rows.push((first..self.claims.len()).collect());
        }
        rows
    }
}
