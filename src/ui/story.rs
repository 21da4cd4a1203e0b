//! A comparison prepared for the screen: the names of its sources, its counts, and what must be said beforehand.
//!
//! Computed once for each comparison; components hold it in an `Rc` and compare it by identity.

use super::passage::Article;
use super::words::{Judged, Words};
use crate::comparison::{Cell, Comparison, Cue, JudgedBy, Reason, Row};
use crate::document::Document;
use crate::matrix::Verdict;
use crate::order::Arrange as _;
use crate::stance::reason::{self, Grounds, QuotedCue};
use crate::stance::{RuleName, Stance};
use std::cell::OnceCell;
use std::rc::Rc;

/// The verdicts in the order in which the screen lists them.
pub const VERDICTS: [Verdict; 4] = [Verdict::Agreed, Verdict::Qualified, Verdict::Disputed, Verdict::SingleSource];

/// How many sources a narrow screen still lists under each claim, silent ones and all.
const LISTED_SOURCES: usize = 8;

/// A comparison with what the screen derives from it.
#[derive(Debug)]
pub struct Story {
    /// The comparison, copies counted once in its verdicts ([`super::origin::counted_once`]).
    pub comparison: Rc<Comparison>,
    /// What the screen says, in the reader's language.
    pub words: Words,
    /// Tells that the comparison was made beforehand, not here.
    pub supplied: bool,
    /// How the sources are called, in corpus order.
    pub sources: Vec<Source>,
    /// The documents in the order in which their columns stand.
    pub columns: Rc<[usize]>,
    /// For each document the first of those that print its text ([`super::origin`]).
    pub origins: Vec<usize>,
    /// How many rows each of [`VERDICTS`] has.
    pub counts: [usize; 4],
    /// Tells that some cell could not be judged.
    pub unjudged: bool,
    /// What the reader has to know before reading, in sentences.
    pub notices: Vec<String>,
    /// The articles laid out, each when it is first read.
    articles: Vec<OnceCell<Rc<Article>>>,
}

/// How a source is called.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Source {
    /// Its letter, from A.
    pub letter: String,
    /// Its outlet, or "Source A" where none is named.
    pub name: String,
    /// Its headline, or the first line of its text.
    pub first_line: String,
    /// How many words its text has.
    pub words: usize,
    /// Tells that it names an outlet.
    pub named: bool,
    /// Its language for the page: as labelled, English where the text reads so, else "not determined".
    pub lang: String,
    /// Which way its script runs, for `dir`.
    pub direction: &'static str,
}

impl Source {
    /// Tells whether it goes by its letter alone.
    pub fn is_unnamed(&self) -> bool {
        !self.named
    }

    /// Names what it does, holding the words in the order in which they can be seen: letter, then stance.
    pub fn label(&self, stance: &str) -> String {
        if self.is_unnamed() {
            format!("{} {stance}", self.name)
        } else {
            format!("{} {stance}, {}", self.letter, self.name)
        }
    }
}

impl PartialEq for Story {
    /// Compares by identity: one story is made for each comparison.
    fn eq(&self, other: &Self) -> bool {
        std::ptr::eq(self, other)
    }
}

impl Story {
    /// Prepares a comparison, which was made here or supplied.
    pub fn new(comparison: Rc<Comparison>, words: Words, supplied: bool) -> Self {
        let documents = comparison.corpus.documents.iter().enumerate();
        let sources: Vec<_> = documents.map(|(i, d)| source(i, d, &words)).collect();
        let notices = notices(&comparison, &sources, &words);
        let articles = vec![OnceCell::new(); sources.len()];
        let origins = super::origin::origins(&comparison.corpus.documents);
        let counts = VERDICTS.map(|verdict| comparison.claims.iter().filter(|row| row.verdict == verdict).count());
        let unjudged = comparison.claims.iter().flat_map(|row| &row.cells).any(|cell| cell.stance == Stance::Unjudged);
        let mut columns: Vec<_> = (0..sources.len()).collect();
        // Those that print one text stand beside each other.
        columns.arrange_by_key(|document| origins.get(*document).copied());
        let columns = columns.into();
        Self { comparison, words, supplied, sources, columns, origins, counts, unjudged, notices, articles }
    }

    /// Returns the sentences that say which articles are not judged, and why.
    pub fn not_judged(&self) -> Vec<String> {
        not_judged(&self.comparison, &self.sources, &self.words)
    }

