//! The components, rendered natively: what reaches the page for a given comparison and state.
#![cfg(all(feature = "widget", not(target_arch = "wasm32")))]
#![allow(clippy::unwrap_used)]

#[path = "rendering/said.rs"]
mod said;

use futures::executor::block_on;
use news_compare::matrix::Verdict;
use news_compare::ui::in_order::InOrder;
use news_compare::ui::intl::Locale;
use news_compare::ui::matrix::{Matrix, matrix as show_matrix};
use news_compare::ui::modes::ReadingProps;
use news_compare::ui::origin::counted_once;
use news_compare::ui::pane::{Pane, PaneProps};
use news_compare::ui::state::{Action, Origin, State};
use news_compare::ui::story::Story;
use news_compare::ui::values::Values;
use news_compare::ui::words::Words;
use news_compare::ui::{Analysis, App, AppProps, Comparable, Input};
use news_compare::{Comparison, Corpus, Language};
use said::said;
use serde_json::{Value, json};
use std::rc::Rc;
use yew::prelude::*;

const FIRST: &str =
    "Quake in the north\nAt least five people died, officials said.\n- Houses fell.\nIt struck at night.";
const SECOND: &str = "Three people died on Tuesday.\nThe army may help.";

fn evidence(text: &str, exact: &str) -> Value {
    let start = text.find(exact).map(|byte| text[..byte].chars().count()).unwrap();
    json!({"start": start, "end": start + exact.chars().count(), "exact": exact, "prefix": "", "suffix": ""})
}

fn cell(document: &str, stance: &str, evidence: Option<Value>) -> Value {
    let voice = evidence.as_ref().map(|_| "own");
    json!({"document": document, "stance": stance, "voice": voice, "speaker": null, "confidence": 0.82, "judged_by": "rule",
        "reasons": [], "evidence": evidence.into_iter().collect::<Vec<_>>(), "nearest": null})
}

fn row(id: &str, statement: &str, verdict: &str, cells: [Value; 2]) -> Value {
    json!({"id": id, "statement": statement, "verdict": verdict, "division": 0.5, "cells": cells})
}

/// Makes two articles and a row for each stance.
fn story() -> Value {
    let mut conflict = cell("b", "contradicts", Some(evidence(SECOND, "Three people died")));
    conflict["voice"] = json!("attributed");
    conflict["speaker"] = json!("Dr Ema");
    let at = SECOND.find("Three").unwrap();
    let cues = json!([{"document": "b", "start": at, "end": at + 5, "exact": "Three"}]);
    conflict["reasons"] = json!([{"rule": "different-quantity", "text": "A says five, B says three.", "cues": cues}]);
    let mut silent = cell("b", "omits", None);
    silent["nearest"] = evidence(SECOND, "The army may help.");
    silent["nearest"]["why"] = json!("It names no house.");
    json!({
        "format": "news-compare.comparison/1",
        "corpus": {"format": "news-compare.corpus/1", "title": "The quake", "documents": [
            {"id": "a", "text": FIRST},
            {"id": "b", "text": SECOND, "outlet": "The Post", "title": "A quake", "published": "2026-01-12",
             "url": "https://example.org/quake"}
        ]},
        "generator": {"name": "news-compare", "version": "0"},
        "review": {"prepared_by": "A. <b>Writer</b>", "reviewed_by": "E. Editor", "date": "2026-01-13", "correction": "Two, not three."},
        "claims": [
            row("c1", "Five people died.", "disputed", [
                cell("a", "supports", Some(evidence(FIRST, "At least five people died"))), conflict]),
            row("c2", "The army helps.", "qualified", [
                cell("a", "partly", Some(evidence(FIRST, "five people died, officials said"))),
                cell("b", "hedges", Some(evidence(SECOND, "The army may help")))]),
            row("c3", "Houses fell.", "single-source", [cell("a", "supports", Some(evidence(FIRST, "Houses fell."))), silent]),
            row("c4", "It was night.", "single-source", [
                cell("a", "supports", Some(evidence(FIRST, "It struck at night."))), cell("b", "unjudged", None)]),
        ]
    })
}

fn read(story: Value) -> Rc<Comparison> {
    Rc::new(serde_json::from_value(story).unwrap())
}

fn render<C: BaseComponent>(props: C::Properties) -> String
where
    C::Properties: 'static,
{
    block_on(yew::LocalServerRenderer::<C>::with_props(props).hydratable(false).render())
}

/// A component around what a function shows.
#[derive(PartialEq, Properties)]
struct ShownProps {
    html: Html,
}

#[component]
fn Shown(props: &ShownProps) -> Html {
    props.html.clone()
}

