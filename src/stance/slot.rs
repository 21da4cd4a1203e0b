//! One place of both statements filled with something else: "left the aircraft by stairs", "by slides"; "carrying ammonia", "carrying chlorine".
//!
//! A rule of its own because the word that fills the place is one of many: by their weight the two claims are nearly the same. Both can be
//! true, and a second noun is often another word for the first; so it is partly at most, and only where the words themselves say that something is
//! named anew: a name against a name, or words without an article. Known limits: a town and the land that it lies in are two names.

use super::pair::{Pair, Side};
use super::words::{Word, is_told, words};
use super::{Finding, RuleName, Stance};
use crate::tag::Tag;

/// Most places of a claim that are looked at. Claims of news have a few.
const MOST: usize = 16;

/// Most tokens that what fills a place may take.
const FILLING: usize = 8;

/// What fills a place of a claim.
struct Filler<'w> {
    /// The preposition that opens it; an object of its verb has none.
    opener: Option<&'w str>,
    /// The word whose place it is: the verb, or the word before the preposition.
    of: usize,
    /// The nearest verb before it that the other claim has too.
    verb: Option<usize>,
    /// The first and the last of its words.
    words: (usize, usize),
    /// Tells that it is named: that it holds a name.
    named: bool,
    /// Tells that an article or a possessive opens it: it was spoken of before, and has many names.
    known: bool,
}

/// Finds what fills the places of a claim.
fn fillers<'s>(side: &'s Side<'_>, words: &[Word]) -> Vec<Filler<'s>> {
    let (tokens, tags) = (&side.read.tokens, &side.read.tags);
    let mut found = Vec::new();
    for (index, governor) in words.iter().enumerate() {
        let next = governor.at + 1;
        let Some(&tag) = tags.get(next) else { continue };
        let opener = (tag == Tag::Preposition && !tokens[next].is("of")).then(|| tokens[next].normal.as_str());
        if opener.is_none() && !matches!(governor.tag, Tag::Verb(_)) {
            continue;
        }
        let from = next + usize::from(opener.is_some());
        let inside = |at: &usize| {
            matches!(tags[*at], Tag::Name | Tag::Noun | Tag::Adjective | Tag::Determiner | Tag::Possessive)
        };
        let to = (from..tokens.len().min(from + FILLING)).take_while(inside).last().map_or(from, |last| last + 1);
        let within = |word: &&Word| (from..to).contains(&word.at);
        let first = words.iter().position(|word| within(&word));
        let Some((first, last)) = first.zip(words.iter().rposition(|word| within(&word))) else { continue };
        // What is a row of its own, and days and numbers, are set against each other elsewhere.
        let elsewhere = |word: &Word| !side.holds(word.span) || side.read.is_dated(word.span) || word.aside;
        let counts = tags.get(to).is_some_and(|tag| *tag == Tag::Number);
        if counts || words[first..=last].iter().any(elsewhere) {
            continue;
        }
        found.push(Filler {
            opener,
            of: index,
            verb: words[..=index].iter().rposition(|word| word.partner.is_some() && matches!(word.tag, Tag::Verb(_))),
            words: (first, last),
            named: words[first..=last].iter().any(|word| word.tag == Tag::Name),
            known: matches!(tags[from], Tag::Determiner | Tag::Possessive),
        });
        if found.len() == MOST {
            break;
        }
    }
    found
}

/// Finds something else in one place of both claims.
pub(super) fn other_filler(pair: &Pair<'_>) -> Option<Finding> {
    if !pair.same_polarity() {
        return None;
    }
    let words = words(pair);
    let lacks = |(side, other): (&Side<'_>, &Side<'_>), list: &[Word], filler: &Filler<'_>| {
        !list[filler.words.0..=filler.words.1].iter().any(|word| is_told(side, other, word))
    };
    let (ours, theirs) = (fillers(&pair.a, &words.a), fillers(&pair.b, &words.b));
    let ours = ours.iter().filter(|filler| lacks((&pair.a, &pair.b), &words.a, filler));
    let named_anew = |a: &Filler<'_>, b: &Filler<'_>| a.named == b.named && (a.named || !a.known && !b.known);
    let (a, b) = ours.clone().find_map(|a| {
        // "carrying crude from Kuwait", "carrying fuel from Iran": where it was carried from.
        let of_verb = |b: &&Filler<'_>| {
            let [ours, theirs] = [&words.a[a.of], &words.b[b.of]];
            let verbs = a.verb.and_then(|verb| words.a[verb].partner).zip(b.verb);
            ours.partner.is_none() && theirs.partner.is_none() && verbs.is_some_and(|(ours, theirs)| ours == theirs)
        };
        let same_place = |b: &&Filler<'_>| a.opener == b.opener && (words.a[a.of].partner == Some(b.of) || of_verb(b));
        let mut others = theirs.iter().filter(|b| lacks((&pair.b, &pair.a), &words.b, b));
        let b = others.find(|b| same_place(b) && named_anew(a, b))?;
        Some((a, b))
    })?;
    let span = |list: &[Word], filler: &Filler<'_>| list[filler.words.0].span.join(list[filler.words.1].span);
    Some(Finding {
        cue_a: Some(span(&words.a, a)),
        cue_b: Some(span(&words.b, b)),
        ..Finding::new(Stance::Partly, RuleName::OtherWord, 0.5)
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::stance::testing::assert_found;

    #[test]
    fn something_else_in_one_place_is_another_statement() {
        assert_found(
            other_filler,
            &[
                ("The crew left the ship by ladder.", "All of the crew left the ship by helicopter.", true),
                ("A barge carrying gravel sank near Bergen.", "A barge carrying timber sank near Bergen.", true),
                ("The boy was taken to a clinic in Odense.", "The boy was flown to a clinic in Aarhus.", true),
                ("The ship carried wheat from Kuwait.", "The ship carried 300 tons of smuggled fuel from Oman.", true),
                // Known things have many names, and so has what a name names.
                ("A diver was sent to mend the cables.", "A diver was sent to mend the lines.", false),
                ("Shops in the province will be closed.", "Shops in Odense are closed.", false),
                // Another place, the same word elsewhere, days.
                ("The crew left the ship by ladder.", "The crew left the ship at dawn.", false),
                ("The crew left the ship by ladder.", "By ladder the crew left the ship in Bergen.", false),
                ("The crew left the ship on Monday.", "The crew left the ship on Friday.", false),
            ],
        );
    }
}