    /// Tells how the judgements came about.
    pub fn judged(&self) -> Judged {
        let cells = || self.comparison.claims.iter().flat_map(|row| &row.cells);
        let is_of_person = |cell: &&Cell| cell.judged_by == JudgedBy::Person;
        // What a person left unjudged is no judgement.
        let cells_by_person = cells().filter(is_of_person).filter(|cell| cell.stance != Stance::Unjudged).count();
        let verdicts = self.comparison.claims.iter().filter(|row| row.verdict_by == Some(JudgedBy::Person)).count();
        let by_person = cells_by_person + verdicts;
        if !self.supplied {
            return if by_person > 0 { Judged::Corrected(by_person) } else { Judged::Here };
        }
        let generator = &self.comparison.generator;
        let name = if generator.name == "news-compare" { "News Compare" } else { generator.name.trim() };
        let name = match name {
            "" => self.words.some_program.to_owned(),
            name => format!("{name} {}", generator.version.trim()).trim_end().to_owned(),
        };
        match by_person {
            0 => Judged::Program(name),
            _ if cells().all(|cell| is_of_person(&cell)) => Judged::Person,
            _ => Judged::Both(name, by_person),
        }
    }

    /// Returns a row, if there is one at this place.
    pub fn row(&self, index: usize) -> Option<&Row> {
        self.comparison.claims.get(index)
    }

    /// Returns a document, if there is one at this place.
    pub fn document(&self, index: usize) -> Option<&Document> {
        self.comparison.corpus.documents.get(index)
    }

    /// Returns the language of a row's statement: that of the source it is taken from, else of the first that speaks.
    pub fn lang_of(&self, row: &Row) -> Option<String> {
        let own = |cell: &Cell| cell.reasons.iter().any(|reason| reason.rule == RuleName::Statement.as_str());
        let home = self.cells(row).find(|(.., cell)| own(cell));
        let (_, source, _) = home.or_else(|| self.cells(row).find(|(.., cell)| cell.stance.speaks()))?;
        Some(source.lang.clone())
    }

    /// Returns why a cell is as it is, one sentence for each reason: in the reader's language, or as given where the rule or its cues
    /// are not known.
    pub fn reasons(&self, row: &Row, cell: &Cell) -> Vec<String> {
        let sentence = |reason: &Reason| {
            self.sentence(row, cell, &reason.rule, &reason.cues).unwrap_or_else(|| reason.text.clone())
        };
        cell.reasons.iter().map(sentence).filter(|sentence| !sentence.is_empty()).collect()
    }

    /// Returns the reason that explains the row: of the cell that differs most.
    pub fn lead(&self, row: &Row) -> Option<String> {
        [Stance::Contradicts, Stance::Hedges, Stance::Partly, Stance::Supports].into_iter().find_map(|stance| {
            let mut cells = row.cells.iter().filter(|cell| cell.stance == stance);
            cells.find_map(|cell| self.reasons(row, cell).into_iter().next())
        })
    }

    /// Returns why the nearest sentence of a silent source does not count, in the same manner.
    pub fn why_not(&self, row: &Row, cell: &Cell) -> Option<String> {
        let near = cell.nearest.as_ref()?;
        let sentence = self.sentence(row, cell, &near.rule, &near.cues).unwrap_or_else(|| near.why.clone());
        (!sentence.is_empty()).then_some(sentence)
    }

    /// Returns what a rule is called; one that is not ours by its own name.
    pub fn rule_title(&self, rule: &str) -> String {
        let title = RuleName::of(rule).map(|rule| reason::title(self.words.locale.language, rule));
        title.map_or_else(|| rule.replace(['-', '_'], " "), str::to_owned)
    }

    /// Makes the sentence of a rule in the reader's language; what a person has written stays as it is.
    fn sentence(&self, row: &Row, cell: &Cell, rule: &str, cues: &[Cue]) -> Option<String> {
        let rule = RuleName::of(rule).filter(|_| cell.judged_by != JudgedBy::Person)?;
        let column = row.cells.iter().position(|other| other.document == cell.document)?;
        let is_home = |other: &Cell| other.reasons.iter().any(|reason| reason.rule == RuleName::Statement.as_str());
        // Rows of other programs need not say where their statement is from; then cues of another document tell.
        let home = row.cells.iter().position(is_home).or_else(|| {
            let elsewhere = cues.iter().find(|cue| cue.document != cell.document)?;
            row.cells.iter().position(|other| other.document == elsewhere.document)
        });
        let name = |at: usize| self.sources.get(at).map(|source| source.name.as_str());
        let quoted = cues.iter().map(|cue| QuotedCue::new(cue.document == cell.document, &cue.exact));
        let grounds = Grounds {
            rule,
            stance: cell.stance,
            home: home.and_then(name).unwrap_or_default(),
            judged: name(column)?,
            cues: quoted.collect(),
        };
        reason::sentence(self.words.locale.language, &grounds)
    }

