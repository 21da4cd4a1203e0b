//! Who is meant where a pronoun speaks: "“We will not stop,” he said."
//!
//! A step of its own because the name stands in another sentence than the claim. Known limits: nobody's gender is known but by a title or the
//! first pronoun; a person who is only spoken to or of is not thought of.

use super::attribution::opens_role;
use super::entity::is_title;
use super::{Claim, Read, is_quotation, named_speaker, words_of};
use crate::sentence::SentenceKind;
use crate::tag::{Tag, closed};
use std::collections::BTreeSet;

/// How many sentences back the person may be named whom "he" means. Larger names more speakers, and more that are somebody else.
const PRONOUN_REACH: usize = 2;

/// How many words may stand in brackets behind a name: an age, a party.
const BRACKET_REACH: usize = 6;

/// Endings of nouns that call a person by what he does.
const CALLINGS: &[&str] = &["man", "woman", "er", "or", "ist", "ent", "ant", "chief"];

/// The people of a document so far.
#[derive(Default)]
pub(super) struct People<'r> {
    /// Who spoke or acted last.
    last: Option<Person>,
    /// Last words of full names.
    surnames: BTreeSet<&'r str>,
}

struct Person {
    name: String,
    sentence: usize,
    /// "he" or "she", where it has been used.
    pronoun: Option<String>,
    /// Tells that the name is the last word of a full name: "Ana Reyes … Reyes".
    family: bool,
}

impl<'r> People<'r> {
    /// Returns who spoke or acted last.
    pub(super) fn last(&self) -> Option<&str> {
        self.last.as_ref().map(|person| person.name.as_str())
    }

    /// Gives the claims of a sentence whose speaker is a pronoun the name that it means, and takes up who is named in it.
    pub(super) fn name(&mut self, claims: &mut [Claim], sentence: usize, text: &str, read: &'r Read) {
        let family = |name: &str| self.surnames.contains(name.to_lowercase().as_str());
        let person = |name: String| Person { family: family(&name), name, sentence, pronoun: None };
        let acts = self.acting(text, read);
        let named = named_speaker(text, read);
        let mut meant = acts.clone().map(person).or_else(|| self.last.take());
        if let Some(meant) = &mut meant {
            let spoken = claims.iter_mut().filter_map(|claim| claim.speaker.as_mut());
            for words in spoken.filter(|words| may_mean(&words.to_lowercase(), meant, sentence)) {
                words.clone_from(&meant.name);
            }
            let pronoun = named.as_ref().map(|words| words.to_lowercase());
            if let Some(pronoun) = pronoun.filter(|pronoun| may_mean(pronoun, meant, sentence)) {
                (meant.sentence, meant.pronoun) = (sentence, Some(pronoun));
            }
        }
        let goes_on = |meant: &Person| {
            named.as_ref().is_none_or(|name| *name == meant.name || meant.sentence == sentence && is_pronoun(name))
        };
        self.last = meant.filter(goes_on).or_else(|| named.or(acts).map(person));
        let name = |i: usize| read.tags[i] == Tag::Name;
        let full =
            (1..read.tags.len()).filter(|&i| name(i - 1) && name(i) && !(i + 1 < read.tags.len() && name(i + 1)));
        self.surnames.extend(full.map(|i| read.tokens[i].normal.as_str()));
    }

