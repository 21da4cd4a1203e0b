//! One says it, the other says it is not so.

use super::candidate::Candidate;
use super::caption::is_caption;
use super::cue::negations;
use super::pair::{Pair, Side};
use super::speaker::{own_terms, speaker};
use super::words::{Word, Words, met};
use super::{Finding, RuleName, Stance, Voice, contrast, subject, telling};
use crate::span::Span;
use crate::tag::{Tag, lemma};
use crate::token::Token;

/// Least share of both claims that must meet before a negation in one of them is held against the other.
/// Larger misses denials told in other words, smaller takes a "not" about something else for a denial.
const LEAST_SHARED: f64 = 0.55;

/// The same of what the claims say, their speakers left out, where the negation turns a verb or adjective of both: "'I will not resign,' said
/// Roth" and "Roth said that she would resign" share little but that verb.
const LEAST_SAID: f64 = 0.75;

/// Tells whether a negation of one claim turns a verb or adjective that the other has too, and little else is said.
fn turns_what_both_say(pair: &Pair<'_>, words: &Words) -> bool {
    let said = |side: &Side<'_>, list: &[Word]| met(list, |word| !side.claim.attribution.contains(&word.at));
    let turned = lone(pair, words).is_some_and(|lone| lone.turned().is_some());
    turned && said(&pair.a, &words.a).min(said(&pair.b, &words.b)) >= LEAST_SAID
}

/// Fewest words of a denial that the other claim must have, the verb among them.
const LEAST_DENIED: usize = 3;

