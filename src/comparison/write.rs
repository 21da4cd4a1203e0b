//! Writes a comparison as JSON.
//!
//! A file of its own because it writes the same bytes as the derived way does in a fraction of the time and of the code: a comparison of
//! fifty articles is twenty megabytes, and writing it took a quarter of an analysis in the browser. A member that is added to the format
//! is added here; the tests hold this way against the derived one.

use super::{Cell, Comparison, Cue, Evidence, Nearest, Reason, Review, Row};
use crate::document::{Corpus, Document};
use crate::stance::Voice;

impl Comparison {
    /// Writes the comparison as JSON on one line.
    ///
    /// ```
    /// use news_compare::{Comparison, Corpus, Document, Options, analyze};
    ///
    /// let corpus = Corpus::new(vec![Document::new("a", "The river rose two metres on Monday.")]);
    /// let comparison = analyze(&corpus, &Options::default());
    /// assert_eq!(Comparison::from_json(&comparison.to_json()), Ok(comparison));
    /// ```
    pub fn to_json(&self) -> String {
        // Room is made once: a text that is made room for as it grows takes three times its length meanwhile, and the memory of an
        // instance in a browser never shrinks. What has to be escaped is little.
        let mut writer = Writer { text: String::new(), length: 0, measures: true };
        writer.comparison(self);
        let mut writer =
            Writer { text: String::with_capacity(writer.length + writer.length / 32), length: 0, measures: false };
        writer.comparison(self);
        writer.text
    }
}

/// Writes into a text, or tells how long it would become without what has to be escaped.
struct Writer {
    text: String,
    length: usize,
    measures: bool,
}

impl Writer {
    /// Writes words as they are.
    fn put(&mut self, words: &str) {
        if self.measures {
            self.length += words.len();
        } else {
            self.text.push_str(words);
        }
    }

    fn string(&mut self, words: &str) {
        self.put("\"");
        if self.measures {
            self.length += words.len();
        } else {
            self.escaped(words);
        }
        self.put("\"");
    }

    fn escaped(&mut self, words: &str) {
        let mut from = 0;
        for (at, byte) in words.bytes().enumerate() {
            if byte >= 0x20 && byte != b'"' && byte != b'\\' {
                continue;
            }
            // What is escaped is one byte, so both ends are boundaries of characters.
            self.text.push_str(words.get(from..at).unwrap_or_default());
            from = at + 1;
            self.text.push('\\');
            let short = match byte {
                0x08 => 'b',
                b'\t' => 't',
                b'\n' => 'n',
                0x0c => 'f',
                b'\r' => 'r',
                b'"' | b'\\' => char::from(byte),
                _ => 'u',
            };
            self.text.push(short);
            if short == 'u' {
                self.text.push_str("00");
                for digit in [byte >> 4, byte & 15] {
                    self.text.extend(char::from_digit(u32::from(digit), 16));
                }
            }
        }
        self.text.push_str(words.get(from..).unwrap_or_default());
    }

    /// Writes a member that is a string; `name` holds what stands before it, down to the colon.
    fn member(&mut self, name: &str, words: &str) {
        self.put(name);
        self.string(words);
    }

    fn optional(&mut self, name: &str, words: Option<&String>) {
        if let Some(words) = words {
            self.member(name, words);
        }
    }

    fn nullable(&mut self, name: &str, words: Option<&str>) {
        match words {
            Some(words) => self.member(name, words),
            None => {
                self.put(name);
                self.put("null");
            }
        }
    }

    fn count(&mut self, name: &str, mut number: usize) {
        self.put(name);
        // Twenty digits are enough for 64 bits.
        let (mut digits, mut from) = ([0_u8; 20], 20);
        loop {
            from -= 1;
            digits[from] = b'0' + (number % 10) as u8;
            number /= 10;
            if number == 0 || from == 0 {
                break;
            }
        }
        self.put(std::str::from_utf8(&digits[from..]).unwrap_or_default());
    }

