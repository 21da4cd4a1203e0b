//! The words, figures and signs of a sentence, as the readers of numbers, quantities and dates need them.
//!
//! Its own step, finer than the tokens of the analysis: "6.1-magnitude" is a figure, a hyphen and a word here.
//! Limits: figures are written with commas between thousands and a point before decimals, as in English.

use crate::span::Span;

/// Longest figure in digits that is still read as a number; `f64` keeps 15 exactly.
const LONGEST_FIGURE: usize = 15;

/// What a lexeme is.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) enum Kind {
    /// A figure.
    Figure {
        /// Its value.
        value: f64,
        /// How many digits stand behind the point.
        decimals: usize,
        /// How many digits stand before it.
        digits: usize,
        /// Tells that commas separate its thousands.
        grouped: bool,
    },
    /// Letters; also letters and digits run together ("B52") and letters with stops ("a.m.").
    Word,
    /// Any other sign.
    Sign(char),
}

/// One word, figure or sign.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Lexeme {
    /// Where it stands in the text.
    pub(super) span: Span,
    /// What it is.
    pub(super) kind: Kind,
    /// The word in lower case, without stops and with straight apostrophes; empty for all others.
    pub(super) word: String,
    /// Tells that no white space stands before it.
    pub(super) glued: bool,
    /// Tells that it begins with a capital letter.
    pub(super) capital: bool,
}

/// The lexemes of one sentence.
#[derive(Debug)]
pub(super) struct Lexemes {
    items: Vec<Lexeme>,
}

impl Lexemes {
    /// Reads the part `span` of a text, in linear time.
    pub(super) fn read(text: &str, span: Span) -> Self {
        let words = span.slice(text);
        let mut items: Vec<Lexeme> = Vec::new();
        let mut at = 0;
        let mut glued = false;
        while let Some(c) = words[at..].chars().next() {
            if c.is_whitespace() {
                at += c.len_utf8();
                glued = false;
                continue;
            }
            let rest = &words[at..];
            let (length, kind) = if c.is_ascii_digit() {
                figure(rest)
            } else if c.is_alphanumeric() {
                (word_length(rest), Kind::Word)
            } else {
                (c.len_utf8(), Kind::Sign(c))
            };
            let span = Span::new(span.start + at, span.start + at + length);
            let word = match kind {
                Kind::Word => plain(&rest[..length]),
                _ => String::new(),
            };
            items.push(Lexeme { span, kind, word, glued, capital: c.is_uppercase() });
            at += length;
            glued = true;
        }
        Self { items }
    }

    /// Returns how many there are.
    pub(super) fn len(&self) -> usize {
        self.items.len()
    }

    /// Returns the lexeme at the index.
    pub(super) fn get(&self, index: usize) -> Option<&Lexeme> {
        self.items.get(index)
    }

    /// Returns the word at the index in lower case, "" when there is none.
    pub(super) fn word(&self, index: usize) -> &str {
        self.items.get(index).map_or("", |lexeme| lexeme.word.as_str())
    }

    /// Returns the word so many places before the index in lower case, "" when there is none.
    pub(super) fn word_back(&self, index: usize, places: usize) -> &str {
        index.checked_sub(places).map_or("", |index| self.word(index))
    }

    /// Tells whether the sign stands at the index.
    pub(super) fn is_sign(&self, index: usize, sign: char) -> bool {
        self.items.get(index).is_some_and(|lexeme| lexeme.kind == Kind::Sign(sign))
    }

    /// Tells whether a figure stands at the index.
    pub(super) fn is_figure(&self, index: usize) -> bool {
        self.items.get(index).is_some_and(|lexeme| matches!(lexeme.kind, Kind::Figure { .. }))
    }

    /// Tells whether a hyphen or dash joins the lexemes around the index.
    ///
    /// It stands without white space, but for "36 - year - old" as texts have it whose words were taken apart.
    pub(super) fn is_hyphen(&self, index: usize) -> bool {
        let Some(Lexeme { kind: Kind::Sign('-' | '‐' | '‑' | '–'), glued, .. }) = self.items.get(index) else {
            return false;
        };
        let joins = ["year", "old", "month", "week", "day", "hour", "minute", "mile", "magnitude", "foot", "kilometer"];
        (*glued && self.is_glued(index + 1)) || (!*glued && joins.contains(&self.word(index + 1)))
    }

    /// Tells whether no white space stands before the lexeme at the index.
    pub(super) fn is_glued(&self, index: usize) -> bool {
        self.items.get(index).is_some_and(|lexeme| lexeme.glued)
    }

    /// Tells whether the word at the index begins with a capital.
    pub(super) fn is_capital(&self, index: usize) -> bool {
        self.items.get(index).is_some_and(|lexeme| lexeme.capital)
    }

    /// Returns the figure at the index as a whole number of at most four digits without comma, with its count of digits.
    pub(super) fn whole(&self, index: usize) -> Option<(u32, usize)> {
        match self.items.get(index)?.kind {
            // four digits make the cast exact
            Kind::Figure { value, decimals: 0, digits, grouped: false } if digits <= 4 => Some((value as u32, digits)),
            _ => None,
        }
    }

