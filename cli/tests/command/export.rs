//! `export`: what comes out is read by independent readers of each format.

use crate::program::Folder;
use news_compare::{Comparison, Corpus, Document, Format, Language, Options, analyze, export};
use proptest::prelude::*;
use pulldown_cmark::{Event, Options as Extensions, Parser, Tag};
use serde_json::{Value, json};

/// A story of whose words every format could take some for its own.
pub(crate) fn hostile() -> Value {
    json!({"format": "news-compare.corpus/1", "title": "# <script>alert(1)</script> [x](javascript:alert(1))", "documents": [
        {"id": "a", "outlet": "=cmd|' /C calc'!A0", "url": "https://example.org/a_(b)?x=1&copy=2", "title": "| a | b |\n---\n1. x",
         "text": "The river rose **two metres** on Monday <img src=x onerror=alert(1)>. -1 &amp; www.evil.test http://evil.test said `x`."},
        {"id": "b", "outlet": "\u{202e}evil", "text": "On Monday the river <b>rose</b> three metres. @SUM(1) 1. x\n- [a](b) | c"}
    ]})
}

#[test]
fn every_format_is_written_alike_from_a_comparison_and_from_its_corpus() {
    let folder = Folder::new("formats");
    folder.write("story.json", hostile().to_string());
    folder.run(&["analyze", "story.json", "-o", "comparison.json"], "").good();
    for format in Format::ALL {
        let out = folder.run(&["export", format.name(), "comparison.json"], "").good();
        assert_eq!(folder.run(&["export", format.name(), "story.json"], "").good(), out);
        assert_eq!(folder.run(&["export", format.name(), "-"], folder.read("comparison.json")).good(), out);
        folder.run(&["export", format.name(), "comparison.json", "-o", "out"], "").good();
        assert_eq!(folder.read("out"), out);
        assert_eq!(out.starts_with('\u{feff}'), format == Format::CsvMarked);
    }
    assert_eq!(folder.run(&["export", "json", "comparison.json"], "").good(), folder.read("comparison.json"));
    for jsonld in ["annotations", "schema"] {
        let out = folder.run(&["export", jsonld, "comparison.json"], "").good();
        assert!(serde_json::from_str::<Value>(&out).unwrap()["@context"].is_string());
    }
    folder.run(&["export", "claimreview", "story.json"], "").refused(
        "invalid value 'claimreview' for '<FORMAT>': there are json, annotations, schema, csv, csv-bom, markdown; see --help",
    );
    folder.run(&["export", "csv", "none.json"], "").refused("none.json: No such file or directory");
    folder.write("other.json", "{\"format\": \"x/1\"}");
    folder
        .run(&["export", "csv", "other.json"], "")
        .refused("other.json: format \"x/1\" is unknown; expected \"news-compare.corpus/1\"");
}

#[test]
fn the_table_is_read_by_another_reader_with_one_record_for_each_cell() {
    let folder = Folder::new("csv");
    let out = folder.run(&["export", "csv", "-"], hostile().to_string()).good();
    let comparison = comparison(&hostile());
    let mut reader = csv::Reader::from_reader(out.as_bytes());
    assert_eq!(reader.headers().unwrap().get(2), Some("verdict"));
    let records: Vec<_> = reader.records().map(Result::unwrap).collect();
    assert_eq!(records.len(), comparison.claims.len() * 2);
    assert!(records.iter().flatten().all(|field| !field.starts_with(['=', '+', '-', '@', '\t'])));
    assert_eq!(&records[0][5], "'=cmd|' /C calc'!A0");
}

fn comparison(story: &Value) -> Comparison {
    analyze(&Corpus::from_json(&story.to_string()).unwrap(), &Options::default())
}

/// Returns what a Markdown reader with all extensions that make something of text finds: kinds of things, and all text.
fn read(markdown: &str) -> (Vec<String>, String) {
    let extensions = Extensions::ENABLE_TABLES
        | Extensions::ENABLE_STRIKETHROUGH
        | Extensions::ENABLE_TASKLISTS
        | Extensions::ENABLE_FOOTNOTES
        | Extensions::ENABLE_MATH
        | Extensions::ENABLE_GFM
        | Extensions::ENABLE_DEFINITION_LIST
        | Extensions::ENABLE_SUPERSCRIPT
        | Extensions::ENABLE_SUBSCRIPT
        | Extensions::ENABLE_HEADING_ATTRIBUTES
        | Extensions::ENABLE_WIKILINKS;
    let (mut kinds, mut text) = (Vec::new(), String::new());
    for event in Parser::new_ext(markdown, extensions) {
        match event {
            Event::Text(words) => text.push_str(&words),
            Event::Start(Tag::Link { dest_url, .. }) => kinds.push(format!("link {dest_url}")),
            Event::Start(tag) => {
                let kind = format!("{tag:?}");
                kinds.push(kind.split([' ', '(']).next().unwrap_or_default().to_owned());
            }
            Event::End(_) => {}
            Event::SoftBreak => text.push('\n'),
            other => kinds.push(format!("{other:?}")),
        }
    }
    (kinds, text)
}

