//! The guides in `docs/guides/`: they name what is on the screen as the screen does, in both languages alike, and their links lead somewhere.
#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::unwrap_used, reason = "a test stops where it fails")]

use std::fs::read_to_string;
use std::path::{Path, PathBuf};

const GUIDES: [&str; 3] = ["teacher", "newsroom", "reader"];

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/guides")
}

fn guide(name: &str) -> String {
    read_to_string(folder().join(name)).unwrap()
}

/// Returns what stands between two marks, on one line or over several.
fn between<'t>(text: &'t str, open: &'t str, close: &'t str) -> impl Iterator<Item = &'t str> {
    text.split(open).skip(1).filter_map(move |rest| rest.split_once(close).map(|(inside, _)| inside))
}

/// Returns the bold phrases, which are words of the screen where they begin in lower case or name a button.
fn bold(text: &str) -> Vec<String> {
    let phrases: Vec<&str> = text.split("**").skip(1).step_by(2).collect();
    phrases.iter().map(|phrase| phrase.split_whitespace().collect::<Vec<_>>().join(" ")).collect()
}

/// Bold words that are the guide's own: the steps of the lesson, the leads of lists.
const OWN: &[&str] = &[
    "You need",
    "Read",
    "Predict",
    "Reveal",
    "Doubt",
    "Conflicts first.",
    "Not told",
    "Who is right.",
    "Why something is missing.",
    "What is between the lines.",
    "Hace falta",
    "Leer",
    "Predecir",
    "Descubrir",
    "Dudar",
    "Primero, lo que se contradice.",
    "Quién tiene razón.",
    "Por qué falta algo.",
    "Lo que está entre líneas.",
];

#[test]
fn what_they_call_the_screen_is_what_it_says() {
    // What exports say too stands in a table of both languages.
    let shared = include_str!("../src/wording.rs");
    let tables = [
        ("md", [include_str!("../src/ui/words/english.rs"), include_str!("../src/page/words/english.rs")].concat()),
        ("es.md", [include_str!("../src/ui/words/spanish.rs"), include_str!("../src/page/words/spanish.rs")].concat()),
    ];
    for (ending, table) in tables {
        let mut seen = 0;
        for name in GUIDES {
            for phrase in bold(&guide(&format!("{name}.{ending}"))) {
                if OWN.contains(&phrase.as_str()) {
                    continue;
                }
                let said = [format!("\"{phrase}\""), format!("\"{phrase} {{")];
                assert!(
                    said.iter().any(|said| table.contains(said.as_str()) || shared.contains(said.as_str())),
                    "{name}.{ending}: {phrase:?} is not on the screen"
                );
                seen += 1;
            }
        }
        assert!(seen > 35, "{seen}");
    }
}

#[test]
fn each_has_the_same_parts_in_both_languages() {
    for name in GUIDES {
        let shape = |text: &str| -> Vec<String> {
            let sign = |line: &str| {
                ["# ", "## ", "| ", "```"].iter().find(|sign| line.starts_with(**sign)).map(|s| (*s).to_owned())
            };
            text.lines().filter_map(sign).collect()
        };
        assert_eq!(shape(&guide(&format!("{name}.md"))), shape(&guide(&format!("{name}.es.md"))), "{name}");
    }
}

#[test]
fn their_links_lead_to_files() {
    for name in GUIDES.iter().flat_map(|name| [format!("{name}.md"), format!("{name}.es.md")]) {
        let text = guide(&name);
        let links: Vec<_> = between(&text, "](", ")").filter(|link| !link.starts_with("http")).collect();
        assert!(links.len() > 1 || name.starts_with("reader"), "{name}");
        for link in links {
            let path = link.split('#').next().unwrap();
            assert!(folder().join(path).is_file(), "{name}: {link}");
        }
    }
}

#[test]
fn the_page_for_the_teacher_is_one_page() {
    // So many, with the heads and the table, fill four fifths of a page of A4 at 10.5 points.
    for name in ["teacher.md", "teacher.es.md"] {
        let words = guide(name).split_whitespace().count();
        assert!(words < 660, "{name} has {words} words");
    }
}
