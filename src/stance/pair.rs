//! Two claims side by side, with all that the rules ask of them worked out once.

use super::person::OFFICES;
pub(crate) use super::telling::{TellingWord, choose, lacking_of, telling_words};
use super::telling::{lacking, telling};
use super::words::Words;
use crate::claim::date::DateMention;
use crate::claim::{Claim, Read, date, quantity};
use crate::order::Gather as _;
use crate::similarity::{Figure, Terms, Vocabulary, similarity};
use crate::span::Span;
use crate::tag::{Form, Tag, lemma};
use std::cell::OnceCell;
use std::collections::BTreeSet;
use std::rc::Rc;

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

    /// Returns the dates of the claim that belong to no row of their own, in text order.
    pub fn dates(&self) -> impl Iterator<Item = &DateMention> + Clone {
        self.read.dates_in(self.claim.extent()).iter().filter(|date| self.holds(date.span))
    }

    /// Returns the numbers of the claim that belong to no row of their own, in text order.
    pub fn quantities(&self) -> impl Iterator<Item = &quantity::Quantity> + Clone {
        self.read.quantities_in(self.claim.extent()).iter().filter(|quantity| self.holds(quantity.span))
    }

    /// Returns the terms within a number of tokens of a span, without those of the span itself.
    pub fn terms_near(&self, span: Span, reach: usize) -> BTreeSet<u32> {
        let tokens = &self.read.tokens;
        let of_span = self.read.tokens_of(span);
        let window = of_span.start.saturating_sub(reach)..(of_span.end + reach).min(tokens.len());
        let outside = |at: &usize| !of_span.contains(at);
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
    /// Keeps how the words of the two meet, which most rules ask for; nothing keeps it where it is asked for once.
    kept: Option<&'a OnceCell<Rc<Words>>>,
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
            kept: None,
        }
    }

    /// Returns the pair with a place that keeps how its words meet.
    pub(super) fn keeping<'k>(&self, kept: &'k OnceCell<Rc<Words>>) -> Pair<'k>
    where
        'a: 'k,
    {
        Pair { kept: Some(kept), ..*self }
    }

    /// Returns how the words of the two meet, kept where there is a place for it.
    pub(super) fn kept(&self, work_out: impl FnOnce() -> Words) -> Rc<Words> {
        let make = || Rc::new(work_out());
        match self.kept {
            Some(kept) => Rc::clone(kept.get_or_init(make)),
            None => make(),
        }
    }

    /// Returns the pair with other claims of the same sentences, measured as before.
    pub(super) fn with_claims<'c>(&self, a: &'c Claim, b: &'c Claim) -> Pair<'c>
    where
        'a: 'c,
    {
        Pair { a: Side { claim: a, ..self.a }, b: Side { claim: b, ..self.b }, kept: None, ..*self }
    }

    /// Returns the share of the statement's weight that the passages of the other document have together, without the "not" of both: that two claims
    /// deny something says nothing of what.
    pub(super) fn told(&self) -> f64 {
        let negates = |span: &Span| {
            let at = self.a.read.tokens_of(*span).start;
            self.a.tokens.get(at).copied().flatten().filter(|_| self.a.read.tags[at] == Tag::Negation)
        };
        let not = self.a.claim.modality.negations.iter().filter_map(negates).gather_set();
        if not.is_empty() || self.b.claim.modality.negations.is_empty() {
            return self.covered_by_all;
        }
        let weigh = |terms: &Terms| -> f64 {
            let entries = terms.entries().iter().filter(|(term, _)| not.contains(term));
            entries.map(|&(term, factor)| factor * self.vocabulary.weight(term)).sum()
        };
        let (mass, both) = (self.a.terms.mass(self.vocabulary), weigh(self.a.terms).min(weigh(self.b.terms)));
        if mass > both { ((self.covered_by_all * mass - both) / (mass - both)).max(0.0) } else { self.covered_by_all }
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
        Self { a: self.b, b: self.a, covered, covered_by_all: covered, covering, kept: None, ..self }
    }
}

/// How many words of a sentence are looked through where a claim is asked for what its sentence tells beside it. Sentences of news are shorter;
/// without an end the cost of an endless one, of which every claim asks, would grow with its square.
pub(super) const SENTENCE: usize = 256;

/// How many tokens the phrase that limits a number may take.
const PHRASE: usize = 7;

