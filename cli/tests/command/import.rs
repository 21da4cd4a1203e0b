//! `import`: articles as they are found, good and bad.

use crate::program::Folder;
use news_compare::Corpus;
use proptest::prelude::*;
use serde_json::{Value, json};

/// Paragraphs as a news page has them, long enough for an extractor to see an article.
const BODY: &str = "<p>The river Harrow rose <b>two metres</b> on Monday night, the county council said, and flooded forty houses in the lower town.</p>
<p>“Nobody was hurt,” said the mayor, Ana Müller, who had visited the shelters in the morning. She thanked the fire service for its work.</p>
<ul><li><p>Schools stay closed.</p></li><li>The bridge at Quay Street is shut until Thursday.</li></ul>
<p>Meteorologists expect more rain in the coming days, though less than at the weekend, when eighty millimetres fell within twelve hours.<br>The army stands by, according to the ministry of the interior, which sent three hundred soldiers to the region on Sunday.</p>";

fn page(head: &str, body: &str) -> String {
    format!(
        "<!DOCTYPE html><html lang=en-GB><head><title>River rises | North Post</title>{head}<style>p {{ color: red }}</style></head><body>
<nav><a href=/>Home</a> <a href=/sport>Sport</a> <a href=/weather>Weather</a></nav><header>North Post – since 1887</header>
<main><article><h1>River rises by two metres</h1><time datetime=2026-01-13T08:30:00Z>today</time>
<figure><img src=x.jpg onerror=alert(1)><figcaption>A picture of the bridge</figcaption></figure>{body}
<aside><h2>Read also</h2><a href=/x>Ten tips for wet days that will amaze you</a></aside></article></main>
<footer>Terms Privacy Cookies</footer><script>document.write('never text')</script></body></html>"
    )
}

fn imported(folder: &Folder, arguments: &[&str]) -> Value {
    let out = folder.run(&[&["import"], arguments].concat(), "").good();
    Corpus::from_json(&out).unwrap();
    serde_json::from_str(&out).unwrap()
}

const TEXT: &str = "The river Harrow rose two metres on Monday night, the county council said, and flooded forty houses in the lower town.\n\n\
    “Nobody was hurt,” said the mayor, Ana Müller, who had visited the shelters in the morning. She thanked the fire service for its work.\n\n\
    - Schools stay closed.\n- The bridge at Quay Street is shut until Thursday.\n\n\
    Meteorologists expect more rain in the coming days, though less than at the weekend, when eighty millimetres fell within twelve hours.\n\
    The army stands by, according to the ministry of the interior, which sent three hundred soldiers to the region on Sunday.";

#[test]
fn a_news_page_gives_its_article_and_nothing_around_it() {
    let folder = Folder::new("page");
    let head = r#"<meta property="og:site_name" content="North Post"><meta name="author" content="A. Writer">
        <link rel="canonical" href="https://example.org/flood">"#;
    folder.write("north.html", page(head, BODY));
    let corpus = imported(&folder, &["north.html", "--title", "The flood"]);
    assert_eq!(corpus["title"], "The flood");
    let document = &corpus["documents"][0];
    assert_eq!(document["text"], TEXT);
    assert_eq!(
        json!([
            document["id"],
            document["outlet"],
            document["author"],
            document["url"],
            document["published"],
            document["lang"]
        ]),
        json!(["North-Post", "North Post", "A. Writer", "https://example.org/flood", "2026-01-13T08:30:00Z", "en-GB"])
    );
    assert!(document["title"].as_str().unwrap().starts_with("River rises"), "{}", document["title"]);
    folder.write("word.html", page("", BODY).replace("lang=en-GB", "lang=english"));
    assert_eq!(imported(&folder, &["word.html"])["documents"][0].get("lang"), None, "the text decides");
    let raw = imported(&folder, &["north.html", "--raw"])["documents"][0]["text"].as_str().unwrap().to_owned();
    assert!(raw.contains("Terms Privacy Cookies") && raw.contains("Ten tips") && !raw.contains("never text"), "{raw}");
}

