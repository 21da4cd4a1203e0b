//! The states of the screen that are not a comparison like any other, each as the words and names that a reader meets, in order.
//!
//! Snapshots in `tests/snapshots/screen-*.snap`; `INSTA_UPDATE=always cargo test --test states` writes them anew. They hold what is
//! said of the state, and the articles; bar, matrix and controls are left out: they are tested in `tests/ui.rs`.
#![cfg(all(feature = "widget", not(target_arch = "wasm32")))]
#![allow(clippy::unwrap_used, reason = "a test stops where it fails")]

use futures::executor::block_on;
use news_compare::ui::words::Words;
use news_compare::ui::{Analysis, App, AppProps, Input};
use news_compare::{Corpus, Options, analyze};
use serde_json::{Value, json};
use std::rc::Rc;
use yew::prelude::*;

fn corpus(documents: &Value) -> Rc<Corpus> {
    let corpus = json!({"format": "news-compare.corpus/1", "title": "The flood", "documents": documents});
    Rc::new(Corpus::from_json(&corpus.to_string()).unwrap())
}

fn compared(documents: &Value) -> Input {
    Input::Comparison(Rc::new(analyze(&corpus(documents), &Options::default())))
}

fn rendered(input: Input, analysis: Analysis) -> String {
    let props = yew::props!(AppProps { input, analysis, words: Words::default(), on_event: Callback::noop() });
    block_on(yew::LocalServerRenderer::<App>::with_props(props).hydratable(false).render())
}

/// Lists what the screen says of its state and of the articles: alerts, notes, progress, panes with their texts.
fn met(input: Input, analysis: Analysis) -> String {
    let html = rendered(input, analysis);
    let attribute = |tag: &str, name: &str| {
        let (_, rest) = tag.split_once(&format!(" {name}=\""))?;
        rest.split_once('"').map(|(value, _)| value.to_owned())
    };
    let (mut out, mut kept) = (Vec::new(), false);
    for part in html.split('<').skip(1) {
        let (tag, text) = part.split_once('>').unwrap();
        let class = attribute(tag, "class").unwrap_or_default();
        let role = attribute(tag, "role").unwrap_or_default();
        let begins =
            matches!(role.as_str(), "alert" | "note" | "status") || class.contains("nc-text") || class == "nc-empty";
        if tag.starts_with("progress") {
            let share = |name: &str| attribute(tag, name).unwrap_or_else(|| "?".to_owned());
            out.push(format!("[{}: {} of {}]", share("aria-label"), share("value"), share("max")));
        }
        if begins {
            let name = attribute(tag, "aria-label").unwrap_or_default();
            let direction = attribute(tag, "lang").unwrap_or_default();
            out.push(
                format!("[{} {name} {direction}]", if role.is_empty() { "instead" } else { &role })
                    .replace("  ", " ")
                    .replace(" ]", "]"),
            );
            kept = true;
        } else if tag.starts_with("section")
            || tag.starts_with("div role=\"group\"")
            || class.contains("nc-main")
            || class.contains("nc-legend")
        {
            kept = false;
        }
        if kept && text.chars().any(char::is_alphanumeric) {
            out.push(text.trim().to_owned());
        }
    }
    out.join("\n")
}

fn assert_met(name: &str, input: Input) {
    assert_met_while(name, input, Analysis::Here);
}

fn assert_met_while(name: &str, input: Input, analysis: Analysis) {
    let mut settings = insta::Settings::clone_current();
    settings.set_prepend_module_to_snapshot(false);
    settings.set_omit_expression(true);
    settings.bind(|| insta::assert_snapshot!(format!("screen-{name}"), met(input, analysis)));
}

fn two(first: &str, second: &str) -> Value {
    json!([{"id": "a", "outlet": "North Post", "text": first}, {"id": "b", "outlet": "River News", "text": second}])
}

#[test]
fn texts_without_a_claim_are_shown_and_it_is_said() {
    assert_met("no-claims", compared(&two("Why?", "Who knows?")));
}

#[test]
fn texts_are_there_to_be_read_while_they_are_compared() {
    assert_met("comparing", Input::Corpus(corpus(&two("The river rose two metres.", "Nobody was hurt."))));
}

#[test]
fn how_far_the_comparison_is_can_be_seen_and_it_can_be_stopped() {
    let texts = || Input::Corpus(corpus(&two("The river rose two metres.", "Nobody was hurt.")));
    assert_met_while("comparing-one-of-two", texts(), Analysis::UnderWay { done: 1, of: 2 });
    assert_met_while("comparing-stopped", texts(), Analysis::Stopped);
}

#[test]
fn one_article_is_shown_with_a_notice() {
    assert_met("one-article", compared(&json!([{"id": "a", "text": "The river rose two metres on Monday."}])));
}

#[test]
fn articles_that_share_no_claim_say_so() {
    let documents = two("The river rose two metres on Monday.", "The council elected a new mayor in the autumn.");
    assert_met("nothing-shared", compared(&documents));
}

#[test]
fn articles_that_agree_in_everything_say_so() {
    let text = "The river rose two metres on Monday.";
    assert_met("nothing-differs", compared(&two(text, text)));
}

#[test]
fn an_excerpt_is_announced() {
    let mut documents =
        two("The river rose two metres on Monday. The dam held.", "On Monday the river rose two metres.");
    documents[1]["excerpt"] = json!(true);
    assert_met("excerpt", compared(&documents));
}

#[test]
fn a_language_that_is_not_analysed_is_announced_and_read_in_its_direction() {
    let mut documents = two("The river rose two metres on Monday.", "ارتفع منسوب النهر مترين يوم الاثنين.");
    documents[1]["lang"] = json!("ar");
    assert_met("other-language", compared(&documents));
}

#[test]
fn what_cannot_be_read_is_refused_with_the_reason() {
    assert_met("refused", Input::Error("documents[1].text is empty".into()));
}

#[test]
fn fifty_articles_are_chosen_from_by_their_letters() {
    let documents: Vec<_> = (0..50)
        .map(|at| json!({"id": format!("d{at}"), "text": format!("The river rose {at} metres on Monday.")}))
        .collect();
    let html = rendered(compared(&json!(documents)), Analysis::Here);
    assert_eq!(html.matches("nc-letter-button").count(), 50);
    assert_eq!(html.matches(" aria-label=\"Text of ").count(), 2, "two of them are open");
}
