//! How answers go together: with the key, and with each other.
//!
//! - **Percent**: the share of answers that are the same.
//! - **Cohen's κ** (J. Cohen, "A coefficient of agreement for nominal scales", Educational and Psychological Measurement 20, 1960): how much
//!   of the agreement that chance does not give is reached, for two who judge.
//! - **Fleiss' κ** (J. L. Fleiss, "Measuring nominal scale agreement among many raters", Psychological Bulletin 76, 1971): the same for many
//!   who judge. Where not everybody answers every cell, each cell counts with those who did (as K. Gwet, "Handbook of Inter-Rater
//!   Reliability", 2014, chapter 2); where everybody does, it is Fleiss' own figure.
//!
//! Only sums, products and quotients: the same figure natively and in the browser. Known limit: κ is small where nearly all answers are the
//! same sign, however alike they are; the screen shows the percent beside it.

use super::SIGNS;
use crate::order::Arrange as _;
use crate::stance::Stance;

/// How many answers of a cell are each of [`SIGNS`].
pub type Votes = [u32; SIGNS.len()];

/// The answers of a class: votes for each row and document of a sheet.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Tally {
    /// For each row, for each document.
    pub rows: Vec<Vec<Votes>>,
}

/// How often two agree, and how much of it is more than chance.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct Agreement {
    /// Answers that are the same.
    pub same: u32,
    /// All answers that can be held against something.
    pub all: u32,
    /// Cohen's κ, -1 to 1; none where it is not defined: without answers, or where both only ever give one sign.
    pub kappa: Option<f64>,
}

impl Agreement {
    /// Returns the share of the same answers, 0 to 1; none without answers.
    pub fn share(&self) -> Option<f64> {
        (self.all > 0).then(|| f64::from(self.same) / f64::from(self.all))
    }
}

impl Tally {
    /// Makes a tally without votes.
    pub fn new(rows: usize, documents: usize) -> Self {
        Self { rows: vec![vec![Votes::default(); documents]; rows] }
    }

    /// Adds so many votes to a cell; nothing for a cell that is none.
    pub fn add(&mut self, row: usize, document: usize, sign: usize, count: u32) {
        let votes = self.rows.get_mut(row).and_then(|cells| cells.get_mut(document));
        if let Some(votes) = votes.and_then(|votes| votes.get_mut(sign)) {
            *votes = votes.saturating_add(count);
        }
    }

    /// Returns the votes of a cell.
    pub fn votes(&self, row: usize, document: usize) -> Votes {
        self.rows.get(row).and_then(|cells| cells.get(document)).copied().unwrap_or_default()
    }

    /// Returns the votes for some rows alone; those for others become none.
    pub fn of_rows(mut self, rows: &[usize]) -> Self {
        for (row, cells) in self.rows.iter_mut().enumerate() {
            if !rows.contains(&row) {
                cells.iter_mut().for_each(|votes| *votes = Votes::default());
            }
        }
        self
    }

