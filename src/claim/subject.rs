//! What a claim without a subject of its own is about.
//!
//! A step of its own because a predicate, a relative clause and a participle find their subjects in different places of the sentence.
//! Known limits: the nearest noun phrase that can be it, without a tree.

use super::Read;
use super::attribution::is_reporting_form;
use super::clause::{Opening, governor_of_list};
use crate::tag::{Form, Tag, is_plural};
use std::ops::Range;

pub(super) fn needs_subject(opening: Opening) -> bool {
    matches!(
        opening,
        Opening::Predicate | Opening::Relative | Opening::Participial | Opening::Resumed | Opening::Apposition
    )
}

/// How many words may name a part before "of whom".
const PART_REACH: usize = 4;

/// How many tokens before a claim its subject may stand. Sentences of news are shorter; without an end the cost of a sentence of many
/// clauses would grow with its square.
const SUBJECT_REACH: usize = 128;

/// Finds the noun phrase that a claim without a subject is about: for a relative clause the nearest before it, else the first.
/// `until` tells where the clause ends whose predicate it may be: before insertions.
pub(super) fn subject_before(read: &Read, from: usize, until: usize, to: usize, opening: Opening) -> Range<usize> {
    let from = from.max(to.saturating_sub(SUBJECT_REACH));
    let nominal = |i: usize| is_of_noun(read, i, to);
    // "its second-highest level" is that of what the clause is about.
    let apposition = opening == Opening::Apposition && read.tags.get(to) != Some(&Tag::Possessive);
    // "The Tamsel, | swollen by rain": what was done was done to what stands before; "leaving two dead" is told of the whole clause.
    let is_done = |at: usize| matches!(read.tags.get(at), Some(Tag::Verb(Form::Past | Form::Participle)));
    let done = opening == Opening::Participial
        && is_done(to)
        && to > from + 1
        && nominal(to - 2)
        && read.tokens[to - 1].is(",");
    let near = apposition || done;
    // "treated for smoke inhalation, three of whom": several are meant.
    let of_several = (to..to + PART_REACH).any(|i| read.word(i) == "of" && matches!(read.word(i + 1), "whom" | "them"));
    let several = |i: usize| is_plural(read.word(i)) || matches!(read.tags[i], Tag::Name | Tag::Number);
    let mut last = (from..to).rev().find(|&i| nominal(i));
    // "Hart, 24, who"
    if let Some(at) = last.filter(|&at| at >= from + 2 && read.tags[at] == Tag::Number && read.word(at - 1) == ",") {
        last = Some(at - 2).filter(|&name| read.tags[name] == Tag::Name || name == from).or(last);
    }
    let found = if (opening == Opening::Relative || near) && !(of_several && last.is_some_and(|at| !several(at))) {
        noun_before(read, from, last.map_or(from, |at| at + 1), to, opening)
    } else {
        subject_of_predicate(read, from, until, to, opening)
    };
    let found = if apposition { behind_place(read, from, found, to) } else { found };
    with_bound(read, from, found)
}

/// Takes the words of a place off a name that is the subject behind it: "On the far side of the hall | Ana Ruiz, a baker, wept". Without them the verb
/// would have no subject.
fn behind_place(read: &Read, from: usize, found: Range<usize>, to: usize) -> Range<usize> {
    let names = found.clone().rev().take_while(|&at| read.tags[at] == Tag::Name).count();
    let mut behind = (to..read.tags.len()).take(SUBJECT_REACH);
    let acts = |at: usize| read.word(at) == "," && read.tags.get(at + 1).is_some_and(|tag| tag.is_finite());
    let leads = read.tags[from] == Tag::Preposition && !read.tags[from..found.end].iter().any(|tag| tag.is_verbal());
    if leads && (2..found.len()).contains(&names) && behind.any(acts) { found.end - names..found.end } else { found }
}

/// Adds what bounds the number that a subject opens with: "[More than] 200 protesters".
fn with_bound(read: &Read, from: usize, subject: Range<usize>) -> Range<usize> {
    let first = read.tokens[subject.clone()].first().map(|token| token.span);
    let number = first.and_then(|first| read.quantities_in(first).first());
    let bound = number.map_or(subject.start, |number| read.tokens_of(number.span).start);
    bound.clamp(from, subject.start)..subject.end
}

