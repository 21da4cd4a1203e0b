//! Where one statement of a sentence ends and the next begins.
//!
//! A step of its own because a sentence often holds several statements that other reports treat apart: coordinated predicates and
//! clauses, relative, participial and subordinate clauses. Boundaries are found from tags alone, left to right, in linear time. Known
//! limits: no tree is built, so a coordination deep inside an object is now and then taken for one of clauses.

mod ahead;
mod fragment;

use crate::tag::{Form, Tag, lemma, relative_has_main_verb};
use crate::token::Token;
pub(crate) use ahead::denied_noun;
pub(super) use ahead::{
    SPANS_OF_TIME, age_ends, clause_follows, governor_of_list, insertion_ends, inverted_condition, long_clause_follows,
    object_relative, opens_part_relative, skip_adverbs,
};
use ahead::{
    aside_closes, bound_ends, clause_words, closes_denied_noun, gapped_clause_follows, governor, inside_date,
    is_plural_verb, joins_prepositions, leads_relative, list_closes, list_goes_on, opens_comment, participle_follows,
    phrase_alone, ranks, ranks_time, rest_is_long, time_phrase,
};
use fragment::{counts_people, join_fragments};
use std::ops::Range;

/// What opens a segment.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Opening {
    /// The sentence itself.
    Start,
    /// A conjunction before another predicate of the same subject.
    Predicate,
    /// A conjunction, comma or semicolon before a clause with a subject of its own.
    Clause,
    /// "who", "which", "that".
    Relative,
    /// ", killing …", ", rooted in …", "with X saying".
    Participial,
    /// "with officials saying …": has a subject of its own.
    Absolute,
    /// "after …", "because …".
    Subordinate,
    /// The main clause goes on after an insertion.
    Resumed,
    /// ", a bone specialist at the hospital": what something is, without a verb.
    Apposition,
    /// Nothing: a detail told apart from the clause around it.
    Detail,
}

impl Opening {
    /// Tells whether what it opens may stand inside another clause, which then goes on.
    pub fn is_insertion(self) -> bool {
        matches!(self, Self::Relative | Self::Participial | Self::Absolute | Self::Subordinate | Self::Apposition)
    }
}

/// A part of a sentence between two boundaries, as a range of its tokens without the conjunction or comma that opens it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Segment {
    /// Its tokens.
    pub tokens: Range<usize>,
    /// What opens it.
    pub opening: Opening,
}

/// Cuts the tokens of a sentence into segments, in order and without gaps but for the marks and conjunctions between them.
pub fn segments(tokens: &[Token], tags: &[Tag]) -> Vec<Segment> {
    let mut out: Vec<Segment> = Vec::new();
    let mut start = 0;
    let mut opening = Opening::Start;
    let mut at = 0;
    let mut depth = 0usize;
    // One past the last finite verb before `at`, so that no token looks back through the whole segment.
    let mut finite_end = 0;
    // A clause whose verb is still to come when a relative clause interrupts it: "The flood that tore through town …".
    let mut waits = false;
    while at < tokens.len() {
        if at > 0 && (tags[at - 1].is_finite() || is_plural_verb(tags, at - 1)) {
            finite_end = at;
        }
        let token = &tokens[at];
        if token.is("(") || token.is("[") {
            depth += 1;
        } else if token.is(")") || token.is("]") {
            depth = depth.saturating_sub(1);
        }
        if depth == 0
            && at > start
            && let Some((next_opening, skip)) = boundary(tokens, tags, start, at, opening, finite_end > start, waits)
                .or_else(|| {
                    let resumed =
                        waits && opening == Opening::Relative && main_verb(tokens, tags, start, at, finite_end);
                    resumed.then_some((Opening::Resumed, 0))
                })
        {
            // "who left and worked as a carer": the other predicate belongs to the relative clause, and the main clause still waits.
            let inside = opening == Opening::Relative || waits && opening == Opening::Predicate;
            if next_opening == Opening::Relative && !inside {
                waits = finite_end <= start || tags[start] == Tag::Relative;
            } else if matches!(next_opening, Opening::Resumed | Opening::Clause) {
                waits = false;
            }
            // American style puts the comma inside the quotation, whose closing mark belongs to what it closes.
            let closed = token.is(",") && tokens.get(at + 1).is_some_and(|next| next.is("\"") && !next.spaced);
            out.push(Segment { tokens: start..if closed { at + 2 } else { at }, opening });
            start = at + if closed { skip.max(2) } else { skip };
            opening = next_opening;
            at = start.max(at + 1);
            continue;
        }
        at += 1;
    }
    if start < tokens.len() {
        out.push(Segment { tokens: start..tokens.len(), opening });
    }
    join_fragments(tokens, tags, &out)
}

