//! The case files of `tests/cases/`, natively and in WebAssembly; how they are written is said in `tests/cases/README.md`.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a test stops where it fails")]

#[path = "cases/print.rs"]
mod print;
#[path = "cases/reader.rs"]
mod reader;
#[path = "cases/steps.rs"]
mod steps;
#[path = "cases/story.rs"]
mod story;

use news_compare::claim::{date, day::Day, quantity};
use news_compare::sentence::segment;
use news_compare::{Corpus, Span, is_english};
use reader::Block;
use std::fmt::Write;
#[cfg(target_arch = "wasm32")]
use wasm_bindgen_test::wasm_bindgen_test as test;

#[cfg(target_arch = "wasm32")]
wasm_bindgen_test::wasm_bindgen_test_configure!(run_in_browser);

/// From the input of a case to what is compared with its expected output.
type Module = fn(&[Block]) -> String;

/// The folders of `tests/cases/` that hold case files, each with its function.
const MODULES: &[(&str, Module)] = &[
    ("alignment", steps::rows),
    ("attribution", steps::attributions),
    ("claim", steps::claims),
    ("date", dates),
    ("document", document),
    ("entity", steps::entities),
    ("language", language),
    ("matrix", steps::matrices),
    ("modality", steps::modalities),
    ("quantity", quantities),
    ("reconciliation", steps::values),
    ("sentence", sentence),
    ("stance", steps::stances),
];

/// Names the files and builds their text in, since there are no files to read in WebAssembly.
macro_rules! files {
    ($($path:literal),* $(,)?) => { &[$(($path, include_str!(concat!("cases/", $path)))),*] };
}

/// Every case file: its path under `tests/cases/` and its text.
const FILES: &[(&str, &str)] = files![
    "alignment/rows.md",
    "attribution/speakers.md",
    "claim/statements.md",
    "date/days.md",
    "document/check.md",
    "entity/names.md",
    "language/english.md",
    "matrix/details.md",
    "matrix/verdicts.md",
    "modality/negation-and-hedging.md",
    "quantity/numbers.md",
    "reconciliation/values.md",
    "sentence/layout.md",
    "stance/rules.md",
];

/// Lists what each block mentions, then, of two blocks, how the first mention of one relates to the first of the other.
fn mentions<T>(
    blocks: &[Block],
    find: impl Fn(&Block) -> Vec<T>,
    print: impl Fn(&T, &str) -> String,
    compare: impl Fn(&T, &T) -> Option<quantity::Relation>,
) -> String {
    let found: Vec<Vec<T>> = blocks.iter().map(find).collect();
    let mut lines: Vec<String> = Vec::new();
    for (block, found) in blocks.iter().zip(&found) {
        lines.extend(found.iter().map(|mention| print(mention, &block.content)));
    }
    if let [first, second] = found.as_slice() {
        let relation = first.first().zip(second.first()).and_then(|(one, other)| compare(one, other));
        lines.push(relation.map_or("not comparable".to_owned(), |relation| format!("{relation:?}").to_lowercase()));
    }
    if lines.is_empty() { "nothing".to_owned() } else { lines.join("\n") }
}

fn quantities(blocks: &[Block]) -> String {
    mentions(
        blocks,
        |block| quantity::find(&block.content, Span::new(0, block.content.len())),
        |found, text| {
            let value =
                if found.low == found.high { found.low.to_string() } else { format!("{}..{}", found.low, found.high) };
            let of = found.of.as_ref().map_or_else(String::new, |of| format!(" of {of}"));
            format!("{:?}: {:?} {value}{of}, {:?}", found.span.slice(text), found.unit, found.bound)
        },
        quantity::compare,
    )
}

/// The label of a block is the day of publication.
fn dates(blocks: &[Block]) -> String {
    let day = |day: Day| format!("{:04}-{:02}-{:02}", day.year, day.month, day.day);
    mentions(
        blocks,
        |block| {
            let published = block.info.split_once(' ').and_then(|(_, published)| Day::parse(published));
            date::find(&block.content, Span::new(0, block.content.len()), published)
        },
        |found, text| {
            let days = match (found.days, found.time) {
                (Some((first, last)), _) if first == last => day(first),
                (Some((first, last)), _) => format!("{} to {}", day(first), day(last)),
                (None, Some(_)) => "a time of day".to_owned(),
                (None, None) => "not known".to_owned(),
            };
            format!("{:?}: {days}{}", found.span.slice(text), if found.guessed { ", guessed" } else { "" })
        },
        date::compare,
    )
}

fn document(blocks: &[Block]) -> String {
    match Corpus::from_json(&blocks[0].content) {
        Ok(_) => "accepted".to_owned(),
        Err(error) => error.to_string(),
    }
}

fn language(blocks: &[Block]) -> String {
    if is_english(&blocks[0].content) { "English".to_owned() } else { "another language".to_owned() }
}

