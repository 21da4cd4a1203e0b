//! A comparison as the machine made it, the changes of a person to it, and the way back through them.
//!
//! A file of its own because it holds what lasts: which changes count now, which of them do not fit, and what was undone. Nothing is
//! computed backwards; every state is the first answer with its changes applied, so that undoing all of them gives that answer.

use super::apply::apply;
use super::place::{MADE, Texts};
use super::{Change, Correction, Misfit};
use crate::anchor;
use crate::comparison::{Comparison, Row};
use crate::error::InputError;
use crate::json::on_one_line;
use serde::{Deserialize, Serialize};
use std::rc::Rc;

/// What a comparison file keeps of corrections.
#[derive(Debug, Serialize, Deserialize)]
struct Record {
    /// The rows as they were before the first change.
    first: Vec<Row>,
    /// The changes, the earliest first.
    changes: Vec<Correction>,
}

/// The changes that count, by their numbers among all ever made.
type Counted = Vec<usize>;

/// A comparison that is being corrected.
#[derive(Debug, Clone, PartialEq)]
pub struct History {
    first: Rc<Comparison>,
    corrected: Rc<Comparison>,
    /// All changes ever made, so that lists of them are cheap to keep.
    all: Vec<Correction>,
    now: Counted,
    past: Vec<Counted>,
    future: Vec<Counted>,
    misfits: Vec<(usize, Misfit)>,
}

impl History {
    /// Opens a comparison, with the corrections that its file keeps; undoing leads back through them to the machine's first answer.
    ///
    /// ```
    /// use news_compare::comparison::Comparison;
    /// use news_compare::correction::{Change, Correction, History, RowPlace};
    /// use news_compare::{Corpus, Document, Options, analyze};
    ///
    /// let corpus = Corpus::new(vec![Document::new("a", "The river rose two metres on Monday.")]);
    /// let machine = analyze(&corpus, &Options::default());
    /// let row = RowPlace::of(&machine.claims[0]);
    /// let mut history = History::open(machine.clone())?;
    /// let change = Change::Note { row, note: Some("Ask the harbour office.".to_owned()) };
    /// history.correct(Correction { by: None, date: None, change }).unwrap();
    /// let file = history.to_comparison().to_json();
    /// let mut again = History::open(Comparison::from_json(&file)?)?;
    /// assert_eq!(again.comparison().claims[0].note.as_deref(), Some("Ask the harbour office."));
    /// assert!(again.undo());
    /// assert_eq!(*again.comparison().as_ref(), machine);
    /// # Ok::<(), news_compare::InputError>(())
    /// ```
    ///
    /// # Errors
    /// An [`InputError`] where the corrections cannot be read, or the first answer does not pass its check.
    pub fn open(mut comparison: Comparison) -> Result<Self, InputError> {
        let Some(record) = comparison.corrections.take() else { return Ok(Self::new(comparison)) };
        let record: Record = serde_json::from_value(record)
            .map_err(|error| InputError::BadCorrections { fault: on_one_line(&error.to_string()) })?;
        let mut first = Comparison { claims: record.first, ..comparison.clone() };
        // The articles may have been corrected since, and the claims on the screen with them.
        anchor::carry(&mut first);
        first.check()?;
        let mut history = Self::new(first);
        history.past = (0..record.changes.len()).map(|count| (0..count).collect()).collect();
        history.now = (0..record.changes.len()).collect();
        history.all = record.changes;
        history.replay();
        // So do the claims: of one whose words stand, what is said to stand around them may be new.
        let mut shown = comparison.clone();
        anchor::carry(&mut shown);
        if history.corrected.claims == shown.claims { Ok(history) } else { Ok(Self::new(comparison)) }
    }

    fn new(comparison: Comparison) -> Self {
        let first = Rc::new(comparison);
        let corrected = first.clone();
        let (all, now, past, future, misfits) = Default::default();
        Self { first, corrected, all, now, past, future, misfits }
    }

    /// Returns the comparison as corrected, without the list of corrections.
    pub fn comparison(&self) -> &Rc<Comparison> {
        &self.corrected
    }

    /// Returns the machine's first answer.
    pub fn first(&self) -> &Rc<Comparison> {
        &self.first
    }

    /// Returns the comparison as corrected, with the first answer and all corrections: what a file keeps.
    pub fn to_comparison(&self) -> Comparison {
        let mut comparison = Comparison::clone(&self.corrected);
        if !self.now.is_empty() {
            let record = Record { first: self.first.claims.clone(), changes: self.corrections().cloned().collect() };
            comparison.corrections = serde_json::to_value(record).ok();
        }
        comparison
    }

    /// Returns the corrections that count, the earliest first, those included that do not fit.
    pub fn corrections(&self) -> impl ExactSizeIterator<Item = &Correction> {
        self.now.iter().map(|&number| &self.all[number])
    }

