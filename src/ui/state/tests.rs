//! The reducer: what each action makes of the state.

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
        let cells: Vec<_> = cells.map(|(i, at)| cell(i, if at.is_some() { "supports" } else { "omits" }, at)).collect();
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

fn speakers(row: usize) -> Action {
    Action::ShowSpeakers { row, wide: false }
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
    for search in ["statement é", "STATEMENT E\u{301}", "statement e"] {
        let mut comparison = Comparison::clone(&state().comparison.0);
        comparison.claims[1].statement = "Statement École".to_owned();
        let state = Rc::new(State::new(Comparable(Rc::new(comparison))));
        assert_eq!(state.reduce(Action::Search(search.to_owned())).visible(), [1], "{search}");
    }
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
    let first = after([choose(1, Origin::Statement), press(&[0, 2]), Action::Close]);
    assert!(first.chooser.is_none() && first.chosen.is_some());
    assert_eq!(first.reduce(Action::Close).chosen, None);
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
    assert_eq!(opened(&[first.clone(), speakers(0)]), [0, 1]);
    assert_eq!(opened(&[last.clone(), speakers(3)]), [1, 3], "the one that speaks");
    assert_eq!(opened(&[Action::Pin(2), first.clone(), speakers(0)]), [2, 0], "the base stays");
    assert_eq!(opened(&[first, Action::Close, speakers(0)]), [2, 3], "it is closed again");
    assert_eq!(after([last, speakers(3)]).panes.open(), [0, 1], "one that speaks is open");
}

#[test]
fn what_a_row_turns_on_opens_beside_two_articles_or_in_place_of_one_that_nobody_asked_for() {
    let mut story = (*state().comparison.0).clone();
    story.claims[0].cells[3].stance = Stance::Contradicts;
    story.claims[1].cells[4].stance = Stance::Hedges;
    let story = Action::Load(Comparable(Rc::new(story)));
    let opened = |row: usize, wide: bool, more: &[Action]| {
        let actions = [story.clone()].into_iter().chain(more.iter().cloned());
        let actions = actions.chain([choose(row, Origin::Statement), Action::ShowSpeakers { row, wide }]);
        after(actions).panes.open().to_vec()
    };
    assert_eq!(opened(0, true, &[]), [0, 1, 3]);
    assert_eq!(opened(0, false, &[]), [0, 3], "there is no room");
    assert_eq!(opened(0, false, &[Action::ShowDocument(1)]), [3, 1], "the reader has asked for the other");
    assert_eq!(opened(1, true, &[]), [0, 1, 4]);
    let silent = [Action::Replace { old: 0, new: 2 }, Action::Replace { old: 1, new: 4 }];
    assert_eq!(opened(0, false, &silent), [0, 3], "where neither side is open both open");
    assert_eq!(opened(0, true, &[Action::ToggleDocument(2)]), [0, 1, 2], "three are open already");
    assert_eq!(opened(0, true, &[Action::Replace { old: 1, new: 3 }]), [0, 3], "both sides are open");
    let denier_alone = [Action::Replace { old: 0, new: 2 }, Action::Replace { old: 1, new: 3 }];
    assert_eq!(opened(0, true, &denier_alone), [2, 3, 0], "the side that says so is the other one");
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
    let tight = Rc::new(few.reduce(Action::Tighten(true)).as_ref().clone());
    assert!(!tight.is_wide(0) && tight.clone().reduce(Action::ToggleColumn(0)).is_wide(0));
    let few = tight.reduce(Action::Tighten(false));
    assert!(!few.reduce(Action::ToggleColumn(1)).is_wide(1));
}

#[test]
fn what_changes_nothing_gives_the_same_state_so_that_nothing_is_drawn_again() {
    let before = Rc::new(state());
    assert!(Rc::ptr_eq(&before, &before.clone().reduce(Action::Close)));
}
