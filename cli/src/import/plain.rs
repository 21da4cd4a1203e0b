//! Plain text: paragraphs, and a headline where the first line looks like one.
//!
//! Lines that were broken to a width are joined, because a line's end would end a sentence. That they were is told by the breaks alone: where
//! each next word would not have fitted into the longest line, it was the width that broke them. Known limit: a text with a line far longer
//! than the others, but for its headline, keeps its lines.

use news_compare::Document;
use std::ops::RangeInclusive;

/// How many code points a headline has at most.
const LONGEST_TITLE: usize = 160;

/// To how many code points programs break lines. A narrower text may be a poem, a wider one is seldom broken at all.
const WIDTHS: RangeInclusive<usize> = 40..=120;

/// How many lines must have been broken by the width. Fewer take short lines of like lengths for a paragraph.
const FEWEST_BREAKS: usize = 3;

/// One of how many breaks inside paragraphs may have another reason; that behind the first line of one, which may be its heading, does not count.
const OTHERS_ONE_IN: usize = 10;

/// Reads a text. Its first line is the headline when a blank line follows it and no stop ends it.
pub(super) fn import(text: &str) -> Document {
    let text = unwrapped(text.trim());
    let text = text.as_str();
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

/// Joins the lines of a text that were broken to a width; other line ends stay.
fn unwrapped(text: &str) -> String {
    let lines: Vec<_> = text.lines().map(str::trim_end).collect();
    let length = |line: &str| line.chars().count();
    let is_headline = lines.get(1).is_some_and(|line| line.is_empty());
    // An address that no program can break may be longer than the width.
    let broken = lines.iter().skip(usize::from(is_headline)).filter(|line| line.contains(' '));
    let width = broken.map(|line| length(line)).max().unwrap_or_default();
    let is_inside = |line: &str, next: &str| !line.is_empty() && !next.is_empty() && !is_item(next);
    let is_by_width = |line: &str, next: &str| {
        let word = next.split_whitespace().next().unwrap_or_default();
        is_inside(line, next) && length(line) + 1 + length(word) > width
    };
    let breaks = || lines.iter().zip(lines.iter().skip(1));
    let by_width = breaks().filter(|(line, next)| is_by_width(line, next)).count();
    let others = breaks()
        .zip(std::iter::once(&"").chain(&lines))
        .filter(|((line, next), before)| !before.is_empty() && is_inside(line, next) && !is_by_width(line, next));
    let others = others.count();
    if !WIDTHS.contains(&width) || by_width < FEWEST_BREAKS || others * OTHERS_ONE_IN > by_width + others {
        return text.to_owned();
    }
    let mut out = lines.first().copied().unwrap_or_default().to_owned();
    for (line, next) in breaks() {
        let is_joined = is_by_width(line, next);
        // A word with a hyphen may be broken behind it.
        let is_one_word = line.ends_with('-') && !line.ends_with(" -");
        out.push_str(if !is_joined {
            "\n"
        } else if is_one_word {
            ""
        } else {
            " "
        });
        out.push_str(if is_joined { next.trim_start() } else { next });
    }
    out
}

/// Tells whether a line begins with the mark or number of an item of a list.
fn is_item(line: &str) -> bool {
    let (mark, rest) = line.trim_start().split_once(' ').unwrap_or_default();
    let number = mark.strip_suffix(['.', ')']).unwrap_or_default();
    let is_number = (1..=2).contains(&number.len()) && number.bytes().all(|byte| byte.is_ascii_digit());
    !rest.is_empty() && (is_number || matches!(mark, "-" | "*" | "+" | "•" | "–" | "—"))
}

/// Puts one blank line between paragraphs; lines inside them stay.
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

#[cfg(test)]
mod tests {
    use super::*;

    const WORDS: &str = "The river Harrow rose two metres on Monday night, the county council said, and flooded forty houses in the \
        Lower Town before the fire service could bring more than a dozen pumps from Westmere to the well-known Quay Street.";

    /// Breaks words as editors do.
    fn wrapped(words: &str, width: usize, indent: &str) -> String {
        let mut lines = vec![String::new()];
        for word in words.split(' ') {
            match lines.last_mut() {
                Some(line) if line.is_empty() => line.push_str(word),
                Some(line) if line.chars().count() + 1 + word.chars().count() <= width => *line += &format!(" {word}"),
                _ => lines.push(format!("{indent}{word}")),
            }
        }
        lines.join("\n")
    }

    #[test]
    fn lines_broken_to_a_width_are_joined_and_others_stay() {
        for width in [45, 65, 72, 80] {
            let body = wrapped(WORDS, width, "");
            let item = wrapped(&format!("- {WORDS}"), width, "  ");
            let text = format!(
                "River rises and floods forty houses in the Lower Town, and nobody is hurt, says the council\n\n{body}\n\n{item}\n- Schools stay closed.\n1. One.\n2. Two.\n\n{body}\nhttps://example.org/{}\n",
                "x".repeat(90)
            );
            let document = import(&text);
            let address = format!(" https://example.org/{}", "x".repeat(90));
            let expected = format!("{WORDS}\n\n- {WORDS}\n- Schools stay closed.\n1. One.\n2. Two.\n\n{WORDS}");
            assert_eq!(document.text.replace(['\n', ' '], ""), (expected.clone() + &address).replace(['\n', ' '], ""));
            assert!(document.text.starts_with(&expected), "{width}: {}", document.text);
            assert!(document.title.is_some());
        }
        let headed = |words: &str| format!("The flood\n{words}\n\nThe bridge\n{words}");
        assert_eq!(unwrapped(&headed(&wrapped(WORDS, 65, ""))), headed(WORDS));
        let parted = WORDS.replace("well-known", "well- known");
        let widths: Vec<_> = (45..80).filter(|&width| wrapped(&parted, width, "").contains("-\n")).collect();
        assert!(!widths.is_empty() && widths.iter().all(|&width| unwrapped(&wrapped(&parted, width, "")) == WORDS));
    }

    #[test]
    fn lines_with_another_reason_stay() {
        let poem = "I wandered lonely as a cloud\nThat floats on high o'er vales and hills,\nWhen all at once I saw a crowd,\nA host, of golden daffodils;\nBeside the lake, beneath the trees,\nFluttering and dancing in the breeze.";
        let lines = WORDS.replace(", ", ",\n");
        let heads = "Council votes for the new bridge\nTwo hurt in fire at the old mill in Quay Street\nSchools close\nRain expected until Thursday night";
        let paragraphs = format!("{WORDS}\n{WORDS}\n{WORDS}\n{WORDS}\n{WORDS}");
        for text in [poem, &lines, heads, &paragraphs, &wrapped(WORDS, 30, ""), &wrapped(WORDS, 130, "")] {
            assert_eq!(unwrapped(text), text);
        }
    }
}
