//! What stands ahead of a place in a sentence: a clause with a subject of its own, a list that goes on, an age.
//!
//! Its own file because boundaries and attributions ask the same questions. Everything is found from tags within a reach, so that the
//! cost of a sentence grows with its length. Known limits: of a subject with two relative clauses the end is not found.

use crate::tag::{Form, Tag, lemma, relative_has_main_verb};
use crate::token::Token;
use std::ops::Range;

/// How many tokens a subject may take when a look ahead asks whether a clause of its own begins.
/// Larger finds clauses behind long subjects and takes more lists of nouns for clauses; 12 did best on the gold stories.
const SUBJECT_REACH: usize = 12;

pub(in crate::claim) fn skip_adverbs(tags: &[Tag], mut at: usize) -> usize {
    while matches!(tags.get(at), Some(Tag::Adverb)) {
        at += 1;
    }
    at
}

/// Tells whether a conjunction takes something out of what stands before it: "all but one", "nothing but rain".
pub(crate) fn excepts(tokens: &[Token], at: usize) -> bool {
    const WHOLES: &[&str] =
        &["all", "any", "anyone", "anything", "every", "everyone", "everything", "no", "nobody", "none", "nothing"];
    let whole = |before: usize| WHOLES.contains(&tokens[before].normal.as_str());
    tokens[at].is("but") && at.checked_sub(1).is_some_and(whole)
}

/// Tells whether a noun phrase and then a comma with "who" or "which" follow, without a verb between.
pub(super) fn list_goes_on(tokens: &[Token], tags: &[Tag], from: usize) -> bool {
    let phrase = tags[from..].iter().take_while(|t| t.is_nominal() || **t == Tag::Preposition).count();
    let end = from + phrase;
    phrase > 0 && tokens.get(end).is_some_and(|t| t.is(",")) && tags.get(end + 1) == Some(&Tag::Relative)
}

/// Tells whether at least three tokens that are no punctuation follow before the next comma.
pub(super) fn rest_is_long(tags: &[Tag], from: usize) -> bool {
    tags[from..].iter().take_while(|t| **t != Tag::Punctuation).take(3).count() == 3
}

/// How many tokens a list of things done may take. Larger finds longer lists, and takes longer for endless ones.
const LIST_REACH: usize = 48;

/// Finds the preposition or verb that governs what is done right before a place: "after admitting stealing drugs |".
pub(in crate::claim) fn governor(tags: &[Tag], start: usize, end: usize) -> Option<usize> {
    let governs = |at: usize| {
        matches!(tags[at], Tag::Preposition | Tag::Verb(_)) && tags.get(at + 1) == Some(&Tag::Verb(Form::Ing))
    };
    // The verb that governs may be finite itself.
    (start..end).rev().take(LIST_REACH).find(|&at| governs(at) || tags[at].is_finite()).filter(|&at| governs(at))
}

/// Finds what governs a list of things done, one of which begins at a place: "suspected of | bribing officials, hiding payments and
/// misleading auditors", "progress in | cutting jobs, closing plants and selling units".
pub(in crate::claim) fn governor_of_list(tags: &[Tag], start: usize, item: usize) -> Option<usize> {
    let ing = |at: usize| tags.get(skip_adverbs(tags, at)) == Some(&Tag::Verb(Form::Ing));
    let goes_on = |at: &usize| !tags[*at].is_finite() && tags[*at] != Tag::Relative;
    let mut behind = (item.saturating_sub(1)..tags.len()).take(LIST_REACH).take_while(goes_on);
    let listed = ing(item) && behind.any(|at| tags[at] == Tag::Coordinator && ing(at + 1));
    governor(tags, start, item).filter(|_| listed)
}

/// Returns the comma that closes an age which a comma at `at` opens: "the man, 45, was".
pub(in crate::claim) fn age_ends(tokens: &[Token], tags: &[Tag], at: usize) -> Option<usize> {
    let opens = tokens[at].is(",") && at > 0 && tags[at - 1].is_nominal() && tags.get(at + 1) == Some(&Tag::Number);
    let end = at + 2;
    (opens && tokens.get(end).is_some_and(|token| token.is(","))).then_some(end)
}

/// Tells whether a subject and its finite verb begin here, with no comma between but those of an age.
pub(in crate::claim) fn clause_follows(tokens: &[Token], tags: &[Tag], from: usize) -> bool {
    subject_and_verb(tokens, tags, from, false)
}

