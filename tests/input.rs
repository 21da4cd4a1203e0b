//! Reading a corpus or a comparison: what is refused, with which words, and what is let through unchanged.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a test stops where it fails")]

use news_compare::document::{MAX_CODE_POINTS, MAX_DOCUMENTS};
use news_compare::{Comparison, Corpus, Options, analyze};
use serde_json::{Value, json};

const HEAD: &str = r#""format": "news-compare.corpus/1""#;

/// Two short documents to be made worse.
fn good() -> Value {
    json!({
        "format": "news-compare.corpus/1",
        "title": "Flood",
        "documents": [
            {"id": "a", "text": "The river rose two metres on Monday."},
            {"id": "b", "text": "On Monday the Mérida river 🌊 rose by two metres."}
        ]
    })
}

/// A corpus whose second document has one more or another member.
fn with(member: &str, value: Value) -> String {
    let mut corpus = good();
    corpus["documents"][1][member] = value;
    corpus.to_string()
}

fn corpus_of(documents: usize) -> String {
    let documents: Vec<_> = (0..documents).map(|at| json!({"id": format!("d{at}"), "text": "Rain."})).collect();
    json!({"format": "news-compare.corpus/1", "documents": documents}).to_string()
}

fn message(json: &str) -> String {
    match Corpus::from_json(json) {
        Ok(_) => panic!("accepted: {}", json.chars().take(200).collect::<String>()),
        Err(error) => error.to_string(),
    }
}

/// Compares each message whole, and asks of all that they are one line of reasonable length.
fn assert_refused(cases: &[(&str, &str)]) {
    for (json, expected) in cases {
        let message = message(json);
        assert_eq!(&message, expected);
        assert!(!message.contains('\n') && message.chars().count() < 300, "{message}");
    }
}

#[test]
fn what_is_not_json_is_refused_with_line_and_column() {
    assert_refused(&[
        ("", "not JSON: there is nothing in it (line 1, column 0)"),
        ("{", "not JSON: it ends too early (line 1, column 1)"),
        ("hello", "not JSON: expected value (line 1, column 1)"),
        (&format!("{{{HEAD},\n\"documents\": [1,]}}"), "not JSON: expected value (line 2, column 17)"),
        (&format!("{{{HEAD}}} {{}}"), "not JSON: trailing characters (line 1, column 37)"),
        (&"[".repeat(100_000), "not JSON: it ends too early (line 1, column 100000)"),
        (
            "{\"format\": \"a\nb\"}",
            "not JSON: control character (\\u0000-\\u001F) found while parsing a string (line 2, column 0)",
        ),
    ]);
}

#[test]
fn other_json_than_an_object_is_refused() {
    for (json, found) in [
        ("[]", "an array"),
        ("\"x\"", "a string"),
        ("null", "null"),
        ("true", "a boolean"),
        ("-1", "a number"),
        ("1.5", "a number"),
    ] {
        assert_eq!(message(json), format!("a JSON object is expected, but this is {found}"));
    }
}

