//! Crossings: a figure, day or time that two documents give in claims which no row joins.
//!
//! A step of its own, after the rows, because only rows tell what is not joined yet. "The study of 8,140 people, published on Tuesday"
//! and "Researchers followed 8,140 people for nine years" are of two rows when the first is about where it was published and the
//! second about how long it took; the number of people is still told by both, and becomes a row of its own. What else a claim says stays
//! where it is; a claim that stands alone in its row is taken over whole.
//!
//! Known limits: one passage of each document; small counts and durations cross everywhere and say nothing.

use super::Reading;
use crate::claim::date::DateMention;
use crate::claim::quantity::{Bound, Quantity, Unit, are_near};
use crate::detail::{Apart, Source, cut, is_inside_mention};
use crate::order::{Arrange as _, Gather as _};
use crate::span::Span;
use crate::tag::Tag;
use crate::token::Token;
use std::collections::{BTreeMap, BTreeSet};

/// What two documents give alike.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
enum Shared {
    /// An amount in base units, by its bits, of a unit and, for counts, of what is counted.
    Figure { unit: String, of: Option<String>, value: u64 },
    /// A day of a month.
    Day { month: u8, days: (u8, u8) },
    /// A minute of the day.
    Time(u16),
    /// A day of the week.
    Weekday(String),
    /// The outcome of a vote or game of so many votes, whatever it is, where the document gives no other: both tell of one.
    Outcome(u32),
}

impl Shared {
    /// Tells whether it says when something happened.
    fn is_moment(&self) -> bool {
        matches!(self, Self::Day { .. } | Self::Time(_) | Self::Weekday(_))
    }

    /// Tells whether two may be two reports of one value. On a Monday and on a Tuesday much happens, and figures far apart are of two things.
    fn may_be_of_one(&self, other: &Self) -> bool {
        match (self, other) {
            (Self::Figure { unit, of, value }, Self::Figure { unit: other_unit, of: counted, value: other_value }) => {
                let is = |of: Unit| *unit == format!("{of:?}");
                // Two persons are of like age by chance, and so are counts of nothing named.
                let named = !is(Unit::Age) && (!is(Unit::Count) || of.is_some());
                let values = (f64::from_bits(*value), f64::from_bits(*other_value));
                named && unit == other_unit && of == counted && are_near(values.0, values.1)
            }
            (Self::Day { .. }, Self::Day { .. }) | (Self::Time(_), Self::Time(_)) => true,
            _ => false,
        }
    }

    /// Returns how alike the claims around it must be. Larger finds fewer rows; smaller joins 70 percent of the traffic with 70 percent of
    /// the members, and whatever else happened on a Monday. From the gold and the invented stories.
    fn least_likeness(&self) -> f64 {
        match self {
            Self::Figure { .. } | Self::Day { .. } | Self::Time(_) | Self::Outcome(_) => 0.2,
            Self::Weekday(_) => 0.28,
        }
    }
}

/// The least count that tells what it counts from other things. Smaller numbers of people and years are in every story.
const LEAST_COUNT: f64 = 13.0;

fn of_quantity(quantity: &Quantity) -> Option<Shared> {
    let written = quantity.value / quantity.factor;
    let telling = match quantity.unit {
        Unit::Ordinal | Unit::Duration => false,
        Unit::Count | Unit::Age => written >= LEAST_COUNT,
        _ => true,
    };
    let of = if quantity.unit == Unit::Count && written < 1000.0 { quantity.kind() } else { None };
    let shared = Shared::Figure { unit: format!("{:?}", quantity.unit), of, value: quantity.value.to_bits() };
    (telling && quantity.bound != Bound::Between).then_some(shared)
}

fn of_date(date: &DateMention) -> Option<Shared> {
    // Noon and midnight are as often parts of the day as times.
    const HALF_A_DAY: u16 = 720;
    match (date.time, date.month, date.day, date.weekday) {
        (Some(time), ..) => {
            (!time.of_either_half && time.minute % HALF_A_DAY != 0).then_some(Shared::Time(time.minute))
        }
        (_, Some(month), Some(days), _) => Some(Shared::Day { month, days }),
        (.., None, Some(weekday)) => Some(Shared::Weekday(format!("{weekday:?}"))),
        _ => None,
    }
}