/// Tells whether a subject and its finite verb begin here; the subject may be a list or hold an apposition or a relative clause: "though
/// the governor, a Republican, has called", "and a tariff that was to take effect will be put off".
pub(in crate::claim) fn long_clause_follows(tokens: &[Token], tags: &[Tag], from: usize) -> bool {
    subject_and_verb(tokens, tags, from, true)
}

fn subject_and_verb(tokens: &[Token], tags: &[Tag], from: usize, long: bool) -> bool {
    // ", more than the county had first thought" compares.
    if tokens.get(from + 1).is_some_and(|t| t.is("than")) && bound_ends(tokens, tags, from).is_none() {
        return false;
    }
    let mut seen_noun = false;
    let mut at = from;
    for _ in 0..SUBJECT_REACH {
        if at >= tags.len() {
            break;
        }
        if let Some(end) = age_ends(tokens, tags, at) {
            at = end + 1;
            continue;
        }
        if let Some(end) = bound_ends(tokens, tags, at) {
            at = end;
            continue;
        }
        match tags[at] {
            Tag::Punctuation if long && seen_noun && tokens[at].is(",") => match insertion_ends(tokens, tags, at) {
                Some(end) => at = end,
                None => return list_has_verb(tags, at + 1),
            },
            // "Gov. Ruiz"
            Tag::Punctuation if tokens[at].is(".") && at + 1 < tags.len() => {}
            Tag::Punctuation if !matches!(tokens[at].normal.as_str(), "-" | "\"" | "'" | "$" | "%") => return false,
            tag if tag.is_finite() && !(at > from && tags[at - 1] == Tag::To) => return seen_noun,
            // "farmers say": a verb without ending behind its subject.
            Tag::Verb(Form::Base) if at > from && is_plural_verb(tags, at) => return seen_noun,
            // "flights to and from the island were cancelled"
            Tag::To if joins_prepositions(tags, at + 1) => at += 1,
            // "traffic to India"
            Tag::To if matches!(tags.get(at + 1), Some(Tag::Name | Tag::Determiner | Tag::Possessive)) => {}
            // "after the strongest quake to hit Ecuador in years killed 17 people"
            Tag::To if seen_noun && tags.get(at + 1) == Some(&Tag::Verb(Form::Base)) => {}
            // "many of those who live there had hoped"
            Tag::Relative if long && (seen_noun || at > from && tokens[at - 1].is("those")) => {
                return relative_has_main_verb(tokens, tags, at);
            }
            Tag::Relative | Tag::Subordinator | Tag::Complementizer | Tag::To => return false,
            // "after 12 minutes and Rob Pickering doubled the lead": so long after, and another clause.
            Tag::Coordinator if at > from && SPANS_OF_TIME.contains(&tokens[at - 1].normal.as_str()) => return false,
            Tag::Coordinator if !seen_noun || tags.get(at + 1) == Some(&Tag::Pronoun) => return false,
            // "supports statehood and home rule but opposes the law": the verb belongs to the subject before.
            Tag::Coordinator if tags.get(skip_adverbs(tags, at + 1)).is_some_and(|t| t.is_finite()) => return false,
            Tag::Noun | Tag::Name | Tag::Pronoun | Tag::Number => seen_noun = true,
            // "and many were carried out", "some said": a determiner for its noun.
            Tag::Determiner if tags.get(skip_adverbs(tags, at + 1)).is_some_and(|t| t.is_finite()) => seen_noun = true,
            _ => {}
        }
        at += 1;
    }
    false
}

/// How many tokens an insertion between two commas may take in a subject. Larger finds clauses behind longer ones
/// and takes more that stands between two commas for an insertion.
const INSERTION_REACH: usize = 14;

/// Returns the comma that closes what a comma at `at` opens: an apposition without a verb, or a relative clause.
pub(in crate::claim) fn insertion_ends(tokens: &[Token], tags: &[Tag], at: usize) -> Option<usize> {
    let relative = tags.get(at + 1) == Some(&Tag::Relative) || opens_part_relative(tokens, tags, at + 1);
    for end in at + 1..tags.len().min(at + 1 + INSERTION_REACH) {
        match tags[end] {
            Tag::Punctuation if tokens[end].is(",") => {
                return (end > at + 1).then(|| age_ends(tokens, tags, end).unwrap_or(end));
            }
            Tag::Punctuation if !matches!(tokens[end].normal.as_str(), "-" | "$" | "%" | ".") => return None,
            Tag::Subordinator | Tag::Complementizer if !relative => return None,
            Tag::Verb(Form::Ing) | Tag::Coordinator if end == at + 1 => return None,
            tag if tag.is_finite() && !relative => return None,
            _ => {}
        }
    }
    None
}

