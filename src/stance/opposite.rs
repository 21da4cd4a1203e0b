//! The two use words that cannot both be said of the same thing: "rose" and "fell", "approved" and "rejected".

use super::candidate::Candidate;
use super::cue::{negations, tokens};
use super::pair::{Pair, Side};
use super::words::{Word, Words, differ_only_in};
use super::{Finding, RuleName, Stance, contrast, subject};
use crate::claim::Read;
use crate::claim::quantity::Unit;
use crate::lexicon::Lexicon;
use crate::order::Gather as _;
use crate::span::Span;
use crate::tag::{Tag, lexicon};
use crate::token::stem_of;
use std::sync::LazyLock;

/// Least likeness of two claims before opposite words in them are held against each other.
/// Larger misses contradictions told in other words, smaller sets apart statements about different things.
const LEAST_SIMILARITY: f64 = 0.4;

/// Each word's axes, by stem: the number of the axis and the side.
type Axes = Lexicon<Vec<(usize, bool)>>;

/// What must be alike beside two words for them to exclude each other.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Asks {
    /// What they are said of.
    Object,
    /// That, and who does it: one sells what another buys.
    Subject,
    /// What they are said of, by no two that are named or described otherwise: one leaves where another stays.
    NoOther,
    /// What they are said of, by one of a name: of the members of a board some vote for it and some against.
    OneName,
    /// All else: the first match and the last one.
    AllElse,
    /// More than words tell: who is released was arrested before.
    Never,
}

/// The opposites of news, grouped by hand: sure enough to decide alone.
static AXES: LazyLock<Axes> = LazyLock::new(|| read_axes(opposites()));

/// What each of their axes asks for.
static ASKS: LazyLock<Vec<Asks>> = LazyLock::new(|| {
    let asks = |line: &str| match line.as_bytes().first() {
        Some(b'~') => Asks::Subject,
        Some(b'=') => Asks::AllElse,
        Some(b'^') => Asks::NoOther,
        Some(b'@') => Asks::OneName,
        Some(b'>') => Asks::Never,
        _ => Asks::Object,
    };
    opposites().map(asks).collect()
});

/// With the antonyms of the language at large, of which many can both be so: candidates that the model weighs.
static ANTONYMS: LazyLock<Axes> =
    LazyLock::new(|| read_axes(opposites().chain(lexicon(include_str!("../lexicon/antonyms.txt")))));

fn opposites() -> impl Iterator<Item = &'static str> {
    lexicon(include_str!("../lexicon/opposites.txt"))
}

fn read_axes(lines: impl Iterator<Item = &'static str>) -> Axes {
    let mut axes = Axes::default();
    for (axis, line) in lines.enumerate() {
        for (side, words) in line.trim_start_matches(['~', '=', '^', '>', '@']).split('|').enumerate() {
            for word in words.split_whitespace() {
                let verb = word.split_once('_');
                let key = verb.map_or_else(|| stem_of(word), |(verb, particle)| phrasal(&stem_of(verb), particle));
                axes.entry(&key, Vec::new).push((axis, side == 1));
            }
        }
    }
    axes
}

/// Joins the stem of a verb and its particle.
fn phrasal(stem: &str, particle: &str) -> String {
    format!("{stem}_{particle}")
}

/// Particles that make another verb of a verb.
const PARTICLES: &[&str] = &["down", "out", "off", "up", "away", "for", "against"];

/// Returns the particle that a token is; "in favor of" a bill is for it.
fn particle(read: &Read, at: usize) -> Option<&'static str> {
    let token = &read.tokens[at];
    let favors = ["favor", "favour"].iter().any(|word| token.is(word)) && at > 0 && read.tokens[at - 1].is("in");
    if favors { Some("for") } else { PARTICLES.iter().copied().find(|word| token.is(word)) }
}

/// How many tokens after its verb a particle may stand: "turned the offer down".
const PARTICLE_REACH: usize = 4;

