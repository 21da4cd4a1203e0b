//! Reads any bytes as a corpus and as a comparison: both are taken or refused in one line, and what is taken can be written.

#![no_main]

use libfuzzer_sys::fuzz_target;
use news_compare::{Comparison, Corpus};

fuzz_target!(|bytes: &[u8]| {
    let corpus = Corpus::from_bytes(bytes).map(|corpus| assert_eq!(corpus.check(), Ok(())));
    let comparison = Comparison::from_bytes(bytes).map(|comparison| assert_eq!(comparison.check(), Ok(())));
    for error in [corpus.err(), comparison.err()].into_iter().flatten() {
        let message = error.to_string();
        assert!(!message.is_empty() && !message.contains(char::is_control), "{message:?}");
    }
});
