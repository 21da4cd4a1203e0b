//! Whether a word that can be a verb is one where it stands.
//!
//! Its own file because this is the one question that a word list cannot answer: half of the verbs of English are nouns too. What stands
//! around decides. Known limits: what stands to the right has no tags yet, so that only closed classes tell there.

use super::inflection::{Forms, Weight};
use super::insertion::{aside_begins, behind_age, behind_insertion, is_listed};
use super::{Form, Tag, closed, inside_compound, is_plural};
use crate::token::{Token, TokenKind};

/// Returns the tag of a word that no list holds and that has a verb's ending where a verb can stand: "the lorry [jackknifed] on the hill",
/// "and [dunked] it", "was [airlifted]".
pub(super) fn unlisted(tokens: &[Token], before: &[Tag], at: usize) -> Option<Tag> {
    let normal = tokens[at].normal.as_str();
    let directly = before.iter().rev().copied().find(|tag| *tag != Tag::Adverb)?;
    if normal.ends_with("ing") && normal.len() > 5 {
        return opens_participle(tokens, at).then_some(Tag::Verb(Form::Ing));
    }
    if !normal.ends_with("ed") || normal.ends_with("eed") || normal.len() < 6 || inside_compound(tokens, at) {
        return None;
    }
    let subject = matches!(directly, Tag::Noun | Tag::Name | Tag::Pronoun | Tag::Relative | Tag::Coordinator);
    let next = tokens.get(at + 1);
    let ends = next.is_none_or(|t| t.is(".") || t.is(","));
    // "saw robbers take watches valued at a million": a clause that has its verb goes on with what was done to a noun.
    let mut clause = (0..at).rev().take(CLAUSE_REACH).take_while(|&i| match before[i] {
        Tag::Coordinator => matches!(before.get(i + 1), Some(Tag::Noun | Tag::Adjective)),
        tag => !opens_clause(tag) && tag != Tag::Relative,
    });
    let told = matches!(directly, Tag::Noun | Tag::Name) && clause.any(|i| before[i].is_finite());
    match directly {
        Tag::Be | Tag::Have => Some(Tag::Verb(Form::Participle)),
        _ if told => takes_object(next).then_some(Tag::Verb(Form::Participle)),
        _ if subject && (ends && directly != Tag::Coordinator || takes_object(next)) => Some(Tag::Verb(Form::Past)),
        _ => None,
    }
}

/// How many words back a clause may have its verb. Sentences of news are shorter.
const CLAUSE_REACH: usize = 24;

/// Tells whether a comma stands before the word at `at` and an object or place behind it: ", [clocking] 2 hours", ", [handing] the firm a win";
/// in "bribes, [hiding] payments, and tax fraud" it is a member of a list.
fn opens_participle(tokens: &[Token], at: usize) -> bool {
    let listed = || {
        (at + 2..tokens.len().min(at + 6))
            .any(|i| tokens[i - 1].is(",") && closed(&tokens[i].normal) == Some(Tag::Coordinator))
    };
    at > 1 && tokens[at - 1].is(",") && takes_object(tokens.get(at + 1)) && !listed()
}

/// How many words the subject behind "with" may take. Larger ones rather hold a clause.
const ABSOLUTE_REACH: usize = 6;

/// Tells whether a comma, "with" and a noun phrase stand before the word at `at`: ", with queues [forming] in Lund".
pub(super) fn in_absolute(tokens: &[Token], before: &[Tag], at: usize) -> bool {
    let phrase = before[..at].iter().rev().take(ABSOLUTE_REACH).take_while(|tag| tag.is_nominal()).count();
    let with = at - phrase;
    phrase > 0
        && with > 1
        && tokens[with - 1].is("with")
        && tokens[with - 2].is(",")
        && matches!(before[at - 1], Tag::Noun | Tag::Name)
}

/// Tells whether what stands behind a word is a noun phrase or opens one, which a verb takes and a noun does not.
fn takes_object(next: Option<&Token>) -> bool {
    next.is_some_and(|t| {
        let tag = closed(&t.normal);
        t.capital
            || t.kind == TokenKind::Number
            || tag.is_some_and(|tag| tag.opens_noun_phrase() || matches!(tag, Tag::Preposition | Tag::Complementizer))
    })
}

