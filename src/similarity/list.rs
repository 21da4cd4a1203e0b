//! Lists of a sentence: "the United States, Italy, Norway and Turkey".
//!
//! A file of its own because the members of a list are told together. Two claims that name the same nine countries share one thing and
//! not nine: without this a list outweighs what is said of its members. Known limits: short members only, no lists in parentheses.

use crate::ablation::weight;
use crate::claim::Read;
use crate::tag::Tag;
use std::ops::Range;

/// The fewest members of a list. Smaller takes pairs and triples for lists, which mostly name who took part.
const MEMBERS: usize = 4;

/// The most words of a member; of a longer run only the last [`TAIL`] words may open a list ("the governments of the United States, …").
const WORDS: usize = 4;

/// See [`WORDS`].
const TAIL: usize = 3;

/// Returns how much each token of a sentence counts for, as a member of a list: together the members count as one; empty when the
/// sentence has no list.
pub(super) fn shares(read: &Read) -> Vec<f64> {
    let mut shares = Vec::new();
    for list in lists(read) {
        shares.resize(read.tokens.len(), 1.0);
        let share = weight("list", 1.0 / list.len() as f64, 1.0);
        list.into_iter().flatten().for_each(|at| shares[at] = share);
    }
    shares
}

/// Finds the lists of a sentence, each by the tokens of its members: commas between them, and a conjunction before the last.
fn lists(read: &Read) -> Vec<Vec<Range<usize>>> {
    let (mut found, mut members): (Vec<Vec<Range<usize>>>, Vec<Range<usize>>) = (Vec::new(), Vec::new());
    let (mut member, mut closing) = (0..0, false);
    // One step past the end closes the last list.
    for at in 0..=read.tokens.len() {
        let tag = read.tags.get(at).copied();
        if matches!(tag, Some(Tag::Name | Tag::Noun | Tag::Determiner | Tag::Adjective | Tag::Possessive)) {
            member = if member.is_empty() { at..at + 1 } else { member.start..at + 1 };
            if member.len() > WORDS {
                members.clear();
                closing = false;
                member.start = at + 1 - TAIL;
            }
            continue;
        }
        if !member.is_empty() {
            members.push(std::mem::take(&mut member));
            if std::mem::take(&mut closing) {
                let list = std::mem::take(&mut members);
                if list.len() >= MEMBERS {
                    found.push(list);
                }
            }
        }
        if tag == Some(Tag::Coordinator) {
            closing = !members.is_empty();
        } else if !read.tokens.get(at).is_some_and(|token| token.is(",")) {
            members.clear();
            closing = false;
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::article;

    fn members(text: &str) -> Vec<Vec<String>> {
        let reads = crate::claim::read(&article("a", text));
        let words = |member: Range<usize>| {
            let words: Vec<&str> = member.map(|at| reads[0].tokens[at].normal.as_str()).collect();
            words.join(" ")
        };
        lists(&reads[0]).into_iter().map(|list| list.into_iter().map(words).collect()).collect()
    }

    #[test]
    fn four_members_with_commas_or_a_conjunction_between_them_are_a_list() {
        assert_eq!(
            members("Ferries to Oban, the Isle, Port Ellen and Rothesay were cancelled."),
            [["oban", "the isle", "port ellen", "rothesay"]]
        );
        assert_eq!(
            members("It needs the support of the governments of Chad, Niger, Mali, and Togo."),
            [["chad", "niger", "mali", "togo"]]
        );
    }

    #[test]
    fn what_is_shorter_or_holds_more_than_names_is_no_list() {
        for text in [
            "Ferries to Oban, the Isle and Rothesay were cancelled.",
            "On Monday, she left, he stayed, and they talked.",
            "He came from Oban, which lies in Argyll, and went to Mull and Iona.",
            "The dead are Abel Moss, and Lena and Marcus Odell, a couple from Oban.",
        ] {
            assert!(members(text).is_empty(), "{text}");
        }
    }

    #[test]
    fn members_count_as_one_together() {
        let read = &crate::claim::read(&article("a", "Chad, Niger, Mali and Togo signed."))[0];
        let shares = shares(read);
        assert_eq!(shares, [0.25, 1.0, 0.25, 1.0, 0.25, 1.0, 0.25, 1.0, 1.0]);
        let read = &crate::claim::read(&article("a", "Chad and Niger signed."))[0];
        assert!(super::shares(read).is_empty());
    }
}
