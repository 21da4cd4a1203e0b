//! `bundle` and `serve`: one page that is read with and without JavaScript, whatever its story says.

use crate::export::hostile;
use crate::program::Folder;
use base64::Engine as _;
use dom_query::Document as Page;
use news_compare::{Comparison, Corpus, Document, Options, analyze};
use proptest::prelude::*;
use serde_json::{Value, json};
use sha2::Digest as _;
use std::collections::BTreeSet;
use std::io::{BufRead, BufReader, Read, Write};
use std::net::TcpStream;
use std::process::Stdio;

const WIDGET: &str =
    "/*! News Compare 0.1.0 | MIT */\ncustomElements.define('news-compare', class extends HTMLElement {});\n";

fn folder(test: &str, story: &Value) -> Folder {
    let folder = Folder::new(test);
    folder.write("widget.js", WIDGET);
    folder.write("story.json", story.to_string());
    folder.run(&["analyze", "story.json", "-o", "comparison.json"], "").good();
    folder
}

fn bundle(folder: &Folder) -> String {
    folder.run(&["bundle", "comparison.json", "--script", "widget.js"], "").good()
}

/// All that a page made by us may consist of: elements, with the attributes that each may have.
const ALLOWED: &[(&str, &[&str])] = &[
    ("html", &["lang"]),
    ("head", &[]),
    ("meta", &["charset", "name", "content", "http-equiv"]),
    ("title", &[]),
    ("link", &["rel", "href"]),
    ("style", &[]),
    ("body", &[]),
    ("main", &[]),
    ("news-compare", &["lang"]),
    ("script", &["type"]),
    ("div", &["class", "tabindex", "role", "aria-label"]),
    ("h1", &["dir"]),
    ("h2", &[]),
    ("h3", &["dir"]),
    ("p", &["class", "dir"]),
    ("table", &[]),
    ("caption", &[]),
    ("thead", &[]),
    ("tbody", &[]),
    ("tr", &[]),
    ("th", &["scope", "dir"]),
    ("td", &["class"]),
    ("a", &["href", "rel"]),
    ("section", &["id"]),
    ("ul", &[]),
    ("li", &["class", "dir"]),
    ("b", &[]),
    ("bdi", &[]),
    ("blockquote", &["lang", "dir"]),
    ("article", &["lang", "cite", "data-outlet", "datetime"]),
    ("mark", &[]),
];

/// Asserts that a page is made of nothing but what we write, and says all of its story.
fn assert_inert(page: &str, comparison: &Comparison) {
    let parsed = Page::from(page);
    for node in parsed.root().descendants() {
        assert!(!node.is_comment(), "a comment: {}", node.html());
        let Some(name) = node.node_name().filter(|_| node.is_element()) else { continue };
        let Some((_, attributes)) = ALLOWED.iter().find(|(allowed, _)| *allowed == &*name) else {
            panic!("{}", node.html())
        };
        for attribute in node.attrs() {
            let name = attribute.name.local.to_string();
            assert!(attributes.contains(&name.as_str()), "{name} on {}", node.html());
            if name == "href" {
                let value = attribute.value.to_string();
                let is_address =
                    comparison.corpus.documents.iter().any(|document| document.url.as_ref() == Some(&value));
                assert!(is_address || value.starts_with("#claim-") || value == "data:,", "{value}");
            }
        }
    }
    assert_eq!(parsed.select("script").length(), 2, "the story and the widget");
    let story = parsed.select("news-compare > script[type='application/json']").text();
    assert_eq!(&Comparison::from_json(&story).unwrap(), comparison);
    let count = |selector: &str| parsed.select(selector).length();
    assert_eq!(count("article"), comparison.corpus.documents.len());
    assert_eq!(count("tbody td"), comparison.corpus.documents.len() * comparison.claims.len());
    let bare = |text: &str| -> String {
        text.chars().filter(|c| !c.is_whitespace() && !c.is_control() && *c != '\u{fffd}').collect()
    };
    for (article, document) in parsed.select("article").iter().zip(&comparison.corpus.documents) {
        let text: Vec<_> = article.select("p:not(.about), li").iter().map(|line| bare(&line.text())).collect();
        let lines = document.text.split('\n').map(str::trim).map(|line| line.strip_prefix("- ").unwrap_or(line));
        assert_eq!(text.concat(), lines.map(bare).collect::<String>());
    }
    let words: BTreeSet<_> = parsed.select("tbody th").iter().map(|head| bare(&head.text())).collect();
    assert_eq!(words, comparison.claims.iter().map(|row| bare(&row.statement)).collect());
}

