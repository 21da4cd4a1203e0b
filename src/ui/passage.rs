//! From an article's exact text to what a pane draws: blocks, and in them pieces that know the rows they are evidence for.
//!
//! Evidence overlaps freely; here it is cut at every boundary, so that each piece has one set of rows and one look.
//! Which lines are headings or bullets is told by form, as in [`crate::sentence`], since the format has plain text only.

use crate::comparison::{Comparison, Row};
use crate::matrix::Verdict;
use crate::order::Arrange as _;
use crate::sentence::{SentenceKind, segment};
use crate::span::{CodePoints, Span};

/// The longest line that is drawn as a heading, in code points: beyond it, bold type is no help.
const HEADING_LENGTH: usize = 100;
/// How much of its line a quotation shows on each side of the evidence, in code points.
const CONTEXT: usize = 56;

/// What a line of an article is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// A headline, a subhead or a date line.
    Heading,
    /// A line of prose.
    Paragraph,
    /// A line that a dash or a bullet opens.
    Bullet,
}

/// One line of an article.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Block {
    /// What the line is.
    pub kind: Kind,
    /// The sign that opens a bullet; empty for others.
    pub sign: String,
    /// Its words in order, without the sign of a bullet.
    pub pieces: Vec<Piece>,
}

/// Words that are evidence for the same rows.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Piece {
    /// Where they are, in bytes.
    pub span: Span,
    /// The rows, the most telling first: disputed before told differently, agreed, alone; the shortest evidence first.
    pub rows: Vec<usize>,
    /// Number of the marked piece in its article, for pieces with rows.
    pub mark: Option<usize>,
    /// The strongest verdict among the rows.
    pub verdict: Option<Verdict>,
    /// The verdicts of the other rows, each once and the strongest first, without that of one source alone.
    pub also: Vec<Verdict>,
    /// Tells that the passage of its first row begins here, and that the marked words before it in the line are of another verdict: in
    /// dense text the sign of each passage would hide more than it says.
    pub opens: bool,
}

/// An article ready to be drawn.
#[derive(Debug)]
pub struct Article {
    /// Its lines.
    pub blocks: Vec<Block>,
    /// How many pieces are marked.
    pub marks: usize,
}

impl PartialEq for Article {
    /// Compares by identity: an article is laid out once for each comparison.
    fn eq(&self, other: &Self) -> bool {
        std::ptr::eq(self, other)
    }
}

impl Article {
    /// Lays out one document of a comparison.
    pub fn new(comparison: &Comparison, document: usize) -> Self {
        let Some(text) = comparison.corpus.documents.get(document).map(|document| document.text.as_str()) else {
            return Self { blocks: Vec::new(), marks: 0 };
        };
        let points = CodePoints::new(text);
        let mut spans = Vec::new();
        for (row, claim) in comparison.claims.iter().enumerate() {
            for evidence in claim.cells.get(document).map_or(&[][..], |cell| &cell.evidence) {
                if let Some(span) = evidence.locate(text, &points) {
                    spans.push((span, row, claim.verdict));
                }
            }
        }
        spans.arrange_by_key(|(span, row, verdict)| (std::cmp::Reverse(strength(*verdict)), span.len(), *row));
        let (mut blocks, mut marks, mut end) = (Vec::new(), 0, 0);
        for (kind, line) in lines(text) {
            let here: Vec<_> = spans.iter().filter(|(span, ..)| span.overlaps(line)).collect();
            let mut cuts: Vec<_> = here.iter().flat_map(|(span, ..)| [span.start, span.end]).collect();
            cuts.extend([line.start, line.end]);
            cuts.retain(|cut| (line.start..=line.end).contains(cut));
            cuts.arrange();
            cuts.dedup();
            let mut last = None;
            let pieces = cuts.windows(2).map(|pair| {
                let span = Span::new(pair[0], pair[1]);
                let (mut rows, mut also) = (Vec::new(), Vec::new());
                let mut covering = here.iter().filter(|(evidence, ..)| evidence.contains(span)).peekable();
                let first = covering.peek().map(|(evidence, _, verdict)| (*evidence, *verdict));
                for (_, row, verdict) in covering {
                    if rows.contains(row) {
                        continue;
                    }
                    if !rows.is_empty() && *verdict != Verdict::SingleSource && !also.contains(verdict) {
                        also.push(*verdict);
                    }
                    rows.push(*row);
                }
                let verdict = first.map(|(_, verdict)| verdict);
                let begins = first.is_some_and(|(evidence, _)| evidence.start.max(line.start) == span.start);
                let opens = begins && last != verdict;
                last = verdict.or(last);
                let mark = verdict.map(|_| {
                    marks += 1;
                    marks - 1
                });
                Piece { span, rows, mark, verdict, also, opens }
            });
            let sign = if kind == Kind::Bullet { Span::new(end, line.start).slice(text).trim() } else { "" };
            blocks.push(Block { kind, sign: sign.to_owned(), pieces: pieces.collect() });
            end = line.end;
        }
        Self { blocks, marks }
    }

    /// Returns the marked pieces in text order.
    pub fn marked(&self) -> impl Iterator<Item = &Piece> {
        self.blocks.iter().flat_map(|block| &block.pieces).filter(|piece| piece.mark.is_some())
    }
}

/// Returns how much a row divides its sources, 0 to 1: what its cells come to, unless a person has decided the verdict.
pub fn divides(row: &Row) -> f64 {
    /// Least that a row divides which a person calls disputed: as much as one contradiction does.
    const DISPUTED: f64 = 0.8;
    /// The same of qualified: as much as one cell that says it in part.
    const QUALIFIED: f64 = 0.28;
    match row.verdict {
        _ if row.verdict_by.is_none() => row.division,
        Verdict::Disputed => row.division.max(DISPUTED),
        Verdict::Qualified => row.division.max(QUALIFIED),
        Verdict::Agreed | Verdict::SingleSource => 0.0,
    }
}