/// Tells whether the other claim says everything that is denied, with more detail: who "paid a ransom of 9 million" did what "Medara refused
/// to pay a ransom" denies. The other way round the denial may be of the detail alone.
fn denies_all_it_says(pair: &Pair<'_>, words: &Words) -> bool {
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
fn denies_its_act(pair: &Pair<'_>, words: &Words) -> Option<bool> {
    let lone = lone(pair, words)?;
    let other = if lone.in_b { &pair.a } else { &pair.b };
    let (cue, denied) = lone.turned()?;
    let done = lone.theirs.get(denied.partner?)?;
    let verbs = matches!((denied.tag, done.tag), (Tag::Verb(_), Tag::Verb(_)));
    let breaks = |at: &usize| matches!(lone.side.read.tags[*at], Tag::Punctuation | Tag::Subordinator | Tag::Relative);
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
fn denies_the_owner(pair: &Pair<'_>) -> bool {
    let words = super::words::words(pair);
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

/// Tells whether both claims are told by one speaker.
fn is_of_one_speaker(pair: &Pair<'_>) -> bool {
    let names = speaker(&pair.a).zip(speaker(&pair.b));
    names.is_some_and(|((_, a), (_, b))| !a.is_disjoint(&b))
}

/// Finds an odd negation in one claim only.
pub(super) fn negated(pair: &Pair<'_>) -> Option<Finding> {
    let (a, b) = (&pair.a.claim.modality, &pair.b.claim.modality);
    if a.is_negated() == b.is_negated() {
        return None;
    }
    let mut of_one_act = false;
    if pair.covered.min(pair.covering) < LEAST_SHARED {
        let words = super::words::words(pair);
        of_one_act = !pair.names_apart() && denies_its_act(pair, &words).unwrap_or_default();
        if !of_one_act && !turns_what_both_say(pair, &words) && !denies_all_it_says(pair, &words) {
            return None;
        }
    }
    // A hedge beside the negation makes it a doubt, which another rule tells; what nobody intends is none.
    if a.is_hedged() && !intends_not(&pair.a) || b.is_hedged() && !intends_not(&pair.b) {
        return None;
    }
    let denial = denial(pair)?;
    let Denial { denying, other, cue, .. } = denial;
    let reach = reach(denying, other, cue);
    // "Opens on May 6", "does not open until May 6".
    if reach == Reach::Elsewhere || is_limited(denying) && !is_limited(other) {
        return None;
    }
    // A denial in quotation marks is its speaker's: the document itself contradicts nothing, unless the other lets the same speaker say
    // the opposite. Nor does it where one denies that which another says: "Holm denied that …", "Stavik said that …".
    let attributed = |side: &Side<'_>| side.claim.voice == Voice::Attributed;
    let told = denying.read.tokens_of(cue);
    let of_speaker = attributed(denying) && denying.claim.stands_quoted(denying.read)
        || attributed(other) && denying.claim.attribution.contains(&told.start);
    let speakers_differ = of_speaker && !is_of_one_speaker(pair);
    // What is denied belongs to what the two are compared by; the negating word alone does not.
    let nothing = Span::new(other.claim.extent().start, other.claim.extent().start);
    let (at_a, at_b) = if denial.second_leads { (nothing, cue) } else { (cue, nothing) };
    let open = speakers_differ
        || reach == Reach::Act && !undoes(pair, denying, cue)
        || !of_one_act && contrast::are_words_apart(pair, at_a, at_b)
        || contrast::are_times_apart(pair, at_a, at_b)
        || contrast::are_of_other_years(pair)
        || tell_of_themselves(denying, other)
        || denies_the_owner(pair);
    let stance = if open { Stance::Partly } else { Stance::Contradicts };
    Some(denial.finding(stance, 0.7))
}

/// Tells whether one and the same refuses in one claim what it does in the other: "rejected a cut in the tax", "cut the tax".
fn undoes(pair: &Pair<'_>, denying: &Side<'_>, cue: Span) -> bool {
    let words = super::words::words(pair);
    let in_a = std::ptr::eq(denying, &raw const pair.a);
    let (ours, theirs) = if in_a { (&words.a, &words.b) } else { (&words.b, &words.a) };
    let at = denying.read.tokens_of(cue).start;
    let refused = ours.iter().filter(|word| word.at > at && word.at - at <= SCOPE);
    refused.filter_map(|word| theirs.get(word.partner?)).any(|done| {
        let (at_a, at_b) = if in_a { (at, done.at) } else { (done.at, at) };
        matches!(done.tag, Tag::Verb(_)) && subject::is_one(pair, at_a, at_b)
    })
}

/// Verbs and nouns of what somebody means to do.
const INTENDING: &[&str] = &["plan", "intend", "intention"];

/// How many tokens behind a negation they may stand: "does not currently plan", "has no plans".
const INTENDED: usize = 3;

/// Tells whether all that hedges a claim is a plan that nobody has: "does not plan to visit". What nobody planned once may have been done since.
fn intends_not(side: &Side<'_>) -> bool {
    let (tokens, modality) = (&side.read.tokens, &side.claim.modality);
    let intends = |at: usize| {
        let normal = tokens[at].normal.as_str();
        INTENDING.contains(&normal) || lemma(normal).is_some_and(|verb| INTENDING.contains(&verb))
    };
    let negated = |hedge: &Span| {
        let hedged = side.read.tokens_of(*hedge);
        let before = hedged.start.saturating_sub(INTENDED)..hedged.start;
        let not = before.clone().any(|at| modality.negations.contains(&tokens[at].span));
        let once =
            (before.start.saturating_sub(1)..hedged.start).any(|at| tokens[at].is("did") || tokens[at].is("had"));
        hedged.clone().any(intends) && not && !once
    };
    modality.hedges.iter().all(negated)
}

/// A claim that is negated beside one that is not.
struct Denial<'p> {
    denying: &'p Side<'p>,
    other: &'p Side<'p>,
    /// The first negating word.
    cue: Span,
    second_leads: bool,
}

/// Puts the negated one of two claims first; none where both or neither are.
fn denial<'p>(pair: &'p Pair<'p>) -> Option<Denial<'p>> {
    if pair.same_polarity() {
        return None;
    }
    let second_leads = pair.b.claim.modality.is_negated();
    let (denying, other) = if second_leads { (&pair.b, &pair.a) } else { (&pair.a, &pair.b) };
    let cue = *denying.claim.modality.negations.first()?;
    Some(Denial { denying, other, cue, second_leads })
}

impl Denial<'_> {
    /// Makes the finding, with what is negated and what the other claim tells for it.
    fn finding(&self, stance: Stance, confidence: f64) -> Finding {
        let not = telling::negated(self.denying, self.cue);
        let so = told(self.other, self.denying, not);
        let (cue_a, cue_b) = if self.second_leads { (so, Some(not)) } else { (Some(not), so) };
        let second_leads = self.second_leads;
        Finding { cue_a, cue_b, second_leads, ..Finding::new(stance, RuleName::Negation, confidence) }
    }
}

/// Tells whether two speakers tell of themselves: "Maro said it was in talks", "Tersa said it was not"; "the victim's father said that he forgave",
/// "the victim's brother said that he did not".
fn tell_of_themselves(denying: &Side<'_>, other: &Side<'_>) -> bool {
    let opens = |side: &Side<'_>| {
        let mut words =
            side.claim.content(side.read).filter(|(.., tag)| *tag != Tag::Punctuation && *tag != Tag::Complementizer);
        words.next().is_some_and(|(.., tag)| matches!(tag, Tag::Pronoun | Tag::Possessive))
    };
    let (ours, theirs) = (own_terms(denying), own_terms(other));
    opens(denying) && opens(other) && !ours.is_empty() && !theirs.is_empty() && ours.is_disjoint(&theirs)
}

