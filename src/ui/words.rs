//! Every word the screen says: one table for each language, in `words/`, whose entries are the members of [`Table`].
//!
//! A new entry is a new member here; the program does not compile until each language has it. Entries in which something is
//! put in are functions; whole sentences are one entry, because languages put their parts in different orders. Numbers, dates
//! and plural forms come from [`super::intl`]. Stances and verdicts are named in the reader's words; types, files and JSON
//! keep their own. Reasons are told by the tables of [`crate::stance::reason`]. What the element says before the program runs is in `www/element.js`.

mod english;
mod spanish;

use super::heading::Level;
use super::intl::{self, Locale, Plural};
use super::state::Mode;
use crate::comparison::Review;
use crate::export::Format;
use crate::language::Language;
use crate::matrix::Verdict;
use crate::reconciliation::{Agreement, Kind};
use crate::stance::{Stance, Voice};
use crate::wording;
use std::ops::Deref;

/// The forms of a word that is counted.
#[derive(Debug, Clone, Copy)]
pub struct Forms {
    /// With one of it.
    pub one: &'static str,
    /// With whole millions, where the language has a form for them.
    pub many: &'static str,
    /// With any other number.
    pub other: &'static str,
}

/// How the comparison on the screen came about.
#[derive(Debug, Clone, PartialEq)]
pub enum Judged {
    /// It is being worked out.
    Pending,
    /// Here, from the articles alone.
    Here,
    /// Here, with so many judgements by a person among all.
    Corrected(usize),
    /// Beforehand, by the named program alone.
    Program(String),
    /// Beforehand, by the named program, with so many judgements by a person among all.
    Both(String, usize),
    /// Beforehand, every judgement by a person.
    Person,
}