    /// Returns the cells with their row, document and votes.
    pub fn cells(&self) -> impl Iterator<Item = (usize, usize, &Votes)> {
        let row = |(row, cells): (usize, &'_ Vec<Votes>)| (row, cells.len());
        let places = self.rows.iter().enumerate().map(row);
        places
            .flat_map(|(row, width)| (0..width).map(move |at| (row, at)))
            .map(|(row, at)| (row, at, &self.rows[row][at]))
    }

    /// Returns how the votes agree with a key that gives the stance of each row and document.
    pub fn against(&self, key: &[Vec<Stance>]) -> Agreement {
        let mut table = [[0_u32; SIGNS.len()]; SIGNS.len()];
        for (row, document, votes) in self.cells() {
            let key = key.get(row).and_then(|stances| stances.get(document)).and_then(|stance| super::sign(*stance));
            if let Some(sums) = key.and_then(|key| table.get_mut(key)) {
                sums.iter_mut().zip(votes).for_each(|(sum, count)| *sum = sum.saturating_add(*count));
            }
        }
        cohen(&table)
    }

    /// Returns the tally in which each cell has one vote, for the sign that most gave; none where two signs share the lead.
    pub fn majority(&self) -> Self {
        let mut out = self.clone();
        for votes in out.rows.iter_mut().flatten() {
            let lead = lead(votes);
            *votes = Votes::default();
            if let Some(sign) = lead {
                votes[sign] = 1;
            }
        }
        out
    }

    /// Returns Fleiss' κ of the votes, or none where it is not defined.
    pub fn within(&self) -> Option<f64> {
        let cells: Vec<&Votes> = self.cells().map(|(.., votes)| votes).collect();
        fleiss(&cells)
    }

    /// Returns the cells in which somebody differs, the most divided first; ties in the order of the sheet.
    pub fn divided(&self) -> Vec<(usize, usize)> {
        let mut cells: Vec<(usize, usize, &Votes)> = self.cells().filter(|(.., votes)| division(votes) > 0.0).collect();
        cells.arrange_by(|a, b| division(b.2).total_cmp(&division(a.2)));
        cells.into_iter().map(|(row, document, _)| (row, document)).collect()
    }
}

/// Returns the sign that most gave; none without votes and where two share the lead.
pub fn lead(votes: &Votes) -> Option<usize> {
    let most = votes.iter().copied().max().filter(|most| *most > 0)?;
    let mut leading = votes.iter().enumerate().filter(|(_, count)| **count == most).map(|(sign, _)| sign);
    let first = leading.next();
    first.filter(|_| leading.next().is_none())
}

/// Returns how divided the votes of a cell are: the share of pairs of students who differ, 0 to 1.
pub fn division(votes: &Votes) -> f64 {
    alike(votes).map_or(0.0, |alike| 1.0 - alike)
}

/// Returns the share of pairs of votes that are alike; none for less than two votes.
fn alike(votes: &Votes) -> Option<f64> {
    let all: f64 = votes.iter().copied().map(f64::from).sum();
    let pairs: f64 = votes.iter().map(|&count| f64::from(count) * (f64::from(count) - 1.0)).sum();
    (all > 1.0).then(|| pairs / (all * (all - 1.0)))
}

/// Returns how two who judge agree, from a table with the signs of one in rows and of the other in columns.
pub fn cohen<const SIGNS: usize>(table: &[[u32; SIGNS]; SIGNS]) -> Agreement {
    let all = table.iter().flatten().fold(0_u32, |sum, count| sum.saturating_add(*count));
    let same = (0..SIGNS).fold(0_u32, |sum, sign| sum.saturating_add(table[sign][sign]));
    let total = f64::from(all);
    let chance: f64 = (0..SIGNS)
        .map(|sign| {
            let one: f64 = table[sign].iter().copied().map(f64::from).sum();
            let other: f64 = table.iter().map(|row| f64::from(row[sign])).sum();
            one / total * (other / total)
        })
        .sum();
    let kappa = (all > 0 && chance < 1.0).then(|| (f64::from(same) / total - chance) / (1.0 - chance));
    Agreement { same, all, kappa }
}

/// Returns how far many who judge agree beyond chance; none where no cell has two votes, and where only one sign is ever given.
pub fn fleiss<const SIGNS: usize>(cells: &[&[u32; SIGNS]]) -> Option<f64> {
    let (mut alike, mut shares, mut count) = (0.0, [0.0; SIGNS], 0.0);
    for votes in cells {
        let all: f64 = votes.iter().copied().map(f64::from).sum();
        if all < 2.0 {
            continue;
        }
        let pairs: f64 = votes.iter().map(|&votes| f64::from(votes) * (f64::from(votes) - 1.0)).sum();
        alike += pairs / (all * (all - 1.0));
        for (share, votes) in shares.iter_mut().zip(votes.iter()) {
            *share += f64::from(*votes) / all;
        }
        count += 1.0;
    }
    if count < 1.0 {
        return None;
    }
    let chance: f64 = shares.iter().map(|share| (share / count) * (share / count)).sum();
    // A single sign everywhere: nothing is left that chance would not give.
    (chance < 1.0 - f64::EPSILON).then(|| (alike / count - chance) / (1.0 - chance))
}

#[cfg(test)]
mod tests {
    #[test]
    fn votes_for_other_rows_do_not_count() {
        let mut tally = super::Tally::new(3, 1);
        (0..3).for_each(|row| tally.add(row, 0, row, 2));
        let some = tally.clone().of_rows(&[2, 0]);
        assert_eq!([0, 1, 2].map(|row| some.votes(row, 0).iter().sum::<u32>()), [2, 0, 2]);
        assert_eq!(tally.of_rows(&[0, 1, 2]).votes(1, 0)[1], 2);
    }

