//! One article as typed: read from a text or a document, and made a document again.
//!
//! Its own file because it knows of no other article and of no step: what a text says of its title, author and day is read here. Known limits:
//! a title that ends like a sentence is taken for one.

use crate::claim::date;
use crate::document::{Document, DocumentId, MAX_CODE_POINTS, is_date, is_language_tag, is_web_address};
use crate::page::markdown::{self, Block};
use crate::sentence::segment;
use serde::{Deserialize, Serialize};

/// How many characters the first line of a text may have to be taken for its title.
const TITLE: usize = 160;

/// One article as typed.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Draft {
    /// What it is called in the corpus; given by [`super::Drafts`].
    pub id: String,
    /// Who published it.
    pub outlet: String,
    /// Its headline.
    pub title: String,
    /// Who wrote it.
    pub author: String,
    /// When: a date or date-time.
    pub published: String,
    /// Where it can be read.
    pub url: String,
    /// Its language.
    pub lang: String,
    /// Tells that the text is cut.
    pub excerpt: bool,
    /// The text.
    pub text: String,
}

/// A field of an article.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Field {
    /// Who published it.
    Outlet,
    /// Its headline.
    Title,
    /// Who wrote it.
    Author,
    /// When.
    Published,
    /// Where it can be read.
    Url,
    /// Its language.
    Lang,
    /// The text.
    Text,
}

impl Draft {
    /// Makes an article of a text: its title is the first line, where that is a heading of Markdown, or short and not a sentence, with an empty
    /// line, a byline or a sentence behind it. Who wrote it and when stand in lines of their own before the first sentence.
    pub fn of_text(text: &str) -> Self {
        let text = text.strip_prefix('\u{feff}').unwrap_or(text).trim_start_matches(['\r', '\n']);
        let (first, rest) = text.split_once('\n').unwrap_or((text, ""));
        let heading = first.strip_prefix("# ");
        let next = rest.lines().next().unwrap_or_default().trim();
        let is_led = next.is_empty() || is_sentence(next) || of_head(next).is_some();
        let is_title = heading.is_some() || is_led && !is_sentence(first) && of_head(first).is_none();
        if rest.trim().is_empty() || !is_title {
            return Self::with_title("", text);
        }
        Self::with_title(heading.unwrap_or(first), rest.trim_start())
    }

    /// Makes an article of its title and what follows it: lines with its author and its day, and the text.
    pub fn with_title(title: &str, text: &str) -> Self {
        let mut draft = Self { title: title.trim().to_owned(), ..Self::default() };
        let mut rest = text;
        while let Some((line, more)) = rest.split_once('\n') {
            let more = more.trim_start();
            // What goes on in the next line is no line of its own.
            let Some((author, day)) = of_head(line).filter(|_| !more.starts_with(char::is_lowercase)) else { break };
            if let Some(author) = author.filter(|_| draft.author.is_empty()) {
                author.clone_into(&mut draft.author);
            }
            if let Some(day) = day.filter(|_| draft.published.is_empty()) {
                draft.published = day;
            }
            rest = more;
        }
        draft.text = rest.to_owned();
        draft
    }

    /// Makes an article of Markdown: the words without its marks, the first heading as the title.
    pub fn of_markdown(text: &str) -> Self {
        let mut blocks = markdown::read(text.strip_prefix('\u{feff}').unwrap_or(text));
        let title = match blocks.first() {
            Some(Block::Heading(_, words)) if blocks.len() > 1 => markdown::plain(words),
            _ => String::new(),
        };
        if !title.is_empty() {
            blocks.remove(0);
        }
        let text: Vec<String> = blocks.iter().map(Block::to_plain).collect();
        Self { title, text: text.join("\n\n"), ..Self::default() }
    }

    /// Makes an article of one of a corpus.
    pub fn of_document(document: &Document) -> Self {
        let of = |value: &Option<String>| value.clone().unwrap_or_default();
        Self {
            id: document.id.0.clone(),
            outlet: of(&document.outlet),
            title: of(&document.title),
            author: of(&document.author),
            published: of(&document.published),
            url: of(&document.url),
            lang: of(&document.lang),
            excerpt: document.excerpt,
            text: document.text.clone(),
        }
    }

    /// Returns what a field holds.
    pub fn field(&self, field: Field) -> &String {
        match field {
            Field::Outlet => &self.outlet,
            Field::Title => &self.title,
            Field::Author => &self.author,
            Field::Published => &self.published,
            Field::Url => &self.url,
            Field::Lang => &self.lang,
            Field::Text => &self.text,
        }
    }

    /// Returns what a field holds, to be changed.
    pub(super) fn field_mut(&mut self, field: Field) -> &mut String {
        match field {
            Field::Outlet => &mut self.outlet,
            Field::Title => &mut self.title,
            Field::Author => &mut self.author,
            Field::Published => &mut self.published,
            Field::Url => &mut self.url,
            Field::Lang => &mut self.lang,
            Field::Text => &mut self.text,
        }
    }

    /// Tells whether a field holds what the comparison has to go on without.
    pub fn is_wrong(&self, field: Field) -> bool {
        let value = self.field(field).trim();
        match field {
            _ if value.is_empty() => false,
            Field::Published => !is_date(value),
            Field::Url => !is_web_address(value),
            Field::Lang => !is_language_tag(value),
            Field::Text => value.chars().count() > MAX_CODE_POINTS,
            Field::Outlet | Field::Title | Field::Author => false,
        }
    }

    /// Makes a document of the article, if it can be compared; what is wrong is left out.
    pub(super) fn document(&self) -> Option<Document> {
        let of = |field: Field| {
            Some(self.field(field).trim().to_owned()).filter(|value| !value.is_empty() && !self.is_wrong(field))
        };
        let can_be_compared = !self.text.trim().is_empty() && self.text.chars().count() <= MAX_CODE_POINTS;
        can_be_compared.then(|| Document {
            id: DocumentId(self.id.clone()),
            outlet: of(Field::Outlet),
            title: of(Field::Title),
            author: of(Field::Author),
            url: of(Field::Url),
            published: of(Field::Published),
            lang: of(Field::Lang),
            excerpt: self.excerpt,
            text: self.text.clone(),
        })
    }
}

/// Tells whether a line is one of the text rather than of its head.
fn is_sentence(line: &str) -> bool {
    line.chars().count() > TITLE || line.trim_end().ends_with(['.', '!', '?', '”', '"'])
}

/// Returns the author and the day that a line gives, where it says little else: "By Jane Doe | March 12, 2026".
fn of_head(line: &str) -> Option<(Option<&str>, Option<String>)> {
    let (line, more) = line.split_once(['|', '·', '•']).unwrap_or((line, ""));
    let given = (byline(line).or_else(|| byline(more)), day(line).or_else(|| day(more)));
    (byline(line).is_some() || day(line).is_some()).then_some(given)
}

/// Returns who wrote an article, where the line tells that and no more.
fn byline(line: &str) -> Option<&str> {
    let line = line.trim();
    let name = ["By ", "BY ", "by ", "Por ", "POR "].iter().find_map(|by| line.strip_prefix(by))?.trim();
    (!is_sentence(line) && name.starts_with(char::is_uppercase)).then_some(name)
}

/// Returns the day that a line names, where it says little else.
fn day(line: &str) -> Option<String> {
    let line = line.trim();
    let day = date::published(Some(line), line, &segment(line)).filter(|_| !is_sentence(line))?;
    Some(format!("{:04}-{:02}-{:02}", day.year, day.month, day.day)).filter(|day| is_date(day))
}
