//! Of whom a verb tells: the words of its subject, as far as order tells.
//!
//! A file of its own because opposite verbs contradict each other only of one subject: who sold and who bought tell of one sale. Known limits:
//! a subject behind its verb ("said the mayor") is not found, and a pronoun is nobody.

use super::pair::{Pair, Side};
use crate::claim::entity::place;
use crate::order::{Arrange as _, Gather as _};
use crate::span::Span;
use crate::tag::{Form, Tag};
use std::collections::BTreeSet;

/// The subject of a verb.
struct Subject {
    /// The terms of its nouns behind a possessive: of "the mayor's deputy" the deputy.
    own: BTreeSet<u32>,
    /// Its terms.
    terms: BTreeSet<u32>,
    /// Those of its names.
    names: BTreeSet<u32>,
    /// Tells that the verb is in the passive, so that its subject acts upon nothing.
    passive: bool,
    /// Tells that it is some of those named: "most members".
    some: bool,
}

/// How many tokens before a verb its subject is looked for. Larger takes what an earlier verb tells of for it.
const REACH: usize = 12;

/// Words that make some of all.
const SOME: &[&str] = &["some", "many", "most", "several", "few"];

/// Tells whether a participle stands before the noun that it is said of: "the number of destroyed homes", but not "fire destroyed homes".
fn is_attributive(tags: &[Tag], verb: usize) -> bool {
    let before = verb.checked_sub(1).map(|at| tags[at]);
    let opens =
        matches!(before, Some(Tag::Determiner | Tag::Possessive | Tag::Preposition | Tag::Number | Tag::Adjective));
    matches!(tags[verb], Tag::Verb(Form::Past | Form::Participle))
        && opens
        && tags.get(verb + 1).is_some_and(|tag| tag.is_nominal())
}

/// Returns the tokens of the subject of the verb at a token, the last first where they stand before it, and whether the verb is in the passive: the
/// noun phrase before it, else the one that its claim keeps from elsewhere in the sentence. Of a participle before its noun it is that noun.
pub(super) fn phrase(side: &Side<'_>, verb: usize) -> (Vec<usize>, bool) {
    let (tags, tokens) = (&side.read.tags, &side.read.tokens);
    let attributive = is_attributive(tags, verb);
    let helps = |at: &usize| tags[*at].is_verbal() || matches!(tags[*at], Tag::Adverb | Tag::Negation | Tag::To);
    // "The board voted on Monday to approve it": who voted approves.
    let governed = verb.checked_sub(1).is_some_and(|to| tags[to] == Tag::To);
    let governing = (verb.saturating_sub(REACH)..verb)
        .rev()
        .find(|&at| governed && matches!(tags[at], Tag::Verb(Form::Past | Form::Third)));
    let last = governing.unwrap_or(verb);
    let day = |at: usize| side.read.is_dated(tokens[at].span);
    // "The board on Monday approved it".
    let beside = |at: &usize| !(day(*at) || tags[*at] == Tag::Preposition && at + 1 < last && day(at + 1));
    let before = || (last.saturating_sub(REACH)..last).rev().filter(beside);
    let passive = attributive || before().take_while(helps).any(|at| tags[at] == Tag::Be);
    let named = |at: &usize| tags[*at].is_nominal() || ["of", "-", "and"].iter().any(|word| tokens[*at].is(word));
    let behind = || (verb + 1..tags.len()).take(REACH).take_while(|at| tags[*at].is_nominal());
    let phrase: Vec<usize> =
        if attributive { behind().collect() } else { before().skip_while(helps).take_while(named).collect() };
    (if phrase.is_empty() { side.claim.subject.clone().collect() } else { phrase }, passive)
}

