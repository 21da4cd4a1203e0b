//! Who said it: the words of a sentence that name a speaker and a reporting verb, kept apart from what is said.
//!
//! A step of its own because the same fact told by two speakers is one claim, while a cell must still say whose words it shows.
//! Four forms are found: "X said (that) …", "…, X said", "…, said X" and "according to X". Known limits: a speaker several sentences
//! back is only carried on inside an open quotation or by a pronoun (`people.rs`); free indirect speech is not seen.

mod speaker;

use super::clause::{age_ends, clause_follows, insertion_ends, long_clause_follows, object_relative};
use super::modality::NEGATING_VERBS;
use crate::lexicon::Lexicon;
use crate::span::Span;
use crate::tag::{Form, Tag, lemma, lexicon, relative_has_main_verb};
use crate::token::Token;
use speaker::{before_insertions, first_subject, is_speaker, speaker_words, without_stop};
use std::ops::Range;
use std::sync::LazyLock;

/// The attributing words of a sentence.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Attribution {
    /// The tokens of speaker, verb and what goes with them.
    pub tokens: Range<usize>,
    /// The tokens that are reported.
    pub content: Vec<Range<usize>>,
    /// The speaker's tokens.
    pub speaker: Range<usize>,
    /// Base form of the reporting verb, "according to" for that form.
    pub verb: &'static str,
}

impl Attribution {
    /// Tells whether what it reports is said not to be so, or not said: "denied that", "did not confirm that".
    pub fn denies(&self, tags: &[Tag]) -> bool {
        // Of "Lang did not go and said that …" only the second verb reports.
        let from = self.speaker.end.max(self.tokens.start);
        NEGATING_VERBS.contains(&self.verb) || tags[from..self.tokens.end].contains(&Tag::Negation)
    }

    /// Tells whether it only names before whom something was said: "a court heard".
    pub fn is_unnamed(&self) -> bool {
        self.verb == HEARD
    }

    /// Returns where the speaker is named.
    pub fn speaker_span(&self, tokens: &[Token]) -> Option<Span> {
        let names = tokens.get(self.speaker.clone())?;
        Some(Span::new(names.first()?.span.start, names.last()?.span.end))
    }
}

/// Reporting verbs by base form; true for those that need a content clause or quotation beside them.
static VERBS: LazyLock<Lexicon<bool>> = LazyLock::new(|| {
    lexicon(include_str!("../lexicon/reporting-verbs.txt"))
        .map(|line| (line.trim_end_matches('+'), line.ends_with('+')))
        .collect()
});

/// How far back a speaker may reach from its verb; longer ones are rather clauses.
const SPEAKER_REACH: usize = 24;

/// Finds the attributions of a sentence, left to right, not overlapping.
pub fn find(tokens: &[Token], tags: &[Tag]) -> Vec<Attribution> {
    let mut found: Vec<Attribution> = Vec::new();
    for at in 0..tokens.len() {
        if found.last().is_some_and(|a| at < a.tokens.end) {
            continue;
        }
        // "which according to German media had been interested": inside the clause that it goes with.
        let inside = at > 0 && tags[at - 1] == Tag::Relative;
        let attribution = if tokens[at].is("according") && tokens.get(at + 1).is_some_and(|t| t.is("to")) && !inside {
            according(tokens, tags, at)
        } else {
            reporting_verb(tokens, tags, at)
                .and_then(|(verb, needs_content)| said(tokens, tags, at, verb, needs_content))
        };
        if let Some(attribution) = attribution
            && found.last().is_none_or(|last| last.tokens.end <= attribution.tokens.start)
        {
            let speaker = speaker_words(tokens, tags, without_stop(tokens, attribution.speaker.clone()));
            if is_speaker(tokens, tags, &speaker) {
                found.push(Attribution { speaker, ..attribution });
            }
        }
    }
    keep_outermost(tokens, &mut found);
    found
}

/// How many attributions on each side of one are asked whether they quote it. Without an end the cost of a quotation of many reports would
/// grow with its square.
const QUOTING_REACH: usize = 8;

