//! State, actions and the reducer of the screen: pure, so that every behaviour of it is tested without a browser.

use super::Comparable;
use super::panes::Panes;
use super::passage::{divides, strength};
use crate::comparison::Row;
use crate::matrix::Verdict;
use crate::order::Arrange as _;
use crate::stance::{Stance, Voice};
use crate::token::plain;
use std::rc::Rc;
use yew::Reducible;

/// How many columns have room for a word in each cell from the beginning.
pub const WORDY_COLUMNS: usize = 3;

/// What the reader has done so far.
#[derive(Debug, Clone, PartialEq)]
pub struct State {
    /// What is compared.
    pub comparison: Comparable,
    /// The articles that stand beside each other.
    pub panes: Panes,
    /// Tells that scrolling one article scrolls the others to the passages that match.
    pub together: bool,
    /// How the comparison is read.
    pub mode: Mode,
    /// The marked text whose claims are offered to choose from.
    pub chooser: Option<Chooser>,
    /// Verdicts to show; all when empty.
    pub verdicts: Vec<Verdict>,
    /// Words to look for in statements and quotations.
    pub search: String,
    /// What a source must do with a claim for it to be shown.
    pub about: Option<About>,
    /// In whose voice some source must tell a claim for it to be shown.
    pub voice: Option<Voice>,
    /// The order of the rows.
    pub sort: Sort,
    /// Documents whose column the reader widened to words, or narrowed to signs where all have words.
    toggled: Vec<usize>,
    /// Tells that words beside the signs of few columns would not all be in sight.
    pub tight: bool,
    /// The opened row.
    pub chosen: Option<Chosen>,
    /// What a narrow screen shows.
    pub view: View,
    /// Counts the times that the reader asked for the article of [`View::Article`], so that asking again scrolls again;
    /// 0 while it is shown for another reason.
    pub asked: u32,
}

/// The row that is open, and where it was opened from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Chosen {
    /// Index of the row.
    pub row: usize,
    /// Where focus returns to when it is closed.
    pub origin: Origin,
}

impl Chosen {
    /// Returns the `data-key` of what it was opened from.
    pub fn key(self) -> String {
        match self.origin {
            Origin::Statement => format!("row-{}", self.row),
            Origin::Cell(column) => format!("cell-{}-{column}", self.row),
            Origin::Mark { document, mark } => format!("mark-{document}-{mark}"),
        }
    }
}

/// Marked text that several claims share.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Chooser {
    /// The document.
    pub document: usize,
    /// The number of the marked piece.
    pub mark: usize,
    /// The claims that it is evidence for, the most telling first.
    pub rows: Vec<usize>,
}

/// What the reader pressed to open a row.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Origin {
    /// The statement.
    Statement,
    /// The cell of this document.
    Cell(usize),
    /// Marked text.
    Mark {
        /// In this document.
        document: usize,
        /// The number of the marked piece.
        mark: usize,
    },
}

/// The order of the rows.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Sort {
    /// As compared: the most divided first.
    #[default]
    Divided,
    /// Disputed, told differently, agreed, told by one source.
    Verdict,
    /// As this document tells them; what it does not tell comes last.
    Text(usize),
}

/// A choice of claims by what one source does with them.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum About {
    /// Those that this document does not tell.
    Omitted(usize),
    /// Those that only this document tells.
    Only(usize),
}

/// How the comparison is read.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Mode {
    /// Articles and matrix as one instrument.
    #[default]
    Compare,
    /// One claim after the other, with headings.
    InOrder,
    /// The numbers, dates and names that documents give for the same thing.
    Values,
}

impl Mode {
    /// Every way to read, with the name by which a page asks for it.
    const NAMES: [(Self, &'static str); 3] =
        [(Self::Compare, "compare"), (Self::InOrder, "order"), (Self::Values, "values")];

    /// Returns the name by which a page asks for it.
    pub fn name(self) -> &'static str {
        Self::NAMES.iter().find(|(mode, _)| *mode == self).map_or("compare", |(_, name)| name)
    }

    /// Returns the way of that name; the comparison for any other.
    pub fn of_name(name: &str) -> Self {
        Self::NAMES.iter().find(|(_, known)| *known == name).map_or(Self::Compare, |(mode, _)| *mode)
    }
}

/// What a narrow screen shows: a wide one shows both.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum View {
    /// The list of claims.
    #[default]
    Claims,
    /// This document.
    Article(usize),
}