#[test]
fn linked_data_knows_better_and_may_hold_the_whole_article() {
    let folder = Folder::new("linked");
    let data = json!({"@context": "https://schema.org", "@graph": [{"@type": "WebSite", "name": "x"}, {
        "@type": ["ReportageNewsArticle"], "headline": "River rises", "author": [{"@type": "Person", "name": "A. Writer"}, {"name": "B. Other"}],
        "publisher": {"@type": "Organization", "name": "River News"}, "datePublished": "2026-01-13T09:00:00+0100", "inLanguage": "en",
        "mainEntityOfPage": {"@id": "https://example.org/river"}, "articleBody": format!("First paragraph of the body.\n\n\n{}", "Words of the body. ".repeat(60))}]});
    folder.write("data.jsonld", data.to_string());
    let corpus = imported(&folder, &["data.jsonld"]);
    let document = &corpus["documents"][0];
    assert_eq!(
        json!([
            document["id"],
            document["outlet"],
            document["author"],
            document["url"],
            document["published"],
            document["title"]
        ]),
        json!([
            "River-News",
            "River News",
            "A. Writer, B. Other",
            "https://example.org/river",
            "2026-01-13T09:00:00+01:00",
            "River rises"
        ])
    );
    assert!(document["text"].as_str().unwrap().starts_with("First paragraph of the body.\n\nWords of the body."));
    let script = format!("<script type=application/ld+json>{data}</script>");
    folder.write("built.html", page(&script, "<div id=app>Loading</div>"));
    let built = imported(&folder, &["built.html"]);
    assert_eq!(built["documents"][0]["text"], document["text"], "a page that a script builds");
    assert_eq!(built["documents"][0]["author"], "A. Writer, B. Other");
    folder.write("empty.json", json!({"@type": "NewsArticle", "headline": "x"}).to_string());
    folder
        .run(&["import", "empty.json"], "")
        .refused("empty.json: the linked data names an article and has no \"articleBody\"");
    folder.write("other.json", "{\"a\": 1}");
    folder
        .run(&["import", "other.json"], "")
        .refused("other.json: member \"format\" is missing; expected \"news-compare.corpus/1\"");
}

#[test]
fn of_several_articles_in_linked_data_that_of_the_page_is_taken() {
    let folder = Folder::new("own");
    let data = json!([
        {"@type": "NewsArticle", "url": "https://example.org/other", "author": "B. Other", "headline": "Other"},
        {"@type": "NewsArticle", "url": "https://example.org/flood", "author": "A. Writer", "headline": "Flood"}]);
    let script = format!("<script type=application/ld+json>{data}</script>");
    let canonical = "<link rel=canonical href=https://example.org/flood>";
    folder.write("own.html", page(&format!("{canonical}{script}"), BODY));
    folder.write("bare.html", page(&script, BODY));
    for arguments in [&["own.html"][..], &["bare.html", "--url", "https://example.org/flood"]] {
        let document = imported(&folder, arguments)["documents"][0].clone();
        assert_eq!((&document["title"], &document["author"]), (&json!("Flood"), &json!("A. Writer")), "{arguments:?}");
        assert_eq!(document["text"], TEXT, "the page's own headline is no part of it");
    }
}

#[test]
fn html_in_linked_data_is_read_as_html() {
    let folder = Folder::new("marked");
    let body = format!("<p>Body &amp; soul.</p><p>{}</p>", "Words &quot;of&quot; it. ".repeat(60));
    let data =
        json!({"@type": "NewsArticle", "headline": "Mayor&#8217;s plan", "author": "A &amp; B", "articleBody": body});
    folder.write("data.json", data.to_string());
    folder.write("data.html", page(&format!("<script type=application/ld+json>{data}</script>"), BODY));
    for file in ["data.json", "data.html"] {
        let document = imported(&folder, &[file])["documents"][0].clone();
        assert_eq!((&document["title"], &document["author"]), (&json!("Mayor’s plan"), &json!("A & B")));
        assert!(document["text"].as_str().unwrap().starts_with("Body & soul.\n\nWords \"of\" it. Words"), "{document}");
    }
}

