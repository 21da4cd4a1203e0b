//! State, actions and the reducer of the screen: pure, so that every behaviour of it is tested without a browser.

use super::Comparable;
use crate::comparison::Row;
use crate::matrix::Verdict;
use std::collections::BTreeSet;
use std::rc::Rc;
use yew::Reducible;

/// How many articles can be open beside each other.
pub const MAX_PANES: usize = 4;

/// What the reader has done so far.
#[derive(Debug, Clone, PartialEq)]
pub struct State {
    /// What is compared.
    pub comparison: Comparable,
    /// The documents in the panes, in the order of the panes; never empty while there are documents.
    pub open: Vec<usize>,
    /// The same documents, the one opened longest ago first.
    opened: Vec<usize>,
    /// Verdicts to show; all when empty.
    pub verdicts: BTreeSet<Verdict>,
    /// Words to look for in statements and quotations.
    pub search: String,
    /// The order of the rows.
    pub sort: Sort,
    /// The opened row.
    pub chosen: Option<Chosen>,
    /// The row opened last, even if it has been closed since.
    recent: Option<usize>,
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
    /// Its place among the claims that share the marked words, from 1, and their number.
    pub shared: (usize, usize),
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
    /// As this document tells them; what it does not tell comes last.
    Text(usize),
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
    /// Marked text is pressed; pressing it again goes on to the next claim that shares the words.
    ChooseMark {
        /// The document.
        document: usize,
        /// The number of the marked piece.
        mark: usize,
        /// The rows that it is evidence for.
        rows: Vec<usize>,
    },
    /// The opened row is closed.
    Close,
    /// A part of the bar is pressed.
    ToggleVerdict(Verdict),
    /// Words are typed into the search box.
    Search(String),
    /// Another order is wanted.
    SortBy(Sort),
    /// All rows are wanted again.
    ClearFilters,
    /// A letter is pressed: its article opens or closes.
    ToggleDocument(usize),
    /// An article must be visible.
    ShowDocument(usize),
    /// A tab of the narrow screen is pressed.
    Show(View),
}

impl State {
    /// Makes the state that a comparison starts with.
    pub fn new(comparison: Comparable) -> Self {
        let open: Vec<_> = (0..comparison.0.corpus.documents.len().min(2)).collect();
        Self {
            comparison,
            opened: open.clone(),
            open,
            verdicts: BTreeSet::new(),
            search: String::new(),
            sort: Sort::default(),
            chosen: None,
            recent: None,
            view: View::default(),
            asked: 0,
        }
    }

    /// Returns the rows to show, in their order.
    pub fn visible(&self) -> Vec<usize> {
        let words = self.search.trim().to_lowercase();
        let claims = &self.comparison.0.claims;
        let mut rows: Vec<_> = (0..claims.len()).filter(|&row| self.matches(&claims[row], &words)).collect();
        if let Sort::Text(document) = self.sort {
            rows.sort_by_key(|&row| {
                let cell = claims[row].cells.get(document);
                cell.and_then(|cell| cell.evidence.first()).map_or(usize::MAX, |evidence| evidence.start)
            });
        }
        rows
    }

    /// Tells whether some rows are hidden on purpose.
    pub fn is_filtered(&self) -> bool {
        !self.verdicts.is_empty() || !self.search.trim().is_empty()
    }

    fn matches(&self, row: &Row, words: &str) -> bool {
        (self.verdicts.is_empty() || self.verdicts.contains(&row.verdict))
            && (words.is_empty()
                || row.statement.to_lowercase().contains(words)
                || row.cells.iter().flat_map(|cell| &cell.evidence).any(|e| e.exact.to_lowercase().contains(words)))
    }