/// How many words may name the part before "of which": "the last two of which".
const PART_REACH: usize = 4;

/// Tells whether words that begin here say of which part a relative clause holds: "[none of] whom had a ticket", "[two of] which sank".
/// Without them the clause would say it of all.
pub(in crate::claim) fn opens_part_relative(tokens: &[Token], tags: &[Tag], from: usize) -> bool {
    let part = tags.iter().skip(from).take(PART_REACH).take_while(|tag| tag.is_nominal() || **tag == Tag::Adverb);
    let of = from + part.count();
    of > from
        && tokens.get(of).is_some_and(|t| t.is("of"))
        && tokens.get(of + 1).is_some_and(|t| t.is("which") || t.is("whom"))
}

/// How many words a comment may have between "in" and "that": "in a highly unusual move that".
const COMMENT_REACH: usize = 6;

/// Tells whether words that begin behind a comma comment on the statement before it: "[in a move that] surprised many".
pub(super) fn opens_comment(tokens: &[Token], tags: &[Tag], from: usize) -> bool {
    let phrase = tags.iter().skip(from + 1).take(COMMENT_REACH);
    let that = from + 1 + phrase.take_while(|tag| tag.is_nominal() || **tag == Tag::Adverb).count();
    tokens[from].is("in")
        && tags.get(from + 1) == Some(&Tag::Determiner)
        && tokens.get(that).is_some_and(|t| t.is("that") || t.is("which"))
        && tags.get(skip_adverbs(tags, that + 1)).is_some_and(|tag| tag.is_finite())
}

/// Tells whether a conjunction at `at` joins two prepositions of one noun: "flights to and from the island"; "called off and in May" does
/// not, where a verb has its particle.
pub(super) fn joins_prepositions(tags: &[Tag], at: usize) -> bool {
    let preposition = |i: usize| matches!(tags.get(i), Some(Tag::Preposition | Tag::To));
    at >= 2
        && tags.get(at) == Some(&Tag::Coordinator)
        && preposition(at - 1)
        && preposition(at + 1)
        && !tags[at - 2].is_verbal()
}

/// Tells whether all that stands between a conjunction and the next verb is one noun with its preposition, so that no clause begins here:
/// "robs him of an ally and [of the minister] charged with the reform". In "in May the mayor resigned" another noun is the subject.
pub(super) fn phrase_alone(tokens: &[Token], tags: &[Tag], from: usize) -> bool {
    let phrase = tags.iter().skip(from + 1).take(SUBJECT_REACH).take_while(|tag| tag.is_nominal());
    let end = from + 1 + phrase.count();
    let verb = tags.get(end).is_some_and(|tag| tag.is_verbal() && *tag != Tag::Verb(Form::Base));
    let relative = tokens.get(end).is_some_and(|t| t.is(",")) && tags.get(end + 1) == Some(&Tag::Relative);
    let place = matches!(tokens[from].normal.as_str(), "of" | "by" | "from" | "with" | "for");
    tags[from] == Tag::Preposition
        && place
        && end > from + 1
        && (verb || relative)
        && !tags[from + 2..end].iter().any(|tag| tag.opens_noun_phrase())
        && !tokens[from + 1..end].iter().any(|t| SPANS_OF_TIME.contains(&t.normal.as_str()))
}

/// Tells whether a noun phrase that begins here leads in a relative clause with its verb: "[a step that] could cost them seats", "[something]
/// the firm denies".
pub(super) fn leads_relative(tokens: &[Token], tags: &[Tag], from: usize) -> bool {
    let phrase = tags[from..].iter().take(COMMENT_REACH).take_while(|tag| tag.is_nominal()).count();
    let that = from + phrase;
    phrase > 1
        && tokens.get(that).is_some_and(|t| t.is("that") || t.is("which"))
        && tags.get(skip_adverbs(tags, that + 1)).is_some_and(|tag| tag.is_finite())
        || object_relative(tokens, tags, from).is_some()
}

