//! Which rows of a large matrix are drawn: those in sight and a few around them.
//!
//! Pure arithmetic on heights in pixels, so that it is tested without a browser; `table.rs` measures and draws. Rows have
//! the height of their statements: measured where they have been drawn, else taken for the mean of those measured, so that the
//! scroll bar is a guess until a part has been seen. A matrix small enough is drawn whole: then the browser's own search finds
//! everything. Columns are all drawn, fifty at most: drawing them anew while the box scrolls sideways, in every row at once, dropped a
//! quarter of the frames.

use crate::order::Arrange as _;
use std::ops::Range;

/// Up to how many cells a matrix is drawn whole. Larger makes the browser's own search useful for more stories, and every choice
/// slower: style and layout of 100,000 cells take a second, of this many a few milliseconds.
const WHOLE: usize = 1_500;
/// How many rows are drawn before the first table is measured.
const AT_FIRST: usize = 24;
/// How many rows are drawn beyond those in sight. Larger survives faster scrolling, smaller draws less at once.
const AROUND: usize = 4;
/// How near the edge of what is drawn the view may come before more is drawn.
const MARGIN: usize = 2;
/// The height of a row as long as none has been measured, in pixels.
const ROW: f64 = 48.0;

/// The heights of rows, as far as they are known.
#[derive(Debug, Default)]
pub struct Heights {
    /// In pixels, by row; 0 where it is not known.
    known: Vec<f64>,
    sum: f64,
    count: u32,
    /// The width at which they were measured.
    width: i32,
}

impl Heights {
    /// Forgets everything when the width is another, because then lines break elsewhere.
    pub fn at_width(&mut self, width: i32) {
        if self.width != width {
            *self = Self { width, ..Self::default() };
        }
    }

    /// Tells whether they were measured at this width.
    pub fn is_at(&self, width: i32) -> bool {
        self.width == width
    }

    /// Notes the measured height of a row.
    pub fn set(&mut self, row: usize, height: f64) {
        if height <= 0.0 {
            return;
        }
        if self.known.len() <= row {
            self.known.resize(row + 1, 0.0);
        }
        let old = std::mem::replace(&mut self.known[row], height);
        self.sum += height - old;
        self.count += u32::from(old == 0.0);
    }

    /// Returns the height of a row, or what it will be on average.
    pub fn of(&self, row: usize) -> f64 {
        match self.known.get(row) {
            Some(&height) if height > 0.0 => height,
            _ if self.count > 0 => self.sum / f64::from(self.count),
            _ => ROW,
        }
    }
}

/// Returns the places that are drawn of so many rows and columns before anything is measured.
pub fn at_first(rows: usize, columns: usize) -> Range<usize> {
    0..if is_whole(rows, columns) { rows } else { rows.min(AT_FIRST) }
}

/// Tells whether so many rows and columns are drawn whole.
pub fn is_whole(rows: usize, columns: usize) -> bool {
    rows * columns <= WHOLE
}

/// Returns the rows, given by their heights, that lie between two edges; the nearest one when none does.
pub fn between(sizes: impl Iterator<Item = f64>, start: f64, end: f64) -> Range<usize> {
    let (mut at, mut first, mut last) = (0.0, 0, 0);
    for (index, size) in sizes.enumerate() {
        if at + size <= start {
            first = index + 1;
        }
        if at < end {
            last = index + 1;
        }
        at += size;
    }
    first.min(last.saturating_sub(1))..last
}

/// Returns what to draw of `count` for what is in sight: the same as now while that reaches far enough.
pub fn around(seen: &Range<usize>, now: &Range<usize>, count: usize) -> Range<usize> {
    let near = seen.start.saturating_sub(MARGIN)..(seen.end + MARGIN).min(count);
    if now.start <= near.start && now.end >= near.end && now.end <= count && now.len() <= seen.len() + 4 * AROUND {
        return now.clone();
    }
    seen.start.saturating_sub(AROUND)..(seen.end + AROUND).min(count)
}

/// A part of the table's body.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Part {
    /// The row at this place.
    Row(usize),
    /// Empty room of this height, in pixels, in place of rows that are not drawn.
    Gap(f64),
}

