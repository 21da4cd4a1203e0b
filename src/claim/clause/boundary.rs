//! Whether a segment ends at a place of a sentence, and what opens the next one.
//!
//! Its own file because each place is asked by itself: what stands before it in its segment and what stands ahead decide, and no boundary found
//! later takes one back. A conjunction, a comma and a word that nothing parts from the words before it are asked different questions.

mod comma;
mod conjunction;

use super::ahead::{
    age_ends, bound_ends, clause_follows, clause_words, closes_denied_noun, excepts, inside_date, joins_prepositions,
    list_goes_on, long_clause_follows, opens_part_relative, ranks, ranks_time, rest_is_long, skip_adverbs,
};
use super::fragment::counts_people;
use super::{CLAUSE_REACH, Opening};
use crate::tag::{Form, Tag, lemma};
use crate::token::Token;
use comma::{SHORTEST_APPOSITION, at_comma};
use conjunction::at_conjunction;

/// A place in a sentence at which a segment may end.
#[derive(Debug, Clone, Copy)]
pub(super) struct Place<'t> {
    /// The words of the sentence.
    pub(super) tokens: &'t [Token],
    /// The tags of all words.
    pub(super) tags: &'t [Tag],
    /// Where the segment begins.
    pub(super) start: usize,
    /// The word before which it may end.
    pub(super) at: usize,
    /// What opens the segment.
    pub(super) opening: Opening,
    /// Tells whether a finite verb stands in it so far.
    pub(super) finite: bool,
    /// Tells whether what a relative clause interrupts has no verb yet.
    pub(super) waits: bool,
}

impl<'t> Place<'t> {
    /// Returns the tags of the segment so far.
    fn so_far(&self) -> &'t [Tag] {
        &self.tags[self.start..self.at]
    }
}

/// Decides whether a segment ends at a place; gives what opens the next one and how many tokens to skip.
pub(super) fn boundary(place: &Place<'_>) -> Option<(Opening, usize)> {
    let Place { tokens, tags, start, at, opening, finite, .. } = *place;
    // "It was observational: nobody was told to drink tea"
    if tokens[at].is(":")
        && finite
        && tokens.get(at + 1).is_some_and(|t| t.spaced)
        && clause_follows(tokens, tags, at + 1)
    {
        return Some((Opening::Clause, 1));
    }
    // "Police said the man, 45, was a clerk": the age interrupts nothing.
    if at >= 2 && age_ends(tokens, tags, at - 2) == Some(at) && tags.get(at + 1).is_some_and(|tag| tag.is_finite()) {
        return None;
    }
    if inside_date(tokens, tags, at) || joins_prepositions(tags, at) {
        return None;
    }
    if tokens[at].is(",") && closes_denied_noun(tokens, tags, at) {
        return None;
    }
    let comma = tokens[at].is(",") || tokens[at].is(";") || tokens[at].is("—");
    let coordinator_at = if comma && tags.get(at + 1) == Some(&Tag::Coordinator) { at + 1 } else { at };
    let coordinated = tags.get(coordinator_at) == Some(&Tag::Coordinator);
    if comma || coordinated {
        let next = if coordinated { coordinator_at + 1 } else { at + 1 };
        let close = (next..tokens.len().min(next + 3)).any(|i| tags[i] == Tag::Number);
        if close
            && counts_people(tokens, tags, start..at)
            && counts_people(tokens, tags, next..tokens.len().min(next + 6))
        {
            return Some((Opening::Clause, next - at));
        }
    }
    // "the mayor, who opposed it, and the governor, who …": the list goes on after the insertion.
    if comma && coordinated && opening == Opening::Relative && finite && list_goes_on(tokens, tags, coordinator_at + 1)
    {
        return Some((Opening::Resumed, coordinator_at + 1 - at));
    }
    // "two or more cups", "five or so", "one or two"
    let alternative = tokens[coordinator_at].is("or")
        && tags[coordinator_at - 1] == Tag::Number
        && tokens
            .get(coordinator_at + 1)
            .is_some_and(|t| matches!(t.normal.as_str(), "more" | "fewer" | "less" | "so"));
    // "was lost or was stolen": neither is said to be so. "before eating or drinking"
    if coordinated && (tokens[coordinator_at].is("or") && !alternative || excepts(tokens, coordinator_at)) {
        return None;
    }
    if coordinated && !alternative {
        return at_conjunction(place, comma, coordinator_at);
    }
    // "winning the league in June, as well as playing in the final"
    let added = at + usize::from(comma);
    if let [as_, well, as_too, ..] = &tokens[added..]
        && as_.is("as")
        && well.is("well")
        && as_too.is("as")
        && tags.get(added + 3) == Some(&Tag::Verb(Form::Ing))
    {
        return Some((Opening::Participial, added + 3 - at));
    }
    if comma { at_comma(place) } else { at_word(place) }
}