    /// Returns the span from the lexeme at `first` to the one before `end`.
    pub(super) fn span(&self, first: usize, end: usize) -> Span {
        match (self.items.get(first), self.items.get(end.saturating_sub(1))) {
            (Some(first), Some(last)) => first.span.join(last.span),
            _ => Span::new(0, 0),
        }
    }

    /// Tells whether these words stand at the index, one after the other.
    pub(super) fn has_words(&self, index: usize, words: &[&str]) -> bool {
        words.iter().enumerate().all(|(place, word)| self.word(index + place) == *word)
    }
}

/// Reads a figure at the begin of the text; digits that are no number ("1026.253.553") are a word.
fn figure(rest: &str) -> (usize, Kind) {
    let bytes = rest.as_bytes();
    let digits_from =
        |at: usize| bytes.get(at..).unwrap_or(&[]).iter().take_while(|byte| byte.is_ascii_digit()).count();
    let mut digits = digits_from(0);
    let mut length = digits;
    let mut grouped = false;
    while (digits <= 3 || (grouped && digits <= LONGEST_FIGURE))
        && bytes.get(length) == Some(&b',')
        && digits_from(length + 1) == 3
    {
        length += 4;
        digits += 3;
        grouped = true;
    }
    let mut decimals = 0;
    if bytes.get(length) == Some(&b'.') {
        decimals = digits_from(length + 1);
        length += if decimals > 0 { decimals + 1 } else { 0 };
    }
    let further_part = decimals > 0 && bytes.get(length) == Some(&b'.') && digits_from(length + 1) > 0;
    if further_part || digits + decimals > LONGEST_FIGURE {
        let all = rest.find(|c: char| !c.is_ascii_digit() && c != '.').unwrap_or(rest.len());
        return (rest[..all].trim_end_matches('.').len().max(length), Kind::Word);
    }
    match rest[..length].replace(',', "").parse() {
        Ok(value) => (length, Kind::Figure { value, decimals, digits, grouped }),
        Err(_) => (length, Kind::Word),
    }
}

/// Returns the length in bytes of the word at the begin of the text.
fn word_length(rest: &str) -> usize {
    let dotted = dotted_length(rest);
    if dotted > 0 {
        return dotted;
    }
    let mut end = 0;
    let mut chars = rest.char_indices().peekable();
    while let Some((at, c)) = chars.next() {
        let letter_follows = chars.peek().is_some_and(|&(_, next)| next.is_alphabetic());
        if !(c.is_alphanumeric() || (matches!(c, '\'' | '’') && letter_follows)) {
            break;
        }
        end = at + c.len_utf8();
    }
    end
}

/// Returns a word in lower case, without stops and with straight apostrophes.
fn plain(word: &str) -> String {
    if word.is_ascii() {
        return word.chars().filter(|&c| c != '.').map(|c| c.to_ascii_lowercase()).collect();
    }
    word.to_lowercase().replace('.', "").replace('’', "'")
}

/// Returns the length of letters with a stop after each: "a.m.", "U.S.", "D.C"; 0 for anything else.
fn dotted_length(rest: &str) -> usize {
    let mut end = 0;
    let mut pairs = 0;
    let mut chars = rest.chars().peekable();
    // no abbreviation is longer; the bound keeps "a.a.a…" linear
    while pairs < 8
        && let Some(letter) = chars.next().filter(|c| c.is_alphabetic())
    {
        let next = chars.next();
        if next == Some('.') {
            pairs += 1;
            end += letter.len_utf8() + 1;
        } else if next.is_some_and(char::is_alphanumeric) {
            return 0; // "J.Smith"
        } else {
            end += if pairs > 0 { letter.len_utf8() } else { 0 };
            break;
        }
    }
    if pairs >= 2 || (pairs == 1 && end > 2 && !rest[..end].ends_with('.')) { end } else { 0 }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sentences_fall_into_words_figures_and_signs() {
        let text = "A 6.1-magnitude quake killed 1,500 at 7 a.m. in the U.S. on 4x4 roads, J.Smith, 2013,14 10km 1026.253.553.";
        let lexemes = Lexemes::read(text, Span::new(0, text.len()));
        let words: Vec<&str> = lexemes.items.iter().map(|lexeme| lexeme.span.slice(text)).collect();
        let expected = "A|6.1|-|magnitude|quake|killed|1,500|at|7|a.m.|in|the|U.S.|on|4|x4|roads|,|J|.|Smith|,|2013|,|14|10|\
                        km|1026.253.553|.";
        assert_eq!(words.join("|"), expected);
        assert_eq!(lexemes.word(9), "am");
        assert!(lexemes.is_hyphen(2) && !lexemes.is_hyphen(3));
        assert_eq!(lexemes.whole(8), Some((7, 1)));
    }
}