/// The words of one language.
///
/// Small words are plain text; `fn` entries put the given names and counts in. Names come from the story and stay as they are.
#[derive(Debug)]
pub struct Table {
    /// Joins names or short phrases: "A", "A and B", "A, B and C".
    pub join: fn(&[String]) -> String,
    /// Puts words between the quotation marks of the language.
    pub quoted: fn(&str) -> String,
    /// "No" to "twelve" as a sentence with articles begins with them.
    pub counts: [&'static str; 13],
    /// What is compared.
    pub articles: Forms,
    /// What is found in articles and compared.
    pub claims: Forms,
    /// What the length of an article is counted in.
    pub words: Forms,
    /// What a person or a rule decides: what one source does with one claim, or what a claim amounts to.
    pub judgements: Forms,

    /// What a source does with a claim, in two words or so: a cell of the matrix, after the name of the source.
    pub stance: fn(Stance) -> &'static str,
    /// What the words of a stance mean, for the legend.
    pub stance_meaning: fn(Stance) -> &'static str,
    /// What a row amounts to; after a number of claims in the bar, and after a claim.
    pub verdict: fn(Verdict) -> &'static str,
    /// The heading of an opened row; names the source of a row that one source tells.
    pub verdict_heading: fn(Verdict, Option<&str>) -> String,
    /// Whose words a quotation gives, with the speaker if known.
    pub voice: fn(Voice, Option<&str>) -> String,
    /// How sure a judgement is, the surest first.
    pub sure: [&'static str; 4],
    /// In place of how sure it is, where a person decided.
    pub by_person: &'static str,
    /// Before a remark on a claim.
    pub note: &'static str,
    /// The names of the rules that decided, already joined.
    pub by_rule: fn(&str) -> String,

    /// The title of a story that has none.
    pub untitled: &'static str,
    /// The line under the title: the articles with their number spelled out, the claims with theirs, how it came about.
    pub summary: fn(&str, &str, &Judged, &Words) -> String,
    /// Stands for the name of a program that gives none.
    pub some_program: &'static str,
    /// Notice above a story of one article.
    pub one_article: &'static str,
    /// Notice above a story in which no claim is told by two articles.
    pub nothing_shared: &'static str,
    /// Notice above a story in which all claims told by two articles or more agree.
    pub nothing_differs: &'static str,
    /// Notice about an excerpt, or several: their names already joined, and whether they are several, as in the next three.
    pub is_excerpt: fn(&str, bool) -> String,
    /// Notice about articles that could not be judged.
    pub not_judged: fn(&str, bool) -> String,
    /// Notice about articles that do not seem to be in the language that is analysed.
    pub not_english: fn(&str, bool) -> String,
    /// Notice about articles in languages that are not analysed; behind each name its BCP 47 tag.
    pub other_language: fn(&str, bool) -> String,
    /// Says that this program shows comparisons and makes none.
    pub shows_only: &'static str,
    /// Title of the message that says what is wrong with the story.
    pub cannot_compare: &'static str,

    /// Names the bar of verdicts, each part of which is a filter.
    pub bar: &'static str,
    /// What is counted where copies count once.
    pub source_forms: Forms,
    /// The number of sources, then how many of them are independent.
    pub independent: fn(&str, &str) -> String,
    /// Sources that print nearly the same text; names already joined.
    pub same_text: fn(&str) -> String,
    /// Over the columns of sources that print nearly the same text.
    pub same_text_head: &'static str,
    /// Names the list of sources with what each tells.
    pub glance: &'static str,
    /// How many claims a source shares, tells alone and does not tell.
    pub coverage: fn(&str, &str, &str) -> String,
    /// In an open row: sources that tell it, print nearly the same text and so count as one; names already joined.
    pub counted_once: fn(&str) -> String,
    /// On paper: which articles are closed on the screen, by their names.
    pub not_printed: fn(&str) -> String,
    /// Button that leads past the claims, for the keyboard.
    pub skip_claims: &'static str,
    /// Names the legend.
    pub legend: &'static str,
    /// Names the part of the screen with the claims; also its tab on a narrow screen.
    pub claims_heading: &'static str,
    /// Head of the column of claims.
    pub claim_heading: &'static str,
    /// While the articles are compared.
    pub comparing: &'static str,
    /// What stops the comparison.
    pub stop: &'static str,
    /// In place of the matrix once it is stopped.
    pub stopped: &'static str,
    /// What starts it again.
    pub resume: &'static str,
    /// Names the progress bar.
    pub progress: &'static str,
    /// In place of the matrix of a story without claims.
    pub no_claims: &'static str,
    /// In place of the matrix where no claim passes the filters; a button to clear them follows.
    pub no_match: &'static str,
    /// Button that clears the filters.
    pub clear_filters: &'static str,
    /// Names the box that scrolls the matrix.
    pub matrix: &'static str,
    /// What the matrix is and how to move in it, heard before it is read; the articles with their number.
    pub caption: fn(&str) -> String,
    /// How many claims the filters leave: some, all, both written out with their noun where the language needs it.
    pub some_shown: fn(&str, &str) -> String,
    /// The filters leave all claims; their number.
    pub all_shown: fn(&str) -> String,
    /// Names the choice of the order of claims.
    pub order: &'static str,
    /// Order: what divides the sources most comes first.
    pub order_divided: &'static str,
    /// Order: as the named source tells it.
    pub order_text: fn(&str) -> String,
    /// Order: by verdict, the disputed first.
    pub order_verdict: &'static str,
    /// Names the choice of claims by what a source does with them.
    pub by_source: &'static str,
    /// All claims, whatever a source does with them.
    pub any_source: &'static str,
    /// Claims that the named source does not tell.
    pub left_out: fn(&str) -> String,
    /// Claims that only the named source tells.
    pub only_in: fn(&str) -> String,
    /// Names the choice of claims by the voice in which they are told.
    pub voice_choice: &'static str,
    /// Claims in any voice.
    pub voice_any: &'static str,
    /// Claims that some source tells in its own voice.
    pub voice_own: &'static str,
    /// Claims that some source attributes to others.
    pub voice_attributed: &'static str,
    /// Names the field for a search.
    pub find: &'static str,

    /// Sources that say nothing of a claim; names already joined.
    pub untold: fn(&str) -> String,
    /// Sources that could not be judged on a claim; names already joined.
    pub unjudged: fn(&str) -> String,
    /// Before the sentence in which a silent source comes closest to the claim.
    pub nearest: fn(&str) -> String,
    /// After quoted words that are not in the article.
    pub not_in_text: &'static str,
    /// Button that closes the open row.
    pub close: &'static str,
    /// Button that leads to the files that the comparison can be saved as.
    pub save: &'static str,
    /// Above the list of them.
    pub save_heading: &'static str,
    /// Button that saves a format.
    pub save_as: fn(Format) -> &'static str,
    /// What becomes of a saved file.
    pub save_note: &'static str,
    /// Button that copies a row as quotations.
    pub copy: &'static str,
    /// In place of that button when it is done.
    pub copied: &'static str,
    /// Before the text that must be copied by hand.
    pub copy_by_hand: &'static str,
    /// Button that shows a quotation where it stands.
    pub show: &'static str,
    /// Goes on after `show`, to be heard only: of which source.
    pub show_of: fn(&str) -> String,

    /// Names the group of letters that choose which articles stand beside each other.
    pub reading_group: &'static str,
    /// Label before these letters.
    pub reading: &'static str,
    /// Names the tabs of a narrow screen.
    pub tabs: &'static str,
    /// Button above an article that opens the chosen claim.
    pub open_claim: &'static str,
    /// Mark of an article that is an excerpt.
    pub excerpt: &'static str,
    /// Link to the article where it was published.
    pub original: &'static str,
    /// Goes on after `original`, to be heard only: of which source.
    pub original_of: fn(&str) -> String,
    /// Names the box that scrolls the text of a source.
    pub text_of: fn(&str) -> String,
    /// Names the picture of an article at its edge; counts of verdicts already joined.
    pub strip: fn(&str) -> String,
    /// Tooltip of marked words: verdict, how many claims share them, the first of these.
    pub marked: fn(&str, usize, &str) -> String,
    /// Under an article that does not tell the open claim, though a passage comes close.
    pub foot_nearest: fn(&str) -> String,
    /// Under an article that does not tell the open claim.
    pub foot_untold: fn(&str) -> String,
    /// Under an article that could not be judged on the open claim.
    pub foot_unjudged: fn(&str) -> String,
    /// Heading of the claims that share marked words, of which one is to be chosen.
    pub shared_words: &'static str,
    /// Handle that moves a pane.
    pub move_pane: fn(&str) -> String,
    /// Button that keeps an article in the first place while others change.
    pub pin: fn(&str) -> String,
    /// Button that closes a pane.
    pub close_pane: fn(&str) -> String,
    /// Choice of another article for a pane.
    pub swap: fn(&str) -> String,
    /// Button that goes from the linear reading to the claim beside the articles.
    pub beside: &'static str,
    /// Button that writes out more claims; how many, and the noun that goes with it.
    pub more: fn(&str, &str) -> String,
    /// Heading of the table of numbers, dates, times or names.
    pub kind: fn(Kind) -> &'static str,
    /// How the values that sources give for one thing go together.
    pub agreement: fn(Agreement) -> &'static str,
    /// Head of the column that says what the values are of.
    pub about: &'static str,
    /// Head, heard only, of the column that says how values go together.
    pub go_together: &'static str,
    /// Head of the column of values where sources have no columns of their own.
    pub given: &'static str,
    /// Heard in place of a value that a source does not give.
    pub not_given: &'static str,
    /// In place of the tables where no two sources give a value for the same thing.
    pub no_values: &'static str,
    /// In place of the tables where only claims that the filters hide have such values.
    pub no_values_shown: &'static str,
    /// Claims on which sources differ.
    pub differences: Forms,
    /// Which of how many differences is open; both written out, the second without its noun.
    pub difference_at: fn(&str, &str) -> String,
    /// Button that opens the difference before.
    pub previous: &'static str,
    /// Button that opens the next difference.
    pub next: &'static str,
    /// Choice whether articles scroll together.
    pub together: &'static str,
    /// Names the buttons for the ways to read.
    pub modes: &'static str,
    /// A way to read the comparison.
    pub mode: fn(Mode) -> &'static str,
    /// Names the list of keys and the button that opens it.
    pub keys: &'static str,
    /// Keys as they are written on them, and what they do.
    pub all_keys: &'static [(&'static [&'static str], &'static str)],
}

/// The words of the reader's language, with the numbers and dates of the reader's region.
#[derive(Debug, Clone)]
pub struct Words {
    /// Language and region.
    pub locale: Locale,
    /// Where in the outline of the page they stand.
    pub level: Level,
    table: &'static Table,
}

impl PartialEq for Words {
    fn eq(&self, other: &Self) -> bool {
        (&self.locale, self.level) == (&other.locale, other.level)
    }
}

impl Deref for Words {
    type Target = Table;

