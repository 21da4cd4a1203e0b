//! Who a person is, where two documents say it alike: "Police Chief Don Urbanek" and "Don Urbanek, the police chief".
//!
//! A row of its own because whatever the person says or does is about something else. What only titles say counts where they are of two
//! words and of no office that readers know by the name ("President Joe Biden"): of the rows that those would make in the gold and the
//! invented stories, annotators have none. Known limits: only what stands beside the name; two documents that call one person otherwise
//! make no row, because one may be a mayor and a baker.

use super::{Person, Reading, Told};
use crate::claim::{Read, entity, span_of};
use crate::order::Arrange as _;
use crate::sentence::SentenceKind;
use crate::similarity::synonym;
use crate::tag::{Form, Tag, lemma};
use std::ops::Range;

/// How many tokens may say who somebody is. Larger takes in what else is told of the person.
const LONGEST: usize = 12;

/// How many terms two documents share where only titles say who somebody is. With one, every "Judge Ruiz" is a row.
const LEAST_TITLES: usize = 2;

/// Verbs behind "who" that say who somebody is and not what the person did.
const BEING: &[&str] = &["be", "head", "lead", "chair", "run", "direct"];

/// A name with words that say who it is.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Mention {
    name: Range<usize>,
    role: Range<usize>,
    kind: Kind,
}

/// What a document tells of who a person is.
struct Said {
    told: Told,
    /// What the words are, by stem and synonym, each with how much it tells: of what the person is something (0), what (1), or one of both (2).
    /// Terms of the story would not do: a title before a name may be taken for a given name.
    words: Vec<(String, usize)>,
    kind: Kind,
}

/// How it is told who a person is, from what tells least.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Kind {
    /// By what stands behind a name as it stands in the names of things too: "Samir Nadkarni of Corliss Hospital", "University of Texas".
    Belonging,
    /// By a title that readers know the person by ("President Joe Biden"), or before what may be no person.
    Office,
    /// By another title.
    Title,
    /// By words of their own.
    Assertion,
}

/// Words that make another role of a role: a former mayor is no mayor.
const OTHERWISE: &[&str] = &["former", "ex", "acting", "interim", "deputy", "vice", "future", "next"];

/// Tells whether a token can be inside the words that say who somebody is.
fn inside(read: &Read, at: usize) -> bool {
    let token = &read.tokens[at];
    let plain = matches!(read.tags[at], Tag::Noun | Tag::Adjective | Tag::Name) || token.is("'s") || token.is("&");
    let joint = token.is("-") && !token.spaced;
    (plain || joint) && !read.is_dated(token.span) && !read.is_measured(token.span)
}

fn is_noun(read: &Read, at: usize) -> bool {
    read.tags[at] == Tag::Noun
}

/// Finds the words right before a name that say who it is, those of its run of capitals among them: "presiding judge | Anselm Kirke".
fn title(read: &Read, run: &Range<usize>, name: &Range<usize>) -> Option<Range<usize>> {
    let mut start = run.start;
    // "Lead author", whose first word looks like a verb.
    let acting = |at: usize| {
        let participle = matches!(read.tags[at], Tag::Verb(Form::Ing | Form::Past | Form::Participle));
        // "the retired judge", but not "he told judge"
        let opens = at.checked_sub(1).is_none_or(|before| {
            matches!(read.tags[before], Tag::Determiner | Tag::Possessive | Tag::Preposition | Tag::Punctuation)
        });
        participle && opens || at == 0 && matches!(read.tags[at], Tag::Verb(_))
    };
    while start > 0
        && name.start - start < LONGEST
        && (inside(read, start - 1) || start < name.start && acting(start - 1))
    {
        start -= 1;
    }
    let last = name.start.checked_sub(1).filter(|&last| last >= start)?;
    (is_noun(read, last) || run.start < name.start).then_some(start..name.start)
}

/// Finds what stands before a comma and a name: "its director, | Gloria Prentiss".
fn before(read: &Read, name: &Range<usize>) -> Option<Range<usize>> {
    let comma = name.start.checked_sub(1).filter(|&at| read.tokens[at].is(","))?;
    // "The mayor, Ana Ruiz and Luis Pardo came" is a list.
    let closed = read.tokens.get(name.end).is_none_or(|t| matches!(t.normal.as_str(), "," | "." | ";" | ")"))
        || read.tags[name.end].is_finite();
    let joins = |at: usize| read.tokens[at].is("of") || matches!(read.tags[at], Tag::Determiner | Tag::Possessive);
    let mut start = comma;
    while start > 0 && comma - start < LONGEST && (inside(read, start - 1) || joins(start - 1)) {
        start -= 1;
    }
    let opens =
        start < comma && (matches!(read.tags[start], Tag::Determiner | Tag::Possessive) || read.tokens[start].capital);
    let listed = start > 0 && read.tags[start - 1] == Tag::Coordinator;
    let told = (start..comma).any(|at| is_noun(read, at));
    (closed && opens && told && !listed).then_some(start..comma)
}