/// A word that can be a verb, with what stands around it.
#[derive(Clone, Copy)]
struct Word<'t> {
    tokens: &'t [Token],
    /// The tags of the words before it.
    before: &'t [Tag],
    at: usize,
    /// Where an aside right before it begins, else where it stands itself: "Critics[, however,] argue".
    aside: usize,
    /// The last tag before it and before the aside that is no adverb and no negation.
    previous: Option<Tag>,
    /// The last tag before it and before the aside.
    directly: Option<Tag>,
    next: &'t str,
    /// The tag of the word behind it, if that is of a closed class.
    next_tag: Option<Tag>,
}

impl Word<'_> {
    /// Tells whether it stands where a noun phrase has its noun.
    fn is_behind_nominal(&self) -> bool {
        matches!(self.directly, Some(Tag::Determiner | Tag::Possessive | Tag::Adjective | Tag::Number))
    }
}

/// Decides whether a word that can be a verb is one here; `None` leaves it a noun or adjective.
pub(super) fn verb(forms: &Forms, tokens: &[Token], before: &[Tag], at: usize) -> Option<Tag> {
    // "a left-arm bowler"
    if inside_compound(tokens, at) {
        return None;
    }
    let aside = aside_begins(tokens, before, at);
    let previous = before[..aside].iter().rev().copied().find(|t| !matches!(t, Tag::Adverb | Tag::Negation));
    let directly = before[..aside].last().copied();
    let next = tokens.get(at + 1).map_or("", |t| t.normal.as_str());
    let word = Word { tokens, before, at, aside, previous, directly, next, next_tag: closed(next) };
    if let Some(weight) = forms.ing {
        return ing(&word, weight);
    }
    // "luxury watches worth two million"
    if next == "worth" && forms.third.is_some() {
        return None;
    }
    if matches!(previous, Some(Tag::Have | Tag::Be)) && forms.participle.is_some() {
        return Some(Tag::Verb(Form::Participle));
    }
    if matches!(previous, Some(Tag::To | Tag::Modal | Tag::Do)) && forms.base.is_some() {
        return Some(Tag::Verb(Form::Base));
    }
    let behind_subject = directly.is_none_or(|tag| {
        matches!(
            tag,
            Tag::Noun
                | Tag::Name
                | Tag::Pronoun
                | Tag::Relative
                | Tag::Adverb
                | Tag::Negation
                | Tag::Number
                | Tag::Coordinator
                | Tag::Punctuation
        )
    });
    // "Many refused to go"
    let some = directly == Some(Tag::Determiner)
        && at > 0
        && matches!(tokens[at - 1].normal.as_str(), "many" | "most" | "some" | "all" | "both" | "several" | "few")
        && matches!(
            word.next_tag,
            Some(Tag::To | Tag::Complementizer | Tag::Determiner | Tag::Possessive | Tag::Pronoun)
        );
    if forms.past.is_some() && (behind_subject || some) {
        return past(&word, forms);
    }
    if forms.participle.is_some() {
        // "the damaged houses": an adjective; "houses damaged by", "rooted in": a participle.
        return (!word.is_behind_nominal() || word.next_tag == Some(Tag::Preposition))
            .then_some(Tag::Verb(Form::Participle));
    }
    match (forms.third, forms.base) {
        (Some(weight), _) => third(&word, weight),
        (None, Some(weight)) => base(&word, weight),
        (None, None) => None,
    }
}

