//! Analyses any texts and asserts what must hold of every comparison.
//!
//! The input is cut into documents at the byte 0x1e (record separator), so that the fuzzer can join and split articles.

#![no_main]

use libfuzzer_sys::fuzz_target;
use news_compare::{Corpus, Document, Options, analyze};

fuzz_target!(|bytes: &[u8]| {
    let documents = bytes
        .split(|&byte| byte == 0x1e)
        .take(5)
        .enumerate()
        .map(|(at, text)| Document {
            // A label keeps the analysis from turning away what does not look English.
            lang: Some("en".to_owned()),
            ..Document::new(format!("d{at}"), String::from_utf8_lossy(text).replace('\0', ""))
        })
        .collect();
    let corpus = Corpus::new(documents);
    if corpus.check().is_err() {
        return;
    }
    let comparison = analyze(&corpus, &Options::default());
    // One cell for each document in order, shares from 0 to 1, every quotation where it says.
    if let Err(fault) = comparison.check() {
        panic!("{fault}");
    }
    assert_eq!(comparison.corpus, corpus, "the texts are kept as they came");
    assert_eq!(comparison, analyze(&corpus, &Options::default()), "the same corpus gives the same comparison");
});