/// Decides whether a segment ends before a word that no mark or conjunction parts from what stands before it.
fn at_word(place: &Place<'_>) -> Option<(Opening, usize)> {
    let Place { tokens, tags, start, at, finite, .. } = *place;
    let so_far = place.so_far();
    match tags[at] {
        // "a hearing at which more than 80 people spoke"
        Tag::Preposition
            if tokens.get(at + 1).is_some_and(|t| t.is("which") || t.is("whom"))
                && so_far.contains(&Tag::Noun)
                && clause_follows(tokens, tags, at + 2) =>
        {
            Some((Opening::Relative, 0))
        }
        Tag::Relative
            if opens_relative(&tokens[at])
                && !tokens[at - 1].is(",")
                // "Even who called first is contested"
                && so_far.iter().any(|t| !matches!(t, Tag::Punctuation | Tag::Adverb)) =>
        {
            at_relative(place)
        }
        // "hit the coast leaving 24 dead": a result in numbers needs no comma.
        Tag::Verb(Form::Ing) if finite && counts_people(tokens, tags, at + 1..tokens.len().min(at + 6)) => {
            (!tags[at - 1].is_verbal() && tags[at - 1] != Tag::Preposition).then_some((Opening::Participial, 0))
        }
        // "as high as the handles of the doors" compares.
        Tag::Subordinator
            if tokens[at].is("as") && tokens[at.saturating_sub(COMPARISON_REACH)..at].iter().any(|t| t.is("as")) =>
        {
            None
        }
        // "left the rails after hitting a boulder on the track"
        Tag::Subordinator | Tag::Preposition
            if finite
                && matches!(tokens[at].normal.as_str(), "after" | "before" | "while")
                && tags.get(at + 1) == Some(&Tag::Verb(Form::Ing))
                && rest_is_long(tags, at + 1) =>
        {
            Some((Opening::Subordinate, 0))
        }
        // "even though it rained", "just hours after it rained": they go with the clause.
        Tag::Adverb | Tag::Number | Tag::Determiner | Tag::Noun
            if finite
                && clause_words(tokens, tags, at)
                    .is_some_and(|opens| !limits(&tokens[opens]) && long_clause_follows(tokens, tags, opens + 1)) =>
        {
            Some((Opening::Subordinate, 0))
        }
        // "not because he was ill": without the denial the reason would hold.
        Tag::Subordinator if tags[at - 1] == Tag::Negation => None,
        // "the first time that it has snowed since records began": without the span it would hold of all time.
        Tag::Subordinator if tokens[at].is("since") && ranks(&tokens[start..at]) => None,
        Tag::Subordinator if finite && !limits(&tokens[at]) => {
            // "so that", "programmes such as", "as many as 10 people"
            let phrase = tokens[at - 1].is("so") || tokens[at - 1].is("such") || bound_ends(tokens, tags, at).is_some();
            (long_clause_follows(tokens, tags, at + 1) && !phrase).then_some((Opening::Subordinate, 0))
        }
        _ => None,
    }
}

/// Decides whether a relative clause that no mark parts from its noun is a segment of its own.
fn at_relative(place: &Place<'_>) -> Option<(Opening, usize)> {
    let Place { tokens, tags, start, at, opening, .. } = *place;
    let so_far = place.so_far();
    let verbless = !so_far.iter().any(|t| t.is_verbal());
    // "On Weaver Lane that was little comfort" points; "this was a levee that was too low" says one thing.
    // ", in a move that surprised many" tells of the whole statement.
    let comments = opening == Opening::Relative;
    let points = verbless
        && match so_far.first() {
            Some(Tag::Preposition) => tokens[at].is("that") || comments,
            Some(Tag::Determiner) => comments && at - start <= SHORTEST_APPOSITION,
            _ => false,
        };
    let phrase = so_far.iter().rev().take_while(|t| t.is_nominal()).count();
    let copula = phrase > 0 && so_far.len() > phrase && so_far[so_far.len() - phrase - 1] == Tag::Be;
    // "It is the third time in a month that trains stood still"
    let counted = tokens[at].is("that") && ranks_time(&tokens[start..at]);
    // ", none of | whom" is one opening.
    let part = at >= 2 && tokens[at - 1].is("of") && opens_part_relative(tokens, tags, start);
    if points || copula || counted || part || limits_subject(tokens, tags, start, at) {
        return None;
    }
    let verb = skip_adverbs(tags, at + 1);
    let does = tags.get(verb).is_some_and(|t| t.is_finite());
    (does && rest_is_long(tags, verb)).then_some((Opening::Relative, 0))
}

/// Verbs whose object does what an infinitive behind it says.
const CAUSING: &[&str] =
    &["allow", "enable", "permit", "require", "force", "ask", "urge", "order", "help", "encourage", "want", "let"];

/// Tells whether the relative clause at `at` says of whom the statement holds, so that it makes no sense without: "anyone who has bought it",
/// "allows patients who are dying to ask for it".
fn limits_subject(tokens: &[Token], tags: &[Tag], start: usize, at: usize) -> bool {
    let before = &tokens[at - 1].normal;
    if tags[at - 1] == Tag::Pronoun || matches!(before.as_str(), "those" | "anyone" | "all" | "others" | "any") {
        return true;
    }
    let phrase = tags[start..at].iter().rev().take_while(|tag| tag.is_nominal()).count();
    let causes = (start..at - phrase).next_back().is_some_and(|verb| {
        tags[verb].is_verbal() && lemma(&tokens[verb].normal).is_some_and(|verb| CAUSING.contains(&verb))
    });
    causes && tags[at..].windows(2).take(CLAUSE_REACH).any(|pair| pair == [Tag::To, Tag::Verb(Form::Base)])
}

/// "what", "how" and "why" open questions inside a clause, not statements about a noun.
fn opens_relative(token: &Token) -> bool {
    matches!(token.normal.as_str(), "who" | "which" | "where" | "whose" | "whom" | "that")
}

/// How many tokens "as" may stand before "as" for both to compare: "as many people as".
const COMPARISON_REACH: usize = 3;

/// Conditions and times belong to the statement that they limit; reasons, contrasts and what came before or after are statements.
fn limits(token: &Token) -> bool {
    matches!(token.normal.as_str(), "if" | "unless" | "when" | "once" | "until" | "whether")
}
