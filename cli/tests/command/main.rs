//! The program as a user meets it: files and pipes in, files and pipes out, exit status, the one line of a fault.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a test stops where it fails")]

mod bundle;
mod check;
mod export;
mod import;
mod program;

use program::Folder;
use serde_json::{Value, json};
use std::fs;
use std::io::{BufRead, BufReader, Read, Write};
use std::path::Path;
use std::process::Stdio;

fn corpus(title: &str) -> Value {
    json!({"format": "news-compare.corpus/1", "title": title, "documents": [
        {"id": "a", "text": "The river rose two metres on Monday."},
        {"id": "b", "text": "On Monday the river rose by two metres."}
    ]})
}

fn lines(out: &str) -> Vec<Value> {
    assert!(out.is_empty() || out.ends_with('\n'));
    out.lines().map(|line| serde_json::from_str(line).unwrap()).collect()
}

fn titles(out: &str) -> Vec<String> {
    lines(out).iter().map(|line| line["corpus"]["title"].as_str().unwrap().to_owned()).collect()
}

#[test]
fn a_corpus_gives_a_comparison_that_can_be_read_again() {
    let folder = Folder::new("one");
    folder.write("story.json", serde_json::to_string_pretty(&corpus("Flood")).unwrap());
    let out = folder.run(&["analyze", "story.json"], "").good();
    assert_eq!(out.lines().count(), 1);
    let comparison = news_compare::Comparison::from_json(&out).unwrap();
    assert_eq!(comparison.corpus.documents.len(), 2);
    assert!(!comparison.claims.is_empty());
    assert_eq!(folder.run(&["analyze", "-"], corpus("Flood").to_string()).good(), out, "standard input");
    assert_eq!(folder.run(&["analyze", "story.json", "-o", "-"], "").good(), out, "-o -");
}

#[test]
fn the_embedded_corpus_is_analysed() {
    let folder = Folder::new("embedded");
    folder.write("story.json", include_str!("../../../corpora/mexico-us-call.json"));
    let comparison = news_compare::Comparison::from_json(&folder.run(&["analyze", "story.json"], "").good()).unwrap();
    assert!(comparison.claims.len() > 10);
}

/// Takes every sentence of a comparison that the program has written out of it.
fn take_sentences(comparison: &mut Value) -> Vec<String> {
    let mut out = Vec::new();
    for claim in comparison["claims"].as_array_mut().unwrap() {
        for cell in claim["cells"].as_array_mut().unwrap() {
            let reasons = cell["reasons"].as_array_mut().unwrap();
            out.extend(reasons.iter_mut().map(|reason| reason["text"].take()));
            out.extend(cell["nearest"].as_object_mut().map(|nearest| nearest["why"].take()));
        }
    }
    out.into_iter().map(|sentence| sentence.as_str().unwrap().to_owned()).collect()
}

#[test]
fn the_language_of_the_reasons_changes_nothing_else() {
    let folder = Folder::new("language");
    folder.write("story.json", include_str!("../../../corpora/mexico-us-call.json"));
    let analyze = |language: &str| -> Value {
        serde_json::from_str(&folder.run(&["analyze", "--language", language, "story.json"], "").good()).unwrap()
    };
    let (mut english, mut spanish) = (analyze("en"), analyze("es"));
    let sentences = [take_sentences(&mut english), take_sentences(&mut spanish)];
    assert_eq!(english, spanish);
    assert!(sentences[0].len() > 100);
    for (en, es) in sentences[0].iter().zip(&sentences[1]) {
        assert!(!en.is_empty() && !es.is_empty() && en != es, "{en} {es}");
    }
    let pair = r#"{"id": 1, "a": "The river rose two metres.", "b": "The river rose three metres."}"#;
    let judged = folder.run(&["judge", "--language", "es"], pair).good();
    assert!(judged.contains("La primera dice «two metres» y la segunda dice «three metres»."), "{judged}");
    folder
        .run(&["judge", "--language", "fr"], pair)
        .refused("invalid value 'fr' for '--language <LANGUAGE>' [possible values: en, es]; see --help");
}

