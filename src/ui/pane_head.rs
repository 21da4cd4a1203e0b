//! The head of a pane: whose article it is, when it appeared, how long it is; and what moves, pins, changes or closes the pane.
//!
//! A pane is moved by dragging its handle or by the arrow keys on it. The name is a choice among all articles, so that any of
//! fifty can be read in any pane; one that is open already changes places.

use super::dom;
use super::heading::heading;
use super::panes::Panes;
use super::state::Action;
use super::story::{Story, safe_link};
use web_sys::{Element, HtmlSelectElement};
use yew::prelude::*;

/// What [`pane_head`] needs.
#[derive(Debug)]
pub struct PaneHead<'p> {
    /// What is compared.
    pub story: &'p Story,
    /// The document shown.
    pub document: usize,
    /// The articles that stand beside each other.
    pub panes: &'p Panes,
    /// Hears what is pressed.
    pub act: &'p Callback<Action>,
}

/// Shows the head of a pane.
pub fn pane_head(props: &PaneHead<'_>) -> Html {
    let (Some(document), Some(source)) =
        (props.story.document(props.document), props.story.sources.get(props.document))
    else {
        return Html::default();
    };
    let words = &props.story.words;
    let panes = props.panes;
    let pinned = panes.base() == Some(props.document);
    let several = panes.open().len() > 1;
    let choice = props.story.sources.len() > 2;
    html! {
        <header class="nc-pane-head">
            <div class="nc-pane-line">
                { heading(words, 1, Some("nc-source"), html! { <>
                    <span class="nc-badge" aria-hidden="true">{ source.letter.clone() }</span>
                    <span class="nc-name" dir="auto">{ source.name.clone() }</span>
                </> }) }
                if choice {
                    { swap(props, &source.name) }
                }
                if several && !pinned {
                    { handle(props, &source.name) }
                }
                if choice && several {
                    { pin(props, &source.name, pinned) }
                    { close(props, &source.name) }
                }
            </div>
            <p class="nc-facts">
                if let Some(published) = &document.published {
                    <time datetime={published.clone()}>{ words.day(published) }</time>
                }
                <span>{ words.count(words.words, source.words) }</span>
                if document.excerpt {
                    <span>{ words.excerpt }</span>
                }
                if let Some(url) = safe_link(document.url.as_deref()) {
                    <a class="nc-link" href={url.to_owned()} rel="noopener" target="_blank">
                        { words.original }<span class="nc-hidden">{ format!(" {}", (words.original_of)(&source.name)) }</span>
                    </a>
                }
            </p>
        </header>
    }
}

/// Shows the choice of another article for the pane, over its name.
fn swap(props: &PaneHead<'_>, name: &str) -> Html {
    let (act, old) = (props.act.clone(), props.document);
    let onchange = move |event: Event| {
        let Some(select) = event.target_dyn_into::<HtmlSelectElement>() else { return };
        let Ok(new) = select.value().parse() else { return };
        // The pane with the choice is another one then; reading goes on where it was made.
        dom::focus_next(&event, format!("[data-key='swap-{new}']"));
        act.emit(Action::Replace { old, new });
    };
    let options = props.story.sources.iter().enumerate().map(|(index, source)| {
        let label = match source.named {
            true => format!("{}: {}: {}", source.letter, source.name, source.first_line),
            false => format!("{}: {}", source.letter, source.first_line),
        };
        html! { <option key={index} value={index.to_string()} selected={index == props.document}>{ label }</option> }
    });
    html! {
        <span class="nc-swap">
            <select
                aria-label={(props.story.words.swap)(name)}
                title={(props.story.words.swap)(name)}
                data-key={format!("swap-{}", props.document)}
                {onchange}
            >
                { for options }
            </select>
            <svg viewBox="0 0 16 16" aria-hidden="true"><path d="M4 6.5 8 10.5l4-4" /></svg>
        </span>
    }
}

/// Shows the handle by which the pane is moved.
fn handle(props: &PaneHead<'_>, name: &str) -> Html {
    let document = props.document;
    let at = props.panes.open().iter().position(|open| *open == document).unwrap_or(0);
    let onkeydown = {
        let act = props.act.clone();
        move |event: KeyboardEvent| {
            let at = match event.key().as_str() {
                "ArrowRight" | "ArrowDown" => at + 1,
                "ArrowLeft" | "ArrowUp" => at.saturating_sub(1),
                _ => return,
            };
            event.prevent_default();
            // Moving an element takes its focus away.
            dom::focus_next(&event, format!("[data-key='handle-{document}']"));
            act.emit(Action::Place { document, at });
        }
    };
    let onpointerdown = |event: PointerEvent| {
        if let Some(handle) = event.target_dyn_into::<Element>() {
            // Refused only for a pointer that is gone; then nothing is dragged.
            let _ = handle.set_pointer_capture(event.pointer_id());
        }
    };
    let onpointermove = |event: PointerEvent| {
        if event.buttons() == 1 {
            dom::pane_under(&event, true);
        }
    };
    let onpointerup = {
        let act = props.act.clone();
        move |event: PointerEvent| {
            if let Some(at) = dom::pane_under(&event, false) {
                act.emit(Action::Place { document, at });
            }
        }
    };
    html! {
        <button
            type="button"
            class="nc-tool nc-handle"
            aria-label={(props.story.words.move_pane)(name)}
            title={(props.story.words.move_pane)(name)}
            data-key={format!("handle-{document}")}
            {onkeydown}
            {onpointerdown}
            {onpointermove}
            {onpointerup}
        >
            <svg viewBox="0 0 16 16" aria-hidden="true">
                <path class="nc-solid" d="M5.5 3h.01M10.5 3h.01M5.5 8h.01M10.5 8h.01M5.5 13h.01M10.5 13h.01" />
            </svg>
        </button>
    }
}

/// Shows what pins the article as the base.
fn pin(props: &PaneHead<'_>, name: &str, pinned: bool) -> Html {
    let (act, document) = (props.act.clone(), props.document);
    let onclick = Callback::from(move |_| act.emit(Action::Pin(document)));
    let label = (props.story.words.pin)(name);
    tool("nc-pin", label, Some(pinned.to_string()), "M5 2.5h6M6 2.5v4L4 9.5h8L10 6.5v-4M8 9.5V14", onclick)
}

/// Shows what closes the pane.
fn close(props: &PaneHead<'_>, name: &str) -> Html {
    let (act, document) = (props.act.clone(), props.document);
    let onclick = Callback::from(move |event: MouseEvent| {
        // The letter opens it again.
        dom::focus_next(&event, format!(".nc-picker > button:nth-of-type({})", document + 1));
        act.emit(Action::ToggleDocument(document));
    });
    tool("nc-close", (props.story.words.close_pane)(name), None, "m4 4 8 8M12 4l-8 8", onclick)
}

/// Shows a button with a drawn sign; `pressed` is given for one that stays down.
fn tool(
    class: &'static str,
    label: String,
    pressed: Option<String>,
    path: &'static str,
    onclick: Callback<MouseEvent>,
) -> Html {
    let label = AttrValue::from(label);
    html! {
        <button
            type="button"
            class={classes!("nc-tool", class)}
            aria-label={label.clone()}
            title={label}
            aria-pressed={pressed}
            {onclick}
        >
            <svg viewBox="0 0 16 16" aria-hidden="true"><path d={path} /></svg>
        </button>
    }
}
