//! A headline is judged by its cues: it is too short for the words it leaves out to mean anything.
//!
//! A question, "reportedly", "claims" or a source named for it keep the story at a distance; "hoax", "false", "denies", "not" say
//! that it is not so; a headline without any of these tells the story as its own. Known limits: a headline about a later turn of the
//! same story ("wins appeal") reads as telling it.

use super::candidate::{Candidate, candidates};
use super::cue::{denial, is_question, quoted_words, tokens};
use super::pair::{Pair, Side};
use super::words::Words;
use super::{Finding, RuleName, Stance};
use crate::span::Span;
use crate::tag::Tag;

/// The most words of a headline; longer lines are paragraphs without a stop.
const LONGEST: usize = 26;

/// Tells whether a claim has the form of a headline: no stop at its end, and capitals or names.
pub(super) fn is_headline(side: &Side<'_>) -> bool {
    let words: Vec<_> = tokens(side).filter(|(_, t)| t.is_word()).collect();
    let last = tokens(side).map(|(_, t)| t).filter(|t| !matches!(t.normal.as_str(), "\"" | "'" | ")")).last();
    if words.len() > LONGEST || words.len() < 3 || last.is_none_or(|t| t.is(".") || t.is("!") || t.is(";")) {
        return false;
    }
    let long = words.iter().filter(|(_, t)| t.normal.len() > 3).count();
    let capitals = words.iter().filter(|(_, t)| t.normal.len() > 3 && t.capital).count();
    let named = words.iter().skip(1).any(|(at, _)| side.read.tags[*at] == Tag::Name);
    // "NYPD to stop arresting …": neither article nor "be" where a description of a picture would have them.
    let clipped = !words.iter().any(|(at, _)| side.read.tags[*at] == Tag::Be)
        && !matches!(
            words[0].1.normal.as_str(),
            "a" | "an" | "the" | "two" | "three" | "some" | "i" | "we" | "you" | "they"
        );
    (words[0].1.capital || words[0].1.normal.starts_with(|c: char| c.is_ascii_digit()))
        && (capitals * 3 >= long * 2 || named || clipped)
}

/// Words by which a headline keeps what it tells at a distance, beside the hedges of running text.
const DISTANCE: &[&str] = &[
    "report",
    "reports",
    "claim",
    "claims",
    "claimed",
    "claiming",
    "says",
    "say",
    "said",
    "source",
    "sources",
    "rumor",
    "rumors",
    "rumour",
    "rumours",
    "fear",
    "fears",
    "feared",
    "could",
    "believed",
    "unknown",
    "investigate",
    "investigates",
    "investigating",
    "probe",
    "mystery",
    "doubt",
    "doubts",
    "debate",
    "unverified",
    "possible",
    "supposed",
    "hints",
    "suggest",
    "suggests",
    "might",
];

fn distance(side: &Side<'_>) -> Option<Span> {
    let hedge = || side.claim.modality.hedges.first().copied();
    let word = || tokens(side).find(|(_, t)| DISTANCE.contains(&t.normal.as_str())).map(|(_, t)| t.span);
    let mark = || tokens(side).find(|(_, t)| t.is("?")).map(|(_, t)| t.span);
    let mark = if is_question(side) { mark() } else { None };
    mark.or_else(hedge).or_else(word).or_else(|| quoted_words(side))
}

/// Shares of right answers, rounded, among headlines of Emergent, on which nothing was fitted.
const DENIED: f64 = 0.78;
const DISTANT: f64 = 0.68;
const TOLD: f64 = 0.7;

/// Words of the headline that negate so that nothing but a denial is meant; "without", "refuses", "fails" tell of other things.
const PLAIN: &[&str] = &["not", "n't", "never", "no", "none", "nobody"];

/// Tells whether a candidate is the headline's denial of the claim.
fn denies(pair: &Pair<'_>, candidate: &Candidate) -> bool {
    let Some(cue) = candidate.finding.cue_b else { return false };
    let plain = || tokens(&pair.b).any(|(_, t)| cue.contains(t.span) && PLAIN.contains(&t.normal.as_str()));
    match candidate.finding.rule {
        RuleName::Denial => denial(&pair.b) == Some(cue),
        RuleName::Negation | RuleName::NegationApart | RuleName::Quantifier => plain(),
        _ => false,
    }
}

/// Judges a headline against a claim.
pub(super) fn judge(pair: &Pair<'_>, words: &Words) -> Option<Finding> {
    if !is_headline(&pair.b) || is_question(&pair.a) || words.b.iter().all(|w| w.partner.is_none()) {
        return None;
    }
    let against = candidates(pair, words).into_iter().find(|c| denies(pair, c));
    if let Some(Candidate { finding }) = against
        && !is_question(&pair.b)
    {
        return Some(Finding { confidence: DENIED, ..finding });
    }
    if let Some(cue) = distance(&pair.b).filter(|_| distance(&pair.a).is_none()) {
        return Some(Finding { cue_b: Some(cue), ..Finding::new(Stance::Hedges, RuleName::HeadlineDistance, DISTANT) });
    }
    Some(Finding::new(Stance::Supports, RuleName::Headline, TOLD))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::stance::judge::with_pair;
    use crate::stance::words::words;

    fn rule(claim: &str, headline: &str) -> Option<&'static str> {
        with_pair(claim, headline, |pair| judge(pair, &words(pair)).map(|finding| finding.rule.as_str()))
    }

    #[test]
    fn a_headline_is_told_by_its_form() {
        let is = |text| with_pair("Rain fell.", text, |pair| is_headline(&pair.b));
        assert!(is("Mayor Resigns After Bridge Scandal"));
        assert!(is("Lyon police to stop checking bicycles"));
        assert!(!is("The mayor of Lyon resigned after the scandal."));
        assert!(!is("A woman is riding a horse"));
    }

    #[test]
    fn its_cues_decide() {
        let claim = "A shark swam through a flooded street in Houston";
        for (headline, expected) in [
            ("Shark Seen Swimming Through Flooded Houston Street", "headline"),
            ("Houston Street Shark Photo Is a Hoax", "denial"),
            ("No, A Shark Did Not Swim Through a Houston Street", "negation"),
            ("Shark Reportedly Spotted in Flooded Houston Street", "headline-distance"),
            ("Did a Shark Swim Through a Houston Street?", "headline-distance"),
            ("Shark Fails to Scare Houston Street", "headline"),
        ] {
            assert_eq!(rule(claim, headline), Some(expected), "{headline}");
        }
        assert_eq!(rule(claim, "Senate Votes on Budget Without Amendments"), None);
        assert_eq!(rule(claim, "A shark swam through a flooded street."), None);
    }
}