#[test]
fn people_are_named_and_a_date_that_cannot_be_read_is_said() {
    let folder = Folder::new("names");
    let script = |article: Value| {
        let graph = json!({"@graph": [article, {"@type": "Person", "@id": "#p", "name": "A. Writer"}]});
        page(&format!("<meta name=date content=2026-01-12><script type=application/ld+json>{graph}</script>"), BODY)
    };
    folder
        .write("names.html", script(json!({"@type": "NewsArticle", "author": [{"@id": "#p"}, {"name": ["B", "C"]}]})));
    assert_eq!(imported(&folder, &["names.html"])["documents"][0]["author"], "A. Writer, B, C");
    let wrong = json!({"@type": "NewsArticle", "datePublished": "2026-02-30"});
    folder.write("date.html", script(wrong.clone()));
    assert_eq!(imported(&folder, &["date.html"])["documents"][0]["published"], "2026-01-12");
    folder.write("wrong.html", script(wrong).replace("<meta name=date content=2026-01-12>", ""));
    let outcome = folder.run(&["import", "wrong.html"], "");
    let said = "news-compare: wrong.html: the date \"2026-02-30\" cannot be read, as 2026-01-12 can: left out\n";
    assert_eq!((outcome.status, outcome.err.as_str()), (0, said));
    assert!(!outcome.out.contains("published"), "{outcome:?}");
    folder.run(&["import", "wrong.html", "--published", "2026-01-13"], "").good();
}

#[test]
fn a_name_stands_without_by_and_the_title_of_the_window_without_its_outlet() {
    let folder = Folder::new("window");
    for (by, site, title) in [
        ("By A. Writer", "North Post", "River rises"),
        ("BY  A. Writer", "Post", "River rises | North Post"),
        ("A. Writer", "River rises | North Post", "River rises | North Post"),
    ] {
        let head = format!("<meta property='og:site_name' content='{site}'><meta name=author content='{by}'>");
        folder.write("window.html", page(&head, BODY).replace("<h1>River rises by two metres</h1>", ""));
        let document = imported(&folder, &["window.html"])["documents"][0].clone();
        assert_eq!((&document["author"], &document["title"]), (&json!("A. Writer"), &json!(title)), "{by}, {site}");
    }
    folder.write("note.md", format!("---\nauthor: Byron By\n---\n{TEXT}"));
    assert_eq!(imported(&folder, &["note.md"])["documents"][0]["author"], "Byron By");
}

#[test]
fn an_article_beside_a_widget_or_other_json_is_imported_as_it_is() {
    let folder = Folder::new("widget");
    let story = json!({"format": "news-compare.corpus/1", "documents": [{"id": "x", "text": "Another story."}]});
    let script = |json: &Value| format!("<script type=application/json>{json}</script>");
    let settings = json!({"scripts": ["news-compare.js"], "format": "news-compare.js"});
    for (name, content) in [
        ("settings.html", page(&script(&settings), BODY)),
        (
            "embed.html",
            page("", BODY).replace("</main>", &format!("<news-compare>{}</news-compare></main>", script(&story))),
        ),
    ] {
        folder.write(name, content);
        assert_eq!(imported(&folder, &[name])["documents"][0]["text"], TEXT, "{name}");
    }
    let generator = "<meta name=generator content='News Compare 0.1'>";
    let whole = |head: &str, desk: &str| {
        format!(
            "<html><head>{head}</head><body><main><news-compare{desk}>{}</news-compare></main></body></html>",
            script(&story)
        )
    };
    for (name, content) in [("bundle.html", whole(generator, "")), ("kept.html", whole("", " desk"))] {
        folder.write(name, content);
        assert_eq!(imported(&folder, &[name])["documents"][0]["text"], "Another story.", "{name}");
    }
}

