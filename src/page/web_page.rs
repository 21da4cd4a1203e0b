//! Reads a saved web page as an article, with the browser's own parser, which runs no script and asks for nothing.
//!
//! A file of its own because it alone needs a browser's document. What publishers put into a page for other programs (linked data, `meta`)
//! tells title, outlet, author, date and address; the text is the part of the page that holds the most of it in paragraphs.
//!
//! Known limit: paragraphs that a script of the page would write are not there.

use super::drafts::Draft;
use crate::document::{Document, day_or_time, is_web_address, language_tag, linked};
use serde_json::Value;
use wasm_bindgen::JsCast as _;
use web_sys::{Document as Page, DomParser, Element, NodeList, SupportedType};

/// How many characters of text an article has at least; with fewer, the reader is told.
const FEWEST: usize = 200;

/// Parts of a page that are no part of its article.
const ASIDE: &str = "nav, footer, aside, figure, form, script, style, noscript, template, [hidden], [aria-hidden=true]";

/// What is a paragraph of its own.
const PARAGRAPHS: &str = "p, h2, h3, h4, li, blockquote";

/// Reads a page; tells too whether enough text was found, or else all words of the page are given.
pub fn read(html: &str) -> Option<(Draft, bool)> {
    let page = parsed(html)?;
    let canonical = "link[rel='canonical']";
    let address = page.query_selector(canonical).ok().flatten().and_then(|link| link.get_attribute("href"));
    let linked = linked_data(&page, address.as_deref()).unwrap_or_else(|| Document::new("", ""));
    let meta = |selectors: &[&str]| {
        selectors.iter().find_map(|selector| {
            let element = page.query_selector(selector).ok()??;
            let content = ["content", "datetime", "href"].iter().find_map(|name| element.get_attribute(name));
            let content = content.unwrap_or_else(|| element.text_content().unwrap_or_default());
            Some(on_one_line(&content)).filter(|content| !content.is_empty())
        })
    };
    let either = |linked: Option<String>, selectors: &[&str]| linked.or_else(|| meta(selectors)).unwrap_or_default();
    let published = linked.published.as_deref().and_then(day_or_time).or_else(|| {
        let written = [
            "meta[property='article:published_time']",
            "meta[itemprop='datePublished']",
            "article time[datetime]",
            "time[datetime]",
        ];
        written.iter().find_map(|selector| day_or_time(&meta(&[*selector])?))
    });
    let url = linked.url.filter(|url| is_web_address(url)).or_else(|| meta(&[canonical, "meta[property='og:url']"]));
    let lang = [linked.lang, page.document_element().and_then(|root| root.get_attribute("lang"))];
    let title = either(linked.title, &["meta[property='og:title']", "article h1", "h1", "title"]);
    let mut text = longest(&page);
    if linked.text.chars().count() > text.chars().count() {
        text = linked.text;
    }
    let is_enough = text.chars().count() >= FEWEST;
    if !is_enough {
        text = page.body().and_then(|body| body.text_content()).unwrap_or_default().trim().to_owned();
    }
    let draft = Draft {
        outlet: either(linked.outlet, &["meta[property='og:site_name']", "meta[name='application-name']"]),
        author: either(linked.author, &["meta[name='author']", "[rel='author']", "[itemprop='author']"]),
        published: published.unwrap_or_default(),
        url: url.filter(|url| is_web_address(url)).unwrap_or_default(),
        lang: lang.iter().flatten().find_map(|lang| language_tag(lang)).unwrap_or_default(),
        excerpt: linked.excerpt,
        title,
        text,
        ..Draft::default()
    };
    (!draft.text.is_empty()).then_some((draft, is_enough))
}

/// Reads what was copied from a page: its paragraphs, and its heading as the title; none when it has no paragraphs of its own.
pub fn read_pasted(html: &str) -> Option<Draft> {
    let page = parsed(html)?;
    let body = page.body()?;
    let text = paragraphs(&body)?;
    let headings = page.query_selector_all("h1").ok()?;
    let heading = headings.get(0).filter(|_| headings.length() == 1).and_then(|heading| heading.text_content());
    let title = heading.map(|heading| on_one_line(&heading)).filter(|title| !title.is_empty());
    let draft = || title.map_or_else(|| Draft::of_text(&text), |title| Draft::with_title(&title, &text));
    text.contains("\n\n").then(draft)
}

fn parsed(html: &str) -> Option<Page> {
    DomParser::new().ok()?.parse_from_string(html, SupportedType::TextHtml).ok()
}

/// Returns the elements of a list.
fn elements(list: NodeList) -> impl Iterator<Item = Element> {
    (0..list.length()).filter_map(move |at| list.get(at)?.dyn_into().ok())
}

/// Returns what the page says of its article, which has this address, to other programs.
fn linked_data(page: &Page, address: Option<&str>) -> Option<Document> {
    let scripts = page.query_selector_all("script[type='application/ld+json']").ok()?;
    let data = elements(scripts).filter_map(|script| serde_json::from_str(&script.text_content()?).ok());
    linked::article(&Value::Array(data.collect()), address.as_slice())
}

/// Returns the text of the part that holds the most of it in paragraphs.
fn longest(page: &Page) -> String {
    let mut best = String::new();
    for selector in ["[itemprop='articleBody']", "article", "main", "body"] {
        let Ok(parts) = page.query_selector_all(selector) else { continue };
        for part in elements(parts) {
            let text = paragraphs(&part).unwrap_or_default();
            if text.len() > best.len() {
                best = text;
            }
        }
        if best.chars().count() >= FEWEST {
            break;
        }
    }
    best
}

/// Returns the paragraphs, headings and bullets of a part, with an empty line between them.
fn paragraphs(part: &Element) -> Option<String> {
    let mut out: Vec<String> = Vec::new();
    for element in elements(part.query_selector_all(PARAGRAPHS).ok()?) {
        let is_aside = element.closest(ASIDE).ok().flatten().is_some();
        let holds_others = element.query_selector("p, li").ok().flatten().is_some();
        let words = on_one_line(&element.text_content().unwrap_or_default());
        if is_aside || holds_others || words.is_empty() {
            continue;
        }
        out.push(if element.tag_name() == "LI" { format!("- {words}") } else { words });
    }
    Some(out.join("\n\n"))
}

fn on_one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}
