//! How running time grows with the length of the input, for tests.
//!
//! A step of its own because a limit in seconds fails on a busy machine and holds on a fast one. A text is timed against ten of a tenth
//! of its length: the same amount of text, so that what else the machine does weighs on both alike. Work that grows with the length takes
//! as long for both, work that grows with its square ten times as long. Known limit: five times as long passes.

use std::time::{Duration, Instant};

/// Fails when some way of making long texts takes far longer in one piece than in ten.
///
/// What most of five tries say counts, since other work on the machine falls now on the one, now on the other.
pub(crate) fn assert_linear(pieces: &[&str], length: usize, work: impl Fn(&str)) {
    let time = |text: &str, times: usize| {
        let begin = Instant::now();
        for _ in 0..times {
            work(text);
        }
        begin.elapsed()
    };
    for piece in pieces {
        let text = piece.repeat(length / piece.len());
        let short = piece.repeat(length / 10 / piece.len());
        let grown = |_| {
            let apart = time(&short, 10).max(Duration::from_micros(200));
            time(&text, 1).as_secs_f64() / apart.as_secs_f64()
        };
        let (mut near, mut far) = (0, Vec::new());
        for growth in (0..5).map(grown) {
            if growth < 5.0 {
                near += 1
            } else {
                far.push(growth)
            }
            if near == 3 || far.len() == 3 {
                break;
            }
        }
        assert!(near == 3, "{piece:?}: in one piece {far:.1?} times as long as in ten");
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
