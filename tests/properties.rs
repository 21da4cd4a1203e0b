//! What holds for every input: reading never panics, and what the analysis says can be checked in the texts.

use news_compare::document::CORPUS_FORMAT;
use news_compare::{Comparison, Corpus, Document, DocumentId, Options, analyze};
use proptest::prelude::*;

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
    prop::collection::vec((text(), lang, any::<bool>()), 1..5).prop_map(|documents| Corpus {
        format: CORPUS_FORMAT.to_owned(),
        title: String::new(),
        note: None,
        documents: documents
            .into_iter()
            .enumerate()
            .map(|(at, (text, lang, excerpt))| Document {
                id: DocumentId(format!("d{at}")),
                outlet: None,
                title: None,
                author: None,
                url: None,
                published: None,
                lang: lang.map(str::to_owned),
                excerpt,
                text,
            })
            .collect(),
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
