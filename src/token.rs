//! Words, numbers and punctuation of a sentence, each with its normal forms.
//!
//! A step of its own because every later step compares normal forms, never raw words. A word's normal form is lower case, without
//! accents, with straight apostrophes, without the dots of an acronym; its stem is Snowball's for English over American spelling.
//! Hyphens separate tokens ("15-minute" is three), clitics are tokens of their own ("don't" is "do" and "n't", "Mexico's" is "Mexico"
//! and "'s"). Known limits: Latin script only is folded; a stem may join unrelated words ("universe", "university").

use crate::span::Span;
use frostem::{Algorithm, Stemmer};

/// What a token is made of.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum TokenKind {
    /// Letters, perhaps with digits among them.
    Word,
    /// Digits with separators: "1,500", "6.1".
    Number,
    /// Anything else that is not white space.
    Punctuation,
}

/// A word, number or punctuation mark with its normal forms.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Token {
    /// Where it stands.
    pub span: Span,
    /// What it is made of.
    pub kind: TokenKind,
    /// Lower case, without accents, with straight apostrophes: "juan", "u.s." becomes "us." with a mark so that it is not the pronoun.
    pub normal: String,
    /// The stem of the normal form; the normal form itself for numbers and punctuation.
    pub stem: String,
    /// Tells whether the first letter is upper case.
    pub capital: bool,
    /// Tells whether it is of capitals alone, two or more, with or without dots: "NATO", "U.S.".
    pub initials: bool,
    /// Tells whether white space, or the text's start, stands before it.
    pub spaced: bool,
}

impl Token {
    /// Tells whether the token is this punctuation mark or normal form.
    pub fn is(&self, normal: &str) -> bool {
        self.normal == normal
    }

    /// Tells whether the token is a word.
    pub fn is_word(&self) -> bool {
        self.kind == TokenKind::Word
    }
}

/// Clitics that end a word and are tokens of their own.
const CLITICS: &[&str] = &["n't", "'s", "'ll", "'re", "'ve", "'d", "'m"];

/// Cuts a span of a text into tokens, in time linear in its length.
pub fn tokenize(text: &str, span: Span) -> Vec<Token> {
    let part = span.slice(text);
    let stemmer = Stemmer::new(Algorithm::English);
    let mut tokens = Vec::new();
    let mut at = 0;
    let mut spaced = true;
    while let Some(first) = part[at..].chars().next() {
        if first.is_whitespace() || is_invisible(first) {
            at += first.len_utf8();
            spaced = true;
            continue;
        }
        let length = if first.is_alphanumeric() { word_length(&part[at..]) } else { first.len_utf8() };
        push(&mut tokens, &stemmer, &part[at..at + length], span.start + at, spaced);
        if spaced
            && first == '-'
            && is_dash(&tokens, &part[at + 1..])
            && let Some(dash) = tokens.last_mut()
        {
            "—".clone_into(&mut dash.normal);
        }
        at += length;
        spaced = false;
    }
    tokens
}

/// Tells whether the hyphen just read stands for a dash: "the code - a week after it was written". Between figures it may be a score.
fn is_dash(tokens: &[Token], rest: &str) -> bool {
    let mut next = rest.chars();
    let apart = next.next().is_some_and(char::is_whitespace) && next.next().is_some_and(|c| !c.is_ascii_digit());
    let before = tokens.len().checked_sub(2).map(|at| &tokens[at]);
    apart && before.is_some_and(|token| token.kind != TokenKind::Number)
}

/// Tells whether a character takes no room on the page and so separates nothing that a reader sees.
fn is_invisible(c: char) -> bool {
    c.is_control()
        || matches!(c, '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2060}'..='\u{2069}' | '\u{feff}' | '\u{ad}')
}

