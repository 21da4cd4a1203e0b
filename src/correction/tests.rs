//! Corrections as people make them, and what holds for any sequence of them.

use super::*;
use crate::comparison::Comparison;
use crate::span::{CodePoints, Span};
use crate::{Corpus, Options, analyze};
use proptest::prelude::*;
use std::sync::LazyLock;

fn story() -> Comparison {
    static STORY: LazyLock<Comparison> = LazyLock::new(|| {
        let corpus = Corpus::from_json(include_str!("../../corpora/harrow-bend-flood.json")).unwrap();
        analyze(&corpus, &Options::default())
    });
    STORY.clone()
}

fn note(comparison: &Comparison, at: usize, note: &str) -> Change {
    Change::Note { row: RowPlace::of(&comparison.claims[at]), note: Some(note.to_owned()) }
}

fn by_nobody(change: Change) -> Correction {
    Correction { by: None, date: None, change }
}

fn opened(comparison: Comparison) -> History {
    History::open(comparison).unwrap()
}

fn cell(row: &Row, column: usize, stance: Stance, evidence: Vec<Evidence>) -> Change {
    let document = row.cells[column].document.clone();
    Change::Cell { row: RowPlace::of(row), document, stance, voice: None, speaker: None, evidence, why: None }
}

/// Returns the words of the n-th sentence or so of a document.
fn words(comparison: &Comparison, column: usize, nth: usize) -> Words {
    let document = &comparison.corpus.documents[column];
    let text = &document.text;
    let starts: Vec<_> = text.match_indices(". ").map(|(at, _)| at + 2).collect();
    let start = starts[nth % starts.len()];
    let end = text[start..].find('.').map_or(text.len(), |length| start + length + 1);
    let evidence = Evidence::new(&CodePoints::new(text), text, Span::new(start, end));
    Words { document: document.id.clone(), evidence }
}

/// Finds a row of which two documents speak.
fn shared(comparison: &Comparison) -> usize {
    let speaking = |row: &Row| row.cells.iter().filter(|cell| cell.stance.speaks()).count();
    comparison.claims.iter().position(|row| speaking(row) > 1).unwrap()
}

#[test]
fn corrections_of_two_windows_come_together_and_what_one_took_back_is_gone() {
    let machine = story();
    let with = |notes: &[usize]| {
        let mut history = opened(machine.clone());
        for &at in notes {
            history.correct(by_nobody(note(&machine, at, &format!("note {at}")))).unwrap();
        }
        history
    };
    let joined = |before: &[usize], ours: &[usize], theirs: Option<&[usize]>| {
        let mut history = with(ours);
        history.join(Some(&with(before)), theirs.map(with).as_ref());
        history
    };
    assert_eq!(*joined(&[], &[0], Some(&[1])).comparison(), *with(&[0, 1]).comparison());
    assert_eq!(*joined(&[0, 1], &[0, 1, 2], Some(&[1])).comparison(), *with(&[1, 2]).comparison());
    assert_eq!(*joined(&[0], &[], Some(&[0, 1])).comparison(), *with(&[1]).comparison(), "taken back here");
    assert_eq!(*joined(&[0], &[0, 1], None).comparison(), *with(&[1]).comparison(), "all taken back there");
    assert_eq!(joined(&[0], &[0], Some(&[0])), with(&[0]), "nothing new is no step");
    let mut back = joined(&[], &[0], Some(&[1]));
    assert!(back.undo());
    assert_eq!(*back.comparison(), *with(&[0]).comparison());
}

#[test]
fn a_corrected_cell_is_the_persons_and_its_row_follows() {
    let machine = story();
    let at = machine.claims.iter().position(|row| row.verdict == Verdict::Agreed).unwrap();
    let row = &machine.claims[at];
    let column = row.cells.iter().position(|cell| cell.stance.speaks()).unwrap();
    let mut history = opened(machine.clone());
    let change = cell(row, column, Stance::Contradicts, row.cells[column].evidence.clone());
    history.correct(by_nobody(change)).unwrap();
    let corrected = &history.comparison().claims[at];
    assert_eq!(corrected.verdict, Verdict::Disputed);
    assert!(corrected.division > row.division);
    assert_eq!(corrected.cells[column].judged_by, crate::comparison::JudgedBy::Person);
    assert_eq!(history.first().claims[at], *row);
    history.comparison().check().unwrap();
}

