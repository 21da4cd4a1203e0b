//! The same words with their parts swapped: "the dog bit the man" and "the man bit the dog".

use super::candidate::Candidate;
use super::pair::Pair;
use super::words::{Word, Words};
use crate::tag::Tag;

/// Finds a verb both have, before and after which two nouns or names have changed places.
pub(super) fn swapped(pair: &Pair<'_>, words: &Words) -> Option<Candidate> {
    let nominal = |w: &Word| matches!(w.tag, Tag::Noun | Tag::Name);
    let passive = |side: &super::pair::Side<'_>, at: usize| {
        at > 0 && side.read.tags[at - 1] == Tag::Be || side.read.tokens.get(at + 1).is_some_and(|t| t.is("by"))
    };
    for (v, verb) in words.b.iter().enumerate().filter(|(_, w)| matches!(w.tag, Tag::Verb(_))) {
        let Some(partner) = verb.partner else { continue };
        if passive(&pair.b, verb.at) != passive(&pair.a, words.a[partner].at) {
            continue;
        }
        let subject = words.b[..v].iter().rev().find(|w| nominal(w)).filter(|w| w.partner.is_some());
        let object = words.b[v + 1..].iter().find(|w| nominal(w)).filter(|w| w.partner.is_some());
        let (Some(subject), Some(object)) = (subject, object) else { continue };
        let (Some(s), Some(o)) = (subject.partner, object.partner) else { continue };
        let near = |x: usize| x.abs_diff(partner) <= 3;
        if s > partner && o < partner && near(s) && near(o) {
            let text = format!(
                "What {{a}} says of “{}”, {{b}} says of “{}”.",
                pair.a.words(words.a[o].span),
                pair.b.words(subject.span)
            );
            return Some(Candidate::new("role", text, words.a[o].span, subject.span));
        }
    }
    None
}