impl Side<'_> {
    /// Returns the names in the claim's sentence, without the words that attribute it: where and to whom it happened.
    fn names(&self) -> BTreeSet<u32> {
        let tokens = self.read.tokens.iter().enumerate();
        let named = tokens.filter(|&(at, _)| self.read.tags[at] == Tag::Name && !self.attributes(at));
        named.filter(|(_, t)| !self.read.is_dated(t.span)).filter_map(|(at, _)| self.tokens[at]).gather_set()
    }

    /// Returns the offices in the claim's sentence, as terms.
    fn offices(&self) -> BTreeSet<u32> {
        let tokens = self.read.tokens.iter().enumerate().take(SENTENCE);
        let held = tokens.filter(|(_, token)| OFFICES.contains(&token.normal.as_str()));
        held.filter_map(|(at, _)| self.tokens[at]).gather_set()
    }

    /// Returns the names of the claim's sentence that tell who holds a title, or of what, by how they stand beside it: "Mayor Helena Prata" and
    /// "the mayor of Amarante". The first is of who holds it, the second of what.
    fn titled(&self, titles: &BTreeSet<u32>) -> [BTreeSet<u32>; 2] {
        let (tokens, tags) = (&self.read.tokens, &self.read.tags);
        let title = |at: &usize| self.tokens[*at].is_some_and(|term| titles.contains(&term));
        let names = |from: usize| (from..tokens.len()).take_while(|&at| tags[at] == Tag::Name);
        let mut found = [BTreeSet::new(), BTreeSet::new()];
        for at in (0..tokens.len().min(SENTENCE)).filter(title) {
            let of = tokens.get(at + 1).is_some_and(|next| next.is("of"));
            let run = names(at + 1 + usize::from(of)).filter(|&at| !title(&at));
            found[usize::from(of)].extend(run.filter_map(|at| self.tokens[at]));
        }
        found
    }

    /// Tells whether a token of the sentence says whose words it gives.
    pub(super) fn attributes(&self, at: usize) -> bool {
        self.read.attributions.iter().any(|a| a.tokens.contains(&at))
    }

    /// Returns the terms of the phrase with a preposition that follows a number and limits it: "… people in the province".
    fn limit(&self, span: Span) -> BTreeSet<u32> {
        let tokens = &self.read.tokens;
        // "A 60-day state of emergency": what stands behind is what the number is said of. "A 60-year-old guide from Lund" is of Lund.
        let written = span.slice(self.text);
        if written.contains('-') && written.ends_with(char::is_alphabetic) && !written.ends_with("old") {
            return BTreeSet::new();
        }
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
    "expect", "forecast", "threaten", "consider", "try", "schedule", "slate", "vow",
];

