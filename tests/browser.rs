//! The screen in a real browser: mounted through the same door as `www/element.js` uses, shown, changed, taken away.
#![cfg(target_arch = "wasm32")]
#![allow(clippy::unwrap_used, reason = "a test stops where it fails")]

use gloo::timers::future::sleep;
use gloo::utils::{body, document};
use news_compare::embed::{Screen, analyze_json, mount};
use news_compare::ui::intl::{self, Locale, plain};
use news_compare::{Corpus, Language, Options, analyze};
use serde_json::{Value, json};
use std::cell::RefCell;
use std::rc::Rc;
use std::time::Duration;
use wasm_bindgen::prelude::*;
use wasm_bindgen_test::{wasm_bindgen_test, wasm_bindgen_test_configure};
use web_sys::Element;

wasm_bindgen_test_configure!(run_in_browser);

const EMBEDDED: &str = include_str!("../corpora/mexico-us-call.json");

/// A screen on a `<div>` of the page, with the events it told.
struct Mounted {
    root: Element,
    screen: Screen,
    events: Rc<RefCell<Vec<(String, Value)>>>,
}

fn javascript(value: &Value) -> JsValue {
    js_sys::JSON::parse(&value.to_string()).unwrap()
}

fn show(given: &Value) -> Mounted {
    let root = document().create_element("div").unwrap();
    body().append_child(&root).unwrap();
    let events = Rc::new(RefCell::new(Vec::new()));
    let heard = Rc::clone(&events);
    let on_event = Closure::<dyn FnMut(String, JsValue)>::new(move |name, detail| {
        heard.borrow_mut().push((name, serde_wasm_bindgen::from_value(detail).unwrap()));
    });
    let listeners = js_sys::Object::new();
    js_sys::Reflect::set(&listeners, &"onEvent".into(), &on_event.into_js_value()).unwrap();
    js_sys::Reflect::set(
        &listeners,
        &"onPanic".into(),
        &js_sys::Function::new_with_args("message", "console.error(message)"),
    )
    .unwrap();
    let screen = mount(root.clone(), javascript(given), listeners.into()).unwrap();
    Mounted { root, screen, events }
}

/// Waits until something is so, for as long as a slow machine may take.
async fn happens(mut is_so: impl FnMut() -> bool) {
    for _ in 0..500 {
        if is_so() {
            return;
        }
        sleep(Duration::from_millis(10)).await;
    }
}

impl Mounted {
    /// Waits until an event was told, and gives its detail.
    async fn event(&self, name: &str) -> Value {
        for _ in 0..500 {
            let detail = self.events.borrow().iter().find(|event| event.0 == name).map(|event| event.1.clone());
            if let Some(detail) = detail {
                sleep(Duration::ZERO).await; // what is told is painted by now
                return detail;
            }
            sleep(Duration::from_millis(10)).await;
        }
        unreachable!("no event {name:?}; heard {:?}", self.events.borrow())
    }

    /// Waits until so many elements are there, which a busy browser paints later than the event is told.
    async fn shows(&self, selector: &str, count: usize) {
        let all = || self.root.query_selector_all(selector).unwrap().length() as usize;
        happens(|| all() == count).await;
        assert_eq!(all(), count, "{selector}");
    }

    fn text(&self) -> String {
        self.root.text_content().unwrap()
    }
}

#[wasm_bindgen_test]
async fn nothing_given_shows_the_embedded_story() {
    let mounted = show(&json!({}));
    let detail = mounted.event("ready").await;
    let expected = analyze(&Corpus::from_json(EMBEDDED).unwrap(), &Options::default());
    assert_eq!(detail["documents"], json!(["a", "b"]));
    assert_eq!(detail["claims"], expected.claims.len());
    assert!(mounted.text().contains(&expected.corpus.title));
    mounted.shows(".nc-row", expected.claims.len()).await;
    mounted.shows(".nc-row .nc-cell", expected.claims.len() * 2).await;
    mounted.screen.destroy();
}

#[wasm_bindgen_test]
async fn a_screen_taken_away_leaves_its_element_empty() {
    let mounted = show(&json!({}));
    mounted.event("ready").await;
    let Mounted { root, screen, .. } = mounted;
    assert!(root.has_child_nodes());
    screen.destroy();
    happens(|| root.inner_html().is_empty()).await;
    assert_eq!(root.inner_html(), "");
}

#[wasm_bindgen_test]
async fn a_screen_taken_away_before_the_analysis_tells_nothing_more() {
    let Mounted { root, screen, events } = show(&json!({}));
    screen.destroy();
    sleep(Duration::from_millis(200)).await;
    assert_eq!(root.inner_html(), "");
    assert_eq!(*events.borrow(), []);
}

#[wasm_bindgen_test]
async fn a_fault_in_the_story_is_shown_and_told() {
    let story = r#"{"format": "news-compare.corpus/1", "documents": []}"#;
    let mounted = show(&json!({ "story": story }));
    let message = mounted.event("error").await["message"].as_str().unwrap().to_owned();
    assert_eq!(message, Corpus::from_json(story).unwrap_err().to_string());
    mounted.shows("[role=alert]", 1).await;
    assert!(mounted.text().contains(&message), "{}", mounted.text());
    mounted.screen.destroy();
}

