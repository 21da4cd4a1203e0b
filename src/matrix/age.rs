//! The age of a person as a row of its own, where two documents give it: "Ana Ruiz, 57," and "Ana Ruiz, 58,".
//!
//! A step of its own because an age stands beside a name in whatever is told of the person, so that no row is about it, and two reports
//! that give a person two ages cannot both be right. Known limits: only a name with the age right behind it, between commas; two persons
//! of one surname and one first letter are taken for one.

use super::Reading;
use crate::claim::clause::Opening;
use crate::claim::quantity::Unit;
use crate::claim::{Claim, span_of};
use crate::tag::Tag;
use std::collections::BTreeMap;
use std::ops::Range;

/// A person as far as articles tell one from another: the term of the surname, and the first letter of what stands before it.
type Person = (u32, Option<char>);

/// A person with an age: the claim that names both, and the tokens of its sentence that do.
struct Aged {
    claim: usize,
    tokens: Range<usize>,
    age: usize,
}

impl Reading<'_> {
    /// Makes a row of each person's age that two documents give, the first mention in each; returns the rows with those behind them.
    pub(super) fn with_ages(&mut self, mut rows: Vec<Vec<usize>>) -> Vec<Vec<usize>> {
        let mut persons: BTreeMap<Person, BTreeMap<usize, Aged>> = BTreeMap::new();
        for (at, claim) in self.claims.iter().enumerate().filter(|(_, claim)| claim.opening != Opening::Detail) {
            let read = &self.reads[claim.document][claim.sentence];
            for age in claim.content(read).map(|(token, ..)| token) {
                if let Some((person, tokens)) = self.aged(claim, age) {
                    let aged = Aged { claim: at, tokens, age };
                    persons.entry(person).or_default().entry(claim.document).or_insert(aged);
                }
            }
        }
        for given in persons.into_values().filter(|given| given.len() > 1) {
            let mut row = Vec::new();
            for Aged { claim: parent, tokens, age } in given.into_values() {
                let claim = &self.claims[parent];
                let read = &self.reads[claim.document][claim.sentence];
                let (spans, apart) = (vec![span_of(read, &tokens)], read.tokens[age].span);
                let aged =
                    Claim { tokens: vec![tokens], spans, opening: Opening::Detail, attribution: 0..0, ..claim.clone() };
                self.table.push(&aged, read);
                self.claims[parent].apart.push(apart);
                // What the person did is not told otherwise for it.
                self.table.figures[parent].retain(|figure| figure.quantity.span != apart);
                row.push(self.claims.len());
                self.claims.push(aged);
            }
            rows.push(row);
        }
        rows
    }

    /// Returns the person whose age stands at a token of a claim, and the tokens of the name with the age: the words between the comma and
    /// the end of the name, and the number.
    fn aged(&self, claim: &Claim, at: usize) -> Option<(Person, Range<usize>)> {
        let read = &self.reads[claim.document][claim.sentence];
        let number = read.tokens[at].span;
        let is_age = read.quantities.iter().any(|quantity| quantity.unit == Unit::Age && quantity.span == number);
        if !is_age || at < 2 || !read.tokens[at - 1].is(",") || read.tags[at - 2] != Tag::Name {
            return None;
        }
        let mut start = at - 2;
        while start > 0 && read.tags[start - 1] == Tag::Name {
            start -= 1;
        }
        let first = &read.tokens[start];
        let surname = self.table.tokens[claim.document][claim.sentence][at - 2]?;
        let initial = if start < at - 2 { first.normal.chars().next() } else { None };
        let holds = |token: usize| claim.tokens.iter().any(|range| range.contains(&token));
        (start..=at).all(holds).then_some(((surname, initial), start..at + 1))
    }
}

#[cfg(test)]
mod tests {
    use crate::stance::Stance;
    use crate::{Corpus, Options, analyze};

    /// The statements and stances of the rows that give an age and that both documents speak of.
    fn ages(a: &str, b: &str) -> Vec<(String, Vec<Stance>)> {
        let corpus = serde_json::json!({ "format": "news-compare.corpus/1", "documents": [
            { "id": "a", "text": a }, { "id": "b", "text": b },
        ] });
        let rows = analyze(&Corpus::from_json(&corpus.to_string()).unwrap(), &Options::default()).claims;
        let both = rows.into_iter().filter(|row| row.cells.iter().all(|cell| cell.stance.speaks()));
        let aged = both.filter(|row| row.statement.ends_with(|c: char| c.is_ascii_digit()));
        aged.map(|row| (row.statement, row.cells.iter().map(|cell| cell.stance).collect())).collect()
    }

    #[test]
    fn two_ages_of_one_person_contradict_and_one_agrees() {
        let a = "Ana Ruiz, 57, was elected mayor of Soria on Sunday.";
        let rows = ages(a, "The council of Soria chose its oldest member. Ana Ruiz, 58, will lead it for four years.");
        assert_eq!(rows.len(), 1, "{rows:?}");
        assert!(rows[0].1.contains(&Stance::Contradicts), "{rows:?}");
        let rows = ages(a, "The council of Soria chose its oldest member. Ana Ruiz, 57, will lead it for four years.");
        assert_eq!(rows.len(), 1, "{rows:?}");
        assert_eq!(rows[0].1, [Stance::Supports; 2]);
    }

    #[test]
    fn ages_of_two_persons_are_no_row() {
        let a = "Ana Ruiz, 57, was elected mayor of Soria on Sunday.";
        assert_eq!(ages(a, "The loser, Pedro Ruiz, 58, left Soria by train."), []);
        assert_eq!(ages(a, "Her deputy, Luis Pardo, 57, is a baker in Soria."), []);
    }
}
