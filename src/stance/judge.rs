//! Judges a sentence against another, each taken whole, as `news-compare judge` does.
//!
//! A file of its own because two bare sentences stand in no row and no document: the model decides between what the rules find, where in a
//! row the first rule does.

use super::candidate::candidates;
use super::caption::{are_apart, may_be_apart};
use super::features::features;
use super::likeness::likeness;
use super::model::{self, Class, Known};
use super::pair::{Pair, Side};
use super::reason::{Grounds, QuotedCue, sentence};
use super::words::{Words, words};
use super::{Finding, RuleName, Stance, headline};
use crate::claim::entity::Names;
use crate::claim::{Claim, Read, attribution, bases, bearing, date, quantity};
use crate::comparison::{Cue, Evidence, Reason};
use crate::document::DocumentId;
use crate::language::Language;
use crate::phrase;
use crate::sentence::{Sentence, SentenceKind};
use crate::similarity::{terms, token_words};
use crate::span::{CodePoints, Span};
use crate::tag::tag;
use crate::token::tokenize;
use serde::Serialize;

/// What a sentence does with another: the answer of [`judge`].
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Judgement {
    /// How alike the two are, 0 to 1.
    pub similarity: f64,
    /// The relation of the second to the first.
    pub relation: Relation,
    /// How likely the relation is right, 0 to 1.
    pub confidence: f64,
    /// Why, in plain words.
    pub reasons: Vec<Reason>,
}

/// The relation of one sentence to another.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Relation {
    /// Says the same.
    Supports,
    /// Says part of it, or the same with another detail.
    Partly,
    /// Gives it as less than flat, or the other way round.
    Hedges,
    /// Cannot be true together with it.
    Contradicts,
    /// Speaks of something else.
    Unrelated,
}

/// Likeness below which two sentences are taken to speak of different things. Larger calls more paraphrases unrelated; from the
/// alignment threshold, below which no row would hold both.
const UNRELATED: f64 = 0.25;

/// Judges a sentence against another, each taken whole, as `news-compare judge` does.
///
/// Never fails; an empty sentence is unrelated to anything.
pub fn judge(a: &str, b: &str, options: &crate::Options) -> Judgement {
    with_pair(a, b, |pair| judge_whole(pair, options.language))
}

fn judge_whole(pair: &Pair<'_>, language: Language) -> Judgement {
    // A sum of nothing is -0, which plus 0 is 0.
    let round = |x: f64| (x * 1000.0).round() / 1000.0 + 0.0;
    let words = words(pair);
    let similarity = round(likeness(pair, &words));
    let finding = match headline::judge(pair, &words) {
        Some(finding) => Ok(finding),
        None => weigh(pair, &words),
    };
    let finding = match finding {
        Ok(finding) => finding,
        Err(confidence) => {
            return Judgement {
                similarity,
                relation: Relation::Unrelated,
                confidence: round(confidence),
                reasons: Vec::new(),
            };
        }
    };
    let relation = match finding.stance {
        Stance::Supports => Relation::Supports,
        Stance::Hedges => Relation::Hedges,
        Stance::Contradicts => Relation::Contradicts,
        Stance::Partly | Stance::Omits | Stance::Unjudged => Relation::Partly,
    };
    let text = in_words(pair, &finding, language);
    let reason = Reason { rule: finding.rule.to_string(), text, cues: cues_of(pair, &finding) };
    let confidence = round(finding.confidence);
    Judgement { similarity, relation, confidence, reasons: vec![reason] }
}

/// Returns the cues of a finding about two bare sentences, which are called "a" and "b", in the order in which its sentence takes them.
fn cues_of(pair: &Pair<'_>, finding: &Finding) -> Vec<Cue> {
    let points = [CodePoints::new(pair.a.text), CodePoints::new(pair.b.text)];
    let cue = |(of_b, span): (bool, Span)| {
        let (name, text) = if of_b { ("b", pair.b.text) } else { ("a", pair.a.text) };
        let evidence = Evidence::new(&points[usize::from(of_b)], text, span);
        let Evidence { start, end, exact, .. } = evidence;
        Cue { document: DocumentId(name.to_owned()), start, end, exact }
    };
    finding.cues().into_iter().map(cue).collect()
}