#[wasm_bindgen_test]
async fn another_story_takes_the_place_of_a_fault_and_of_a_story() {
    let mut mounted = show(&json!({ "error": "no story here" }));
    mounted.event("error").await;
    assert!(mounted.text().contains("no story here"));

    mounted.screen.show(javascript(&json!({}))).unwrap();
    mounted.event("ready").await;
    assert!(!mounted.text().contains("no story here"));

    mounted.events.borrow_mut().clear();
    let flood = json!({"format": "news-compare.corpus/1", "title": "Flood in Mérida", "documents": [
        {"id": "x", "text": "The river rose two metres on Monday."},
        {"id": "y", "text": "On Monday the river rose by two metres."}
    ]});
    mounted.screen.show(javascript(&json!({ "story": flood.to_string() }))).unwrap();
    assert_eq!(mounted.event("ready").await["documents"], json!(["x", "y"]));
    assert!(mounted.text().contains("Flood in Mérida"));
    mounted.screen.destroy();
}

#[wasm_bindgen_test]
async fn a_comparison_is_shown_as_it_is() {
    let comparison = analyze(&Corpus::from_json(EMBEDDED).unwrap(), &Options::default());
    let mut comparison = serde_json::to_value(comparison).unwrap();
    comparison["claims"].as_array_mut().unwrap().truncate(3);
    comparison["claims"][0]["statement"] = json!("An editor put it in these words.");
    let mounted = show(&json!({ "story": comparison.to_string() }));
    assert_eq!(mounted.event("ready").await["claims"], 3);
    mounted.shows(".nc-row", 3).await;
    assert!(mounted.text().contains("An editor put it in these words."), "{}", mounted.text());
    mounted.screen.destroy();
}

#[wasm_bindgen_test]
fn the_wrong_shape_of_what_the_page_gives_is_an_error() {
    let root = document().create_element("div").unwrap();
    let listeners = js_sys::Object::new();
    assert!(mount(root.clone(), javascript(&json!({})), listeners.into()).is_err());
    assert!(mount(root, javascript(&json!({ "story": 7 })), JsValue::NULL).is_err());
}

#[wasm_bindgen_test]
fn the_analysis_can_be_called_without_a_screen() {
    let comparison = analyze(&Corpus::from_json(EMBEDDED).unwrap(), &Options::default());
    assert_eq!(analyze_json(EMBEDDED).unwrap_throw(), serde_json::to_string(&comparison).unwrap());
    assert!(analyze_json("{").is_err());
}

#[wasm_bindgen_test]
async fn the_language_changes_and_what_is_open_stays() {
    let mut mounted = show(&json!({ "lang": "es-MX" }));
    mounted.event("ready").await;
    assert!(mounted.text().contains("Dos artículos"), "{}", mounted.text());
    mounted.shows(".nc[lang=es-MX]", 1).await;
    happens(|| mounted.root.query_selector(".nc-statement").unwrap().is_some()).await;
    let first: web_sys::HtmlElement =
        mounted.root.query_selector(".nc-statement").unwrap().unwrap().dyn_into().unwrap();
    first.click();
    mounted.event("select").await;
    mounted.screen.speak("en");
    happens(|| mounted.text().contains("Two articles")).await;
    assert!(mounted.text().contains("Two articles"), "{}", mounted.text());
    mounted.shows(".nc-statement[aria-expanded=true]", 1).await;
    let told = mounted.events.borrow().iter().filter(|event| event.0 == "ready").count();
    assert_eq!(told, 1, "the story is not compared again");
    mounted.screen.speak("no language at all");
    mounted.screen.destroy();
}

#[wasm_bindgen_test]
fn intl_and_its_stand_in_agree() {
    for locale in Language::ALL.map(Locale::of) {
        for number in [0, 1, 2, 7, 999, 1000, 1234, 9999, 10_000, 123_456, 1_000_000, 2_000_000, 3_000_001] {
            assert_eq!(intl::number(&locale, number), plain::number(&locale, number));
            assert_eq!(intl::plural(&locale, number), plain::plural(&locale, number), "{number}");
        }
        for percent in 0..=1000_u32 {
            let share = f64::from(percent) / 1000.0;
            assert_eq!(intl::percent(&locale, share), plain::percent(&locale, share), "{share}");
        }
        for (year, month, day) in (1..=12).flat_map(|month| [(1999, month, 1), (2026, month, 28), (476, month, 9)]) {
            let written = format!("{year:04}-{month:02}-{day:02}");
            assert_eq!(intl::day(&locale, &written), plain::day(&locale, year, month, day));
        }
    }
    let mexico = Locale::of_tag("es-MX");
    assert_eq!(intl::number(&mexico, 12_345), "12,345");
    assert_eq!(intl::day(&Locale::of_tag("en-GB"), "2026-01-12"), "12 January 2026");
}
