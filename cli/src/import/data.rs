//! Linked data as publishers write it: many put words into it that are HTML, in tags and entities.
//!
//! A step of its own because the words are compared with those of the page before one of them is taken. What looks like no tag of HTML
//! is kept: "a < b" is text. Known limit: words about HTML lose the tags that they speak of.

use super::html::{DEEPEST, is_block, is_hidden, nesting, text_of};
use dom_query::Document as Page;
use news_compare::Document;
use news_compare::document::linked;
use serde_json::Value;

/// How often marks are taken off: some publishers escape what was escaped before. More would read what an article quotes.
const LAYERS: usize = 2;

/// Finds the article that the data describes, in plain words.
pub(super) fn article(value: &Value, addresses: &[&str]) -> Option<Document> {
    let document = linked::article(value, addresses)?;
    let plain = |words: Option<String>| words.map(|words| unmarked(&words)).filter(|words| !words.is_empty());
    Some(Document {
        outlet: plain(document.outlet),
        title: plain(document.title),
        author: plain(document.author),
        text: unmarked(&document.text),
        ..document
    })
}

/// Takes tags and entities out of words; the end of a paragraph becomes a blank line.
fn unmarked(words: &str) -> String {
    let mut words = words.to_owned();
    for _ in 0..LAYERS {
        if !is_marked(&words) || nesting(&words) > DEEPEST {
            break;
        }
        // Where HTML makes the paragraphs, line ends are white space; else they are the paragraphs.
        words = if words.match_indices('<').any(|(at, _)| tag(&words[at..]).is_some_and(|name| is_block(&name))) {
            read(&words)
        } else {
            let lines = words.lines().map(|line| if is_marked(line) { read(line) } else { line.to_owned() });
            lines.collect::<Vec<_>>().join("\n")
        };
    }
    words
}

/// Reads words as HTML.
fn read(words: &str) -> String {
    let mut html = String::new();
    for (at, character) in words.char_indices() {
        match character {
            '<' if tag(&words[at..]).is_none() => html.push_str("&lt;"),
            _ => html.push(character),
        }
    }
    Page::from(html).body().map(|body| text_of(body, false)).unwrap_or_default()
}

fn is_marked(words: &str) -> bool {
    words.match_indices(['<', '&']).any(|(at, _)| tag(&words[at..]).is_some() || is_entity(&words[at..]))
}

/// Returns the name of the element whose tag words begin with.
fn tag(words: &str) -> Option<String> {
    let inside = words.strip_prefix('<')?.split(['<', '>']).next()?;
    let is_closed = words[1 + inside.len()..].starts_with('>');
    let inside = inside.strip_prefix('/').unwrap_or(inside);
    let end = inside.find(|c: char| !c.is_ascii_alphanumeric()).unwrap_or(inside.len());
    let (name, rest) = (inside[..end].to_ascii_lowercase(), inside[end..].trim());
    let is_known = is_block(&name) || is_hidden(&name, false) || INLINE.contains(&name.as_str());
    (is_closed && is_known && (rest.is_empty() || rest == "/" || rest.contains('='))).then_some(name)
}

/// Elements that stand in a line and may stand in words.
const INLINE: &[&str] = &[
    "a", "abbr", "b", "br", "cite", "code", "em", "font", "i", "img", "ins", "mark", "q", "small", "span", "strong",
    "sub", "sup", "time", "u", "wbr",
];

/// Tells whether words begin with an entity, as `&amp;` or `&#8217;`; which names there are, the parser knows.
fn is_entity(words: &str) -> bool {
    // Not looked for to the end: of a text of nothing but "&" that would be work with the square of its length.
    let inside =
        words.bytes().skip(1).take(32).take_while(|byte| *byte == b'#' || byte.is_ascii_alphanumeric()).count();
    let name = words.get(1..=inside).map_or("", |name| name.trim_start_matches('#'));
    words.starts_with('&') && words[1 + inside..].starts_with(';') && name.len() > 1 && !name.contains('#')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tags_and_entities_are_taken_off_and_what_is_none_is_kept() {
        for (marked, plain) in [
            ("Mayor&#8217;s plan &#8211; &quot;no&quot;", "Mayor’s plan – \"no\""),
            ("<p>Body &amp; soul</p><p>Two<br/>three</p>", "Body & soul\n\nTwo\nthree"),
            ("One <b>two</b>\n\nTom &amp; <a href=\"/x\">Ann</a>\nfour", "One two\n\nTom & Ann\nfour"),
            ("&lt;p&gt;Tom &amp;amp; Ann&lt;/p&gt;", "Tom & Ann"),
            ("a<b and c>d & e; <3 &T; 5 <i>x</i> <y", "a<b and c>d & e; <3 &T; 5 x <y"),
            ("AT&T; <redacted> & sons < 3", "AT&T; <redacted> & sons < 3"),
            ("a &#8211; b &#39;c&#x27; &lt;&gt;", "a – b 'c' <>"),
            ("Line one\nline two\n", "Line one\nline two\n"),
            ("<script>x()</script>", ""),
            ("<del>Three</del><ins>Two</ins> <s>dead</s> <strike>x</strike>hurt", "Two hurt"),
        ] {
            assert_eq!(unmarked(marked), plain, "{marked}");
        }
    }
}