#[test]
fn pretty_indents_one_corpus_and_refuses_several() {
    let folder = Folder::new("pretty");
    folder.write("story.json", corpus("Flood").to_string());
    folder.write("two.ndjson", format!("{}\n{}\n", corpus("1"), corpus("2")));
    let pretty = folder.run(&["analyze", "--pretty", "story.json"], "").good();
    assert!(pretty.starts_with("{\n  \"format\": \"news-compare.comparison/1\",\n"), "{pretty}");
    let plain = folder.run(&["analyze", "story.json"], "").good();
    assert_eq!(serde_json::from_str::<Value>(&pretty).unwrap(), serde_json::from_str::<Value>(&plain).unwrap());
    let fault = "--pretty is for one corpus only; several are written one on each line";
    assert_eq!(folder.run(&["analyze", "--pretty", "story.json", "story.json"], "").refused(fault), "");
    assert_eq!(folder.run(&["analyze", "--pretty", "two.ndjson"], "").refused(fault), "");
}

#[test]
fn several_files_and_lines_keep_their_order() {
    let folder = Folder::new("order");
    let ndjson =
        |from: usize, to: usize| -> String { (from..to).map(|at| format!("{}\n", corpus(&at.to_string()))).collect() };
    folder.write("a.ndjson", ndjson(0, 40) + "\n  \r\n" + &ndjson(40, 45));
    folder.write("b.json", serde_json::to_string_pretty(&corpus("45")).unwrap());
    folder.write("c.ndjson", ndjson(46, 50).trim_end());
    let expected: Vec<_> = (0..50).map(|at| at.to_string()).collect();
    assert_eq!(titles(&folder.run(&["analyze", "a.ndjson", "b.json", "c.ndjson"], "").good()), expected);
    assert_eq!(titles(&folder.run(&["analyze", "-"], ndjson(0, 50)).good()), expected);
    let marked = format!("\u{feff}{}", ndjson(0, 50).replace('\n', "\r\n"));
    assert_eq!(titles(&folder.run(&["analyze", "-"], marked).good()), expected, "byte order mark and CRLF");
}

#[test]
fn the_output_file_appears_whole_or_not_at_all() {
    let folder = Folder::new("output");
    folder.write("story.json", corpus("Flood").to_string());
    folder.write("bad.json", "{");
    assert_eq!(folder.run(&["analyze", "story.json", "-o", "out.json"], "").good(), "");
    assert_eq!(titles(&folder.read("out.json")), ["Flood"]);

    folder.write("kept.json", "precious");
    folder
        .run(&["analyze", "bad.json", "-o", "kept.json"], "")
        .refused("bad.json: not JSON: it ends too early (line 1, column 1)");
    assert_eq!(folder.read("kept.json"), "precious");
    folder
        .run(&["analyze", "bad.json", "-o", "new.json"], "")
        .refused("bad.json: not JSON: it ends too early (line 1, column 1)");
    folder.run(&["analyze", "story.json", "-o", "kept.json"], "").good();
    assert_eq!(titles(&folder.read("kept.json")), ["Flood"]);
    folder.run(&["analyze", "story.json", "--output", "story.json"], "").good();
    assert_eq!(titles(&folder.read("story.json")), ["Flood"], "input and output may be the same file");
    assert_eq!(folder.names(), ["bad.json", "kept.json", "out.json", "story.json"], "nothing is left behind");

    fs::create_dir(folder.0.join("folder")).unwrap();
    folder.run(&["analyze", "story.json", "-o", "folder"], "").refused("folder: is a directory");
    folder
        .run(&["analyze", "story.json", "-o", "nowhere/out.json"], "")
        .refused("nowhere/out.json: No such file or directory");
}

