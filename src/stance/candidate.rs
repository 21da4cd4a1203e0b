//! Candidates for a contradiction: every named incompatibility that the words of a pair show, each with its two cues.
//!
//! A step of its own because finding two cues and believing them are different questions: the rules here look only at the words, the
//! model weighs them with the rest of the pair. Without a candidate nothing is called a contradiction.

use super::pair::Pair;
use super::words::Words;
use super::{
    Finding, RuleName, Stance, caption, contrast, date, denial, exclusive, name, negation, opposite, place, quantifier,
    quantity, role,
};
use crate::span::Span;
use crate::tag::Tag;

/// An incompatibility that the words show.
#[derive(Debug, Clone)]
pub(super) struct Candidate {
    /// What would be said of it.
    pub(super) finding: Finding,
}

impl Candidate {
    /// Makes a candidate in which one claim does something with the other, as denying it: its cue is told first.
    pub(super) fn led(rule: RuleName, cue_a: Span, cue_b: Span, second_leads: bool) -> Self {
        let mut made = Self::new(rule, cue_a, cue_b);
        made.finding.second_leads = second_leads;
        made
    }

    /// Makes a candidate from a rule's name and both cues.
    pub(super) fn new(rule: RuleName, cue_a: Span, cue_b: Span) -> Self {
        let finding =
            Finding { cue_a: Some(cue_a), cue_b: Some(cue_b), ..Finding::new(Stance::Contradicts, rule, 0.6) };
        Self { finding }
    }
}

/// A rule that looks for one kind of incompatibility.
type Look = fn(&Pair<'_>, &Words) -> Option<Candidate>;

/// The rules, the surest first: the first that finds something gives the reason. Those marked true find two things of which a scene
/// can hold only one; of two descriptions that each introduce a thing anew they say nothing.
const LOOKS: &[(Look, bool)] = &[
    (denial::denied, false),
    (negation::turned, false),
    (quantifier::none_against_some, true),
    (opposite::antonyms, true),
    (quantity::other_number, true),
    (exclusive::alternatives, true),
    (role::swapped, true),
    (name::other_name, true),
    (negation::mismatched, false),
    (negation::turned_apart, true),
];

/// Returns the incompatibilities of a pair, the surest first.
pub(super) fn candidates(pair: &Pair<'_>, words: &Words) -> Vec<Candidate> {
    let sure = [date::different_date(pair), place::different_place(pair)];
    let sure =
        sure.into_iter().flatten().filter(|f| f.stance == Stance::Contradicts).map(|finding| Candidate { finding });
    let apart = caption::are_apart(pair, words);
    let looks = LOOKS.iter().filter(|(_, one_thing)| !(apart && *one_thing));
    let named = are_of_somebody(words);
    let of_one = |candidate: &Candidate| !named || !tells_of_two(pair, &candidate.finding);
    sure.chain(looks.filter_map(|(look, _)| look(pair, words)).filter(of_one)).collect()
}

/// Tells whether two sentences name somebody or something in common, as reports do and descriptions of pictures do not.
fn are_of_somebody(words: &Words) -> bool {
    words.a.iter().any(|word| word.tag == Tag::Name && word.partner.is_some())
}

/// Tells whether two reports tell of two things, parts or times, so that what they say goes together.
fn tells_of_two(pair: &Pair<'_>, finding: &Finding) -> bool {
    let (Some(a), Some(b)) = (finding.cue_a, finding.cue_b) else { return false };
    match finding.rule {
        RuleName::Quantity => contrast::are_figures_apart(pair, a, b),
        RuleName::Opposite | RuleName::Exclusive => contrast::are_words_apart(pair, a, b),
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::stance::judge::with_pair;
    use crate::stance::words::words;

    /// The rules that find something in a pair, with their cues.
    fn found(a: &str, b: &str) -> Vec<(&'static str, String, String)> {
        with_pair(a, b, |pair| {
            let cue = |text: &str, span: Option<Span>| span.map(|s| s.slice(text).to_owned()).unwrap_or_default();
            let all = candidates(pair, &words(pair)).into_iter().map(|c| c.finding);
            all.map(|f| (f.rule.as_str(), cue(a, f.cue_a), cue(b, f.cue_b))).collect()
        })
    }

    #[test]
    fn each_incompatibility_is_found_with_its_two_cues() {
        for (a, b, rule, cue_a, cue_b) in [
            ("The ferry sank near Naples.", "The report that the ferry sank is false.", "denial", "ferry", "false"),
            (
                "The senator left the party.",
                "The senator did not leave the party.",
                "negation",
                "left",
                "did not leave",
            ),
            ("Two firemen were hurt.", "Nobody was hurt.", "quantifier", "Two", "Nobody"),
            ("The road to the coast is safe.", "The road to the coast is dangerous.", "opposite", "safe", "dangerous"),
            (
                "The storm cut 40 power lines.",
                "The storm cut 65 power lines.",
                "quantity",
                "40 power lines",
                "65 power lines",
            ),
            ("The robbers drove a red van.", "The robbers drove a blue van.", "exclusive", "red", "blue"),
            ("The doctor sued the hospital.", "The hospital sued the doctor.", "role", "doctor", "hospital"),
            ("He was born in Lisbon in spring.", "He was born in Porto in spring.", "name", "Lisbon", "Porto"),
            ("She stayed at home.", "Nothing could keep her.", "negation-apart", "stayed", "Nothing could keep"),
            (
                "He never called, so she did not wait.",
                "He called, but she did not wait for him, never.",
                "negation-of",
                "never called",
                "called",
            ),
            ("The Peruvian tenor sang.", "The Chilean tenor sang.", "exclusive", "Peruvian", "Chilean"),
        ] {
            let all = found(a, b);
            let expected = (rule, cue_a, cue_b);
            assert!(all.iter().any(|(r, x, y)| (*r, x.as_str(), y.as_str()) == expected), "{a} | {b}: {all:?}");
        }
    }

    #[test]
    fn what_can_both_be_so_gives_no_candidate() {
        for (a, b) in [
            ("The senator left the party.", "The senator quit the party after a quarrel."),
            ("No, the bridge did not fall.", "The bridge did not fall."),
            ("Sales did not rise.", "Sales fell."),
            ("The storm cut 40 power lines.", "The storm cut about 40 power lines and blocked the road."),
            ("A red and a blue van stood there.", "A blue van stood there."),
            ("Italy was defeated by Spain.", "Spain defeated Italy."),
            ("He was born in Lisbon.", "He died in Porto."),
            ("There is no man dancing.", "A woman is singing."),
            ("A boy is carving a wooden whistle", "A girl is carving a boat"),
            ("There is no man carrying a ladder through the rain", "A man is asleep on a bench"),
            ("The hotel charged a no-show fee.", "The hotel charged a fee."),
            ("Sales reached 1.98 billion euros.", "Sales reached almost 2 billion euros."),
            ("It took 70 minutes to free the choir.", "It took an hour and 10 minutes to free the choir."),
            ("The ferry left Naples at 2:10 a.m. on Monday.", "The ferry reached Naples at 5:30 a.m. on Monday."),
            (
                "Ana Ruiz lives in a white house above the harbour of Soria with three dogs.",
                "Neighbours say Ana Ruiz never sold the painting that an aunt in Cork left her.",
            ),
        ] {
            assert_eq!(found(a, b).first(), None, "{a} | {b}");
        }
    }
}
