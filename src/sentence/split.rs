//! Splits one paragraph into sentences: at which stop, question or exclamation mark one ends.
//!
//! The rules are general ones, in the order of [`Splitter::ends_at`]; they are measured on the 52 Golden Rules of
//! pragmatic_segmenter (Kevin Dias, MIT). Linear time: every step looks only at a bounded neighbourhood.
//! Limits: English; an abbreviation before a capital that is no usual opener ("at Acme Inc. Biden said") does not end.

use super::marker::{Marker, is_bullet_sign};
use super::quotation::{self, Quotations};
use crate::order::Arrange as _;
use crate::span::Span;

/// Longer tokens than this are never looked up as abbreviations; bounds the look back.
const LONGEST_ABBREVIATION: usize = 16;
/// Parentheses longer than this (in characters) may hold sentences of their own.
const LONGEST_ASIDE: usize = 300;

/// Splits one paragraph into its sentences, trimmed, in order; together with white space they rebuild it.
///
/// ```
/// use news_compare::sentence::split;
///
/// let text = "Sen. Tom Cotton (R-Ark.) left at 5 p.m. \"Why?\" she asked.";
/// let sentences: Vec<&str> = split(text).iter().map(|span| span.slice(text)).collect();
/// assert_eq!(sentences, ["Sen. Tom Cotton (R-Ark.) left at 5 p.m.", "\"Why?\" she asked."]);
/// ```
pub fn split(paragraph: &str) -> Vec<Span> {
    split_within(paragraph, Span::new(0, paragraph.len()), &quotation::follow(paragraph))
}

/// Splits the part `span` of a text whose quotations are known.
pub(super) fn split_within(text: &str, span: Span, quotations: &Quotations) -> Vec<Span> {
    let mut splitter = Splitter::new(text, span, quotations);
    let mut sentences: Vec<Span> = Vec::new();
    let mut start = span.start;
    for end in splitter.ends() {
        let sentence = Span::new(start, end).trim(text);
        // marks without words belong to the sentence before: `officer. "`
        let rest = !sentence.slice(text).contains(char::is_alphanumeric);
        match sentences.last_mut() {
            _ if sentence.is_empty() => {}
            Some(last) if rest => *last = last.join(sentence),
            _ => sentences.push(sentence),
        }
        start = end;
    }
    sentences
}

/// The state of splitting one paragraph.
pub(super) struct Splitter<'t> {
    /// Byte offset and character; positions below are indices into this.
    pub(super) chars: Vec<(usize, char)>,
    end_byte: usize,
    quotations: &'t Quotations,
    /// Index up to which a short aside in parentheses runs that began inside the sentence.
    aside_end: usize,
    /// Index of the first character of the sentence that is open.
    pub(super) sentence_start: usize,
    /// The last marker of the list that the paragraph is.
    pub(super) list: Option<Marker>,
}

fn is_terminator(c: char) -> bool {
    matches!(c, '.' | '!' | '?' | '…' | '。' | '！' | '？')
}

fn is_closer(c: char) -> bool {
    matches!(c, ')' | ']' | '}' | '”' | '’' | '»' | '\'')
}

fn is_line_break(c: char) -> bool {
    matches!(c, '\n' | '\r' | '\u{b}' | '\u{c}' | '\u{85}' | '\u{2028}' | '\u{2029}')
}

impl<'t> Splitter<'t> {
    fn new(text: &str, span: Span, quotations: &'t Quotations) -> Self {
        let chars: Vec<(usize, char)> =
            span.slice(text).char_indices().map(|(byte, c)| (span.start + byte, c)).collect();
        Self { chars, end_byte: span.end, quotations, aside_end: 0, sentence_start: 0, list: None }
    }

    /// Returns the character at the index.
    pub(super) fn at(&self, index: usize) -> Option<char> {
        self.chars.get(index).map(|&(_, c)| c)
    }

    fn byte(&self, index: usize) -> usize {
        self.chars.get(index).map_or(self.end_byte, |&(byte, _)| byte)
    }

    /// Returns the first index from there on whose character is not of the kind.
    pub(super) fn skip(&self, mut index: usize, while_true: impl Fn(char) -> bool) -> usize {
        while self.at(index).is_some_and(&while_true) {
            index += 1;
        }
        index
    }

