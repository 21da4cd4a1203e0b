//! The verb that a subject waits for behind what commas part from it.
//!
//! Its own file because a word that is as often a noun is a verb there for a reason that stands far to the left: the sentence has none yet.
//! Known limits: only the first subject of a sentence.

use super::{Form, Tag, is_plural};
use crate::token::Token;

/// How many words the first subject of a sentence may take. Longer ones are rather clauses.
const SUBJECT_REACH: usize = 24;

/// Tells whether the word at `at` stands behind the comma that closes a relative clause or participle about the first subject of the sentence,
/// and in its number: "The rule, written after a bank failed, [limits] loans", "The cooks, who struck in May, [accuse] the owner".
pub(super) fn behind_insertion(tokens: &[Token], before: &[Tag], at: usize, plural: bool) -> bool {
    if at < 4 || !tokens[at - 1].is(",") {
        return false;
    }
    let comma = tokens[..at - 1].iter().take(SUBJECT_REACH).position(|token| token.is(","));
    let Some(comma) = comma else { return false };
    let opens =
        matches!(before.get(comma + 1), Some(Tag::Relative | Tag::Verb(Form::Past | Form::Participle | Form::Ing)));
    let subject = comma > 0 && matches!(before[comma - 1], Tag::Noun | Tag::Name);
    let waits = !before[..comma].iter().any(|tag| tag.is_verbal());
    // Of "the leader of the unions, who" the first noun is the subject.
    let head = (0..comma).find(|&i| before[i] == Tag::Preposition && i > 0).unwrap_or(comma) - 1;
    !is_listed(tokens, at) && opens && subject && waits && is_plural(&tokens[head].normal) == plural
}

/// Returns where an adverb between commas right before `at` begins with its comma: "Critics[, however,] argue"; else `at`.
pub(super) fn aside_begins(tokens: &[Token], before: &[Tag], at: usize) -> usize {
    let aside = at >= 4 && tokens[at - 1].is(",") && before[at - 2] == Tag::Adverb && tokens[at - 3].is(",");
    if aside { at - 3 } else { at }
}

/// Tells whether the word at `at` may be the member of a list: "who include doctors, [cooks] and drivers".
pub(super) fn is_listed(tokens: &[Token], at: usize) -> bool {
    tokens.get(at + 1).is_none_or(|next| matches!(next.normal.as_str(), "and" | "or" | "," | "."))
}

/// Tells whether the word at `at` stands behind the age of whoever a sentence begins with: "Ana Ruiz, 57, [faces] two charges".
pub(super) fn behind_age(tokens: &[Token], before: &[Tag], at: usize) -> bool {
    at >= 4
        && tokens[at - 1].is(",")
        && before[at - 2] == Tag::Number
        && tokens[at - 3].is(",")
        && before[at - 4] == Tag::Name
        && !before[..at - 3].iter().any(|tag| tag.is_verbal())
        && !tokens.get(at + 1).is_some_and(|next| next.is(","))
}
