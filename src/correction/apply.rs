//! Applies one change to the rows of a comparison.
//!
//! A file of its own because each change is one function that either does all of it or leaves the rows as they are.

use super::place::Texts;
use super::{Change, Misfit, Words};
use crate::comparison::{Cell, Evidence, JudgedBy, Reason, Row};
use crate::document::DocumentId;
use crate::matrix::{Verdict, division};
use crate::order::Arrange as _;
use crate::stance::{Stance, Voice};

/// Whoever corrects.
const BY_PERSON: Option<JudgedBy> = Some(JudgedBy::Person);

/// Name of the reason that a person gives.
const PERSON: &str = "person";

/// Applies a change; where it does not fit, nothing is changed.
pub(super) fn apply(change: &Change, claims: &mut Vec<Row>, texts: &Texts<'_>) -> Result<(), Misfit> {
    match change {
        Change::Cell { row, document, stance, voice, speaker, evidence, why } => {
            let (at, column) = (texts.row(row, claims)?, texts.column(document)?);
            let mut evidence =
                evidence.iter().map(|words| texts.anchored(column, words)).collect::<Result<Vec<_>, _>>()?;
            in_text_order(&mut evidence);
            let is_excerpt = texts.documents().nth(column).is_some_and(|document| document.excerpt);
            if stance.speaks() && evidence.is_empty() {
                return Err(Misfit::NoWords);
            }
            if *stance == Stance::Omits && is_excerpt {
                return Err(Misfit::Excerpt);
            }
            let cell = cell_mut(claims, at, column)?;
            *cell = Cell {
                voice: stance.speaks().then(|| voice.or(cell.voice).unwrap_or(Voice::Own)),
                speaker: speaker.clone().filter(|_| stance.speaks() && *voice == Some(Voice::Attributed)),
                evidence: if stance.speaks() { evidence } else { Vec::new() },
                ..Cell::of_person(document.clone(), *stance)
            };
            let why = why.iter().map(|why| why.trim()).filter(|why| !why.is_empty());
            cell.reasons =
                why.map(|why| Reason { rule: PERSON.to_owned(), text: why.to_owned(), cues: Vec::new() }).collect();
            settle(claims, at);
        }
        Change::Move { from, to, words } => {
            let (from, to) = (texts.row(from, claims)?, texts.row(to, claims)?);
            if from == to {
                return Err(Misfit::Same);
            }
            let (column, words) = texts.placed(words)?;
            let given = take(cell_mut(claims, from, column)?, &words)?;
            give(cell_mut(claims, to, column)?, given, words);
            settle(claims, from);
            settle(claims, to);
        }
        Change::Statement { row, statement } => {
            let at = texts.row(row, claims)?;
            let statement = worded(statement)?;
            let row = row_mut(claims, at)?;
            (row.statement, row.statement_by) = (statement, BY_PERSON);
        }
        Change::Verdict { row, verdict } => {
            let at = texts.row(row, claims)?;
            let row = row_mut(claims, at)?;
            row.verdict_by = verdict.map(|_| JudgedBy::Person);
            match verdict {
                Some(verdict) => row.verdict = *verdict,
                None => settle(claims, at),
            }
        }
        Change::Note { row, note } => {
            let at = texts.row(row, claims)?;
            let note = note.as_deref().map(str::trim).filter(|note| !note.is_empty());
            row_mut(claims, at)?.note = note.map(str::to_owned);
        }
        Change::Merge { into, from } => {
            let (into, from) = (texts.row(into, claims)?, texts.row(from, claims)?);
            if into == from {
                return Err(Misfit::Same);
            }
            let Row { cells, note, .. } = claims.remove(from);
            let into = if from < into { into - 1 } else { into };
            let row = row_mut(claims, into)?;
            for (cell, other) in row.cells.iter_mut().zip(cells) {
                merge(cell, other);
            }
            row.note = match (row.note.take(), note) {
                (Some(own), Some(other)) => Some(format!("{own}\n{other}")),
                (own, other) => own.or(other),
            };
            settle(claims, into);
        }
        Change::Split { row, take, statement, id } => {
            let at = texts.row(row, claims)?;
            let new = split(row_mut(claims, at)?.clone(), take, texts)?;
            let (id, statement) = (free(id, claims)?, worded(statement)?);
            *row_mut(claims, at)? = new.0;
            claims.insert(at + 1, Row { id, statement, statement_by: BY_PERSON, ..new.1 });
            settle(claims, at);
            settle(claims, at + 1);
        }
        Change::Add { id, statement, words } => {
            let cells = cells_of(words, texts)?;
            claims.push(Row {
                id: free(id, claims)?,
                statement: worded(statement)?,
                verdict: Verdict::SingleSource,
                division: 0.0,
                cells,
                verdict_by: None,
                statement_by: BY_PERSON,
                note: None,
            });
            let last = claims.len() - 1;
            settle(claims, last);
        }
        Change::Remove { row } => {
            let at = texts.row(row, claims)?;
            claims.remove(at);
        }
    }
    Ok(())
}