/// Tells whether a token before `to` may stand inside the words that name something.
fn is_of_noun(read: &Read, at: usize, to: usize) -> bool {
    // "Jill Sandoval of Kerr & Co. cut her rating": inside a sentence a stop ends an abbreviation, and behind ", Vt" maybe the sentence.
    let stop = read.tokens[at].is(".")
        && (2..to.saturating_sub(1)).contains(&at)
        && read.tags[at - 1] == Tag::Name
        && !read.tokens[at - 2].is(",");
    // "the drivers' union"
    let owned = read.tokens[at].is("'") && (1..to.saturating_sub(1)).contains(&at) && read.tokens[at + 1].spaced;
    let owned = owned && !read.tokens[at].spaced && read.tokens[at - 1].normal.ends_with('s');
    read.tags[at].is_nominal()
        || stop
        || owned
        || matches!(read.tokens[at].normal.as_str(), "-" | "'s" | "$" | "€" | "£" | "&")
}

/// A noun phrase of which the end is known.
struct Phrase<'r> {
    read: &'r Read,
    /// Where the words begin that may belong to it.
    from: usize,
    end: usize,
    /// Where the clause begins that tells something of it.
    to: usize,
    /// Tells whether a person is meant: "Samir Nadkarni of Corliss Hospital, who …".
    person: bool,
}

impl Phrase<'_> {
    /// Tells whether the preposition at `i` belongs to it with the noun behind: "a nurse [of] Corliss Hospital, who".
    fn joins(&self, i: usize) -> bool {
        let Self { read, from, end, to, person } = *self;
        // "regulators in Brussels, who"
        let place = matches!(read.word(i), "in" | "near") && read.tags[i + 1] == Tag::Name;
        // "4 euros per share, a rise of"
        if read.word(i) == "per" && i > from {
            return true;
        }
        let of = place || matches!(read.word(i), "of" | "at" | "for" | "from");
        // "the killing of two children, who were": one deed is not several.
        let several = matches!(read.word(to + 1), "were" | "are" | "have") && is_plural(read.word(end - 1));
        let of = of && !(several && i > 0 && !is_plural(read.word(i - 1)));
        // "the Initiative of 2008, which": a date does nothing.
        let dated = || read.tokens.get(i + 1).is_some_and(|token| read.is_dated(token.span));
        // "condemnation from Ana Ruiz, who": nobody is a condemnation.
        let of_person = || of && !is_abstract(read, i - 1);
        i > from && if person { of_person() } else { read.tags[i] == Tag::Preposition && dated() }
    }

    /// Tells whether it goes on behind the comma at `i`: "a nurse from Yakima[,] Washington, who …", "Sen. Tom Cole[,] R-Okla., who …".
    fn goes_on(&self, i: usize) -> bool {
        let Self { read, from, person, .. } = *self;
        if i <= from || !read.tokens[i].is(",") || read.tags[i - 1] != Tag::Name {
            return false;
        }
        let inner = (from..i).rev().find(|&at| read.tags[at] != Tag::Name);
        let place = person
            && read.tags[i + 1] == Tag::Name
            && inner.is_some_and(|at| at + 1 < i && read.tags[at] == Tag::Preposition);
        let party =
            || matches!(read.word(i + 1), "r" | "d" | "i") && read.tokens[i + 1].capital && read.word(i + 2) == "-";
        place || party()
    }

    /// Tells whether "from" behind a comma stands at `i`: "The boy, [from] Leeds, who".
    fn is_aside(&self, i: usize) -> bool {
        i > self.from + 1
            && self.read.word(i) == "from"
            && self.person
            && self.read.word(i - 1) == ","
            && self.read.tags[i - 2] == Tag::Noun
    }

    /// Tells whether the word at `i` closes a time that is no part of it: "By 9 [p.m.] | REN, the grid operator", but "the 2004 pact, which".
    fn is_moment(&self, i: usize) -> bool {
        let day = |i: usize| self.read.is_dated(self.read.tokens[i].span);
        let first = (self.from..=i).rev().take_while(|&at| day(at)).last().unwrap_or(i);
        day(i) && !day(self.end - 1) && first > self.from && self.read.tags[first - 1] == Tag::Preposition
    }
}