#[test]
fn what_was_not_found_is_said_and_the_raw_text_is_offered() {
    let folder = Folder::new("short");
    let paywall =
        r#"<script type=application/ld+json>{"@type": "NewsArticle", "isAccessibleForFree": "False"}</script>"#;
    folder.write("wall.html", page(paywall, BODY));
    let outcome = folder.run(&["import", "wall.html"], "");
    assert_eq!(
        (outcome.status, outcome.err.as_str()),
        (0, "news-compare: wall.html: the page says that the article is not free to read: taken as an excerpt\n")
    );
    assert_eq!(serde_json::from_str::<Value>(&outcome.out).unwrap()["documents"][0]["excerpt"], true);

    let links = format!("<nav>{}</nav>", "<a href=/x>Another headline that leads elsewhere</a> ".repeat(60));
    folder.write(
        "links.html",
        format!("<html><body>{links}<article><p>The river rose. Subscribe to read on.</p></article></body></html>"),
    );
    let outcome = folder.run(&["import", "links.html"], "");
    let taken = outcome.err.trim_end();
    assert!(
        taken.ends_with("words of the page; --raw takes all of them; taken as an excerpt") || outcome.status == 2,
        "{outcome:?}"
    );
    let raw = folder.run(&["import", "links.html", "--raw"], "").good();
    assert!(raw.contains("Another headline") && raw.contains("Subscribe"));

    folder.write("blank.html", "<html><body><script>x()</script></body></html>");
    folder.run(&["import", "blank.html"], "").refused("blank.html: there is no text in it");
    folder.write("note.txt", "Too short.");
    let outcome = folder.run(&["import", "note.txt"], "");
    assert_eq!((outcome.status, outcome.err.as_str()), (0, "news-compare: note.txt: only 2 words of text\n"));
    folder.write("blank.txt", " \n");
    folder.run(&["import", "blank.txt"], "").refused("blank.txt: there is no text in it");
    folder.write("picture.png", [0x89, b'P', 0, 0, 0, 0xff, 0, 1, 0]);
    folder
        .run(&["import", "picture.png"], "")
        .refused("picture.png: this is not text: 6 of 9 characters are control characters or bytes that are none; if it is, name its encoding with --charset");
    folder.write("picture.webp", include_bytes!("../../../docs/screenshot.webp"));
    let outcome = folder.run(&["import", "picture.webp"], "");
    assert!(
        outcome.status == 2 && outcome.err.starts_with("news-compare: picture.webp: this is not text: "),
        "{}",
        outcome.err
    );
    folder.write("note.rtf", "{\\rtf1\\ansi The bridge closed on Monday.}");
    folder
        .run(&["import", "note.rtf"], "")
        .refused("note.rtf: this is RTF, a text with layout; save it as plain text and import that");
}

#[test]
fn markdown_and_plain_text_give_paragraphs_headline_and_what_stands_above() {
    let folder = Folder::new("text");
    let long = "The army stands by, according to the ministry, which sent soldiers to the region. ".repeat(5);
    let long = long.trim();
    folder.write("note.md", format!("---\ntitle: \"River rises\"\noutlet: River News\ndate: 2026-01-13\nurl: javascript:alert(1)\n---\n\n# Ignored\n\nThe river *rose*\ntwo [metres](http://x.org).\n\n<script>alert(1)</script>\n\n- One.\n- Two, and\n  more.\n\n## A heading\n\n{long}\n"));
    let document = imported(&folder, &["note.md"])["documents"][0].clone();
    let expected = format!("The river rose two metres.\n\n- One.\n- Two, and more.\n\nA heading\n\n{long}");
    assert_eq!(document["text"], expected);
    assert_eq!(
        (&document["title"], &document["outlet"], &document["published"]),
        (&json!("River rises"), &json!("River News"), &json!("2026-01-13"))
    );
    assert_eq!(document.get("url"), None, "an address that is none");

    folder.write("note.txt", format!("River rises\r\n\r\nThe river rose.\r\n{long}\r\n\r\n\r\n- One.\r\n"));
    let document =
        imported(&folder, &["note.txt", "--outlet", "River News", "--published", "2026-01-13"])["documents"][0].clone();
    assert_eq!(document["text"], format!("The river rose.\n{long}\n\n- One."));
    assert_eq!(
        (&document["id"], &document["title"], &document["outlet"]),
        (&json!("note"), &json!("River rises"), &json!("River News"))
    );
    folder.write("long.txt", "word ".repeat(50_000));
    folder
        .run(&["import", "note.txt", "long.txt"], "")
        .refused("long.txt: document 1 (\"long\"): the text has 249999 code points; the limit is 200000");
    folder
        .run(&["import", "note.txt", "note.md", "--outlet", "x"], "")
        .refused("--outlet and the like are for one article; there are 2");
    assert_eq!(imported(&folder, &["note.txt", "--lang", "en_US"])["documents"][0]["lang"], "en-US");
    folder.run(&["import", "note.txt", "--lang", "english"], "").refused(
        "invalid value 'english' for '--lang <LANG>': a code of two or three letters is expected, as en or es-MX; see --help",
    );
    folder
        .run(&["import", "note.txt", "--url", "ftp://x"], "")
        .refused("document 1 (\"note\"): url \"ftp://x\" is not an http or https address");
}

