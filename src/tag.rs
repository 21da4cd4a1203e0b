//! A guess at each token's part of speech, good enough to find where clauses begin and end.
//!
//! A step of its own because claims, attribution and negation all ask the same questions: is this a verb, is it finite, does a noun
//! phrase begin here. Closed classes come from lists, verbs from WordNet's counts and regular inflection; the words around decide the
//! rest. Known limits: a noun that is also a common verb ("the bank fears losses") may be taken for the other; no tree is built.

mod insertion;
mod repair;

use crate::lexicon::Lexicon;
use crate::token::{Token, TokenKind};
use insertion::{behind_age, behind_insertion};
pub(crate) use repair::relative_has_main_verb;
use repair::repair;
use std::sync::LazyLock;

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
        matches!(self, Self::Modal | Self::Be | Self::Have | Self::Do | Self::Verb(Form::Third | Form::Past))
    }

    /// Tells whether the tag belongs to a verb of any form.
    pub fn is_verbal(self) -> bool {
        matches!(self, Self::Modal | Self::Be | Self::Have | Self::Do | Self::Verb(_))
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

/// How often a word that can be a verb is one.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Weight {
    Seldom,
    Either,
    Mostly,
}

/// The forms one spelling can have.
#[derive(Debug, Clone, Default)]
struct Forms {
    base: Option<Weight>,
    third: Option<Weight>,
    past: Option<Weight>,
    participle: Option<Weight>,
    ing: Option<Weight>,
    lemma: &'static str,
}

static VERBS: LazyLock<Lexicon<Forms>> = LazyLock::new(read_verbs);

fn read_verbs() -> Lexicon<Forms> {
    let mut irregular = Lexicon::default();
    for line in lexicon(include_str!("lexicon/irregular-verbs.txt")) {
        let mut parts = line.split_whitespace();
        if let (Some(base), Some(past), Some(participle)) = (parts.next(), parts.next(), parts.next()) {
            irregular.insert(base, (past, participle));
        }
    }
    let mut verbs = Lexicon::<Forms>::default();
    for line in lexicon(include_str!("lexicon/verbs.txt")) {
        let base = line.trim_end_matches(['+', '-']);
        let weight = match line.as_bytes().last() {
            Some(b'+') => Weight::Either,
            Some(b'-') => Weight::Seldom,
            _ => Weight::Mostly,
        };
        let mut add = |form: &str, set: fn(&mut Forms, Weight)| {
            set(verbs.entry(form, || Forms { lemma: base, ..Forms::default() }), weight);
        };
        add(base, |f, w| f.base = f.base.max(Some(w)));
        if let Some(spelling) = british(base) {
            add(&past(&spelling), |f, w| {
                f.past = f.past.max(Some(w));
                f.participle = f.participle.max(Some(w));
            });
            add(&ing(&spelling), |f, w| f.ing = f.ing.max(Some(w)));
            if spelling.ends_with('e') {
                add(&third(&spelling), |f, w| f.third = f.third.max(Some(w)));
                add(&spelling, |f, w| f.base = f.base.max(Some(w)));
            }
        }
        add(&third(base), |f, w| f.third = f.third.max(Some(w)));
        add(&ing(base), |f, w| f.ing = f.ing.max(Some(w)));
        match irregular.get(base) {
            Some((past, participle)) => {
                past.split('/').for_each(|form| add(form, |f, w| f.past = f.past.max(Some(w))));
                participle.split('/').for_each(|form| add(form, |f, w| f.participle = f.participle.max(Some(w))));
            }
            None => add(&past(base), |f, w| {
                f.past = f.past.max(Some(w));
                f.participle = f.participle.max(Some(w));
            }),
        }
    }
    verbs
}

/// Returns the stem that British spelling puts the endings on, where it is another: "travell" for "travelled", "organise".
fn british(base: &str) -> Option<String> {
    match base.as_bytes() {
        [.., b'u', b'e', b'l'] | [.., b'i', b'a', b'l'] => Some(format!("{base}l")),
        [.., before, b'a' | b'e' | b'i' | b'o', b'l'] if !is_vowel(*before) && !doubles(base) => {
            Some(format!("{base}l"))
        }
        [.., b'i' | b'y', b'z', b'e'] => Some(format!("{}se", &base[..base.len() - 2])),
        _ => None,
    }
}

