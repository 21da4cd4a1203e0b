//! The lines of an article: which of them are bullets, headings, date lines.
//!
//! Limits: a heading is told by its form alone.

use super::marker::is_bullet_sign;
use crate::span::Span;

/// A line without final stop and with more words than this is a sentence whose stop got lost, not a heading.
const LONGEST_HEADING_IN_WORDS: usize = 25;
/// A line without final stop that has no more words than this is no sentence in an article without stops either.
const SHORT_LINE_IN_WORDS: usize = 3;

/// One paragraph: a line, with the lines that a wrapped text breaks it into.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Line {
    /// Trimmed, without the bullet's marker and the time at which an entry was written.
    pub(super) span: Span,
    /// Tells that a bullet's marker stood before it.
    pub(super) is_bullet: bool,
    /// Tells that it can go on in the next line of the text.
    can_read_on: bool,
}

/// Reads the lines of a text; blank ones are left out, one that reads on in lower case belongs to the one before.
pub(super) fn read(text: &str) -> Vec<Line> {
    let mut lines: Vec<Line> = Vec::new();
    let mut start = 0;
    let mut blank_before = true;
    let ends = text.char_indices().filter(|&(_, c)| is_break(c)).map(|(byte, c)| (byte, byte + c.len_utf8()));
    for (end, next) in ends.chain([(text.len(), text.len())]) {
        let span = Span::new(start, end).trim(text);
        // "\r\n" is one line break, not a blank line
        let only_line_feed = start == end && text[..start].ends_with('\r') && text[end..].starts_with('\n');
        start = next;
        if span.is_empty() {
            blank_before |= !only_line_feed;
            continue;
        }
        let marker = marker_length(span.slice(text));
        let stamp = stamp_length(&span.slice(text)[marker..]);
        let begins_small = span.slice(text).starts_with(char::is_lowercase);
        let may_belong = marker == 0 && !blank_before && begins_small;
        match lines.last_mut().filter(|last| may_belong && last.can_read_on && is_open(last.span.slice(text))) {
            Some(last) => last.span = last.span.join(span),
            None => {
                let span = Span::new(span.start + marker + stamp, span.end).trim(text);
                lines.push(Line { span, is_bullet: marker > 0, can_read_on: can_read_on(span.slice(text)) });
            }
        }
        blank_before = false;
    }
    lines
}

fn is_break(c: char) -> bool {
    matches!(c, '\n' | '\r' | '\u{b}' | '\u{c}' | '\u{85}' | '\u{2028}' | '\u{2029}')
}

/// Returns the length in bytes of the bullet's marker that a trimmed line begins with, 0 for none.
fn marker_length(line: &str) -> usize {
    let Some(first) = line.chars().next() else { return 0 };
    if !line.contains(char::is_alphanumeric) {
        return 0; // a rule, such as "* * *"
    }
    let rest = &line[first.len_utf8()..];
    if is_bullet_sign(first) {
        return first.len_utf8();
    }
    if matches!(first, '-' | '*' | '–' | '‐' | '‑') && rest.starts_with(char::is_whitespace) {
        return first.len_utf8();
    }
    let digits = line.chars().take_while(char::is_ascii_digit).count();
    let label = if digits > 0 { digits } else { usize::from(first.is_ascii_lowercase()) };
    let rest = &line[label..];
    let mark = [".)", ")", "."].into_iter().find(|mark| rest.starts_with(mark)).unwrap_or("");
    let numbered = (1..=2).contains(&digits) || (digits == 0 && label == 1 && mark != ".");
    let after = &rest[mark.len()..];
    if !mark.is_empty() && numbered && after.starts_with(' ') && !after.trim_start().is_empty() {
        return label + mark.len();
    }
    0
}

/// Returns the length in bytes of the time that opens an entry of a running report, with what sets it apart, 0 for none: "**07:10** Police say
/// …", "[14.05] Trains run again." It is when the entry was written; what it tells of was at another time.
fn stamp_length(line: &str) -> usize {
    let marks = |c: char| matches!(c, '*' | '_' | '[' | '(' | ']' | ')');
    let time = line.trim_start_matches(marks);
    let digits = |text: &str| text.bytes().take_while(u8::is_ascii_digit).count();
    let hour = digits(time);
    let minute = &time[hour..].strip_prefix([':', '.', 'h']).unwrap_or("");
    if !(1..=2).contains(&hour) || digits(minute) != 2 {
        return 0;
    }
    let rest = &minute[2..];
    let spaced = rest.trim_start();
    let half = ["am", "pm", "a.m.", "p.m.", "AM", "PM"].into_iter().find(|half| spaced.starts_with(half));
    let rest = half.map_or(rest, |half| &spaced[half.len()..]);
    let rest = rest.trim_start_matches(marks);
    let entry = rest.trim_start_matches([':', '|', '-', '–', '—', ' ', '\u{a0}']);
    let parted = entry.len() < rest.len() && entry.starts_with(|c: char| c.is_uppercase() || matches!(c, '"' | '“'));
    // "17:55 Airport reopens" is the heading of an entry.
    if parted && final_stop(entry) { line.len() - entry.len() } else { 0 }
}

