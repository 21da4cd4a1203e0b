//! Names: who and what a story is about, each under one term however it is written.
//!
//! A step of its own because "Claudia Sheinbaum", "Sheinbaum" and "the Mexican president" must meet, while two people of one family
//! name in one story must not be merged silently by a given name. Names are learnt from the corpus itself: a run of capitals after a
//! title or beside a reporting verb is a person, whose last word is the term; "DEMONYM TITLE Name" teaches the role. Known limits:
//! a surname shared by two people of one story is one term; organisations are their words.

use super::acronym::{self, Acronyms};
use super::date::is_calendar;
use crate::lexicon::{Lexicon, WordNumbers};
use crate::tag::{Tag, lexicon};
use crate::token::Token;
use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;
use std::sync::LazyLock;

/// Titles that come before a person's name, by normal form.
static TITLES: LazyLock<WordNumbers> = LazyLock::new(|| {
    let words = "president mr mrs ms miss dr sir lord lady sen senator rep representative congressman congresswoman gov \
                 governor secretary minister premier chancellor king queen prince princess pope cardinal bishop judge justice \
                 mayor sheriff chief general gen colonel col captain capt lt sgt sergeant officer professor prof chairman \
                 chairwoman speaker leader spokesman spokeswoman spokesperson director ambassador attorney lawyer doctor coach \
                 actor actress star singer detective inspector vice deputy former ceo";
    words.split(' ').collect()
});

/// Roles that one person of a country or body holds at a time, so that "the DEMONYM ROLE" names them.
static ROLES: LazyLock<WordNumbers> = LazyLock::new(|| {
    let words = "president premier chancellor king queen governor mayor minister secretary leader ambassador pope";
    words.split(' ').collect()
});

/// Words that end the name of a body, by normal form: who is named so says much and is no person.
static BODIES: LazyLock<WordNumbers> = LazyLock::new(|| {
    let words = "police union party bank council court company group corp inc ltd plc university hospital ministry department \
                 agency association federation institute times post news office service services commission committee board \
                 authority army navy force house senate congress parliament assembly club school college foundation society \
                 airlines airways motors city county league trust center centre press media alliance network organisation \
                 organization bureau treasury cabinet administration government telecom energy partners holdings industries";
    words.split(' ').collect()
});

/// Tells whether a word is the title of an office that one person of a country or body holds at a time.
pub fn is_role(token: &Token) -> bool {
    ROLES.contains(&token.normal) || token.is("gov")
}

/// Place by any of its forms.
static PLACES: LazyLock<Lexicon<&'static str>> = LazyLock::new(|| {
    let mut places = Lexicon::default();
    for line in lexicon(include_str!("../lexicon/demonyms.txt")) {
        let mut words = line.split(' ');
        if let Some(place) = words.next() {
            places.insert(place, place);
            words.for_each(|word| places.insert(word, place));
        }
    }
    places
});

/// Returns the place that a word names or is derived from: "mexico" for "mexican".
pub fn place(normal: &str) -> Option<&'static str> {
    PLACES.get(normal).copied()
}

/// The names of a corpus.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Names {
    /// Family names of people.
    people: BTreeSet<String>,
    /// Given names.
    given: BTreeSet<String>,
    /// Those of the family names that stand behind a given name somewhere.
    full: BTreeSet<String>,
    /// Role of a place or body, and who was seen to hold it; more than one holder makes the role name nobody.
    roles: BTreeMap<(String, String), BTreeSet<String>>,
    /// What is written out and what is not.
    acronyms: Acronyms,
}