    fn number(&mut self, name: &str, number: f64) {
        self.put(name);
        // Nearly all are shares rounded to hundredths.
        let hundredths = number * 100.0;
        if number > 0.0 && number < 1.0 && (hundredths.round() / 100.0).to_bits() == number.to_bits() {
            let hundredths = hundredths.round() as u8;
            let (tens, ones) = (char::from(b'0' + hundredths / 10), char::from(b'0' + hundredths % 10));
            let mut digits = [0; 4];
            self.put("0.");
            self.put(tens.encode_utf8(&mut digits));
            if ones != '0' {
                self.put(ones.encode_utf8(&mut digits));
            }
        } else {
            self.put(&serde_json::to_string(&number).unwrap_or_default());
        }
    }

    /// Writes an array behind the name of its member.
    fn array<T>(&mut self, name: &str, values: &[T], mut write: impl FnMut(&mut Self, &T)) {
        self.put(name);
        self.put("[");
        for (at, value) in values.iter().enumerate() {
            if at > 0 {
                self.put(",");
            }
            write(self, value);
        }
        self.put("]");
    }

    fn comparison(&mut self, comparison: &Comparison) {
        let Comparison { format, corpus, generator, review, corrections, claims } = comparison;
        self.member("{\"format\":", format);
        self.put(",\"corpus\":");
        self.corpus(corpus);
        self.member(",\"generator\":{\"name\":", &generator.name);
        self.member(",\"version\":", &generator.version);
        self.put("}");
        if let Some(review) = review {
            self.review(review);
        }
        if let Some(corrections) = corrections {
            self.put(",\"corrections\":");
            self.put(&corrections.to_string());
        }
        self.array(",\"claims\":", claims, Self::row);
        self.put("}");
    }

    fn corpus(&mut self, corpus: &Corpus) {
        let Corpus { format, title, note, documents } = corpus;
        self.member("{\"format\":", format);
        self.optional(",\"title\":", Some(title).filter(|title| !title.is_empty()));
        self.optional(",\"note\":", note.as_ref());
        self.array(",\"documents\":", documents, Self::document);
        self.put("}");
    }

    fn document(&mut self, document: &Document) {
        let Document { id, outlet, title, author, url, published, lang, excerpt, text } = document;
        self.member("{\"id\":", &id.0);
        self.optional(",\"outlet\":", outlet.as_ref());
        self.optional(",\"title\":", title.as_ref());
        self.optional(",\"author\":", author.as_ref());
        self.optional(",\"url\":", url.as_ref());
        self.optional(",\"published\":", published.as_ref());
        self.optional(",\"lang\":", lang.as_ref());
        if *excerpt {
            self.put(",\"excerpt\":true");
        }
        self.member(",\"text\":", text);
        self.put("}");
    }

    fn review(&mut self, review: &Review) {
        let Review { prepared_by, reviewed_by, date, correction } = review;
        self.put(",\"review\":{");
        let mut before = "";
        for (name, value) in [
            ("\"prepared_by\":", prepared_by),
            ("\"reviewed_by\":", reviewed_by),
            ("\"date\":", date),
            ("\"correction\":", correction),
        ] {
            if value.is_some() {
                self.put(before);
                before = ",";
            }
            self.optional(name, value.as_ref());
        }
        self.put("}");
    }

    fn row(&mut self, row: &Row) {
        let Row { id, statement, verdict, division, cells, verdict_by, statement_by, note } = row;
        self.member("{\"id\":", id);
        self.member(",\"statement\":", statement);
        self.member(",\"verdict\":", verdict.name());
        self.number(",\"division\":", *division);
        self.array(",\"cells\":", cells, Self::cell);
        if let Some(judge) = verdict_by {
            self.member(",\"verdict_by\":", judge.name());
        }
        if let Some(judge) = statement_by {
            self.member(",\"statement_by\":", judge.name());
        }
        self.optional(",\"note\":", note.as_ref());
        self.put("}");
    }