    /// Returns the language of all sources, if they have one in common; titles and notes are taken to be in it.
    pub fn lang(&self) -> Option<String> {
        let first = self.sources.first()?;
        self.sources.iter().all(|source| source.lang == first.lang).then(|| first.lang.clone())
    }

    /// Returns an article laid out with its marks, if there is one at this place.
    pub fn article(&self, index: usize) -> Option<Rc<Article>> {
        let article = self.articles.get(index)?;
        Some(article.get_or_init(|| Rc::new(Article::new(&self.comparison, index))).clone())
    }

    /// Tells whether a list of every source under each claim would bury those that speak.
    pub fn is_throng(&self) -> bool {
        self.sources.len() > LISTED_SOURCES
    }

    /// Returns the groups of documents that print one text, in the order of the columns.
    pub fn copies(&self) -> impl Iterator<Item = &[usize]> {
        let same = |a: &usize, b: &usize| self.origins.get(*a) == self.origins.get(*b);
        self.columns.chunk_by(same).filter(|group| group.len() > 1)
    }

    /// Returns how many sources there are when those that print one text count once.
    pub fn independent(&self) -> usize {
        self.origins.iter().enumerate().filter(|(document, origin)| document == *origin).count()
    }

    /// Returns how many claims a source shares with others, tells alone, and does not tell; those that print its text are no others.
    pub fn coverage(&self, document: usize) -> [usize; 3] {
        let mut out = [0; 3];
        for row in &self.comparison.claims {
            let is_other =
                |(origin, cell): (&usize, &Cell)| cell.stance.speaks() && Some(origin) != self.origins.get(document);
            match row.cells.get(document).map(|cell| cell.stance) {
                Some(stance) if stance.speaks() => {
                    out[usize::from(!self.origins.iter().zip(&row.cells).any(is_other))] += 1;
                }
                Some(Stance::Omits) => out[2] += 1,
                _ => {}
            }
        }
        out
    }

    /// Returns the cells of a row with their document and source, in the order of the columns.
    pub fn cells<'s>(&'s self, row: &'s Row) -> impl Iterator<Item = (usize, &'s Source, &'s Cell)> {
        let cell = |&document: &usize| Some((document, self.sources.get(document)?, row.cells.get(document)?));
        self.columns.iter().filter_map(cell)
    }
}

fn source(index: usize, document: &Document, words: &Words) -> Source {
    let letter = reason::letter(index);
    let name = document.outlet.as_deref().map(str::trim).filter(|outlet| !outlet.is_empty());
    let first_line = document.title.as_deref().map(str::trim).filter(|title| !title.is_empty());
    Source {
        name: reason::source_name(words.locale.language, index, name),
        named: name.is_some(),
        first_line: first_line.unwrap_or_else(|| document.text.trim().lines().next().unwrap_or("")).to_owned(),
        words: document.text.split_whitespace().filter(|word| word.chars().any(char::is_alphanumeric)).count(),
        lang: match &document.lang {
            Some(lang) => lang.clone(),
            None if document.is_analysed() => "en".to_owned(),
            None => "und".to_owned(),
        },
        direction: direction(&document.text),
        letter,
    }
}

/// Returns which way a text runs: as most of its first letters do, so that a name in another script at its head does not decide.
fn direction(text: &str) -> &'static str {
    /// How many letters are looked at.
    const ENOUGH: usize = 200;
    let letters = || text.chars().filter(|c| c.is_alphabetic()).take(ENOUGH);
    let backwards = letters().filter(|c| is_right_to_left(*c)).count();
    if backwards * 2 > letters().count() { "rtl" } else { "ltr" }
}