/// Reads the subject of the verb at a token.
fn subject(side: &Side<'_>, verb: usize) -> Subject {
    let (tags, tokens) = (&side.read.tags, &side.read.tokens);
    let (whole, passive) = phrase(side, verb);
    // The first word of a sentence has its capital whatever it is; one noun alone, no plural and without an article, mostly is a name.
    let alone = |at: usize| whole.len() == 1 && at == 0 && !tokens[at].normal.ends_with('s');
    let capital = |at: usize| tokens[at].capital && tags[at] != Tag::Pronoun;
    let is_name =
        |at: usize| tags[at] == Tag::Name || capital(at) && (alone(at) || place(&tokens[at].normal).is_some());
    let is_noun = |at: usize| matches!(tags[at], Tag::Noun | Tag::Name);
    let terms = |says: &dyn Fn(usize) -> bool| {
        let words = whole.iter().copied().filter(|&at| says(at));
        words.filter_map(|at| side.tokens.get(at).copied().flatten()).gather_set()
    };
    let some = whole.iter().any(|&at| SOME.contains(&tokens[at].normal.as_str()));
    let owner = whole.iter().copied().filter(|&at| tokens[at].is("'s")).max();
    let own = terms(&|at| is_noun(at) && owner.is_none_or(|owner| at > owner));
    Subject { own, terms: terms(&is_noun), names: terms(&is_name), passive, some }
}

/// Returns the terms of the subject of a verb without whose it is, and whether the verb is in the passive.
pub(super) fn told_of(side: &Side<'_>, verb: usize) -> (BTreeSet<u32>, bool) {
    let subject = subject(side, verb);
    (subject.own, subject.passive)
}

/// Tells whether two verbs are told of one subject, each of its claim; not where one of them names none.
pub(super) fn is_one(pair: &Pair<'_>, at_a: usize, at_b: usize) -> bool {
    let (a, b) = (subject(&pair.a, at_a), subject(&pair.b, at_b));
    (a.passive == b.passive || dies(&pair.a, at_a) || dies(&pair.b, at_b)) && !a.terms.is_disjoint(&b.terms)
}

/// Tells whether a verb tells of whom it is done to what it otherwise tells of who does it: "was killed", "survived".
fn dies(side: &Side<'_>, verb: usize) -> bool {
    side.read.base_of_verb(verb) == Some("kill")
}

/// Tells whether two verbs are told of one subject, each of its claim, that has a name in common.
pub(super) fn is_one_name(pair: &Pair<'_>, at_a: usize, at_b: usize) -> bool {
    let (a, b) = (subject(&pair.a, at_a), subject(&pair.b, at_b));
    a.passive == b.passive && !a.names.is_disjoint(&b.names)
}

/// Tells whether two verbs, both in the active or both in the passive, may be told of one subject: of none that has no word in common.
pub(super) fn may_be_one(pair: &Pair<'_>, at_a: usize, at_b: usize) -> bool {
    let (a, b) = (subject(&pair.a, at_a), subject(&pair.b, at_b));
    a.passive == b.passive && (a.terms.is_empty() || b.terms.is_empty() || !a.terms.is_disjoint(&b.terms))
}

/// Tells whether one of two verbs is told of some of its subjects only, of whom others may do the opposite.
pub(super) fn is_some(pair: &Pair<'_>, at_a: usize, at_b: usize) -> bool {
    subject(&pair.a, at_a).some || subject(&pair.b, at_b).some
}

/// Tells whether two verbs are told of two that have no word in common. Who is killed is not set against what killed.
pub(super) fn share_nothing(pair: &Pair<'_>, at_a: usize, at_b: usize) -> bool {
    let (a, b) = (subject(&pair.a, at_a), subject(&pair.b, at_b));
    a.passive == b.passive && !a.terms.is_empty() && !b.terms.is_empty() && a.terms.is_disjoint(&b.terms)
}

/// Tells whether two verbs are told of two that are named otherwise, or of two things of one: "the profits of the mill", "the sales of the mill".
pub(super) fn are_two(pair: &Pair<'_>, at_a: usize, at_b: usize) -> bool {
    let (a, b) = (subject(&pair.a, at_a), subject(&pair.b, at_b));
    let named = !a.names.is_empty() && !b.names.is_empty() && a.names.is_disjoint(&b.names);
    let of_one = || {
        let heads = (head_of(&pair.a, at_a), head_of(&pair.b, at_b));
        matches!(heads, (Some(a), Some(b)) if !a.is_empty() && !b.is_empty() && a.is_disjoint(&b))
    };
    a.passive == b.passive && (named || of_one())
}