#[cfg(unix)]
#[test]
fn links_devices_and_permissions_of_the_output_are_kept() {
    use std::os::unix::fs::{PermissionsExt, symlink};
    let folder = Folder::new("links");
    folder.write("story.json", corpus("Flood").to_string());
    folder.write("real.json", "old");
    fs::set_permissions(folder.0.join("real.json"), fs::Permissions::from_mode(0o640)).unwrap();
    symlink("real.json", folder.0.join("link.json")).unwrap();
    symlink("/dev/null", folder.0.join("null")).unwrap();
    folder.run(&["analyze", "story.json", "-o", "link.json"], "").good();
    assert!(folder.0.join("link.json").is_symlink());
    assert_eq!(titles(&folder.read("real.json")), ["Flood"]);
    assert_eq!(fs::metadata(folder.0.join("real.json")).unwrap().permissions().mode() & 0o777, 0o640);
    folder.run(&["analyze", "story.json", "-o", "null"], "").good();
    assert!(!Path::new("/dev/null").is_file(), "a device is written to, not replaced");
}

#[test]
fn faults_are_one_line_with_file_and_place() {
    let folder = Folder::new("faults");
    let good = corpus("Flood").to_string();
    fs::create_dir(folder.0.join("folder")).unwrap();
    let cases: &[(&str, &[u8], &str)] = &[
        ("empty.json", b"", "not JSON: there is nothing in it (line 1, column 0)"),
        ("blank.json", b" \n\n", "not JSON: there is nothing in it (line 1, column 0)"),
        (
            "cut.json",
            b"\n{\n\"format\": \"news-compare.corpus/1\",\n",
            "not JSON: it ends too early (line 4, column 0)",
        ),
        ("text.json", b"<html>\n", "not JSON: expected value (line 1, column 1)"),
        (
            "later.json",
            br#"{"format": "news-compare.corpus/2"}"#,
            "\"news-compare.corpus/2\" is a later version; this program reads \"news-compare.corpus/1\"",
        ),
        ("latin.json", b"{\n\"title\": \"caf\xe9\"}", "not UTF-8: byte 0xe9 at line 2, column 14"),
        ("utf16.json", b"\xff\xfe{\0}\0\n\0", "the file is UTF-16; save it as UTF-8"),
        (
            "none.json",
            br#"{"format": "news-compare.corpus/1", "documents": []}"#,
            "the corpus has no documents; it needs 1 to 50",
        ),
        (
            "two.json",
            br#"{"format": "news-compare.corpus/1", "documents": [{"id": "a", "text": ""}]}"#,
            "document 1 (\"a\"): the text is empty",
        ),
    ];
    for (name, content, fault) in cases {
        folder.write(name, content);
        assert_eq!(folder.run(&["analyze", name], "").refused(&format!("{name}: {fault}")), "");
        assert_eq!(folder.run(&["analyze", "-"], content).refused(&format!("standard input: {fault}")), "");
    }
    folder.write("good.json", &good);
    folder.run(&["analyze", "missing.json"], "").refused("missing.json: No such file or directory");
    folder.run(&["analyze", "a\nb.json"], "").refused("a\\nb.json: No such file or directory");
    folder.run(&["analyze", "folder"], "").refused("folder: Is a directory");
    let out = folder
        .run(&["analyze", "good.json", "missing.json", "good.json"], "")
        .refused("missing.json: No such file or directory");
    assert_eq!(titles(&out), ["Flood"], "what came before the fault is written");
    let out = folder.run(&["analyze", "-"], format!("{good}\n\n{{\"format\": 1}}\n{good}\n"));
    let out = out.refused("standard input, line 3: member \"format\" is 1; expected \"news-compare.corpus/1\"");
    let out = lines(&out);
    assert_eq!(
        (out.len(), &out[1]),
        (3, &json!({"error": "member \"format\" is 1; expected \"news-compare.corpus/1\""}))
    );
    assert_eq!((&out[0], out[0]["corpus"]["title"].as_str()), (&out[2], Some("Flood")), "the rest goes on");
}

