//! Which claim of a row gives its statement, and the words of that statement.
//!
//! A step of its own because the choice must not depend on the order of the documents and must stay cheap where fifty documents tell
//! the same thing a thousand times: members of the same terms are equally close to all others, so closeness is worked out once for them.

use super::Reading;
use crate::claim::clause::Opening;
use crate::claim::quantity::{Bound, Quantity, Relation, compare};
use crate::claim::{Claim, Read, before_joint};
use crate::order::{Arrange as _, Gather as _};
use crate::similarity::{FIGURES, Figure};
use crate::span::Span;
use crate::tag::{Form, Tag};
use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

/// How many wordings of a row, those of the most weight, may become its statement. Larger takes longer for rows of many wordings.
const WORDINGS: usize = 64;

/// How much a claim's weight, up to 30, speaks for it as the statement. Larger chooses the fullest wording, of which the others give a part
/// only; at .01 some .002 fewer relations are right in the invented and read stories, at 0 more of them but fewer in the second labels.
const FULL: f64 = 0.003;

/// Conjunctions before what is told as a fact. A statement does without them; with "if", "until" or "before" it would be another one.
const FACTIVE: &[&str] = &["after", "although", "as", "because", "since", "though", "when", "while"];

/// Words at the end of a claim that lead on to the next, beside conjunctions; a statement ends before them.
const LEADING_ON: &[&str] = &["including", "namely"];

/// Takes off the end of some words what leads on to another claim: "enough vitamin D [and]", "specific metrics[, including]".
fn without_lead(read: &Read, range: Range<usize>) -> Range<usize> {
    let mut kept = before_joint(read, range);
    while kept.len() > 1 && LEADING_ON.iter().any(|word| read.tokens[kept.end - 1].is(word)) {
        kept = before_joint(read, kept.start..kept.end - 1);
    }
    kept
}

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

/// Tells whether a claim is a clause that its lead-in adds nothing to: a finite verb with words before it.
fn is_whole(read: &Read, claim: &Claim) -> bool {
    let first = claim.tokens.first().map_or(0, |range| range.start);
    let finite = claim.tokens.iter().flat_map(Clone::clone).find(|&at| read.tags[at].is_finite());
    finite.is_some_and(|at| (first..at).any(|before| matches!(read.tags[before], Tag::Noun | Tag::Name | Tag::Pronoun)))
}

/// Tells whether a claim is a clause behind one of the [`FACTIVE`] conjunctions: not "after a hearing that librarians packed".
fn tells_after_conjunction(read: &Read, claim: &Claim) -> bool {
    let Some(range) = claim.tokens.first().filter(|_| claim.opening == Opening::Subordinate) else { return false };
    let clause = range.start + 1..range.end;
    let turns = |&at: &usize| read.tags[at].is_verbal() || matches!(read.tags[at], Tag::Relative | Tag::Complementizer);
    let opens = read.tokens[range.start].normal.as_str();
    // "when the law takes effect" is still to come.
    let happened = |tag: Tag| opens != "when" || tag == Tag::Verb(Form::Past);
    let told = |at: usize| at > clause.start && read.tags[at].is_finite() && happened(read.tags[at]);
    FACTIVE.contains(&opens) && clause.clone().find(turns).is_some_and(told)
}

