//! One article: who published it, its text with the evidence marked, and the strip that pictures it.
//!
//! All marks of a pane are one tab stop; the arrow keys move among them. Enter opens the claim and goes to it, the space bar
//! or a click opens it and stays; where several claims share the words, they are offered first.

use super::bar::verdict_class;
use super::chooser::{chooser, use_chooser};
use super::dom;
use super::glyph;
use super::heading::heading;
use super::pane_head::{PaneHead, pane_head};
use super::passage::{Article, Block, Kind, Piece};
use super::state::{Action, State, View};
use super::story::Story;
use super::strip::{mark_at, strip};
use crate::span::{CodePoints, Span};
use crate::stance::Stance;
use std::rc::Rc;
use web_sys::Element;
use yew::prelude::*;

/// What [`Pane`] needs.
#[derive(Debug, PartialEq, Properties)]
pub struct PaneProps {
    /// What is compared.
    pub story: Rc<Story>,
    /// The document shown.
    pub document: usize,
    /// What the reader has done.
    pub state: Rc<State>,
    /// Hears what is pressed.
    pub act: Callback<Action>,
}

/// Shows an article.
#[component]
pub fn Pane(props: &PaneProps) -> Html {
    let (scroll, focused, hinted) = (use_node_ref(), use_state_eq(|| 0_usize), use_state_eq(|| None::<usize>));
    let article = props.story.article(props.document);
    let row = props.state.chosen.map(|chosen| chosen.row);
    let (current, asked) = (props.state.view == View::Article(props.document), props.state.asked);
    {
        let scroll = scroll.clone();
        use_effect_with((asked, current), move |(asked, current)| {
            // What asked for the article may be out of sight now: reading goes on here.
            if let Some(scroll) = scroll.cast::<Element>().filter(|_| *current && *asked > 0) {
                dom::focus(&scroll);
            }
        });
    }
    let offer = props.state.chooser.clone().filter(|offer| offer.document == props.document);
    use_chooser(scroll.clone(), offer.clone());
    let (Some(document), Some(source), Some(article)) =
        (props.story.document(props.document), props.story.sources.get(props.document), article)
    else {
        return Html::default();
    };
    let mark_of = {
        let prefix = format!("mark-{}-", props.document);
        move |event: &Event| -> Option<(Element, usize)> {
            let (element, key) = dom::target_with(event, "data-key")?;
            Some((element, key.strip_prefix(&prefix)?.parse().ok()?))
        }
    };
    let pointed = {
        let (mark_of, article, length) = (mark_of.clone(), article.clone(), document.text.len());
        move |event: &MouseEvent| {
            let in_strip = || mark_at(&article, length, dom::share_of(event, ".nc-strip")?);
            mark_of(event).map(|(_, mark)| mark).or_else(in_strip)
        }
    };
    let press = {
        let (article, act, document) = (article.clone(), props.act.clone(), props.document);
        move |mark: usize| {
            if let Some(piece) = article.marked().nth(mark) {
                act.emit(Action::ChooseMark { document, mark, rows: piece.rows.clone() });
            }
        }
    };
    let onclick = {
        let (press, pointed, scroll) = (press.clone(), pointed.clone(), scroll.clone());
        move |event: MouseEvent| {
            if dom::has_selection() {
                return;
            }
            if let Some(mark) = pointed(&event) {
                return press(mark);
            }
            // Beside its parts, the strip leads to the place in the article that it pictures.
            if let (Some(share), Some(scroll)) = (dom::share_of(&event, ".nc-strip"), scroll.cast::<Element>()) {
                let middle = f64::from(scroll.scroll_height()) * share - f64::from(scroll.client_height()) / 2.0;
                dom::scroll_to(&scroll, middle);
            }
        }
    };
    let onkeydown = {
        let (marks, document, mark_of) = (article.marks, props.document, mark_of.clone());
        move |event: KeyboardEvent| {
            let Some((element, mark)) = mark_of(&event) else { return };
            let next = match event.key().as_str() {
                "ArrowRight" if mark + 1 < marks => mark + 1,
                "ArrowLeft" if mark > 0 => mark - 1,
                " " => {
                    event.prevent_default();
                    return press(mark);
                }
                "Enter" => {
                    event.prevent_default();
                    press(mark);
                    // Where claims are offered instead, the first of them has the focus.
                    dom::focus_next(&event, format!(".nc:not(:has(.nc-chooser)) {}", dom::OPENED));
                    return;
                }
                _ => return,
            };
            if !(event.ctrl_key() || event.alt_key() || event.meta_key()) {
                event.prevent_default();
                dom::focus_key(&element, &format!("mark-{document}-{next}"));
            }
        }
    };
    let onfocusin = {
        let (focused, hinted) = (focused.clone(), hinted.clone());
        move |event: FocusEvent| {
            let mark = mark_of(&event).map(|(_, mark)| mark);
            hinted.set(mark);
            if let Some(mark) = mark {
                focused.set(mark);
            }
        }
    };
    let onfocusout = {
        let hinted = hinted.clone();
        move |_: FocusEvent| hinted.set(None)
    };
    let words = &props.story.words;
    let onpointerover = {
        let hinted = hinted.clone();
        move |event: PointerEvent| hinted.set(pointed(&event))
    };
    let onpointerleave = {
        let hinted = hinted.clone();
        move |_: PointerEvent| hinted.set(None)
    };
    let hint = hinted.and_then(|mark| hint(&props.story, &article, mark));
    let row_open = row.and_then(|row| props.story.row(row));
    let cell = row_open.and_then(|row| row.cells.get(props.document));
    // A row without words here changes nothing in a text of hundreds of marks.
    let row = row.filter(|_| cell.is_some_and(|cell| !cell.evidence.is_empty()));
    let nearest = cell.and_then(|cell| cell.nearest.as_ref());
    let nearest = nearest.and_then(|near| near.sentence.locate(&document.text, &CodePoints::new(&document.text)));
    let foot = cell.and_then(|cell| match cell.stance {
        Stance::Omits if nearest.is_some() => {
            let why = row_open.and_then(|row| props.story.why_not(row, cell)).unwrap_or_default();
            Some(format!("{} {why}", (words.foot_nearest)(&source.name)))
        }
        Stance::Omits => Some((words.foot_untold)(&source.name)),
        Stance::Unjudged => Some((words.foot_unjudged)(&source.name)),
        _ => None,
    });
    html! {
        <section class={classes!("nc-pane", current.then_some("nc-current"))} part="article" aria-label={source.name.clone()}>
            { pane_head(&PaneHead { story: &props.story, document: props.document, panes: &props.state.panes, act: &props.act }) }
            <div class="nc-reading" dir={source.direction} {onclick} onpointermove={onpointerover.clone()} {onpointerover} {onpointerleave}>
                { strip(&article, document.text.len(), row, words) }
                <div
                    class="nc-scroll nc-text"
                    ref={scroll}
                    role="region"
                    aria-label={(words.text_of)(&source.name)}
                    tabindex="0"
                    lang={source.lang.clone()}
                    {onkeydown}
                    {onfocusin}
                    {onfocusout}
                >
                    if let Some(title) = document.title.as_deref().filter(|title| !document.text.trim().starts_with(title)) {
                        { heading(words, 2, Some("nc-headline"), html! { title.to_owned() }) }
                    }
                    if let Some(author) = &document.author {
                        <p class="nc-author">{ author.clone() }</p>
                    }
                    <Text
                        story={props.story.clone()}
                        document={props.document}
                        article={article.clone()}
                        {row}
                        {nearest}
                        focused={*focused}
                    />
                    if let Some(offer) = offer {
                        { chooser(&props.story, &offer, row, &props.act) }
                    }
                </div>
                if let Some(hint) = hint {
                    { hint }
                }
            </div>
            if let Some(foot) = foot {
                <p class="nc-foot">
                    { glyph::sign(cell.map_or(Stance::Omits, |cell| cell.stance)) }
                    { format!(" {foot}") }
                </p>
            }
        </section>
    }
}