fn app(input: Input) -> String {
    render::<App>(yew::props!(AppProps {
        input,
        analysis: Analysis::Here,
        words: Words::default(),
        on_event: Callback::noop()
    }))
}

fn shown(story: Value) -> String {
    app(Input::Comparison(read(story)))
}

fn matrix(comparison: &Rc<Comparison>, actions: impl IntoIterator<Item = Action>) -> String {
    matrix_in(Words::default(), comparison, actions)
}

fn matrix_in(words: Words, comparison: &Rc<Comparison>, actions: impl IntoIterator<Item = Action>) -> String {
    let state = Rc::new(State::new(Comparable(comparison.clone())));
    let state = actions.into_iter().fold(state, Reducible::reduce);
    let story = Rc::new(Story::new(comparison.clone(), words, true));
    let html = show_matrix(&Matrix {
        story: &story,
        state: &state,
        order: &Rc::new(state.visible()),
        pending: false,
        analysis: &Analysis::Here,
        on_event: &Callback::noop(),
        act: &Callback::noop(),
    });
    render::<Shown>(ShownProps { html })
}

fn pane(comparison: &Rc<Comparison>, document: usize, actions: impl IntoIterator<Item = Action>) -> String {
    pane_in(Words::default(), comparison, document, actions)
}

fn pane_in(
    words: Words,
    comparison: &Rc<Comparison>,
    document: usize,
    actions: impl IntoIterator<Item = Action>,
) -> String {
    let state = Rc::new(State::new(Comparable(comparison.clone())));
    let state = actions.into_iter().fold(state, Reducible::reduce);
    let story = Rc::new(Story::new(comparison.clone(), words, true));
    let props = PaneProps { story, document, state, act: Callback::noop() };
    render::<Pane>(props)
}

/// Returns the text of a rendering, tags taken out.
fn words(html: &str) -> String {
    let mut out = String::new();
    let mut inside = false;
    for c in html.chars() {
        match c {
            '<' => inside = true,
            '>' => inside = false,
            c if !inside => out.push(c),
            _ => {}
        }
    }
    out
}

/// Returns the elements that open with `<tag` and hold `needle` before they close.
fn tags<'h>(html: &'h str, tag: &str, needle: &str) -> Vec<&'h str> {
    let open = format!("<{tag} ");
    html.match_indices(&open)
        .map(|(at, _)| html[at..].split_once('>').map_or("", |(tag, _)| tag))
        .filter(|tag| tag.contains(needle))
        .collect()
}

fn open(row: usize) -> Action {
    Action::Choose { row, origin: Origin::Statement }
}

#[test]
fn the_matrix_is_a_table_with_a_caption_and_headers_for_rows_and_columns() {
    let html = matrix(&read(story()), []);
    assert_eq!(html.matches("<table").count(), 1);
    assert_eq!(html.matches("<caption").count(), 1);
    assert_eq!(tags(&html, "th", "scope=\"col\"").len(), 3);
    assert_eq!(tags(&html, "th", "scope=\"row\"").len(), 4);
    assert_eq!(tags(&html, "button", "nc-cell").len(), 8);
    assert_eq!(tags(&html, "button", "aria-expanded=\"false\"").len(), 4);
    assert_eq!(tags(&html, "div", "tabindex=\"0\"").len(), 1, "the scroll box can be focused");
    for label in ["Source A says so", "B conflicts, The Post"] {
        assert!(!tags(&html, "button", &format!("aria-label=\"{label}\"")).is_empty(), "{label}: {html}");
    }
}

#[test]
fn every_stance_has_a_sign_and_a_word_in_its_cell_and_in_the_legend() {
    let html = matrix(&read(story()), []);
    let (table, legend) = html.split_once("</table>").unwrap();
    for (sign, word) in [
        ("supports", "says so"),
        ("partly", "in part"),
        ("hedges", "hedges"),
        ("contradicts", "conflicts"),
        ("omits", "not told"),
        ("unjudged", "not judged"),
    ] {
        let cell = table.split("<button ").find(|button| button.contains(&format!("data-glyph=\"{sign}\""))).unwrap();
        assert!(words(&format!("<{cell}")).contains(word), "{sign}: {cell}");
        assert!(legend.contains(&format!("data-glyph=\"{sign}\"")) && words(legend).contains(word), "{sign}");
    }
}

