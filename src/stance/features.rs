//! What the model knows of a pair of claims: named numbers, worked out from the words that meet and those that stay alone.
//!
//! A step of its own because the trainer and the judge must see the same numbers. The second claim is asked about against the first:
//! what it has that the first lacks speaks for new information, what contradicts rests on the rules' own candidates. No feature holds
//! a content word, so that nothing is learned about a subject. Known limits: word order is seen only through neighbours.

use super::candidate::Candidate;
use super::caption::{are_apart, is_caption, is_replaced};
use super::cue::{is_question, negations, quoted_words};
use super::negation::denied_share;
use super::pair::{Pair, Side};
use super::words::{Word, Words, is_function, met};
use crate::order::Gather as _;
use crate::stance::gram;
use crate::tag::Tag;
use std::collections::BTreeSet;

/// A feature's name and value.
pub(super) type Feature = (String, f64);

/// Steps at which a share becomes a feature of its own, so that the model can bend.
const STEPS: [(f64, &str); 5] = [(0.2, ">.2"), (0.4, ">.4"), (0.6, ">.6"), (0.8, ">.8"), (0.99, "=1")];

struct Builder(Vec<Feature>);

impl Builder {
    fn add(&mut self, name: &str, value: f64) {
        if value != 0.0 {
            self.0.push((name.to_owned(), value));
        }
    }

    fn flag(&mut self, name: &str, holds: bool) {
        self.add(name, f64::from(u8::from(holds)));
    }

    /// Adds a share with its steps.
    fn share(&mut self, name: &str, value: f64) {
        self.add(name, value);
        for (least, mark) in STEPS {
            self.flag(&format!("{name}{mark}"), value >= least);
        }
    }
}

/// Returns what kind of word stays alone, as part of a feature's name.
fn kind(word: &Word) -> &'static str {
    match word.tag {
        Tag::Number => "number",
        Tag::Name => "name",
        Tag::Verb(_) => "verb",
        Tag::Adjective => "adjective",
        Tag::Adverb => "adverb",
        _ => "noun",
    }
}

const KINDS: [&str; 6] = ["number", "name", "verb", "adjective", "adverb", "noun"];

/// Returns the small words of a claim by normal form.
fn small_words(side: &Side<'_>) -> BTreeSet<String> {
    let tokens = side.claim.tokens.iter().flat_map(Clone::clone);
    tokens
        .map(|at| (&side.read.tokens[at], side.read.tags[at]))
        .filter(|(t, tag)| t.is_word() && (is_function(*tag) || *tag == Tag::Adverb))
        .map(|(t, _)| t.normal.clone())
        .gather_set()
}

/// Shares of the neighbouring pairs of met words that are neighbours in the other claim too, and that stand in the same order.
fn order(words: &Words) -> (f64, f64) {
    let places: Vec<usize> = words.b.iter().filter_map(|w| w.partner).collect();
    if places.len() < 2 {
        return (0.0, 0.0);
    }
    let pairs = (places.len() - 1) as f64;
    let near = places.windows(2).filter(|w| w[1] == w[0] + 1).count() as f64;
    let ordered = places.windows(2).filter(|w| w[1] > w[0]).count() as f64;
    (near / pairs, ordered / pairs)
}

/// The content words that stand for subject, verb and object, as far as order tells.
fn roles(words: &[Word]) -> [Option<&Word>; 3] {
    let verb = words.iter().position(|w| matches!(w.tag, Tag::Verb(_)));
    let nominal = |w: &&Word| matches!(w.tag, Tag::Noun | Tag::Name);
    let subject = words[..verb.unwrap_or(words.len())].iter().rev().find(nominal);
    let object = verb.and_then(|at| words[at + 1..].iter().find(nominal));
    [subject, verb.map(|at| &words[at]), object]
}

