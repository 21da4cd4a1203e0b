//! Which parts of a sentence are reported, by whom, and what is said of the speakers themselves.
//!
//! A step of its own because an attribution may stand before, behind or inside what it reports, and may name its speaker at length:
//! each part is then cut into statements by itself. Known limits: one attribution for each part, the innermost.

use super::attribution::Attribution;
use super::clause::{self, Opening, opens_part_relative, skip_adverbs};
use super::{Claim, Read, trim, words_in, words_of};
use crate::order::{Arrange as _, Gather as _};
use crate::stance::Voice;
use crate::tag::{Form, Tag, lemma};
use std::collections::BTreeSet;
use std::ops::Range;

/// A part of a sentence that one speaker, or none, answers for.
pub(super) struct Piece<'r> {
    pub(super) tokens: Range<usize>,
    pub(super) attribution: Option<&'r Attribution>,
    pub(super) kind: PieceKind,
}

/// How a piece stands to the attributions around it.
pub(super) enum PieceKind {
    /// It stands by itself.
    Whole,
    /// It goes on with a clause that an attribution interrupts and that begins here: "The bridge, the mayor said, is safe".
    GoesOn(Range<usize>),
    /// It is another predicate of the clause here: "The bridge is safe, the mayor said, and will reopen", "…, easing the traffic".
    Predicate(Range<usize>),
    /// It names a speaker at length.
    Speaker,
    /// It says who a speaker is: "Ana Lopez, an analyst at the bank".
    Description,
    /// It is a relative clause behind an attribution, about the speaker named here, or about what was reported here.
    OfSpeaker(Range<usize>),
}

/// Cuts a sentence into what is reported, each with its attribution, and what is not.
pub(super) fn pieces(read: &Read) -> Vec<Piece<'_>> {
    // "Organisers said so many marched; police put the figure at half": what is reported ends where the writer goes on.
    let behind = |a: &Attribution| a.content.last().filter(|content| content.start >= a.tokens.end).map(|c| c.end);
    let ends = read.attributions.iter().filter_map(behind).filter(|&end| end < read.tokens.len()).gather_set();
    let mut cuts = between_attributions(read, &ends);
    cuts.iter_mut().for_each(|piece| find_owner(read, piece));
    join_interrupted(read, &mut cuts);
    cuts.extend(read.attributions.iter().filter_map(|attribution| piece_of_speaker(read, attribution)));
    drop_idle(read, &mut cuts, &ends);
    cuts.arrange_by_key(|piece| piece.tokens.start);
    cuts.retain(|piece| words_in(read, &piece.tokens) >= 2);
    if cuts.is_empty() {
        cuts.push(Piece { tokens: 0..read.tokens.len(), attribution: None, kind: PieceKind::Whole });
    }
    if let Some(first) = cuts.first_mut().filter(|first| asks(read, first).is_some()) {
        let answer = |&at: &usize| read.tokens[at].is(",") && clause::clause_follows(&read.tokens, &read.tags, at + 1);
        first.tokens.start = first.tokens.clone().find(answer).unwrap_or(first.tokens.start);
    }
    cuts
}

/// Cuts out what lies between the attributions of a sentence, and cuts it where what is reported ends.
fn between_attributions<'r>(read: &'r Read, ends: &BTreeSet<usize>) -> Vec<Piece<'r>> {
    let mut cuts = Vec::new();
    let mut add = |tokens: Range<usize>| {
        let end = ends.range(tokens.clone()).next().copied().unwrap_or(tokens.end);
        for tokens in [tokens.start..end, end..tokens.end].into_iter().filter(|range| !range.is_empty()) {
            cuts.push(Piece { tokens, attribution: None, kind: PieceKind::Whole });
        }
    };
    let mut at = 0;
    for attribution in &read.attributions {
        if attribution.tokens.start > at {
            add(at..attribution.tokens.start);
        }
        at = attribution.tokens.end;
    }
    if at < read.tokens.len() {
        add(at..read.tokens.len());
    }
    cuts
}

