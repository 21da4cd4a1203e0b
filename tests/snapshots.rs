//! Whole matrices of whole stories, each beside the text that was agreed on: what a change of the analysis does to them is read as a
//! difference in `tests/snapshots/`. `INSTA_UPDATE=always cargo test --test snapshots` writes them anew.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a test stops where it fails")]
#![cfg(not(target_arch = "wasm32"))]

#[path = "cases/print.rs"]
mod print;

use news_compare::{Corpus, Options, analyze};
use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

/// Every story of the project: the embedded ones and those of the tests.
fn stories() -> Vec<PathBuf> {
    let mut found = Vec::new();
    for folder in ["corpora", "tests/cases/corpora"] {
        for entry in std::fs::read_dir(Path::new(env!("CARGO_MANIFEST_DIR")).join(folder)).unwrap() {
            let path = entry.unwrap().path();
            if path.extension().is_some_and(|ending| ending == "json") {
                found.push(path);
            }
        }
    }
    found.sort();
    found
}

fn name(path: &Path) -> String {
    path.file_stem().unwrap().to_string_lossy().into_owned()
}

#[test]
fn the_matrix_of_every_story_is_the_one_agreed_on() {
    let mut settings = insta::Settings::clone_current();
    settings.set_prepend_module_to_snapshot(false);
    settings.set_omit_expression(true);
    let _bound = settings.bind_to_scope();
    let mut different = Vec::new();
    for path in stories() {
        let corpus = Corpus::from_json(&std::fs::read_to_string(&path).unwrap()).unwrap();
        let matrix = print::matrix(&analyze(&corpus, &Options::default()).claims);
        // Every story is compared before the test fails, so that one run shows all differences.
        let compared = std::panic::catch_unwind(|| insta::assert_snapshot!(name(&path), matrix));
        if compared.is_err() {
            different.push(name(&path));
        }
    }
    assert!(
        different.is_empty(),
        "{different:?} differ; where the new matrix is better: INSTA_UPDATE=always cargo test --test snapshots"
    );
}

#[test]
fn every_snapshot_belongs_to_a_story() {
    let names = |paths: Vec<PathBuf>| paths.iter().map(|path| name(path)).collect::<BTreeSet<_>>();
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/snapshots");
    let kept = std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
    // Those of the screen are tests/ui.rs's.
    let of_story = |path: &PathBuf| path.extension().is_some_and(|e| e == "snap") && !name(path).starts_with("screen-");
    assert_eq!(names(kept.filter(of_story).collect()), names(stories()));
    assert_eq!(names(stories()).len(), stories().len(), "two stories of one name");
}