    use super::*;
    use proptest::prelude::*;

    /// Fleiss 1971, table 1: thirty patients, each put into one of five classes by six psychiatrists.
    const FLEISS_1971: [[u32; 5]; 30] = [
        [0, 0, 0, 6, 0],
        [0, 3, 0, 0, 3],
        [0, 1, 4, 0, 1],
        [0, 0, 0, 0, 6],
        [0, 3, 0, 3, 0],
        [2, 0, 4, 0, 0],
        [0, 0, 4, 0, 2],
        [2, 0, 3, 1, 0],
        [2, 0, 0, 4, 0],
        [0, 0, 0, 0, 6],
        [1, 0, 0, 5, 0],
        [1, 1, 0, 4, 0],
        [0, 3, 3, 0, 0],
        [1, 0, 0, 5, 0],
        [0, 2, 0, 3, 1],
        [0, 0, 5, 0, 1],
        [3, 0, 0, 1, 2],
        [5, 1, 0, 0, 0],
        [0, 2, 0, 4, 0],
        [1, 0, 2, 0, 3],
        [0, 0, 0, 0, 6],
        [0, 1, 0, 5, 0],
        [0, 2, 0, 1, 3],
        [2, 0, 0, 4, 0],
        [1, 0, 0, 4, 1],
        [0, 5, 0, 1, 0],
        [4, 0, 0, 0, 2],
        [0, 2, 0, 4, 0],
        [1, 0, 5, 0, 0],
        [0, 0, 0, 0, 6],
    ];

    #[track_caller]
    fn assert_near(found: Option<f64>, published: f64, digits: i32) {
        let unit = (0..digits).fold(1.0, |unit, _| unit / 10.0);
        let found = found.unwrap();
        assert!((found - published).abs() <= unit / 2.0, "{found} is not {published}");
    }

    #[test]
    fn cohens_own_example_gives_his_figure() {
        // Cohen 1960, table 3: 200 cases, .70 alike, .41 by chance, κ = .492.
        let agreement = cohen(&[[88, 14, 18], [10, 40, 10], [2, 6, 12]]);
        assert_eq!((agreement.same, agreement.all), (140, 200));
        assert_near(agreement.kappa, 0.492, 3);
        // Cohen 1960, table 1, in hundredths: less alike than by chance, .29 and .35, κ = -.09.
        assert_near(cohen(&[[25, 13, 12], [12, 2, 16], [3, 15, 2]]).kappa, -0.09, 2);
    }

    #[test]
    fn fleiss_own_example_gives_his_figure() {
        // Fleiss 1971: .556 alike, .220 by chance, κ = .430.
        assert_near(fleiss(&FLEISS_1971.iter().collect::<Vec<_>>()), 0.430, 3);
        let tally = Tally { rows: FLEISS_1971.map(|votes| vec![votes]).to_vec() };
        assert_near(tally.within(), 0.430, 3);
        // The example of many textbooks: ten subjects, fourteen who judge, κ = .210.
        let textbook = [
            [0, 0, 0, 0, 14],
            [0, 2, 6, 4, 2],
            [0, 0, 3, 5, 6],
            [0, 3, 9, 2, 0],
            [2, 2, 8, 1, 1],
            [7, 7, 0, 0, 0],
            [3, 2, 6, 3, 0],
            [2, 5, 3, 2, 2],
            [6, 5, 2, 1, 0],
            [0, 2, 2, 3, 7],
        ];
        assert_near(fleiss(&textbook.iter().collect::<Vec<_>>()), 0.210, 3);
    }