#[test]
fn an_open_row_shows_reason_quotations_voice_confidence_and_what_was_searched_in_silence() {
    let comparison = read(story());
    let html = matrix(&comparison, [open(0)]);
    let text = words(&html);
    for expected in [
        "Disputed",
        "A says five, B says three.",
        "attributed to Dr Ema",
        "in its own voice",
        "fairly sure 82%",
        "rule: different figure",
        "Copy as quotation",
    ] {
        assert!(text.contains(expected), "{expected}: {text}");
    }
    assert!(html.contains("<mark class=\"nc-cue\">Three</mark>"), "{html}");
    let opened = tags(&html, "button", "nc-statement");
    assert_eq!(opened.iter().filter(|button| button.contains("aria-expanded=\"true\"")).count(), 1);
    let silent = words(&matrix(&comparison, [open(2)]));
    for expected in
        ["Only in Source A", "Not told by The Post. The closest it comes:", "The army may help.", "It names no house."]
    {
        assert!(silent.contains(expected), "{expected}: {silent}");
    }
    assert!(words(&matrix(&comparison, [open(3)])).contains("Not judged: The Post."));
}

#[test]
fn a_filter_leaves_its_rows_and_an_empty_result_offers_to_clear_the_filters() {
    let comparison = read(story());
    let html = matrix(&comparison, [Action::ToggleVerdict(news_compare::matrix::Verdict::Disputed)]);
    assert_eq!(tags(&html, "th", "scope=\"row\"").len(), 1);
    assert!(words(&html).contains("1 of 4 claims shown."), "{html}");
    let none = matrix(&comparison, [Action::Search("volcano".to_owned())]);
    assert!(!none.contains("<table") && words(&none).contains("No claim fits these filters. Clear filters"), "{none}");
}

#[test]
fn the_bar_counts_each_verdict_and_disables_what_has_none() {
    let html = shown(story());
    let text = words(&html);
    for expected in ["1 told differently", "1 disputed", "2 told by one source", "0 agreed"] {
        assert!(text.contains(expected), "{expected}: {text}");
    }
    let parts = tags(&html, "button", "nc-part");
    assert_eq!(parts.len(), 4);
    assert!(parts.iter().all(|part| part.contains("aria-pressed=\"false\"")));
    assert_eq!(parts.iter().filter(|part| part.contains("disabled")).count(), 1);
}

#[test]
fn overlapping_evidence_is_cut_and_each_piece_carries_its_strongest_state() {
    let html = pane(&read(story()), 0, []);
    let marks: Vec<_> = html.split("<mark ").skip(1).map(|mark| mark.split_once("</mark>").unwrap().0).collect();
    let found: Vec<_> = marks.iter().map(|mark| (words(&format!("<{mark}")), mark.contains("nc-disputed"))).collect();
    assert_eq!(
        found[..3],
        [("At least ".to_owned(), true), ("five people died".to_owned(), true), (", officials said".to_owned(), false)]
    );
    assert!(marks[2].contains("nc-qualified"), "{}", marks[2]);
    assert_eq!(tags(&html, "mark", "tabindex=\"0\"").len(), 1, "the marks of a pane are one tab stop");
}

#[test]
fn headings_bullets_and_paragraphs_keep_the_exact_words() {
    let html = pane(&read(story()), 0, []);
    assert!(html.contains("<h4 class=\"nc-subhead\">Quake in the north</h4>"), "{html}");
    assert_eq!(html.matches("<li>").count(), 1);
    assert!(words(&html).contains("At least five people died, officials said."));
}

#[test]
fn choosing_a_row_marks_its_words_in_every_pane_and_the_nearest_where_it_is_not_told() {
    let comparison = read(story());
    assert_eq!(tags(&pane(&comparison, 0, [open(0)]), "mark", "nc-chosen").len(), 2);
    assert_eq!(tags(&pane(&comparison, 1, [open(0)]), "mark", "nc-chosen").len(), 1);
    let silent = pane(&comparison, 1, [open(2)]);
    assert_eq!(tags(&silent, "mark", "nc-chosen").len(), 0);
    assert!(silent.contains("nc-nearest") && words(&silent).contains("does not tell this claim"), "{silent}");
}

#[test]
fn words_that_several_claims_share_offer_them_by_name_in_the_pane_that_holds_them() {
    let comparison = read(story());
    let press = Action::ChooseMark { document: 0, mark: 1, rows: vec![0, 1] };
    let html = pane(&comparison, 0, [press.clone()]);
    let (_, chooser) = html.split_once("nc-chooser").unwrap();
    assert_eq!(tags(&html, "div", "aria-label=\"Claims that share these words\"").len(), 1, "{html}");
    let text = words(&format!("<{chooser}"));
    assert!(text.contains("disputed Five people died.") && text.contains("told differently The army helps."), "{text}");
    assert!(!pane(&comparison, 1, [press]).contains("nc-chooser"));
}