impl Names {
    /// Learns the names of a corpus from its tagged sentences.
    pub fn learn<'a>(sentences: impl Iterator<Item = (&'a [Token], &'a [Tag])>) -> Self {
        let mut names = Self::default();
        for (tokens, tags) in sentences {
            names.learn_sentence(tokens, tags);
            names.acronyms.learn(tokens, tags);
        }
        names
    }

    /// Adds what was learnt from other sentences, as if it had been learnt here.
    pub fn join(&mut self, other: &Self) {
        self.people.extend(other.people.iter().cloned());
        self.given.extend(other.given.iter().cloned());
        self.full.extend(other.full.iter().cloned());
        for (role, holders) in &other.roles {
            self.roles.entry(role.clone()).or_default().extend(holders.iter().cloned());
        }
        self.acronyms.join(&other.acronyms);
    }

    fn learn_sentence(&mut self, tokens: &[Token], tags: &[Tag]) {
        let mut at = 0;
        while at < tokens.len() {
            let end = run(tokens, tags, at);
            if end == at {
                at += 1;
                continue;
            }
            // Titles inside the run do not belong to the name.
            let first = (at..end).rev().find(|&i| is_title(&tokens[i])).map_or(at, |i| i + 1);
            let first = (first..end).rev().find(|&i| place(&tokens[i].normal).is_some()).map_or(first, |i| i + 1);
            let titled = first > at && is_title(&tokens[first - 1]) || at > 0 && is_title(&tokens[at - 1]);
            let speaks = tokens
                .get(end)
                .is_some_and(|t| matches!(t.normal.as_str(), "said" | "says" | "told" | "added" | "tweeted" | "wrote"))
                || at > 0 && matches!(tokens[at - 1].normal.as_str(), "said" | "says" | "added");
            let words: Vec<&Token> =
                tokens[first..end].iter().filter(|t| t.is_word() && t.normal.len() > 1 && !t.is("'s")).collect();
            if (titled || speaks)
                && (1..=4).contains(&words.len())
                && let Some((last, givens)) = words.split_last()
                && (titled || !BODIES.contains(&last.normal))
                // "said Thursday"
                && (words.len() > 1 || titled || !is_calendar(&last.normal))
            {
                let family = last.normal.clone();
                self.given.extend(givens.iter().map(|given| given.normal.clone()));
                if !givens.is_empty() {
                    self.full.insert(family.clone());
                }
                if titled && let Some(role) = role_before(tokens, first) {
                    self.roles.entry(role).or_default().insert(family.clone());
                }
                self.people.insert(family);
            }
            at = end;
        }
    }

    /// Finds the acronyms that one name of the corpus fits.
    pub fn acronyms(&self) -> acronym::Known {
        self.acronyms.known()
    }

    /// Tells whether the word is a person's family name in this corpus.
    pub fn is_person(&self, normal: &str) -> bool {
        self.people.contains(normal)
    }

    /// Tells whether the word is a family name that stands behind a given name somewhere in this corpus: no firm that only speaks.
    pub fn is_full(&self, normal: &str) -> bool {
        self.full.contains(normal)
    }

    /// Tells whether the word is only a given name here, so that it adds nothing beside the family name.
    pub fn is_given(&self, normal: &str) -> bool {
        self.given.contains(normal) && !self.people.contains(normal)
    }

    /// Returns the person whom "the PLACE ROLE" or "PLACE's ROLE" at a token names, when the corpus shows one holder only.
    pub fn holder(&self, tokens: &[Token], at: usize) -> Option<&str> {
        let role = role_before(tokens, at + 1)?;
        let holders = self.roles.get(&role)?;
        if holders.len() == 1 { holders.first().map(String::as_str) } else { None }
    }
}

/// Tells whether a word stands before names as a title.
pub fn is_title(token: &Token) -> bool {
    TITLES.contains(token.normal.trim_end_matches('.'))
}

/// Returns the runs of capitals in a sentence, titles and particles inside them included.
pub fn runs(tokens: &[Token], tags: &[Tag]) -> Vec<Range<usize>> {
    let (mut out, mut at) = (Vec::new(), 0);
    while at < tokens.len() {
        let end = run(tokens, tags, at);
        if end > at {
            out.push(at..end);
        }
        at = end.max(at + 1);
    }
    out
}

