//! Claims that share what a statement names and nothing that it says: "Police were called to the school in Lund", "The school in Lund has 57 pupils".
//!
//! A rule of its own because names are the rarest words of a story and weigh most: two claims that share a place and a day look alike, whatever is told
//! of them. Known limits: what is done is told in words that no list has as the same ("paid for by", "funded by").

use super::overlap::gives_same_amount;
use super::pair::Pair;
use super::quantity::same_quantity;
use super::subject::other_names;
use super::words::{Word, is_told, words};
use super::{Finding, RuleName, Stance};
use crate::order::Arrange as _;
use crate::tag::Tag;

/// Finds that only names, days and numbers of the statement are in the other claim, and that each does something else.
pub(super) fn names_alone(pair: &Pair<'_>) -> Option<Finding> {
    // Whoever gives an amount of the statement tells it in whatever words.
    if gives_same_amount(pair) || same_quantity(pair).is_some() {
        return None;
    }
    let words = words(pair);
    let ours: Vec<&Word> = words.a.iter().filter(|word| !word.aside && pair.a.holds(word.span)).collect();
    let names = |word: &Word| matches!(word.tag, Tag::Name | Tag::Number) || pair.a.read.is_dated(word.span);
    let named = ours.iter().all(|word| names(word) || !is_told(&pair.a, &pair.b, word));
    let other = words.b.iter().any(|word| word.does() && !is_told(&pair.b, &pair.a, word));
    let lacking = ours.iter().find(|word| word.does() && !is_told(&pair.a, &pair.b, word))?;
    (named && other).then(|| part(pair, lacking))
}

/// Finds that the other claim only names something of the statement: "a jury found him guilty of the murder of a mother of two", "a mother of two".
pub(super) fn named_only(pair: &Pair<'_>) -> Option<Finding> {
    if pair.b.claim.content(pair.b.read).any(|(.., tag)| tag.is_verbal()) {
        return None;
    }
    let words = words(pair);
    let mut done = words.a.iter().filter(|word| word.does());
    let lacking = done.next()?;
    let lacks = |word: &Word| !is_told(&pair.a, &pair.b, word);
    // What says more tells it in its own way: "Ruiz's lawyer, Ana Holm" that she represents him.
    let adds = words.b.iter().any(|word| !word.aside && !is_told(&pair.b, &pair.a, word));
    (!adds && lacks(lacking) && done.all(lacks)).then(|| part(pair, lacking))
}

/// Finds one deed of two who are named otherwise: "Boyle drove the car", "Renfro drove the car". Both may have; neither supports the other.
pub(super) fn other_actor(pair: &Pair<'_>) -> Option<Finding> {
    if !pair.same_polarity() {
        return None;
    }
    let words = words(pair);
    let met = |word: &Word| word.partner.map(|at| &words.b[at]).filter(|other| other.does()).map(|other| other.at);
    let of_both = words.a.iter().filter(|word| word.does()).filter_map(|word| Some((word.at, met(word)?)));
    let (a, b) = of_both.map(|(a, b)| other_names(pair, a, b)).next()??;
    Some(Finding { cue_a: Some(a), cue_b: Some(b), ..Finding::new(Stance::Partly, RuleName::Name, 0.5) })
}

fn part(pair: &Pair<'_>, verb: &Word) -> Finding {
    let mut lacking = vec![verb.span];
    lacking.extend(pair.lacking().into_iter().filter(|span| !span.overlaps(verb.span)).take(1));
    lacking.arrange();
    Finding {
        cue_a: lacking.first().copied(),
        more: lacking.into_iter().skip(1).collect(),
        ..Finding::new(Stance::Partly, RuleName::PartOfIt, 0.5)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::stance::testing::assert_found;

    #[test]
    fn names_and_days_alone_do_not_make_a_statement() {
        assert_found(
            names_alone,
            &[
                ("Police were called to Holm School in Lund.", "Holm School in Lund introduced a ban.", true),
                ("Ana Ruiz was arrested in Lund on Jan. 17.", "The banks in Lund reopened on Jan. 17.", true),
                // What is done, or to whom, is in both; or the other does nothing.
                ("Police were called to Holm School in Lund.", "Holm School in Lund called its parents.", false),
                ("Police were called to Holm School in Lund.", "Police stood before Holm School in Lund.", false),
                ("Ana Ruiz was arrested in Lund on Jan. 17.", "Ana Ruiz of Lund.", false),
                ("The three got away with $187,000 in Lund.", "In Lund masked men fled with $187,000.", false),
            ],
        );
    }

    #[test]
    fn what_another_did_is_no_support() {
        assert_found(
            other_actor,
            &[
                ("Ana Boyle drove the stolen car.", "Kyle Renfro drove the car.", true),
                ("Mayor Ana Marsh opened the bridge over the Ost.", "Peter Lund opened the bridge.", true),
                ("The bridge was opened by Ana Marsh.", "Ana Marsh opened the bridge.", false),
                // The same, somebody without a name, another deed, or one that is named elsewhere in the claim.
                ("Ana Boyle drove the stolen car.", "Boyle drove the car.", false),
                ("Ana Boyle drove the stolen car.", "She drove the car.", false),
                ("Ana Boyle drove the stolen car.", "The gang drove the car.", false),
                ("Ana Boyle drove the stolen car.", "Kyle Renfro burned the car.", false),
                ("Ana Boyle drove the stolen car.", "Kyle Renfro drove the car with Boyle.", false),
            ],
        );
    }

    #[test]
    fn who_is_named_is_not_said_to_have_done_anything() {
        assert_found(
            named_only,
            &[
                ("She beat the champion Mia Larsen.", "the champion Mia Larsen", true),
                ("A jury found him guilty of killing a mother of two.", "a mother of two", true),
                ("Ana Holm, who represents Ruiz, spoke.", "Ruiz's lawyer, Ana Holm", false),
                ("The champion Mia Larsen", "the champion Mia Larsen", false),
                ("Mia Larsen resigned.", "the resignation of Mia Larsen", false),
            ],
        );
    }
}