/// Returns the lines of a word list without its comments.
pub(crate) fn lexicon(list: &'static str) -> impl Iterator<Item = &'static str> {
    crate::ablation::list(list).lines().map(str::trim).filter(|line| !line.is_empty() && !line.starts_with('#'))
}

fn is_vowel(c: u8) -> bool {
    matches!(c, b'a' | b'e' | b'i' | b'o' | b'u')
}

fn third(base: &str) -> String {
    let bytes = base.as_bytes();
    match bytes {
        [.., b's' | b'x' | b'z' | b'o'] | [.., b'c' | b's', b'h'] => format!("{base}es"),
        [.., c, b'y'] if !is_vowel(*c) => format!("{}ies", &base[..base.len() - 1]),
        _ => format!("{base}s"),
    }
}

/// Tells whether the last consonant is doubled before -ed and -ing: one vowel, one consonant, one syllable (or a stressed last one).
fn doubles(base: &str) -> bool {
    let bytes = base.as_bytes();
    let [.., a, v, c] = bytes else { return matches!(bytes, [v, c] if is_vowel(*v) && !is_vowel(*c)) };
    if is_vowel(*a) || !is_vowel(*v) || is_vowel(*c) || matches!(c, b'w' | b'x' | b'y') {
        return false;
    }
    let syllables = bytes.windows(2).filter(|w| is_vowel(w[0]) && !is_vowel(w[1])).count();
    syllables == 1
        || ["mit", "fer", "gin", "get", "bel", "pel", "cur", "cat", "rol", "bat", "bid", "set"]
            .iter()
            .any(|end| base.ends_with(end))
            && !base.ends_with("offer")
            && !base.ends_with("suffer")
            && !base.ends_with("differ")
            && !base.ends_with("target")
            && !base.ends_with("combat")
}

fn past(base: &str) -> String {
    let bytes = base.as_bytes();
    match bytes {
        [.., b'e'] => format!("{base}d"),
        [.., c, b'y'] if !is_vowel(*c) => format!("{}ied", &base[..base.len() - 1]),
        [.., c] if doubles(base) => format!("{base}{}ed", char::from(*c)),
        _ => format!("{base}ed"),
    }
}

fn ing(base: &str) -> String {
    let bytes = base.as_bytes();
    match bytes {
        [.., b'i', b'e'] => format!("{}ying", &base[..base.len() - 2]),
        [.., b'e', b'e'] | [.., b'o', b'e'] | [.., b'y', b'e'] => format!("{base}ing"),
        [.., b'e'] => format!("{}ing", &base[..base.len() - 1]),
        [.., c] if doubles(base) => format!("{base}{}ing", char::from(*c)),
        _ => format!("{base}ing"),
    }
}

/// Returns the base form of a verb form, or `None` for a word that is no verb of the list.
pub fn lemma(normal: &str) -> Option<&'static str> {
    VERBS.get(normal).map(|forms| forms.lemma)
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
    for (at, token) in tokens.iter().enumerate() {
        let tag = guess(tokens, &tags, at, title_case);
        tags.push(tag);
        let _ = token;
    }
    repair(tokens, &mut tags);
    tags
}

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
    if token.capital && !first && !title_case && !matches!(normal, "i") {
        return Tag::Name;
    }
    if inside_compound(tokens, at) && closed(normal).is_some_and(links) {
        return Tag::Adjective;
    }
    // "had earlier ruled out"
    if normal == "earlier" && matches!(previous, Some(Tag::Have | Tag::Be)) {
        return Tag::Adverb;
    }
    // "May" and "Will" as names were caught above; a month after a preposition is caught by its capital too.
    if let Some(tag) = closed(normal) {
        return match (tag, previous) {
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
        };
    }
    // A sentence seldom begins with an imperative, and often with "Finance Minister" or "Judge Diallo".
    let opens_name = first && token.capital && !title_case && tokens.get(at + 1).is_some_and(|next| next.capital);
    if let Some(forms) = VERBS.get(normal)
        && !(opens_name && forms.base.is_some())
        && let Some(tag) = verb(forms, tokens, before, at)
    {
        return tag;
    }
    if let Some(tag) = unlisted(tokens, before, at).filter(|_| !token.capital && VERBS.get(normal).is_none()) {
        return tag;
    }
    if token.capital && !title_case && !first {
        return Tag::Name;
    }
    // "a tally", "the rally": what can be a verb and is none here is a noun.
    const NOUNS_IN_LY: &[&str] = &["family", "assembly", "anomaly", "monopoly", "butterfly", "homily"];
    let noun_in_ly = VERBS.get(normal).is_some() || NOUNS_IN_LY.contains(&normal);
    if normal.ends_with("ly") && normal.len() > 4 && !noun_in_ly && crate::claim::entity::place(normal).is_none() {
        return Tag::Adverb;
    }
    const ADJECTIVES: &[&str] =
        &["ous", "ful", "ive", "able", "ible", "less", "ic", "ical", "ish", "ary", "ial", "nal", "ral", "ern"];
    if ADJECTIVES.iter().any(|end| normal.len() > end.len() + 2 && normal.ends_with(end)) {
        let head = previous.is_some_and(Tag::is_nominal) && ends_phrase(tokens.get(at + 1));
        return if head { Tag::Noun } else { Tag::Adjective };
    }
    if opens_name && VERBS.get(normal).is_none_or(|forms| forms.base.is_some()) {
        return Tag::Name;
    }
    Tag::Noun
}