/// Joins segments with a subject or predicate of their own to the ones before: of "denied that he lied and that he took money" each part is
/// denied, and only the first would say so.
pub(super) fn kept_together(segments: Vec<Segment>) -> Vec<Segment> {
    let mut out: Vec<Segment> = Vec::new();
    for segment in segments {
        if matches!(segment.opening, Opening::Clause | Opening::Predicate) {
            // What stands between goes into the one claim.
            while out.len() > 1 && out.last().is_some_and(|last| last.opening.is_insertion()) {
                out.pop();
            }
            if let Some(last) = out.last_mut() {
                last.tokens.end = segment.tokens.end;
                continue;
            }
        }
        out.push(segment);
    }
    out
}

/// Tells whether words that begin behind a comma say something of the whole statement before it: "in a move that surprised many",
/// "something the firm denies".
pub(super) fn comments(tokens: &[Token], tags: &[Tag], at: usize) -> bool {
    at < tokens.len() && (opens_comment(tokens, tags, at) || object_relative(tokens, tags, at).is_some())
}

/// Decides whether a segment that began at `start` ends before `at`; gives what opens the next one and how many tokens to skip.
/// `finite` tells whether a finite verb stands between the two, `waits` whether what a relative clause interrupts has none yet.
fn boundary(
    tokens: &[Token],
    tags: &[Tag],
    start: usize,
    at: usize,
    opening: Opening,
    finite: bool,
    waits: bool,
) -> Option<(Opening, usize)> {
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
    let so_far = &tags[start..at];
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
    if coordinated && tokens[coordinator_at].is("or") && !alternative {
        return None;
    }
    if coordinated && !alternative {
        let skip = coordinator_at + 1 - at;
        let first = skip_adverbs(tags, coordinator_at + 1);
        // "was ill and, in May, resigned": when belongs to the second.
        if let Some(close) = aside_closes(tokens, tags, coordinator_at + 1).filter(|_| finite) {
            let verb = tags.get(skip_adverbs(tags, close + 1)).is_some_and(|tag| tag.is_finite());
            let clause = clause_follows(tokens, tags, close + 1);
            return match (verb, clause) {
                (true, _) => Some((Opening::Predicate, skip + 1)),
                (_, true) => Some((Opening::Clause, skip + 1)),
                _ => None,
            };
        }
        return match tags.get(first)? {
            // "after admitting stealing drugs and selling them": both are admitted.
            Tag::Verb(Form::Ing) if opening == Opening::Absolute => None,
            Tag::Verb(Form::Ing) if governor(tags, start, at).is_some() && !finite => None,
            Tag::Verb(Form::Ing) if so_far.contains(&Tag::Verb(Form::Ing)) && !finite => {
                Some((Opening::Predicate, skip))
            }
            Tag::Verb(Form::Ing) if matches!(opening, Opening::Participial) => Some((Opening::Participial, skip)),
            Tag::Verb(Form::Participle)
                if so_far.contains(&Tag::Verb(Form::Participle)) && finite && rest_is_long(tags, first) =>
            {
                Some((Opening::Predicate, skip))
            }
            Tag::Verb(Form::Participle) if finite && tags.get(first + 1) == Some(&Tag::Preposition) => None,
            // "killed three people, two of them children, and left …": the apposition has no verb, so the clause before it goes on.
            tag if tag.is_finite()
                && (finite
                    || opening == Opening::Relative
                    || comma && matches!(opening, Opening::Apposition | Opening::Participial)) =>
            {
                Some((Opening::Predicate, skip))
            }
            Tag::Relative if finite && comma && opens_relative(&tokens[first]) => Some((Opening::Relative, skip)),
            Tag::Subordinator
                if finite
                    && bound_ends(tokens, tags, first).is_none()
                    && long_clause_follows(tokens, tags, first + 1) =>
            {
                Some((Opening::Subordinate, skip))
            }
            // "warned that networks are regrouping, and that labs are a growing threat"
            Tag::Complementizer | Tag::Relative
                if finite && tokens[first].is("that") && long_clause_follows(tokens, tags, first + 1) =>
            {
                Some((Opening::Clause, first + 1 - at))
            }
            // "could fell trees and cause power cuts"
            Tag::Verb(Form::Base) if so_far.iter().any(|tag| matches!(tag, Tag::Modal | Tag::To)) => None,
            // "and of the minister charged with it" goes on with a list.
            _ if phrase_alone(tokens, tags, first) => None,
            // "when exercise and smoking were taken into account" joins two nouns; "…, a rare disease, but all recovered": what an
            // insertion interrupts has its verb.
            _ if (finite || comma && opening.is_insertion())
                && !joins_subject(tokens, tags, start, at)
                && long_clause_follows(tokens, tags, first) =>
            {
                Some((Opening::Clause, skip))
            }
            // "two people were killed and hundreds driven from their homes"
            _ if finite
                && so_far.contains(&Tag::Be)
                && so_far.contains(&Tag::Verb(Form::Participle))
                && gapped_clause_follows(tags, first) =>
            {
                Some((Opening::Clause, skip))
            }
            _ => None,
        };
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
    if comma {
        // American style puts the comma inside the quotation.
        let quoted = usize::from(tokens.get(at + 1).is_some_and(|t| t.is("\"")));
        let first = skip_adverbs(tags, at + 1 + quoted);
        if tokens[at].is(";") {
            return Some((Opening::Clause, 1));
        }
        return match tags.get(first)? {
            Tag::Relative if first == at + 1 && opens_relative(&tokens[first]) => Some((Opening::Relative, 1)),
            _ if opens_part_relative(tokens, tags, first) => Some((Opening::Relative, 1 + quoted)),
            // "118 patients died, compared with 153": the number says little without the other.
            _ if tokens[first].is("compared") => None,
            _ if finite && opens_comment(tokens, tags, first) => Some((Opening::Relative, 1)),
            // ", a step that could cost them seats", ", something the firm denies": words that only lead in their relative clause.
            Tag::Determiner | Tag::Pronoun | Tag::Noun
                if finite
                    && (so_far[0] != Tag::Subordinator || opening != Opening::Start)
                    && apposition(tokens, tags, at) < SHORTEST_APPOSITION
                    && leads_relative(tokens, tags, first) =>
            {
                Some((Opening::Relative, 1))
            }
            // ", in which 68 percent said …"
            Tag::Preposition
                if tags.get(first + 1) == Some(&Tag::Relative)
                    && tokens.get(first + 1).is_some_and(|t| t.is("which") || t.is("whom")) =>
            {
                Some((Opening::Relative, 1))
            }
            // "last July, when people on foot outnumbered cars": after a noun and a comma it tells more of the time.
            Tag::Subordinator
                if finite
                    && tokens[first].is("when")
                    && matches!(tags[at - 1], Tag::Noun | Tag::Name | Tag::Number)
                    && long_clause_follows(tokens, tags, first + 1) =>
            {
                Some((Opening::Relative, 1))
            }
            Tag::Verb(Form::Ing) => Some((Opening::Participial, 1)),
            // "beat Ghana 3-1, to win its first title"
            Tag::To
                if finite && tags.get(first + 1) == Some(&Tag::Verb(Form::Base)) && rest_is_long(tags, first + 1) =>
            {
                Some((Opening::Participial, 1))
            }
            Tag::Verb(Form::Participle)
                if tags.get(first + 1).is_some_and(|t| matches!(t, Tag::Preposition | Tag::To | Tag::Subordinator)) =>
            {
                Some((Opening::Participial, 1))
            }
            Tag::Subordinator
                if !limits(&tokens[first])
                    && (long_clause_follows(tokens, tags, first + 1)
                        || tags.get(first + 1) == Some(&Tag::Verb(Form::Ing))) =>
            {
                Some((Opening::Subordinate, 1))
            }
            // "though Gov. Ruiz, a Republican, has called": the verb of the subordinate clause.
            tag if tag.is_finite()
                && opening == Opening::Subordinate
                && waits_for_verb(tokens, tags, start.saturating_sub(1), at) =>
            {
                None
            }
            // "whose founder, Ana Ruiz, has spent": the verb of the relative clause.
            tag if tag.is_finite() && opening == Opening::Relative && !finite && tokens[start].is("whose") => None,
            tag if tag.is_finite() && opening.is_insertion() && !so_far.is_empty() => {
                Some((Opening::Resumed, 1 + quoted))
            }
            // "The cooks, who struck in May, accuse the owner"
            Tag::Verb(Form::Base) if opening.is_insertion() && !so_far.is_empty() => {
                Some((Opening::Resumed, 1 + quoted))
            }
            // "must not be opened, given away or sold": all of them are forbidden.
            Tag::Verb(Form::Past) if tags[at - 1] == Tag::Verb(Form::Participle) && so_far.contains(&Tag::Negation) => {
                None
            }
            // "Ms Lang, who left school and worked as a carer, will go"
            tag if tag.is_finite() && waits && opening == Opening::Predicate => Some((Opening::Resumed, 1 + quoted)),
            tag if tag.is_finite() && finite => Some((Opening::Predicate, 1)),
            tag if (matches!(tag, Tag::Determiner | Tag::Possessive)
                // "…, spokesman for the governor", but not "the cartels, all of them new, remain a target".
                || *tag == Tag::Noun && lemma(&tokens[first].normal).is_none()
                // "three people, two of them children", not "March 3, 2024" nor "in the morning, 55 kilometres south".
                || *tag == Tag::Number && tokens.get(first + 1).is_some_and(|t| t.is("of")))
                && apposition(tokens, tags, at) >= SHORTEST_APPOSITION
                && !waits_for_verb(tokens, tags, start, at) =>
            {
                Some((Opening::Apposition, 1))
            }
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
            // "When the storm hit, trees fell" is one statement, and so is "Had the alarm rung, all were alive".
            _ if opening == Opening::Start
                && (so_far.iter().find(|tag| !matches!(tag, Tag::Punctuation | Tag::Coordinator))
                    == Some(&Tag::Subordinator)
                    || inverted_condition(tokens, tags, start)) =>
            {
                None
            }
            // "Of the six who died, four were children"
            _ if opening == Opening::Start && tokens[start].is("of") && !so_far.contains(&Tag::Punctuation) => None,
            // "In Marlow Bay, which closed its waterfront, sales went up"
            _ if waits && opening == Opening::Relative && finite && clause_follows(tokens, tags, first) => {
                Some((Opening::Resumed, 1 + quoted))
            }
            // "…, hours after three districts asked a court": how long after goes with the clause.
            _ if finite
                && time_phrase(tokens, tags, first)
                    .is_some_and(|after| long_clause_follows(tokens, tags, after + 1)) =>
            {
                Some((Opening::Subordinate, 1))
            }
            _ if finite && !waits_for_verb(tokens, tags, start, at) && clause_follows(tokens, tags, first) => {
                Some((Opening::Clause, 1))
            }
            _ => None,
        };
    }
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
            let verb = skip_adverbs(tags, at + 1);
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
            if points || copula || counted {
                return None;
            }
            let subject_relative = tags.get(verb).is_some_and(|t| t.is_finite());
            // ", none of | whom" is one opening.
            let part = at >= 2 && tokens[at - 1].is("of") && opens_part_relative(tokens, tags, start);
            if part || limits_subject(tokens, tags, start, at) {
                return None;
            }
            (subject_relative && rest_is_long(tags, verb)).then_some((Opening::Relative, 0))
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

/// Tells whether the verb of the main clause stands at `at`, in a relative clause without commas that began at `start` and has a verb
/// of its own before `finite_end`: "that tore through the lower town on Saturday | killed three people".
fn main_verb(tokens: &[Token], tags: &[Tag], start: usize, at: usize, finite_end: usize) -> bool {
    let opens = |i: usize| match tags[i] {
        // "who operated while drunk | was jailed"
        Tag::Subordinator => !(i + 2 == at && matches!(tags[i + 1], Tag::Verb(Form::Participle | Form::Past))),
        // "that was due at 5:40 a.m. | was late"
        Tag::Punctuation => !(tokens[i].is(":") && tags[i - 1] == Tag::Number && !tokens[i].spaced),
        tag => matches!(tag, Tag::Complementizer | Tag::Coordinator | Tag::Relative),
    };
    // "that left a guard wounded | will go"
    let state = matches!(tags[at - 1], Tag::Verb(Form::Past | Form::Participle))
        && matches!(tags[at], Tag::Modal | Tag::Be | Tag::Have | Tag::Do)
        && at >= 2
        && matches!(tags[at - 2], Tag::Noun | Tag::Name | Tag::Subordinator);
    let own = finite_end > start && finite_end < at || state;
    // "a guard wounded | will go", "had also | been"
    let before = tags[..at].iter().rposition(|tag| *tag != Tag::Adverb).map_or(Tag::Punctuation, |i| tags[i]);
    let only_state = tags[at] == Tag::Verb(Form::Past) && tags.get(at + 1).is_some_and(|tag| tag.is_finite());
    // "has not been peer | reviewed"
    let passive = || {
        let before = (start..at).rev().take(CLAUSE_REACH).take_while(|&i| !matches!(tags[i], Tag::Verb(_)));
        before.into_iter().any(|i| tokens[i].is("been"))
    };
    own && tags[at].is_finite()
        && !(matches!(tags[at], Tag::Verb(_)) && passive())
        && !only_state
        && (!before.is_verbal() || state)
        && !matches!(tags[at - 1], Tag::Negation | Tag::To | Tag::Pronoun)
        && tags[start + 1..at].iter().filter(|t| t.is_finite()).count() <= 2
        // "in which eight people died"
        && !(start + 1 + usize::from(tags[start] == Tag::Preposition)..at).any(opens)
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

/// How many tokens back the word may stand that opens a clause which waits for its verb.
const CLAUSE_REACH: usize = 24;

/// How many words an apposition needs to be a statement. Fewer cuts off more ages and titles ("Tom Reyes, a freshman"); more leaves what
/// another report tells by itself inside its clause.
const SHORTEST_APPOSITION: usize = 3;

/// Counts the words of an apposition that begins behind the comma at `at`; none when a verb or a list follows.
fn apposition(tokens: &[Token], tags: &[Tag], at: usize) -> usize {
    // "most of it for roads and bridges": the conjunction is inside what is said of the part.
    let part = (at + 2..tokens.len().min(at + 5)).any(|i| {
        tokens[i].is("of")
            && tokens.get(i + 1).is_some_and(|t| matches!(t.normal.as_str(), "it" | "them" | "whom" | "which"))
    });
    // "52 people were injured, eight of them seriously"
    let of_counted = tags.get(at + 1) == Some(&Tag::Number) && part;
    if at == 0 || !of_counted && !matches!(tags[at - 1], Tag::Noun | Tag::Name | Tag::Number) {
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

/// How many words the members of a list may take before the last of them. Larger finds the subject of longer lists.
const LIST_REACH: usize = 24;

/// Tells whether the words before a conjunction at `at` are a clause's opening word and a noun phrase without a verb.
fn joins_subject(tokens: &[Token], tags: &[Tag], start: usize, at: usize) -> bool {
    // "put them ahead after 12 minutes and Ruiz doubled the lead"
    if SPANS_OF_TIME.contains(&tokens[at - 1].normal.as_str()) {
        return false;
    }
    let phrase = tags[start..at].iter().rev().take_while(|t| t.is_nominal()).count();
    let before = (start..at - phrase).next_back();
    let opens = |i: usize| matches!(tags[i], Tag::Subordinator | Tag::Complementizer | Tag::Relative);
    // "The FBI says Ana Ruiz, Rui Costa and Eva Holm were taken": nobody is said.
    let near = start.max(at.saturating_sub(LIST_REACH))..at;
    let said = near.rev().find(|&i| !tags[i].is_nominal() && !tokens[i].is(","));
    let says = |i: usize| matches!(tokens[i].normal.as_str(), "say" | "says" | "said");
    phrase > 0 && (before.is_some_and(opens) || said.is_some_and(says))
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

#[cfg(test)]
mod tests;
