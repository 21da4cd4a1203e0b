//! Markdown: the text without its marks, the first heading as headline, and what stands above it between two `---`.

use super::{html::is_struck, plain};
use news_compare::Document;
use pulldown_cmark::{Event, MetadataBlockKind, Options, Parser, Tag, TagEnd};

/// Reads Markdown. HTML inside it is no text and is left out; so are code and words that are struck out, in either language.
pub(super) fn import(text: &str) -> Document {
    let mut document = Document::new("", "");
    let options = Options::ENABLE_YAML_STYLE_METADATA_BLOCKS | Options::ENABLE_TABLES | Options::ENABLE_STRIKETHROUGH;
    let (mut body, mut block, mut metadata) = (String::new(), String::new(), String::new());
    let (mut in_metadata, mut is_title, mut hidden, mut bullet) = (false, false, 0_usize, false);
    let (mut after_item, mut struck) = (false, 0_usize);
    for event in Parser::new_ext(text, options) {
        // A tag that nothing closes takes no more than its block.
        if matches!(event, Event::End(TagEnd::Paragraph | TagEnd::Heading(_) | TagEnd::Item | TagEnd::TableCell)) {
            struck = 0;
        }
        match event {
            Event::Start(Tag::MetadataBlock(MetadataBlockKind::YamlStyle)) => in_metadata = true,
            Event::End(TagEnd::MetadataBlock(_)) => in_metadata = false,
            Event::Start(Tag::CodeBlock(_) | Tag::HtmlBlock | Tag::Image { .. } | Tag::Strikethrough) => hidden += 1,
            Event::End(TagEnd::CodeBlock | TagEnd::HtmlBlock | TagEnd::Image | TagEnd::Strikethrough) => {
                hidden = hidden.saturating_sub(1);
            }
            Event::InlineHtml(tag) => {
                match tag.trim_matches(['<', '>']).split_whitespace().next().unwrap_or_default() {
                    name if is_struck(&name.to_ascii_lowercase()) => struck += 1,
                    name if name.strip_prefix('/').is_some_and(|name| is_struck(&name.to_ascii_lowercase())) => {
                        struck = struck.saturating_sub(1);
                    }
                    _ => {}
                }
            }
            Event::Start(Tag::Heading { .. }) => is_title = document.title.is_none() && body.is_empty(),
            Event::End(TagEnd::Heading(_)) if is_title => {
                document.title = Some(std::mem::take(&mut block));
                is_title = false;
            }
            Event::Start(Tag::Item) => {
                end(&mut body, &mut block, bullet, &mut after_item);
                bullet = true;
            }
            Event::End(TagEnd::Item) => {
                end(&mut body, &mut block, bullet, &mut after_item);
                bullet = false;
            }
            Event::End(TagEnd::Paragraph | TagEnd::Heading(_) | TagEnd::TableRow | TagEnd::TableHead) => {
                let had = !block.trim().is_empty();
                end(&mut body, &mut block, bullet, &mut after_item);
                if had {
                    bullet = false;
                }
            }
            Event::End(TagEnd::TableCell) => block.push(' '),
            Event::Text(words) if in_metadata => metadata.push_str(&words),
            Event::Text(words) | Event::Code(words) if hidden + struck == 0 => {
                let is_parted = block.ends_with(char::is_whitespace);
                block.push_str(if is_parted { words.trim_start() } else { &words });
            }
            Event::SoftBreak if !block.ends_with(char::is_whitespace) => block.push(' '),
            Event::HardBreak if hidden + struck == 0 => block.push('\n'),
            _ => {}
        }
    }
    end(&mut body, &mut block, bullet, &mut after_item);
    document.text = plain::paragraphs(&body);
    for line in metadata.lines() {
        let Some((name, value)) = line.split_once(':') else { continue };
        let value = value.trim().trim_matches(['"', '\'']).trim();
        let member = match name.trim().to_ascii_lowercase().as_str() {
            "title" | "headline" => &mut document.title,
            "outlet" | "source" | "publisher" | "site" => &mut document.outlet,
            "author" | "byline" => &mut document.author,
            "date" | "published" => &mut document.published,
            "url" | "link" | "canonical" => &mut document.url,
            "lang" | "language" => &mut document.lang,
            _ => continue,
        };
        if !value.is_empty() {
            *member = Some(value.to_owned());
        }
    }
    document
}

/// Ends a block: a paragraph behind a blank line, an item of a list on a line of its own.
fn end(body: &mut String, block: &mut String, is_item: bool, after_item: &mut bool) {
    let words = std::mem::take(block);
    let words = words.trim();
    if words.is_empty() {
        return;
    }
    if !body.is_empty() {
        body.push_str(if is_item && *after_item { "\n" } else { "\n\n" });
    }
    if is_item {
        body.push_str("- ");
    }
    *after_item = is_item;
    body.push_str(words);
}
