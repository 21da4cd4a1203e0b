//! Two claims side by side, with all that the rules ask of them worked out once.

use super::candidate::candidates;
use super::caption::{are_apart, may_be_apart};
use super::features::features;
use super::likeness::likeness;
use super::model::{self, Class, Known};
use super::reason::{Grounds, QuotedCue, sentence};
pub(crate) use super::telling::{TellingWord, choose, lacking_of, telling_words};
use super::telling::{lacking, telling};
use super::words::{Words, words};
use super::{Finding, RuleName, Stance, headline};
use crate::claim::date::DateMention;
use crate::claim::entity::Names;
use crate::claim::{Claim, Read, attribution, bearing, date, quantity};
use crate::comparison::{Cue, Evidence, Reason};
use crate::document::DocumentId;
use crate::language::Language;
use crate::order::Gather as _;
use crate::sentence::{Sentence, SentenceKind};
use crate::similarity::{Figure, Terms, Vocabulary, similarity, terms, token_words};
use crate::span::{CodePoints, Span};
use crate::tag::{Tag, lemma, tag};
use crate::token::tokenize;
use serde::Serialize;
use std::collections::BTreeSet;

/// One claim with its text and its terms.
#[derive(Debug, Clone, Copy)]
pub struct Side<'a> {
    /// The text of its document.
    pub text: &'a str,
    /// The sentence it stands in.
    pub read: &'a Read,
    /// The claim.
    pub claim: &'a Claim,
    /// Its terms.
    pub terms: &'a Terms,
    /// The term of each token of its sentence.
    pub tokens: &'a [Option<u32>],
    /// Its figures.
    pub figures: &'a [Figure],
    /// All figures of its document.
    pub document_figures: &'a [Figure],
}

impl Side<'_> {
    /// Tells whether a span of the text belongs to the claim and to no row of its own.
    pub fn holds(&self, span: Span) -> bool {
        let overlaps = |spans: &[Span]| spans.iter().any(|s| s.overlaps(span));
        overlaps(&self.claim.spans) && !overlaps(&self.claim.apart)
    }

    /// Returns the terms within a number of tokens of a span, without those of the span itself.
    pub fn terms_near(&self, span: Span, reach: usize) -> BTreeSet<u32> {
        let tokens = &self.read.tokens;
        let first = tokens.partition_point(|t| t.span.end <= span.start);
        let last = tokens.partition_point(|t| t.span.start < span.end);
        let window = first.saturating_sub(reach)..(last + reach).min(tokens.len());
        let outside = |at: &usize| !(first..last).contains(at);
        let number = |at: usize| self.read.tags[at] == Tag::Number;
        window
            .filter(outside)
            .filter(|&at| !number(at) && self.holds(tokens[at].span))
            .filter_map(|at| self.tokens[at])
            .gather_set()
    }

    /// Returns the words of the claim from its first to its last, insertions included.
    pub fn extent(&self) -> &str {
        self.claim.extent().slice(self.text)
    }

    /// Returns words of the claim's text.
    pub fn words(&self, span: Span) -> String {
        span.slice(self.text).trim_matches(|c: char| !c.is_alphanumeric()).to_owned()
    }
}

/// Two claims, the first of which is the statement.
#[derive(Debug, Clone, Copy)]
pub struct Pair<'a> {
    /// The statement.
    pub a: Side<'a>,
    /// The claim that is judged against it.
    pub b: Side<'a>,
    /// How alike they are, 0 to 1.
    pub similarity: f64,
    /// Share of the statement's weight that the other claim has too, 0 to 1.
    pub covered: f64,
    /// Share of the statement's weight that the passages of the other document have together, 0 to 1.
    pub covered_by_all: f64,
    /// Share of the other claim's weight that the statement has too, 0 to 1.
    pub covering: f64,
    /// How much each term weighs.
    vocabulary: &'a Vocabulary,
}

