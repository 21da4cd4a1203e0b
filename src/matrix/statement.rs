//! Which claim of a row gives its statement.
//!
//! A step of its own because the choice must not depend on the order of the documents and must stay cheap where fifty documents tell
//! the same thing a thousand times: members of the same terms are equally close to all others, so closeness is worked out once for them.

use super::Reading;
use crate::claim::quantity::{Bound, Quantity, Relation, compare};
use crate::order::{Arrange as _, Gather as _};
use crate::similarity::{FIGURES, Figure};
use crate::tag::Tag;
use std::collections::{BTreeMap, BTreeSet};

/// How many wordings of a row, those of the most weight, may become its statement. Larger takes longer for rows of many wordings.
const WORDINGS: usize = 64;

/// How much a claim's weight, up to 30, speaks for it as the statement. Larger chooses the fullest wording, of which the others give a part
/// only; at .01 some .002 fewer relations are right in the invented and read stories, at 0 more of them but fewer in the second labels.
const FULL: f64 = 0.003;

/// Fewest words of content that a statement needs beside what is told apart.
const LEAST_LEFT: usize = 3;

/// The first claim of each document of a row that gives a figure of each kind: a report leads with its total.
type Leading = BTreeMap<u32, BTreeMap<usize, usize>>;

/// How close claims of the same terms come to the documents of a row.
struct Closeness {
    mass: f64,
    /// How alike the closest claim of each document is, by document.
    nearest: BTreeMap<usize, f64>,
    /// The sum over documents.
    sum: f64,
}

impl Reading<'_> {
    /// Chooses the member that gives the statement of a row: close to the other documents, full, flat and exact.
    pub(super) fn anchor(&self, group: &[usize]) -> usize {
        if let [only] = group {
            return *only;
        }
        let (closeness, leading) = (self.closeness(group), self.leading(group));
        let mut best: Option<(f64, usize)> = None;
        for &member in group {
            let Some(Closeness { mass, nearest, sum }) = closeness.get(&self.classes[member]) else { continue };
            let own = nearest.get(&self.claims[member].document).copied().unwrap_or(0.0);
            let others = nearest.len().saturating_sub(1) as f64;
            let close = if others > 0.0 { (sum - own) / others } else { 0.0 };
            // An exact figure makes the better statement than "about" so many, and that a better one than "dozens", with which every figure of
            // another report goes together.
            let home = self.claims[member].document;
            let given_too = |figure: &Figure| {
                leading.get(&figure.of).is_some_and(|documents| documents.keys().any(|&document| document != home))
            };
            let vague = |figure: &Figure| match figure.quantity.bound {
                Bound::Exact => 0.0,
                Bound::AtLeast | Bound::AtMost | Bound::Between if given_too(figure) => 0.3,
                _ => 0.1,
            };
            let vague = self.table.figures[member].iter().map(vague).fold(0.0, f64::max);
            // Beside a whole claim that gives the same, what was told apart says what the row is about.
            let detail = if self.claims[member].is_detail() { 0.3 } else { 0.0 };
            let hedged = if self.claims[member].modality.is_hedged() { 0.15 } else { 0.0 };
            // Of two tolls the one that more documents give.
            let alone = if others > 0.0 { 0.3 * self.differing(&leading, member) as f64 / others } else { 0.0 };
            let torn = if self.is_torn(member) || self.is_bare(member) { 0.3 } else { 0.0 };
            let score = close - vague + FULL * mass.min(30.0) + detail - hedged - alone - torn;
            let better = |&(value, other): &(f64, usize)| {
                score > value || score == value && self.order[member] < self.order[other]
            };
            if best.as_ref().is_none_or(better) {
                best = Some((score, member));
            }
        }
        best.map_or(group[0], |(_, member)| member)
    }

    /// Tells whether what is told apart from a claim leaves next to nothing of it: "The quake … hit".
    pub(super) fn is_bare(&self, member: usize) -> bool {
        let claim = &self.claims[member];
        let read = &self.reads[claim.document][claim.sentence];
        let apart = |at: usize| claim.differing.iter().any(|apart| apart.overlaps(read.tokens[at].span));
        let says = |tag: Tag| matches!(tag, Tag::Noun | Tag::Name | Tag::Number | Tag::Adjective | Tag::Verb(_));
        !claim.differing.is_empty()
            && claim.content(read).filter(|&(at, _, tag)| says(tag) && !apart(at)).count() < LEAST_LEFT
    }

    /// Tells whether what is told apart from a claim leaves words that lead to it: "The quake had … and".
    pub(super) fn is_torn(&self, member: usize) -> bool {
        let claim = &self.claims[member];
        let read = &self.reads[claim.document][claim.sentence];
        claim.differing.iter().any(|apart| {
            let first = read.tokens_of(*apart).start;
            let leads = |tag: Tag| matches!(tag, Tag::Coordinator | Tag::Preposition | Tag::Subordinator);
            first > 0 && leads(read.tags[first - 1])
        })
    }

    /// Finds the first claim of each document of a row that gives a figure of each kind.
    fn leading(&self, group: &[usize]) -> Leading {
        let mut leading = Leading::new();
        for &member in group {
            for figure in &self.table.figures[member] {
                leading.entry(figure.of).or_default().entry(self.claims[member].document).or_insert(member);
            }
        }
        leading
    }

    /// Returns the first figures of one kind of a claim.
    fn figures_of(&self, claim: usize, kind: u32) -> impl Iterator<Item = &Quantity> {
        self.table.figures[claim].iter().filter(move |f| f.of == kind).map(|f| &f.quantity).take(FIGURES)
    }

    /// Counts the documents of a row whose leading figures none of the member's can be.
    fn differing(&self, leading: &Leading, member: usize) -> usize {
        let kinds = self.table.figures[member].iter().map(|f| f.of).take(FIGURES).gather_set();
        let mut fits: BTreeMap<usize, bool> = BTreeMap::new();
        for kind in kinds {
            for (&document, &other) in leading.get(&kind).into_iter().flatten().filter(|(_, other)| **other != member) {
                let related = self
                    .figures_of(other, kind)
                    .flat_map(|theirs| self.figures_of(member, kind).filter_map(|ours| compare(ours, theirs)));
                for relation in related {
                    *fits.entry(document).or_insert(false) |= relation != Relation::Different;
                }
            }
        }
        fits.values().filter(|fits| !**fits).count()
    }

    /// Works out how close the members of a row come to its documents, by class.
    fn closeness(&self, group: &[usize]) -> BTreeMap<usize, Closeness> {
        // One member of each class, the first by words, and the documents that the class stands in.
        let mut classes: BTreeMap<usize, (usize, BTreeSet<usize>)> = BTreeMap::new();
        for &member in group {
            let (first, documents) = classes.entry(self.classes[member]).or_insert((member, BTreeSet::new()));
            documents.insert(self.claims[member].document);
            if self.order[member] < self.order[*first] {
                *first = member;
            }
        }
        let mass = |member: usize| self.table.claims[member].mass(&self.table.vocabulary);
        let mut candidates: Vec<(f64, usize)> = classes.values().map(|&(first, _)| (mass(first), first)).collect();
        if candidates.len() > WORDINGS {
            candidates.arrange_by(|(a, i), (b, j)| b.total_cmp(a).then(self.order[*i].cmp(&self.order[*j])));
            candidates.truncate(WORDINGS);
        }
        let closeness = candidates.into_iter().map(|(mass, member)| {
            let mut nearest: BTreeMap<usize, f64> = BTreeMap::new();
            for (other, documents) in classes.values() {
                let value = self.alike(member, *other);
                for &document in documents {
                    let best = nearest.entry(document).or_insert(0.0);
                    *best = best.max(value);
                }
            }
            let sum = nearest.values().sum();
            (self.classes[member], Closeness { mass, nearest, sum })
        });
        closeness.gather_map()
    }
}