/// Decides whether the -ing form of a verb is none of a noun.
fn ing(word: &Word<'_>, weight: Weight) -> Option<Tag> {
    let Word { tokens, before, at, previous, directly, next_tag, .. } = *word;
    // "a meeting", "the killing": a noun; "a lasting peace" reads as an adjective, which is no verb either.
    if word.is_behind_nominal() && next_tag.is_none_or(|t| t != Tag::Determiner)
        || weight == Weight::Seldom
            && previous != Some(Tag::Be)
            && !opens_participle(tokens, at)
            && !in_absolute(tokens, before, at)
    {
        return None;
    }
    const NOUNS: &[&str] =
        &["meeting", "hearing", "briefing", "building", "shooting", "ruling", "trafficking", "spending", "funding"];
    // "the council meeting", "a police hearing in Lund"
    let noun = directly == Some(Tag::Noun)
        && matches!(next_tag, None | Some(Tag::Preposition | Tag::Be | Tag::Have | Tag::Modal))
        && NOUNS.contains(&tokens[at].normal.as_str());
    (!noun).then_some(Tag::Verb(Form::Ing))
}

/// Decides whether a past form behind what may be its subject is the verb.
fn past(word: &Word<'_>, forms: &Forms) -> Option<Tag> {
    let Word { tokens, before, at, directly, next, next_tag, .. } = *word;
    // "The mayor, Ana Ruiz, told local radio", "Ana Ruiz, 57, pleaded guilty"
    // "The mayor, a former banker, said: "No""
    let resumes = at > 1
        && tokens[at - 1].is(",")
        && matches!(before[at - 2], Tag::Name | Tag::Number | Tag::Noun)
        && tokens[..at - 1].iter().any(|token| token.is(","))
        || next == ":";
    // "a widely used pill"
    let described = directly == Some(Tag::Adverb)
        && before.len() > 1
        && forms.participle.is_some()
        && next_tag.is_none()
        && matches!(tokens[at - 2].normal.as_str(), "a" | "an" | "the" | "its" | "their" | "his" | "her");
    if described {
        return None;
    }
    let adjective = matches!(directly, Some(Tag::Punctuation | Tag::Coordinator) | None)
        && !resumes
        && forms.participle.is_some()
        && next_tag.is_none()
        && !before.iter().any(|t| t.is_verbal());
    (!adjective).then_some(Tag::Verb(Form::Past))
}

/// Decides whether a form in -s is a verb and no plural.
fn third(word: &Word<'_>, weight: Weight) -> Option<Tag> {
    let Word { tokens, before, at, directly, next, next_tag, .. } = *word;
    let ends_phrase = next_tag.is_some_and(Tag::is_auxiliary);
    let pronoun = matches!(directly, Some(Tag::Pronoun | Tag::Relative | Tag::Adverb))
        // "For the staff, that comes too late", "and says"
        || directly == Some(Tag::Complementizer) && weight == Weight::Mostly && !ends_phrase
        || directly == Some(Tag::Coordinator) && tokens[at].is("says");
    // "a log of Channel 8 shows"
    let numbered = directly == Some(Tag::Number) && before.len() > 1 && before[before.len() - 2] == Tag::Name;
    let after_noun = matches!(directly, Some(Tag::Noun | Tag::Name | Tag::Coordinator | Tag::Punctuation)) || numbered;
    // What stands behind a verb and not behind the noun of its form.
    let goes_on = next_tag.is_some_and(Tag::opens_noun_phrase)
        || matches!(
            next_tag,
            Some(Tag::Preposition | Tag::To | Tag::Complementizer | Tag::Negation | Tag::Subordinator)
        )
        || tokens.get(at + 1).is_some_and(|t| t.capital)
        || next.ends_with("ly");
    // "The rule, which bans nothing, takes effect": the verb of what stands before the insertion.
    let resumes = at > 1
        && tokens[at - 1].is(",")
        && weight == Weight::Mostly
        && !is_listed(tokens, at)
        && (1..at - 1).any(|i| before[i] == Tag::Relative && tokens[i - 1].is(","));
    if is_joined_noun(word) {
        return None;
    }
    let verb = pronoun
        || resumes
        || behind_insertion(tokens, before, at, false) && weight >= Weight::Either
        || behind_age(tokens, before, at)
        || after_noun && weight == Weight::Mostly && !matches!(directly, Some(Tag::Coordinator | Tag::Punctuation))
        || after_noun && weight == Weight::Mostly && goes_on
        || matches!(directly, Some(Tag::Noun | Tag::Name))
            && weight == Weight::Either
            && goes_on
            && next_tag != Some(Tag::Preposition);
    verb.then_some(Tag::Verb(Form::Third))
}

