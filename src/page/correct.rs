//! Correcting the machine: one claim at a time as a form, what was corrected as a list, and files to take along.
//!
//! A form rather than something to be done in the matrix: every field has a name, works by keyboard, by touch and read aloud, and the
//! matrix stays the quiet thing that readers know. Nothing is kept by the page; the file is what lasts.

use super::handover;
use super::refused::{Part, Refused, describes, refusal};
use super::row_choice::RowChoice;
use super::select::{Selectable, use_selection};
use super::words::PageWords;
use super::{correct_cell::CellForm, correct_list::CorrectionList};
use crate::comparison::Row;
use crate::correction::{Change, Correction, History, Misfit, RowPlace, Words};
use crate::matrix::Verdict;
use crate::ui::dom;
use crate::ui::story::Story;
use crate::{Format, export};
use std::rc::Rc;
use web_sys::{HtmlInputElement, HtmlSelectElement, HtmlTextAreaElement};
use yew::prelude::*;

/// The verdicts in the order in which they are offered.
const VERDICTS: [Verdict; 4] = [Verdict::Agreed, Verdict::Qualified, Verdict::Disputed, Verdict::SingleSource];

/// How many characters of a statement a choice shows.
const SHOWN: usize = 90;

/// What is done.
#[derive(Debug, Clone, PartialEq)]
pub enum Act {
    /// Something is corrected.
    Correct(Box<Correction>),
    /// A correction is taken back, by its place in the list.
    TakeBack(usize),
    /// The last step is undone.
    Undo,
    /// The last step that was undone is made again.
    Redo,
}

/// Makes another history of one by what is done.
///
/// # Errors
/// Why a correction does not fit.
pub fn acted(history: &History, act: Act) -> Result<History, Misfit> {
    let mut history = history.clone();
    match act {
        Act::Correct(correction) => history.correct(*correction)?,
        Act::TakeBack(place) => drop(history.take_back(place)),
        Act::Undo => drop(history.undo()),
        Act::Redo => drop(history.redo()),
    }
    Ok(history)
}

/// Tells whether a change leaves the words, the note or the verdict of a row as they are; a judgement may be confirmed.
pub fn changes_nothing(change: &Change, claims: &[Row]) -> bool {
    let of = |place: &RowPlace| claims.iter().find(|row| row.id == place.id);
    match change {
        Change::Statement { row, statement } => of(row).is_some_and(|row| row.statement == statement.trim()),
        Change::Note { row, note } => of(row)
            .is_some_and(|row| row.note.as_deref().unwrap_or_default() == note.as_deref().unwrap_or_default().trim()),
        Change::Verdict { row, verdict: None } => of(row).is_some_and(|row| row.verdict_by.is_none()),
        _ => false,
    }
}

/// What [`Correct`] needs.
#[derive(Debug, Properties)]
pub struct CorrectProps {
    /// What it says.
    pub words: PageWords,
    /// What is corrected.
    pub history: Rc<History>,
    /// Tells that it is in sight.
    #[prop_or_default]
    pub active: bool,
    /// The claim to begin with, and to go on with whenever the form comes into sight and this is another; the first of all without one.
    #[prop_or_default]
    pub first: Option<AttrValue>,
    /// What is wrong with the corrections that came with the story.
    #[prop_or_default]
    pub fault: Option<AttrValue>,
    /// Hears that everything was saved.
    #[prop_or_default]
    pub saved: Callback<()>,
    /// Hears what is done, and says why it cannot be.
    pub act: Callback<Act, Result<(), Misfit>>,
}

impl PartialEq for CorrectProps {
    fn eq(&self, other: &Self) -> bool {
        // What it begins with counts when it comes into sight.
        Rc::ptr_eq(&self.history, &other.history)
            && (self.active, &self.words, &self.fault) == (other.active, &other.words, &other.fault)
    }
}