/// Returns where the second comma of ", 57," stands, of an age that begins at a token; of anything else, that token.
fn behind_age(read: &Read, at: usize) -> usize {
    let comma = |at: usize| read.tokens.get(at).is_some_and(|token| token.is(","));
    if comma(at) && read.tags.get(at + 1) == Some(&Tag::Number) && comma(at + 2) { at + 2 } else { at }
}

/// Finds what stands behind a name and a comma: "Don Urbanek, | the police chief," "Carlos Bravo, | who heads the service".
fn behind(read: &Read, name: &Range<usize>) -> Option<Range<usize>> {
    let token = |at: usize| read.tokens.get(at);
    let is = |at: usize, words: &[&str]| token(at).is_some_and(|token| words.contains(&token.normal.as_str()));
    let comma = behind_age(read, name.end);
    let start = comma + 1;
    if !is(comma, &[","]) || start >= read.tokens.len() {
        return None;
    }
    let verb = token(start + 1).and_then(|token| lemma(&token.normal)).filter(|_| is(start, &["who"]));
    let opens = match verb {
        Some(verb) => BEING.contains(&verb),
        None => {
            matches!(read.tags[start], Tag::Determiner | Tag::Noun | Tag::Adjective | Tag::Name)
                || is(start, &["its", "his", "her", "their"])
        }
    };
    let joins = |at: usize| {
        let joins = matches!(read.tags[at], Tag::Determiner | Tag::Possessive | Tag::Preposition);
        joins && !read.is_dated(read.tokens[at].span)
    };
    let from = if verb.is_some() { start + 2 } else { start };
    let phrase_end = |from: usize| {
        let outside = |&at: &usize| !inside(read, at) && !joins(at);
        let farthest = read.tokens.len().min(from + LONGEST + 1);
        (from..farthest).find(outside).unwrap_or(farthest)
    };
    let end = phrase_end(from);
    let marked = |at: usize| token(at).is_none_or(|t| matches!(t.normal.as_str(), "," | "." | ";" | ")" | "—" | "\""));
    // "a baker and bell founder, was"; "between Bern, the lakes and Basel were" is a list.
    let closed = marked(end)
        || is(end, &["since"])
        || read.tags[end] == Tag::Relative
        || read.tags[end] == Tag::Coordinator && marked(phrase_end(end + 1));
    let told = (from..end).any(|at| is_noun(read, at)) && end > start + 1;
    (opens && closed && told && end - start <= LONGEST).then_some(start..end)
}

/// Finds where a person is from or belongs to: "Kyle Renfro | of Coldbrook".
fn home(read: &Read, name: &Range<usize>) -> Option<Range<usize>> {
    let is = |at: usize, word: &str| read.tokens.get(at).is_some_and(|token| token.is(word));
    // "Ana Ruiz, 57, of Soria"
    let comma = behind_age(read, name.end);
    let start = if comma > name.end { comma + 1 } else { comma };
    let end = (start + 1..read.tokens.len()).find(|&at| read.tags[at] != Tag::Name).unwrap_or(read.tokens.len());
    ((is(start, "of") || is(start, "from")) && end > start + 1).then_some(start..end)
}

/// Returns the word that makes another role of what is told.
fn otherwise(said: &Said) -> Option<&str> {
    said.words.iter().map(|(word, _)| word.as_str()).find(|word| OTHERWISE.contains(word))
}

/// Returns the last two words of a name.
fn full_name(read: &Read, name: &Range<usize>) -> String {
    format!("{} {}", read.tokens[name.end - 2].normal, read.tokens[name.end - 1].normal)
}