fn sentence(blocks: &[Block]) -> String {
    let text = &blocks[0].content;
    segment(text).iter().fold(String::new(), |mut out, sentence| {
        let kind = format!("{:?}", sentence.kind).to_lowercase();
        let quoted = if sentence.quoted { ", quoted" } else { "" };
        let lead_in = sentence.lead_in.map_or_else(String::new, |lead_in| format!(", after {:?}", lead_in.slice(text)));
        let _ = writeln!(out, "{kind}{quoted}{lead_in}: {}", sentence.span.slice(text).replace('\n', "⏎"));
        out
    })
}

fn module_of(path: &str) -> Option<Module> {
    let folder = path.split('/').next()?;
    MODULES.iter().find(|(name, _)| *name == folder).map(|&(_, module)| module)
}

#[test]
fn every_case_gives_what_it_expects() {
    let mut failures = Vec::new();
    for (path, markdown) in FILES {
        match module_of(path) {
            Some(module) => failures.extend(reader::failures(path, markdown, module)),
            None => failures.push(format!("{path}: no such module")),
        }
    }
    #[cfg(not(target_arch = "wasm32"))]
    if std::env::var_os("UPDATE_CASES").is_some() {
        return update();
    }
    assert!(failures.is_empty(), "{} of the cases fail:\n\n{}\n", failures.len(), failures.join("\n\n"));
}

/// Writes what the program says today into the files.
#[cfg(not(target_arch = "wasm32"))]
fn update() {
    for (path, markdown) in FILES {
        let updated =
            reader::updated(markdown, module_of(path).unwrap()).unwrap_or_else(|fault| panic!("{path}, {fault}"));
        if updated != *markdown {
            std::fs::write(folder().join(path), updated).unwrap();
            println!("updated {path}");
        }
    }
}

#[cfg(not(target_arch = "wasm32"))]
fn folder() -> std::path::PathBuf {
    std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/cases")
}

#[cfg(not(target_arch = "wasm32"))]
#[test]
fn every_file_in_the_folders_is_listed() {
    let mut found = Vec::new();
    for entry in std::fs::read_dir(folder()).unwrap().map(Result::unwrap).filter(|entry| entry.path().is_dir()) {
        for file in std::fs::read_dir(entry.path()).unwrap().map(Result::unwrap) {
            if file.path().extension().is_some_and(|ending| ending == "md") {
                found.push(format!("{}/{}", entry.file_name().to_string_lossy(), file.file_name().to_string_lossy()));
            }
        }
    }
    found.sort();
    let mut listed: Vec<_> = FILES.iter().map(|(path, _)| (*path).to_owned()).collect();
    listed.sort();
    assert_eq!(found, listed, "tests/cases/ and the list FILES differ");
    for (module, _) in MODULES {
        assert!(found.iter().any(|path| path.starts_with(&format!("{module}/"))), "{module} has no case file");
    }
}

/// A case file whose module gives its input back.
const ECHO: &str = "# Title\n\n## One\nWhy.\n```text\na\n\nb  \n```\n```expected\na\n\nb\n```\n\n## Two\n````text x\n```\n````\n```expected\n```\n";

fn echo(blocks: &[Block]) -> String {
    blocks.iter().map(|block| block.content.as_str()).collect()
}

#[test]
fn a_case_that_expects_something_else_fails() {
    let failures = reader::failures("x.md", ECHO, echo);
    assert_eq!(failures, ["x.md:16 Two\n--- expected\n\n--- came\n```"]);
    let cases = reader::read(ECHO).unwrap();
    assert_eq!((cases[0].name.as_str(), cases[0].blocks[0].content.as_str()), ("One", "a\n\nb  "));
    assert_eq!(cases[1].blocks[0].info, "text x");
}

#[test]
fn a_file_that_tests_nothing_is_a_fault() {
    for (markdown, fault) in [
        ("", "no case"),
        ("# Only a title\n", "no case"),
        ("```text\n```\n", "line 1: a block before the first heading"),
        ("## A\n", "line 1: \"A\" needs input and then a block ```expected"),
        ("## A\n```text\n```\n", "line 1: \"A\" needs input and then a block ```expected"),
        ("## A\n```expected\n```\n", "line 1: \"A\" needs input and then a block ```expected"),
        ("## A\n```expected\n```\n```text\n```\n", "line 1: \"A\" needs input and then a block ```expected"),
        ("## A\n```text\n```\n```expected\n", "line 4: the block is not closed"),
        ("## A\n```t\n```\n```expected\n```\n## A\n```t\n```\n```expected\n```\n", "line 6: a second case \"A\""),
    ] {
        assert_eq!(reader::read(markdown).unwrap_err(), fault, "{markdown:?}");
    }
}

#[cfg(not(target_arch = "wasm32"))]
#[test]
fn updating_changes_the_expected_output_only() {
    let updated = reader::updated(ECHO, echo).unwrap();
    assert_eq!(updated, ECHO.replace("```expected\n```\n", "```expected\n```\n```\n"));
    let plain = ECHO.replace("```expected\n```\n", "```expected\nold\nlines\n```\n");
    assert_eq!(
        reader::updated(&plain, |_| "new".to_owned()).unwrap(),
        plain.replace("old\nlines", "new").replace("expected\na\n\nb", "expected\nnew")
    );
}
