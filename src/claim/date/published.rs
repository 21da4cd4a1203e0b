//! The day on which an article appeared: as given with it, or from the date line among its first headings.

use super::super::day::Day;
use super::find;
use crate::sentence::{Sentence, SentenceKind};

/// So many sentences from the begin may be or precede a date line.
const REACH: usize = 8;

/// Returns the day of publication: the `published` of the document, or else the only whole date in its first headings.
///
/// Two different dates in the headings ("Published: …, Updated: …") give the first; a date in a running sentence gives none.
///
/// ```
/// use news_compare::{claim::{date, day::Day}, sentence::segment};
///
/// let text = "Quake hits Aceh\nTuesday, July 2nd, 2013\nA quake struck today.";
/// assert_eq!(date::published(None, text, &segment(text)), Day::new(2013, 7, 2));
/// ```
pub fn published(given: Option<&str>, text: &str, sentences: &[Sentence]) -> Option<Day> {
    if let Some(day) = given.and_then(Day::parse) {
        return Some(day);
    }
    let headings = sentences.iter().take(REACH).filter(|sentence| sentence.kind == SentenceKind::Heading);
    headings.flat_map(|heading| dates_that_fill(text, heading)).next()
}

/// Returns the days of a heading that says little else: "Updated: July 02,2013 15:50 IST", not "The war of May 8, 1945".
fn dates_that_fill(text: &str, heading: &Sentence) -> Vec<Day> {
    let mentions = find(text, heading.span, None);
    let dated: usize = mentions.iter().map(|mention| mention.span.len()).sum();
    if dated * 2 < heading.span.len() {
        return Vec::new();
    }
    mentions
        .iter()
        .filter_map(|mention| mention.days.filter(|(first, last)| first == last))
        .map(|(day, _)| day)
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::sentence::segment;

    #[test]
    fn the_day_is_given_or_stands_in_a_date_line() {
        let day = Day::new(2013, 7, 2);
        for (given, text, expected) in [
            (Some("2013-07-02"), "WEDNESDAY 03 JULY 2013\nIt rained.", day),
            (None, "Quake\nUpdated: July 02,2013 15:50 IST\nIt rained.", day),
            (Some("soon"), "Quake\nTue Jul 02 2013,14:58 hrs\nIt rained.", day),
            (None, "It rained on July 2, 2013.", None),
            (None, "Remembering the great flood and storm of July 2, 2013\nIt rained.", None),
            (None, "Tuesday\nIt rained.", None),
        ] {
            assert_eq!(published(given, text, &segment(text)), expected, "{text}");
        }
    }
}
