//! Puts lists in order, by little code.
//!
//! A file of its own because the sorts of the standard library are made anew for each type that is sorted: forty kinds of lists took a
//! tenth of the module that readers load. Here the order is worked out on places, by one function for all types, and only the exchange of
//! two things is made anew. The order is stable. Known limit: large lists of plain numbers take about twice as long.

use std::cmp::Ordering;
use std::collections::{BTreeMap, BTreeSet};

/// Puts a list in order; equal things keep theirs.
pub(crate) trait Arrange<T> {
    /// Puts the least first.
    fn arrange(&mut self)
    where
        T: Ord;

    /// Puts the thing with the least key first.
    fn arrange_by_key<K: Ord>(&mut self, key: impl FnMut(&T) -> K);

    /// Puts first what the comparison finds less.
    fn arrange_by(&mut self, compare: impl FnMut(&T, &T) -> Ordering);
}

impl<T> Arrange<T> for [T] {
    fn arrange(&mut self)
    where
        T: Ord,
    {
        self.arrange_by(T::cmp);
    }

    fn arrange_by_key<K: Ord>(&mut self, mut key: impl FnMut(&T) -> K) {
        self.arrange_by(|a, b| key(a).cmp(&key(b)));
    }

    fn arrange_by(&mut self, mut compare: impl FnMut(&T, &T) -> Ordering) {
        let list = &*self;
        let places = places(list.len(), &mut |a, b| compare(&list[a], &list[b]) == Ordering::Less);
        exchange(places, &mut |a, b| self.swap(a, b));
    }
}

/// Works out by merging which thing belongs at each place; `is_less` compares the things at two places.
fn places(count: usize, is_less: &mut dyn FnMut(usize, usize) -> bool) -> Vec<usize> {
    let mut from: Vec<usize> = (0..count).collect();
    let mut merged = Vec::with_capacity(count);
    let mut width = 1;
    while width < count {
        for runs in from.chunks(2 * width) {
            let (mut left, mut right) = runs.split_at(width.min(runs.len()));
            // Most lists are nearly in order already.
            if let (Some(&last), Some(&first)) = (left.last(), right.first())
                && is_less(first, last)
            {
                while let (Some(&a), Some(&b)) = (left.first(), right.first()) {
                    let side = if is_less(b, a) { &mut right } else { &mut left };
                    merged.push(side[0]);
                    *side = &side[1..];
                }
            }
            merged.extend_from_slice(left);
            merged.extend_from_slice(right);
        }
        std::mem::swap(&mut from, &mut merged);
        merged.clear();
        width *= 2;
    }
    from
}

/// Brings everything to its place by exchanging two things at a time.
fn exchange(mut places: Vec<usize>, swap: &mut dyn FnMut(usize, usize)) {
    for start in 0..places.len() {
        let mut here = start;
        loop {
            let next = std::mem::replace(&mut places[here], here);
            if next == start {
                break;
            }
            swap(here, next);
            here = next;
        }
    }
}

/// Collects sets and maps; the ways of the standard library sort before.
pub(crate) trait Gather: Iterator + Sized {
    /// Collects a set.
    fn gather_set(self) -> BTreeSet<Self::Item>
    where
        Self::Item: Ord,
    {
        let mut set = BTreeSet::new();
        self.for_each(|thing| _ = set.insert(thing));
        set
    }

    /// Collects a map, in which the last of equal keys counts.
    fn gather_map<K: Ord, V>(self) -> BTreeMap<K, V>
    where
        Self: Iterator<Item = (K, V)>,
    {
        let mut map = BTreeMap::new();
        self.for_each(|(key, value)| _ = map.insert(key, value));
        map
    }
}

impl<I: Iterator> Gather for I {}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn nothing_and_one_thing_are_in_order() {
        let mut list: [u8; 0] = [];
        list.arrange();
        let mut list = ["one"];
        list.arrange();
        assert_eq!(list, ["one"]);
    }

    proptest! {
        #[test]
        fn lists_come_into_the_order_of_the_standard_library(list in prop::collection::vec((0_u8..9, any::<u8>()), 0..200)) {
            let (mut ours, mut theirs) = (list.clone(), list.clone());
            ours.arrange();
            theirs.sort();
            prop_assert_eq!(&ours, &theirs);
            let (mut ours, mut theirs) = (list.clone(), list.clone());
            ours.arrange_by_key(|pair| pair.0);
            theirs.sort_by_key(|pair| pair.0);
            prop_assert_eq!(ours, theirs, "equal things keep their order");
            let (mut ours, mut theirs) = (list.clone(), list.clone());
            ours.arrange_by(|a, b| b.1.cmp(&a.1).then(a.0.cmp(&b.0)));
            theirs.sort_by(|a, b| b.1.cmp(&a.1).then(a.0.cmp(&b.0)));
            prop_assert_eq!(ours, theirs);
            prop_assert_eq!(list.iter().copied().gather_set(), list.iter().copied().collect::<BTreeSet<_>>());
            prop_assert_eq!(list.iter().copied().gather_map(), list.into_iter().collect::<BTreeMap<_, _>>());
        }
    }
}
