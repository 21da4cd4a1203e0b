//! Checkable statements: from the sentences of a document to its claims.
//!
//! A sentence with several statements gives several claims; questions, bare headings and transitions give none. A claim keeps exact
//! spans of the text; what makes it understandable alone (its subject, the lead-in of its bullet) is kept beside them as context.
//! Known limits: one speaker per claim; a subject is carried on only inside its sentence and, for pronouns, from the sentence before.

pub mod acronym;
pub mod attribution;
pub mod bearing;
pub mod clause;
pub mod date;
pub mod day;
mod earlier;
pub mod entity;
mod lexeme;
pub mod modality;
mod number;
mod people;
mod piece;
pub mod quantity;
mod sentence;
mod subject;

use crate::document::Document;
use crate::phrase::{self, Phrase};
use crate::sentence::{Sentence, SentenceKind, segment};
use crate::span::Span;
use crate::stance::Voice;
use crate::tag::{Form, Tag, lemma, tag};
use crate::token::{Token, stem_of, tokenize};
use attribution::Attribution;
use bearing::Bearing;
use clause::{Opening, SPANS_OF_TIME};
use date::DateMention;
use lexeme::Lexemes;
use modality::Modality;
use people::People;
use piece::speaker_head;
use quantity::Quantity;
use sentence::extract_sentence;
use std::ops::Range;

/// A sentence with its tokens and tags.
#[derive(Debug, Clone, PartialEq)]
pub struct Read {
    /// Where it stands and what it is.
    pub sentence: Sentence,
    /// Its tokens.
    pub tokens: Vec<Token>,
    /// The part of speech of each token.
    pub tags: Vec<Tag>,
    /// Who says what in it.
    pub attributions: Vec<Attribution>,
    /// Its numbers with their units.
    pub quantities: Vec<Quantity>,
    /// Its dates and times.
    pub dates: Vec<DateMention>,
    /// Where it says that things lie from named places.
    pub bearings: Vec<Bearing>,
    /// The stem of the base form of each token that is a form of a listed verb, whatever it is here.
    pub bases: Vec<Option<String>>,
    /// Its phrases that stand for one word, in order.
    pub phrases: Vec<Phrase>,
    /// Tells that it goes on with an earlier time, which the sentence before opened: "In April last year a quake struck. *Five people died.*"
    pub earlier: bool,
    /// Tells that it opens with a time in a year before the article's, or goes on with it: "In April last year a quake struck."
    pub of_another_year: bool,
}

impl Read {
    /// Tells whether a span of the text shares words with a date.
    pub fn is_dated(&self, span: Span) -> bool {
        self.dates_in(span).first().is_some_and(|date| date.span.overlaps(span))
    }

    /// Returns the dates that share words with a span of the text.
    pub fn dates_in(&self, span: Span) -> &[DateMention] {
        of_span(&self.dates, |date| date.span, span)
    }

    /// Returns the numbers that share words, by themselves or by their unit, with a span of the text.
    pub fn quantities_in(&self, span: Span) -> &[Quantity] {
        of_span(&self.quantities, |quantity| quantity.span, span)
    }

    /// Returns the normal form of a token, empty behind the last.
    pub fn word(&self, at: usize) -> &str {
        self.tokens.get(at).map_or("", |token| token.normal.as_str())
    }

    /// Returns the stem of the base form of a token that is a verb here, of a listed one: "rise" of "rose".
    pub fn base_of_verb(&self, at: usize) -> Option<&str> {
        self.bases[at].as_deref().filter(|_| self.tags[at].is_verbal())
    }

    /// Returns the word that a phrase beginning at a token stands for; `None` where no such phrase begins.
    pub fn stands_for(&self, at: usize) -> Option<&'static str> {
        phrase::stands_for(&self.phrases, at)
    }

    /// Tells whether a token only goes on with a phrase that stands for one word: "down" of "turned down".
    pub fn goes_on(&self, at: usize) -> bool {
        let begun = self.phrases.partition_point(|phrase| phrase.at < at);
        phrase::goes_on(&self.phrases[..begun], at)
    }

    /// Tells whether a span of the text shares words with a number or its unit.
    pub fn is_measured(&self, span: Span) -> bool {
        self.quantities_in(span).first().is_some_and(|quantity| quantity.span.overlaps(span))
    }

    /// Returns the tokens that a span of the text shares words with; of none, an empty range at the place where they would stand.
    pub fn tokens_of(&self, span: Span) -> Range<usize> {
        let first = self.tokens.partition_point(|token| token.span.end <= span.start);
        first..self.tokens.partition_point(|token| token.span.start < span.end).max(first)
    }
}