#[cfg(test)]
mod tests {
    use crate::testing::rows;

    #[test]
    fn of_two_tolls_the_one_that_more_documents_give_is_the_statement() {
        let texts = [
            "Two people died when the cable car fell, a rescuer told reporters on the mountain.",
            "Four people died when the cable car fell.",
            "Four people died in the fall of the cable car.",
        ];
        // Whichever comes first.
        for turn in 0..texts.len() {
            let rows = rows((0..texts.len()).map(|at| texts[(at + turn) % texts.len()]));
            assert!(rows[0].statement.starts_with("Four people died"), "{rows:#?}");
        }
    }

    #[test]
    fn a_figure_makes_the_statement_and_not_dozens() {
        let texts = [
            "Dozens of people were hurt when the stands of the arena in Tolm collapsed on Sunday.",
            "The collapse of the stands in Tolm hurt 140 people on Sunday.",
            "When the stands of the arena collapsed on Sunday, 95 people were hurt.",
        ];
        let rows = rows(texts);
        assert!(rows.iter().any(|row| row.verdict == crate::matrix::Verdict::Disputed), "{rows:#?}");
    }

    #[test]
    fn a_statement_says_more_than_that_something_happened() {
        let story = include_str!("../../tests/fresh/read/quake-coast.corpus.json");
        let rows = crate::analyze(&crate::Corpus::from_json(story).unwrap(), &crate::Options::default()).claims;
        let told = |row: &crate::comparison::Row| row.cells.iter().filter(|cell| cell.stance.speaks()).count();
        let bare = |words: &str| words.contains('…') && words.split(' ').filter(|word| *word != "…").count() < 4;
        assert!(!rows.iter().any(|row| told(row) > 2 && bare(&row.statement)), "{rows:#?}");
    }
}
