//! Where a lesson is: its steps, what was chosen for it, the votes counted, and which claim is on the wall.
//!
//! Pure, so that every way through a lesson is tested without a browser. [`Lesson::next`] and [`Lesson::previous`] are all that a clicker needs: they
//! go from claim to claim, show what was hidden, and lead from one step to the next.

use super::{Sheet, Tally, Votes};

/// How many claims a lesson asks, where nothing else is chosen: as many as the page for teachers plans ten minutes for.
const ASKED: usize = 6;

/// The most votes of one kind that are counted: more than any class has students.
const MOST_VOTES: u32 = 999;

/// A part of the lesson.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Default)]
pub enum Step {
    /// Story, claims and ways are chosen.
    #[default]
    Prepare,
    /// The class says what each source does with each claim; verdicts are hidden.
    Predict,
    /// Claim by claim is shown what the sources do, with their words.
    Reveal,
    /// All answers are held against the key and each other.
    Compare,
}

impl Step {
    /// All steps in their order.
    pub const ALL: [Self; 4] = [Self::Prepare, Self::Predict, Self::Reveal, Self::Compare];
}

/// How a class answers.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Way {
    /// By show of hands, counted at the projector.
    #[default]
    Hands,
    /// Each on a computer of their own; files and codes come to the teacher.
    Own,
    /// This computer is a student's.
    Student,
    /// Nobody answers: claims are only shown.
    Show,
}

impl Way {
    /// All ways in the order in which they are offered.
    pub const ALL: [Self; 4] = [Self::Hands, Self::Own, Self::Student, Self::Show];
}

/// A lesson under way.
#[derive(Debug, Clone, PartialEq)]
pub struct Lesson {
    /// The part it is in.
    pub step: Step,
    /// How the class answers.
    pub way: Way,
    /// Tells that outlets go by letters.
    pub blind: bool,
    /// Minutes on the timer of each claim or of the whole prediction; none without a timer.
    pub minutes: Option<u32>,
    /// The rows that are asked, counted from 0, in the order in which they are asked.
    pub asked: Vec<usize>,
    /// Which of these is on the wall, counted from 0.
    pub at: usize,
    /// Tells that what the sources do with it is shown.
    pub shown: bool,
    /// Votes counted by hand.
    votes: Tally,
}

/// What is done in a lesson.
#[derive(Debug, Clone, PartialEq)]
pub enum Action {
    /// Outlets are to go by letters, or by their names.
    Blind(bool),
    /// The class is to answer in this way.
    Answer(Way),
    /// A timer is wanted, or none.
    Minutes(Option<u32>),
    /// So many claims are to be proposed.
    Propose(usize),
    /// A claim is put in or taken out; the last one stays.
    Toggle(usize),
    /// So many hands are up for a sign.
    Count {
        /// The row.
        row: usize,
        /// The document.
        document: usize,
        /// The place among the signs.
        sign: usize,
        /// How many.
        count: u32,
    },
    /// This step is wanted.
    Go(Step),
    /// The claim at this place is wanted.
    At(usize),
    /// What is hidden is to be shown, or hidden again.
    Show(bool),
    /// On, as by a clicker.
    Next,
    /// Back, as by a clicker.
    Previous,
    /// All votes are to be forgotten.
    Clear,
}

impl Lesson {
    /// Begins a lesson on a sheet.
    pub fn new(sheet: &Sheet) -> Self {
        Self {
            step: Step::default(),
            way: Way::default(),
            blind: false,
            minutes: None,
            asked: sheet.proposed(ASKED),
            at: 0,
            shown: false,
            votes: Tally::new(sheet.rows.len(), sheet.documents.len()),
        }
    }

    /// Returns the row on the wall.
    pub fn row(&self) -> Option<usize> {
        self.asked.get(self.at).copied()
    }

    /// Tells whether the step goes from claim to claim; where each answers on a computer of their own, the wall has nothing to show.
    pub fn is_one_by_one(&self) -> bool {
        self.step == Step::Reveal || self.step == Step::Predict && self.way != Way::Own
    }

    /// Returns the votes counted by hand.
    pub fn counted(&self) -> &Tally {
        &self.votes
    }