/// Drops the attributions that stand in the quotation which another one reports: of "“He told me it was ready,” she said" the outlet has her
/// word alone.
fn keep_outermost(tokens: &[Token], found: &mut Vec<Attribution>) {
    if found.len() < 2 {
        return;
    }
    // Whether a place lies in a quotation, by the marks before it.
    let mut quoted = vec![false];
    tokens.iter().fold(false, |inside, token| {
        let inside = inside ^ token.is("\"");
        quoted.push(inside);
        inside
    });
    let unmarked = |range: &Range<usize>| !tokens[range.clone()].iter().any(|token| token.is("\""));
    let reports = |outer: &Attribution, here: &Range<usize>| {
        let near = if outer.tokens.end <= here.start { outer.tokens.end } else { outer.tokens.start };
        !quoted[near] && outer.content.iter().any(|c| c.start <= here.start && here.end <= c.end)
    };
    let is_quoted = |(at, inner): (usize, &Attribution)| {
        let here = &inner.tokens;
        let around = &found[at.saturating_sub(QUOTING_REACH)..found.len().min(at + 1 + QUOTING_REACH)];
        quoted[here.start] && unmarked(here) && around.iter().any(|outer| reports(outer, here))
    };
    let mut is_quoted = found.iter().enumerate().map(is_quoted).collect::<Vec<_>>().into_iter();
    found.retain(|_| !is_quoted.next().is_some_and(|quoted| quoted));
}

fn reporting_verb(tokens: &[Token], tags: &[Tag], at: usize) -> Option<(&'static str, bool)> {
    let finite = match tags[at] {
        Tag::Verb(Form::Past | Form::Third) => true,
        Tag::Verb(Form::Base) => at > 0 && tags[at - 1] != Tag::To,
        Tag::Verb(Form::Ing) => {
            let opens = at > 0 && (tokens[at - 1].is(",") || tokens[at - 1].is("\""));
            let reports = tokens.get(at + 1).is_some_and(|t| t.is("that") || t.is("\"") || t.is(":") || t.is(","));
            opens && reports
        }
        Tag::Verb(Form::Participle) => {
            // "the man found in a car", "the sum claimed by the firm"
            let passive = matches!(tags.get(at + 1), Some(Tag::Preposition)) && needs_object(&tokens[at]);
            !passive && at > 0 && matches!(tags[at - 1], Tag::Have | Tag::Adverb | Tag::Name | Tag::Noun | Tag::Pronoun)
        }
        _ => false,
    };
    let verb = lemma(&tokens[at].normal)?;
    if is_heard(tokens, tags, at) {
        return Some((HEARD, false));
    }
    if !finite {
        return None;
    }
    match VERBS.get(verb) {
        Some(&needs) => Some((verb, needs)),
        None => quotes(tokens, tags, at).then_some((verb, true)),
    }
}

/// The reporting verb of what was said before a court, which names no speaker.
const HEARD: &str = "hear";

/// Bodies before which something is said.
const FORUMS: &[&str] =
    &["court", "jury", "jurors", "inquest", "tribunal", "inquiry", "hearing", "magistrates", "panel", "committee"];

/// Tells whether a verb says that a body heard or was told something: "a court heard", "the jury has been told".
fn is_heard(tokens: &[Token], tags: &[Tag], at: usize) -> bool {
    let group = tags[..at].iter().rev().take_while(|t| matches!(t, Tag::Be | Tag::Have | Tag::Adverb)).count();
    let forum = (at - group).checked_sub(1).is_some_and(|i| FORUMS.contains(&tokens[i].normal.as_str()));
    let told = tokens[at].is("told") && tags[at - group..at].contains(&Tag::Be);
    // "…, it emerged last night"
    let emerged = tokens[at].is("emerged") && at > group && tokens[at - group - 1].is("it");
    emerged || forum && (told || matches!(tokens[at].normal.as_str(), "heard" | "hears"))
}

/// Tells whether a verb of any meaning stands between a quotation and who says it: "“It is gone,” lamented Ana Lopez", "one member fumed:
/// “It is gone”".
fn quotes(tokens: &[Token], tags: &[Tag], at: usize) -> bool {
    if tags[at] == Tag::Verb(Form::Base) {
        return false;
    }
    let leads = tokens.get(at + 1).is_some_and(|t| t.is(":")) && opens_quotation(tokens, at + 2);
    let named = matches!(tags.get(at + 1), Some(Tag::Name)) || tokens.get(at + 1).is_some_and(|t| t.capital);
    let said_by = |i: usize| matches!(tags[i], Tag::Pronoun | Tag::Name);
    let follows = at + 1 >= tokens.len() || is_break(&tokens[at + 1]) || tokens[at + 1].is(".");
    let inverted = named && closes_sentence(tokens, tags, at);
    let plain = follows && at > 0 && said_by(at - 1) && {
        let names = tags[..at].iter().rev().take_while(|t| matches!(t, Tag::Pronoun | Tag::Name)).count();
        closes_sentence(tokens, tags, at - names)
    };
    leads || inverted || plain
}