    #[test]
    fn a_figure_that_is_not_defined_is_none() {
        assert_eq!(cohen(&[[0_u32; 5]; 5]), Agreement::default());
        assert_eq!(cohen(&[[7, 0], [0, 0]]).kappa, None, "one sign only, on both sides");
        assert_eq!(fleiss::<5>(&[]), None);
        assert_eq!(fleiss(&[&[1, 0, 0, 0, 0]]), None, "one vote agrees with nobody");
        assert_eq!(fleiss(&[&[9, 0], &[4, 0]]), None);
        assert_eq!(Agreement::default().share(), None);
    }

    #[test]
    fn the_most_divided_cell_comes_first_and_silent_ones_not_at_all() {
        let mut tally = Tally::new(2, 2);
        for (row, document, sign, count) in [(0, 0, 0, 9), (0, 0, 1, 1), (1, 0, 0, 5), (1, 0, 3, 5), (1, 1, 2, 1)] {
            tally.add(row, document, sign, count);
        }
        tally.add(7, 7, 7, 7);
        tally.add(1, 1, 2, 7);
        assert_eq!(tally.divided(), [(1, 0), (0, 0)], "eight who say the same are not divided");
        assert_eq!(lead(&tally.votes(0, 0)), Some(0));
        assert_eq!(lead(&tally.votes(1, 0)), None, "five against five");
        assert_eq!(tally.majority().votes(0, 0), [1, 0, 0, 0, 0]);
        let key = [vec![Stance::Supports, Stance::Omits], vec![Stance::Contradicts, Stance::Unjudged]];
        let agreement = tally.against(&key);
        assert_eq!(
            (agreement.same, agreement.all),
            (14, 20),
            "a cell that the key leaves open is not held against anybody"
        );
        assert_eq!(agreement.share(), Some(0.7));
    }

    fn tally() -> impl Strategy<Value = Vec<[u32; 5]>> {
        prop::collection::vec(prop::array::uniform5(0_u32..40), 0..12)
    }

    proptest! {
        #[test]
        fn kappa_is_never_above_one_and_is_one_where_all_are_alike(cells in tally()) {
            let cells: Vec<&[u32; 5]> = cells.iter().collect();
            if let Some(kappa) = fleiss(&cells) {
                prop_assert!((-1.0 - 1e-9..=1.0 + 1e-9).contains(&kappa), "{kappa}");
            }
            let unanimous: Vec<[u32; 5]> = cells.iter().enumerate().map(|(at, cell)| {
                let mut alike = [0; 5];
                alike[at % 5] = cell.iter().sum::<u32>() + 2;
                alike
            }).collect();
            if let Some(kappa) = fleiss(&unanimous.iter().collect::<Vec<_>>()) {
                prop_assert!((kappa - 1.0).abs() < 1e-9, "{kappa}");
            }
        }

        #[test]
        fn the_order_of_cells_and_of_signs_changes_nothing(cells in tally(), turn in 0_usize..5) {
            let before = fleiss(&cells.iter().collect::<Vec<_>>());
            let mut turned = cells.clone();
            turned.reverse();
            turned.iter_mut().for_each(|cell| cell.rotate_left(turn));
            let after = fleiss(&turned.iter().collect::<Vec<_>>());
            prop_assert_eq!(before.is_some(), after.is_some());
            if let (Some(before), Some(after)) = (before, after) {
                prop_assert!((before - after).abs() < 1e-9);
            }
        }

        #[test]
        fn cohen_treats_both_alike(table in prop::array::uniform5(prop::array::uniform5(0_u32..30))) {
            let mut other = [[0; 5]; 5];
            for row in 0..5 {
                for column in 0..5 {
                    other[column][row] = table[row][column];
                }
            }
            let (one, other) = (cohen(&table), cohen(&other));
            prop_assert_eq!((one.same, one.all), (other.same, other.all));
            if let (Some(one), Some(other)) = (one.kappa, other.kappa) {
                prop_assert!((one - other).abs() < 1e-9 && one <= 1.0 + 1e-9);
            }
        }
    }
}