#[test]
fn a_page_has_its_story_twice_and_runs_one_script_only() {
    let folder = folder("bundle", &hostile());
    let page = bundle(&folder);
    let comparison = Comparison::from_json(&folder.read("comparison.json")).unwrap();
    assert_inert(&page, &comparison);
    let parsed = Page::from(page.as_str());
    let policy = parsed.select("meta[http-equiv='Content-Security-Policy']").attr("content").unwrap().to_string();
    assert!(
        policy.starts_with("default-src 'none'; script-src 'sha256-") && !policy.contains("unsafe-inline"),
        "{policy}"
    );
    let hash = |text: &str| {
        format!("'sha256-{}'", base64::engine::general_purpose::STANDARD.encode(sha2::Sha256::digest(text)))
    };
    let script = parsed.select("body > script").text();
    assert!(script.contains(WIDGET) && policy.contains(&hash(&script)), "{policy}");
    assert!(policy.contains(&hash(&parsed.select("style").text())));
    assert_eq!(
        page,
        folder.run(&["bundle", "story.json", "--script", "widget.js"], "").good(),
        "a corpus is compared first"
    );
    folder.run(&["bundle", "comparison.json", "--script", "widget.js", "-o", "page.html"], "").good();
    assert_eq!(folder.read("page.html"), page);
    let spanish = folder.run(&["bundle", "comparison.json", "--script", "widget.js", "--language", "es"], "").good();
    assert!(spanish.contains("<html lang=\"es\">") && spanish.contains("no lo dice") && !spanish.contains("not told"));
}

#[test]
fn a_page_is_imported_as_the_comparison_that_it_was_made_of() {
    let mut folder_story = hostile();
    folder_story["note"] = json!("</script><!-- a note");
    let folder = folder("unbundle", &folder_story);
    let mut comparison: Value = serde_json::from_str(&folder.read("comparison.json")).unwrap();
    comparison["review"] =
        json!({"reviewed_by": "E. <i>Editor</i>", "date": "2026-01-13", "correction": "</news-compare>"});
    comparison["claims"][0]["cells"][0]["judged_by"] = json!("person");
    folder.write(
        "comparison.json",
        Comparison::from_json(&comparison.to_string()).map(|c| serde_json::to_string(&c).unwrap()).unwrap(),
    );
    let page = bundle(&folder);
    assert!(page.contains("E. &lt;i&gt;Editor&lt;/i&gt; · 2026-01-13"));
    folder.write("page.html", page);
    assert_eq!(folder.run(&["import", "page.html"], "").good().trim_end(), folder.read("comparison.json"));
}

#[test]
fn a_folder_has_script_story_and_the_lines_to_paste_with_their_hashes() {
    let folder = folder("embed", &hostile());
    folder
        .run(
            &[
                "bundle",
                "comparison.json",
                "--script",
                "widget.js",
                "--embed",
                "out",
                "--url",
                "https://example.org/flood/",
            ],
            "",
        )
        .good();
    let integrity = |name: &str| {
        format!(
            "integrity=\"sha384-{}\"",
            base64::engine::general_purpose::STANDARD.encode(sha2::Sha384::digest(folder.read(name)))
        )
    };
    let snippet = folder.read("out/snippet.html");
    assert!(
        snippet.starts_with(&format!(
            "<script src=\"https://example.org/flood/news-compare.js\" {} crossorigin",
            integrity("out/news-compare.js")
        )),
        "{snippet}"
    );
    assert!(snippet.contains(&format!(
        "<news-compare src=\"https://example.org/flood/story.json\" {}",
        integrity("out/story.json")
    )));
    assert!(folder.read("out/page.html").contains(&snippet));
    assert_eq!(folder.read("out/news-compare.js"), WIDGET);
    assert_eq!(folder.read("out/story.json"), folder.read("comparison.json").trim_end());
    let oembed: Value = serde_json::from_str(&folder.read("out/oembed.json")).unwrap();
    assert_eq!((oembed["version"].as_str(), oembed["type"].as_str()), (Some("1.0"), Some("rich")));
    // Consumers read both as numbers of pixels.
    assert!(oembed["width"].is_u64() && oembed["height"].is_u64(), "{oembed}");
    let frame = Page::from(oembed["html"].as_str().unwrap());
    assert_eq!(frame.select("iframe").attr("src").unwrap().to_string(), "https://example.org/flood/page.html");
    // Without the last two, links to the articles and "Save" do nothing.
    assert_eq!(
        frame.select("iframe").attr("sandbox").unwrap().to_string(),
        "allow-scripts allow-same-origin allow-popups allow-downloads"
    );
    assert_eq!(frame.select("body > *").length(), 1, "{oembed}");
    folder.run(&["bundle", "comparison.json", "--script", "widget.js", "--embed", "near"], "").good();
    assert!(
        folder.read("near/snippet.html").contains("src=\"story.json\"") && !folder.0.join("near/oembed.json").exists()
    );
    folder
        .run(&["bundle", "comparison.json", "--script", "widget.js", "--embed", "x", "--url", "javascript:x"], "")
        .refused("--url \"javascript:x\" is not an http or https address");
}

