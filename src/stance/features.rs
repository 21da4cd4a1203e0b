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

/// The names of what [`roles`] gives.
const ROLES: [&str; 3] = ["subject", "verb", "object"];

/// The shares of the words of each claim that meet one of the other.
#[derive(Clone, Copy)]
struct Met {
    a: f64,
    b: f64,
}

/// The features so far, in the order in which the model sums them up; one method for each thing that is asked of a pair.
struct Builder(Vec<Feature>);

impl Builder {
    /// Adds a value, of which 0 is the same as none.
    fn add(&mut self, name: &str, value: f64) {
        if value != 0.0 {
            self.0.push((name.to_owned(), value));
        }
    }

    fn flag(&mut self, name: &str, holds: bool) {
        self.add(name, f64::from(u8::from(holds)));
    }

    /// Adds a value where something holds.
    fn add_if(&mut self, holds: bool, name: &str, value: f64) {
        if holds {
            self.add(name, value);
        }
    }

    /// Adds a share with its steps.
    fn share(&mut self, name: &str, value: f64) {
        self.add(name, value);
        for (least, mark) in STEPS {
            self.flag(&format!("{name}{mark}"), value >= least);
        }
    }

    /// Adds how much the claims have in common, and in the same order.
    fn likeness(&mut self, pair: &Pair<'_>, words: &Words, shares: Met) {
        self.share("met-b", shares.b);
        self.share("met-a", shares.a);
        self.share("met-plain-b", met(&words.b, |w| !matches!(w.tag, Tag::Number | Tag::Name)));
        self.add("met-square-b", shares.b * shares.b);
        self.add("met-least", shares.a.min(shares.b));
        self.share("alike", pair.similarity);
        self.share("grams", gram::alike(pair.a.extent(), pair.b.extent()));
        let (near, ordered) = order(words);
        self.add("near", near);
        self.add("ordered", ordered);
    }

    /// Adds what the claim of this name has by itself, and which of its words stay alone.
    fn words(&mut self, name: &str, side: &[Word]) {
        let alone: Vec<&Word> = side.iter().filter(|w| w.partner.is_none()).collect();
        self.add(&format!("alone-{name}"), (alone.len().min(8) as f64) / 4.0);
        for least in 1..=4 {
            self.flag(&format!("alone-{name}>={least}"), alone.len() >= least);
        }
        for of in KINDS {
            let count = alone.iter().filter(|w| kind(w) == of).count();
            self.flag(&format!("alone-{name}-{of}"), count > 0);
            self.flag(&format!("alone-{name}-{of}>1"), count > 1);
        }
        self.add(&format!("length-{name}"), (side.len().min(40) as f64) / 10.0);
        self.flag(&format!("short-{name}"), side.len() < 3);
        self.flag(&format!("long-{name}"), side.len() > 12);
        for (role, word) in ROLES.iter().zip(roles(side)) {
            self.flag(&format!("{role}-{name}-met"), word.is_some_and(|w| w.partner.is_some()));
            self.flag(&format!("{role}-{name}-alone"), word.is_some_and(|w| w.partner.is_none()));
        }
        self.flag(&format!("any-number-{name}"), side.iter().any(|w| w.tag == Tag::Number));
        self.flag(&format!("any-name-{name}"), side.iter().any(|w| w.tag == Tag::Name));
    }

    /// Adds which roles the same word has in both claims, and in which neither word meets any.
    fn roles(&mut self, words: &Words) {
        for (name, (a, b)) in ROLES.iter().zip(roles(&words.a).iter().zip(roles(&words.b))) {
            let (Some(a), Some(b)) = (a, b) else { continue };
            let same = b.partner.is_some_and(|at| words.a[at].at == a.at);
            self.flag(&format!("{name}s-same"), same);
            self.flag(&format!("{name}s-apart"), a.partner.is_none() && b.partner.is_none());
        }
    }

    /// Adds whether one word stands for another, and how much longer the second claim is.
    fn lengths(&mut self, words: &Words, candidates: &[Candidate]) {
        let replaced = is_replaced(words) && words.a.len() > 2;
        self.flag("replaced", replaced);
        self.flag("replaced*any-candidate", replaced && !candidates.is_empty());
        let ratio = (words.b.len() as f64 + 1.0) / (words.a.len() as f64 + 1.0);
        self.add("ratio", ratio.min(3.0));
        self.flag("longer-b", ratio > 1.0);
    }

