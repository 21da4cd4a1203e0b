//! The claims of one sentence: its pieces cut into segments, each with what it is about and whoever says it.
//!
//! A step of its own because what is asserted at all and who speaks in a quotation hang on the sentences around, and all that is decided here on the
//! sentence alone. Known limits: a subject is carried on only inside its piece.

use super::attribution;
use super::clause::{self, Opening, Segment};
use super::piece::{Piece, PieceKind, attach, description, is_verbless, pieces};
use super::quantity::{Quantity, Unit};
use super::subject::{governing_words, hangs_on_doer, needs_subject, subject_before};
use super::{Claim, Read, is_quotation, modality, span_of, trim, words_in, words_of};
use crate::order::Arrange as _;
use crate::stance::Voice;
use crate::tag::{Form, Tag};
use modality::Modality;
use std::ops::Range;

/// What becomes a claim: the words of one segment or of two, and what is known of them before they are read.
struct Part {
    tokens: Vec<Range<usize>>,
    opening: Opening,
    subject: Range<usize>,
}

/// Cuts a sentence into its claims and adds them to those before; `quoting` is who speaks in a quotation that it goes on with.
pub(super) fn extract_sentence(
    claims: &mut Vec<Claim>,
    document: usize,
    sentence: usize,
    text: &str,
    read: &Read,
    quoting: Option<String>,
) {
    let first_of_sentence = claims.len();
    for piece in pieces(read) {
        let first_of_piece = claims.len();
        let told =
            subject_that_waited(read, claims[first_of_sentence..].iter().map(|c| (c.opening, c.tokens.as_slice())));
        for Part { tokens, opening, subject } in parts(read, &piece, told.as_ref()) {
            claims.push(Claim {
                document,
                sentence,
                tokens,
                subject,
                attribution: 0..0,
                spans: Vec::new(),
                apart: Vec::new(),
                differing: Vec::new(),
                cut_off: Vec::new(),
                opening,
                voice: Voice::Own,
                speaker: None,
                modality: Modality::default(),
            });
        }
        if let Some(attribution) = piece.attribution {
            let goes_on = matches!(piece.kind, PieceKind::GoesOn(_));
            attach(&mut claims[first_of_piece..], read, text, attribution, goes_on);
        }
    }
    complete(&mut claims[first_of_sentence..], text, read, quoting);
}

/// Cuts a piece into segments, by the tokens of the sentence.
fn segments(read: &Read, Piece { tokens: piece, attribution, kind }: &Piece<'_>) -> Vec<Segment> {
    let (tokens, tags) = (&read.tokens[piece.clone()], &read.tags[piece.clone()]);
    let segments = match kind {
        PieceKind::Description => vec![Segment { tokens: 0..piece.len(), opening: Opening::Start }],
        _ => clause::segments(tokens, tags),
    };
    let denied = attribution.is_some_and(|attribution| attribution.denies(&read.tags));
    let mut segments = if denied { clause::kept_together(segments) } else { segments };
    for Segment { tokens, .. } in &mut segments {
        *tokens = tokens.start + piece.start..tokens.end + piece.start;
    }
    segments
}

/// Cuts a piece into what becomes claims; `waited` is the subject of the clause that it may go on with, where that waited for its verb.
fn parts(read: &Read, piece: &Piece<'_>, waited: Option<&Range<usize>>) -> Vec<Part> {
    let mut parts: Vec<Part> = Vec::new();
    for Segment { tokens, opening } in segments(read, piece) {
        let range = trim(read, tokens);
        if range.is_empty() {
            continue;
        }
        if opening == Opening::Resumed {
            // The main clause goes on: it is one claim of two spans with the last that was no insertion.
            if let Some(main) = clause_that_waits(&parts, read) {
                parts[main].tokens.push(range);
                continue;
            }
        }
        // "Inspectors who went from door to door found damage": one word may wait for its verb.
        let waits = parts.is_empty() && opening == Opening::Start;
        if words_in(read, &range) < 2 && !waits {
            if let Some(last) = parts.last_mut().and_then(|part| part.tokens.last_mut()) {
                last.end = range.end;
            }
            continue;
        }
        parts.extend(part(read, piece, (waited, &parts), opening, range));
    }
    parts.retain(|part| part.tokens.iter().map(|range| words_in(read, range)).sum::<usize>() >= 2);
    // "The same man who had sat beside her!": a name without a verb of its own says something with its relative clause.
    if let [Part { tokens, opening: Opening::Start, .. }, Part { tokens: next, opening: Opening::Relative, .. }, ..] =
        parts.as_slice()
        && let ([named], [tells]) = (tokens.as_slice(), next.as_slice())
        && named.end == tells.start
        && read.tags[named.clone()].iter().all(|tag| tag.is_nominal())
    {
        parts[0].tokens[0].end = tells.end;
        parts.remove(1);
    }
    parts
}