/// Tells whether a quotation with a verb of its own, which begins the sentence or goes on from one before, closes right before `at`.
fn closes_sentence(tokens: &[Token], tags: &[Tag], at: usize) -> bool {
    let mark = (at.saturating_sub(2)..at).rev().find(|&i| !tokens[i].is(","));
    let Some(mark) = mark.filter(|&mark| tokens[mark].is("\"")) else { return false };
    let from = mark.saturating_sub(REPORTED_REACH);
    let open = (from..mark).rev().find(|&i| tokens[i].is("\""));
    open.is_none_or(|open| open == 0) && tags[from..mark].iter().any(|t| t.is_finite())
}

/// Tells whether a verb reports only where a clause or a quotation stands beside it.
fn needs_object(token: &Token) -> bool {
    lemma(&token.normal).and_then(|verb| VERBS.get(verb)) == Some(&true)
}

/// Tells whether a word is the -ing form of a verb that reports: "saying", "noting"; before "that" any of them: "ruling that".
pub(super) fn is_reporting_form(tokens: &[Token], at: usize) -> bool {
    let Some(token) = tokens.get(at).filter(|token| token.normal.ends_with("ing")) else { return false };
    let needs = lemma(&token.normal).and_then(|verb| VERBS.get(verb));
    needs.is_some_and(|needs| !needs || tokens.get(at + 1).is_some_and(|next| next.is("that")))
}

/// Tells whether only a noun phrase stands between the last mark and the word at `at`: "…, mediators [and] parents said".
fn opens_part(tokens: &[Token], tags: &[Tag], at: usize) -> bool {
    let phrase = (0..at).rev().take(SPEAKER_REACH).take_while(|&i| tags[i].is_nominal()).count();
    phrase > 0 && at > phrase && tokens[at - phrase - 1].is(",")
}

fn is_break(token: &Token) -> bool {
    matches!(token.normal.as_str(), "," | "\"" | ";" | ":" | "—" | "?" | "!")
}

fn according(tokens: &[Token], tags: &[Tag], at: usize) -> Option<Attribution> {
    let mut end = at + 2;
    // Only where it opens the sentence can its clause follow without a mark: "according to the mayor the bridge is safe".
    let runs_on = |i: usize| at <= 1 && i > at + 3 && tags[i].is_finite();
    while end < tokens.len() && !is_break(&tokens[end]) && !runs_on(end) {
        end += 1;
    }
    end = with_name(tokens, tags, at + 2..end);
    let speaker = at + 2..end;
    // "according to X, an official at Y, …" keeps the apposition with the speaker when what follows it is no clause.
    let mut after = if end < tokens.len() && tokens[end].is(",") { end + 1 } else { end };
    // "According to Ana Lopez, an analyst at the bank, the bridge is safe"
    if at <= 1
        && after > end
        && matches!(tags.get(after), Some(Tag::Determiner | Tag::Noun | Tag::Possessive | Tag::Adjective))
        && let Some(close) = (after..tokens.len()).find(|&i| is_break(&tokens[i]))
        && tokens[close].is(",")
        && !tags[after..close].iter().any(|t| t.is_verbal())
        && clause_follows(tokens, tags, close + 1)
    {
        after = close + 1;
    }
    let content = if at <= 1 { vec![after..tokens.len()] } else { vec![0..at, after..tokens.len()] };
    (!speaker.is_empty()).then(|| Attribution {
        tokens: at..after,
        content: non_empty(content),
        speaker,
        verb: "according to",
    })
}

/// Returns where a speaker ends whose name follows a comma and closes the sentence: "its chairman[, Ana Lopez]".
fn with_name(tokens: &[Token], tags: &[Tag], role: Range<usize>) -> usize {
    let names = |i: &usize| tags[*i] == Tag::Name || tokens[*i].is("-");
    let end = role.end + 1 + (role.end + 1..tokens.len()).take(NAME_REACH).take_while(names).count();
    let named = tokens.get(role.end).is_some_and(|t| t.is(",")) && end > role.end + 1;
    let closes = tokens.get(end).is_none_or(|t| t.is(".") && end + 1 == tokens.len());
    if named && closes && !tags[role.end.saturating_sub(1)..role.end].contains(&Tag::Name) { end } else { role.end }
}

/// How many words a name may have.
const NAME_REACH: usize = 6;

fn non_empty(ranges: Vec<Range<usize>>) -> Vec<Range<usize>> {
    ranges.into_iter().filter(|r| r.len() > 1).collect()
}

