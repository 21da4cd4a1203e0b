//! How rare a word is in English, where no story around two sentences tells it.
//!
//! A file of its own because it reads a list of its own. A word that is seldom used says more: two sentences that share "carjacking"
//! are nearer than two that share "city". Known limits: names that were in the news when the list was made count as common.

use crate::lexicon::Lexicon;
use crate::similarity::natural_log;
use crate::tag::{lemma, lexicon};
use crate::token::stem_of;
use std::sync::LazyLock;

/// The place of each frequent word by the stem of its base form, the most frequent first.
static PLACES: LazyLock<Lexicon<u32>> = LazyLock::new(|| {
    let mut places = Lexicon::default();
    for (place, word) in
        (0..).zip(lexicon(include_str!("../lexicon/frequent-words.txt")).flat_map(str::split_whitespace))
    {
        places.entry(&stem_of(lemma(word).unwrap_or(word)), || place);
    }
    places
});

/// The place that words outside of the list count as having: three times its length.
const UNLISTED: u32 = 6000;

/// Returns how much the stem of a word's base form says, 0.1 for the most frequent word to 0.8 for those outside of the list.
///
/// By the law of Zipf the share of a word is the inverse of its place, and its surprise the logarithm of that; the power of 1.5 was
/// chosen on graded pairs of sentences, where 1 and 2 are little worse.
pub(super) fn rarity(stem: &str) -> f64 {
    let place = PLACES.get(stem).copied().unwrap_or(UNLISTED);
    let surprise = natural_log(f64::from(place) + 10.0) / 10.0;
    surprise * surprise.sqrt()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_word_says_more_the_more_seldom_it_is() {
        let of = |word: &str| rarity(&stem_of(word));
        assert!(of("the") < of("year") && of("year") < of("mayor") && of("mayor") < of("carjacking"));
        assert_eq!(of("years"), of("year"));
        assert_eq!(of("went"), of("zyx"), "only base forms are known");
        assert!(of("go") < 0.5 && of("zyx") < 0.9, "{} {}", of("go"), of("zyx"));
    }
}
