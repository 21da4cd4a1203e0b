//! What a look further right shows of tags that were guessed left to right.
//!
//! Its own file because these questions can only be asked when every token of the sentence has a tag. Known limits: no tree is built, so that
//! a verb behind two insertions may be missed.

use super::inflection::{VERBS, lemma};
use super::verb::in_absolute;
use super::{Form, Tag};
use crate::token::Token;

/// Mends what a look further right shows: a past form before a second finite verb, with nothing between them that could open a clause,
/// is a participle ("the talks scheduled for Monday begin").
pub(super) fn repair(tokens: &[Token], tags: &mut [Tag]) {
    // "Rescue teams say", "Rescue chief Ana Lopez said": no order, as the verb is still to come.
    if let Some(first) = tags.iter().position(|tag| *tag != Tag::Punctuation)
        && tags[first] == Tag::Verb(Form::Base)
    {
        let names = |tag: &&Tag| matches!(tag, Tag::Noun | Tag::Name | Tag::Adjective);
        let phrase = tags[first + 1..].iter().take(SUBJECT_REACH).take_while(names).count();
        let verb = tags.get(first + 1 + phrase).is_some_and(|tag| tag.is_finite() || *tag == Tag::Verb(Form::Base));
        if phrase > 0 && verb {
            tags[first] = Tag::Noun;
        }
    }
    for at in 0..tags.len() {
        if tags[at] != Tag::Verb(Form::Past) {
            continue;
        }
        let could_be_participle = VERBS.get(&tokens[at].normal).is_none_or(|f| f.participle.is_some());
        // "the man who put out the fire had been": a relative clause needs its verb.
        if !could_be_participle || at > 0 && tags[at - 1] == Tag::Relative {
            continue;
        }
        if tokens.get(at + 1).is_some_and(|t| t.is("by")) {
            tags[at] = Tag::Verb(Form::Participle);
            continue;
        }
        // "With half of the votes counted, Ruiz was ahead"
        if tokens[0].is("with")
            && tokens.get(at + 1).is_some_and(|t| t.is(","))
            && at < SECOND_VERB_REACH
            && !tokens[..at].iter().any(|t| t.is(","))
        {
            tags[at] = Tag::Verb(Form::Participle);
            continue;
        }
        // "…, with the flight expected to arrive"
        if in_absolute(tokens, tags, at) {
            tags[at] = Tag::Verb(Form::Participle);
            continue;
        }
        // "said about 1,200 jobs would go": it bounds a number.
        let bounds = tags.get(at + 2) == Some(&Tag::Number) && tokens[at + 1].is("about");
        let preposition_next = tags.get(at + 1).is_some_and(|t| *t == Tag::Preposition) && !bounds;
        let goes_on = preposition_next || matches!(tags.get(at + 1), Some(Tag::To | Tag::Subordinator | Tag::Name));
        if preposition_next && second_verb(tokens, tags, at)
            || goes_on && stands_in_commas(tokens, tags, at)
            || preposition_next && says_more(tokens, tags, at)
        {
            tags[at] = Tag::Verb(Form::Participle);
        }
    }
}

/// Tells whether the past form at `at` opens what two commas part from the subject of a clause and its verb: "The firm, based in Lund,
/// Sweden, has grown", "unless the fee, set to rise in May, is frozen".
fn stands_in_commas(tokens: &[Token], tags: &[Tag], at: usize) -> bool {
    // "The cost, originally put at a million, has doubled"
    let first = at - tags[..at].iter().rev().take_while(|tag| **tag == Tag::Adverb).count();
    // "“Salt,” released in 2002, won": American style puts the comma inside the quotation.
    let comma = first.saturating_sub(if first > 2 && tokens[first - 1].is("\"") { 2 } else { 1 });
    if comma == 0 || !tokens[comma].is(",") {
        return false;
    }
    let names = |i: usize| {
        tags[i].is_nominal()
            || tags[i] == Tag::Preposition
            || matches!(tokens[i].normal.as_str(), "-" | "\"" | "." | "&")
    };
    let start = (0..comma).rev().take(SECOND_VERB_REACH).take_while(|&i| names(i)).last().unwrap_or(comma);
    let named = (start..comma).any(|i| matches!(tags[i], Tag::Noun | Tag::Name));
    let opens = start == 0
        || start == 1 && matches!(tags[0], Tag::Coordinator | Tag::Adverb)
        || matches!(tags[start - 1], Tag::Subordinator | Tag::Complementizer)
        || lemma(&tokens[start - 1].normal)
            .is_some_and(|verb| matches!(verb, "say" | "add" | "claim" | "warn" | "believe"));
    let closes = |i: usize| tokens[i].is(",") && tags.get(i + 1).is_some_and(|tag| tag.is_finite());
    // "suspected to have been started by children"
    let inside = |i: &usize| !tags[*i].is_finite() || tags[i - 1] == Tag::To || tags[i - 1] == Tag::Have;
    named && opens && (at + 1..tags.len().min(at + SECOND_VERB_REACH)).take_while(inside).any(closes)
}

