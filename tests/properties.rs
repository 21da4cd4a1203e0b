//! What holds for every input: reading never panics, and what the analysis says can be checked in the texts.

use news_compare::comparison::Row;
use news_compare::matrix::Verdict;
use news_compare::stance::{Stance, Voice};
use news_compare::{Comparison, Corpus, Document, DocumentId, Options, analyze, judge};
use proptest::prelude::*;
use std::collections::BTreeSet;
use std::path::Path;

/// Text as hostile as it comes: any characters, and pieces that mean something to the steps of the analysis.
fn text() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        3 => "\\PC{0,20}",
        1 => any::<String>().prop_map(|text| text.replace('\0', "")),
        6 => prop::sample::select(vec![
            "The river rose two metres on Monday. ", "The river did not rise. ", "\n- ", "\n\n", "“", "”", "\"", "Mr. ", "U.S. ",
            "15-minute ", "$2 million ", "Jan. 12, 2026 ", "said ", "according to ", "including:\n", "may ", "not ", ". ", "! ",
            "…", "e\u{301}", "🌊", "\u{202e}", "\u{200b}", "\u{feff}", "\r\n", "\u{2028}", "— ", "1,000,000 ", "٣ ", "%", "İ", "ß ",
        ]).prop_map(str::to_owned),
    ];
    prop::collection::vec(piece, 1..12).prop_map(|pieces| format!("{}x", pieces.concat()))
}

fn corpus() -> impl Strategy<Value = Corpus> {
    let lang = prop::option::of(prop::sample::select(vec!["en", "de", "und"]));
    prop::collection::vec((text(), lang, any::<bool>()), 1..5).prop_map(|documents| {
        let document = |(at, (text, lang, excerpt)): (usize, (String, Option<&str>, bool))| Document {
            lang: lang.map(str::to_owned),
            excerpt,
            ..Document::new(format!("d{at}"), text)
        };
        Corpus::new(documents.into_iter().enumerate().map(document).collect())
    })
}

proptest! {
    #[test]
    fn reading_any_text_gives_a_corpus_or_a_message_of_one_line(text in any::<String>()) {
        if let Err(error) = Corpus::from_json(&text) {
            let message = error.to_string();
            prop_assert!(!message.is_empty() && !message.contains(char::is_control), "{}", message);
        }
    }

    #[test]
    fn reading_any_bytes_gives_a_corpus_or_a_message_of_one_line(bytes in prop::collection::vec(any::<u8>(), 0..200)) {
        for error in [Corpus::from_bytes(&bytes).err(), Comparison::from_bytes(&bytes).err()].into_iter().flatten() {
            prop_assert!(!error.to_string().contains(char::is_control), "{}", error);
        }
    }

    #[test]
    fn a_file_that_was_damaged_is_read_or_refused(
        corpus in corpus(),
        at in any::<prop::sample::Index>(),
        damage in prop_oneof![any::<char>().prop_map(String::from), prop::sample::select(vec!["", "\\ud800", "null", "[", "\"", "}", "9e999"]).prop_map(str::to_owned)],
    ) {
        let json = serde_json::to_string(&corpus)?;
        let (start, _) = json.char_indices().nth(at.index(json.chars().count())).unwrap_or_default();
        let damaged = format!("{}{damage}{}", &json[..start], json[start..].chars().skip(1).collect::<String>());
        match Corpus::from_json(&damaged) {
            Ok(corpus) => prop_assert_eq!(corpus.check(), Ok(())),
            Err(error) => prop_assert!(!error.to_string().contains(char::is_control), "{}", error),
        }
    }

    #[test]
    fn a_corpus_that_was_written_is_read_again(corpus in corpus()) {
        prop_assert_eq!(corpus.check(), Ok(()));
        prop_assert_eq!(Corpus::from_json(&serde_json::to_string(&corpus)?), Ok(corpus));
    }

    /// The check demands one cell for each document in order, shares from 0 to 1, and every quotation where it says.
    #[test]
    fn what_the_analysis_says_passes_the_check_and_is_the_same_every_time(corpus in corpus()) {
        let comparison = analyze(&corpus, &Options::default());
        prop_assert_eq!(comparison.check(), Ok(()));
        prop_assert_eq!(&comparison.corpus, &corpus);
        prop_assert_eq!(&comparison, &analyze(&corpus, &Options::default()));
        prop_assert_eq!(Comparison::from_json(&serde_json::to_string(&comparison)?), Ok(comparison));
    }
}

