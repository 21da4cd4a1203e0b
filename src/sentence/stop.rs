//! Decides for a stop, an ellipsis or a closing quotation mark whether the words beside it let the sentence end there.

use super::abbreviation::{self, Abbreviation};
use super::split::{Run, Splitter};

/// Words a sentence may have before a clock time for it to be an opening phrase ("At 5 a.m. Mr. Smith went").
const OPENING_PHRASE_WORDS: usize = 4;

impl Splitter<'_> {
    /// Tells whether a reporting verb follows, so that `"Why?" Mr. Biden asked` stays one sentence.
    pub(super) fn says_after(&self, start: usize) -> bool {
        let mut index = start;
        for _ in 0..4 {
            let word = self.word_at(index);
            if matches!(
                word.as_str(),
                "said" | "asked" | "says" | "asks" | "wrote" | "added" | "tweeted" | "replied" | "shouted"
            ) {
                let after = index + word.chars().count();
                return !self.at(self.skip(after, |c| c == ' ')).is_some_and(char::is_alphanumeric)
                    || matches!(
                        self.word_at(self.skip(after, |c| c == ' ')).as_str(),
                        "in" | "on" | "at" | "to" | "after" | "during"
                    );
            }
            let named = word.chars().next().is_some_and(char::is_uppercase) || word == "the";
            if !named {
                return false;
            }
            index = self.skip(index + word.chars().count(), |c| c == '.');
            index = self.skip(index, |c| c == ' ');
        }
        false
    }

    /// Decides for one single stop before a capital, a digit or a letter without case.
    pub(super) fn stop_ends(&self, run: &Run, after: usize, next: usize, first: char, word: &str) -> bool {
        let (start, before) = self.word_before(run.start);
        if before.chars().all(|c| !c.is_alphanumeric()) && run.start == after - 1 && run.start == self.sentence_start {
            return false;
        }
        let opens = abbreviation::opens_sentences(word);
        if abbreviation::is_initial(&before) {
            // "you and I. Did you", "Plan B. The" but "Albert I. Jones", "J. The Great"
            let previous = self.word_ending_before(start);
            let after_small_word = previous.chars().next().is_some_and(char::is_lowercase) || previous == "Plan";
            return opens && (before == "I" || after_small_word);
        }
        let Some(Abbreviation { title, number, ending }) = abbreviation::look_up(&before) else {
            return true;
        };
        if title || self.goes_on_behind_bracket(next) {
            return false;
        }
        if number && first.is_ascii_digit() {
            return false;
        }
        if !ending {
            return !first.is_ascii_digit();
        }
        let lower = before.to_lowercase();
        if lower == "a.m" || lower == "p.m" {
            return !is_time_word(word) && !self.is_opening_phrase(start);
        }
        // "Acme Inc. Mr. Smith" but "Minn. Gov. Walz"
        let next_is_person = matches!(word, "Mr" | "Mrs" | "Ms" | "Dr");
        opens || next_is_person || self.quotes_after(after, next)
    }

    /// Tells whether a short bracket follows and the sentence goes on behind it: "at 7 a.m. (0600 GMT) near the port".
    fn goes_on_behind_bracket(&self, next: usize) -> bool {
        const LONGEST: usize = 48;
        if self.at(next) != Some('(') {
            return false;
        }
        let close = (next..next + LONGEST).find(|&at| self.at(at) == Some(')'));
        let behind = close.and_then(|close| self.at(self.skip(close + 1, |c| c == ' ')));
        behind.is_some_and(|c| c.is_lowercase() || matches!(c, ',' | ';'))
    }

    /// Tells whether a new quotation begins behind the stop, as in `in the U.S. "We will"`.
    fn quotes_after(&self, after: usize, next: usize) -> bool {
        next > after && matches!(self.at(next), Some('“')) && self.at(next + 1).is_some_and(char::is_uppercase)
    }

    fn word_ending_before(&self, start: usize) -> String {
        let mut end = start;
        while end > 0 && self.at(end - 1) == Some(' ') {
            end -= 1;
        }
        self.word_before(end).1
    }

    /// Tells whether the sentence so far is only a phrase like "At 5 a.m.".
    fn is_opening_phrase(&self, time: usize) -> bool {
        let first = self.word_at(self.sentence_start).to_lowercase();
        let preposition = matches!(
            first.as_str(),
            "at" | "by" | "on" | "in" | "from" | "around" | "about" | "before" | "after" | "until" | "shortly" | "just"
        );
        let spaces = self.chars[self.sentence_start..time].iter().filter(|(_, c)| c.is_whitespace());
        // one more than counts is enough to know, and bounds the work
        preposition && time - self.sentence_start < 64 && spaces.count() <= OPENING_PHRASE_WORDS
    }

    /// Decides for "...", "…", ". . ." and longer ones before a capital.
    pub(super) fn ellipsis_ends(&self, run: &Run, after: usize, word: &str) -> Option<usize> {
        let attached = run.start > 0 && self.at(run.start - 1).is_some_and(|c| !c.is_whitespace());
        let dots = if self.at(run.start) == Some('…') { run.marks + 2 } else { run.marks };
        if attached && run.spaced && self.at(run.start + 1) == Some(' ') && dots > 3 {
            // "compounds. . . . The": the first stop ends the sentence, the ellipsis opens the next
            return Some(run.start + 1);
        }
        if run.start == self.sentence_start || self.at(run.start - usize::from(run.start > 0)) == Some('[') {
            return None;
        }
        let is_i = word == "I" || word.starts_with("I'") || word.starts_with("I’");
        let ends = dots > 3 || (attached && !is_i) || (abbreviation::opens_sentences(word) && !is_i);
        ends.then_some(after)
    }
}

/// Tells whether the word continues a clock time: "5 p.m. EST", "7 a.m. Monday".
fn is_time_word(word: &str) -> bool {
    let zone = word.len() <= 4 && word.ends_with('T') && word.chars().all(|c| c.is_ascii_uppercase());
    zone || matches!(
        word,
        "Eastern"
            | "Central"
            | "Pacific"
            | "Mountain"
            | "Monday"
            | "Tuesday"
            | "Wednesday"
            | "Thursday"
            | "Friday"
            | "Saturday"
            | "Sunday"
            | "UTC"
            | "January"
            | "February"
            | "March"
            | "April"
            | "June"
            | "July"
            | "August"
            | "September"
            | "October"
            | "November"
            | "December"
    )
}
