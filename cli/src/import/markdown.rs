//! Markdown: the text without its marks, the first heading as headline, and what stands above it between two `---`.

use super::{html::is_struck, plain};
use news_compare::Document;
use pulldown_cmark::{Event, MetadataBlockKind, Options, Parser, Tag, TagEnd};

/// Reads Markdown. HTML inside it is no text and is left out; so are code and words that are struck out, in either language.
pub(super) fn import(text: &str) -> Document {
    let mut document = Document::new("", "");
    let options = Options::ENABLE_YAML_STYLE_METADATA_BLOCKS | Options::ENABLE_TABLES | Options::ENABLE_STRIKETHROUGH;
    let (mut body, mut metadata) = (Body::default(), String::new());
    let (mut in_metadata, mut is_title, mut hidden, mut struck) = (false, false, 0_usize, 0_usize);
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
            Event::Start(Tag::Heading { .. }) => is_title = document.title.is_none() && body.text.is_empty(),
            Event::End(TagEnd::Heading(_)) if is_title => {
                document.title = Some(std::mem::take(&mut body.block));
                is_title = false;
            }
            Event::Start(Tag::Item) => {
                body.end_block();
                body.is_item = true;
            }
            Event::End(TagEnd::Item) => {
                body.end_block();
                body.is_item = false;
            }
            Event::End(TagEnd::Paragraph | TagEnd::Heading(_) | TagEnd::TableRow | TagEnd::TableHead) => {
                // The mark of an item stands before its first block alone.
                body.is_item &= !body.end_block();
            }
            Event::End(TagEnd::TableCell) => body.block.push(' '),
            Event::Text(words) if in_metadata => metadata.push_str(&words),
            Event::Text(words) | Event::Code(words) if hidden + struck == 0 => {
                let is_parted = body.block.ends_with(char::is_whitespace);
                body.block.push_str(if is_parted { words.trim_start() } else { &words });
            }
            Event::SoftBreak if !body.block.ends_with(char::is_whitespace) => body.block.push(' '),
            Event::HardBreak if hidden + struck == 0 => body.block.push('\n'),
            _ => {}
        }
    }
    body.end_block();
    document.text = plain::paragraphs(&body.text);
    read_metadata(&metadata, &mut document);
    document
}

/// Reads what stands between two `---`, one member of the document a line; lines that name none are left out.
fn read_metadata(metadata: &str, document: &mut Document) {
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
}

/// The text so far, and the block that is being read.
#[derive(Default)]
struct Body {
    text: String,
    block: String,
    /// Tells whether the block opens an item of a list.
    is_item: bool,
    /// Tells whether the block before it was one.
    after_item: bool,
}

impl Body {
    /// Ends the block: a paragraph behind a blank line, an item of a list on a line of its own; tells whether it had words.
    fn end_block(&mut self) -> bool {
        let block = std::mem::take(&mut self.block);
        let words = block.trim();
        if words.is_empty() {
            return false;
        }
        if !self.text.is_empty() {
            self.text.push_str(if self.is_item && self.after_item { "\n" } else { "\n\n" });
        }
        if self.is_item {
            self.text.push_str("- ");
        }
        self.after_item = self.is_item;
        self.text.push_str(words);
        true
    }
}
