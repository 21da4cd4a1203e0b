//! The two put the same thing in different places: "55 km south of" and "55 km west of" one town.

use super::pair::{Pair, Side};
use super::{Finding, RuleName, Stance};
use crate::claim::bearing::{Bearing, compare};
use crate::claim::quantity::Relation;

/// Finds bearings from one named place that cannot both be so.
pub(super) fn different_place(pair: &Pair<'_>) -> Option<Finding> {
    let (ours, theirs) = (of_claim(&pair.a), of_claim(&pair.b));
    for a in &ours {
        for b in &theirs {
            if compare(a, b) == Some(Relation::Different) {
                return Some(Finding {
                    cue_a: Some(a.span),
                    cue_b: Some(b.span),
                    ..Finding::new(Stance::Contradicts, RuleName::DifferentPlace, 0.8)
                });
            }
        }
    }
    None
}

fn of_claim<'p>(side: &Side<'p>) -> Vec<&'p Bearing> {
    side.read.bearings.iter().filter(|b| side.holds(b.span)).collect()
}
