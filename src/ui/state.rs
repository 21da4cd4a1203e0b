//! State, actions and the reducer of the screen: pure, so that every behaviour of it is tested without a browser.

use super::Comparable;
use super::panes::Panes;
use super::passage::strength;
use crate::comparison::Row;
use crate::matrix::Verdict;
use crate::stance::{Stance, Voice};
use std::collections::BTreeSet;
use std::rc::Rc;
use yew::Reducible;

/// How many columns have room for a word in each cell from the beginning.
const WORDY_COLUMNS: usize = 3;

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
    /// Tells that the list of keys is open.
    pub keys: bool,
    /// Verdicts to show; all when empty.
    pub verdicts: BTreeSet<Verdict>,
    /// Words to look for in statements and quotations.
    pub search: String,
    /// What a source must do with a claim for it to be shown.
    pub about: Option<About>,
    /// In whose voice some source must tell a claim for it to be shown.
    pub voice: Option<Voice>,
    /// The order of the rows.
    pub sort: Sort,
    /// Documents whose column the reader widened to words, or narrowed to signs where all have words.
    toggled: BTreeSet<usize>,
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
    /// What lies on top is closed: the list of keys, the claims offered, else the opened row.
    Close,
    /// The next claim that divides the sources is wanted, or the one before it.
    Step(Direction),
    /// The row has been open for a moment: where no open article speaks of it, two open that do.
    ShowSpeakers(usize),
    /// Another way to read is wanted.
    Read(Mode),
    /// The list of keys is opened or closed.
    ToggleKeys,
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
            keys: false,
            verdicts: BTreeSet::new(),
            search: String::new(),
            about: None,
            voice: None,
            sort: Sort::default(),
            toggled: BTreeSet::new(),
            chosen: None,
            view: View::default(),
            asked: 0,
        }
    }

    /// Returns the rows to show, in their order.
    pub fn visible(&self) -> Vec<usize> {
        let words = self.search.trim().to_lowercase();
        let claims = &self.comparison.0.claims;
        let mut rows: Vec<_> = (0..claims.len()).filter(|&row| self.matches(&claims[row], &words)).collect();
        if self.sort == Sort::Verdict {
            rows.sort_by_key(|&row| std::cmp::Reverse(strength(claims[row].verdict)));
        }
        if let Sort::Text(document) = self.sort {
            rows.sort_by_key(|&row| {
                let cell = claims[row].cells.get(document);
                cell.and_then(|cell| cell.evidence.first()).map_or(usize::MAX, |evidence| evidence.start)
            });
        }
        rows
    }

    /// Tells whether the cells of a document show words beside their signs: at first where there are few columns.
    pub fn is_wide(&self, document: usize) -> bool {
        let few = self.comparison.0.corpus.documents.len() <= WORDY_COLUMNS;
        few != self.toggled.contains(&document)
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
                || row.statement.to_lowercase().contains(words)
                || row.cells.iter().flat_map(|cell| &cell.evidence).any(|e| e.exact.to_lowercase().contains(words)))
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
        let words = self.search.trim().to_lowercase();
        if self.comparison.0.claims.get(row).is_some_and(|row| !self.matches(row, &words)) {
            self.clear_filters();
        }
    }

    /// Opens two articles that speak of a row, where none that is open does: there would be nothing to see.
    fn show_speakers(&mut self, row: usize) {
        let open = self.chosen.is_some_and(|chosen| chosen.row == row);
        let Some(row) = self.comparison.0.claims.get(row).filter(|_| open) else { return };
        let cells = row.cells.iter().enumerate();
        let speakers: Vec<_> = cells.filter(|(_, cell)| cell.stance.speaks()).map(|(document, _)| document).collect();
        if !speakers.iter().any(|speaker| self.panes.is_open(*speaker)) {
            let room = self.panes.open().len() - usize::from(self.panes.base().is_some());
            // One beside the base, or alone, is as much as there is room for.
            speakers.iter().take(room.clamp(1, 2)).for_each(|speaker| self.panes.show(*speaker));
        }
    }

    /// Closes a chosen row that the filters now hide.
    fn drop_hidden(&mut self) {
        let words = self.search.trim().to_lowercase();
        let row = self.chosen.and_then(|chosen| self.comparison.0.claims.get(chosen.row));
        if row.is_some_and(|row| !self.matches(row, &words)) {
            self.chosen = None;
        }
    }

    fn apply(&mut self, action: Action) {
        match action {
            Action::Load(comparison) => {
                let old = std::mem::replace(self, Self::new(comparison));
                if old.comparison.0.corpus.documents == self.comparison.0.corpus.documents {
                    (self.panes, self.together, self.mode, self.view) = (old.panes, old.together, old.mode, old.view);
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
            Action::Close if self.keys => self.keys = false,
            Action::Close if self.chooser.is_some() => self.chooser = None,
            Action::Close => self.chosen = None,
            Action::Step(direction) => self.step(direction),
            Action::ShowSpeakers(row) => self.show_speakers(row),
            Action::Read(mode) => (self.mode, self.chooser) = (mode, None),
            Action::ToggleKeys => self.keys = !self.keys,
            Action::ToggleVerdict(verdict) => {
                if !self.verdicts.remove(&verdict) {
                    self.verdicts.insert(verdict);
                }
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
            Action::ToggleColumn(document) => {
                if !self.toggled.remove(&document) && document < self.comparison.0.corpus.documents.len() {
                    self.toggled.insert(document);
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
mod tests {
    use super::*;
    use crate::comparison::Comparison;
    use serde_json::json;

    /// Makes five documents and four rows, of which documents 0 and 1 speak in different orders.
    fn state() -> State {
        let documents: Vec<_> = (0..5).map(|i| json!({"id": format!("d{i}"), "text": "one two three four"})).collect();
        let cell = |document: usize, stance: &str, at: Option<(usize, &str)>| {
            let evidence: Vec<_> = at
                .iter()
                .map(|(start, exact)| {
                    json!({"start": start, "end": start + exact.len(), "exact": exact, "prefix": "", "suffix": ""})
                })
                .collect();
            json!({"document": format!("d{document}"), "stance": stance, "voice": null, "speaker": null, "confidence": 0.8,
                "judged_by": "rule", "reasons": [], "evidence": evidence, "nearest": null})
        };
        let row = |id: &str, verdict: &str, first: Option<(usize, &str)>, second: Option<(usize, &str)>| {
            let cells = [first, second, None, None, None].into_iter().enumerate();
            let cells: Vec<_> =
                cells.map(|(i, at)| cell(i, if at.is_some() { "supports" } else { "omits" }, at)).collect();
            json!({"id": id, "statement": format!("Statement {id}"), "verdict": verdict, "division": 0.5, "cells": cells})
        };
        let comparison: Comparison = serde_json::from_value(json!({
            "format": "news-compare.comparison/1",
            "corpus": {"format": "news-compare.corpus/1", "title": "T", "documents": documents},
            "generator": {"name": "news-compare", "version": "0"},
            "claims": [
                row("p", "disputed", Some((8, "three")), Some((0, "one"))),
                row("q", "qualified", Some((4, "two")), Some((8, "three"))),
                row("r", "agreed", Some((0, "one")), Some((4, "two"))),
                row("s", "single-source", None, Some((14, "four"))),
            ],
        }))
        .unwrap();
        State::new(Comparable(Rc::new(comparison)))
    }

    fn after(actions: impl IntoIterator<Item = Action>) -> Rc<State> {
        actions.into_iter().fold(Rc::new(state()), Reducible::reduce)
    }

    fn choose(row: usize, origin: Origin) -> Action {
        Action::Choose { row, origin }
    }

    #[test]
    fn rows_come_most_divided_first_or_as_a_source_tells_them_with_the_untold_last() {
        assert_eq!(state().visible(), [0, 1, 2, 3]);
        assert_eq!(after([Action::SortBy(Sort::Text(0))]).visible(), [2, 1, 0, 3]);
        assert_eq!(after([Action::SortBy(Sort::Text(1))]).visible(), [0, 2, 1, 3]);
        assert_eq!(after([Action::SortBy(Sort::Text(4))]).visible(), [0, 1, 2, 3]);
    }

    #[test]
    fn verdicts_and_words_narrow_the_rows_together_and_clearing_brings_all_back() {
        let toggle = Action::ToggleVerdict;
        assert_eq!(after([toggle(Verdict::Disputed), toggle(Verdict::Agreed)]).visible(), [0, 2]);
        assert_eq!(after([toggle(Verdict::Agreed), toggle(Verdict::Agreed)]).visible().len(), 4);
        assert_eq!(after([Action::Search(" THREE ".to_owned())]).visible(), [0, 1]);
        assert_eq!(after([Action::Search("statement s".to_owned())]).visible(), [3]);
        let narrowed = [Action::Search("three".to_owned()), toggle(Verdict::Agreed)];
        assert!(after(narrowed.clone()).visible().is_empty());
        assert_eq!(after(narrowed.into_iter().chain([Action::ClearFilters])).visible().len(), 4);
    }

    #[test]
    fn claims_can_be_ordered_by_verdict_and_chosen_by_what_one_source_does_with_them() {
        assert_eq!(after([Action::SortBy(Sort::Verdict)]).visible(), [0, 1, 2, 3]);
        let about = |about| after([Action::About(Some(about))]).visible();
        assert_eq!(about(About::Omitted(0)), [3]);
        assert_eq!(about(About::Only(1)), [3]);
        assert!(about(About::Only(0)).is_empty(), "another tells each of them too");
        assert_eq!(about(About::Omitted(4)).len(), 4);
        let closed = after([choose(0, Origin::Statement), Action::About(Some(About::Only(1)))]);
        assert_eq!((closed.chosen, closed.is_filtered()), (None, true));
        assert_eq!(after([Action::About(Some(About::Only(1))), Action::ClearFilters]).visible().len(), 4);
        assert!(after([Action::Voice(Some(Voice::Own))]).visible().is_empty(), "no cell here says in whose voice");
    }

    #[test]
    fn pressing_the_same_twice_closes_and_another_cell_of_the_row_keeps_it_open() {
        let twice = after([choose(1, Origin::Statement), choose(1, Origin::Statement)]);
        assert_eq!(twice.chosen, None);
        let moved = after([choose(1, Origin::Cell(0)), choose(1, Origin::Cell(1))]);
        assert_eq!(moved.chosen.map(|chosen| chosen.origin), Some(Origin::Cell(1)));
        assert_eq!(after([choose(9, Origin::Statement)]).chosen, None);
    }

    #[test]
    fn a_filter_that_hides_the_open_row_closes_it() {
        let open = || choose(0, Origin::Statement);
        assert!(after([open(), Action::ToggleVerdict(Verdict::Disputed)]).chosen.is_some());
        assert_eq!(after([open(), Action::ToggleVerdict(Verdict::Agreed)]).chosen, None);
        assert_eq!(after([open(), Action::Search("four".to_owned())]).chosen, None);
    }

    fn press(rows: &[usize]) -> Action {
        Action::ChooseMark { document: 0, mark: 3, rows: rows.to_vec() }
    }

    #[test]
    fn marked_text_of_one_claim_opens_and_closes_it_and_lifts_filters_that_hide_it() {
        assert_eq!(after([press(&[2])]).chosen.map(|chosen| chosen.row), Some(2));
        assert_eq!(after([press(&[2]), press(&[2])]).chosen, None);
        let filtered = after([Action::ToggleVerdict(Verdict::Agreed), press(&[0])]);
        assert!(!filtered.is_filtered() && filtered.chosen.is_some());
        assert_eq!(after([press(&[])]).chosen, None);
    }

    #[test]
    fn marked_text_of_several_claims_offers_them_and_choosing_one_returns_to_the_mark_when_closed() {
        let offered = after([choose(1, Origin::Statement), press(&[0, 2])]);
        assert_eq!(offered.chooser.as_ref().map(|chooser| chooser.rows.clone()), Some(vec![0, 2]));
        assert_eq!(offered.chosen.map(|chosen| chosen.row), Some(1), "nothing changes before the choice");
        let chosen = after([press(&[0, 2]), Action::ChooseShared(2)]);
        assert_eq!((chosen.chosen.map(|c| c.row), &chosen.chooser), (Some(2), &None));
        assert_eq!(chosen.chosen.map(|c| c.origin), Some(Origin::Mark { document: 0, mark: 3 }));
        assert_eq!(after([press(&[0, 2]), press(&[0, 2])]).chooser, None);
        assert_eq!(after([press(&[0, 2]), Action::ChooseShared(3)]).chosen, None, "only what is offered");
    }

    #[test]
    fn closing_takes_away_what_lies_on_top_one_at_a_time() {
        let actions = [choose(1, Origin::Statement), press(&[0, 2]), Action::ToggleKeys, Action::Close];
        let first = after(actions.clone());
        assert!(!first.keys && first.chooser.is_some() && first.chosen.is_some());
        let second = first.reduce(Action::Close);
        assert!(second.chooser.is_none() && second.chosen.is_some());
        assert_eq!(second.reduce(Action::Close).chosen, None);
    }

    #[test]
    fn stepping_goes_round_the_differences_in_the_order_of_the_rows() {
        let rows = |actions: &[Action]| after(actions.to_vec()).chosen.map(|chosen| chosen.row);
        let (next, previous) = (Action::Step(Direction::Next), Action::Step(Direction::Previous));
        assert_eq!(rows(std::slice::from_ref(&next)), Some(0));
        assert_eq!(rows(&[next.clone(), next.clone()]), Some(1));
        assert_eq!(rows(&[next.clone(), next.clone(), next.clone()]), Some(0), "after the last comes the first");
        assert_eq!(rows(std::slice::from_ref(&previous)), Some(1));
        assert_eq!(rows(&[choose(3, Origin::Statement), previous.clone()]), Some(1));
        let by_text = Action::SortBy(Sort::Text(0));
        assert_eq!(rows(&[by_text.clone(), next.clone()]), Some(1), "as the first document tells it");
        assert_eq!(rows(&[Action::ToggleVerdict(Verdict::Agreed), next]), None);
    }

    #[test]
    fn choosing_a_claim_while_reading_otherwise_returns_to_the_comparison() {
        let read = after([Action::Read(Mode::InOrder)]);
        assert_eq!(read.mode, Mode::InOrder);
        assert_eq!(after([Action::Read(Mode::Values), choose(0, Origin::Statement)]).mode, Mode::Compare);
        assert_eq!(after([Action::Read(Mode::InOrder), Action::ShowDocument(1)]).mode, Mode::Compare);
    }

    #[test]
    fn a_cell_of_a_closed_article_opens_it_in_place_of_the_one_opened_longest_ago() {
        assert_eq!(state().panes.open(), [0, 1]);
        assert_eq!(after([choose(0, Origin::Cell(3))]).panes.open(), [3, 1]);
        assert_eq!(after([choose(0, Origin::Cell(3)), choose(0, Origin::Cell(4))]).panes.open(), [3, 4]);
        assert_eq!(after([choose(0, Origin::Cell(1)), choose(0, Origin::Cell(3))]).panes.open(), [3, 1]);
        assert_eq!(after([choose(0, Origin::Cell(0)), choose(0, Origin::Cell(3))]).panes.open(), [0, 3]);
    }

    #[test]
    fn a_row_of_which_no_open_article_speaks_opens_those_that_do() {
        let others = [Action::Replace { old: 0, new: 2 }, Action::Replace { old: 1, new: 3 }];
        let opened = |more: &[Action]| after(others.iter().chain(more).cloned()).panes.open().to_vec();
        let (first, last) = (choose(0, Origin::Statement), choose(3, Origin::Statement));
        assert_eq!(opened(std::slice::from_ref(&first)), [2, 3], "the row is drawn first");
        assert_eq!(opened(&[first.clone(), Action::ShowSpeakers(0)]), [0, 1]);
        assert_eq!(opened(&[last.clone(), Action::ShowSpeakers(3)]), [1, 3], "the one that speaks");
        assert_eq!(opened(&[Action::Pin(2), first.clone(), Action::ShowSpeakers(0)]), [2, 0], "the base stays");
        assert_eq!(opened(&[first, Action::Close, Action::ShowSpeakers(0)]), [2, 3], "it is closed again");
        assert_eq!(after([last, Action::ShowSpeakers(3)]).panes.open(), [0, 1], "one that speaks is open");
    }

    #[test]
    fn asking_for_an_article_shows_it_and_asking_again_is_not_lost() {
        let once = after([Action::ShowDocument(2)]);
        assert_eq!((once.panes.open(), once.view), (&[2, 1][..], View::Article(2)));
        let twice = after([Action::ShowDocument(2), Action::ShowDocument(2)]);
        assert_ne!(once.asked, twice.asked);
    }

    #[test]
    fn the_analysis_of_the_same_articles_keeps_the_panes_and_another_story_starts_anew() {
        let same = state().comparison;
        let kept = after([Action::ToggleDocument(2), choose(0, Origin::Statement), Action::Load(same.clone())]);
        assert_eq!((kept.panes.open(), kept.chosen), (&[0, 1, 2][..], None));
        let mut other = (*same.0).clone();
        other.corpus.documents.truncate(1);
        let fresh = after([Action::ToggleDocument(2), Action::Load(Comparable(Rc::new(other)))]);
        assert_eq!(fresh.panes.open(), [0]);
    }

    #[test]
    fn columns_are_signs_alone_where_there_are_many_and_each_can_be_widened() {
        assert!(!state().is_wide(0), "five sources");
        let widened = after([Action::ToggleColumn(3), Action::ToggleColumn(99)]);
        assert_eq!((0..5).filter(|document| widened.is_wide(*document)).collect::<Vec<_>>(), [3]);
        assert!(!after([Action::ToggleColumn(3), Action::ToggleColumn(3)]).is_wide(3));
        let mut few = (*state().comparison.0).clone();
        few.corpus.documents.truncate(2);
        let few = after([Action::Load(Comparable(Rc::new(few)))]);
        assert!(few.is_wide(0) && few.is_wide(1));
        assert!(!few.reduce(Action::ToggleColumn(1)).is_wide(1));
    }

    #[test]
    fn what_changes_nothing_gives_the_same_state_so_that_nothing_is_drawn_again() {
        let before = Rc::new(state());
        assert!(Rc::ptr_eq(&before, &before.clone().reduce(Action::Close)));
    }
}