fn in_order(words: Words, comparison: &Rc<Comparison>, actions: impl IntoIterator<Item = Action>) -> String {
    let state = Rc::new(State::new(Comparable(comparison.clone())));
    let state = actions.into_iter().fold(state, Reducible::reduce);
    let story = Rc::new(Story::new(comparison.clone(), words, true));
    render::<InOrder>(ReadingProps { story, state, act: Callback::noop() })
}

#[test]
fn the_linear_reading_goes_from_claim_to_source_to_quotation_to_reason_under_headings() {
    let html = in_order(Words::default(), &read(story()), []);
    let mut at = 0;
    for expected in [
        "<h3>",
        "Disputed",
        "Five people died.",
        "A says five, B says three.",
        "<h4>",
        "Source A",
        "says so",
        "<blockquote",
        "At least five people died",
        "<h4>",
        "The Post",
        "conflicts",
        "attributed to Dr Ema",
        "Three",
        "<h3>",
        "Told differently",
        "<h3>",
        "Only in Source A",
        "Not told by The Post. The closest it comes:",
        "The army may help.",
        "It names no house.",
        "<h3>",
        "Not judged: The Post.",
    ] {
        at += html[at..].find(expected).unwrap_or_else(|| panic!("{expected} after {}", &html[at..])) + expected.len();
    }
    assert_eq!(html.matches("<h3>").count(), 4);
    assert_eq!(html.matches("<h4>").count(), 6, "one for each source that speaks");
    let disputed =
        in_order(Words::default(), &read(story()), [Action::ToggleVerdict(news_compare::matrix::Verdict::Disputed)]);
    assert_eq!(disputed.matches("<h3>").count(), 1, "it follows the filters");
}

fn values(words: Words, comparison: &Rc<Comparison>) -> String {
    let state = Rc::new(State::new(Comparable(comparison.clone())));
    let story = Rc::new(Story::new(comparison.clone(), words, true));
    render::<Values>(ReadingProps { story, state, act: Callback::noop() })
}

#[test]
fn numbers_for_the_same_thing_stand_in_a_table_with_a_column_for_each_source() {
    let html = values(Words::default(), &read(story()));
    assert_eq!(html.matches("<table").count(), 1, "only what two sources give: {html}");
    let text = words(&html);
    for expected in
        ["Numbers", "Source A", "The Post", "Five people died.", "At least five people", "Three people", "not the same"]
    {
        assert!(text.contains(expected), "{expected}: {text}");
    }
    let mut value = story();
    value["claims"] = json!([]);
    assert!(words(&values(Words::default(), &read(value))).contains("No number, date or name is given"));
}

#[test]
fn with_many_sources_equal_values_are_put_together() {
    let mut value = story();
    for (id, text) in [("d", "Three people died."), ("e", "Three people died."), ("f", "No word of it here.")] {
        value["corpus"]["documents"].as_array_mut().unwrap().push(json!({"id": id, "text": text}));
        for (at, claim) in value["claims"].as_array_mut().unwrap().iter_mut().enumerate() {
            let told = (at == 0 && id != "f").then(|| evidence(text, "Three people died"));
            let stance = if told.is_some() { "contradicts" } else { "omits" };
            claim["cells"].as_array_mut().unwrap().push(cell(id, stance, told));
        }
    }
    let html = values(Words::default(), &read(value));
    assert_eq!(html.matches("<li>").count(), 2, "{html}");
    let text = words(&html).split_whitespace().collect::<Vec<_>>().join(" ");
    assert!(text.contains("Three people B The Post C Source C D Source D"), "{text}");
}

#[test]
fn a_long_linear_reading_is_written_out_in_parts() {
    let mut value = story();
    let claim = value["claims"][0].clone();
    let copies = (0..100).map(|id| {
        let mut copy = claim.clone();
        copy["id"] = json!(format!("c{id}"));
        copy
    });
    value["claims"] = copies.collect();
    let html = in_order(Words::default(), &read(value), []);
    assert_eq!(html.matches("<h3>").count(), 60);
    assert!(words(&html).contains("Show 40 more claims"), "{}", &html[html.len() - 300..]);
}

#[test]
fn a_source_is_named_only_as_far_as_it_names_itself() {
    let html = shown(story());
    assert!(words(&html).contains("Source A") && words(&html).contains("The Post"));
    assert!(words(&html).contains("January 12, 2026"));
    let links = tags(&html, "a", "href");
    assert_eq!(links.len(), 1);
    assert!(links[0].contains("https://example.org/quake") && links[0].contains("rel=\"noopener\""), "{links:?}");
}

