//! The third step of a lesson, and the view for a projector: one claim on the wall; what each source does with it comes when it is asked for,
//! with its words, the reason, and how the class had voted.

use super::chart;
use super::room::Room;
use super::words::PageWords;
use crate::comparison::Cell;
use crate::lesson::Blind;
use crate::stance::Stance;
use crate::ui::bar::verdict_class;
use crate::ui::glyph::sign;
use crate::ui::row::{capital_class, stance_class};
use crate::ui::story::{Source, Story};
use yew::prelude::*;

/// How many quotations of a source are on the wall; more cannot be read from the back.
const QUOTED: usize = 2;

/// Shows which claim it is, and the claim.
pub fn wall_claim(words: &PageWords, room: &Room, story: &Story, blind: &Blind) -> Html {
    let lesson = &room.lesson;
    let Some(claim) = lesson.row().and_then(|row| story.row(row)) else { return Html::default() };
    let at = (words.claim_at)(&words.screen.number(lesson.at + 1), &words.screen.number(lesson.asked.len()));
    html! { <>
        <p class="nc-aside nc-wall-at" role="status">{ at }</p>
        <h2 class={classes!("nc-wall-claim", capital_class(&claim.statement))} lang={story.lang_of(claim)} dir="auto">{ blind.cover(&claim.statement) }</h2>
    </> }
}

/// Shows the claim on the wall and, once asked for, what the sources do with it.
pub fn reveal(words: &PageWords, room: &Room, story: &Story, blind: &Blind) -> Html {
    let lesson = &room.lesson;
    let Some((row, claim)) = lesson.row().and_then(|row| Some((row, story.row(row)?))) else { return Html::default() };
    let sources = story.cells(claim).map(|(document, source, cell)| {
        let votes = room.votes().votes(row, document);
        let told = lesson.shown.then(|| (words.screen.stance)(cell.stance));
        html! {
            <li key={format!("{row}-{document}")} class={classes!("nc-wall-source", lesson.shown.then(|| stance_class(cell.stance)))}>
                <div class="nc-wall-head">
                    <span class="nc-badge" aria-hidden="true">{ source.letter.clone() }</span>
                    <span class="nc-name" dir="auto">{ source.name.clone() }</span>
                    <span class="nc-wall-stance">
                        if let Some(told) = told {
                            { sign(cell.stance) }{ " " }{ told }
                        } else {
                            <span aria-hidden="true">{ "?" }</span><span class="nc-hidden">{ words.not_yet }</span>
                        }
                    </span>
                </div>
                { chart::votes(words, &votes) }
                if lesson.shown {
                    { words_of(words, story, row, source, cell, blind) }
                }
            </li>
        }
    });
    let heading = lesson.shown.then(|| {
        let mut speaking = story.cells(claim).filter(|(.., cell)| cell.stance.speaks());
        let only = speaking.next().filter(|_| speaking.next().is_none()).map(|(_, source, _)| source.name.as_str());
        (words.screen.verdict_heading)(claim.verdict, only)
    });
    html! {
        <section class={classes!("nc-wall", lesson.shown.then(|| verdict_class(claim.verdict)))}>
            { wall_claim(words, room, story, blind) }
            <p class="nc-wall-lead" role="status">{ heading.unwrap_or_else(|| words.what_does_each.to_owned()) }</p>
            <ul class="nc-wall-sources">{ for sources }</ul>
        </section>
    }
}

/// Shows the words of a source with the reason, or what comes closest where it is silent.
fn words_of(words: &PageWords, story: &Story, row: usize, source: &Source, cell: &Cell, blind: &Blind) -> Html {
    let Some(claim) = story.row(row) else { return Html::default() };
    let reasons =
        story.reasons(claim, cell).into_iter().map(|reason| blind.cover(&reason)).collect::<Vec<_>>().join(" ");
    let quotes = cell.evidence.iter().take(QUOTED).map(|evidence| {
        html! { <p>{ words.quote(&blind.cover(&evidence.exact)) }</p> }
    });
    let near = cell.nearest.as_ref().filter(|_| cell.stance == Stance::Omits);
    // "No sentence says this" is said again by "not told, the closest it comes".
    let reasons = if near.is_some() { String::new() } else { reasons };
    html! { <>
        if !cell.evidence.is_empty() {
            <blockquote lang={source.lang.clone()} dir="auto">{ for quotes }</blockquote>
        }
        if !reasons.is_empty() {
            <p class="nc-wall-reason" dir="auto">{ reasons }</p>
        }
        if let Some(near) = near {
            <p class="nc-wall-reason">{ (words.screen.nearest)(&source.name) }</p>
            <blockquote class="nc-aside" lang={source.lang.clone()} dir="auto"><p>{ words.quote(&blind.cover(&near.sentence.exact)) }</p></blockquote>
        }
    </> }
}