/// Returns where the subject begins of a relative clause that tells what somebody makes of the statement before a comma: "something [the firm]
/// denies", "a claim that [two others] dispute", "a figure [the government] calls wrong".
pub(in crate::claim) fn object_relative(tokens: &[Token], tags: &[Tag], from: usize) -> Option<usize> {
    let behind_comma = from > 0 && tokens[from - 1].is(",");
    let end = match tokens.get(from)?.normal.as_str() {
        "something" => from + 1,
        "a" | "an" => {
            let noun = |i: &usize| matches!(tags[*i], Tag::Noun | Tag::Adjective);
            from + 1 + (from + 1..tokens.len()).take(COMMENT_REACH).take_while(noun).count()
        }
        // "problems [they] said would be solved"
        _ if tags[from] == Tag::Noun && tags.get(from + 1) == Some(&Tag::Pronoun) => from + 1,
        _ => return None,
    };
    let that = tokens.get(end).is_some_and(|t| t.is("that") || t.is("which"));
    let subject = end + usize::from(that);
    let anew = matches!(tags.get(subject)?, Tag::Determiner | Tag::Possessive | Tag::Pronoun | Tag::Name)
        || matches!(tags[subject], Tag::Noun | Tag::Number)
            && (that || end == from + 1 && tokens[from].is("something"));
    (behind_comma && anew && tags[end - 1] != Tag::Determiner && clause_follows(tokens, tags, subject))
        .then_some(subject)
}

/// Returns the comma that closes an aside without a verb which a comma at `at` opens: "and[, in May,] resigned".
pub(super) fn aside_closes(tokens: &[Token], tags: &[Tag], at: usize) -> Option<usize> {
    let reach = at + 1..tokens.len().min(at + 1 + COMMENT_REACH);
    let opens = tokens.get(at).is_some_and(|t| t.is(",")) && tags.get(at + 1) == Some(&Tag::Preposition);
    let close = reach.clone().find(|&i| tokens[i].is(","))?;
    (opens && !tags[at + 1..close].iter().any(|tag| tag.is_verbal())).then_some(close)
}

/// How many words back the words may stand that rank something.
const RANK_REACH: usize = 24;

/// Tells whether words count a time: "the third time in a month".
pub(super) fn ranks_time(tokens: &[Token]) -> bool {
    tokens[tokens.len().saturating_sub(RANK_REACH)..].windows(3).any(|words| words[0].is("the") && words[2].is("time"))
}

/// Tells whether words give something its place among all of its kind: "the first time", "its lowest level".
pub(super) fn ranks(tokens: &[Token]) -> bool {
    tokens[tokens.len().saturating_sub(RANK_REACH)..].windows(2).any(|pair| {
        let word = pair[1].normal.as_str();
        let definite = matches!(pair[0].normal.as_str(), "the" | "its" | "their" | "his" | "her" | "'s");
        let superlative = word.len() > 5 && word.ends_with("est");
        definite && (superlative || matches!(word, "first" | "last" | "only" | "most" | "least" | "best" | "worst"))
    })
}

/// Tells whether the last members of a list and then a verb follow: "Egypt, [Taiwan and Pakistan were hit]".
fn list_has_verb(tags: &[Tag], from: usize) -> bool {
    let mut joined = false;
    for at in from..tags.len().min(from + SUBJECT_REACH) {
        match tags[at] {
            Tag::Coordinator if at > from && tags.get(at + 1).is_some_and(|t| t.is_nominal()) => joined = true,
            tag if tag.is_finite() => return joined,
            tag if tag.is_nominal() => {}
            _ => return false,
        }
    }
    false
}

/// Tells whether the last members of a list of nouns follow: "[addresses and diagnoses]".
pub(super) fn list_closes(tags: &[Tag], from: usize) -> bool {
    let phrase = tags[from..].iter().take(SUBJECT_REACH).take_while(|t| t.is_nominal() || **t == Tag::Preposition);
    let end = from + phrase.count();
    end > from && tags.get(end) == Some(&Tag::Coordinator)
}

/// Returns where the number begins behind the words that bound it at `at`: "as many as [10 people]", "less than [1 percent]".
pub(super) fn bound_ends(tokens: &[Token], tags: &[Tag], at: usize) -> Option<usize> {
    let word = |i: usize| tokens.get(i).map_or("", |t| t.normal.as_str());
    let end = match (word(at), word(at + 1), word(at + 2)) {
        ("as", "many" | "much" | "few" | "little", "as") => at + 3,
        ("more" | "less" | "fewer", "than", _) | ("up", "to", _) => at + 2,
        _ => return None,
    };
    let amount = tags.get(end) == Some(&Tag::Number) || matches!(word(end), "$" | "£" | "€" | "a" | "half");
    amount.then_some(end)
}