/// Makes of a segment, whose words are trimmed, what becomes a claim; `before` are those of its piece before it, with the subject that waited before
/// the piece.
fn part(
    read: &Read,
    piece: &Piece<'_>,
    (waited, before): (Option<&Range<usize>>, &[Part]),
    opening: Opening,
    range: Range<usize>,
) -> Option<Part> {
    let first = before.is_empty();
    let (opening, subject) = match &piece.kind {
        // Of "Ana Lopez, who left," the relative clause alone says something.
        PieceKind::Speaker if first && opening == Opening::Start && is_verbless(read, &range) => return None,
        PieceKind::OfSpeaker(speaker) if first => (Opening::Relative, speaker.clone()),
        PieceKind::Predicate(before) if first => {
            let does = read.tags[range.start] == Tag::Verb(Form::Ing);
            let opening = if does { Opening::Participial } else { Opening::Predicate };
            let found = || subject_before(read, before.start, before.end, before.end, opening);
            (opening, waited.cloned().unwrap_or_else(found))
        }
        _ if needs_subject(opening) || hangs_on_doer(read, &range, opening) => {
            (opening, subject_of(read, before, piece.tokens.start, &range, opening))
        }
        _ => (opening, 0..0),
    };
    let tokens = match &piece.kind {
        // Of a clause that was cut away by an attribution before this one nothing is left to go on with.
        PieceKind::GoesOn(before) if first && !trim(read, before.clone()).is_empty() => {
            vec![trim(read, before.clone()), range]
        }
        _ => vec![range],
    };
    Some(Part { tokens, opening, subject })
}

/// Finds what a claim is about whose words begin without a subject; `parts` are those before it in its piece, which begins at `start`.
fn subject_of(read: &Read, parts: &[Part], start: usize, range: &Range<usize>, opening: Opening) -> Range<usize> {
    // "Lang called for a recount, but the officer refused, saying …": the subject stands in the clause that goes on.
    let clause = parts.iter().rev().find(|c| matches!(c.opening, Opening::Clause));
    let from = clause.and_then(|c| c.tokens.first()).map_or(start, |range| range.start);
    // "The firm sold it, something it had never done, | and left": it is the firm that left.
    let insertion = |part: &&Part| matches!(part.opening, Opening::Relative | Opening::Participial);
    let inserted = parts.iter().rev().take(MOST_PREDICATES).take_while(insertion).last();
    let inserted = inserted
        .and_then(|part| part.tokens.first())
        .filter(|_| opening == Opening::Predicate && range.start >= 2 && read.tokens[range.start - 2].is(","));
    let until = inserted.map_or(range.start, |words| words.start);
    let comments = opening == Opening::Relative && clause::comments(&read.tokens, &read.tags, range.start);
    let told = parts.last().filter(|_| comments).and_then(|part| part.tokens.last().cloned());
    let governed = governing_words(read, from, range.start, opening);
    let of = if hangs_on_doer(read, range, opening) { Opening::Participial } else { opening };
    let found = || subject_before(read, from, until, range.start, of);
    let goes_on = opening == Opening::Predicate;
    let before = || parts.iter().map(|part| (part.opening, part.tokens.as_slice()));
    let waited = || if goes_on { subject_that_waited(read, before()) } else { None };
    // "the storm, | which killed nine people | and destroyed the port": no comma parts it from the relative clause.
    let joined = goes_on && range.start >= 2 && !read.tokens[range.start - 2].is(",");
    let inside =
        || parts.last().filter(|last| joined && last.opening == Opening::Relative).map(|last| last.subject.clone());
    let subject = told.or(governed).or_else(waited).or_else(inside).filter(|subject| !subject.is_empty());
    subject.unwrap_or_else(|| {
        let found = found();
        let clause = parts.last().filter(|part| !needs_subject(part.opening));
        let clause = clause.filter(|_| is_amount(read, &found, range.start, opening));
        clause.and_then(|part| part.tokens.last()).filter(|words| words.end >= found.end).cloned().unwrap_or(found)
    })
}

/// Tells whether what a claim is put beside is only by how much something changed, of which it then tells: "raised the fee by 3 percent, | the first rise
/// in years", "rose 3 percent, | led by banks".
fn is_amount(read: &Read, phrase: &Range<usize>, from: usize, opening: Opening) -> bool {
    let words = span_of(read, phrase);
    // "six workers, two of them apprentices": what is counted is told of itself.
    let measured = |quantity: &Quantity| quantity.span.start <= words.start && quantity.unit != Unit::Count;
    let amount = read.quantities_in(words).first().is_some_and(measured);
    let named = read.tags[phrase.clone()].contains(&Tag::Name);
    let beside = matches!(opening, Opening::Apposition | Opening::Participial) && phrase.end + 1 == from;
    beside && amount && !named && phrase.len() <= LONGEST_AMOUNT
}

