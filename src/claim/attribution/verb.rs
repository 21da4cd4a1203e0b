//! Which verbs report.
//!
//! Its own file because a list does not tell: beside a quotation any verb reports, before a court nobody needs to be named, and what needs a
//! clause is passive without one. Known limits: a noun that reports, "the claim that", is none of these.

use super::reach::REPORTED_REACH;
use super::{is_break, opens_quotation};
use crate::lexicon::Lexicon;
use crate::tag::{Form, Tag, lemma, lexicon};
use crate::token::Token;
use std::sync::LazyLock;

/// Reporting verbs by base form; true for those that need a content clause or quotation beside them.
pub(super) static VERBS: LazyLock<Lexicon<bool>> = LazyLock::new(|| {
    lexicon(include_str!("../../lexicon/reporting-verbs.txt"))
        .map(|line| (line.trim_end_matches('+'), line.ends_with('+')))
        .collect()
});

pub(super) fn reporting_verb(tokens: &[Token], tags: &[Tag], at: usize) -> Option<(&'static str, bool)> {
    let finite = match tags[at] {
        Tag::Verb(Form::Past | Form::Third) => true,
        Tag::Verb(Form::Base) => at > 0 && tags[at - 1] != Tag::To,
        Tag::Verb(Form::Ing) => {
            let opens = at > 0 && (tokens[at - 1].is(",") || tokens[at - 1].is("\""));
            let reports = tokens.get(at + 1).is_some_and(|t| t.is("that") || t.is("\"") || t.is(":") || t.is(","));
            opens && reports
        }
        Tag::Verb(Form::Participle) => {
            // "the man found in a car", "the sum claimed by the firm"
            let passive = matches!(tags.get(at + 1), Some(Tag::Preposition)) && needs_object(&tokens[at]);
            !passive && at > 0 && matches!(tags[at - 1], Tag::Have | Tag::Adverb | Tag::Name | Tag::Noun | Tag::Pronoun)
        }
        _ => false,
    };
    let verb = lemma(&tokens[at].normal)?;
    if is_heard(tokens, tags, at) {
        return Some((HEARD, false));
    }
    // "The findings point to a valve that broke": only who points out says something.
    if !finite || verb == "point" && !tokens.get(at + 1).is_some_and(|next| next.is("out")) {
        return None;
    }
    if verb == PUT && puts_at(tokens, tags, at) {
        return Some((PUT, false));
    }
    match VERBS.get(verb) {
        Some(&needs) => Some((verb, needs)),
        None => quotes(tokens, tags, at).then_some((verb, true)),
    }
}

/// The reporting verb of what was said before a court, which names no speaker.
pub(super) const HEARD: &str = "hear";

/// The verb of who estimates: "police put the crowd at 5,000".
pub(super) const PUT: &str = "put";

/// How many words may stand before the estimate.
const PUT_REACH: usize = 10;

/// Tells whether a form of "put", which no conjunction parts from its subject, is said of an estimate.
fn puts_at(tokens: &[Token], tags: &[Tag], at: usize) -> bool {
    let mut behind = (at + 2..tokens.len().min(at + PUT_REACH)).take_while(|&i| !is_break(&tokens[i]));
    let number = |i: usize| (i + 1..tokens.len().min(i + 4)).any(|i| tags[i] == Tag::Number);
    at > 0 && tags[at - 1] != Tag::Coordinator && behind.any(|i| tokens[i].is("at") && number(i))
}

/// Bodies before which something is said.
const FORUMS: &[&str] =
    &["court", "jury", "jurors", "inquest", "tribunal", "inquiry", "hearing", "magistrates", "panel", "committee"];

/// Tells whether a verb says that a body heard or was told something: "a court heard", "the jury has been told".
fn is_heard(tokens: &[Token], tags: &[Tag], at: usize) -> bool {
    let group = tags[..at].iter().rev().take_while(|t| matches!(t, Tag::Be | Tag::Have | Tag::Adverb)).count();
    let forum = (at - group).checked_sub(1).is_some_and(|i| FORUMS.contains(&tokens[i].normal.as_str()));
    let told = tokens[at].is("told") && tags[at - group..at].contains(&Tag::Be);
    // "…, it emerged last night"
    let emerged = tokens[at].is("emerged") && at > group && tokens[at - group - 1].is("it");
    emerged || forum && (told || matches!(tokens[at].normal.as_str(), "heard" | "hears"))
}

/// Tells whether a verb of any meaning stands between a quotation and who says it: "“It is gone,” lamented Ana Lopez", "one member fumed:
/// “It is gone”".
fn quotes(tokens: &[Token], tags: &[Tag], at: usize) -> bool {
    if tags[at] == Tag::Verb(Form::Base) {
        return false;
    }
    let leads = tokens.get(at + 1).is_some_and(|t| t.is(":")) && opens_quotation(tokens, at + 2);
    let named = matches!(tags.get(at + 1), Some(Tag::Name)) || tokens.get(at + 1).is_some_and(|t| t.capital);
    let said_by = |i: usize| matches!(tags[i], Tag::Pronoun | Tag::Name);
    let follows = at + 1 >= tokens.len() || is_break(&tokens[at + 1]) || tokens[at + 1].is(".");
    let inverted = named && closes_sentence(tokens, tags, at);
    let plain = follows && at > 0 && said_by(at - 1) && {
        let names = tags[..at].iter().rev().take_while(|t| matches!(t, Tag::Pronoun | Tag::Name)).count();
        closes_sentence(tokens, tags, at - names)
    };
    leads || inverted || plain
}

/// Tells whether a quotation with a verb of its own, which begins the sentence or goes on from one before, closes right before `at`.
fn closes_sentence(tokens: &[Token], tags: &[Tag], at: usize) -> bool {
    let mark = (at.saturating_sub(2)..at).rev().find(|&i| !tokens[i].is(","));
    let Some(mark) = mark.filter(|&mark| tokens[mark].is("\"")) else { return false };
    let from = mark.saturating_sub(REPORTED_REACH);
    let open = (from..mark).rev().find(|&i| tokens[i].is("\""));
    open.is_none_or(|open| open == 0) && tags[from..mark].iter().any(|t| t.is_finite())
}

/// Tells whether a verb reports only where a clause or a quotation stands beside it.
fn needs_object(token: &Token) -> bool {
    lemma(&token.normal).and_then(|verb| VERBS.get(verb)) == Some(&true)
}

/// Tells whether a word is the -ing form of a verb that reports: "saying", "noting"; before "that" any of them: "ruling that".
pub(in crate::claim) fn is_reporting_form(tokens: &[Token], at: usize) -> bool {
    let Some(token) = tokens.get(at).filter(|token| token.normal.ends_with("ing")) else { return false };
    let needs = lemma(&token.normal).and_then(|verb| VERBS.get(verb));
    needs.is_some_and(|needs| !needs || tokens.get(at + 1).is_some_and(|next| next.is("that")))
}
