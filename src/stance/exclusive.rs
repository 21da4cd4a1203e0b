//! The two name different alternatives of one class of which only one can hold: red and blue, sitting and standing, car and bus.

use super::candidate::Candidate;
use super::cue::negations;
use super::pair::{Pair, Side};
use super::words::{Word, Words, same_but_for, words};
use super::{Finding, RuleName, Stance};
use crate::lexicon::Lexicon;
use crate::tag::{Tag, lexicon};
use crate::token::stem_of;
use std::sync::LazyLock;

/// Each word's places, by stem: the class and the alternative within it.
static CLASSES: LazyLock<Lexicon<Vec<(usize, usize)>>> = LazyLock::new(|| {
    let mut classes = Lexicon::<Vec<(usize, usize)>>::default();
    for (class, line) in lexicon(include_str!("../lexicon/exclusive.txt")).enumerate() {
        let Some((_, alternatives)) = line.split_once(": ") else { continue };
        for (at, words) in alternatives.split(' ').enumerate() {
            for word in words.split('/') {
                classes.entry(&stem_of(word), Vec::new).push((class, at));
            }
        }
    }
    // Places exclude one another like colours do; parts of the world hold several of them, and parties are none.
    const WIDER: [&str; 5] = ["europe", "africa", "asia", "democrat", "republican"];
    let nations = lexicon(include_str!("../lexicon/demonyms.txt")).map(|line| line.split(' ').collect::<Vec<_>>());
    for (at, words) in nations.filter(|words| !WIDER.contains(&words[0])).enumerate() {
        for word in words {
            classes.entry(&stem_of(word), Vec::new).push((NATIONS, at));
        }
    }
    classes
});

/// The class of countries and peoples, behind those of the list.
const NATIONS: usize = usize::MAX;

fn places(word: &Word) -> &'static [(usize, usize)] {
    CLASSES.get(&word.stem).map_or(&[], Vec::as_slice)
}

/// Tells whether two words are different alternatives of a class, and the same of none.
pub(super) fn exclude(a: &Word, b: &Word) -> bool {
    let (ours, theirs) = (places(a), places(b));
    let other = |&(class, at): &(usize, usize)| theirs.iter().any(|&(c, t)| c == class && t != at);
    ours.iter().any(other) && !ours.iter().any(|place| theirs.contains(place))
}

/// Finds two nouns that are different alternatives of one class in claims that are the same otherwise: whoever says that a woman was hurt does not
/// say that a man was. Both can have been, so it is another statement and no contradiction.
pub(super) fn other_alternative(pair: &Pair<'_>) -> Option<Finding> {
    if !pair.same_polarity() {
        return None;
    }
    let words = words(pair);
    // What is a row of its own, and days, are set against each other elsewhere.
    let lone = |side: &Side<'_>, word: &Word| {
        let noun = word.partner.is_none() && matches!(word.tag, Tag::Noun | Tag::Name);
        noun && side.holds(word.span) && !side.read.is_dated(word.span)
    };
    let (a, b) = words.b.iter().filter(|b| lone(&pair.b, b)).find_map(|b| {
        let a = words.a.iter().filter(|a| lone(&pair.a, a)).find(|a| exclude(a, b))?;
        Some((a.span, b.span))
    })?;
    same_but_for(&words, &[a], &[b]).then(|| Finding {
        cue_a: Some(a),
        cue_b: Some(b),
        ..Finding::new(Stance::Partly, RuleName::OtherWord, 0.5)
    })
}

/// Finds two words, each in one claim only, that are different alternatives of one class.
pub(super) fn alternatives(pair: &Pair<'_>, words: &Words) -> Option<Candidate> {
    // "There is no man dancing" and "a man is singing" go together: the negated side excludes nothing.
    if negations(&pair.a).len() % 2 != negations(&pair.b).len() % 2 {
        return None;
    }
    let alone = |word: &&Word| word.partner.is_none();
    for b in words.b.iter().filter(alone) {
        // What the other claim has too is no alternative to it.
        let given = |place: &(usize, usize)| words.a.iter().any(|w| places(w).contains(place));
        if places(b).iter().any(given) {
            continue;
        }
        if let Some(a) = words.a.iter().filter(alone).find(|a| exclude(a, b)) {
            return Some(Candidate::new(RuleName::Exclusive, a.span, b.span));
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::stance::testing::assert_found;

    #[test]
    fn another_alternative_is_another_statement() {
        assert_found(
            other_alternative,
            &[
                ("A man was hurt when a tree fell in Lund.", "A woman was hurt when a tree fell in Lund.", true),
                ("The fire began in the kitchen of the inn.", "The fire began in the garage of the inn.", true),
                // Two words for one, two days, and other claims.
                ("A man was hurt on Monday in Lund.", "A man was hurt on Friday in Lund.", false),
                ("A child was hurt when a tree fell in Lund.", "A girl was hurt when a tree fell in Lund.", false),
                ("A man was hurt when a tree fell in Lund.", "A woman sold the inn in Ost.", false),
            ],
        );
    }
}