#[test]
fn lines_to_paste_leave_the_first_heading_to_the_page_and_share_no_id() {
    let folder = folder("paste", &hostile());
    let mut other: Value = serde_json::from_str(&folder.read("comparison.json")).unwrap();
    other["corpus"]["note"] = json!("Another story of the same articles.");
    folder.write("other.json", other.to_string());
    let embed = |story: &str| {
        folder.run(&["bundle", story, "--script", "widget.js", "--embed", "out"], "").good();
        folder.read("out/snippet.html")
    };
    let both = Page::from(embed("comparison.json") + &embed("other.json"));
    let count = |selector: &str| both.select(selector).length();
    let rows = count("tbody tr");
    assert_eq!((count("h1"), count("h2"), count("h3"), count("h4")), (0, 2, 4, rows + count("article")));
    let ids: BTreeSet<_> = both.select("[id]").iter().map(|part| part.attr("id").unwrap().to_string()).collect();
    assert_eq!((ids.len(), count("[id]")), (rows, rows));
    let links = both.select("a[href^='#']");
    assert_eq!(links.length(), rows);
    assert!(links.iter().all(|link| ids.contains(&link.attr("href").unwrap()[1..])));
    assert_eq!(embed("comparison.json"), embed("comparison.json"));
}

#[test]
fn the_viewer_has_a_file_name_of_its_own_beside_a_story() {
    let folder = folder("viewer", &hostile());
    let viewer = WIDGET.replace(" | MIT", " viewer | MIT");
    folder.write("viewer.js", &viewer);
    let embed = ["bundle", "comparison.json", "--viewer", "--script", "viewer.js", "--embed", "out"];
    folder.run(&embed, "").good();
    assert_eq!(folder.read("out/news-compare-viewer.js"), viewer);
    assert!(folder.read("out/snippet.html").contains("src=\"news-compare-viewer.js\""));
    assert!(!folder.0.join("out/news-compare.js").exists());
}

#[test]
fn a_script_that_is_missing_or_would_end_its_tag_is_refused() {
    let folder = folder("script", &hostile());
    folder.write("bad.js", format!("{WIDGET}x = '</SCRIPT>'"));
    folder
        .run(&["bundle", "comparison.json", "--script", "bad.js"], "")
        .refused("the script holds \"</script\" and cannot stand inside a page");
    folder.run(&["bundle", "comparison.json", "--script", "no.js"], "").refused("no.js: No such file or directory");
    for (name, script, option, fault) in [
        ("other.js", "alert(1)".to_owned(), "--viewer", "this is not news-compare-viewer.js as the build makes it"),
        (
            "module.js",
            WIDGET.replace(" | MIT", " module | MIT"),
            "--language=en",
            "this is not news-compare.js as the build makes it",
        ),
        (
            "large.js",
            WIDGET.to_owned(),
            "--viewer",
            "this is news-compare.js, the whole widget; --viewer takes news-compare-viewer.js",
        ),
        (
            "small.js",
            WIDGET.replace(" | MIT", " viewer | MIT"),
            "--language=en",
            "this is news-compare-viewer.js, which only --viewer takes",
        ),
    ] {
        folder.write(name, script);
        folder.run(&["bundle", "comparison.json", "--script", name, option], "").refused(&format!("{name}: {fault}"));
    }
    let bundle = ["bundle", "comparison.json", "--script", "widget.js", "--url", "https://example.org"];
    for options in [&[][..], &["-o", "page.html"]] {
        let outcome = folder.run(&[&bundle[..], options].concat(), "");
        assert_eq!((outcome.status, outcome.err.lines().count()), (2, 1), "{outcome:?}");
    }
    let outcome = folder.run(&["bundle", "comparison.json"], "");
    if outcome.status == 0 {
        assert!(outcome.out.contains("/*! News Compare "), "a program with the widget inside");
    } else {
        outcome.refused("this program was built without the widget: name it with --script dist/news-compare.js, or build with `cargo xtask build --cli`");
    }
}