/// Finds the attribution of a piece, or how it goes on with what is told before it.
fn find_owner<'r>(read: &'r Read, piece: &mut Piece<'r>) {
    let tokens = &piece.tokens;
    let reported = read.attributions.iter().filter_map(|a| a.content.last()).find(|c| c.end == tokens.start);
    if let Some(reported) = reported.filter(|_| clause::comments(&read.tokens, &read.tags, tokens.start + 1)) {
        // "…, something the firm denies": it is said of what was reported.
        piece.kind = PieceKind::OfSpeaker(reported.clone());
        return;
    }
    let behind = read.attributions.iter().find(|a| a.tokens.end == tokens.start);
    let opens = trim(read, tokens.clone()).start;
    if let Some(attribution) = behind
        && read.tags.get(opens) == Some(&Tag::Relative)
        // "according to X, who …": the comma went with the speaker.
        && (read.tokens[tokens.start].is(",") || read.tokens[tokens.start - 1].is(","))
    {
        let told = told_before(read, attribution, opens);
        piece.kind = PieceKind::OfSpeaker(told.unwrap_or_else(|| speaker_head(read, &attribution.speaker)));
        return;
    }
    // Of several the innermost: "The mayor said …, but engineers warned that …".
    let start_of = |a: &Attribution| {
        let overlaps = |c: &&Range<usize>| c.start < tokens.end && tokens.start < c.end;
        a.content.iter().find(overlaps).map(|c| c.start)
    };
    let reporting = read.attributions.iter().filter(|a| start_of(a).is_some());
    piece.attribution = reporting.rev().max_by_key(|a| start_of(a));
}

/// Returns the noun phrase between the verb of an attribution and the comma before the relative clause that begins at `relative`: "she told
/// [the council], which". Who it is that a person is said to be stands right behind the verb.
fn told_before(read: &Read, attribution: &Attribution, relative: usize) -> Option<Range<usize>> {
    let end = relative.checked_sub(1).filter(|&end| read.tokens[end].is(","))?;
    let words = (attribution.speaker.end + 1..end).rev().take_while(|&at| read.tags[at].is_nominal()).count();
    let start = end - words;
    let person = read.word(relative) == "who" && !matches!(read.tags[start - 1], Tag::Verb(_));
    let noun = words > 0 && matches!(read.tags[end - 1], Tag::Noun | Tag::Name);
    (noun && !person && !read.is_dated(read.tokens[end - 1].span)).then_some(start..end)
}

/// Joins what an attribution interrupts: "The bridge, the mayor said, is safe".
fn join_interrupted(read: &Read, cuts: &mut [Piece<'_>]) {
    for at in 1..cuts.len() {
        let (before, here) = (cuts[at - 1].tokens.clone(), cuts[at].tokens.clone());
        // A comma may go with the attribution: "The quake killed two people, | according to the mayor, | and hurt nine".
        let comma = |at: usize| read.tokens[at].is(",");
        // "“When it fell,” she said, “we ran.”"
        let opens = here.start + usize::from(comma(here.start));
        let quoted = |at: usize| read.word(at) == "\"";
        let closes = before.len() > 1 && quoted(before.end - 1) && comma(before.end - 2) && quoted(opens);
        let insertion = before.end < here.start
            && (comma(before.end - 1) || comma(before.end) || closes)
            && (comma(here.start) || comma(here.start - 1));
        let rest = trim(read, here.clone());
        let resumes = read.tags[rest].iter().find(|t| **t != Tag::Adverb).is_some_and(|t| t.is_finite());
        let coordinated = read.tags.get(opens) == Some(&Tag::Coordinator);
        // "Few drive: on a Sunday, a count showed, most walk": what is reported begins behind the colon.
        let colon = before.clone().rev().find(|&at| read.tokens[at].is(":") || read.tokens[at].is(";"));
        if let Some(colon) = colon.filter(|&at| insertion && !coordinated && is_verbless(read, &(at..before.end))) {
            cuts[at].kind = PieceKind::GoesOn(colon + 1..before.end);
            cuts[at - 1].tokens = before.start..colon;
            cuts[at - 1].attribution = None;
            continue;
        }
        // "If it cannot, the mayor said, the contract may end": a condition says nothing alone.
        let words = trim(read, before.clone());
        let leads = words.clone().find(|&at| read.tags[at] != Tag::Punctuation);
        let leads =
            leads.is_some_and(|at| read.tags[at] == Tag::Subordinator) && !words.clone().rev().skip(2).any(comma);
        let does = read.tags[opens] == Tag::Verb(Form::Ing);
        if insertion && (coordinated && resumes || does) && matches!(cuts[at].kind, PieceKind::Whole) {
            cuts[at].kind = PieceKind::Predicate(before.clone());
        }
        if insertion
            && !coordinated
            && (resumes || leads || is_verbless(read, &before))
            && matches!(cuts[at].kind, PieceKind::Whole)
        {
            cuts[at].kind = PieceKind::GoesOn(before.clone());
            cuts[at - 1].tokens = before.start..before.start;
        }
    }
}

/// Makes a piece of what is said of a speaker, if anything is.
fn piece_of_speaker<'r>(read: &'r Read, attribution: &Attribution) -> Option<Piece<'r>> {
    if attribution.denies(&read.tags) {
        return None;
    }
    let (tokens, kind) = match description(read, attribution) {
        Some(tokens) => (tokens, PieceKind::Description),
        None if speaker_asserts(read, attribution) => (attribution.speaker.clone(), PieceKind::Speaker),
        None => return None,
    };
    Some(Piece { tokens, attribution: None, kind })
}

