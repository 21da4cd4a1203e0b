//! The sentences in English.

use super::super::rule::RuleName;
use super::{Grounds, QuotedCue};

fn quote(cue: &QuotedCue) -> String {
    let inside = |c| match c {
        '“' => '‘',
        '”' | '"' => '’',
        c => c,
    };
    super::quote(&cue.words, ['“', '”'], inside)
}

/// Joins quoted words: "“a”, “b” or “c”".
fn list(cues: &[QuotedCue], and: &str) -> String {
    let quoted: Vec<String> = cues.iter().map(quote).collect();
    match quoted.as_slice() {
        [] => String::new(),
        [only] => only.clone(),
        [first @ .., last] => format!("{} {and} {last}", first.join(", ")),
    }
}

/// Sets the words of the two sources against each other, and says what follows from it.
fn against(g: &Grounds<'_>, so: &str) -> Option<String> {
    let [one, other] = g.both()?;
    let so = if g.is_doubted() { "; they may not be speaking of the same thing." } else { so };
    Some(format!("{} says {}, {} says {}{so}", g.home, quote(one), g.judged, quote(other)))
}

pub(super) fn sentence(g: &Grounds<'_>) -> Option<String> {
    let (home, judged) = (g.home, g.judged);
    Some(match g.rule {
        RuleName::SameWords => format!("{judged} says it in nearly the same words as {home}."),
        RuleName::SameStatement if g.cues.is_empty() => {
            format!("{judged} says much the same as {home}; no difference was found.")
        }
        RuleName::SameStatement => {
            format!("Like {home}, {judged} mentions {}; no difference was found.", list(&g.cues, "and"))
        }
        RuleName::SameQuantity => {
            let [one, other] = g.both()?;
            if one.says_as(other) {
                format!("{judged} gives the same figure, {}.", quote(other))
            } else {
                format!("{judged} gives the same figure: {}, where {home} says {}.", quote(other), quote(one))
            }
        }
        RuleName::PartOfIt if g.cues.is_empty() => {
            format!("{judged} says part of what {home} says, or the same with other details.")
        }
        RuleName::PartOfIt => format!("Unlike {home}, {judged} does not mention {} here.", list(&g.cues, "or")),
        RuleName::Alike => format!("{judged} speaks of the same thing as {home}, in other words."),
        RuleName::DifferentQuantity | RuleName::Quantity | RuleName::DifferentDate | RuleName::DifferentPlace => {
            against(g, ".")?
        }
        RuleName::VaguerQuantity | RuleName::VaguerDate => {
            let [one, other] = g.both()?;
            format!("{home} says {}, {judged} says {}; both can be right.", quote(one), quote(other))
        }
        RuleName::Opposite if g.is_doubted() => against(g, "; they may not be speaking of the same thing.")?,
        RuleName::OtherWord => against(g, "; no other difference was found.")?,
        RuleName::Opposite | RuleName::Quantifier | RuleName::Rank | RuleName::Corrected => {
            against(g, "; they cannot both be right.")?
        }
        RuleName::Exclusive => against(g, "; only one of them can be right.")?,
        RuleName::Negation | RuleName::NegationOf | RuleName::NegationApart => {
            let [not, so] = g.two()?;
            let end = if g.is_doubted() { "; they may not be speaking of the same thing" } else { "" };
            format!("{} says {} where {} says {}{end}.", g.holder(not), quote(not), g.other(not), quote(so))
        }
        RuleName::Undecided => against(g, "; what is decided is no longer open.")?,
        RuleName::Revoked => against(g, "; what was taken back no longer holds.")?,
        RuleName::Denial => {
            let [denial, _] = g.two()?;
            format!("{} says {} of what {} reports.", g.holder(denial), quote(denial), g.other(denial))
        }
        RuleName::Role => {
            let [one, other] = g.both()?;
            format!("What {home} says of {}, {judged} says of {}.", quote(one), quote(other))
        }
        RuleName::Name => {
            let [one, other] = g.both()?;
            let end = if g.is_doubted() { "; they may not be speaking of the same thing" } else { "" };
            format!("{home} names {}, {judged} names {}{end}.", quote(one), quote(other))
        }
        RuleName::DifferentPerson => {
            let [one, other] = g.both()?;
            format!("{home} names {}, {judged} names {} for the same office.", quote(one), quote(other))
        }
        RuleName::Framing => {
            let [one, other] = g.both()?;
            format!("{home} tells it with {}, {judged} with {}.", quote(one), quote(other))
        }
        RuleName::Cause => {
            let [one, other] = g.both()?;
            format!("{home} gives {} as the cause, {judged} {}.", quote(one), quote(other))
        }
        RuleName::Scope => {
            let [one, other] = g.both()?;
            format!("{home} says it of {}, {judged} of {}.", quote(one), quote(other))
        }
        RuleName::OtherSpeaker => {
            let [one, other] = g.both()?;
            format!("{home} has it from {}, {judged} from {}.", quote(one), quote(other))
        }
        RuleName::Hedge => {
            let hedge = g.first()?;
            format!("{} leaves it open with {}; {} says it plainly.", g.holder(hedge), quote(hedge), g.other(hedge))
        }
        RuleName::Headline => format!("{judged} says it in a headline, without doubt or denial."),
        RuleName::HeadlineDistance => {
            let cue = g.first()?;
            if cue.words == "?" {
                format!("{judged} puts it as a question.")
            } else {
                format!("{judged} keeps it at a distance with {}.", quote(cue))
            }
        }
        RuleName::Statement => "The claim is taken from these words.".to_owned(),
        RuleName::NotFound => format!("No sentence in {judged} says this."),
        RuleName::Language => "The text is in a language that is not analysed yet.".to_owned(),
        RuleName::Excerpt => "Only an excerpt of the article is given, so what it leaves out is not known.".to_owned(),
        RuleName::LacksWords => {
            format!("The passage does not mention {}.", list(Some(g.cues.as_slice()).filter(|c| !c.is_empty())?, "or"))
        }
        RuleName::FewWords => "The passage has hardly a word in common with the claim.".to_owned(),
        RuleName::OtherStatement => {
            "The passage has words in common with the claim but says something else.".to_owned()
        }
    })
}

