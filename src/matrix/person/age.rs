//! The age of a person, where two documents give it: "Ana Ruiz, 57," and "Ana Ruiz, 58,".
//!
//! A row of its own because two reports that give a person two ages cannot both be right. Known limits: only a name beside the age.

use super::{Person, Reading, Told};
use crate::claim::Claim;
use crate::claim::quantity::{Quantity, Unit};
use crate::order::Arrange as _;
use crate::tag::Tag;
use std::ops::Range;

/// How many words may stand between a name and an age: "a 57-year-old baker and councillor".
const REACH: usize = 4;

impl Reading<'_> {
    /// Makes a row of each person's age that two documents give, the first mention in each; returns the rows with those behind them.
    pub(in crate::matrix) fn with_ages(&mut self, mut rows: Vec<Vec<usize>>) -> Vec<Vec<usize>> {
        let mut persons: Vec<(Person, Told)> = Vec::new();
        for (at, claim) in self.claims.iter().enumerate().filter(|(_, claim)| !claim.is_detail()) {
            let read = &self.reads[claim.document][claim.sentence];
            // In the order of the text, so that each claim of a long sentence looks at its own alone.
            let extent = claim.extent();
            let first = read.quantities.partition_point(|quantity| quantity.span.start < extent.start);
            let inside = read.quantities[first..].iter().take_while(|quantity| quantity.span.start < extent.end);
            for age in inside.filter(|quantity| quantity.unit == Unit::Age) {
                if let Some((person, tokens)) = self.aged(claim, age) {
                    let Claim { document, sentence, .. } = *claim;
                    let told = Told { document, sentence, claim: Some(at), tokens, words: age.span };
                    persons.push((person, told));
                }
            }
        }
        persons.arrange_by_key(|(person, told)| (*person, told.document));
        persons.dedup_by(|next, last| next.0 == last.0 && next.1.document == last.1.document);
        for given in persons.chunk_by(|a, b| a.0 == b.0).filter(|given| given.len() > 1) {
            let mut row = Vec::new();
            for (_, told) in given {
                // What the person did is not told otherwise for it.
                if let Some(parent) = told.claim {
                    self.table.figures[parent].retain(|figure| !figure.quantity.span.overlaps(told.words));
                }
                row.push(self.told_of_person(told));
            }
            rows.push(row);
        }
        rows
    }

    /// Returns the person whose age a number of a claim is, and the tokens from the one to the other: "Ana Ruiz, 57", "Ana Ruiz, a 57-year-old",
    /// "57-year-old baker Ana Ruiz".
    fn aged(&self, claim: &Claim, age: &Quantity) -> Option<(Person, Range<usize>)> {
        let read = &self.reads[claim.document][claim.sentence];
        let Range { start: at, end } = read.tokens_of(age.span);
        let is_name = |at: usize| read.tags[at] == Tag::Name;
        let leads = |&at: &usize| matches!(read.tags[at], Tag::Determiner | Tag::Adjective | Tag::Adverb);
        let before = (0..at).rev().take(REACH).find(|at| !leads(at)).filter(|&at| at > 0 && read.tokens[at].is(","));
        let (surname, tokens) = match before.map(|comma| comma - 1).filter(|&name| is_name(name)) {
            Some(surname) => (surname, surname..end),
            None => {
                let noun = |at: &usize| matches!(read.tags[*at], Tag::Noun | Tag::Adjective);
                let first = (end..read.tokens.len()).take(REACH).find(|at| !noun(at)).filter(|&at| is_name(at))?;
                let surname = (first..read.tokens.len()).take_while(|&at| is_name(at)).last()?;
                // "a 15-year-old Paris restaurant"
                if surname == first {
                    return None;
                }
                (surname, at..surname + 1)
            }
        };
        let mut start = surname;
        while start > 0 && is_name(start - 1) && (tokens.start == surname || start > end) {
            start -= 1;
        }
        // "Shopkeeper Ana Ruiz": the run begins with a title at the head of a sentence.
        let given = (start..surname).find(|&at| self.names.is_given(&read.tokens[at].normal));
        let first = if start < surname { given.unwrap_or(surname - 1) } else { surname };
        let named = self.person(claim.document, claim.sentence, &(first..surname + 1))?;
        // The name may stand in the claim before: "Ana Ruiz | , a 57-year-old baker".
        let holds = |token: usize| claim.tokens.iter().any(|range| range.contains(&token));
        (at..end).all(holds).then(|| (named, start.min(tokens.start)..tokens.end))
    }
}

#[cfg(test)]
mod tests {
    use crate::stance::Stance;
    use crate::testing::{disputes, is_shared, rows};

    /// The statements and stances of the rows that give an age and that both documents speak of.
    fn ages(a: &str, b: &str) -> Vec<(String, Vec<Stance>)> {
        let both = rows([a, b]).into_iter().filter(is_shared);
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
    fn an_age_is_found_before_and_behind_the_name() {
        let a = "Ana Ruiz, 57, was elected mayor of Soria on Sunday.";
        for b in [
            "Voters in Soria chose Ana Ruiz, a 58-year-old baker.",
            "Soria will be led by 58-year-old baker Ana Ruiz.",
            "The winner of the election in Soria is Ana Ruiz, aged 58.",
        ] {
            assert!(disputes(a, b), "{b}");
        }
    }

    #[test]
    fn ages_of_two_persons_are_no_row() {
        let a = "Ana Ruiz, 57, was elected mayor of Soria on Sunday.";
        assert_eq!(ages(a, "The loser, Pedro Ruiz, 58, left Soria by train."), []);
        assert_eq!(ages(a, "Her deputy, Luis Pardo, 57, is a baker in Soria."), []);
    }
}