/// Tells whether a claim says until when it holds.
fn is_limited(side: &Side<'_>) -> bool {
    side.claim
        .tokens
        .iter()
        .flat_map(Clone::clone)
        .any(|at| matches!(side.read.tokens[at].normal.as_str(), "until" | "till"))
}

/// What a negating word turns round of what the other claim says.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Reach {
    /// The statement.
    Statement,
    /// Nothing: the words that it negates the other claim does not have, or tells as gone too.
    Elsewhere,
    /// An act of refusing: "rejected the offer" leaves the offer as it was.
    Act,
}

/// Verbs that negate what somebody else said or offered, not their own sentence.
const REFUSING: &[&str] = &["reject", "dismiss"];

/// Verbs that say that their object is gone or was never there: "lost power" is "without power".
const LACKING: &[&str] = &["lose", "lack", "miss", "need"];

/// Tells what a negating word turns round. "Without" negates the noun behind it and nothing else: "resigned without warning" and "resigned"
/// go together, and so do "without power" and "lost power".
fn reach(denying: &Side<'_>, other: &Side<'_>, cue: Span) -> Reach {
    let tokens = &denying.read.tokens;
    let at = tokens.partition_point(|token| token.span.end <= cue.start);
    let Some(token) = tokens.get(at) else { return Reach::Statement };
    let says = |side: &Side<'_>, stem: &str| side.claim.content(side.read).any(|(_, token, _)| token.stem == stem);
    if token.is("without") {
        let behind = denying.claim.content(denying.read).filter(|&(i, ..)| i > at && i - at <= SCOPE);
        let noun = behind.take_while(|(.., tag)| *tag != Tag::Punctuation && *tag != Tag::Preposition);
        let negated = noun.filter(|(.., tag)| matches!(tag, Tag::Noun | Tag::Name | Tag::Verb(_))).last();
        let gone = |(_, token, tag): (usize, &Token, Tag)| {
            tag.is_verbal() && lemma(&token.normal).is_some_and(|verb| LACKING.contains(&verb))
        };
        let met = negated.is_some_and(|(_, token, _)| says(other, &token.stem));
        return if met && !other.claim.content(other.read).any(gone) { Reach::Statement } else { Reach::Elsewhere };
    }
    let verb = denying.read.stands_for(at).or_else(|| lemma(&token.normal));
    let refusing = denying.read.tags[at].is_verbal()
        && verb.is_some_and(|verb| REFUSING.contains(&verb))
        && !matches!(denying.read.tags.get(at + 1), Some(Tag::Complementizer));
    if refusing { Reach::Act } else { Reach::Statement }
}

