//! A page made with Yew, as a newsroom might have one, with `<news-compare>` among its own elements.
//!
//! It is compiled and bound as any Yew app is, so that it keeps the notes on DOM nodes that Yew keeps: two apps that take each other's
//! notes for their own fire the handlers of the other. Known limit: it is a page for tests, not an example to copy.

use yew::prelude::*;

/// Counts what is pressed on its own buttons and what bubbles up from the element, and can take the element out of the page.
#[component]
fn Host() -> Html {
    let (first, second, bubbled, shown) = (use_state(|| 0), use_state(|| 0), use_state(|| 0), use_state(|| true));
    let count = |state: &UseStateHandle<i32>| {
        let state = state.clone();
        move |_: MouseEvent| state.set(*state + 1)
    };
    let toggle = {
        let shown = shown.clone();
        move |_: MouseEvent| shown.set(!*shown)
    };
    html! {
        <div>
            <button id="first" onclick={count(&first)}>{ *first }</button>
            <button id="second" onclick={count(&second)}>{ *second }</button>
            <button id="toggle" onclick={toggle}>{ "Show or hide" }</button>
            <p id="bubbled">{ *bubbled }</p>
            <div onclick={count(&bubbled)}>
                if *shown {
                    <@{"news-compare"} id="it" />
                }
            </div>
        </div>
    }
}

fn main() {
    yew::Renderer::<Host>::new().render();
}
