//! What one document does with a claim: the stances, and the rules that tell them apart.
//!
//! Every judgement is made by a named rule from words that can be shown. The rules look at a pair of claims that the alignment has put
//! in one row, in the order of [`RULES`]; the first that finds something decides. A contradiction always rests on two cues.

mod candidate;
mod caption;
mod cause;
mod contrast;
mod corrected;
mod cue;
mod date;
mod denial;
mod exclusive;
mod features;
mod framing;
mod gram;
mod headline;
mod hedging;
pub mod judge;
mod likeness;
pub mod model;
mod name;
mod negation;
mod numbered;
mod opposite;
mod overlap;
pub mod pair;
pub mod passage;
mod person;
mod place;
mod predicate;
mod quantifier;
mod quantity;
mod rank;
mod rarity;
pub mod reason;
pub mod reliability;
mod revoked;
mod role;
mod rule;
mod scope;
mod slot;
mod speaker;
mod subject;
mod telling;
#[cfg(test)]
mod testing;
mod undecided;
mod words;

use crate::ablation::is_out;
use crate::span::Span;
use pair::Pair;
pub use rule::RuleName;
use serde::{Deserialize, Serialize};
use std::cell::OnceCell;

/// A document towards the statement of a row.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Stance {
    /// Says the same.
    Supports,
    /// Says part of it, or the same with another detail.
    Partly,
    /// Gives it only as possible, planned, alleged or unconfirmed where the statement is flat, or the other way round.
    Hedges,
    /// Says what cannot be true together with it.
    Contradicts,
    /// Says nothing of it.
    Omits,
    /// Cannot be judged: an excerpt, a text too short, a language not supported.
    Unjudged,
}

impl Stance {
    /// Tells whether the document says anything of the claim.
    pub fn speaks(self) -> bool {
        matches!(self, Self::Supports | Self::Partly | Self::Hedges | Self::Contradicts)
    }

    /// Returns what it is called in comparison/1.
    pub fn name(self) -> &'static str {
        match self {
            Self::Supports => "supports",
            Self::Partly => "partly",
            Self::Hedges => "hedges",
            Self::Contradicts => "contradicts",
            Self::Omits => "omits",
            Self::Unjudged => "unjudged",
        }
    }
}

/// Whose words a document gives.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Voice {
    /// The outlet says it itself.
    Own,
    /// The outlet reports that somebody says it.
    Attributed,
}

impl Voice {
    /// Returns what it is called in comparison/1.
    pub fn name(self) -> &'static str {
        match self {
            Self::Own => "own",
            Self::Attributed => "attributed",
        }
    }
}

/// What a rule found in a pair of claims: the stance of the second towards the first.
#[derive(Debug, Clone, PartialEq)]
pub struct Finding {
    /// The stance.
    pub stance: Stance,
    /// Name of the rule; its sentence is made from it and the cues, in [`reason`].
    pub rule: RuleName,
    /// The words of the first claim that triggered the rule.
    pub cue_a: Option<Span>,
    /// The words of the second claim that triggered the rule.
    pub cue_b: Option<Span>,
    /// Further words of the first claim that the sentence quotes.
    pub more: Vec<Span>,
    /// Tells that the second claim does something with the first, as denying it, so that its cue is told first.
    pub second_leads: bool,
    /// How sure the rule is, 0 to 1: the share of its findings that were right on the labelled sets.
    pub confidence: f64,
}

impl Finding {
    /// Makes a finding without cues.
    pub fn new(stance: Stance, rule: RuleName, confidence: f64) -> Self {
        Self { stance, rule, cue_a: None, cue_b: None, more: Vec::new(), second_leads: false, confidence }
    }

    /// Returns the cues in the order in which the sentence of the rule takes them; `true` for those of the second claim.
    pub fn cues(&self) -> Vec<(bool, Span)> {
        let of_a = self.cue_a.iter().chain(&self.more).map(|&span| (false, span));
        let of_b = self.cue_b.map(|span| (true, span));
        if self.second_leads { of_b.into_iter().chain(of_a).collect() } else { of_a.chain(of_b).collect() }
    }
}