    fn choose(&mut self, row: usize, origin: Origin, shared: (usize, usize)) {
        self.chosen = Some(Chosen { row, origin, shared });
        self.recent = Some(row);
        let words = self.search.trim().to_lowercase();
        if self.comparison.0.claims.get(row).is_some_and(|row| !self.matches(row, &words)) {
            self.verdicts.clear();
            self.search.clear();
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

    fn show(&mut self, document: usize) {
        if !self.open.contains(&document) {
            let oldest = if self.opened.is_empty() { None } else { Some(self.opened.remove(0)) };
            match self.open.iter_mut().find(|open| Some(**open) == oldest) {
                Some(place) => *place = document,
                None => self.open.push(document),
            }
        }
        self.opened.retain(|opened| *opened != document);
        self.opened.push(document);
    }

    fn apply(&mut self, action: Action) {
        match action {
            Action::Load(comparison) => {
                let old = std::mem::replace(self, Self::new(comparison));
                if old.comparison.0.corpus.documents == self.comparison.0.corpus.documents {
                    (self.open, self.opened, self.view) = (old.open, old.opened, old.view);
                }
            }
            Action::Choose { row, origin } => {
                if self.chosen.is_some_and(|chosen| chosen.row == row && chosen.origin == origin) {
                    self.chosen = None;
                } else if row < self.comparison.0.claims.len() {
                    self.choose(row, origin, (1, 1));
                    if let Origin::Cell(document) = origin {
                        self.show(document);
                    }
                }
            }
            Action::ChooseMark { document, mark, rows } => {
                let last = self.recent.and_then(|recent| rows.iter().position(|row| *row == recent));
                let next = last.map_or(0, |last| (last + 1) % rows.len());
                if let Some(row) = rows.get(next) {
                    self.choose(*row, Origin::Mark { document, mark }, (next + 1, rows.len()));
                }
            }
            Action::Close => self.chosen = None,
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
            Action::ClearFilters => {
                self.verdicts.clear();
                self.search.clear();
            }
            Action::ToggleDocument(document) => {
                (self.view, self.asked) = (View::Claims, 0);
                if !self.open.contains(&document) && self.open.len() < MAX_PANES {
                    self.open.push(document);
                    self.opened.push(document);
                } else if !self.open.contains(&document) {
                    self.show(document);
                } else if self.open.len() > 1 {
                    self.open.retain(|open| *open != document);
                    self.opened.retain(|opened| *opened != document);
                }
            }
            Action::ShowDocument(document) => {
                self.show(document);
                self.view = View::Article(document);
                self.asked = self.asked.saturating_add(1);
            }
            Action::Show(view) => {
                (self.view, self.asked) = (view, 0);
                if let View::Article(document) = view {
                    self.show(document);
                }
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

    #[test]
    fn marked_text_goes_through_the_claims_that_share_it_and_lifts_filters_that_hide_them() {
        let press = || Action::ChooseMark { document: 0, mark: 3, rows: vec![0, 2] };
        let rows: Vec<_> = (1..=3).map(|n| after((0..n).map(|_| press())).chosen.map(|c| (c.row, c.shared))).collect();
        assert_eq!(rows, [Some((0, (1, 2))), Some((2, (2, 2))), Some((0, (1, 2)))]);
        let closed_between = after([press(), Action::Close, press()]);
        assert_eq!(closed_between.chosen.map(|chosen| chosen.row), Some(2));
        let filtered = after([Action::ToggleVerdict(Verdict::Agreed), press()]);
        assert!(!filtered.is_filtered() && filtered.chosen.is_some());
        assert_eq!(after([Action::ChooseMark { document: 0, mark: 0, rows: vec![] }]).chosen, None);
    }

    #[test]
    fn a_cell_of_a_closed_article_opens_it_in_place_of_the_one_opened_longest_ago() {
        assert_eq!(state().open, [0, 1]);
        assert_eq!(after([choose(0, Origin::Cell(3))]).open, [3, 1]);
        assert_eq!(after([choose(0, Origin::Cell(3)), choose(0, Origin::Cell(4))]).open, [3, 4]);
        assert_eq!(after([choose(0, Origin::Cell(1)), choose(0, Origin::Cell(3))]).open, [3, 1]);
        assert_eq!(after([choose(0, Origin::Cell(0)), choose(0, Origin::Cell(3))]).open, [0, 3]);
    }

    #[test]
    fn letters_open_up_to_four_articles_and_never_close_the_last() {
        let toggle = Action::ToggleDocument;
        assert_eq!(after([toggle(2), toggle(3)]).open, [0, 1, 2, 3]);
        assert_eq!(after([toggle(2), toggle(3), toggle(4)]).open, [4, 1, 2, 3]);
        assert_eq!(after([toggle(0), toggle(1)]).open, [1]);
    }

    #[test]
    fn asking_for_an_article_shows_it_and_asking_again_is_not_lost() {
        let once = after([Action::ShowDocument(2)]);
        assert_eq!((once.open.as_slice(), once.view), (&[2, 1][..], View::Article(2)));
        let twice = after([Action::ShowDocument(2), Action::ShowDocument(2)]);
        assert_ne!(once.asked, twice.asked);
    }

    #[test]
    fn the_analysis_of_the_same_articles_keeps_the_panes_and_another_story_starts_anew() {
        let same = state().comparison;
        let kept = after([Action::ToggleDocument(2), choose(0, Origin::Statement), Action::Load(same.clone())]);
        assert_eq!((kept.open.as_slice(), kept.chosen), (&[0, 1, 2][..], None));
        let mut other = (*same.0).clone();
        other.corpus.documents.truncate(1);
        let fresh = after([Action::ToggleDocument(2), Action::Load(Comparable(Rc::new(other)))]);
        assert_eq!(fresh.open, [0]);
    }

    #[test]
    fn what_changes_nothing_gives_the_same_state_so_that_nothing_is_drawn_again() {
        let before = Rc::new(state());
        assert!(Rc::ptr_eq(&before, &before.clone().reduce(Action::Close)));
    }
}
