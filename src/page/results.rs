//! The last step of a lesson: how the answers agree with the key and with each other, and where the class is most divided.

use super::chart;
use super::handover;
use super::room::Room;
use super::words::PageWords;
use crate::lesson::{Agreement, Blind, Way, table};
use crate::ui::dom;
use crate::ui::glyph::sign;
use crate::ui::row::stance_class;
use crate::ui::story::Story;
use yew::prelude::*;

/// How many of the most divided cells are shown before all are asked for.
const FIRST: usize = 8;

/// What [`Results`] needs.
#[derive(Debug, Properties)]
pub struct ResultsProps {
    /// What it says.
    pub words: PageWords,
    /// The lesson.
    pub room: std::rc::Rc<Room>,
    /// The story, outlets by letters where the lesson is blind.
    pub story: std::rc::Rc<Story>,
    /// Covers their names.
    pub blind: Blind,
}

impl PartialEq for ResultsProps {
    fn eq(&self, other: &Self) -> bool {
        std::rc::Rc::ptr_eq(&self.room, &other.room) && self.story == other.story && self.words == other.words
    }
}

/// Shows the figures and pictures.
#[component]
pub fn Results(props: &ResultsProps) -> Html {
    let (words, room, story) = (&props.words, &props.room, &props.story);
    let all = use_state_eq(|| false);
    let votes = room.votes();
    let key = &room.sheet.key;
    let divided = votes.divided();
    if votes.cells().all(|(.., votes)| votes.iter().all(|count| *count == 0)) {
        return html! { <p class="nc-wall-lead">{ words.no_votes }</p> };
    }
    let shown = if *all { divided.len() } else { divided.len().min(FIRST) };
    let cells = divided.iter().take(shown).enumerate().filter_map(|(at, &(row, document))| {
        let (claim, source) = (story.row(row)?, story.sources.get(document)?);
        let cell = claim.cells.get(document)?;
        Some(html! {
            <li key={format!("{row}-{document}")} class="nc-divided" tabindex={(at == FIRST).then_some("-1")}>
                <p class="nc-wall-head">
                    <span class="nc-badge" aria-hidden="true">{ source.letter.clone() }</span>
                    <span class="nc-name" dir="auto">{ source.name.clone() }</span>
                    <span class={classes!("nc-key", stance_class(cell.stance))}>
                        { (words.key_says)((words.screen.stance)(cell.stance)) }{ " " }{ sign(cell.stance) }
                    </span>
                </p>
                <p lang={story.lang_of(claim)} dir="auto">{ props.blind.cover(&claim.statement) }</p>
                { chart::votes(words, &votes.votes(row, document)) }
            </li>
        })
    });
    let more = {
        let all = all.clone();
        move |event: MouseEvent| {
            // The button goes: reading goes on at the first that has come.
            dom::focus_next(&event, ".nc-divided[tabindex]".to_owned());
            all.set(true);
        }
    };
    let class = votes.against(key);
    let majority = votes.majority().against(key);
    let share = |agreement: &Agreement| words.screen.percent(agreement.share().unwrap_or_default());
    let counted =
        |agreement: &Agreement| [agreement.same, agreement.all].map(|count| words.screen.number(count as usize));
    let kappa = |kappa: Option<f64>| kappa.map_or_else(|| words.no_kappa.to_owned(), |kappa| words.decimal(kappa));
    let [same, of] = counted(&class);
    let [right, judged] = counted(&majority);
    let save = {
        let (room, story) = (room.clone(), story.clone());
        move |_: MouseEvent| {
            let asked = &room.lesson.asked;
            let voted = |row: &usize| {
                (0..room.sheet.documents.len()).any(|at| room.votes().votes(*row, at).iter().any(|count| *count > 0))
            };
            let others = (0..room.sheet.rows.len()).filter(|row| !asked.contains(row) && voted(row));
            let rows: Vec<usize> = asked.iter().copied().chain(others).collect();
            let text = table::write(&story.comparison, &rows, room.votes());
            handover::save(&handover::file_name(&story.comparison, "results.csv"), &text, "text/csv;charset=utf-8");
        }
    };
    html! {
        <div class="nc-results">
            <section aria-labelledby="nc-key-heading">
                <h2 id="nc-key-heading">{ words.with_key }</h2>
                <dl class="nc-figures">
                    <div><dt>{ words.same_answers }</dt><dd>{ share(&class) }</dd><dd class="nc-aside">{ (words.of_answers)(&same, &of) }</dd></div>
                    <div><dt>{ words.cohen }</dt><dd>{ kappa(class.kappa) }</dd><dd class="nc-aside">{ words.cohen_means }</dd></div>
                    <div><dt>{ words.most_of_class }</dt><dd>{ share(&majority) }</dd><dd class="nc-aside">{ (words.of_cells)(&right, &judged) }</dd></div>
                </dl>
            </section>
            <section aria-labelledby="nc-class-heading">
                <h2 id="nc-class-heading">{ words.in_class }</h2>
                <dl class="nc-figures">
                    <div><dt>{ words.fleiss }</dt><dd>{ kappa(votes.within()) }</dd><dd class="nc-aside">{ words.fleiss_means }</dd></div>
                </dl>
            </section>
            <section aria-labelledby="nc-divided-heading">
                <h2 id="nc-divided-heading">{ words.most_divided }</h2>
                <p class="nc-aside">{ if divided.is_empty() { words.not_divided } else { words.divided_hint } }</p>
                <ol class="nc-cells">{ for cells }</ol>
                if shown < divided.len() {
                    <p><button type="button" class="nc-big" onclick={more}>{ (words.all_cells)(&words.screen.number(divided.len())) }</button></p>
                }
            </section>
            <p><button type="button" class="nc-big" onclick={save}>{ words.save_results }</button></p>
            if room.lesson.way == Way::Own {
                { students(words, room) }
            }
        </div>
    }
}

/// Lists the students with their agreement.
fn students(words: &PageWords, room: &Room) -> Html {
    let rows = room.class.agreements(&room.sheet, &room.counted()).into_iter().map(|(answers, agreement)| {
        html! {
            <tr key={answers.mark.to_string()}>
                <th scope="row" dir="auto">{ answers.called() }</th>
                <td>{ words.screen.number(agreement.all as usize) }</td>
                <td>{ agreement.share().map_or_else(String::new, |share| words.screen.percent(share)) }</td>
                <td>{ agreement.kappa.map_or_else(|| "–".to_owned(), |kappa| words.decimal(kappa)) }</td>
            </tr>
        }
    });
    html! {
        <section aria-labelledby="nc-students-heading">
            <h2 id="nc-students-heading">{ words.students }</h2>
            <p class="nc-aside">{ words.students_hint }</p>
            <details>
                <summary>{ words.students_show }</summary>
                <table class="nc-plain-table">
                    <thead>
                        <tr>
                            <th scope="col">{ words.student }</th>
                            <th scope="col">{ words.answers }</th>
                            <th scope="col">{ words.same_as_key }</th>
                            <th scope="col">{ words.cohen }</th>
                        </tr>
                    </thead>
                    <tbody>{ for rows }</tbody>
                </table>
            </details>
        </section>
    }
}
