//! The lesson on paper: the articles with numbered paragraphs, a blank matrix to fill in, and on sheets of its own the key with quotations.
//!
//! Laid out for A4 and Letter alike: nothing has a height of its own, so that the browser breaks the pages.

use super::articles::article;
use super::handover;
use super::stories::Teaching;
use super::words::PageWords;
use crate::comparison::{JudgedBy, Row};
use crate::lesson::{Blind, SIGNS, Sheet};
use crate::stance::{RuleName, Stance};
use crate::ui::Comparable;
use crate::ui::glyph::sign;
use crate::ui::origin::counted_once;
use crate::ui::story::Story;
use std::rc::Rc;
use web_sys::{HtmlInputElement, HtmlSelectElement};
use yew::prelude::*;

/// How many claims are printed at first: a sheet has room for so many.
const PRINTED: usize = 10;

/// How many claims can be printed.
const COUNTS: [usize; 5] = [6, 10, 15, 20, 30];

/// How many sources have room in the matrix with their names; more stand there by their letters.
const NAMED: usize = 4;

/// How many quotations of a cell are in the key.
const QUOTED: usize = 2;

/// What [`Worksheet`] needs.
#[derive(Debug, PartialEq, Properties)]
pub struct WorksheetProps {
    /// What it says.
    pub words: PageWords,
    /// What it is about.
    pub comparison: Comparable,
    /// What the story teaches, where that is known.
    #[prop_or_default]
    pub teaching: Option<Teaching>,
    /// Tells that the key is among what is printed from the beginning: what a class is handed has no answers.
    #[prop_or_default]
    pub with_key: bool,
}

/// What is printed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Parts {
    articles: bool,
    matrix: bool,
    key: bool,
    blind: bool,
    /// Each article begins on a sheet of its own.
    apart: bool,
    claims: usize,
}

/// Shows what each sign means.
pub fn signs(words: &PageWords) -> Html {
    let signs = SIGNS.iter().map(|&stance| {
        html! {
            <li key={(words.screen.stance)(stance)}>
                { sign(stance) }{ " " }<b>{ (words.screen.stance)(stance) }</b>{ ": " }{ (words.screen.stance_meaning)(stance) }
            </li>
        }
    });
    html! { <ul class="nc-sign-list">{ for signs }</ul> }
}

/// Shows what will be printed, with the choice of its parts.
#[component]
pub fn Worksheet(props: &WorksheetProps) -> Html {
    let words = &props.words;
    let parts = use_state_eq(|| Parts {
        articles: true,
        matrix: true,
        key: props.with_key,
        blind: false,
        apart: false,
        claims: PRINTED,
    });
    let blind = parts.blind;
    let story = use_memo((props.comparison.clone(), words.clone(), blind), |(comparison, words, blind)| {
        let comparison = counted_once(comparison.0.clone());
        let comparison = if *blind { Rc::new(Blind::of_names(&comparison)) } else { comparison };
        Story::new(comparison, words.screen.clone(), true)
    });
    let rows = use_memo((props.comparison.clone(), parts.claims), |(comparison, claims)| {
        Sheet::of(&comparison.0).proposed(*claims)
    });
    let covers = if blind { Blind::of(&props.comparison.0) } else { Blind::default() };
    let choice = |label: &'static str, checked: bool, set: fn(&mut Parts, bool)| {
        let parts = parts.clone();
        let onchange = move |event: Event| {
            let mut next = *parts;
            set(&mut next, event.target_dyn_into::<HtmlInputElement>().is_some_and(|input| input.checked()));
            parts.set(next);
        };
        html! { <label class="nc-choice"><input type="checkbox" {checked} {onchange} /><span>{ label }</span></label> }
    };
    let by_people =
        story.comparison.claims.iter().flat_map(|row| &row.cells).all(|cell| cell.judged_by == JudgedBy::Person);
    let all = story.comparison.claims.len();
    let mut counts: Vec<usize> = COUNTS.into_iter().filter(|count| *count < all).collect();
    counts.push(all.min(60));
    let counts = counts.into_iter().map(|count| {
        let label = words.screen.count(words.screen.claims, count);
        html! { <option key={count} value={count.to_string()} selected={rows.len() == count}>{ label }</option> }
    });
    let count = {
        let parts = parts.clone();
        move |event: Event| {
            let value = event.target_dyn_into::<HtmlSelectElement>().and_then(|select| select.value().parse().ok());
            if let Some(claims) = value {
                parts.set(Parts { claims, ..*parts });
            }
        }
    };
    let print = |_: MouseEvent| handover::print();
    let title = story.comparison.corpus.title.trim();
    let title = if title.is_empty() { words.screen.untitled.to_owned() } else { title.to_owned() };
    html! {
        <div class="nc nc-worksheet" lang={words.screen.locale.tag.clone()}>
            <section class="nc-print-choices" aria-labelledby="nc-print-heading">
                <h2 id="nc-print-heading">{ words.worksheet_heading }</h2>
                <p class="nc-aside">{ words.worksheet_lead }</p>
                <div class="nc-buttons">
                    { choice(words.print_articles, parts.articles, |parts, on| parts.articles = on) }
                    if parts.articles {
                        { choice(words.print_apart, parts.apart, |parts, on| parts.apart = on) }
                    }
                    { choice(words.print_matrix, parts.matrix, |parts, on| parts.matrix = on) }
                    { choice(words.print_key, parts.key, |parts, on| parts.key = on) }
                    { choice(words.blind, parts.blind, |parts, on| parts.blind = on) }
                </div>
                <p class="nc-buttons">
                    <label class="nc-field">{ words.how_many }<select onchange={count}>{ for counts }</select></label>
                    <button type="button" class="nc-big nc-main-button" onclick={print}>{ words.print }</button>
                </p>
            </section>
            if parts.articles {
                <section class="nc-paper">
                    <h2 dir="auto">{ title.clone() }</h2>
                    { note(&story, &covers) }
                    <div class={classes!("nc-copies", parts.apart.then_some("nc-apart"))}>
                        { for (0..story.sources.len()).map(|document| article(words, &story, document, &covers)) }
                        if let Some(teaching) = &props.teaching {
                            <div class="nc-talk">
                                <h3>{ words.questions }</h3>
                                <ol lang="en">{ for teaching.questions.iter().map(|question| html! { <li>{ covers.cover(question) }</li> }) }</ol>
                            </div>
                        }
                    </div>
                </section>
            }
            if parts.matrix {
                <section class="nc-paper">
                    <h2>{ words.matrix_heading }</h2>
                    <p class="nc-name-line">{ words.name_line }</p>
                    <p>{ words.matrix_lead }</p>
                    { signs(words) }
                    { blank(words, &story, &rows, &covers) }
                </section>
            }
            if parts.key {
                <section class="nc-paper">
                    <h2>{ words.key_heading }</h2>
                    <p>{ if by_people { words.key_by_people } else { words.key_lead } }</p>
                    <ol class="nc-answer-key">{ for rows.iter().filter_map(|&row| Some(answer(words, &story, row, story.row(row)?, &covers))) }</ol>
                </section>
            }
        </div>
    }
}

