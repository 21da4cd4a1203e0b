//! When, of which group and in whose mind two claims hold: what frames a statement beside its words.
//!
//! A file of its own because two statements of two frames go together whatever they say. A detail was cut out of its sentence, and a
//! participle leans on it, so that the whole sentence frames them.

use crate::claim::clause::Opening;
use crate::claim::date::{self, DateMention};
use crate::claim::quantity::{Bound, Quantity, Relation, Unit, compare};
use crate::claim::span_of;
use crate::order::Gather as _;
use crate::span::Span;
use crate::stance::pair::{Pair, Side};
use crate::stance::subject;
use crate::tag::{Form, Tag, lemma};
use crate::token::Token;
use std::collections::BTreeSet;

/// Verbs of what brings a total to a number.
const TOTALLING: &[&str] = &["raise", "bring", "take", "lift", "push", "increase"];

/// Tells whether a participle says to what its sentence brings a total, which counts what was before that too: "A body was found on Monday,
/// raising to four the number of the dead".
fn totals(side: &Side<'_>) -> bool {
    let mut tokens = side.claim.tokens.iter().flat_map(Clone::clone);
    let verb = tokens.find(|&at| side.read.tags[at].is_verbal());
    let lemma = verb.and_then(|at| lemma(&side.read.tokens[at].normal));
    lemma.is_some_and(|verb| TOTALLING.contains(&verb)) && tokens.any(|at| side.read.tokens[at].is("to"))
}

/// Returns the part of a sentence that frames a claim.
fn frame(side: &Side<'_>) -> Span {
    let leans = match side.claim.opening {
        Opening::Detail => true,
        Opening::Participial => !totals(side),
        _ => false,
    };
    let with_cut_off = || {
        let cut_off = side.claim.cut_off.iter().map(|range| span_of(side.read, range));
        cut_off.fold(side.claim.extent(), Span::join)
    };
    if leans { side.read.sentence.span } else { with_cut_off() }
}

/// Returns the places of the words that frame a claim.
fn words(side: &Side<'_>) -> impl Iterator<Item = usize> {
    side.read.tokens_of(frame(side))
}

/// Returns the quantities that frame a claim, but for those at a cue.
fn quantities<'s>(side: &'s Side<'_>, cue: Span) -> impl Iterator<Item = &'s Quantity> {
    let frame = frame(side);
    side.read.quantities_in(frame).iter().filter(move |q| !q.span.overlaps(cue))
}

/// Tells whether two claims are of other times, other places in an order, or what two minds expect.
pub(super) fn is_other(pair: &Pair<'_>, a: Span, b: Span) -> bool {
    is_of_other_tense(pair) || is_of_other_times(pair) || is_of_two_minds(pair) || is_of_other_place(pair, a, b)
}

/// Tells whether two claims are of other places in an order: the first leg and the second.
pub(super) fn is_of_other_place(pair: &Pair<'_>, a: Span, b: Span) -> bool {
    ordinals(&pair.a, a) != ordinals(&pair.b, b)
}

/// Returns the first verb of a claim, and whether it is told as still to come.
fn first_verb(side: &Side<'_>) -> Option<(&'static str, bool)> {
    let mut coming = false;
    for at in side.claim.tokens.iter().flat_map(Clone::clone).filter(|&at| !side.attributes(at)) {
        let (token, tag) = (&side.read.tokens[at], side.read.tags[at]);
        match tag {
            Tag::Modal => coming = matches!(token.normal.as_str(), "will" | "would" | "wo" | "'ll"),
            Tag::Adverb | Tag::Negation | Tag::Have => {}
            Tag::Be => return Some(("be", coming)),
            tag if tag.is_verbal() => return lemma(&token.normal).map(|verb| (verb, coming)),
            _ => {}
        }
    }
    None
}

/// What would bring something about, if it came to be.
const OFFERS: &[&str] =
    &["offer", "offers", "deal", "plan", "plans", "proposal", "bill", "law", "agreement", "amendment", "measure"];

/// How many tokens before "would" they may stand.
const OFFER_REACH: usize = 4;

/// Tells whether one verb is told as still to come in one claim only: "will invest" and "has invested", or as what once was to be.
fn is_of_other_tense(pair: &Pair<'_>) -> bool {
    let once = |side: &Side<'_>| {
        let tag = |at: usize| side.read.tags.get(at).copied();
        words(side).any(|at| {
            matches!(side.read.tokens[at].normal.as_str(), "was" | "were")
                && tag(at + 1) == Some(Tag::To)
                && tag(at + 2) == Some(Tag::Verb(Form::Base))
        })
    };
    // "The offer would take the pay to 65,000": what is so now is another sum.
    let offered = |side: &Side<'_>| {
        let offers = |at: usize| OFFERS.contains(&side.read.tokens[at].normal.as_str());
        // "The offer was fair and | would take the pay to 65,000": the subject of the second verb stands before the first.
        let of_offer = |at: usize| {
            (at.saturating_sub(OFFER_REACH)..at).any(offers) || side.claim.subject.clone().take(OFFER_REACH).any(offers)
        };
        words(side).any(|at| side.read.tokens[at].is("would") && of_offer(at))
    };
    if once(&pair.a) != once(&pair.b) || offered(&pair.a) != offered(&pair.b) {
        return true;
    }
    is_to_come_or_not(pair)
}

