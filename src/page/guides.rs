//! The guides, shown inside the page: for the teacher, the newsroom and the reader, in the language of the page, and how a comparison is worked out.
//!
//! The texts are those in `docs/guides/`. What they link to lies beside them in the repository and not beside this file: a link to another guide or to
//! the stories opens these here, one to a page of the web is a link, any other is its words.

use super::handover;
use super::markdown::{Block, Inline, read};
use super::words::{PageWords, View};
use super::worked_out::WorkedOut;
use crate::language::Language;
use crate::ui::Comparable;
use crate::ui::story::safe_link;
use yew::prelude::*;

/// The guides by reader, then language.
pub(super) const TEXTS: [[&str; 2]; 3] = [
    [include_str!("../../docs/guides/teacher.md"), include_str!("../../docs/guides/teacher.es.md")],
    [include_str!("../../docs/guides/reader.md"), include_str!("../../docs/guides/reader.es.md")],
    [include_str!("../../docs/guides/newsroom.md"), include_str!("../../docs/guides/newsroom.es.md")],
];

/// What the files of the guides are called, in the same order.
const FILES: [&str; 3] = ["teacher", "reader", "newsroom"];

/// A text to read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Guide {
    /// For the teacher.
    Teacher,
    /// For the reader.
    Reader,
    /// For the newsroom.
    Newsroom,
    /// How the open story was compared.
    WorkedOut,
}

impl Guide {
    /// All guides in the order in which they are offered.
    pub const ALL: [Self; 4] = [Self::Teacher, Self::Reader, Self::Newsroom, Self::WorkedOut];
}

/// What [`Guides`] needs.
#[derive(Debug, PartialEq, Properties)]
pub struct GuidesProps {
    /// What it says.
    pub words: PageWords,
    /// The open story, once compared.
    pub comparison: Option<Comparable>,
    /// Hears which other view is wanted.
    pub open: Callback<View>,
}

/// Shows a guide, and the choice of another.
#[component]
pub fn Guides(props: &GuidesProps) -> Html {
    let words = &props.words;
    let shown = use_state_eq(|| Guide::Teacher);
    let tabs = Guide::ALL.iter().map(|&guide| {
        let shown_now = shown.clone();
        let current = (*shown == guide).then_some("true");
        html! {
            <button key={(words.guide)(guide)} type="button" class="nc-step" aria-current={current} onclick={move |_: MouseEvent| shown_now.set(guide)}>
                { (words.guide)(guide) }
            </button>
        }
    });
    let follow = {
        let (shown, open) = (shown.clone(), props.open.clone());
        Callback::from(move |target: Target| match target {
            Target::Guide(guide) => shown.set(guide),
            Target::Stories => open.emit(View::Stories),
        })
    };
    let language = usize::from(words.screen.locale.language == Language::Spanish);
    let text = TEXTS.get(Guide::ALL.iter().position(|guide| guide == &*shown).unwrap_or_default());
    html! {
        <div class="nc nc-guides" lang={words.screen.locale.tag.clone()}>
            <nav class="nc-guide-tabs" aria-label={words.guides}>
                { for tabs }
                <button type="button" class="nc-big" onclick={|_: MouseEvent| handover::print()}>{ words.print }</button>
            </nav>
            <article class="nc-guide">
                if let Some(text) = text {
                    { for read(text[language]).iter().map(|block| block_html(block, &follow)) }
                } else if let Some(comparison) = &props.comparison {
                    <WorkedOut words={words.clone()} comparison={comparison.clone()} />
                } else {
                    <p role="status">{ words.screen.comparing }</p>
                }
            </article>
        </div>
    }
}

/// Where a link of a guide leads inside the page.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Target {
    Guide(Guide),
    Stories,
}

/// Returns where an address leads inside the page; the other language of the same guide leads nowhere, since the page has one language.
fn target(address: &str, language_of_guide: &str) -> Option<Target> {
    let file = address.split('#').next().unwrap_or_default();
    if file == "../stories.md" {
        return Some(Target::Stories);
    }
    let name = file.strip_suffix(language_of_guide)?;
    Guide::ALL.iter().copied().zip(FILES).find(|(_, file)| *file == name).map(|(guide, _)| Target::Guide(guide))
}

fn block_html(block: &Block, follow: &Callback<Target>) -> Html {
    let line = |inlines: &[Inline]| -> Html { inlines.iter().map(|inline| inline_html(inline, follow)).collect() };
    match block {
        // The page has its own first heading.
        Block::Heading(1, inlines) => html! { <h2>{ line(inlines) }</h2> },
        Block::Heading(_, inlines) => html! { <h3>{ line(inlines) }</h3> },
        Block::Paragraph(inlines) => html! { <p>{ line(inlines) }</p> },
        Block::List(true, items) => {
            html! { <ol>{ for items.iter().map(|item| html! { <li>{ line(item) }</li> }) }</ol> }
        }
        Block::List(false, items) => {
            html! { <ul>{ for items.iter().map(|item| html! { <li>{ line(item) }</li> }) }</ul> }
        }
        Block::Code(code) => html! { <pre tabindex="0"><code>{ code.clone() }</code></pre> },
        Block::Table(rows) => {
            let body = rows.iter().skip(1).map(|row| {
                let cells = row.iter().enumerate().map(|(at, cell)| match at {
                    0 => html! { <th scope="row">{ line(cell) }</th> },
                    _ => html! { <td>{ line(cell) }</td> },
                });
                html! { <tr>{ for cells }</tr> }
            });
            let head = rows.first().map(Vec::as_slice).unwrap_or_default().iter().map(|cell| match cell.as_slice() {
                [] => html! { <td /> },
                cell => html! { <th scope="col">{ line(cell) }</th> },
            });
            html! {
                <table class="nc-plain-table">
                    <thead><tr>{ for head }</tr></thead>
                    <tbody>{ for body }</tbody>
                </table>
            }
        }
    }
}

fn inline_html(inline: &Inline, follow: &Callback<Target>) -> Html {
    match inline {
        Inline::Text(text) => html! { text.clone() },
        Inline::Bold(text) => html! { <b>{ text.clone() }</b> },
        Inline::Code(text) => html! { <code>{ text.clone() }</code> },
        Inline::Italic(inside) => html! { <i>{ for inside.iter().map(|inline| inline_html(inline, follow)) }</i> },
        Inline::Link(words, address) => match (target(address, ".md"), safe_link(Some(address))) {
            (Some(target), _) => {
                let follow = follow.clone();
                html! { <button type="button" class="nc-guide-link" onclick={move |_: MouseEvent| follow.emit(target)}>{ words.clone() }</button> }
            }
            (None, Some(address)) => html! { <a href={address.to_owned()}>{ words.clone() }</a> },
            (None, None) => html! { words.clone() },
        },
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn links_lead_to_what_the_page_has() {
        assert_eq!(target("../stories.md", ".md"), Some(Target::Stories));
        assert_eq!(target("reader.md#signs", ".md"), Some(Target::Guide(Guide::Reader)));
        assert_eq!(target("reader.es.md", ".md"), None, "the page has one language");
        assert_eq!(target("../../README.md#formats", ".md"), None);
    }
}
