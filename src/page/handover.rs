//! What goes out of the page and comes into it by hand: files saved and chosen, chance, printing. Nothing is sent anywhere.

use super::whole_page::PROGRAM;
pub use crate::ui::save::{file_name, save};
use js_sys::Uint8Array;
use wasm_bindgen::JsValue;
use wasm_bindgen_futures::JsFuture;
use web_sys::{File, FileList};
use yew::prelude::*;

/// The largest file of answers that is read, in bytes: those to two thousand claims take a tenth of it.
pub const LARGEST_ANSWERS: f64 = 1_000_000.0;

/// Reads files and gives them by name, in their order, when all are read; one of more than `largest` bytes or that cannot be read has no content.
pub fn read(files: &FileList, largest: f64, done: Callback<Vec<(String, Vec<u8>)>>) {
    let files: Vec<File> = (0..files.length()).filter_map(|at| files.get(at)).collect();
    yew::platform::spawn_local(async move {
        let mut out = Vec::new();
        for file in files {
            let bytes = if file.size() > largest { None } else { JsFuture::from(file.array_buffer()).await.ok() };
            out.push((file.name(), bytes.map(|bytes| Uint8Array::new(&bytes).to_vec()).unwrap_or_default()));
        }
        done.emit(out);
    });
}

/// Returns the program of this page as the text of its script; none where the script is a file of its own.
pub fn program() -> Option<String> {
    let scripts = web_sys::window()?.document()?.query_selector_all("script:not([src])").ok()?;
    let texts = (0..scripts.length()).filter_map(|at| scripts.get(at)?.text_content());
    texts.into_iter().find(|text| text.trim_start().starts_with(PROGRAM))
}

/// Returns the address of this page without what stands behind its `#`.
pub fn address() -> String {
    let href = web_sys::window().and_then(|window| window.location().href().ok()).unwrap_or_default();
    href.split('#').next().unwrap_or_default().to_owned()
}

/// Lets the page and its element speak another language.
pub fn speak(tag: &str) {
    let document = web_sys::window().and_then(|window| window.document());
    let Some(document) = document else { return };
    let element = document.query_selector("news-compare[desk]").ok().flatten();
    for speaking in document.document_element().into_iter().chain(element) {
        // Refused only for a name that is none.
        let _ = speaking.set_attribute("lang", tag);
    }
}

/// Returns the language that the browser asks for, as the tag that stands first; none where the page or its element was given one: the page is
/// made in English.
pub fn preferred() -> Option<String> {
    let window = web_sys::window()?;
    let document = window.document()?;
    let element = document.query_selector("news-compare[desk]").ok().flatten()?;
    let page = document.document_element().and_then(|page| page.get_attribute("lang"));
    let is_given = element.has_attribute("lang") || page.is_some_and(|tag| tag != "en");
    if is_given { None } else { window.navigator().language() }
}

/// Returns what stands behind the `#` of the address.
pub fn fragment() -> String {
    web_sys::window().and_then(|window| window.location().hash().ok()).unwrap_or_default()
}

/// Puts something behind the `#` of the address: as a step from which the button Back leads here again, or in the place of what stands there.
/// `mark` stays with the step, and [`marked`] tells it whenever the reader comes back.
pub fn set_fragment(next: &str, step: bool, mark: bool) {
    let Some(history) = web_sys::window().and_then(|window| window.history().ok()) else { return };
    if fragment().trim_start_matches('#') == next && marked() == mark {
        return;
    }
    let address = if next.is_empty() { address() } else { format!("{}#{next}", address()) };
    let mark = JsValue::from_bool(mark);
    // Refused in pages without an address of their own, and for a while where it was done too often; then it stays as it was.
    let _ = if step {
        history.push_state_with_url(&mark, "", Some(&address))
    } else {
        history.replace_state_with_url(&mark, "", Some(&address))
    };
}

/// Tells whether the step that the reader is at was marked.
pub fn marked() -> bool {
    let state = web_sys::window().and_then(|window| window.history().ok()?.state().ok());
    state.is_some_and(|state| state.is_truthy())
}

/// Gives the page a title, by which its tab and its steps are known.
pub fn set_title(title: &str) {
    if let Some(document) = web_sys::window().and_then(|window| window.document()) {
        document.set_title(title);
    }
}

/// Returns a number by chance; 0 where the browser has none.
pub fn chance() -> u32 {
    let mut bytes = [0; 4];
    let crypto = web_sys::window().and_then(|window| window.crypto().ok());
    if let Some(crypto) = crypto {
        // Refused only for more bytes than these.
        let _ = crypto.get_random_values_with_u8_array(&mut bytes);
    }
    u32::from_be_bytes(bytes)
}

/// Opens the browser's window for printing.
pub fn print() {
    if let Some(window) = web_sys::window() {
        // Refused only in a sandbox without windows.
        let _ = window.print();
    }
}