/// What a comparison says, by outlet instead of by column and label: all that may not depend on the order of the documents.
fn said(comparison: &Comparison) -> Vec<String> {
    let outlets = comparison.corpus.documents.iter().map(|document| (&document.id, &document.outlet));
    let outlets: std::collections::BTreeMap<_, _> = outlets.collect();
    let row = |row: &Row| {
        let mut cells: Vec<String> =
            row.cells.iter().map(|cell| format!("{:?} {cell:?}", outlets[&cell.document])).collect();
        cells.sort();
        format!("{} {} {:?} {} {cells:#?}", row.id, row.statement, row.verdict, row.division)
    };
    comparison.claims.iter().map(row).collect()
}

/// Compares the documents in their order and in others, and returns the first difference.
fn difference(corpus: &Corpus) -> Option<String> {
    let mut corpus = corpus.clone();
    // Without an outlet a reason calls a document by its column.
    for document in &mut corpus.documents {
        document.outlet = Some(format!("The {} Times", document.id.0));
    }
    let forth = analyze(&corpus, &Options::default());
    let mut reversed = corpus.clone();
    reversed.documents.reverse();
    let mut turned = corpus.clone();
    turned.documents.rotate_left(1);
    for other in [reversed, turned] {
        let back = analyze(&other, &Options::default());
        let columns = |comparison: &Comparison| -> Vec<DocumentId> {
            comparison.corpus.documents.iter().map(|document| document.id.clone()).collect()
        };
        for row in &back.claims {
            let cells: Vec<DocumentId> = row.cells.iter().map(|cell| cell.document.clone()).collect();
            if cells != columns(&back) {
                return Some(format!("columns {cells:?}"));
            }
        }
        let (before, after) = (said(&forth), said(&back));
        if before.len() != after.len() {
            return Some(format!("{} rows and {} rows", before.len(), after.len()));
        }
        if let Some((one, two)) = before.iter().zip(&after).find(|(one, two)| one != two) {
            return Some(format!("{one}\n—\n{two}"));
        }
    }
    None
}

fn story(texts: Vec<String>) -> Corpus {
    let document = |(at, text)| Document { lang: Some("en".to_owned()), ..Document::new(format!("d{at}"), text) };
    Corpus::new(texts.into_iter().enumerate().map(document).collect())
}

/// The lines of the embedded story, and statements that meet, differ and contradict each other.
fn sentences() -> Vec<String> {
    let embedded = Corpus::from_json(include_str!("../corpora/mexico-us-call.json")).map(|corpus| corpus.documents);
    let embedded = embedded.unwrap_or_default();
    let lines = embedded.iter().flat_map(|document| document.text.lines());
    let made = [
        "Ten people died in the flood on Monday.",
        "Twelve people died in the flood on Monday, officials said.",
        "No one died in the flood.",
        "The mayor denied that the dam broke.",
        "The dam broke on Monday and the river rose two metres.",
        "The river may have risen by two metres.",
        "She said so.",
        "Rain fell.",
    ];
    lines.map(str::trim).filter(|line| !line.is_empty()).chain(made).map(str::to_owned).collect()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    #[test]
    fn swapping_documents_swaps_columns_and_nothing_else(
        texts in prop::collection::vec(prop::collection::vec(prop::sample::select(sentences()), 1..16), 2..6),
    ) {
        let corpus = story(texts.into_iter().map(|sentences| sentences.join("\n")).collect());
        let difference = difference(&corpus);
        prop_assert!(difference.is_none(), "{}", difference.unwrap_or_default());
    }
}

