//! `news-compare import`: articles as they are found – pages, JSON-LD, Markdown, text – become a corpus.
//!
//! What a file is, is told by what it holds, then by its name. Nothing is fetched. What an extractor could not find is said and never made
//! up: a page of which no article was found is refused, one of which little was found is taken with a warning, and both times the raw
//! text of the page is offered.

mod charset;
mod data;
mod html;
mod markdown;
mod plain;

use crate::arguments::ImportArguments;
use crate::fault::{Fault, on_one_line};
use crate::input::Item;
use crate::story::read_whole;
use news_compare::comparison::says_comparison;
use news_compare::document::{day_or_time, is_language_tag, is_web_address, language_tag};
use news_compare::{Comparison, Corpus, Document};
use serde::Serialize;
use serde_json::Value;
use std::collections::BTreeSet;
use std::io::Write as _;
use std::process::ExitCode;

/// How many words an article has at least; of a page that gives fewer something may be missing. Brief reports have about sixty.
const FEWEST_WORDS: usize = 50;

/// By how many times the words of a page must exceed those of its article for the article to be called cut.
const MUCH_MORE: usize = 3;

/// How many code points of a date are shown that cannot be read.
const SHOWN: usize = 40;

/// What one file gave.
enum Imported {
    /// A comparison, which is all of a story.
    Comparison(Box<Comparison>),
    /// A corpus with its title and note.
    Corpus(Corpus),
    /// One article, and what must be said of it.
    Article(Box<Document>, Option<String>),
}

/// Reads every file and writes the corpus, or the comparison where one is all that was given.
pub(crate) fn run(arguments: &ImportArguments) -> Result<ExitCode, Fault> {
    let mut corpus = Corpus::new(Vec::new());
    let mut whole = None;
    for path in &arguments.files {
        let item = read_whole(path)?;
        let imported = import(&item, arguments).map_err(|fault| item.fault(fault))?;
        let before = corpus.documents.len();
        match imported {
            Imported::Comparison(comparison) if arguments.files.len() == 1 => whole = Some(comparison),
            Imported::Comparison(comparison) => join(&mut corpus, comparison.corpus),
            Imported::Corpus(more) => join(&mut corpus, more),
            Imported::Article(document, warning) => {
                let date = document.published.as_deref().filter(|_| arguments.published.is_none()).and_then(unread);
                for warning in warning.into_iter().chain(date) {
                    // Where standard error is closed, nobody wants to know.
                    let _ = writeln!(std::io::stderr(), "news-compare: {}: {warning}", on_one_line(&item.name));
                }
                add(&mut corpus, *document, Some(&item.name));
            }
        }
        // Here the file can be named; what several of them make is checked at the end.
        let own = Corpus::new(corpus.documents[before..].to_vec());
        if !own.documents.is_empty() {
            own.check().map_err(|error| item.fault(error.to_string()))?;
        }
    }
    let mut output = arguments.output.open()?;
    let bytes = match whole {
        Some(mut comparison) => {
            if arguments.says_metadata() {
                return Err(Fault::Usage(
                    "--outlet and the like are for an article that is compared afterwards, and this is a comparison; it takes --title".to_owned(),
                ));
            }
            entitle(&mut comparison.corpus, arguments)?;
            written(&*comparison, arguments)?
        }
        None => {
            arguments.override_metadata(&mut corpus)?;
            entitle(&mut corpus, arguments)?;
            written(&corpus, arguments)?
        }
    };
    output.write_line(&bytes)?;
    output.finish()?;
    Ok(ExitCode::SUCCESS)
}

/// Puts the title that was said in place of what was found, and checks the whole.
fn entitle(corpus: &mut Corpus, arguments: &ImportArguments) -> Result<(), Fault> {
    if let Some(title) = &arguments.title {
        corpus.title.clone_from(title);
    }
    corpus.check().map_err(|error| Fault::Usage(error.to_string()))
}

/// Writes a corpus or a comparison as JSON.
fn written(story: &impl Serialize, arguments: &ImportArguments) -> Result<Vec<u8>, Fault> {
    let json = if arguments.pretty { serde_json::to_vec_pretty(story) } else { serde_json::to_vec(story) };
    json.map_err(|error| Fault::Usage(error.to_string()))
}

/// Reads what one file holds.
fn import(item: &Item, arguments: &ImportArguments) -> Result<Imported, String> {
    let name = item.name.to_ascii_lowercase();
    let address = arguments.url.as_deref();
    if let Some(kind) = charset::other_kind(&item.bytes) {
        return Err(kind.to_owned());
    }
    let text = charset::decode(&item.bytes, arguments.charset.as_deref())?;
    let begin = text.trim_start();
    let ends = |endings: &[&str]| endings.iter().any(|ending| name.ends_with(ending));
    if begin.starts_with('{') || begin.starts_with('[') {
        if let Ok(value) = serde_json::from_str::<Value>(begin) {
            return of_json(begin, &value, address);
        } else if ends(&[".json", ".jsonld"]) {
            return of_json(begin, &Value::Null, address);
        }
    }
    let lower: String = begin.chars().take(2000).collect::<String>().to_ascii_lowercase();
    let is_page = ["<!doctype", "<html", "<head", "<body"].iter().any(|tag| lower.contains(tag));
    if is_page || ends(&[".html", ".htm", ".xhtml"]) {
        return html::import(&text, arguments.raw, address);
    }
    let document = if ends(&[".md", ".markdown"]) || begin.starts_with("---\n") || begin.starts_with("# ") {
        markdown::import(&text)
    } else {
        plain::import(&text)
    };
    judged(document, 0)
}

