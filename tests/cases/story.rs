//! Stories of a few documents, written as blocks.

use crate::reader::Block;
use news_compare::document::CORPUS_FORMAT;
use news_compare::{Comparison, Corpus, Document, DocumentId, Options, analyze};

/// Makes a document of a block: ` ```text ID `, then perhaps `excerpt`, `lang=…`, `published=…`.
pub(crate) fn document(block: &Block) -> Document {
    let mut words = block.info.split_whitespace().skip(1);
    let mut document = Document {
        id: DocumentId(words.next().unwrap_or("a").to_owned()),
        outlet: None,
        title: None,
        author: None,
        url: None,
        published: None,
        lang: Some("en".to_owned()),
        excerpt: false,
        text: block.content.clone(),
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
    let corpus = Corpus {
        format: CORPUS_FORMAT.to_owned(),
        title: String::new(),
        note: None,
        documents: blocks.iter().map(document).collect(),
    };
    assert_eq!(corpus.check(), Ok(()));
    analyze(&corpus, &Options::default())
}