/// What the reader does.
#[derive(Debug, Clone, PartialEq)]
pub enum Action {
    /// Another comparison has come; panes stay if it has the same documents.
    Load(Comparable),
    /// A statement or cell is pressed; pressing the same again closes it.
    Choose {
        /// Index of the row.
        row: usize,
        /// Statement or cell.
        origin: Origin,
    },
    /// Marked text is pressed: its claim opens, or closes if it is open; where several claims share it, they are offered.
    ChooseMark {
        /// The document.
        document: usize,
        /// The number of the marked piece.
        mark: usize,
        /// The rows that it is evidence for.
        rows: Vec<usize>,
    },
    /// One of the claims offered is chosen.
    ChooseShared(usize),
    /// What lies on top is closed: the claims offered, else the opened row.
    Close,
    /// The next claim that divides the sources is wanted, or the one before it.
    Step(Direction),
    /// The row has been open for a moment: where no open article speaks of it, two open that do.
    ShowSpeakers {
        /// Index of the row.
        row: usize,
        /// Tells that there is room for a third article: the other side opens in it, and in place of one that came unasked where there is none.
        wide: bool,
    },
    /// Another way to read is wanted.
    Read(Mode),
    /// The search is wanted, which stands above the claims.
    Find,
    /// A part of the bar is pressed.
    ToggleVerdict(Verdict),
    /// Words are typed into the search box.
    Search(String),
    /// Claims are wanted by what one source does with them, or all.
    About(Option<About>),
    /// Claims are wanted that some source tells in this voice, or all.
    Voice(Option<Voice>),
    /// Another order is wanted.
    SortBy(Sort),
    /// All rows are wanted again.
    ClearFilters,
    /// The head of a column is pressed: its cells show words, or signs alone.
    ToggleColumn(usize),
    /// The columns have no room for words, or have it again.
    Tighten(bool),
    /// A letter is pressed: its article opens or closes.
    ToggleDocument(usize),
    /// Another article is chosen for a pane.
    Replace {
        /// The document in the pane.
        old: usize,
        /// The document wanted there.
        new: usize,
    },
    /// A pane is moved.
    Place {
        /// Its document.
        document: usize,
        /// Its new place among the panes, from 0.
        at: usize,
    },
    /// An article is pinned as the base, or freed.
    Pin(usize),
    /// Scrolling together is turned on or off.
    ToggleTogether,
    /// An article must be visible.
    ShowDocument(usize),
    /// A tab of the narrow screen is pressed.
    Show(View),
}

/// Which way to step.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Direction {
    /// To the next.
    Next,
    /// To the one before.
    Previous,
}

impl State {
    /// Makes the state that a comparison starts with.
    pub fn new(comparison: Comparable) -> Self {
        Self {
            panes: Panes::new(comparison.0.corpus.documents.len()),
            comparison,
            together: false,
            mode: Mode::default(),
            chooser: None,
            verdicts: Vec::new(),
            search: String::new(),
            about: None,
            voice: None,
            sort: Sort::default(),
            toggled: Vec::new(),
            tight: false,
            chosen: None,
            view: View::default(),
            asked: 0,
        }
    }

    /// Returns the rows to show, in their order.
    pub fn visible(&self) -> Vec<usize> {
        let words = plain(self.search.trim());
        let claims = &self.comparison.0.claims;
        let mut rows: Vec<_> = (0..claims.len()).filter(|&row| self.matches(&claims[row], &words)).collect();
        // They stand so already, unless something was corrected.
        if self.sort == Sort::Divided && !rows.is_sorted_by(|&a, &b| divides(&claims[a]) >= divides(&claims[b])) {
            rows.arrange_by(|&a, &b| divides(&claims[b]).total_cmp(&divides(&claims[a])));
        }
        if self.sort == Sort::Verdict {
            rows.arrange_by_key(|&row| std::cmp::Reverse(strength(claims[row].verdict)));
        }
        if let Sort::Text(document) = self.sort {
            rows.arrange_by_key(|&row| {
                let cell = claims[row].cells.get(document);
                cell.and_then(|cell| cell.evidence.first()).map_or(usize::MAX, |evidence| evidence.start)
            });
        }
        rows
    }

    /// Tells whether the cells of a document show words beside their signs: at first where there are few columns and room for them.
    pub fn is_wide(&self, document: usize) -> bool {
        let few = self.comparison.0.corpus.documents.len() <= WORDY_COLUMNS;
        (few && !self.tight) != self.toggled.contains(&document)
    }

    /// Tells whether some rows are hidden on purpose.
    pub fn is_filtered(&self) -> bool {
        !self.verdicts.is_empty() || !self.search.trim().is_empty() || self.about.is_some() || self.voice.is_some()
    }

    /// Shows all claims again.
    fn clear_filters(&mut self) {
        self.verdicts.clear();
        self.search.clear();
        (self.about, self.voice) = (None, None);
    }