/// Shows the form. Those of claims in which something was begun stay, hidden, so that nothing is lost when another claim is chosen.
#[component]
pub fn Correct(props: &CorrectProps) -> Html {
    let (words, history) = (&props.words, &props.history);
    let comparison = history.comparison();
    let story = use_memo((Rc::as_ptr(comparison), words.clone()), |(_, words)| {
        Story::new(comparison.clone(), words.screen.clone(), true)
    });
    let again = use_force_update();
    // The claim that was open in the comparison when the form was last in sight, and the one that is chosen.
    let place = use_mut_ref(|| (None::<AttrValue>, None::<AttrValue>));
    {
        let mut place = place.borrow_mut();
        if props.active && place.0 != props.first {
            place.0.clone_from(&props.first);
            if props.first.is_some() {
                place.1.clone_from(&props.first);
            }
        }
    }
    // The claims in which something was begun.
    let begun = use_mut_ref(Vec::<String>::new);
    let by = use_state_eq(String::new);
    let timed = use_state_eq(|| false);
    let said = use_state_eq(|| None::<Result<(), (Part, Misfit)>>);
    let act = {
        let (act, said) = (props.act.clone(), said.clone());
        Callback::from(move |what: Act| {
            let part = match &what {
                Act::Correct(correction) => Some(Part::of(&correction.change)),
                Act::TakeBack(_) | Act::Undo | Act::Redo => None,
            };
            let done = act.emit(what);
            // Steps back and forth are never refused.
            said.set(match (done, part) {
                (Err(why), Some(part)) => Some(Err((part, why))),
                _ => Some(Ok(())),
            });
        })
    };
    let refused: Refused = match &*said {
        Some(Err(refused)) if props.active => Some(refused.clone()),
        _ => None,
    };
    let change = {
        let (act, by, timed, said, comparison) =
            (act.clone(), by.clone(), timed.clone(), said.clone(), comparison.clone());
        Callback::from(move |change: Change| {
            if changes_nothing(&change, &comparison.claims) {
                said.set(None);
                return;
            }
            let by = Some(by.trim().to_owned()).filter(|by| !by.is_empty());
            let date = timed.then(|| String::from(js_sys::Date::new_0().to_iso_string()));
            act.emit(Act::Correct(Box::new(Correction { by, date, change })));
        })
    };
    let claims = &comparison.claims;
    let chosen = place.borrow().1.clone();
    let at = chosen.and_then(|id| claims.iter().position(|row| *row.id == *id)).unwrap_or(0);
    let choose = {
        let said = said.clone();
        move |event: Event| {
            place.borrow_mut().1 = selected(&event).map(AttrValue::from);
            // What was refused was of the claim before.
            said.set(None);
            again.force_update();
        }
    };
    // By the program's words too: another analysis may give the id to another claim.
    let key_of = |row: &Row| {
        let first = history.first().claims.iter().find(|first| first.id == row.id);
        format!("{} {}", row.id, first.map_or("", |first| &first.statement))
    };
    let here = claims.get(at).map(key_of).unwrap_or_default();
    let forms = claims.iter().enumerate().filter_map(|(place, row)| {
        let is_begun = begun.borrow().iter().any(|key| key.starts_with(&row.id) && *key == key_of(row));
        (place == at || is_begun).then(|| {
            html! {
                <div key={key_of(row)} hidden={place != at}>
                    <RowForm
                        words={words.clone()}
                        history={history.clone()}
                        story={story.clone()}
                        at={place}
                        refused={refused.clone().filter(|(part, _)| place == at && *part != Part::Add)}
                        change={change.clone()}
                    />
                </div>
            }
        })
    });
    let forms: Html = forms.collect();
    let begin = Callback::from(move |()| {
        let mut begun = begun.borrow_mut();
        if !begun.contains(&here) {
            begun.push(here.clone());
        }
    });
    let begin_by_button = begin.clone();
    let type_name = {
        let by = by.clone();
        move |event: InputEvent| {
            if let Some(input) = event.target_dyn_into::<HtmlInputElement>() {
                by.set(input.value());
            }
        }
    };
    let time = {
        let timed = timed.clone();
        move |event: Event| timed.set(event.target_dyn_into::<HtmlInputElement>().is_some_and(|input| input.checked()))
    };
    let step = |what: Act| {
        let act = act.clone();
        move |event: MouseEvent| {
            // Where the button can no longer be pressed, the other one has the focus.
            let other = "[data-does='undo']:disabled + button, [data-does='undo']:has(+ :disabled)";
            dom::focus_next(&event, other.to_owned());
            act.emit(what.clone());
        }
    };
    let save = |name: &'static str, kind: &'static str, format: Option<Format>| {
        let (history, language, saved) = (history.clone(), words.screen.locale.language, props.saved.clone());
        move |_: MouseEvent| {
            let comparison = history.to_comparison();
            let text = format.map_or_else(|| comparison.to_json(), |format| export(&comparison, format, language));
            // The other formats do not keep the way back.
            if handover::save(name, &text, kind).is_some() && format.is_none() {
                saved.emit(());
            }
        }
    };
    html! {
        <div class="nc" lang={words.screen.locale.tag.clone()}>
            <section class="nc-sheet-view nc-correct" aria-label={words.correct_heading}>
                <h2>{ words.correct_heading }</h2>
                <p>{ words.correct_lead }</p>
                if let Some(fault) = &props.fault {
                    <p class="nc-notice" role="alert">{ words.corrections_lost }{ " " }<span dir="auto">{ fault.clone() }</span></p>
                }
                <div class="nc-buttons">
                    <button type="button" class="nc-big" data-does="undo" disabled={!history.can_undo()} onclick={step(Act::Undo)}>{ words.undo }</button>
                    <button type="button" class="nc-big" disabled={!history.can_redo()} onclick={step(Act::Redo)}>{ words.redo }</button>
                    <button type="button" class="nc-big" onclick={save("news-compare.json", "application/json", None)}>{ words.save_json }</button>
                    <button type="button" class="nc-big" onclick={save("news-compare.csv", "text/csv;charset=utf-8", Some(Format::CsvMarked))}>{ (words.screen.save_as)(Format::CsvMarked) }</button>
                    <button type="button" class="nc-big" onclick={save("news-compare.md", "text/markdown", Some(Format::Markdown))}>{ (words.screen.save_as)(Format::Markdown) }</button>
                    <p role="status" aria-live="polite">
                        { if let Some(Ok(())) = &*said { words.corrected } else { "" } }
                    </p>
                </div>
                <div class="nc-buttons">
                    <label class="nc-field">{ words.corrector }<input value={(*by).clone()} maxlength="200" autocomplete="name" oninput={type_name} /></label>
                    <label class="nc-choice"><input type="checkbox" checked={*timed} onchange={time} /><span>{ words.with_time }</span></label>
                </div>
                if let Some(row) = comparison.claims.get(at) {
                    <label class="nc-field">
                        { words.claim_field }
                        <select onchange={choose}>{ for comparison.claims.iter().map(|other| option(other, other.id == row.id)) }</select>
                    </label>
                }
                <div oninput={move |_: InputEvent| begin.emit(())} onclick={move |_: MouseEvent| begin_by_button.emit(())}>{ forms }</div>
                <NewClaim
                    words={words.clone()}
                    history={history.clone()}
                    story={story.clone()}
                    refused={refused.clone().filter(|(part, _)| *part == Part::Add)}
                    change={change.clone()}
                />
                <CorrectionList words={words.clone()} history={history.clone()} {act} />
            </section>
        </div>
    }
}