/// How many words an amount has at most: "a quarter of a percentage point".
const LONGEST_AMOUNT: usize = 6;

/// How many words may wait for their verb behind a relative clause to be told with each further predicate. Longer ones make statements that nobody
/// reads, and the cost of many predicates would grow with its square.
const LONGEST_WAITING: usize = 32;

/// Returns the subject of the last clause, where a relative clause parted it from its verb: "The quake | that hit Ost | killed two people | and hurt
/// nine".
fn subject_that_waited<'t>(
    read: &Read,
    before: impl DoubleEndedIterator<Item = (Opening, &'t [Range<usize>])>,
) -> Option<Range<usize>> {
    let (_, clause) = before.rev().take(MOST_PREDICATES).find(|(opening, _)| !opening.is_insertion())?;
    let [subject, _, ..] = clause else { return None };
    if subject.len() > LONGEST_WAITING {
        return None;
    }
    let names = read.tags[subject.clone()].iter().all(|tag| tag.is_nominal() || *tag == Tag::Preposition);
    names.then(|| subject.clone())
}

/// How many predicates one relative clause may have, so that the cost of a sentence of many does not grow with its square.
const MOST_PREDICATES: usize = 16;

/// Returns the last part that is no insertion and no further predicate of one: "Lang, | who left school | and drove a taxi, | has died".
fn clause_that_waits(parts: &[Part], read: &Read) -> Option<usize> {
    // "after Ana Ruiz, | who led, | began to fade": the clause that has no verb yet.
    let near = (0..parts.len()).rev().take(MOST_PREDICATES);
    let verbless = |&at: &usize| {
        let mut own = read.tags[parts[at].tokens[0].clone()].iter().take_while(|tag| **tag != Tag::Relative);
        parts[at].opening == Opening::Subordinate && !own.any(|tag| tag.is_verbal())
    };
    if let Some(clause) = near.into_iter().find(verbless) {
        return Some(clause);
    }
    let inside = |at: usize| {
        let opener = parts[..=at].iter().rev().take(MOST_PREDICATES).find(|part| part.opening != Opening::Predicate);
        parts[at].opening == Opening::Predicate && opener.is_some_and(|part| part.opening == Opening::Relative)
    };
    let last = (0..parts.len()).rev().find(|&at| !parts[at].opening.is_insertion() && !inside(at));
    last.or_else(|| parts.iter().rposition(|part| !part.opening.is_insertion()))
}

/// Gives the claims of a sentence their words, what negates and hedges them, and whoever else says them than an attribution names.
fn complete(claims: &mut [Claim], text: &str, read: &Read, quoting: Option<String>) {
    let quotation = is_quotation(read);
    // In text order, as the attributions are.
    let descriptions: Vec<Range<usize>> = read.attributions.iter().filter_map(|a| description(read, a)).collect();
    for claim in claims {
        claim.tokens.arrange_by_key(|r| r.start);
        claim.spans = claim.tokens.iter().map(|r| span_of(read, r)).collect();
        // What interrupts it is negated or hedged by itself: "The rule, which does not ban books, is new".
        for range in claim.tokens.clone() {
            let part = modality::read(&read.tokens, &read.tags, &read.phrases, range);
            claim.modality.negations.extend(part.negations);
            claim.modality.hedges.extend(part.hedges);
        }
        // "The firm is suspected of … hiding payments"
        if read.tags[claim.subject.clone()].iter().any(|tag| tag.is_finite()) {
            let part = modality::read(&read.tokens, &read.tags, &read.phrases, claim.subject.clone());
            claim.modality.negations.extend(part.negations);
            claim.modality.hedges.extend(part.hedges);
        }
        // "…, saying the migrants chose to come": said by whom the clause before is about.
        let first = claim.tokens.first().map_or(0, |range| range.start);
        if claim.opening == Opening::Participial
            && claim.voice == Voice::Own
            && attribution::is_reporting_form(&read.tokens, first)
        {
            claim.voice = Voice::Attributed;
            claim.speaker = words_of(read, text, &claim.subject);
            claim.attribution = first..first + 1;
        }
        let describes = |words: &Range<usize>| {
            descriptions.binary_search_by_key(&words.start, |d| d.start).is_ok_and(|at| descriptions[at] == *words)
        };
        if claim.voice == Voice::Own && !matches!(claim.tokens.as_slice(), [words] if describes(words)) {
            if let Some(speaker) = &quoting {
                claim.voice = Voice::Attributed;
                claim.speaker = Some(speaker.clone());
            } else if quotation {
                claim.voice = Voice::Attributed;
            }
        }
    }
}