/// Reads a story of ours, or the linked data of an article, whose address may be known.
fn of_json(json: &str, value: &Value, address: Option<&str>) -> Result<Imported, String> {
    if says_comparison(json) {
        return Comparison::from_json(json)
            .map(|c| Imported::Comparison(Box::new(c)))
            .map_err(|error| error.to_string());
    }
    if let Some(mut document) = data::article(value, address.as_slice()) {
        if document.text.trim().is_empty() {
            return Err("the linked data names an article and has no \"articleBody\"".to_owned());
        }
        document.text = plain::paragraphs(&document.text);
        return judged(document, 0);
    }
    Corpus::from_json(json).map(Imported::Corpus).map_err(|error| error.to_string())
}

/// Keeps a language that is one, and says what is wrong with an article that is too short, or missing; `page` counts the words of all that could be read.
fn judged(mut document: Document, page: usize) -> Result<Imported, String> {
    document.lang = document.lang.and_then(|written| language_tag(&written));
    document.author = document.author.map(|line| name_of(&line).to_owned());
    let words = document.text.split_whitespace().count();
    let raw = |taken: &str| format!("{taken} of the {page} words of the page; --raw takes all of them");
    if words == 0 && page == 0 {
        return Err("there is no text in it".to_owned());
    }
    if words == 0 {
        return Err(format!("no article was found among {}", raw("any").trim_start_matches("any of ")));
    }
    let warning = if words >= FEWEST_WORDS {
        document.excerpt.then(|| "the page says that the article is not free to read: taken as an excerpt".to_owned())
    } else if page >= words * MUCH_MORE {
        document.excerpt = true;
        Some(format!("only {}; taken as an excerpt", raw(&words.to_string())))
    } else {
        Some(format!("only {words} {} of text", if words == 1 { "word" } else { "words" }))
    };
    Ok(Imported::Article(Box::new(document), warning))
}

/// Takes the "By" in front of a name, which is no part of it.
fn name_of(line: &str) -> &str {
    match line.trim().split_once(char::is_whitespace) {
        Some((by, name)) if by.eq_ignore_ascii_case("by") => name.trim_start(),
        _ => line,
    }
}

/// Says that a date cannot be read, if it cannot.
fn unread(date: &str) -> Option<String> {
    let shown: String = date.trim().chars().take(SHOWN).collect();
    (!shown.is_empty() && day_or_time(date).is_none())
        .then(|| format!("the date {shown:?} cannot be read, as 2026-01-12 can: left out"))
}

/// Adds the documents of another corpus; the first title and note are kept.
fn join(corpus: &mut Corpus, more: Corpus) {
    if corpus.title.is_empty() {
        corpus.title = more.title;
    }
    corpus.note = corpus.note.take().or(more.note);
    for document in more.documents {
        add(corpus, document, None);
    }
}

/// Adds a document under an id that is free; one without an id gets that of its outlet, else of its file.
fn add(corpus: &mut Corpus, mut document: Document, file: Option<&str>) {
    let taken: BTreeSet<_> = corpus.documents.iter().map(|document| document.id.0.clone()).collect();
    let stem =
        file.and_then(|file| std::path::Path::new(file).file_stem()).map(|stem| stem.to_string_lossy().into_owned());
    let wanted = [Some(document.id.0.as_str()), document.outlet.as_deref(), stem.as_deref()];
    let wanted =
        wanted.into_iter().flatten().map(slug).find(|slug| !slug.is_empty()).unwrap_or_else(|| "article".to_owned());
    let numbered = (2..).map(|number| format!("{wanted}-{number}"));
    document.id.0 = std::iter::once(wanted.clone()).chain(numbered).find(|id| !taken.contains(id)).unwrap_or_default();
    tidy(&mut document);
    corpus.documents.push(document);
}

/// Writes a name with what an id may hold; at most 50 of it, which leaves room for a number.
fn slug(name: &str) -> String {
    let mut slug = String::new();
    for character in name.chars() {
        match character {
            'a'..='z' | 'A'..='Z' | '0'..='9' | '_' => slug.push(character),
            _ if slug.is_empty() || slug.ends_with('-') => {}
            _ => slug.push('-'),
        }
    }
    slug.truncate(50);
    slug.trim_end_matches('-').to_owned()
}

/// Leaves out members that the format does not allow, and empty ones; for NUL stands what shows that something is missing.
fn tidy(document: &mut Document) {
    document.text = document.text.replace('\0', "\u{fffd}");
    let one_line = |value: Option<String>| {
        let line = value?.replace('\0', "\u{fffd}").split_whitespace().collect::<Vec<_>>().join(" ");
        (!line.is_empty()).then_some(line)
    };
    document.outlet = one_line(document.outlet.take());
    document.title = one_line(document.title.take());
    document.author = one_line(document.author.take());
    document.url = one_line(document.url.take()).filter(|url| is_web_address(url));
    document.published = one_line(document.published.take()).and_then(|date| day_or_time(&date));
    document.lang = one_line(document.lang.take()).map(|tag| tag.replace('_', "-")).filter(|tag| is_language_tag(tag));
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ids_are_made_of_what_an_id_may_hold_and_differ() {
        let mut corpus = Corpus::new(Vec::new());
        for (outlet, file) in [
            (Some("North Post"), "x.html"),
            (Some("North  Post!"), "y.html"),
            (None, "dir/a b.txt"),
            (None, "东.txt"),
            (None, ""),
        ] {
            let outlet = outlet.map(str::to_owned);
            add(&mut corpus, Document { outlet, ..Document::new("", "x") }, Some(file));
        }
        let ids: Vec<_> = corpus.documents.iter().map(|document| document.id.0.as_str()).collect();
        assert_eq!(ids, ["North-Post", "North-Post-2", "a-b", "article", "article-2"]);
        assert_eq!(corpus.check(), Ok(()));
    }
}