/// Returns the value of the choice that was changed, if it has one.
pub(super) fn selected(event: &Event) -> Option<String> {
    event.target_dyn_into::<HtmlSelectElement>().map(|select| select.value()).filter(|value| !value.is_empty())
}

/// Offers a row in a choice.
fn option(row: &Row, selected: bool) -> Html {
    html! { <option key={row.id.clone()} value={row.id.clone()} {selected}>{ short(&row.statement) }</option> }
}

/// Cuts a statement to what a choice shows.
pub(super) fn short(statement: &str) -> String {
    match statement.char_indices().nth(SHOWN) {
        Some((end, _)) => format!("{}…", &statement[..end]),
        None => statement.to_owned(),
    }
}

/// Offers all rows but one, with nothing chosen.
pub(super) fn others(words: &PageWords, claims: &[Row], but: &str, chosen: Option<&str>) -> Html {
    html! { <>
        <option value="" selected={chosen.is_none()}>{ words.choose }</option>
        { for claims.iter().filter(|row| row.id != but).map(|row| option(row, chosen == Some(&row.id))) }
    </> }
}

/// What the parts of the form need.
#[derive(Debug, Clone, Properties)]
pub struct RowFormProps {
    /// What it says.
    pub words: PageWords,
    /// What is corrected.
    pub history: Rc<History>,
    /// The same as it is shown.
    pub story: Rc<Story>,
    /// Index of the row.
    #[prop_or_default]
    pub at: usize,
    /// What was refused last.
    #[prop_or_default]
    pub refused: Refused,
    /// Hears what is changed.
    pub change: Callback<Change>,
}