/// How many tokens the first subject may take before its verb. Larger ones are rather what is done to an object.
const SUBJECT_REACH: usize = 6;

/// Tells whether the past form at `at` says more of the noun before its comma, in a clause that has its verb: "defended the deficit, projected
/// at $78bn this year, arguing …"; in "left the house, walked to the river and drowned" it is one of several predicates.
fn says_more(tokens: &[Token], tags: &[Tag], at: usize) -> bool {
    let opens = at > 2 && tokens[at - 1].is(",") && matches!(tags[at - 2], Tag::Noun | Tag::Name);
    let clause = &tags[..at.saturating_sub(1)];
    let insertion = |i: usize| tags[i] == Tag::Relative || tokens[i].is(",");
    let told =
        || at < SECOND_VERB_REACH && clause.iter().any(|tag| tag.is_finite()) && !(0..clause.len()).any(insertion);
    let reach = at + 1..tags.len().min(at + SECOND_VERB_REACH);
    let joined = |i: usize| {
        tags[i] == Tag::Coordinator && tags.get(i + 1).is_some_and(|tag| tag.is_verbal() || *tag == Tag::Adverb)
    };
    let ends = || reach.clone().find(|&i| tokens[i].is(",") || joined(i)).unwrap_or(reach.end);
    opens && told() && {
        let end = ends();
        let next = tags.get(end + 1).copied();
        tags.get(end).is_none_or(|tag| *tag != Tag::Coordinator)
            && !next.is_some_and(|tag| tag == Tag::Coordinator || tag.is_finite() || tag == Tag::Adverb)
    }
}

/// How many tokens behind a past form the second finite verb may stand that makes it a participle. Sentences of news are shorter.
const SECOND_VERB_REACH: usize = 48;

/// Tells whether a second finite verb follows the past form at `at` with nothing between that could open a clause with a subject of its own:
/// a hyphen, "of robbing a bank and [wounding] a guard", and a relative clause with its own verb do not.
fn second_verb(tokens: &[Token], tags: &[Tag], at: usize) -> bool {
    for right in at + 1..tags.len().min(at + SECOND_VERB_REACH) {
        match tags[right] {
            Tag::Punctuation if tokens[right].is("-") || tokens[right].is(".") => {}
            Tag::Coordinator if tokens.get(right + 1).is_some_and(is_gerund) => {}
            Tag::Relative if right > at + 2 => return relative_has_main_verb(tokens, tags, right),
            Tag::Coordinator
            | Tag::Relative
            | Tag::Subordinator
            | Tag::Complementizer
            | Tag::Punctuation
            | Tag::Pronoun => return false,
            tag if tag.is_finite() => return true,
            _ => {}
        }
    }
    false
}

/// How many tokens a relative clause may take before the verb of what it interrupts. Larger finds verbs behind longer ones and takes more
/// that belongs elsewhere for one.
const RELATIVE_REACH: usize = 14;

/// Tells whether a second verb, which belongs to what stands before, follows a relative clause that begins at `at`.
pub(crate) fn relative_has_main_verb(tokens: &[Token], tags: &[Tag], at: usize) -> bool {
    let mut own = false;
    for verb in at + 1..tags.len().min(at + 1 + RELATIVE_REACH) {
        let before = tags[verb - 1];
        match tags[verb] {
            // "5:40 a.m."
            Tag::Punctuation if tokens[verb].is(":") && before == Tag::Number && !tokens[verb].spaced => {}
            Tag::Punctuation if !matches!(tokens[verb].normal.as_str(), "-" | "$" | "%") => return false,
            Tag::Relative | Tag::Subordinator | Tag::Complementizer | Tag::Coordinator => return false,
            tag if tag.is_finite() => {
                // "who had been held | would face no action", "that left a guard wounded | will go on trial"
                let anew =
                    matches!(before, Tag::Verb(Form::Past | Form::Participle)) && matches!(tag, Tag::Modal | Tag::Do);
                let begins = anew || !before.is_verbal() && !matches!(before, Tag::To | Tag::Negation | Tag::Adverb);
                let object = matches!(tokens[verb - 1].normal.as_str(), "him" | "them" | "us" | "me");
                match own {
                    true if begins && (before != Tag::Pronoun || object) => return true,
                    _ => own = true,
                }
            }
            _ => {}
        }
    }
    false
}

/// Tells whether a word is the -ing form of a verb.
fn is_gerund(token: &Token) -> bool {
    VERBS.get(&token.normal).is_some_and(|forms| forms.ing.is_some())
}