/// Returns those of a sentence's dates or numbers, which stand in text order and apart, that share words with a span: no claim of an endless
/// sentence has to go through all of them.
fn of_span<T>(all: &[T], place: impl Fn(&T) -> Span, span: Span) -> &[T] {
    let behind = &all[all.partition_point(|one| place(one).end <= span.start)..];
    &behind[..behind.partition_point(|one| place(one).start < span.end)]
}

/// One checkable statement of a document.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Claim {
    /// Index of its document in the corpus.
    pub document: usize,
    /// Index of its sentence in the document.
    pub sentence: usize,
    /// Its tokens in that sentence; two ranges where an insertion interrupts it.
    pub tokens: Vec<Range<usize>>,
    /// Tokens of the sentence that name its subject, when the claim itself does not.
    pub subject: Range<usize>,
    /// Tokens of the sentence that attribute it; inside `tokens` where they stand beside it.
    pub attribution: Range<usize>,
    /// The exact words, in text order.
    pub spans: Vec<Span>,
    /// Words of it that another row judges: details of its own.
    pub apart: Vec<Span>,
    /// Those of them that documents give differently.
    pub differing: Vec<Span>,
    /// The tokens that were cut off as a row of their own.
    pub cut_off: Vec<Range<usize>>,
    /// What opens it in its sentence.
    pub opening: Opening,
    /// Whose words they are.
    pub voice: Voice,
    /// Who is reported to say it, in the text's words.
    pub speaker: Option<String>,
    /// Negation and hedging.
    pub modality: Modality,
}

impl Claim {
    /// Tells whether it is a detail that was told apart from another claim.
    pub fn is_detail(&self) -> bool {
        self.opening == Opening::Detail
    }

    /// Tells whether a mark of quotation opens before it in its sentence, or the sentence continues a quotation.
    pub(crate) fn stands_quoted(&self, read: &Read) -> bool {
        let first = self.tokens.first().map_or(0, |range| range.start);
        read.sentence.quoted || read.tokens.iter().take(first + 1).any(|token| token.is("\""))
    }

    /// Returns the smallest span that covers all its words.
    pub fn extent(&self) -> Span {
        self.spans.iter().copied().reduce(Span::join).unwrap_or(Span::new(0, 0))
    }

    /// Returns the parts of its words without the details that documents give differently, in text order; all where nothing else is left.
    pub fn kept(&self, text: &str) -> Vec<Span> {
        let mut parts = self.spans.clone();
        for apart in &self.differing {
            let cut = parts.iter().flat_map(|part| {
                let before = Span::new(part.start, part.end.min(apart.start.max(part.start)));
                let after = Span::new(part.start.max(apart.end.min(part.end)), part.end);
                if part.overlaps(*apart) { vec![before, after] } else { vec![*part] }
            });
            parts = cut
                .map(|part| part.trim(text))
                .filter(|part| part.slice(text).contains(char::is_alphanumeric))
                .collect();
        }
        if parts.is_empty() { self.spans.clone() } else { parts }
    }

    /// Keeps of what negates and hedges the words that are still its own, after some were cut away.
    pub(crate) fn keep_modality(&mut self) {
        let spans = &self.spans;
        let own = |word: &Span| spans.iter().any(|span| span.overlaps(*word));
        self.modality.negations.retain(own);
        self.modality.hedges.retain(own);
    }

    /// Returns its tokens with their tags, in order, without those that attribute it.
    pub fn content<'r>(&self, read: &'r Read) -> impl Iterator<Item = (usize, &'r Token, Tag)> + use<'r> {
        let attribution = self.attribution.clone();
        let ranges = self.tokens.clone();
        ranges
            .into_iter()
            .flatten()
            .filter(move |at| !attribution.contains(at))
            .map(|at| (at, &read.tokens[at], read.tags[at]))
    }

    /// Tells whether a verb of it is in the past.
    pub fn is_of_past(&self, read: &Read) -> bool {
        let past =
            |at: usize| read.tags[at] == Tag::Verb(Form::Past) || matches!(read.word(at), "was" | "were" | "had");
        self.tokens.iter().flat_map(Clone::clone).any(past)
    }
}