    fn cell(&mut self, cell: &Cell) {
        let Cell { document, stance, voice, speaker, confidence, judged_by, reasons, evidence, nearest } = cell;
        self.member("{\"document\":", &document.0);
        self.member(",\"stance\":", stance.name());
        self.nullable(",\"voice\":", voice.map(Voice::name));
        self.nullable(",\"speaker\":", speaker.as_deref());
        self.number(",\"confidence\":", *confidence);
        self.member(",\"judged_by\":", judged_by.name());
        self.array(",\"reasons\":", reasons, Self::reason);
        self.array(",\"evidence\":", evidence, |writer, evidence| {
            writer.put("{");
            writer.evidence(evidence);
            writer.put("}");
        });
        match nearest {
            Some(nearest) => self.nearest(nearest),
            None => self.put(",\"nearest\":null"),
        }
        self.put("}");
    }

    fn reason(&mut self, reason: &Reason) {
        let Reason { rule, text, cues } = reason;
        self.member("{\"rule\":", rule);
        self.member(",\"text\":", text);
        self.cues(cues);
        self.put("}");
    }

    fn cues(&mut self, cues: &[Cue]) {
        if !cues.is_empty() {
            self.array(",\"cues\":", cues, Self::cue);
        }
    }

    fn cue(&mut self, cue: &Cue) {
        let Cue { document, start, end, exact } = cue;
        self.member("{\"document\":", &document.0);
        self.count(",\"start\":", *start);
        self.count(",\"end\":", *end);
        self.member(",\"exact\":", exact);
        self.put("}");
    }

    /// Writes the members of a quotation, without the braces around them.
    fn evidence(&mut self, evidence: &Evidence) {
        let Evidence { start, end, exact, prefix, suffix } = evidence;
        self.count("\"start\":", *start);
        self.count(",\"end\":", *end);
        self.member(",\"exact\":", exact);
        self.member(",\"prefix\":", prefix);
        self.member(",\"suffix\":", suffix);
    }

