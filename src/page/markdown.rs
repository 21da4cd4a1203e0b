//! Reads the Markdown of the guides: headings, paragraphs, lists, tables, code, and in them bold, italic, code and links.
//!
//! A reader of its own because the guides need a tenth of Markdown, and a full one would weigh more than all that they say. Known limits: no lists
//! inside lists, no marks inside marks but code, no HTML; what is none of these is text. The test reads all six guides.

/// A part of a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Block {
    /// A heading with its level, from 1.
    Heading(usize, Vec<Inline>),
    /// A paragraph.
    Paragraph(Vec<Inline>),
    /// A list, numbered or not.
    List(bool, Vec<Vec<Inline>>),
    /// A table: the head, then rows of cells.
    Table(Vec<Vec<Vec<Inline>>>),
    /// Code, as it stands.
    Code(String),
}

/// A piece of a line.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Inline {
    /// Plain words.
    Text(String),
    /// Bold words.
    Bold(String),
    /// Italic words, which may hold a link.
    Italic(Vec<Inline>),
    /// Code.
    Code(String),
    /// Words that lead somewhere, and where.
    Link(String, String),
}

/// Reads a text.
pub fn read(text: &str) -> Vec<Block> {
    let mut out = Vec::new();
    let mut lines = text.lines().peekable();
    while let Some(line) = lines.next() {
        let level = line.bytes().take_while(|byte| *byte == b'#').count();
        if line.trim().is_empty() {
        } else if line.starts_with("```") {
            let code: Vec<&str> = lines.by_ref().take_while(|line| !line.starts_with("```")).collect();
            out.push(Block::Code(code.join("\n")));
        } else if level > 0 && line[level..].starts_with(' ') {
            out.push(Block::Heading(level, inlines(line[level..].trim())));
        } else if line.starts_with('|') {
            let mut rows = vec![cells(line)];
            while let Some(line) = lines.next_if(|line| line.starts_with('|')) {
                if !line.bytes().all(|byte| b"|-: ".contains(&byte)) {
                    rows.push(cells(line));
                }
            }
            out.push(Block::Table(rows));
        } else if let Some((ordered, first)) = item(line) {
            let mut items = vec![first.to_owned()];
            while let Some(line) = lines.next_if(|line| item(line).is_some() || line.starts_with("  ")) {
                match (item(line), items.last_mut()) {
                    (None, Some(last)) => *last = format!("{last} {}", line.trim()),
                    (Some((_, next)), _) => items.push(next.to_owned()),
                    (None, None) => {}
                }
            }
            out.push(Block::List(ordered, items.iter().map(|item| inlines(item)).collect()));
        } else {
            let mut paragraph = line.trim().to_owned();
            while let Some(line) = lines.next_if(|line| !line.trim().is_empty() && !begins(line)) {
                paragraph = format!("{paragraph} {}", line.trim());
            }
            out.push(Block::Paragraph(inlines(&paragraph)));
        }
    }
    out
}

impl Block {
    /// Returns its words without marks; the items of a list stand on lines of their own.
    pub fn to_plain(&self) -> String {
        match self {
            Self::Heading(_, words) | Self::Paragraph(words) => plain(words),
            Self::List(_, items) => {
                let items: Vec<String> = items.iter().map(|item| format!("- {}", plain(item))).collect();
                items.join("\n")
            }
            Self::Table(rows) => {
                let cells = |row: &Vec<Vec<Inline>>| row.iter().map(|cell| plain(cell)).collect::<Vec<_>>().join(" ");
                rows.iter().map(cells).collect::<Vec<_>>().join("\n")
            }
            Self::Code(code) => code.clone(),
        }
    }
}

/// Returns words without marks.
pub fn plain(inlines: &[Inline]) -> String {
    let words = |inline: &Inline| match inline {
        Inline::Text(words) | Inline::Bold(words) | Inline::Code(words) | Inline::Link(words, _) => words.clone(),
        Inline::Italic(inside) => plain(inside),
    };
    inlines.iter().map(words).collect()
}

/// Tells whether a line begins something other than a paragraph.
fn begins(line: &str) -> bool {
    line.starts_with(['#', '|']) || line.starts_with("```") || item(line).is_some()
}

/// Returns the words of an item of a list, and whether it is numbered.
fn item(line: &str) -> Option<(bool, &str)> {
    if let Some(rest) = line.strip_prefix("- ") {
        return Some((false, rest));
    }
    let digits = line.bytes().take_while(u8::is_ascii_digit).count();
    let rest = line[digits..].strip_prefix(". ").filter(|_| digits > 0)?;
    Some((true, rest))
}

