//! What sets two claims apart beside the words in which they differ: another thing, a part of it, another time.
//!
//! A file of its own because every rule that sets a figure, a day or a verb against another is held to it. Who tells the same in nearly the
//! same words and changes two of them tells of two things ("the dollar rose to 11.2 crowns", "the euro rose to 12.1 crowns"); told in other
//! words throughout, the same two would be two names for one. Known limits: two reports of one thing that copy each other but for a synonym
//! in no list are taken for reports of two.

mod frame;

use super::pair::{Pair, SENTENCE, Side};
use super::words::{Word, Words, met, words};
use super::{Finding, RuleName, Stance, opposite, subject};
use crate::claim::Claim;
use crate::claim::quantity::{Quantity, Unit};
use crate::lexicon::Lexicon;
use crate::order::{Arrange as _, Gather as _};
use crate::span::Span;
use crate::tag::{Tag, lexicon};
use crate::token::stem_of;
use std::collections::BTreeSet;
use std::rc::Rc;
use std::sync::LazyLock;

/// Least share of the words of both claims, without the cues, that meet before a difference in the rest is one between two things.
const ALIKE: f64 = 0.55;

/// The same where the sentences of two details are set against each other, which tell of more than these.
const ALIKE_AROUND: f64 = 0.65;

/// Returns what the words of two claims must share.
fn alike(pair: &Pair<'_>) -> f64 {
    if pair.a.claim.is_detail() && pair.b.claim.is_detail() { ALIKE_AROUND } else { ALIKE }
}

/// Tells whether a word says what a claim is about; units and dates do not.
fn says(side: &Side<'_>, word: &Word, cue: Span) -> bool {
    let measures = side.read.is_measured(word.span);
    matches!(word.tag, Tag::Noun | Tag::Name | Tag::Adjective | Tag::Verb(_))
        && !word.span.overlaps(cue)
        && !side.attributes(word.at)
        && !side.read.is_dated(word.span)
        && !measures
}

/// Takes a detail for the whole sentence that it was cut from, where its figure is told of something, and a claim with what was cut off it.
fn whole(side: &Side<'_>) -> Claim {
    let detail = side.claim.is_detail();
    let mut tokens = if detail { vec![0..side.read.tokens.len()] } else { side.claim.tokens.clone() };
    if !detail {
        tokens.extend(side.claim.cut_off.iter().cloned());
        tokens.arrange_by_key(|range| range.start);
    }
    Claim { tokens, ..side.claim.clone() }
}

/// Sets the words of two claims against each other, those of details with what their sentences tell beside them.
fn words_around(pair: &Pair<'_>) -> Rc<Words> {
    let (a, b) = (whole(&pair.a), whole(&pair.b));
    words(&pair.with_claims(&a, &b))
}

/// Tells whether the sentence of a claim has a word anywhere.
fn has(side: &Side<'_>, term: Option<u32>, stem: &str) -> bool {
    let tokens = side.read.tokens.iter().zip(side.tokens).take(SENTENCE);
    let mut met = tokens.map(|(token, other)| token.stem == stem || term.is_some() && *other == term);
    met.any(|met| met)
}

/// The words of a claim that the other has not: whether each is a name, with the nearest word before it that both have and the nearest behind
/// it, as places in the first of the two claims.
type Lacking = Vec<(bool, Option<usize>, Option<usize>)>;