    /// Returns the person that a sentence outside a quotation begins with, who speaks in a quotation after it: "Rep. Ana Lopez criticized the
    /// move in a tweet.", "The judge, Ana Lopez, warned them."
    fn acting(&self, text: &str, read: &Read) -> Option<String> {
        if is_quotation(read) || read.sentence.kind != SentenceKind::Prose {
            return None;
        }
        let called = |i: usize| matches!(read.tags[i], Tag::Name | Tag::Noun) && read.tokens[i].capital;
        let names = |from: usize| {
            from + (from..read.tokens.len()).take_while(|&i| called(i) || i > from && read.tokens[i].is(".")).count()
        };
        let comma = |i: usize| read.tokens.get(i).is_some_and(|t| t.is(","));
        // "Retired teacher Ana Ruiz"
        let opens = usize::from(opens_role(&read.tags, 0));
        let role = opens + read.tags[opens..].iter().take_while(|tag| tag.is_nominal()).count();
        let described = matches!(read.tags.first()?, Tag::Determiner | Tag::Possessive) && comma(role);
        let from = if described { role + 1 } else { 0 };
        let end = names(from);
        let words = (from..end).filter(|&i| called(i)).count();
        let named = (from..end).any(|i| read.tags[i] == Tag::Name);
        // "Ana Lopez (61) refused"
        let bracket = read.tokens.get(end).is_some_and(|token| token.is("("));
        let closed = |from: usize| (from..read.tokens.len()).take(BRACKET_REACH).find(|&i| read.tokens[i].is(")"));
        let verb = if bracket { closed(end).map_or(end, |close| close + 1) } else { end };
        let known = words == 1 && self.surnames.contains(read.tokens[from].normal.as_str());
        let goes_on =
            |at: usize| comma(at) || read.tags.get(at).is_some_and(|tag| tag.is_finite() || *tag == Tag::Adverb);
        // "Lopez, who had left, …", "Lopez, the party's leader, …"
        let who = words == 1 && comma(end) && (read.word(end + 1) == "who" || called_behind(read, end + 1));
        let person = if described { named && comma(end) } else { words >= 2 && named || known || who };
        if person && goes_on(verb) {
            return words_of(read, text, &(0..end));
        }
        // "City boss Ana Ruiz refused to blame anybody.", "The former clerk Rui Costa wept."
        let called_last = (0..role).rev().take_while(|&i| read.tags[i] == Tag::Name && called(i)).count();
        let calling = (0..role).any(|i| read.tags[i] == Tag::Noun && !read.tokens[i].capital);
        (called_last >= 2 && calling && goes_on(role)).then(|| words_of(read, text, &(0..role))).flatten()
    }
}

/// Tells whether words between commas call a person by what he does: "Lopez[, the party's leader,] left".
fn called_behind(read: &Read, from: usize) -> bool {
    let words = read.tags.iter().skip(from).take_while(|tag| tag.is_nominal()).count();
    let end = from + words;
    let calls = |last: usize| {
        let noun = &read.tokens[last];
        is_title(noun) || CALLINGS.iter().any(|ending| noun.normal.ends_with(ending))
    };
    words > 1 && read.word(end) == "," && read.tags[from] == Tag::Determiner && calls(end - 1)
}

fn is_pronoun(speaker: &str) -> bool {
    closed(&speaker.to_lowercase()).is_some()
}

