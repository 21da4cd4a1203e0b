//! The results of a lesson for a spreadsheet: one line for each cell that was asked, with the votes for each sign.
//!
//! A file of its own because it alone puts votes beside words. It begins with a byte order mark, by which spreadsheets know that it is UTF-8, and no text
//! in it is taken for a formula. Names of students are not in it.

use super::{SIGNS, Tally};
use crate::comparison::Comparison;
use crate::export::field;
use crate::stance::Stance;

/// Writes the votes for the claims that were asked, with the key.
pub fn write(comparison: &Comparison, asked: &[usize], votes: &Tally) -> String {
    let signs = SIGNS.map(Stance::name).join(",");
    let mut out = format!("\u{feff}row,statement,document,outlet,key,{signs},same_as_key,votes\r\n");
    for &at in asked {
        let Some(row) = comparison.claims.get(at) else { continue };
        for (column, (cell, document)) in row.cells.iter().zip(&comparison.corpus.documents).enumerate() {
            let counts = votes.votes(at, column);
            let all: u32 = counts.iter().sum();
            let same = super::sign(cell.stance).map_or(0, |sign| counts[sign]);
            let mut fields = vec![
                field(&row.id),
                field(&row.statement),
                field(&document.id.0),
                field(document.outlet.as_deref().unwrap_or_default()),
                cell.stance.name().to_owned(),
            ];
            fields.extend(counts.iter().chain([&same, &all]).map(u32::to_string));
            out.push_str(&fields.join(","));
            out.push_str("\r\n");
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Corpus, Document, Options, analyze};

    #[test]
    fn each_cell_that_was_asked_has_its_line_and_no_text_is_a_formula() {
        let a = Document { outlet: Some("=1+1".to_owned()), ..Document::new("a", "The river rose two metres.") };
        let comparison = analyze(&Corpus::new(vec![a, Document::new("b", "The “bridge” fell.")]), &Options::default());
        let mut votes = Tally::new(comparison.claims.len(), 2);
        votes.add(1, 0, 3, 12);
        votes.add(1, 0, 0, 5);
        let table = write(&comparison, &[1], &votes);
        let lines: Vec<&str> = table.lines().collect();
        assert_eq!(
            lines[0],
            "\u{feff}row,statement,document,outlet,key,supports,partly,hedges,contradicts,omits,same_as_key,votes"
        );
        assert_eq!(lines.len(), 3);
        let key = comparison.claims[1].cells[0].stance.name();
        let same = if key == "supports" { 5 } else { 0 };
        assert!(
            lines[1].contains("\"'=1+1\"") && lines[1].ends_with(&format!(",{key},5,0,0,12,0,{same},17")),
            "{}",
            lines[1]
        );
        assert!(lines[2].ends_with(",0,0,0,0,0,0,0"), "{}", lines[2]);
    }
}