/// Finds an odd negation in one claim only, of a word that both have, where too little else meets to call it a contradiction: nobody can
/// say that no difference was found. So too where something limits it, "will not be raised until 2027", and the other gives no such date.
pub(super) fn left_open(pair: &Pair<'_>) -> Option<Finding> {
    // Most pairs of a row come here; setting all their words against each other takes long.
    if negations(&pair.a).len() % 2 == negations(&pair.b).len() % 2 {
        return None;
    }
    let words = super::words::words(pair);
    let lone = lone(pair, &words)?;
    let limited = || if super::quantity::same_period(pair) { None } else { lone.turned_but(|limited| limited) };
    let (cue, word) = lone.turned().or_else(limited)?;
    let met = lone.theirs.get(word.partner?)?;
    let candidate = lone.candidate(RuleName::Negation, cue, met.span);
    Some(Finding { stance: Stance::Partly, ..candidate.finding })
}

/// Finds an odd negation in one claim only, whatever else they say: it may deny something else, but no two such claims say the same.
pub(super) fn unlike(pair: &Pair<'_>) -> Option<Finding> {
    let denial = denial(pair)?;
    let Denial { denying, other, cue, .. } = denial;
    // "Did not rise" and "fell" say the same.
    let opposed = || super::opposite::opposed(&super::words::words(pair)).is_some();
    if reach(denying, other, cue) == Reach::Elsewhere || is_limited(denying) || opposed() {
        return None;
    }
    Some(denial.finding(Stance::Partly, 0.5))
}

/// Returns the word of a claim that another negates, else its first verb, else all of it.
fn told(side: &Side<'_>, denying: &Side<'_>, not: Span) -> Option<Span> {
    let says = |tag: Tag| matches!(tag, Tag::Verb(_) | Tag::Noun | Tag::Name | Tag::Adjective);
    let denied = |stem: &str| {
        let mut tokens = denying.read.tokens.iter().zip(&denying.read.tags);
        tokens.any(|(token, tag)| not.contains(token.span) && says(*tag) && token.stem == stem)
    };
    let content = || side.claim.content(side.read);
    let same = content().find(|(_, token, tag)| says(*tag) && denied(&token.stem));
    let verb = || content().find(|(.., tag)| matches!(tag, Tag::Verb(_)));
    same.or_else(verb).map(|(_, token, _)| token.span).or_else(|| side.claim.spans.first().copied())
}

/// How many tokens after a negation the word may stand that it turns round.
const SCOPE: usize = 7;

/// A negation of one claim only.
struct Lone<'p> {
    cues: Vec<Span>,
    in_b: bool,
    /// The claim that holds it, and its words.
    side: &'p Side<'p>,
    ours: &'p [Word],
    /// The other claim's words.
    theirs: &'p [Word],
}

fn lone<'p>(pair: &'p Pair<'p>, words: &'p Words) -> Option<Lone<'p>> {
    let (in_a, in_b) = (negations(&pair.a), negations(&pair.b));
    // "Did not rise" and "fell" say the same.
    if in_a.len() % 2 == in_b.len() % 2 || super::opposite::opposed(words).is_some() {
        return None;
    }
    Some(if in_b.len() > in_a.len() {
        Lone { cues: in_b, in_b: true, side: &pair.b, ours: &words.b, theirs: &words.a }
    } else {
        Lone { cues: in_a, in_b: false, side: &pair.a, ours: &words.a, theirs: &words.b }
    })
}

/// How many tokens after a negation the verb or adjective may stand that it surely turns: "will not even now resign".
const TURNED: usize = 4;

