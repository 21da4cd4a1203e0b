//! The overview strip of a pane: where in the article the shared, disputed and lone claims lie.
//!
//! Heights follow the text's length, not the lines on the screen: a picture of the article, good to a line or two.

use super::bar::verdict_class;
use super::passage::{Article, Piece};
use super::story::VERDICTS;
use super::words::Words;
use crate::matrix::Verdict;
use std::fmt::Write as _;
use yew::prelude::*;

/// How far beside a part a press still means it, in thousandths of the strip: some parts are two pixels high.
const NEAR: usize = 8;

/// Returns where a piece lies in thousandths of the text, with its height; numbers in attributes need no style attribute.
fn place(piece: &Piece, length: usize) -> (usize, usize) {
    let thousandths = |bytes: usize| bytes * 1000 / length.max(1);
    (thousandths(piece.span.start), thousandths(piece.span.len()).max(4))
}

/// Returns the number of the marked piece that lies at this share of the strip, or a little beside it.
pub fn mark_at(article: &Article, length: usize, share: f64) -> Option<usize> {
    let at = (share * 1000.0) as usize;
    let away = |piece: &Piece| {
        let (y, height) = place(piece, length);
        y.saturating_sub(at).max(at.saturating_sub(y + height))
    };
    let nearest = article.marked().min_by_key(|piece| away(piece))?;
    nearest.mark.filter(|_| away(nearest) <= NEAR)
}

/// Shows the strip: one shape for all parts of a verdict, since an article can have hundreds of them.
pub fn strip(article: &Article, length: usize, row: Option<usize>, words: &Words) -> Html {
    let shapes = [
        (Verdict::SingleSource, 6, 2),
        (Verdict::Agreed, 4, 6),
        (Verdict::Qualified, 2, 10),
        (Verdict::Disputed, 0, 14),
    ];
    let parts =
        shapes.into_iter().flat_map(|(verdict, x, width)| [(verdict, x, width, false), (verdict, x, width, true)]);
    let parts = parts.filter_map(|(verdict, x, width, chosen)| {
        let mut shape = String::new();
        for piece in article.marked().filter(|piece| piece.verdict == Some(verdict)) {
            if row.is_some_and(|row| piece.rows.contains(&row)) == chosen {
                let (y, height) = place(piece, length);
                let _ = write!(shape, "M{x} {y}h{width}v{height}h-{width}z");
            }
        }
        let class = classes!(verdict_class(verdict), chosen.then_some("nc-chosen"));
        (!shape.is_empty()).then(|| html! { <path {class} d={shape} /> })
    });
    // While the articles are compared there is nothing to tell.
    let empty = article.marks == 0;
    let counts = VERDICTS.iter().filter_map(|&verdict| {
        let count = article.marked().filter(|piece| piece.verdict == Some(verdict)).count();
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Analyzer, Corpus};

    #[test]
    fn a_press_means_the_part_under_it_or_just_beside_it_and_nothing_far_from_all() {
        let text = |first: &str| {
            let filler = "The weather was fine and everybody said so over tea. ".repeat(40);
            format!("{first} {filler}")
        };
        let corpus = serde_json::json!({ "format": "news-compare.corpus/1", "title": "t", "documents": [
            { "id": "a", "text": text("On Monday 12 houses burned in Rome.") },
            { "id": "b", "text": "On Monday 12 houses burned in Rome." },
        ]});
        let corpus = Corpus::from_json(&corpus.to_string()).unwrap();
        let article = Article::new(&Analyzer::default().analyze(&corpus), 0);
        let length = corpus.documents[0].text.len();
        let first = article.marked().next().unwrap();
        let (y, height) = place(first, length);
        assert_eq!(mark_at(&article, length, (y + height / 2) as f64 / 1000.0), first.mark);
        let last = article.marked().last().unwrap();
        let (y, height) = place(last, length);
        assert_eq!(mark_at(&article, length, (y + height + NEAR) as f64 / 1000.0), last.mark);
        assert_eq!(mark_at(&article, length, (y + height + NEAR + 2) as f64 / 1000.0), None);
        assert_eq!(mark_at(&Article { blocks: vec![], marks: 0 }, 10, 0.5), None);
    }
}