fn said(tokens: &[Token], tags: &[Tag], at: usize, verb: &'static str, needs_content: bool) -> Option<Attribution> {
    // The verb group may begin with auxiliaries: "has said", "would not say".
    let mut group = at;
    while group > 0
        && matches!(tags[group - 1], Tag::Have | Tag::Adverb | Tag::Negation | Tag::Be | Tag::Modal | Tag::Do)
    {
        group -= 1;
    }
    let mut left = group;
    while left > 0 && !is_break(&tokens[left - 1]) && tags[left - 1] != Tag::Relative && group - left < SPEAKER_REACH {
        if matches!(tags[left - 1], Tag::Subordinator | Tag::Coordinator)
            && left < group
            && tags[left..group].iter().any(|t| t.is_nominal())
        {
            let joins_names = tags[left - 1] == Tag::Coordinator
                && left >= 2
                && tags[left - 2].is_nominal()
                && (!tags[..left - 1].iter().any(|t| t.is_finite()) || opens_part(tokens, tags, left - 1));
            if !joins_names {
                break;
            }
        }
        left -= 1;
    }
    // "…, something the firm denies": the firm says nothing of it here.
    if left > 0 && object_relative(tokens, tags, left).is_some_and(|by| by < group) {
        return None;
    }
    // "more than the county had first thought", "if the shops can show that": nothing is reported.
    let compares = tokens[left..group].iter().any(|t| t.is("than"));
    let supposes = left > 0 && matches!(tokens[left - 1].normal.as_str(), "if" | "unless" | "whether");
    let it = group == left + 1
        && tokens[left].is("it")
        && !matches!(verb, "say" | "add" | "announce" | "note" | "warn" | HEARD);
    // "did not say how many", "would not say whether"
    let withholds = tags[group..at].contains(&Tag::Negation)
        && tokens.get(at + 1).is_some_and(|t| {
            matches!(t.normal.as_str(), "how" | "what" | "why" | "who" | "when" | "where" | "whether" | "if" | "which")
        });
    // "a man whom a witness thought he had seen": what is reported of him stands nowhere whole.
    let of_object = left > 0
        && left < group
        && matches!(tokens[left - 1].normal.as_str(), "whom" | "which" | "that")
        && tags[left - 1] == Tag::Relative
        // "a survey in which half of them said they were ill"
        && !(left > 1 && tags[left - 2] == Tag::Preposition)
        && !tags[left..group].iter().any(|t| t.is_finite());
    if compares || supposes || it || withholds || of_object {
        return None;
    }
    // "several residents who had climbed onto roofs said": the relative clause has a verb of its own.
    if left > 0 && tags[left - 1] == Tag::Relative && tags[left..group].iter().any(|t| t.is_finite()) {
        let mut head = left - 1;
        while head > 0 && tags[head - 1].is_nominal() {
            head -= 1;
        }
        if head < left - 1 {
            left = head;
        }
    }
    if group > 1 && tags[group - 1] == Tag::Coordinator {
        // "Forecasters expect rain and say": the subject stands before the first predicate.
        // Of "Lang called it a draft that was old and said" the draft says nothing.
        let names = |i: usize| matches!(tags[i], Tag::Noun | Tag::Name | Tag::Pronoun);
        let near = (left..group - 1).find(|&i| tags[i].is_verbal()).map(|verb| left..verb);
        let near = near.filter(|near| near.clone().any(names) && !tags[near.clone()].contains(&Tag::Relative));
        // "Lang, the mayor, praised the crowd, which was large, and said": it opens the sentence.
        let speaker = near.or_else(|| first_subject(tokens, tags, group - 1));
        if let Some(speaker) = speaker {
            let start = content_start(tokens, tags, at, verb, false)?;
            let content = non_empty(vec![start..tokens.len()]);
            return Some(Attribution { tokens: group - 1..start, content, speaker, verb });
        }
    }
    // "Fauzi, an official from the agency, told": the subject stands before the apposition.
    let subject = if left == group { before_insertions(tokens, tags, left) } else { left };
    let named_before =
        (subject..group).any(|i| matches!(tags[i], Tag::Noun | Tag::Name | Tag::Pronoun | Tag::Relative));
    let before = trimmed(tokens, 0..subject);
    let plural = |i: usize| {
        tags[i] == Tag::Verb(Form::Base) && i > 0 && matches!(tags[i - 1], Tag::Noun | Tag::Name | Tag::Pronoun)
    };
    // A quotation mark alone opens what the verb is part of: "“They told us by text,” says Lang".
    let content_before = before.clone().any(|i| tags[i] != Tag::Punctuation)
        && before.clone().any(|i| tags[i].is_finite() || plural(i) || tokens[i].is("\""));
    // What follows the verb: an addressee, a time or place, then perhaps "that" and a clause or a quotation.
    let after = content_start(tokens, tags, at, verb, !content_before);
    match after {
        Some(start) if named_before => {
            // "A," X said, "B": both halves of a quotation are reported.
            let quoted = before.clone().next_back().is_some_and(|i| tokens[i].is("\""));
            let reported = start..reported_end(tokens, tags, at, start);
            let content = if quoted { vec![before, reported] } else { vec![reported] };
            Some(Attribution { tokens: subject..start, content: non_empty(content), speaker: subject..group, verb })
        }
        _ if content_before
            && named_before
            && closes(tokens, tags, subject, at, verb)
            && (!needs_content_but_lacks(needs_content, tokens, &before)
                || tokens.get(at + 1).is_none_or(|t| t.is("."))) =>
        {
            let end = attribution_end(tokens, tags, at);
            let more = behind(tokens, tags, end);
            Some(Attribution {
                tokens: subject..end,
                content: non_empty(vec![before, more]),
                speaker: subject..group,
                verb,
            })
        }
        // "The bridge, the mayor said, is safe": the clause goes on behind the insertion.
        _ if named_before
            && subject > 1
            && tokens[subject - 1].is(",")
            // "On Saturday, a count showed, three of four were walking": what shows is named by no pronoun.
            && (!needs_content || tags[at].is_finite() && tags[subject..group].iter().any(|t| matches!(t, Tag::Noun | Tag::Name)))
            && let Some(end) = goes_on(tokens, tags, at) =>
        {
            Some(Attribution {
                tokens: subject..end,
                content: non_empty(vec![before, end..tokens.len()]),
                speaker: subject..group,
                verb,
            })
        }
        // "…, said X": the speaker follows.
        None if content_before
            && subject == group
            && tags.get(at + 1).is_some_and(|t| t.is_nominal())
            // "The people who said this …", "Ruiz, who had called it "over," claimed victory": the subject stands before.
            && !(group > 0 && tags[group - 1] == Tag::Relative)
            && !waits_behind_relative(tokens, tags, group)
            // "Lang, angry as he left, accused the party of greed": whoever stands behind these is spoken of.
            && !matches!(verb, "accuse" | "ask" | "urge" | "threaten") =>
        {
            let end = attribution_end(tokens, tags, at);
            let mut speaker_end = at + 1;
            while speaker_end < end && !is_break(&tokens[speaker_end]) && !matches!(tags[speaker_end], Tag::Relative) {
                speaker_end += 1;
            }
            speaker_end = with_name(tokens, tags, at + 1..speaker_end);
            Some(Attribution {
                tokens: subject..end,
                content: non_empty(vec![before, behind(tokens, tags, end)]),
                speaker: at + 1..speaker_end,
                verb,
            })
        }
        _ => None,
    }
}