/// Returns a part of a claim without the articles and the "of" at its end that hang on what is left out behind it: "to drop a | £2 charge".
fn without_hanging(read: &Read, part: Span) -> Span {
    let hangs =
        |&at: &usize| matches!(read.tokens[at].normal.as_str(), "a" | "an" | "the" | "of") || read.tags[at] == Tag::To;
    let last = read.tokens_of(part).rev().find(|at| !hangs(at));
    last.map_or(part, |last| Span::new(part.start, read.tokens[last].span.end.min(part.end)))
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
            let torn = if self.is_torn(member) { 0.3 } else { 0.0 };
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

    /// Tells whether what is told apart from a claim leaves words that lead to it: "The quake had … and".
    fn is_torn(&self, member: usize) -> bool {
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

    /// Takes the words of a claim as a statement; its subject is put before it when the claim does not name one.
    pub(super) fn statement(&self, anchor: usize) -> String {
        let claim = &self.claims[anchor];
        let text = self.text(anchor);
        let read = &self.reads[claim.document][claim.sentence];
        // What another row judges is left out here, or this row would seem to say it too.
        let mut kept = claim.kept(text);
        if let Some(last) = kept.last_mut() {
            let all = read.tokens_of(*last);
            let told = without_lead(read, all.clone());
            if told.end < all.end {
                last.end = read.tokens[told.end - 1].span.end;
            }
        }
        let goes_on = |at: usize| at + 1 < kept.len();
        let whole = |(at, span): (usize, &Span)| if goes_on(at) { without_hanging(read, *span) } else { *span };
        let mut parts = kept.iter().enumerate().map(|part| whole(part).slice(text).trim()).collect::<Vec<_>>();
        if !claim.differing.is_empty() {
            // Commas around what is left out hold nothing together any more.
            parts.iter_mut().for_each(|part| *part = part.trim_matches([',', ' ']));
        }
        // "cut the quota … next year, | after two days | of talks": it hangs on what is left out.
        if parts.len() > 1 && parts.last().is_some_and(|last| last.starts_with("of ") && last.split(' ').count() == 2) {
            parts.pop();
        }
        parts.retain(|part| !part.is_empty());
        // "The $1.2 billion | project will create 300 jobs": the article went with the detail.
        let first = kept.first().map_or(0..0, |first| read.tokens_of(*first));
        let before = claim.differing.iter().map(|apart| read.tokens_of(*apart)).find(|apart| apart.end == first.start);
        let article = before.filter(|apart| {
            let noun = read.tags.get(first.start) == Some(&Tag::Noun);
            noun && read.tags.get(apart.start) == Some(&Tag::Determiner)
        });
        // "after cracks opened in the walls": that they opened is told whatever came before.
        let opens = claim.tokens.first().filter(|_| tells_after_conjunction(read, claim));
        if let Some(rest) = opens.and_then(|range| parts[0].get(read.tokens[range.start].normal.len()..)) {
            parts[0] = rest.trim_start();
        }
        let mut words = parts.join(" … ");
        if let Some(apart) = article {
            words = format!("{} … {words}", read.tokens[apart.start].span.slice(text));
        }
        let mut pronoun = claim.tokens.first().map_or(0, |range| range.start) + usize::from(opens.is_some());
        let subject = read.tokens.get(claim.subject.clone()).unwrap_or_default();
        if let (Some(first), Some(last)) = (subject.first(), subject.last()) {
            pronoun = claim.subject.start;
            let named = Span::new(first.span.start, last.span.end);
            let subject = named.slice(text);
            let extent = claim.extent();
            let between = Span::new(named.end, extent.start).slice(text);
            if named.end <= extent.start
                && !between.contains(char::is_alphanumeric)
                && kept.len() == 1
                && claim.differing.is_empty()
            {
                words = named.join(extent).slice(text).to_owned();
            } else {
                // A finite verb follows its subject as it is; other forms show that something was left out between.
                let first = claim.tokens.first().map_or(0, |r| r.start);
                let finite = read.tags[first..].iter().find(|t| **t != Tag::Adverb).is_some_and(|t| t.is_finite());
                // "is suspected of … hiding payments": so does what words of doing govern.
                let governed = read.tags.get(claim.subject.end.saturating_sub(1)) == Some(&Tag::Preposition);
                let gap = if finite || governed { " " } else { " … " };
                words = format!("{subject}{gap}{words}");
            }
        } else if let Some(lead_in) = read.sentence.lead_in.filter(|_| !is_whole(read, claim)) {
            return format!("{} {words}", lead_in.slice(text));
        }
        if let Some(meant) = self.meant(anchor, pronoun) {
            // It stands in brackets, as editors put what a speaker did not say.
            let end = words.find(char::is_whitespace).unwrap_or(words.len());
            words.insert_str(end, &format!(" [{meant}]"));
        }
        words
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
    fn a_conjunction_before_a_fact_is_left_out() {
        for (text, statement) in [
            (
                "Patients were led outside after cracks opened in the walls of the clinic.",
                "cracks opened in the walls of the clinic",
            ),
            // No clause, or none that is told as a fact.
            (
                "The council voted late on Monday after a hearing that librarians packed until midnight.",
                "after a hearing",
            ),
            (
                "The books will be locked away when the law takes effect across the state in May.",
                "when the law takes effect",
            ),
            ("Doctors treated the wounded before help arrived from the city.", "before help arrived"),
        ] {
            let rows = rows([text, "Snow fell in the hills."]);
            let told = rows.iter().any(|row| row.statement.contains(statement));
            assert!(told, "{text}: {rows:#?}");
            assert!(!statement.starts_with("cracks") || !rows.iter().any(|row| row.statement.starts_with("after")));
        }
    }

    #[test]
    fn a_detail_is_told_with_its_subject_and_its_whole_verb() {
        for (a, b, statement) in [
            // An insertion behind the subject, a particle, words that the verb is not told without.
            (
                "Mara Holm, 51, won the race at 5:30 a.m. in the hills of Tolm with her rivals far behind.",
                "Holm won the race at 6:10 a.m. in the hills of Tolm. Her rivals were far behind.",
                "Mara Holm … won the race at 5:30 a.m.",
            ),
            (
                "The seaplane touched down at 4.47 a.m. on the lake of Tolm with smoke in its cabin.",
                "The seaplane touched down at 4.20 a.m. on the lake of Tolm while smoke filled its cabin.",
                "The seaplane touched down … on the lake of Tolm",
            ),
            (
                "The truce came into effect at noon on Friday along the whole river in Tolm.",
                "The truce came into effect at 3 p.m. on Friday along the whole river in Tolm.",
                "The truce came into effect at 3 p.m.",
            ),
        ] {
            let statements: Vec<String> = rows([a, b]).into_iter().map(|row| row.statement).collect();
            assert!(statements.iter().any(|told| told.starts_with(statement)), "{statement}: {statements:#?}");
        }
    }
}