/// Shows the note of the story, as the licence or the warning that it is invented.
fn note(story: &Story, covers: &Blind) -> Html {
    let note = story.comparison.corpus.note.as_deref().map(str::trim).filter(|note| !note.is_empty());
    note.map_or_else(Html::default, |note| html! { <p class="nc-aside" dir="auto">{ covers.cover(note) }</p> })
}

/// Shows the matrix with nothing in its cells.
fn blank(words: &PageWords, story: &Story, rows: &[usize], covers: &Blind) -> Html {
    let named = story.sources.len() <= NAMED;
    let heads = story.columns.iter().filter_map(|&document| story.sources.get(document)).map(|source| {
        html! {
            <th key={source.letter.clone()} scope="col">
                <span class="nc-badge">{ source.letter.clone() }</span>
                if named && !source.is_unnamed() {
                    <span class="nc-name" dir="auto">{ source.name.clone() }</span>
                }
            </th>
        }
    });
    let rows = rows.iter().enumerate().filter_map(|(at, &row)| {
        let claim = story.row(row)?;
        Some(html! {
            <tr key={row}>
                <th scope="row" lang={story.lang_of(claim)} dir="auto">
                    { format!("{}. {}", words.screen.number(at + 1), covers.cover(&claim.statement)) }
                </th>
                { for story.columns.iter().map(|document| html! { <td key={*document} /> }) }
            </tr>
        })
    });
    html! {
        <table class="nc-blank">
            <thead><tr><th scope="col">{ words.screen.claim_heading }</th>{ for heads }</tr></thead>
            <tbody>{ for rows }</tbody>
        </table>
    }
}

/// Shows what is right for one claim, with quotations and reasons.
fn answer(words: &PageWords, story: &Story, index: usize, row: &Row, covers: &Blind) -> Html {
    let cells = story.cells(row).map(|(document, source, cell)| {
        let quotes: Vec<String> =
            cell.evidence.iter().take(QUOTED).map(|evidence| words.quote(&covers.cover(&evidence.exact))).collect();
        // Where the claim is from and that nothing was found need no sentence.
        let is_home = cell.reasons.iter().any(|reason| reason.rule == RuleName::Statement.as_str());
        let is_plain = is_home || cell.stance == Stance::Omits;
        let reason = story.reasons(row, cell).into_iter().next().filter(|_| !is_plain);
        html! {
            <li key={document}>
                <span class="nc-badge">{ source.letter.clone() }</span>{ " " }
                { sign(cell.stance) }{ " " }<b>{ (words.screen.stance)(cell.stance) }</b>
                if !quotes.is_empty() {
                    { " " }<q lang={source.lang.clone()} dir="auto">{ quotes.join(" … ") }</q>
                }
                if let Some(reason) = reason {
                    { " " }<span class="nc-aside">{ covers.cover(&reason) }</span>
                }
            </li>
        }
    });
    html! {
        <li key={index}>
            <p class="nc-answer-claim" lang={story.lang_of(row)} dir="auto"><b>{ covers.cover(&row.statement) }</b></p>
            <ul>{ for cells }</ul>
        </li>
    }
}
