//! Comma-separated values as in RFC 4180: one line for each cell of the matrix, every text in quotation marks.
//!
//! Spreadsheets take a field that begins with `=`, `+`, `-` or `@` for a formula, also in quotation marks, and an article may begin so on
//! purpose. Such a field gets an apostrophe in front (OWASP, "CSV Injection"). A program that parts fields at semicolons, tabs or
//! line ends does not see the quotation marks of ours, so the same holds behind those. Whoever needs the words unchanged
//! takes the JSON.

use crate::comparison::{Comparison, JudgedBy};
use crate::stance::Voice;

/// The names of the columns.
const HEAD: &str = "row,statement,verdict,division,document,outlet,title,url,published,stance,voice,speaker,confidence,judged_by,reasons,evidence,start,end,note,verdict_by,statement_by";

/// Stands between the quotations of one cell, and between its reasons.
const BETWEEN: &str = " | ";

/// Writes all cells, row by row.
pub(super) fn write(comparison: &Comparison) -> String {
    let mut out = format!("{HEAD}\r\n");
    for row in &comparison.claims {
        for (cell, document) in row.cells.iter().zip(&comparison.corpus.documents) {
            let of = |value: &Option<String>| field(value.as_deref().unwrap_or_default());
            let joined = |words: Vec<&str>| field(&words.join(BETWEEN));
            let numbers = |numbers: Vec<usize>| numbers.iter().map(usize::to_string).collect::<Vec<_>>().join(" ");
            let fields = [
                field(&row.id),
                field(&row.statement),
                row.verdict.name().to_owned(),
                row.division.to_string(),
                field(&document.id.0),
                of(&document.outlet),
                of(&document.title),
                of(&document.url),
                of(&document.published),
                cell.stance.name().to_owned(),
                cell.voice.map_or("", Voice::name).to_owned(),
                of(&cell.speaker),
                cell.confidence.to_string(),
                cell.judged_by.name().to_owned(),
                joined(cell.reasons.iter().map(|reason| reason.text.as_str()).collect()),
                joined(cell.evidence.iter().map(|evidence| evidence.exact.as_str()).collect()),
                numbers(cell.evidence.iter().map(|evidence| evidence.start).collect()),
                numbers(cell.evidence.iter().map(|evidence| evidence.end).collect()),
                of(&row.note),
                row.verdict_by.map_or("", JudgedBy::name).to_owned(),
                row.statement_by.map_or("", JudgedBy::name).to_owned(),
            ];
            out.push_str(&fields.join(","));
            out.push_str("\r\n");
        }
    }
    out
}

/// Writes a text as a field that no spreadsheet takes for a formula.
pub(crate) fn field(text: &str) -> String {
    let mut out = String::from("\"");
    let mut begins = true;
    for character in text.chars() {
        if begins && matches!(character, '=' | '+' | '-' | '@' | '＝' | '＋' | '－' | '＠' | '\t' | '\r') {
            out.push('\'');
            begins = false;
        }
        match character {
            '"' => out.push_str("\"\""),
            _ => out.push(character),
        }
        // Behind white space a spreadsheet may still see a beginning; behind a separator it does.
        begins = matches!(character, ';' | '\t' | '\n' | '\r') || begins && is_blank(character);
    }
    out.push('"');
    out
}

/// Tells whether a spreadsheet may read over a character to what comes behind it: white space, and what has no width.
fn is_blank(character: char) -> bool {
    character.is_whitespace()
        || character.is_control()
        || matches!(character, '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{2069}' | '\u{feff}' | '"' | '\'')
}

#[cfg(test)]
mod tests {
    use super::super::tests::hostile;
    use super::*;
    use proptest::prelude::*;

    /// Reads RFC 4180 strictly: the grammar of its second chapter.
    fn read(text: &str) -> Vec<Vec<String>> {
        let (mut rows, mut row, mut rest) = (Vec::new(), Vec::new(), text);
        while !rest.is_empty() {
            let mut value = String::new();
            if let Some(quoted) = rest.strip_prefix('"') {
                rest = quoted;
                loop {
                    let end = rest.find('"').unwrap();
                    value.push_str(&rest[..end]);
                    rest = &rest[end + 1..];
                    match rest.strip_prefix('"') {
                        Some(more) => rest = more,
                        None => break,
                    }
                    value.push('"');
                }
            } else {
                let end = rest.find([',', '\r']).unwrap();
                assert!(!rest[..end].contains(['"', '\n']), "{rest}");
                value.push_str(&rest[..end]);
                rest = &rest[end..];
            }
            row.push(value);
            if let Some(more) = rest.strip_prefix(',') {
                rest = more;
            } else {
                rest = rest.strip_prefix("\r\n").unwrap();
                rows.push(std::mem::take(&mut row));
            }
        }
        rows
    }

    #[test]
    fn a_verdict_the_words_and_a_note_are_those_of_a_person() {
        let mut comparison = hostile();
        let row = &mut comparison.claims[0];
        (row.verdict_by, row.statement_by) = (Some(JudgedBy::Person), Some(JudgedBy::Person));
        row.note = Some("Ask *again*.".to_owned());
        let rows = read(&write(&comparison));
        assert_eq!(rows[0][18..], ["note", "verdict_by", "statement_by"]);
        assert_eq!(rows[1][18..], ["Ask *again*.", "person", "person"]);
        assert_eq!(rows[3][18..], ["", "", ""]);
        let text = super::super::export(&comparison, crate::Format::Markdown, crate::Language::English);
        assert!(
            text.contains(
                "*disputed, decided by a person, worded by a person*\n\nNote by a person: Ask \\*again\\*.\n"
            ),
            "{text}"
        );
        let text = crate::fallback::write(&comparison, crate::Language::Spanish);
        assert!(text.contains("en disputa, decidido por una persona"), "{text}");
        assert!(text.contains("Nota de una persona: Ask *again*."), "{text}");
    }

    #[test]
    fn every_cell_is_one_record_that_a_strict_reader_takes() {
        let rows = read(&write(&hostile()));
        assert_eq!(rows.len(), 1 + 6);
        assert!(rows.iter().all(|row| row.len() == HEAD.split(',').count()));
        assert_eq!(rows[1][1], "'+1 rose </script>");
        assert_eq!(rows[1][5..8], ["'-Post", "A\nB", "https://example.org/a?x=1&y=\u{e9}"]);
        assert_eq!(rows[1][9..14], ["supports", "attributed", "'@she", "0.75", "rule"]);
        assert_eq!(
            rows[1][14..18],
            ["'-Both \"say\" so;'=1", "<b>Two</b> | three | *rose* 🌊 twice.", "42 82", "60 97"]
        );
        assert_eq!(rows[4][9..13], ["omits", "", "", "0.75"]);
        assert!(rows[3][15].starts_with("'=HYPERLINK("), "{}", rows[3][15]);
    }

    proptest! {
        #[test]
        fn no_field_begins_as_a_formula_and_every_word_is_kept(text in "[=+@ \\-\t\r\n;,\"'\u{200b}a]{0,12}|\\PC{0,20}") {
            let written = field(&text);
            let rows = read(&format!("{written}\r\n"));
            prop_assert_eq!(rows[0][0].replace('\'', ""), text.replace('\'', ""));
            for part in rows[0][0].split([';', '\t', '\n', '\r']) {
                let begin = part.trim_start_matches(|c: char| is_blank(c) && c != '\'');
                prop_assert!(!begin.starts_with(['=', '+', '-', '@', '＝']), "{:?}", part);
            }
        }
    }
}