impl PartialEq for RowFormProps {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.history, &other.history)
            && (self.at, &self.refused, &self.words, &self.story, &self.change)
                == (other.at, &other.refused, &other.words, &other.story, &other.change)
    }
}

/// Shows what can be corrected in one row.
#[component]
pub fn RowForm(props: &RowFormProps) -> Html {
    let (words, claims) = (&props.words, &props.history.comparison().claims);
    let (statement, note, second, verdict) = (use_node_ref(), use_node_ref(), use_node_ref(), use_node_ref());
    let taken = use_state_eq(Vec::<usize>::new);
    let Some(row) = claims.get(props.at) else { return Html::default() };
    let place = RowPlace::of(row);
    let text_of = |field: &NodeRef| field.cast::<HtmlTextAreaElement>().map(|area| area.value()).unwrap_or_default();
    let keep_statement = {
        let (change, row, field) = (props.change.clone(), place.clone(), statement.clone());
        move |_: MouseEvent| change.emit(Change::Statement { row: row.clone(), statement: text_of(&field) })
    };
    let keep_note = {
        let (change, row, field) = (props.change.clone(), place.clone(), note.clone());
        move |_: MouseEvent| change.emit(Change::Note { row: row.clone(), note: Some(text_of(&field)) })
    };
    let keep_verdict = {
        let (change, row, field) = (props.change.clone(), place.clone(), verdict.clone());
        move |_: MouseEvent| {
            let value = field.cast::<HtmlSelectElement>().map(|select| select.value()).unwrap_or_default();
            let verdict = value.parse::<usize>().ok().and_then(|at| VERDICTS.get(at).copied());
            change.emit(Change::Verdict { row: row.clone(), verdict });
        }
    };
    let merge = {
        let (change, into, history) = (props.change.clone(), place.clone(), props.history.clone());
        Callback::from(move |id: String| {
            if let Some(from) = history.comparison().claims.iter().find(|row| row.id == id) {
                change.emit(Change::Merge { into: into.clone(), from: RowPlace::of(from) });
            }
        })
    };
    let split = {
        let (change, row, taken, field) = (props.change.clone(), place.clone(), taken.clone(), second.clone());
        let id = props.history.new_id();
        move |_: MouseEvent| {
            let take = taken.iter().filter_map(|&at| row.words.get(at).cloned()).collect();
            change.emit(Change::Split { row: row.clone(), take, statement: text_of(&field), id: id.clone() });
            taken.set(Vec::new());
        }
    };
    let remove = {
        let (change, row) = (props.change.clone(), place.clone());
        move |event: MouseEvent| {
            dom::focus_next(&event, "[data-does='undo']".to_owned());
            change.emit(Change::Remove { row: row.clone() });
        }
    };
    let is_blank = |part: Part| {
        (describes(&props.refused, &part).is_some()
            && props.refused.as_ref().is_some_and(|(_, why)| *why == Misfit::Blank))
        .then_some("true")
    };
    let why = |part: Part| refusal(words, &props.refused, &part);
    let tie = |part: Part| describes(&props.refused, &part);
    let decided = row.verdict_by.is_some();
    let verdicts = VERDICTS.iter().enumerate().map(|(at, &verdict)| {
        let selected = decided && row.verdict == verdict;
        html! { <option key={at} value={at.to_string()} {selected}>{ (words.screen.verdict)(verdict) }</option> }
    });
    let pieces = place.words.iter().enumerate().map(|(at, piece)| {
        let taken = taken.clone();
        let checked = taken.contains(&at);
        let onchange = move |_: Event| {
            let mut next = (*taken).clone();
            if checked { next.retain(|other| *other != at) } else { next.push(at) }
            taken.set(next);
        };
        html! { <label key={at} class="nc-choice"><input type="checkbox" {checked} {onchange} /><span dir="auto">{ piece.evidence.exact.clone() }</span></label> }
    });
    html! {
        <div class="nc-prepare">
            { first_answer(props, row) }
            <fieldset>
                <legend>{ words.row_legend }</legend>
                <label class="nc-field">
                    { words.statement_field }
                    // No value: it would take the place of what is typed whenever something else is kept.
                    <textarea
                        key={row.statement.clone()}
                        ref={statement}
                        rows="2"
                        dir="auto"
                        aria-invalid={is_blank(Part::Statement)}
                        aria-describedby={tie(Part::Statement)}
                        defaultvalue={row.statement.clone()}
                    />
                </label>
                <p><button type="button" class="nc-big" aria-describedby={tie(Part::Statement)} onclick={keep_statement}>{ words.statement_keep }</button></p>
                { why(Part::Statement) }
                <label class="nc-field">
                    { words.verdict_field }
                    <select key={format!("{:?}", row.verdict_by.map(|_| row.verdict))} ref={verdict}>
                        <option value="" selected={!decided}>{ words.verdict_from_cells }</option>
                        { for verdicts }
                    </select>
                </label>
                <p><button type="button" class="nc-big" aria-describedby={tie(Part::Verdict)} onclick={keep_verdict}>{ words.verdict_keep }</button></p>
                { why(Part::Verdict) }
                <label class="nc-field">
                    { words.note_field }
                    <textarea key={row.note.clone().unwrap_or_default()} ref={note} rows="2" dir="auto" defaultvalue={row.note.clone().unwrap_or_default()} />
                </label>
                <p><button type="button" class="nc-big" aria-describedby={tie(Part::Note)} onclick={keep_note}>{ words.note_keep }</button></p>
                { why(Part::Note) }
            </fieldset>
            { for (0..row.cells.len()).map(|column| html! {
                <CellForm
                    key={column}
                    words={words.clone()}
                    history={props.history.clone()}
                    story={props.story.clone()}
                    at={props.at}
                    {column}
                    refused={props.refused.clone()}
                    change={props.change.clone()}
                />
            }) }
            <details>
                <summary>{ words.rows_summary }</summary>
                <fieldset>
                    <legend>{ words.split_legend }</legend>
                    <p>{ words.split_lead }</p>
                    { for pieces }
                    <label class="nc-field">
                        { words.split_statement }
                        <textarea
                            ref={second}
                            rows="2"
                            dir="auto"
                            aria-invalid={is_blank(Part::Split)}
                            aria-describedby={tie(Part::Split)}
                        />
                    </label>
                    <p><button type="button" class="nc-big" aria-describedby={tie(Part::Split)} onclick={split}>{ words.split_button }</button></p>
                    { why(Part::Split) }
                </fieldset>
                <RowChoice
                    words={words.clone()}
                    history={props.history.clone()}
                    but={row.id.clone()}
                    label={words.merge_field}
                    button={words.merge_button}
                    described={tie(Part::Merge)}
                    done={merge}
                />
                { why(Part::Merge) }
                <p><button type="button" class="nc-big" aria-describedby={tie(Part::Remove)} onclick={remove}>{ words.remove_row }</button></p>
                { why(Part::Remove) }
            </details>
        </div>
    }
}