#[test]
fn hostile_text_stays_text_and_hostile_links_are_no_links() {
    let bad = "<script>alert(1)</script> <img src=x onerror=alert(2)> \"&amp;";
    let mut value = story();
    value["corpus"]["title"] = json!(bad);
    value["corpus"]["note"] = json!(bad);
    for document in 0..2 {
        let text = format!("{} {bad}", value["corpus"]["documents"][document]["text"].as_str().unwrap());
        value["corpus"]["documents"][document]["text"] = json!(text);
        for member in ["outlet", "title", "author"] {
            value["corpus"]["documents"][document][member] = json!(bad);
        }
        value["corpus"]["documents"][document]["url"] = json!("javascript:alert(3)");
    }
    value["claims"][0]["statement"] = json!(bad);
    value["claims"][0]["cells"][1]["speaker"] = json!(bad);
    value["claims"][0]["cells"][1]["reasons"][0]["text"] = json!(bad);
    let comparison = read(value);
    for html in
        [app(Input::Comparison(comparison.clone())), matrix(&comparison, [open(0)]), pane(&comparison, 0, [open(0)])]
    {
        assert!(html.contains("&lt;script&gt;alert(1)"), "{html}");
        for never in ["<script", "<img", "href=\"javascript", " style="] {
            assert!(!html.contains(never), "{never} in {html}");
        }
    }
    let error = app(Input::Error(bad.into()));
    assert!(error.contains("&lt;script&gt;") && !error.contains("<script"), "{error}");
}

#[test]
fn an_error_is_an_alert_that_says_what_is_wrong() {
    let html = app(Input::Error("document 2 has no text".into()));
    assert_eq!(tags(&html, "div", "role=\"alert\"").len(), 1);
    assert!(words(&html).contains("document 2 has no text"));
}

#[test]
fn articles_can_be_read_while_they_are_compared() {
    let corpus: Corpus = serde_json::from_value(story()["corpus"].clone()).unwrap();
    let html = app(Input::Corpus(Rc::new(corpus)));
    assert!(html.contains("role=\"status\"") && words(&html).contains("Comparing the articles"), "{html}");
    assert!(words(&html).contains("At least five people died"));
    assert!(!html.contains("<table"));
}

#[test]
fn one_article_is_shown_with_a_notice_and_its_claims() {
    let mut value = story();
    value["corpus"]["documents"].as_array_mut().unwrap().truncate(1);
    for claim in value["claims"].as_array_mut().unwrap() {
        claim["cells"].as_array_mut().unwrap().truncate(1);
        claim["verdict"] = json!("single-source");
    }
    let html = shown(value);
    assert!(words(&html).contains("nothing to compare it with"), "{html}");
    assert_eq!(tags(&html, "section", "nc-pane").len(), 1);
    assert_eq!(tags(&html, "th", "scope=\"row\"").len(), 4);
}

#[test]
fn no_claims_at_all_is_said() {
    let mut value = story();
    value["claims"] = json!([]);
    let html = shown(value);
    assert!(words(&html).contains("No claims were found in these texts."), "{html}");
    assert!(words(&html).contains("At least five people died"));
    for part in ["nc-tools", "nc-legend"] {
        assert!(!html.contains(part), "there is nothing to look for or to explain: {part}");
    }
}

#[test]
fn what_cannot_be_judged_is_said_beforehand_and_its_text_keeps_its_language_and_direction() {
    let mut value = story();
    value["corpus"]["documents"][1]["lang"] = json!("ar");
    for claim in value["claims"].as_array_mut().unwrap() {
        claim["cells"][1] = cell("b", "unjudged", None);
    }
    let html = shown(value.clone());
    assert!(words(&html).contains("The Post (ar) is in a language that is not analysed yet."), "{html}");
    assert!(tags(&html, "div", "nc-text")[1].contains("lang=\"ar\""), "{html}");
    assert!(tags(&html, "div", "class=\"nc-reading\"").iter().all(|pane| pane.contains("dir=\"ltr\"")), "{html}");
    value["corpus"]["documents"][1]["lang"] = json!("fr");
    assert!(tags(&shown(value.clone()), "div", "nc-text")[1].contains("lang=\"fr\""));
    value["corpus"]["documents"][1].as_object_mut().unwrap().remove("lang");
    value["corpus"]["documents"][1]["text"] = json!("قال مسؤولون إن خمسة أشخاص على الأقل لقوا حتفهم في الزلزال.");
    let unlabelled = shown(value.clone());
    assert!(words(&unlabelled).contains("The Post does not seem to be in English"), "{unlabelled}");
    assert!(tags(&unlabelled, "div", "nc-text")[1].contains("lang=\"und\""), "{unlabelled}");
    let ways: Vec<_> =
        tags(&unlabelled, "div", "class=\"nc-reading\"").iter().map(|pane| pane.contains("dir=\"rtl\"")).collect();
    assert_eq!(ways, [false, true], "each pane runs its own way");
    value["corpus"]["documents"][0]["lang"] = json!("es");
    value["corpus"]["documents"][1]["lang"] = json!("fr");
    for claim in value["claims"].as_array_mut().unwrap() {
        claim["cells"][0] = cell("a", "unjudged", None);
    }
    let several = shown(value.clone());
    assert!(
        words(&several).contains("Source A (es) and The Post (fr) are in languages that are not analysed yet."),
        "{several}"
    );
    assert_eq!(tags(&several, "p", "nc-notice").len(), 1);
    value["corpus"]["documents"][1]["excerpt"] = json!(true);
    assert!(words(&shown(value)).contains("The Post is an excerpt"));
}