impl<'a> Pair<'a> {
    /// Puts two claims side by side.
    pub fn new(a: Side<'a>, b: Side<'a>, vocabulary: &'a Vocabulary) -> Self {
        let shared = a.terms.shared(b.terms, vocabulary);
        let (mass_a, mass_b) = (a.terms.mass(vocabulary), b.terms.mass(vocabulary));
        // Claims without terms share a row only where their words are the same.
        let nothing = if mass_a + mass_b > 0.0 { 0.0 } else { 1.0 };
        let share = |mass: f64| if mass > 0.0 { (shared / mass).min(1.0) } else { nothing };
        Self {
            a,
            b,
            similarity: similarity(a.terms, b.terms, vocabulary),
            covered: share(mass_a),
            covered_by_all: share(mass_a),
            covering: share(mass_b),
            vocabulary,
        }
    }

    /// Returns the most telling words of the statement that the other claim has too, in text order.
    pub fn shared(&self) -> Vec<Span> {
        let has = |term: u32| self.b.terms.entries().binary_search_by_key(&term, |&(t, _)| t).is_ok();
        telling(&self.a, self.vocabulary, has)
    }

    /// Returns the most telling words of the statement that the whole sentence of the other claim lacks, in text order.
    pub fn lacking(&self) -> Vec<Span> {
        lacking(&self.a, self.vocabulary, &self.b)
    }
}

impl Pair<'_> {
    /// Returns the pair the other way round.
    pub fn swapped(self) -> Self {
        let (covered, covering) = (self.covering, self.covered);
        Self { a: self.b, b: self.a, covered, covered_by_all: covered, covering, ..self }
    }
}

/// How many tokens the phrase that limits a number may take.
const PHRASE: usize = 7;

impl Side<'_> {
    /// Returns the names in the claim's sentence, without the words that attribute it: where and to whom it happened.
    fn names(&self) -> BTreeSet<u32> {
        let tokens = self.read.tokens.iter().enumerate();
        let named = tokens.filter(|&(at, _)| self.read.tags[at] == Tag::Name && !self.attributes(at));
        named.filter(|(_, t)| !self.read.is_dated(t.span)).filter_map(|(at, _)| self.tokens[at]).gather_set()
    }

    fn attributes(&self, at: usize) -> bool {
        self.read.attributions.iter().any(|a| a.tokens.contains(&at))
    }

    /// Returns the terms of the phrase with a preposition that follows a number and limits it: "… people in the province".
    fn limit(&self, span: Span) -> BTreeSet<u32> {
        let tokens = &self.read.tokens;
        let after = tokens.partition_point(|t| t.span.start < span.end);
        let Some(opening) = (after..tokens.len().min(after + 3)).find(|&i| self.read.tags[i] == Tag::Preposition)
        else {
            return BTreeSet::new();
        };
        let inside = |&i: &usize| {
            !matches!(self.read.tags[i], Tag::Punctuation | Tag::Coordinator) && !self.read.tags[i].is_finite()
        };
        let phrase = (opening + 1..tokens.len().min(opening + PHRASE)).take_while(inside);
        // Two times are set against each other as dates.
        if phrase.clone().all(|i| self.tokens[i].is_none() || self.read.is_dated(tokens[i].span)) {
            return BTreeSet::new();
        }
        phrase.filter_map(|i| self.tokens[i]).gather_set()
    }
}

/// Verbs whose object is not yet so.
const PROMISING: &[&str] = &[
    "promise", "plan", "aim", "hope", "want", "offer", "propose", "intend", "seek", "ask", "demand", "urge", "pledge",
    "expect", "threaten", "consider", "try", "schedule", "slate",
];