/// Collects the words of a claim that are asked for and have no like in the sentence of the other. `place` says where a word that both have
/// stands in the first claim.
fn lacking(
    [side, other]: [&Side<'_>; 2],
    list: &[Word],
    asked: impl Fn(&Word) -> bool,
    place: impl Fn(usize) -> Option<usize>,
) -> Lacking {
    let mut behind = vec![None; list.len()];
    let mut next = None;
    for at in (0..list.len()).rev() {
        behind[at] = next;
        next = place(at).or(next);
    }
    let (mut found, mut before) = (Lacking::new(), None);
    for (at, word) in list.iter().enumerate() {
        let alone = word.partner.is_none() && asked(word);
        if alone && !has(other, side.tokens[word.at], &side.read.tokens[word.at].stem) {
            found.push((word.tag == Tag::Name, before, behind[at]));
        }
        before = place(at).or(before);
    }
    found
}

/// Tells whether two claims say nearly the same, and a word of one, beside its cue, stands in the place of another of the other: behind the
/// same word or before it, "the tariff on steel" and "the tariff on aluminium". Both are of those asked for, and the whole sentence of the
/// other lacks them.
///
/// Without the place the reports of one thing in words of their own are taken for two: "the author Irena Balog" and "passed away near Pécs".
fn is_of_two(pair: &Pair<'_>, words: &Words, (a, b): (Span, Span), asked: fn(Tag) -> bool) -> bool {
    let of_a = |word: &Word| says(&pair.a, word, a);
    let of_b = |word: &Word| says(&pair.b, word, b);
    if met(&words.a, of_a).min(met(&words.b, of_b)) < alike(pair) {
        return false;
    }
    let shared = |at: usize| words.a[at].partner.map(|_| at);
    let ours = lacking([&pair.a, &pair.b], &words.a, |word| asked(word.tag) && of_a(word), shared);
    let theirs = lacking([&pair.b, &pair.a], &words.b, |word| asked(word.tag) && of_b(word), |at| words.b[at].partner);
    // A name and a description can be of one: "in Manabi and Esmeraldas", "in two coastal provinces".
    theirs.iter().any(|theirs| ours.iter().any(|ours| ours.0 == theirs.0 && (ours.1 == theirs.1 || ours.2 == theirs.2)))
}

/// Tells whether one claim narrows a noun of both that the other does not narrow: "the mayor" and "the deputy mayor".
fn is_of_part(pair: &Pair<'_>, words: &Words, a: Span, b: Span) -> bool {
    let of_a = |word: &Word| says(&pair.a, word, a);
    let of_b = |word: &Word| says(&pair.b, word, b);
    if met(&words.a, of_a).min(met(&words.b, of_b)) < alike(pair) {
        return false;
    }
    let narrows = |list: &[Word], cue: Span| {
        list.windows(2).any(|pair| {
            let [word, noun] = pair else { return false };
            // "A monthly ticket" ends as an adverb does.
            matches!(word.tag, Tag::Noun | Tag::Adjective | Tag::Adverb)
                && !word.span.overlaps(cue)
                && word.partner.is_none()
                && noun.at == word.at + 1
                && noun.partner.is_some()
                && noun.tag == Tag::Noun
        })
    };
    narrows(&words.a, a) || narrows(&words.b, b)
}

/// Tells whether the words at a cue count a part of what was named: "two of the dead", "40 of them".
fn counts_part(side: &Side<'_>, cue: Span) -> bool {
    let tokens = &side.read.tokens;
    let counted = side.read.tokens_of(cue);
    let whole =
        |word: &str| matches!(word, "the" | "them" | "those" | "these" | "its" | "their" | "his" | "her" | "whom");
    (counted.start..counted.end + 1).any(|at| {
        tokens.get(at).is_some_and(|token| token.is("of"))
            && tokens.get(at + 1).is_some_and(|token| whole(&token.normal))
            && at > counted.start
    })
}

/// Tells whether a sentence gives the number at the other's cue for something of its own: "65 flights, 40 of them from Lund".
fn gives_too(side: &Side<'_>, number: &Quantity) -> bool {
    side.read.quantities.iter().any(|q| q.unit == number.unit && number.is_as_much(q))
}

/// Tells whether a span of time stands where it says when something was ("after 30 days", "30 days ago"), and what it is a span of ("two
/// days of rain").
fn told_of(side: &Side<'_>, span: &Quantity) -> (bool, Option<u32>) {
    let written = side.read.tokens_of(span.span);
    let is = |at: usize, words: &[&str]| {
        side.read.tokens.get(at).is_some_and(|token| words.contains(&token.normal.as_str()))
    };
    let before =
        (written.start.saturating_sub(2)..written.start).any(|at| is(at, &["after", "within", "in", "before"]));
    let when = before || is(written.end, &["after", "before", "ago", "later", "earlier", "into"]);
    let of = if is(written.end, &["of"]) { side.tokens.get(written.end + 1).copied().flatten() } else { None };
    (when, of)
}

/// Tells whether of two spans of time one says how long something took and the other when it was, or they are of two things.
fn are_spans_of_two(pair: &Pair<'_>, a: &Quantity, b: &Quantity) -> bool {
    match (told_of(&pair.a, a), told_of(&pair.b, b)) {
        ((_, Some(ours)), (_, Some(theirs))) => ours != theirs,
        ((ours, _), (theirs, _)) => ours != theirs,
    }
}

/// Tells whether two numbers are of two things, or one of a part or another day, whatever else the claims say. The outcomes of two votes
/// count nothing that has parts or a place.
pub(super) fn are_of_two(pair: &Pair<'_>, a: &Quantity, b: &Quantity) -> bool {
    let votes = a.outcome_total().is_some() && b.outcome_total().is_some();
    frame::is_of_other_day(pair)
        || !votes
            && (a.unit == Unit::Duration && are_spans_of_two(pair, a, b)
                || counts_part(&pair.a, a.span) != counts_part(&pair.b, b.span)
                || frame::is_of_other_group(pair, a.span, b.span)
                || frame::is_of_other_persons(a, b)
                || frame::is_of_past_period(pair)
                || frame::is_of_part_of_day(pair, a)
                || frame::is_of_each_or_all(pair)
                || frame::is_of_whole(pair)
                || a.unit == Unit::Count && frame::is_of_first_count(pair)
                || frame::is_of_neighbour(pair, a.span, b.span)
                || frame::is_with_fees(pair))
}

/// Tells whether the number of one claim stands in the other's sentence too, or they are of other places in an order.
pub(super) fn are_of_series(pair: &Pair<'_>, a: &Quantity, b: &Quantity) -> bool {
    gives_too(&pair.a, b) || gives_too(&pair.b, a) || frame::is_of_other_place(pair, a.span, b.span)
}

/// The measures of money, trade and people, by the stem of the word: the number of the line.
static MEASURES: LazyLock<Lexicon<usize>> = LazyLock::new(|| {
    let mut measures = Lexicon::default();
    for (line, words) in lexicon(include_str!("../lexicon/measures.txt")).enumerate() {
        words.split_whitespace().for_each(|word| measures.insert(&stem_of(word), line));
    }
    measures
});

/// Returns the measures that a claim names.
fn measures(side: &Side<'_>) -> BTreeSet<usize> {
    let nouns = side.claim.content(side.read).filter(|(.., tag)| matches!(tag, Tag::Noun | Tag::Name));
    nouns.filter_map(|(_, token, _)| MEASURES.get(&token.stem).copied()).gather_set()
}

/// Tells whether each claim names what its figure is of, and none of them is the same: orders and revenue.
fn measure_others(pair: &Pair<'_>) -> bool {
    let (ours, theirs) = (measures(&pair.a), measures(&pair.b));
    !ours.is_empty() && !theirs.is_empty() && ours.is_disjoint(&theirs)
}

/// Tells whether both claims name one measure, and the same.
pub(super) fn give_one_measure(pair: &Pair<'_>) -> bool {
    let ours = measures(&pair.a);
    ours.len() == 1 && ours == measures(&pair.b)
}

/// Tells whether a verb of both claims is told of two: "the dairy unit has", "the group has".
pub(super) fn are_of_two_subjects(pair: &Pair<'_>, words: &Words) -> bool {
    let verb = |word: &&Word| matches!(word.tag, Tag::Verb(_));
    let met = words.b.iter().filter(verb).filter_map(|word| Some((words.a.get(word.partner?)?, word)));
    let apart = |a: usize, b: usize| subject::share_nothing(pair, a, b);
    // "Have" and "be" say nothing by themselves and stand in no list of words.
    let helping = |side: &Side<'_>| {
        let mut finite = side.claim.content(side.read).filter(|(.., tag)| tag.is_finite());
        finite.next().filter(|(.., tag)| matches!(tag, Tag::Have | Tag::Be)).map(|(at, _, tag)| (at, tag))
    };
    let both = || helping(&pair.a).zip(helping(&pair.b)).filter(|((_, a), (_, b))| a == b);
    met.into_iter().filter(|(a, _)| verb(a)).any(|(a, b)| apart(a.at, b.at))
        || both().is_some_and(|((a, _), (b, _))| apart(a, b))
}

