//! Numbers, dates and names side by side: what each source gives for the same thing.
//!
//! Up to `COLUMNS` sources have a column each; where there are more, equal values are put together with the letters of those who
//! give them. The table is worked out when it is first opened, from the comparison on the screen.

use super::glyph::sign;
use super::heading::heading;
use super::modes::ReadingProps;
use super::row::{capital_class, stance_class};
use super::state::Action;
use super::story::Story;
use crate::claim::day::Day;
use crate::matrix::Verdict;
use crate::order::{Arrange as _, Gather as _};
use crate::reconciliation::{Agreement, Entry, Kind, Value, reconcile};
use crate::stance::Stance;
use yew::prelude::*;

/// How many sources have a column of their own.
const COLUMNS: usize = 4;

/// The kinds in the order of the tables.
const KINDS: [Kind; 4] = [Kind::Number, Kind::Date, Kind::Time, Kind::Name];

/// Shows a table for each kind of value.
#[component]
pub fn Values(props: &ReadingProps) -> Html {
    let words = &props.story.words;
    let entries = use_memo(props.story.clone(), |story| {
        if cfg!(feature = "analysis") { reconcile(&story.comparison) } else { Vec::new() }
    });
    let visible = props.state.visible().into_iter().gather_set();
    let shown = |entry: &&Entry| entry.row.map_or(!props.state.is_filtered(), |row| visible.contains(&row));
    let tables = KINDS.into_iter().filter_map(|kind| {
        let of_kind: Vec<_> = entries.iter().filter(shown).filter(|entry| entry.kind == kind).collect();
        (!of_kind.is_empty()).then(|| table(props, kind, &of_kind))
    });
    let is_any_shown = entries.iter().any(|entry| shown(&entry));
    let clear = {
        let act = props.act.clone();
        move |_: MouseEvent| act.emit(Action::ClearFilters)
    };
    html! {
        <section class="nc-linear nc-scroll nc-values" aria-label={(words.mode)(props.state.mode)} tabindex="0">
            if props.state.is_filtered() {
                <p class="nc-shown">
                    { words.shown(visible.len(), props.story.comparison.claims.len()) }{ " " }
                    <button type="button" class="nc-action" onclick={clear}>{ words.clear_filters }</button>
                </p>
            }
            if is_any_shown {
                { for tables }
            } else {
                <p class="nc-empty">{ if entries.is_empty() { words.no_values } else { words.no_values_shown } }</p>
            }
        </section>
    }
}

/// Shows the values of one kind.
fn table(props: &ReadingProps, kind: Kind, entries: &[&Entry]) -> Html {
    let (story, words) = (&props.story, &props.story.words);
    let wide = story.sources.len() <= COLUMNS;
    let heads = story.sources.iter().enumerate().map(|(column, source)| {
        html! {
            <th key={column} scope="col" role="columnheader">
                <span class="nc-badge" aria-hidden="true">{ source.letter.clone() }</span>{ " " }
                <span class="nc-name" dir="auto">{ source.name.clone() }</span>
            </th>
        }
    });
    let rows = entries.iter().enumerate().map(|(at, entry)| {
        html! {
            <tr key={at} role="row" class={stance_class(stance(story, entry))}>
                <th scope="row" role="rowheader">{ subject(props, entry) }</th>
                <td role="cell" class="nc-agreement">
                    { sign(stance(story, entry)) }{ " " }{ (words.agreement)(entry.agreement) }
                </td>
                if wide {
                    { for columns(story, entry) }
                } else {
                    <td role="cell">{ grouped(story, entry) }</td>
                }
            </tr>
        }
    });
    html! {
        <div>
        { heading(words, 1, None, html! { (words.kind)(kind) }) }
        <table role="table" aria-label={(words.kind)(kind)}>
            <thead role="rowgroup">
                <tr role="row">
                    <th scope="col" role="columnheader">{ words.about }</th>
                    <th scope="col" role="columnheader"><span class="nc-hidden">{ words.go_together }</span></th>
                    if wide {
                        { for heads }
                    } else {
                        <th scope="col" role="columnheader">{ words.given }</th>
                    }
                </tr>
            </thead>
            <tbody role="rowgroup">{ for rows }</tbody>
        </table>
        </div>
    }
}