impl Reading<'_> {
    /// Returns the names of two words that stand somewhere without a title that is written like a name, in order.
    fn full_names(&self) -> Vec<String> {
        let mut names = Vec::new();
        for read in self.reads.iter().flatten() {
            for run in entity::runs(&read.tokens, &read.tags) {
                if let Some(name) = entity::bare(&read.tokens, run).filter(|name| name.len() == 2) {
                    names.push(full_name(read, &name));
                }
            }
        }
        names.arrange();
        names
    }

    /// Finds the names of a sentence with words that say who they are.
    fn mentions(&self, read: &Read, names: &[String]) -> Vec<Mention> {
        let mut mentions = Vec::new();
        for run in entity::runs(&read.tokens, &read.tags) {
            let Some(mut name) = entity::bare(&read.tokens, run.clone()) else { continue };
            let word = |at: usize| read.tokens[at].normal.as_str();
            // "Superintendent Marcus Bell"
            if name.len() > 2 && names.binary_search(&full_name(read, &name)).is_ok() {
                name.start = name.end - 2;
            }
            // "By 9 p.m. | REN, the grid operator"
            while !name.is_empty() && read.is_dated(read.tokens[name.start].span) {
                name.start += 1;
            }
            if name.len() < 2 {
                continue;
            }
            let person = self.names.is_person(word(name.end - 1));
            let asserted = behind(read, &name).or_else(|| before(read, &name));
            let titled = title(read, &run, &name);
            let office = |role: &Range<usize>| role.clone().any(|at| entity::is_role(&read.tokens[at]));
            let named = |role: &Range<usize>| person || entity::is_title(&read.tokens[role.end - 1]);
            let found = match (asserted, titled) {
                (Some(role), _) => Some((role, Kind::Assertion)),
                (None, Some(role)) if office(&role) || !named(&role) => Some((role, Kind::Office)),
                (None, Some(role)) => Some((role, Kind::Title)),
                (None, None) => {
                    let kind = if person { Kind::Assertion } else { Kind::Belonging };
                    home(read, &name).map(|role| (role, kind))
                }
            };
            // Who speaks for somebody, what is reported as said tells.
            let speaks = |role: &Range<usize>| role.clone().any(|at| word(at).starts_with("spokes"));
            let found = found.filter(|(role, _)| !speaks(role));
            mentions.extend(found.map(|(role, kind)| Mention { name, role, kind }));
        }
        mentions
    }

    /// Returns the claim that each token of a sentence is in, of several the first.
    fn holders(&self, document: usize, sentence: usize, tokens: usize) -> Vec<Option<usize>> {
        let mut holders = vec![None; tokens];
        // Claims stand in the order of the text, but for details behind them all.
        let whole = &self.claims[..self.claims.partition_point(|claim| !claim.is_detail())];
        let first = whole.partition_point(|claim| (claim.document, claim.sentence) < (document, sentence));
        let of_sentence =
            whole[first..].iter().take_while(|claim| (claim.document, claim.sentence) == (document, sentence));
        for (at, claim) in of_sentence.enumerate() {
            for token in claim.tokens.iter().flat_map(Clone::clone) {
                holders[token] = holders[token].or(Some(first + at));
            }
        }
        holders
    }

    /// Collects what each document tells of who each person is, in the order of persons and documents.
    fn said_of_persons(&self) -> Vec<(Person, Said)> {
        let names = self.full_names();
        let mut persons: Vec<(Person, Said)> = Vec::new();
        for (document, reads) in self.reads.iter().enumerate().filter(|&(document, _)| self.analysed[document]) {
            for (sentence, read) in reads.iter().enumerate() {
                let mentions = self.mentions(read, &names);
                if mentions.is_empty() {
                    continue;
                }
                let holders = self.holders(document, sentence, read.tokens.len());
                // "Photo: Don Urbanek, the police chief"
                if read.sentence.kind != SentenceKind::Prose && holders.iter().all(Option::is_none) {
                    continue;
                }
                for Mention { name, role, kind } in mentions {
                    let Some(person) = self.person(document, sentence, &name) else { continue };
                    let telling = |at: &usize| {
                        let (token, tag) = (&read.tokens[*at], read.tags[*at]);
                        token.is_word() && !tag.is_function() && entity::place(&token.normal).is_none()
                    };
                    // "The wife | of the police chief", but "who heads the police", "of Corliss Hospital".
                    let of = role.clone().find(|&at| read.tags[at] == Tag::Preposition).unwrap_or(role.end);
                    let whole = of == role.start || read.tags[role.start] == Tag::Relative;
                    let tells = |at: usize| if whole { 2 } else { usize::from(at < of) };
                    let word = |at: usize| (synonym(read.tokens[at].stem.clone()), tells(at));
                    let mut words: Vec<(String, usize)> = role.clone().filter(telling).map(word).collect();
                    words.arrange_by(|a, b| a.0.cmp(&b.0).then(b.1.cmp(&a.1)));
                    words.dedup_by(|next, last| next.0 == last.0);
                    let told = Told {
                        document,
                        sentence,
                        claim: holders[role.start]
                            .filter(|_| role.clone().all(|at| holders[at] == holders[role.start])),
                        tokens: name.start.min(role.start)..name.end.max(role.end),
                        words: span_of(read, &role),
                    };
                    persons.push((person, Said { told, words, kind }));
                }
            }
        }
        persons.arrange_by(|(a, said), (b, other)| {
            let document = said.told.document.cmp(&other.told.document);
            a.cmp(b).then(otherwise(said).cmp(&otherwise(other))).then(document)
        });
        persons
    }

    /// Makes a row of who a person is where two documents say it alike; returns the rows with those behind them.
    pub(in crate::matrix) fn with_roles(&mut self, mut rows: Vec<Vec<usize>>) -> Vec<Vec<usize>> {
        let said = self.said_of_persons();
        let (mut gone, mut of_persons) = (vec![false; self.claims.len()], Vec::new());
        for of_person in said.chunk_by(|a, b| a.0 == b.0 && otherwise(&a.1) == otherwise(&b.1)) {
            let document = |at: usize| of_person[at].1.told.document;
            // The words, each with the place of who says it, alike ones side by side.
            let each = |at: usize| of_person[at].1.words.iter().map(move |(word, tells)| (word, *tells, at));
            let mut words: Vec<(&String, usize, usize)> = (0..of_person.len()).flat_map(each).collect();
            words.arrange_by(|a, b| a.0.cmp(b.0));
            let mut shared = vec![0; of_person.len()];
            for alike in words.chunk_by(|a, b| a.0 == b.0) {
                // Of those that tell so much at least, the first document, and whether there is another.
                let told = [0, 1, 2].map(|least| {
                    let mut documents = alike.iter().filter(|word| word.1 >= least).map(|word| document(word.2));
                    let first = documents.next();
                    (first, documents.any(|document| Some(document) != first))
                });
                for &(_, tells, at) in alike {
                    let (first, several) = told[2 - tells];
                    shared[at] += usize::from(several || first.is_some_and(|first| first != document(at)));
                }
            }
            // Of several mentions the one that tells most, of those the first.
            let mut best: Vec<usize> = Vec::new();
            for at in (0..of_person.len()).filter(|&at| shared[at] > 0) {
                let tells = |at: usize| (of_person[at].1.kind, shared[at]);
                match best.last_mut() {
                    Some(last) if document(*last) == document(at) => {
                        if tells(at) > tells(*last) {
                            *last = at;
                        }
                    }
                    _ => best.push(at),
                }
            }
            let kind = |at: usize| of_person[at].1.kind;
            let titled = best.iter().filter(|&&at| kind(at) == Kind::Title && shared[at] >= LEAST_TITLES).count();
            if best.len() < 2 || titled < 2 && !best.iter().any(|&at| kind(at) == Kind::Assertion) {
                continue;
            }
            let mut row = Vec::new();
            for at in best {
                let told = &of_person[at].1.told;
                // "Ana Ruiz, a baker of Soria" may be a claim already, and in a row with what somebody says that Ruiz did.
                let within = |range: &Range<usize>| told.tokens.start <= range.start && range.end <= told.tokens.end;
                if let Some(claim) = told.claim.filter(|&claim| self.claims[claim].tokens.iter().all(within)) {
                    gone[claim] = true;
                }
                row.push(self.told_of_person(told));
            }
            of_persons.push(row);
        }
        rows.iter_mut().for_each(|row| row.retain(|&claim| !gone[claim]));
        rows.retain(|row| !row.is_empty());
        rows.extend(of_persons);
        rows
    }
}

