//! Descriptions of pictures, which follow rules of their own, and pairs of them that each introduce something anew.
//!
//! A step of its own because of two descriptions seen at the same moment whatever is not the same is something else, and because "a man
//! …" and "a woman …", each introduced for the first time, need not be one and the same: two such descriptions do not exclude each other
//! by naming different things. Known limits: what is a description is told by its form alone.

use super::pair::{Pair, Side};
use super::words::{Word, Words};
use crate::tag::{Form, Tag};
use crate::token::Token;

/// Tells whether a claim reads like the description of a picture: in the present, without names, speakers or modals.
pub(super) fn is_caption(side: &Side<'_>) -> bool {
    const PERSONS: [&str; 8] = ["i", "you", "we", "my", "your", "our", "'m", "us"];
    let tags = || side.claim.tokens.iter().flat_map(Clone::clone).map(|at| (&side.read.tokens[at], side.read.tags[at]));
    let other = |(token, tag): (&Token, Tag)| {
        matches!(tag, Tag::Verb(Form::Past) | Tag::Modal | Tag::Have | Tag::Do | Tag::Name)
            || matches!(token.normal.as_str(), "was" | "were" | "been")
            || PERSONS.contains(&token.normal.as_str())
    };
    !tags().any(other)
}

/// Words that introduce what was not spoken of before.
const INDEFINITE: &[&str] =
    &["a", "an", "some", "several", "many", "few", "no", "nobody", "someone", "there", "another"];

/// Tells whether a claim opens by introducing something: "a man", "two dogs", "children", "there is".
pub(super) fn introduces(side: &Side<'_>) -> bool {
    let first = side.claim.tokens.iter().flat_map(Clone::clone).find(|&at| side.read.tokens[at].is_word());
    first.is_some_and(|at| {
        let token = &side.read.tokens[at];
        INDEFINITE.contains(&token.normal.as_str())
            || matches!(side.read.tags[at], Tag::Number | Tag::Adjective)
            || matches!(side.read.tags[at], Tag::Noun | Tag::Name) && token.normal.ends_with('s')
    })
}

/// Most content words of a description that stands alone; longer ones tell a scene that a second description can be held against.
const LONGEST: usize = 7;

/// The same where one word is replaced and all others are there: the more is the same, the surer it is one scene.
const LONGEST_REPLACED: usize = 4;

/// Tells whether one word of each stays alone and all others meet.
pub(super) fn is_replaced(words: &Words) -> bool {
    let lone = |list: &[Word]| list.iter().filter(|w| w.partner.is_none()).count();
    lone(&words.a) == 1 && lone(&words.b) == 1
}

/// Tells whether two descriptions of like length introduce something anew, so that neither is made from the other.
pub(super) fn are_apart(pair: &Pair<'_>, words: &Words) -> bool {
    let (a, b) = (words.a.len(), words.b.len());
    let longest = if is_replaced(words) { LONGEST_REPLACED } else { LONGEST };
    let like = a.max(b) <= longest && a.abs_diff(b) <= 1;
    like && is_caption(&pair.a) && is_caption(&pair.b) && (introduces(&pair.a) || introduces(&pair.b))
}

/// How many times as many words the longer of two descriptions of like length may have.
const LIKE: f64 = 1.5;

/// Tells whether two descriptions are of like length, so that neither is plainly made from the other, and introduce something: whether
/// they are of one scene nobody can tell, also where they do not stand apart by [`are_apart`].
pub(super) fn may_be_apart(pair: &Pair<'_>, words: &Words) -> bool {
    let (a, b) = (words.a.len() as f64, words.b.len() as f64);
    let like = a.max(b) <= LIKE * a.min(b);
    like && is_caption(&pair.a) && is_caption(&pair.b) && (introduces(&pair.a) || introduces(&pair.b))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::stance::judge::with_pair;
    use crate::stance::words::words;

    #[test]
    fn two_descriptions_stand_apart_when_each_introduces_something() {
        for (a, b, apart) in [
            ("A baker is kneading dough", "A sailor is coiling a rope", true),
            ("Two ponies are grazing", "A pony is sleeping in the stable", true),
            // The same thing is spoken of again.
            ("The baker is kneading dough", "The baker is resting", false),
            // The second is made from a longer first.
            ("A baker in a white apron kneads dough on a long wooden table", "A baker is kneading dough", false),
            // All but one word of a scene is the same.
            ("A baker in a white apron is kneading dough", "A baker in a black apron is kneading dough", false),
            // Told, not described.
            ("A baker opened a shop in Lyon", "A sailor closed a shop in Lyon", false),
        ] {
            assert_eq!(with_pair(a, b, |pair| are_apart(pair, &words(pair))), apart, "{a} | {b}");
        }
    }

    #[test]
    fn whether_two_descriptions_of_like_length_are_of_one_scene_is_open() {
        for (a, b, open) in [
            ("A baker in a white apron is kneading dough", "A baker in a black apron is kneading dough", true),
            ("A baker in a white apron kneads dough on a long wooden table", "A baker is sleeping", false),
            ("The baker in the white apron is kneading dough", "The baker in the black apron is kneading dough", false),
            ("A baker in a white apron opened the shop", "A baker in a black apron opened the shop", false),
        ] {
            assert_eq!(with_pair(a, b, |pair| may_be_apart(pair, &words(pair))), open, "{a} | {b}");
        }
    }
}