#[test]
fn a_stance_without_words_and_an_omission_by_an_excerpt_are_refused() {
    let mut machine = story();
    machine.corpus.documents[0].excerpt = true;
    let row = machine.claims[0].clone();
    let mut history = opened(machine);
    let refused = history.correct(by_nobody(cell(&row, 0, Stance::Supports, Vec::new())));
    assert_eq!(refused, Err(Misfit::NoWords));
    assert_eq!(history.correct(by_nobody(cell(&row, 0, Stance::Omits, Vec::new()))), Err(Misfit::Excerpt));
    assert_eq!(history.correct(by_nobody(cell(&row, 0, Stance::Unjudged, Vec::new()))), Ok(()));
    assert_eq!(history.corrections().len(), 1);
}

#[test]
fn a_verdict_that_a_person_gave_stays_until_it_is_taken_back() {
    let machine = story();
    let row = machine.claims[shared(&machine)].clone();
    let place = RowPlace::of(&row);
    let mut history = opened(machine);
    let verdict = |verdict| by_nobody(Change::Verdict { row: place.clone(), verdict });
    history.correct(verdict(Some(Verdict::Qualified))).unwrap();
    let column = row.cells.iter().position(|cell| cell.stance.speaks()).unwrap();
    let evidence = row.cells[column].evidence.clone();
    history.correct(by_nobody(cell(&row, column, Stance::Contradicts, evidence))).unwrap();
    let verdict_now = |history: &History| history.comparison().claims.iter().find(|r| r.id == row.id).unwrap().verdict;
    assert_eq!(verdict_now(&history), Verdict::Qualified);
    history.correct(verdict(None)).unwrap();
    assert_eq!(verdict_now(&history), Verdict::Disputed);
}

#[test]
fn a_row_that_was_split_and_merged_has_all_its_words_again() {
    let machine = story();
    let at = shared(&machine);
    let row = &machine.claims[at];
    let place = RowPlace::of(row);
    let mut history = opened(machine.clone());
    let (id, statement) = (history.new_id(), "The other thing.".to_owned());
    let split = |take: &[Words]| {
        by_nobody(Change::Split {
            row: place.clone(),
            take: take.to_vec(),
            statement: statement.clone(),
            id: id.clone(),
        })
    };
    assert_eq!(history.correct(split(&[])), Err(Misfit::Whole));
    assert_eq!(history.correct(split(&place.words)), Err(Misfit::Whole));
    history.correct(split(&place.words[..1])).unwrap();
    let claims = &history.comparison().claims;
    assert_eq!(claims[at + 1].statement, statement);
    assert_eq!(RowPlace::of(&claims[at + 1]).words, place.words[..1]);
    let (into, from) = (RowPlace::of(&claims[at]), RowPlace::of(&claims[at + 1]));
    assert_eq!(into.words, place.words[1..]);
    history.comparison().check().unwrap();
    let merge = by_nobody(Change::Merge { into: into.clone(), from: from.clone() });
    history.correct(merge.clone()).unwrap();
    assert_eq!(RowPlace::of(&history.comparison().claims[at]).words, place.words);
    assert_eq!(history.comparison().claims.len(), machine.claims.len());
    assert_eq!(history.correct(merge), Err(Misfit::Row));
}