/// Returns the words of a text without what Markdown may not keep: white space and signs of direction.
fn bare(text: &str) -> String {
    let kept = |c: &char| {
        !c.is_whitespace() && !c.is_control() && !matches!(c, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
    };
    text.chars().filter(kept).collect()
}

/// Asserts that nothing but our own headings, lists, table and links is in a story's Markdown, and that all its words are.
fn assert_inert(comparison: &Comparison) {
    let markdown = export(comparison, Format::Markdown, Language::English);
    let (kinds, text) = read(&markdown);
    let allowed =
        ["Heading", "Paragraph", "List", "Item", "Strong", "Emphasis", "Table", "TableHead", "TableRow", "TableCell"];
    for kind in &kinds {
        let is_source = |document: &Document| document.url.as_ref().is_some_and(|url| kind == &format!("link {url}"));
        assert!(
            allowed.contains(&kind.as_str()) || comparison.corpus.documents.iter().any(is_source),
            "{kind} in\n{markdown}"
        );
    }
    let count = |name: &str| kinds.iter().filter(|kind| *kind == name).count();
    let rows = comparison.claims.len();
    assert_eq!(
        count("Heading"),
        3 + usize::from(rows > 0) + rows - usize::from(rows > 0 && comparison.corpus.documents.len() > 8),
        "{markdown}"
    );
    assert_eq!(
        count("TableCell"),
        if rows > 0 { (rows + 1) * (comparison.corpus.documents.len() + 1) } else { 0 },
        "{markdown}"
    );
    let text = bare(&text);
    for row in &comparison.claims {
        assert!(text.contains(&bare(&row.statement)), "{:?} in\n{markdown}", row.statement);
        for evidence in row.cells.iter().flat_map(|cell| &cell.evidence) {
            assert!(text.contains(&bare(&evidence.exact)), "{:?} in\n{markdown}", evidence.exact);
        }
    }
}

#[test]
fn hostile_words_are_text_in_markdown_and_sources_are_linked() {
    let comparison = comparison(&hostile());
    assert!(comparison.claims.len() > 1);
    assert_inert(&comparison);
    let markdown = export(&comparison, Format::Markdown, Language::English);
    let links: Vec<_> = read(&markdown).0.into_iter().filter(|kind| kind.starts_with("link")).collect();
    assert_eq!(links, ["link https://example.org/a_(b)?x=1&copy=2"]);
    assert!(!markdown.contains('\u{202e}'));
    let spanish = export(&comparison, Format::Markdown, Language::Spanish);
    assert!(spanish.contains("## Fuentes") && !spanish.contains("Claims"), "{spanish}");
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 200, ..ProptestConfig::default() })]

    #[test]
    fn no_text_becomes_markup_in_markdown(
        pieces in prop::collection::vec(prop_oneof![
            3 => "\\PC{0,8}",
            4 => "[-#*_`~|<>\\[\\]()!&$:.+=^{}\\\\ \n0-9]{0,6}",
            3 => prop::sample::select(vec!["The river rose two metres. ", "<script>", "</b>", "&lt;", "[a](b)", "![x](y)", "\n\n# ", "\n---\n", "\n1. ", "www.x.org ",
                "http://x.org ", "a@b.org ", "\n> ", "```\n", "\n    ", "- [ ] ", "[^1]: ", "|---|", "$x$", "{#id}", "[[x]]", "~x~", "\n: "]).prop_map(str::to_owned),
        ], 1..10),
        title in "[#*_<>|\\[\\]()a-z .:0-9+=-]{0,12}",
    ) {
        let text = format!("{} x", pieces.concat().replace('\0', ""));
        let documents = vec![
            Document { outlet: Some(title.clone()), title: Some(title.clone()), ..Document::new("a", text.clone()) },
            Document::new("b", format!("The river rose two metres. {text}")),
        ];
        assert_inert(&analyze(&Corpus { title, ..Corpus::new(documents) }, &Options::default()));
    }
}