impl Lone<'_> {
    /// Returns the negation with the verb or adjective of both claims that it surely turns; "not until Monday" turns nothing.
    fn turned(&self) -> Option<(Span, &Word)> {
        self.turned_but(|limited| !limited)
    }

    /// The same, with whether something limits it held to a condition.
    fn turned_but(&self, asked: impl Fn(bool) -> bool) -> Option<(Span, &Word)> {
        let tokens = &self.side.read.tokens;
        self.cues.iter().rev().find_map(|&cue| {
            let at = tokens.partition_point(|token| token.span.end <= cue.start);
            let limits = |token: &Token| matches!(token.normal.as_str(), "until" | "till" | "unless" | "before");
            let intends = |w: &Word| lemma(&w.normal).is_some_and(|verb| INTENDING.contains(&verb));
            let says = |w: &&Word| w.at > at && matches!(w.tag, Tag::Verb(_) | Tag::Adjective) && !intends(w);
            let word = self.ours.iter().find(says)?;
            let turns = word.at - at <= TURNED && word.partner.is_some() && asked(tokens[at..].iter().any(limits));
            turns.then_some((cue, word))
        })
    }

    fn scoped(&self) -> Option<(Span, &Word)> {
        self.cues.iter().rev().find_map(|&cue| Some((cue, scoped(self.side, cue, self.ours)?)))
    }

    fn candidate(&self, rule: RuleName, cue: Span, met: Span) -> Candidate {
        let cue = telling::negated(self.side, cue);
        let (cue_a, cue_b) = if self.in_b { (met, cue) } else { (cue, met) };
        Candidate::led(rule, cue_a, cue_b, self.in_b)
    }
}

/// Share of what a negation denies that must meet in the description of another picture: "there is no man dancing" leaves open whether a
/// woman sings.
const DENIED: f64 = 0.75;

/// Returns the share of the words behind the last lone negation that the other claim has too: how much of what is denied it says.
pub(super) fn denied_share(pair: &Pair<'_>, words: &Words) -> Option<f64> {
    let lone = lone(pair, words)?;
    let at = lone.side.read.tokens.iter().position(|t| Some(&t.span) == lone.cues.last())?;
    Some(met(lone.ours, |w| w.at > at))
}

/// Finds a negation in one claim only, before or around a word that both have.
pub(super) fn turned(pair: &Pair<'_>, words: &Words) -> Option<Candidate> {
    let lone = lone(pair, words)?;
    if is_caption(&pair.a) && is_caption(&pair.b) && denied_share(pair, words).is_some_and(|share| share < DENIED) {
        return None;
    }
    let (cue, word) = lone.scoped()?;
    let met = lone.theirs.get(word.partner?)?;
    Some(lone.candidate(RuleName::Negation, cue, met.span))
}

/// How many words both sentences have where they tell so much of somebody named that a negation in one of them can turn what the other does
/// not tell. Fewer words take back more that is right.
const LONG: usize = 6;

/// Finds a negation in one claim only, around words that the other tells otherwise; its verb is the other cue.
pub(super) fn turned_apart(pair: &Pair<'_>, words: &Words) -> Option<Candidate> {
    let lone = lone(pair, words)?;
    let named = words.a.iter().any(|w| w.tag == Tag::Name && w.partner.is_some());
    if lone.scoped().is_some() || named && words.a.len().min(words.b.len()) >= LONG {
        return None;
    }
    let cue = *lone.cues.last()?;
    let verb = lone.theirs.iter().find(|w| matches!(w.tag, Tag::Verb(_))).or(lone.theirs.first())?;
    Some(lone.candidate(RuleName::NegationApart, cue, verb.span))
}

/// Tells whether a negation stands before a word in the same part of its clause.
fn negates(side: &Side<'_>, cues: &[Span], at: usize) -> Option<Span> {
    let parts = |&i: &usize| {
        !matches!(side.read.tags[i], Tag::Punctuation | Tag::Coordinator | Tag::Subordinator | Tag::Relative)
    };
    let before = (at.saturating_sub(SCOPE)..at).rev().take_while(parts);
    let mut found = before.filter_map(|i| cues.iter().find(|&&cue| side.read.tokens[i].span == cue).copied());
    let cue = found.next()?;
    // Two negations before one word take each other back.
    found.next().is_none().then_some(cue)
}

