//! A story in the address of the page, behind its `#`, which no browser sends to a server: packed by the browser, in letters that addresses allow.
//!
//! A file of its own because it alone needs the browser's streams. What comes in may be anything: it is unpacked only up to a limit.
//! Known limit: browsers without `CompressionStream` (before 2023) make and read no links.

use js_sys::{Array, Function, Reflect, Uint8Array};
use wasm_bindgen::{JsCast as _, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{Blob, ReadableStreamDefaultReader, ReadableWritablePair};

/// What the fragment of a link begins with; the number is that of the way it is packed.
const MARK: &str = "nc1=";

/// How many characters a link may have: all browsers take these, mail and messengers often less.
pub const LONGEST: usize = 60_000;

/// How many bytes a link may unpack to; larger lets a small one fill the memory.
const LARGEST: usize = 8_000_000;

/// Why a link gives no story.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Fault {
    /// The browser cannot pack or unpack.
    NoStreams,
    /// It is cut or changed.
    Broken,
    /// It unpacks to more than the limit.
    TooLarge,
}

/// Packs a story into the fragment of a link.
///
/// # Errors
/// [`Fault::NoStreams`].
pub async fn packed(story: &str) -> Result<String, Fault> {
    let pair = stream("CompressionStream").ok_or(Fault::NoStreams)?;
    let bytes = through(story.as_bytes(), &pair).await?;
    let binary: String = bytes.into_iter().map(char::from).collect();
    let text = web_sys::window().and_then(|window| window.btoa(&binary).ok()).ok_or(Fault::NoStreams)?;
    Ok(format!("{MARK}{}", text.trim_end_matches('=').replace('+', "-").replace('/', "_")))
}

/// Returns what a fragment holds of a story, if it is one of a link of ours.
pub fn of_fragment(fragment: &str) -> Option<&str> {
    let parts = fragment.trim_start_matches('#').split('&');
    parts.into_iter().find_map(|part| part.strip_prefix(MARK))
}

/// Unpacks a story.
///
/// # Errors
/// Why it is none.
pub async fn unpacked(text: &str) -> Result<String, Fault> {
    let pair = stream("DecompressionStream").ok_or(Fault::NoStreams)?;
    let text = text.replace('-', "+").replace('_', "/");
    let binary = web_sys::window().and_then(|window| window.atob(&text).ok()).ok_or(Fault::Broken)?;
    let bytes: Vec<u8> = binary.chars().filter_map(|c| u8::try_from(u32::from(c)).ok()).collect();
    String::from_utf8(through(&bytes, &pair).await?).map_err(|_| Fault::Broken)
}

/// Makes a stream of the browser by its name; the bindings do not know these yet.
fn stream(name: &str) -> Option<ReadableWritablePair> {
    let class = Reflect::get(&js_sys::global(), &JsValue::from_str(name)).ok()?.dyn_into::<Function>().ok()?;
    let stream = Reflect::construct(&class, &Array::of1(&JsValue::from_str("deflate-raw"))).ok()?;
    // It has the two ends of such a pair by their names, which is all that a pair is.
    Some(stream.unchecked_into())
}

/// Sends bytes through a stream and gathers what comes out.
async fn through(bytes: &[u8], pair: &ReadableWritablePair) -> Result<Vec<u8>, Fault> {
    let parts = Array::of1(&Uint8Array::from(bytes));
    let blob = Blob::new_with_u8_array_sequence(&parts).map_err(|_| Fault::NoStreams)?;
    let reader = blob.stream().pipe_through(pair).get_reader();
    let reader = reader.dyn_into::<ReadableStreamDefaultReader>().map_err(|_| Fault::NoStreams)?;
    let mut out = Vec::new();
    loop {
        let part = JsFuture::from(reader.read()).await.map_err(|_| Fault::Broken)?;
        let of = |name: &str| Reflect::get(&part, &JsValue::from_str(name)).map_err(|_| Fault::Broken);
        if of("done")?.is_truthy() {
            return Ok(out);
        }
        let part = of("value")?.dyn_into::<Uint8Array>().map_err(|_| Fault::Broken)?;
        if out.len() + part.length() as usize > LARGEST {
            // The rest is not wanted; nothing is left to do where it cannot be stopped.
            let _ = reader.cancel();
            return Err(Fault::TooLarge);
        }
        out.extend(part.to_vec());
    }
}
