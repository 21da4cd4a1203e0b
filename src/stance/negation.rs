//! One says it, the other says it is not so.

mod denied;
mod lone;
mod sentences;

use super::cue::negations;
use super::pair::{Pair, Side};
use super::speaker::{own_terms, speaker};
use super::{Finding, RuleName, Stance, Voice, contrast, subject, telling};
use crate::span::Span;
use crate::tag::{Tag, lemma};
use crate::token::Token;
use denied::{denies_all_it_says, denies_its_act, denies_the_owner, turns_what_both_say};
use lone::lone;
pub(super) use sentences::{denied_share, mismatched, turned, turned_apart};

/// Least share of both claims that must meet before a negation in one of them is held against the other.
/// Larger misses denials told in other words, smaller takes a "not" about something else for a denial.
const LEAST_SHARED: f64 = 0.55;

/// Tells whether both claims are told by one speaker.
fn is_of_one_speaker(pair: &Pair<'_>) -> bool {
    let names = speaker(&pair.a).zip(speaker(&pair.b));
    names.is_some_and(|((_, a), (_, b))| !a.is_disjoint(&b))
}

/// Finds an odd negation in one claim only.
pub(super) fn negated(pair: &Pair<'_>) -> Option<Finding> {
    let (a, b) = (&pair.a.claim.modality, &pair.b.claim.modality);
    if a.is_negated() == b.is_negated() {
        return None;
    }
    let mut of_one_act = false;
    if pair.covered.min(pair.covering) < LEAST_SHARED {
        let words = super::words::words(pair);
        of_one_act = !pair.names_apart() && denies_its_act(pair, &words).unwrap_or_default();
        if !of_one_act && !turns_what_both_say(pair, &words) && !denies_all_it_says(pair, &words) {
            return None;
        }
    }
    // A hedge beside the negation makes it a doubt, which another rule tells; what nobody intends is none.
    if a.is_hedged() && !intends_not(&pair.a) || b.is_hedged() && !intends_not(&pair.b) {
        return None;
    }
    let denial = denial(pair)?;
    let Denial { denying, other, cue, .. } = denial;
    let reach = reach(denying, other, cue);
    // "Opens on May 6", "does not open until May 6".
    if reach == Reach::Elsewhere || is_limited(denying) && !is_limited(other) {
        return None;
    }
    // A denial in quotation marks is its speaker's: the document itself contradicts nothing, unless the other lets the same speaker say
    // the opposite. Nor does it where one denies that which another says: "Holm denied that …", "Stavik said that …".
    let attributed = |side: &Side<'_>| side.claim.voice == Voice::Attributed;
    let told = denying.read.tokens_of(cue);
    let of_speaker = attributed(denying) && denying.claim.stands_quoted(denying.read)
        || attributed(other) && denying.claim.attribution.contains(&told.start);
    let speakers_differ = of_speaker && !is_of_one_speaker(pair);
    // What is denied belongs to what the two are compared by; the negating word alone does not.
    let nothing = Span::new(other.claim.extent().start, other.claim.extent().start);
    let (at_a, at_b) = if denial.second_leads { (nothing, cue) } else { (cue, nothing) };
    let open = speakers_differ
        || reach == Reach::Act && !undoes(pair, denying, cue)
        || !of_one_act && contrast::are_words_apart(pair, at_a, at_b)
        || contrast::are_times_apart(pair, at_a, at_b)
        || contrast::are_of_other_years(pair)
        || tell_of_themselves(denying, other)
        || denies_the_owner(pair)
        || denies_another_act(pair, denying, cue);
    let stance = if open { Stance::Partly } else { Stance::Contradicts };
    Some(denial.finding(stance, 0.7))
}