/// Reads the sentences of a document: tokens, tags, attributions.
pub fn read(document: &Document) -> Vec<Read> {
    let sentences = segment(&document.text);
    let published = date::published(document.published.as_deref(), &document.text, &sentences);
    let mut reads: Vec<Read> = sentences
        .into_iter()
        .map(|sentence| {
            let tokens = tokenize(&document.text, sentence.span);
            let tags = tag(&tokens);
            let mut attributions = attribution::find(&tokens, &tags);
            let outlet = document.outlet.as_deref().unwrap_or_default();
            attributions.iter_mut().for_each(|found| found.know_outlet(outlet, &tokens, &tags));
            let lexemes = Lexemes::read(&document.text, sentence.span);
            let quantities = quantity::find_in(&lexemes);
            let dates = date::find_in(&lexemes, published);
            let bearings = bearing::find_in(&lexemes, &document.text, &quantities);
            let bases = bases(&tokens);
            let phrases = phrase::find(&tokens, &tags);
            Read {
                sentence,
                tokens,
                tags,
                attributions,
                quantities,
                dates,
                bearings,
                bases,
                phrases,
                earlier: false,
                of_another_year: false,
            }
        })
        .collect();
    earlier::mark(&mut reads, published);
    reads
}

/// Returns the stem of the base form of each token that is a form of a listed verb.
pub(crate) fn bases(tokens: &[Token]) -> Vec<Option<String>> {
    tokens.iter().map(|token| lemma(&token.normal).map(stem_of)).collect()
}

/// Extracts the claims of a document, in text order.
pub fn extract(document: usize, text: &str, reads: &[Read]) -> Vec<Claim> {
    let mut claims = Vec::new();
    let mut people = People::default();
    for (index, read) in reads.iter().enumerate() {
        let first = claims.len();
        if asserts(text, read) {
            let quoting = is_quotation(read).then(|| speaker_of_quotation(text, reads, index, people.last())).flatten();
            extract_sentence(&mut claims, document, index, text, read, quoting);
        }
        people.name(&mut claims[first..], index, text, read);
    }
    claims
}

/// Tells whether a sentence goes on with a quotation, or is one from its first mark to its last.
fn is_quotation(read: &Read) -> bool {
    let mut marks = (0..read.tokens.len()).filter(|&at| read.tokens[at].is("\""));
    // One that is not closed goes on in the next sentence.
    let whole = marks.next() == Some(0) && marks.next().is_none_or(|end| end + 2 >= read.tokens.len());
    read.sentence.quoted || whole && read.attributions.is_empty()
}

/// How many attributions of a sentence are asked for its first speaker, so that the cost of many does not grow with their square.
const MOST_SPEAKERS: usize = 8;

/// Returns who is named first as a speaker in a sentence, outside of a quotation by somebody else.
fn named_speaker(text: &str, read: &Read) -> Option<String> {
    let quoted = |attribution: &&Attribution| {
        let marks = read.tokens[..attribution.tokens.start].iter().filter(|token| token.is("\"")).count();
        let inside = read.sentence.quoted != (marks % 2 == 1);
        inside && !attribution.content.iter().any(|range| read.tokens[range.clone()].iter().any(|t| t.is("\"")))
    };
    let mut named = read.attributions.iter().take(MOST_SPEAKERS).filter(|a| !a.is_unnamed() && !quoted(a));
    named.find_map(|attribution| words_of(read, text, &speaker_head(read, &attribution.speaker)))
}

/// Finds who speaks in a quotation that began in an earlier sentence: whoever is named where it closes, else who spoke last.
fn speaker_of_quotation(text: &str, reads: &[Read], from: usize, before: Option<&str>) -> Option<String> {
    for read in reads[from..].iter().take(6) {
        if let Some(name) = named_speaker(text, read) {
            return Some(name);
        }
        // Where the quotation has ended, whoever is named behind it says something else.
        let marks = read.tokens.iter().filter(|token| token.is("\"")).count();
        let open = read.sentence.quoted == (marks % 2 == 0);
        if !open {
            break;
        }
    }
    before.map(str::to_owned)
}

/// The fewest words of a sentence that can assert something.
const FEWEST_WORDS: usize = 3;