/// Shows what the marked words under the pointer or the focus are evidence for; a screen reader hears it with the words.
fn hint(story: &Story, article: &Article, mark: usize) -> Option<Html> {
    let piece = article.marked().nth(mark)?;
    let verdict = piece.verdict?;
    let first = story.row(*piece.rows.first()?)?;
    Some(html! {
        <p class={classes!("nc-hint", verdict_class(verdict))} dir="auto" aria-hidden="true">
            if let Some(stance) = glyph::of_verdict(verdict) {
                { glyph::sign(stance) }
            }
            <b>{ (story.words.verdict)(verdict) }</b>{ " " }
            { first.statement.clone() }
            if piece.rows.len() > 1 {
                <span>{ format!(" + {}", piece.rows.len() - 1) }</span>
            }
        </p>
    })
}

/// What [`Text`] needs.
#[derive(Debug, PartialEq, Properties)]
struct TextProps {
    story: Rc<Story>,
    document: usize,
    article: Rc<Article>,
    row: Option<usize>,
    nearest: Option<Span>,
    focused: usize,
}

/// Shows the lines of an article with their marks.
#[component]
fn Text(props: &TextProps) -> Html {
    let Some(document) = props.story.document(props.document) else { return Html::default() };
    let text = document.text.as_str();
    let line = |block: &Block| -> Html { block.pieces.iter().map(|piece| props.piece(text, piece)).collect() };
    let mut out = Vec::new();
    let mut blocks = props.article.blocks.as_slice();
    while let Some((block, rest)) = blocks.split_first() {
        blocks = rest;
        out.push(match block.kind {
            Kind::Heading => heading(&props.story.words, 2, Some("nc-subhead"), line(block)),
            Kind::Paragraph => html! { <p>{ line(block) }</p> },
            Kind::Bullet => {
                let more = rest.iter().take_while(|block| block.kind == Kind::Bullet).count();
                let (bullets, after) = rest.split_at(more);
                blocks = after;
                let bullets = std::iter::once(block).chain(bullets);
                html! { <ul class="nc-bullets">{ for bullets.map(|block| html! { <li><span class="nc-sign">{ sign(block) }</span>{ line(block) }</li> }) }</ul> }
            }
        });
    }
    html! { <>{ for out }</> }
}