/// Tells whether one and the same refuses in one claim what it does in the other: "rejected a cut in the tax", "cut the tax".
fn undoes(pair: &Pair<'_>, denying: &Side<'_>, cue: Span) -> bool {
    let words = super::words::words(pair);
    let in_a = pair.is_statement(denying);
    let (ours, theirs) = words.seen_from(in_a);
    let at = denying.read.tokens_of(cue).start;
    let refused = ours.iter().filter(|word| word.at > at && word.at - at <= SCOPE);
    refused.filter_map(|word| theirs.get(word.partner?)).any(|done| {
        let (at_a, at_b) = if in_a { (at, done.at) } else { (done.at, at) };
        matches!(done.tag, Tag::Verb(_)) && subject::is_one(pair, at_a, at_b)
    })
}

/// How many tokens behind a verb its object may stand: "seek urgent talks".
const OBJECT_REACH: usize = 3;

/// Tells whether what is denied is an act for which the other claim has another word, as what something else is done with: "was not consulted", "will
/// seek talks".
fn denies_another_act(pair: &Pair<'_>, denying: &Side<'_>, cue: Span) -> bool {
    let words = super::words::words(pair);
    let (ours, theirs) = words.seen_from(pair.is_statement(denying));
    let at = denying.read.tokens_of(cue).start;
    let denied = ours.iter().find(|word| word.at > at && matches!(word.tag, Tag::Verb(_)));
    let met = denied.and_then(|word| Some((word, theirs.get(word.partner?)?)));
    let governed = |at: usize| {
        let mut alone = theirs.iter().filter(|word| word.does() && word.partner.is_none());
        alone.any(|verb| verb.at < at && at - verb.at <= OBJECT_REACH)
    };
    met.is_some_and(|(word, other)| other.stem != word.stem && governed(other.at))
}

/// Verbs and nouns of what somebody means to do.
const INTENDING: &[&str] = &["plan", "intend", "intention"];

/// How many tokens behind a negation they may stand: "does not currently plan", "has no plans".
const INTENDED: usize = 3;

/// Tells whether all that hedges a claim is a plan that nobody has: "does not plan to visit". What nobody planned once may have been done since.
fn intends_not(side: &Side<'_>) -> bool {
    let (tokens, modality) = (&side.read.tokens, &side.claim.modality);
    let intends = |at: usize| {
        let normal = tokens[at].normal.as_str();
        INTENDING.contains(&normal) || lemma(normal).is_some_and(|verb| INTENDING.contains(&verb))
    };
    let negated = |hedge: &Span| {
        let hedged = side.read.tokens_of(*hedge);
        let before = hedged.start.saturating_sub(INTENDED)..hedged.start;
        let not = before.clone().any(|at| modality.negations.contains(&tokens[at].span));
        let once =
            (before.start.saturating_sub(1)..hedged.start).any(|at| tokens[at].is("did") || tokens[at].is("had"));
        hedged.clone().any(intends) && not && !once
    };
    modality.hedges.iter().all(negated)
}

/// A claim that is negated beside one that is not.
struct Denial<'p> {
    denying: &'p Side<'p>,
    other: &'p Side<'p>,
    /// The first negating word.
    cue: Span,
    second_leads: bool,
}

/// Puts the negated one of two claims first; none where both or neither are.
fn denial<'p>(pair: &'p Pair<'p>) -> Option<Denial<'p>> {
    if pair.same_polarity() {
        return None;
    }
    let second_leads = pair.b.claim.modality.is_negated();
    let (denying, other) = if second_leads { (&pair.b, &pair.a) } else { (&pair.a, &pair.b) };
    let cue = *denying.claim.modality.negations.first()?;
    Some(Denial { denying, other, cue, second_leads })
}

impl Denial<'_> {
    /// Makes the finding, with what is negated and what the other claim tells for it.
    fn finding(&self, stance: Stance, confidence: f64) -> Finding {
        let not = telling::negated(self.denying, self.cue);
        let so = told(self.other, self.denying, not);
        let (cue_a, cue_b) = if self.second_leads { (so, Some(not)) } else { (Some(not), so) };
        let second_leads = self.second_leads;
        Finding { cue_a, cue_b, second_leads, ..Finding::new(stance, RuleName::Negation, confidence) }
    }
}

