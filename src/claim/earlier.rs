//! Which sentences go on telling of an earlier time that the sentence before them opens.
//!
//! A file of its own because it is the one thing that reading asks of two sentences at once. "In April last year a quake struck off the
//! coast. Five people died": without it the five are set against the dead of the quake that the article is about. Known limits: only the
//! next sentence is told so, and only where the day of publication is known.

use super::Read;
use super::date::DateMention;
use super::day::Day;
use crate::sentence::SentenceKind;
use crate::tag::{Form, Tag};

/// How many days before its publication an article tells of as of another time than its own.
const EARLIER: i64 = 31;

/// Words that lead from an earlier time back to the article's own.
const BACK: &[&str] =
    &["now", "this", "these", "latest", "current", "currently", "since", "today", "recent", "is", "are"];

/// Marks the sentences that go on with an earlier time.
pub(super) fn mark(reads: &mut [Read], published: Option<Day>) {
    let Some(published) = published else { return };
    for at in 0..reads.len() {
        let opens = opens_earlier_time(&reads[at], published);
        let other_year =
            opens && reads[at].dates.iter().all(|date| year(date).is_some_and(|year| year < published.year));
        reads[at].of_another_year = other_year;
        if opens && let Some(next) = reads.get_mut(at + 1) {
            next.earlier = goes_on(next);
        }
    }
    for at in 1..reads.len() {
        reads[at].of_another_year |= reads[at].earlier && reads[at - 1].of_another_year;
    }
}

/// Returns the year that a date lies in or begins in.
fn year(date: &DateMention) -> Option<i32> {
    date.days.map(|(first, _)| first.year).or(date.year)
}

/// Tells whether a sentence opens with a time long before the article and gives no other: "In April last year", "On May 3, 2019,".
fn opens_earlier_time(read: &Read, published: Day) -> bool {
    let [date] = read.dates.as_slice() else { return false };
    let past = match (date.days, date.year) {
        (Some((_, last)), _) => published.number() - last.number() > EARLIER,
        (None, Some(year)) => year < published.year,
        (None, None) => false,
    };
    past && read.tokens_of(date.span).start <= 1 && read.sentence.kind == SentenceKind::Prose
}

/// Tells whether a sentence can go on with what the one before tells of: it is told in the past, without a time of its own, and no word leads
/// back.
fn goes_on(read: &Read) -> bool {
    let past = |tag: &Tag| matches!(tag, Tag::Verb(Form::Past) | Tag::Be);
    read.sentence.kind == SentenceKind::Prose
        && read.dates.is_empty()
        && read.tags.iter().find(|tag| tag.is_finite()).is_some_and(past)
        && !read.tokens.iter().any(|token| BACK.contains(&token.normal.as_str()))
}

#[cfg(test)]
mod tests {
    use crate::claim::read;
    use crate::testing::{article, is_contradicted, rows_of};
    use crate::{Corpus, Document};

    /// Makes an article of a day of July 2013.
    fn published(id: &str, day: u8, text: String) -> Document {
        Document { published: Some(format!("2013-07-0{day}")), ..article(id, text) }
    }

    #[test]
    fn only_what_goes_on_is_of_the_earlier_time() {
        for (first, second, earlier) in [
            ("In April last year a quake struck off the coast.", "Five people died.", true),
            ("In 2009 a fire closed the mill.", "It employed 40 people.", true),
            // The article's own time, another time, and no time that opens the sentence.
            ("In the past week a quake struck off the coast.", "Five people died.", false),
            ("In April last year a quake struck off the coast.", "Five people died on Tuesday.", false),
            ("In April last year a quake struck off the coast.", "The latest quake killed five people.", false),
            ("In April last year a quake struck off the coast.", "Five people have died.", false),
            ("The mill, which burned in 2009, is closed.", "It employed 40 people.", false),
        ] {
            let document = published("a", 2, format!("{first} {second}"));
            assert_eq!(read(&document)[1].earlier, earlier, "{first} {second}");
        }
    }

    #[test]
    fn the_dead_of_an_earlier_quake_contradict_no_toll() {
        let contradicts = |before: &str| {
            let text = format!("A quake struck Jutra on Tuesday. {before} Five people died in the quake.");
            let other = published("b", 3, "The quake in Jutra killed 24 people.".to_owned());
            rows_of(&Corpus::new(vec![published("a", 2, text), other])).iter().any(is_contradicted)
        };
        assert!(contradicts("It was felt in Lund."));
        assert!(!contradicts("In April last year another struck off Lund."));
    }

    #[test]
    fn an_earlier_quake_is_another_event() {
        let texts = [
            "The 6.1-magnitude quake hit the Meru province. It brought down houses in Lampa on Tuesday, and the road to the coast was \
             cut for hours. Nurses slept in tents. In April last year an 8.6-magnitude quake struck 431 kilometres off Meru.",
            "An earthquake of magnitude 6.1 hit the Meru province, the survey said. Soldiers brought water to Lampa. Schools stay shut \
             until Monday, the mayor told reporters.",
            "A 6.1-magnitude earthquake struck Meru on Tuesday, bringing down houses. In April last year an 8.6-magnitude quake struck \
             431 kilometres off Meru. Rain hampered the work of the soldiers.",
        ];
        let document = |(at, text): (usize, &&str)| published(&at.to_string(), 3, (*text).to_owned());
        let rows = rows_of(&Corpus::new(texts.iter().enumerate().map(document).collect()));
        let tells = |row: &crate::comparison::Row, words: &str| {
            row.cells.iter().flat_map(|cell| &cell.evidence).any(|evidence| evidence.exact.contains(words))
        };
        assert!(rows.iter().any(|row| tells(row, "April last year")), "{rows:#?}");
        assert!(!rows.iter().any(|row| tells(row, "6.1") && tells(row, "8.6")), "{rows:#?}");
    }
}
