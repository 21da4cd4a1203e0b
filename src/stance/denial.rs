//! One tells it, the other says that it is a hoax, false, denied.

use super::candidate::Candidate;
use super::cue::denial;
use super::pair::Pair;
use super::words::Words;

/// Finds a word of denial in one claim, beside words of the other.
pub(super) fn denied(pair: &Pair<'_>, words: &Words) -> Option<Candidate> {
    let (in_a, in_b) = (denial(&pair.a), denial(&pair.b));
    let (word, who, other) = match (in_a, in_b) {
        (Some(cue), None) => (pair.a.words(cue), "{a}", "{b}"),
        (None, Some(cue)) => (pair.b.words(cue), "{b}", "{a}"),
        _ => return None,
    };
    let met_a = words.a.iter().filter(|w| w.partner.is_some()).max_by(|x, y| x.weight.total_cmp(&y.weight))?;
    let met_b = words.b.get(met_a.partner?)?;
    Some(Candidate::new(
        "denial",
        format!("{who} says “{word}” of what {other} tells."),
        in_a.unwrap_or(met_a.span),
        in_b.unwrap_or(met_b.span),
    ))
}
