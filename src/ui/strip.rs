//! The overview strip of a pane: where in the article the shared, disputed and lone claims lie.
//!
//! Heights follow the text's length, not the lines on the screen: a picture of the article, good to a line or two.

use super::bar::verdict_class;
use super::passage::Article;
use super::story::VERDICTS;
use super::words::Words;
use crate::matrix::Verdict;
use std::rc::Rc;
use yew::prelude::*;

/// What [`Strip`] needs.
#[derive(Debug, PartialEq, Properties)]
pub struct StripProps {
    /// The article as laid out.
    pub article: Rc<Article>,
    /// Length of its text in bytes.
    pub length: usize,
    /// The chosen row.
    pub chosen: Option<usize>,
    /// How it is named.
    pub words: Words,
}

/// Shows the strip; a press on a part is heard by the pane, by its `data-mark`.
#[component]
pub fn Strip(props: &StripProps) -> Html {
    let length = props.length.max(1);
    // Positions in thousandths of the text; numbers in attributes need no style attribute.
    let thousandths = |bytes: usize| bytes * 1000 / length;
    let parts = props.article.marked().filter_map(|piece| {
        let verdict = piece.verdict?;
        let chosen = props.chosen.is_some_and(|row| piece.rows.contains(&row));
        let (y, height) = (thousandths(piece.span.start), thousandths(piece.span.len()).max(4));
        let (x, width) = match verdict {
            Verdict::Disputed => ("0", "14"),
            Verdict::Qualified => ("2", "10"),
            Verdict::Agreed => ("4", "6"),
            Verdict::SingleSource => ("6", "2"),
        };
        Some(html! {
            <rect
                key={piece.mark?}
                class={classes!(verdict_class(verdict), chosen.then_some("nc-chosen"))}
                data-mark={piece.mark.map(|mark| mark.to_string())}
                {x}
                {width}
                y={y.to_string()}
                height={height.to_string()}
            />
        })
    });
    let words = &props.words;
    // While the articles are compared there is nothing to tell.
    let empty = props.article.marks == 0;
    let counts = VERDICTS.iter().filter_map(|&verdict| {
        let count = props.article.marked().filter(|piece| piece.verdict == Some(verdict)).count();
        (count > 0).then(|| format!("{} {}", words.number(count), (words.verdict)(verdict)))
    });
    let label = (words.strip)(&(words.join)(&counts.collect::<Vec<_>>()));
    html! {
        <svg
            class="nc-strip"
            role={(!empty).then_some("img")}
            aria-label={(!empty).then_some(label)}
            aria-hidden={empty.then_some("true")}
            viewBox="0 0 14 1000" preserveAspectRatio="none">
            { for parts }
        </svg>
    }
}