/// Units of time that may tell how long "after" or "before" something.
pub(in crate::claim) const SPANS_OF_TIME: &[&str] = &[
    "minute",
    "hour",
    "day",
    "week",
    "month",
    "year",
    "decade",
    "minutes",
    "hours",
    "days",
    "weeks",
    "months",
    "years",
    "decades",
    "moments",
    "fortnight",
];

/// Returns the "after" or "before" of which a phrase that begins here tells how long: "[a few hours] after".
pub(super) fn time_phrase(tokens: &[Token], tags: &[Tag], from: usize) -> Option<usize> {
    let unit = (from..tokens.len().min(from + 4)).find(|&at| SPANS_OF_TIME.contains(&tokens[at].normal.as_str()))?;
    let counts = |tag: &Tag| matches!(tag, Tag::Number | Tag::Determiner | Tag::Adverb | Tag::Adjective | Tag::Noun);
    let opens = tokens.get(unit + 1).is_some_and(|t| t.is("after") || t.is("before"));
    (opens && tags[from..unit].iter().all(counts)).then_some(unit + 1)
}

/// Adverbs that stand before the word which opens a clause and say more of it.
const CLAUSE_ADVERBS: &[&str] =
    &["even", "just", "shortly", "soon", "immediately", "partly", "mainly", "largely", "mostly", "simply", "possibly"];

/// Returns the word that opens a clause behind words which begin here and go with it: "[even] though", "[just hours] after", "[a day] before".
pub(super) fn clause_words(tokens: &[Token], tags: &[Tag], from: usize) -> Option<usize> {
    let opens = |at: usize| tags.get(at) == Some(&Tag::Subordinator);
    let adverb = CLAUSE_ADVERBS.contains(&tokens[from].normal.as_str());
    if adverb && opens(from + 1) {
        return Some(from + 1);
    }
    let before = tags[..from].iter().rev().copied().find(|tag| *tag != Tag::Adverb);
    // "for two years before", "the last minutes before" go on with what stands there.
    let inside = matches!(
        before,
        Some(Tag::Preposition | Tag::Determiner | Tag::Possessive | Tag::Number | Tag::Adjective | Tag::To | Tag::Be)
    );
    let counts = adverb
        || tags[from] == Tag::Number
        || matches!(tokens[from].normal.as_str(), "a" | "several")
        || SPANS_OF_TIME.contains(&tokens[from].normal.as_str());
    if inside || !counts {
        return None;
    }
    time_phrase(tokens, tags, from).filter(|&at| opens(at))
}

/// Tells whether the comma at `at` stands inside a date: "The April 16, 2016, earthquake", "on April 16, 2016".
pub(super) fn inside_date(tokens: &[Token], tags: &[Tag], at: usize) -> bool {
    let year = |i: usize| tokens.get(i).is_some_and(|t| t.normal.len() == 4) && tags.get(i) == Some(&Tag::Number);
    let day = |i: usize| tags[i] == Tag::Number && tokens[i].normal.len() <= 2 && tags[i - 1] == Tag::Name;
    let before_year = at >= 2 && day(at - 1) && year(at + 1);
    // Behind the year the comma ends nothing where an article before the month still waits for its noun.
    let behind_year =
        at >= 5 && year(at - 1) && tokens[at - 2].is(",") && day(at - 3) && tags[at - 5] == Tag::Determiner;
    before_year || behind_year
}

/// Tells whether a verb without ending is the verb of a plural subject right before it: "schools reopen", "they also want".
pub(crate) fn is_plural_verb(tags: &[Tag], at: usize) -> bool {
    let subject = || tags[..at].iter().rev().find(|tag| **tag != Tag::Adverb);
    tags[at] == Tag::Verb(Form::Base) && subject().is_some_and(|tag| tag.is_head())
}

/// Tells whether a subject and a participle begin here whose "were" stands in the clause before: "and hundreds driven from their homes".
pub(super) fn gapped_clause_follows(tags: &[Tag], from: usize) -> bool {
    let mut seen_noun = false;
    for at in from..tags.len().min(from + SUBJECT_REACH) {
        match tags[at] {
            Tag::Verb(Form::Participle) => {
                return seen_noun && tags.get(at + 1).is_none_or(|t| !t.is_nominal() || *t == Tag::Determiner);
            }
            Tag::Noun | Tag::Name | Tag::Number => seen_noun = true,
            Tag::Determiner | Tag::Possessive | Tag::Adjective | Tag::Adverb => {}
            _ => return false,
        }
    }
    false
}

