//! `check`: quotations of corrected articles, and cells that need a person.

use crate::program::Folder;
use news_compare::Comparison;
use serde_json::{Value, json};

const TEXT: &str = "On Monday the river rose three metres, the council said. Schools stay closed until the weekend.";

/// A folder with the comparison of two articles, of which the second says three metres for the first's two.
fn folder(test: &str) -> Folder {
    let folder = Folder::new(test);
    folder.write("story.json", story(TEXT).to_string());
    folder.run(&["analyze", "story.json", "-o", "comparison.json"], "").good();
    folder
}

fn story(second: &str) -> Value {
    json!({"format": "news-compare.corpus/1", "documents": [
        {"id": "a", "text": "The river rose two metres on Monday, the council said. Nobody was evacuated."},
        {"id": "b", "text": second}]})
}

fn read(folder: &Folder, name: &str) -> Value {
    serde_json::from_str(&folder.read(name)).unwrap()
}

#[test]
fn a_comparison_whose_quotations_stand_passes_and_lists_what_needs_a_person() {
    let folder = folder("check");
    let out = folder.run(&["check", "comparison.json", "--below", "0"], "").good();
    assert!(out.ends_with("rows: 0 moved, 0 not found, 1 cell needs a person\n"), "{out}");
    assert!(out.starts_with("row 1 (c1), document "), "{out}");
    assert!(out.contains(": needs a person: a contradiction that nobody has reviewed\n"), "{out}");
    assert_eq!(folder.run(&["check", "comparison.json", "--below", "0", "--strict"], "").status, 1);
    let sure = folder.run(&["check", "comparison.json", "--below", "1"], "").good();
    assert!(sure.contains("needs a person: confidence 0.") && sure.lines().count() > out.lines().count(), "{sure}");

    let mut comparison = read(&folder, "comparison.json");
    comparison["review"] = json!({"reviewed_by": "E. Editor", "date": "2026-01-13"});
    folder.write("reviewed.json", comparison.to_string());
    let out = folder.run(&["check", "--below", "0", "--strict", "reviewed.json"], "").good();
    assert_eq!(out.lines().count(), 1, "{out}");
    comparison["claims"][1]["cells"][0]["judged_by"] = json!("person");
    comparison["claims"][1]["cells"][0]["confidence"] = json!(0);
    folder.write("person.json", comparison.to_string());
    assert_eq!(folder.run(&["check", "--below", "0.1", "-"], folder.read("person.json")).good(), out);
    folder
        .run(&["check", "--below", "2", "person.json"], "")
        .refused("invalid value '2' for '--below <SHARE>': a number from 0 to 1 is expected; see --help");
}

#[test]
fn quotations_of_a_corrected_article_are_told_and_moved_and_nothing_else_changes() {
    let folder = folder("moved");
    let before = folder.read("comparison.json");
    folder.write("corrected.json", story(&format!("Corrected at noon.\n{TEXT}")).to_string());
    let check = ["check", "comparison.json", "--corpus", "corrected.json", "--below", "0"];
    let outcome = folder.run(&check, "");
    assert_eq!((outcome.status, outcome.err.as_str()), (1, ""));
    assert!(outcome.out.contains("document b: evidence moved: “"), "{outcome:?}");
    assert_eq!(folder.read("comparison.json"), before, "a look changes nothing");

    let outcome = folder.run(&[&check[..], &["--fix", "-o", "-"]].concat(), "");
    assert_eq!(outcome.status, 0);
    assert!(outcome.err.contains("evidence moved"), "the report makes room for the comparison");
    folder.run(&[&check[..], &["--fix"]].concat(), "").good();
    assert_eq!(folder.read("comparison.json"), outcome.out);
    Comparison::from_json(&outcome.out).unwrap();
    let (old, new): (Value, Value) = (serde_json::from_str(&before).unwrap(), read(&folder, "comparison.json"));
    let summary = |comparison: &Value| -> Vec<Value> {
        let rows = comparison["claims"].as_array().unwrap();
        rows.iter()
            .map(|row| json!([row["statement"], row["verdict"], row["cells"][0]["stance"], row["cells"][1]["stance"]]))
            .collect()
    };
    assert_eq!(summary(&old), summary(&new));
    let again = folder.run(&["check", "comparison.json", "--below", "0"], "").good();
    assert!(again.contains(" 0 moved, 0 not found"), "{again}");
}