    /// Returns those corrections that do not fit, by their places among [`corrections`](Self::corrections), and why.
    pub fn misfits(&self) -> &[(usize, Misfit)] {
        &self.misfits
    }

    /// Returns an id for a row that is added.
    pub fn new_id(&self) -> String {
        let rows = || self.first.claims.iter().chain(&self.corrected.claims);
        let is_taken = |id: &String| {
            let is_made = |correction: &Correction| match &correction.change {
                Change::Add { id: made, .. } | Change::Split { id: made, .. } => made == id,
                _ => false,
            };
            rows().any(|row| row.id == *id) || self.all.iter().any(is_made)
        };
        (1..).map(|number: usize| format!("{MADE}{number}")).find(|id| !is_taken(id)).unwrap_or_default()
    }

    /// Corrects the comparison.
    ///
    /// # Errors
    /// Why the correction does not fit; nothing has changed then.
    pub fn correct(&mut self, correction: Correction) -> Result<(), Misfit> {
        let mut comparison = Comparison::clone(&self.corrected);
        let texts = Texts::new(&comparison.corpus.documents);
        apply(&correction.change, &mut comparison.claims, &texts)?;
        drop(texts);
        self.remember();
        self.now.push(self.all.len());
        self.all.push(correction);
        self.corrected = Rc::new(comparison);
        Ok(())
    }

    /// Takes back one correction, wherever it stands in the list; those after it stay. This can be undone too.
    pub fn take_back(&mut self, place: usize) -> bool {
        if place >= self.now.len() {
            return false;
        }
        self.remember();
        self.now.remove(place);
        self.replay();
        true
    }

    /// Goes back to before the last change; tells whether there was one.
    pub fn undo(&mut self) -> bool {
        let Some(before) = self.past.pop() else { return false };
        self.future.push(std::mem::replace(&mut self.now, before));
        self.replay();
        true
    }

    /// Makes the last change again that was undone; tells whether there was one.
    pub fn redo(&mut self) -> bool {
        let Some(after) = self.future.pop() else { return false };
        self.past.push(std::mem::replace(&mut self.now, after));
        self.replay();
        true
    }

    /// Tells whether there is something to undo.
    pub fn can_undo(&self) -> bool {
        !self.past.is_empty()
    }

    /// Tells whether there is something to redo.
    pub fn can_redo(&self) -> bool {
        !self.future.is_empty()
    }

    /// Takes in what was corrected elsewhere since both had the corrections of `before`: those made there come last, those taken back there go.
    pub fn join(&mut self, before: Option<&Self>, theirs: Option<&Self>) {
        let has = |history: &Self, correction: &Correction| history.corrections().any(|other| other == correction);
        let had = |correction: &Correction| before.is_some_and(|before| has(before, correction));
        let is_there = |correction: &Correction| theirs.is_some_and(|theirs| has(theirs, correction));
        let mut now = self.now.clone();
        now.retain(|&number| !had(&self.all[number]) || is_there(&self.all[number]));
        let made = theirs.into_iter().flat_map(Self::corrections);
        let mut all = self.all.clone();
        all.extend(made.filter(|correction| !had(correction) && !has(self, correction)).cloned());
        now.extend(self.all.len()..all.len());
        if now != self.now {
            self.remember();
            (self.all, self.now) = (all, now);
            self.replay();
        }
    }

    /// Keeps the corrections with another analysis, of the same articles or of edited ones; what does not fit is in [`misfits`](Self::misfits).
    pub fn go_on_with(&mut self, comparison: Comparison) {
        self.first = Rc::new(Comparison { corrections: None, ..comparison });
        let first = self.first.clone();
        let texts = Texts::new(&first.corpus.documents);
        // Words that moved are remembered where they stand now, or after many edits nothing around them would be known any more.
        for correction in &mut self.all {
            correction.change.for_each_evidence(&mut |document, evidence| {
                let column = texts.column(document);
                if let Ok(found) = column.and_then(|column| texts.anchored(column, evidence)) {
                    *evidence = found;
                }
            });
        }
        self.replay();
    }

    fn remember(&mut self) {
        self.past.push(self.now.clone());
        self.future.clear();
    }

    /// Applies the corrections that count to the first answer.
    fn replay(&mut self) {
        self.misfits.clear();
        if self.now.is_empty() {
            self.corrected = self.first.clone();
            return;
        }
        let texts = Texts::new(&self.first.corpus.documents);
        let mut claims = self.first.claims.clone();
        for (place, &number) in self.now.iter().enumerate() {
            if let Err(misfit) = apply(&self.all[number].change, &mut claims, &texts) {
                self.misfits.push((place, misfit));
            }
        }
        self.corrected = Rc::new(Comparison { claims, ..Comparison::clone(&self.first) });
    }
}
