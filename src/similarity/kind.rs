//! What a claim gives whatever its words: a day, a percentage, that something is not certain.
//!
//! A file of its own because these terms stand for the kind of thing that is told: a trial is set for May 12 in one report and for May 19
//! in another, 90 percent of the staff voted for it here and 86 percent there, and what may happen is told beside what may happen. How often
//! each is told in a story says how much it tells. Tried as well, and left out: times of the day (.006 of the rows of the gold stories
//! lost), "will" and negations (.002 to .008 of those of the unread ones), days of the week and quotations (as much lost as won);
//! a verb and the noun beside it as one term (.002 to .023 of the rows lost in each set, and none won where it counts for claims that share it alone).

use super::Vocabulary;
use crate::ablation::weight;
use crate::claim::quantity::Unit;
use crate::claim::{Claim, Read};
use crate::span::Span;

/// Factor on a day of a month, whichever it is. Larger joins what happens on different days: at 2 some .003 of the rows of the gold and the
/// read stories are lost, without it .006 of those of the invented and the unread ones.
const DAY_FACTOR: f64 = 1.0;

/// Factor on a percentage, whatever it is of. Larger joins shares of different things; at .5 some .003 more relations are right in the
/// invented and the unread stories.
const PERCENT_FACTOR: f64 = 0.5;

/// Factor on what is hedged. Larger joins different doubts; at .7 some .003 more relations are right in the gold stories and .005 more rows in
/// the read ones.
const HEDGED_FACTOR: f64 = 0.7;

/// Returns the terms of the kinds of things that a claim gives, each with its factor.
pub(super) fn kinds(vocabulary: &mut Vocabulary, claim: &Claim, read: &Read) -> Vec<(u32, f64)> {
    let extent = claim.extent();
    let held = |span: Span| claim.spans.iter().any(|own| own.overlaps(span));
    let day = read.dates_in(extent).iter().any(|date| date.day.is_some() && held(date.span));
    let percent =
        read.quantities_in(extent).iter().any(|quantity| quantity.unit == Unit::Percent && held(quantity.span));
    let found = [
        (day, "@day", DAY_FACTOR),
        (percent, "@percent", PERCENT_FACTOR),
        (claim.modality.is_hedged(), "@hedged", HEDGED_FACTOR),
    ];
    let found = found.into_iter().filter(|(given, ..)| *given);
    found.map(|(_, term, factor)| (vocabulary.term(term), weight(&term[1..], factor, 0.0))).collect()
}

#[cfg(test)]
mod tests {
    use crate::stance::Stance;
    use crate::testing::rows;

    #[test]
    fn one_trial_on_two_days_is_one_row_and_two_trials_are_two() {
        let stances = |b: &str| {
            let a = "Beck is held in Lund. His trial will begin on May 12.";
            let row = rows([a, b]).into_iter().find(|row| row.statement.contains("May"));
            row.map(|row| row.cells.into_iter().map(|cell| cell.stance).collect::<Vec<_>>())
        };
        let told = stances("The jury was chosen. A judge wants the trial of the baker to open on May 19.").unwrap();
        assert!(!told.contains(&Stance::Omits), "{told:?}");
        let other = stances("The bakery was sold. It opens again on May 19.").unwrap();
        assert!(other.contains(&Stance::Omits), "{other:?}");
    }
}
