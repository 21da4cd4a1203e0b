//! The keys of the invented stories, made by people, as comparisons: what a lesson asks and holds answers against.
//!
//! A file of its own because it reads another format (`news-compare.gold/1`, `tests/gold/README.md`), which says what is right and not why: where
//! the program came to the same judgement about the same words, its reason is taken over. Known limit: what the program says otherwise is not shown.

use crate::comparison::{COMPARISON_FORMAT, Cell, Comparison, Cue, Evidence, Reason, Row};
use crate::document::Document;
use crate::matrix::{Verdict, division};
use crate::span::{CodePoints, Span};
use crate::stance::{RuleName, Stance};
use serde::Deserialize;
use std::collections::BTreeMap;

/// The keys, in the order of the stories.
const KEYS: [&str; super::stories::COUNT] = [
    include_str!("../../tests/gold/harrow-bend-flood.gold.json"),
    include_str!("../../tests/gold/tea-study.gold.json"),
    include_str!("../../tests/gold/dairy-strike.gold.json"),
    include_str!("../../tests/gold/quay-street-vote.gold.json"),
    include_str!("../../tests/gold/vellacott-merger.gold.json"),
];

#[derive(Deserialize)]
struct Key {
    claims: Vec<Claim>,
}

#[derive(Deserialize)]
struct Claim {
    statement: String,
    cells: BTreeMap<String, Judged>,
}

#[derive(Deserialize)]
struct Judged {
    stance: Stance,
    #[serde(default)]
    quotes: Vec<String>,
}

/// Returns the key of an invented story; `machine` is the program's comparison of it.
pub fn key(at: usize, machine: &Comparison) -> Option<Comparison> {
    let key: Key = serde_json::from_str(KEYS.get(at)?).ok()?;
    let documents = &machine.corpus.documents;
    let points: Vec<CodePoints<'_>> = documents.iter().map(|document| CodePoints::new(&document.text)).collect();
    let spans = |column: usize, cell: &Cell| -> Vec<Span> {
        let text = documents.get(column).map_or("", |document| document.text.as_str());
        cell.evidence.iter().filter_map(|evidence| evidence.locate(text, points.get(column)?)).collect()
    };
    let theirs: Vec<Vec<Vec<Span>>> = machine
        .claims
        .iter()
        .map(|row| row.cells.iter().enumerate().map(|(column, cell)| spans(column, cell)).collect())
        .collect();
    let mut claims = Vec::new();
    for (number, claim) in (1..).zip(&key.claims) {
        let mut cells: Vec<(Cell, Vec<Span>)> = Vec::new();
        for (document, points) in documents.iter().zip(&points) {
            let judged = claim.cells.get(&document.id.0)?;
            let found = judged.quotes.iter().filter_map(|quote| place(document, quote));
            let mut spans: Vec<Span> = found.collect();
            spans.sort();
            let evidence = spans.iter().map(|span| Evidence::new(points, &document.text, *span)).collect();
            cells.push((Cell { evidence, ..Cell::of_person(document.id.clone(), judged.stance) }, spans));
        }
        // The program's row that shares words with most of these.
        let shares = |row: &[Vec<Span>]| {
            let alike = row.iter().zip(&cells).filter(|(theirs, (_, ours))| overlap(theirs, ours));
            alike.count()
        };
        let best = (0..theirs.len()).max_by_key(|&row| (shares(&theirs[row]), usize::MAX - row));
        let row =
            best.filter(|&row| shares(&theirs[row]) > 0).and_then(|row| Some((machine.claims.get(row)?, &theirs[row])));
        let cells = cells.into_iter().enumerate().map(|(column, (cell, ours))| match row {
            Some((row, theirs)) => {
                with_reason(cell, row.cells.get(column), overlap(&theirs[column], &ours), &claim.statement)
            }
            None => cell,
        });
        let cells: Vec<Cell> = cells.collect();
        let stances = || cells.iter().map(|cell| cell.stance);
        let (verdict, division) = (Verdict::of(stances()), division(stances()));
        let (id, statement) = (format!("g{number}"), claim.statement.clone());
        claims.push(Row { id, statement, verdict, division, cells, verdict_by: None, statement_by: None, note: None });
    }
    Some(Comparison {
        format: COMPARISON_FORMAT.to_owned(),
        corpus: machine.corpus.clone(),
        generator: machine.generator.clone(),
        review: None,
        corrections: None,
        claims,
    })
}

/// Finds a quotation in its article.
fn place(document: &Document, quote: &str) -> Option<Span> {
    let start = document.text.find(quote)?;
    Some(Span::new(start, start + quote.len()))
}

fn overlap(a: &[Span], b: &[Span]) -> bool {
    a.iter().any(|a| b.iter().any(|b| a.overlaps(*b)))
}

/// Takes over what the program says of a cell, as far as it judges the same words alike.
fn with_reason(cell: Cell, theirs: Option<&Cell>, same_words: bool, statement: &str) -> Cell {
    let Some(theirs) = theirs else { return cell };
    let agrees = theirs.stance == cell.stance;
    let of_statement = theirs.reasons.iter().any(|reason| reason.rule == RuleName::Statement.as_str());
    if cell.stance.speaks() && same_words {
        // "The claim is taken from these words" would be said of other words than the key's.
        // A reason that holds words of another report against these is one for this claim only where the claim has them.
        let of_claim = |cue: &Cue| cue.document == cell.document || statement.contains(&cue.exact);
        let fits = |reason: &&Reason| agrees && !of_statement && reason.cues.iter().all(of_claim);
        let reasons = theirs.reasons.iter().filter(fits).cloned().collect();
        return Cell { voice: theirs.voice, speaker: theirs.speaker.clone(), reasons, ..cell };
    }
    let nearest = theirs.nearest.clone().filter(|_| agrees);
    Cell { nearest, ..cell }
}

#[cfg(test)]
mod tests {
    use super::super::stories;
    use super::*;
    use crate::comparison::JudgedBy;
    use crate::{Options, analyze};

    #[test]
    fn each_key_is_a_comparison_of_its_story_with_reasons_where_the_program_agrees() {
        for at in 0..stories::COUNT {
            let machine = analyze(&stories::corpus(at).unwrap(), &Options::default());
            let key = key(at, &machine).unwrap();
            assert_eq!(Comparison::from_json(&key.to_json()), Ok(key.clone()));
            assert!(key.claims.len() > 20);
            let cells = || key.claims.iter().flat_map(|row| &row.cells);
            assert!(cells().all(|cell| cell.judged_by == JudgedBy::Person));
            assert!(cells().all(|cell| cell.evidence.is_empty() != cell.stance.speaks()));
            assert!(cells().any(|cell| !cell.reasons.is_empty()) && cells().any(|cell| cell.nearest.is_some()));
        }
    }
}