    fn matches(&self, row: &Row, words: &str) -> bool {
        (self.verdicts.is_empty() || self.verdicts.contains(&row.verdict))
            && self.about.is_none_or(|about| about.holds(row))
            && self.voice.is_none_or(|voice| row.cells.iter().any(|cell| cell.voice == Some(voice)))
            && (words.is_empty()
                || plain(&row.statement).contains(words)
                || row.cells.iter().flat_map(|cell| &cell.evidence).any(|e| plain(&e.exact).contains(words)))
    }

    /// Returns the rows to show that divide the sources, in their order.
    pub fn differences(&self) -> Vec<usize> {
        let divides = |row: &usize| {
            let row = self.comparison.0.claims.get(*row);
            row.is_some_and(|row| matches!(row.verdict, Verdict::Disputed | Verdict::Qualified))
        };
        self.visible().into_iter().filter(divides).collect()
    }

    /// Opens the next difference after the open row, or the one before it; after the last comes the first.
    fn step(&mut self, direction: Direction) {
        let visible = self.visible();
        let differences = self.differences();
        let place = |row: usize| visible.iter().position(|visible| *visible == row);
        let here = self.chosen.and_then(|chosen| place(chosen.row));
        let beyond = |row: &&usize| match direction {
            Direction::Next => here.is_none_or(|here| place(**row) > Some(here)),
            Direction::Previous => here.is_none_or(|here| place(**row) < Some(here)),
        };
        let next = match direction {
            Direction::Next => differences.iter().find(beyond).or(differences.first()),
            Direction::Previous => differences.iter().rev().find(beyond).or(differences.last()),
        };
        if let Some(row) = next {
            self.choose(*row, Origin::Statement);
        }
    }

    fn choose(&mut self, row: usize, origin: Origin) {
        self.chosen = Some(Chosen { row, origin });
        (self.chooser, self.mode) = (None, Mode::Compare);
        let words = plain(self.search.trim());
        if self.comparison.0.claims.get(row).is_some_and(|row| !self.matches(row, &words)) {
            self.clear_filters();
        }
    }

    /// Opens two articles that speak of a row, where none that is open does: there would be nothing to see. What the row turns on opens too:
    /// of a conflict both sides, of a claim told differently one that says so and one that does not.
    fn show_speakers(&mut self, row: usize, wide: bool) {
        let chosen = self.chosen.filter(|chosen| chosen.row == row);
        let (Some(chosen), Some(row)) = (chosen, self.comparison.0.claims.get(row)) else { return };
        let is_conflict = row.verdict == Verdict::Disputed;
        let turns = |speaker: usize| match row.cells.get(speaker).map(|cell| cell.stance) {
            Some(Stance::Contradicts) => true,
            stance => !is_conflict && stance != Some(Stance::Supports),
        };
        let cells = row.cells.iter().enumerate();
        let mut speakers: Vec<_> =
            cells.filter(|(_, cell)| cell.stance.speaks()).map(|(document, _)| document).collect();
        if let Some(at) = speakers.iter().position(|speaker| turns(*speaker) != turns(speakers[0])) {
            speakers[1..=at].rotate_right(1);
        }
        if !speakers.iter().any(|speaker| self.panes.is_open(*speaker)) {
            let room = self.panes.open().len() - usize::from(self.panes.base().is_some());
            // One beside the base, or alone, is as much as there is room for.
            speakers.iter().take(room.clamp(1, 2)).for_each(|speaker| self.panes.put(*speaker));
        }
        let is_open = |at: &usize| self.panes.is_open(*at);
        let open = |side: bool| speakers.iter().filter(|at| turns(**at) == side && is_open(at)).count();
        let sides = [false, true].map(open);
        // With both sides open none is wanted.
        let closed = sides.iter().position(|open| *open == 0).map(|side| side == 1);
        let other = closed.and_then(|side| speakers.iter().copied().find(|at| turns(*at) == side));
        if let Some(other) = other {
            let is_alone = sides.contains(&1);
            self.panes.invite(other, wide, |open| {
                // The words that were pressed stay in sight, and so does the only one of its side.
                let is_pressed = matches!(chosen.origin, Origin::Mark { document, .. } if document == open);
                let speaks = speakers.contains(&open);
                let stays = is_pressed || speaks && is_alone;
                (!stays).then_some(speaks)
            });
        }
    }

    /// Closes a chosen row that the filters now hide.
    fn drop_hidden(&mut self) {
        let words = plain(self.search.trim());
        let row = self.chosen.and_then(|chosen| self.comparison.0.claims.get(chosen.row));
        if row.is_some_and(|row| !self.matches(row, &words)) {
            self.chosen = None;
        }
    }

