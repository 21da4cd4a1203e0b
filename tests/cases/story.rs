//! Stories of a few documents, written as blocks.

use crate::reader::Block;
use news_compare::{Comparison, Corpus, Document, Options, analyze};

/// Makes a document of a block: ` ```text ID `, then perhaps `excerpt`, `lang=…`, `published=…`.
pub(crate) fn document(block: &Block) -> Document {
    let mut words = block.info.split_whitespace().skip(1);
    let mut document = Document {
        lang: Some("en".to_owned()),
        ..Document::new(words.next().unwrap_or("a").to_owned(), block.content.clone())
    };
    for word in words {
        match word.split_once('=') {
            Some(("lang", lang)) => document.lang = Some(lang.to_owned()),
            Some(("published", day)) => document.published = Some(day.to_owned()),
            _ if word == "excerpt" => document.excerpt = true,
            _ => panic!("{:?}: no such label", block.info),
        }
    }
    document
}

/// Analyses documents written as blocks.
pub(crate) fn compare(blocks: &[Block]) -> Comparison {
    let corpus = Corpus::new(blocks.iter().map(document).collect());
    assert_eq!(corpus.check(), Ok(()));
    analyze(&corpus, &Options::default())
}