    /// Returns the byte offsets where sentences end, ascending; the last is the end of the text.
    fn ends(&mut self) -> Vec<usize> {
        let mut ends = Vec::new();
        let asides = self.asides();
        let mut next_aside = 0;
        let mut token_is_address = false;
        let mut index = self.skip(0, char::is_whitespace);
        self.sentence_start = index;
        self.list = self.marker_at(index).map(|(marker, _)| marker);
        if let Some((_, after)) = self.marker_at(index) {
            index = after;
        }
        while let Some(c) = self.at(index) {
            if index == 0 || self.at(index - 1).is_some_and(char::is_whitespace) {
                token_is_address = self.is_address(index);
                if let Some(after) = self.continues_list(index) {
                    ends.push(self.byte(index));
                    self.begin_sentence(index);
                    index = after;
                    continue;
                }
            }
            if is_line_break(c) {
                let next = self.skip(index, char::is_whitespace);
                if self.breaks_line(index, next) {
                    ends.push(self.byte(index));
                    self.begin_sentence(next);
                }
                index = next;
                continue;
            }
            if c == '(' || c == '[' {
                while asides.get(next_aside).is_some_and(|&(open, _)| open < index) {
                    next_aside += 1;
                }
                if let Some(&(open, close)) = asides.get(next_aside)
                    && open == index
                    && index > self.sentence_start
                {
                    self.aside_end = self.aside_end.max(close);
                }
            }
            if !is_terminator(c) {
                index += 1;
                continue;
            }
            let run = self.terminators(index);
            let inside_address = token_is_address && self.at(run.end).is_some_and(|next| !next.is_whitespace());
            match (!inside_address).then(|| self.ends_at(&run)).flatten() {
                Some(end) => {
                    ends.push(self.byte(end));
                    let next = self.skip(end, char::is_whitespace);
                    self.begin_sentence(next);
                    // white space may hold the line break of the next paragraph; a sentence ended anyway
                    let marker =
                        self.list.and_then(|_| self.marker_at(next)).filter(|(marker, _)| self.list == Some(*marker));
                    index = marker.map_or(next, |(_, after)| after).max(index + 1);
                }
                None => index = run.end,
            }
        }
        ends.push(self.end_byte);
        ends
    }

    fn begin_sentence(&mut self, start: usize) {
        self.sentence_start = start;
        if self.at(start).is_some_and(is_line_break) || self.list.is_none() {
            return;
        }
        if let Some((marker, _)) = self.marker_at(start)
            && self.list.and_then(Marker::next) == Some(marker)
        {
            self.list = Some(marker);
        }
    }

    /// Finds the parentheses that close within [`LONGEST_ASIDE`], as index of opening and closing, by opening.
    fn asides(&self) -> Vec<(usize, usize)> {
        let mut open = Vec::new();
        let mut found = Vec::new();
        for (index, &(_, c)) in self.chars.iter().enumerate() {
            match c {
                '(' | '[' => open.push(index),
                ')' | ']' => {
                    found.extend(open.pop().filter(|start| index - start <= LONGEST_ASIDE).map(|start| (start, index)))
                }
                _ => {}
            }
        }
        found.arrange();
        found
    }

    /// Tells whether the token that starts here is an e-mail or web address, whose stops end nothing.
    fn is_address(&self, start: usize) -> bool {
        let mut previous = ['\0'; 2];
        for (length, &(_, c)) in self.chars[start..].iter().enumerate() {
            if c.is_whitespace() || length > 2000 {
                return false;
            }
            if (c == '@' && length > 0) || (previous == [':', '/'] && c == '/') || (length == 3 && self.is_www(start)) {
                return true;
            }
            previous = [previous[1], c];
        }
        false
    }

    fn is_www(&self, start: usize) -> bool {
        (start..start + 3).all(|index| matches!(self.at(index), Some('w' | 'W'))) && self.at(start + 3) == Some('.')
    }

    /// Tells whether a line break separates: a blank line, or lines that do not read on in lower case.
    fn breaks_line(&self, index: usize, next: usize) -> bool {
        let Some(first) = self.at(next) else { return false };
        let breaks = (index..next).filter(|&i| self.at(i).is_some_and(|c| is_line_break(c) && c != '\r')).count();
        let sentence_is_open = self.at(self.sentence_start).is_some_and(|c| !c.is_lowercase());
        breaks > 1 || !(sentence_is_open && first.is_lowercase())
    }

    /// Reads the run of stops that begins here, also ". . ." with spaces.
    fn terminators(&self, start: usize) -> Run {
        let mut end = start;
        let mut marks = 0;
        let mut spaced = false;
        loop {
            if self.at(end).is_some_and(is_terminator) {
                end += 1;
                marks += 1;
            } else if self.at(end) == Some(' ')
                && self.at(end + 1) == Some('.')
                && !self.at(end + 2).is_some_and(char::is_alphanumeric)
                && self.at(end - 1) == Some('.')
            {
                spaced = true;
                end += 1;
            } else {
                return Run { start, end, marks, spaced };
            }
        }
    }