fn cells(line: &str) -> Vec<Vec<Inline>> {
    line.trim().trim_matches('|').split('|').map(|cell| inlines(cell.trim())).collect()
}

/// Reads the pieces of a line.
fn inlines(text: &str) -> Vec<Inline> {
    let mut out: Vec<Inline> = Vec::new();
    let mut rest = text;
    while let Some(next) = rest.chars().next() {
        let (piece, length) = marked(rest).unwrap_or_else(|| {
            let length = rest[next.len_utf8()..].find(['*', '`', '[']).map_or(rest.len(), |at| at + next.len_utf8());
            (Inline::Text(rest[..length].to_owned()), length)
        });
        match (out.last_mut(), piece) {
            (Some(Inline::Text(before)), Inline::Text(more)) => before.push_str(&more),
            (_, piece) => out.push(piece),
        }
        rest = &rest[length..];
    }
    out
}

/// Reads a marked piece at the beginning of a text, with its length.
fn marked(text: &str) -> Option<(Inline, usize)> {
    if let Some(inside) = text.strip_prefix("**") {
        let end = inside.find("**")?;
        return Some((Inline::Bold(inside[..end].to_owned()), end + 4));
    }
    if let Some(inside) = text.strip_prefix('`') {
        let end = inside.find('`')?;
        return Some((Inline::Code(inside[..end].to_owned()), end + 2));
    }
    if let Some(inside) = text.strip_prefix('[') {
        let (words, target) = inside.split_once("](")?;
        let end = target.find(')')?;
        return Some((Inline::Link(words.to_owned(), target[..end].to_owned()), words.len() + end + 4));
    }
    let inside = text.strip_prefix('*')?;
    let end = inside.find('*').filter(|end| *end > 0)?;
    Some((Inline::Italic(inlines(&inside[..end])), end + 2))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn text(words: &str) -> Inline {
        Inline::Text(words.to_owned())
    }

    #[test]
    fn each_form_is_read() {
        let source = "# Title\n\n*For [you](a.md).*\n\nOne **two**\nthree `c|d`.\n\n1. First\n   goes on.\n2. Second\n\n| | b |\n|---|---|\n| **x** | y |\n\n```\nlet a;\n```\n- 2 * 3 is 6";
        assert_eq!(
            read(source),
            [
                Block::Heading(1, vec![text("Title")]),
                Block::Paragraph(vec![Inline::Italic(vec![
                    text("For "),
                    Inline::Link("you".to_owned(), "a.md".to_owned()),
                    text(".")
                ])]),
                Block::Paragraph(vec![
                    text("One "),
                    Inline::Bold("two".to_owned()),
                    text(" three "),
                    Inline::Code("c|d".to_owned()),
                    text(".")
                ]),
                Block::List(true, vec![vec![text("First goes on.")], vec![text("Second")]]),
                Block::Table(vec![
                    vec![vec![], vec![text("b")]],
                    vec![vec![Inline::Bold("x".to_owned())], vec![text("y")]]
                ]),
                Block::Code("let a;".to_owned()),
                Block::List(false, vec![vec![text("2 * 3 is 6")]]),
            ]
        );
    }

    #[test]
    fn nothing_of_the_guides_is_left_as_marks() {
        fn check(inlines: &[Inline]) {
            for inline in inlines {
                match inline {
                    Inline::Text(text) | Inline::Bold(text) => {
                        assert!(!text.contains("**") && !text.contains("](") && !text.contains('`'), "{text:?}");
                    }
                    Inline::Italic(inside) => check(inside),
                    Inline::Code(_) | Inline::Link(..) => {}
                }
            }
        }
        for guide in super::super::guides::TEXTS.iter().flatten() {
            let blocks = read(guide);
            assert!(blocks.len() > 8 && matches!(blocks[0], Block::Heading(1, _)));
            for block in &blocks {
                match block {
                    Block::Heading(_, inlines) | Block::Paragraph(inlines) => check(inlines),
                    Block::List(_, items) => items.iter().for_each(|item| check(item)),
                    Block::Table(rows) => {
                        rows.iter().flatten().for_each(|cell| check(cell));
                        assert!(rows.iter().all(|row| row.len() == rows[0].len()), "{rows:?}");
                    }
                    Block::Code(_) => {}
                }
            }
        }
    }

    #[test]
    fn any_text_is_read_without_a_panic() {
        for odd in ["**", "*", "`", "[a](", "[a]", "| |", "```", "1.", "#", "- ", "é*é*", "**é", "[é](é)"] {
            let _ = read(odd);
        }
    }
}
