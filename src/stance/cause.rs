//! Another cause of the same: "caused by a gas leak", "caused by a bomb".
//!
//! A file of its own because what two articles give as the cause stands before its verb or behind it, and shares no word with the other's. Whether
//! two causes are two names for one ("a fault", "a short circuit") nobody can tell by their words, so it is no contradiction. Known limits: only
//! the verbs and turns of the tables.

use super::cue::tokens;
use super::pair::{Pair, Side};
use super::{Finding, RuleName, Stance, subject};
use crate::order::Gather as _;
use crate::span::Span;
use crate::tag::{Form, Tag, lemma};
use std::collections::BTreeSet;

/// Verbs whose subject is the cause; in the passive it stands behind "by".
const CAUSING: &[&str] = &["cause", "trigger", "spark", "ignite", "provoke"];

/// Words before a cause, each with the word behind it.
const BEFORE: &[(&str, &[&str])] =
    &[("because", &["of"]), ("due", &["to"]), ("blame", &["on"]), ("die", &["of", "from"])];

/// What is started by its cause.
const FIRES: &[&str] = &["fire", "fires", "blaze", "wildfire"];

/// How many tokens a cause may take: "a broken rail in the tunnel".
const LONG: usize = 8;

/// How far before its verb a cause is looked for. Clauses of news are shorter; without an end a list of verbs would cost its square.
const CLAUSE_REACH: usize = 64;

/// How many tokens behind its verb "by" may stand: "caused deliberately by".
const BY_REACH: usize = 3;

/// Least share of both claims that must meet. Larger misses causes told in other words; smaller takes the causes of two things for those of one.
const LEAST_SHARED: f64 = 0.2;

/// Returns what a claim gives as a cause: its words and their terms.
fn cause(side: &Side<'_>) -> Option<(Span, BTreeSet<u32>)> {
    let (read, tags) = (side.read, &side.read.tags);
    let inside = |at: &usize| tags[*at].is_nominal() || read.tokens[*at].is("-") || read.tokens[*at].is("of");
    let behind = |at: usize| (at..read.tokens.len()).take(LONG).take_while(inside).collect::<Vec<_>>();
    let is = |at: usize, words: &[&str]| words.contains(&read.word(at));
    let phrase = |(at, normal): (usize, &str)| {
        let word = if tags[at].is_verbal() { lemma(normal).unwrap_or(normal) } else { normal };
        if tags[at].is_verbal() && CAUSING.contains(&word) {
            let by = (at + 1..at + 1 + BY_REACH).find(|&at| is(at, &["by"]));
            let (mut before, passive) = subject::phrase(side, at);
            // What stands in between belongs to another claim: "a cornice that broke off triggered it".
            if before.is_empty() {
                let own = (at.saturating_sub(CLAUSE_REACH)..at).rev().filter(|&i| side.holds(read.tokens[i].span));
                before = own.skip_while(|i| !tags[*i].is_nominal()).take_while(inside).collect();
            }
            // No base form stands right before its verb: "a gas leak caused it".
            before.extend(at.checked_sub(1).filter(|&last| tags[last] == Tag::Verb(Form::Base)));
            return by.map(|by| behind(by + 1)).or((!passive).then_some(before));
        }
        // "A cigarette started the fire".
        if word == "start" && (at + 1..at + 1 + BY_REACH).any(|at| is(at, FIRES)) {
            return Some(subject::phrase(side, at)).filter(|(_, passive)| !passive).map(|(before, _)| before);
        }
        let (_, next) = BEFORE.iter().find(|(before, _)| *before == word)?;
        // "Blamed the crash on ice": what it is said of stands between.
        let reach = if word == "blame" { LONG } else { 1 };
        (at + 1..=at + reach).find(|&at| is(at, next)).map(|before| behind(before + 1))
    };
    let phrase = tokens(side).find_map(|(at, token)| phrase((at, &token.normal)))?;
    let names = |at: &usize| matches!(tags[*at], Tag::Noun | Tag::Name | Tag::Adjective | Tag::Verb(Form::Base));
    let named: Vec<usize> = phrase.into_iter().filter(names).collect();
    let (first, last) = named.iter().min().zip(named.iter().max())?;
    let span = read.tokens[*first].span.join(read.tokens[*last].span);
    // "A broken rail" is a rail, however the first word was read.
    let participle =
        |at: usize| at != *last && lemma(&read.tokens[at].normal).is_some_and(|verb| !read.tokens[at].is(verb));
    let noun = |at: &&usize| tags[**at] != Tag::Adjective && !participle(**at);
    let terms = named.iter().filter(noun).filter_map(|&at| side.tokens[at]).gather_set();
    (!terms.is_empty()).then_some((span, terms))
}

/// Finds two causes that share no word, none of which the other claim's sentence has anywhere.
pub(super) fn other_cause(pair: &Pair<'_>) -> Option<Finding> {
    let ((a, ours), (b, theirs)) = cause(&pair.a).zip(cause(&pair.b))?;
    let said = |side: &Side<'_>, terms: &BTreeSet<u32>| terms.iter().any(|&term| side.says(term));
    let apart = !said(&pair.b, &ours) && !said(&pair.a, &theirs) && pair.same_polarity();
    (apart && pair.covered.min(pair.covering) >= LEAST_SHARED).then(|| Finding {
        cue_a: Some(a),
        cue_b: Some(b),
        ..Finding::new(Stance::Partly, RuleName::Cause, 0.6)
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::stance::testing::assert_found;

    #[test]
    fn another_cause_is_no_support() {
        assert_found(
            other_cause,
            &[
                ("A gas leak caused the explosion in Lund.", "The explosion in Lund was caused by a bomb.", true),
                ("A broken axle caused the crash.", "A broken rail appears to have caused the crash.", true),
                ("The pastor died of a stroke on Monday.", "The pastor died of his injuries on Monday.", true),
                ("The flight was late because of fog.", "The flight was late due to a strike.", true),
                (
                    "Police blamed the crash in Lund on black ice.",
                    "Police blamed the crash in Lund on a drunk driver.",
                    true,
                ),
                ("A cigarette started the fire in the mill.", "A short circuit started the fire in the mill.", true),
                // The same cause, more exactly, in other order; and none.
                ("A gas leak caused the explosion in Lund.", "A leak in a pipe caused the explosion in Lund.", false),
                ("A gas leak caused the explosion in Lund.", "The explosion in Lund was caused by leaking gas.", false),
                ("A gas leak caused the explosion in Lund.", "The explosion in Lund was not caused by a bomb.", false),
                ("A gas leak caused the explosion in Lund.", "The explosion in Lund caused a panic.", false),
                ("A gas leak caused the explosion in Lund.", "The pastor died of a stroke.", false),
            ],
        );
    }
}