/// Tells whether two speakers tell of themselves: "Maro said it was in talks", "Tersa said it was not"; "the victim's father said that he forgave",
/// "the victim's brother said that he did not".
fn tell_of_themselves(denying: &Side<'_>, other: &Side<'_>) -> bool {
    let opens = |side: &Side<'_>| {
        let mut words =
            side.claim.content(side.read).filter(|(.., tag)| *tag != Tag::Punctuation && *tag != Tag::Complementizer);
        words.next().is_some_and(|(.., tag)| matches!(tag, Tag::Pronoun | Tag::Possessive))
    };
    let (ours, theirs) = (own_terms(denying), own_terms(other));
    opens(denying) && opens(other) && !ours.is_empty() && !theirs.is_empty() && ours.is_disjoint(&theirs)
}

/// Tells whether a claim says until when it holds.
fn is_limited(side: &Side<'_>) -> bool {
    side.claim
        .tokens
        .iter()
        .flat_map(Clone::clone)
        .any(|at| matches!(side.read.tokens[at].normal.as_str(), "until" | "till"))
}

/// What a negating word turns round of what the other claim says.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Reach {
    /// The statement.
    Statement,
    /// Nothing: the words that it negates the other claim does not have, or tells as gone too.
    Elsewhere,
    /// An act of refusing: "rejected the offer" leaves the offer as it was.
    Act,
}

/// Verbs that negate what somebody else said or offered, not their own sentence.
const REFUSING: &[&str] = &["reject", "dismiss"];

/// Verbs that say that their object is gone or was never there: "lost power" is "without power".
const LACKING: &[&str] = &["lose", "lack", "miss", "need"];

/// Tells what a negating word turns round. "Without" negates the noun behind it and nothing else: "resigned without warning" and "resigned"
/// go together, and so do "without power" and "lost power".
fn reach(denying: &Side<'_>, other: &Side<'_>, cue: Span) -> Reach {
    let tokens = &denying.read.tokens;
    let at = tokens.partition_point(|token| token.span.end <= cue.start);
    let Some(token) = tokens.get(at) else { return Reach::Statement };
    let says = |side: &Side<'_>, stem: &str| side.claim.content(side.read).any(|(_, token, _)| token.stem == stem);
    if token.is("without") {
        let behind = denying.claim.content(denying.read).filter(|&(i, ..)| i > at && i - at <= SCOPE);
        let noun = behind.take_while(|(.., tag)| *tag != Tag::Punctuation && *tag != Tag::Preposition);
        let negated = noun.filter(|(.., tag)| matches!(tag, Tag::Noun | Tag::Name | Tag::Verb(_))).last();
        let gone = |(_, token, tag): (usize, &Token, Tag)| {
            tag.is_verbal() && lemma(&token.normal).is_some_and(|verb| LACKING.contains(&verb))
        };
        let met = negated.is_some_and(|(_, token, _)| says(other, &token.stem));
        return if met && !other.claim.content(other.read).any(gone) { Reach::Statement } else { Reach::Elsewhere };
    }
    let verb = denying.read.stands_for(at).or_else(|| lemma(&token.normal));
    let refusing = denying.read.tags[at].is_verbal()
        && verb.is_some_and(|verb| REFUSING.contains(&verb))
        && !matches!(denying.read.tags.get(at + 1), Some(Tag::Complementizer));
    if refusing { Reach::Act } else { Reach::Statement }
}