/// A rule: what it is called, and what it finds in a pair, if anything.
pub type Rule = fn(&Pair<'_>) -> Option<Finding>;

/// The rules in order of priority; the first finding decides.
pub const RULES: &[Rule] = &[
    role::swapped_roles,
    quantifier::none_or_some,
    revoked::revoked,
    corrected::corrected,
    corrected::corrected_noun,
    undecided::undecided,
    rank::other_rank,
    rank::other_time,
    rank::other_count,
    numbered::other_number,
    scope::other_share,
    scope::unanimous_or_split,
    scope::other_scope,
    scope::but_for_some,
    quantity::different_quantity,
    date::different_date,
    place::different_place,
    opposite::opposite_words,
    negation::negated,
    quantity::reached_or_changed,
    overlap::same_words,
    person::other_holder,
    cause::other_cause,
    hedging::hedged,
    quantity::vaguer_quantity,
    person::other_named,
    framing::other_light,
    framing::proof_or_link,
    date::vaguer_date,
    opposite::opposite_apart,
    negation::denied_deed,
    overlap::part_of_it,
    revoked::revoked_apart,
    overlap::other_word,
    exclusive::other_alternative,
    contrast::planned_or_done,
    overlap::subject_alone,
    predicate::other_actor,
    predicate::named_only,
    predicate::names_alone,
    slot::other_filler,
    overlap::other_source,
    quantity::same_quantity,
    quantity::other_amount,
    quantity::vaguer_people,
    negation::left_open,
    negation::unlike,
    quantity::other_subject_count,
    speaker::other_speaker,
    overlap::said_alike,
];

/// Judges the second claim of a pair against the first by the first rule that finds something.
pub fn judge_pair(pair: &Pair<'_>) -> Finding {
    let kept = OnceCell::new();
    let pair = &pair.keeping(&kept);
    let mut found = RULES.iter().filter_map(|rule| rule(pair)).filter(|f| !is_out("rule", f.rule.as_str()));
    let mut finding = found.next().unwrap_or_else(alike);
    // What rose by 3 percent did not fall by 1 percent, though nobody says so of the figures.
    if finding.stance == Stance::Partly {
        let decides = |later: &Finding| {
            later.stance == Stance::Contradicts
                && later.rule != finding.rule
                && words::differ_only_in(pair, &[finding.cues(), later.cues()].concat())
        };
        finding = found.find(decides).unwrap_or(finding);
    }
    let strict = STRICT.contains(&finding.rule) || quantity::gives_tolls_or_ages(pair, &finding);
    if finding.stance == Stance::Contradicts && !strict && !is_out("step", "doubt") && doubted(pair) {
        return Finding { stance: Stance::Partly, confidence: DOUBTED_CONFIDENCE, ..finding };
    }
    finding
}

/// Rules that ask for all else to be the same, or for words that speak of the other claim: what the model could doubt is settled there.
const STRICT_RULES: &[Rule] = &[
    role::swapped_roles,
    quantifier::none_or_some,
    person::other_holder,
    revoked::revoked,
    corrected::corrected,
    corrected::corrected_noun,
    undecided::undecided,
    rank::other_rank,
];

/// What those find.
const STRICT: &[RuleName] = &[
    RuleName::Role,
    RuleName::Quantifier,
    RuleName::DifferentPerson,
    RuleName::Revoked,
    RuleName::Corrected,
    RuleName::Undecided,
    RuleName::Rank,
];

/// Likelihood of a contradiction below which the model takes back what a rule says. Larger takes back more that is right: of what it takes
/// back at .2 and at .45 in the labelled stories and pairs, nothing was wrong.
const LEAST_LIKELIHOOD: f64 = 0.1;

/// Confidence of what is left of such a contradiction.
const DOUBTED_CONFIDENCE: f64 = 0.5;

/// Tells whether the model, which sees the whole pair, finds a contradiction unlikely whichever claim comes first.
fn doubted(pair: &Pair<'_>) -> bool {
    let likelihood = |pair: &Pair<'_>| {
        let words = words::words(pair);
        let candidates = candidate::candidates(pair, &words);
        let [_, _, contradicts] = model::used().likelihoods(&features::features(pair, &words, &candidates));
        contradicts
    };
    likelihood(pair).max(likelihood(&pair.swapped())) < LEAST_LIKELIHOOD
}

/// What is said of two claims of one row in which no rule finds anything.
fn alike() -> Finding {
    Finding::new(Stance::Partly, RuleName::Alike, 0.5)
}