    /// Returns the steps that the way has.
    pub fn steps(&self) -> &'static [Step] {
        match self.way {
            Way::Hands | Way::Own => &Step::ALL,
            Way::Student => &[Step::Prepare, Step::Predict],
            Way::Show => &[Step::Prepare, Step::Reveal],
        }
    }

    /// Returns the lesson after an action.
    #[must_use]
    pub fn after(&self, sheet: &Sheet, action: Action) -> Self {
        let mut next = self.clone();
        next.apply(sheet, action);
        next
    }

    fn apply(&mut self, sheet: &Sheet, action: Action) {
        match action {
            Action::Blind(blind) => self.blind = blind,
            Action::Answer(way) => {
                self.way = way;
                if !self.steps().contains(&self.step) {
                    self.go(Step::Prepare);
                }
            }
            Action::Minutes(minutes) => self.minutes = minutes.filter(|minutes| *minutes > 0),
            Action::Propose(count) => {
                self.asked = sheet.proposed(count.max(1));
                self.at = 0;
            }
            Action::Toggle(row) => {
                match self.asked.iter().position(|asked| *asked == row) {
                    Some(_) if self.asked.len() == 1 => {}
                    Some(at) => drop(self.asked.remove(at)),
                    None if row < sheet.rows.len() => self.asked.push(row),
                    None => {}
                }
                self.at = self.at.min(self.asked.len().saturating_sub(1));
            }
            Action::Count { row, document, sign, count } => {
                let cell = self.votes.rows.get_mut(row).and_then(|cells| cells.get_mut(document));
                if let Some(votes) = cell.and_then(|votes: &mut Votes| votes.get_mut(sign)) {
                    *votes = count.min(MOST_VOTES);
                }
            }
            Action::Go(step) => self.go(step),
            Action::At(at) if at < self.asked.len() => (self.at, self.shown) = (at, false),
            Action::At(_) => {}
            Action::Show(shown) => self.shown = shown,
            Action::Next => self.next(),
            Action::Previous => self.previous(),
            Action::Clear => self.votes = Tally::new(sheet.rows.len(), sheet.documents.len()),
        }
    }

    /// Goes to a step that the way has, and to its first claim.
    fn go(&mut self, step: Step) {
        if self.steps().contains(&step) && !(self.asked.is_empty() && step != Step::Prepare) {
            (self.step, self.at, self.shown) = (step, 0, false);
        }
    }

    fn next(&mut self) {
        let is_last = self.at + 1 >= self.asked.len();
        match self.step {
            Step::Reveal if !self.shown => self.shown = true,
            _ if self.is_one_by_one() && !is_last => (self.at, self.shown) = (self.at + 1, false),
            Step::Compare => {}
            _ => {
                let after = self.steps().iter().find(|step| **step > self.step).copied();
                if let Some(step) = after {
                    self.go(step);
                }
            }
        }
    }

    fn previous(&mut self) {
        match self.step {
            Step::Reveal if self.shown => self.shown = false,
            // What was shown before is known: it comes back shown.
            _ if self.is_one_by_one() && self.at > 0 => {
                (self.at, self.shown) = (self.at - 1, self.step == Step::Reveal)
            }
            _ => {
                let before = self.steps().iter().rev().find(|step| **step < self.step).copied();
                if let Some(step) = before {
                    self.go(step);
                    if self.is_one_by_one() {
                        self.at = self.asked.len().saturating_sub(1);
                        self.shown = step == Step::Reveal;
                    }
                }
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::sheet::tests::comparison;
    use super::*;
    use proptest::prelude::*;

    fn sheet() -> Sheet {
        Sheet::of(&comparison())
    }

    fn through(sheet: &Sheet, actions: impl IntoIterator<Item = Action>) -> Lesson {
        actions.into_iter().fold(Lesson::new(sheet), |lesson, action| lesson.after(sheet, action))
    }

    #[test]
    fn a_clicker_leads_through_the_whole_lesson_and_back() {
        let sheet = sheet();
        let start = Lesson::new(&sheet);
        let claims = start.asked.len();
        assert!(claims > 2);
        let mut lesson = start.clone();
        let mut seen = vec![(lesson.step, lesson.at, lesson.shown)];
        for _ in 0..1 + claims + 2 * claims {
            lesson = lesson.after(&sheet, Action::Next);
            seen.push((lesson.step, lesson.at, lesson.shown));
        }
        assert_eq!(lesson.step, Step::Compare);
        assert_eq!(seen[1], (Step::Predict, 0, false));
        assert_eq!(seen[claims + 1], (Step::Reveal, 0, false));
        assert_eq!(seen[claims + 2], (Step::Reveal, 0, true));
        assert_eq!(lesson.after(&sheet, Action::Next), lesson, "there is nothing after the end");
        lesson = lesson.after(&sheet, Action::Previous);
        assert_eq!((lesson.step, lesson.at, lesson.shown), (Step::Reveal, claims - 1, true));
        for _ in 0..4 * claims {
            lesson = lesson.after(&sheet, Action::Previous);
        }
        assert_eq!(lesson, start);
    }

    #[test]
    fn a_way_has_its_own_steps() {
        let sheet = sheet();
        let student = through(&sheet, [Action::Answer(Way::Student), Action::Next, Action::Go(Step::Reveal)]);
        assert_eq!(student.step, Step::Predict, "a student's computer does not show the key");
        let show = through(&sheet, [Action::Answer(Way::Show), Action::Next]);
        assert_eq!(show.step, Step::Reveal);
        let own = through(&sheet, [Action::Answer(Way::Own), Action::Next, Action::Next]);
        assert_eq!((own.step, own.at), (Step::Reveal, 0), "claims are not on the wall while each answers alone");
        assert_eq!(own.after(&sheet, Action::Previous).step, Step::Predict);
        let left = show.after(&sheet, Action::Answer(Way::Student));
        assert_eq!(left.step, Step::Prepare);
    }

    #[test]
    fn claims_are_chosen_and_one_always_stays() {
        let sheet = sheet();
        let one = through(&sheet, [Action::Propose(0)]);
        assert_eq!(one.asked.len(), 1);
        let row = one.asked[0];
        assert_eq!(one.after(&sheet, Action::Toggle(row)).asked, [row]);
        let other = usize::from(row == 0);
        let two = one.after(&sheet, Action::Toggle(other)).after(&sheet, Action::Toggle(999));
        assert_eq!(two.asked, [row, other]);
    }

    #[test]
    fn hands_are_counted_and_kept_on_the_way() {
        let sheet = sheet();
        let count = |row, count| Action::Count { row, document: 1, sign: 3, count };
        let lesson = through(&sheet, [Action::Next, count(0, 12), count(0, 13), count(999, 1), count(1, u32::MAX)]);
        let after = lesson.after(&sheet, Action::Go(Step::Compare));
        assert_eq!(after.counted().votes(0, 1), [0, 0, 0, 13, 0]);
        assert_eq!(after.counted().votes(1, 1)[3], MOST_VOTES);
        assert_eq!(after.after(&sheet, Action::Clear).counted().votes(0, 1), [0; 5]);
    }

    fn action() -> impl Strategy<Value = Action> {
        prop_oneof![
            any::<bool>().prop_map(Action::Blind),
            (0_usize..4).prop_map(|way| Action::Answer(Way::ALL[way])),
            (0_usize..20).prop_map(Action::Propose),
            (0_usize..20).prop_map(Action::Toggle),
            (0_usize..20).prop_map(Action::At),
            (0_usize..4).prop_map(|step| Action::Go(Step::ALL[step])),
            any::<bool>().prop_map(Action::Show),
            Just(Action::Next),
            Just(Action::Next),
            Just(Action::Previous),
        ]
    }

    proptest! {
        #[test]
        fn whatever_is_done_there_is_a_claim_on_the_wall_and_the_step_is_one_of_its_way(
            actions in prop::collection::vec(action(), 0..60),
        ) {
            let sheet = sheet();
            let lesson = through(&sheet, actions);
            prop_assert!(lesson.row().is_some_and(|row| row < sheet.rows.len()));
            prop_assert!(lesson.steps().contains(&lesson.step));
            let mut asked = lesson.asked.clone();
            asked.sort_unstable();
            asked.dedup();
            prop_assert_eq!(asked.len(), lesson.asked.len());
        }
    }
}