/// Tells whether what two claims say beside two figures is of two things. Another verb is another thing then: a dam that holds so much water
/// and has lost so much.
pub(super) fn are_figures_apart(pair: &Pair<'_>, a: Span, b: Span) -> bool {
    let words = words_around(pair);
    let asked: fn(Tag) -> bool = if opposite::verbs_agree(pair) { Tag::is_nominal } else { |_| true };
    is_of_two(pair, &words, (a, b), asked)
        || is_of_part(pair, &words, a, b)
        || opposite::opposed(&words).is_some()
        || measure_others(pair)
        || frame::is_other(pair, a, b)
        || are_of_two_subjects(pair, &words)
}

/// Tells whether what two claims say beside two dates is of two things.
pub(super) fn are_dates_apart(pair: &Pair<'_>, a: Span, b: Span) -> bool {
    let words = words_around(pair);
    is_of_two(pair, &words, (a, b), Tag::is_nominal)
        || opposite::opposed(&words).is_some()
        || opposite::verbs_oppose(pair)
        || frame::is_other(pair, a, b)
        || frame::is_of_another(pair)
}

/// Tells whether what two claims say beside two opposite words is of two things, or of one at two times.
pub(super) fn are_words_apart(pair: &Pair<'_>, a: Span, b: Span) -> bool {
    let words = words_around(pair);
    is_of_two(pair, &words, (a, b), Tag::is_nominal)
        || is_of_part(pair, &words, a, b)
        || measure_others(pair)
        || frame::is_of_other_group(pair, a, b)
        || are_times_apart(pair, a, b)
}

