//! How long the analysis takes for more and more documents, and how fast that grows.
//!
//! `cargo bench --bench analysis` prints the best of several runs for 2, 5, 10, 20 and 50 documents of 800 words each, and the exponent
//! that fits: 1 is linear; then how long it takes after one of 10 documents was edited, and after none was, which is what hangs on all of them
//! together and cannot be kept. One thread; reading the word lists is done before and not counted. `cargo xtask bench analysis` runs it and
//! measures the browser build on the same corpora beside it.

mod drawn;

use drawn::{COUNTS, WORDS};
use news_compare::{Analyzer, Comparison, Corpus, Options, analyze};
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
    let [full, again, kept] = reanalysis(&corpus, &sentences);
    for (time, edited) in [(again, "one of 10 documents"), (kept, "none of them")] {
        let share = 100.0 * time.as_secs_f64() / full.as_secs_f64();
        println!("  after {edited} was edited {:.1} ms, {share:.0} % of a full run", time.as_secs_f64() * 1e3);
    }
}

/// Returns the shortest times of a full run, of one after one document was edited, a different one each time, and of one after none was.
fn reanalysis(corpus: &Corpus, sentences: &[String]) -> [Duration; 3] {
    let mut corpus = corpus.clone();
    let mut analyzer = Analyzer::new(Options::default());
    analyzer.analyze(&corpus);
    let mut best = [Duration::MAX; 3];
    for run in 0..2 * RUNS {
        let at = run % corpus.documents.len();
        drawn::edit(&mut corpus.documents[at].text, &sentences[run * 7 % sentences.len()]);
        let mut time = |of: usize, work: &mut dyn FnMut() -> Comparison| {
            let start = Instant::now();
            let comparison = work();
            best[of] = best[of].min(start.elapsed());
            comparison
        };
        let edited = time(1, &mut || analyzer.analyze(&corpus));
        let kept = time(2, &mut || analyzer.analyze(&corpus));
        let anew = time(0, &mut || analyze(&corpus, &Options::default()));
        assert!(edited == anew && kept == anew, "what was kept changes the answer");
    }
    best
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
