//! What the case files ask of the steps between sentences and the matrix: from the blocks of a case to text.

use crate::print::{matrix, quoted, quotes};
use crate::reader::Block;
use crate::story::{compare, document};
use news_compare::Span;
use news_compare::claim::entity::{Names, place};
use news_compare::claim::{Claim, Read, extract, modality, read};
use news_compare::comparison::{Cell, Row};
use news_compare::reconciliation::{Value, reconcile};
use news_compare::stance::Voice;
use news_compare::token::Token;
use std::ops::Range;

/// The words from the first of some tokens to the last.
fn words<'t>(text: &'t str, tokens: &[Token], range: &Range<usize>) -> &'t str {
    let tokens = tokens.get(range.clone()).unwrap_or_default();
    tokens.first().zip(tokens.last()).map_or("", |(first, last)| first.span.join(last.span).slice(text))
}

fn lines(lines: Vec<String>) -> String {
    if lines.is_empty() { "nothing".to_owned() } else { lines.join("\n") }
}

/// One line for each claim: what opens it, its spans, the subject it does not name itself, whose words they are.
pub(crate) fn claims(blocks: &[Block]) -> String {
    let text = &blocks[0].content;
    let reads = read(&document(&blocks[0]));
    lines(extract(0, text, &reads).iter().map(|claim| print_claim(claim, text, &reads[claim.sentence])).collect())
}

fn print_claim(claim: &Claim, text: &str, read: &Read) -> String {
    let spans: Vec<String> = claim.spans.iter().map(|span| quoted(span.slice(text))).collect();
    let mut out = format!("{}: {}", format!("{:?}", claim.opening).to_lowercase(), spans.join(" … "));
    let subject = words(text, &read.tokens, &claim.subject);
    if !subject.is_empty() {
        out += &format!(", of {}", quoted(subject));
    } else if let Some(lead_in) = read.sentence.lead_in {
        out += &format!(", after {}", quoted(lead_in.slice(text)));
    }
    match (claim.voice, &claim.speaker) {
        (Voice::Own, None) => {}
        (Voice::Own, Some(speaker)) => out += &format!(", own words, but with the speaker {}", quoted(speaker)),
        (Voice::Attributed, Some(speaker)) => out += &format!(", says {}", quoted(speaker)),
        (Voice::Attributed, None) => out += ", says somebody",
    }
    out
}

/// One line for each attribution: speaker, verb, what is reported.
pub(crate) fn attributions(blocks: &[Block]) -> String {
    let text = &blocks[0].content;
    let mut found = Vec::new();
    for read in read(&document(&blocks[0])) {
        for one in &read.attributions {
            let speaker = words(text, &read.tokens, &one.speaker).trim_matches(|c| matches!(c, ',' | ' '));
            let content: Vec<String> = one.content.iter().map(|r| quoted(words(text, &read.tokens, r))).collect();
            found.push(format!("{} {}: {}", quoted(speaker), one.verb, content.join(" … ")));
        }
    }
    lines(found)
}

/// One line for each sentence: whether it is negated and hedged as a whole, and by which words.
pub(crate) fn modalities(blocks: &[Block]) -> String {
    let text = &blocks[0].content;
    let print = |read: &Read| {
        let found = modality::read(&read.tokens, &read.tags, &read.phrases, 0..read.tokens.len());
        let cues =
            |spans: &[Span]| spans.iter().map(|span| format!(" {}", quoted(span.slice(text)))).collect::<String>();
        let polarity = if found.is_negated() { "negated" } else { "affirmed" };
        let certainty = if found.is_hedged() { "hedged" } else { "flat" };
        format!("{polarity}{}, {certainty}{}", cues(&found.negations), cues(&found.hedges))
    };
    lines(read(&document(&blocks[0])).iter().map(print).collect())
}

/// For each document the people and places named, in order, each under its one form.
pub(crate) fn entities(blocks: &[Block]) -> String {
    let documents: Vec<_> = blocks.iter().map(document).collect();
    let reads: Vec<Vec<Read>> = documents.iter().map(read).collect();
    let names = Names::learn(reads.iter().flatten().map(|read| (read.tokens.as_slice(), read.tags.as_slice())));
    let mut out = Vec::new();
    for (document, reads) in documents.iter().zip(&reads) {
        let mut found = Vec::new();
        for read in reads {
            for (at, token) in read.tokens.iter().enumerate() {
                let word = token.span.slice(&document.text);
                let capital = token.capital;
                let followed = read.tokens.get(at + 1).is_some_and(|next| next.capital);
                if capital && names.is_person(&token.normal) {
                    found.push(format!("{word} = {}", token.normal));
                } else if capital && names.is_given(&token.normal) {
                    found.push(format!("{word} = given name"));
                } else if let Some(person) = names.holder(&read.tokens, at).filter(|_| !followed) {
                    found.push(format!("{word} = {person}"));
                } else if let Some(place) = place(&token.normal).filter(|_| capital) {
                    found.push(format!("{word} = place {place}"));
                }
            }
        }
        out.push(format!(
            "{}: {}",
            document.id.0,
            if found.is_empty() { "nobody".to_owned() } else { found.join(", ") }
        ));
    }
    lines(out)
}

/// One line for each row with more than one document, in the order of the texts, then the claims that stand alone.
pub(crate) fn rows(blocks: &[Block]) -> String {
    let comparison = compare(blocks);
    let place = |row: &Row| {
        let first = |(at, cell): (usize, &Cell)| cell.evidence.first().map(|words| (at, words.start));
        row.cells.iter().enumerate().find_map(first)
    };
    let mut rows: Vec<&Row> = comparison.claims.iter().collect();
    rows.sort_by_key(|row| place(row));
    let print = |row: &&Row| {
        let speaking = row.cells.iter().filter(|cell| cell.stance.speaks());
        speaking.map(|cell| format!("{} {}", cell.document.0, quotes(&cell.evidence))).collect::<Vec<_>>().join(" | ")
    };
    lines(rows.iter().map(print).collect())
}

/// What the second document does with the statement of the first, or the other way round: stance and rule, reason, cues.
pub(crate) fn stances(blocks: &[Block]) -> String {
    let comparison = compare(blocks);
    let mut out = Vec::new();
    for row in comparison.claims.iter().filter(|row| row.cells.iter().all(|cell| cell.stance.speaks())) {
        for cell in &row.cells {
            let reason = &cell.reasons[0];
            if reason.rule == "statement" {
                continue;
            }
            out.push(format!("{} {}: {}", cell.document.0, cell.stance.name(), reason.rule));
            out.push(reason.text.clone());
            out.extend(reason.cues.iter().map(|cue| format!("cue {} {}", cue.document.0, quoted(&cue.exact))));
        }
    }
    if out.is_empty() { "not in one row".to_owned() } else { out.join("\n") }
}

/// The whole matrix.
pub(crate) fn matrices(blocks: &[Block]) -> String {
    matrix(&compare(blocks).claims)
}

/// What the documents give for the same things: kind, how it goes together, and the values of each document.
pub(crate) fn values(blocks: &[Block]) -> String {
    let found = reconcile(&compare(blocks));
    let lines = found.iter().map(|entry| {
        let of = |values: &Vec<Value>| values.iter().map(|value| value.words.as_str()).collect::<Vec<_>>().join(" + ");
        let values = entry.values.iter().map(of).collect::<Vec<_>>().join(" | ");
        format!("{:?}, {:?}: {values}", entry.kind, entry.agreement).to_lowercase()
    });
    lines.collect::<Vec<_>>().join("\n")
}
