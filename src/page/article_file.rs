//! Reads a file that the reader gives: plain text, Markdown, a saved web page, a story or a comparison of ours.
//!
//! A file of its own because it decides what a file is, by its name and by what it holds, and says what became of it. Text that is no UTF-8 is
//! read as the page says or, where nothing says it, as most such texts are written in the West; the reader is told.

use super::drafts::Draft;
use super::web_page;
use crate::comparison::{Comparison, says_comparison};
use crate::document::Corpus;
use crate::language::Language;
use std::rc::Rc;
use web_sys::TextDecoder;

/// What most texts without a label are written in that are no UTF-8.
const WESTERN: &str = "windows-1252";

/// How many bytes at the beginning of a page may name its encoding.
const HEAD: usize = 1024;

/// What became of a file or an article.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Told {
    /// So many articles were added.
    Added(usize),
    /// It was removed.
    Removed,
    /// It holds no text or is too large.
    Unread,
    /// It was read in an encoding that may be another.
    Guessed,
    /// Little text was found in the page: all words of it are given.
    Raw,
    /// There is no room for all.
    Full,
    /// What is wrong with it.
    Wrong(String),
}

/// What a file is.
#[derive(Debug, Clone, PartialEq)]
pub enum File {
    /// Articles, with what is to be said of them.
    Articles(Vec<Draft>, Told),
    /// A comparison made before.
    Comparison(Rc<Comparison>),
    /// Nothing that can be read.
    Wrong(Told),
}

/// Reads a file.
pub fn read(name: &str, bytes: &[u8], language: Language) -> File {
    let name = name.to_ascii_lowercase();
    let ends = |endings: &[&str]| endings.iter().any(|ending| name.ends_with(ending));
    let Some((text, is_sure)) = decoded(bytes).filter(|(text, _)| !text.trim().is_empty()) else {
        return File::Wrong(Told::Unread);
    };
    let start = text.trim_start_matches(|c: char| c == '\u{feff}' || c.is_whitespace());
    let told = |of: Told| if is_sure { of } else { Told::Guessed };
    if ends(&[".json"]) || says_comparison(&text) {
        let read = || {
            Ok(if says_comparison(&text) {
                File::Comparison(Rc::new(Comparison::from_json(&text)?))
            } else {
                let corpus = Corpus::from_json(&text)?;
                let drafts: Vec<Draft> = corpus.documents.iter().map(Draft::of_document).collect();
                let count = drafts.len();
                File::Articles(drafts, Told::Added(count))
            })
        };
        return read().unwrap_or_else(|error: crate::InputError| File::Wrong(Told::Wrong(error.message(language))));
    }
    let is_page = ends(&[".html", ".htm", ".xhtml"])
        || start.get(..9).is_some_and(|start| start.eq_ignore_ascii_case("<!doctype"));
    if is_page {
        return match web_page::read(&text) {
            Some((draft, true)) => File::Articles(vec![draft], told(Told::Added(1))),
            Some((draft, false)) => File::Articles(vec![draft], Told::Raw),
            None => File::Wrong(Told::Unread),
        };
    }
    let text = text.replace('\0', "");
    let draft = if ends(&[".md", ".markdown"]) { Draft::of_markdown(&text) } else { Draft::of_text(&text) };
    File::Articles(vec![draft], told(Told::Added(1)))
}

/// Reads bytes as text, and tells whether the encoding is sure.
fn decoded(bytes: &[u8]) -> Option<(String, bool)> {
    if let [0xff, 0xfe, ..] = bytes {
        return Some((decode(bytes, "utf-16le")?, true));
    }
    if let [0xfe, 0xff, ..] = bytes {
        return Some((decode(bytes, "utf-16be")?, true));
    }
    if let Ok(text) = std::str::from_utf8(bytes) {
        return Some((text.to_owned(), true));
    }
    let named = named_encoding(bytes).and_then(|label| decode(bytes, &label));
    match named {
        Some(text) => Some((text, true)),
        // A picture or an archive is no text in any encoding.
        None if bytes.contains(&0) => None,
        None => Some((decode(bytes, WESTERN)?, false)),
    }
}

/// Returns the encoding that a page names in its head.
fn named_encoding(bytes: &[u8]) -> Option<String> {
    let head = String::from_utf8_lossy(&bytes[..bytes.len().min(HEAD)]).to_ascii_lowercase();
    let (_, rest) = head.split_once("charset=")?;
    let label = rest.trim_start_matches(['"', '\'']);
    let end = label.find(|c: char| !(c.is_ascii_alphanumeric() || "-_:".contains(c))).unwrap_or(label.len());
    Some(label[..end].to_owned()).filter(|label| !label.is_empty() && label != "utf-8")
}

fn decode(bytes: &[u8], label: &str) -> Option<String> {
    TextDecoder::new_with_label(label).ok()?.decode_with_u8_array(bytes).ok()
}