/// Drops what only leads to what is said, where anything is; `ends` are where what is reported ends.
fn drop_idle(read: &Read, cuts: &mut Vec<Piece<'_>>, ends: &BTreeSet<usize>) {
    // "In a tweet on Thursday, the president said …", "Speaking to reporters, she said …" only say when and where it was said.
    let speaks = |piece: &Piece<'_>| {
        let first = trim(read, piece.tokens.clone()).start;
        let verb = read.tokens.get(first).filter(|token| token.normal.ends_with("ing")).and_then(|t| lemma(&t.normal));
        matches!(piece.kind, PieceKind::Whole)
            && verb.is_some_and(|verb| SPEAKING.contains(&verb))
            && !read.tags[piece.tokens.clone()].iter().any(|tag| tag.is_finite())
            && read.attributions.iter().any(|a| a.tokens.start >= piece.tokens.end)
    };
    let speaks = |piece: &Piece<'_>| speaks(piece) || is_asked(read, piece);
    // "…, a claim others deny": what is claimed may hold a verb that nobody sees.
    let claimed =
        |piece: &Piece<'_>| ends.contains(&piece.tokens.end) && words_in(read, &piece.tokens) >= LONG_SPEAKER / 2;
    let verbal = |piece: &Piece<'_>| (!is_verbless(read, &piece.tokens) || claimed(piece)) && !speaks(piece);
    if cuts.iter().any(verbal) {
        cuts.retain(|piece| {
            verbal(piece)
                || matches!(piece.kind, PieceKind::Description)
                || words_in(read, &piece.tokens) >= LONG_SPEAKER
                    && read.tags[piece.tokens.start] != Tag::Preposition
                    && !speaks(piece)
        });
    }
}

/// Tells whether a piece before what is said only says what the speaker was asked: "Asked whether she would go, she said no".
fn is_asked(read: &Read, piece: &Piece<'_>) -> bool {
    asks(read, piece).is_some() && read.attributions.iter().any(|a| a.tokens.start >= piece.tokens.end)
}

/// Returns the verb of asking that a piece begins with: "[Asked] whether she would go, she shook her head".
fn asks(read: &Read, piece: &Piece<'_>) -> Option<usize> {
    let first = trim(read, piece.tokens.clone()).start;
    let verb = if read.tokens.get(first).is_some_and(|t| t.is("when")) { first + 1 } else { first };
    let asks = read.tokens.get(verb).filter(|t| t.normal.ends_with("ed")).and_then(|t| lemma(&t.normal));
    let whom = read.word(verb + 1);
    let asked = matches!(piece.kind, PieceKind::Whole)
        && asks.is_some_and(|verb| ASKING.contains(&verb))
        && (read.tags.get(verb + 1) == Some(&Tag::Adverb)
            || matches!(
                whom,
                "whether" | "if" | "about" | "how" | "why" | "what" | "on" | "by" | "in" | "for" | "when"
            ));
    asked.then_some(verb)
}

/// Tells whether a range of tokens holds no verb of any form.
pub(super) fn is_verbless(read: &Read, range: &Range<usize>) -> bool {
    !read.tags[range.clone()].iter().any(|t| t.is_verbal())
}

/// Takes the words that name a speaker, without a relative clause or participle behind them.
pub(super) fn speaker_head(read: &Read, speaker: &Range<usize>) -> Range<usize> {
    let does = |at: usize| matches!(read.tags[skip_adverbs(&read.tags, at).min(speaker.end - 1)], Tag::Verb(_));
    let opens =
        |at: usize| read.tags[at] == Tag::Relative || opens_part_relative(&read.tokens, &read.tags, at) || does(at);
    let relative = speaker.clone().skip(1).find(|&at| read.tokens[at - 1].is(",") && opens(at));
    speaker.start..relative.map_or(speaker.end, |at| at - 1)
}

