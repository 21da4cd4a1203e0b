//! Rows that nothing holds together but what stands around their claims: taken apart again.
//!
//! A step of its own, after the rows, because context helps to find what belongs together and is no reason by itself: of one subject much
//! is told, and "Ivo Brandt, 81, shook his head" and "men aged 70" both give an age. Neither is a unit ("earn 3,400 euros a month", "a payment
//! of 750 euros") nor a "not". Where all is told in words of one's own and little likeness is asked for, one word is none either: "the mine opened in
//! 1962", "prosecutors opened an investigation". Known limits: of claims that are alike enough anywhere one common word holds a row.

use super::{Reading, words};
use crate::claim::quantity::{self, Quantity, Relation, Unit};
use crate::tag::Tag;
use std::collections::BTreeSet;

/// Likeness below which one word holds no row. From the stories told in other words and, by eye, from others that have no labels: nine in ten of the rows that it takes
/// apart are wrong; at .32 contradictions are among them.
const FIRM: f64 = 0.3;

/// Likeness to another claim of its article below which a claim does not repeat it. At .45 a sixth fewer such claims are left in rows of others, and some of them
/// were repetitions: the split F1 of the gold stories is .01 lower, that of their second labels the same.
const REPEATED: f64 = 0.35;

/// How many claims a row may have of which each is held against all others. Rows of news have a few; the cost of longer ones would grow with their square.
const LONGEST_ROW: usize = 64;

impl Reading<'_> {
    /// Takes rows apart in which no two claims of different documents share a word of their own, or two where they are hardly alike, and claims out of them
    /// that only their own articles hold there.
    pub(super) fn loosened(&self, rows: Vec<Vec<usize>>) -> Vec<Vec<usize>> {
        self.loosened_below(rows, FIRM)
    }

    /// The same with another likeness below which one word is not enough.
    fn loosened_below(&self, rows: Vec<Vec<usize>>, firm: f64) -> Vec<Vec<usize>> {
        let mut held = Vec::with_capacity(rows.len());
        for row in rows {
            if row.len() < 2 || self.is_held(&row, firm) {
                let (strays, kept): (Vec<usize>, Vec<usize>) = row.iter().partition(|&&claim| self.strays(claim, &row));
                held.extend(strays.into_iter().map(|claim| vec![claim]));
                if !kept.is_empty() {
                    held.push(kept);
                }
            } else {
                held.extend(row.into_iter().map(|claim| vec![claim]));
            }
        }
        held
    }

    /// Tells whether a claim stands in a row for what its own article says elsewhere, and hardly repeats that either.
    fn strays(&self, claim: usize, row: &[usize]) -> bool {
        let document = |claim: usize| self.claims[claim].document;
        let most = |own: bool| {
            let others = row.iter().filter(|&&other| other != claim && (document(other) == document(claim)) == own);
            others.map(|&other| self.alike(claim, other)).reduce(f64::max)
        };
        let said_again = |&other: &usize| other != claim && self.says_as(claim, other);
        row.len() <= LONGEST_ROW
            && !row.iter().any(said_again)
            && most(true).is_some_and(|own| own < REPEATED)
            && most(false).is_none_or(|others| others < FIRM)
    }

    /// Tells whether a row is of one document, or two claims of different ones share words of their own.
    fn is_held(&self, row: &[usize], firm: f64) -> bool {
        let document = |claim: usize| self.claims[claim].document;
        if row.iter().all(|&claim| document(claim) == document(row[0])) {
            return true;
        }
        let told: Vec<BTreeSet<u32>> = row.iter().map(|&claim| self.told_by(claim)).collect();
        let share = |i: usize, j: usize| {
            let mut shared = told[i].intersection(&told[j]);
            if self.alike(row[i], row[j]) < firm {
                return shared.nth(1).is_some();
            }
            let (Some(term), rest) = (shared.next(), shared.next()) else { return false };
            rest.is_some() || self.tells(row[i], *term) && self.tells(row[j], *term)
        };
        let holds = |i: usize, j: usize| {
            document(row[i]) != document(row[j])
                && (share(i, j) || self.give_alike(row[i], row[j]) || self.says_as(row[i], row[j]))
        };
        (0..row.len()).any(|i| (0..i).any(|j| holds(i, j)))
    }

    /// Tells whether two claims are the same words: they are one statement also where these say nothing.
    fn says_as(&self, a: usize, b: usize) -> bool {
        words(self.corpus, &self.claims[a]) == words(self.corpus, &self.claims[b])
    }

    /// Returns the terms of a claim's own words, without who said it, units and denials.
    fn told_by(&self, at: usize) -> BTreeSet<u32> {
        let claim = &self.claims[at];
        let read = &self.reads[claim.document][claim.sentence];
        let unit = |span| read.quantities_in(span).iter().any(|quantity| quantity.unit != Unit::Count);
        self.terms_where(at, |i, token, tag| {
            tag != Tag::Negation && !claim.attribution.contains(&i) && (tag == Tag::Number || !unit(token.span))
        })
    }

    /// Tells whether a term of a claim says more than how or where something is done: "get it straight", "go straight to Lund".
    fn tells(&self, at: usize, term: u32) -> bool {
        self.terms_where(at, |_, _, tag| tag != Tag::Adverb).contains(&term)
    }

    /// Tells whether two claims give the same amount, however it is written: "95 million euros", "€95m"; "four out of five", "81 percent".
    fn give_alike(&self, a: usize, b: usize) -> bool {
        let figures = |at: usize| self.table.figures[at].iter().map(|figure| &figure.quantity);
        let alike = |ours: &Quantity, theirs: &Quantity| {
            let share = ours.unit == Unit::Percent && quantity::compare(ours, theirs) == Some(Relation::Compatible);
            ours.unit == theirs.unit && ours.is_as_much(theirs) || share
        };
        figures(a).any(|ours| figures(b).any(|theirs| alike(ours, theirs)))
    }
}

