//! Finds where quotations run, also over several sentences and paragraphs, in straight and curly double quotation marks.
//!
//! Its own step because a straight mark says neither whether it opens nor closes: that depends on what is open.
//! Limits: single quotation marks are not followed (they are apostrophes far more often); a quotation that is never
//! closed ends with its paragraph.

use crate::span::Span;

/// After so many paragraphs without another mark a quotation is taken for one that its author forgot to close.
const LONGEST_QUOTATION_IN_LINES: usize = 6;

/// The quotations of a text, in order.
#[derive(Debug, Default)]
pub(super) struct Quotations {
    /// From the opening mark to past the closing one.
    pub(super) ranges: Vec<Span>,
    /// Byte offsets of the marks that close, ascending.
    closing: Vec<usize>,
}

impl Quotations {
    /// Tells whether the mark at this byte closes a quotation.
    pub(super) fn closes_at(&self, byte: usize) -> bool {
        self.closing.binary_search(&byte).is_ok()
    }

    /// Tells whether the byte lies inside a quotation that was opened before it.
    pub(super) fn covers(&self, byte: usize) -> bool {
        let after = self.ranges.partition_point(|range| range.start < byte);
        after > 0 && byte < self.ranges[after - 1].end
    }
}

struct Open {
    at: usize,
    line: usize,
    line_end: Option<usize>,
}

/// Follows the double quotation marks of a text, in linear time.
pub(super) fn follow(text: &str) -> Quotations {
    let mut found = Quotations::default();
    let mut open: Option<Open> = None;
    let mut line = 0;
    let mut before: Option<char> = None;
    let mut at_line_start = true;
    let mut chars = text.char_indices().peekable();
    while let Some((at, c)) = chars.next() {
        let after = chars.peek().map(|&(_, next)| next);
        if c == '\n' {
            line += 1;
            at_line_start = true;
            if let Some(quote) = &mut open {
                quote.line_end.get_or_insert(at);
            }
            open = match open.take() {
                Some(quote) if line - quote.line > LONGEST_QUOTATION_IN_LINES => {
                    found.ranges.push(Span::new(quote.at, quote.line_end.unwrap_or(at)));
                    None
                }
                other => other,
            };
        } else {
            let space_before = before.is_none_or(char::is_whitespace);
            let space_after = after.is_none_or(char::is_whitespace);
            let opens = match c {
                '“' | '„' | '«' => Some(true),
                '”' | '»' => Some(open.is_none() && space_before && !space_after),
                // inches and feet: 6'2"
                '"' if open.is_none() && before.is_some_and(|b| b.is_ascii_digit()) => None,
                '"' => Some(open.is_none() || at_line_start),
                _ => None,
            };
            match (opens, open.take()) {
                (Some(true), None) => open = Some(Open { at, line, line_end: None }),
                (Some(true), Some(quote)) if quote.line == line => open = Some(quote),
                (Some(true), Some(quote)) if at_line_start => open = Some(Open { line, ..quote }),
                (Some(true), Some(quote)) => {
                    found.ranges.push(Span::new(quote.at, quote.line_end.unwrap_or(at)));
                    open = Some(Open { at, line, line_end: None });
                }
                (Some(false), Some(quote)) => {
                    found.closing.push(at);
                    found.ranges.push(Span::new(quote.at, at + c.len_utf8()));
                }
                (_, other) => open = other,
            }
            at_line_start &= c.is_whitespace();
        }
        before = Some(c);
    }
    if let Some(quote) = open {
        found.ranges.push(Span::new(quote.at, quote.line_end.unwrap_or(text.len())));
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    fn quotations(text: &str) -> Vec<&str> {
        follow(text).ranges.iter().map(|range| range.slice(text)).collect()
    }

    #[test]
    fn straight_marks_close_what_is_open_wherever_the_space_stands() {
        assert_eq!(quotations("\"No,\" he said, \"never. \""), ["\"No,\"", "\"never. \""]);
        assert_eq!(quotations("\"Gone, \"he said."), ["\"Gone, \""]);
        assert_eq!(quotations("A 6'2\" man said \"no\"."), ["\"no\""]);
    }

    #[test]
    fn quotations_run_over_paragraphs() {
        assert_eq!(quotations("“One.\nTwo,” he said."), ["“One.\nTwo,”"]);
        assert_eq!(quotations("“One.\n“Two,” he said."), ["“One.\n“Two,”"]);
    }

    #[test]
    fn quotations_that_nobody_closes_end_with_their_paragraph() {
        assert_eq!(quotations("“One.\nTwo.\nHe said “three” and left."), ["“One.", "“three”"]);
        assert_eq!(quotations("“One.\n1\n2\n3\n4\n5\n6\n7\n”"), ["“One."]);
        assert_eq!(quotations("“the endpoint of “equity,” tweeted X."), ["“the endpoint of “equity,”"]);
    }
}