/// How far behind a reporting verb the semicolon may stand. Sentences of news are shorter; without an end the cost of one with many speakers
/// would grow with its square.
const REPORTED_REACH: usize = 64;

/// Returns where what follows the reporting verb at `verb_at` ends, outside of quotation marks: at a semicolon behind which somebody else is
/// named, "police put the number at 5,000"; where the writer goes on, "…, and the Bloc has not said how it will vote"; or where he tells what
/// others make of it, "…, something the firm denies". A pronoun goes on with what was said.
fn reported_end(tokens: &[Token], tags: &[Tag], verb_at: usize, start: usize) -> usize {
    let mut quoted = false;
    for at in start..tokens.len().min(start + REPORTED_REACH) {
        quoted ^= tokens[at].is("\"");
        let named = || !matches!(tags.get(at + 1), Some(Tag::Pronoun | Tag::Possessive));
        let ends = match tokens[at].normal.as_str() {
            ";" => named() && clause_follows(tokens, tags, at + 1),
            "," => {
                writer_goes_on(tokens, tags, verb_at, start, at)
                    || object_relative(tokens, tags, at + 1).is_some_and(|by| tags[by] != Tag::Pronoun)
            }
            _ => false,
        };
        if ends && !quoted {
            return at;
        }
    }
    tokens.len()
}

