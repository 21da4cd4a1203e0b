//! How alike two texts are letter by letter: cosine of their counts of three and four letters within words.
//!
//! Meets inflections, spellings and derivations that stems miss; says nothing of meaning.

use std::collections::BTreeMap;

fn counts(text: &str) -> BTreeMap<[char; 4], f64> {
    let mut counts = BTreeMap::new();
    for word in text.split(|c: char| !c.is_alphanumeric()).filter(|w| !w.is_empty()) {
        let letters: Vec<char> =
            std::iter::once('#').chain(word.chars().flat_map(char::to_lowercase)).chain(std::iter::once('#')).collect();
        for window in letters.windows(3) {
            *counts.entry([window[0], window[1], window[2], ' ']).or_insert(0.0) += 1.0;
        }
        for window in letters.windows(4) {
            *counts.entry([window[0], window[1], window[2], window[3]]).or_insert(0.0) += 1.0;
        }
    }
    counts
}

/// Returns how alike the letters of two texts are, 0 to 1, the same either way round.
pub(super) fn alike(a: &str, b: &str) -> f64 {
    let (a, b) = (counts(a), counts(b));
    let shared: f64 = a.iter().filter_map(|(gram, x)| b.get(gram).map(|y| x * y)).sum();
    let square = |counts: &BTreeMap<[char; 4], f64>| counts.values().map(|x| x * x).sum::<f64>();
    let length = (square(&a) * square(&b)).sqrt();
    if length > 0.0 { (shared / length).min(1.0) } else { 0.0 }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn forms_of_one_word_are_more_alike_than_other_words() {
        assert!(alike("They decided quickly", "A quick decision") > alike("They decided quickly", "A slow answer"));
        assert!((alike("Rain fell.", "rain fell") - 1.0).abs() < 1e-12);
        assert_eq!(alike("", "rain"), 0.0);
    }
}