#[test]
fn swapping_the_documents_of_a_story_swaps_columns_and_nothing_else() {
    let embedded = Path::new(env!("CARGO_MANIFEST_DIR")).join("corpora");
    let labelled = Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared/gold");
    if !labelled.is_dir() {
        eprintln!("skipped: there are no labelled stories at {}", labelled.display());
    }
    let files = [embedded, labelled].into_iter().filter_map(|folder| folder.read_dir().ok()).flatten().flatten();
    let paths = files.map(|file| file.path()).filter(|path| !path.to_string_lossy().ends_with(".gold.json"));
    let mut stories = 0;
    for path in paths.filter(|path| path.extension().is_some_and(|extension| extension == "json")) {
        let corpus = Corpus::from_bytes(&std::fs::read(&path).expect("the file can be read")).expect("it is a corpus");
        assert_eq!(difference(&corpus), None, "{}", path.display());
        stories += 1;
    }
    assert!(stories > 0);
}

/// Sentences as news has them; some tell the same, some the opposite, some less, some with other numbers.
const SENTENCES: &[&str] = &[
    "The river Aller rose two metres on Monday.",
    "On Monday the Aller rose by 2 metres.",
    "The river Aller fell two metres on Monday.",
    "The river Aller did not rise on Monday.",
    "The river Aller may rise on Monday.",
    "At least 300 houses were flooded in Verden.",
    "340 houses in Verden were flooded.",
    "Some 300 houses were flooded in Langwedel.",
    "Mayor Anna Behrens said that nobody was hurt.",
    "Two people were slightly hurt, police said.",
    "No one was injured, according to Behrens.",
    "The mayor denied that the dam had failed.",
    "The dam at Langwedel held, engineers reported on Tuesday.",
    "The dam at Langwedel failed on November 4, 2025.",
    "The state will pay €12 million in aid and rebuild the bridge.",
    "The state could pay up to 12 million euros in aid.",
    "The bridge, which was built in 1921, was swept away, leaving 14 dead and 30 injured.",
    "“We were lucky,” Behrens said. “The dam is old.”",
    "Schools stay closed until Thursday, but the library reopened.",
    "The storm struck 40 km south of Bremen.",
    "The storm struck 40 km north of Bremen.",
    "The river Leda rose on Monday.",
    "The river Leda did not rise on Monday.",
    "The river Leda may rise on Monday.",
    "Who will pay?",
    "What we know\n",
    "The county listed the damage:\n- two bridges;\n- a school.\n",
];

/// An article put together from the pool.
fn article() -> impl Strategy<Value = String> {
    prop::collection::vec(prop::sample::select(SENTENCES), 1..10).prop_map(|sentences| sentences.join(" "))
}

/// What a row amounts to by the definition of the verdicts.
fn verdict_of(row: &Row) -> Verdict {
    let count = |stance| row.cells.iter().filter(|cell| cell.stance == stance).count();
    match (count(Stance::Contradicts), count(Stance::Supports), count(Stance::Partly) + count(Stance::Hedges)) {
        (1.., ..) => Verdict::Disputed,
        (0, supports, 0) if supports > 1 => Verdict::Agreed,
        (0, supports, less) if supports + less > 1 => Verdict::Qualified,
        _ => Verdict::SingleSource,
    }
}