#[test]
fn words_that_are_struck_out_are_left_out() {
    let folder = Folder::new("struck");
    let (now, rest) = ("Now two people died.", "The river rose two metres.");
    let page_of = |words: &str| page("", &format!("<p>{words}</p>{BODY}")).replace("by two", "by <s>three</s> two");
    folder.write("del.html", page_of("Now <del>three</del><ins>two</ins> people <s>are missing</s> died."));
    let document = imported(&folder, &["del.html"])["documents"][0].clone();
    assert_eq!(document["text"], format!("{now}\n\n{TEXT}"));
    assert_eq!(document["title"], "River rises by two metres");
    folder.write("strike.html", page_of("Now <strike>three</strike> two people died."));
    let raw = imported(&folder, &["strike.html", "--raw"])["documents"][0]["text"].as_str().unwrap().to_owned();
    assert!(raw.contains(now) && raw.contains("by two metres"), "{raw}");
    for words in [
        "Now ~~three~~ two people died.",
        "Now <del class=x>three\n`x`</DEL> two people died.",
        "~~Three~~Now two\npeople died.",
    ] {
        folder.write("note.md", format!("# River ~~falls~~ rises\n\n{words}\n\n- {rest}<s> Unclosed\n- {rest}\n"));
        let outcome = folder.run(&["import", "note.md"], "");
        let document = serde_json::from_str::<Value>(&outcome.out).unwrap()["documents"][0].clone();
        assert_eq!(document["text"], format!("{now}\n\n- {rest}\n- {rest}"), "{words}");
        assert_eq!(document["title"], "River rises");
    }
}

#[test]
fn pages_in_old_encodings_are_read() {
    let folder = Folder::new("charset");
    let (latin, ..) =
        encoding_rs::WINDOWS_1252.encode(Box::leak(page("<meta charset=windows-1252>", BODY).into_boxed_str()));
    folder.write("latin.html", &latin);
    assert_eq!(imported(&folder, &["latin.html"])["documents"][0]["text"], TEXT);
    folder.write("utf8.html", page("<meta charset=windows-1252>", BODY));
    assert_eq!(imported(&folder, &["utf8.html"])["documents"][0]["text"], TEXT, "a wrong label");
    let wrong = imported(&folder, &["utf8.html", "--charset", "windows-1252"]);
    assert!(wrong["documents"][0]["text"].as_str().unwrap().contains("MÃ¼ller"));
    folder
        .run(&["import", "latin.html", "--charset", "utf-8"], "")
        .refused("latin.html: the bytes are not text in UTF-8");
}

#[test]
fn several_files_make_one_corpus_that_can_be_compared() {
    let folder = Folder::new("several");
    folder.write("north.html", page("<meta property='og:site_name' content='North Post'>", BODY));
    folder.write(
        "other.html",
        page("<meta property='og:site_name' content='North Post'>", &BODY.replace("two metres", "three metres")),
    );
    folder.write("story.json", json!({"format": "news-compare.corpus/1", "title": "Flood", "documents": [{"id": "North-Post", "text": "The river rose."}]}).to_string());
    let corpus = imported(&folder, &["north.html", "other.html", "story.json"]);
    let ids: Vec<_> =
        corpus["documents"].as_array().unwrap().iter().map(|document| document["id"].as_str().unwrap()).collect();
    assert_eq!(ids, ["North-Post", "North-Post-2", "North-Post-3"]);
    assert_eq!(corpus["title"], "Flood");
    let comparison = folder.run(&["analyze", "-"], corpus.to_string()).good();
    assert!(comparison.contains("\"verdict\":\"agreed\""), "{comparison}");
}