/// Tells whether a clause behind the comma at `at` is the writer's own: after "said" what is reported stands in the past, and he tells the
/// present; or "said that" opens what was said, and a clause behind "but" has no "that" and another subject.
fn writer_goes_on(tokens: &[Token], tags: &[Tag], verb_at: usize, start: usize, at: usize) -> bool {
    let joins = tokens.get(at + 1).map_or("", |t| t.normal.as_str());
    let named =
        matches!(tags.get(at + 2), Some(Tag::Determiner | Tag::Noun | Tag::Name | Tag::Adjective | Tag::Number));
    if !matches!(joins, "and" | "but" | "while" | "though" | "although") || !named {
        return false;
    }
    // The verb of a clause, and whether it tells the past; "neither of them" goes on with what was said.
    let verb = |from: usize| {
        let at = (from..tokens.len().min(from + SPEAKER_REACH)).find(|&i| tags[i].is_finite())?;
        if from > start && tags[from..at].iter().any(|tag| matches!(tag, Tag::Pronoun | Tag::Possessive)) {
            return None;
        }
        let past = tags[at] == Tag::Verb(Form::Past)
            || matches!(
                tokens[at].normal.as_str(),
                "was" | "were" | "had" | "did" | "would" | "could" | "might" | "should"
            );
        Some(past)
    };
    let shifted = tags[verb_at] == Tag::Verb(Form::Past) && verb(start) == Some(true);
    let apart = joins == "but" && tokens[start - 1].is("that") && !tokens[at + 2].is("that");
    let here = verb(at + 2);
    shifted && (here == Some(false) || apart && here.is_some()) && clause_follows(tokens, tags, at + 2)
}

/// Tells whether "…, X said" closes what it reports: it stands behind a comma, dash or quotation mark, and nothing that the verb could
/// have as its object follows. "…, where she stressed the progress" reports nothing that stands before it.
fn closes(tokens: &[Token], tags: &[Tag], subject: usize, at: usize, verb: &str) -> bool {
    // "Our members found out": inside a quotation that opens there.
    let behind_mark = subject > 0 && is_break(&tokens[subject - 1]) && !opens_quotation(tokens, subject - 1);
    let object = matches!(
        tags.get(at + 1),
        Some(Tag::Determiner | Tag::Possessive | Tag::Noun | Tag::Adjective | Tag::Number | Tag::Name | Tag::Pronoun)
    );
    let day = tokens.get(at + 1).is_some_and(is_time);
    behind_mark && (!object || day || matches!(verb, "tell" | "inform" | "assure"))
}

/// Words that say when something was said.
fn is_time(token: &Token) -> bool {
    matches!(
        token.normal.as_str(),
        "monday"
            | "tuesday"
            | "wednesday"
            | "thursday"
            | "friday"
            | "saturday"
            | "sunday"
            | "yesterday"
            | "today"
            | "late"
            | "earlier"
            | "last"
            | "this"
    )
}

/// Verbs marked + count after their content only where that is a quotation.
fn needs_content_but_lacks(needs: bool, tokens: &[Token], before: &Range<usize>) -> bool {
    needs && !before.clone().any(|i| tokens[i].is("\""))
}

/// An attribution after its content reaches to the sentence's end, or to where what is reported goes on: a quotation that opens again,
/// a clause behind a conjunction, the verb of an interrupted clause; or to a relative clause, which says something of the speaker.
fn attribution_end(tokens: &[Token], tags: &[Tag], at: usize) -> usize {
    // "…, Farrow said, and added that": the speaker goes on, not what is said.
    let more_follows = |i: usize| {
        long_clause_follows(tokens, tags, i) || resumes(tags, i) && reporting_verb(tokens, tags, i).is_none()
    };
    let ends = |i: usize| {
        tokens[i].is("\"")
            || tokens[i].is(",") && matches!(tags.get(i + 1), Some(Tag::Relative))
            || goes_on_aside(tokens, tags, i)
            || tokens[i].is(",")
                && (resumes(tags, i + 1) || tags.get(i + 1) == Some(&Tag::Coordinator) && more_follows(i + 2))
    };
    let adds = |i: usize| adds_report(tokens, tags, i);
    let end = (at + 1..tokens.len()).find(|&i| ends(i) || adds(i).is_some()).unwrap_or(tokens.len());
    if end < tokens.len() { adds(end).unwrap_or(end) } else { end }
}

/// Returns where what is reported goes on behind a comma at `at` and a verb that reports more: "…, the mayor said, adding that [it was safe]".
fn adds_report(tokens: &[Token], tags: &[Tag], at: usize) -> Option<usize> {
    let verb = lemma(&tokens.get(at + 1)?.normal).and_then(|verb| VERBS.get(verb));
    if !tokens[at].is(",") || tags[at + 1] != Tag::Verb(Form::Ing) || verb.is_none() {
        return None;
    }
    match tags.get(at + 2)? {
        Tag::Complementizer | Tag::Determiner | Tag::Relative if tokens[at + 2].is("that") => Some(at + 3),
        Tag::Punctuation => None,
        _ => clause_follows(tokens, tags, at + 2).then_some(at + 2),
    }
}

