//! Correcting what one source does with a claim: the sign, the words that show it, and why.

use super::correct::selected;
use super::refused::{Part, Refused, describes, refusal};
use super::row_choice::RowChoice;
use super::select::{Selectable, use_selection};
use super::words::PageWords;
use crate::comparison::{Evidence, JudgedBy};
use crate::correction::{Change, History, RowPlace, Words};
use crate::stance::Stance;
use crate::ui::story::Story;
use std::rc::Rc;
use web_sys::HtmlInputElement;
use yew::prelude::*;

/// The signs in the order in which they are offered.
const STANCES: [Stance; 6] =
    [Stance::Supports, Stance::Partly, Stance::Hedges, Stance::Contradicts, Stance::Omits, Stance::Unjudged];

/// What [`CellForm`] needs.
#[derive(Debug, Properties)]
pub struct CellFormProps {
    /// What it says.
    pub words: PageWords,
    /// What is corrected.
    pub history: Rc<History>,
    /// The same as it is shown.
    pub story: Rc<Story>,
    /// Index of the row.
    pub at: usize,
    /// Index of the source.
    pub column: usize,
    /// What was refused last.
    #[prop_or_default]
    pub refused: Refused,
    /// Hears what is changed.
    pub change: Callback<Change>,
}

impl PartialEq for CellFormProps {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.history, &other.history)
            && (self.at, self.column, &self.refused) == (other.at, other.column, &other.refused)
            && (&self.words, &self.story, &self.change) == (&other.words, &other.story, &other.change)
    }
}

/// Shows the form. What is chosen in it counts only when it is kept, because a sign needs words and words a sign.
#[component]
pub fn CellForm(props: &CellFormProps) -> Html {
    let (words, comparison) = (&props.words, props.history.comparison());
    let cell = comparison.claims.get(props.at).and_then(|row| row.cells.get(props.column)).cloned();
    let start =
        cell.as_ref().map(|cell| (cell.stance, cell.evidence.clone())).unwrap_or((Stance::Unjudged, Vec::new()));
    let draft = use_state_eq(|| start.clone());
    let is_begun = *draft != start;
    {
        // What was corrected meanwhile, or undone, takes the place of what was begun here.
        let draft = draft.clone();
        use_effect_with(start, move |start| draft.set(start.clone()));
    }
    let why = use_node_ref();
    let (field, selection) = use_selection();
    let (Some(row), Some(cell)) = (comparison.claims.get(props.at), cell) else { return Html::default() };
    let (Some(document), Some(source)) =
        (comparison.corpus.documents.get(props.column), props.story.sources.get(props.column))
    else {
        return Html::default();
    };
    let (stance, evidence) = &*draft;
    let part = Part::Cell(document.id.clone());
    let tie = describes(&props.refused, &part);
    let choose = {
        let draft = draft.clone();
        move |event: Event| {
            let stance = selected(&event).and_then(|at| STANCES.get(at.parse::<usize>().ok()?).copied());
            draft.set((stance.unwrap_or(Stance::Unjudged), draft.1.clone()));
        }
    };
    let add = {
        let (draft, text) = (draft.clone(), document.text.clone());
        move |_: MouseEvent| {
            if let Some(words) = selection.of(&text) {
                let mut evidence = draft.1.clone();
                evidence.push(words);
                draft.set((draft.0, evidence));
            }
        }
    };
    let keep = {
        let (change, row, draft, why) = (props.change.clone(), RowPlace::of(row), draft.clone(), why.clone());
        let (document, voice, speaker) = (document.id.clone(), cell.voice, cell.speaker.clone());
        move |_: MouseEvent| {
            let why = why.cast::<HtmlInputElement>().map(|input| input.value()).filter(|why| !why.trim().is_empty());
            let (stance, evidence) = (*draft).clone();
            let (row, document, speaker) = (row.clone(), document.clone(), speaker.clone());
            change.emit(Change::Cell { row, document, stance, voice, speaker, evidence, why });
        }
    };
    let pieces = evidence.iter().enumerate().map(|(at, piece)| {
        let leave_out = {
            let draft = draft.clone();
            move |_: MouseEvent| {
                let mut evidence = draft.1.clone();
                evidence.remove(at);
                draft.set((draft.0, evidence));
            }
        };
        let is_kept = cell.evidence.contains(piece);
        html! {
            <li key={format!("{}-{}", piece.start, piece.end)}>
                <blockquote lang={source.lang.clone()} dir="auto">{ piece.exact.clone() }</blockquote>
                <div class="nc-buttons">
                    <button type="button" class="nc-big" onclick={leave_out}>{ words.leave_out }</button>
                    if is_kept {
                        <RowChoice
                            words={words.clone()}
                            history={props.history.clone()}
                            but={row.id.clone()}
                            label={words.move_field}
                            button={words.move_button}
                            done={moving(props, piece)}
                        />
                    }
                </div>
            </li>
        }
    });
    let stances = STANCES.iter().enumerate().map(|(at, &other)| {
        html! { <option key={at} value={at.to_string()} selected={other == *stance}>{ (words.screen.stance)(other) }</option> }
    });
    html! {
        <fieldset>
            <legend dir="auto">{ source.name.clone() }</legend>
            if cell.judged_by == JudgedBy::Person {
                <p class="nc-aside">{ words.screen.by_person }</p>
            }
            // Made anew after each correction: a choice once touched by the reader would not follow what is stored.
            <label class="nc-field">
                { words.stance_field }
                <select key={Rc::as_ptr(&props.history) as usize} aria-describedby={tie} onchange={choose}>{ for stances }</select>
            </label>
            <ul class="nc-pieces">{ for pieces }</ul>
            <details>
                <summary>{ words.words_summary }</summary>
                <Selectable label={words.article_field} text={document.text.clone()} lang={source.lang.clone()} {field} />
                <p><button type="button" class="nc-big" onclick={add}>{ words.add_words }</button></p>
            </details>
            <label class="nc-field">{ words.why_field }<input ref={why} dir="auto" /></label>
            <p>
                <button type="button" class="nc-big nc-main-button" aria-describedby={tie} onclick={keep}>{ words.keep_cell }</button>
                if is_begun {
                    { " " }<span class="nc-aside">{ words.not_kept }</span>
                }
            </p>
            { refusal(words, &props.refused, &part) }
        </fieldset>
    }
}

/// Moves words to the row that is chosen.
fn moving(props: &CellFormProps, piece: &Evidence) -> Callback<String> {
    let (change, history, at, column) = (props.change.clone(), props.history.clone(), props.at, props.column);
    let piece = piece.clone();
    Callback::from(move |id: String| {
        let comparison = history.comparison();
        let to = comparison.claims.iter().find(|row| row.id == id);
        let (Some(from), Some(to)) = (comparison.claims.get(at), to) else { return };
        let Some(document) = comparison.corpus.documents.get(column) else { return };
        let words = Words { document: document.id.clone(), evidence: piece.clone() };
        change.emit(Change::Move { from: RowPlace::of(from), to: RowPlace::of(to), words });
    })
}