/// Returns the axes of a verb with its particle, where there are any, and where the particle stands.
fn with_particle(side: &Side<'_>, at: usize) -> Option<(&'static Vec<(usize, bool)>, usize)> {
    let stem = side.read.base_of_verb(at)?;
    let behind = at + 1..side.read.tokens.len().min(at + 1 + PARTICLE_REACH);
    let mut particles = behind.filter_map(|at| Some((particle(side.read, at)?, at)));
    particles.find_map(|(particle, at)| Some((AXES.get(&phrasal(stem, particle))?, at)))
}

fn joined(side: &Side<'_>, at: usize) -> Option<&'static Vec<(usize, bool)>> {
    with_particle(side, at).map(|(axes, _)| axes)
}

/// Returns the words of an opposite: a verb with its particle, since "voted" alone shows nothing.
fn whole(side: &Side<'_>, at: usize) -> Span {
    let word = side.read.tokens[at].span;
    with_particle(side, at).map_or(word, |(_, particle)| word.join(side.read.tokens[particle].span))
}

/// Returns the stem of a token's base form: "rose" and "a rise" have one.
fn base<'s>(side: &Side<'s>, at: usize) -> &'s str {
    side.read.base_of_verb(at).unwrap_or(&side.read.tokens[at].stem)
}

/// Verbs that are opposites of what is told of whom they are done to: who was killed did not survive.
const DONE_TO: &[&str] = &["defeat", "kill"];

