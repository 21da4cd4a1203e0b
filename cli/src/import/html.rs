//! A web page: the article by Mozilla's Readability (`dom_smoothie`), what is known of it by linked data and `<meta>`.
//!
//! No script runs and nothing is loaded. The text is made here from the elements that Readability keeps: a block a paragraph, a list item
//! a line with `- `. Known limits: pictures and tables lose their form, captions and side boxes are left out.

use super::{Imported, data, judged, of_json, plain};
use dom_query::{Document as Page, NodeRef};
use dom_smoothie::{Config, Readability};
use news_compare::Document;
use news_compare::document::{day_or_time, language_tag};
use serde_json::Value;
use std::sync::mpsc;
use std::time::Duration;

/// How many elements are read: fifty times a large news page. Larger lets a made page take minutes.
const MOST_ELEMENTS: usize = 200_000;

/// How deep elements may stand inside each other. Browsers stop at 512; a parser's work grows with the square of it.
pub(super) const DEEPEST: usize = 2_000;

/// How long a page may take; a large one takes a tenth of a second.
const PATIENCE: Duration = Duration::from_secs(20);

/// Where pages give the date of their article.
const DATES: &[&str] =
    &["meta[property='article:published_time']", "meta[name='date']", "meta[itemprop='datePublished']"];

/// Reads a page, whose address may be known. One made to take for ever is given up.
pub(super) fn import(html: &str, is_raw: bool, address: Option<&str>) -> Result<Imported, String> {
    if nesting(html) > DEEPEST {
        return Err(format!("the elements of the page stand more than {DEEPEST} deep inside each other"));
    }
    let (sender, receiver) = mpsc::channel();
    let (html, address) = (html.to_owned(), address.map(str::to_owned));
    std::thread::spawn(move || {
        // Nobody listens any more where the time is over.
        let _ = sender.send(read(&html, is_raw, address.as_deref()));
    });
    // A fault in the parser ends its thread, and with it the channel.
    receiver
        .recv_timeout(PATIENCE)
        .unwrap_or_else(|_| Err("the page cannot be read; save its text and import that".to_owned()))
}

/// Elements that end by themselves, or need no end; what is no element has no name.
const ENDS_ITSELF: &[&str] = &[
    "", "p", "li", "td", "th", "tr", "dt", "dd", "option", "br", "hr", "img", "meta", "link", "input", "area", "base",
    "col", "embed", "source", "track", "wbr", "path", "param",
];

/// Estimates how deep elements are nested, from above: those that end by themselves do not count.
pub(super) fn nesting(html: &str) -> usize {
    let (mut depth, mut deepest) = (0_usize, 0);
    for tag in html.split('<').skip(1) {
        let is_end = tag.starts_with('/');
        let name = tag.trim_start_matches('/');
        let end = name.find(|c: char| !c.is_ascii_alphanumeric()).unwrap_or(name.len());
        let name = name[..end].to_ascii_lowercase();
        if ENDS_ITSELF.contains(&name.as_str()) || tag.split('>').next().is_some_and(|tag| tag.ends_with('/')) {
            continue;
        }
        depth = if is_end { depth.saturating_sub(1) } else { depth + 1 };
        deepest = deepest.max(depth);
    }
    deepest
}