/// Tells whether the words that name a speaker say something of their own: "X, a group that represents the plaintiffs, said …".
fn speaker_asserts(read: &Read, attribution: &Attribution) -> bool {
    let head = speaker_head(read, &attribution.speaker);
    // "Ana Lopez, speaking in Lund, said" only says where.
    let speaks = read.tokens.get(head.end + 1).and_then(|t| lemma(&t.normal)).is_some_and(|v| SPEAKING.contains(&v));
    let relative = head != attribution.speaker && !speaks;
    relative || words_in(read, &attribution.speaker) >= LONG_SPEAKER && !is_verbless(read, &attribution.speaker)
}

/// Finds the words that say who a speaker is: a name with an apposition or with what the person belongs to. Titles before a name say it
/// too, but they are said of everybody.
pub(super) fn description(read: &Read, attribution: &Attribution) -> Option<Range<usize>> {
    let (tags, tokens) = (&read.tags, &read.tokens);
    let behind = attribution.speaker.start > attribution.tokens.start && attribution.verb != "according to";
    let end = if behind { attribution.tokens.end } else { attribution.speaker.end };
    let range = trim(read, attribution.speaker.start..end);
    let end = if tokens.get(range.end.checked_sub(1)?)?.is(".") { range.end - 1 } else { range.end };
    let range = trim(read, range.start..end);
    let plain = |at: usize| {
        tags[at].is_nominal()
            || tags[at] == Tag::Preposition
            || tags[at] == Tag::Adverb
            || matches!(tokens[at].normal.as_str(), "," | "-" | "&" | "and" | "'s" | ".")
    };
    if !range.clone().all(plain) {
        return None;
    }
    let person = |at: usize| tags[at] == Tag::Name && tokens[at].capital;
    let tells =
        |part: Range<usize>| part.len() >= 2 && part.clone().any(|at| matches!(tags[at], Tag::Noun | Tag::Adjective));
    let comma = range.clone().find(|&at| tokens[at].is(","));
    let described = match comma {
        // "Ana Lopez, an analyst at the bank", "its director, Ana Lopez"
        Some(comma) => {
            let (first, second) = (range.start..comma, trim(read, comma + 1..range.end));
            let named = |part: &Range<usize>| part.len() >= 2 && part.clone().all(person);
            named(&first) && tells(second.clone()) || named(&second) && tells(first)
        }
        // "Ana Lopez of the bank"
        None => {
            let names = range.clone().take_while(|&at| person(at)).count();
            let joins =
                tokens.get(range.start + names).is_some_and(|t| matches!(t.normal.as_str(), "of" | "from" | "at"));
            names >= 2 && joins && range.end > range.start + names + 1
        }
    };
    described.then_some(range)
}

/// Verbs whose -ing form before a speaker tells where or to whom something was said.
const SPEAKING: &[&str] = &["speak", "talk", "write", "address", "testify", "appear"];

/// Verbs whose participle before a speaker tells what the speaker answers.
const ASKING: &[&str] = &["ask", "press", "question", "quiz", "challenge"];

/// Words of a speaker's phrase from which it may assert something of its own.
const LONG_SPEAKER: usize = 8;

/// How many words before an attribution a quotation is looked for. Sentences of news are shorter; without an end the cost of one with many remarks
/// would grow with its square.
const REMARK_REACH: usize = 128;

/// Tells whether a claim is the writer's own remark on what is spoken of: it stands in commas before the verb of what somebody is named for behind
/// it, in no quotation, and tells of no time but the present: "The mill[, which employs 90 people,] has been sold, the guild said".
fn is_remark(claim: &Claim, read: &Read, attribution: &Attribution) -> bool {
    let [words] = claim.tokens.as_slice() else { return false };
    let inserted = matches!(claim.opening, Opening::Relative | Opening::Participial | Opening::Apposition)
        && words.end <= attribution.tokens.start
        && words.start > 0
        && read.word(words.start - 1) == ","
        && read.word(words.end) == ",";
    // "…, leaving a gap, said Ana Lopez": that is the verb of who says it.
    let verb = skip_adverbs(&read.tags, words.end + 1);
    let goes_on = verb < attribution.tokens.start && read.tags[verb].is_finite();
    let mut before = read.tokens[..attribution.tokens.start].iter().rev().take(REMARK_REACH);
    let mut quoted = || read.sentence.quoted || before.any(|token| token.is("\""));
    let now = |at: usize| {
        let present = matches!(read.word(at), "is" | "are" | "has" | "have" | "does" | "do" | "'s");
        !read.tags[at].is_finite() || present || read.tags[at] == Tag::Verb(Form::Third)
    };
    let timeless = || claim.opening != Opening::Relative || words.clone().any(|at| read.tags[at].is_finite());
    inserted && goes_on && !quoted() && timeless() && words.clone().all(now)
}

