//! The case files of `tests/cases/`, natively and in WebAssembly; how they are written is said in `tests/cases/README.md`.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a test stops where it fails")]

#[path = "cases/reader.rs"]
mod reader;

use news_compare::sentence::segment;
use news_compare::{Corpus, is_english};
use reader::Block;
use std::fmt::Write;
#[cfg(target_arch = "wasm32")]
use wasm_bindgen_test::wasm_bindgen_test as test;

#[cfg(target_arch = "wasm32")]
wasm_bindgen_test::wasm_bindgen_test_configure!(run_in_browser);

/// From the input of a case to what is compared with its expected output.
type Module = fn(&[Block]) -> String;

/// The folders of `tests/cases/` that hold case files, each with its function.
const MODULES: &[(&str, Module)] = &[("document", document), ("language", language), ("sentence", sentence)];

/// Names the files and builds their text in, since there are no files to read in WebAssembly.
macro_rules! files {
    ($($path:literal),* $(,)?) => { &[$(($path, include_str!(concat!("cases/", $path)))),*] };
}

/// Every case file: its path under `tests/cases/` and its text.
const FILES: &[(&str, &str)] = files!["document/check.md", "language/english.md", "sentence/layout.md"];

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