#[cfg(test)]
mod tests {
    use super::super::{Known, Reading};
    use crate::Options;
    use crate::testing::corpus;

    /// How many rows are left of one that holds the claims of two documents.
    fn rows(a: &str, b: &str) -> usize {
        rows_where(a, b, 0.0)
    }

    /// The same where claims that are less alike than this need share more.
    fn rows_where(a: &str, b: &str, firm: f64) -> usize {
        let corpus = corpus([a, b]);
        let mut known: Vec<Known> = corpus.documents.iter().map(Known::new).collect();
        let reading = Reading::new(&corpus, &mut known, Options::default().language);
        reading.loosened_below(vec![(0..reading.claims.len()).collect()], firm).len()
    }

    #[test]
    fn a_kind_of_figure_holds_no_row() {
        assert_eq!(rows("The carpenter is 81 years old.", "Only widows aged 70 may vote."), 2);
    }

    #[test]
    fn neither_a_unit_nor_a_denial_holds_a_row() {
        assert_eq!(rows("Drivers earn 3,400 euros a month.", "She lost a purse with 750 euros."), 2);
        assert_eq!(rows("The carpenter did not sing.", "Nobody says that rain is not wet."), 2);
        assert_eq!(rows("Drivers earn 3,400 euros a month.", "His wage is €3,400."), 1);
    }

    #[test]
    fn what_is_hardly_alike_is_not_held_by_one_word() {
        let (a, b) = ("The mine of Ost opened in 1962.", "On Friday prosecutors opened an investigation.");
        assert_eq!((rows_where(a, b, 0.9), rows(a, b)), (2, 1));
        assert_eq!(rows_where(a, "Owners from Lund opened the mine when it was ready.", 0.9), 1);
        assert_eq!(rows_where("Turnout was 81 percent.", "Four out of five went to vote.", 0.9), 1);
    }

    #[test]
    fn how_something_is_done_holds_no_row() {
        assert_eq!(rows("His licence was taken away in May.", "She had been called away to Lund."), 2);
    }

    #[test]
    fn a_common_word_holds_a_row() {
        assert_eq!(rows("The carpenter is 81 years old.", "Nobody asked the carpenter."), 1);
    }

    #[test]
    fn only_a_repetition_stays_in_the_row_of_its_article() {
        assert_eq!(rows("The carpenter is 81 years old. Dogs barked all night.", "Really?"), 2);
        assert_eq!(rows("The carpenter is 81 years old. The old carpenter is 81.", "Really?"), 1);
    }
}