/// Tells whether a word is the last of two joined nouns in a clause that has its verb: "stopped work over pay and rest [breaks],".
fn is_joined_noun(word: &Word<'_>) -> bool {
    let Word { tokens, before, at, next, .. } = *word;
    at > 2
        && before[at - 1] == Tag::Noun
        && before[at - 2] == Tag::Coordinator
        && before[at - 3].is_nominal()
        && matches!(next, "," | "." | "")
        && (0..at - 3)
            .rev()
            .take(CLAUSE_REACH)
            .take_while(|&i| !opens_clause(before[i]) || tokens[i].is("-"))
            .any(|i| before[i].is_finite())
}

/// Decides whether a form without ending is a verb and no noun.
fn base(word: &Word<'_>, weight: Weight) -> Option<Tag> {
    let Word { tokens, before, at, aside, previous, directly, next, next_tag, .. } = *word;
    // "They also want", "drivers still earn"
    let several = directly == Some(Tag::Adverb)
        && weight == Weight::Mostly
        && before[..aside].iter().rposition(|tag| *tag != Tag::Adverb).is_some_and(|i| match previous {
            Some(Tag::Pronoun) => matches!(tokens[i].normal.as_str(), "i" | "they" | "we" | "you"),
            Some(Tag::Noun) => is_plural(&tokens[i].normal) && takes_object(tokens.get(at + 1)),
            _ => false,
        });
    let plural = directly == Some(Tag::Noun) && aside > 0 && is_plural(&tokens[aside - 1].normal)
        // "at one point"
        || directly == Some(Tag::Pronoun) && !tokens[aside - 1].is("one")
        // "while four remain"
        || directly == Some(Tag::Number) && before.len() > 1 && opens_clause(before[before.len() - 2]);
    // "who rate the stock a buy", "Economists polled by the paper say that"
    let told = directly == Some(Tag::Relative) && matches!(next_tag, Some(Tag::Determiner | Tag::Possessive))
        || weight == Weight::Mostly && next == "that" && directly == Some(Tag::Name);
    let verb = told
        || several
        || weight == Weight::Mostly && is_told_of_members(tokens, before, at)
        || behind_insertion(tokens, before, at, true) && weight == Weight::Mostly
        || plural && weight >= Weight::Either && next_tag != Some(Tag::Preposition)
        || plural && weight == Weight::Mostly
        || directly == Some(Tag::Relative) && weight >= Weight::Either
        || directly == Some(Tag::Coordinator) && weight == Weight::Mostly
        // "Finance chief Ana Ruiz steps up"
        || directly.is_none()
            && weight == Weight::Mostly
            && !(next_tag.is_none()
                && tokens.get(at + 1).is_some_and(|t| t.is_word() && !t.capital)
                && tokens.get(at + 2).is_some_and(|t| t.capital));
    verb.then_some(Tag::Verb(Form::Base))
}

/// Tells whether a clause begins with some of a whole, which the word at `at` with its object can be told of: "Members of the union [want] 8 percent".
fn is_told_of_members(tokens: &[Token], before: &[Tag], at: usize) -> bool {
    let Some(of) = (0..at).rev().take(CLAUSE_REACH).find(|&i| before[i] == Tag::Preposition) else { return false };
    let opens = before[..of].iter().rposition(|tag| !tag.is_nominal()).is_none_or(|i| opens_clause(before[i]));
    let phrase = before[of + 1..at].iter().all(|tag| tag.is_nominal());
    let object = tokens.get(at + 1).is_some_and(|next| {
        let tag = closed(&next.normal);
        next.kind == TokenKind::Number || tag.is_some_and(|tag| tag.opens_noun_phrase() || tag == Tag::To)
    });
    opens && phrase && object && tokens[of].is("of") && of > 0 && is_plural(&tokens[of - 1].normal)
}

/// Tells whether a clause may begin behind a word of this tag.
fn opens_clause(tag: Tag) -> bool {
    matches!(tag, Tag::Subordinator | Tag::Coordinator | Tag::Complementizer | Tag::Punctuation)
}
