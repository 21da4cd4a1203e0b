//! A guess at each token's part of speech, good enough to find where clauses begin and end.
//!
//! A step of its own because claims, attribution and negation all ask the same questions: is this a verb, is it finite, does a noun
//! phrase begin here. Closed classes come from lists, verbs from WordNet's counts and regular inflection; the words around decide the
//! rest. Known limits: a noun that is also a common verb ("the bank fears losses") may be taken for the other; no tree is built.

mod inflection;
mod insertion;
mod repair;
mod verb;

use crate::lexicon::Lexicon;
use crate::token::{Token, TokenKind};
use inflection::VERBS;
pub use inflection::lemma;
pub(crate) use repair::relative_has_main_verb;
use repair::repair;
use std::sync::LazyLock;
use verb::{unlisted, verb};

/// A guessed part of speech.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Tag {
    /// "the", "a", "this", "some".
    Determiner,
    /// "she", "they": a subject by form.
    Pronoun,
    /// "his", "their", and the clitic 's after a noun.
    Possessive,
    /// "in", "of", "against".
    Preposition,
    /// "and", "or", "but".
    Coordinator,
    /// "because", "while", "after" when a clause may follow.
    Subordinator,
    /// "who", "which", "where", "that" after a noun.
    Relative,
    /// "that" which opens a content clause.
    Complementizer,
    /// "will", "could".
    Modal,
    /// A form of "be".
    Be,
    /// A form of "have".
    Have,
    /// A form of "do".
    Do,
    /// "to".
    To,
    /// "not", "n't", "never".
    Negation,
    /// A verb with its ending.
    Verb(Form),
    /// "firmly", "also".
    Adverb,
    /// An adjective by its ending.
    Adjective,
    /// A common noun, or a word nothing else is known of.
    Noun,
    /// A word with a capital that is no sentence's first.
    Name,
    /// Digits or a number word.
    Number,
    /// A mark of punctuation.
    Punctuation,
}

/// The ending of a verb form.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Form {
    /// "go".
    Base,
    /// "goes".
    Third,
    /// "went", or "walked" used as the finite verb.
    Past,
    /// "gone", or "walked" after have or be, or without a subject.
    Participle,
    /// "going".
    Ing,
}

impl Tag {
    /// Tells whether the tag can be the finite verb of a clause, or the auxiliary that opens one.
    pub fn is_finite(self) -> bool {
        self.is_auxiliary() || matches!(self, Self::Verb(Form::Third | Form::Past))
    }

    /// Tells whether the tag belongs to a verb of any form.
    pub fn is_verbal(self) -> bool {
        self.is_auxiliary() || matches!(self, Self::Verb(_))
    }

    /// Tells whether the tag is that of an auxiliary.
    pub fn is_auxiliary(self) -> bool {
        matches!(self, Self::Modal | Self::Be | Self::Have | Self::Do)
    }

    /// Tells whether the tag can be that of the head of a noun phrase.
    pub fn is_head(self) -> bool {
        matches!(self, Self::Noun | Self::Name | Self::Pronoun)
    }

    /// Tells whether the tag is that of a word that opens a noun phrase, or is one.
    pub fn opens_noun_phrase(self) -> bool {
        matches!(self, Self::Determiner | Self::Possessive | Self::Pronoun | Self::Number)
    }

    /// Tells whether the tag is that of a content word; adverbs are left out, which mostly say how and when.
    pub fn is_content(self) -> bool {
        matches!(self, Self::Noun | Self::Name | Self::Number | Self::Adjective | Self::Verb(_))
    }

    /// Tells whether the tag is that of a mark or word at which a clause ends.
    pub fn ends_clause(self) -> bool {
        matches!(self, Self::Punctuation | Self::Subordinator | Self::Relative)
    }

    /// Tells whether the tag is that of a closed class, whose words carry no content; "not" is left out, which turns what it stands by.
    pub fn is_function(self) -> bool {
        matches!(
            self,
            Self::Determiner
                | Self::Pronoun
                | Self::Possessive
                | Self::Preposition
                | Self::Coordinator
                | Self::Subordinator
                | Self::Relative
                | Self::Complementizer
                | Self::Modal
                | Self::Be
                | Self::Have
                | Self::Do
                | Self::To
        )
    }

    /// Tells whether the tag belongs inside a noun phrase.
    pub fn is_nominal(self) -> bool {
        matches!(
            self,
            Self::Determiner
                | Self::Pronoun
                | Self::Possessive
                | Self::Adjective
                | Self::Noun
                | Self::Name
                | Self::Number
        )
    }
}

