//! The numbers, dates and names that documents give for the same thing, side by side: "12", "at least 10", "a dozen".
//!
//! A step of its own because readers look these up first, and because they are found in a finished comparison, wherever that was
//! made: the row says what is the same thing, the evidence where to look. Numbers are one thing when they stand in one row and
//! count the same (the dead are not the injured); dates when they stand in one row; names when they are a person's
//! with one family name, or have several words, all the same. Known limits: English only; a row with several dates is not told apart further; two people of one family name are one;
//! names in headings are not read, as headings write every word with a capital.

mod name;

use crate::claim::date::{self, DateMention};
use crate::claim::day::Day;
use crate::claim::quantity::{self, Quantity, Relation};
use crate::claim::{Read, read};
use crate::comparison::Comparison;
use crate::order::{Arrange as _, Gather as _};
use crate::similarity::counted;
use crate::span::{CodePoints, Span};
use std::collections::BTreeMap;

/// What is reconciled.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Kind {
    /// A number with what it counts or measures.
    Number,
    /// A day, month or year.
    Date,
    /// A time of day.
    Time,
    /// A person, place or body.
    Name,
}

/// How the documents' values go together.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Agreement {
    /// Two of them cannot both be true.
    Different,
    /// All can be true together: rounded, bounded, or one more exact than the other; of names, one fuller than the other.
    Compatible,
    /// All are the same.
    Same,
}

/// One value as a document gives it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Value {
    /// The exact words, with what is counted where that follows.
    pub words: String,
    /// Where they stand, in bytes.
    pub span: Span,
    /// Values of one entry that are the same have the same number, from 0.
    pub group: usize,
    /// For a date, the first and last day that it was resolved to without guessing.
    pub days: Option<(Day, Day)>,
}

/// What documents give for one thing.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entry {
    /// What it is.
    pub kind: Kind,
    /// The row that it belongs to; none for names, which run through many.
    pub row: Option<usize>,
    /// How the values go together.
    pub agreement: Agreement,
    /// The values of each document, in corpus order; of equal ones the first.
    pub values: Vec<Vec<Value>>,
}

/// A value that can be compared.
enum Found {
    Number(Quantity),
    Date(DateMention),
}

/// The values that each document gives for one thing.
type Columns = Vec<Vec<(Found, Value)>>;

impl Found {
    fn relation(&self, other: &Self) -> Option<Relation> {
        match (self, other) {
            (Self::Number(a), Self::Number(b)) => quantity::compare(a, b),
            (Self::Date(a), Self::Date(b)) => date::compare(a, b),
            _ => None,
        }
    }
}

/// Sets the numbers, dates and names of a comparison side by side: what differs first, then in the order of the rows.
///
/// Only what at least two documents give is listed. Never fails; evidence that is not in its text gives nothing. The documents are
/// read again, so the time is linear in their length.
pub fn reconcile(comparison: &Comparison) -> Vec<Entry> {
    let documents = &comparison.corpus.documents;
    let reads: Vec<Vec<Read>> =
        documents.iter().map(|document| if document.is_analysed() { read(document) } else { Vec::new() }).collect();
    let points: Vec<_> = documents.iter().map(|document| CodePoints::new(&document.text)).collect();
    let mut entries: Vec<Entry> = Vec::new();
    for (index, row) in comparison.claims.iter().enumerate() {
        let mut things: BTreeMap<(Kind, String), Columns> = BTreeMap::new();
        for (column, cell) in row.cells.iter().enumerate().take(documents.len()) {
            let text = documents[column].text.as_str();
            let spans: Vec<Span> = cell.evidence.iter().filter_map(|e| e.locate(text, &points[column])).collect();
            for (kind, what, found, value) in values(text, &reads[column], &spans) {
                let columns =
                    things.entry((kind, what)).or_insert_with(|| documents.iter().map(|_| Vec::new()).collect());
                let known = columns[column].iter().any(|(other, _)| other.relation(&found) == Some(Relation::Same));
                if !known {
                    columns[column].push((found, value));
                }
            }
        }
        for ((kind, _), columns) in things {
            if let Some(agreement) = agreement(&columns) {
                entries.push(Entry { kind, row: Some(index), agreement, values: grouped(columns) });
            }
        }
    }
    let mut entries = without_repetitions(entries);
    entries.extend(name::reconcile(&comparison.corpus.documents, &reads));
    entries.arrange_by_key(|entry| (entry.kind, entry.agreement));
    entries
}