impl Side<'_> {
    /// Tells whether the claim is less than flat: hedged, or put as a plan, a promise, a demand.
    fn is_open(&self) -> bool {
        let verb = |at: usize| {
            let of = self.read.tags[at].is_verbal().then(|| lemma(&self.read.tokens[at].normal)).flatten();
            of.is_some_and(|verb| PROMISING.contains(&verb))
        };
        self.claim.modality.is_hedged() || self.claim.tokens.iter().flat_map(Clone::clone).any(verb)
    }

    /// Tells whether two numbers are given for other periods: "last year" and "in the first quarter".
    fn other_period(&self, span: Span, other: &Side<'_>, of_other: Span) -> bool {
        let periods = |side: &Side<'_>, but: Span| -> Vec<DateMention> {
            side.read.dates.iter().filter(|d| side.holds(d.span) && !d.span.overlaps(but)).cloned().collect()
        };
        let (ours, theirs) = (periods(self, span), periods(other, of_other));
        let same = |x: &DateMention, y: &DateMention| date::compare(x, y) != Some(quantity::Relation::Different);
        !ours.is_empty() && !theirs.is_empty() && !ours.iter().any(|x| theirs.iter().any(|y| same(x, y)))
    }

    /// Returns the places in an order that the claim names ("the first match", "a second plant"), without those at a span.
    fn ordinals(&self, span: Span) -> BTreeSet<u32> {
        let ordinal =
            |q: &&quantity::Quantity| q.unit == quantity::Unit::Ordinal && self.holds(q.span) && !q.span.overlaps(span);
        self.read.quantities.iter().filter(ordinal).map(|q| q.value as u32).gather_set()
    }

    /// Returns the adverbs and adjectives that stand right after a number and narrow what it counts: "30 people seriously injured".
    fn narrowing(&self, span: Span) -> BTreeSet<u32> {
        let tokens = &self.read.tokens;
        let after = tokens.partition_point(|t| t.span.start < span.end);
        let near = after..tokens.len().min(after + 3);
        // "The magnitude 6.7 quake struck just after four": what stands behind the verb is said of that.
        near.take_while(|&i| !self.read.tags[i].is_finite())
            .filter(|&i| matches!(self.read.tags[i], Tag::Adverb | Tag::Adjective))
            .filter_map(|i| self.tokens[i])
            .gather_set()
    }
}

impl Pair<'_> {
    /// Tells whether both claims are affirmed or both negated.
    pub fn same_polarity(&self) -> bool {
        self.a.claim.modality.is_negated() == self.b.claim.modality.is_negated()
    }

    /// Tells whether both claims are flat or both are not, as far as hedges and promises tell: a plan and its outcome differ freely.
    pub fn same_certainty(&self) -> bool {
        self.a.is_open() == self.b.is_open()
    }

    /// Tells whether the numbers at two spans are given for other periods.
    pub fn other_period(&self, a: Span, b: Span) -> bool {
        self.a.other_period(a, &self.b, b)
    }

    /// Tells whether each claim names somebody or something that the other does not.
    pub fn names_apart(&self) -> bool {
        let (ours, theirs) = (self.a.names(), self.b.names());
        ours.difference(&theirs).next().is_some() && theirs.difference(&ours).next().is_some()
    }

    /// Tells whether the numbers or dates at two spans are said of different settings: other places, another part of the whole.
    /// Two statements of different settings can both be true, whatever their numbers.
    pub fn other_setting(&self, a: Span, b: Span) -> bool {
        let apart = |x: &BTreeSet<u32>, y: &BTreeSet<u32>| !x.is_empty() && !y.is_empty() && x.is_disjoint(y);
        self.a.narrowing(a) != self.b.narrowing(b)
            || self.other_period(a, b)
            || self.a.ordinals(a) != self.b.ordinals(b)
            || apart(&self.a.names(), &self.b.names())
            || apart(&self.a.limit(a), &self.b.limit(b))
    }
}

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
    let round = |x: f64| (x * 1000.0).round() / 1000.0;
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
        Class::Supports => rule_for(pair, &[Stance::Supports]),
        Class::Open if pair.similarity < UNRELATED => return Err(confidence),
        Class::Open => rule_for(pair, &[Stance::Hedges, Stance::Partly]),
    };
    Ok(Finding { confidence, ..found.unwrap_or_else(super::alike) })
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
        tokens,
        tags,
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
        opening: crate::claim::clause::Opening::Start,
        voice: super::Voice::Own,
        speaker: None,
        modality: crate::claim::modality::read(&read.tokens, &read.tags, tokens),
    }
}

/// Works out a pair from two bare sentences and hands it on.
pub(super) fn with_pair<T>(a: &str, b: &str, use_pair: impl FnOnce(&Pair<'_>) -> T) -> T {
    let reads = [vec![one_sentence(a)], vec![one_sentence(b)]];
    let names = Names::learn(reads.iter().flatten().map(|r| (r.tokens.as_slice(), r.tags.as_slice())));
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

/// Returns the features of two sentences, by name, as the model sees them.
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
