//! Whether a segment ends at a comma, semicolon or dash.
//!
//! Its own file because a comma parts clauses, phrases, members of a list and what interrupts a clause, and only the words behind it tell which.
//! Known limits: a list of clauses without a conjunction is cut like one of predicates.

use super::super::ahead::{
    age_ends, bound_ends, clause_follows, inverted_condition, leads_relative, list_closes, long_clause_follows,
    opens_comment, opens_part_relative, participle_follows, rest_is_long, skip_adverbs, time_phrase,
};
use super::super::{CLAUSE_REACH, Opening};
use super::{Place, limits, opens_relative};
use crate::tag::{Form, Tag, lemma, relative_has_main_verb};
use crate::token::Token;

/// Decides whether a segment ends at the mark of a place.
pub(super) fn at_comma(place: &Place<'_>) -> Option<(Opening, usize)> {
    let Place { tokens, tags, start, at, opening, finite, waits } = *place;
    if tokens[at].is(";") {
        return Some((Opening::Clause, 1));
    }
    if tokens[at].is("—") {
        // "The bank — it has sixty days — will close": a clause between dashes interrupts another.
        if opening == Opening::Absolute && finite {
            return Some((Opening::Resumed, 1));
        }
        let closes = (at + 1..tokens.len()).take(CLAUSE_REACH).any(|i| tokens[i].is("—"));
        let named = place.so_far().iter().any(|tag| !matches!(tag, Tag::Name | Tag::Punctuation));
        // What "it" takes up there nobody can tell.
        if closes && named && !tokens[at + 1].is("it") && clause_follows(tokens, tags, at + 1) {
            return Some((Opening::Absolute, 1));
        }
    }
    // American style puts the comma inside the quotation.
    let quoted = usize::from(tokens.get(at + 1).is_some_and(|t| t.is("\"")));
    let first = skip_adverbs(tags, at + 1 + quoted);
    match tags.get(first)? {
        Tag::Relative if first == at + 1 && opens_relative(&tokens[first]) => Some((Opening::Relative, 1)),
        _ if opens_part_relative(tokens, tags, first) => Some((Opening::Relative, 1 + quoted)),
        // "118 patients died, compared with 153": the number says little without the other.
        _ if tokens[first].is("compared") => None,
        _ if tells_more(place, first) => Some((Opening::Relative, 1)),
        _ if opens_participial(place, first) => Some((Opening::Participial, 1)),
        // "…, so that lorries cannot pass"
        Tag::Complementizer if tokens[first - 1].is("so") && long_clause_follows(tokens, tags, first + 1) => {
            Some((Opening::Clause, first + 1 - at))
        }
        Tag::Subordinator
            if !limits(&tokens[first])
                && (long_clause_follows(tokens, tags, first + 1)
                    || tags.get(first + 1) == Some(&Tag::Verb(Form::Ing))) =>
        {
            Some((Opening::Subordinate, 1))
        }
        _ if goes_on(place, first) => None,
        _ if resumes(place, first) => Some((Opening::Resumed, 1 + quoted)),
        tag if tag.is_finite() && finite => Some((Opening::Predicate, 1)),
        _ if opens_apposition(place, first) => Some((Opening::Apposition, 1)),
        Tag::Preposition | Tag::Subordinator
            if finite
                && matches!(tokens[first].normal.as_str(), "following" | "despite" | "amid" | "after")
                && rest_is_long(tags, first) =>
        {
            Some((Opening::Subordinate, 1))
        }
        Tag::Preposition if tokens[first].is("with") && participle_follows(tokens, tags, first + 1) => {
            Some((Opening::Absolute, 2))
        }
        _ if opening == Opening::Start && is_led_in(place) => None,
        // "In Marlow Bay, which closed its waterfront, sales went up"
        _ if waits && opening == Opening::Relative && finite && clause_follows(tokens, tags, first) => {
            Some((Opening::Resumed, 1 + quoted))
        }
        // "…, hours after three districts asked a court": how long after goes with the clause.
        _ if finite
            && time_phrase(tokens, tags, first).is_some_and(|after| long_clause_follows(tokens, tags, after + 1)) =>
        {
            Some((Opening::Subordinate, 1))
        }
        _ if finite && !waits_for_verb(tokens, tags, start, at) && clause_follows(tokens, tags, first) => {
            Some((Opening::Clause, 1))
        }
        _ => None,
    }
}