/// Returns the axes of a token of a sentence; of a verb with a particle those of both together, where there are any.
fn axes_at(side: &Side<'_>, at: usize) -> &'static [(usize, bool)] {
    let token = &side.read.tokens[at];
    // "Down 6 percent", but not "set up" and "up three votes short".
    let changes = || {
        let behind = side.read.tokens.get(at + 1).map(|next| side.read.quantities_in(next.span));
        behind.is_some_and(|behind| behind.iter().any(|q| matches!(q.unit, Unit::Percent | Unit::Money(_))))
    };
    let moves = !matches!(token.normal.as_str(), "up" | "down") || changes();
    // Who defeats another one wins, and who kills another one lives.
    if side.read.base_of_verb(at).is_some_and(|base| DONE_TO.contains(&base)) && !subject::phrase(side, at).1 {
        return &[];
    }
    joined(side, at).or_else(|| AXES.get(base(side, at)).filter(|_| moves)).map_or(&[], Vec::as_slice)
}

/// How many opposite words of two claims are looked at. Setting all else against each other takes long, and nobody writes more.
const TRIES: usize = 8;

/// Finds words on opposite sides of one axis, each in one claim only, that exclude each other.
pub(super) fn opposite_words(pair: &Pair<'_>) -> Option<Finding> {
    opposed_words(pair, true)
}

/// Finds words on opposite sides of one axis that may be said of two things: whoever says the one does not just repeat the other, whatever
/// else they have in common.
pub(super) fn opposite_apart(pair: &Pair<'_>) -> Option<Finding> {
    opposed_words(pair, false).map(|finding| Finding { stance: Stance::Partly, confidence: APART, ..finding })
}

/// How sure it is that words apart make two statements.
const APART: f64 = 0.5;

/// Finds opposite words; `sure` asks that nothing else sets the two claims apart.
fn opposed_words(pair: &Pair<'_>, sure: bool) -> Option<Finding> {
    // Most words have no opposite, so the other claim is looked through for few.
    let says = |side: &Side<'_>, stem: &str| side.claim.content(side.read).any(|(at, ..)| base(side, at) == stem);
    let mut tried = 0;
    // "Admitted that he took it", "denied that he took it": what is opposite may be how it is said.
    for (at_a, token_a) in tokens(&pair.a) {
        let axes_a = axes_at(&pair.a, at_a);
        // "Voted for" and "voted against" share their verb.
        let says_too =
            |side: &Side<'_>, other: &Side<'_>, at: usize| joined(side, at).is_none() && says(other, base(side, at));
        if axes_a.is_empty() || says_too(&pair.a, &pair.b, at_a) {
            continue;
        }
        for &(axis, side) in axes_a {
            for (at_b, token_b) in tokens(&pair.b) {
                if !axes_at(&pair.b, at_b).contains(&(axis, !side)) || says_too(&pair.b, &pair.a, at_b) {
                    continue;
                }
                let two = || {
                    of_others(pair, at_a, at_b)
                        || subject::are_two(pair, at_a, at_b)
                        || subject::is_some(pair, at_a, at_b)
                };
                if sure && two() {
                    continue;
                }
                tried += 1;
                if tried > TRIES {
                    return None;
                }
                let (cue_a, cue_b) = (whole(&pair.a, at_a), whole(&pair.b, at_b));
                let all_else = || differ_only_in(pair, &[(false, cue_a), (true, cue_b)]);
                // They must be said of the same thing: a content word beside each is the same.
                let alike = || pair.similarity >= LEAST_SIMILARITY && same_object(pair, at_a, at_b) || all_else();
                let excluded = || match ASKS.get(axis) {
                    Some(Asks::AllElse) => all_else() && !subject::share_nothing(pair, at_a, at_b),
                    // Two that do not exclude each other still are not the same; words that only do so where all else is the same say little.
                    _ if !sure => true,
                    Some(Asks::Never) => false,
                    Some(Asks::NoOther) => subject::may_be_one(pair, at_a, at_b) && alike(),
                    Some(Asks::OneName) => subject::is_one_name(pair, at_a, at_b) && alike() || all_else(),
                    Some(Asks::Subject) => subject::is_one(pair, at_a, at_b) && alike(),
                    Some(Asks::Object) | None => alike(),
                };
                let negated = negated_beside(&pair.a, token_a.span) != negated_beside(&pair.b, token_b.span);
                if negated || !excluded() || sure && contrast::are_words_apart(pair, cue_a, cue_b) {
                    continue;
                }
                return Some(Finding {
                    cue_a: Some(cue_a),
                    cue_b: Some(cue_b),
                    ..Finding::new(Stance::Contradicts, RuleName::Opposite, 0.7)
                });
            }
        }
    }
    None
}

/// Returns the axes of the verbs of a claim.
fn axes_of_verbs(side: &Side<'_>) -> Vec<(usize, bool)> {
    let verbs = side.claim.content(side.read).filter(|(.., tag)| tag.is_verbal());
    verbs.flat_map(|(at, ..)| axes_at(side, at).iter().copied()).collect()
}

/// Tells whether the claims have verbs on two sides of one axis: "left" and "arrived".
pub(super) fn verbs_oppose(pair: &Pair<'_>) -> bool {
    let (ours, theirs) = (axes_of_verbs(&pair.a), axes_of_verbs(&pair.b));
    ours.iter().any(|&(axis, side)| theirs.contains(&(axis, !side)))
}

/// Tells whether the claims have verbs on one side of an axis: "rose" and "climbed".
pub(super) fn verbs_agree(pair: &Pair<'_>) -> bool {
    let (ours, theirs) = (axes_of_verbs(&pair.a), axes_of_verbs(&pair.b));
    ours.iter().any(|axis| theirs.contains(axis))
}

/// Tells whether a claim is negated by other words than the one at a span: "rejected" is both an opposite and a negation.
fn negated_beside(side: &Side<'_>, span: Span) -> bool {
    side.claim.modality.negations.iter().filter(|n| **n != span).count() % 2 == 1
}

/// How many tokens a word's object or subject may stand from it.
const REACH: usize = 4;

/// Tells whether two words are said "of" two things: who is convicted of fraud and cleared of perjury is both.
fn of_others(pair: &Pair<'_>, at_a: usize, at_b: usize) -> bool {
    let of = |side: &Side<'_>, at: usize| {
        let behind = at + 1..side.read.tokens.len().min(at + 1 + REACH);
        let of = behind.clone().find(|&at| side.read.tokens[at].is("of"));
        let noun = |at: usize| matches!(side.read.tags[at], Tag::Noun | Tag::Name | Tag::Adjective | Tag::Determiner);
        let phrase =
            of.into_iter().flat_map(|of| (of + 1..side.read.tokens.len()).take(REACH).take_while(|&at| noun(at)));
        phrase
            .filter(|&at| side.read.tags[at] != Tag::Determiner)
            .map(|at| side.read.tokens[at].stem.clone())
            .gather_set()
    };
    let (ours, theirs) = (of(&pair.a, at_a), of(&pair.b, at_b));
    !ours.is_empty() && !theirs.is_empty() && ours.is_disjoint(&theirs)
}