/// Returns how many bytes the word or number at the start of `rest` takes.
fn word_length(rest: &str) -> usize {
    let mut end = 0;
    let mut letters_since_dot = 0;
    let mut all_digits = true;
    let mut dotted = false;
    let mut chars = rest.char_indices().peekable();
    while let Some((at, c)) = chars.next() {
        if c.is_alphanumeric() || is_combining(c) {
            all_digits &= c.is_ascii_digit();
            letters_since_dot += 1;
            end = at + c.len_utf8();
            continue;
        }
        let next = chars.peek().map(|&(_, n)| n);
        let joins = match c {
            '\'' | '’' => next.is_some_and(char::is_alphabetic),
            ',' => all_digits && followed_by_three_digits(&rest[at + 1..]),
            '.' if all_digits => next.is_some_and(|n| n.is_ascii_digit()),
            // An acronym: single letters, each with its dot.
            '.' => {
                letters_since_dot == 1
                    && (dotted || next.is_some_and(char::is_alphabetic))
                    && acronym_goes_on(rest, at, dotted)
            }
            _ => false,
        };
        if !joins {
            break;
        }
        if c == '.' && !all_digits {
            dotted = true;
        }
        letters_since_dot = 0;
        end = at + c.len_utf8();
    }
    end
}

/// Tells whether the dot at `at`, after one letter, belongs to an acronym such as "U.S." or "D.C.": a single letter and a dot follow, or stood before.
fn acronym_goes_on(rest: &str, at: usize, dotted: bool) -> bool {
    let mut after = rest[at + 1..].chars();
    dotted || (after.next().is_some_and(char::is_alphabetic) && after.next() == Some('.'))
}

fn followed_by_three_digits(rest: &str) -> bool {
    let mut chars = rest.chars();
    (0..3).all(|_| chars.next().is_some_and(|c| c.is_ascii_digit()))
        && !chars.next().is_some_and(|c| c.is_ascii_digit())
}

fn is_combining(c: char) -> bool {
    matches!(c, '\u{300}'..='\u{36f}')
}

fn push(tokens: &mut Vec<Token>, stemmer: &Stemmer, word: &str, start: usize, spaced: bool) {
    let normal = normalize(word);
    let clitic = CLITICS.iter().find(|c| normal.len() > c.len() && normal.ends_with(**c)).copied();
    let clitic = clitic.or((normal == "cannot").then_some("not"));
    if let Some(clitic) = clitic {
        // The apostrophe of the clitic may take three bytes; find where it begins by counting its characters from the end.
        let cut = word.char_indices().rev().nth(clitic.chars().count() - 1).map_or(0, |(byte, _)| byte);
        if cut > 0 {
            tokens.push(make(stemmer, &word[..cut], start, spaced));
            tokens.push(make(stemmer, &word[cut..], start + cut, false));
            return;
        }
    }
    tokens.push(make(stemmer, word, start, spaced));
}

fn make(stemmer: &Stemmer, word: &str, start: usize, spaced: bool) -> Token {
    let normal = normalize(word);
    let first = word.chars().next().unwrap_or(' ');
    let kind = if first.is_ascii_digit() && word.chars().all(|c| c.is_ascii_digit() || matches!(c, ',' | '.')) {
        TokenKind::Number
    } else if first.is_alphanumeric() || first == '\'' && normal.len() > 1 || first == '’' && normal.len() > 1 {
        TokenKind::Word
    } else {
        TokenKind::Punctuation
    };
    let stem = if kind == TokenKind::Word { stem(stemmer, &normal) } else { normal.clone() };
    let initials = word.chars().filter(char::is_ascii_uppercase).count() > 1
        && word.chars().all(|c| c.is_ascii_uppercase() || c == '.');
    let span = Span::new(start, start + word.len());
    Token { span, kind, normal, stem, capital: first.is_uppercase(), initials, spaced }
}

/// Returns a text in small letters without accents, to be searched in.
pub fn plain(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars().filter(|c| !is_combining(*c)) {
        match fold(c) {
            Some(plain) => out.push_str(plain),
            None => out.extend(c.to_lowercase()),
        }
    }
    out
}

