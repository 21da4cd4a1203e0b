//! What a document does with a claim that several of its passages speak of.
//!
//! A step of its own because a document that tells a thing in its lead and the details further down says both: what one passage leaves
//! out another may give, and a number that one passage gives otherwise is no contradiction where another agrees. Known limits: passages
//! that contradict each other within one document are not shown as such.

use super::pair::{Pair, Side};
use super::{Finding, RuleName, Stance, judge_pair};
use crate::similarity::Vocabulary;

/// Most passages that are judged, those closest to the statement. Larger takes longer for documents that say a thing over and over.
const MOST: usize = 6;

/// Judges a document by its passages, the first of which is the closest to the statement and speaks for it unless another shows more.
///
/// Returns the passage that decided, and what was found.
pub fn judge_passages(statement: Side<'_>, passages: &[Side<'_>], vocabulary: &Vocabulary) -> Option<(usize, Finding)> {
    let together = passages.iter().map(|side| side.terms);
    let covered = statement.terms.covered(together, vocabulary);
    let judge = |side: &Side<'_>| {
        let mut pair = Pair::new(statement, *side, vocabulary);
        pair.covered_by_all = pair.covered_by_all.max(covered);
        judge_pair(&pair)
    };
    let mut found: Vec<Finding> = passages.iter().take(MOST).map(judge).collect();
    let first = found.first()?;
    let strong = |finding: &Finding| matches!(finding.rule, RuleName::SameWords | RuleName::SameQuantity);
    let better = match first.stance {
        // Another passage says it in the same words or with the same number.
        Stance::Contradicts | Stance::Partly => found.iter().position(strong),
        _ => None,
    };
    let at = better.unwrap_or(0);
    Some((at, found.swap_remove(at)))
}

#[cfg(test)]
mod tests {
    use crate::testing::{is_shared, rows};

    /// The stances and rules of the second document in the rows that both speak of.
    fn stances(a: &str, b: &str) -> Vec<String> {
        let rows = rows([a, b]);
        let both = rows.iter().filter(|row| is_shared(row));
        both.map(|row| format!("{:?} {}", row.cells[1].stance, row.cells[1].reasons[0].rule)).collect()
    }

    #[test]
    fn a_passage_in_the_same_words_outweighs_one_with_another_number() {
        let a = "The avalanche near Altdorf buried nine hikers.";
        let early = "The avalanche near Altdorf buried six hikers.";
        let both = format!("{early} Rescuers corrected the count later.\n\n{a}");
        assert_eq!(stances(a, early), ["Contradicts different-quantity"]);
        let said = stances(a, &both);
        assert!(!said.iter().any(|s| s.starts_with("Contradicts")) && !said.is_empty(), "{said:?}");
    }
}