/// Finds a verb or adjective both have that is negated in one claim only, where the claims hold equally many negations in all.
pub(super) fn mismatched(pair: &Pair<'_>, words: &Words) -> Option<Candidate> {
    let (in_a, in_b) = (negations(&pair.a), negations(&pair.b));
    if in_a.len() % 2 != in_b.len() % 2 || in_a.is_empty() && in_b.is_empty() {
        return None;
    }
    for b in words.b.iter().filter(|w| matches!(w.tag, Tag::Verb(_) | Tag::Adjective)) {
        let Some(a) = b.partner.map(|at| &words.a[at]) else { continue };
        let (turned_a, turned_b) = (negates(&pair.a, &in_a, a.at), negates(&pair.b, &in_b, b.at));
        let (cue_a, cue_b) = match (turned_a, turned_b) {
            (Some(cue), None) => (telling::negated(&pair.a, cue), b.span),
            (None, Some(cue)) => (a.span, telling::negated(&pair.b, cue)),
            _ => continue,
        };
        return Some(Candidate::led(RuleName::NegationOf, cue_a, cue_b, turned_b.is_some()));
    }
    None
}

/// Returns the word that a negation turns round: the first met word after it, else the last before it.
fn scoped<'w>(side: &Side<'_>, cue: Span, words: &'w [Word]) -> Option<&'w Word> {
    let at = side.read.tokens.iter().position(|t| t.span == cue)?;
    // A negation turns what is said, not who or when: "did not move | on Thursday".
    let said = |w: &Word| !matches!(w.tag, Tag::Name | Tag::Number) && !side.read.is_dated(w.span);
    let met = |w: &&Word| w.partner.is_some() && w.span != cue && said(w);
    words
        .iter()
        .filter(met)
        .find(|w| w.at > at && w.at - at <= SCOPE)
        .or_else(|| words.iter().rev().filter(met).find(|w| w.at < at && at - w.at <= SCOPE))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::stance::judge::with_pair;
    use crate::stance::judge_pair;

    #[test]
    fn a_negated_verb_of_both_is_never_passed_over() {
        let judged = |a: &str, b: &str| with_pair(a, b, |pair| judge_pair(pair).stance);
        for (a, b, stance) in [
            ("Director Ines Roth said she would resign.", "“I will not resign,” said Ines Roth.", Stance::Contradicts),
            ("Owner Karl Beck said he would rebuild it.", "“We will not rebuild,” Beck said.", Stance::Contradicts),
            (
                "The ferry sailed on Monday.",
                "Ana Cruz, a nurse, said the ferry did not sail from the old harbour.",
                Stance::Partly,
            ),
            // No sign of it.
            (
                "The panel found no evidence that Holm had falsified data.",
                "The panel found that Holm had falsified data.",
                Stance::Contradicts,
            ),
            (
                "The panel found no evidence that Holm had falsified data.",
                "Holm had falsified data for years, a former pupil wrote in a letter.",
                Stance::Partly,
            ),
            // Who refuses it and does it is one.
            (
                "The board of Lund rejected a cut in the tax on hotels.",
                "The board of Lund cut the tax on hotels by half.",
                Stance::Contradicts,
            ),
            (
                "The board of Lund rejected a plan on Friday to replace the old pipes.",
                "The board of Lund voted on Friday to replace the old pipes.",
                Stance::Contradicts,
            ),
            ("The guests of Lund rejected a cut in the tax.", "The board of Ost cut the tax by half.", Stance::Partly),
            // What is denied was done, whoever else or whatever else is told of.
            (
                "Police searched her office and her barn on Monday and took away papers.",
                "Her barn was not searched, said her lawyer.",
                Stance::Contradicts,
            ),
            (
                "The inquiry found that a nurse had failed to raise the alarm.",
                "Nurse Ida Holm, who raised the alarm twice that night, wept in the gallery.",
                Stance::Contradicts,
            ),
            (
                "A man drowned in the south of Ost county, where two dams broke.",
                "The sheriff said that nobody had drowned in the county.",
                Stance::Contradicts,
            ),
            (
                "The governor declared a state of emergency in three districts on Sunday.",
                "The governor does not plan to declare an emergency, as there is money left.",
                Stance::Contradicts,
            ),
            (
                "The governor declared a state of emergency in three districts on Sunday.",
                "The governor did not plan to declare an emergency, as there was money left.",
                Stance::Partly,
            ),
            (
                "The mayor of Lund sold the inn's barn to a farmer.",
                "The mayor does not plan to sell the inn, her office said.",
                Stance::Partly,
            ),
            (
                "Mayor Ida Holm has resigned.",
                "\"I have not resigned and I will not resign,\" said Mayor Ida Holm.",
                Stance::Contradicts,
            ),
            (
                "A man drowned in the south of Ost county, where two dams broke.",
                "The sheriff said that nobody had drowned in the lake.",
                Stance::Partly,
            ),
            // By somebody else, to something else, of something else, in another year.
            (
                "In 2021 the town of Ost paid a ransom of 60 million for its files.",
                "No ransom was paid, the town said.",
                Stance::Partly,
            ),
            (
                "Mayor Karl Beck signed the contract for the arena in Lund.",
                "The mayor's deputy did not sign the contract, to the relief of the union.",
                Stance::Partly,
            ),
            (
                "The court in Lund heard the first witness on Monday.",
                "The court did not hear the lawyers.",
                Stance::Partly,
            ),
            (
                "The council approved the budget for roads and bridges.",
                "The council did not approve the budget for schools.",
                Stance::Partly,
            ),
            // All that is denied is said, with more; and the other way round, where the denial may be of the detail alone.
            ("Medara paid a ransom of 9 million.", "Medara had refused to pay a ransom.", Stance::Contradicts),
            ("Medara paid a ransom.", "Medara did not pay a ransom of 9 million in coins to the gang.", Stance::Partly),
            ("The line was restored.", "The line will not be restored until Monday.", Stance::Partly),
            ("The line opens on May 6.", "The line does not open until May 6.", Stance::Supports),
            (
                "The pool will stay open until midnight.",
                "The pool will not stay open until midnight.",
                Stance::Contradicts,
            ),
        ] {
            assert_eq!(judged(a, b), stance, "{a} | {b}");
        }
    }

    #[test]
    fn two_of_one_family_deny_nothing_of_each_other() {
        let story = |a: &str, b: &str| {
            let document = |(id, text): (&str, &str)| serde_json::json!({ "id": id, "lang": "en", "text": text });
            let documents: Vec<_> = [("a", a), ("b", b)].into_iter().map(document).collect();
            let corpus = serde_json::json!({ "format": "news-compare.corpus/1", "documents": documents }).to_string();
            let rows = crate::analyze(&crate::Corpus::from_json(&corpus).unwrap(), &crate::Options::default()).claims;
            rows.iter().any(|row| row.cells.iter().any(|cell| cell.stance == Stance::Contradicts))
        };
        let sister = "The hiker's sister told the court in Lund that she blamed the guide.";
        assert!(!story(sister, "The hiker's widow told the court in Lund that she did not blame the guide."));
        assert!(story(sister, "The hiker's sister told the court in Lund that she did not blame the guide."));
    }

    #[test]
    fn without_and_refusing_turn_round_what_they_stand_by() {
        let judged = |a: &str, b: &str| with_pair(a, b, |pair| judge_pair(pair).stance);
        for (a, b, stance) in [
            ("The abbot resigned on Monday.", "The abbot resigned without warning on Monday.", Stance::Supports),
            ("The dam was built with a permit.", "The dam was built without a permit.", Stance::Contradicts),
            ("4,000 homes lost power in the storm.", "The storm left 4,000 homes without power.", Stance::Supports),
            (
                "The union was made an offer by the mill on Monday.",
                "The union rejected the offer of the mill on Monday.",
                Stance::Partly,
            ),
            (
                "The union was made an offer by the mill on Monday.",
                "The union turned down the offer of the mill on Monday.",
                Stance::Partly,
            ),
        ] {
            assert_eq!(judged(a, b), stance, "{a} | {b}");
        }
    }
}