/// Tells whether a sentence asserts anything: no question, bare heading, credit or date line.
fn asserts(text: &str, read: &Read) -> bool {
    let words = read.tokens.iter().filter(|t| !matches!(t.kind, crate::token::TokenKind::Punctuation)).count();
    // "Two died.", "The president resigned."
    let told = words + 1 == FEWEST_WORDS && read.tags.iter().any(|tag| matches!(tag, Tag::Verb(Form::Past)));
    if words < FEWEST_WORDS && !told {
        return false;
    }
    if is_about_itself(read) || is_caption(read) {
        return false;
    }
    let last = read.sentence.span.slice(text).trim_end_matches(['"', '”', '’', '\'', ')', ' ']);
    if last.ends_with('?') && !read.sentence.quoted && read.attributions.is_empty() {
        return false;
    }
    // "Check back for updates.", "Get the latest news sent to your inbox"
    let opens = read.tags.iter().position(|tag| *tag != Tag::Punctuation).unwrap_or(0);
    let inside = read.sentence.kind == SentenceKind::Heading && read.sentence.paragraph > 0;
    if read.tags[opens] == Tag::Verb(Form::Base) && (inside || !read.tags.iter().any(|tag| tag.is_finite())) {
        return false;
    }
    // "Do not hold your breath.", "Silent as the grave!"
    let orders = read.tags[opens] == Tag::Do && read.tags.get(opens + 1) == Some(&Tag::Negation);
    let exclaims = last.ends_with('!') && !read.tags.iter().any(|tag| tag.is_verbal() || *tag == Tag::Number);
    if exclaims || orders && !read.tags[opens + 1..].iter().any(|tag| tag.is_finite()) {
        return false;
    }
    match read.sentence.kind {
        // "The plan, including:" only leads in its list.
        SentenceKind::Prose => !last.ends_with(':') || read.tags.iter().any(|t| t.is_finite()),
        SentenceKind::Bullet => true,
        // A heading asserts when it holds a verb with a subject before it, or tells a number.
        SentenceKind::Heading => {
            // Inside the text a third person is too often a plural noun ("Upcoming talks"), so only the headline may assert by one.
            let headline = read.sentence.paragraph == 0;
            let asserting = |t: &Tag| match t {
                Tag::Verb(Form::Third | Form::Base) => headline,
                Tag::Verb(Form::Participle) => true,
                t => t.is_finite(),
            };
            // "VALMERA, May 14 (Baltic Newswire) -"
            let dated = |at: usize| read.is_dated(read.tokens[at].span);
            let verb = (0..read.tags.len()).find(|&at| asserting(&read.tags[at]) && !dated(at));
            let question = matches!(read.tags.first(), Some(Tag::Relative))
                || matches!(read.tokens[0].normal.as_str(), "how" | "what" | "why");
            // "Poland mine blast: What we know", "17:55 Airport reopens" over an entry that tells it.
            let leads = (1..read.tokens.len()).any(|at| read.tokens[at - 1].is(":") && read.tags[at] == Tag::Relative);
            let timed = inside
                && read.tags[0] == Tag::Number
                && matches!(read.tokens[1].normal.as_str(), ":" | "." | "am" | "pm" | "a.m." | "p.m.");
            !question && !leads && !timed && words >= 4 && verb.is_some_and(|at| at > 0)
        }
    }
}

/// Words of what an article says of itself, by base form: "This is a developing story", "More to follow", "Here is what we know so far".
const OF_ITSELF: &[&str] = &[
    "story", "article", "page", "news", "update", "detail", "more", "latest", "develop", "break", "follow", "know",
    "learn", "refresh",
];

/// The most words of such a sentence.
const LONGEST_OF_ITSELF: usize = 12;

/// Tells whether a sentence says nothing of the event: it has no word but small ones and those of an article about itself. "So it is on" has none.
fn is_about_itself(read: &Read) -> bool {
    let says = |at: usize| {
        let normal = read.tokens[at].normal.as_str();
        let base = lemma(normal).unwrap_or(normal);
        let listed = |word: &str| OF_ITSELF.contains(&word) || OF_ITSELF.contains(&word.trim_end_matches('s'));
        read.tags[at].is_content() && !listed(base) || read.goes_on(at) || read.stands_for(at).is_some()
    };
    // "Here is how the day unfolded", "Here's what we know about the crash"
    let here = read.tokens[0].is("here") && read.tags.get(1) == Some(&Tag::Be);
    let leads = here && read.tokens.get(2).is_some_and(|t| matches!(t.normal.as_str(), "what" | "how" | "why"));
    leads || read.tokens.len() <= LONGEST_OF_ITSELF && !(0..read.tokens.len()).any(says)
}

/// Words that open what is said of a picture.
const PICTURES: &[&str] =
    &["photo", "photos", "photograph", "picture", "pictured", "image", "video", "graphic", "illustration", "caption"];