#[test]
fn words_that_are_moved_leave_their_cell_unjudged_and_speak_in_the_other_row() {
    let machine = story();
    let only = |row: &Row, column: usize| row.cells[column].evidence.len() == 1;
    let silent = |row: &Row, column: usize| !row.cells[column].stance.speaks();
    let column = 0;
    let from = machine.claims.iter().position(|row| only(row, column)).unwrap();
    let to = machine.claims.iter().position(|row| silent(row, column)).unwrap();
    let moved = &machine.claims[from].cells[column];
    let words = Words { document: moved.document.clone(), evidence: moved.evidence[0].clone() };
    let place = |at: usize| RowPlace::of(&machine.claims[at]);
    let mut history = opened(machine.clone());
    history.correct(by_nobody(Change::Move { from: place(from), to: place(to), words: words.clone() })).unwrap();
    let claims = &history.comparison().claims;
    assert_eq!(claims[from].cells[column].stance, Stance::Unjudged);
    assert_eq!(claims[to].cells[column].stance, moved.stance);
    assert_eq!(claims[to].cells[column].evidence, [words.evidence]);
    history.comparison().check().unwrap();
}

#[test]
fn corrections_follow_their_words_through_an_edited_article_and_what_is_gone_is_listed() {
    let machine = story();
    let mut history = opened(machine.clone());
    let at = shared(&machine);
    let gone = words(&machine, 1, 3);
    let add = Change::Add { id: history.new_id(), statement: "Mine.".to_owned(), words: vec![gone.clone()] };
    history.correct(by_nobody(add)).unwrap();
    history.correct(by_nobody(note(&machine, at, "Mine too."))).unwrap();
    let mut corpus = machine.corpus.clone();
    for document in &mut corpus.documents {
        document.text = format!("Corrected on Friday, see the note below.\n{}", document.text);
    }
    let text = &mut corpus.documents[1].text;
    *text = text.replace(&gone.evidence.exact, "");
    history.go_on_with(analyze(&corpus, &Options::default()));
    let claims = &history.comparison().claims;
    assert_eq!(history.misfits(), [(0, Misfit::Words)]);
    let noted: Vec<_> = claims.iter().filter(|row| row.note.is_some()).collect();
    assert_eq!(noted.len(), 1);
    let first = |row: &Row| row.cells.iter().flat_map(|cell| cell.evidence.first()).next().unwrap().exact.clone();
    assert_eq!(first(noted[0]), first(&machine.claims[at]));
    // The words come back, and the correction with them.
    history.go_on_with(machine.clone());
    assert_eq!(history.misfits(), []);
    assert_eq!(history.comparison().claims.last().unwrap().statement, "Mine.");
}

#[test]
fn corrections_of_a_comparison_that_gives_no_context_are_kept() {
    let mut machine = story();
    for evidence in machine.claims.iter_mut().flat_map(|row| &mut row.cells).flat_map(|cell| &mut cell.evidence) {
        (evidence.prefix, evidence.suffix) = Default::default();
    }
    let mut history = opened(machine.clone());
    history.correct(by_nobody(note(&machine, 0, "Ask."))).unwrap();
    assert!(opened(history.to_comparison()).undo());
}

#[test]
fn what_rested_on_a_correction_that_was_taken_back_is_listed() {
    let machine = story();
    let mut history = opened(machine.clone());
    let add = Change::Add { id: history.new_id(), statement: "Mine.".to_owned(), words: vec![words(&machine, 0, 1)] };
    history.correct(by_nobody(add)).unwrap();
    let last = history.comparison().claims.len() - 1;
    let change = note(history.comparison(), last, "On mine.");
    history.correct(by_nobody(change)).unwrap();
    assert!(history.take_back(0));
    assert_eq!(history.misfits(), [(0, Misfit::Row)]);
    assert_eq!(history.comparison().claims, machine.claims);
    assert!(history.undo());
    assert_eq!(history.comparison().claims.last().unwrap().note.as_deref(), Some("On mine."));
}

#[test]
fn broken_corrections_are_refused_and_claims_written_by_hand_are_kept() {
    let mut comparison = story();
    comparison.corrections = Some(serde_json::json!({"first": 3}));
    let fault = History::open(comparison).unwrap_err().to_string();
    assert!(fault.starts_with("corrections: "), "{fault}");
    let mut history = opened(story());
    let change = note(history.comparison(), 0, "Mine.");
    history.correct(by_nobody(change)).unwrap();
    let mut file = history.to_comparison();
    file.claims[0].statement = "By hand.".to_owned();
    let again = opened(file);
    assert_eq!(again.comparison().claims[0].statement, "By hand.");
    assert_eq!(again.corrections().len(), 0);
}