/// What must hold of every row of every comparison.
fn check_rows(comparison: &Comparison) -> Result<(), TestCaseError> {
    let documents = &comparison.corpus.documents;
    let ids: BTreeSet<&str> = comparison.claims.iter().map(|row| row.id.as_str()).collect();
    prop_assert_eq!(ids.len(), comparison.claims.len());
    prop_assert!(comparison.claims.is_sorted_by(|a, b| a.division >= b.division));
    for row in &comparison.claims {
        prop_assert_eq!(row.verdict, verdict_of(row), "{:?}", row);
        prop_assert_eq!(row.division >= 0.8, row.verdict == Verdict::Disputed, "{:?}", row);
        prop_assert_eq!(row.division > 0.0, matches!(row.verdict, Verdict::Disputed | Verdict::Qualified), "{:?}", row);
        prop_assert!(!row.statement.trim().is_empty());
        prop_assert_eq!(row.cells.iter().filter(|cell| cell.reasons[0].rule == "statement").count(), 1);
        prop_assert!(row.cells.iter().map(|cell| &cell.document).eq(documents.iter().map(|document| &document.id)));
        for (cell, document) in row.cells.iter().zip(documents) {
            let characters: Vec<char> = document.text.chars().collect();
            let slice = |start: usize, end: usize| characters[start..end].iter().collect::<String>();
            prop_assert_eq!(cell.stance.speaks(), !cell.evidence.is_empty(), "{:?}", cell);
            prop_assert_eq!(cell.stance.speaks(), cell.voice.is_some(), "{:?}", cell);
            prop_assert!(cell.speaker.is_none() || cell.voice == Some(Voice::Attributed), "{:?}", cell);
            prop_assert!(cell.nearest.is_none() || cell.stance == Stance::Omits, "{:?}", cell);
            for words in cell.evidence.iter().chain(cell.nearest.iter().map(|nearest| &nearest.sentence)) {
                prop_assert!(words.start < words.end);
                prop_assert_eq!(&slice(words.start, words.end), &words.exact);
                prop_assert_eq!(&slice(words.start.saturating_sub(32), words.start), &words.prefix);
                prop_assert_eq!(&slice(words.end, (words.end + 32).min(characters.len())), &words.suffix);
            }
            prop_assert!(cell.evidence.is_sorted_by(|a, b| a.start <= b.start), "{:?}", cell);
            for cue in cell.reasons.iter().flat_map(|reason| &reason.cues) {
                let cued = row.cells.iter().find(|other| other.document == cue.document);
                let quoted =
                    cued.is_some_and(|cell| cell.evidence.iter().any(|e| cue.start < e.end && e.start < cue.end));
                prop_assert!(quoted, "a cue outside the evidence: {:?} in {:?}", cue, row);
            }
            prop_assert!(cell.reasons.iter().all(|reason| !reason.text.contains(['{', '}'])), "{:?}", cell);
        }
    }
    Ok(())
}

proptest! {
    #[test]
    fn rows_of_news_hold_what_they_promise(texts in prop::collection::vec(article(), 1..5)) {
        check_rows(&analyze(&story(texts), &Options::default()))?;
    }

    #[test]
    fn rows_of_any_text_hold_what_they_promise(corpus in corpus()) {
        let comparison = analyze(&corpus, &Options::default());
        // Braces of the text itself may stand in a reason.
        if corpus.documents.iter().all(|document| !document.text.contains(['{', '}'])) {
            check_rows(&comparison)?;
        }
    }

    #[test]
    fn an_article_agrees_with_itself(sentences in article()) {
        for row in analyze(&story(vec![sentences; 2]), &Options::default()).claims {
            prop_assert_eq!(row.verdict, Verdict::Agreed, "{:#?}", row);
        }
    }

    #[test]
    fn any_text_agrees_with_itself(text in text()) {
        for row in analyze(&story(vec![text; 2]), &Options::default()).claims {
            prop_assert_eq!(row.verdict, Verdict::Agreed, "{:#?}", row);
        }
    }

    #[test]
    fn the_order_of_any_texts_changes_nothing_but_that_of_the_columns(corpus in corpus()) {
        let difference = difference(&corpus);
        prop_assert!(difference.is_none(), "{}", difference.unwrap_or_default());
    }

    #[test]
    fn judging_any_two_texts_gives_a_share_that_is_the_same_both_ways(a in text(), b in text()) {
        let (there, back) = (judge(&a, &b, &Options::default()), judge(&b, &a, &Options::default()));
        prop_assert!((0.0..=1.0).contains(&there.similarity) && (0.0..=1.0).contains(&there.confidence));
        prop_assert_eq!(there.similarity, back.similarity);
    }
}

/// Found by the properties above: the normal form of a word that is a combining mark and nothing else is empty.
#[test]
fn a_combining_mark_alone_is_read_like_any_word() {
    for text in ["\u{363}\u{203f}0x", "\u{301}", "Rain \u{363} fell.", "\u{363} rain fell in Corran"] {
        let _ = judge(text, "Rain fell in Corran County.", &Options::default());
        for row in analyze(&story(vec![text.to_owned(); 2]), &Options::default()).claims {
            assert_eq!(row.verdict, Verdict::Agreed, "{row:#?}");
        }
    }
}
