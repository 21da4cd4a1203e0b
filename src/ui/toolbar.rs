//! Above the matrix: the order of the claims, which of them are shown, and the search.

use super::state::{About, Action, Sort, State};
use super::story::Story;
use crate::stance::Voice;
use web_sys::{HtmlInputElement, HtmlSelectElement};
use yew::prelude::*;

/// Shows order, filters and search.
pub fn toolbar(story: &Story, state: &State, act: &Callback<Action>) -> Html {
    let words = &story.words;
    let oninput = {
        let act = act.clone();
        move |event: InputEvent| {
            let Some(input) = event.target_dyn_into::<HtmlInputElement>() else { return };
            act.emit(Action::Search(input.value()));
        }
    };
    let sources = || story.sources.iter().enumerate();
    let orders = [
        ("divided".to_owned(), words.order_divided.to_owned(), Sort::Divided),
        ("verdict".to_owned(), words.order_verdict.to_owned(), Sort::Verdict),
    ];
    let texts = sources().map(|(at, source)| (at.to_string(), (words.order_text)(&source.name), Sort::Text(at)));
    let orders = orders.into_iter().chain(texts).map(|(value, label, sort)| option(value, label, sort == state.sort));
    let omitted = sources().map(|(at, source)| ((words.left_out)(&source.name), About::Omitted(at)));
    let only = sources().map(|(at, source)| ((words.only_in)(&source.name), About::Only(at)));
    let about = |(label, about): (String, About)| option(value_of(about), label, state.about == Some(about));
    let voices = [("own", words.voice_own, Voice::Own), ("attributed", words.voice_attributed, Voice::Attributed)];
    let voices =
        voices.map(|(value, label, voice)| option(value.to_owned(), label.to_owned(), state.voice == Some(voice)));
    html! {
        <div class="nc-tools">
            <select aria-label={words.order} onchange={chosen(act, |value| {
                Action::SortBy(match value {
                    "divided" => Sort::Divided,
                    "verdict" => Sort::Verdict,
                    text => text.parse().map_or(Sort::Divided, Sort::Text),
                })
            })}>
                { for orders }
            </select>
            if story.sources.len() > 1 {
                <select aria-label={words.by_source} onchange={chosen(act, |value| Action::About(about_of(value)))}>
                    { option(String::new(), words.any_source.to_owned(), state.about.is_none()) }
                    <optgroup label={(words.stance)(crate::stance::Stance::Omits)}>{ for omitted.map(about) }</optgroup>
                    <optgroup label={(words.verdict)(crate::matrix::Verdict::SingleSource)}>{ for only.map(about) }</optgroup>
                </select>
            }
            <select aria-label={words.voice_choice} onchange={chosen(act, |value| {
                Action::Voice(match value {
                    "own" => Some(Voice::Own),
                    "attributed" => Some(Voice::Attributed),
                    _ => None,
                })
            })}>
                { option(String::new(), words.voice_any.to_owned(), state.voice.is_none()) }
                { for voices }
            </select>
            <input
                class="nc-find"
                type="search"
                placeholder={words.find}
                aria-label={words.find}
                value={state.search.clone()}
                {oninput}
            />
        </div>
    }
}

fn option(value: String, label: String, selected: bool) -> Html {
    html! { <option key={value.clone()} {value} {selected}>{ label }</option> }
}

/// Returns what hears a choice and turns its value into an action.
fn chosen(act: &Callback<Action>, action: fn(&str) -> Action) -> impl Fn(Event) + 'static {
    let act = act.clone();
    move |event: Event| {
        if let Some(select) = event.target_dyn_into::<HtmlSelectElement>() {
            act.emit(action(&select.value()));
        }
    }
}

fn value_of(about: About) -> String {
    match about {
        About::Omitted(document) => format!("omitted-{document}"),
        About::Only(document) => format!("only-{document}"),
    }
}

fn about_of(value: &str) -> Option<About> {
    let (kind, document) = value.split_once('-')?;
    let document = document.parse().ok()?;
    Some(if kind == "only" { About::Only(document) } else { About::Omitted(document) })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_value_of_a_choice_reads_back_as_the_choice() {
        for about in [About::Omitted(0), About::Only(49)] {
            assert_eq!(about_of(&value_of(about)), Some(about));
        }
        assert_eq!(about_of(""), None);
    }
}