#[test]
fn two_articles_need_no_letters_to_choose_from_and_five_open_two() {
    assert!(!shown(story()).contains("nc-letter-button"));
    let mut value = story();
    for id in ["d", "e", "f"] {
        value["corpus"]["documents"].as_array_mut().unwrap().push(json!({"id": id, "text": "More of it."}));
        for claim in value["claims"].as_array_mut().unwrap() {
            claim["cells"].as_array_mut().unwrap().push(cell(id, "omits", None));
        }
    }
    let html = shown(value);
    let letters = tags(&html, "button", "nc-letter-button");
    assert_eq!(letters.len(), 5);
    assert_eq!(letters.iter().filter(|letter| letter.contains("aria-pressed=\"true\"")).count(), 2);
    assert_eq!(tags(&html, "section", "nc-pane").len(), 2);
    assert_eq!(
        tags(&html, "button", "nc-col-button").iter().filter(|head| head.contains("aria-expanded=\"false\"")).count(),
        5
    );
    assert_eq!(tags(&html, "td", "nc-slim").len(), 20, "no room for words");
    let cells = tags(&html, "button", "nc-cell");
    assert!(
        cells.iter().all(|cell| cell.contains("aria-label=") && cell.contains("title=")),
        "glyphs alone keep their words"
    );
}

#[test]
fn evidence_that_is_not_in_the_text_is_said_and_marks_nothing() {
    let mut value = story();
    value["claims"][0]["cells"][0]["evidence"][0]["exact"] = json!("At least six people died");
    let comparison = read(value);
    assert!(words(&matrix(&comparison, [open(0)])).contains("these words are not in the article’s text"));
    assert_eq!(tags(&pane(&comparison, 0, [open(0)]), "mark", "nc-chosen").len(), 0);
}

fn spanish() -> Words {
    Words::new(Locale::of(Language::Spanish))
}

#[test]
fn a_spanish_page_is_spoken_to_in_spanish() {
    let words_of = |html: String| words(&html);
    let comparison = read(story());
    let html = render::<App>(yew::props!(AppProps {
        analysis: Analysis::Here,
        input: Input::Comparison(comparison.clone()),
        words: spanish(),
        on_event: Callback::noop(),
    }));
    assert!(
        html.starts_with("<div lang=\"es\" class=\"nc\">") || html.starts_with("<div class=\"nc\" lang=\"es\">"),
        "{html}"
    );
    let text = words_of(html);
    for expected in [
        "Dos artículos, 4 afirmaciones. Comparación hecha de antemano por News Compare 0; nada sale de este dispositivo.",
        "1 con matices",
        "12 de enero de 2026",
        "17 palabras",
        "Fuente A",
        "Five people died.",
    ] {
        assert!(text.contains(expected), "{expected}: {text}");
    }
    let detail = words_of(matrix_in(spanish(), &comparison, [open(0)]));
    for expected in ["En disputa", "atribuido a Dr Ema", "certeza alta 82\u{a0}%", "Copiar como cita"] {
        assert!(detail.contains(expected), "{expected}: {detail}");
    }
    let some = matrix_in(spanish(), &comparison, [Action::ToggleVerdict(news_compare::matrix::Verdict::Disputed)]);
    assert!(words_of(some).contains("A la vista: 1 de 4 afirmaciones."));
}

