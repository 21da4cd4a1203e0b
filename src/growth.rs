//! How running time grows with the length of the input, for tests.
//!
//! A step of its own because a limit in seconds fails on a busy machine and holds on a fast one. Known limit: ten times the
//! text taking fifty times as long passes, so what is a little worse than linear is not seen; the square of it is.

use std::time::{Duration, Instant};

/// Fails when some way of making long texts takes far more than ten times as long for ten times the length.
///
/// The best of several tries counts, since other work on the machine can only add to what is measured.
pub(crate) fn assert_linear(pieces: &[&str], length: usize, work: impl Fn(&str)) {
    let time = |text: &str| {
        let begin = Instant::now();
        work(text);
        begin.elapsed()
    };
    for piece in pieces {
        let text = piece.repeat(length / piece.len());
        let short = piece.repeat(length / 10 / piece.len());
        let grown = |_| {
            let base = time(&short).min(time(&short)).max(Duration::from_micros(100));
            time(&text).as_secs_f64() / base.as_secs_f64()
        };
        let growth: Vec<f64> = (0..5).map(grown).take_while(|&growth| growth >= 50.0).collect();
        assert!(growth.len() < 5, "{piece:?}: ten times the text takes {growth:.0?} times as long");
    }
}

#[test]
fn the_square_of_the_length_is_noticed() {
    let square = |text: &str| {
        let all = text.bytes().map(|a| text.bytes().filter(|&b| std::hint::black_box(b) == a).count());
        assert_eq!(all.sum::<usize>(), text.len() * text.len());
    };
    let caught = std::panic::catch_unwind(|| assert_linear(&["a"], 5_000, square));
    assert!(caught.is_err());
    assert_linear(&["a", "bc"], 5_000, |text| assert_eq!(text.bytes().filter(|&b| b < b'z').count(), text.len()));
}
