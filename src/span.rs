//! Half-open byte ranges in a text, and their conversion to the units that the formats count in.
//!
//! Inside the core every position is a byte offset on a character boundary; only the edge (comparison/1) counts code points.

use std::ops::Range;

/// A half-open range of bytes `start..end` in a text; both ends lie on character boundaries of that text.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Span {
    /// First byte.
    pub start: usize,
    /// One past the last byte.
    pub end: usize,
}

impl Span {
    /// Makes a span; an end before the start gives an empty span at the start.
    pub fn new(start: usize, end: usize) -> Self {
        Self { start, end: end.max(start) }
    }

    /// Returns the words of `text` that the span covers; empty where the span does not fit the text.
    pub fn slice(self, text: &str) -> &str {
        text.get(self.range()).unwrap_or("")
    }

    /// Returns the span as a range of bytes.
    pub fn range(self) -> Range<usize> {
        self.start..self.end
    }

    /// Returns the length in bytes.
    pub fn len(self) -> usize {
        self.end - self.start
    }

    /// Tells whether the span covers nothing.
    pub fn is_empty(self) -> bool {
        self.start == self.end
    }

    /// Tells whether the two spans share at least one byte.
    pub fn overlaps(self, other: Self) -> bool {
        self.start < other.end && other.start < self.end
    }

    /// Tells whether `other` lies inside this span.
    pub fn contains(self, other: Self) -> bool {
        self.start <= other.start && other.end <= self.end
    }

    /// Returns the smallest span that covers both.
    pub fn join(self, other: Self) -> Self {
        Self { start: self.start.min(other.start), end: self.end.max(other.end) }
    }

    /// Returns the span without white space at its ends.
    pub fn trim(self, text: &str) -> Self {
        let words = self.slice(text);
        let start = self.start + (words.len() - words.trim_start().len());
        Self::new(start, start + words.trim().len())
    }
}

/// How many code points lie between two of which the offset is kept. Larger takes less memory and more steps.
const BLOCK: usize = 16;

/// Converts byte offsets of one text to code points in logarithmic time, by the offsets of every 16th code point.
#[derive(Debug, Clone)]
pub struct CodePoints<'t> {
    text: &'t str,
    blocks: Vec<usize>,
}

impl<'t> CodePoints<'t> {
    /// Indexes a text, in time linear in its length.
    pub fn new(text: &'t str) -> Self {
        Self { text, blocks: text.char_indices().step_by(BLOCK).map(|(byte, _)| byte).collect() }
    }

    /// Returns how many code points lie before the byte offset, which is clamped to the text.
    pub fn before(&self, byte: usize) -> usize {
        let byte = byte.min(self.text.len());
        let block = self.blocks.partition_point(|&start| start <= byte).saturating_sub(1);
        let from = self.blocks.get(block).copied().unwrap_or(0);
        block * BLOCK + self.text.get(from..byte).map_or(0, |part| part.chars().count())
    }

    /// Returns the byte offset of a code point, the text's length for one past the end.
    pub fn byte_of(&self, code_point: usize) -> usize {
        let from = self.blocks.get(code_point / BLOCK).copied().unwrap_or(self.text.len());
        let rest = &self.text[from..];
        from + rest.char_indices().nth(code_point % BLOCK).map_or(rest.len(), |(byte, _)| byte)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn code_points_count_characters_not_bytes() {
        let text = "Mérida – ".repeat(40);
        let points = CodePoints::new(&text);
        for (count, (byte, _)) in text.char_indices().enumerate() {
            assert_eq!(points.before(byte), count);
            assert_eq!(points.byte_of(count), byte);
        }
        assert_eq!(points.before(text.len()), text.chars().count());
        assert_eq!(points.byte_of(text.chars().count()), text.len());
    }

    #[test]
    fn trimming_drops_white_space_at_both_ends() {
        assert_eq!(Span::new(0, 6).trim(" ab \n "), Span::new(1, 3));
        assert!(Span::new(0, 2).trim("  ").is_empty());
    }

    proptest! {
        #[test]
        fn offsets_round_trip(text in ".{0,300}", places in prop::collection::vec(any::<prop::sample::Index>(), 1..20)) {
            let points = CodePoints::new(&text);
            let boundaries: Vec<_> = text.char_indices().map(|(byte, _)| byte).chain([text.len()]).collect();
            for place in places {
                let count = place.index(boundaries.len());
                prop_assert_eq!(points.byte_of(count), boundaries[count]);
                prop_assert_eq!(points.before(boundaries[count]), count);
            }
        }

        #[test]
        fn spans_of_any_numbers_give_words_of_the_text_or_nothing(text in "\\PC{0,40}", start: usize, end in 0_usize..60) {
            let points = CodePoints::new(&text);
            for span in [Span::new(start, end), Span::new(end / 2, end)] {
                prop_assert!(text.contains(span.slice(&text)));
                prop_assert!(text.contains(span.trim(&text).slice(&text)));
                prop_assert!(points.before(span.start) <= text.chars().count());
                prop_assert!(points.byte_of(span.end) <= text.len());
            }
        }
    }
}