impl Reading<'_> {
    /// Lists what a sentence gives that another document may give too, each with its words, in their order.
    fn given(&self, document: usize, sentence: usize, only_outcome: Option<u64>) -> Vec<(Shared, Span)> {
        let read = &self.reads[document][sentence];
        let quantities = read.quantities.iter().filter_map(|quantity| Some((of_quantity(quantity)?, quantity.span)));
        let dates = read.dates.iter().filter_map(|date| Some((of_date(date)?, date.span)));
        let only = |quantity: &&Quantity| Some(quantity.value.to_bits()) == only_outcome;
        let outcomes = read
            .quantities
            .iter()
            .filter(only)
            .filter_map(|quantity| Some((Shared::Outcome(quantity.outcome_total()?), quantity.span)));
        let mut given: Vec<(Shared, Span)> = quantities.chain(dates).chain(outcomes).collect();
        given.arrange_by_key(|(_, span)| span.start);
        given
    }

    /// Returns the outcome of a vote or game that a document gives, by the bits of its value; `None` where it gives several.
    fn only_outcome(&self, document: usize) -> Option<u64> {
        let all = self.reads[document].iter().flat_map(|read| &read.quantities);
        let mut outcomes = all.filter(|quantity| quantity.outcome_total().is_some()).map(|q| q.value.to_bits());
        let first = outcomes.next()?;
        outcomes.all(|other| other == first).then_some(first)
    }

    /// Returns the first claim of each document that gives something, if two of different documents are alike enough, have more in
    /// common than that, and no row joins two of those that give it.
    fn crossing(&self, shared: &Shared, givers: &[(usize, Span)], row_of: &[usize]) -> Vec<(usize, Span)> {
        let document = |claim: usize| self.claims[claim].document;
        let mut documents: BTreeMap<usize, usize> = BTreeMap::new();
        let joined = givers
            .iter()
            .any(|&(claim, _)| *documents.entry(row_of[claim]).or_insert(document(claim)) != document(claim));
        if joined {
            return Vec::new();
        }
        let mut first = givers.to_vec();
        first.dedup_by_key(|&mut (claim, _)| document(claim));
        let around: Vec<BTreeSet<u32>> = first.iter().map(|&(claim, words)| self.terms_around(claim, words)).collect();
        let alike = |i: usize, j: usize| {
            i != j
                && !around[i].is_disjoint(&around[j])
                && self.alike(first[i].0, first[j].0) >= shared.least_likeness()
        };
        (0..first.len()).filter(|&i| (0..first.len()).any(|j| alike(i, j))).map(|i| first[i]).collect()
    }

    /// Finds claims that stand alone and give what two documents of a row give, where their own document has no word in that row; each with
    /// its row. "A €90m penalty on Ostrand Cement was annulled" belongs to the row of the fine that was thrown out.
    fn joining(
        &self,
        shared: &Shared,
        givers: &[(usize, Span)],
        row_of: &[usize],
        rows: &[Vec<usize>],
    ) -> BTreeMap<usize, usize> {
        // Many things happen on a Monday.
        if matches!(shared, Shared::Weekday(_)) {
            return BTreeMap::new();
        }
        let document = |claim: usize| self.claims[claim].document;
        let mut giving: BTreeMap<usize, BTreeSet<usize>> = BTreeMap::new();
        for &(claim, _) in givers {
            giving.entry(row_of[claim]).or_default().insert(document(claim));
        }
        let mut joining = BTreeMap::new();
        for (&row, _) in giving.iter().filter(|(_, documents)| documents.len() > 1) {
            let mut speaking: BTreeSet<usize> = rows[row].iter().map(|&claim| document(claim)).gather_set();
            let members: Vec<_> = givers.iter().filter(|&&(claim, _)| row_of[claim] == row).copied().collect();
            for &(lone, words) in givers.iter().filter(|&&(claim, _)| rows[row_of[claim]].len() == 1) {
                let around = self.terms_around(lone, words);
                let told = |&(claim, words): &(usize, Span)| {
                    self.alike(lone, claim) >= shared.least_likeness()
                        && !around.is_disjoint(&self.terms_around(claim, words))
                };
                if !speaking.contains(&document(lone)) && members.iter().any(told) {
                    speaking.insert(document(lone));
                    joining.insert(lone, row);
                }
            }
        }
        joining
    }

    /// Finds who gives another value of that kind in the rows that the crossing ones are cut from: "on May 19" beside the "May 12" of two
    /// others.
    fn differing_otherwise(
        &self,
        shared: &Shared,
        crossing: &[(usize, Span)],
        row_of: &[usize],
        rows: &[Vec<usize>],
        given_by: &BTreeMap<usize, Vec<(Shared, Span)>>,
    ) -> Vec<(usize, Span)> {
        let document = |claim: usize| self.claims[claim].document;
        let speaking: BTreeSet<usize> = crossing.iter().map(|&(claim, _)| document(claim)).gather_set();
        // Of several claims of a document the first by words, so that the order of the documents does not choose.
        let place = |claim: usize| self.order.get(claim).copied().unwrap_or(usize::MAX);
        let mut found: BTreeMap<usize, (usize, Span)> = BTreeMap::new();
        for &(parent, _) in crossing {
            for &member in rows[row_of[parent]].iter().filter(|&&member| !speaking.contains(&document(member))) {
                let given = given_by.get(&member).map_or(&[][..], Vec::as_slice);
                let mut alike = given.iter().filter(|(other, _)| other.may_be_of_one(shared));
                if let (Some((_, words)), None) = (alike.next(), alike.next()) {
                    let held = found.entry(document(member)).or_insert((member, *words));
                    if place(member) < place(held.0) {
                        *held = (member, *words);
                    }
                }
            }
        }
        found.into_values().collect()
    }

    /// Returns the terms of a claim's words that are wanted, each by its place, token and tag.
    pub(super) fn terms_where(&self, at: usize, wants: impl Fn(usize, &Token, Tag) -> bool) -> BTreeSet<u32> {
        let claim = &self.claims[at];
        let terms = &self.table.tokens[claim.document][claim.sentence];
        let wanted = claim.content(&self.reads[claim.document][claim.sentence]).filter(|&(i, t, tag)| wants(i, t, tag));
        wanted.filter_map(|(i, ..)| terms[i]).gather_set()
    }

    /// Returns the terms of a claim's words, without some of them.
    pub(super) fn terms_around(&self, at: usize, words: Span) -> BTreeSet<u32> {
        self.terms_where(at, |_, token, _| !token.span.overlaps(words))
    }

    /// Lists the claims that give each thing, each with its words there.
    fn givers(&self) -> BTreeMap<Shared, Vec<(usize, Span)>> {
        // Claims stand document by document, but for details, which are in rows of two documents.
        let mut givers: BTreeMap<Shared, Vec<(usize, Span)>> = BTreeMap::new();
        let only_outcomes: Vec<Option<u64>> =
            (0..self.reads.len()).map(|document| self.only_outcome(document)).collect();
        let (mut here, mut given) = (None, Vec::new());
        for (at, claim) in self.claims.iter().enumerate() {
            // A sentence is looked through once for all of its claims, each of which takes what lies in its words.
            let sentence = (claim.document, claim.sentence);
            if here != Some(sentence) {
                let only_outcome = only_outcomes[claim.document];
                (here, given) = (Some(sentence), self.given(claim.document, claim.sentence, only_outcome));
            }
            let extent = claim.extent();
            let first = given.partition_point(|(_, span): &(Shared, Span)| span.start < extent.start);
            for (shared, span) in given[first..].iter().take_while(|(_, span)| span.start < extent.end) {
                if claim.spans.iter().any(|s| s.start <= span.start && span.end <= s.end) {
                    givers.entry(shared.clone()).or_default().push((at, *span));
                }
            }
        }
        givers
    }

    /// Makes a claim of its own of what is told apart from another, and returns it; `moment` tells that it says when something happened, `differs`
    /// that somebody gives it otherwise.
    fn tell_apart(&mut self, apart: Apart, moment: bool, differs: bool) -> usize {
        let parent = &self.claims[apart.parent];
        let read = &self.reads[parent.document][parent.sentence];
        // "The jet landed in Shannon | at 4.47 a.m.": the row that the time is taken from says nothing of it any more. A claim without its object
        // or its subject cannot be understood; that it "set May 19 for the trial" is still not what one who gives another day supports.
        let opens = read.tokens_of(apart.phrase).start;
        if differs || moment && read.tags[opens] == Tag::Preposition && !is_inside_mention(read, opens) {
            self.leave_out(apart.parent, apart.phrase);
        }
        self.claims[apart.parent].apart.push(apart.phrase);
        self.table.push(&apart.claim, &self.reads[apart.claim.document][apart.claim.sentence]);
        self.claims.push(apart.claim);
        self.claims.len() - 1
    }

    /// Makes rows of what two documents give in claims that no row joins; returns the rows with those behind them.
    pub(super) fn with_crossings(&mut self, mut rows: Vec<Vec<usize>>) -> Vec<Vec<usize>> {
        let mut row_of = vec![0; self.claims.len()];
        for (at, row) in rows.iter().enumerate() {
            row.iter().for_each(|&claim| row_of[claim] = at);
        }
        let givers = self.givers();
        let mut given_by: BTreeMap<usize, Vec<(Shared, Span)>> = BTreeMap::new();
        for (shared, givers) in &givers {
            for &(claim, words) in givers {
                given_by.entry(claim).or_default().push((shared.clone(), words));
            }
        }
        // A claim is cut or taken over once: what it gives twice, another claim mostly gives twice too.
        let (mut crossed, mut told_whole): (BTreeSet<usize>, BTreeSet<usize>) = Default::default();
        for (shared, mut givers) in givers {
            givers.arrange_by_key(|&(claim, _)| (self.claims[claim].document, claim));
            for (lone, row) in self.joining(&shared, &givers, &row_of, &rows) {
                rows[row_of[lone]].clear();
                rows[row].push(lone);
                rows[row].arrange_by_key(|&claim| (self.claims[claim].document, claim));
                row_of[lone] = row;
            }
            let mut row = Vec::new();
            let mut aparts: Vec<Apart> = Vec::new();
            let mut crossing = self.crossing(&shared, &givers, &row_of);
            let otherwise = self.differing_otherwise(&shared, &crossing, &row_of, &rows, &given_by);
            let differs = !otherwise.is_empty();
            crossing.extend(otherwise);
            for (at, words) in crossing {
                if rows[row_of[at]].len() == 1 {
                    row.push(at);
                    continue;
                }
                if crossed.contains(&at) {
                    continue;
                }
                let claim = &self.claims[at];
                let read = &self.reads[claim.document][claim.sentence];
                aparts.extend(cut(at, Source { claim, read, figures: &self.table.figures[at] }, words));
            }
            if row.len() + aparts.len() < 2 {
                continue;
            }
            crossed.extend(row.iter().copied().chain(aparts.iter().map(|apart| apart.parent)));
            for &claim in &row {
                rows[row_of[claim]].clear();
            }
            // "A judge set | May 19 for the trial": next to nothing would be left. They leave their rows at the end, all at once.
            told_whole.extend(aparts.iter().filter(|apart| differs && apart.is_all).map(|apart| apart.parent));
            row.extend(aparts.into_iter().map(|apart| self.tell_apart(apart, shared.is_moment(), differs)));
            row.arrange_by_key(|&claim| (self.claims[claim].document, claim));
            row_of.resize(self.claims.len(), rows.len());
            row.iter().for_each(|&claim| row_of[claim] = rows.len());
            rows.push(row);
        }
        if !told_whole.is_empty() {
            rows.iter_mut().for_each(|row| row.retain(|claim| !told_whole.contains(claim)));
        }
        rows.retain(|row| !row.is_empty());
        rows
    }
}