/// Returns the names of whom two verbs are told, where each is told of a name alone, of which the other claim has no word.
pub(super) fn other_names(pair: &Pair<'_>, at_a: usize, at_b: usize) -> Option<(Span, Span)> {
    let named = |side: &Side<'_>, other: &Side<'_>, verb: usize| {
        let (whole, passive) = phrase(side, verb);
        let absent = |at: &usize| !side.tokens[*at].is_some_and(|term| other.says(term));
        let by_name = whole.iter().all(|at| side.read.tags[*at] == Tag::Name && absent(at));
        let (first, last) = (whole.iter().min()?, whole.iter().max()?);
        by_name.then(|| (side.read.tokens[*first].span.join(side.read.tokens[*last].span), passive))
    };
    let ((a, passive_a), (b, passive_b)) = named(&pair.a, &pair.b, at_a).zip(named(&pair.b, &pair.a, at_b))?;
    (passive_a == passive_b).then_some((a, b))
}

/// Nouns that only count what stands behind their "of".
const COUNTING: &[&str] = &["number", "total", "amount", "sum", "count", "majority", "group", "pair"];

/// Returns the terms of the noun of a verb's subject that stands before "of"; `None` where there is no "of", or the noun only counts.
fn head_of(side: &Side<'_>, verb: usize) -> Option<BTreeSet<u32>> {
    let tokens = &side.read.tokens;
    let (mut whole, _) = phrase(side, verb);
    whole.arrange();
    let of = whole.iter().position(|&at| tokens[at].is("of"))?;
    let head = || whole[..of].iter().copied().filter(|&at| side.read.tags[at] == Tag::Noun);
    let counts = head().any(|at| COUNTING.contains(&tokens[at].normal.as_str()));
    (!counts).then(|| head().filter_map(|at| side.tokens.get(at).copied().flatten()).gather_set())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::stance::judge::with_pair;

    #[test]
    fn subjects_are_told_apart_by_their_names() {
        let verbs = |a: &str, b: &str| {
            with_pair(a, b, |pair| {
                let verb = |side: &Side<'_>| side.read.tags.iter().rposition(|tag| tag.is_verbal()).unwrap();
                let (at_a, at_b) = (verb(&pair.a), verb(&pair.b));
                (is_one(pair, at_a, at_b), are_two(pair, at_a, at_b))
            })
        };
        for (a, b, one, two) in [
            ("Governor Ana Ruiz signed the bill.", "Ruiz has not signed the bill.", true, false),
            ("Egypt closed the crossing.", "Israel has now opened the crossing.", false, true),
            ("Egypt closed the crossing.", "The crossing was opened by Israel.", false, false),
            ("The council closed the mill.", "The owner opened the mill.", false, false),
            ("The team of Lund won.", "The team of Cork won.", true, true),
            ("He won.", "He lost.", false, false),
            // Two things of one; what only counts is none.
            ("The profits of the mill fell.", "The sales of the mill rose.", true, true),
            ("The number of the guests fell.", "The count of the guests rose.", true, false),
            // Of an infinitive it is who means to do it; days stand between.
            ("The board of Lund voted on Friday to approve the mill.", "The board of Lund rejected it.", true, false),
            ("The board of Lund on Monday approved it.", "The board of Ost approved it.", true, true),
            ("About 60 guides took part.", "Forty guides and three dogs took part.", true, false),
            // A participle before its noun is told of that.
            ("It put the number of burned barns at 12.", "About 20 barns were burned.", true, false),
            ("It put the number of burned barns at 12.", "About 20 mills were burned.", false, false),
            ("Fire burned barns.", "About 20 barns were burned.", false, false),
        ] {
            assert_eq!(verbs(a, b), (one, two), "{a} | {b}");
        }
    }
}