/// Tells whether two claims are of two times, or of what two minds expect.
pub(super) fn are_times_apart(pair: &Pair<'_>, a: Span, b: Span) -> bool {
    frame::is_other(pair, a, b) || frame::is_of_other_day(pair) || frame::is_of_earlier_time(pair)
}

/// Finds what is still to come in one claim and done in the other: "will visit", "has visited".
pub(super) fn planned_or_done(pair: &Pair<'_>) -> Option<Finding> {
    let will = |side: &Side<'_>| {
        let mut modals = side.claim.content(side.read).filter(|(.., tag)| *tag == Tag::Modal);
        modals.find(|(_, token, _)| token.is("will") || token.is("'ll")).map(|(_, token, _)| token.span)
    };
    let (cue_a, cue_b) = (will(&pair.a), will(&pair.b));
    (cue_a.is_some() != cue_b.is_some() && frame::is_planned_or_done(pair)).then(|| Finding {
        cue_a,
        cue_b,
        ..Finding::new(Stance::Hedges, RuleName::Hedge, 0.5)
    })
}

/// Tells whether only one claim is framed by another year or season.
pub(super) fn are_of_other_years(pair: &Pair<'_>) -> bool {
    frame::is_of_past_period(pair)
}

#[cfg(test)]
mod tests {
    use crate::stance::Stance;
    use crate::stance::testing::judged;

