//! One story, given as a comparison or as a corpus that is compared here.

use crate::fault::Fault;
use crate::input::{Item, Source};
use news_compare::comparison::says_comparison;
use news_compare::{Comparison, Corpus, InputError, Options, analyze};
use std::path::Path;

/// Reads a file or standard input whole.
pub(crate) fn read_whole(path: &Path) -> Result<Item, Fault> {
    let mut source = Source::open(path)?;
    let mut item = Item { name: source.name.clone(), line: 1, is_line: false, is_too_long: false, bytes: Vec::new() };
    source.read_rest(&mut item)?;
    Ok(item)
}

/// Reads a story; what is no comparison must be a corpus.
pub(crate) fn read(path: &Path, options: &Options) -> Result<Comparison, Fault> {
    let item = read_whole(path)?;
    of_bytes(&item.bytes, options).map_err(|error| item.fault(error.to_string()))
}

/// Reads a story from what a file holds.
pub(crate) fn of_bytes(bytes: &[u8], options: &Options) -> Result<Comparison, InputError> {
    if std::str::from_utf8(bytes).is_ok_and(says_comparison) {
        return Comparison::from_bytes(bytes);
    }
    Ok(analyze(&Corpus::from_bytes(bytes)?, options))
}
