//! What the tests of several steps ask of the rows of two articles.

use crate::comparison::Cell;
use crate::{Corpus, Options, analyze};

/// The evidence of both documents in the rows that both speak of.
pub(super) fn shared_rows(a: &str, b: &str) -> Vec<[String; 2]> {
    let text = serde_json::json!({ "format": "news-compare.corpus/1", "documents": [
        { "id": "a", "text": a }, { "id": "b", "text": b },
    ] });
    let corpus = Corpus::from_json(&text.to_string()).unwrap();
    let rows = analyze(&corpus, &Options::default()).claims;
    let both = rows.iter().filter(|row| row.cells.iter().all(|cell| cell.stance.speaks()));
    let words =
        |cell: &Cell| cell.evidence.iter().map(|evidence| evidence.exact.as_str()).collect::<Vec<_>>().join(" … ");
    both.map(|row| [words(&row.cells[0]), words(&row.cells[1])]).collect()
}
