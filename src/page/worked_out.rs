//! How the open story was worked out: each rule that decided something in it, what the rule looks for, and an example with its words.

use super::words::PageWords;
use crate::comparison::{Cell, Row};
use crate::stance::RuleName;
use crate::ui::Comparable;
use crate::ui::glyph::sign;
use crate::ui::origin::counted_once;
use crate::ui::row::stance_class;
use crate::ui::story::{Source, Story};
use yew::prelude::*;

/// How many quotations an example shows.
const QUOTED: usize = 2;

/// What [`WorkedOut`] needs.
#[derive(Debug, PartialEq, Properties)]
pub struct WorkedOutProps {
    /// What it says.
    pub words: PageWords,
    /// The open story.
    pub comparison: Comparable,
}

/// Where a rule decided.
struct Example<'s> {
    row: &'s Row,
    document: usize,
    source: &'s Source,
    cell: &'s Cell,
    /// How often it decided.
    count: usize,
}

/// Shows the rules with their examples.
#[component]
pub fn WorkedOut(props: &WorkedOutProps) -> Html {
    let words = &props.words;
    let story = use_memo((props.comparison.clone(), words.clone()), |(comparison, words)| {
        Story::new(counted_once(comparison.0.clone()), words.screen.clone(), true)
    });
    // Rules of one name stand under it together.
    let mut groups = Vec::<Vec<(RuleName, Option<Example<'_>>)>>::new();
    let title_of = |rule: RuleName| story.rule_title(rule.as_str());
    for &rule in RuleName::ALL {
        let known = |group: &&mut Vec<_>| group.first().is_some_and(|(other, _)| title_of(*other) == title_of(rule));
        let found = (rule, example(&story, rule));
        match groups.iter_mut().find(known) {
            Some(group) => group.push(found),
            None => groups.push(vec![found]),
        }
    }
    let is_met = |group: &&Vec<(_, Option<Example<'_>>)>| group.iter().any(|(_, example)| example.is_some());
    let met = groups.iter().filter(is_met).map(|group| shown(words, &story, group));
    let other = groups.iter().filter(|group| !is_met(group)).map(|group| {
        html! {
            <div>
                { for group.first().map(|(rule, _)| html! { <dt>{ title_of(*rule) }</dt> }) }
                { for group.iter().map(|(rule, _)| html! { <dd>{ (words.rule)(*rule) }</dd> }) }
            </div>
        }
    });
    let title = story.comparison.corpus.title.trim();
    html! { <>
        <h2>{ words.worked_out }</h2>
        <p>{ (words.worked_out_lead)(&(words.screen.quoted)(if title.is_empty() { words.screen.untitled } else { title })) }</p>
        <ol class="nc-steps-of">{ for words.worked_out_steps.iter().map(|step| html! { <li>{ *step }</li> }) }</ol>
        <h3>{ words.rules_met }</h3>
        { for met }
        <h3>{ words.rules_other }</h3>
        <dl class="nc-rules">{ for other }</dl>
    </> }
}

/// Finds where a rule decided: the surest cell, and of those that are as sure the first.
fn example(story: &Story, rule: RuleName) -> Option<Example<'_>> {
    let is_of = |cell: &Cell| {
        let first = cell.reasons.first().is_some_and(|reason| reason.rule == rule.as_str());
        first || cell.nearest.as_ref().is_some_and(|near| near.rule == rule.as_str())
    };
    let cells = || story.comparison.claims.iter().flat_map(|row| story.cells(row).map(move |cell| (row, cell)));
    let mut best: Option<Example<'_>> = None;
    let mut count = 0;
    for (row, (document, source, cell)) in cells().filter(|(_, (.., cell))| is_of(cell)) {
        count += 1;
        if best.as_ref().is_none_or(|best| cell.confidence > best.cell.confidence) {
            best = Some(Example { row, document, source, cell, count });
        }
    }
    best.map(|best| Example { count, ..best })
}

/// Shows the rules of one name: how often they decided, what each looks for, and where it did.
fn shown(words: &PageWords, story: &Story, group: &[(RuleName, Option<Example<'_>>)]) -> Html {
    let Some((first, _)) = group.first() else { return Html::default() };
    let count = group.iter().flat_map(|(_, example)| example).map(|example| example.count).sum();
    html! {
        <section key={first.as_str()} class="nc-rule">
            <h4>{ story.rule_title(first.as_str()) }<span class="nc-aside">{ format!(" · {}", words.screen.count(words.decided, count)) }</span></h4>
            { for group.iter().map(|(rule, example)| html! { <>
                <p>{ (words.rule)(*rule) }</p>
                { for example.iter().map(|example| where_it_decided(words, story, *rule, example)) }
            </> }) }
        </section>
    }
}

fn where_it_decided(words: &PageWords, story: &Story, rule: RuleName, example: &Example<'_>) -> Html {
    let Example { row, document, source, cell, .. } = example;
    let decided = cell.reasons.first().is_some_and(|reason| reason.rule == rule.as_str());
    let (quotes, sentence): (Vec<String>, Option<String>) = if decided {
        let quotes = cell.evidence.iter().take(QUOTED).map(|evidence| evidence.exact.trim().to_owned());
        (quotes.collect(), story.reasons(row, cell).into_iter().next())
    } else {
        let near = cell.nearest.iter().map(|near| near.sentence.exact.trim().to_owned());
        (near.collect(), story.why_not(row, cell))
    };
    html! {
        <div class={classes!("nc-example", stance_class(cell.stance))}>
            <p lang={story.lang_of(row)} dir="auto"><b>{ row.statement.clone() }</b></p>
            <p>
                <span class="nc-badge" aria-hidden="true">{ source.letter.clone() }</span>{ " " }
                <span class="nc-name" dir="auto">{ source.name.clone() }</span>{ " " }
                <span class="nc-key">{ sign(cell.stance) }{ " " }{ (words.screen.stance)(cell.stance) }</span>
            </p>
            <blockquote key={*document} lang={source.lang.clone()} dir="auto">
                { for quotes.iter().map(|quote| html! { <p>{ words.quote(quote) }</p> }) }
            </blockquote>
            if let Some(sentence) = sentence {
                <p class="nc-aside" dir="auto">{ sentence }</p>
            }
        </div>
    }
}
