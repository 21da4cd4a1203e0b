//! What a lesson view holds: the lesson, the answers of the class, and those given on this computer.

use crate::lesson::{Action, Answers, Class, Lesson, Mark, Sheet, Tally, Way};
use crate::stance::Stance;
use std::cell::RefCell;
use std::rc::Rc;
use yew::Reducible;

/// A lesson with its answers.
#[derive(Debug, Clone)]
pub struct Room {
    /// What can be answered, and the key.
    pub sheet: Rc<Sheet>,
    /// Where the lesson is.
    pub lesson: Lesson,
    /// What came in from students.
    pub class: Rc<Class>,
    /// What is answered on this computer.
    pub mine: Answers,
    /// The code of these answers, once asked for and as long as it holds them.
    pub code: Option<String>,
    /// Tells that answers given here are in no file or code yet.
    pub unsaved: bool,
    /// The votes of the class.
    votes: Rc<Tally>,
}

/// What is done.
#[derive(Debug, Clone)]
pub enum Act {
    /// The lesson is on a screen: this computer gets a mark by chance.
    Begin(Mark),
    /// In the lesson.
    Lesson(Action),
    /// Files and texts came in, by name and content.
    Take(Vec<(String, Vec<u8>)>),
    /// All that came in is to be forgotten.
    Forget,
    /// A cell is answered here, or no more.
    Mine {
        /// The row.
        row: usize,
        /// The document.
        document: usize,
        /// The answer.
        stance: Option<Stance>,
    },
    /// The student's name is typed.
    Rename(String),
    /// The answers are saved as a file.
    Save,
    /// Their code is wanted.
    Code,
}

/// The lessons of this page, one for each story: whoever comes back to a story finds its lesson as it was left.
#[derive(Debug, Clone, Default)]
pub struct Rooms(Rc<RefCell<Vec<Room>>>);

impl PartialEq for Rooms {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.0, &other.0)
    }
}

impl Rooms {
    /// Returns the room of a sheet as it was left, or a new one.
    pub fn open(&self, sheet: Sheet) -> Room {
        let left = self.0.borrow().iter().find(|left| left.sheet.fingerprint == sheet.fingerprint).cloned();
        left.unwrap_or_else(|| Room::new(Rc::new(sheet)))
    }

    /// Remembers a room, and tells whether leaving the page would lose something of it or of another.
    pub fn leave(&self, room: &Room) -> bool {
        let mut rooms = self.0.borrow_mut();
        rooms.retain(|left| left.sheet.fingerprint != room.sheet.fingerprint);
        rooms.push(room.clone());
        rooms.iter().any(Room::would_lose)
    }
}

impl Room {
    /// Makes a room for a sheet.
    pub fn new(sheet: Rc<Sheet>) -> Self {
        Self {
            lesson: Lesson::new(&sheet),
            class: Rc::default(),
            mine: Answers::new(&sheet, Mark::default()),
            code: None,
            unsaved: false,
            votes: Rc::new(Tally::new(sheet.rows.len(), sheet.documents.len())),
            sheet,
        }
    }

    /// Returns the votes that count: of hands, or of what came in.
    pub fn votes(&self) -> &Tally {
        if self.lesson.way == Way::Own { &self.votes } else { self.lesson.counted() }
    }

    /// Tells whether answers would be lost with it.
    pub fn would_lose(&self) -> bool {
        self.unsaved || self.lesson.counted().against(&self.sheet.key).all > 0 || self.class.count() > 0
    }

    /// Tells whether the claims are those that a student's computer asks when it is told their number.
    pub fn asks_as_proposed(&self) -> bool {
        self.lesson.asked == self.sheet.proposed(self.lesson.asked.len())
    }

    /// Returns the rows of which answers count: those that are asked, and all where a student's computer cannot ask the same.
    pub fn counted(&self) -> Vec<usize> {
        if self.asks_as_proposed() { self.lesson.asked.clone() } else { (0..self.sheet.rows.len()).collect() }
    }

    /// Returns how many of the cells that are asked are answered here, and how many there are.
    pub fn answered(&self) -> (usize, usize) {
        let documents = self.sheet.documents.len();
        let cells = self.lesson.asked.iter().flat_map(|row| (0..documents).map(move |document| (*row, document)));
        let done = cells.filter(|(row, document)| self.mine.get(*row, *document).is_some()).count();
        (done, self.lesson.asked.len() * documents)
    }
}

impl Reducible for Room {
    type Action = Act;