/// Tells whether what begins with the word `first` tells more of what stands before the mark, though no relative pronoun opens it.
fn tells_more(place: &Place<'_>, first: usize) -> bool {
    let Place { tokens, tags, at, opening, finite, .. } = *place;
    if finite && opens_comment(tokens, tags, first) {
        return true;
    }
    match tags[first] {
        // ", a step that could cost them seats", ", something the firm denies": words that only lead in their relative clause.
        Tag::Determiner | Tag::Pronoun | Tag::Noun => {
            finite
                && (place.so_far()[0] != Tag::Subordinator || opening != Opening::Start)
                && apposition(tokens, tags, at) < SHORTEST_APPOSITION
                && leads_relative(tokens, tags, first)
        }
        // ", in which 68 percent said …"
        Tag::Preposition => {
            tags.get(first + 1) == Some(&Tag::Relative)
                && tokens.get(first + 1).is_some_and(|t| t.is("which") || t.is("whom"))
        }
        // "last July, when people on foot outnumbered cars": after a noun and a comma it tells more of the time.
        Tag::Subordinator => {
            finite
                && tokens[first].is("when")
                && matches!(tags[at - 1], Tag::Noun | Tag::Name | Tag::Number)
                && long_clause_follows(tokens, tags, first + 1)
        }
        _ => false,
    }
}

/// Tells whether the word `first` opens a clause around a participle or infinitive.
fn opens_participial(place: &Place<'_>, first: usize) -> bool {
    let next = place.tags.get(first + 1);
    match place.tags[first] {
        Tag::Verb(Form::Ing) => true,
        // "beat Ghana 3-1, to win its first title"
        Tag::To => place.finite && next == Some(&Tag::Verb(Form::Base)) && rest_is_long(place.tags, first + 1),
        Tag::Verb(Form::Participle) => matches!(next, Some(Tag::Preposition | Tag::To | Tag::Subordinator)),
        _ => false,
    }
}

/// Tells whether the verb `first` belongs to the segment before the mark.
fn goes_on(place: &Place<'_>, first: usize) -> bool {
    let Place { tokens, tags, start, at, opening, finite, .. } = *place;
    // "must not be opened, given away or sold": all of them are forbidden.
    let forbidden = || {
        tags[first] == Tag::Verb(Form::Past)
            && tags[at - 1] == Tag::Verb(Form::Participle)
            && place.so_far().contains(&Tag::Negation)
    };
    tags[first].is_finite()
        && match opening {
            // "though Gov. Ruiz, a Republican, has called": the verb of the subordinate clause.
            Opening::Subordinate if waits_for_verb(tokens, tags, start.saturating_sub(1), at) => true,
            // "whose founder, Ana Ruiz, has spent": the verb of the relative clause.
            Opening::Relative if !finite && tokens[start].is("whose") => true,
            _ => !opening.is_insertion() && forbidden(),
        }
}

/// Tells whether the verb `first` is that of the clause which the segment before the mark interrupts.
fn resumes(place: &Place<'_>, first: usize) -> bool {
    let verb = place.tags[first];
    // "The cooks, who struck in May, accuse the owner"
    let plural = verb == Tag::Verb(Form::Base);
    if place.opening.is_insertion() && !place.so_far().is_empty() {
        return verb.is_finite() || plural;
    }
    // "Ms Lang, who left school and worked as a carer, will go"
    verb.is_finite() && place.waits && place.opening == Opening::Predicate
}

/// Tells whether an apposition that is long enough to be a statement begins with the word `first`.
fn opens_apposition(place: &Place<'_>, first: usize) -> bool {
    let Place { tokens, tags, start, at, opening, finite, .. } = *place;
    // "In the accident at Tannfeld, the worst in years, | 16 people were killed": the clause that both lead in comes behind it.
    let leads_in = || {
        let closes = (at + 1..tokens.len()).take(CLAUSE_REACH).find(|&i| tokens[i].is(","));
        closes.is_some_and(|closes| clause_follows(tokens, tags, closes + 1))
    };
    if opening == Opening::Start && !finite && tags[start] == Tag::Preposition && leads_in() {
        return false;
    }
    let opens = match tags[first] {
        Tag::Determiner | Tag::Possessive => true,
        // "…, spokesman for the governor", but not "the cartels, all of them new, remain a target".
        Tag::Noun => lemma(&tokens[first].normal).is_none(),
        // "three people, two of them children", not "March 3, 2024" nor "in the morning, 55 kilometres south".
        Tag::Number => tokens.get(first + 1).is_some_and(|t| t.is("of")),
        _ => false,
    };
    // "Ana Lopez, 46, an economist trained in Porto"
    let aged = at >= 2 && age_ends(tokens, tags, at - 2) == Some(at) && rest_is_long(tags, first);
    opens && (aged || apposition(tokens, tags, at) >= SHORTEST_APPOSITION) && !waits_for_verb(tokens, tags, start, at)
}