#[cfg(test)]
mod tests {
    use crate::Corpus;
    use crate::testing::{article, rows, rows_of, shared_rows};

    const REST: &str = "Snow is expected in the hills tonight.";

    #[test]
    fn what_both_give_becomes_a_row() {
        for (a, b, in_a, in_b) in [
            // An amount, told with other verbs.
            (
                "The glacier lost 34 metres of its tongue last summer.",
                "Rangers measured a retreat of 34 metres at the tongue.",
                "34 metres",
                "34 metres",
            ),
            // A time of day.
            (
                "The ferry ran aground off the island at 5:40 a.m. with all its lights on.",
                "Coastguards were called to the ferry at 5:40 a.m. by a fisherman.",
                "5:40 a.m.",
                "5:40 a.m.",
            ),
        ] {
            let rows = shared_rows(&format!("{a} {REST}"), &format!("Nobody was surprised by it. {b}"));
            let found = rows.iter().any(|[x, y]| x.contains(in_a) && y.contains(in_b));
            assert!(found, "{a}\n{b}\n{rows:?}");
        }
    }

    #[test]
    fn the_only_votes_of_two_reports_are_one_where_as_many_voted() {
        let a =
            "The board of the harbour adopted the new rules by a 5-3 vote in March, to the cheers of the fishermen.";
        let voted = |b: &str| {
            let rows = shared_rows(&format!("{a} {REST}"), &format!("Nobody was surprised. {b}"));
            rows.iter().any(|[x, y]| x.contains("5-3") && y.contains("6-2"))
        };
        assert!(voted("Rules that the board approved 6-2 last week keep pleasure boats out of the basin."));
        assert!(!voted("Rules that the board approved 62-20 last week keep pleasure boats out of the basin."));
    }

