//! Reasons in words: one plain sentence from a rule and the words that triggered it, in each language that the program speaks.
//!
//! A step of its own because a comparison made in English can be shown in Spanish: whoever has the rule's name and its cues makes the
//! sentence anew. The sentences stand in `reason/`, one table for each language. A rule has a sentence for each language or the
//! program does not compile. Cues stay in the words of the articles.

mod english;
mod spanish;

use super::Stance;
use super::rule::RuleName;
use crate::language::Language;

/// The most of a cue that a sentence quotes, in code points. Larger quotes whole clauses, which the reader sees in the evidence anyway.
const LONGEST_CUE: usize = 60;

/// A word or number that triggered a rule, ready to be quoted.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct QuotedCue {
    /// Tells that the judged document holds it, not the one that the statement is taken from.
    pub of_judged: bool,
    /// The words.
    pub words: String,
}

impl QuotedCue {
    /// Prepares the words of a cue: without the quotation marks and stops around them, on one line, cut where they go on for long.
    pub fn new(of_judged: bool, words: &str) -> Self {
        Self { of_judged, words: tidy(words) }
    }

    /// Tells whether two cues are the same words, whatever their capitals: "Dozens" at the start of a sentence and "dozens".
    fn says_as(&self, other: &Self) -> bool {
        self.words.to_lowercase() == other.words.to_lowercase()
    }
}

/// What a sentence is made from.
#[derive(Debug, Clone, PartialEq)]
pub struct Grounds<'g> {
    /// The rule that decided.
    pub rule: RuleName,
    /// What it came to.
    pub stance: Stance,
    /// Name of the source that the statement is taken from; empty where it is not known.
    pub home: &'g str,
    /// Name of the source that is judged.
    pub judged: &'g str,
    /// The cues in the order in which the rule gives them: that of the claim which does something with the other comes first.
    pub cues: Vec<QuotedCue>,
}

impl Grounds<'_> {
    /// Returns the name of the source that holds a cue.
    fn holder(&self, cue: &QuotedCue) -> &str {
        if cue.of_judged { self.judged } else { self.home }
    }

    /// Returns the other source.
    fn other(&self, cue: &QuotedCue) -> &str {
        if cue.of_judged { self.home } else { self.judged }
    }

    /// Returns the first cue.
    fn first(&self) -> Option<&QuotedCue> {
        self.cues.first().filter(|cue| !cue.words.is_empty())
    }

    /// Returns two cues, one of each source: in the order given.
    fn two(&self) -> Option<[&QuotedCue; 2]> {
        match self.cues.as_slice() {
            [one, other] if one.of_judged != other.of_judged && !one.words.is_empty() && !other.words.is_empty() => {
                Some([one, other])
            }
            _ => None,
        }
    }

    /// Returns two cues, that of the statement first.
    fn both(&self) -> Option<[&QuotedCue; 2]> {
        self.two().map(|[one, other]| if one.of_judged { [other, one] } else { [one, other] })
    }

    /// Tells whether the rule's incompatibility was taken back because the two may speak of different things.
    fn is_doubted(&self) -> bool {
        self.stance == Stance::Partly
    }
}

/// Returns why a cell is as it is, in one sentence; none where the cues or the source that its rule speaks of are not given.
pub fn sentence(language: Language, grounds: &Grounds<'_>) -> Option<String> {
    if grounds.home.is_empty() && !grounds.rule.is_of_one_document() {
        return None;
    }
    match language {
        Language::English => english::sentence(grounds),
        Language::Spanish => spanish::sentence(grounds),
    }
}

/// Returns what a rule is called on the screen, in lower case.
pub fn title(language: Language, rule: RuleName) -> &'static str {
    match language {
        Language::English => english::title(rule),
        Language::Spanish => spanish::title(rule),
    }
}

/// Returns what a source is called: its outlet, else "Source" with the letter of its column.
pub fn source_name(language: Language, index: usize, outlet: Option<&str>) -> String {
    if let Some(outlet) = outlet.map(str::trim).filter(|outlet| !outlet.is_empty()) {
        return outlet.to_owned();
    }
    let letter = letter(index);
    match language {
        Language::English => format!("Source {letter}"),
        Language::Spanish => format!("Fuente {letter}"),
    }
}

/// Returns the letter of a column: A to Z, then AA, AB and so on.
pub fn letter(index: usize) -> String {
    let here = char::from(b'A' + u8::try_from(index % 26).unwrap_or(0));
    if index < 26 { here.to_string() } else { format!("{}{here}", letter(index / 26 - 1)) }
}

/// Prepares words for quotation.
fn tidy(words: &str) -> String {
    let mut line = String::with_capacity(words.len());
    for word in words.split_whitespace() {
        if !line.is_empty() {
            line.push(' ');
        }
        line.push_str(word);
    }
    // A question mark alone is a cue of its own.
    if line == "?" {
        return line;
    }
    let around = |c: char| {
        matches!(c, '.' | ',' | ';' | ':' | '!' | '?' | '"' | '\'' | '(' | ')' | '[' | ']')
            || !c.is_ascii_alphanumeric() && "“”‘’«»„‹›–—- ".contains(c)
    };
    let bare = line.trim_matches(around);
    // The stop of an abbreviation with stops inside belongs to it: "p.m.", "U.S."
    let at = line.len() - line.trim_start_matches(around).len() + bare.len();
    let last = bare.rsplit(' ').next().unwrap_or_default();
    let abbreviation =
        last.contains('.') && last.chars().all(|c| c.is_alphabetic() || c == '.') && line[at..].starts_with('.');
    let mut out = if abbreviation { format!("{bare}.") } else { bare.to_owned() };
    if out.chars().count() > LONGEST_CUE {
        let cut: String = out.chars().take(LONGEST_CUE).collect();
        let cut = cut.rsplit_once(' ').map_or(cut.as_str(), |(head, _)| head);
        out = format!("{} …", cut.trim_end_matches(around));
    }
    out
}

/// Puts words between quotation marks, their own marks changed to those inside of others.
fn quote(words: &str, [open, close]: [char; 2], inside: fn(char) -> char) -> String {
    let mut quoted = String::with_capacity(words.len() + open.len_utf8() + close.len_utf8());
    quoted.push(open);
    quoted.extend(words.chars().map(inside));
    quoted.push(close);
    quoted
}

#[cfg(test)]
mod tests;
