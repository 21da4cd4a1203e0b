//! Figures and years of a claim as terms, so that claims meet that give different numbers for one thing.
//!
//! A file of its own because these terms stand for what is counted and when, not for words that are written there.

use super::{Vocabulary, synonym};
use crate::claim::quantity::{Quantity, Unit};
use crate::claim::{Claim, Read};
use crate::span::Span;
use crate::token::stem_of;
use std::collections::BTreeMap;

/// A quantity, and the term for what it counts: figures of one term are about the same kind of thing.
#[derive(Debug, Clone, PartialEq)]
pub struct Figure {
    /// The term of what is counted, by index into the vocabulary.
    pub of: u32,
    /// The number.
    pub quantity: Quantity,
}

/// How many figures of one claim are set against those of another. Nobody writes more in one clause; a list of them would cost its square.
pub(crate) const FIGURES: usize = 16;

/// What may be counted of persons, as terms: the dead are never compared with the injured.
const STATES: &[&str] =
    &["die", "injur", "miss", "arrest", "displac", "evacu", "rescu", "homeless", "infect", "strand"];

/// Returns the terms of the figures in a claim: the kind of each quantity and, for persons, their state. Those of an earlier time are of
/// another kind: the dead of last year's quake, of whom the next sentence tells without a date.
pub(super) fn figures(vocabulary: &mut Vocabulary, claim: &Claim, read: &Read) -> Vec<Figure> {
    let inside = |quantity: &&Quantity| claim.spans.iter().any(|span| span.overlaps(quantity.span));
    let quantities = read.quantities_in(claim.extent()).iter().filter(inside);
    let figure = |quantity: &Quantity| {
        let mut kind = counted(quantity, read, &claim.spans)?;
        if read.earlier {
            kind.push('<');
        }
        let of = vocabulary.term(&kind);
        Some(Figure { of, quantity: quantity.clone() })
    };
    quantities.filter_map(figure).collect()
}

/// Names what a quantity counts or measures: its kind or, for persons, their state as told nearest to it inside the spans.
///
/// `None` for ordinals, and for persons of whom nothing is told there.
pub(crate) fn counted(quantity: &Quantity, read: &Read, spans: &[Span]) -> Option<String> {
    // "Five dead": what is counted may be named by its state alone.
    let kind = quantity.kind().or_else(|| (quantity.unit == Unit::Count).then(|| "person".to_owned()))?;
    let at = read.tokens.partition_point(|t| t.span.end <= quantity.number.start);
    if kind != "person" {
        let dimension = if quantity.unit == Unit::Length { dimension(quantity, read, at) } else { "" };
        return Some(format!("#{kind}{dimension}"));
    }
    // "Lost their lives" tells the state of "killed".
    let stem = |i: usize| {
        let normal = read.tokens[i].normal.as_str();
        synonym(stem_of(read.stands_for(i).or_else(|| crate::tag::lemma(normal)).unwrap_or(normal)))
    };
    let inside = |i: usize| read.tokens.get(i).is_some_and(|t| spans.iter().any(|span| span.overlaps(t.span)));
    let state = |i: usize| Some(i).filter(|&i| inside(i)).map(stem).filter(|stem| STATES.contains(&stem.as_str()));
    // The nearest first; of two equally near the first by letters.
    let nearest = (0..STATE_REACH).find_map(|far| {
        let before = at.checked_sub(far).and_then(state);
        let after = if far > 0 { state(at + far) } else { None };
        before.into_iter().chain(after).min()
    });
    nearest.map(|state| format!("#{state}"))
}

/// How many tokens a conversion in brackets may take, or stand behind what it converts.
const BRACKET: usize = 6;

/// Says what a length is of, by the words around its number: the depth of a quake is not how far off it was.
fn dimension(quantity: &Quantity, read: &Read, at: usize) -> &'static str {
    let tokens = &read.tokens;
    let mut end = tokens.partition_point(|t| t.span.start < quantity.span.end);
    // "a depth of 10 kilometres (6.2 miles)", "320 kilometres (200 miles) from": what is converted in brackets is of the same.
    let bracketed = at > 0 && tokens[at - 1].is("(");
    if let Some(close) = (end..tokens.len().min(end + BRACKET)).find(|&at| tokens[at].is(")"))
        && (bracketed || tokens[end].is("("))
    {
        end = close + 1;
    }
    let before = (at.saturating_sub(if bracketed { BRACKET + 4 } else { 4 })..at).rev();
    let mut near = before.chain(end..tokens.len().min(end + 3)).map(|at| tokens[at].normal.as_str());
    let found = near.find_map(|word| match word {
        "depth" | "deep" => Some("deep"),
        "height" | "high" | "tall" | "altitude" => Some("high"),
        "width" | "wide" => Some("wide"),
        "length" | "long" => Some("long"),
        "from" | "off" | "away" | "north" | "south" | "east" | "west" | "northeast" | "northwest" | "southeast"
        | "southwest" => Some("far"),
        _ => None,
    });
    found.unwrap_or_default()
}

/// How many tokens the state of what is counted may stand from the number. Sentences of news are shorter; without an end the cost of a
/// list of numbers would grow with its square.
const STATE_REACH: usize = 64;

/// Factor on the term that the leading figures of all documents share. Larger joins what each report gives as its figure for a thing;
/// from the gold stories.
pub(super) const LEAD_FACTOR: f64 = 1.4;

/// Returns, for each claim, the terms of the figures that lead their document: the first of each kind, and what repeats it. A report
/// opens with its total; the parts of it come later and are not what another report's total is to be compared with.
pub(super) fn leads(vocabulary: &mut Vocabulary, claims: &[Claim], figures: &[Vec<Figure>]) -> Vec<Vec<u32>> {
    let mut first: BTreeMap<(usize, u32), &Quantity> = BTreeMap::new();
    let mut all = Vec::with_capacity(claims.len());
    for (claim, figures) in claims.iter().zip(figures) {
        let mut leads = Vec::new();
        for figure in figures {
            let lead = *first.entry((claim.document, figure.of)).or_insert(&figure.quantity);
            if lead.is_as_much(&figure.quantity) {
                leads.push(vocabulary.term(&format!("^{}", figure.of)));
            }
        }
        all.push(leads);
    }
    all
}

/// Factor on the year that a claim tells of. Larger keeps what happened in other years apart; from the gold stories.
pub(super) const FRAME_FACTOR: f64 = 0.7;

/// Returns the term of the year that a claim tells of: of the first date in its sentence or, for what is told in the past without a
/// date, in the sentence before: "In 2012 a quake struck off the coast. Five people died."
pub(super) fn frame(vocabulary: &mut Vocabulary, claim: &Claim, reads: &[Read]) -> Option<u32> {
    let year = |read: &Read| read.dates.iter().find_map(|d| d.days.map(|(first, _)| first.year).or(d.year));
    let read = &reads[claim.sentence];
    let before = || claim.sentence.checked_sub(1).map(|at| &reads[at]).filter(|_| claim.is_of_past(read));
    let year = year(read).or_else(|| before().and_then(year))?;
    Some(vocabulary.term(&format!("@{year}")))
}