/// Lists the numbers and dates inside some spans of a document, each with what it is of.
fn values(text: &str, reads: &[Read], spans: &[Span]) -> Vec<(Kind, String, Found, Value)> {
    let sentences = |span: &Span| {
        let first = reads.partition_point(|read| read.sentence.span.end <= span.start);
        first..reads.partition_point(|read| read.sentence.span.start < span.end).max(first)
    };
    let inside = |value: Span| spans.iter().any(|span| span.contains(value));
    let mut out = Vec::new();
    for read in spans.iter().flat_map(sentences).gather_set().into_iter().map(|at| &reads[at]) {
        for quantity in read.quantities.iter().filter(|quantity| inside(quantity.span)) {
            let Some(what) = counted(quantity, read, spans) else { continue };
            let span = with_noun(quantity, read);
            let value = Value { words: span.slice(text).to_owned(), span, group: 0, days: None };
            out.push((Kind::Number, what, Found::Number(quantity.clone()), value));
        }
        for date in read.dates.iter().filter(|date| inside(date.span)) {
            let kind = if date.time.is_some() { Kind::Time } else { Kind::Date };
            let days = date.days.filter(|_| !date.guessed);
            let value = Value { words: date.span.slice(text).to_owned(), span: date.span, group: 0, days };
            out.push((kind, String::new(), Found::Date(date.clone()), value));
        }
    }
    out
}

/// How many tokens after a number the noun that it counts may stand: "12 badly damaged houses".
const NOUN_REACH: usize = 3;

/// Returns the span of a quantity with the noun that it counts, where that follows.
fn with_noun(quantity: &Quantity, read: &Read) -> Span {
    let Some(of) = quantity.of.as_deref() else { return quantity.span };
    // "family" and "families" part in their last letter only.
    let stem: String = of.chars().take(of.chars().count().saturating_sub(1).max(2)).collect();
    let after = read.tokens.iter().filter(|token| token.span.start >= quantity.span.end).take(NOUN_REACH);
    let noun = after.take_while(|token| token.is_word()).find(|token| token.normal.starts_with(&stem));
    noun.map_or(quantity.span, |noun| quantity.span.join(noun.span))
}

/// Returns how the values of the documents go together; `None` when fewer than two give one, or nothing can be said.
fn agreement(columns: &[Vec<(Found, Value)>]) -> Option<Agreement> {
    let mut worst = None;
    for (at, ours) in columns.iter().enumerate() {
        for theirs in &columns[at + 1..] {
            let pairs = ours.iter().flat_map(|(a, _)| theirs.iter().filter_map(|(b, _)| a.relation(b)));
            // Two documents agree where any of their values do: one may add the parts of a total.
            let best = pairs.map(|relation| match relation {
                Relation::Same => Agreement::Same,
                Relation::Compatible => Agreement::Compatible,
                Relation::Different => Agreement::Different,
            });
            let best = best.max();
            worst = worst.min(best).or(worst).or(best);
        }
    }
    worst
}

/// Numbers the values so that those that are the same share a number.
fn grouped(columns: Columns) -> Vec<Vec<Value>> {
    let mut groups: Vec<Found> = Vec::new();
    let mut number = |(found, value): (Found, Value)| {
        let known = groups.iter().position(|group| group.relation(&found) == Some(Relation::Same));
        let group = known.unwrap_or(groups.len());
        if known.is_none() {
            groups.push(found);
        }
        Value { group, ..value }
    };
    columns.into_iter().map(|values| values.into_iter().map(&mut number).collect()).collect()
}

