//! How much of what one claim denies the other says.
//!
//! Its own file because two claims that share few words may still deny one another: where the words that meet are the ones that are denied.
//! Known limits: what is denied ends at the next mark, so that a detail behind a comma is not asked for.

use super::lone::{Lone, lone};
use crate::stance::pair::{Pair, Side};
use crate::stance::subject;
use crate::stance::words::{Word, Words, met, words};
use crate::tag::Tag;

/// The same of what the claims say, their speakers left out, where the negation turns a verb or adjective of both: "'I will not resign,' said
/// Roth" and "Roth said that she would resign" share little but that verb.
const LEAST_SAID: f64 = 0.75;

/// Tells whether a negation of one claim turns a verb or adjective that the other has too, and little else is said.
pub(super) fn turns_what_both_say(pair: &Pair<'_>, words: &Words) -> bool {
    let said = |side: &Side<'_>, list: &[Word]| met(list, |word| !side.claim.attribution.contains(&word.at));
    let turned = lone(pair, words).is_some_and(|lone| lone.turned().is_some());
    turned && said(&pair.a, &words.a).min(said(&pair.b, &words.b)) >= LEAST_SAID
}

/// Fewest words of a denial that the other claim must have, the verb among them.
const LEAST_DENIED: usize = 3;

/// Tells whether the other claim says everything that is denied, with more detail: who "paid a ransom of 9 million" did what "Medara refused
/// to pay a ransom" denies. The other way round the denial may be of the detail alone.
pub(super) fn denies_all_it_says(pair: &Pair<'_>, words: &Words) -> bool {
    let Some(lone) = lone(pair, words) else { return false };
    let said = |word: &&Word| {
        !lone.side.claim.attribution.contains(&word.at) && !lone.cues.iter().any(|cue| cue.overlaps(word.span))
    };
    let denied: Vec<&Word> = lone.ours.iter().filter(said).collect();
    finds_nothing(&lone)
        || lone.turned().is_some() && denied.len() >= LEAST_DENIED && denied.iter().all(|word| word.partner.is_some())
}

/// What is found where something is so.
const SIGNS: &[&str] = &["evidence", "proof", "sign", "indication"];

/// Tells whether one claim finds no sign of all that the other finds: "found no evidence that she lied", "found that she lied".
fn finds_nothing(lone: &Lone<'_>) -> bool {
    let Some(cue) = lone.cues.first() else { return false };
    let at = lone.side.read.tokens_of(*cue).start;
    let sign = |word: &Word| word.at == at + 1 && SIGNS.contains(&word.normal.as_str());
    let told = |word: &&Word| !sign(word) && word.at != at && !lone.side.claim.attribution.contains(&word.at);
    let found = lone.ours.iter().rev().find(|word| word.at < at && matches!(word.tag, Tag::Verb(_)));
    lone.cues.len() == 1
        && lone.ours.iter().any(sign)
        && found.is_some_and(|verb| verb.partner.is_some())
        && lone.ours.iter().filter(told).all(|word| word.partner.is_some())
}

/// Tells whether the other claim says of the same what the negated verb denies: "searched her office and her house" and "her home was not
/// searched". Who does it may be told with other words beside, or left out by a passive; all that stands behind the denied verb must meet.
pub(super) fn denies_its_act(pair: &Pair<'_>, words: &Words) -> Option<bool> {
    let lone = lone(pair, words)?;
    let other = if lone.in_b { &pair.a } else { &pair.b };
    let (cue, denied) = lone.turned()?;
    let done = lone.theirs.get(denied.partner?)?;
    let verbs = matches!((denied.tag, done.tag), (Tag::Verb(_), Tag::Verb(_)));
    let breaks = |at: &usize| lone.side.read.tags[*at].ends_clause();
    let end = (denied.at..lone.side.read.tags.len()).find(breaks).unwrap_or(usize::MAX);
    let told = |word: &&Word| {
        (denied.at + 1..end).contains(&word.at)
            && !lone.side.claim.attribution.contains(&word.at)
            && !lone.side.read.is_dated(word.span)
    };
    let behind: Vec<&Word> = lone.ours.iter().filter(told).collect();
    let all = behind.iter().all(|word| word.partner.is_some());
    let (by, passive) = subject::told_of(lone.side, denied.at);
    let (by_other, passive_other) = subject::told_of(other, done.at);
    // Who or what the verb is done to, else who does it.
    let acts_upon = !passive && behind.iter().any(|word| word.tag.is_nominal());
    // Nobody is everybody's denial, where or of what it is denied.
    let nobody = NOBODY.contains(&cue.slice(lone.side.text).to_lowercase().as_str()) && !behind.is_empty();
    let same = nobody
        || if acts_upon {
            passive_other
                || !by.is_empty() && by.is_subset(&by_other)
                || !by_other.is_empty() && by_other.is_subset(&by)
        } else {
            !by.is_empty() && by.iter().all(|&term| other.says(term))
        };
    Some(verbs && all && same)
}

/// Tells whether the last noun of a denial that both have only tells in the other claim whose something else is: who sold "the pool's barn" did
/// not sell the pool.
pub(super) fn denies_the_owner(pair: &Pair<'_>) -> bool {
    let words = words(pair);
    let Some(lone) = lone(pair, &words) else { return false };
    let other = if lone.in_b { &pair.a } else { &pair.b };
    let owns = |side: &Side<'_>, at: usize| side.read.tokens.get(at + 1).is_some_and(|next| next.is("'s"));
    let last = lone.ours.iter().rfind(|word| {
        word.partner.is_some() && word.tag == Tag::Noun && !lone.side.claim.attribution.contains(&word.at)
    });
    last.is_some_and(|word| {
        let met = word.partner.and_then(|at| lone.theirs.get(at));
        !owns(lone.side, word.at) && met.is_some_and(|met| owns(other, met.at))
    })
}

/// Subjects that leave out nobody.
const NOBODY: &[&str] = &["nobody", "none"];