fn same_object(pair: &Pair<'_>, at_a: usize, at_b: usize) -> bool {
    let near = |side: &Side<'_>, verb: usize| {
        // "voted in favor | of the bill"
        let at = with_particle(side, verb).map_or(verb, |(_, particle)| particle);
        side.claim
            .content(side.read)
            .filter(|(i, _, tag)| {
                i.abs_diff(at) <= REACH
                    && *i != at
                    && *i != verb
                    && matches!(tag, Tag::Noun | Tag::Name | Tag::Adjective)
            })
            .map(|(_, t, _)| t.stem.clone())
            .gather_set()
    };
    near(&pair.a, at_a).intersection(&near(&pair.b, at_b)).next().is_some()
}

fn sides(word: &Word) -> &'static [(usize, bool)] {
    ANTONYMS.get(&word.stem).map_or(&[], Vec::as_slice)
}

/// Tells whether two words stand on opposite sides of an axis and on the same side of none.
fn oppose(a: &Word, b: &Word) -> bool {
    let (ours, theirs) = (sides(a), sides(b));
    ours.iter().any(|&(axis, side)| theirs.contains(&(axis, !side))) && !ours.iter().any(|s| theirs.contains(s))
}

/// Returns opposite words, each in one claim only.
pub(super) fn opposed(words: &Words) -> Option<(Span, Span)> {
    let alone = |word: &&Word| word.partner.is_none();
    let against = |b: &Word| words.a.iter().filter(alone).find(|a| oppose(a, b)).map(|a| (a.span, b.span));
    words.b.iter().filter(alone).find_map(against)
}