/// Leaves out what an earlier entry of the same kind holds already: evidence of several rows may share its words.
fn without_repetitions(entries: Vec<Entry>) -> Vec<Entry> {
    let mut kept: Vec<Entry> = Vec::new();
    let holds = |old: &Entry, new: &Entry| {
        let values = |values: &[Value], other: &[Value]| other.iter().all(|v| values.iter().any(|o| o.span == v.span));
        old.kind == new.kind && old.values.iter().zip(&new.values).all(|(old, new)| values(old, new))
    };
    for entry in entries {
        if !kept.iter().any(|old| holds(old, &entry)) {
            kept.push(entry);
        }
    }
    kept
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Corpus, Options, analyze};

    fn entries(texts: &[&str]) -> Vec<Entry> {
        let documents: Vec<_> = (0..texts.len())
            .map(|at| serde_json::json!({"id": format!("d{at}"), "text": texts[at], "published": "2013-07-03"}))
            .collect();
        let corpus = serde_json::json!({"format": "news-compare.corpus/1", "title": "T", "documents": documents});
        let corpus = Corpus::from_json(&corpus.to_string()).unwrap();
        reconcile(&analyze(&corpus, &Options::default()))
    }

    /// Prints the entries of a kind: the agreement, then each document's values.
    fn printed(texts: &[&str], kind: Kind) -> Vec<String> {
        let words =
            |values: &Vec<Value>| values.iter().map(|value| value.words.as_str()).collect::<Vec<_>>().join(" + ");
        let of_kind = entries(texts).into_iter().filter(|entry| entry.kind == kind);
        of_kind
            .map(|e| format!("{:?}: {}", e.agreement, e.values.iter().map(words).collect::<Vec<_>>().join(" | ")))
            .collect()
    }

    #[test]
    fn numbers_for_the_same_thing_stand_side_by_side_and_say_how_they_go_together() {
        let texts = [
            "The flood damaged 40 houses in the town of Verden.",
            "The flood damaged at least 30 houses in the town of Verden.",
            "The flood damaged 90 houses in the town of Verden.",
        ];
        assert_eq!(printed(&texts[..2], Kind::Number), ["Compatible: 40 houses | at least 30 houses"]);
        assert_eq!(printed(&texts, Kind::Number), ["Different: 40 houses | at least 30 houses | 90 houses"]);
        let same = ["The march lasted two weeks in the capital.", "The march lasted 14 days in the capital."];
        assert_eq!(printed(&same, Kind::Number), ["Same: two weeks | 14 days"]);
        let groups: Vec<_> = entries(&same).iter().flat_map(|e| &e.values).flatten().map(|value| value.group).collect();
        assert_eq!(groups, [0, 0]);
    }

    #[test]
    fn the_dead_are_not_set_against_the_injured() {
        let texts = [
            "The quake in Aceh killed five people and injured 20 people.",
            "The quake in Aceh killed 24 people and injured 20 people.",
        ];
        assert_eq!(
            printed(&texts, Kind::Number),
            ["Different: five people | 24 people", "Same: 20 people | 20 people"]
        );
    }

    #[test]
    fn dates_keep_their_words_and_the_day_that_they_mean() {
        let texts = ["The quake struck Aceh on Tuesday, July 2, 2013.", "The quake struck Aceh on July 4, 2013."];
        assert_eq!(printed(&texts, Kind::Date), ["Different: Tuesday, July 2, 2013 | July 4, 2013"]);
        let found = entries(&texts);
        let days = found.iter().find(|entry| entry.kind == Kind::Date).and_then(|entry| entry.values[0][0].days);
        assert_eq!(days.map(|(first, _)| first), Day::new(2013, 7, 2));
    }

    #[test]
    fn names_stand_in_their_fullest_form_and_those_of_one_document_are_left_out() {
        let texts = [
            "The plan failed, said Mayor Anna Behrens. The vote in Verden was close, and Behrens left.",
            "It failed, Mayor Behrens said on Monday. A protest in Verden followed, and Carl Otto spoke.",
        ];
        assert_eq!(
            printed(&texts, Kind::Name),
            ["Compatible: Anna Behrens | Behrens"],
            "Verden cannot be written otherwise"
        );
    }

    #[test]
    fn titles_days_and_peoples_are_no_part_of_a_name() {
        let texts = [
            "On Monday officials of the region met for two hours with the U.S. Secretary of State Marco Rubio. The Rio Grande rose, said French Gov. Ron Otto.",
            "It was Marco Rubio who spoke on Monday, Mr. Rubio said. The Rio Grande fell, said Gov. Ron Otto of Ohio.",
        ];
        assert_eq!(
            printed(&texts, Kind::Name),
            ["Same: Ron Otto | Ron Otto", "Same: Rio Grande | Rio Grande", "Same: Marco Rubio | Marco Rubio"]
        );
    }

    #[test]
    fn what_one_document_gives_alone_is_not_listed() {
        assert!(entries(&["The flood damaged 40 houses.", "The council met without a vote."]).is_empty());
        assert!(entries(&["The flood damaged 40 houses."]).is_empty());
    }
}