impl Side<'_> {
    /// Tells whether the claim is less than flat: hedged, or put as a plan, a promise, a demand.
    fn is_open(&self) -> bool {
        let verb = |at: usize| {
            let of = self.read.tags[at].is_verbal().then(|| lemma(&self.read.tokens[at].normal)).flatten();
            of.is_some_and(|verb| PROMISING.contains(&verb))
        };
        // "Due to lift off", but not "due to fog".
        let due = |at: usize| {
            let behind = self.read.tags.get(at + 1..at + 3).unwrap_or_default();
            self.read.tokens[at].is("due") && matches!(behind, [Tag::To, Tag::Verb(Form::Base)])
        };
        self.claim.modality.is_hedged() || self.claim.tokens.iter().flat_map(Clone::clone).any(|at| verb(at) || due(at))
    }

    /// Tells whether two numbers are given for other periods: "last year" and "in the first quarter".
    fn other_period(&self, span: Span, other: &Side<'_>, of_other: Span) -> bool {
        let periods = |side: &Side<'_>, but: Span| -> Vec<DateMention> {
            side.dates().filter(|d| !d.span.overlaps(but)).cloned().collect()
        };
        let (ours, theirs) = (periods(self, span), periods(other, of_other));
        let same = |x: &DateMention, y: &DateMention| date::compare(x, y) != Some(quantity::Relation::Different);
        !ours.is_empty() && !theirs.is_empty() && !ours.iter().any(|x| theirs.iter().any(|y| same(x, y)))
    }

    /// Returns the places in an order that the claim names ("the first match", "a second plant"), without those at a span.
    fn ordinals(&self, span: Span) -> BTreeSet<u32> {
        let ordinal = |q: &&quantity::Quantity| q.unit == quantity::Unit::Ordinal && !q.span.overlaps(span);
        self.quantities().filter(ordinal).map(|q| q.value as u32).gather_set()
    }

    /// Tells whether the claim's sentence has a term, among its first words.
    pub(super) fn says(&self, term: u32) -> bool {
        self.tokens.iter().take(SENTENCE).any(|&other| other == Some(term))
    }

    /// Returns the adverbs and adjectives that stand right after a number and narrow what it counts: "30 people seriously injured".
    fn narrowing(&self, span: Span) -> BTreeSet<u32> {
        let tokens = &self.read.tokens;
        let after = tokens.partition_point(|t| t.span.start < span.end);
        let near = after..tokens.len().min(after + 3);
        // "The magnitude 6.7 quake struck just after four", "has two lanes, so lorries queue": what stands behind the verb or a comma is said
        // of that.
        near.take_while(|&i| !self.read.tags[i].is_finite() && self.read.tags[i] != Tag::Punctuation)
            .filter(|&i| matches!(self.read.tags[i], Tag::Adverb | Tag::Adjective))
            // "13 countries around the ocean": it leads to where they lie.
            .filter(|&i| !matches!(self.read.tags.get(i + 1), Some(Tag::Determiner | Tag::Possessive)))
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

    /// Tells whether a side of the pair is the statement.
    pub fn is_statement(&self, side: &Side<'_>) -> bool {
        std::ptr::eq(side, &raw const self.a)
    }

    /// Tells whether each claim names somebody or something that the other does not.
    pub fn names_apart(&self) -> bool {
        let (ours, theirs) = (self.a.names(), self.b.names());
        ours.difference(&theirs).next().is_some() && theirs.difference(&ours).next().is_some()
    }

    /// Tells whether both claims name somebody or something, and none of it is the same. Who holds an office in one and of what it is in the other
    /// are no two things: "Mayor Helena Prata", "the mayor of Amarante".
    fn names_elsewhere(&self) -> bool {
        let titles = self.a.offices().intersection(&self.b.offices()).copied().gather_set();
        // "Mayor" before a name is written as one.
        let (mut ours, mut theirs) = (&self.a.names() - &titles, &self.b.names() - &titles);
        if ours.is_empty() || theirs.is_empty() || !ours.is_disjoint(&theirs) {
            return false;
        }
        let ([holder_a, place_a], [holder_b, place_b]) = (self.a.titled(&titles), self.b.titled(&titles));
        for (holder, place) in [(&holder_a, &place_b), (&holder_b, &place_a)] {
            if !holder.is_empty() && !place.is_empty() {
                ours.retain(|name| !holder.contains(name) && !place.contains(name));
                theirs.retain(|name| !holder.contains(name) && !place.contains(name));
            }
        }
        !ours.is_empty() && !theirs.is_empty()
    }

    /// Tells whether both claims name somebody or something, and the same.
    pub fn names_alike(&self) -> bool {
        let ours = self.a.names();
        !ours.is_empty() && ours == self.b.names()
    }

    /// Tells whether only one of two numbers is limited by words that the other's sentence lacks, and so small that it may count a part of the other:
    /// "14 shops in Norland", "60 shops".
    pub fn counts_limited_part(&self, a: &quantity::Quantity, b: &quantity::Quantity) -> bool {
        use quantity::Unit;
        let adds_up = matches!(a.unit, Unit::Count | Unit::Money(_) | Unit::Area | Unit::Volume | Unit::Mass);
        let lacks = |other: &Side<'_>, limit: BTreeSet<u32>| limit.iter().any(|&term| !other.says(term));
        let limited = (lacks(&self.b, self.a.limit(a.span)), lacks(&self.a, self.b.limit(b.span)));
        let less = match limited {
            (true, false) => a.value < b.value,
            (false, true) => b.value < a.value,
            _ => false,
        };
        adds_up && less && !quantity::are_near(a.value, b.value)
    }

    /// Tells whether the numbers or dates at two spans are said of different settings: other places, another part of the whole.
    /// Two statements of different settings can both be true, whatever their numbers.
    pub fn other_setting(&self, a: Span, b: Span) -> bool {
        let apart = |x: &BTreeSet<u32>, y: &BTreeSet<u32>| !x.is_empty() && !y.is_empty() && x.is_disjoint(y);
        // "30 people seriously injured" and "seriously injured 30 people" are narrowed alike.
        let lacks = |side: &Side<'_>, terms: &BTreeSet<u32>| terms.iter().any(|&term| !side.says(term));
        let narrowed = lacks(&self.b, &self.a.narrowing(a)) || lacks(&self.a, &self.b.narrowing(b));
        let (ours, theirs) = (self.a.limit(a), self.b.limit(b));
        // "He was arrested on Monday", "she was arrested on Friday".
        let sex = |side: &Side<'_>| {
            let says =
                |words: [&str; 2]| side.claim.content(side.read).any(|(_, t, _)| words.iter().any(|word| t.is(word)));
            (says(["he", "him"]), says(["she", "her"]))
        };
        narrowed
            || matches!((sex(&self.a), sex(&self.b)), ((true, false), (false, true)) | ((false, true), (true, false)))
            || self.other_period(a, b)
            || self.a.ordinals(a) != self.b.ordinals(b)
            || self.names_elsewhere()
            || apart(&ours, &theirs) && lacks(&self.b, &ours) && lacks(&self.a, &theirs)
    }
}