/// Returns the part of a run that is the name itself, without the titles before it ("U.S. Secretary of State Marco Rubio" is of two
/// words); `None` for a run that is a title alone.
pub fn bare(tokens: &[Token], run: Range<usize>) -> Option<Range<usize>> {
    let mut first = run.clone().rev().find(|&at| is_title(&tokens[at])).map_or(run.start, |at| at + 1);
    // What the office is of stands in the run, and how many words that is, nobody knows: a given and a family name are left.
    let office = first >= 2 && tokens[first - 1].is("of") && is_title(&tokens[first - 2]);
    if office && first == run.start && run.len() > 2 {
        first = run.end - 2;
    }
    while first < run.end && !tokens[first].is_word() {
        first += 1;
    }
    (first < run.end).then_some(first..run.end)
}

/// Returns where the run of capitals that begins at a token ends; particles of names inside it count.
fn run(tokens: &[Token], tags: &[Tag], from: usize) -> usize {
    let mut end = from;
    let mut at = from;
    while at < tokens.len() {
        let token = &tokens[at];
        let capital = token.capital
            && token.is_word()
            && (tags[at] == Tag::Name || at == 0 && tags[at] == Tag::Noun || is_title(token));
        if capital {
            end = at + 1;
        } else {
            let particle = end > from
                && matches!(
                    token.normal.as_str(),
                    "de" | "la"
                        | "del"
                        | "der"
                        | "den"
                        | "di"
                        | "da"
                        | "dos"
                        | "von"
                        | "van"
                        | "bin"
                        | "al"
                        | "-"
                        | "."
                );
            let inside = particle
                && tokens
                    .get(at + 1)
                    .is_some_and(|t| t.capital || matches!(t.normal.as_str(), "la" | "der" | "den" | "-"));
            if !inside || token.is(".") && tokens[at - 1].normal.len() > 4 {
                break;
            }
        }
        at += 1;
    }
    end
}

/// Reads "PLACE ROLE" or "PLACE's ROLE" that ends before a token, as the pair of both.
fn role_before(tokens: &[Token], end: usize) -> Option<(String, String)> {
    let role = tokens.get(end.checked_sub(1)?)?;
    if !ROLES.contains(&role.normal) {
        return None;
    }
    let mut at = end - 1;
    // Up to two words may stand between the place and the role: "Mexican Foreign Secretary", "U.S. Secretary of State" is read by its head.
    let mut between = String::new();
    for _ in 0..3 {
        at = at.checked_sub(1)?;
        let token = &tokens[at];
        if let Some(place) = place(&token.normal) {
            return Some((place.to_owned(), format!("{between}{}", role.normal)));
        }
        if !(token.is("'s") || token.is_word() && token.normal.len() > 2 && !token.is("the")) {
            return None;
        }
        if !token.is("'s") {
            between = format!("{} {between}", token.normal);
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::span::Span;
    use crate::tag::tag;
    use crate::token::tokenize;

    fn names(text: &str) -> (Names, Vec<Token>) {
        let tokens = tokenize(text, Span::new(0, text.len()));
        let tags = tag(&tokens);
        (Names::learn(std::iter::once((tokens.as_slice(), tags.as_slice()))), tokens)
    }

    #[test]
    fn a_title_makes_a_person() {
        let (names, _) = names("The visit of French President Emmanuel Macron to Rome ended");
        assert!(names.is_person("macron"));
        assert!(names.is_given("emmanuel"));
        assert!(!names.is_person("rome"));
    }

    #[test]
    fn a_body_that_speaks_is_no_person() {
        let (names, _) = names("The report of Karl Brandt said nothing new, the Farmers Union said on Monday");
        assert!(names.is_person("brandt"));
        assert!(!names.is_person("union"));
    }

    #[test]
    fn a_role_names_its_only_holder() {
        let (names, _) = names("The visit of French President Emmanuel Macron to Rome ended");
        let text = "the French president left";
        let tokens = tokenize(text, Span::new(0, text.len()));
        assert_eq!(names.holder(&tokens, 2), Some("macron"));
        let text = "the Polish president left";
        let tokens = tokenize(text, Span::new(0, text.len()));
        assert_eq!(names.holder(&tokens, 2), None);
    }
}
