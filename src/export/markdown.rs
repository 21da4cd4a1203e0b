//! Markdown (CommonMark with tables): the sources, the matrix as a table, and each claim with the words that show it.
//!
//! Everything that comes from the story is escaped: it can be neither a heading nor a link, neither HTML nor the end of a table cell.
//! Line ends become spaces; signs that turn the direction of a line are left out, since they would reach over what stands behind.

use crate::comparison::{Cell, Comparison, Row};
use crate::document::Document;
use crate::language::Language;
use crate::stance::reason::source_name;
use crate::wording;
use std::fmt::Write as _;

/// The most sources whose matrix is a table; with more no line of it can be read, and the claims below say the same.
const COLUMNS: usize = 8;

/// Writes the whole comparison to be read.
pub(super) fn write(comparison: &Comparison, language: Language) -> String {
    let documents = &comparison.corpus.documents;
    let names: Vec<_> = documents
        .iter()
        .enumerate()
        .map(|(at, document)| escape(&source_name(language, at, document.outlet.as_deref())))
        .collect();
    let title = match comparison.corpus.title.trim() {
        "" => wording::untitled(language),
        title => title,
    };
    let (sources, matrix, claims, claim) = match language {
        Language::English => ("Sources", "Matrix", "Claims", "Claim"),
        Language::Spanish => ("Fuentes", "Matriz", "Afirmaciones", "Afirmación"),
    };
    let mut out = format!("# {}\n", escape(title));
    // Writing into a string cannot fail.
    if let Some(note) = comparison.corpus.note.as_deref().map(str::trim).filter(|note| !note.is_empty()) {
        let _ = write!(out, "\n{}\n", escape(note));
    }
    if let Some(review) = &comparison.review {
        let lines = wording::review(language, review, str::to_owned);
        let _ = write!(out, "\n{}\n", escape(&lines.join(" · ")));
    }
    let _ = write!(out, "\n## {sources}\n\n");
    for (name, document) in names.iter().zip(documents) {
        source(&mut out, name, document);
    }
    if documents.len() <= COLUMNS && !comparison.claims.is_empty() {
        let _ =
            write!(out, "\n## {matrix}\n\n| {claim} | {} |\n|---|{}\n", names.join(" | "), "---|".repeat(names.len()));
        for row in &comparison.claims {
            let cells: Vec<_> = row.cells.iter().map(|cell| wording::stance(language, cell.stance)).collect();
            let _ = writeln!(out, "| {} | {} |", escape(&wording::opened(&row.statement)), cells.join(" | "));
        }
    }
    let _ = write!(out, "\n## {claims}\n");
    for row in &comparison.claims {
        section(&mut out, row, &names, language);
    }
    out
}

fn source(out: &mut String, name: &str, document: &Document) {
    let _ = write!(out, "- **{name}**");
    match (document.title.as_deref().map(str::trim).filter(|title| !title.is_empty()), &document.url) {
        (Some(title), Some(url)) => {
            let _ = write!(out, ": [{}]({})", escape(title), address(url));
        }
        (Some(title), None) => {
            let _ = write!(out, ": {}", escape(title));
        }
        (None, Some(url)) => {
            let _ = write!(out, ": [{}]({})", escape(url), address(url));
        }
        (None, None) => {}
    }
    for value in [&document.author, &document.published].into_iter().flatten() {
        let _ = write!(out, ", {}", escape(value));
    }
    out.push('\n');
}

fn section(out: &mut String, row: &Row, names: &[String], language: Language) {
    let _ = write!(
        out,
        "\n### {}\n\n*{}*\n\n",
        escape(&wording::opened(&row.statement)),
        wording::verdict_of(language, row)
    );
    if let Some(note) = &row.note {
        let _ = write!(out, "{} {}\n\n", wording::note(language), escape(note));
    }
    for (cell, name) in row.cells.iter().zip(names) {
        let _ = writeln!(out, "- **{name}** {}", wording::stance(language, cell.stance));
        details(out, cell, language);
    }
}

fn details(out: &mut String, cell: &Cell, language: Language) {
    for evidence in &cell.evidence {
        let words = escape(&evidence.exact);
        let _ = match language {
            Language::English => write!(out, "  - “{words}”"),
            Language::Spanish => write!(out, "  - «{words}»"),
        };
        if let Some(voice) = cell.voice {
            let _ = write!(out, ", {}", escape(&wording::voice(language, voice, cell.speaker.as_deref())));
        }
        out.push('\n');
    }
    for reason in cell.reasons.iter().filter(|reason| !reason.text.trim().is_empty()) {
        let _ = writeln!(out, "  - {}", escape(&reason.text));
    }
}

/// Writes a text so that it is nothing but text, on one line.
fn escape(text: &str) -> String {
    let mut out = String::new();
    for word in text.split(|c: char| c.is_whitespace() || c.is_control()).filter(|word| !word.is_empty()) {
        let before = out.len();
        if before > 0 {
            out.push(' ');
        }
        let line_begins = before == 0;
        // What makes a list, a heading or a table only in front of a line, and an address only in front of a host.
        let is_number = |word: &str| word.trim_end_matches(['.', ')']).bytes().all(|byte| byte.is_ascii_digit());
        let marks_line = line_begins && (is_number(word) || word.starts_with(['#', '+', '-', '=', ':']));
        let is_address = word.to_ascii_lowercase().contains("www.") || word.contains("://");
        for character in word.chars() {
            match character {
                '\\' | '`' | '*' | '_' | '[' | ']' | '<' | '>' | '|' | '~' | '&' | '$' | '@' | '{' | '}' | '^' => {
                    out.push('\\');
                    out.push(character);
                }
                '#' | '+' | '-' | '=' | '.' | ')' | ':' | '(' | '/' if marks_line || is_address => {
                    out.push('\\');
                    out.push(character);
                }
                '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' => {}
                other => out.push(other),
            }
        }
        if out.len() == before + 1 && before > 0 {
            out.pop();
        }
    }
    out
}

/// Writes an address as the target of a link: it has been checked to be http or https without white space.
fn address(url: &str) -> String {
    let mut out = String::new();
    for character in url.chars() {
        match character {
            '(' | ')' | '\\' | '*' | '_' | '`' | '[' | ']' | '|' | '&' | '~' => out.extend(['\\', character]),
            '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' => {}
            other => out.push(other),
        }
    }
    out
}