/// Finds the noun phrase that ends at a place, with what belongs to it of the words before.
fn noun_before(read: &Read, from: usize, end: usize, to: usize, opening: Opening) -> Range<usize> {
    let nominal = |i: usize| is_of_noun(read, i, to);
    let person = read.tokens.get(to).is_some_and(|token| token.is("who") || token.is("whom"));
    let phrase = Phrase { read, from, end, to, person };
    let mut start = end;
    while start > from
        && !(start < end && phrase.is_moment(start - 1))
        && (phrase.is_aside(start - 1)
            || start < end && phrase.is_aside(start)
            || nominal(start - 1)
            || phrase.joins(start - 1) && nominal(start - 2)
            || start < end && phrase.goes_on(start - 1))
    {
        start -= 1;
    }
    // "guilty on Thursday | of the killing", "is | worth 3.5 million, which"
    while start + 1 < end && (read.tags[start] == Tag::Preposition || read.tokens[start].is("worth")) {
        start += 1;
    }
    if start < end {
        start = with_others(read, from, start, to);
        if opening == Opening::Relative && (!read.tokens[to - 1].is(",") || only_place(read, start..end, to)) {
            start = with_limited(read, from, start);
        }
    }
    // "on May 3, 2019, when": the whole day is meant.
    let first = read.tokens[start..end].first().map(|token| token.span);
    let date = first.and_then(|first| read.dates_in(first).first());
    if let Some(date) = date {
        start = read.tokens_of(date.span).start.clamp(from, start);
    }
    start..end
}

/// Finds the noun phrase right before the nearest finite verb that has one, with "of" inside it; for a coordinated predicate, of its tense: in
/// "She had said that the banks are safe and left" it was not the banks that left.
fn subject_of_predicate(read: &Read, from: usize, until: usize, to: usize, opening: Opening) -> Range<usize> {
    let nominal = |i: usize| is_of_noun(read, i, to);
    let tense = (to..read.tags.len())
        .find(|&i| read.tags[i] != Tag::Adverb && read.tags[i] != Tag::Coordinator)
        .and_then(|i| is_past(read, i));
    // "They fear that the strikes will go on, | and have asked for help": behind a comma the predicate is not that of what they fear.
    let apart = opening == Opening::Predicate
        && to >= from + 2
        && read.tags[to - 1] == Tag::Coordinator
        && read.tokens[to - 2].is(",");
    let subject_end = |verb: usize| {
        let mut at = verb;
        while at > from && read.tags[at - 1] == Tag::Adverb {
            at -= 1;
        }
        // "the gang that stormed a school, | killing two": who stormed it killed them.
        let relative = opening == Opening::Participial
            && at > from + 1
            && read.tags[at - 1] == Tag::Relative
            && read.tags.get(to + 1) == Some(&Tag::Number);
        if relative && nominal(at - 2) {
            at -= 1;
        }
        // "two crossings he had shut, | retreating": it is not the crossings that retreat, nor he as he shut them.
        let limits = opening != Opening::Relative
            && at > from + 1
            && read.tags[at - 1] == Tag::Pronoun
            && read.tags[at - 2] == Tag::Noun
            && !opens_clause(read, from, at - 1);
        if limits {
            return None;
        }
        let reported = || (from..at).rev().find(|&i| !nominal(i)).is_some_and(|i| read.tags[i] == Tag::Complementizer);
        (at > from && nominal(at - 1) && !(apart && reported())).then_some(at)
    };
    let finite = || (from..until).rev().filter(|&i| read.tags[i].is_finite());
    let same_tense = finite().filter(|&i| tense.is_none() || is_past(read, i) == tense).find_map(subject_end);
    // "18 states sued over a rule that raises the income they must show, | arguing that …": who argues is who acts first.
    let argues = opening == Opening::Participial && is_reporting_form(&read.tokens, to);
    // "Ana Lopez, who farms, sold it, | saying …": where insertions part every verb from its subject, the clause begins with it.
    let opens = |i: usize| matches!(read.tags[i], Tag::Coordinator | Tag::Adverb);
    let begins = (from..to).find(|&i| !opens(i)).unwrap_or(from);
    let lists = |i: usize| i > begins && read.tags[i] == Tag::Coordinator && i + 1 < to && nominal(i + 1);
    let first = || {
        let end = (begins..to).find(|&i| !nominal(i) && !lists(i));
        end.filter(|&end| end > begins && read.tokens[end].is(","))
    };
    let inserted = |end: &usize| matches!(read.tags.get(end + 1), Some(Tag::Relative | Tag::Verb(_)));
    let same_tense =
        if argues { first().filter(inserted).or_else(|| finite().rev().find_map(subject_end)) } else { same_tense };
    let end = same_tense.or_else(|| finite().find_map(subject_end)).or_else(first).unwrap_or(from);
    phrase_to(read, from, end, to)
}

