//! Shows where the rows of one story differ from its labels: the tool that the analysis is improved with.
//!
//! Rows are matched and relations compared as the figures are made, so that what is listed here is what they lack.

use super::labels::{Labels, Story};
use super::rows::{Range, Row, Texts, any_meet, compared, labelled, matched, relations, texts};
use super::score::Scorer;
use super::stories::Pair;
use crate::workspace;
use anyhow::{Context as _, Result};
use std::fmt::Write as _;
use std::io::{ErrorKind, Write as _};

/// So many characters of a quote are printed.
const QUOTE_SHOWN: usize = 110;

/// Analyses a labelled story and prints its missed rows, the rows that match none, and the relations that differ.
///
/// # Errors
/// When no story has that name, or it cannot be analysed.
pub(crate) fn show(labels: &Labels, name: &str, scorer: &Scorer) -> Result<()> {
    let wanted = |&(set, story): &(&str, &Story)| story.name == name || format!("{set}/{}", story.name) == name;
    let (_, story) = labels.stories().find(wanted).with_context(|| {
        let known: Vec<String> = labels.stories().map(|(set, story)| format!("{set}/{}", story.name)).collect();
        format!("no story {name:?}; the stories are {}", known.join(", "))
    })?;
    let comparison = scorer.analyze(story, &workspace::target().join("quality/errors"))?;
    let pair = Pair::read(&story.gold, &comparison)?;
    let texts = texts(&pair.corpus);
    let gold = labelled(&pair.gold, &texts)?;
    let (rows, _) = compared(&pair.comparison, &texts);
    let mut report = report(&texts, &gold, &rows);
    report.push_str("\nrelations that differ\n");
    for claim in &gold {
        for (one, other, want, got) in relations(claim, &rows, &texts).into_iter().filter(|(.., want, got)| want != got)
        {
            let _ = writeln!(report, "  {one}, {other}: want {want}, got {got}: {}", claim.statement);
        }
    }
    match std::io::stdout().write_all(report.as_bytes()) {
        // who reads only the beginning is no fault
        Err(error) if error.kind() != ErrorKind::BrokenPipe => Err(error.into()),
        _ => Ok(()),
    }
}

fn report(texts: &Texts, gold: &[Row], rows: &[Row]) -> String {
    let shared_gold: Vec<&Row> = gold.iter().filter(|row| row.is_shared()).collect();
    let shared_rows: Vec<&Row> = rows.iter().filter(|row| row.is_shared()).collect();
    let pairs = matched(&shared_gold, &shared_rows, 2);
    let mut out = String::new();
    let _ =
        writeln!(out, "{} shared rows labelled, {} found, {} match", shared_gold.len(), shared_rows.len(), pairs.len());
    let _ = writeln!(out, "\nmissed rows, each quote with the rows it fell into (* shared)");
    for (index, row) in shared_gold.iter().enumerate() {
        if pairs.iter().any(|&(g, _)| g == index) {
            continue;
        }
        let _ = writeln!(out, "MISSED {}", row.statement);
        for (document, cell) in row.speaking() {
            for range in &cell.ranges {
                let hits: Vec<String> = rows
                    .iter()
                    .enumerate()
                    .filter(|(_, found)| any_meet(&[*range], found.ranges(document)))
                    .map(|(place, found)| format!("{}{}", place + 1, if found.is_shared() { "*" } else { "" }))
                    .collect();
                let hits = if hits.is_empty() { "none".to_owned() } else { hits.join(" ") };
                let _ = writeln!(out, "    {document} {} → {hits}", quoted(texts, document, *range));
            }
        }
    }
    let _ = writeln!(out, "\nshared rows that match no labelled one");
    for (place, row) in rows.iter().enumerate().filter(|(_, row)| row.is_shared()) {
        let index = shared_rows.iter().position(|&shared| std::ptr::eq(shared, row));
        if pairs.iter().any(|&(_, r)| Some(r) == index) {
            continue;
        }
        let _ = writeln!(out, "WRONG {} {}", place + 1, row.statement);
        for (document, cell) in row.speaking() {
            for range in &cell.ranges {
                let _ = writeln!(out, "    {document} {} {}", cell.stance, quoted(texts, document, *range));
            }
        }
    }
    out
}

fn quoted(texts: &Texts, document: &str, (start, end): Range) -> String {
    let words: String = texts.get(document).and_then(|text| text.get(start..end)).unwrap_or_default().iter().collect();
    let words: String = words.replace('\n', " ");
    if words.chars().count() <= QUOTE_SHOWN {
        return format!("“{words}”");
    }
    format!("“{}…”", words.chars().take(QUOTE_SHOWN).collect::<String>())
}

#[cfg(test)]
mod tests {
    use super::super::rows::Cell;
    use super::*;
    use serde_json::json;

    fn row(statement: &str, speaking: &[(&str, Range)]) -> Row {
        let cell = |range| Cell { stance: "supports".to_owned(), ranges: vec![range], ..Cell::default() };
        let cells = speaking.iter().map(|&(document, range)| (document.to_owned(), cell(range))).collect();
        Row { statement: statement.to_owned(), cells }
    }

    #[test]
    fn a_missed_row_names_the_rows_that_hold_its_words() {
        let texts = texts(&json!({"documents": [
            {"id": "a", "text": "Tëst: two died. Roads closed."},
            {"id": "b", "text": "Two people died. The roads were closed."}
        ]}));
        let died = row("Two died.", &[("a", (6, 14)), ("b", (0, 15))]);
        let rows = [row("Tëst.", &[("a", (0, 15))]), row("Roads.", &[("a", (16, 28)), ("b", (17, 38))])];
        let report = report(&texts, &[died], &rows);
        assert!(report.starts_with("1 shared rows labelled, 1 found, 0 match"), "{report}");
        assert!(
            report.contains("MISSED Two died.\n    a “two died” → 1\n    b “Two people died” → none\n"),
            "{report}"
        );
        assert!(report.contains("WRONG 2 Roads.\n    a supports “Roads closed”\n"), "{report}");
    }
}
