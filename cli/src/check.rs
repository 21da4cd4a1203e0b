//! `news-compare check`: what must be looked at before a comparison is published.

use crate::arguments::CheckArguments;
use crate::fault::{Fault, on_one_line, said};
use crate::output::Output;
use crate::story::read_whole;
use news_compare::anchor::{Fate, Finding, carry, is_forsaken};
use news_compare::comparison::{Cell, JudgedBy};
use news_compare::stance::Stance;
use news_compare::{Comparison, Corpus, Format, Language, export};
use std::collections::BTreeMap;
use std::path::Path;
use std::process::ExitCode;

/// How many code points of a quotation are shown.
const SHOWN: usize = 80;

/// Checks the comparison, prints what was found, and with `--fix` writes it anew.
pub(crate) fn run(arguments: &CheckArguments) -> Result<ExitCode, Fault> {
    let item = read_whole(&arguments.comparison)?;
    let fault = |error: news_compare::InputError| item.fault(said(&error));
    let mut comparison = Comparison::from_bytes_unchecked(&item.bytes).map_err(fault)?;
    if let Some(path) = &arguments.corpus {
        correct(&mut comparison, path)?;
    }
    let findings = carry(&mut comparison);
    let is_persons = |finding: &Finding| finding.is_of_person && finding.fate == Fate::Lost;
    // What is left are faults of another kind, which no search mends; but a person's words that are gone are told as a finding.
    if !findings.iter().any(is_persons) {
        comparison.check().map_err(fault)?;
    }
    let attention = attention(&comparison, arguments.below);
    let forsaken: Vec<_> = (0..comparison.claims.len()).filter(|&row| is_forsaken(&comparison.claims[row])).collect();
    let report = report(&comparison, &findings, &attention, &forsaken);
    let target = arguments.output.as_ref().unwrap_or(&arguments.comparison);
    let is_to_output = arguments.fix && target.as_os_str() == "-";
    if is_to_output {
        eprint!("{report}");
    } else {
        let mut output = Output::open(None)?;
        output.write(&report)?;
        output.finish()?;
    }
    if arguments.fix {
        if let Some(finding) = findings.iter().find(|finding| is_persons(finding)) {
            return Err(item.fault(format!(
                "{}: the words that a person chose are no longer in the article; nothing was written: change the cell by hand",
                place(&comparison, finding.row, finding.document)
            )));
        }
        let mut output = Output::open(Some(target))?;
        output.write_line(export(&comparison, Format::Comparison, Language::English).as_bytes())?;
        output.finish()?;
    }
    let stands = |finding: &Finding| finding.fate == Fate::Moved && arguments.fix;
    let fails = !findings.iter().all(stands) || !forsaken.is_empty() || arguments.strict && !attention.is_empty();
    Ok(if fails { ExitCode::from(1) } else { ExitCode::SUCCESS })
}

/// Puts corrected articles in the place of those of the same id.
fn correct(comparison: &mut Comparison, path: &Path) -> Result<(), Fault> {
    let item = read_whole(path)?;
    let corpus = Corpus::from_bytes(&item.bytes).map_err(|error| item.fault(said(&error)))?;
    let mut given: BTreeMap<_, _> =
        corpus.documents.into_iter().map(|document| (document.id.clone(), document)).collect();
    for document in &mut comparison.corpus.documents {
        match given.remove(&document.id) {
            Some(corrected) => *document = corrected,
            None => {
                return Err(item.fault(format!("there is no document {:?}, which the comparison has", document.id.0)));
            }
        }
    }
    match given.keys().next() {
        Some(id) => Err(item.fault(format!("document {:?} is not in the comparison: analyze the corpus anew", id.0))),
        None => Ok(()),
    }
}

/// Returns the cells that need a person, by row and column, and why.
fn attention(comparison: &Comparison, below: f64) -> Vec<(usize, usize, String)> {
    let is_reviewed = comparison.review.as_ref().is_some_and(news_compare::comparison::Review::is_reviewed);
    let why = |cell: &Cell| match (cell.judged_by, cell.stance) {
        (JudgedBy::Person, _) => None,
        (_, Stance::Unjudged) => Some("not judged".to_owned()),
        (_, Stance::Contradicts) if !is_reviewed => Some("a contradiction that nobody has reviewed".to_owned()),
        _ if cell.confidence < below => Some(format!("confidence {} is low", cell.confidence)),
        _ => None,
    };
    let rows = comparison.claims.iter().enumerate();
    rows.flat_map(|(at, row)| row.cells.iter().enumerate().map(move |(column, cell)| (at, column, cell)))
        .filter_map(|(at, column, cell)| Some((at, column, why(cell)?)))
        .collect()
}

fn report(
    comparison: &Comparison,
    findings: &[Finding],
    attention: &[(usize, usize, String)],
    forsaken: &[usize],
) -> String {
    let mut out = String::new();
    for finding in findings {
        let place = place(comparison, finding.row, finding.document);
        let (member, words) = (finding.member, shortened(&finding.exact));
        out += &match finding.fate {
            Fate::Moved => format!("{place}: {member} moved: “{words}”\n"),
            Fate::Lost => format!("{place}: {member} not found: “{words}”\n"),
        };
    }
    for (row, column, why) in attention {
        out += &format!("{}: needs a person: {why}\n", place(comparison, *row, *column));
    }
    for row in forsaken {
        out += &format!("{}: needs a person: no article says it any more\n", row_place(comparison, *row));
    }
    let moved = findings.iter().filter(|finding| finding.fate == Fate::Moved).count();
    let count = |count: usize, one: &str, many: &str| format!("{count} {}", if count == 1 { one } else { many });
    let unsaid = match forsaken.len() {
        0 => String::new(),
        rows => format!(", {} said by no article", count(rows, "row is", "rows are")),
    };
    out + &format!(
        "{}: {moved} moved, {} not found, {} a person{unsaid}\n",
        count(comparison.claims.len(), "row", "rows"),
        findings.len() - moved,
        count(attention.len(), "cell needs", "cells need"),
    )
}

fn place(comparison: &Comparison, row: usize, column: usize) -> String {
    let document = comparison.corpus.documents.get(column).map_or("", |document| document.id.0.as_str());
    format!("{}, document {document}", row_place(comparison, row))
}

fn row_place(comparison: &Comparison, row: usize) -> String {
    let id = comparison.claims.get(row).map_or("", |row| row.id.as_str());
    format!("row {} ({})", row + 1, on_one_line(id))
}

/// Cuts long words, and puts them on one line.
fn shortened(words: &str) -> String {
    let line = on_one_line(&words.split_whitespace().collect::<Vec<_>>().join(" "));
    match line.char_indices().nth(SHOWN) {
        Some((end, _)) => format!("{}…", &line[..end]),
        None => line,
    }
}