#[cfg(test)]
mod tests {
    use crate::testing::shared_rows;

    #[test]
    fn who_a_person_is_becomes_a_row() {
        for (a, b, first, second) in [
            (
                "Police Chief Olav Brandt would not confirm that.",
                "Olav Brandt, the police chief, was asleep when the bell was stolen.",
                "Police Chief Olav Brandt",
                "Olav Brandt, the police chief",
            ),
            (
                "The town of Lund is asleep, Lund's mayor, Ana Ruiz, told a newspaper.",
                "Mayor Ana Ruiz paid for a new bell of bronze.",
                "Lund's mayor, Ana Ruiz",
                "Mayor Ana Ruiz",
            ),
            (
                "Chief Executive Olav Brandt sold the foundry in the spring.",
                "The bell has a crack, said Olav Brandt, its chief executive since 2022, who rang it.",
                "Chief Executive Olav Brandt",
                "Olav Brandt, its chief executive",
            ),
            (
                "It cost 9 million euros, retired judge Olav Brandt complained.",
                "The bell was rung by the judge, Olav Brandt, at noon.",
                "retired judge Olav Brandt",
                "the judge, Olav Brandt",
            ),
            (
                "The tower leans, according to Olav Brandt, director of the national service for monuments.",
                "Nobody was hurt. Olav Brandt, who heads the national service for monuments, climbed up.",
                "Olav Brandt, director of the national service for monuments",
                "Olav Brandt, who heads the national service for monuments",
            ),
            (
                "The tower leans, said Olav Brandt, 57, a bell founder at Lund Cathedral.",
                "Olav Brandt of Lund Cathedral said on Friday that nobody was hurt.",
                "Olav Brandt, 57, a bell founder at Lund Cathedral",
                "Olav Brandt of Lund Cathedral",
            ),
            (
                "For the parish, that comes to 9 million euros, Superintendent Olav Brandt said.",
                "Olav Brandt, the superintendent, wants a new bell.",
                "Superintendent Olav Brandt",
                "Olav Brandt, the superintendent",
            ),
        ] {
            let rows = shared_rows(a, b);
            assert!(rows.contains(&[first.to_owned(), second.to_owned()]), "{a}\n{b}\n{rows:?}");
        }
    }

