//! The linear reading: one claim after the other, each with every source, its words and the reason, under headings.
//!
//! Made for whoever reads by ear, on a small screen or on paper: nothing stands beside anything, and headings lead from claim to
//! claim (level 3) and from source to source (level 4). It follows the order and the filters of the matrix.

use super::bar::verdict_class;
use super::detail::{by_person, note_html, quote_html, quotes};
use super::glyph::{self, sign};
use super::heading::heading;
use super::modes::ReadingProps;
use super::row::{capital_class, stance_class};
use super::state::Action;
use super::story::{Source, Story};
use crate::comparison::{Cell, JudgedBy, Row};
use crate::stance::Stance;
use yew::prelude::*;

/// How many claims are written out at once; two thousand with fifty sources each would keep the page busy for seconds.
const CHUNK: usize = 60;

/// Shows the claims one after the other.
#[component]
pub fn InOrder(props: &ReadingProps) -> Html {
    let shown = use_state_eq(|| CHUNK);
    let (story, words) = (&props.story, &props.story.words);
    let visible = props.state.visible();
    let clear = {
        let act = props.act.clone();
        move |_: MouseEvent| act.emit(Action::ClearFilters)
    };
    let more = {
        let shown = shown.clone();
        move |_: MouseEvent| shown.set(*shown + CHUNK)
    };
    let left = visible.len().saturating_sub(*shown);
    let next = left.min(CHUNK);
    let claims = visible.iter().take(*shown).filter_map(|&row| {
        let claim = story.row(row)?;
        Some(html! {
            <article key={row} class={classes!("nc-claim", verdict_class(claim.verdict))}>
                { written_out(props, row, claim) }
            </article>
        })
    });
    html! {
        <section class="nc-linear nc-scroll" aria-label={(words.mode)(props.state.mode)} tabindex="0">
            if props.state.is_filtered() {
                <p class="nc-shown">
                    { words.shown(visible.len(), story.comparison.claims.len()) }{ " " }
                    <button type="button" class="nc-action" onclick={clear}>{ words.clear_filters }</button>
                </p>
            }
            { for claims }
            if left > 0 {
                <p class="nc-more">
                    <button type="button" class="nc-action" onclick={more}>
                        { (words.more)(&words.number(next), words.form(words.claims, next)) }
                    </button>
                </p>
            }
        </section>
    }
}

/// Writes a claim out: what it amounts to, what each source says, where it is not told.
fn written_out(props: &ReadingProps, index: usize, row: &Row) -> Html {
    let (story, words) = (&*props.story, &props.story.words);
    let lead = story.lead(row);
    let speaking = || story.cells(row).filter(|(.., cell)| cell.stance.speaks());
    let only = speaking().next().filter(|_| speaking().nth(1).is_none()).map(|(_, source, _)| source.name.as_str());
    let said = speaking().map(|(column, source, cell)| {
        let found = quotes(story, row, column, &cell.evidence);
        let reasons = story.reasons(row, cell).into_iter().filter(|reason| lead.as_ref() != Some(reason));
        html! {
            <div key={column} class="nc-said">
                { heading(words, 2, None, html! { <>
                    <span class="nc-name" dir="auto">{ source.name.clone() }</span>{ " " }
                    <span class={classes!("nc-stance", stance_class(cell.stance))}>
                        { sign(cell.stance) }{ " " }{ (words.stance)(cell.stance) }
                    </span>
                    if let Some(voice) = cell.voice {
                        { " " }<span class="nc-voice">{ (words.voice)(voice, cell.speaker.as_deref()) }</span>
                    }
                </> }) }
                <blockquote lang={source.lang.clone()} dir="auto">
                    { for found.iter().zip(&cell.evidence).map(|(quote, evidence)| quote_html(words, quote.as_ref(), evidence)) }
                </blockquote>
                <p class="nc-because">
                    { for reasons.map(|reason| html! { <span class="nc-reason" dir="auto">{ format!("{reason} ") }</span> }) }
                    <span class="nc-sure">{ sure(story, cell) }</span>
                </p>
            </div>
        }
    });
    let silent = story.cells(row).filter(|(.., cell)| cell.stance == Stance::Omits && cell.nearest.is_some());
    let names = |stance: Stance| {
        let cells = story.cells(row).filter(|(.., cell)| cell.stance == stance && cell.nearest.is_none());
        cells.map(|(_, source, _)| source.name.clone()).collect::<Vec<_>>()
    };
    let (untold, unjudged) = (names(Stance::Omits), names(Stance::Unjudged));
    html! { <>
        { heading(words, 1, None, html! { <>
            <span class="nc-verdict">
                if let Some(stance) = glyph::of_verdict(row.verdict) {
                    { sign(stance) }
                }
                { (words.verdict_heading)(row.verdict, only) }
            </span>{ by_person(words, row) }{ " " }
            <span class={classes!("nc-claimed", capital_class(&row.statement))} lang={story.lang_of(row)} dir="auto">{ row.statement.clone() }</span>
        </> }) }
        if let Some(lead) = &lead {
            <p dir="auto">{ lead.clone() }</p>
        }
        { note_html(story, row) }
        { for said }
        { for silent.map(|(column, source, cell)| searched(story, row, column, source, cell)) }
        if !untold.is_empty() {
            <p class="nc-silent">{ (words.untold)(&(words.join)(&untold)) }</p>
        }
        if !unjudged.is_empty() {
            <p class="nc-silent">{ (words.unjudged)(&(words.join)(&unjudged)) }</p>
        }
        <p class="nc-actions">
            <button type="button" class="nc-action" onclick={props.opens(index)}>{ words.beside }</button>
        </p>
    </> }
}

/// Returns how sure a judgement is, or that a person made it.
fn sure(story: &Story, cell: &Cell) -> String {
    let words = &story.words;
    match cell.judged_by {
        JudgedBy::Person => words.by_person.to_owned(),
        _ => format!("{} ({})", words.confidence(cell.confidence), words.percent(cell.confidence)),
    }
}

/// Shows what a silent source says that comes closest.
fn searched(story: &Story, row: &Row, column: usize, source: &Source, cell: &Cell) -> Html {
    let Some(near) = &cell.nearest else { return Html::default() };
    html! {
        <div key={column} class="nc-said nc-silent">
            <p>{ (story.words.nearest)(&source.name) }</p>
            <blockquote lang={source.lang.clone()} dir="auto"><p>{ near.sentence.exact.clone() }</p></blockquote>
            if let Some(why) = story.why_not(row, cell) {
                <p class="nc-because" dir="auto">{ why }</p>
            }
        </div>
    }
}