/// Finds an odd negation in one claim only, of a word that both have, where too little else meets to call it a contradiction: nobody can
/// say that no difference was found. So too where something limits it, "will not be raised until 2027", and the other gives no such date.
pub(super) fn left_open(pair: &Pair<'_>) -> Option<Finding> {
    // Most pairs of a row come here; setting all their words against each other takes long.
    if negations(&pair.a).len() % 2 == negations(&pair.b).len() % 2 {
        return None;
    }
    let words = super::words::words(pair);
    let lone = lone(pair, &words)?;
    let limited = || if super::quantity::same_period(pair) { None } else { lone.turned_but(|limited| limited) };
    let (cue, word) = lone.turned().or_else(limited)?;
    let met = lone.theirs.get(word.partner?)?;
    let candidate = lone.candidate(RuleName::Negation, cue, met.span);
    Some(Finding { stance: Stance::Partly, ..candidate.finding })
}

/// Finds that one claim denies what the other says is done, whatever else they say: "the winner was offside", "it was not offside, I have seen it".
pub(super) fn denied_deed(pair: &Pair<'_>) -> Option<Finding> {
    let denial = denial(pair)?;
    let Denial { denying, other, cue, .. } = denial;
    // "Had not heard", "heard nothing" say the same.
    let none = |word: &str| matches!(word, "nothing" | "nobody" | "none" | "nowhere");
    if other.claim.content(other.read).any(|(_, token, _)| none(&token.normal)) {
        return None;
    }
    let from = denying.read.tokens_of(cue).start;
    let ends = |at: &usize| denying.read.tags[*at].ends_clause();
    let scope = (from + 1..denying.read.tokens.len()).take(SCOPE).take_while(|at| !ends(at));
    // What is so follows "is": "not offside".
    let said = |at: &usize| match denying.read.tags[*at] {
        Tag::Verb(_) => true,
        Tag::Noun | Tag::Adjective => denying.read.tags[from.saturating_sub(1)] == Tag::Be,
        _ => false,
    };
    let deed = scope.into_iter().find(said).filter(|&at| denying.holds(denying.read.tokens[at].span))?;
    let same = other.claim.content(other.read).find(|&(at, token, tag)| {
        let alike = token.stem == denying.read.tokens[deed].stem
            || other.tokens[at].is_some() && other.tokens[at] == denying.tokens[deed];
        alike && matches!(tag, Tag::Verb(_) | Tag::Noun | Tag::Adjective)
    });
    let (_, told, _) = same?;
    let mut finding = unlike(pair)?;
    // The word that is denied is the one to be shown.
    let cue = if denial.second_leads { &mut finding.cue_a } else { &mut finding.cue_b };
    *cue = Some(told.span);
    Some(finding)
}

/// Finds an odd negation in one claim only, whatever else they say: it may deny something else, but no two such claims say the same.
pub(super) fn unlike(pair: &Pair<'_>) -> Option<Finding> {
    let denial = denial(pair)?;
    let Denial { denying, other, cue, .. } = denial;
    // "Did not rise" and "fell" say the same.
    let opposed = || super::opposite::opposed(&super::words::words(pair)).is_some();
    if reach(denying, other, cue) == Reach::Elsewhere || is_limited(denying) || opposed() {
        return None;
    }
    Some(denial.finding(Stance::Partly, 0.5))
}

/// Returns the word of a claim that another negates, else its first verb, else all of it.
fn told(side: &Side<'_>, denying: &Side<'_>, not: Span) -> Option<Span> {
    let says = |tag: Tag| matches!(tag, Tag::Verb(_) | Tag::Noun | Tag::Name | Tag::Adjective);
    let denied = |stem: &str| {
        let mut tokens = denying.read.tokens.iter().zip(&denying.read.tags);
        tokens.any(|(token, tag)| not.contains(token.span) && says(*tag) && token.stem == stem)
    };
    let content = || side.claim.content(side.read);
    let same = content().find(|(_, token, tag)| says(*tag) && denied(&token.stem));
    let verb = || content().find(|(.., tag)| matches!(tag, Tag::Verb(_)));
    same.or_else(verb).map(|(_, token, _)| token.span).or_else(|| side.claim.spans.first().copied())
}

/// How many tokens after a negation the word may stand that it turns round.
const SCOPE: usize = 7;

#[cfg(test)]
mod tests;
