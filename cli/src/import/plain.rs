//! Plain text: paragraphs, and a headline where the first line looks like one.

use news_compare::Document;

/// How many code points a headline has at most.
const LONGEST_TITLE: usize = 160;

/// Reads a text. Its first line is the headline when a blank line follows it and no stop ends it.
pub(super) fn import(text: &str) -> Document {
    let text = text.trim();
    if let Some((first, rest)) = text.split_once('\n')
        && rest.starts_with([' ', '\t', '\n'])
        && rest.lines().next().is_some_and(|line| line.trim().is_empty())
        && !rest.trim().is_empty()
        && first.chars().count() <= LONGEST_TITLE
        && !first.trim_end().ends_with(['.', '!', ':', ';', ',', '…'])
        && !first.starts_with("- ")
    {
        return Document { title: Some(first.trim().to_owned()), ..Document::new("", paragraphs(rest)) };
    }
    Document::new("", paragraphs(text))
}

/// Puts one blank line between paragraphs. A text whose lines were broken to a width keeps its lines: which are paragraphs is not known.
pub(super) fn paragraphs(text: &str) -> String {
    let text = text.replace("\r\n", "\n").replace('\r', "\n");
    let mut out = String::new();
    let mut blank = false;
    for line in text.lines().map(str::trim_end) {
        if line.is_empty() {
            blank = !out.is_empty();
            continue;
        }
        if !out.is_empty() {
            out.push_str(if blank { "\n\n" } else { "\n" });
        }
        out.push_str(line.trim_start());
        blank = false;
    }
    out
}