/// Returns what is reported behind an attribution that ends at `end`.
fn behind(tokens: &[Token], tags: &[Tag], end: usize) -> Range<usize> {
    if end < tokens.len() && goes_on_aside(tokens, tags, end) { 0..0 } else { end..tokens.len() }
}

/// Tells whether a verb at `at` is the one that the sentence's first words wait for, which a relative clause behind a comma keeps apart from
/// it: "Ruiz, who had called it "over," claimed victory".
fn waits_behind_relative(tokens: &[Token], tags: &[Tag], at: usize) -> bool {
    let relative = (1..at).find(|&i| tags[i] == Tag::Relative && tokens[i - 1].is(","));
    relative.is_some_and(|from| {
        tags[0].is_nominal()
            && !tags[..from].iter().any(|t| t.is_finite())
            && tags[from..at].iter().filter(|t| t.is_finite()).count() == 1
    })
}

/// Tells whether the writer goes on behind the comma at `at` with a clause of his own about somebody else: "…, police said, as rescuers dug
/// through the ruins"; a pronoun is the speaker.
fn goes_on_aside(tokens: &[Token], tags: &[Tag], at: usize) -> bool {
    tokens[at].is(",")
        && tokens.get(at + 1).is_some_and(|t| matches!(t.normal.as_str(), "as" | "while" | "although" | "though"))
        && !matches!(tags.get(at + 2), Some(Tag::Pronoun))
        && long_clause_follows(tokens, tags, at + 2)
}

/// Tells whether a finite verb follows, after adverbs at most.
fn resumes(tags: &[Tag], from: usize) -> bool {
    tags[from..].iter().find(|t| **t != Tag::Adverb).is_some_and(|t| t.is_finite())
}

/// Returns the comma behind a reporting verb, with a day at most between, when a verb or a clause follows it.
fn goes_on(tokens: &[Token], tags: &[Tag], at: usize) -> Option<usize> {
    let mut comma = at + 1;
    while comma < tokens.len().min(at + 4) && (is_time(&tokens[comma]) || tokens[comma].is("on")) {
        comma += 1;
    }
    let more = tokens.get(comma).is_some_and(|t| t.is(","))
        && (resumes(tags, comma + 1) || clause_follows(tokens, tags, comma + 1));
    more.then_some(comma)
}

fn trimmed(tokens: &[Token], range: Range<usize>) -> Range<usize> {
    let mut end = range.end;
    while end > range.start && matches!(tokens[end - 1].normal.as_str(), "," | ":" | "—") {
        end -= 1;
    }
    range.start..end
}