/// Returns how loudly a verdict speaks where several meet.
pub fn strength(verdict: Verdict) -> u8 {
    match verdict {
        Verdict::Disputed => 3,
        Verdict::Qualified => 2,
        Verdict::Agreed => 1,
        Verdict::SingleSource => 0,
    }
}

/// Cuts a text into its lines, as the analysis reads them.
fn lines(text: &str) -> Vec<(Kind, Span)> {
    let sentences = segment(text);
    let mut out: Vec<_> = sentences
        .chunk_by(|a, b| a.paragraph == b.paragraph)
        .map(|line| {
            let span = line.iter().fold(line[0].span, |whole, sentence| whole.join(sentence.span));
            let all = |kind| line.iter().all(|sentence| sentence.kind == kind);
            let kind = match () {
                () if all(SentenceKind::Bullet) => Kind::Bullet,
                () if all(SentenceKind::Heading) && span.slice(text).chars().count() <= HEADING_LENGTH => Kind::Heading,
                () => Kind::Paragraph,
            };
            (kind, span)
        })
        .collect();
    // Nothing but headings is a text whose stops are not known here.
    if !out.iter().any(|(kind, _)| *kind == Kind::Paragraph) {
        for (kind, _) in out.iter_mut().filter(|(kind, _)| *kind == Kind::Heading) {
            *kind = Kind::Paragraph;
        }
    }
    out
}

/// A quotation in its context.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Quote {
    /// Words before it in the same line, with a sign where they are cut.
    pub before: String,
    /// The evidence; `true` marks the words that make the difference.
    pub parts: Vec<(String, bool)>,
    /// Words after it in the same line, with a sign where they are cut.
    pub after: String,
}

impl Quote {
    /// Quotes a span of a text with its context; `cues` are spans of the same text.
    pub fn new(text: &str, span: Span, cues: &[Span]) -> Self {
        let line_start = text[..span.start].rfind('\n').map_or(0, |at| at + 1);
        let line_end = text[span.end..].find('\n').map_or(text.len(), |at| span.end + at);
        let before = &text[line_start..span.start];
        let before = match before.char_indices().rev().nth(CONTEXT) {
            Some((at, _)) => format!("… {}", before[at..].split_once(char::is_whitespace).map_or("", |(_, rest)| rest)),
            None => before.trim_start_matches(['-', '–', '—', '•', '*', '·']).trim_start().to_owned(),
        };
        let after = &text[span.end..line_end];
        let after = match after.char_indices().nth(CONTEXT) {
            Some((at, _)) => format!("{} …", after[..at].rsplit_once(char::is_whitespace).map_or("", |(rest, _)| rest)),
            None => after.trim_end().to_owned(),
        };
        let (mut parts, mut at) = (Vec::new(), span.start);
        let mut cues: Vec<_> = cues.iter().filter(|cue| span.contains(**cue) && !cue.is_empty()).collect();
        cues.arrange();
        for cue in cues {
            if cue.start >= at {
                parts.push((text[at..cue.start].to_owned(), false));
                parts.push((cue.slice(text).to_owned(), true));
                at = cue.end;
            }
        }
        parts.push((text[at..span.end].to_owned(), false));
        parts.retain(|(words, _)| !words.is_empty());
        Self { before, parts, after }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn quote(before: &str, parts: &[(&str, bool)], after: &str) -> Quote {
        let parts = parts.iter().map(|(words, cue)| ((*words).to_owned(), *cue)).collect();
        Quote { before: before.to_owned(), parts, after: after.to_owned() }
    }

    #[test]
    fn short_lines_without_final_punctuation_are_headings_and_bullets_lose_their_sign() {
        let text = "The river rose, officials said on Monday.\n\nWhat is known\n- Two metres\n– Three villages\nIt is falling.\n";
        let found: Vec<_> = lines(text).into_iter().map(|(kind, span)| (kind, span.slice(text))).collect();
        assert_eq!(
            found,
            [
                (Kind::Paragraph, "The river rose, officials said on Monday."),
                (Kind::Heading, "What is known"),
                (Kind::Bullet, "Two metres"),
                (Kind::Bullet, "Three villages"),
                (Kind::Paragraph, "It is falling."),
            ]
        );
    }

    #[test]
    fn a_text_of_short_lines_only_has_no_headings() {
        assert_eq!(lines("One line").len(), 1);
        assert!(lines("One line\nAnother").iter().all(|(kind, _)| *kind == Kind::Paragraph));
    }

    #[test]
    fn quotes_keep_context_of_their_line_and_light_the_cues() {
        let text = "Intro line.\n- Officials said at least five people died in the quake.\nMore.";
        let exact = "at least five people died";
        let start = text.find(exact).unwrap();
        let cue = text.find("five").unwrap();
        let made = Quote::new(text, Span::new(start, start + exact.len()), &[Span::new(cue, cue + 4)]);
        let parts = [("at least ", false), ("five", true), (" people died", false)];
        assert_eq!(made, quote("Officials said ", &parts, " in the quake."));
    }

    #[test]
    fn long_context_is_cut_between_words() {
        let text = format!("{}CORE{}", "word ".repeat(40), " tail".repeat(40));
        let start = text.find("CORE").unwrap();
        let made = Quote::new(&text, Span::new(start, start + 4), &[]);
        assert!(made.before.starts_with("… word ") && made.before.ends_with("word "), "{}", made.before);
        assert!(made.after.starts_with(" tail") && made.after.ends_with("tail …"), "{}", made.after);
        assert!(made.before.chars().count() <= CONTEXT + 3);
    }
}