/// Returns the lines of a word list without its comments.
pub(crate) fn lexicon(list: &'static str) -> impl Iterator<Item = &'static str> {
    crate::ablation::list(list).lines().map(str::trim).filter(|line| !line.is_empty() && !line.starts_with('#'))
}

/// The words of the closed classes.
const CLOSED_CLASSES: &[(Tag, &str)] = &[
    (
        Tag::Determiner,
        "the a an this these those some any each every all both no another such several many few most more much other \
      either neither certain various",
    ),
    (
        Tag::Pronoun,
        "i you he she it we they him them us me himself herself itself themselves there everyone someone nobody anyone \
      something nothing everything anything somebody anybody everybody one",
    ),
    (Tag::Possessive, "his her its their our my your"),
    (
        Tag::Preposition,
        "in on at by for from of with into onto over under against between among through during without within toward \
      towards about across amid near off along around behind beyond despite per via upon out up down outside inside \
      like including regarding concerning according following throughout above below than except due",
    ),
    (Tag::Coordinator, "and or but nor yet &"),
    (
        Tag::Subordinator,
        "because while although though if unless whereas whether as since until after before when once",
    ),
    (Tag::Relative, "who which where whose whom what how why"),
    (Tag::Complementizer, "that"),
    (Tag::Modal, "will would can could may might shall should must wo ca 'll 'd"),
    (Tag::Be, "be is are was were been am 're 'm"),
    (Tag::Verb(Form::Ing), "being having"),
    (Tag::Have, "have has had 've"),
    (Tag::Do, "do does did"),
    (Tag::To, "to"),
    (Tag::Negation, "not n't never"),
    (
        Tag::Adverb,
        "also just only even still already now then so too very again soon often ever here almost nearly later ago \
      instead however far well back away together rather quite perhaps maybe meanwhile furthermore moreover once- \
      afterwards afterward beforehand twice nonetheless nevertheless",
    ),
    (
        Tag::Number,
        "two three four five six seven eight nine ten eleven twelve dozen dozens hundred hundreds thousand thousands \
      million millions billion twenty thirty forty fifty sixty seventy eighty ninety half",
    ),
];

static CLOSED: LazyLock<Lexicon<Tag>> = LazyLock::new(|| {
    CLOSED_CLASSES.iter().flat_map(|&(tag, words)| words.split_whitespace().map(move |word| (word, tag))).collect()
});

/// Returns the tag of a word of a closed class.
pub(crate) fn closed(normal: &str) -> Option<Tag> {
    CLOSED.get(normal).copied()
}

/// Gives every token of a sentence its likeliest part of speech.
pub fn tag(tokens: &[Token]) -> Vec<Tag> {
    let long = || tokens.iter().filter(|t| t.is_word() && t.normal.len() > 3);
    let (words, capitals) = (long().count(), long().filter(|t| t.capital).count());
    // In a headline every word but a few small ones has a capital, so a capital says nothing; in a short sentence full of names the
    // verb has none.
    let title_case =
        words >= 3 && capitals * 5 >= words * 4 && long().all(|t| t.capital || closed(&t.normal).is_some());
    let mut tags = Vec::with_capacity(tokens.len());
    for at in 0..tokens.len() {
        tags.push(guess(tokens, &tags, at, title_case));
    }
    repair(tokens, &mut tags);
    tags
}

/// Returns the likeliest tag of a token, of which the tags of those before it are known; `title_case` tells that its capital says nothing.
fn guess(tokens: &[Token], before: &[Tag], at: usize, title_case: bool) -> Tag {
    let token = &tokens[at];
    match token.kind {
        TokenKind::Punctuation => return Tag::Punctuation,
        TokenKind::Number => return Tag::Number,
        TokenKind::Word => {}
    }
    let previous = before.last().copied();
    let normal = token.normal.as_str();
    if normal == "'s" || normal == "'" {
        let pronoun = at > 0
            && matches!(
                tokens[at - 1].normal.as_str(),
                "it" | "he" | "she" | "that" | "there" | "what" | "who" | "here"
            );
        return if pronoun { Tag::Be } else { Tag::Possessive };
    }
    // A lone combining mark is a word whose normal form is empty.
    if normal.starts_with(|first: char| first.is_ascii_digit()) {
        return Tag::Number;
    }
    let first =
        at == 0 || before.iter().all(|t| *t == Tag::Punctuation) || tokens[at - 1].is(":") || tokens[at - 1].is("\"");
    if token.capital && !first && !title_case && normal != "i" {
        return Tag::Name;
    }
    // "had earlier ruled out"
    if normal == "earlier" && matches!(previous, Some(Tag::Have | Tag::Be)) {
        return Tag::Adverb;
    }
    if let Some(tag) = of_closed_class(tokens, previous, at) {
        return tag;
    }
    let forms = VERBS.get(normal);
    // "SOLVE tested 900 patients": a word in capitals of its own is a name, and not where all words have them.
    let named = token.initials && forms.is_some_and(|forms| forms.base.is_some());
    let opens = |next: &Token| next.capital || named && next.is_word();
    // A sentence seldom begins with an imperative, and often with "Finance Minister" or "Judge Diallo".
    let opens_name = first && token.capital && !title_case && tokens.get(at + 1).is_some_and(opens);
    if let Some(forms) = forms
        && !(opens_name && forms.base.is_some())
        && let Some(tag) = verb(forms, tokens, before, at)
    {
        return tag;
    }
    if let Some(tag) = unlisted(tokens, before, at).filter(|_| !token.capital && forms.is_none()) {
        return tag;
    }
    by_ending(tokens, previous, at).unwrap_or_else(|| {
        let named = opens_name && forms.is_none_or(|forms| forms.base.is_some());
        if named { Tag::Name } else { Tag::Noun }
    })
}

/// Returns the tag of a word of a closed class where it stands.
fn of_closed_class(tokens: &[Token], previous: Option<Tag>, at: usize) -> Option<Tag> {
    let normal = tokens[at].normal.as_str();
    let tag = closed(normal)?;
    if inside_compound(tokens, at) && links(tag) {
        return Some(Tag::Adjective);
    }
    // "They dispute that and say", "reported him missing that evening"
    if normal == "that" && previous.is_some() {
        let next = tokens.get(at + 1);
        let joined = tokens.get(at + 2).is_some_and(|t| closed(&t.normal) == Some(Tag::Coordinator));
        let ends = |t: &Token| matches!(t.normal.as_str(), "." | ";" | "and" | "but") || t.is(",") && joined;
        if next.is_none_or(ends) {
            return Some(Tag::Pronoun);
        }
        if next.is_some_and(|t| PARTS_OF_TIME.contains(&t.normal.as_str())) {
            return Some(Tag::Determiner);
        }
    }
    Some(match (tag, previous) {
        // "has not yet decided", "has yet to decide", "as yet": it says when.
        (Tag::Coordinator, Some(before))
            if normal == "yet"
                && (before.is_auxiliary()
                    || matches!(before, Tag::Negation | Tag::Subordinator)
                    || tokens.get(at + 1).is_none_or(|next| !next.is_word() && !next.is("\""))) =>
        {
            Tag::Adverb
        }
        // "that" after a noun and before a verb is relative; after a verb it opens a content clause.
        (Tag::Complementizer, Some(Tag::Noun | Tag::Name | Tag::Number)) => Tag::Relative,
        (Tag::Complementizer, None | Some(Tag::Preposition)) => Tag::Determiner,
        // "at once", "more than once"
        (Tag::Subordinator, Some(Tag::Preposition)) if normal == "once" => Tag::Adverb,
        // "the bottom of the can"
        (Tag::Modal, Some(Tag::Determiner)) if matches!(tokens[at - 1].normal.as_str(), "a" | "the" | "no") => {
            Tag::Noun
        }
        (tag, _) => tag,
    })
}

/// Returns the tag of a word of no list by its ending.
fn by_ending(tokens: &[Token], previous: Option<Tag>, at: usize) -> Option<Tag> {
    let normal = tokens[at].normal.as_str();
    // "a tally", "the rally": what can be a verb and is none here is a noun.
    const NOUNS_IN_LY: &[&str] = &["family", "assembly", "anomaly", "monopoly", "butterfly", "homily"];
    let noun_in_ly = VERBS.get(normal).is_some() || NOUNS_IN_LY.contains(&normal);
    if normal.ends_with("ly") && normal.len() > 4 && !noun_in_ly && crate::claim::entity::place(normal).is_none() {
        return Some(Tag::Adverb);
    }
    const ADJECTIVES: &[&str] =
        &["ous", "ful", "ive", "able", "ible", "less", "ic", "ical", "ish", "ary", "ial", "nal", "ral", "ern"];
    let adjective = ADJECTIVES.iter().any(|end| normal.len() > end.len() + 2 && normal.ends_with(end));
    let head = || previous.is_some_and(Tag::is_nominal) && ends_phrase(tokens.get(at + 1));
    adjective.then(|| if head() { Tag::Noun } else { Tag::Adjective })
}

/// Nouns before which "that" points: "that evening".
const PARTS_OF_TIME: &[&str] =
    &["morning", "afternoon", "evening", "night", "day", "weekend", "week", "month", "year", "time", "moment"];

/// Tells whether hyphens make the word at `at` part of another: "an after-school club", "search-and-rescue teams".
fn inside_compound(tokens: &[Token], at: usize) -> bool {
    let hyphen = |i: usize| tokens.get(i).is_some_and(|token| token.is("-") && !token.spaced);
    let before = at >= 2 && hyphen(at - 1) && !tokens[at].spaced;
    let behind = hyphen(at + 1) && tokens.get(at + 2).is_some_and(|token| !token.spaced && token.is_word());
    behind && (before || at == 0 || !tokens[at - 1].is("-"))
}

/// Tells whether a tag is that of words that link clauses or phrases, which they do not as part of another word.
fn links(tag: Tag) -> bool {
    matches!(tag, Tag::Subordinator | Tag::Preposition | Tag::Coordinator | Tag::To)
}

/// Tells whether a word before this one is the last of its noun phrase, so that it is no adjective: "the library was", "a salary of".
fn ends_phrase(next: Option<&Token>) -> bool {
    next.is_some_and(|t| {
        closed(&t.normal).is_some_and(|tag| tag.is_auxiliary() || tag == Tag::Preposition)
            || VERBS.get(&t.normal).is_some_and(|forms| forms.past.is_some())
    })
}

/// Tells whether a noun is plural by its ending or is one of the few without it.
pub(crate) fn is_plural(normal: &str) -> bool {
    normal.ends_with('s') || normal.ends_with("men") || matches!(normal, "people" | "children" | "police")
}

#[cfg(test)]
mod tests;