    fn apply(&mut self, action: Action) {
        match action {
            Action::Load(comparison) => {
                let old = std::mem::replace(self, Self::new(comparison));
                self.mode = old.mode;
                if old.comparison.0.corpus.documents == self.comparison.0.corpus.documents {
                    (self.panes, self.together, self.view) = (old.panes, old.together, old.view);
                }
            }
            Action::Choose { row, origin } => {
                if self.chosen.is_some_and(|chosen| chosen.row == row && chosen.origin == origin) {
                    self.chosen = None;
                } else if row < self.comparison.0.claims.len() {
                    self.choose(row, origin);
                    if let Origin::Cell(document) = origin {
                        self.panes.show(document);
                    }
                }
            }
            Action::ChooseMark { document, mark, rows } => match rows[..] {
                [] => {}
                [row] if self.chosen.is_some_and(|chosen| chosen.row == row) => {
                    (self.chosen, self.chooser) = (None, None);
                }
                [row] => self.choose(row, Origin::Mark { document, mark }),
                _ => {
                    let chooser = Some(Chooser { document, mark, rows });
                    self.chooser = if self.chooser == chooser { None } else { chooser };
                }
            },
            Action::ChooseShared(row) => {
                let offered = self.chooser.take().filter(|chooser| chooser.rows.contains(&row));
                if let Some(Chooser { document, mark, .. }) = offered {
                    self.choose(row, Origin::Mark { document, mark });
                }
            }
            Action::Close if self.chooser.is_some() => self.chooser = None,
            Action::Close => self.chosen = None,
            Action::Step(direction) => self.step(direction),
            Action::ShowSpeakers { row, wide } => self.show_speakers(row, wide),
            Action::Read(mode) => (self.mode, self.chooser) = (mode, None),
            Action::Find => (self.mode, self.view) = (Mode::Compare, View::Claims),
            Action::ToggleVerdict(verdict) => {
                toggle(&mut self.verdicts, verdict);
                self.drop_hidden();
            }
            Action::Search(words) => {
                self.search = words;
                self.drop_hidden();
            }
            Action::SortBy(sort) => self.sort = sort,
            Action::About(about) => {
                self.about = about;
                self.drop_hidden();
            }
            Action::Voice(voice) => {
                self.voice = voice;
                self.drop_hidden();
            }
            Action::ClearFilters => self.clear_filters(),
            Action::Tighten(tight) => self.tight = tight,
            Action::ToggleColumn(document) => {
                if document < self.comparison.0.corpus.documents.len() {
                    toggle(&mut self.toggled, document);
                }
            }
            Action::ToggleDocument(document) => {
                (self.view, self.asked) = (View::Claims, 0);
                self.chooser = None;
                self.panes.toggle(document);
            }
            Action::Replace { old, new } => {
                self.chooser = None;
                if new < self.comparison.0.corpus.documents.len() {
                    self.panes.replace(old, new);
                }
            }
            Action::Place { document, at } => self.panes.place(document, at),
            Action::Pin(document) => self.panes.pin(document),
            Action::ToggleTogether => self.together = !self.together,
            Action::ShowDocument(document) => {
                self.panes.show(document);
                (self.view, self.mode) = (View::Article(document), Mode::Compare);
                self.asked = self.asked.saturating_add(1);
            }
            Action::Show(view) => {
                (self.view, self.asked) = (view, 0);
                if let View::Article(document) = view {
                    self.panes.show(document);
                }
            }
        }
    }
}

/// Adds something to a list, or takes it out.
fn toggle<T: PartialEq>(list: &mut Vec<T>, thing: T) {
    match list.iter().position(|other| *other == thing) {
        Some(at) => drop(list.swap_remove(at)),
        None => list.push(thing),
    }
}

impl About {
    /// Tells whether a claim is one of those.
    fn holds(self, row: &Row) -> bool {
        let speaks = |document: usize| row.cells.get(document).is_some_and(|cell| cell.stance.speaks());
        match self {
            Self::Omitted(document) => row.cells.get(document).is_some_and(|cell| cell.stance == Stance::Omits),
            Self::Only(document) => {
                speaks(document) && row.cells.iter().filter(|cell| cell.stance.speaks()).count() == 1
            }
        }
    }
}

impl Reducible for State {
    type Action = Action;

    fn reduce(self: Rc<Self>, action: Action) -> Rc<Self> {
        let mut next = (*self).clone();
        next.apply(action);
        if next == *self { self } else { Rc::new(next) }
    }
}

#[cfg(test)]
mod tests;
