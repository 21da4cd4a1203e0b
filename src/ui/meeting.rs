//! Where the passages of several articles meet: the one height at which all of them can stand, and how one article follows another.
//!
//! Pure arithmetic on heights in pixels, so that it is tested without a browser; `scrolling.rs` measures and moves.

use super::passage::Article;
use crate::matrix::Verdict;
use crate::order::Gather as _;
use std::collections::BTreeMap;

/// A box whose passage is to be brought to the common height.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Passage {
    /// Top of the passage in the text, from the text's own top.
    pub top: f64,
    /// How far the box can be scrolled.
    pub reach: f64,
}

/// Where the passages meet.
#[derive(Debug, Clone, PartialEq)]
pub struct Meeting {
    /// How far each box is scrolled.
    pub scroll: Vec<f64>,
    /// How much room each text needs below its end, so that its passage can come up so high.
    pub room: Vec<f64>,
}

/// Finds the height nearest to the wanted one at which every passage can stand.
///
/// A text cannot be pulled down below its beginning, so the passage nearest to its beginning limits the height; a text that would
/// have to be pushed up beyond its end gets room below.
pub fn meet(passages: &[Passage], wanted: f64) -> Meeting {
    let highest = passages.iter().map(|passage| passage.top).fold(f64::INFINITY, f64::min);
    let lowest = passages.iter().map(|passage| passage.top - passage.reach).fold(0.0, f64::max);
    let height = wanted.max(lowest).min(highest);
    let scroll: Vec<_> = passages.iter().map(|passage| (passage.top - height).max(0.0)).collect();
    let room = passages.iter().zip(&scroll).map(|(passage, scroll)| (scroll - passage.reach).max(0.0)).collect();
    Meeting { scroll, room }
}

/// Pairs the marked pieces of two articles that are evidence for the same claims: those that come in the same order in both.
///
/// Of passages told in different orders the longest chain counts, so that one that has moved does not throw the reader about.
pub fn landmarks(a: &Article, b: &Article) -> Vec<(usize, usize)> {
    let (here, there) = (first_marks(a), first_marks(b));
    let pairs = here.iter().filter_map(|(row, here)| Some((*here, *there.get(row)?)));
    let pairs = pairs.gather_set();
    longest_chain(&pairs.into_iter().collect::<Vec<_>>())
}

/// Returns the first mark of each row in an article.
fn first_marks(article: &Article) -> BTreeMap<usize, usize> {
    let mut first = BTreeMap::new();
    for piece in article.marked().filter(|piece| piece.verdict != Some(Verdict::SingleSource)) {
        for row in &piece.rows {
            if let Some(mark) = piece.mark {
                first.entry(*row).or_insert(mark);
            }
        }
    }
    first
}

/// Returns the longest run of pairs, in order, in which both numbers grow.
fn longest_chain(pairs: &[(usize, usize)]) -> Vec<(usize, usize)> {
    // For each pair the longest chain that ends with it, and the pair before it there.
    let mut best: Vec<(usize, Option<usize>)> = Vec::with_capacity(pairs.len());
    for (at, pair) in pairs.iter().enumerate() {
        let before = (0..at).filter(|&other| pairs[other].0 < pair.0 && pairs[other].1 < pair.1);
        let before = before.max_by_key(|&other| (best[other].0, std::cmp::Reverse(other)));
        best.push((before.map_or(1, |before| best[before].0 + 1), before));
    }
    let mut at = (0..pairs.len()).max_by_key(|&at| (best[at].0, std::cmp::Reverse(at)));
    let mut chain = Vec::new();
    while let Some(here) = at {
        chain.push(pairs[here]);
        at = best[here].1;
    }
    chain.reverse();
    chain
}

