//! An article as a field in which words are selected: by mouse, by touch, or by Shift and arrow keys.
//!
//! A file of its own because a field counts in UTF-16 and knows one kind of line end, and the article is kept as it came.

use crate::comparison::Evidence;
use crate::span::{CodePoints, Span};
use web_sys::HtmlTextAreaElement;
use yew::prelude::*;

/// What is selected in a field.
#[derive(Debug, Clone)]
pub struct Selection(NodeRef);

impl Selection {
    /// Returns the selected words of the text that the field shows, if there are any.
    pub fn of(&self, text: &str) -> Option<Evidence> {
        let field = self.0.cast::<HtmlTextAreaElement>()?;
        let (start, end) = (field.selection_start().ok()??, field.selection_end().ok()??);
        let span = Span::new(byte_of(text, start as usize), byte_of(text, end as usize)).trim(text);
        (!span.is_empty()).then(|| Evidence::new(&CodePoints::new(text), text, span))
    }
}

/// Makes the reference of a field, and what is selected in it.
#[hook]
pub fn use_selection() -> (NodeRef, Selection) {
    let field = use_node_ref();
    (field.clone(), Selection(field))
}

/// What [`Selectable`] needs.
#[derive(Debug, PartialEq, Properties)]
pub struct SelectableProps {
    /// Names the field.
    pub label: AttrValue,
    /// The article.
    pub text: String,
    /// Its language.
    pub lang: AttrValue,
    /// The field.
    pub field: NodeRef,
}

/// Shows an article whose words can be selected and not changed.
#[component]
pub fn Selectable(props: &SelectableProps) -> Html {
    html! {
        <label class="nc-field">
            { props.label.clone() }
            <textarea ref={props.field.clone()} readonly=true rows="8" dir="auto" lang={props.lang.clone()} value={props.text.clone()} />
        </label>
    }
}

/// Returns the byte of a text that lies so many units of UTF-16 into a field that shows it: there every line end is one unit.
fn byte_of(text: &str, units: usize) -> usize {
    let mut count = 0;
    for (at, character) in text.char_indices() {
        let is_first_half = character == '\r' && text[at..].starts_with("\r\n");
        if count >= units && !is_first_half {
            return at;
        }
        count += if is_first_half { 0 } else { character.len_utf16() };
    }
    text.len()
}

#[cfg(test)]
mod tests {
    use super::byte_of;

    #[test]
    fn units_of_a_field_become_bytes_of_the_article() {
        let text = "A\r\n🌊b\rç";
        let at = |units| &text[byte_of(text, units)..];
        assert_eq!([at(0), at(2), at(4), at(5), at(6), at(7)], [text, "🌊b\rç", "b\rç", "\rç", "ç", ""]);
        assert_eq!(at(99), "");
    }
}