fn ask(port: &str, host: &str, path: &str) -> String {
    request(port, host, &format!("GET {path}"))
}

fn request(port: &str, host: &str, what: &str) -> String {
    let mut stream = TcpStream::connect(format!("127.0.0.1:{port}")).unwrap();
    write!(stream, "{what} HTTP/1.1\r\nHost: {host}\r\n\r\n").unwrap();
    let mut answer = String::new();
    stream.read_to_string(&mut answer).unwrap();
    answer
}

#[test]
fn a_preview_shows_the_story_as_it_is_and_tells_when_it_changes() {
    let folder = folder("serve", &hostile());
    let mut server = folder
        .command(&["serve", "story.json", "--port", "0", "--script", "widget.js"])
        .stdout(Stdio::piped())
        .spawn()
        .unwrap();
    let mut line = String::new();
    BufReader::new(server.stdout.take().unwrap()).read_line(&mut line).unwrap();
    let port = line.strip_prefix("story.json is at http://127.0.0.1:").unwrap().split('/').next().unwrap().to_owned();
    let host = format!("127.0.0.1:{port}");
    let page = ask(&port, &host, "/");
    assert!(page.starts_with("HTTP/1.1 200 OK\r\n") && page.contains("The river rose"), "{page}");
    let since = page.split("fetch('/changed' + '").nth(1).unwrap().split('\'').next().unwrap();
    assert!(ask(&port, &host, "/changed?0-0").starts_with("HTTP/1.1 205 "));
    let waiting = std::thread::spawn({
        let (port, host, path) = (port.clone(), host.clone(), format!("/changed{since}"));
        move || ask(&port, &host, &path)
    });
    std::thread::sleep(std::time::Duration::from_millis(400));
    assert!(!waiting.is_finished(), "nothing has changed yet");
    folder.write("story.json", "{");
    assert!(waiting.join().unwrap().starts_with("HTTP/1.1 205 "));
    assert!(ask(&port, &host, "/").contains("story.json: not JSON: it ends too early"));
    let (head, page) = (request(&port, &host, "HEAD /"), ask(&port, &host, "/"));
    assert!(head.ends_with("\r\n\r\n") && page.starts_with(&head), "{head}");
    assert!(request(&port, &host, "POST /").starts_with("HTTP/1.1 404 "));
    assert!(ask(&port, &host, "/etc/passwd").starts_with("HTTP/1.1 404 "));
    assert!(ask(&port, "evil.example", "/").starts_with("HTTP/1.1 403 "));
    server.kill().unwrap();
    server.wait().unwrap();
    folder.run(&["serve", "none.json", "--script", "widget.js"], "").refused("none.json: No such file or directory");
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 40, ..ProptestConfig::default() })]

    #[test]
    fn no_word_of_a_story_becomes_markup(
        pieces in prop::collection::vec(prop_oneof![
            3 => any::<String>(),
            4 => prop::sample::select(vec!["The river rose two metres. ", "<script>alert(1)</script>", "</script>", "<!--", "-->", "</news-compare>", "]]>", "<svg/onload=x>",
                "&lt;b&gt;", "&#x3c;", "'\"><img src=x onerror=x>", "\u{202e}", "\u{2028}", "\n- ", "\n\n", "\r", "__proto__", "</style>", "</title>", "<table><tr>"]).prop_map(str::to_owned),
        ], 1..10),
        url in prop::option::of(prop::sample::select(vec!["https://example.org/'><script>x", "http://a/?\"onclick=x", "https://a/&quot;&amp;"])),
    ) {
        let text = format!("{} x", pieces.concat().replace('\0', ""));
        let mut first = Document { outlet: Some(text.clone()), title: Some(text.clone()), author: Some(text.clone()), ..Document::new("a", text.clone()) };
        let mut corpus = Corpus { title: text.clone(), note: Some(text.clone()), ..Corpus::new(vec![]) };
        first.url = url.map(str::to_owned);
        corpus.documents = vec![first, Document::new("b", format!("The river rose two metres. {text}"))];
        // An address that the check refuses never comes so far.
        if corpus.check().is_err() {
            corpus.documents[0].url = None;
        }
        let comparison = analyze(&corpus, &Options::default());
        let folder = Folder::new("markup");
        folder.write("widget.js", WIDGET);
        folder.write("comparison.json", serde_json::to_string(&comparison)?);
        let page = bundle(&folder);
        assert_inert(&page, &comparison);
        folder.write("page.html", page);
        prop_assert_eq!(Comparison::from_json(&folder.run(&["import", "page.html"], "").good()), Ok(comparison));
    }
}
