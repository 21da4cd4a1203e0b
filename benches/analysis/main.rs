//! How long the analysis takes for more and more documents, and how fast that grows.
//!
//! `cargo bench --bench analysis` prints the best of several runs for 2, 5, 10, 20 and 50 documents of 800 words each, and the exponent
//! that fits: 1 is linear; then how long it takes after one of 10 documents was edited. One thread; reading the word lists is done before and not counted. `cargo xtask bench analysis` runs it and
//! measures the browser build on the same corpora beside it.

mod drawn;

use drawn::{COUNTS, WORDS};
use news_compare::{Analyzer, Corpus, Options, analyze};
use std::path::Path;
use std::time::{Duration, Instant};

/// How often each number of documents is measured; the best counts, as the others were disturbed.
const RUNS: usize = 10;

fn main() {
    // `cargo test --benches` runs it too, to see that it works.
    let is_test = !std::env::args().any(|argument| argument == "--bench");
    let sentences = drawn::sentences(Path::new(env!("CARGO_MANIFEST_DIR")));
    println!("native program, one thread; {WORDS} words for each document, drawn from {} sentences", sentences.len());
    let mut points = Vec::new();
    for count in COUNTS {
        let corpus = drawn::corpus(&sentences, count);
        let (rows, time) = measure(&corpus, if is_test { 1 } else { RUNS });
        println!("{count:>3} documents {:>9.1} ms {rows:>6} rows", time.as_secs_f64() * 1e3);
        points.push((count as f64, time.as_secs_f64()));
        if is_test && count >= 5 {
            return;
        }
    }
    println!("  time grows with the number of documents to the power of {:.2}", exponent(&points));
    let corpus = drawn::corpus(&sentences, 10);
    let (full, again) = reanalysis(&corpus, &sentences);
    let share = 100.0 * again.as_secs_f64() / full.as_secs_f64();
    println!("  after one of 10 documents was edited {:.1} ms, {share:.0} % of a full run", again.as_secs_f64() * 1e3);
}

/// Returns the shortest times of a full run, and of one after one document was edited, a different one each time.
fn reanalysis(corpus: &Corpus, sentences: &[String]) -> (Duration, Duration) {
    let mut corpus = corpus.clone();
    let mut analyzer = Analyzer::new(Options::default());
    analyzer.analyze(&corpus);
    let (mut full, mut again) = (Duration::MAX, Duration::MAX);
    for run in 0..2 * RUNS {
        let at = run % corpus.documents.len();
        drawn::edit(&mut corpus.documents[at].text, &sentences[run * 7 % sentences.len()]);
        let start = Instant::now();
        let edited = analyzer.analyze(&corpus);
        again = again.min(start.elapsed());
        let start = Instant::now();
        let anew = analyze(&corpus, &Options::default());
        full = full.min(start.elapsed());
        assert!(edited == anew, "what was kept changes the answer");
    }
    (full, again)
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
