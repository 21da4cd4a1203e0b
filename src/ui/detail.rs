//! The detail of an open row: the reason first, then each source's words in their context, then what one can do.

use super::copy::CopyButton;
use super::dom;
use super::glyph::sign;
use super::passage::Quote;
use super::row::{MatrixRowProps, stance_class};
use super::state::{Action, Origin};
use super::story::{Source, Story, safe_link};
use super::words::Words;
use crate::comparison::{Cell, Evidence, JudgedBy, Row};
use crate::order::Arrange as _;
use crate::span::{CodePoints, Span};
use crate::stance::{RuleName, Stance};
use crate::wording;
use std::fmt::Write;
use yew::prelude::*;

/// Shows the detail of a row that was opened from here; the source of a pressed cell stands out.
pub fn detail(props: &MatrixRowProps, origin: Origin) -> Html {
    let story = &props.story;
    let words = &story.words;
    let Some(row) = story.row(props.row) else { return Html::default() };
    let lead = story.lead(row);
    let lead = lead.as_deref();
    let speaking = || story.cells(row).filter(|(.., cell)| cell.stance.speaks());
    let only = speaking().next().filter(|_| speaking().nth(1).is_none()).map(|(_, source, _)| source.name.as_str());
    // The source whose cell was pressed comes first: it is what the reader asked for.
    let mut quoted: Vec<_> = speaking().collect();
    quoted.arrange_by_key(|(column, ..)| origin != Origin::Cell(*column));
    let quoted = quoted.into_iter().map(|(column, source, cell)| quotation(props, origin, column, source, cell, lead));
    let silent = |stance: Stance, searched: bool| {
        story.cells(row).filter(move |(.., cell)| cell.stance == stance && cell.nearest.is_some() == searched)
    };
    let searched = silent(Stance::Omits, true).map(|(column, source, cell)| nearest(story, row, column, source, cell));
    let names = |stance| silent(stance, false).map(|(_, source, _)| source.name.clone()).collect::<Vec<_>>();
    let (untold, unjudged) = (names(Stance::Omits), names(Stance::Unjudged));
    let told = |document: &&usize| row.cells.get(**document).is_some_and(|cell| cell.stance.speaks());
    let copies = story.copies().map(|group| group.iter().filter(told).copied().collect::<Vec<_>>());
    let copies = copies.filter(|group| group.len() > 1).map(|group| {
        let name = |document: &usize| Some(story.sources.get(*document)?.name.clone());
        let names: Vec<_> = group.iter().filter_map(name).collect();
        html! { <p class="nc-once">{ (words.counted_once)(&(words.join)(&names)) }</p> }
    });
    let close = {
        let (act, row) = (props.act.clone(), props.row);
        move |event: MouseEvent| {
            // The button goes with the detail, and would take the focus with it.
            dom::focus_next(&event, format!("[data-key='row-{row}']"));
            act.emit(Action::Close);
        }
    };
    html! {
        <div class="nc-detail" part="detail">
            <p class="nc-why">
                <b class="nc-verdict">{ (words.verdict_heading)(row.verdict, only) }</b>
                { by_person(words, row) }
                if let Some(lead) = lead {
                    { " " }<span dir="auto">{ lead.to_owned() }</span>
                }
            </p>
            { note_html(story, row) }
            { for copies }
            { for quoted }
            { for searched }
            if !untold.is_empty() {
                <p class="nc-silent nc-omits">
                    { sign(Stance::Omits) }
                    { format!(" {}", (words.untold)(&(words.join)(&untold))) }
                </p>
            }
            if !unjudged.is_empty() {
                <p class="nc-silent nc-unjudged">
                    { sign(Stance::Unjudged) }
                    { format!(" {}", (words.unjudged)(&(words.join)(&unjudged))) }
                </p>
            }
            <p class="nc-actions">
                <CopyButton text={citation(story, row)} words={words.clone()} />
                <button type="button" class="nc-action" onclick={close}>{ words.close }</button>
            </p>
        </div>
    }
}

/// Says what of a claim is a person's: its verdict, its words.
pub(super) fn by_person(words: &Words, row: &Row) -> Html {
    let said = wording::of_person(words.locale.language, row);
    said.map(|said| html! { <>{ " " }<span class="nc-by-person">{ format!("({said})") }</span></> }).collect()
}

/// Shows the remark on a claim, if it has one.
pub(super) fn note_html(story: &Story, row: &Row) -> Html {
    let note = row.note.as_deref().map(str::trim).filter(|note| !note.is_empty());
    note.map_or_else(Html::default, |note| {
        html! { <p class="nc-remark"><b>{ story.words.note }</b>{ " " }<span dir="auto">{ note.to_owned() }</span></p> }
    })
}

/// Returns the evidence of a cell as quotations that light the row's cues, or `None` for words that are not in the text.
pub(super) fn quotes<'c>(
    story: &Story,
    row: &Row,
    column: usize,
    evidence: impl IntoIterator<Item = &'c Evidence>,
) -> Vec<Option<Quote>> {
    let Some(document) = story.document(column) else { return Vec::new() };
    let (text, points) = (document.text.as_str(), CodePoints::new(&document.text));
    // What two sources share makes no difference.
    let shared = RuleName::SameStatement.as_str();
    let reasons = row.cells.iter().flat_map(|cell| &cell.reasons).filter(|reason| reason.rule != shared);
    let cues = reasons.flat_map(|reason| &reason.cues).filter(|cue| cue.document == document.id);
    let cues = cues.map(|cue| Span::new(points.byte_of(cue.start), points.byte_of(cue.end)));
    let cues: Vec<_> = cues.collect();
    evidence
        .into_iter()
        .map(|evidence| evidence.locate(text, &points).map(|span| Quote::new(text, span, &cues)))
        .collect()
}