/// Finds the noun phrase that ends at a place, with what limits it: "the number of homes", "a wildfire in Northern California".
fn phrase_to(read: &Read, from: usize, end: usize, to: usize) -> Range<usize> {
    let nominal = |i: usize| is_of_noun(read, i, to);
    let limits = |i: usize| {
        let place = matches!(read.tokens[i].normal.as_str(), "in" | "at" | "near" | "from" | "for" | "with" | "on");
        read.tokens[i].is("of") || place && i > from && read.tags[i - 1] == Tag::Noun
    };
    let mut start = end;
    // "Over six decades | she recorded 31 albums": a pronoun is all of it.
    if end > from && read.tags[end - 1] == Tag::Pronoun && opens_clause(read, from, end - 1) {
        return end - 1..end;
    }
    while start > from {
        // "two masked men"
        let described = start > from + 1
            && matches!(read.tags[start - 1], Tag::Verb(Form::Past | Form::Participle | Form::Ing))
            && matches!(read.tags[start - 2], Tag::Determiner | Tag::Number | Tag::Possessive)
            && start < end;
        let joins = nominal(start - 1)
            || described
            || limits(start - 1)
            || read.tags[start - 1] == Tag::Coordinator && start > from + 1 && nominal(start - 2);
        if !joins {
            break;
        }
        start -= 1;
        // A determiner opens the phrase; what stands before it is another one.
        if read.tags[start] == Tag::Determiner && !(start > from && limits(start - 1)) {
            break;
        }
    }
    // "at least two people"
    let bounds = matches!(read.tokens.get(start).map(|token| token.normal.as_str()), Some("least" | "most"));
    if bounds && start > from && read.tokens[start - 1].is("at") {
        start -= 1;
    }
    start..end
}

/// Conjunctions behind which who does something in the clause before does something else.
const OF_DOER: &[&str] = &["after", "before", "while", "since", "when"];

/// Tells whether a claim hangs on who does something in the clause before it: "before | recovering", "after | seizing them". Where an insertion parts
/// the verb of that clause from its subject, nobody is found.
pub(super) fn hangs_on_doer(read: &Read, range: &Range<usize>, opening: Opening) -> bool {
    let opens = || OF_DOER.contains(&read.tokens[range.start].normal.as_str());
    let does = || matches!(read.tags.get(range.start + 1), Some(Tag::Verb(Form::Ing)));
    let beside = |at: &usize| matches!(read.tags[*at], Tag::Adverb | Tag::Be | Tag::Have | Tag::Modal);
    let told = || {
        let verb = (0..range.start).rev().take(SUBJECT_REACH).find(|&at| read.tags[at].is_finite())?;
        (0..verb).rev().find(|at| !beside(at))
    };
    opening == Opening::Subordinate && opens() && does() && told().is_some_and(|at| read.tags[at].is_nominal())
}