    fn reduce(self: Rc<Self>, act: Act) -> Rc<Self> {
        let mut next = (*self).clone();
        match act {
            // One that was left has its mark.
            Act::Begin(_) if next.mine.mark != Mark::default() => return self,
            Act::Begin(mark) => next.mine = Answers::new(&next.sheet, mark),
            Act::Lesson(action) => {
                next.lesson = next.lesson.after(&next.sheet, action);
                if next.lesson.asked != self.lesson.asked {
                    next.votes = Rc::new(next.class.tally(&next.sheet).of_rows(&next.counted()));
                }
            }
            Act::Take(files) => {
                let class = Rc::make_mut(&mut next.class);
                files.iter().for_each(|(label, bytes)| class.take(&next.sheet, label, bytes));
                // Whoever answered more than was asked is not ahead of the others.
                next.votes = Rc::new(class.tally(&next.sheet).of_rows(&next.counted()));
            }
            Act::Forget => {
                next.class = Rc::default();
                next.votes = Rc::new(Tally::new(next.sheet.rows.len(), next.sheet.documents.len()));
            }
            Act::Mine { row, document, stance } => {
                next.mine.set(row, document, stance);
                (next.code, next.unsaved) = (None, true);
            }
            Act::Rename(name) => {
                next.mine.rename(&name);
                (next.code, next.unsaved) = (None, true);
            }
            Act::Save => {
                next.mine.saved = next.mine.saved.saturating_add(1);
                next.unsaved = false;
            }
            Act::Code => {
                next.mine.saved = next.mine.saved.saturating_add(1);
                next.code = next.mine.to_code(&next.sheet);
                next.unsaved = next.unsaved && next.code.is_none();
            }
        }
        Rc::new(next)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lesson::Step;
    use crate::{Corpus, Options, analyze};

    fn room() -> Rc<Room> {
        let corpus = super::super::stories::corpus(0).unwrap_or_else(|| Corpus::new(Vec::new()));
        Rc::new(Room::new(Rc::new(Sheet::of(&analyze(&corpus, &Options::default()))))).reduce(Act::Begin(Mark::new(5)))
    }

    #[test]
    fn answers_given_here_reach_the_class_as_file_and_as_code() {
        let row = room().lesson.asked[0];
        let answer = |room: Rc<Room>, stance| room.reduce(Act::Mine { row, document: 1, stance: Some(stance) });
        let student = answer(room(), Stance::Hedges).reduce(Act::Rename("Ana".to_owned()));
        assert_eq!(student.answered(), (1, 18));
        assert!(student.unsaved);
        let saved = student.reduce(Act::Save);
        assert!(!saved.unsaved);
        let file = saved.mine.to_json(&saved.sheet).into_bytes();
        let coded = answer(saved, Stance::Omits).reduce(Act::Code);
        let code = coded.code.clone().unwrap();
        let teacher = room().reduce(Act::Lesson(Action::Answer(Way::Own)));
        let teacher = teacher.reduce(Act::Take(vec![("ana.json".to_owned(), file)]));
        assert_eq!(teacher.votes().votes(row, 1), [0, 0, 1, 0, 0]);
        let teacher = teacher.reduce(Act::Take(vec![(String::new(), code.into_bytes())]));
        assert_eq!(teacher.votes().votes(row, 1), [0, 0, 0, 0, 1], "the code was made later");
        assert_eq!(teacher.class.left_out().len(), 1);
        assert!(teacher.reduce(Act::Forget).class.is_empty());
    }

    #[test]
    fn a_room_that_was_left_is_found_as_it_was_and_what_is_in_it_is_not_left_unasked() {
        let (rooms, other) = (Rooms::default(), super::super::stories::corpus(1).unwrap());
        let other = || Sheet::of(&analyze(&other, &Options::default()));
        assert!(!rooms.leave(&rooms.open(other())));
        let count = Action::Count { row: room().lesson.asked[0], document: 0, sign: 4, count: 12 };
        let voted = room().reduce(Act::Lesson(Action::Next)).reduce(Act::Lesson(count));
        assert!(rooms.leave(&voted));
        assert!(rooms.leave(&rooms.open(other())), "another story is no way around the question");
        let again = Rc::new(rooms.open(Sheet::clone(&voted.sheet)));
        let again = again.reduce(Act::Begin(Mark::new(7)));
        assert_eq!((again.lesson.step, again.votes()), (Step::Predict, voted.votes()));
        assert_eq!(again.mine.mark, Mark::new(5), "the student is the same");
    }

    #[test]
    fn hands_count_where_hands_are_counted() {
        let row = room().lesson.asked[0];
        let count = Action::Count { row, document: 0, sign: 4, count: 12 };
        let room = room().reduce(Act::Lesson(Action::Next)).reduce(Act::Lesson(count));
        assert_eq!((room.lesson.step, room.votes().votes(row, 0)[4]), (Step::Predict, 12));
    }
}