/// Reads a page in the time that it takes; `is_raw` tells that all of its text is wanted, not its article alone.
fn read(html: &str, is_raw: bool, address: Option<&str>) -> Result<Imported, String> {
    let page = Page::from(html);
    if let Some((story, value)) = story(&page) {
        return of_json(&story, &value, address);
    }
    let raw = page.body().map(|body| text_of(body, true)).unwrap_or_default();
    let scripts = page.select("script[type='application/ld+json']");
    let found = scripts.iter().filter_map(|script| serde_json::from_str::<Value>(&script.text()).ok()).collect();
    let meta = |selectors: &[&str]| attribute(&page, selectors);
    let canonical = meta(&["link[rel='canonical']", "meta[property='og:url']"]);
    let addresses: Vec<_> = [address, canonical.as_deref()].into_iter().flatten().collect();
    let linked = data::article(&Value::Array(found), &addresses);
    let has_data = linked.is_some();
    let mut document = linked.unwrap_or_else(|| Document::new("", ""));
    let headline = headline(&page);
    document.title = document.title.or_else(|| headline.clone());
    // Where there are data, they have been read, and better.
    let config = Config { disable_json_ld: has_data, max_elements_to_parse: MOST_ELEMENTS, ..Config::default() };
    let readable = Readability::new(html, None, Some(config)).and_then(|mut readable| readable.parse()).ok();
    let language = page.select("html").attr("lang").map(|lang| lang.to_string());
    let body = document.text.clone();
    document.text = String::new();
    let mut dates = vec![document.published.take()];
    let is_of_window = document.title.is_none();
    if let Some(article) = readable {
        document.text =
            Page::from(article.content.as_ref()).body().map(|body| text_of(body, false)).unwrap_or_default();
        document.title = document.title.or(Some(article.title));
        document.author = document.author.or(article.byline);
        document.outlet = document.outlet.or(article.site_name);
        dates.push(article.published_time);
        document.url = document.url.or(article.url);
    }
    document.url = canonical.filter(|url| url.starts_with("http")).or(document.url);
    document.outlet =
        document.outlet.or_else(|| meta(&["meta[property='og:site_name']", "meta[name='application-name']"]));
    if let (Some(title), Some(outlet), true) = (&document.title, &document.outlet, is_of_window) {
        document.title = Some(without_outlet(title, outlet).to_owned());
    }
    dates.extend(DATES.iter().map(|selector| meta(&[selector])));
    // A time somewhere in the page may be that of a comment: only where no date is given for the article.
    let given = readable_date(dates.into_iter().flatten());
    let time = || meta(&["article time[datetime]", "time[datetime]"]).filter(|date| day_or_time(date).is_some());
    document.published = given.or_else(time);
    document.author =
        document.author.or_else(|| meta(&["meta[name='author']"])).filter(|author| !author.starts_with("http"));
    let languages = [document.lang.take(), language, meta(&["meta[property='og:locale']"])];
    document.lang = languages.into_iter().flatten().find(|written| language_tag(written).is_some());
    let words = |text: &str| text.split_whitespace().count();
    // The data of some pages hold the whole article where the page itself shows a part, or is built by a script.
    if words(&body) * 10 > words(&document.text) * 13 {
        document.text = plain::paragraphs(&body);
    }
    if is_raw {
        document.text = raw;
        document.excerpt = false;
        return judged(document, 0);
    }
    for title in [document.title.clone(), headline].into_iter().flatten() {
        drop_headline(&mut document, &title);
    }
    judged(document, words(&raw))
}

/// Returns what the first of some elements that says anything says in its attributes.
fn attribute(page: &Page, selectors: &[&str]) -> Option<String> {
    selectors.iter().find_map(|selector| {
        let found = page.try_select(selector)?;
        let found = found.nodes().first()?;
        let value = ["content", "href", "datetime"].iter().find_map(|name| found.attr(name))?;
        Some(value.trim().to_owned()).filter(|value| !value.is_empty())
    })
}

/// Returns the headline as readers see it, where there is one; that of the window often has the name of the site behind it.
fn headline(page: &Page) -> Option<String> {
    ["article h1", "main h1", "h1"].iter().find_map(|selector| match page.select(selector).nodes() {
        [heading] => Some(text_of(*heading, true)).filter(|text| !text.is_empty()),
        _ => None,
    })
}

/// Returns the story inside a page that is made of it, by `bundle` or by the page of the program. What other pages embed beside their
/// article, or hold for their own scripts, is none.
fn story(page: &Page) -> Option<(String, Value)> {
    let is_bundle = page.select("meta[name='generator'][content^='News Compare']").exists();
    let place = if is_bundle { "main > news-compare" } else { "body > main > news-compare[desk]" };
    let story = page.select(&format!("{place} > script[type='application/json']")).nodes().first()?.text().to_string();
    let value: Value = serde_json::from_str(&story).ok()?;
    let format = value.get("format")?.as_str()?;
    // A later version of a format is known by its name, and refused with it.
    let is_known = ["news-compare.comparison/", "news-compare.corpus/"].iter().any(|known| format.starts_with(known));
    is_known.then_some((story, value))
}

/// Takes the name of the outlet off the end of the title that the window has.
fn without_outlet<'t>(title: &'t str, outlet: &str) -> &'t str {
    let head = title.trim_end().strip_suffix(outlet.trim()).map(str::trim_end);
    let head = head.and_then(|head| head.strip_suffix(['|', '-', '–', '—', '·', '•', '»', '/']));
    match head {
        Some(head) if head.ends_with(char::is_whitespace) && !head.trim().is_empty() => head.trim_end(),
        _ => title,
    }
}

/// Chooses the first date that can be read; where none can, the first, of which that is said.
fn readable_date(mut dates: impl Iterator<Item = String>) -> Option<String> {
    let first = dates.next()?;
    let readable = std::iter::once(first.clone()).chain(dates).find(|date| day_or_time(date).is_some());
    readable.or(Some(first))
}

/// Takes the headline out of the text, where it stands a second time.
fn drop_headline(document: &mut Document, title: &str) {
    let line = |text: &str| text.split_whitespace().collect::<Vec<_>>().join(" ");
    if let Some((first, rest)) = document.text.split_once("\n\n")
        && line(first) == line(title)
    {
        document.text = rest.to_owned();
    }
}