    #[test]
    fn who_gives_another_day_in_the_row_that_is_cut_joins_the_new_one() {
        let rows = rows([
            "On Tuesday a judge set the trial of the abbot for May 12. Snow is expected in the hills tonight.",
            "A judge in Lund has set May 19 for the trial of the abbot. The mill is closed.",
            "The abbot, who denies that he stole the bell, will be tried in the old castle of Lund on May 12.",
        ]);
        let gives = |cell: &crate::comparison::Cell, day: &str| cell.evidence.iter().any(|e| e.exact.contains(day));
        let found = rows.iter().find(|row| gives(&row.cells[0], "May 12") && gives(&row.cells[2], "May 12"));
        let found = found.unwrap_or_else(|| panic!("{rows:#?}"));
        assert!(gives(&found.cells[1], "May 19"), "{rows:#?}");
        assert_eq!(found.cells[1].stance, crate::stance::Stance::Contradicts, "{found:#?}");
        // That a judge set May 19 is not what one who gives May 12 supports.
        let given = rows.iter().filter(|row| gives(&row.cells[0], "May 12") && gives(&row.cells[1], "May 19"));
        assert_eq!(given.count(), 1, "{rows:#?}");
    }

    #[test]
    fn the_order_of_the_documents_does_not_choose_who_comes_along() {
        let texts = [
            "On Tuesday a judge set the trial of the abbot for May 12. Snow is expected in the hills tonight.",
            "A judge in Lund has set May 19 for the trial of the abbot. In the old castle of Lund the abbot will be tried on May 26, \
             he denies that he stole the bell.",
            "The abbot, who denies that he stole the bell, will be tried in the old castle of Lund on May 12.",
        ];
        let cells = |order: [usize; 3]| {
            let document = |at: usize| article(&at.to_string(), texts[at]);
            let rows = rows_of(&Corpus::new(order.map(document).to_vec()));
            let of = |row: &crate::comparison::Row| {
                let mut cells: Vec<_> =
                    row.cells.iter().map(|c| format!("{} {:?} {:?}", c.document.0, c.stance, c.evidence)).collect();
                cells.sort_unstable();
                cells
            };
            let mut all: Vec<_> = rows.iter().map(of).collect();
            all.sort_unstable();
            all
        };
        for order in [[0, 2, 1], [1, 0, 2], [2, 1, 0], [1, 2, 0], [2, 0, 1]] {
            assert_eq!(cells(order), cells([0, 1, 2]), "{order:?}");
        }
    }