/// Puts a finding about two bare sentences into words.
fn in_words(pair: &Pair<'_>, finding: &Finding, language: Language) -> String {
    let (home, judged) = match language {
        Language::English => ("the first", "the second"),
        Language::Spanish => ("la primera", "la segunda"),
    };
    let text = |of_b| if of_b { pair.b.text } else { pair.a.text };
    let cues = finding.cues().into_iter().map(|(of_b, span)| QuotedCue::new(of_b, span.slice(text(of_b))));
    let grounds = Grounds { rule: finding.rule, stance: finding.stance, home, judged, cues: cues.collect() };
    let sentence = sentence(language, &grounds).unwrap_or_default();
    let mut chars = sentence.chars();
    chars.next().map_or_else(String::new, |first| first.to_uppercase().chain(chars).collect())
}

/// Rules whose two cues exclude each other in one scene only: a man here and a woman there are both so.
const NEED_ONE_SCENE: &[RuleName] = &[
    RuleName::Quantifier,
    RuleName::Opposite,
    RuleName::Quantity,
    RuleName::Exclusive,
    RuleName::Role,
    RuleName::Name,
    RuleName::NegationApart,
];

/// How likely two descriptions of like length are of one scene: nobody can tell, so as likely as not. The sets that calibrate hold that
/// they always are.
const SAME_SCENE: f64 = 0.5;

/// Lets the model choose among what the rules found; the confidence alone when the two speak of different things.
fn weigh(pair: &Pair<'_>, words: &Words) -> Result<Finding, f64> {
    let candidates = candidates(pair, words);
    // Swaps and other holders are too rare in the labelled sets for the model to weigh them.
    if !are_apart(pair, words)
        && let Some(finding) = super::STRICT_RULES.iter().find_map(|rule| rule(pair))
    {
        return Ok(finding);
    }
    let features = features(pair, words, &candidates);
    let known = Known::of(&features);
    let likelihoods = model::used().likelihoods(&features);
    let (class, score) = model::choose(likelihoods, known);
    // What is left open by the rule for descriptions that stand apart was not measured with the rest: its likelihood stands as it is.
    let folded = class == Class::Open && known.folds();
    let confidence = if folded { score } else { model::used().confidence(class, score) };
    let needs_one_scene = candidates.first().is_some_and(|first| NEED_ONE_SCENE.contains(&first.finding.rule));
    let confidence = match class {
        Class::Contradicts if needs_one_scene && may_be_apart(pair, words) => confidence * SAME_SCENE,
        // What would exclude each other in one scene is open in two.
        Class::Open if !folded && candidates.is_empty() && may_be_apart(pair, words) => {
            let [supports, _, contradicts] = likelihoods;
            (confidence + (1.0 - SAME_SCENE) * contradicts).min(1.0 - supports)
        }
        _ => confidence,
    };
    let found = match class {
        Class::Contradicts => candidates.into_iter().next().map(|c| c.finding),
        // "Who?", "What?": the model reads shares of words, and of no words all are shared.
        Class::Supports if shares_nothing(pair, words) => return Err(1.0 - likelihoods[0]),
        Class::Supports => rule_for(pair, &[Stance::Supports]),
        Class::Open if pair.similarity < UNRELATED => return Err(confidence),
        Class::Open => rule_for(pair, &[Stance::Hedges, Stance::Partly]),
    };
    Ok(Finding { confidence, ..found.unwrap_or_else(super::alike) })
}

/// Tells whether two sentences have no word of content in common, and are not the same words.
fn shares_nothing(pair: &Pair<'_>, words: &Words) -> bool {
    let (ours, theirs) = (&pair.a.read.tokens, &pair.b.read.tokens);
    let same = || ours.iter().map(|token| &token.normal).eq(theirs.iter().map(|token| &token.normal));
    pair.similarity == 0.0 && words.a.iter().all(|word| word.partner.is_none()) && !same()
}

/// Returns what the first rule finds that gives one of these stances.
fn rule_for(pair: &Pair<'_>, stances: &[Stance]) -> Option<Finding> {
    super::RULES.iter().filter_map(|rule| rule(pair)).find(|finding| stances.contains(&finding.stance))
}

/// Reads a text as one sentence, whole, whatever stops it holds.
fn one_sentence(text: &str) -> Read {
    let span = Span::new(0, text.len());
    let tokens = tokenize(text, span);
    let tags = tag(&tokens);
    Read {
        sentence: Sentence { span, kind: SentenceKind::Prose, paragraph: 0, lead_in: None, quoted: false },
        attributions: attribution::find(&tokens, &tags),
        quantities: quantity::find(text, span),
        dates: date::find(text, span, None),
        bearings: bearing::find(text, span),
        bases: bases(&tokens),
        phrases: phrase::find(&tokens, &tags),
        tokens,
        tags,
        earlier: false,
        of_another_year: false,
    }
}

