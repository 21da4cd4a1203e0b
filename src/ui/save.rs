//! Saving the comparison as a file: the button behind the summary, and the dialog behind it. Nothing is sent anywhere.

use super::Comparable;
use super::dialog;
use super::words::Words;
use crate::comparison::Comparison;
use crate::export::{Format, export};
use gloo::timers::callback::Timeout;
use js_sys::Array;
use wasm_bindgen::{JsCast as _, JsValue};
use web_sys::{Blob, BlobPropertyBag, HtmlAnchorElement, Url};
use yew::prelude::*;

/// How long a saved file stays at its address, in milliseconds: some browsers fetch it late.
const KEPT: u32 = 60_000;

/// Saves a text as a file, as far as the browser lets: a frame without downloads lets nothing, and tells nobody.
pub fn save(name: &str, text: &str, kind: &str) -> Option<()> {
    let options = BlobPropertyBag::new();
    options.set_type(kind);
    let parts = Array::of1(&JsValue::from_str(text));
    let blob = Blob::new_with_str_sequence_and_options(&parts, &options).ok()?;
    let address = Url::create_object_url_with_blob(&blob).ok()?;
    let link = web_sys::window()?.document()?.create_element("a").ok()?.dyn_into::<HtmlAnchorElement>().ok()?;
    link.set_href(&address);
    link.set_download(name);
    link.click();
    Timeout::new(KEPT, move || {
        // Refused only for an address that is none.
        let _ = Url::revoke_object_url(&address);
    })
    .forget();
    Some(())
}

/// Returns the name of a file for a story: letters and digits of its title, joined by hyphens.
pub fn file_name(comparison: &Comparison, ending: &str) -> String {
    let title = comparison.corpus.title.to_lowercase();
    let words = title.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).take(8);
    let name = words.collect::<Vec<_>>().join("-");
    // Some systems allow 255 bytes.
    let end = name.char_indices().map(|(at, c)| at + c.len_utf8()).take_while(|end| *end <= 100).last().unwrap_or(0);
    let name = name[..end].trim_end_matches('-');
    if name.is_empty() { format!("news-compare.{ending}") } else { format!("{name}.{ending}") }
}

/// The formats that readers are offered.
const OFFERED: [Format; 5] =
    [Format::CsvMarked, Format::Markdown, Format::Comparison, Format::Annotations, Format::Schema];

/// Shows the button and, when it was pressed, the formats.
pub fn save_menu(comparison: &Comparable, words: &Words) -> Html {
    let formats = OFFERED.iter().map(|&format| {
        let (comparison, language) = (comparison.clone(), words.locale.language);
        let onclick = move |event: MouseEvent| {
            let text = export(&comparison.0, format, language);
            save(&file_name(&comparison.0, format.extension()), &text, format.media_type());
            dialog::close(event);
        };
        html! { <li key={format.name()}><button type="button" class="nc-action" {onclick}>{ (words.save_as)(format) }</button></li> }
    });
    html! {
        <>
            <button type="button" class="nc-action" aria-haspopup="dialog" onclick={dialog::open}>{ words.save }</button>
            { dialog::dialog(words, words.save_heading, html! { <>
                <ul class="nc-formats">{ for formats }</ul>
                <p>{ words.save_note }</p>
            </> }) }
        </>
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Corpus, Document};

    /// The name of a page of a story with this title.
    fn named(title: &str) -> String {
        let corpus = Corpus { title: title.to_owned(), ..Corpus::new(vec![Document::new("a", "The river rose.")]) };
        file_name(&crate::analyze(&corpus, &crate::Options::default()), "html")
    }

    #[test]
    fn files_are_named_after_the_story() {
        for (title, name) in [
            ("Flood in Harrow Bend (invented)", "flood-in-harrow-bend-invented.html"),
            ("¿Crece el río?", "crece-el-río.html"),
            (" / \\ : ", "news-compare.html"),
            ("", "news-compare.html"),
        ] {
            assert_eq!(named(title), name);
        }
        assert!(named(&"長".repeat(300)).len() < 120);
    }
}