    #[test]
    fn what_is_told_of_two_things_contradicts_nothing() {
        for (a, b) in [
            // Another thing in nearly the same words.
            ("The dollar rose to 11.2 crowns on Monday.", "The euro rose to 12.1 crowns on Monday."),
            ("The tariff on steel takes effect on June 1.", "The tariff on aluminium takes effect on July 1."),
            (
                "The city of Torvik raised the fee to 4 euros in the old town.",
                "The city of Torvik cut the fee to 4 euros in the new suburbs.",
            ),
            // How long, and when.
            (
                "The court of Torvik jailed the clerk for 12 years.",
                "The court of Torvik jailed the clerk after 2 years.",
            ),
            // A part of it.
            ("The mayor of Torvik supports the bridge.", "The deputy mayor of Torvik opposes the bridge."),
            ("A ticket in Torvik now costs 3 euros.", "A monthly ticket in Torvik now costs 5 euros."),
            (
                "Three people were killed when a bus overturned near Torvik.",
                "Two of the dead in the bus near Torvik were children.",
            ),
            (
                "The airline cancelled 40 flights from Torvik on Monday.",
                "The airline cancelled 65 flights on Monday, 40 of them from Torvik.",
            ),
            // Another time.
            (
                "The company will invest 200 million euros in the plant in Torvik.",
                "The company has invested 150 million euros in the plant in Torvik.",
            ),
            ("The tower is 120 metres high.", "The tower will be 140 metres high with its mast."),
            ("Farmers in Norland opposed the tax on diesel.", "Farmers in Norland now support the tax on diesel."),
            (
                "The drug cut deaths by 30 percent after two years.",
                "The drug cut deaths by 22 percent after five years.",
            ),
            ("The team of Torvik lost the first leg 2-1.", "The team of Torvik won the second leg 3-0."),
            ("The ferry to Ost left at 8:15 a.m. on Monday.", "The ferry to Ost arrived at 9:40 a.m. on Monday."),
            // What sets them apart stands outside of the figure's own clause, or is the other's opposite.
            (
                "The vaccine was 91 percent effective against illness in the trial.",
                "The vaccine was 64 percent effective against infection in the trial.",
            ),
            (
                "The youngest of the survivors was pulled out on Sunday.",
                "The oldest of the survivors was pulled out on Monday.",
            ),
            ("Unemployment among women stood at 9 percent in May.", "Unemployment stood at 7 percent in May."),
            // Another place, named once for all that is told of it.
            (
                "Around 40 houses were damaged by the quake.",
                "In neighbouring Ost three people died and 1,500 houses were damaged by the quake.",
            ),
            ("The flood in Lund killed nine people.", "Elsewhere four people died in the flood."),
            (
                "The sketch went for 2.8 million francs in Geneva.",
                "With fees, the sketch went for 3.4 million francs in Geneva.",
            ),
            ("The rocket was due to lift off on Tuesday.", "The rocket lifted off on Thursday."),
            ("The jury found Helena Brandt guilty of theft.", "The jury found Helena Brandt not guilty of fraud."),
            ("Rain fell in the north of Jutra on Monday.", "No snow fell in the south of Jutra on Monday."),
            ("The shelling of Lund killed 12 people on Tuesday.", "The shelling of Lund killed 4 people on Wednesday."),
            ("The quake struck Jutra at 4 a.m. on Tuesday.", "Another quake struck Jutra at 6 a.m. on Tuesday."),
            ("Revenue was up 12 percent at Alvo.", "Profit was down 12 percent at Alvo."),
            // Another subject of one verb.
            ("Mendes was jailed for four years.", "Tulk was jailed for two years."),
            ("The dairy unit of Alvo has 4,200 employees.", "The whole group has 31,000 employees."),
            // Others, or a part of the day, or an earlier year.
            ("All 21 crew were rescued.", "All 140 passengers were rescued."),
            ("Alvo cancelled 120 flights on Monday morning.", "Alvo cancelled 240 flights on Monday."),
            ("Two miners died in the collapse.", "A collapse in 2008 killed eleven miners."),
            ("The fire destroyed 12 houses.", "A fire last summer destroyed 30 houses."),
            ("Alvo made a profit of 84 million euros.", "A year earlier Alvo made a profit of 95 million euros."),
            ("The tunnel will cost 520 million euros.", "The tunnel was to cost 410 million euros."),
            // Some of all, or one with another.
            ("About 800 houses were destroyed.", "More than 1,200 houses were damaged or destroyed."),
            ("Three people died in Norland.", "Eleven people died across Europe."),
            ("Alvo closed 14 shops in Norland on Friday.", "Alvo closed 60 shops on Friday."),
            ("Rain on Tuesday alone reached 80 millimetres in Ost.", "Rain reached 210 millimetres in Ost."),
            ("Women earned 82 percent of what men earned.", "Women under 30 earned 95 percent of what men earned."),
            ("He was arrested on Monday in Torvik.", "She was arrested on Friday in Torvik."),
            ("Four people died at the scene.", "Five people died."),
            // Before all were counted.
            ("Early estimates spoke of 30 dead in the landslide near Lund.", "The landslide near Lund left 47 dead."),
            ("The companies were fined 20 million euros each.", "The companies were fined 40 million euros."),
            // Who tells of oneself, and what is denied of another.
            ("Maro said it was in talks to buy the mill.", "Tersa said it was not in talks to buy the mill."),
            ("No passwords were stolen from the bank.", "Passwords were stolen from the supplier."),
            ("Sorn said she would not sign the bill.", "Sorn signed the bill on Friday."),
            ("The runway in Ost was closed for three hours.", "The runway in Ost was reopened after one hour."),
            // Another person, and another mind.
            ("Tenor Aldo Ferrante, 61, sang in Graz.", "Tenor Ivo Lenz, 34, sang in Graz."),
            (
                "Police arrested a 34-year-old man over the theft.",
                "Police arrested a 19-year-old woman over the theft.",
            ),
        ] {
            assert_ne!(judged(a, b), Stance::Contradicts, "{a} | {b}");
        }
    }