/// Returns the stance whose sign and colour show how values go together: a conflict only where the row is judged to be one.
fn stance(story: &Story, entry: &Entry) -> Stance {
    let disputed = entry.row.and_then(|row| story.row(row)).is_some_and(|row| row.verdict == Verdict::Disputed);
    match entry.agreement {
        Agreement::Different if disputed => Stance::Contradicts,
        Agreement::Different | Agreement::Compatible => Stance::Partly,
        Agreement::Same => Stance::Supports,
    }
}

/// Shows what the values are of: the claim, which can be opened, or the name in its fullest form.
fn subject(props: &ReadingProps, entry: &Entry) -> Html {
    let Some((index, row)) = entry.row.and_then(|row| Some((row, props.story.row(row)?))) else {
        let fullest = entry.values.iter().flatten().max_by_key(|value| value.words.chars().count());
        let name = fullest.map_or("", |value| value.words.as_str());
        return html! { <span class={classes!("nc-claimed", capital_class(name))} dir="auto">{ name.to_owned() }</span> };
    };
    html! {
        <button type="button" class={classes!("nc-claimed", capital_class(&row.statement))} lang={props.story.lang_of(row)} dir="auto" onclick={props.opens(index)}>
            { row.statement.clone() }
        </button>
    }
}

/// Shows the values in a column for each source.
fn columns(story: &Story, entry: &Entry) -> Vec<Html> {
    let cells = story.sources.iter().zip(&entry.values).enumerate().map(|(column, (source, values))| {
        html! {
            <td key={column} role="cell" lang={source.lang.clone()} dir="auto">
                <span class="nc-letter" aria-hidden="true">{ source.letter.clone() }</span>
                if values.is_empty() {
                    <span class="nc-none" aria-hidden="true">{ "–" }</span>
                    <span class="nc-hidden">{ story.words.not_given }</span>
                } else {
                    { for values.iter().map(|value| shown(story, value)) }
                }
            </td>
        }
    });
    cells.collect()
}

/// Shows a value, with the day that is meant where the words leave it open.
fn shown(story: &Story, value: &Value) -> Html {
    let day = value.days.filter(|(first, last)| first == last).map(|(first, _)| story.words.day(&iso(first)));
    let day = day.filter(|day| !value.words.contains(char::is_numeric) && *day != value.words);
    html! {
        <span class="nc-value">
            { value.words.split_whitespace().collect::<Vec<_>>().join(" ") }
            if let Some(day) = day {
                <span class="nc-meant">{ format!(" {day}") }</span>
            }
        </span>
    }
}

/// Writes a day as RFC 3339 has it.
fn iso(day: Day) -> String {
    format!("{:04}-{:02}-{:02}", day.year, day.month, day.day)
}

/// Shows each value once, with the letters and names of the sources that give it, the most frequent first.
fn grouped(story: &Story, entry: &Entry) -> Html {
    let mut groups: Vec<(&Value, Vec<usize>)> = Vec::new();
    for (column, values) in entry.values.iter().enumerate() {
        for value in values {
            match groups.iter_mut().find(|(known, _)| known.group == value.group) {
                Some((_, columns)) => columns.push(column),
                None => groups.push((value, vec![column])),
            }
        }
    }
    groups.arrange_by_key(|(_, columns)| std::cmp::Reverse(columns.len()));
    let groups = groups.iter().map(|(value, columns)| {
        let sources = columns.iter().filter_map(|column| story.sources.get(*column));
        let letters = sources.map(|source| {
            html! {
                <span class="nc-badge" title={source.name.clone()}>
                    <span aria-hidden="true">{ source.letter.clone() }</span>
                    <span class="nc-hidden">{ format!(" {} ", source.name) }</span>
                </span>
            }
        });
        html! { <li>{ shown(story, value) }{ " " }{ for letters }</li> }
    });
    html! { <ul>{ for groups }</ul> }
}