/// Finds opposite words, each in one claim only, in claims of which neither or both are negated.
pub(super) fn antonyms(pair: &Pair<'_>, words: &Words) -> Option<Candidate> {
    if negations(&pair.a).len() % 2 != negations(&pair.b).len() % 2 {
        return None;
    }
    let (a, b) = opposed(words)?;
    Some(Candidate::new(RuleName::Opposite, a, b))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::stance::testing::{assert_found, assert_judged};

    #[test]
    fn opposite_words_of_two_things_are_no_support() {
        assert_judged(&[
            ("Exports of Lund rose 3 percent in March.", "Imports of Lund fell 3 percent in March.", Stance::Partly),
            ("Halden made a profit of 84 million euros.", "Halden made a loss of 84 million euros.", Stance::Partly),
            ("Pranger voted for the bill.", "Pranger voted against the bill.", Stance::Contradicts),
            (
                "On Monday Ana Pranger voted in favor of the bill.",
                "Ms. Pranger voted against the bill on Monday.",
                Stance::Contradicts,
            ),
            (
                "Pranger spoke in favour of the bill in Lund.",
                "Pranger spoke against the bill in Lund.",
                Stance::Contradicts,
            ),
            // One of a board for it, another against it; who defeats another one wins.
            ("Members of the board voted for the bill.", "Two members voted against the bill.", Stance::Partly),
            (
                "Pranger won the election in Lund.",
                "Pranger defeated Ida Roth in the election in Lund.",
                Stance::Supports,
            ),
            (
                "Pranger spoke against the bill in Lund.",
                "For hours Pranger spoke on the bill in Lund.",
                Stance::Supports,
            ),
        ]);
    }

    #[test]
    fn opposite_words_of_the_same_contradict() {
        assert_found(
            opposite_words,
            &[
                ("Voters in the canton backed the measure.", "Voters in the canton opposed the measure.", true),
                ("The governor vetoed the bill on fishing.", "The governor signed the bill on fishing.", true),
                ("Unemployment rose to 6.1% in May.", "Unemployment fell to 6.1% in May.", true),
                // What one of them says of another thing, the other says too.
                (
                    "Prices in Lund fell 3% in May despite a rise in rents.",
                    "Prices rose in Lund and rents too in May.",
                    false,
                ),
                ("The profits of the mill in Lund fell in May.", "The sales of the mill in Lund rose in May.", false),
                ("The court rejected the appeal.", "The court did not accept the appeal.", false),
                ("Holm admitted that he had taken money.", "He denied that he had taken money.", true),
                (
                    "The bank of Lund cut its key rate on Friday.",
                    "On Friday the bank of Lund left its key rate unchanged.",
                    true,
                ),
                ("The bank of Lund cut its key rate on Friday.", "The bank of Ost kept wages unchanged.", false),
                ("Egypt opened the border crossing.", "Israel closed the border crossing.", false),
                // Who sells and who buys, who wins and who loses; of one subject they exclude each other.
                ("Dalby sold the three mills of Ost in Lund.", "Korta bought the three mills of Ost in Lund.", false),
                ("Dalby sold the three mills of Ost in Lund.", "Dalby bought the three mills of Ost in Lund.", true),
                ("The visitors won the final of the cup.", "The hosts lost the final of the cup.", false),
                ("Korta won the final of the cup.", "Korta lost the final of the cup.", true),
                // One leaves where another stays, and where nobody else is told of.
                (
                    "She will stay at the old mill by the harbour of Lund.",
                    "Holm will leave the old mill by the harbour of Lund.",
                    true,
                ),
                ("The guests stayed in the hotel in Lund.", "The cooks left the hotel in Lund.", false),
                ("Many homes stayed without power in Lund.", "Many homes were left without power in Lund.", false),
                // One who praises, another who does not.
                ("Ida Roth welcomed the tax on sugar in May.", "In May Ida Roth condemned the tax on sugar.", true),
                ("The bakers of Lund welcomed the tax on sugar.", "The doctors condemned the tax on sugar.", false),
                // Some of them.
                ("Many ministers attended the summit in Lund.", "Some ministers boycotted the summit in Lund.", false),
                // One after the other, and another act at another time.
                ("Alvo sold its mill in Lund last year.", "Alvo bought the mill in Lund with a loan.", false),
                ("Police arrested three men over the theft.", "Police released the three men.", false),
                ("Police have arrested the owner of the mill.", "Police have released the owner of the mill.", false),
                ("Holm will keep the cup that he won in Lund.", "Holm will lose the cup that he won in Lund.", true),
                ("Holm resigned as head of the mill in Lund.", "Holm remains head of the mill in Lund.", true),
                ("The driver of the old mail van was killed.", "The driver of the old mail van survived.", true),
                ("The storm killed two men in the harbour.", "Two men in the harbour survived the storm.", false),
                ("The residents of Lund obeyed the order.", "The residents of Lund ignored the order.", true),
                ("Holm was found alive on the beach in Lund.", "Holm was found dead on the beach in Lund.", true),
                ("The mill has kept its roof and two of its walls.", "The mill has lost one of its two walls.", false),
                ("The train was above the limit of 60.", "The train was below the limit of 60.", true),
                (
                    "The king spoke in the square of Lund before the concert.",
                    "The king ate in the square of Lund after the concert.",
                    false,
                ),
                (
                    "The king spoke in the square of Lund before the concert.",
                    "The king spoke in the square of Lund after the concert.",
                    true,
                ),
                ("The team won the first match.", "The team lost the second match.", false),
                ("The senator supports the bill.", "The opponent of the senator opposes the bill.", false),
                ("His father spoke at the trial in Bonn.", "His mother spoke at the trial in Bonn.", false),
                ("Members of the choir accepted the offer.", "Members of the choir turned the offer down.", true),
                ("A jury convicted the abbot of fraud.", "A jury cleared the abbot of fraud.", true),
                ("A jury convicted the abbot of fraud.", "A jury cleared the abbot of perjury.", false),
            ],
        );
    }
}
