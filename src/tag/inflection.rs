//! The forms of verbs, and which verb each of them may be of.
//!
//! Its own file because nothing here looks at a sentence: a list of verbs and one of irregular forms go in, and every spelling that a verb may
//! have comes out. Known limits: of verbs with two spellings ("learned", "learnt") only those in the list of irregular verbs are known.

use super::lexicon;
use crate::lexicon::Lexicon;
use std::sync::LazyLock;

/// How often a word that can be a verb is one.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Weight {
    Seldom,
    Either,
    Mostly,
}

/// The forms one spelling can have.
#[derive(Debug, Clone, Default)]
pub(super) struct Forms {
    pub(super) base: Option<Weight>,
    pub(super) third: Option<Weight>,
    pub(super) past: Option<Weight>,
    pub(super) participle: Option<Weight>,
    pub(super) ing: Option<Weight>,
    lemma: &'static str,
}

pub(super) static VERBS: LazyLock<Lexicon<Forms>> = LazyLock::new(read_verbs);

fn read_verbs() -> Lexicon<Forms> {
    let mut irregular = Lexicon::default();
    for line in lexicon(include_str!("../lexicon/irregular-verbs.txt")) {
        let mut parts = line.split_whitespace();
        if let (Some(base), Some(past), Some(participle)) = (parts.next(), parts.next(), parts.next()) {
            irregular.insert(base, (past, participle));
        }
    }
    let mut verbs = Lexicon::<Forms>::default();
    for line in lexicon(include_str!("../lexicon/verbs.txt")) {
        let base = line.trim_end_matches(['+', '-']);
        let weight = match line.as_bytes().last() {
            Some(b'+') => Weight::Either,
            Some(b'-') => Weight::Seldom,
            _ => Weight::Mostly,
        };
        let mut add = |form: &str, set: fn(&mut Forms, Weight)| {
            set(verbs.entry(form, || Forms { lemma: base, ..Forms::default() }), weight);
        };
        add(base, |f, w| f.base = f.base.max(Some(w)));
        if let Some(spelling) = british(base) {
            add(&past(&spelling), |f, w| {
                f.past = f.past.max(Some(w));
                f.participle = f.participle.max(Some(w));
            });
            add(&ing(&spelling), |f, w| f.ing = f.ing.max(Some(w)));
            if spelling.ends_with('e') {
                add(&third(&spelling), |f, w| f.third = f.third.max(Some(w)));
                add(&spelling, |f, w| f.base = f.base.max(Some(w)));
            }
        }
        add(&third(base), |f, w| f.third = f.third.max(Some(w)));
        add(&ing(base), |f, w| f.ing = f.ing.max(Some(w)));
        match irregular.get(base) {
            Some((past, participle)) => {
                past.split('/').for_each(|form| add(form, |f, w| f.past = f.past.max(Some(w))));
                participle.split('/').for_each(|form| add(form, |f, w| f.participle = f.participle.max(Some(w))));
            }
            None => add(&past(base), |f, w| {
                f.past = f.past.max(Some(w));
                f.participle = f.participle.max(Some(w));
            }),
        }
    }
    verbs
}

/// Returns the stem that British spelling puts the endings on, where it is another: "travell" for "travelled", "organise".
fn british(base: &str) -> Option<String> {
    match base.as_bytes() {
        [.., b'u', b'e', b'l'] | [.., b'i', b'a', b'l'] => Some(format!("{base}l")),
        [.., before, b'a' | b'e' | b'i' | b'o', b'l'] if !is_vowel(*before) && !doubles(base) => {
            Some(format!("{base}l"))
        }
        [.., b'i' | b'y', b'z', b'e'] => Some(format!("{}se", &base[..base.len() - 2])),
        _ => None,
    }
}

fn is_vowel(c: u8) -> bool {
    matches!(c, b'a' | b'e' | b'i' | b'o' | b'u')
}

fn third(base: &str) -> String {
    let bytes = base.as_bytes();
    match bytes {
        [.., b's' | b'x' | b'z' | b'o'] | [.., b'c' | b's', b'h'] => format!("{base}es"),
        [.., c, b'y'] if !is_vowel(*c) => format!("{}ies", &base[..base.len() - 1]),
        _ => format!("{base}s"),
    }
}

/// Tells whether the last consonant is doubled before -ed and -ing: one vowel, one consonant, one syllable (or a stressed last one).
fn doubles(base: &str) -> bool {
    let bytes = base.as_bytes();
    let [.., a, v, c] = bytes else { return matches!(bytes, [v, c] if is_vowel(*v) && !is_vowel(*c)) };
    if is_vowel(*a) || !is_vowel(*v) || is_vowel(*c) || matches!(c, b'w' | b'x' | b'y') {
        return false;
    }
    let syllables = bytes.windows(2).filter(|w| is_vowel(w[0]) && !is_vowel(w[1])).count();
    syllables == 1
        || ["mit", "fer", "gin", "get", "bel", "pel", "cur", "cat", "rol", "bat", "bid", "set"]
            .iter()
            .any(|end| base.ends_with(end))
            && !base.ends_with("offer")
            && !base.ends_with("suffer")
            && !base.ends_with("differ")
            && !base.ends_with("target")
            && !base.ends_with("combat")
}

fn past(base: &str) -> String {
    let bytes = base.as_bytes();
    match bytes {
        [.., b'e'] => format!("{base}d"),
        [.., c, b'y'] if !is_vowel(*c) => format!("{}ied", &base[..base.len() - 1]),
        [.., c] if doubles(base) => format!("{base}{}ed", char::from(*c)),
        _ => format!("{base}ed"),
    }
}

fn ing(base: &str) -> String {
    let bytes = base.as_bytes();
    match bytes {
        [.., b'i', b'e'] => format!("{}ying", &base[..base.len() - 2]),
        [.., b'e', b'e'] | [.., b'o', b'e'] | [.., b'y', b'e'] => format!("{base}ing"),
        [.., b'e'] => format!("{}ing", &base[..base.len() - 1]),
        [.., c] if doubles(base) => format!("{base}{}ing", char::from(*c)),
        _ => format!("{base}ing"),
    }
}

/// Returns the base form of a verb form, or `None` for a word that is no verb of the list.
pub fn lemma(normal: &str) -> Option<&'static str> {
    VERBS.get(normal).map(|forms| forms.lemma)
}