#[test]
fn reasons_are_made_anew_in_the_readers_language_and_those_of_a_person_stay() {
    let mut value = story();
    let cue = |document: &str, text: &str, exact: &str| {
        let mut cue = evidence(text, exact);
        cue["document"] = json!(document);
        cue
    };
    let (five, three) = (cue("a", FIRST, "five people"), cue("b", SECOND, "Three people"));
    value["claims"][0]["cells"][0]["reasons"] =
        json!([{"rule": "statement", "text": "The claim is taken from these words."}]);
    value["claims"][0]["cells"][1]["reasons"] =
        json!([{"rule": "different-quantity", "text": "made in English", "cues": [five, three]}]);
    value["claims"][2]["cells"][0]["reasons"] = json!([{"rule": "statement", "text": "made in English"}]);
    value["claims"][2]["cells"][1]["nearest"]["rule"] = json!("lacks-words");
    value["claims"][2]["cells"][1]["nearest"]["cues"] = json!([cue("a", FIRST, "Houses")]);
    let comparison = read(value.clone());
    comparison.check().unwrap();
    let conflict = words(&matrix_in(spanish(), &comparison, [open(0)]));
    for expected in [
        "En disputa Fuente A dice «five people» y The Post dice «Three people».",
        "La afirmación está tomada de estas palabras.",
        "regla: cifra distinta",
    ] {
        assert!(conflict.contains(expected), "{expected}: {conflict}");
    }
    let silent = words(&matrix_in(spanish(), &comparison, [open(2)]));
    assert!(silent.contains("El pasaje no menciona «Houses».") && !silent.contains("made in English"), "{silent}");
    let english = words(&matrix(&comparison, [open(0)]));
    assert!(english.contains("Source A says “five people”, The Post says “Three people”."), "{english}");
    value["claims"][0]["cells"][1]["judged_by"] = json!("person");
    let by_person = words(&matrix_in(spanish(), &read(value.clone()), [open(0)]));
    assert!(by_person.contains("made in English") && !by_person.contains("dice «five people»"), "{by_person}");
    value["claims"][0]["cells"][1]["judged_by"] = json!("rule");
    value["claims"][0]["cells"][1]["reasons"][0]["rule"] = json!("a-rule-of-tomorrow");
    let unknown = words(&matrix_in(spanish(), &read(value), [open(0)]));
    assert!(unknown.contains("made in English") && unknown.contains("regla: a rule of tomorrow"), "{unknown}");
}

/// Returns every string of a story, names of members left out.
fn strings(value: &Value) -> Vec<String> {
    match value {
        Value::String(text) => vec![text.clone()],
        Value::Array(list) => list.iter().flat_map(strings).collect(),
        Value::Object(members) => members.values().flat_map(strings).collect(),
        _ => Vec::new(),
    }
}

/// Every state of the screen is drawn in English and in Spanish: what is the same in both must come from the story.
#[test]
fn no_word_of_the_screen_stands_outside_the_tables() {
    // The same word in both languages.
    const ALIKE: &[&str] = &["original", "Esc"];
    let mut value = story();
    value["corpus"]["note"] = json!("Both of one day.");
    value["corpus"]["documents"][0]["excerpt"] = json!(true);
    value["claims"][1]["cells"][0]["evidence"][0]["exact"] = json!("six people died");
    value["claims"][2]["cells"][0]["judged_by"] = json!("person");
    for id in ["d", "e"] {
        value["corpus"]["documents"]
            .as_array_mut()
            .unwrap()
            .push(json!({"id": id, "text": "Ni una palabra.", "lang": "es"}));
        for claim in value["claims"].as_array_mut().unwrap() {
            claim["cells"].as_array_mut().unwrap().push(cell(id, "unjudged", None));
        }
    }
    let mut single = story();
    single["corpus"]["documents"].as_array_mut().unwrap().truncate(1);
    single["claims"] = json!([]);
    single["corpus"]["title"] = json!("");
    let corpus: Rc<Corpus> = Rc::new(serde_json::from_value(value["corpus"].clone()).unwrap());
    let given = strings(&value).join("\n");
    let (comparison, single) = (read(value), read(single));
    let screens = |words: Words| {
        let app = |input| {
            render::<App>(yew::props!(AppProps {
                input,
                analysis: Analysis::Here,
                words: words.clone(),
                on_event: Callback::noop(),
            }))
        };
        let mut all = vec![
            app(Input::Comparison(comparison.clone())),
            app(Input::Comparison(single.clone())),
            app(Input::Corpus(corpus.clone())),
            app(Input::Error("42".into())),
            matrix_in(words.clone(), &comparison, [Action::Search("volcano".to_owned())]),
            matrix_in(words.clone(), &comparison, [Action::ToggleVerdict(news_compare::matrix::Verdict::Disputed)]),
        ];
        all.extend((0..4).map(|row| matrix_in(words.clone(), &comparison, [open(row)])));
        all.push(in_order(words.clone(), &comparison, []));
        all.push(values(words.clone(), &comparison));
        all.push(values(words.clone(), &single));
        all.push(in_order(
            words.clone(),
            &comparison,
            [Action::ToggleVerdict(news_compare::matrix::Verdict::Disputed)],
        ));
        let panes = (0..4).flat_map(|document| (0..4).map(move |row| (document, row)));
        all.extend(panes.map(|(document, row)| pane_in(words.clone(), &comparison, document, [open(row)])));
        all
    };
    let mut compared = 0;
    for (english, spanish) in screens(Words::default()).iter().zip(screens(spanish())) {
        let (english, spanish) = (said(english), said(&spanish));
        assert_eq!(english.len(), spanish.len(), "{english:#?} {spanish:#?}");
        for (en, es) in english.iter().zip(spanish) {
            let of_story = en.split(": ").all(|part| given.contains(part) || part.chars().count() == 1);
            assert!(*en != es || of_story || ALIKE.contains(&en.as_str()), "not in the tables: {en:?}");
            compared += usize::from(*en != es);
        }
    }
    assert!(compared > 300, "{compared}");
}

