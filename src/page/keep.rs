//! What the reader wants kept on this device: texts by name, in a database of the browser, and nothing before that is wanted.
//!
//! A file of its own because it alone knows the database (IndexedDB), whose requests are turned into futures here. A page that is a file shares
//! its database with all other files in some browsers; pages of one web address always share one. Windows
//! that share one meet here: a text is written only in the place of one that the window knows.

use js_sys::Promise;
use wasm_bindgen::prelude::Closure;
use wasm_bindgen::{JsCast as _, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{IdbDatabase, IdbFactory, IdbRequest, IdbTransaction, IdbTransactionMode};

/// The database, and its one store.
const NAME: &str = "news-compare";
const STORE: &str = "kept";

/// The name of the reader's articles.
pub const ARTICLES: &str = "articles";

/// The browser refuses: it keeps nothing in this page, or has no room.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Refused;

impl From<JsValue> for Refused {
    fn from(_: JsValue) -> Self {
        Self
    }
}

/// Keeps a text under a name, if what lies there is `known`; done when it lies there. Else gives what does: another window has put it there.
///
/// # Errors
/// [`Refused`].
pub async fn put(
    name: &str,
    text: &str,
    known: impl FnOnce(&Option<String>) -> bool,
) -> Result<Result<(), Option<String>>, Refused> {
    let database = open().await?;
    let kept = async {
        // Both in one transaction, so that no other window comes between.
        let transaction = database.transaction_with_str_and_mode(STORE, IdbTransactionMode::Readwrite)?;
        let store = transaction.object_store(STORE)?;
        let before = done(&store.get(&JsValue::from_str(name))?).await?.as_string();
        if !known(&before) {
            return Ok(Err(before));
        }
        store.put_with_key(&JsValue::from_str(text), &JsValue::from_str(name))?;
        committed(&transaction).await.map(Ok)
    };
    let kept = kept.await;
    database.close();
    kept
}

/// Returns the text that is kept under a name, if there is one.
///
/// # Errors
/// [`Refused`].
pub async fn get(name: &str) -> Result<Option<String>, Refused> {
    let database = open().await?;
    let text = async {
        let transaction = database.transaction_with_str(STORE)?;
        done(&transaction.object_store(STORE)?.get(&JsValue::from_str(name))?).await
    };
    let text = text.await;
    database.close();
    Ok(text?.as_string())
}

/// Deletes everything that is kept.
///
/// # Errors
/// [`Refused`].
pub async fn delete_all() -> Result<(), Refused> {
    let database = open().await?;
    let cleared = async {
        let transaction = database.transaction_with_str_and_mode(STORE, IdbTransactionMode::Readwrite)?;
        transaction.object_store(STORE)?.clear()?;
        committed(&transaction).await
    };
    let cleared = cleared.await;
    database.close();
    cleared
}

fn factory() -> Result<IdbFactory, Refused> {
    web_sys::window().ok_or(Refused)?.indexed_db()?.ok_or(Refused)
}

async fn open() -> Result<IdbDatabase, Refused> {
    let request = factory()?.open_with_u32(NAME, 1)?;
    let opening = request.clone();
    let upgrade = Closure::once_into_js(move || {
        let database = opening.result().ok().and_then(|database| database.dyn_into::<IdbDatabase>().ok());
        // Where the store cannot be made, the transaction fails later, and that is told.
        let _ = database.map(|database| database.create_object_store(STORE));
    });
    request.set_onupgradeneeded(Some(upgrade.unchecked_ref()));
    done(&request).await?.dyn_into().map_err(Refused::from)
}

/// Waits until the whole is done: a request may succeed and the writing fail after it, for want of room.
async fn committed(transaction: &IdbTransaction) -> Result<(), Refused> {
    let promise = Promise::new(&mut |resolve, reject| {
        transaction.set_oncomplete(Some(&resolve));
        transaction.set_onabort(Some(&reject));
        transaction.set_onerror(Some(&reject));
    });
    JsFuture::from(promise).await?;
    Ok(())
}

/// Waits until a request is done, and gives its result.
async fn done(request: &IdbRequest) -> Result<JsValue, Refused> {
    let promise = Promise::new(&mut |resolve, reject| {
        request.set_onsuccess(Some(&resolve));
        request.set_onerror(Some(&reject));
    });
    JsFuture::from(promise).await?;
    Ok(request.result()?)
}
