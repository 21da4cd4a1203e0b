//! One tells it, the other says that it is a hoax, false, denied.

use super::RuleName;
use super::candidate::Candidate;
use super::cue::denial;
use super::pair::Pair;
use super::words::Words;

/// Finds a word of denial in one claim, beside words of the other.
pub(super) fn denied(pair: &Pair<'_>, words: &Words) -> Option<Candidate> {
    let (in_a, in_b) = (denial(&pair.a), denial(&pair.b));
    if in_a.is_some() == in_b.is_some() {
        return None;
    }
    let met_a = words.a.iter().filter(|w| w.partner.is_some()).max_by(|x, y| x.weight.total_cmp(&y.weight))?;
    let met_b = words.b.get(met_a.partner?)?;
    let (cue_a, cue_b) = (in_a.unwrap_or(met_a.span), in_b.unwrap_or(met_b.span));
    Some(Candidate::led(RuleName::Denial, cue_a, cue_b, in_b.is_some()))
}