/// Returns the normal form of a word: lower case, no accents, straight apostrophes, acronyms as "u.s." whatever their dots.
pub fn normalize(word: &str) -> String {
    let mut out = String::with_capacity(word.len());
    for c in word.chars() {
        match c {
            '’' | '‘' | 'ʼ' => out.push('\''),
            '“' | '”' | '„' | '«' | '»' => out.push('"'),
            '–' | '—' | '―' | '‒' => out.push('—'),
            '‐' | '‑' => out.push('-'),
            c if is_combining(c) => {}
            c if c.is_ascii() => out.push(c.to_ascii_lowercase()),
            c => match fold(c) {
                Some(plain) => out.push_str(plain),
                None => out.extend(c.to_lowercase()),
            },
        }
    }
    // "US" in capitals and "U.S." are one word and not the pronoun; so for every dotted acronym.
    if word == "US" {
        return "u.s.".to_owned();
    }
    if word == "UK" || word == "EU" || word == "UN" || word == "DC" {
        let mut dotted = String::new();
        for c in out.chars() {
            dotted.push(c);
            dotted.push('.');
        }
        return dotted;
    }
    if out.len() > 3 && out.contains('.') && out.chars().next().is_some_and(char::is_alphabetic) && !out.ends_with('.')
    {
        out.push('.');
    }
    out
}

/// Returns the base letters of an accented Latin letter, upper or lower case.
fn fold(c: char) -> Option<&'static str> {
    Some(match c {
        'à'..='å' | 'À'..='Å' | 'ā' | 'ă' | 'ą' | 'Ā' | 'Ă' | 'Ą' => "a",
        'ç' | 'Ç' | 'ć' | 'Ć' | 'č' | 'Č' => "c",
        'ď' | 'Ď' | 'đ' | 'Đ' | 'ð' | 'Ð' => "d",
        'è'..='ë' | 'È'..='Ë' | 'ē' | 'Ē' | 'ė' | 'Ė' | 'ę' | 'Ę' | 'ě' | 'Ě' => "e",
        'ğ' | 'Ğ' => "g",
        'ì'..='ï' | 'Ì'..='Ï' | 'ī' | 'Ī' | 'į' | 'Į' | 'İ' | 'ı' => "i",
        'ł' | 'Ł' | 'ľ' | 'Ľ' => "l",
        'ñ' | 'Ñ' | 'ń' | 'Ń' | 'ň' | 'Ň' => "n",
        'ò'..='ö' | 'ø' | 'Ò'..='Ö' | 'Ø' | 'ō' | 'Ō' | 'ő' | 'Ő' => "o",
        'ř' | 'Ř' => "r",
        'ś' | 'Ś' | 'š' | 'Š' | 'ş' | 'Ş' | 'ș' | 'Ș' => "s",
        'ť' | 'Ť' | 'ţ' | 'Ţ' | 'ț' | 'Ț' => "t",
        'ù'..='ü' | 'Ù'..='Ü' | 'ū' | 'Ū' | 'ů' | 'Ů' | 'ű' | 'Ű' => "u",
        'ý' | 'ÿ' | 'Ý' => "y",
        'ź' | 'Ź' | 'ż' | 'Ż' | 'ž' | 'Ž' => "z",
        'æ' | 'Æ' => "ae",
        'œ' | 'Œ' => "oe",
        'ß' => "ss",
        _ => return None,
    })
}

/// Returns the stem of a normal form, over American spelling so that "centre" and "center" meet.
fn stem(stemmer: &Stemmer, normal: &str) -> String {
    if normal.contains('.') || normal.len() < 3 || !normal.is_ascii() {
        return normal.to_owned();
    }
    stemmer.stem(&american(normal)).into_owned()
}

/// Returns the stem of a word already in normal form.
pub fn stem_of(normal: &str) -> String {
    stem(&Stemmer::new(Algorithm::English), normal)
}

