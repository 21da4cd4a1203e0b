//! Text to sentence spans: paragraphs, headings, bullets with what leads them in, and quotations over several sentences.
//!
//! Its own step because every later one works on sentences and trusts that spans lie in order, do not overlap and, with
//! white space, bullet markers and the times of entries, rebuild the text. Limits: English; headings are told by form (a short line without
//! final stop), so a last line that was cut off reads as one.

mod abbreviation;
mod line;
mod marker;
mod quotation;
mod split;
mod stop;

use crate::span::Span;
use line::Line;
pub use split::split;

/// Says what a sentence is in the layout of its article.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SentenceKind {
    /// Running text.
    Prose,
    /// A headline, a subhead, a date line, the "WASHINGTON —" before the first sentence, a rule of asterisks.
    Heading,
    /// A point of a list.
    Bullet,
}

/// One sentence of an article.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sentence {
    /// Where it stands: trimmed, a bullet without its marker.
    pub span: Span,
    /// What it is in the layout.
    pub kind: SentenceKind,
    /// Number of its paragraph, from 0, blank lines not counted.
    pub paragraph: usize,
    /// For a bullet, the sentence ending in a colon that introduces its list ("…, including:").
    pub lead_in: Option<Span>,
    /// Tells that it begins inside a quotation that an earlier sentence opened.
    pub quoted: bool,
}

/// Cuts an article into sentences, in order, in linear time.
///
/// ```
/// use news_compare::sentence::{SentenceKind, segment};
///
/// let text = "What we know\nIt rained. She listed the damage:\n- Two bridges fell.\n";
/// let kinds: Vec<SentenceKind> = segment(text).iter().map(|sentence| sentence.kind).collect();
/// assert_eq!(kinds, [SentenceKind::Heading, SentenceKind::Prose, SentenceKind::Prose, SentenceKind::Bullet]);
/// ```
pub fn segment(text: &str) -> Vec<Sentence> {
    let quotations = quotation::follow(text);
    let lines = line::read(text);
    let has_stops = lines.iter().any(|line| line::final_stop(line.span.slice(text)));
    let mut sentences = Vec::new();
    let mut lead_in = None;
    for (paragraph, line) in lines.iter().enumerate() {
        let mut push = |span: Span, kind, lead_in| {
            let quoted = quotations.covers(span.start);
            sentences.push(Sentence { span, kind, paragraph, lead_in, quoted });
        };
        if line.is_bullet {
            for span in split::split_within(text, line.span, &quotations) {
                push(span, SentenceKind::Bullet, lead_in);
            }
            continue;
        }
        let before_list = lines.get(paragraph + 1).is_some_and(|next| next.is_bullet);
        let body = match line::dateline(text, line.span) {
            Some(dateline) => {
                push(dateline, SentenceKind::Heading, None);
                Span::new(dateline.end, line.span.end).trim(text)
            }
            None => line.span,
        };
        let spans = split::split_within(text, body, &quotations);
        // "Is this Crabzilla? Giant crab spotted off British coast" is one headline
        let asks_first = spans.len() == 2 && spans[0].slice(text).ends_with('?');
        let is_heading = (spans.len() == 1 || asks_first) && is_heading(line, text, before_list, has_stops);
        let kind = if is_heading { SentenceKind::Heading } else { SentenceKind::Prose };
        lead_in = spans.last().copied().filter(|last| last.slice(text).ends_with(':'));
        for span in spans {
            push(span, kind, None);
        }
    }
    sentences
}

/// Tells whether a line that is one sentence is a heading; without any final stop in the article only by its capitals.
fn is_heading(line: &Line, text: &str, before_list: bool, has_stops: bool) -> bool {
    let words = line.span.slice(text);
    line::looks_like_heading(words, before_list) && (has_stops || line::is_title_case(words) || line::is_short(words))
}

#[cfg(test)]
mod tests;
