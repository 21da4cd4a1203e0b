//! Who said it: the words of a sentence that name a speaker and a reporting verb, kept apart from what is said.
//!
//! A step of its own because the same fact told by two speakers is one claim, while a cell must still say whose words it shows.
//! Found are "X said (that) …", "…, X said", "…, said X", "according to X", "X did something: “…”", "X put it at 5" and "X: …". Known
//! limits: a speaker several sentences back is only carried on inside an open quotation or by a pronoun (`people.rs`); free indirect
//! speech is not seen.

mod content;
mod reach;
mod speaker;
mod verb;

use super::clause::{clause_follows, object_relative, skip_adverbs};
use super::entity::is_title;
use super::modality::NEGATING_VERBS;
use crate::span::Span;
use crate::tag::{Form, Tag};
use crate::token::Token;
use content::content_start;
use reach::{attribution_end, behind, goes_on, reported_end, says_further};
pub(super) use speaker::opens_role;
use speaker::{before_insertions, first_subject, is_speaker, joined_speaker, speaker_words, without_stop};
use std::ops::Range;
pub(super) use verb::is_reporting_form;
use verb::{HEARD, reporting_verb};

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
        self.verb == HEARD || self.is_own()
    }

    /// Tells whether the article speaks of itself: "the Gazette understands".
    pub fn is_own(&self) -> bool {
        self.verb == OWN
    }

    /// Finds out whether the speaker is the outlet, by its whole name or by how that begins or ends.
    pub(super) fn know_outlet(&mut self, outlet: &str, tokens: &[Token], tags: &[Tag]) {
        let Some(first) = tokens.get(self.speaker.clone()).and_then(<[Token]>::first) else { return };
        let words = self.speaker.start + usize::from(first.is("the"))..self.speaker.end;
        let said = tokens[words.clone()].iter().map(|token| token.normal.as_str()).collect::<Vec<_>>().join(" ");
        let outlet = outlet.to_lowercase();
        let rest = outlet.strip_suffix(said.as_str()).is_some_and(|rest| rest.is_empty() || rest.ends_with(' '))
            || outlet.strip_prefix(said.as_str()).is_some_and(|rest| rest.starts_with(' '));
        if rest && !words.is_empty() && tags[words].iter().all(|tag| *tag == Tag::Name) {
            self.verb = OWN;
        }
    }

    /// Returns where the speaker is named; `None` for a speaker of no tokens, or of other tokens than these.
    pub fn speaker_span(&self, tokens: &[Token]) -> Option<Span> {
        let names = tokens.get(self.speaker.clone())?;
        Some(Span::new(names.first()?.span.start, names.last()?.span.end))
    }
}