/// Takes a sentence as one claim, whole.
fn whole(document: usize, read: &Read) -> Claim {
    let tokens = 0..read.tokens.len();
    Claim {
        document,
        sentence: 0,
        tokens: vec![tokens.clone()],
        subject: 0..0,
        attribution: read.attributions.first().map_or(0..0, |a| a.tokens.clone()),
        spans: vec![read.sentence.span],
        apart: Vec::new(),
        differing: Vec::new(),
        cut_off: Vec::new(),
        opening: crate::claim::clause::Opening::Start,
        voice: super::Voice::Own,
        speaker: None,
        modality: crate::claim::modality::read(&read.tokens, &read.tags, &read.phrases, tokens),
    }
}

/// Works out a pair from two bare sentences and hands it on.
pub(super) fn with_pair<T>(a: &str, b: &str, use_pair: impl FnOnce(&Pair<'_>) -> T) -> T {
    let reads = [vec![one_sentence(a)], vec![one_sentence(b)]];
    let mut names = Names::default();
    for reads in &reads {
        names.join(&Names::learn(reads.iter().map(|r| (r.tokens.as_slice(), r.tags.as_slice()))));
    }
    let claims = [whole(0, &reads[0][0]), whole(1, &reads[1][0])];
    let words = [token_words(&reads[0]), token_words(&reads[1])];
    let table = terms(&reads, words.iter(), &claims, &names);
    let side = |at: usize, text| Side {
        text,
        read: &reads[at][0],
        claim: &claims[at],
        terms: &table.claims[at],
        tokens: &table.tokens[at][0],
        figures: &table.figures[at],
        document_figures: &table.figures[at],
    };
    use_pair(&Pair::new(side(0, a), side(1, b), &table.vocabulary))
}

/// Returns the features of two sentences, each by its name, in the order in which the model sums them up; those of 0 are left out.
pub fn features_of(a: &str, b: &str) -> Vec<(String, f64)> {
    with_pair(a, b, |pair| {
        let words = words(pair);
        features(pair, &words, &candidates(pair, &words))
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Language, Options};

    #[test]
    fn what_shares_nothing_is_unrelated() {
        for (a, b) in [("Who?", "What?"), ("Two died.", "Yes."), ("Bob", "Alice"), ("x", "y"), ("", "Two died.")] {
            assert_eq!(judge(a, b, &Options::default()).relation, Relation::Unrelated, "{a} {b}");
        }
        assert_eq!(judge("Who?", "Who?", &Options::default()).relation, Relation::Supports);
    }

    #[test]
    fn a_contradiction_of_two_sentences_has_a_cue_in_each() {
        for (a, b, rule, cues) in [
            (
                "Die Brücke: the river rose two metres.",
                "The river rose three metres.",
                "quantity",
                ["two metres", "three metres"],
            ),
            (
                "The senator left the party.",
                "The senator did not leave the party.",
                "negation",
                ["did not leave", "left"],
            ),
            ("The robbers drove a red van.", "The robbers drove a blue van.", "exclusive", ["red", "blue"]),
            ("The doctor sued the hospital.", "The hospital sued the doctor.", "role", ["doctor", "hospital"]),
        ] {
            let judged = judge(a, b, &Options { language: Language::English, ..Options::default() });
            assert_eq!((judged.relation, judged.reasons[0].rule.as_str()), (Relation::Contradicts, rule), "{a} | {b}");
            let found: Vec<&str> = judged.reasons[0].cues.iter().map(|cue| cue.exact.as_str()).collect();
            assert_eq!(found, cues, "{a} | {b}");
            for cue in &judged.reasons[0].cues {
                let text = if cue.document.0 == "a" { a } else { b };
                let slice: String = text.chars().skip(cue.start).take(cue.end - cue.start).collect();
                assert_eq!(slice, cue.exact);
            }
        }
    }

    #[test]
    fn without_two_cues_nothing_contradicts() {
        for (a, b) in [
            ("A cook is slicing bread.", "The pilot landed the plane."),
            ("He trusted her.", "He never took her word for anything."),
            ("Ships were delayed by fog.", "It was a clear day and ships were on time."),
        ] {
            let judged = judge(a, b, &Options::default());
            let cues = judged.reasons.first().map_or(0, |r| r.cues.len());
            assert!(judged.relation != Relation::Contradicts || cues == 2, "{a} | {b}: {judged:?}");
        }
    }
}