/// Tells whether a pronoun stands behind a phrase that opens its clause: "Over six decades | she recorded 31 albums", not "two crossings | he had shut".
fn opens_clause(read: &Read, from: usize, pronoun: usize) -> bool {
    let inside =
        |at: &usize| read.tags[*at].is_nominal() || matches!(read.tags[*at], Tag::Determiner | Tag::Possessive);
    let Some(first) = (from..pronoun).rev().take_while(inside).last() else { return false };
    let Some(opener) = first.checked_sub(1).filter(|&at| at >= from) else { return false };
    let parted = opener == from || matches!(read.tags[opener - 1], Tag::Punctuation | Tag::Coordinator);
    read.tags[opener] == Tag::Preposition && parted
}

/// How many words before "in the area which" may belong to the noun that they limit. Larger names what a clause is about at more length.
const LIMITED: usize = 7;

/// Returns where a subject begins whose noun limits another one: "a holdup at a bank | in which a guard was shot", "a ship in the area | which
/// cut the cable". Where no comma parts them, nobody can tell which of the nouns is meant, and with both the words say what the text says.
fn with_limited(read: &Read, from: usize, start: usize) -> usize {
    let Some(preposition) = start.checked_sub(1).filter(|&at| at > from && read.tags[at] == Tag::Preposition) else {
        return start;
    };
    if !matches!(read.tags[preposition - 1], Tag::Noun | Tag::Name) {
        return start;
    }
    let inside = |at: &usize| {
        let mark = matches!(read.tokens[*at].normal.as_str(), "." | "-" | "%");
        read.tags[*at].is_nominal()
            || mark
            || matches!(read.tags[*at], Tag::Adverb | Tag::Verb(Form::Participle | Form::Ing))
    };
    let opens = |at: &usize| matches!(read.tags[*at], Tag::Determiner | Tag::Possessive);
    let near = || (from..preposition).rev().take(LIMITED).take_while(inside);
    // "Monday's fire near Lund, in which": with whose or of when it is.
    let owner = || near().take_while(|at| read.tags[*at].is_nominal()).last();
    match near().find(opens) {
        Some(at) if read.tokens[at].is("'s") => owner().filter(|&first| first < at).unwrap_or(start),
        found => found.unwrap_or(start),
    }
}

/// Tells whether a noun phrase behind a comma only names where something is of which a relative clause tells: "a fire near [Lund], in which two
/// died". "Who" and "where" tell of whoever and of the place itself.
fn only_place(read: &Read, phrase: Range<usize>, relative: usize) -> bool {
    let names = read.tags[phrase].iter().all(|tag| *tag == Tag::Name);
    let which = read.word(relative) == "which" || read.word(relative + 1) == "which";
    names && which && read.tags.get(relative) != Some(&Tag::Noun)
}

/// How many words the names may take with which one is named. Larger names more of a long list.
const LISTED: usize = 24;

/// Returns where a subject begins of which a claim says something that is said of several, where it ends a list: "Derby Line and Highgate
/// Springs, | both in Vermont", "Ana Ruiz, Rui Costa and Eva Holm, | who were there".
fn with_others(read: &Read, from: usize, start: usize, to: usize) -> usize {
    let verb = (to..read.tags.len().min(to + 2)).find(|&i| read.tags[i].is_verbal());
    let all = |i: usize| matches!(read.word(i), "both" | "all" | "each" | "neither");
    let several = all(to) || all(to + 1) || verb.is_some_and(|verb| matches!(read.word(verb), "were" | "are" | "have"));
    let name = |i: usize| read.tags[i] == Tag::Name && read.tokens[i].is_word();
    if !several || start < from + 2 || read.tags[start - 1] != Tag::Coordinator || !name(start) || !name(start - 2) {
        return start;
    }
    let first = from.max(start.saturating_sub(LISTED));
    let names = (first..start - 1).rev().take_while(|&i| name(i) || read.word(i) == "," && i > first && name(i - 1));
    names.filter(|&i| name(i)).last().unwrap_or(start)
}

/// How many words may govern a list of things done for its members to be told with them. Larger makes statements that open at length.
const GOVERNING: usize = 16;

