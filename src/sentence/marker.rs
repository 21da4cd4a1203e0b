//! Lists that run on in one paragraph: "1.) First 2.) Second", "a. First b. Second", "• First • Second".
//!
//! A marker inside a paragraph counts only when the paragraph begins with one of the same form and it is the next one.

use super::split::Splitter;

/// The mark of an item in a list that runs on in one paragraph: "1.) … 2.) …", "a. … b. …", "• … • …".
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Marker {
    /// A sign.
    Sign(char),
    /// A number with what stands behind it.
    Number { value: u32, stop: bool, bracket: bool },
    /// A letter with what stands behind it.
    Letter { value: char, stop: bool, bracket: bool },
}

impl Marker {
    /// Returns the marker of the next item.
    pub(super) fn next(self) -> Option<Self> {
        match self {
            Self::Sign(_) => Some(self),
            Self::Number { value, stop, bracket } => Some(Self::Number { value: value.checked_add(1)?, stop, bracket }),
            Self::Letter { value: 'z', .. } => None,
            Self::Letter { value, stop, bracket } => {
                Some(Self::Letter { value: char::from_u32(u32::from(value) + 1)?, stop, bracket })
            }
        }
    }
}

/// Tells whether the character can stand only before list items.
pub(super) fn is_bullet_sign(c: char) -> bool {
    matches!(c, '•' | '‣' | '◦' | '⁃' | '●' | '▪' | '■' | '·')
}

impl Splitter<'_> {
    /// Reads a list marker with white space or text behind it; gives the index after it.
    pub(super) fn marker_at(&self, index: usize) -> Option<(Marker, usize)> {
        let first = self.at(index)?;
        if is_bullet_sign(first) {
            let after = self.skip(index + 1, char::is_whitespace);
            return Some((Marker::Sign(first), self.marker_at_number(after).map_or(after, |(_, after)| after)));
        }
        self.marker_at_number(index)
    }

    fn marker_at_number(&self, index: usize) -> Option<(Marker, usize)> {
        let first = self.at(index)?;
        let (value, mut after) = if first.is_ascii_digit() {
            let after = self.skip(index, |c| c.is_ascii_digit());
            let digits = self.chars.get(index..after).filter(|digits| digits.len() <= 3)?;
            (digits.iter().fold(0, |value, &(_, c)| value * 10 + c.to_digit(10).unwrap_or(0)), after)
        } else if first.is_ascii_lowercase() {
            (u32::from(first), index + 1)
        } else {
            return None;
        };
        let stop = self.at(after) == Some('.');
        after += usize::from(stop);
        let bracket = self.at(after) == Some(')');
        after += usize::from(bracket);
        if !(stop || bracket) || !self.at(after).is_some_and(char::is_whitespace) {
            return None;
        }
        let marker = if first.is_ascii_digit() {
            Marker::Number { value, stop, bracket }
        } else {
            Marker::Letter { value: first, stop, bracket }
        };
        Some((marker, after))
    }

    /// Tells whether the list that the paragraph opened goes on here; gives the index after the marker.
    pub(super) fn continues_list(&self, index: usize) -> Option<usize> {
        let list = self.list?;
        if index <= self.sentence_start || matches!(list, Marker::Letter { .. }) && !self.list_began_with_a() {
            return None;
        }
        let (marker, after) = self.marker_at(index)?;
        (list.next() == Some(marker)).then_some(after)
    }

    fn list_began_with_a(&self) -> bool {
        let start = self.skip(0, char::is_whitespace);
        matches!(self.at(start), Some('a'))
    }
}