/// Tells whether one verb is told as still to come in one claim only.
fn is_to_come_or_not(pair: &Pair<'_>) -> bool {
    let verbs = first_verb(&pair.a).zip(first_verb(&pair.b));
    verbs.is_some_and(|((a, coming), (b, too))| a == b && coming != too)
}

/// Tells whether something is still to be done in one claim only; what will be so may be so now.
pub(super) fn is_planned_or_done(pair: &Pair<'_>) -> bool {
    is_to_come_or_not(pair) && first_verb(&pair.a).is_some_and(|(verb, _)| verb != "be") && pair.same_polarity()
}

/// Words that tell of how things were, or that they are no longer so.
const OTHER_TIMES: &[&str] = &["now", "once", "formerly", "previously", "originally", "initially"];

/// Tells whether only one claim says that it is of another time than the rest: "now support", "once employed".
fn is_of_other_times(pair: &Pair<'_>) -> bool {
    // "Since 2019" begins where the other's time is not told.
    let since = |side: &Side<'_>| {
        let next = |at: usize| side.read.tokens.get(at + 1).is_some_and(|next| side.read.is_dated(next.span));
        words(side).any(|at| side.read.tokens[at].is("since") && next(at))
    };
    only_one_says(pair, OTHER_TIMES) || since(&pair.a) != since(&pair.b)
}

/// Verbs whose subject tells what it expects or wants.
const EXPECTING: &[&str] = &[
    "expect", "forecast", "predict", "project", "estimate", "hope", "want", "demand", "ask", "seek", "propose",
    "offer", "promise", "plan",
];

/// Tells whether two claims tell what two minds expect or want: both can.
fn is_of_two_minds(pair: &Pair<'_>) -> bool {
    let expecting = |side: &Side<'_>| {
        words(side).find(|&at| {
            side.read.tags[at].is_verbal()
                && lemma(&side.read.tokens[at].normal).is_some_and(|verb| EXPECTING.contains(&verb))
        })
    };
    let verbs = expecting(&pair.a).zip(expecting(&pair.b));
    verbs.is_some_and(|(a, b)| subject::share_nothing(pair, a, b))
}

/// Returns the places in an order that frame a claim.
fn ordinals(side: &Side<'_>, cue: Span) -> BTreeSet<u32> {
    // "Opposed it at first" is no place.
    let place = |q: &&Quantity| {
        let before = side.read.tokens_of(q.span).start.checked_sub(1);
        q.unit == Unit::Ordinal && before.is_none_or(|at| !side.read.tokens[at].is("at"))
    };
    quantities(side, cue).filter(place).map(|q| q.value as u32).gather_set()
}

/// Tells whether every day that frames one claim is another than each of the other's.
pub(super) fn is_of_other_day(pair: &Pair<'_>) -> bool {
    let days = |side: &Side<'_>| -> Vec<DateMention> {
        // The day on which somebody said it is none on which it was.
        let frame = frame(side);
        let framing = |date: &&DateMention| !side.attributes(side.read.tokens_of(date.span).start);
        side.read.dates_in(frame).iter().filter(framing).cloned().collect()
    };
    let (ours, theirs) = (days(&pair.a), days(&pair.b));
    let same = |x: &DateMention| theirs.iter().any(|y| date::compare(x, y) != Some(Relation::Different));
    !ours.is_empty() && !theirs.is_empty() && !ours.iter().any(same)
}

/// Tells whether words of a list frame one claim only.
fn only_one_says(pair: &Pair<'_>, list: &[&str]) -> bool {
    says(&pair.a, list) != says(&pair.b, list)
}

/// Tells whether words of a list frame a claim: not as a name, nor of who says it.
fn says(side: &Side<'_>, list: &[&str]) -> bool {
    let said = |&at: &usize| side.read.tags[at] != Tag::Name && !side.attributes(at);
    words(side).filter(said).any(|at| list.contains(&side.read.tokens[at].normal.as_str()))
}

/// Words before a place that is not the one told of so far: "in neighbouring Lund", "in nearby Ost".
const BESIDE: &[&str] = &["neighbouring", "neighboring", "nearby", "adjacent", "adjoining"];

/// How many words behind it the name may stand: "in nearby villages of Ost".
const BESIDE_REACH: usize = 4;