    #[test]
    fn what_crosses_in_every_story_is_no_row() {
        for (a, b) in [
            // Three of something else.
            ("Three trucks blocked the tunnel.", "The festival lasts three days and costs nothing."),
            // The same share of other things, with nothing else in common.
            (
                "Snow fell on 12 percent of the passes. Turnout reached 70 percent in the villages along the lake.",
                "Rents rose by 9 percent. A sack of flour is 70 percent dearer, bakers at the market complain.",
            ),
            // The same day of the week.
            ("The choir sings in Lund on Friday.", "A new bakery opens its doors on Friday."),
        ] {
            let rows = shared_rows(&format!("{a} {REST}"), &format!("Nobody was surprised by it. {b}"));
            let last = |text: &str| text.trim_end_matches('.').rsplit(' ').next().unwrap().to_owned();
            let joined = rows.iter().any(|[x, y]| x.contains(&last(a)) && y.contains(&last(b)));
            assert!(!joined, "{a}\n{b}\n{rows:?}");
        }
    }

    #[test]
    fn a_lone_claim_joins_the_row_of_two_that_give_the_same() {
        let texts = [
            "In April judges threw out a 90 million euro fine on Ostrand Cement.",
            "In April the judges threw out the 90 million euro fine.",
            "The second reverse this year: in April a €90m penalty on Ostrand Cement was annulled.",
        ];
        let rows = rows(texts.map(|text| format!("{text} {REST}")));
        let fine = rows.iter().find(|row| row.statement.contains("fine")).unwrap();
        assert!(fine.cells.iter().all(|cell| cell.stance.speaks()), "{rows:#?}");
    }

    #[test]
    fn a_claim_of_another_row_gives_up_only_what_crosses() {
        let a = "The museum bought a letter of 1,250 words by the painter for the city of Ghent.";
        let b = "The museum in Ghent bought a letter by the painter.";
        let c = "The letter of the painter has 1,250 words.";
        let rows = shared_rows(a, &format!("{b} {REST} {c}"));
        assert!(rows.iter().any(|[x, y]| x.contains("1,250 words") && y.contains("1,250 words")), "{rows:?}");
    }
}
