//! How alike two sentences are that stand alone, without a story around them.
//!
//! A file of its own because rows are made otherwise: there the story tells which words are rare, here English does, and there the
//! stances come after the rows, here what the model makes of the pair counts for how alike it is. Known limits: sentences in other
//! words than the lists know are taken for unlike.

use super::candidate::candidates;
use super::features::features;
use super::model;
use super::pair::Pair;
use super::rarity::rarity;
use super::words::{Word, Words, ways, words};
use std::collections::BTreeMap;

/// How much of the likeness is lost where the model is sure that two sentences contradict each other. Larger leans more on the model,
/// which was trained on other things than likeness; from graded and news pairs.
const DOUBT: f64 = 0.5;

/// Returns how alike two sentences are, 0 to 1, the same either way round: what they share, and less the less likely one follows from
/// the other.
pub(super) fn likeness(pair: &Pair<'_>, words_of_pair: &Words) -> f64 {
    let shared = shared(pair, words_of_pair);
    if pair.a.extent() == pair.b.extent() {
        return shared;
    }
    let swapped = pair.swapped();
    let agreement = (agreement(pair, words_of_pair) + agreement(&swapped, &words(&swapped))) / 2.0;
    shared * (1.0 - DOUBT * (1.0 - agreement))
}

/// Returns what the model expects the second sentence to do with the first: 1 to support it, 0 to contradict it.
fn agreement(pair: &Pair<'_>, words: &Words) -> f64 {
    let [supports, open, _] = model::used().likelihoods(&features(pair, words, &candidates(pair, words)));
    supports + 0.5 * open
}

/// How much the letters count beside the words. Larger meets more derivations and more chance likeness; from graded and news pairs.
const LETTERS: f64 = 0.2;

/// Weight that is added to that of all words, as if neither sentence met it. Larger makes long sentences more alike than short ones of
/// the same share, which one common word makes half the same; from graded pairs.
const UNSAID: f64 = 1.0;

/// Returns how much two sentences share, 0 to 1: the weight of their words that meet, and their letters. Between sentences without a
/// story around them the rarity of words in English takes the place of that in the story.
fn shared(pair: &Pair<'_>, words: &Words) -> f64 {
    let ways = ways(pair);
    let meets = |x: &Word, y: &Word| ways.iter().any(|meets| meets(x, y));
    // A word said twice counts once.
    let mut a: BTreeMap<&str, bool> = BTreeMap::new();
    let mut b = a.clone();
    for x in &words.a {
        *a.entry(&x.stem).or_insert(false) |= x.partner.is_some() || words.b.iter().any(|y| meets(x, y));
    }
    for y in &words.b {
        *b.entry(&y.stem).or_insert(false) |= y.partner.is_some() || words.a.iter().any(|x| meets(x, y));
    }
    let weight = |side: &BTreeMap<&str, bool>, met: bool| -> f64 {
        side.iter().filter(|(_, is_met)| !met || **is_met).map(|(stem, _)| rarity(stem)).sum()
    };
    let (met, all) = (weight(&a, true) + weight(&b, true), weight(&a, false) + weight(&b, false));
    let of_words = if met < all { met / (all + UNSAID) } else { f64::from(u8::from(all > 0.0)) };
    (1.0 - LETTERS) * of_words + LETTERS * super::gram::alike(pair.a.extent(), pair.b.extent())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::stance::judge::with_pair;

    #[test]
    fn likeness_is_the_same_either_way_round_and_grows_with_what_is_shared() {
        let of = |a, b| with_pair(a, b, |pair| likeness(pair, &words(pair)));
        let (a, near, far) =
            ("The dam at Kariba burst.", "At Kariba a dam has burst open.", "The dam was praised by engineers.");
        let denied = "The dam at Kariba did not burst.";
        assert!((of(a, near) - of(near, a)).abs() < 1e-12);
        assert!(of(a, near) > of(a, far) && of(a, far) > of(a, "Nobody voted."));
        assert!((of(a, denied) - of(denied, a)).abs() < 1e-12 && of(a, denied) < of(a, near));
        assert!((of(a, a) - 1.0).abs() < 1e-12);
        assert_eq!(of("", a), 0.0);
    }
}
