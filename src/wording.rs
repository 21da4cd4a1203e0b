//! What a reader is told a stance, a verdict, a voice and a review are, in each language that the program speaks.
//!
//! A step of its own because the screen, the exports and the pages made beforehand must say the same, and the last two are made where
//! there is no screen. Everything else that the screen says is in `ui/words`.

use crate::comparison::{JudgedBy, Review, Row};
use crate::language::Language;
use crate::matrix::Verdict;
use crate::stance::{Stance, Voice};
use std::borrow::Cow;

/// Opens a statement with a capital, as it stands in a line of its own: it may be cut from the middle of a sentence. A first word that has a capital
/// inside keeps its letters ("iPhone"). Only letters without accents get one: the table of the others would make the viewer 3 kB larger.
///
/// ```
/// assert_eq!(news_compare::wording::opened("the river rose"), "The river rose");
/// assert_eq!(news_compare::wording::opened("iPhone sales fell"), "iPhone sales fell");
/// ```
pub fn opened(statement: &str) -> Cow<'_, str> {
    let word = statement.split(' ').next().unwrap_or_default();
    let Some(first) = statement.get(..1).filter(|first| first.as_bytes()[0].is_ascii_lowercase()) else {
        return statement.into();
    };
    if word.bytes().any(|byte| byte.is_ascii_uppercase()) {
        return statement.into();
    }
    format!("{}{}", first.to_ascii_uppercase(), &statement[1..]).into()
}

/// Returns what a source does with a claim, in two words or so.
pub fn stance(language: Language, stance: Stance) -> &'static str {
    let (english, spanish) = match stance {
        Stance::Supports => ("says so", "lo afirma"),
        Stance::Partly => ("in part", "en parte"),
        Stance::Hedges => ("hedges", "con reservas"),
        Stance::Contradicts => ("conflicts", "lo contradice"),
        Stance::Omits => ("not told", "no lo dice"),
        Stance::Unjudged => ("not judged", "sin evaluar"),
    };
    choose(language, english, spanish)
}

/// Returns what a row amounts to, as it stands after a claim.
pub fn verdict(language: Language, verdict: Verdict) -> &'static str {
    let (english, spanish) = match verdict {
        Verdict::Agreed => ("agreed", "en común"),
        Verdict::Qualified => ("told differently", "con matices"),
        Verdict::Disputed => ("disputed", "en disputa"),
        Verdict::SingleSource => ("told by one source", "de una sola fuente"),
    };
    choose(language, english, spanish)
}

/// Returns what a row amounts to, and what of it is a person's.
pub fn verdict_of(language: Language, row: &Row) -> String {
    of_person(language, row).fold(verdict(language, row.verdict).to_owned(), |said, more| format!("{said}, {more}"))
}

/// Says what of a row is a person's: its verdict, its words.
pub fn of_person(language: Language, row: &Row) -> impl Iterator<Item = &'static str> {
    let worded = choose(language, "worded by a person", "redactado por una persona");
    let parts = [(row.verdict_by, by_person(language)), (row.statement_by, worded)];
    parts.into_iter().filter(|(by, _)| *by == Some(JudgedBy::Person)).map(|(_, said)| said)
}

/// Says that a person decided.
pub const fn by_person(language: Language) -> &'static str {
    choose(language, "decided by a person", "decidido por una persona")
}

/// Says whose the remark is that follows.
pub const fn note(language: Language) -> &'static str {
    choose(language, "Note by a person:", "Nota de una persona:")
}

/// Returns whose words a quotation gives, with the speaker where one is known.
pub fn voice(language: Language, voice: Voice, speaker: Option<&str>) -> String {
    let (own, others, to) = match language {
        Language::English => ("in its own voice", "attributed to others", "attributed to"),
        Language::Spanish => ("con voz propia", "atribuido a otros", "atribuido a"),
    };
    match (voice, speaker) {
        (Voice::Own, None) => own.to_owned(),
        (Voice::Own, Some(speaker)) => format!("{own}, {} {speaker}", choose(language, "of", "de")),
        (Voice::Attributed, Some(speaker)) => format!("{to} {speaker}"),
        (Voice::Attributed, None) => others.to_owned(),
    }
}

/// Returns who prepared and checked a comparison, when, and what was corrected, each as a sentence; `day` writes the date.
pub fn review(language: Language, review: &Review, day: impl FnOnce(&str) -> String) -> Vec<String> {
    let given = |value: &Option<String>| value.as_deref().map(str::trim).filter(|v| !v.is_empty()).map(str::to_owned);
    let prepared = given(&review.prepared_by).map(|name| match language {
        Language::English => format!("Prepared by {name}"),
        Language::Spanish => format!("Preparado por {name}"),
    });
    let reviewed = given(&review.reviewed_by).map(|name| match language {
        Language::English => format!("Reviewed by {name}"),
        Language::Spanish => format!("Revisado por {name}"),
    });
    let correction = given(&review.correction).map(|text| match language {
        Language::English => format!("Correction: {text}"),
        Language::Spanish => format!("Corrección: {text}"),
    });
    let date = given(&review.date).map(|date| day(&date));
    [prepared, reviewed, date, correction].into_iter().flatten().collect()
}

/// Returns the title of a story that has none.
pub const fn untitled(language: Language) -> &'static str {
    choose(language, "Articles compared", "Artículos comparados")
}

const fn choose<'w>(language: Language, english: &'w str, spanish: &'w str) -> &'w str {
    match language {
        Language::English => english,
        Language::Spanish => spanish,
    }
}
