//! Another name in the same slot: "the mayor of Lyon resigned" and "the mayor of Nice resigned".

use super::RuleName;
use super::candidate::Candidate;
use super::pair::{Pair, Side};
use super::words::{Word, Words};
use crate::tag::Tag;

/// Finds a name in each claim that the other lacks, beside a word both have.
pub(super) fn other_name(pair: &Pair<'_>, words: &Words) -> Option<Candidate> {
    // Names of days are dates, which have a rule of their own.
    let dated = |side: &Side<'_>, w: &Word| side.read.is_dated(w.span);
    let lone = |side: &Side<'_>, w: &Word| w.tag == Tag::Name && w.partner.is_none() && !dated(side, w);
    // The neighbours of a word among the tokens, small words left out.
    let beside = |list: &[Word], at: usize| -> Vec<Option<usize>> {
        [at.checked_sub(1), Some(at + 1)].iter().map(|n| n.and_then(|n| list.get(n)).and_then(|w| w.partner)).collect()
    };
    let before = |side: &Side<'_>, word: &Word| word.at.checked_sub(1).map(|at| side.read.tokens[at].normal.clone());
    for (i, a) in words.a.iter().enumerate().filter(|(_, w)| lone(&pair.a, w)) {
        for (j, b) in words.b.iter().enumerate().filter(|(_, w)| lone(&pair.b, w)) {
            let of_a = beside(&words.a, i);
            let neighbour = of_a.iter().zip([j.checked_sub(1), Some(j + 1)]).any(|(x, y)| x.is_some() && *x == y);
            if neighbour && before(&pair.a, a) == before(&pair.b, b) {
                return Some(Candidate::new(RuleName::Name, a.span, b.span));
            }
        }
    }
    None
}
