//! Matrices as text that can be read and compared line by line.

use news_compare::comparison::{Cell, Evidence, Row};
use news_compare::stance::Voice;
use std::fmt::Write;

/// Puts words between quotation marks on one line, with characters that cannot be seen written as their numbers.
pub(crate) fn quoted(words: &str) -> String {
    let mut out = String::from("“");
    for character in words.chars() {
        match character {
            '\n' => out.push('⏎'),
            '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{feff}' => {
                let _ = write!(out, "\\u{{{:x}}}", u32::from(character));
            }
            _ if character.is_control() => {
                let _ = write!(out, "\\u{{{:x}}}", u32::from(character));
            }
            _ => out.push(character),
        }
    }
    out.push('”');
    out
}

/// The words of a cell, one after the other.
pub(crate) fn quotes(evidence: &[Evidence]) -> String {
    evidence.iter().map(|words| quoted(&words.exact)).collect::<Vec<_>>().join(" ")
}

/// One block a row: verdict, division and statement, then one line a cell with document, stance, rule and quotations.
pub(crate) fn matrix(rows: &[Row]) -> String {
    rows.iter().map(row).collect::<Vec<_>>().join("\n")
}

fn row(row: &Row) -> String {
    let mut out = format!("{} {:.2} {}\n", row.verdict.name(), row.division, quoted(&row.statement));
    for cell in &row.cells {
        let _ = writeln!(out, "  {}", self::cell(cell));
    }
    out
}

fn cell(cell: &Cell) -> String {
    let rules: Vec<&str> = cell.reasons.iter().map(|reason| reason.rule.as_str()).collect();
    let mut out = format!("{}: {} ({})", cell.document.0, cell.stance.name(), rules.join(", "));
    if cell.voice == Some(Voice::Attributed) {
        let _ = write!(out, ", says {}", cell.speaker.as_deref().map_or("somebody".to_owned(), quoted));
    }
    if !cell.evidence.is_empty() {
        let _ = write!(out, " {}", quotes(&cell.evidence));
    }
    if let Some(nearest) = &cell.nearest {
        let _ = write!(out, ", nearest {}", quoted(&nearest.sentence.exact));
    }
    out
}