pub(super) fn title(rule: RuleName) -> &'static str {
    match rule {
        RuleName::SameWords => "same words",
        RuleName::SameStatement => "same statement",
        RuleName::SameQuantity => "same figure",
        RuleName::PartOfIt => "part of it",
        RuleName::Alike => "other words",
        RuleName::DifferentQuantity | RuleName::Quantity => "different figure",
        RuleName::VaguerQuantity => "vaguer figure",
        RuleName::DifferentDate => "different date",
        RuleName::VaguerDate => "vaguer date",
        RuleName::DifferentPlace => "different place",
        RuleName::Opposite => "opposite words",
        RuleName::OtherWord => "another word",
        RuleName::Exclusive => "one or the other",
        RuleName::Quantifier => "none or some",
        RuleName::Rank => "different rank",
        RuleName::Corrected => "correction",
        RuleName::Undecided => "open or decided",
        RuleName::Revoked => "taken back",
        RuleName::Negation | RuleName::NegationOf | RuleName::NegationApart => "negation",
        RuleName::Denial => "denial",
        RuleName::Role => "parts swapped",
        RuleName::Name => "different name",
        RuleName::DifferentPerson => "different person",
        RuleName::Framing => "framing",
        RuleName::Cause => "another cause",
        RuleName::Scope => "scope",
        RuleName::OtherSpeaker => "another speaker",
        RuleName::Hedge => "hedge",
        RuleName::Headline => "headline",
        RuleName::HeadlineDistance => "distance in a headline",
        RuleName::Statement => "source of the claim",
        RuleName::NotFound => "not found",
        RuleName::Language => "language",
        RuleName::Excerpt => "excerpt",
        RuleName::LacksWords => "words missing",
        RuleName::FewWords => "hardly a word shared",
        RuleName::OtherStatement => "another statement",
    }
}
