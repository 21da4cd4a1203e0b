//! Rows that nothing holds together but what stands around their claims: taken apart again.
//!
//! A step of its own, after the rows, because context helps to find what belongs together and is no reason by itself: of one subject much
//! is told, and "Ivo Brandt, 81, shook his head" and "men aged 70" both give an age. Known limits: one common word is enough
//! to hold a row.

use super::{Reading, words};
use crate::similarity::own_shared;

/// The least weight that own words of two claims share for them to hold a row. A word in every sentence weighs .7, one of those that
/// attribute at most half of this. Larger, from 1.5 on, takes rows apart that the invented stories have.
const LEAST_OWN: f64 = 0.5;

impl Reading<'_> {
    /// Takes rows apart in which no two claims of different documents share a word of their own.
    pub(super) fn loosened(&self, rows: Vec<Vec<usize>>) -> Vec<Vec<usize>> {
        let mut held = Vec::with_capacity(rows.len());
        for row in rows {
            if row.len() < 2 || self.is_held(&row) {
                held.push(row);
            } else {
                held.extend(row.into_iter().map(|claim| vec![claim]));
            }
        }
        held
    }

    /// Tells whether a row is of one document, or two claims of different ones share a word of their own.
    fn is_held(&self, row: &[usize]) -> bool {
        let (document, terms) = (|claim: usize| self.claims[claim].document, &self.table.claims);
        // The same words are one statement also where they are words that say nothing.
        let same = |a: usize, b: usize| words(self.corpus, &self.claims[a]) == words(self.corpus, &self.claims[b]);
        let shares = |a, b| own_shared(&terms[a], &terms[b], &self.table.vocabulary) >= LEAST_OWN || same(a, b);
        let mut of_others = row.iter().enumerate().flat_map(|(at, &a)| row[..at].iter().map(move |&b| (a, b)));
        row.iter().all(|&claim| document(claim) == document(row[0]))
            || of_others.any(|(a, b)| document(a) != document(b) && shares(a, b))
    }
}

#[cfg(test)]
mod tests {
    use super::super::{Known, Reading};
    use crate::Options;
    use crate::testing::corpus;

    /// How many rows are left of one that holds the claims of two documents.
    fn rows(a: &str, b: &str) -> usize {
        let corpus = corpus([a, b]);
        let mut known: Vec<Known> = corpus.documents.iter().map(Known::new).collect();
        let reading = Reading::new(&corpus, &mut known, Options::default().language);
        reading.loosened(vec![(0..reading.claims.len()).collect()]).len()
    }

    #[test]
    fn a_kind_of_figure_holds_no_row() {
        assert_eq!(rows("The carpenter is 81 years old.", "Only widows aged 70 may vote."), 2);
    }

    #[test]
    fn a_common_word_holds_a_row() {
        assert_eq!(rows("The carpenter is 81 years old.", "Nobody asked the carpenter."), 1);
    }

    #[test]
    fn a_row_of_one_document_stays() {
        assert_eq!(rows("The carpenter is 81 years old. Dogs barked all night.", "Really?"), 1);
    }
}