/// Lays out the body: the rows at the places drawn and at those kept, and gaps of the right height between them.
pub fn parts(count: usize, drawn: &Range<usize>, keep: &[usize], height: impl Fn(usize) -> f64) -> Vec<Part> {
    let mut places: Vec<_> = (drawn.start.min(count)..drawn.end.min(count)).collect();
    places.extend(keep.iter().filter(|place| **place < count && !drawn.contains(place)));
    places.arrange();
    places.dedup();
    let (mut out, mut at) = (Vec::with_capacity(places.len() + 4), 0);
    for place in places.into_iter().chain([count]) {
        if at < place {
            out.push(Part::Gap((at..place).map(&height).sum()));
        }
        if place < count {
            out.push(Part::Row(place));
        }
        at = place + 1;
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn unknown_heights_are_the_mean_of_the_known_and_another_width_forgets_all() {
        let mut heights = Heights::default();
        heights.at_width(500);
        assert_eq!(heights.of(7), ROW);
        heights.set(3, 40.0);
        heights.set(5, 80.0);
        heights.set(5, 60.0);
        heights.set(6, 0.0);
        assert_eq!((heights.of(3), heights.of(5), heights.of(6), heights.of(900)), (40.0, 60.0, 50.0, 50.0));
        heights.at_width(500);
        assert_eq!(heights.of(3), 40.0);
        heights.at_width(400);
        assert_eq!(heights.of(3), ROW);
    }

    #[test]
    fn what_touches_the_view_is_in_sight() {
        let sizes = || [10.0, 20.0, 30.0, 40.0].into_iter();
        assert_eq!(between(sizes(), 0.0, 100.0), 0..4);
        assert_eq!(between(sizes(), 10.0, 30.0), 1..2);
        assert_eq!(between(sizes(), 9.0, 31.0), 0..3);
        assert_eq!(between(sizes(), 500.0, 600.0), 3..4, "below the end the last is the nearest");
        assert_eq!(between(sizes(), -50.0, -10.0), 0..0);
        assert_eq!(between(std::iter::empty(), 0.0, 10.0), 0..0);
    }

    #[test]
    fn nothing_is_drawn_anew_until_the_view_comes_near_the_edge_of_what_is_drawn() {
        let drawn = around(&(20..30), &(0..0), 100);
        assert_eq!(drawn, 16..34);
        assert_eq!(around(&(22..32), &drawn, 100), drawn);
        assert_eq!(around(&(23..33), &drawn, 100), 19..37);
        assert_eq!(around(&(0..10), &(0..14), 100), 0..14, "there is nothing above the first");
        assert_eq!(around(&(90..100), &(86..100), 100), 86..100);
        assert_eq!(around(&(90..96), &(86..100), 96), 86..96, "a filter took rows away");
        assert_eq!(around(&(0..10), &(0..100), 100), 0..14, "and what is far too much is given up");
    }

    #[test]
    fn gaps_stand_for_rows_that_are_not_drawn_and_what_is_kept_stands_among_them() {
        let height = |place: usize| if place == 0 { 5.0 } else { 10.0 };
        assert_eq!(
            parts(10, &(3..5), &[7, 4], height),
            [Part::Gap(25.0), Part::Row(3), Part::Row(4), Part::Gap(20.0), Part::Row(7), Part::Gap(20.0)]
        );
        assert_eq!(parts(2, &(0..2), &[], height), [Part::Row(0), Part::Row(1)]);
        assert_eq!(parts(2, &(5..9), &[8], height), [Part::Gap(15.0)], "places of a longer list are gone");
        assert_eq!(parts(0, &(0..0), &[], height), []);
    }

    #[test]
    fn all_parts_together_are_as_high_as_all_rows() {
        for (drawn, keep) in [(0..0, vec![]), (3..9, vec![0]), (90..100, vec![50, 51]), (0..100, vec![3])] {
            let rows: f64 = parts(100, &drawn, &keep, |_| 7.0)
                .iter()
                .map(|part| match part {
                    Part::Row(_) => 7.0,
                    Part::Gap(height) => *height,
                })
                .sum();
            assert_eq!(rows, 700.0);
        }
    }
}