/// Gives the claims of a piece their speaker; the one that stands beside the attributing words takes them into its span.
/// `around` tells that the claim goes on behind them.
pub(super) fn attach(claims: &mut [Claim], read: &Read, text: &str, attribution: &Attribution, around: bool) {
    let named = speaker_head(read, &attribution.speaker);
    let speaker = if attribution.is_unnamed() { None } else { words_of(read, text, &named) };
    for claim in claims.iter_mut().filter(|claim| !attribution.is_own() && !is_remark(claim, read, attribution)) {
        claim.voice = Voice::Attributed;
        claim.speaker.clone_from(&speaker);
    }
    let beside = |claim: &Claim| {
        claim.tokens.iter().any(|r| {
            let gap = if r.start >= attribution.tokens.end {
                attribution.tokens.end..r.start
            } else {
                r.end..attribution.tokens.start.max(r.end)
            };
            words_in(read, &gap) == 0
        })
    };
    // "X denied that it was sold": without the words that deny it, the claim would say the contrary.
    let denies = attribution.denies(&read.tags);
    let claim = match claims {
        [claim] => claim,
        [claim, ..] if denies => claim,
        _ => return,
    };
    let told_apart = speaker_asserts(read, attribution);
    if description(read, attribution).is_some() && !denies {
        return;
    }
    // "…, X said, adding that …": between two reports the words would end the one in the middle.
    let last = attribution.tokens.end;
    let adds = read.tags[last.saturating_sub(2).max(attribution.tokens.start)..last].contains(&Tag::Verb(Form::Ing));
    // "Two voted against it, according to their aides, arguing that …": the words are those of the clause before.
    let goes_on = attribution.tokens.start > 0
        && claim.tokens.first().is_some_and(|range| {
            range.start >= attribution.tokens.end && read.tags[range.start] == Tag::Verb(Form::Ing)
        });
    // "Lang praised the crowd and said …": without their subject the words say nothing more.
    let apart = attribution.speaker.end <= attribution.tokens.start && !denies;
    if around || adds || goes_on || apart || !beside(claim) || told_apart && named == attribution.speaker && !denies {
        return;
    }
    claim.attribution = attribution.tokens.clone();
    // The attributing words stand before its first words or behind its last.
    let behind = claim.tokens.last().is_some_and(|range| range.end <= attribution.tokens.start);
    let Some(range) = (if behind { claim.tokens.last_mut() } else { claim.tokens.first_mut() }) else { return };
    if told_apart && attribution.tokens.start == named.start && attribution.tokens.end <= range.start {
        // "Ana Lopez, who left, said it was over": the relative clause is a claim of its own.
        *range = trim(read, attribution.speaker.end..attribution.tokens.end).start..range.end;
        claim.tokens.insert(0, named);
        return;
    }
    let attributing = trim(read, attribution.tokens.clone());
    *range = range.start.min(attributing.start)..range.end.max(attributing.end);
}

#[cfg(test)]
mod tests {
    use crate::claim::{extract, read};
    use crate::testing::article;

    #[test]
    fn a_remark_in_commas_is_the_writers_own() {
        let own = |text: &str, words: &str| {
            let claims = extract(0, text, &read(&article("a", text)));
            let found = claims.iter().find(|claim| claim.spans.iter().any(|span| span.slice(text).starts_with(words)));
            found.unwrap_or_else(|| panic!("{text}: {claims:#?}")).speaker.is_none()
        };
        for (text, words, expected) in [
            ("The mill, which employs 90 people, has been sold to a rival, the guild said.", "which employs", true),
            ("The mill, built by a rival of the guild, is the oldest in the land, a guide said.", "built by", true),
            ("The mill, which employs 90 people, has been sold to a rival, the guild said.", "The mill", false),
            // An event is told by whoever tells the rest; so is what hangs on the whole clause, or is quoted.
            ("The mill, which lost a wheel in May, has been sold to a rival, the guild said.", "which lost", false),
            ("The wall gave way at noon, leaving a gap of nine feet, said Ana Ruiz.", "leaving", false),
            (
                "\"The mill, which employs 90 people, has been sold to a rival,\" the guild said.",
                "which employs",
                false,
            ),
        ] {
            assert_eq!(own(text, words), expected, "{text}: {words}");
        }
    }
}