/// Tells whether only one sentence says, before its figure, that it is of another place than those before.
///
/// The place stands once for all that is told of it: "In neighbouring Ost two people died and 30 houses were damaged".
pub(super) fn is_of_neighbour(pair: &Pair<'_>, a: Span, b: Span) -> bool {
    let elsewhere = |side: &Side<'_>, cue: Span| {
        let (tokens, tags) = (&side.read.tokens, &side.read.tags);
        (0..side.read.tokens_of(cue).start).filter(|&at| !side.attributes(at)).any(|at| {
            let named = || tags.iter().skip(at + 1).take(BESIDE_REACH).any(|tag| *tag == Tag::Name);
            tokens[at].is("elsewhere") || BESIDE.contains(&tokens[at].normal.as_str()) && named()
        })
    };
    elsewhere(&pair.a, a) != elsewhere(&pair.b, b)
}

/// What a count is called that is not the last one, and what is counted so.
const FIRST: &[&str] = &["early", "initial", "preliminary", "provisional", "first"];
const COUNTS: &[&str] = &["estimate", "estimates", "figure", "figures", "count", "counts", "toll"];

/// Tells whether only one claim says that its figure is not the last one: "early estimates spoke of 30 dead".
pub(super) fn is_of_first_count(pair: &Pair<'_>) -> bool {
    let early = |side: &Side<'_>| {
        let is = |at: usize, words: &[&str]| {
            side.read.tokens.get(at).is_some_and(|token| words.contains(&token.normal.as_str()))
        };
        words(side).any(|at| is(at, FIRST) && is(at + 1, COUNTS))
    };
    early(&pair.a) != early(&pair.b)
}

/// Tells whether only one claim goes on with an earlier time that the sentence before it opened.
pub(super) fn is_of_earlier_time(pair: &Pair<'_>) -> bool {
    pair.a.read.earlier != pair.b.read.earlier
}

/// Groups of which others are counted beside: four women are not all who were rescued.
const GROUPS: &[&str] = &[
    "man",
    "woman",
    "child",
    "girl",
    "boy",
    "baby",
    "infant",
    "toddler",
    "civilian",
    "soldier",
    "officer",
    "policeman",
    "firefighter",
    "crew",
    "passenger",
    "pedestrian",
];

/// Tells whether two numbers count persons of whom only one are such a group, or other ones: "21 crew", "140 passengers".
pub(super) fn is_of_other_persons(a: &Quantity, b: &Quantity) -> bool {
    let group = |quantity: &Quantity| GROUPS.iter().position(|group| Some(*group) == quantity.of.as_deref());
    a.unit == Unit::Count && b.unit == Unit::Count && group(a) != group(b)
}

/// Days from which on a time is one that years and seasons are told apart by.
const LONG: i64 = 31;

/// Times of the year that are told apart by "last".
const SEASONS: &[&str] = &["summer", "winter", "spring", "autumn", "fall", "season"];

/// Tells whether only one claim is framed by a year, a season or what was "a year earlier": the other tells of the time of its article.
pub(super) fn is_of_past_period(pair: &Pair<'_>) -> bool {
    let past = |side: &Side<'_>| {
        let frame = frame(side);
        let own = |span: Span| span.overlaps(frame) && !side.attributes(side.read.tokens_of(span).start);
        let long = |date: &DateMention| match date.days {
            Some((first, last)) => last.number() - first.number() >= LONG,
            None => date.year.is_some() && date.month.is_none(),
        };
        let is = |at: usize, words: &[&str]| {
            side.read.tokens.get(at).is_some_and(|token| words.contains(&token.normal.as_str()))
        };
        // "last summer", "a year earlier", but not "up 4 percent from a year earlier".
        let season = |at: usize| is(at, SEASONS) && at > 0 && is(at - 1, &["last"]);
        let earlier = |at: usize| {
            let compared = (at.saturating_sub(3)..at).any(|before| is(before, &["from", "than"]));
            is(at, &["year", "years", "decade", "decades"]) && is(at + 1, &["earlier", "before"]) && !compared
        };
        side.read.dates.iter().any(|date| own(date.span) && long(date))
            || words(side).any(|at| (season(at) || earlier(at)) && !side.attributes(at))
    };
    past(&pair.a) != past(&pair.b)
}

/// Tells whether only one claim says that its count or share is of a part of the day: "on Monday morning", "at noon".
pub(super) fn is_of_part_of_day(pair: &Pair<'_>, number: &Quantity) -> bool {
    let part = |side: &Side<'_>| {
        let frame = frame(side);
        let written = |date: &DateMention| side.read.tokens_of(date.span);
        let noon = |date: &DateMention| {
            side.read.tokens[written(date)].iter().any(|token| matches!(token.normal.as_str(), "noon" | "midday"))
        };
        let told = |date: &&DateMention| !side.attributes(written(date).start);
        side.read.dates_in(frame).iter().filter(told).any(|date| date.part.is_some() || noon(date))
    };
    matches!(number.unit, Unit::Count | Unit::Percent) && part(&pair.a) != part(&pair.b)
}