/// Returns where the content of a reporting verb begins, when one follows.
/// `opens` tells that nothing stands before the speaker that could be what is reported.
fn content_start(tokens: &[Token], tags: &[Tag], verb_at: usize, verb: &str, opens: bool) -> Option<usize> {
    let mut at = verb_at + 1;
    let limit = (verb_at + 14).min(tokens.len());
    let mut inserted = false;
    let closed = !opens && quotation_closes(tokens, verb_at);
    // "said in a statement that", "said Monday that": the verb has no object, so "that" cannot limit one.
    let said_somewhere = tokens.get(at).is_some_and(|t| {
        is_time(t) || matches!(t.normal.as_str(), "in" | "on" | "at" | "during" | "to" | "through" | "via")
    });
    let mut nouns = 0;
    while at < limit {
        // "said the man, 45, was"
        if let Some(end) = age_ends(tokens, tags, at) {
            at = end + 1;
            inserted = true;
            continue;
        }
        // "promised on Thursday to defend "all the way up" a new rule": what follows is what the speaker means to do.
        let plans = tags[at] == Tag::To && tags.get(at + 1) == Some(&Tag::Verb(Form::Base));
        if plans && (takes_addressee(verb) || tokens[verb_at + 1..at].iter().all(|t| is_time(t) || t.is("on"))) {
            return None;
        }
        match tags[at] {
            Tag::Complementizer => return (at + 1 < tokens.len()).then_some(at + 1),
            // "pointed to a “strong wave” in the grid", "accused him of running “a scheme”": the mark stands inside a phrase.
            Tag::Punctuation if opens_quotation(tokens, at) => {
                let inside = matches!(tags[at - 1], Tag::Determiner | Tag::Possessive | Tag::Verb(Form::Ing));
                return (!inside).then_some(at);
            }
            Tag::Punctuation if tokens[at].is("\"") => return None,
            Tag::Punctuation if tokens[at].is(":") => return Some(at + 1),
            Tag::Punctuation if tokens[at].is(",") && opens_quotation(tokens, at + 1) => {
                return Some(at + 1);
            }
            Tag::Punctuation if tokens[at].is("-") || tokens[at].is("'") => {}
            // "said the man, who was drunk, fled", "said the suspect, 31, from the west of the city, was arrested"
            Tag::Punctuation if opens && nouns > 0 && tokens[at].is(",") => {
                let closes = if inserted { Some(at) } else { insertion_ends(tokens, tags, at) };
                at = closes.filter(|&comma| tags.get(comma + 1).is_some_and(|tag| tag.is_finite()))?;
                inserted = true;
            }
            Tag::Punctuation => return None,
            Tag::Determiner if tokens[at].is("that") => return Some(at + 1),
            // "“I will go,” she told AFP in a call arranged by her agent": what she said stands before.
            tag if tag.is_finite() && nouns > 0 && tags[at - 1] != Tag::To => {
                if closed {
                    return None;
                }
                // A subject and its verb follow without "that": the content begins at the subject, after an addressee or a day.
                return Some(subject_start(tokens, tags, verb_at, at, verb));
            }
            Tag::Noun | Tag::Name | Tag::Pronoun | Tag::Number => nouns += 1,
            Tag::Relative if tokens[at].is("how") || tokens[at].is("what") || tokens[at].is("why") => return Some(at),
            Tag::Relative if tokens[at].is("that") && (nouns > 0 && takes_addressee(verb) || said_somewhere) => {
                return (at + 1 < tokens.len()).then_some(at + 1);
            }
            // "said another man who had been held would face no action"
            Tag::Relative if nouns > 0 && relative_has_main_verb(tokens, tags, at) => {
                return Some(subject_start(tokens, tags, verb_at, at, verb));
            }
            Tag::Relative | Tag::Subordinator => return None,
            // "expect more rain and say that …": the speaker's next predicate.
            Tag::Coordinator if matches!(tags.get(at + 1), Some(Tag::Verb(_) | Tag::Modal)) => return None,
            _ => {}
        }
        at += 1;
    }
    None
}

/// Tells whether a quotation closes right before the few words that name the speaker of the verb at `at`.
fn quotation_closes(tokens: &[Token], at: usize) -> bool {
    let mark = (0..at).rev().take(SPEAKER_REACH).find(|&i| tokens[i].is("\""));
    mark.is_some_and(|mark| {
        !opens_quotation(tokens, mark) && tokens[mark + 1..at].iter().all(|t| !is_break(t) || t.is(","))
    })
}

/// Tells whether a quotation mark opens: white space stands before it and none after.
fn opens_quotation(tokens: &[Token], at: usize) -> bool {
    tokens.get(at).is_some_and(|t| t.is("\"") && t.spaced) && tokens.get(at + 1).is_some_and(|t| !t.spaced)
}

/// Tells whether whoever is told something stands right behind the verb.
fn takes_addressee(verb: &str) -> bool {
    matches!(verb, "tell" | "inform" | "assure" | "warn")
}

/// Steps over an addressee ("told reporters") or a day ("said Thursday") before the subject of the content.
fn subject_start(tokens: &[Token], tags: &[Tag], verb_at: usize, finite: usize, verb: &str) -> usize {
    let mut start = verb_at + 1;
    let is_day = |i: usize| is_time(&tokens[i]);
    while start + 1 < finite && is_day(start) {
        start += 1;
    }
    if tokens[start].is("on") && start + 2 < finite && is_day(start + 1) {
        start += 2;
    }
    if takes_addressee(verb) && start + 1 < finite {
        // The addressee is the first noun phrase.
        while start + 1 < finite && !matches!(tags[start], Tag::Noun | Tag::Name | Tag::Pronoun) {
            start += 1;
        }
        if tags[start] != Tag::Pronoun || matches!(tokens[start].normal.as_str(), "him" | "her" | "them" | "us" | "me")
        {
            // "told Alpha News the policy was over", but not "told Reuters Ruiz had left"
            let names = (start..finite).take_while(|&i| tags[i] == Tag::Name).count();
            let one = names < 2 || start + names >= finite;
            start += if one { 1 } else { names };
        }
    }
    start.min(finite.saturating_sub(1)).max(verb_at + 1)
}

#[cfg(test)]
mod tests;
