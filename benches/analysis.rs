//! How long the analysis takes for more and more documents, and how fast that grows.
//!
//! `cargo bench --bench analysis` prints the best of several runs for 2, 5, 10, 20 and 50 documents of 800 words each, made by drawing
//! sentences at random from the labelled stories at ../shared/gold, else from corpora/, and the exponent that fits: 1 is linear.
//! One thread; reading the word lists is done before and not counted.

use news_compare::document::CORPUS_FORMAT;
use news_compare::{Corpus, Document, DocumentId, Options, analyze};
use std::path::Path;
use std::time::{Duration, Instant};

/// Words in each document.
const WORDS: usize = 800;

/// How many documents are compared.
const COUNTS: [usize; 5] = [2, 5, 10, 20, 50];

/// How often each number of documents is measured; the best counts, as the others were disturbed.
const RUNS: usize = 5;

fn main() {
    // `cargo test --benches` runs it too, to see that it works.
    let is_test = !std::env::args().any(|argument| argument == "--bench");
    let sentences = sentences();
    println!("{} sentences, {WORDS} words for each document", sentences.len());
    let mut points = Vec::new();
    for count in COUNTS {
        let corpus = corpus(&sentences, count);
        let (rows, time) = measure(&corpus, if is_test { 1 } else { RUNS });
        println!("{count:>3} documents {:>9.2} ms {rows:>6} rows", time.as_secs_f64() * 1e3);
        points.push((count as f64, time.as_secs_f64()));
        if is_test && count >= 5 {
            return;
        }
    }
    println!("time grows with the number of documents to the power of {:.2}", exponent(&points));
}

/// Returns the number of rows and the shortest time of several runs.
fn measure(corpus: &Corpus, runs: usize) -> (usize, Duration) {
    let mut best = Duration::MAX;
    let mut rows = analyze(corpus, &Options::default()).claims.len();
    for _ in 0..runs {
        let start = Instant::now();
        rows = analyze(corpus, &Options::default()).claims.len();
        best = best.min(start.elapsed());
    }
    (rows, best)
}

/// Fits a line to the logarithms and returns its slope.
#[expect(clippy::disallowed_methods, reason = "nothing here must be the same in the browser")]
fn exponent(points: &[(f64, f64)]) -> f64 {
    let logs: Vec<(f64, f64)> = points.iter().map(|(count, time)| (count.ln(), time.ln())).collect();
    let mean = |of: fn(&(f64, f64)) -> f64| logs.iter().map(of).sum::<f64>() / logs.len() as f64;
    let (x, y) = (mean(|log| log.0), mean(|log| log.1));
    let slope: f64 = logs.iter().map(|log| (log.0 - x) * (log.1 - y)).sum();
    slope / logs.iter().map(|log| (log.0 - x) * (log.0 - x)).sum::<f64>()
}

/// Makes documents of sentences drawn at random, the same every time.
fn corpus(sentences: &[String], count: usize) -> Corpus {
    let mut state = 1_u64;
    let mut draw = || {
        state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        sentences[(state >> 33) as usize % sentences.len()].as_str()
    };
    let documents = (0..count).map(|at| {
        let mut text = String::new();
        while text.split_whitespace().count() < WORDS {
            text.push_str(draw());
            text.push('\n');
        }
        Document {
            id: DocumentId(format!("d{at}")),
            outlet: None,
            title: None,
            author: None,
            url: None,
            published: None,
            lang: Some("en".to_owned()),
            excerpt: false,
            text,
        }
    });
    Corpus {
        format: CORPUS_FORMAT.to_owned(),
        title: "Sentences drawn at random".to_owned(),
        note: None,
        documents: documents.collect(),
    }
}

/// Reads the sentences of the labelled stories, or of the embedded ones where those are not there.
fn sentences() -> Vec<String> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let labelled = root.join("../shared/gold");
    let folder = if labelled.is_dir() { labelled } else { root.join("corpora") };
    let mut paths: Vec<_> = folder.read_dir().into_iter().flatten().flatten().map(|file| file.path()).collect();
    paths.retain(|path| path.extension().is_some_and(|end| end == "json"));
    paths.sort();
    let corpora = paths.iter().filter_map(|path| Corpus::from_bytes(&std::fs::read(path).ok()?).ok());
    let cut = |document: Document| -> Vec<String> {
        let sentences = news_compare::sentence::segment(&document.text).into_iter();
        let words = sentences.map(|sentence| sentence.span.slice(&document.text).replace('\n', " "));
        words.filter(|words| words.split_whitespace().count() > 4).collect()
    };
    corpora.flat_map(|corpus| corpus.documents).flat_map(cut).collect()
}