/// Returns the features of a pair.
pub(super) fn features(pair: &Pair<'_>, words: &Words, candidates: &[Candidate]) -> Vec<Feature> {
    let mut f = Builder(vec![("bias".to_owned(), 1.0)]);
    let plain = |w: &Word| !matches!(w.tag, Tag::Number | Tag::Name);
    let (met_a, met_b) = (met(&words.a, |_| true), met(&words.b, |_| true));
    f.share("met-b", met_b);
    f.share("met-a", met_a);
    f.share("met-plain-b", met(&words.b, plain));
    f.add("met-square-b", met_b * met_b);
    f.add("met-least", met_a.min(met_b));
    f.share("alike", pair.similarity);
    f.share("grams", gram::alike(pair.a.extent(), pair.b.extent()));
    let (near, ordered) = order(words);
    f.add("near", near);
    f.add("ordered", ordered);
    for (name, side) in [("a", &words.a), ("b", &words.b)] {
        let alone: Vec<&Word> = side.iter().filter(|w| w.partner.is_none()).collect();
        f.add(&format!("alone-{name}"), (alone.len().min(8) as f64) / 4.0);
        for least in 1..=4 {
            f.flag(&format!("alone-{name}>={least}"), alone.len() >= least);
        }
        for of in KINDS {
            let count = alone.iter().filter(|w| kind(w) == of).count();
            f.flag(&format!("alone-{name}-{of}"), count > 0);
            f.flag(&format!("alone-{name}-{of}>1"), count > 1);
        }
        f.add(&format!("length-{name}"), (side.len().min(40) as f64) / 10.0);
        f.flag(&format!("short-{name}"), side.len() < 3);
        f.flag(&format!("long-{name}"), side.len() > 12);
        for (role, word) in ["subject", "verb", "object"].iter().zip(roles(side)) {
            f.flag(&format!("{role}-{name}-met"), word.is_some_and(|w| w.partner.is_some()));
            f.flag(&format!("{role}-{name}-alone"), word.is_some_and(|w| w.partner.is_none()));
        }
        f.flag(&format!("any-number-{name}"), side.iter().any(|w| w.tag == Tag::Number));
        f.flag(&format!("any-name-{name}"), side.iter().any(|w| w.tag == Tag::Name));
    }
    let [roles_a, roles_b] = [roles(&words.a), roles(&words.b)];
    for (name, (a, b)) in ["subject", "verb", "object"].iter().zip(roles_a.iter().zip(roles_b)) {
        let (Some(a), Some(b)) = (a, b) else { continue };
        let same = b.partner.is_some_and(|at| words.a[at].at == a.at);
        f.flag(&format!("{name}s-same"), same);
        f.flag(&format!("{name}s-apart"), a.partner.is_none() && b.partner.is_none());
    }
    let replaced = is_replaced(words) && words.a.len() > 2;
    f.flag("replaced", replaced);
    f.flag("replaced*any-candidate", replaced && !candidates.is_empty());
    let ratio = (words.b.len() as f64 + 1.0) / (words.a.len() as f64 + 1.0);
    f.add("ratio", ratio.min(3.0));
    f.flag("longer-b", ratio > 1.0);
    let (not_a, not_b) = (negations(&pair.a).len(), negations(&pair.b).len());
    f.flag("negated-a", not_a > 0);
    f.flag("negated-b", not_b > 0);
    let odd = not_a % 2 != not_b % 2;
    f.flag("negated-odd", odd);
    f.flag("negated-both", not_a > 0 && not_b > 0);
    f.add("negated-odd*met-b", if odd { met_b } else { 0.0 });
    f.add("negated-b*met-b", if not_b > 0 { met_b } else { 0.0 });
    if let Some(share) = denied_share(pair, words) {
        f.share("denied-met", share);
    }
    let (hedged_a, hedged_b) = (pair.a.claim.modality.is_hedged(), pair.b.claim.modality.is_hedged());
    f.flag("hedged-a", hedged_a);
    f.flag("hedged-b", hedged_b);
    f.flag("hedged-only-a", hedged_a && !hedged_b);
    f.flag("hedged-only-b", hedged_b && !hedged_a);
    f.flag("question-a", is_question(&pair.a));
    f.flag("question-b", is_question(&pair.b));
    f.flag("quoted-b", quoted_words(&pair.b).is_some());
    f.flag("said-a", !pair.a.read.attributions.is_empty());
    f.flag("said-b", !pair.b.read.attributions.is_empty());
    let (small_a, small_b) = (small_words(&pair.a), small_words(&pair.b));
    for word in small_b.difference(&small_a) {
        f.add(&format!("new:{word}"), 1.0);
    }
    for word in small_a.difference(&small_b) {
        f.add(&format!("left:{word}"), 1.0);
    }
    let small = small_a.len().min(small_b.len()) as f64;
    f.add("small-met", if small > 0.0 { small_a.intersection(&small_b).count() as f64 / small } else { 0.0 });
    f.flag("any-candidate", !candidates.is_empty());
    f.flag("candidates>1", candidates.len() > 1);
    for candidate in candidates {
        let rule = candidate.finding.rule;
        f.add(&format!("rule:{rule}"), 1.0);
        f.add(&format!("rule:{rule}*met-b"), met_b);
        f.add(&format!("rule:{rule}*met-a"), met_a);
    }
    // Descriptions of pictures follow rules of their own: whatever is not the same is something else, seen at the same moment.
    if is_caption(&pair.a) && is_caption(&pair.b) {
        f.add("caption", 1.0);
        f.share("caption*met-b", met_b);
        f.share("caption*met-a", met_a);
        let apart = are_apart(pair, words);
        f.flag("apart", apart);
        f.flag("apart*any-candidate", apart && !candidates.is_empty());
        f.add("apart*met-b", if apart { met_b } else { 0.0 });
        f.add("apart*met-a", if apart { met_a } else { 0.0 });
        f.flag("caption*any-candidate", !candidates.is_empty());
        for candidate in candidates {
            f.add(&format!("caption*rule:{}", candidate.finding.rule), 1.0);
        }
    }
    f.add("any-candidate*met-b", if candidates.is_empty() { 0.0 } else { met_b });
    f.0
}