    fn deref(&self) -> &Table {
        self.table
    }
}

impl Default for Words {
    fn default() -> Self {
        Self::new(Locale::of(Language::default()))
    }
}

impl Words {
    /// Returns the words for a locale.
    pub fn new(locale: Locale) -> Self {
        let table = match locale.language {
            Language::English => &english::TABLE,
            Language::Spanish => &spanish::TABLE,
        };
        Self { locale, level: Level::default(), table }
    }

    /// Returns a whole number as the region writes it.
    pub fn number(&self, number: usize) -> String {
        intl::number(&self.locale, number)
    }

    /// Returns a share of 0 to 1 in whole percent.
    pub fn percent(&self, share: f64) -> String {
        intl::percent(&self.locale, share)
    }

    /// Returns the day of publication written out; what is no RFC 3339 date comes back as it is.
    pub fn day(&self, published: &str) -> String {
        intl::day(&self.locale, published)
    }

    /// Returns the form that goes with a count, without the count.
    pub fn form(&self, forms: Forms, count: usize) -> &'static str {
        match intl::plural(&self.locale, count) {
            Plural::One => forms.one,
            Plural::Many => forms.many,
            Plural::Other => forms.other,
        }
    }

    /// Returns a count with its noun: "46 claims".
    pub fn count(&self, forms: Forms, count: usize) -> String {
        format!("{} {}", self.number(count), self.form(forms, count))
    }