/// Tells whether the words before the mark only lead in the statement behind it.
fn is_led_in(place: &Place<'_>) -> bool {
    let so_far = place.so_far();
    // "When the storm hit, trees fell, then the power failed": what it leads in has come, and another clause follows.
    let first = skip_adverbs(place.tags, place.at + 1);
    if place.tokens[first - 1].is("then") && (place.start..place.at).any(|i| place.tokens[i].is(",")) {
        return false;
    }
    let opener = so_far.iter().find(|tag| !matches!(tag, Tag::Punctuation | Tag::Coordinator));
    // "When the storm hit, trees fell" is one statement, and so is "Had the alarm rung, all were alive".
    opener == Some(&Tag::Subordinator)
        || inverted_condition(place.tokens, place.tags, place.start)
        // "Of the six who died, four were children"
        || place.tokens[place.start].is("of") && !so_far.contains(&Tag::Punctuation)
}

/// Tells whether a subordinate clause that begins in a range of tokens has its verb still to come behind it: "while services to Egypt",
/// "when a guard". A comma there parts members of its subject.
fn waits_for_verb(tokens: &[Token], tags: &[Tag], start: usize, at: usize) -> bool {
    let opens = |&i: &usize| {
        tags[i] == Tag::Subordinator
            && bound_ends(tokens, tags, i).is_none()
            && !(i >= 2 && tokens[i].is("as") && bound_ends(tokens, tags, i - 2).is_some())
            && tags.get(i + 1).is_some_and(|t| t.is_nominal())
    };
    let Some(from) = (start..at).rev().take(CLAUSE_REACH).find(opens) else { return false };
    !tags[from..at].iter().any(|t| t.is_finite() || *t == Tag::Verb(Form::Base))
        && long_clause_follows(tokens, tags, from + 1)
}

/// How many words an apposition needs to be a statement. Fewer cuts off more ages and titles ("Tom Reyes, a freshman"); more leaves what
/// another report tells by itself inside its clause.
pub(super) const SHORTEST_APPOSITION: usize = 3;

/// Counts the words of an apposition that begins behind the comma at `at`; none when a verb or a list follows.
fn apposition(tokens: &[Token], tags: &[Tag], at: usize) -> usize {
    // "most of it for roads and bridges": the conjunction is inside what is said of the part.
    let part = (at + 2..tokens.len().min(at + 5)).any(|i| {
        tokens[i].is("of")
            && tokens.get(i + 1).is_some_and(|t| matches!(t.normal.as_str(), "it" | "them" | "whom" | "which"))
    });
    // "52 people were injured, eight of them seriously"
    let of_counted = tags.get(at + 1) == Some(&Tag::Number) && part;
    // ", fewer than four years ago" compares.
    let compares = tokens.get(at + 2).is_some_and(|token| token.is("than"));
    if at == 0 || compares || !of_counted && !matches!(tags[at - 1], Tag::Noun | Tag::Name | Tag::Number) {
        return 0;
    }
    let mut words = 0;
    for i in at + 1..tokens.len() {
        match tags[i] {
            Tag::Punctuation if tokens[i].is("-") => {}
            // "names, dates of birth, addresses and diagnoses": members of a list.
            Tag::Punctuation if tokens[i].is(",") && tags[at + 1] == Tag::Noun && list_closes(tags, i + 1) => return 0,
            Tag::Punctuation if tokens[i].is(".") && i + 1 >= tokens.len() || tokens[i].is(",") => return words,
            Tag::Punctuation => return 0,
            Tag::Coordinator if part && !(tags.get(i + 1).is_some_and(|t| t.is_finite())) => words += 1,
            tag if tag.is_finite() || tag == Tag::Coordinator => return 0,
            // "In Porto, a man who was ill died"
            Tag::Relative if relative_has_main_verb(tokens, tags, i) => return 0,
            Tag::Relative if words > 0 => return words,
            _ => words += 1,
        }
    }
    words
}
