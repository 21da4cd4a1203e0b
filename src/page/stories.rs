//! Stories to choose from: the one that the page was made with, and the invented ones, each with its skill and questions.
//!
//! The files in `corpora/` stand in the module as they are; `lesson` is read here alone, the analysis does not know it.

use super::desk::Origin;
use super::words::PageWords;
use crate::Corpus;
use serde::Deserialize;
use yew::prelude::*;

/// How many invented stories there are.
pub const COUNT: usize = 5;

/// The invented stories, in the order of `docs/stories.md`.
const STORIES: [&str; COUNT] = [
    include_str!("../../corpora/harrow-bend-flood.json"),
    include_str!("../../corpora/tea-study.json"),
    include_str!("../../corpora/dairy-strike.json"),
    include_str!("../../corpora/quay-street-vote.json"),
    include_str!("../../corpora/vellacott-merger.json"),
];

/// What a story teaches.
#[derive(Debug, Clone, PartialEq, Deserialize)]
pub struct Teaching {
    /// The skill.
    pub skill: String,
    /// Questions to talk about.
    pub questions: Vec<String>,
}

/// What the list shows of a story.
#[derive(Debug, Clone, PartialEq, Deserialize)]
struct Entry {
    title: String,
    lesson: Teaching,
    documents: Vec<Outlet>,
}

#[derive(Debug, Clone, PartialEq, Deserialize)]
struct Outlet {
    #[serde(default)]
    outlet: String,
}

/// Returns an invented story, if there is one at this place.
pub fn corpus(at: usize) -> Option<Corpus> {
    Corpus::from_json(STORIES.get(at)?).ok()
}

/// Returns an invented story as JSON, if there is one at this place.
pub fn text(at: usize) -> Option<&'static str> {
    STORIES.get(at).copied()
}

/// Returns what an invented story teaches.
pub fn teaching(at: usize) -> Option<Teaching> {
    serde_json::from_str::<Entry>(STORIES.get(at)?).ok().map(|entry| entry.lesson)
}

/// What [`Stories`] needs.
#[derive(Debug, PartialEq, Properties)]
pub struct StoriesProps {
    /// What it says.
    pub words: PageWords,
    /// Which story is open.
    pub chosen: Origin,
    /// The title of the story that the page was made with.
    pub given: String,
    /// The title of the reader's own articles, if there are any.
    pub own: Option<String>,
    /// Hears which is wanted.
    pub choose: Callback<Origin>,
}

/// Shows the stories.
#[component]
pub fn Stories(props: &StoriesProps) -> Html {
    let words = &props.words;
    let choose = |at: Origin| {
        let choose = props.choose.clone();
        move |_: MouseEvent| choose.emit(at)
    };
    let button = |at: Origin, title: &str| {
        let open = props.chosen == at;
        html! {
            <button type="button" class="nc-big" aria-label={(words.open_story)(title)} onclick={choose(at)}>
                { if open { words.story_open } else { words.story_choose } }
            </button>
        }
    };
    let invented = STORIES.iter().enumerate().filter_map(|(at, story)| {
        let Entry { title, lesson, documents } = serde_json::from_str(story).ok()?;
        let outlets: Vec<String> = documents.into_iter().map(|document| document.outlet).collect();
        Some(html! {
            <li key={at} class="nc-story">
                <h3 lang="en">{ title.clone() }</h3>
                <p lang="en">{ lesson.skill.clone() }</p>
                <p class="nc-aside">{ (words.screen.join)(&outlets) }</p>
                <details>
                    <summary>{ words.questions }</summary>
                    <ol lang="en">{ for lesson.questions.iter().map(|question| html! { <li>{ question.clone() }</li> }) }</ol>
                </details>
                { button(Origin::Invented(at), &title) }
            </li>
        })
    });
    let named = |title: &String| if title.trim().is_empty() { words.screen.untitled.to_owned() } else { title.clone() };
    let given = named(&props.given);
    let own = props.own.as_ref().map(|own| {
        let own = named(own);
        html! {
            <li class="nc-story">
                <h3 dir="auto">{ own.clone() }</h3>
                <p>{ words.story_own }</p>
                { button(Origin::Own, &own) }
            </li>
        }
    });
    html! {
        <div class="nc" lang={words.screen.locale.tag.clone()}>
            <section class="nc-sheet-view" aria-labelledby="nc-stories">
                <h2 id="nc-stories">{ words.stories_heading }</h2>
                <p>{ words.stories_lead }</p>
                <ul class="nc-stories">
                    <li class="nc-story">
                        <h3 dir="auto">{ given.clone() }</h3>
                        <p>{ words.story_given }</p>
                        { button(Origin::Page, &given) }
                    </li>
                    { for own }
                    { for invented }
                </ul>
            </section>
        </div>
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_story_is_read_is_marked_as_invented_and_teaches_something_by_five_questions() {
        for at in 0..STORIES.len() {
            let corpus = corpus(at).unwrap();
            assert!(corpus.title.contains("invented"), "{}", corpus.title);
            let lesson = teaching(at).unwrap();
            assert_eq!(lesson.questions.len(), 5, "{}", corpus.title);
            assert!(!lesson.skill.is_empty());
        }
        assert!(corpus(STORIES.len()).is_none());
    }
}