/// Tells whether a line begins as a sentence does and is no heading, so that a wrapped text may break it off.
fn can_read_on(line: &str) -> bool {
    let began = line.chars().find(|c| c.is_alphanumeric()).is_some_and(|c| !c.is_lowercase());
    began && !(is_title_case(line) && line.contains(' '))
}

/// Tells whether nothing ends the sentence at the end of the line.
fn is_open(line: &str) -> bool {
    !line.ends_with(['.', '!', '?', '…', ':', '"', '”'])
}

/// Tells whether the line ends as a sentence does, closing brackets and quotation marks aside.
pub(super) fn final_stop(line: &str) -> bool {
    let line =
        line.trim_end_matches(|c: char| c.is_whitespace() || matches!(c, ')' | ']' | '"' | '”' | '’' | '\'' | '»'));
    line.ends_with(['.', '!', '?', '…', '。', '！', '？'])
}

/// Tells whether a line has the form of a heading; `before_list`: whether a bullet follows it.
pub(super) fn looks_like_heading(line: &str, before_list: bool) -> bool {
    let words = line.split_whitespace().count();
    if !line.contains(char::is_alphanumeric) {
        return true;
    }
    if line.ends_with(':') {
        return is_title_case(line) || (!before_list && words <= 6);
    }
    let quotes = line.starts_with(['"', '“', '„', '«']) && !is_title_case(line);
    if quotes || line.ends_with([',', ';', '—', '–', '-']) {
        return false;
    }
    if final_stop(line) {
        let stop_of_abbreviation = line.ends_with('.')
            && line
                .trim_end_matches('.')
                .rsplit(char::is_whitespace)
                .next()
                .is_some_and(|word| super::abbreviation::look_up(word).is_some_and(|found| found.ending));
        return (stop_of_abbreviation || line.ends_with('?')) && words > 1 && words <= 15 && is_title_case(line);
    }
    words <= LONGEST_HEADING_IN_WORDS
}

/// Tells whether the line has so few words that it states nothing.
pub(super) fn is_short(line: &str) -> bool {
    line.split_whitespace().count() <= SHORT_LINE_IN_WORDS
}

/// Tells whether nearly all longer words begin with a capital.
pub(super) fn is_title_case(line: &str) -> bool {
    let (mut long, mut capital) = (0, 0);
    for word in line.split(|c: char| !c.is_alphanumeric() && c != '\'' && c != '’') {
        // "with" and "about" stay small in titles
        if word.chars().count() > 3 && !super::abbreviation::opens_sentences(word) {
            long += 1;
            capital += usize::from(word.chars().next().is_some_and(|c| c.is_uppercase() || c.is_ascii_digit()));
        }
    }
    long > 0 && capital * 5 >= long * 4
}

/// Finds the place line before an article's first words: "WASHINGTON —", "NEW YORK (AP) –", "KYIV, Ukraine, May 3 (Reuters) -".
pub(super) fn dateline(text: &str, line: Span) -> Option<Span> {
    const LONGEST: usize = 60;
    let words = line.slice(text);
    let (at, dash) = words
        .char_indices()
        .take(LONGEST)
        .find(|&(at, c)| matches!(c, '—' | '–' | '-') && words[..at].ends_with([' ', ')']) || c == '—')?;
    let place = words[..at].trim_end();
    let after = words[at..].trim_start_matches(['—', '–', '-']);
    let first = place.split([' ', ',', '(']).next()?;
    let capitals = first.chars().filter(|c| c.is_alphabetic()).count() >= 3 && !first.contains(char::is_lowercase);
    let rest_named = place.split(' ').all(|word| word.chars().next().is_some_and(|c| !c.is_lowercase()));
    let plain =
        place.chars().all(|c| c.is_alphanumeric() || matches!(c, ' ' | ',' | '.' | '(' | ')' | '/' | '’' | '\''));
    let sentence_follows = (after.starts_with(' ') || dash == '—')
        && after.trim_start().chars().next().is_some_and(|c| c.is_uppercase() || matches!(c, '"' | '“'))
        && after.split_whitespace().count() >= 4;
    let is_place = capitals && rest_named && plain && place.split(' ').count() <= 6 && sentence_follows;
    is_place.then(|| Span::new(line.start, line.start + (words.len() - after.len())))
}