    /// Returns a count of articles as a sentence begins with it, small numbers spelled out: "Two articles".
    pub fn spelled_articles(&self, count: usize) -> String {
        let number = self.counts.get(count).map_or_else(|| self.number(count), |word| (*word).to_owned());
        format!("{number} {}", self.form(self.articles, count))
    }

    /// Returns how sure a judgement is, for a confidence of 0 to 1.
    pub fn confidence(&self, confidence: f64) -> &'static str {
        let [very, fairly, rather, not] = self.sure;
        match confidence {
            c if c >= 0.9 => very,
            c if c >= 0.75 => fairly,
            c if c >= 0.6 => rather,
            _ => not,
        }
    }

    /// Returns the line that says who answers for the comparison.
    pub fn review_line(&self, review: &Review) -> String {
        wording::review(self.locale.language, review, |date| self.day(date)).join(" · ")
    }

    /// Returns the line under the title.
    pub fn summary_line(&self, articles: usize, claims: usize, judged: &Judged) -> String {
        (self.summary)(&self.spelled_articles(articles), &self.count(self.claims, claims), judged, self)
    }

    /// Returns which of the differences is open, or how many there are.
    pub fn difference_of(&self, at: Option<usize>, all: usize) -> String {
        match at {
            Some(at) => (self.difference_at)(&self.number(at + 1), &self.number(all)),
            None => self.count(self.differences, all),
        }
    }

    /// Returns how many claims the filters leave.
    pub fn shown(&self, shown: usize, all: usize) -> String {
        if shown == all {
            (self.all_shown)(&self.count(self.claims, all))
        } else {
            (self.some_shown)(&self.number(shown), &self.count(self.claims, all))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn both() -> [Words; 2] {
        Language::ALL.map(|language| Words::new(Locale::of(language)))
    }

    fn names(names: &[&str]) -> Vec<String> {
        names.iter().map(|name| (*name).to_owned()).collect()
    }

    #[test]
    fn names_are_joined_as_a_reader_writes_them() {
        let [en, es] = both();
        assert_eq!((en.join)(&names(&["Post"])), "Post");
        assert_eq!((en.join)(&names(&["Post", "Wire", "Echo"])), "Post, Wire and Echo");
        assert_eq!((es.join)(&names(&["El País", "La Razón", "Efe"])), "El País, La Razón y Efe");
        // "y" becomes "e" before the sound of an i, but not before that of a semivowel.
        assert_eq!((es.join)(&names(&["Le Monde", "Infobae"])), "Le Monde e Infobae");
        assert_eq!((es.join)(&names(&["Le Monde", "Hispan TV"])), "Le Monde e Hispan TV");
        assert_eq!((es.join)(&names(&["agua", "Hielo"])), "agua y Hielo");
        assert_eq!((es.join)(&names(&["uno", "Ío"])), "uno e Ío");
        assert_eq!((es.join)(&[]), "");
    }

    #[test]
    fn the_summary_tells_who_judged() {
        let [en, es] = both();
        let told = |words: &Words, judged| words.summary_line(2, 46, &judged);
        assert_eq!(
            told(&en, Judged::Here),
            "Two articles, 46 claims. Worked out on this device; nothing was sent anywhere."
        );
        assert_eq!(
            told(&en, Judged::Corrected(2)),
            "Two articles, 46 claims. Worked out on this device, with 2 judgements by a person; nothing was sent anywhere."
        );
        assert_eq!(told(&en, Judged::Pending), "Two articles. Nothing leaves this device.");
        let program = || "News Compare 0.1.0".to_owned();
        assert_eq!(
            told(&en, Judged::Program(program())),
            "Two articles, 46 claims. Compared beforehand by News Compare 0.1.0; nothing leaves this device."
        );
        assert_eq!(
            told(&es, Judged::Both(program(), 1)),
            "Dos artículos, 46 afirmaciones. Comparación hecha de antemano por News Compare 0.1.0, con 1 valoración de una persona; nada sale de este dispositivo."
        );
        assert_eq!(
            told(&es, Judged::Person),
            "Dos artículos, 46 afirmaciones. Todas las valoraciones son de una persona; nada sale de este dispositivo."
        );
        assert_eq!(
            en.summary_line(1, 1, &Judged::Here),
            "One article, 1 claim. Worked out on this device; nothing was sent anywhere."
        );
        assert_eq!(es.spelled_articles(13), "13 artículos");
    }

    /// Everything a table says when each entry is called.
    fn everything(words: &Words) -> Vec<String> {
        let stances =
            [Stance::Supports, Stance::Partly, Stance::Hedges, Stance::Contradicts, Stance::Omits, Stance::Unjudged];
        let verdicts = [Verdict::Agreed, Verdict::Qualified, Verdict::Disputed, Verdict::SingleSource];
        let mut out: Vec<String> = stances.iter().map(|s| (words.stance)(*s).to_owned()).collect();
        out.extend(verdicts.iter().map(|v| (words.verdict)(*v).to_owned()));
        out
    }

    #[test]
    fn no_two_stances_or_verdicts_share_a_word() {
        for words in both() {
            let mut all = everything(&words);
            let before = all.len();
            all.sort();
            all.dedup();
            assert_eq!(all.len(), before, "{all:?}");
            assert!(all.iter().all(|word| !word.is_empty() && word.trim() == word), "{all:?}");
        }
    }
}