fn row_mut(claims: &mut [Row], at: usize) -> Result<&mut Row, Misfit> {
    claims.get_mut(at).ok_or(Misfit::Row)
}

fn cell_mut(claims: &mut [Row], at: usize, column: usize) -> Result<&mut Cell, Misfit> {
    row_mut(claims, at)?.cells.get_mut(column).ok_or(Misfit::Document)
}

/// Returns a statement without white space around it, if it has words.
fn worded(statement: &str) -> Result<String, Misfit> {
    let statement = statement.trim();
    if statement.is_empty() { Err(Misfit::Blank) } else { Ok(statement.to_owned()) }
}

/// Returns the id of a new row if no row has it.
fn free(id: &str, claims: &[Row]) -> Result<String, Misfit> {
    let is_free = id.starts_with(super::place::MADE) && claims.iter().all(|row| row.id != id);
    if is_free { Ok(id.to_owned()) } else { Err(Misfit::Taken) }
}

/// Lets division and verdict of a row follow from its cells, unless a person decided the verdict.
fn settle(claims: &mut [Row], at: usize) {
    let Some(row) = claims.get_mut(at) else { return };
    let stances = || row.cells.iter().map(|cell| cell.stance);
    let (verdict, division) = (Verdict::of(stances()), division(stances()));
    row.division = division;
    if row.verdict_by.is_none() {
        row.verdict = verdict;
    }
}

fn unjudged(document: &DocumentId) -> Cell {
    Cell::of_person(document.clone(), Stance::Unjudged)
}

/// Makes the cells of a new row, of which these words say what it states.
fn cells_of(words: &[Words], texts: &Texts<'_>) -> Result<Vec<Cell>, Misfit> {
    let mut cells: Vec<_> = texts.documents().map(|document| unjudged(&document.id)).collect();
    for words in words {
        let (column, words) = texts.placed(words)?;
        let cell = cells.get_mut(column).ok_or(Misfit::Document)?;
        let says_so = Cell::of_person(cell.document.clone(), Stance::Supports);
        give(cell, says_so, words);
    }
    if words.is_empty() { Err(Misfit::NoWords) } else { Ok(cells) }
}

/// Makes a cell with words, in the voice of another.
fn spoken(whose: &Cell, stance: Stance, mut evidence: Vec<Evidence>) -> Cell {
    in_text_order(&mut evidence);
    let (voice, speaker) = (Some(whose.voice.unwrap_or(Voice::Own)), whose.speaker.clone());
    Cell { voice, speaker, evidence, ..Cell::of_person(whose.document.clone(), stance) }
}

fn in_text_order(evidence: &mut Vec<Evidence>) {
    evidence.arrange_by_key(|words| (words.start, words.end));
    evidence.dedup_by_key(|words| (words.start, words.end));
}

/// Takes words out of the evidence of a cell, which is unjudged when none are left; gives the cell as it was.
fn take(cell: &mut Cell, words: &Evidence) -> Result<Cell, Misfit> {
    let mut evidence = cell.evidence.clone();
    evidence.retain(|own| (own.start, own.end) != (words.start, words.end));
    if evidence.len() == cell.evidence.len() {
        return Err(Misfit::Words);
    }
    let left = if evidence.is_empty() { unjudged(&cell.document) } else { spoken(cell, cell.stance, evidence) };
    Ok(std::mem::replace(cell, left))
}

/// Adds words to the evidence of a cell, which does with the claim what `given` did with another where its document was silent.
fn give(cell: &mut Cell, given: Cell, words: Evidence) {
    let mut evidence = std::mem::take(&mut cell.evidence);
    evidence.push(words);
    let whose = if cell.stance.speaks() { cell.clone() } else { given };
    *cell = spoken(&whose, whose.stance, evidence);
}

/// Adds what a document does in another row to what it does in this one.
fn merge(cell: &mut Cell, other: Cell) {
    if !other.stance.speaks() {
        return;
    }
    let mut evidence = std::mem::take(&mut cell.evidence);
    evidence.extend(other.evidence.iter().cloned());
    if cell.stance.speaks() {
        // Whoever joins two claims judges nothing anew of a source that this one has words of.
        in_text_order(&mut evidence);
        cell.evidence = evidence;
    } else {
        *cell = spoken(&other, other.stance, evidence);
    }
}

/// Returns what is left of a row, and what was taken from it.
fn split(mut row: Row, words: &[Words], texts: &Texts<'_>) -> Result<(Row, Row), Misfit> {
    let mut new = row.clone();
    (new.note, new.verdict_by) = (None, None);
    for cell in &mut new.cells {
        *cell = unjudged(&cell.document);
    }
    for words in words {
        let (column, words) = texts.placed(words)?;
        let (Some(cell), Some(target)) = (row.cells.get_mut(column), new.cells.get_mut(column)) else {
            return Err(Misfit::Document);
        };
        give(target, take(cell, &words)?, words);
    }
    let speaks = |row: &Row| row.cells.iter().any(|cell| cell.stance.speaks());
    if speaks(&row) && speaks(&new) { Ok((row, new)) } else { Err(Misfit::Whole) }
}