/// Returns the height in one text that belongs to a height in another, by landmarks of both in growing order: between two
/// landmarks in proportion, before the first and after the last by the distance from it.
pub fn follow(landmarks: &[(f64, f64)], height: f64) -> Option<f64> {
    let next = landmarks.iter().position(|(here, _)| *here > height);
    Some(match next {
        Some(next) if next > 0 => {
            let ((a, b), (c, d)) = (landmarks[next - 1], landmarks[next]);
            if c - a < 1.0 { b } else { b + (height - a) * (d - b) / (c - a) }
        }
        Some(_) => {
            let (here, there) = *landmarks.first()?;
            there - (here - height)
        }
        None => {
            let (here, there) = *landmarks.last()?;
            there + (height - here)
        }
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn passage(top: f64, reach: f64) -> Passage {
        Passage { top, reach }
    }

    /// Where each passage stands in its box.
    fn heights(passages: &[Passage], meeting: &Meeting) -> Vec<f64> {
        passages.iter().zip(&meeting.scroll).map(|(passage, scroll)| passage.top - scroll).collect()
    }

    #[test]
    fn passages_in_the_middle_meet_at_the_wanted_height() {
        let passages = [passage(800.0, 2000.0), passage(500.0, 900.0)];
        let meeting = meet(&passages, 150.0);
        assert_eq!(heights(&passages, &meeting), [150.0, 150.0]);
        assert_eq!(meeting.room, [0.0, 0.0]);
    }

    #[test]
    fn a_passage_at_the_beginning_raises_the_others() {
        let passages = [passage(800.0, 2000.0), passage(20.0, 900.0)];
        assert_eq!(heights(&passages, &meet(&passages, 150.0)), [20.0, 20.0]);
    }

    #[test]
    fn a_passage_at_the_end_lowers_the_others_as_far_as_they_can_go() {
        let passages = [passage(800.0, 2000.0), passage(1300.0, 900.0)];
        let meeting = meet(&passages, 150.0);
        assert_eq!(heights(&passages, &meeting), [400.0, 400.0]);
        assert_eq!(meeting.room, [0.0, 0.0]);
    }

    #[test]
    fn a_beginning_and_an_end_meet_with_room_below_the_end() {
        let passages = [passage(20.0, 2000.0), passage(1300.0, 900.0)];
        let meeting = meet(&passages, 150.0);
        assert_eq!(heights(&passages, &meeting), [20.0, 20.0]);
        assert_eq!(meeting.room, [0.0, 380.0]);
    }

    #[test]
    fn a_text_that_fits_its_box_stays_and_the_others_come_to_it() {
        let passages = [passage(300.0, 0.0), passage(1000.0, 900.0)];
        let meeting = meet(&passages, 150.0);
        assert_eq!(meeting.scroll, [0.0, 700.0]);
        assert_eq!(meet(&[], 150.0), Meeting { scroll: vec![], room: vec![] });
    }

    #[test]
    fn the_longest_chain_leaves_out_what_was_moved() {
        assert_eq!(
            longest_chain(&[(0, 5), (1, 1), (2, 2), (3, 9), (4, 3), (5, 4)]),
            [(1, 1), (2, 2), (4, 3), (5, 4)],
            "neither the passage told late nor the one told early"
        );
        assert_eq!(longest_chain(&[(1, 1), (1, 2), (2, 2)]), [(1, 1), (2, 2)]);
        assert!(longest_chain(&[]).is_empty());
    }

    #[test]
    fn one_text_follows_the_other_from_landmark_to_landmark() {
        let landmarks = [(100.0, 50.0), (200.0, 450.0), (300.0, 460.0)];
        assert_eq!(follow(&landmarks, 150.0), Some(250.0));
        assert_eq!(follow(&landmarks, 200.0), Some(450.0));
        assert_eq!(follow(&landmarks, 80.0), Some(30.0));
        assert_eq!(follow(&landmarks, 330.0), Some(490.0));
        assert_eq!(follow(&[], 10.0), None, "without a shared passage it stays");
        assert_eq!(follow(&[(5.0, 5.0), (5.0, 9.0)], 4.0), Some(4.0));
    }
}