/// Tells whether a condition opens here without "if", its verb before its subject: "Had the alarm sounded, …", "Should talks fail, …", "… should
/// talks fail".
pub(in crate::claim) fn inverted_condition(tokens: &[Token], tags: &[Tag], at: usize) -> bool {
    let ends = match tokens[at].normal.as_str() {
        "had" => [Tag::Verb(Form::Participle), Tag::Verb(Form::Past)],
        "should" => [Tag::Verb(Form::Base), Tag::Be],
        "were" => [Tag::To, Tag::To],
        _ => return false,
    };
    // Behind a subject it is the verb of that: "the driver had", "all passengers should".
    let opens = at == 0 || {
        let before = tags[at - 1];
        let marked = before == Tag::Punctuation && tokens[at].capital || before == Tag::Coordinator && at == 1;
        marked || tokens[at].is("should") && matches!(before, Tag::Verb(_))
    };
    let subject = |tag: &Tag| tag.is_nominal() || *tag == Tag::Preposition;
    let behind = tags[at + 1..].iter().take(SUBJECT_REACH);
    let phrase = behind.take_while(|tag| subject(tag) && !ends.contains(tag)).count();
    let end = at + 1 + phrase;
    let named = tags[at + 1..end].iter().any(|tag| tag.is_head());
    // "Should the talks in Geneva fail, …": behind a name a verb without ending passes for a noun.
    let verb =
        || phrase > 1 && tokens[at].is("should") && lemma(&tokens[end - 1].normal) == Some(&tokens[end - 1].normal);
    let closes = |tag: &Tag| ends.contains(tag) || *tag == Tag::Negation || *tag == Tag::Punctuation && verb();
    opens && named && tags.get(end).is_some_and(closes)
}

/// How many tokens a noun phrase may take that is denied alone.
const DENIED_REACH: usize = 6;

/// Returns the noun phrase that a "not" behind a comma denies alone, so that what the sentence says stands: "a bomb, not [a gas leak], caused it".
pub(crate) fn denied_noun(tokens: &[Token], tags: &[Tag], not: usize) -> Option<Range<usize>> {
    let parts = not > 1 && tokens[not].is("not") && tokens[not - 1].is(",") && tags[not - 2].is_nominal();
    let first = not + 1 + usize::from(tags.get(not + 1) == Some(&Tag::Preposition));
    // "Leak" behind "gas" passes for a verb without ending.
    let inside = |tag: &&Tag| tag.is_nominal() || **tag == Tag::Verb(Form::Base);
    let end = first + tags.iter().skip(first).take(DENIED_REACH).take_while(inside).count();
    let opens = tags.get(first).is_some_and(|tag| tag.is_nominal() && !matches!(tag, Tag::Adjective | Tag::Pronoun));
    let named = || tags[first..end].iter().any(|tag| matches!(tag, Tag::Noun | Tag::Name));
    let closes = tokens.get(end).is_none_or(|token| token.is(",") || token.is("."));
    (parts && opens && closes && named()).then_some(first..end)
}

/// Tells whether the comma at `at` closes a noun phrase that is denied alone, behind which the clause goes on.
pub(super) fn closes_denied_noun(tokens: &[Token], tags: &[Tag], at: usize) -> bool {
    let denied = |not: usize| denied_noun(tokens, tags, not).is_some_and(|phrase| phrase.end == at);
    (at.saturating_sub(DENIED_REACH + 2)..at).any(denied)
}

/// Tells whether a noun phrase and then an -ing form or participle follow, as in "with officials saying".
pub(super) fn participle_follows(tokens: &[Token], tags: &[Tag], from: usize) -> bool {
    let mut seen_noun = false;
    for (token, tag) in tokens.iter().zip(tags).skip(from).take(SUBJECT_REACH) {
        match tag {
            // "with left-arm spinner Ruiz taking"
            Tag::Punctuation if token.is("-") => {}
            Tag::Verb(Form::Ing | Form::Participle) => return seen_noun,
            Tag::Noun | Tag::Name | Tag::Pronoun => seen_noun = true,
            Tag::Determiner | Tag::Possessive | Tag::Adjective | Tag::Number | Tag::Adverb | Tag::Preposition => {}
            _ => return false,
        }
    }
    false
}