pub(super) fn quote_html(words: &Words, quote: Option<&Quote>, evidence: &Evidence) -> Html {
    let Some(quote) = quote else {
        return html! { <p class="nc-orphan">{ format!("{} {}", (words.quoted)(&evidence.exact), words.not_in_text) }</p> };
    };
    let parts = quote.parts.iter().map(|(text, cue)| {
        if *cue {
            html! { <mark class="nc-cue">{ text.clone() }</mark> }
        } else {
            html! { text.clone() }
        }
    });
    html! {
        <p>
            <span class="nc-context">{ quote.before.clone() }</span>
            { for parts }
            <span class="nc-context">{ quote.after.clone() }</span>
        </p>
    }
}

fn quotation(
    props: &MatrixRowProps,
    origin: Origin,
    column: usize,
    source: &Source,
    cell: &Cell,
    lead: Option<&str>,
) -> Html {
    let Some(row) = props.story.row(props.row) else { return Html::default() };
    let found = quotes(&props.story, row, column, &cell.evidence);
    let others = props.story.reasons(row, cell).into_iter().filter(|reason| lead != Some(reason.as_str()));
    let words = &props.story.words;
    let mut rules: Vec<_> = cell.reasons.iter().map(|reason| props.story.rule_title(&reason.rule)).collect();
    rules.dedup();
    let voice = cell.voice.map(|voice| (words.voice)(voice, cell.speaker.as_deref()));
    let show = {
        let act = props.act.clone();
        move |_: MouseEvent| act.emit(Action::ShowDocument(column))
    };
    let pressed = origin == Origin::Cell(column);
    html! {
        <figure key={column} class={classes!("nc-quote", pressed.then_some("nc-pressed"))}>
            <figcaption>
                <span class="nc-badge" aria-hidden="true">{ source.letter.clone() }</span>
                <span class="nc-name" dir="auto">{ source.name.clone() }</span>
                <span class={classes!("nc-stance", stance_class(cell.stance))}>
                    { sign(cell.stance) }
                    { format!(" {}", (words.stance)(cell.stance)) }
                </span>
                if let Some(voice) = voice {
                    <span class="nc-voice">{ voice }</span>
                }
            </figcaption>
            <blockquote lang={source.lang.clone()} dir="auto">
                { for found.iter().zip(&cell.evidence).map(|(quote, evidence)| quote_html(words, quote.as_ref(), evidence)) }
            </blockquote>
            <div class="nc-because">
                { for others.map(|reason| html! { <span class="nc-reason" dir="auto">{ format!("{reason} ") }</span> }) }
                if cell.judged_by == JudgedBy::Person {
                    <span class="nc-sure">{ words.by_person }</span>
                } else {
                    // The number and the rule on demand: most readers want the words.
                    <details class="nc-sure">
                        <summary>{ words.confidence(cell.confidence) }</summary>
                        <span>
                            { format!(" {}", words.percent(cell.confidence)) }
                            if !rules.is_empty() {
                                { format!(" · {}", (words.by_rule)(&rules.join(", "))) }
                            }
                        </span>
                    </details>
                }
                <button type="button" class="nc-action nc-show" onclick={show}>
                    { words.show }<span class="nc-hidden">{ format!(" {}", (words.show_of)(&source.name)) }</span>
                </button>
            </div>
        </figure>
    }
}

/// Shows what was searched for in a source that is silent.
fn nearest(story: &Story, row: &Row, column: usize, source: &Source, cell: &Cell) -> Html {
    let words = &story.words;
    let Some(near) = &cell.nearest else { return Html::default() };
    html! {
        <div key={column} class="nc-silent nc-omits">
            <p>
                { sign(Stance::Omits) }
                { format!(" {}", (words.nearest)(&source.name)) }
            </p>
            <blockquote lang={source.lang.clone()} dir="auto"><p>{ near.sentence.exact.clone() }</p></blockquote>
            if let Some(why) = story.why_not(row, cell) {
                <p class="nc-because" dir="auto">{ why }</p>
            }
        </div>
    }
}

/// Returns the row as text to be pasted: the claim, then each source's words with who, when and where.
fn citation(story: &Story, row: &Row) -> String {
    let words = &story.words;
    let mut out = format!("{} ({})\n", row.statement, wording::verdict_of(words.locale.language, row));
    if let Some(note) = row.note.as_deref().map(str::trim).filter(|note| !note.is_empty()) {
        let _ = writeln!(out, "{} {note}", words.note);
    }
    for (column, source, cell) in story.cells(row) {
        let document = story.document(column);
        for evidence in &cell.evidence {
            let _ = write!(out, "\n{}\n— {}", (words.quoted)(&evidence.exact), source.name);
            if let Some(title) = document.and_then(|document| document.title.as_deref()) {
                let _ = write!(out, ", {}", (words.quoted)(title));
            }
            if let Some(published) = document.and_then(|document| document.published.as_deref()) {
                let _ = write!(out, ", {}", words.day(published));
            }
            if let Some(url) = safe_link(document.and_then(|document| document.url.as_deref())) {
                let _ = write!(out, ", {url}");
            }
            out.push('\n');
        }
    }
    out
}