#[test]
fn a_line_gives_the_same_answer_wherever_it_stands() {
    let folder = Folder::new("map");
    let long =
        json!({"format": "news-compare.corpus/1", "documents": [{"id": "a", "text": "x".repeat(200_001)}]}).to_string();
    let all = [
        corpus("1").to_string(),
        "oops".to_owned(),
        "[".to_owned(),
        corpus("2").to_string(),
        long,
        "{\"format\": 1}".to_owned(),
        corpus("3").to_string(),
    ];
    let together = folder.run(&["analyze", "--ndjson", "-"], all.join("\n"));
    assert_eq!(
        (together.status, together.err.as_str()),
        (
            2,
            "news-compare: standard input, line 2: not JSON: expected value (line 2, column 1) (4 broken lines in all)\n"
        )
    );
    let apart: String = all.iter().map(|line| folder.run(&["analyze", "--ndjson", "-"], line).out).collect();
    assert_eq!(together.out, apart);
    assert_eq!(together.out.lines().count(), all.len());
    let reversed: Vec<_> = all.iter().rev().cloned().collect();
    let turned = folder.run(&["analyze", "--ndjson", "-"], reversed.join("\n")).out;
    assert_eq!(turned.lines().rev().collect::<Vec<_>>(), together.out.lines().collect::<Vec<_>>());
    assert_eq!(folder.run(&["analyze", "--ndjson", "-"], "").good(), "", "nothing in, nothing out");
    folder.write("all.ndjson", all.join("\n"));
    assert_eq!(folder.run(&["analyze", "--ndjson", "all.ndjson", "-o", "out.ndjson"], "").status, 2);
    assert_eq!(folder.read("out.ndjson"), together.out);
}

#[cfg(target_os = "linux")]
#[test]
fn memory_does_not_grow_with_the_number_of_lines_nor_with_one_that_is_too_long() {
    let folder = Folder::new("memory");
    let peak = |arguments: &[&str], feed: &dyn Fn(&mut dyn Write)| -> u64 {
        let mut child = folder
            .command(arguments)
            .stdin(Stdio::piped())
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .spawn()
            .unwrap();
        let status = format!("/proc/{}/status", child.id());
        let mut stdin = child.stdin.take().unwrap();
        feed(&mut stdin);
        stdin.flush().unwrap();
        // What was written last may not be read yet; the peak is of all that came before.
        let status = fs::read_to_string(status).unwrap();
        drop(stdin);
        child.wait().unwrap();
        let line = status.lines().find(|line| line.starts_with("VmHWM:")).unwrap();
        line.split_whitespace().nth(1).unwrap().parse::<u64>().unwrap() / 1024
    };
    let lines = |count: usize| {
        move |out: &mut dyn Write| {
            for at in 0..count {
                writeln!(out, "{}", corpus(&at.to_string())).unwrap()
            }
        }
    };
    let (few, many) =
        (peak(&["analyze", "--ndjson", "-"], &lines(200)), peak(&["analyze", "--ndjson", "-"], &lines(1_000)));
    assert!(many < few + 24, "{few} and {many} MB");
    let long = peak(&["judge"], &|out| {
        for _ in 0..500 {
            out.write_all(&[b'x'; 1 << 20]).unwrap()
        }
    });
    assert!(long < 600, "{long} MB for a line of 500 MB");
}

#[test]
fn five_megabytes_of_text_are_refused_with_the_limit() {
    let folder = Folder::new("five");
    let mut corpus = corpus("Flood");
    corpus["documents"][1]["text"] = json!("word ".repeat(1_000_000));
    folder.write("five.json", corpus.to_string());
    folder
        .run(&["analyze", "five.json"], "")
        .refused("five.json: document 2 (\"b\"): the text has 5000000 code points; the limit is 200000");
}

#[test]
fn usage_errors_are_one_line_and_help_and_version_are_none() {
    let folder = Folder::new("usage");
    folder.run(&["analyze"], "").refused("the following required arguments were not provided: <CORPUS>...; see --help");
    folder.run(&[], "").refused(
        "'news-compare' requires a subcommand but one was not provided [subcommands: analyze, judge, export, check, import, bundle, serve, help]; see --help",
    );
    for arguments in [&["analyse", "x"][..], &["analyze", "--petty", "x"], &["judge", "--pretty"]] {
        let outcome = folder.run(arguments, "");
        assert_eq!((outcome.status, outcome.err.lines().count()), (2, 1), "{outcome:?}");
    }
    assert_eq!(folder.run(&["--version"], "").good(), format!("news-compare {}\n", env!("CARGO_PKG_VERSION")));
    for arguments in [
        &["--help"][..],
        &["help", "judge"],
        &["analyze", "--help"],
        &["judge", "-h"],
        &["export", "--help"],
        &["check", "-h"],
    ] {
        let help = folder.run(arguments, "").good();
        assert!(help.contains("Usage: news-compare") && help.contains("Examples:"), "{help}");
    }
}