/// Tells whether a letter belongs to a script that runs from right to left: the blocks that Unicode sets aside for them.
fn is_right_to_left(letter: char) -> bool {
    matches!(letter, '\u{590}'..='\u{8ff}' | '\u{fb1d}'..='\u{fdff}' | '\u{fe70}'..='\u{fefc}' | '\u{10800}'..='\u{10fff}' | '\u{1e800}'..='\u{1efff}')
}

/// Returns the sentences that say what a reader would otherwise misread.
fn notices(comparison: &Comparison, sources: &[Source], words: &Words) -> Vec<String> {
    let mut out = Vec::new();
    let documents = &comparison.corpus.documents;
    let has = |verdict| comparison.claims.iter().any(|row| row.verdict == verdict);
    let differs = has(Verdict::Disputed) || has(Verdict::Qualified);
    match documents.len() {
        1 => out.push(words.one_article.to_owned()),
        _ if comparison.claims.is_empty() || differs => {}
        _ if has(Verdict::Agreed) => out.push(words.nothing_differs.to_owned()),
        _ => out.push(words.nothing_shared.to_owned()),
    }
    let excerpts: Vec<_> = sources.iter().zip(documents).filter(|(_, document)| document.excerpt).collect();
    if !excerpts.is_empty() {
        let names: Vec<_> = excerpts.iter().map(|(source, _)| source.name.clone()).collect();
        out.push((words.is_excerpt)(&(words.join)(&names), names.len() > 1));
    }
    out.extend(not_judged(comparison, sources, words));
    out
}

/// Returns the sentences that say which articles are not judged, and why.
fn not_judged(comparison: &Comparison, sources: &[Source], words: &Words) -> Vec<String> {
    // One sentence for all of whom the same is to be said: one for each would push the comparison off the screen.
    let mut alike = [const { Vec::new() }; 3];
    for (column, (source, document)) in sources.iter().zip(&comparison.corpus.documents).enumerate() {
        let mut cells = comparison.claims.iter().filter_map(|row| row.cells.get(column));
        // Where no article is analysed there is no claim at all.
        let is_looked_at = !comparison.claims.is_empty() || !document.is_analysed();
        let name = source.name.clone();
        match (document.is_analysed(), source.lang.as_str()) {
            _ if document.excerpt || !is_looked_at || !cells.all(|cell| cell.stance == Stance::Unjudged) => {}
            (true, _) => alike[0].push(name),
            (_, "und") => alike[1].push(name),
            (_, lang) => alike[2].push(format!("{name} ({lang})")),
        }
    }
    let sentences = [words.not_judged, words.not_english, words.other_language];
    let said = alike.iter().zip(sentences).filter(|(names, _)| !names.is_empty());
    said.map(|(names, sentence)| sentence(&(words.join)(names), names.len() > 1)).collect()
}

/// Returns the address only if it is one that a link may have: http or https.
pub fn safe_link(url: Option<&str>) -> Option<&str> {
    let url = url?.trim();
    let scheme = url.split_once("://")?.0;
    (scheme.eq_ignore_ascii_case("http") || scheme.eq_ignore_ascii_case("https")).then_some(url)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_cell_is_called_by_what_can_be_seen_of_it() {
        let named = |name: &str, named| Source {
            letter: "A".to_owned(),
            name: name.to_owned(),
            named,
            first_line: String::new(),
            words: 0,
            lang: "en".to_owned(),
            direction: "ltr",
        };
        assert_eq!(named("Source A", false).label("says so"), "Source A says so");
        assert_eq!(named("Plan A", true).label("says so"), "A says so, Plan A");
    }

    #[test]
    fn a_text_runs_as_most_of_its_letters_do() {
        assert_eq!(direction("CNN: قال مسؤولون إن خمسة أشخاص على الأقل لقوا حتفهم"), "rtl");
        assert_eq!(direction("שלום עולם"), "rtl");
        assert_eq!(direction("The word שלום means peace."), "ltr");
        assert_eq!((direction("12:30"), direction("")), ("ltr", "ltr"));
    }

    #[test]
    fn only_web_addresses_become_links() {
        assert_eq!(safe_link(Some(" HTTPS://example.org/a ")), Some("HTTPS://example.org/a"));
        for bad in
            ["javascript:alert(1)", "data:text/html,x", "//example.org", "javascript://example.org/%0aalert(1)", ""]
        {
            assert_eq!(safe_link(Some(bad)), None, "{bad}");
        }
    }
}