#[test]
fn another_format_is_named_next_to_the_one_understood() {
    let format = |value: &str| format!(r#"{{"format": {value}, "shape": "unlike anything", "documents": 5}}"#);
    assert_refused(&[
        ("{}", "member \"format\" is missing; expected \"news-compare.corpus/1\""),
        (&format("null"), "member \"format\" is null; expected \"news-compare.corpus/1\""),
        (&format("1"), "member \"format\" is 1; expected \"news-compare.corpus/1\""),
        (&format("\"\""), "format \"\" is unknown; expected \"news-compare.corpus/1\""),
        (&format("\"geojson\""), "format \"geojson\" is unknown; expected \"news-compare.corpus/1\""),
        (
            &format("\"news-compare.gold/1\""),
            "format \"news-compare.gold/1\" is unknown; expected \"news-compare.corpus/1\"",
        ),
        (
            &format("\"news-compare.corpus/2\""),
            "\"news-compare.corpus/2\" is a later version; this program reads \"news-compare.corpus/1\"",
        ),
        (
            &format("\"news-compare.corpus/0\""),
            "\"news-compare.corpus/0\" is another version; this program reads \"news-compare.corpus/1\"",
        ),
        (
            &format("\"news-compare.corpus/x\""),
            "format \"news-compare.corpus/x\" is unknown; expected \"news-compare.corpus/1\"",
        ),
    ]);
}

#[test]
fn wrong_and_missing_members_are_refused_with_their_path() {
    let documents = |documents: &str| format!("{{{HEAD},\n\"documents\": {documents}}}");
    let long = format!("[{{\"id\": \"a\", \"text\": \"x\", \"excerpt\": \"{}\"}}]", "long ".repeat(1000));
    assert_refused(&[
        (&format!("{{{HEAD}}}"), "the object: member \"documents\" is missing (line 1, column 35)"),
        (&documents("null"), "documents: found null, expected an array (line 2, column 17)"),
        (&documents("{}"), "documents: found an object, expected an array (line 2, column 13)"),
        (&documents("[{\"id\": \"a\"}]"), "documents[0]: member \"text\" is missing (line 2, column 25)"),
        (&documents("[{\"text\": \"a\"}]"), "documents[0]: member \"id\" is missing (line 2, column 27)"),
        (
            &documents("[{\"id\": \"a\", \"text\": \"x\"}, {\"id\": 7, \"text\": \"x\"}]"),
            "documents[1].id: found the number 7, expected a string (line 2, column 48)",
        ),
        (
            &documents("[{\"id\": \"a\", \"text\": [\"x\"]}]"),
            "documents[0].text: found an array, expected a string (line 2, column 34)",
        ),
        (&documents("[\"text\"]"), "documents[0]: found the string \"text\", expected an object (line 2, column 20)"),
        (
            &documents("[{\"id\": \"a\", \"id\": \"b\", \"text\": \"x\"}]"),
            "documents[0]: member \"id\" stands twice (line 2, column 30)",
        ),
        (
            &documents(&long),
            "documents[0].excerpt: found the string \"long long long long long long long long long long long long \"…, expected a boolean (line 2, column 5052)",
        ),
    ]);
}

#[test]
fn the_number_of_documents_is_limited() {
    assert!(Corpus::from_json(&corpus_of(1)).is_ok());
    assert!(Corpus::from_json(&corpus_of(MAX_DOCUMENTS)).is_ok());
    assert_refused(&[
        (&corpus_of(0), "the corpus has no documents; it needs 1 to 50"),
        (&corpus_of(MAX_DOCUMENTS + 1), "the corpus has 51 documents; the limit is 50"),
    ]);
}

#[test]
fn ids_are_short_plain_and_unique() {
    for id in ["c", "A-Z_09", &"x".repeat(64)] {
        assert!(Corpus::from_json(&with("id", json!(id))).is_ok(), "{id}");
    }
    assert_refused(&[
        (&with("id", json!("")), "document 2: id \"\" is not 1 to 64 of A-Z a-z 0-9 _ -"),
        (&with("id", json!("a b\n")), "document 2: id \"a b\\n\" is not 1 to 64 of A-Z a-z 0-9 _ -"),
        (&with("id", json!("ä")), "document 2: id \"ä\" is not 1 to 64 of A-Z a-z 0-9 _ -"),
        (
            &with("id", json!("x".repeat(65))),
            &format!("document 2: id \"{}\"… is not 1 to 64 of A-Z a-z 0-9 _ -", "x".repeat(60)),
        ),
        (&with("id", json!("a")), "documents 1 and 2 have the same id \"a\""),
    ]);
}

#[test]
fn texts_are_neither_blank_nor_endless_and_hold_no_nul() {
    assert!(Corpus::from_json(&with("text", json!("🌊".repeat(MAX_CODE_POINTS)))).is_ok());
    assert_refused(&[
        (&with("text", json!("")), "document 2 (\"b\"): the text is empty"),
        (&with("text", json!(" \n\u{a0}")), "document 2 (\"b\"): the text is blank: 3 code points of white space"),
        (
            &with("text", json!("x".repeat(MAX_CODE_POINTS + 1))),
            "document 2 (\"b\"): the text has 200001 code points; the limit is 200000",
        ),
        (
            &with("text", json!("word ".repeat(1_000_000))),
            "document 2 (\"b\"): the text has 5000000 code points; the limit is 200000",
        ),
        (&with("text", json!("é🌊\u{0}x")), "document 2 (\"b\"): text holds NUL (U+0000) at code point 2"),
        (&with("outlet", json!("\u{0}")), "document 2 (\"b\"): outlet holds NUL (U+0000) at code point 0"),
        (
            &format!(r#"{{{HEAD}, "title": "a\u0000", "documents": []}}"#),
            "corpus: title holds NUL (U+0000) at code point 1",
        ),
    ]);
}

#[test]
fn lone_surrogates_are_named_as_such() {
    let text = |escape: &str| format!("{{{HEAD},\n\"documents\": [{{\"id\": \"a\",\n\"text\": \"{escape}\"}}]}}");
    assert_refused(&[
        (
            &text(r"\udc00 tail"),
            "lone surrogate in a JSON string: documents[0].text, line 3, column 15 holds half of a \\ud800–\\udfff pair",
        ),
        (
            &text(r"\ud800 head"),
            "lone surrogate in a JSON string: documents[0].text, line 3, column 16 holds half of a \\ud800–\\udfff pair",
        ),
        (
            &text(r"\ud800\ud800"),
            "lone surrogate in a JSON string: documents[0].text, line 3, column 21 holds half of a \\ud800–\\udfff pair",
        ),
    ]);
    let corpus = Corpus::from_json(&text(r"\ud83c\udf0a rises")).unwrap();
    assert_eq!(corpus.documents[0].text, "🌊 rises");
}

#[test]
fn links_dates_and_language_tags_are_checked() {
    assert_refused(&[
        (
            &with("url", json!("javascript:alert(1)")),
            "document 2 (\"b\"): url \"javascript:alert(1)\" is not an http or https address",
        ),
        (
            &with("published", json!("12 January 2026")),
            "document 2 (\"b\"): published \"12 January 2026\" is not an RFC 3339 date or date-time",
        ),
        (&with("lang", json!("en_US")), "document 2 (\"b\"): lang \"en_US\" is not a BCP 47 language tag"),
    ]);
}

#[test]
fn bytes_must_be_utf_8() {
    let message = |bytes: &[u8]| Corpus::from_bytes(bytes).unwrap_err().to_string();
    assert_eq!(message(b"{\n\"title\": \"caf\xe9\"}"), "not UTF-8: byte 0xe9 at line 2, column 14");
    assert_eq!(message(b"\xff\xfe{\0}\0"), "the file is UTF-16; save it as UTF-8");
    assert_eq!(message(b"\xfe\xff\0{\0}"), "the file is UTF-16; save it as UTF-8");
    let marked = [b"\xef\xbb\xbf".as_slice(), good().to_string().as_bytes()].concat();
    assert_eq!(Corpus::from_bytes(&marked), Corpus::from_json(&good().to_string()));
}

#[test]
fn null_members_count_as_absent_and_unknown_ones_are_ignored() {
    let plain = Corpus::from_json(&good().to_string()).unwrap();
    let mut corpus = good();
    corpus["note"] = Value::Null;
    corpus["later"] = json!({"documents": []});
    for member in ["outlet", "title", "author", "url", "published", "lang", "excerpt"] {
        corpus["documents"][0][member] = Value::Null;
    }
    corpus["documents"][1]["body"] = json!([1, "\u{0}"]);
    assert_eq!(Corpus::from_json(&corpus.to_string()), Ok(plain.clone()));
    corpus["title"] = Value::Null;
    assert_eq!(Corpus::from_json(&corpus.to_string()), Ok(Corpus { title: String::new(), ..plain }));
}

#[test]
fn texts_are_kept_exactly() {
    for text in [
        "\n Leading and trailing \r\n\t",
        "مرحبا \u{202b}rtl\u{202c}",
        "e\u{301} and é",
        "\u{feff}mark",
        "<script>&amp;",
    ] {
        let corpus = Corpus::from_json(&with("text", json!(text))).unwrap();
        assert_eq!(corpus.documents[1].text, text);
        let again = serde_json::to_string(&corpus).unwrap();
        assert_eq!(Corpus::from_json(&again), Ok(corpus));
    }
}

#[test]
fn language_labels_are_believed_and_texts_without_one_are_looked_at() {
    let is_analysed = |lang: Value, text: &str| {
        let mut corpus = good();
        corpus["documents"][0]["lang"] = lang;
        corpus["documents"][0]["text"] = json!(text);
        Corpus::from_json(&corpus.to_string()).unwrap().documents[0].is_analysed()
    };
    let spanish = "El río subió dos metros el lunes y la carretera del norte quedó cerrada, dijo el alcalde.";
    assert!(is_analysed(json!("EN-gb"), spanish));
    assert!(!is_analysed(json!("es"), "The river rose."));
    assert!(!is_analysed(Value::Null, spanish));
    assert!(!is_analysed(json!("und"), spanish));
    assert!(is_analysed(Value::Null, "The river rose."));
}

/// A comparison as the analysis writes it, to be made worse.
fn comparison() -> Value {
    let corpus = Corpus::from_json(&good().to_string()).unwrap();
    let mut comparison = serde_json::to_value(analyze(&corpus, &Options::default())).unwrap();
    comparison["claims"] = json!([{
        "id": "c1", "statement": "The river rose two metres on Monday", "verdict": "single-source", "division": 0.25,
        "cells": [
            {"document": "a", "stance": "omits", "voice": null, "speaker": null, "confidence": 0.5, "judged_by": "rule",
             "reasons": [{"rule": "other-number", "text": "It is.", "cues": [{"document": "b", "start": 14, "end": 20, "exact": "Mérida"}]}],
             "evidence": [], "nearest": {"start": 4, "end": 9, "exact": "river", "prefix": "The ", "suffix": " rose", "why": "Far."}},
            {"document": "b", "stance": "supports", "voice": "own", "speaker": null, "confidence": 0.5, "judged_by": "rule",
             "reasons": [], "evidence": [{"start": 27, "end": 28, "exact": "🌊", "prefix": "", "suffix": ""}], "nearest": null}
        ]
    }]);
    comparison
}

#[test]
fn a_comparison_that_was_written_is_read_again() {
    let corpus = Corpus::from_json(&good().to_string()).unwrap();
    let written = analyze(&corpus, &Options::default());
    let json = serde_json::to_string(&written).unwrap();
    assert_eq!(Comparison::from_json(&json), Ok(written));
    assert!(Comparison::from_json(&comparison().to_string()).is_ok());
}

#[test]
fn a_comparison_is_refused_where_row_cell_or_quotation_is_wrong() {
    type Spoil = fn(&mut Value);
    let cases: &[(Spoil, &str)] = &[
        (
            |it| it["format"] = json!("news-compare.comparison/3"),
            "\"news-compare.comparison/3\" is a later version; this program reads \"news-compare.comparison/1\"",
        ),
        (
            |it| it["format"] = json!("news-compare.corpus/1"),
            "format \"news-compare.corpus/1\" is unknown; expected \"news-compare.comparison/1\"",
        ),
        (|it| it["corpus"]["documents"] = json!([]), "the corpus has no documents; it needs 1 to 50"),
        (
            |it| it["corpus"]["format"] = json!("news-compare.corpus/2"),
            "\"news-compare.corpus/2\" is a later version; this program reads \"news-compare.corpus/1\"",
        ),
        (
            |it| it["claims"][0]["cells"] = json!([it["claims"][0]["cells"][0]]),
            "row 1 (\"c1\"): 1 cells for 2 documents; expected one each",
        ),
        (
            |it| it["claims"][0]["cells"].as_array_mut().unwrap().reverse(),
            "row 1 (\"c1\"): cell 1 is of document \"b\", expected \"a\"",
        ),
        (|it| it["claims"] = json!([it["claims"][0], it["claims"][0]]), "rows 1 and 2 have the same id \"c1\""),
        (|it| it["claims"][0]["division"] = json!(1.5), "row 1 (\"c1\"): division 1.5 is not between 0 and 1"),
        (
            |it| it["claims"][0]["cells"][1]["confidence"] = json!(-0.5),
            "row 1 (\"c1\"), document \"b\": confidence -0.5 is not between 0 and 1",
        ),
        (
            |it| it["claims"][0]["cells"][1]["evidence"] = json!([]),
            "row 1 (\"c1\"), document \"b\": the cell takes a stance but has no evidence",
        ),
        (
            |it| it["claims"][0]["cells"][1]["evidence"][0]["start"] = json!(26),
            "row 1 (\"c1\"), document \"b\": evidence 26..28 says \"🌊\", but the text there is \" 🌊\"",
        ),
        (
            |it| it["claims"][0]["cells"][1]["evidence"][0]["end"] = json!(49),
            "row 1 (\"c1\"), document \"b\": evidence 27..49 says \"🌊\", but the text ends at 48",
        ),
        (
            |it| it["claims"][0]["cells"][1]["evidence"][0]["start"] = json!(u64::MAX),
            "row 1 (\"c1\"), document \"b\": evidence 18446744073709551615..28 says \"🌊\", but that range is empty \
             (the text has 48 code points)",
        ),
        (
            |it| it["claims"][0]["cells"][0]["nearest"]["exact"] = json!("lake"),
            "row 1 (\"c1\"), document \"a\": nearest 4..9 says \"lake\", but the text there is \"river\"",
        ),
        (
            |it| it["claims"][0]["cells"][0]["reasons"][0]["cues"][0]["document"] = json!("z"),
            "row 1 (\"c1\"), document \"z\": cues 14..20 says \"Mérida\", but the corpus has no such document",
        ),
    ];
    for (spoil, expected) in cases {
        let mut json = comparison();
        spoil(&mut json);
        assert_eq!(&Comparison::from_json(&json.to_string()).unwrap_err().to_string(), expected);
    }
    let mut json = comparison();
    json["claims"][0]["cells"][0]["stance"] = json!("agrees");
    let error = Comparison::from_json(&json.to_string()).unwrap_err().to_string();
    assert!(
        error.starts_with("claims[0].cells[0].stance: unknown variant `agrees`, expected one of `supports`"),
        "{error}"
    );

    json["claims"][0]["cells"][0]["stance"] = json!("long\n".repeat(1_000_000));
    let error = Comparison::from_json(&json.to_string()).unwrap_err().to_string();
    assert!(error.starts_with("claims[0].cells[0].stance: unknown variant `long\\nlong\\n"), "{error}");
    assert!(!error.contains('\n') && error.len() < 500, "{error}");
}
