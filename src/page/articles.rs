//! Articles to be read in a lesson or on paper: headline, date, and paragraphs with numbers to point at.

use super::words::PageWords;
use crate::lesson::Blind;
use crate::ui::passage::{Article, Kind};
use crate::ui::story::Story;
use yew::prelude::*;

/// Writes an article out; `level` is that of its heading.
pub fn article(words: &PageWords, story: &Story, document: usize, blind: &Blind) -> Html {
    let (Some(source), Some(text)) = (story.sources.get(document), story.document(document)) else {
        return Html::default();
    };
    let article = Article::new(&story.comparison, document);
    let mut number = 0;
    let title = text.title.as_deref().map(str::trim).unwrap_or_default();
    let lines = article.blocks.iter().map(|block| {
        let line: String = block.pieces.iter().map(|piece| piece.span.slice(&text.text)).collect();
        let line = blind.cover(&line);
        if block.kind == Kind::Heading {
            return html! { <p class="nc-copy-head"><b>{ line }</b></p> };
        }
        number += 1;
        html! {
            <p class="nc-numbered">
                <span class="nc-number" aria-hidden="true">{ words.screen.number(number) }</span>
                <span class="nc-hidden">{ format!("{} ", (words.paragraph)(&words.screen.number(number))) }</span>
                { line }
            </p>
        }
    });
    let published = text.published.as_deref().map(|published| words.screen.day(published));
    html! {
        <article key={document} class="nc-copy" dir={source.direction}>
            <h3 lang={words.screen.locale.tag.clone()}>
                <span class="nc-badge" aria-hidden="true">{ source.letter.clone() }</span>
                { " " }<span class="nc-name" dir="auto">{ source.name.clone() }</span>
                if let Some(published) = published {
                    <span class="nc-aside">{ format!(" · {published}") }</span>
                }
            </h3>
            <div lang={source.lang.clone()}>
                if !title.is_empty() {
                    <p class="nc-copy-title">{ blind.cover(title) }</p>
                }
                { for lines }
            </div>
        </article>
    }
}