/// Lines that differ, so that a mixed order shows.
fn pairs(count: usize) -> String {
    (0..count)
        .map(|at| {
            format!("{}\n", json!({"id": at, "a": "word ".repeat(at % 50 + 1), "b": "The river rose two metres."}))
        })
        .collect()
}

#[test]
fn the_guides_print_what_judge_answers() {
    let pair = "{\"id\": 1, \"a\": \"The river rose two metres.\", \"b\": \"The river rose three metres.\"}";
    let answer = Folder::new("guides").run(&["judge"], pair).good();
    for (name, guide) in
        [("README.md", include_str!("../../../README.md")), ("docs/cli.md", include_str!("../../../docs/cli.md"))]
    {
        let printed: Vec<_> = guide.lines().filter(|line| line.starts_with("{\"id\":1,\"similarity\":")).collect();
        assert_eq!(printed, [answer.trim_end()], "in {name}");
    }
    assert!(include_str!("../../../README.md").contains(&format!("$ echo '{pair}' | news-compare judge\n")));
}

#[test]
fn judgements_keep_order_and_ids() {
    let folder = Folder::new("judge");
    let judgements = lines(&folder.run(&["judge"], pairs(10_000)).good());
    assert_eq!(judgements.len(), 10_000);
    for (at, judgement) in judgements.iter().enumerate() {
        assert_eq!(judgement["id"], json!(at));
        for share in ["similarity", "confidence"] {
            assert!((0.0..=1.0).contains(&judgement[share].as_f64().unwrap()), "{judgement}");
        }
        let relation = judgement["relation"].as_str().unwrap();
        assert!(["supports", "partly", "hedges", "contradicts", "unrelated"].contains(&relation), "{judgement}");
        assert!(judgement["reasons"].is_array());
    }
    folder.write("one.ndjson", pairs(3));
    folder.write("two.ndjson", pairs(2).trim_end());
    let out = folder.run(&["judge", "one.ndjson", "-", "two.ndjson"], pairs(1)).good();
    let ids: Vec<_> = lines(&out).iter().map(|line| line["id"].as_u64().unwrap()).collect();
    assert_eq!(ids, [0, 1, 2, 0, 0, 1]);
    folder.run(&["judge", "one.ndjson", "-o", "out.ndjson"], "").good();
    assert_eq!(lines(&folder.read("out.ndjson")).len(), 3);
    assert_eq!(folder.run(&["judge"], "").good(), "");
}