/// Names elements whose content is no text of the page.
pub(super) fn is_hidden(name: &str, is_raw: bool) -> bool {
    matches!(
        name,
        "script"
            | "style"
            | "noscript"
            | "template"
            | "svg"
            | "iframe"
            | "object"
            | "head"
            | "select"
            | "textarea"
            | "button"
    ) || is_struck(name)
        || !is_raw && matches!(name, "figure" | "figcaption" | "aside" | "nav" | "form" | "footer" | "h1")
}

/// Names elements whose words were taken back: those of a correction stand behind them.
pub(super) fn is_struck(name: &str) -> bool {
    matches!(name, "del" | "s" | "strike")
}

pub(super) fn is_block(name: &str) -> bool {
    matches!(
        name,
        "p" | "div"
            | "section"
            | "article"
            | "main"
            | "header"
            | "footer"
            | "h1"
            | "h2"
            | "h3"
            | "h4"
            | "h5"
            | "h6"
            | "ul"
            | "ol"
            | "dl"
            | "dt"
            | "dd"
            | "blockquote"
            | "pre"
            | "table"
            | "tr"
            | "td"
            | "th"
            | "hr"
            | "figure"
            | "figcaption"
            | "aside"
            | "nav"
            | "form"
            | "address"
            | "details"
            | "summary"
            | "body"
            | "li"
    )
}

/// Returns the text below an element, a block a paragraph; walks without recursion, since a page may be nested a million deep.
pub(super) fn text_of(root: NodeRef<'_>, is_raw: bool) -> String {
    let mut text = Paragraphs::default();
    let mut open = vec![(root, false)];
    while let Some((node, is_end)) = open.pop() {
        if node.is_text() {
            text.words(&node.text());
            continue;
        }
        let name = node.node_name().map(|name| name.to_string()).unwrap_or_default();
        if is_end {
            if name == "li" {
                text.end_item();
            } else {
                text.part(Gap::Paragraph);
            }
            continue;
        }
        let is_stamp = name == "time" && !is_raw && node.parent().is_some_and(|parent| stands_alone(&parent));
        if is_stamp
            || is_hidden(&name, is_raw)
            || node.has_attr("hidden")
            || node.attr("aria-hidden").as_deref() == Some("true")
        {
            continue;
        }
        match name.as_str() {
            "br" => text.part(Gap::Line),
            "li" => text.item(),
            name if is_block(name) => text.part(Gap::Paragraph),
            _ => {}
        }
        if is_block(&name) {
            open.push((node, true));
        }
        open.extend(node.children_it(true).map(|child| (child, false)));
    }
    text.text
}

/// What stands between two words, the weaker first.
#[derive(Clone, Copy, Default, PartialEq, PartialOrd)]
enum Gap {
    #[default]
    None,
    Space,
    Line,
    Paragraph,
}

/// Tells that an element has no words of its own, so that a date in it is a line of the head and no part of a sentence.
fn stands_alone(node: &NodeRef<'_>) -> bool {
    !node.children_it(false).any(|child| child.is_text() && !child.text().trim().is_empty())
}

/// Text in the making: words of a paragraph on one line, blank lines between paragraphs.
#[derive(Default)]
struct Paragraphs {
    text: String,
    /// What stands before the next word.
    gap: Gap,
    /// Tells that the next words begin an item of a list.
    bullet: bool,
}

impl Paragraphs {
    fn words(&mut self, words: &str) {
        if words.starts_with(char::is_whitespace) {
            self.part(Gap::Space);
        }
        for word in words.split_whitespace() {
            if !self.text.is_empty() {
                self.text.push_str(match self.gap {
                    Gap::None => "",
                    Gap::Space => " ",
                    Gap::Line => "\n",
                    Gap::Paragraph => "\n\n",
                });
            }
            if std::mem::take(&mut self.bullet) {
                self.text.push_str("- ");
            }
            self.text.push_str(word);
            self.gap = Gap::Space;
        }
        if !words.ends_with(char::is_whitespace) && self.gap == Gap::Space {
            self.gap = Gap::None;
        }
    }

    /// Parts what comes next from what came before; the strongest gap holds, and in front of an item's words its own.
    fn part(&mut self, gap: Gap) {
        if gap > self.gap && !self.bullet {
            self.gap = gap;
        }
    }

    /// Ends an item: whatever stood in it, the next item begins on the next line.
    fn end_item(&mut self) {
        self.bullet = false;
        self.gap = Gap::Line;
    }

    fn item(&mut self) {
        self.bullet = false;
        self.part(Gap::Line);
        self.bullet = true;
    }
}
