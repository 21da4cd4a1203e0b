//! What the tests of several rules ask of two sentences.

use super::judge::with_pair;
use super::{Rule, Stance, judge_pair};

/// Judges the second of two sentences against the first.
pub(super) fn judged(a: &str, b: &str) -> Stance {
    with_pair(a, b, |pair| judge_pair(pair).stance)
}

/// Returns the stance that a rule finds, if it finds anything.
pub(super) fn found(rule: Rule, a: &str, b: &str) -> Option<Stance> {
    with_pair(a, b, |pair| rule(pair).map(|finding| finding.stance))
}

/// Asserts how the second sentence of each pair is judged.
pub(super) fn assert_judged(pairs: &[(&str, &str, Stance)]) {
    for &(a, b, stance) in pairs {
        assert_eq!(judged(a, b), stance, "{a} | {b}");
    }
}

/// Asserts in which pairs of sentences a rule finds something.
pub(super) fn assert_found(rule: Rule, pairs: &[(&str, &str, bool)]) {
    for &(a, b, is_found) in pairs {
        assert_eq!(found(rule, a, b).is_some(), is_found, "{a} | {b}");
    }
}

/// The same, whichever of the two sentences comes first.
pub(super) fn assert_found_both_ways(rule: Rule, pairs: &[(&str, &str, bool)]) {
    assert_found(rule, pairs);
    assert_found(rule, &pairs.iter().map(|&(a, b, is_found)| (b, a, is_found)).collect::<Vec<_>>());
}

/// Asserts which stance a rule finds in each pair of sentences.
pub(super) fn assert_stances(rule: Rule, pairs: &[(&str, &str, Option<Stance>)]) {
    for &(a, b, stance) in pairs {
        assert_eq!(found(rule, a, b), stance, "{a} | {b}");
    }
}