#[test]
fn sources_that_print_one_text_are_joined_and_count_once() {
    let wire = "The council voted on Monday to close the bridge for six months. Engineers had found cracks in two of the four piers, \
        the council leader said after the meeting. Buses will go round by the old mill, and traders fear for their custom.";
    let other = "Councillors shut the bridge on Monday.";
    let statement = "The council voted on Monday";
    let mut row = row(
        "c1",
        statement,
        "agreed",
        [cell("a", "supports", Some(evidence(wire, statement))), cell("b", "omits", None)],
    );
    row["cells"].as_array_mut().unwrap().push(cell("c", "supports", Some(evidence(wire, statement))));
    let value = json!({
        "format": "news-compare.comparison/1",
        "corpus": {"format": "news-compare.corpus/1", "title": "The bridge", "documents": [
            {"id": "a", "outlet": "Post", "text": wire}, {"id": "b", "outlet": "Echo", "text": other},
            {"id": "c", "outlet": "Herald", "text": format!("SHUT\n{wire}")}
        ]},
        "generator": {"name": "news-compare", "version": "0"},
        "claims": [row],
    });
    let comparison = read(value.clone());
    let screen = words(&app(Input::Comparison(comparison.clone())));
    assert!(screen.contains("3 sources, 2 independent. Post and Herald print nearly the same text."), "{screen}");
    assert!(screen.contains("Post0 shared, 1 alone, 0 not told"), "{screen}");
    assert!(screen.contains("Echo0 shared, 0 alone, 1 not told"), "{screen}");
    assert!(screen.contains("0 agreed") && screen.contains("1 told by one source"), "{screen}");
    let html = matrix(&counted_once(comparison), [Action::ToggleVerdict(Verdict::SingleSource), open(0)]);
    assert_eq!(tags(&html, "th", "scope=\"colgroup\"").iter().filter(|head| head.contains("colspan=\"2\"")).count(), 1);
    let names: Vec<_> = html
        .split("nc-col-button")
        .skip(1)
        .map(|head| words(&format!("<{}", head.split_once("</button>").unwrap().0)))
        .collect();
    assert_eq!(names, ["APost", "CHerald", "BEcho"], "copies stand beside each other");
    assert!(words(&html).contains("Post and Herald print nearly the same text here: count them as one."));
    assert!(words(&html).contains("Told by one source") && !words(&html).contains("Agreed"), "{}", words(&html));

    assert_eq!(tags(&html, "tr", "aria-rowindex=\"3\"").len(), 1, "two rows of heads come first");

    // Told by another source as well it is agreed, and where the copies differ that stays in sight.
    let mut told = value.clone();
    told["claims"][0]["cells"][1] = cell("b", "supports", Some(evidence(other, "shut the bridge on Monday")));
    assert!(words(&matrix(&counted_once(read(told)), [open(0)])).contains("Agreed"));
    let mut edited = value;
    edited["claims"][0]["verdict"] = json!("qualified");
    edited["claims"][0]["cells"][2]["stance"] = json!("partly");
    assert!(words(&matrix(&counted_once(read(edited)), [open(0)])).contains("Told differently"));
}

#[test]
fn the_screen_says_who_answers_for_the_comparison_as_text_and_nothing_where_nobody_does() {
    let html = shown(story());
    let line = "Prepared by A. &lt;b&gt;Writer&lt;/b&gt; · Reviewed by E. Editor · January 13, 2026 · Correction: Two, not three.";
    assert!(html.contains(line), "{html}");
    let mut unsigned = story();
    unsigned["review"] = Value::Null;
    assert!(!shown(unsigned).contains("nc-review"));
}