#[test]
fn a_comparison_that_was_exported_is_imported_as_it_was() {
    let folder = Folder::new("again");
    folder.write("story.json", crate::export::hostile().to_string());
    folder.run(&["analyze", "story.json", "-o", "comparison.json"], "").good();
    let comparison = folder.read("comparison.json");
    let exported = folder.run(&["export", "json", "comparison.json"], "").good();
    assert_eq!(folder.run(&["import", "-"], exported).good(), comparison);
    let mut titled: Value = serde_json::from_str(&comparison).unwrap();
    titled["corpus"]["title"] = json!("The flood");
    let out = folder.run(&["import", "comparison.json", "--title", "The flood", "--pretty"], "").good();
    assert!(out.starts_with("{\n  \"format\": ") && serde_json::from_str::<Value>(&out).unwrap() == titled, "{out}");
    folder.run(&["import", "comparison.json", "--outlet", "River News"], "").refused(
        "--outlet and the like are for an article that is compared afterwards, and this is a comparison; it takes --title",
    );
    let two = folder.run(&["import", "comparison.json", "story.json"], "").good();
    assert_eq!(serde_json::from_str::<Value>(&two).unwrap()["documents"].as_array().unwrap().len(), 4);
}

#[test]
fn pages_made_to_harm_are_read_or_refused_in_a_moment() {
    let folder = Folder::new("harm");
    let deep = |tag: &str, count: usize| format!("<html><body>{}x{BODY}", tag.repeat(count));
    for (name, content) in [
        ("deep.html", deep("<div>", 100_000)),
        ("inline.html", deep("<b>", 20_000)),
        ("attributes.html", format!("<html><p {}>{BODY}", "a=b ".repeat(100_000))),
        ("entities.html", format!("<html><body>{}{BODY}", "&amp;lt;script&amp;gt;&#0;&#xD800;&#x110000; ".repeat(10_000))),
        ("open.html", format!("<html><body>{BODY}<!-- <script>")),
        ("json.html", page(&format!("<script type=application/ld+json>{}</script>", "[".repeat(100_000)), BODY)),
        ("deep.json", "[".repeat(1_000_000)),
        ("word.txt", "x".repeat(150_000)),
        ("proto.json", r#"{"format": "news-compare.corpus/1", "__proto__": {"x": 1}, "documents": [{"id": "__proto__", "text": "The river rose."}]}"#.to_owned()),
    ] {
        folder.write(name, content);
        let begin = std::time::Instant::now();
        let outcome = folder.run(&["import", name], "");
        assert!(matches!(outcome.status, 0 | 2), "{name}: {outcome:?}");
        assert!(begin.elapsed().as_secs() < 60, "{name} took {:?}", begin.elapsed());
        if outcome.status == 0 {
            let corpus = Corpus::from_json(&outcome.out).unwrap();
            assert!(!corpus.documents[0].text.contains('\0'), "{name}");
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 24, ..ProptestConfig::default() })]

    #[test]
    fn any_bytes_give_a_corpus_or_one_line(
        bytes in prop::collection::vec(any::<u8>(), 0..300),
        name in prop::sample::select(vec!["x.html", "x.md", "x.txt", "x.json"]),
        markup in prop::collection::vec(prop::sample::select(vec!["<p>", "</p>", "<li>", "<script>", "</script>", "<!--", "x ", "The river rose. ", "<table>", "\n- ", "---\n", "# ", "&#", "<svg>"]), 0..40),
    ) {
        let folder = Folder::new("bytes");
        folder.write(name, [markup.concat().as_bytes(), &bytes].concat());
        let outcome = folder.run(&["import", name], "");
        prop_assert!(outcome.status == 0 || outcome.status == 2 && outcome.err.lines().count() == 1, "{:?}", outcome);
        if outcome.status == 0 {
            prop_assert!(Corpus::from_json(&outcome.out).is_ok());
        }
    }
}