/// Returns the tag of a word that no list holds and that has a verb's ending where a verb can stand: "the lorry [jackknifed] on the hill",
/// "and [dunked] it", "was [airlifted]".
fn unlisted(tokens: &[Token], before: &[Tag], at: usize) -> Option<Tag> {
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
fn in_absolute(tokens: &[Token], before: &[Tag], at: usize) -> bool {
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
        t.capital
            || t.kind == TokenKind::Number
            || matches!(
                closed(&t.normal),
                Some(
                    Tag::Determiner
                        | Tag::Possessive
                        | Tag::Pronoun
                        | Tag::Number
                        | Tag::Preposition
                        | Tag::Complementizer
                )
            )
    })
}

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
        matches!(closed(&t.normal), Some(Tag::Be | Tag::Have | Tag::Do | Tag::Modal | Tag::Preposition))
            || VERBS.get(&t.normal).is_some_and(|forms| forms.past.is_some())
    })
}

/// Decides whether a word that can be a verb is one here; `None` leaves it a noun or adjective.
fn verb(forms: &Forms, tokens: &[Token], before: &[Tag], at: usize) -> Option<Tag> {
    // "a left-arm bowler"
    if inside_compound(tokens, at) {
        return None;
    }
    // "Critics, however, argue": what stands before the aside.
    let aside = insertion::aside_begins(tokens, before, at);
    let previous = before[..aside].iter().rev().copied().find(|t| !matches!(t, Tag::Adverb | Tag::Negation));
    let directly = before[..aside].last().copied();
    let next = tokens.get(at + 1).map_or("", |t| t.normal.as_str());
    let next_tag = closed(next);
    let nominal_before = matches!(directly, Some(Tag::Determiner | Tag::Possessive | Tag::Adjective | Tag::Number));
    if let Some(weight) = forms.ing {
        // "a meeting", "the killing": a noun; "a lasting peace" reads as an adjective, which is no verb either.
        if nominal_before && next_tag.is_none_or(|t| t != Tag::Determiner)
            || weight == Weight::Seldom
                && previous != Some(Tag::Be)
                && !opens_participle(tokens, at)
                && !in_absolute(tokens, before, at)
        {
            return None;
        }
        if matches!(directly, Some(Tag::Noun))
            && matches!(next_tag, None | Some(Tag::Preposition | Tag::Be | Tag::Have | Tag::Modal))
        {
            const NOUNS: &[&str] = &[
                "meeting",
                "hearing",
                "briefing",
                "building",
                "shooting",
                "ruling",
                "trafficking",
                "spending",
                "funding",
            ];
            if NOUNS.contains(&tokens[at].normal.as_str()) {
                return None;
            }
        }
        return Some(Tag::Verb(Form::Ing));
    }
    // "luxury watches worth two million"
    if next == "worth" && forms.third.is_some() {
        return None;
    }
    if matches!(previous, Some(Tag::Have)) && forms.participle.is_some() {
        return Some(Tag::Verb(Form::Participle));
    }
    if matches!(previous, Some(Tag::Be)) && forms.participle.is_some() {
        return Some(Tag::Verb(Form::Participle));
    }
    if matches!(previous, Some(Tag::To | Tag::Modal | Tag::Do)) && forms.base.is_some() {
        return Some(Tag::Verb(Form::Base));
    }
    let subject = matches!(
        directly,
        Some(Tag::Noun | Tag::Name | Tag::Pronoun | Tag::Relative | Tag::Adverb | Tag::Negation | Tag::Number)
    ) || matches!(directly, Some(Tag::Coordinator | Tag::Punctuation));
    if let (Some(weight), true) = (forms.past, subject || directly.is_none()) {
        let _ = weight;
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
        return (!adjective).then_some(Tag::Verb(Form::Past));
    }
    if forms.participle.is_some() {
        // "the damaged houses": an adjective; "houses damaged by", "rooted in": a participle.
        return (!nominal_before || next_tag == Some(Tag::Preposition)).then_some(Tag::Verb(Form::Participle));
    }
    if let Some(weight) = forms.third {
        let pronoun = matches!(directly, Some(Tag::Pronoun | Tag::Relative | Tag::Adverb));
        // "a log of Channel 8 shows"
        let numbered = directly == Some(Tag::Number) && before.len() > 1 && before[before.len() - 2] == Tag::Name;
        let after_noun =
            matches!(directly, Some(Tag::Noun | Tag::Name | Tag::Coordinator | Tag::Punctuation)) || numbered;
        let object = matches!(
            next_tag,
            Some(
                Tag::Determiner
                    | Tag::Possessive
                    | Tag::Preposition
                    | Tag::To
                    | Tag::Complementizer
                    | Tag::Number
                    | Tag::Pronoun
                    | Tag::Negation
                    | Tag::Subordinator
            )
        ) || tokens.get(at + 1).is_some_and(|t| t.capital)
            || next.ends_with("ly");
        // "The rule, which bans nothing, takes effect": the verb of what stands before the insertion.
        let resumes = at > 1
            && tokens[at - 1].is(",")
            && weight == Weight::Mostly
            && !insertion::is_listed(tokens, at)
            && (1..at - 1).any(|i| before[i] == Tag::Relative && tokens[i - 1].is(","));
        let verb = pronoun
            || resumes
            || behind_insertion(tokens, before, at, false) && weight >= Weight::Either
            || behind_age(tokens, before, at)
            || after_noun && weight == Weight::Mostly && !matches!(directly, Some(Tag::Coordinator | Tag::Punctuation))
            || after_noun && weight == Weight::Mostly && object
            || matches!(directly, Some(Tag::Noun | Tag::Name))
                && weight == Weight::Either
                && object
                && !matches!(next_tag, Some(Tag::Preposition));
        return verb.then_some(Tag::Verb(Form::Third));
    }
    if let Some(weight) = forms.base {
        let plural = directly == Some(Tag::Noun) && aside > 0 && is_plural(&tokens[aside - 1].normal)
            // "at one point"
            || directly == Some(Tag::Pronoun) && !tokens[aside - 1].is("one")
            // "while four remain"
            || directly == Some(Tag::Number) && before.len() > 1 && opens_clause(before[before.len() - 2]);
        // "who rate the stock a buy", "Economists polled by the paper say that"
        let told = directly == Some(Tag::Relative) && matches!(next_tag, Some(Tag::Determiner | Tag::Possessive))
            || weight == Weight::Mostly && next == "that" && directly == Some(Tag::Name);
        let verb = told
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
        return verb.then_some(Tag::Verb(Form::Base));
    }
    None
}

/// Tells whether a clause may begin behind a word of this tag.
fn opens_clause(tag: Tag) -> bool {
    matches!(tag, Tag::Subordinator | Tag::Coordinator | Tag::Complementizer | Tag::Punctuation)
}

/// Tells whether a noun is plural by its ending or is one of the few without it.
pub(crate) fn is_plural(normal: &str) -> bool {
    normal.ends_with('s') || normal.ends_with("men") || matches!(normal, "people" | "children" | "police")
}

#[cfg(test)]
mod tests;