/// Tells whether a pronoun that speaks may mean whoever was named last: "he" a person by name or calling, "it" a body, "they" several.
fn may_mean(pronoun: &str, person: &Person, sentence: usize) -> bool {
    let name = person.name.as_str();
    let away = sentence - person.sentence;
    let last = name.split_whitespace().last().unwrap_or_default();
    let called = CALLINGS.iter().any(|end| last.ends_with(end));
    let plural = last.ends_with('s') || last.eq_ignore_ascii_case("police");
    // "Vermont's Chamber of Commerce", but "Ana Lopez of the bank"
    let owned = name.contains("'s ") || name.contains("’s ");
    let of_body = owned || name.split_once(" of ").is_some_and(|(head, _)| !head.contains(' '));
    let named = last.starts_with(char::is_uppercase)
        && !is_pronoun(name)
        && !of_body
        && (!plural || person.family || last != name)
        || name.contains(", ");
    let several = plural && !named || name.contains(" and ");
    // "Corvane said it had agreed. It expects …"
    let one = !name.contains(' ') && !person.family && name.starts_with(char::is_uppercase) && !is_pronoun(name);
    let body = owned || one || name.to_lowercase().starts_with("the ");
    // "a spokeswoman for the governor"
    let ends = |end: &str| name.split_whitespace().any(|word| word.ends_with(end));
    let other = match name.split(['.', ' ']).next() {
        Some("Mr") => pronoun == "she",
        Some("Mrs" | "Ms" | "Miss") => pronoun == "he",
        _ if ends("woman") => pronoun == "he",
        _ if ends("man") => pronoun == "she",
        _ => person.pronoun.as_ref().is_some_and(|used| used != pronoun),
    };
    match pronoun {
        "he" | "she" => away <= PRONOUN_REACH && !several && !other && (named || called),
        "it" => away <= 1 && body && (!named && !called || one) && !several,
        "they" => away <= 1 && several,
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use crate::Document;
    use crate::claim::{extract, read};
    use crate::stance::Voice;
    use crate::testing::article;

    fn speaker(text: &str) -> Option<String> {
        extract(0, text, &read(&article("a", text))).pop()?.speaker
    }

    #[test]
    fn a_pronoun_speaks_for_who_was_named_before() {
        for (text, who) in [
            ("Mayor Ana Ruiz said the bridge was safe. She added that buses would use it.", "Mayor Ana Ruiz"),
            ("Rui Costa was in a lift when the lights went out. \"I shouted for hours,\" he said.", "Rui Costa"),
            ("Ana Ruiz is back. Ruiz won on Sunday. \"I slept badly,\" she said.", "Ruiz"),
            ("The judge, Mr Holm, warned the jurors. He said that they might be fined.", "The judge, Mr Holm"),
            ("City boss Ana Ruiz blamed nobody. \"We stopped playing,\" she said.", "City boss Ana Ruiz"),
            // A family name is no plural; what stands in brackets behind a name says nothing of what its owner does.
            ("The bridge's owner, Ana Reyes, left. Reyes, 58, was pale. \"I slept badly,\" she said.", "Reyes"),
            (
                "Police came. Mayor Ana Ruiz (Labour) rejects the plan. \"It would cost us the harbour.\"",
                "Mayor Ana Ruiz",
            ),
            ("As its owner Ana Cole said, it burned. Ruiz, who was ill, left. \"It was my home.\"", "Ruiz"),
            (
                "Retired baker Ana Ruiz, 71, from Lund, took part. \"I slept badly,\" she said.",
                "Retired baker Ana Ruiz",
            ),
            ("City boss Ana Ruiz, 45, blamed nobody. \"We stopped playing,\" she said.", "City boss Ana Ruiz"),
            ("Ruiz, the harbour director, defended the fee. She said it would fall.", "Ruiz"),
            ("Corvane said it had bought a mill. It said nine jobs would go.", "Corvane"),
            ("The army denied it had fired. It said it had hit a train in the north.", "The army"),
            ("Officials said the road was shut. They said it would open in May.", "Officials"),
            // Nobody who can be meant.
            ("Mr Hartnoll said she was wrong. \"That is a lie about my work,\" she said.", "she"),
            ("Officials said the road was shut. He said it would open in May.", "He"),
            ("Brandt, the old capital, was flooded. She said it would dry in May.", "She"),
            ("As its owner Ana Ruiz said, it burned. Ruiz said it was lost. It said nine jobs would go.", "It"),
            ("Ana Ruiz said the road was shut. It rained. It snowed. It froze. She said it would open.", "She"),
        ] {
            assert_eq!(speaker(text).as_deref(), Some(who), "{text}");
        }
    }

    #[test]
    fn an_article_that_tells_what_its_outlet_has_learned_speaks_for_itself() {
        let speakers = |outlet: &str| {
            let text = "Nine clerks were sacked, the Gazette has learned.";
            let document = Document { outlet: Some(outlet.to_owned()), ..article("a", text) };
            extract(0, text, &read(&document)).into_iter().map(|claim| (claim.voice, claim.speaker)).collect::<Vec<_>>()
        };
        assert_eq!(speakers("Porto Gazette"), [(Voice::Own, None)]);
        assert_eq!(speakers("The Herald"), [(Voice::Attributed, Some("the Gazette".to_owned()))]);
    }
}