/// Rewrites the regular British spellings: -ise, -isation, -our, -re, -ll-, -ence.
fn american(word: &str) -> String {
    // Endings of at least seven letters keep "rise", "wise", "four" and the like out.
    const ENDINGS: &[(&str, &str)] = &[
        ("isation", "ization"),
        ("isations", "izations"),
        ("metres", "meters"),
        ("metre", "meter"),
        ("centred", "centered"),
        ("centres", "centers"),
        ("centre", "center"),
        ("theatre", "theater"),
        ("defence", "defense"),
        ("offence", "offense"),
        ("licence", "license"),
        ("labour", "labor"),
        ("harbour", "harbor"),
        ("neighbour", "neighbor"),
        ("neighbouring", "neighboring"),
        ("neighbours", "neighbors"),
        ("favour", "favor"),
        ("behaviour", "behavior"),
        ("colour", "color"),
        ("honour", "honor"),
        ("armour", "armor"),
        ("programme", "program"),
        ("programmes", "programs"),
        ("travelled", "traveled"),
        ("travelling", "traveling"),
        ("cancelled", "canceled"),
        ("organise", "organize"),
        ("organised", "organized"),
        ("recognise", "recognize"),
        ("recognised", "recognized"),
        ("criticise", "criticize"),
        ("criticised", "criticized"),
        ("hospitalised", "hospitalized"),
        ("apologise", "apologize"),
        ("apologised", "apologized"),
    ];
    for (british, us) in ENDINGS {
        if let Some(head) = word.strip_suffix(british) {
            return format!("{head}{us}");
        }
    }
    word.to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn normals(text: &str) -> Vec<String> {
        tokenize(text, Span::new(0, text.len())).into_iter().map(|t| t.normal).collect()
    }

    #[test]
    fn words_are_cut_at_hyphens_and_clitics() {
        assert_eq!(normals("a 15-minute call"), ["a", "15", "-", "minute", "call"]);
        assert_eq!(normals("Mexico’s won't"), ["mexico", "'s", "wo", "n't"]);
        assert_eq!(normals("cannot"), ["can", "not"]);
        assert_eq!(normals("it's the leaders' O'Brien"), ["it", "'s", "the", "leaders", "'", "o'brien"]);
    }

    #[test]
    fn acronyms_and_numbers_keep_their_dots() {
        assert_eq!(normals("U.S.-Mexico talks"), ["u.s.", "-", "mexico", "talks"]);
        assert_eq!(
            normals("the US said 1,500.5, 6.1 and 3,20"),
            ["the", "u.s.", "said", "1,500.5", ",", "6.1", "and", "3", ",", "20"]
        );
        assert_eq!(normals("D.C. and DC"), ["d.c.", "and", "d.c."]);
        assert_eq!(normals("He left.She came"), ["he", "left", ".", "she", "came"]);
        assert_eq!(normals("at 7 a.m. on"), ["at", "7", "a.m.", "on"]);
    }

    #[test]
    fn accents_are_folded_composed_or_not() {
        assert_eq!(normals("Ramón Ramo\u{301}n MÉRIDA"), ["ramon", "ramon", "merida"]);
    }

    #[test]
    fn stems_join_inflections_and_spellings() {
        let stems: Vec<_> =
            tokenize("removed removal kilometres kilometers", Span::new(0, 37)).into_iter().map(|t| t.stem).collect();
        assert_eq!(stems[0], stems[1]);
        assert_eq!(stems[2], stems[3]);
    }

    #[test]
    fn spans_cover_the_words() {
        let text = "“Très bien”, it’s 6.1.";
        for token in tokenize(text, Span::new(0, text.len())) {
            assert!(!token.span.is_empty());
            assert_eq!(normalize(token.span.slice(text)).chars().next(), token.normal.chars().next());
        }
    }

    #[test]
    fn a_hyphen_between_spaces_is_a_dash() {
        assert_eq!(normals("the rule - a bad one"), ["the", "rule", "—", "a", "bad", "one"]);
        assert_eq!(normals("Lund 2 - 1 Ghent"), ["lund", "2", "-", "1", "ghent"]);
    }
}