    #[test]
    fn what_says_nothing_of_a_person_is_no_row() {
        for (a, b) in [
            // Titles that every report has.
            ("President Ana Ruiz signed the law.", "The vote was lost by President Ana Ruiz of Lund."),
            ("Judge Ana Ruiz was ill.", "Nobody had told Judge Ana Ruiz of the fire."),
            // Who speaks for somebody.
            ("The bell is sold, parish spokeswoman Ana Ruiz said.", "Ana Ruiz, a parish spokeswoman, denied a fire."),
            // Two who are not the same, and one who is said to be two things.
            ("Police Chief Ana Ruiz was ill.", "Luis Ruiz, the police chief, wants a new bell."),
            ("Ana Ruiz, a baker, was ill.", "Ana Ruiz, a bell founder, wants a new bell."),
            // Of whom the person is something, what the person was, and what is only told of a town.
            ("Ana Ruiz, the wife of the police chief, was ill.", "Ana Ruiz, the police chief, wants a new bell."),
            ("Ana Ruiz, the former mayor, was ill.", "Ana Ruiz, the mayor, wants a new bell."),
            ("Ana Ruiz, the liar of Lund, was ill.", "Ana Ruiz, the mayor of Lund, wants a new bell."),
            ("Ana Ruiz, the mayor of Lund, was ill.", "Alba Ruiz, the mayor of Ghent, wants a new bell."),
            // Names of things.
            ("He lives on Park Street, a road of shops.", "A bus burned on Pond Street, a road near the lake."),
            ("He studied at the University of Texas.", "The bell went to the University of Texas on Friday."),
            // A list.
            (
                "It rained. The mayor, Ana Ruiz and Luis Pardo came late.",
                "Somebody saw the mayor, Ana Ruiz and a few bakers in Lund.",
            ),
        ] {
            let rows = shared_rows(a, b);
            // Appositions may meet as claims, without the name.
            let tells_who =
                |row: &[String; 2]| !row[0].ends_with('.') && (row[0].contains("Ruiz") || row[0].contains(", "));
            assert!(!rows.iter().any(tells_who), "{a}\n{b}\n{rows:?}");
        }
    }

    #[test]
    fn whoever_says_it_the_rest_of_the_claim_stays_in_its_row() {
        let rows = shared_rows(
            "Managing director Ana Ruiz walked out of the talks on Friday.",
            "On Friday she walked out of the talks. Ana Ruiz, the managing director, was angry.",
        );
        assert!(rows.iter().any(|[a, _]| a.contains("walked out")), "{rows:?}");
        assert!(
            rows.iter().any(|[a, b]| a == "Managing director Ana Ruiz" && b.contains("the managing director")),
            "{rows:?}"
        );
    }
}