/// Finds the words that govern a list of things done, without which a member of it would be said to be so: of "the firm is suspected of
/// bribing officials, | hiding payments and misleading auditors" it is "the firm is suspected of".
pub(super) fn governing_words(read: &Read, from: usize, to: usize, opening: Opening) -> Option<Range<usize>> {
    if !matches!(opening, Opening::Participial | Opening::Predicate) {
        return None;
    }
    let governor = governor_of_list(&read.tags, from, to)?;
    let opens =
        |at: usize| matches!(read.tags[at], Tag::Punctuation | Tag::Relative | Tag::Complementizer | Tag::Subordinator);
    let start = (from..governor).rev().take(GOVERNING).find(|&at| opens(at)).map_or(from, |at| at + 1);
    let told = || read.tags[start..governor].iter().any(|tag| tag.is_finite());
    (governor + 1 - start <= GOVERNING && told()).then_some(start..governor + 1)
}

/// Endings of nouns that name what is done, felt or so, and no person.
const ABSTRACT: &[&str] = &["tion", "sion", "ment", "ance", "ence", "ity", "ness", "ism", "ship", "ure", "ing", "acy"];

/// Tells whether a word is a noun that names no person: by its ending, or as it stands without a determiner, as only names of stuff and deeds do.
fn is_abstract(read: &Read, at: usize) -> bool {
    let plain = read.tags[at] == Tag::Noun;
    let ending = ABSTRACT.iter().any(|ending| read.tokens[at].normal.ends_with(ending));
    let opens = |at: usize| matches!(read.tags[at], Tag::Determiner | Tag::Possessive | Tag::Number);
    let first = (0..=at).rev().take_while(|&at| read.tags[at].is_nominal() || opens(at)).last().unwrap_or(at);
    let plural = read.tokens[at].normal.ends_with('s');
    plain && (ending || !plural && !(first..at).any(opens) && !read.tokens[first].capital)
}

/// Tells whether a finite verb is in the past; `None` for other words.
fn is_past(read: &Read, at: usize) -> Option<bool> {
    match read.tags[at] {
        Tag::Verb(Form::Past) => Some(true),
        Tag::Verb(Form::Third) | Tag::Modal => Some(false),
        Tag::Be | Tag::Have | Tag::Do => {
            Some(matches!(read.tokens[at].normal.as_str(), "was" | "were" | "had" | "did"))
        }
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use crate::testing::rows;

    #[test]
    fn what_hangs_on_a_place_or_an_amount_is_told_with_what_it_is_of() {
        for (text, statement) in [
            (
                "The guild blamed cuts for Monday's boat fire off Tolm, in which six cooks were hurt by smoke in the galley.",
                "Monday's boat fire off Tolm, in which six cooks were hurt by smoke in the galley.",
            ),
            (
                "The fire broke out in a hall in Brandt, which the guild had bought in June for its younger members.",
                "a hall in Brandt, which the guild had bought in June for its younger members.",
            ),
            (
                "The yard has offered to pay 90 crowns per ton, a third more than the price in June at the port.",
                "The yard has offered to pay 90 crowns per ton, a third more than the price in June at the port.",
            ),
            (
                "The closing will cost 90,000 crowns, most of it for new fences and guards at the gate.",
                "The closing will cost 90,000 crowns, most of it for new fences and guards at the gate.",
            ),
            // A place alone is meant, a person, or what was counted.
            (
                "The fire broke out in a hall in Brandt, where nine cooks of the guild had met for years in June.",
                "Brandt, where nine cooks of the guild",
            ),
            (
                "The fall of the roof hurt six cooks in June, two of them badly burned.",
                "The fall of the roof hurt six cooks",
            ),
            (
                "The guild sat down at the port with a clerk from Brandt, who had kept the books of the yard for years.",
                "a clerk from Brandt, who had kept the books",
            ),
        ] {
            let told: Vec<String> =
                rows([text, "Snow fell in the hills."]).into_iter().map(|row| row.statement).collect();
            assert!(told.iter().any(|told| told.starts_with(statement)), "{statement}: {told:#?}");
        }
    }
}