/// Tells whether a sentence says whose a picture is, or what is on it: "(Photo: Residents wait at the school.", "Photo by Ana Ruiz".
fn is_caption(read: &Read) -> bool {
    let opens = read.tags.iter().position(|tag| *tag != Tag::Punctuation).unwrap_or(0);
    let picture = opens + usize::from(read.word(opens) == "file");
    let credits = match read.word(picture + 1) {
        ":" => true,
        "by" | "courtesy" => !read.tags.iter().any(|tag| tag.is_finite()),
        _ => false,
    };
    credits && PICTURES.contains(&read.word(picture))
}

/// Returns the words of a range of tokens; `None` when it is empty.
fn words_of(read: &Read, text: &str, range: &Range<usize>) -> Option<String> {
    let tokens = read.tokens.get(range.clone())?;
    let span = tokens.first()?.span.join(tokens.last()?.span);
    Some(clean_speaker(span.slice(text)))
}

/// Takes a speaker's words without a dangling comma or quotation mark.
fn clean_speaker(words: &str) -> String {
    words.trim_matches(|c: char| c.is_whitespace() || matches!(c, ',' | '"' | '“' | '”')).to_owned()
}

/// Takes marks and conjunctions off both ends of a range of tokens.
fn trim(read: &Read, range: Range<usize>) -> Range<usize> {
    let edge = |i: usize| {
        let token = &read.tokens[i];
        matches!(token.normal.as_str(), "," | ";" | ":" | "—" | "-" | "." | "…" | "*" | "|" | "/")
            && token.kind == crate::token::TokenKind::Punctuation
    };
    let (mut start, mut end) = (range.start, range.end);
    // "Nor has a single book been pulled": it denies.
    let joins = |i: usize| {
        read.tags[i] == Tag::Coordinator
            && !(read.tokens[i].is("nor") && read.tags.get(i + 1).is_some_and(|tag| tag.is_finite()))
    };
    while start < end && (edge(start) || joins(start)) {
        start += 1;
    }
    // A word that only opens what comes next ends no statement.
    let dangles = |i: usize| {
        // "7,100 the year before", "the night before"
        let ago = read.tokens[i].is("before") && i > start && read.tags[i - 1] == Tag::Noun;
        matches!(read.tags[i], Tag::Relative | Tag::Subordinator | Tag::Complementizer) && !ago
    };
    while end > start
        && (dangles(end - 1)
            || edge(end - 1) && !read.tokens[end - 1].is(".")
            || read.tags[end - 1] == Tag::Coordinator)
    {
        // "…, in which"
        let relative = read.tags[end - 1] == Tag::Relative;
        let after = read.tokens[end - 1].is("after") || read.tokens[end - 1].is("before");
        end -= 1;
        if after {
            end = before_span_of_time(read, start..end);
        }
        if relative && end > start && read.tags[end - 1] == Tag::Preposition {
            end -= 1;
        }
    }
    start..end
}

/// Takes off the end of some words what only joins them to others that are told apart: "enough vitamin D [and]". One word always stays.
pub(crate) fn before_joint(read: &Read, range: Range<usize>) -> Range<usize> {
    let joins = |at: &usize| read.tags[*at] == Tag::Coordinator || read.tokens[*at].is(",");
    let joint = range.clone().skip(1).rev().take_while(joins).count();
    range.start..range.end - joint
}

/// Returns where words end before a span of time that only said how long after them something else was: "He left [just hours] after …".
fn before_span_of_time(read: &Read, range: Range<usize>) -> usize {
    let counts = |at: &usize| matches!(read.tags[*at], Tag::Number | Tag::Determiner | Tag::Adverb | Tag::Adjective);
    let unit = range.end.checked_sub(1).filter(|&at| at > range.start);
    let Some(unit) = unit.filter(|&at| SPANS_OF_TIME.contains(&read.tokens[at].normal.as_str())) else {
        return range.end;
    };
    let first = (range.start..unit).rev().take_while(counts).last().unwrap_or(unit);
    let inside = first <= range.start || read.tags[first - 1] == Tag::Preposition;
    if inside { range.end } else { first }
}

fn words_in(read: &Read, range: &Range<usize>) -> usize {
    read.tags[range.clone()].iter().filter(|t| **t != Tag::Punctuation).count()
}

pub(crate) fn span_of(read: &Read, range: &Range<usize>) -> Span {
    match (read.tokens.get(range.start), range.end.checked_sub(1).and_then(|last| read.tokens.get(last))) {
        (Some(first), Some(last)) => Span::new(first.span.start, last.span.end),
        _ => Span::new(read.sentence.span.start, read.sentence.span.start),
    }
}