    /// Adds which claim denies, and how much of what it denies the other has.
    fn negation(&mut self, pair: &Pair<'_>, words: &Words, shares: Met) {
        let (not_a, not_b) = (negations(&pair.a).len(), negations(&pair.b).len());
        self.flag("negated-a", not_a > 0);
        self.flag("negated-b", not_b > 0);
        let odd = not_a % 2 != not_b % 2;
        self.flag("negated-odd", odd);
        self.flag("negated-both", not_a > 0 && not_b > 0);
        self.add_if(odd, "negated-odd*met-b", shares.b);
        self.add_if(not_b > 0, "negated-b*met-b", shares.b);
        if let Some(share) = denied_share(pair, words) {
            self.share("denied-met", share);
        }
    }

    /// Adds how each claim is told: hedged, asked, quoted, said by someone.
    fn telling(&mut self, pair: &Pair<'_>) {
        let (hedged_a, hedged_b) = (pair.a.claim.modality.is_hedged(), pair.b.claim.modality.is_hedged());
        self.flag("hedged-a", hedged_a);
        self.flag("hedged-b", hedged_b);
        self.flag("hedged-only-a", hedged_a && !hedged_b);
        self.flag("hedged-only-b", hedged_b && !hedged_a);
        self.flag("question-a", is_question(&pair.a));
        self.flag("question-b", is_question(&pair.b));
        self.flag("quoted-b", quoted_words(&pair.b).is_some());
        self.flag("said-a", !pair.a.read.attributions.is_empty());
        self.flag("said-b", !pair.b.read.attributions.is_empty());
    }

    /// Adds the small words that only one of the claims has.
    fn small_words(&mut self, pair: &Pair<'_>) {
        let (a, b) = (small_words(&pair.a), small_words(&pair.b));
        for word in b.difference(&a) {
            self.add(&format!("new:{word}"), 1.0);
        }
        for word in a.difference(&b) {
            self.add(&format!("left:{word}"), 1.0);
        }
        let least = a.len().min(b.len()) as f64;
        self.add_if(least > 0.0, "small-met", a.intersection(&b).count() as f64 / least);
    }

    /// Adds the rules that have found something.
    fn candidates(&mut self, candidates: &[Candidate], shares: Met) {
        self.flag("any-candidate", !candidates.is_empty());
        self.flag("candidates>1", candidates.len() > 1);
        for candidate in candidates {
            let rule = candidate.finding.rule;
            self.add(&format!("rule:{rule}"), 1.0);
            self.add(&format!("rule:{rule}*met-b"), shares.b);
            self.add(&format!("rule:{rule}*met-a"), shares.a);
        }
    }

    /// Adds what two descriptions of pictures have. They follow rules of their own: whatever is not the same is something else, seen at the
    /// same moment.
    fn captions(&mut self, pair: &Pair<'_>, words: &Words, candidates: &[Candidate], shares: Met) {
        self.add("caption", 1.0);
        self.share("caption*met-b", shares.b);
        self.share("caption*met-a", shares.a);
        let apart = are_apart(pair, words);
        self.flag("apart", apart);
        self.flag("apart*any-candidate", apart && !candidates.is_empty());
        self.add_if(apart, "apart*met-b", shares.b);
        self.add_if(apart, "apart*met-a", shares.a);
        self.flag("caption*any-candidate", !candidates.is_empty());
        for candidate in candidates {
            self.add(&format!("caption*rule:{}", candidate.finding.rule), 1.0);
        }
    }
}

/// Returns the features of a pair.
pub(super) fn features(pair: &Pair<'_>, words: &Words, candidates: &[Candidate]) -> Vec<Feature> {
    let shares = Met { a: met(&words.a, |_| true), b: met(&words.b, |_| true) };
    let mut f = Builder(vec![("bias".to_owned(), 1.0)]);
    f.likeness(pair, words, shares);
    f.words("a", &words.a);
    f.words("b", &words.b);
    f.roles(words);
    f.lengths(words, candidates);
    f.negation(pair, words, shares);
    f.telling(pair);
    f.small_words(pair);
    f.candidates(candidates, shares);
    if is_caption(&pair.a) && is_caption(&pair.b) {
        f.captions(pair, words, candidates, shares);
    }
    f.add_if(!candidates.is_empty(), "any-candidate*met-b", shares.b);
    f.0
}