/// Stands for the verb by which an article speaks of itself.
const OWN: &str = "in its own voice";

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
        } else if tokens[at].is(":") {
            before_quotation(tokens, tags, at).or_else(|| beside_colon(tokens, tags, at))
        } else {
            let further = found.last().and_then(|last| said_further(tokens, tags, last, at));
            further.or_else(|| {
                let (verb, needs_content) = reporting_verb(tokens, tags, at)?;
                said(tokens, tags, at, verb, needs_content)
            })
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

/// Finds what the speaker of the attribution before says further with the verb at `at`: "Lang said the bridge will close, but added that buses run".
fn said_further(tokens: &[Token], tags: &[Tag], last: &Attribution, at: usize) -> Option<Attribution> {
    let content = last.content.last().filter(|content| content.start >= last.tokens.end)?;
    let joint = content.end + usize::from(tokens.get(content.end)?.is(","));
    // The words that join the two are looked at for their own verb alone, not for every word behind them.
    if tags[at] != Tag::Verb(Form::Past) || skip_adverbs(tags, joint + 1) != at {
        return None;
    }
    let (_, start) = says_further(tokens, tags, content.start, joint)?;
    let (verb, _) = reporting_verb(tokens, tags, at)?;
    let content = non_empty(vec![start..reported_end(tokens, tags, at, start)]);
    Some(Attribution { tokens: joint..start, content, speaker: last.speaker.clone(), verb })
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
    // "So many marched, according to organisers; police counted fewer": the writer goes on.
    let ends = tokens.get(end).is_some_and(|token| token.is(";"));
    let content = match (at <= 1, ends) {
        (true, _) => vec![after..tokens.len()],
        (_, true) => vec![0..at],
        _ => vec![0..at, after..tokens.len()],
    };
    // "according to the present state of knowledge": nobody says it.
    let nobody = matches!(tokens[..end].last()?.normal.as_str(), "knowledge" | "plan" | "plans" | "schedule");
    (!speaker.is_empty()).then(|| Attribution {
        tokens: at..after,
        content: non_empty(content),
        speaker,
        verb: if nobody { HEARD } else { "according to" },
    })
}

/// Finds who does something right before a quotation behind the colon at `at`: "Lang shook his head: “It is over.”" What is done stays a statement
/// of its own.
fn before_quotation(tokens: &[Token], tags: &[Tag], at: usize) -> Option<Attribution> {
    // "Fuming coach Ana Ruiz let rip: “…”"
    let first = usize::from(matches!(tags.first(), Some(Tag::Verb(_))));
    let speaker = first_subject(&tokens[first..], &tags[first..], at.checked_sub(first)?)?;
    let speaker = speaker.start + first..speaker.end + first;
    let person = |i: usize| {
        let opens = i == 0 && tags[i] == Tag::Noun && tokens[i].capital;
        tags[i] == Tag::Name || opens || matches!(tokens[i].normal.as_str(), "he" | "she" | "they")
    };
    let content = non_empty(vec![at + 1..tokens.len()]);
    let found = opens_quotation(tokens, at + 1) && !content.is_empty() && speaker.clone().any(person);
    found.then_some(Attribution { tokens: at..at + 1, content, speaker, verb: "say" })
}

/// Nouns that before or behind a colon say what stands on its other side; titles do so too.
const HEADING: &[&str] = &[
    "police",
    "officials",
    "prosecutors",
    "government",
    "ministry",
    "army",
    "union",
    "report",
    "study",
    "witness",
    "witnesses",
];

/// How many words may name who speaks beside a colon.
const HEADING_REACH: usize = 3;

/// Finds who alone stands on one side of the colon at `at`: "Police: two men arrested", "Two men arrested: police".
fn beside_colon(tokens: &[Token], tags: &[Tag], at: usize) -> Option<Attribution> {
    let end = if tokens.last()?.is(".") { tokens.len() - 1 } else { tokens.len() };
    let speaks = |range: &Range<usize>| {
        let named = range.len() <= HEADING_REACH && tags[range.clone()].iter().all(|tag| tag.is_nominal());
        let head = range.end.checked_sub(1).map(|last| &tokens[last]);
        named && head.is_some_and(|head| HEADING.contains(&head.normal.as_str()) || is_title(head))
    };
    let (before, behind) = (0..at, at + 1..end.max(at + 1));
    let (speaker, content, words) = if speaks(&before) {
        (before, at + 1..tokens.len(), 0..at + 1)
    } else if speaks(&behind) {
        (behind, before, at..tokens.len())
    } else {
        return None;
    };
    let tells = content.len() > HEADING_REACH && tags[content.clone()].iter().any(|tag| tag.is_verbal());
    tells.then(|| Attribution { tokens: words, content: vec![content], speaker, verb: "say" })
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

/// Returns where the words begin that may name who speaks, before a group of verbs.
fn speaker_begins(tokens: &[Token], tags: &[Tag], group: usize) -> usize {
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
    left
}

/// Tells whether a verb that may report reports nothing here; `subject` are the words before its group.
fn reports_nothing(tokens: &[Token], tags: &[Tag], subject: Range<usize>, at: usize, verb: &str) -> bool {
    let Range { start: left, end: group } = subject;
    // "…, something the firm denies": the firm says nothing of it here.
    let denied = left > 0 && object_relative(tokens, tags, left).is_some_and(|by| by < group);
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
    denied || compares || supposes || it || withholds || of_object
}

/// Tells whether the words before a speaker can be what is reported.
fn can_be_content(tokens: &[Token], tags: &[Tag], before: Range<usize>) -> bool {
    let plural = |i: usize| tags[i] == Tag::Verb(Form::Base) && i > 0 && tags[i - 1].is_head();
    // A quotation mark alone opens what the verb is part of: "“They told us by text,” says Lang".
    before.clone().any(|i| tags[i] != Tag::Punctuation)
        && before.clone().any(|i| tags[i].is_finite() || plural(i) || tokens[i].is("\""))
}

/// Finds the attribution of a verb that reports.
fn said(tokens: &[Token], tags: &[Tag], at: usize, verb: &'static str, needs_content: bool) -> Option<Attribution> {
    // The verb group may begin with auxiliaries: "has said", "would not say".
    let aside = |tag: Tag| tag.is_auxiliary() || matches!(tag, Tag::Adverb | Tag::Negation);
    let begins = |end: usize| end - tags[..end].iter().rev().take_while(|tag| aside(**tag)).count();
    let mut group = begins(at);
    // "is said to have told him"
    if let [.., Tag::Be, Tag::Verb(Form::Past | Form::Participle), Tag::To] = tags[..group] {
        group = begins(group - 2);
    }
    let mut left = speaker_begins(tokens, tags, group);
    if reports_nothing(tokens, tags, left..group, at, verb) {
        return None;
    }
    // "several residents who had climbed onto roofs said": the relative clause has a verb of its own.
    if left > 0 && tags[left - 1] == Tag::Relative && tags[left..group].iter().any(|t| t.is_finite()) {
        let head = tags[..left - 1].iter().rev().take_while(|tag| tag.is_nominal()).count();
        left -= if head > 0 { head + 1 } else { 0 };
    }
    if let Some(speaker) = joined_speaker(tokens, tags, left, group) {
        let start = content_start(tokens, tags, at, verb, false)?;
        let content = non_empty(vec![start..tokens.len()]);
        return Some(Attribution { tokens: group - 1..start, content, speaker, verb });
    }
    // "Fauzi, an official from the agency, told": the subject stands before the apposition.
    let subject = if left == group { before_insertions(tokens, tags, left) } else { left };
    let named_before = (subject..group).any(|i| tags[i].is_head() || tags[i] == Tag::Relative);
    let before = trimmed(tokens, 0..subject);
    let content_before = can_be_content(tokens, tags, before.clone());
    let attribution = |end: usize, content: Vec<Range<usize>>, speaker: Range<usize>| {
        Some(Attribution { tokens: subject..end, content: non_empty(content), speaker, verb })
    };
    // What follows the verb: an addressee, a time or place, then perhaps "that" and a clause or a quotation.
    let after = content_start(tokens, tags, at, verb, !content_before);
    match after {
        Some(start) if named_before => {
            // "A," X said, "B": both halves of a quotation are reported.
            let quoted = before.clone().next_back().is_some_and(|i| tokens[i].is("\""));
            let reported = start..reported_end(tokens, tags, at, start);
            let content = if quoted { vec![before, reported] } else { vec![reported] };
            attribution(start, content, subject..group)
        }
        _ if content_before
            && named_before
            && !(is_condition(tokens, tags, before.clone()) && goes_on(tokens, tags, at).is_some())
            && closes(tokens, tags, subject, at, verb)
            // Verbs marked + count after their content only where that is a quotation.
            && (!needs_content || before.clone().any(|i| tokens[i].is("\"")) || ends_with_day(tokens, at + 1)) =>
        {
            let end = attribution_end(tokens, tags, at);
            attribution(end, vec![before, behind(tokens, tags, end)], subject..group)
        }
        // "The bridge, the mayor said, is safe": the clause goes on behind the insertion.
        _ if named_before
            && subject > 1
            && tokens[subject - 1].is(",")
            // "On Saturday, a count showed, three of four were walking": what shows is named by no pronoun.
            && (!needs_content || tags[at].is_finite() && tags[subject..group].iter().any(|t| matches!(t, Tag::Noun | Tag::Name)))
            && let Some(end) = goes_on(tokens, tags, at) =>
        {
            attribution(end, vec![before, end..tokens.len()], subject..group)
        }
        // "…, said X": the speaker follows.
        None if (content_before || advises(tokens, tags, before.clone(), at))
            && subject == group
            && (tags.get(at + 1).is_some_and(|t| t.is_nominal()) || opens_role(tags, at + 1))
            // "The people who said this …", "Ruiz, who had called it "over," claimed victory": the subject stands before.
            && !(group > 0 && tags[group - 1] == Tag::Relative)
            && !waits_behind_relative(tokens, tags, group)
            // "Lang, angry as he left, accused the party of greed": whoever stands behind these is spoken of.
            && !matches!(verb, "accuse" | "ask" | "urge" | "threaten") =>
        {
            let end = attribution_end(tokens, tags, at);
            let ends = |i: &usize| is_break(&tokens[*i]) || tags[*i] == Tag::Relative;
            let speaker = at + 1..(at + 1..end).find(ends).unwrap_or(end.max(at + 1));
            let speaker_end = with_name(tokens, tags, speaker);
            attribution(end, vec![before, behind(tokens, tags, end)], at + 1..speaker_end)
        }
        _ => None,
    }
}

/// Tells whether words hold one clause that waits for another: "If it fails, | the mayor said, | the bridge will close".
fn is_condition(tokens: &[Token], tags: &[Tag], words: Range<usize>) -> bool {
    let opens = words.clone().find(|&at| tags[at] != Tag::Punctuation).is_some_and(|at| tags[at] == Tag::Subordinator);
    opens && !tokens[words].iter().any(|token| token.is(","))
}

/// Tells whether words without a verb that anybody sees are said by whoever closes the sentence behind the verb at `at`: "Shut your windows,
/// advises the council."
fn advises(tokens: &[Token], tags: &[Tag], before: Range<usize>, at: usize) -> bool {
    let one = !tokens[before.clone()].iter().any(is_break) && before.len() >= SHORTEST_ADVICE;
    let mut names = tags[at + 1..].iter().skip_while(|tag| tag.is_nominal());
    one && tokens[before.end].is(",")
        && tags[at].is_finite()
        && names.next() == Some(&Tag::Punctuation)
        && names.next().is_none()
}

/// How many words an advice without a verb that anybody sees has at least.
const SHORTEST_ADVICE: usize = 4;

/// Tells whether "…, X said" closes what it reports: it stands behind a comma, dash or quotation mark, and nothing that the verb could
/// have as its object follows. "…, where she stressed the progress" reports nothing that stands before it.
fn closes(tokens: &[Token], tags: &[Tag], subject: usize, at: usize, verb: &str) -> bool {
    // "Our members found out": inside a quotation that opens there.
    let marked = |end: usize| end > 0 && is_break(&tokens[end - 1]) && !opens_quotation(tokens, end - 1);
    // "The alarm was off, as the mayor admitted"
    let as_said = subject > 0 && tokens[subject - 1].is("as") && marked(subject - 1);
    let behind_mark = as_said || marked(subject);
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

/// Tells whether nothing but a day follows in a sentence: "court records showed [on Wednesday.]"
fn ends_with_day(tokens: &[Token], at: usize) -> bool {
    let of_day = |token: &&Token| token.is("on") || is_time(token);
    let day = tokens[at.min(tokens.len())..].iter().take_while(of_day).count();
    tokens.get(at + day).is_none_or(|token| token.is("."))
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

/// Returns a range without the marks at its end that part it from a speaker, and "as" behind them.
fn trimmed(tokens: &[Token], range: Range<usize>) -> Range<usize> {
    let mark = |token: &&Token| matches!(token.normal.as_str(), "," | ":" | "—" | "as");
    let marks = tokens[range.clone()].iter().rev().take_while(mark).count();
    range.start..range.end - marks
}

/// Tells whether a quotation mark opens: white space stands before it and none after.
fn opens_quotation(tokens: &[Token], at: usize) -> bool {
    tokens.get(at).is_some_and(|t| t.is("\"") && t.spaced) && tokens.get(at + 1).is_some_and(|t| !t.spaced)
}

#[cfg(test)]
mod tests;