/// Tells whether only one claim says that its figure is of each, or of all together, or adds a second thing that was done: "20 million each",
/// "damaged or destroyed".
pub(super) fn is_of_each_or_all(pair: &Pair<'_>) -> bool {
    let either = |side: &Side<'_>| {
        words(side).any(|at| {
            let verb = |at: usize| matches!(side.read.tags.get(at), Some(Tag::Verb(_)));
            side.read.tokens[at].is("or") && at > 0 && verb(at - 1) && verb(at + 1)
        })
    };
    only_one_says(pair, &["each", "apiece"]) || either(&pair.a) != either(&pair.b)
}

/// Tells whether only one claim says that its figure is of a whole country, or of a group: "across the country", "among those under 25".
pub(super) fn is_of_whole(pair: &Pair<'_>) -> bool {
    let across = |side: &Side<'_>| {
        let whole = |word: &str| matches!(word, "country" | "nation" | "world" | "region" | "state" | "continent");
        let named = |at: usize| side.read.tags.get(at + 1) == Some(&Tag::Name);
        words(side).any(|at| {
            side.read.tokens[at].is("across")
                && (named(at) || whole(side.read.word(at + 1)) || whole(side.read.word(at + 2)))
        })
    };
    // "Among them a child" tells of some of those counted.
    let among = |side: &Side<'_>| {
        let group = |at: usize| !matches!(side.read.word(at + 1), "them" | "the" | "those");
        words(side).any(|at| side.read.tokens[at].is("among") && group(at))
    };
    // Others may have died later, elsewhere.
    let at_the_scene = |side: &Side<'_>| {
        words(side).any(|at| side.read.tokens[at].is("the") && matches!(side.read.word(at + 1), "scene" | "spot"))
    };
    // "Women under 30", "those aged 65".
    let of_age = |side: &Side<'_>| {
        words(side).any(|at| {
            let bounds = matches!(side.read.tokens[at].normal.as_str(), "under" | "over" | "aged");
            let group = at
                .checked_sub(1)
                .is_some_and(|at| matches!(side.read.tags[at], Tag::Noun | Tag::Pronoun | Tag::Determiner));
            let counted = |token: &Token| {
                let read = side.read.quantities_in(token.span);
                read.iter().all(|quantity| matches!(quantity.unit, Unit::Count | Unit::Age))
            };
            let number = side.read.tags.get(at + 1) == Some(&Tag::Number);
            bounds && group && number && counted(&side.read.tokens[at + 1])
        })
    };
    only_one_says(pair, &["nationwide", "countrywide", "worldwide", "alone"])
        || of_age(&pair.a) != of_age(&pair.b)
        || across(&pair.a) != across(&pair.b)
        || at_the_scene(&pair.a) != at_the_scene(&pair.b)
        || among(&pair.a) != among(&pair.b)
}

/// Tells whether only one claim says that it is of another than the first: "another quake".
pub(super) fn is_of_another(pair: &Pair<'_>) -> bool {
    only_one_says(pair, &["another"])
}

/// Tells whether only one claim says what is in its sum or left out of it.
pub(super) fn is_with_fees(pair: &Pair<'_>) -> bool {
    only_one_says(pair, &["fee", "fees", "vat", "commission", "premium", "tip", "tips"])
}

/// Tells whether two claims are framed by spans of time of which none can be the same ("after a year", "after three years"), or by two sides
/// of one bound: "under 65", "over 65".
pub(super) fn is_of_other_group(pair: &Pair<'_>, a: Span, b: Span) -> bool {
    let (ours, theirs): (Vec<&Quantity>, Vec<&Quantity>) =
        (quantities(&pair.a, a).collect(), quantities(&pair.b, b).collect());
    let sides = |x: &Quantity, y: &Quantity| {
        matches!((x.bound, y.bound), (Bound::AtLeast, Bound::AtMost) | (Bound::AtMost, Bound::AtLeast))
            && x.unit == y.unit
            && x.is_as_much(y)
    };
    let lasting = |list: &[&Quantity]| list.iter().any(|q| q.unit == Unit::Duration);
    let fits =
        |x: &&&Quantity| theirs.iter().any(|y| y.unit == Unit::Duration && compare(x, y) != Some(Relation::Different));
    ours.iter().any(|x| theirs.iter().any(|y| sides(x, y)))
        || lasting(&ours) && lasting(&theirs) && !ours.iter().filter(|q| q.unit == Unit::Duration).any(|x| fits(&x))
}