/// A change told by numbers, so that it can be made of whatever the comparison is when its turn comes.
#[derive(Debug, Clone)]
enum Step {
    Change(u8, usize, usize, usize, String),
    TakeBack(usize),
    Undo,
    Redo,
    Again,
}

fn step() -> impl Strategy<Value = Step> {
    let change = (0_u8..9, 0_usize..99, 0_usize..99, 0_usize..99, "\\PC{0,12}");
    prop_oneof![
        8 => change.prop_map(|(kind, a, b, c, text)| Step::Change(kind, a, b, c, text)),
        1 => (0_usize..9).prop_map(Step::TakeBack),
        2 => Just(Step::Undo),
        1 => Just(Step::Redo),
        1 => Just(Step::Again),
    ]
}

fn made(history: &History, kind: u8, a: usize, b: usize, c: usize, text: &str) -> Option<Change> {
    let comparison = history.comparison();
    let claims = &comparison.claims;
    let row = |at: usize| claims.get(at % claims.len().max(1));
    let columns = comparison.corpus.documents.len();
    let (place, other) = (RowPlace::of(row(a)?), RowPlace::of(row(b)?));
    let statement = text.to_owned();
    let stances = [Stance::Supports, Stance::Partly, Stance::Hedges, Stance::Contradicts, Stance::Omits];
    Some(match kind {
        0 => {
            let words = words(comparison, b % columns, c);
            cell(row(a)?, b % columns, stances[c % 5], vec![words.evidence])
        }
        1 => cell(row(a)?, b % columns, stances[c % 5], row(a)?.cells[b % columns].evidence.clone()),
        2 => Change::Move { words: place.words.get(c % place.words.len().max(1))?.clone(), from: place, to: other },
        3 => Change::Statement { row: place, statement },
        4 => Change::Verdict { row: place, verdict: c.is_multiple_of(2).then_some(Verdict::Disputed) },
        5 => Change::Note { row: place, note: Some(statement) },
        6 => Change::Merge { into: place, from: other },
        7 => {
            let take = place.words.iter().take(c % 3).cloned().collect();
            Change::Split { row: place, take, statement, id: history.new_id() }
        }
        _ if c.is_multiple_of(2) => Change::Remove { row: place },
        _ => Change::Add { id: history.new_id(), statement, words: vec![words(comparison, b % columns, c)] },
    })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    #[test]
    fn any_corrections_can_be_undone_made_again_written_and_read(steps in prop::collection::vec(step(), 1..24)) {
        let machine = story();
        let mut history = opened(machine.clone());
        for step in steps {
            match step {
                Step::Change(kind, a, b, c, text) => {
                    let Some(change) = made(&history, kind, a, b, c, &text) else { continue };
                    let before = history.clone();
                    if history.correct(by_nobody(change)).is_err() {
                        prop_assert_eq!(&before, &history);
                    }
                }
                Step::TakeBack(place) => {
                    history.take_back(place);
                }
                Step::Undo => {
                    let before = history.clone();
                    if history.undo() {
                        let mut forth = history.clone();
                        prop_assert!(forth.redo());
                        prop_assert_eq!(forth.comparison(), before.comparison());
                    }
                }
                Step::Redo => {
                    history.redo();
                }
                Step::Again => {
                    let before = history.comparison().clone();
                    history.go_on_with(machine.clone());
                    prop_assert_eq!(history.comparison(), &before);
                }
            }
            prop_assert_eq!(history.comparison().check(), Ok(()));
            let file = history.to_comparison().to_json();
            let again = opened(Comparison::from_json(&file).unwrap());
            prop_assert_eq!(again.comparison(), history.comparison());
            prop_assert!(again.corrections().eq(history.corrections()));
            prop_assert_eq!(again.misfits(), history.misfits());
        }
        while history.undo() {}
        prop_assert_eq!(history.comparison().as_ref(), &machine);
        prop_assert_eq!(history.to_comparison(), machine.clone());
    }
}
