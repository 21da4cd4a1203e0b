//! The sources at a glance: how many of them are independent, and what each shares, tells alone and leaves out.

use super::story::Story;
use crate::stance::Stance;
use yew::prelude::*;

/// Up to how many sources are pictured in full sight; more are a press away.
pub const IN_SIGHT: usize = 4;

/// Shows each source with its coverage, and which print the same text; while the analysis is under way the place is held, so that
/// nothing moves when it is done.
pub fn glance(story: &Story, pending: bool) -> Html {
    let words = &story.words;
    let sources = story.columns.iter().filter_map(|&document| {
        let source = story.sources.get(document)?;
        let [shared, alone, omitted] = story.coverage(document);
        // Parts in thousandths; numbers in attributes need no style attribute.
        let all = (shared + alone + omitted).max(1);
        let (first, second) = (shared * 1000 / all, alone * 1000 / all);
        // Zeros would say that it is silent, where it is not judged at all.
        let told = if pending || shared + alone + omitted > 0 {
            (words.coverage)(&words.number(shared), &words.number(alone), &words.number(omitted))
        } else {
            (words.stance)(Stance::Unjudged).to_owned()
        };
        Some(html! {
            <li key={document}>
                <span class="nc-badge" aria-hidden="true">{ source.letter.clone() }</span>
                <span class="nc-name" dir="auto">{ source.name.clone() }</span>
                <svg class="nc-coverage" viewBox="0 0 1000 8" preserveAspectRatio="none" aria-hidden="true">
                    <rect class="nc-told-not" width="1000" height="8" />
                    <rect class="nc-told-alone" width={(first + second).to_string()} height="8" />
                    <rect class="nc-told-shared" width={first.to_string()} height="8" />
                </svg>
                <span class="nc-coverage-words">{ told }</span>
            </li>
        })
    });
    let list = html! { <ul class="nc-sources" aria-label={words.glance}>{ for sources }</ul> };
    let copies = story.copies().map(|group| {
        let names: Vec<_> =
            group.iter().filter_map(|&document| Some(story.sources.get(document)?.name.clone())).collect();
        html! { <span key={group[0]}>{ " " }{ (words.same_text)(&(words.join)(&names)) }</span> }
    });
    let copies: Vec<_> = copies.collect();
    let waiting = pending.then_some("nc-waiting");
    let is_copied = !copies.is_empty();
    // The names of many would push the claims down.
    let (above, inside) = if story.sources.len() > IN_SIGHT { (Vec::new(), copies) } else { (copies, Vec::new()) };
    html! {
        <div class={classes!("nc-glance", waiting)}>
            if is_copied {
                <p class="nc-independent">
                    <b>{ (words.independent)(&words.count(words.source_forms, story.sources.len()), &words.number(story.independent())) }</b>
                    { above }
                </p>
            }
            if story.sources.len() > IN_SIGHT {
                <details><summary>{ words.glance }</summary>{ inside }{ list }</details>
            } else if story.sources.len() > 1 {
                { list }
            }
        </div>
    }
}
