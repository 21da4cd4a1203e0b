//! Claims of two documents that no row took in, joined by words that hardly any other sentence holds.
//!
//! A step of its own, after the rows, because a rare word says much only of claims that found no better partner: "enough vitamin D and a
//! home without loose rugs" and "exercise and vitamin D have better evidence" share little of their weight, but what they share is told
//! nowhere else. Known limits: two documents; each claim is joined once.

use super::Reading;
use crate::order::Arrange as _;
use crate::span::Span;
use std::collections::BTreeMap;

/// In how many sentences of the corpus a word may stand to be rare when claims are joined by such words, and how many sentences the corpus
/// must have for each of them. Larger joins by words that are rare in short articles only because these are short.
const RARE_WORD: u32 = 3;
const SENTENCES_OF_RARE: usize = 16;

/// How many rare words two claims must share to be joined by them. One is chance too often: "the sign", "under the rubble".
const RARE_TOGETHER: usize = 2;

/// How alike such claims must be. From the gold and the invented stories: up to the threshold of the alignment the rows stay pure.
const LEAST_BY_RARE_WORDS: f64 = 0.24;

impl Reading<'_> {
    /// Joins claims that stand alone in their rows and share [`RARE_TOGETHER`] words which few sentences hold, the most alike first.
    pub(super) fn join_by_rare_words(&self, mut rows: Vec<Vec<usize>>) -> Vec<Vec<usize>> {
        let sentences: usize = self.reads.iter().map(Vec::len).sum();
        let rare = RARE_WORD.min(u32::try_from(sentences / SENTENCES_OF_RARE).unwrap_or(u32::MAX));
        let mut holders: BTreeMap<u32, Vec<usize>> = BTreeMap::new();
        for (at, row) in rows.iter().enumerate() {
            let [claim] = row[..] else { continue };
            for term in self.terms_around(claim, Span::new(0, 0)) {
                if self.table.vocabulary.sentences_with(term) <= rare {
                    holders.entry(term).or_default().push(at);
                }
            }
        }
        let mut together: BTreeMap<(usize, usize), usize> = BTreeMap::new();
        for holders in holders.values() {
            for (at, &a) in holders.iter().enumerate() {
                for &b in &holders[at + 1..] {
                    *together.entry((a, b)).or_default() += 1;
                }
            }
        }
        let mut pairs: Vec<(f64, (usize, usize), [usize; 2])> = Vec::new();
        let often = together.iter().filter(|(_, count)| **count >= RARE_TOGETHER);
        for (&(i, j), _) in often {
            let (a, b) = (rows[i][0], rows[j][0]);
            let value = self.alike(a, b);
            if self.claims[a].document != self.claims[b].document && value >= LEAST_BY_RARE_WORDS {
                let places = (self.order[a].min(self.order[b]), self.order[a].max(self.order[b]));
                pairs.push((value, places, [i, j]));
            }
        }
        pairs.arrange_by(|a, b| b.0.total_cmp(&a.0).then(a.1.cmp(&b.1)));
        for (.., [i, j]) in pairs {
            if rows[i].len() == 1 && rows[j].len() == 1 {
                let other = std::mem::take(&mut rows[j]);
                rows[i].extend(other);
                rows[i].arrange_by_key(|&claim| (self.claims[claim].document, claim));
            }
        }
        rows.retain(|row| !row.is_empty());
        rows
    }
}

#[cfg(test)]
mod tests {
    use crate::testing::{is_shared, rows};

    /// Filler of many sentences, which no word below is in.
    const REST: &str = "Snow fell. The council met. Nobody spoke. Lamps were lit. Trams stood still. A dog barked. Shops closed early. \
        Rain is likely. The mayor left. Bells rang. Children skated. Buses were full. Pipes froze. Schools shut. Prices rose. Hens slept. \
        Goats ran. Ponds froze over. The baker sang. Mills turned. Trains ran late. Owls called. Ice held. Roads glittered. Ducks left. \
        Stoves smoked. Sledges broke. Cooks sweated. Clocks stopped. Sailors waited. Nets dried. Crows gathered. The vicar coughed.";

    fn joined(a: &str, b: &str) -> bool {
        rows([format!("{a} {REST}"), format!("Quiet reigned. {b}")]).iter().any(is_shared)
    }

    #[test]
    fn two_rare_words_join_what_nothing_else_does() {
        for (a, b, together) in [
            (
                "The quarry at Tolm supplied granite for a lighthouse and two harbours.",
                "Masons still admire how the granite of that lighthouse weathers.",
                true,
            ),
            // One word is chance.
            (
                "The quarry at Tolm supplied granite for a lighthouse and two harbours.",
                "Kitchen tops of granite are dearer than ever, say dealers in the suburbs.",
                false,
            ),
        ] {
            assert_eq!(joined(a, b), together, "{a} | {b}");
        }
    }
}