    #[test]
    fn what_is_planned_is_not_done() {
        for (a, b, stance) in [
            ("The mayor will appeal against the ban.", "The mayor has appealed against the ban.", Stance::Hedges),
            ("The schools in Torvik will be closed.", "The schools in Torvik are closed.", Stance::Supports),
        ] {
            assert_eq!(judged(a, b), stance, "{a} | {b}");
            assert_eq!(judged(b, a), stance, "{b} | {a}");
        }
    }

    #[test]
    fn what_is_told_of_one_thing_still_contradicts() {
        for (a, b) in [
            ("The dollar rose to 11.2 crowns on Monday.", "On Monday the dollar climbed to 12.1 crowns."),
            ("The tariff on steel takes effect on June 1.", "The tariff on steel takes effect on July 1."),
            ("The mayor of Torvik supports the bridge.", "The mayor of Torvik opposes the bridge."),
            ("Alvo closed 60 shops in Norland on Friday.", "Alvo closed 14 shops on Friday."),
            ("Alvo closed 14 shops in Norland on Friday.", "Alvo closed 16 shops on Friday."),
            ("The tower in Torvik is 120 metres high.", "The tower in Torvik is 140 metres high."),
            ("Gifts to Torvik fell by 18 percent last year.", "Gifts to Torvik rose by 6 percent last year."),
            ("Three people were killed when a bus overturned.", "Five people were killed when a bus overturned."),
            (
                "The power cut in Rivas on Thursday lasted 40 minutes.",
                "On Thursday Rivas spent three hours in the dark before the power cut in Rivas was over.",
            ),
            ("In the end 5-3 was the vote of the board.", "The vote of the board was 6-2, among those of many boards."),
        ] {
            assert_eq!(judged(a, b), Stance::Contradicts, "{a} | {b}");
        }
    }
}