/// Shows what the machine said of a row before anything was corrected, where it said something else.
fn first_answer(props: &RowFormProps, row: &Row) -> Html {
    let words = &props.words;
    let first = props.history.first().claims.iter().find(|first| first.id == row.id);
    let Some(first) = first.filter(|first| *first != row) else { return Html::default() };
    let cells = first.cells.iter().zip(&props.story.sources).map(|(cell, source)| {
        html! { <li key={source.letter.clone()}>{ format!("{}: {}", source.name, (words.screen.stance)(cell.stance)) }</li> }
    });
    html! {
        <details class="nc-first">
            <summary>{ words.first_said }</summary>
            <p dir="auto">{ first.statement.clone() }{ format!(" – {}", (words.screen.verdict)(first.verdict)) }</p>
            <ul>{ for cells }</ul>
        </details>
    }
}

/// Adds a claim that was not found.
#[component]
pub fn NewClaim(props: &RowFormProps) -> Html {
    let words = &props.words;
    let column = use_state_eq(|| 0);
    let statement = use_node_ref();
    let (field, selection) = use_selection();
    let documents = &props.history.comparison().corpus.documents;
    let (Some(document), Some(source)) = (documents.get(*column), props.story.sources.get(*column)) else {
        return Html::default();
    };
    let choose = {
        let column = column.clone();
        move |event: Event| column.set(selected(&event).and_then(|at| at.parse().ok()).unwrap_or(0))
    };
    let add = {
        let (change, history, field) = (props.change.clone(), props.history.clone(), statement.clone());
        let (column, selection) = (*column, selection.clone());
        move |_: MouseEvent| {
            let Some(document) = history.comparison().corpus.documents.get(column) else { return };
            let picked = selection.of(&document.text);
            let typed = field.cast::<HtmlTextAreaElement>().map(|area| area.value()).unwrap_or_default();
            let of_article = picked.as_ref().map(|words| words.exact.clone()).unwrap_or_default();
            let statement = if typed.trim().is_empty() { of_article } else { typed };
            let words = picked.map(|evidence| Words { document: document.id.clone(), evidence });
            change.emit(Change::Add { id: history.new_id(), statement, words: words.into_iter().collect() });
        }
    };
    let sources = props.story.sources.iter().enumerate().map(|(at, source)| {
        html! { <option key={at} value={at.to_string()} selected={at == *column}>{ source.name.clone() }</option> }
    });
    html! {
        <details>
            <summary>{ words.add_summary }</summary>
            <div class="nc-prepare">
                <label class="nc-field">{ words.source_field }<select onchange={choose}>{ for sources }</select></label>
                <Selectable label={words.article_field} text={document.text.clone()} lang={source.lang.clone()} {field} />
                <label class="nc-field">
                    { words.add_statement }
                    <textarea ref={statement} rows="2" dir="auto" aria-describedby={describes(&props.refused, &Part::Add)} />
                </label>
                <p><button type="button" class="nc-big" aria-describedby={describes(&props.refused, &Part::Add)} onclick={add}>{ words.add_button }</button></p>
                { refusal(words, &props.refused, &Part::Add) }
            </div>
        </details>
    }
}