/// Returns the sign of a bullet: a number or letter as it is, any other as a dash.
fn sign(block: &Block) -> String {
    if block.sign.contains(char::is_alphanumeric) { block.sign.clone() } else { "–".to_owned() }
}

impl TextProps {
    fn piece(&self, text: &str, piece: &Piece) -> Html {
        // The sign stays on the line of the word that it stands before.
        let sign = piece.verdict.and_then(glyph::of_verdict).filter(|_| piece.opens);
        // The sign is that of the strongest verdict, whatever lies below the words besides.
        let under = |words: Html| {
            let also = piece.also.iter();
            also.fold(words, |inside, verdict| html! { <span class={classes!("nc-under", verdict_class(*verdict))}>{ inside }</span> })
        };
        let inside = match sign {
            None => under(self.outlined(text, piece.span)),
            Some(stance) => {
                let slice = piece.span.slice(text);
                let first = slice.find(char::is_whitespace).map_or(piece.span.end, |at| piece.span.start + at);
                html! { <>
                    <span class="nc-first">
                        { glyph::sign(stance) }
                        { under(self.outlined(text, Span::new(piece.span.start, first))) }
                    </span>
                    { under(self.outlined(text, Span::new(first, piece.span.end))) }
                </> }
            }
        };
        let (Some(mark), Some(verdict)) = (piece.mark, piece.verdict) else { return inside };
        let words = &self.story.words;
        let chosen = self.row.is_some_and(|row| piece.rows.contains(&row));
        let first = piece.rows.first().and_then(|row| self.story.row(*row)).map_or("", |row| row.statement.as_str());
        html! {
            <mark
                class={classes!("nc-mark", verdict_class(verdict), chosen.then_some("nc-chosen"))}
                role="button"
                tabindex={if mark == self.focused { "0" } else { "-1" }}
                aria-pressed={chosen.to_string()}
                aria-description={(words.marked)((words.verdict)(verdict), piece.rows.len(), first)}
                data-key={format!("mark-{}-{mark}", self.document)}
            >
                { inside }
            </mark>
        }
    }

    /// Returns the words of a span, with the part inside the nearest passage outlined.
    fn outlined(&self, text: &str, span: Span) -> Html {
        match self.nearest.filter(|near| near.overlaps(span)) {
            None => html! { span.slice(text).to_owned() },
            Some(near) => {
                let (from, to) = (near.start.max(span.start), near.end.min(span.end));
                html! { <>
                    { Span::new(span.start, from).slice(text).to_owned() }
                    <span class="nc-nearest">{ Span::new(from, to).slice(text).to_owned() }</span>
                    { Span::new(to, span.end).slice(text).to_owned() }
                </> }
            }
        }
    }
}