    /// Decides whether a sentence ends with this run of stops; gives the index behind its closing marks.
    fn ends_at(&self, run: &Run) -> Option<usize> {
        let after = self.closers(run.end);
        let next = self.skip(after, char::is_whitespace);
        self.at(next)?; // the end of the text ends it anyway, with everything that still stands there
        if self.inside_aside(run.start) {
            return None;
        }
        let wide = matches!(self.at(run.start), Some('。' | '！' | '？'));
        let word_index = self.skip_opening_marks(next);
        let Some(first) = self.at(word_index) else { return Some(after) };
        let word = self.word_at(word_index);
        if next == after && !wide && !self.glued_boundary(run, after, first) {
            return None;
        }
        // "iPhone sales" begins small and is yet a beginning
        if first.is_lowercase() && !word.chars().skip(1).any(char::is_uppercase) {
            return None;
        }
        if after > run.end
            && self.at(run.end - 1) != Some('.')
            && self.at(after - 1) != Some(')')
            && self.says_after(next)
        {
            return None;
        }
        let stop = self.at(run.start) == Some('.');
        if run.marks == 1 && stop {
            return self.stop_ends(run, after, next, first, &word).then_some(after);
        }
        if stop || self.at(run.start) == Some('…') {
            return self.ellipsis_ends(run, after, &word);
        }
        Some(after)
    }

    /// Skips the few brackets, quotation marks and dashes that can stand before a sentence's first word.
    fn skip_opening_marks(&self, index: usize) -> usize {
        const MOST: usize = 4;
        let is_mark = |c: char| !c.is_alphanumeric() && !c.is_whitespace() && !is_bullet_sign(c);
        let marks = self.chars.get(index..).unwrap_or(&[]).iter().take(MOST).take_while(|&&(_, c)| is_mark(c)).count();
        index + marks
    }

    fn inside_aside(&self, index: usize) -> bool {
        index < self.aside_end
    }

    /// Skips closing brackets and quotation marks; a closing mark may stand one space off: `grazes. "`.
    fn closers(&self, mut index: usize) -> usize {
        loop {
            match self.at(index) {
                Some(c) if is_closer(c) => index += 1,
                Some('"') if self.quotations.closes_at(self.byte(index)) => index += 1,
                Some(' ')
                    if self.at(index + 1).is_some_and(|c| matches!(c, '"' | '”'))
                        && self.quotations.closes_at(self.byte(index + 1)) =>
                {
                    index += 2;
                }
                _ => return index,
            }
        }
    }

    /// Tells whether a sentence can end without white space: "night.He", "1,000.That", "over.\"She".
    fn glued_boundary(&self, run: &Run, after: usize, first: char) -> bool {
        if !first.is_uppercase() || run.start <= self.sentence_start {
            return false;
        }
        if after > run.end {
            return self.at(after).is_some_and(char::is_alphanumeric);
        }
        let before = self.at(run.start - 1).unwrap_or(' ');
        let second = self.at(run.end + 1).unwrap_or(' ');
        let long_enough = run.start >= 2 && self.at(run.start - 2).is_some_and(char::is_alphanumeric);
        let opens = self.at(run.end).is_some_and(|c| c.is_alphanumeric() || matches!(c, '"' | '“' | '‘' | '('));
        opens
            && long_enough
            && (before.is_lowercase() || before.is_ascii_digit())
            && (second.is_lowercase()
                || second.is_whitespace()
                || self.at(run.end).is_some_and(|c| !c.is_alphanumeric()))
    }

    /// Returns the word that begins at the index: letters, digits, apostrophes and hyphens; at most 24 of them.
    pub(super) fn word_at(&self, index: usize) -> String {
        let rest = self.chars.get(index..).unwrap_or(&[]);
        rest.iter().map(|&(_, c)| c).take_while(|&c| c.is_alphanumeric() || matches!(c, '\'' | '’')).take(24).collect()
    }

    /// Returns the word before a stop, with its inner stops and hyphens; empty when it is too long to matter.
    pub(super) fn word_before(&self, index: usize) -> (usize, String) {
        let mut start = index;
        while start > self.sentence_start
            && self.at(start - 1).is_some_and(|c| c.is_alphanumeric() || matches!(c, '.' | '-' | '°' | 'º'))
        {
            start -= 1;
            if index - start > LONGEST_ABBREVIATION {
                return (index, String::new());
            }
        }
        (start, self.chars[start..index].iter().map(|&(_, c)| c).collect())
    }
}

/// A run of stops: indices of its first and one past its last, how many, and whether spaces stand between.
pub(super) struct Run {
    pub(super) start: usize,
    pub(super) end: usize,
    pub(super) marks: usize,
    pub(super) spaced: bool,
}