#[test]
fn what_stands_around_words_that_stay_is_renewed() {
    let folder = folder("around");
    let around = |name: &str| -> Vec<Value> {
        let comparison = read(&folder, name);
        let cells = comparison["claims"].as_array().unwrap().iter().map(|row| row["cells"][1].clone());
        let evidence = cells.flat_map(|cell| cell["evidence"].as_array().unwrap().clone());
        evidence.map(|evidence| json!([evidence["prefix"], evidence["suffix"]])).collect()
    };
    assert!(around("comparison.json").iter().any(|context| context[1] == ""));
    folder.write("corrected.json", story(&format!("{TEXT} Shops open.")).to_string());
    let check = ["check", "comparison.json", "--corpus", "corrected.json", "--below", "0", "--fix"];
    let out = folder.run(&check, "").good();
    assert!(out.contains(": 0 moved, 0 not found"), "{out}");
    assert!(around("comparison.json").iter().any(|context| context[1] == " Shops open."));
    folder.write("corrected.json", story(&TEXT.replace("the weekend", "Friday")).to_string());
    folder.run(&check, "");
    let first = &around("comparison.json")[0];
    assert_eq!(first, &json!(["", " Schools stay closed until Frida"]));
}

#[test]
fn words_that_are_gone_are_said_to_be_and_their_cells_are_judged_no_more() {
    let folder = folder("lost");
    let mut comparison = read(&folder, "comparison.json");
    comparison["corpus"]["documents"][1]["text"] = json!(TEXT.replace("three metres", "two metres"));
    folder.write("edited.json", comparison.to_string());
    let outcome = folder.run(&["check", "edited.json"], "");
    assert_eq!((outcome.status, outcome.err.as_str()), (1, ""));
    assert!(outcome.out.contains("row 1 (c1), document b: evidence not found: “"), "{outcome:?}");
    assert!(outcome.out.contains("needs a person: not judged"), "{outcome:?}");
    let outcome = folder.run(&["check", "edited.json", "--fix", "-o", "fixed.json"], "");
    assert_eq!((outcome.status, outcome.err.as_str()), (1, ""), "a person must look");
    let fixed = Comparison::from_json(&folder.read("fixed.json")).unwrap();
    assert!(!folder.read("fixed.json").contains("\"contradicts\""));
    assert_eq!(fixed.claims.len(), comparison["claims"].as_array().unwrap().len());
}

#[test]
fn a_row_that_no_article_says_any_more_is_told_each_time() {
    let folder = folder("forsaken");
    folder.write("corrected.json", story(&TEXT.replace("Schools stay closed until", "Shops open after")).to_string());
    folder.run(&["check", "comparison.json", "--corpus", "corrected.json", "--fix"], "");
    for _ in 0..2 {
        let outcome = folder.run(&["check", "comparison.json"], "");
        assert_eq!((outcome.status, outcome.err.as_str()), (1, ""));
        assert!(outcome.out.contains("): needs a person: no article says it any more\n"), "{outcome:?}");
        assert!(outcome.out.ends_with(", 1 row is said by no article\n"), "{outcome:?}");
    }
}

#[test]
fn what_a_person_chose_is_never_overwritten() {
    let folder = folder("person");
    let mut comparison = read(&folder, "comparison.json");
    for column in [0, 1] {
        comparison["claims"][0]["cells"][column]["judged_by"] = json!("person");
    }
    comparison["corpus"]["documents"][1]["text"] = json!(TEXT.replace("three metres", "two metres"));
    folder.write("edited.json", comparison.to_string());
    let before = folder.read("edited.json");
    let outcome = folder.run(&["check", "edited.json", "--fix"], "");
    assert_eq!(outcome.status, 2);
    assert_eq!(
        outcome.err,
        "news-compare: edited.json: row 1 (c1), document b: the words that a person chose are no longer in the article; nothing was written: change the cell by hand\n"
    );
    assert_eq!(folder.read("edited.json"), before);
    assert_eq!(folder.run(&["check", "edited.json"], "").status, 1);
}

#[test]
fn other_faults_and_other_corpora_are_refused() {
    let folder = folder("refused");
    let mut comparison = read(&folder, "comparison.json");
    comparison["claims"][0]["cells"].as_array_mut().unwrap().pop();
    folder.write("short.json", comparison.to_string());
    folder
        .run(&["check", "short.json"], "")
        .refused("short.json: row 1 (\"c1\"): 1 cells for 2 documents; expected one each");
    let mut other = story(TEXT);
    other["documents"][1]["id"] = json!("c");
    folder.write("other.json", other.to_string());
    folder
        .run(&["check", "comparison.json", "--corpus", "other.json"], "")
        .refused("other.json: there is no document \"b\", which the comparison has");
    let mut more = story(TEXT);
    more["documents"].as_array_mut().unwrap().push(json!({"id": "c", "text": "x"}));
    folder.write("more.json", more.to_string());
    folder
        .run(&["check", "comparison.json", "--corpus", "more.json"], "")
        .refused("more.json: document \"c\" is not in the comparison: analyze the corpus anew");
    folder
        .run(&["check", "story.json"], "")
        .refused("story.json: this is a corpus, and a comparison is wanted; analyze makes one of it");
    let comparison = "this is a comparison, and a corpus is wanted; export, check, bundle and serve take comparisons";
    folder
        .run(&["check", "comparison.json", "--corpus", "comparison.json"], "")
        .refused(&format!("comparison.json: {comparison}"));
    folder.run(&["analyze", "comparison.json"], "").refused(&format!("comparison.json: {comparison}"));
}