#[test]
fn ids_come_back_as_they_were_written() {
    let folder = Folder::new("ids");
    for id in [
        "1.0",
        "1e400",
        "123456789012345678901234567890",
        "null",
        r#""ü\u00fc\"""#,
        r#"{"x": [1, {"y": null}]}"#,
        "[ ]",
        "-0",
    ] {
        let out = folder.run(&["judge"], format!(r#"{{"b": "x", "id": {id}, "a": "y", "label": "z"}}"#)).good();
        assert!(out.starts_with(&format!("{{\"id\":{id},\"similarity\":")), "{out}");
    }
    assert!(folder.run(&["judge"], r#"{"a": "x", "b": "y"}"#).good().starts_with("{\"id\":null,\"similarity\":0.0,"));
}

#[test]
fn the_same_sentence_supports_itself_and_another_is_unrelated() {
    let folder = Folder::new("relations");
    let river = "The river rose two metres on Monday.";
    let input = format!(
        "{}\n{}\n",
        json!({"a": river, "b": river}),
        json!({"a": river, "b": "Parliament elected a new speaker."})
    );
    let judgements = lines(&folder.run(&["judge"], input).good());
    assert_eq!(judgements[0]["relation"], "supports");
    assert_eq!(judgements[1]["relation"], "unrelated");
    assert!(judgements[0]["similarity"].as_f64() > judgements[1]["similarity"].as_f64());
}

#[test]
fn lines_that_are_no_pairs_are_refused_with_their_number() {
    let folder = Folder::new("pairs");
    let shape = "not a pair {\"id\": …, \"a\": \"…\", \"b\": \"…\"}";
    for (line, fault) in [
        (&b"{\"a\": \"x\""[..], "not JSON: it ends too early (column 9)".to_owned()),
        (b"oops", "not JSON: expected value (column 1)".to_owned()),
        (b"{\"a\": \"x\"}", format!("{shape}: missing field \"b\" (column 10)")),
        (b"{\"a\": \"x\", \"b\": 5}", format!("{shape}: invalid type: integer \"5\", expected a string (column 17)")),
        (b"{\"a\": \"x\", \"a\": \"y\"}", format!("{shape}: duplicate field \"a\" (column 14)")),
        (b"{\"a\": \"caf\xe9\", \"b\": \"x\"}", "not UTF-8 (column 11)".to_owned()),
        (b"{\"a\": \"\\ud800\", \"b\": \"x\"}", "lone surrogate in a JSON string (column 14)".to_owned()),
        (b"{\"a\": \"x\", \"b\": \" ?!\"}", "\"b\" has no letter or digit".to_owned()),
    ] {
        let input = [pairs(2).as_bytes(), b"\n", line, b"\n", pairs(1).as_bytes()].concat();
        let out = lines(&folder.run(&["judge"], input).refused(&format!("standard input, line 4: {fault}")));
        assert_eq!((out.len(), &out[2]), (4, &json!({"error": fault})), "the rest goes on");
    }
    let long = json!({"a": "x", "b": "y".repeat(200_001)}).to_string();
    folder.run(&["judge"], long).refused("standard input, line 1: \"b\" has 200001 code points; the limit is 200000");
    folder.run(&["judge", "missing.ndjson"], "").refused("missing.ndjson: No such file or directory");
}

#[test]
fn a_pair_is_answered_before_the_next_is_written() {
    let folder = Folder::new("dialogue");
    let mut child = folder.command(&["judge"]).stdin(Stdio::piped()).stdout(Stdio::piped()).spawn().unwrap();
    let mut stdin = child.stdin.take().unwrap();
    let mut stdout = BufReader::new(child.stdout.take().unwrap());
    for id in 0..3 {
        writeln!(stdin, "{}", json!({"id": id, "a": "x", "b": "y"})).unwrap();
        let mut answer = String::new();
        stdout.read_line(&mut answer).unwrap();
        assert_eq!(lines(&answer)[0]["id"], json!(id));
    }
    drop(stdin);
    assert!(child.wait().unwrap().success());
}

#[test]
fn a_reader_that_stops_early_is_no_fault() {
    let folder = Folder::new("pipe");
    folder.write("pairs.ndjson", pairs(50_000));
    let mut child =
        folder.command(&["judge", "pairs.ndjson"]).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
    let mut first = String::new();
    let mut stdout = BufReader::new(child.stdout.take().unwrap());
    stdout.read_line(&mut first).unwrap();
    drop(stdout);
    let mut err = String::new();
    child.stderr.take().unwrap().read_to_string(&mut err).unwrap();
    assert_eq!((child.wait().unwrap().code(), err.as_str()), (Some(0), ""));
}

#[cfg(target_os = "linux")]
#[test]
fn a_full_disk_is_a_fault() {
    let folder = Folder::new("full");
    let full = fs::File::options().write(true).open("/dev/full").unwrap();
    folder.write("story.json", corpus("Flood").to_string());
    let output = folder.command(&["analyze", "story.json"]).stdout(full).stderr(Stdio::piped()).output().unwrap();
    assert_eq!(output.status.code(), Some(2));
    assert_eq!(String::from_utf8(output.stderr).unwrap(), "news-compare: standard output: No space left on device\n");
    folder.run(&["analyze", "story.json", "-o", "/dev/full"], "").refused("/dev/full: No space left on device");
}
