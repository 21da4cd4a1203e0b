//! The story as plain HTML, for readers without JavaScript, for print from the page around and for search engines.
//!
//! A step of its own because a program and the page itself write it into files, and both must give the same. Every word from the story goes through [`escape`]; links are those that the reader of the corpus has let through, http and https.

use crate::comparison::{Cell, Comparison, Row};
use crate::document::Document;
use crate::export::Hash;
use crate::language::Language;
use crate::span::{CodePoints, Span};
use crate::stance::Stance;
use crate::stance::reason::source_name;
use crate::wording;
use std::fmt::Write as _;

/// The look of the page around the element, and of the story where JavaScript is off.
///
/// Where scripts run, the story keeps out of sight while the element may still come, so that it does not flash up before. No longer than
/// that: a script that is missing, altered or forbidden never comes, and then the story is all there is to read.
pub const STYLE: &str = "\
html { color-scheme: light dark; background: #fffefb; color: #1d1c1a; font-family: Georgia, serif; line-height: 1.5; }
body { margin: 0; }
news-compare { display: block; --nc-height: max(40rem, 100dvh); }
@media (scripting: enabled) { news-compare:not(:defined) > * { animation: story-waits 4s; } }
@keyframes story-waits { from, to { visibility: hidden; overflow: hidden; min-block-size: 0; max-block-size: 0; margin: 0; border-width: 0; padding: 0; } }
.story { max-inline-size: 60rem; margin: 0 auto; padding: 1rem; }
.story table { border-collapse: collapse; inline-size: 100%; font-family: system-ui, sans-serif; font-size: 0.9rem; }
.story th, .story td { border: 1px solid #8b867c; padding: 0.35em 0.5em; text-align: start; vertical-align: top; }
.story caption { text-align: start; padding-block: 0.5em; }
.story .scroll { overflow-x: auto; }
.story mark { background: #fff1d6; color: inherit; }
.story a { color: inherit; }
.story tbody th { font-weight: normal; }
.story tbody a:not(:hover, :focus) { text-decoration-color: #8b867c; }
.story .contradicts { border-inline-start: 4px solid #b5390a; }
.story .about { font-family: system-ui, sans-serif; font-size: 0.9rem; }
@media (prefers-color-scheme: dark) { html { background: #16171a; color: #ebe7df; } .story mark { background: #382c17; } }
@media print { .story article { break-before: page; } }
";

/// Returns the title of the story, or what stands for it.
pub fn title(comparison: &Comparison, language: Language) -> String {
    match comparison.corpus.title.trim() {
        "" => wording::untitled(language).to_owned(),
        title => title.to_owned(),
    }
}

/// Writes a text so that it is text in HTML, between tags and in attributes.
pub fn escape(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for character in text.chars() {
        match character {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\'' => out.push_str("&#39;"),
            // No HTML may hold them, and a parser may drop them or not.
            '\0'..='\x08' | '\x0b' | '\x0c' | '\x0e'..='\x1f' | '\x7f' => out.push('\u{fffd}'),
            other => out.push(other),
        }
    }
    out
}

/// Where a story stands in the page around it.
struct Place {
    /// Level of its first heading, 1 to 4.
    level: u8,
    /// What the ids of its parts begin with.
    prefix: String,
}

/// Writes the matrix, the claims with their quotations, and the articles, for a page of their own.
pub fn write(comparison: &Comparison, language: Language) -> String {
    write_at(comparison, language, &Place { level: 1, prefix: String::new() })
}

/// Writes the same for the page of somebody else, which has a first heading and may have other stories: no id of two is the same.
pub fn write_inside(comparison: &Comparison, language: Language) -> String {
    let prefix = format!("story-{}-", Hash::of(&comparison.to_json()).digits());
    write_at(comparison, language, &Place { level: 2, prefix })
}

fn write_at(comparison: &Comparison, language: Language, place: &Place) -> String {
    let (top, part) = (place.level, place.level + 1);
    let documents = &comparison.corpus.documents;
    let names: Vec<_> =
        documents.iter().enumerate().map(|(at, d)| escape(&source_name(language, at, d.outlet.as_deref()))).collect();
    let mut out = String::from("<div class=\"story\">\n");
    // Writing into a string cannot fail.
    let _ = writeln!(out, "<h{top} dir=\"auto\">{}</h{top}>", escape(&title(comparison, language)));
    if let Some(note) = comparison.corpus.note.as_deref().map(str::trim).filter(|note| !note.is_empty()) {
        let _ = writeln!(out, "<p dir=\"auto\">{}</p>", escape(note));
    }
    if let Some(review) = &comparison.review {
        let lines = wording::review(language, review, str::to_owned);
        let _ = writeln!(out, "<p class=\"about\" dir=\"auto\">{}</p>", escape(&lines.join(" · ")));
    }
    let (caption, claim, details, articles) = match language {
        Language::English => ("What each source does with each claim", "Claim", "Claims and quotations", "Articles"),
        Language::Spanish => {
            ("Qué hace cada fuente con cada afirmación", "Afirmación", "Afirmaciones y citas", "Artículos")
        }
    };
    let heads: String = names.iter().map(|name| format!("<th scope=\"col\"><bdi>{name}</bdi></th>")).collect();
    let _ = write!(
        out,
        "<div class=\"scroll\" tabindex=\"0\" role=\"region\" aria-label=\"{caption}\">\n<table>\n<caption>{caption}</caption>\n\
         <thead><tr><th scope=\"col\">{claim}</th>{heads}</tr></thead>\n<tbody>\n"
    );
    for (at, row) in comparison.claims.iter().enumerate() {
        let cells: String = row.cells.iter().map(|cell| cell_html(cell, language)).collect();
        let statement = escape(&wording::opened(&row.statement));
        let _ = writeln!(
            out,
            "<tr><th scope=\"row\" dir=\"auto\"><a href=\"#{}claim-{}\">{statement}</a></th>{cells}</tr>",
            place.prefix,
            at + 1
        );
    }
    let _ = write!(out, "</tbody>\n</table>\n</div>\n<h{part}>{details}</h{part}>\n");
    for (at, row) in comparison.claims.iter().enumerate() {
        claim_html(&mut out, at, row, documents, &names, language, place);
    }
    let _ = writeln!(out, "<h{part}>{articles}</h{part}>");
    for (column, (document, name)) in documents.iter().zip(&names).enumerate() {
        article_html(&mut out, comparison, column, document, name, place);
    }
    out.push_str("</div>\n");
    out
}

fn class(stance: Stance) -> &'static str {
    if stance == Stance::Contradicts { " class=\"contradicts\"" } else { "" }
}

fn cell_html(cell: &Cell, language: Language) -> String {
    format!("<td{}>{}</td>", class(cell.stance), wording::stance(language, cell.stance))
}

fn claim_html(
    out: &mut String,
    at: usize,
    row: &Row,
    documents: &[Document],
    names: &[String],
    language: Language,
    place: &Place,
) {
    let _ = write!(
        out,
        "<section id=\"{}claim-{}\">\n<h{level} dir=\"auto\">{}</h{level}>\n<p class=\"about\">{}</p>\n",
        place.prefix,
        at + 1,
        escape(&wording::opened(&row.statement)),
        wording::verdict_of(language, row),
        level = place.level + 2,
    );
    if let Some(note) = row.note.as_deref().map(str::trim).filter(|note| !note.is_empty()) {
        let _ = writeln!(out, "<p class=\"about\" dir=\"auto\">{} {}</p>", wording::note(language), escape(note));
    }
    out.push_str("<ul>\n");
    for ((cell, document), name) in row.cells.iter().zip(documents).zip(names) {
        let _ = write!(
            out,
            "<li{}><b><bdi>{name}</bdi></b>: {}",
            class(cell.stance),
            wording::stance(language, cell.stance)
        );
        let lang = lang_of(document);
        for evidence in &cell.evidence {
            let _ = write!(out, "\n<blockquote{lang} dir=\"auto\">{}</blockquote>", escape(&evidence.exact));
        }
        if let Some(voice) = cell.voice {
            let _ = write!(
                out,
                "\n<p class=\"about\" dir=\"auto\">{}</p>",
                escape(&wording::voice(language, voice, cell.speaker.as_deref()))
            );
        }
        for reason in cell.reasons.iter().filter(|reason| !reason.text.trim().is_empty()) {
            let _ = write!(out, "\n<p class=\"about\" dir=\"auto\">{}</p>", escape(&reason.text));
        }
        out.push_str("</li>\n");
    }
    out.push_str("</ul>\n</section>\n");
}

fn lang_of(document: &Document) -> String {
    document.lang.as_deref().map(|lang| format!(" lang=\"{}\"", escape(lang))).unwrap_or_default()
}

fn article_html(
    out: &mut String,
    comparison: &Comparison,
    column: usize,
    document: &Document,
    name: &str,
    place: &Place,
) {
    let attribute = |attribute: &str, value: &Option<String>| match value {
        Some(value) => format!(" {attribute}=\"{}\"", escape(value)),
        None => String::new(),
    };
    let _ = write!(
        out,
        "<article{}{}{}{}>\n<h{level} dir=\"auto\"><bdi>{name}</bdi>{}</h{level}>\n",
        lang_of(document),
        attribute("cite", &document.url),
        attribute("data-outlet", &document.outlet),
        attribute("datetime", &document.published),
        document.title.as_deref().map(|title| format!(": {}", escape(title))).unwrap_or_default(),
        level = place.level + 2,
    );
    let about: Vec<_> =
        [&document.author, &document.published].into_iter().flatten().map(|value| escape(value)).collect();
    let link =
        document.url.as_deref().map(|url| format!("<a href=\"{0}\" rel=\"noopener noreferrer\">{0}</a>", escape(url)));
    let about: Vec<_> = about.into_iter().chain(link).collect();
    if !about.is_empty() {
        let _ = writeln!(out, "<p class=\"about\">{}</p>", about.join(" · "));
    }
    let marks = marks(comparison, column, document);
    let mut start = 0;
    let mut in_list = false;
    for line in document.text.split_inclusive('\n') {
        let span = Span::new(start, start + line.len()).trim(&document.text);
        start += line.len();
        if span.is_empty() {
            continue;
        }
        let item = span.slice(&document.text).strip_prefix("- ");
        match (item.is_some(), in_list) {
            (true, false) => out.push_str("<ul>\n"),
            (false, true) => out.push_str("</ul>\n"),
            _ => {}
        }
        in_list = item.is_some();
        let (words, tag) = match item {
            Some(item) => (Span::new(span.end - item.len(), span.end), "li"),
            None => (span, "p"),
        };
        let _ = writeln!(out, "<{tag} dir=\"auto\">{}</{tag}>", marked(&document.text, words, &marks));
    }
    out.push_str(if in_list { "</ul>\n</article>\n" } else { "</article>\n" });
}

/// Returns the spans of an article that are evidence of a claim which another source tells too, joined where they meet.
fn marks(comparison: &Comparison, column: usize, document: &Document) -> Vec<Span> {
    let points = CodePoints::new(&document.text);
    let shared = |row: &&Row| row.cells.iter().filter(|cell| cell.stance.speaks()).count() > 1;
    let cells = comparison.claims.iter().filter(shared).filter_map(|row| row.cells.get(column));
    let mut spans: Vec<_> =
        cells.flat_map(|cell| &cell.evidence).filter_map(|evidence| evidence.locate(&document.text, &points)).collect();
    spans.sort();
    let mut joined: Vec<Span> = Vec::new();
    for span in spans {
        match joined.last_mut() {
            Some(last) if span.start <= last.end => *last = last.join(span),
            _ => joined.push(span),
        }
    }
    joined
}

/// Writes a part of a text with its marks.
fn marked(text: &str, part: Span, marks: &[Span]) -> String {
    let (mut out, mut at) = (String::new(), part.start);
    for mark in marks.iter().filter(|mark| mark.overlaps(part)) {
        let mark = Span::new(mark.start.max(part.start), mark.end.min(part.end));
        out += &escape(Span::new(at, mark.start).slice(text));
        out += &format!("<mark>{}</mark>", escape(mark.slice(text)));
        at = mark.end;
    }
    out + &escape(Span::new(at, part.end).slice(text))
}