    fn nearest(&mut self, nearest: &Nearest) {
        let Nearest { sentence, rule, why, cues } = nearest;
        self.put(",\"nearest\":{");
        self.evidence(sentence);
        self.optional(",\"rule\":", Some(rule).filter(|rule| !rule.is_empty()));
        self.member(",\"why\":", why);
        self.cues(cues);
        self.put("}");
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::comparison::{Generator, JudgedBy};
    use crate::matrix::Verdict;
    use crate::stance::Stance;
    use crate::{DocumentId, Options, analyze};
    use proptest::option::of;
    use proptest::prelude::*;

    fn words() -> impl Strategy<Value = String> {
        prop_oneof![
            "[a-z ]{0,12}",
            "\\PC{0,8}",
            prop::collection::vec(prop::char::range('\0', '\u{a0}'), 0..6).prop_map(String::from_iter),
        ]
    }

    fn number() -> impl Strategy<Value = f64> {
        let hundredths = (0_u32..=101).prop_map(|hundredths| f64::from(hundredths) / 100.0);
        prop_oneof![
            hundredths,
            0.0..1.0,
            any::<f64>().prop_filter("JSON has no such number", |number| number.is_finite())
        ]
    }

    fn cues() -> impl Strategy<Value = Vec<Cue>> {
        let cue = (words(), any::<usize>(), 0_usize..100, words());
        let cue = cue.prop_map(|(id, start, end, exact)| Cue { document: DocumentId(id), start, end, exact });
        prop::collection::vec(cue, 0..3)
    }

    fn evidence() -> impl Strategy<Value = Evidence> {
        (0_usize..9_999, any::<usize>(), words(), words(), words())
            .prop_map(|(start, end, exact, prefix, suffix)| Evidence { start, end, exact, prefix, suffix })
    }

    fn cell() -> impl Strategy<Value = Cell> {
        use Stance::{Contradicts, Hedges, Omits, Partly, Supports, Unjudged};
        let stance = prop::sample::select(vec![Supports, Partly, Hedges, Contradicts, Omits, Unjudged]);
        let voice = prop::sample::select(vec![None, Some(Voice::Own), Some(Voice::Attributed)]);
        let judged_by = prop::sample::select(vec![JudgedBy::Rule, JudgedBy::Model, JudgedBy::Person]);
        let reason = (words(), words(), cues()).prop_map(|(rule, text, cues)| Reason { rule, text, cues });
        let nearest = (evidence(), words(), words(), cues());
        let nearest = nearest.prop_map(|(sentence, rule, why, cues)| Nearest { sentence, rule, why, cues });
        let lists = (prop::collection::vec(reason, 0..3), prop::collection::vec(evidence(), 0..3), of(nearest));
        (words(), stance, voice, of(words()), number(), judged_by, lists).prop_map(
            |(id, stance, voice, speaker, confidence, judged_by, (reasons, evidence, nearest))| {
                let document = DocumentId(id);
                Cell { document, stance, voice, speaker, confidence, judged_by, reasons, evidence, nearest }
            },
        )
    }

    fn document() -> impl Strategy<Value = Document> {
        let [outlet, title, author, url, published, lang] = std::array::from_fn(|_| of(words()));
        (words(), (outlet, title, author), (url, published, lang), any::<bool>(), words()).prop_map(
            |(id, (outlet, title, author), (url, published, lang), excerpt, text)| Document {
                id: DocumentId(id),
                outlet,
                title,
                author,
                url,
                published,
                lang,
                excerpt,
                text,
            },
        )
    }

    fn row() -> impl Strategy<Value = Row> {
        use Verdict::{Agreed, Disputed, Qualified, SingleSource};
        let verdict = prop::sample::select(vec![Agreed, Qualified, Disputed, SingleSource]);
        let judged = prop::sample::select(vec![None, Some(JudgedBy::Rule), Some(JudgedBy::Person)]);
        let cells = prop::collection::vec(cell(), 0..3);
        (words(), words(), verdict, number(), cells, judged.clone(), judged, of(words())).prop_map(
            |(id, statement, verdict, division, cells, verdict_by, statement_by, note)| Row {
                id,
                statement,
                verdict,
                division,
                cells,
                verdict_by,
                statement_by,
                note,
            },
        )
    }

    prop_compose! {
        fn comparison()(
            format in words(),
            (title, note) in (words(), of(words())),
            documents in prop::collection::vec(document(), 0..3),
            (name, version) in (words(), words()),
            review in of((of(words()), of(words()), of(words()), of(words()))),
            corrections in of(words().prop_map(|words| serde_json::json!({"first": [], "changes": [{"by": words}]}))),
            claims in prop::collection::vec(row(), 0..3),
        ) -> Comparison {
            let review = review.map(|(prepared_by, reviewed_by, date, correction)| {
                Review { prepared_by, reviewed_by, date, correction }
            });
            let corpus = Corpus { format: format.clone(), title, note, documents };
            Comparison { format, corpus, generator: Generator { name, version }, review, corrections, claims }
        }
    }

    #[test]
    fn a_real_comparison_is_written_as_the_derived_way_writes_it() {
        for story in [include_str!("../../corpora/mexico-us-call.json"), include_str!("../../corpora/tea-study.json")] {
            let comparison = analyze(&Corpus::from_json(story).unwrap(), &Options::default());
            assert_eq!(comparison.to_json(), serde_json::to_string(&comparison).unwrap());
        }
    }

    proptest! {
        #[test]
        fn any_comparison_is_written_as_the_derived_way_writes_it(comparison in comparison()) {
            prop_assert_eq!(comparison.to_json(), serde_json::to_string(&comparison).unwrap());
        }
    }
}
