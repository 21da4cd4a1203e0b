//! The work of the analysis grows with the length of its input and not with its square, whatever the input is.
//!
//! Measured by the processor time of the one thread that works, which other work on the machine does not add to; where the system does
//! not tell it, by the clock. Each text is taken in a length and four times that: linear work grows by four, the square of it by
//! sixteen. Known limit: what grows a little faster than linear passes.

#![allow(clippy::unwrap_used, reason = "helper functions of tests")]

use news_compare::{Corpus, Document, Options, analyze};
use std::time::{Duration, Instant};

/// How many characters the shorter text of a pair has.
const LENGTH: usize = 1_500;

/// How much longer the other one is.
const TIMES: usize = 4;

/// How much more work that may be: linear growth with room for chance, far from the square.
const MOST: f64 = 9.0;

/// What is too short to be measured counts as this.
const LEAST: Duration = Duration::from_millis(25);

/// What a text is, and the way to make it in about so many characters.
type Trap = (&'static str, fn(usize) -> String);

/// Texts of any length that would show the square of it where something is compared with everything before it.
const TRAPS: &[Trap] = &[
    ("one token", |n| "a".repeat(n)),
    ("one figure", |n| "7".repeat(n)),
    ("quotations", |n| "“He left,” she said. ".repeat(n / 20)),
    ("quotations that never close", |n| "“ x ".repeat(n / 4)),
    ("straight marks", |n| "\" ".repeat(n / 2)),
    ("the same short sentence", |n| "The rain stopped. ".repeat(n / 18)),
    ("short sentences", |n| numbered(n / 16, "Sales rose # . ")),
    ("sentences that share words", |n| numbered(n / 30, "The w# beat the champion in # . ")),
    ("clauses between commas", |n| numbered(n / 9, "which w#, ")),
    ("nested clauses", |n| "the man, who, when, ".repeat(n / 20)),
    ("joined clauses", |n| numbered(n / 14, "and rose w# ")),
    ("nested reports", |n| "he said that ".repeat(n / 13)),
    ("quoted reports", |n| format!("“{}” she said. ", numbered(n / 18, "he said w# ran, "))),
    ("governed lists", |n| numbered(n / 22, "of doing w# and doing ")),
    ("reports between commas", |n| numbered(n / 18, "he said, w# ran, ")),
    ("bullets", |n| numbered(n / 16, "- the w# fell\n")),
    ("a long lead-in", |n| numbered(n / 14, "w# ") + ":\n" + &numbered(n / 32, "- the w# fell\n")),
    ("headings", |n| "THE RIVER RISES\n\n".repeat(n / 17)),
    ("names", |n| numbered(n / 8, "Mr. A# ")),
    ("number words", |n| "two hundred and ".repeat(n / 16)),
    ("counts", |n| numbered(n / 22, "# people died and ")),
    ("dates", |n| "on Monday May 1 ".repeat(n / 16)),
    ("lines", |n| "a\n".repeat(n / 2)),
    ("brackets", |n| "(".repeat(n)),
    ("stops", |n| "a.".repeat(n / 2)),
    ("hyphens", |n| "a-".repeat(n / 2)),
    ("negations", |n| "not ".repeat(n / 4)),
    ("combining marks", |n| "e\u{301}".repeat(n / 2)),
];

/// How many characters the shorter text of a pair has where what grows faster is slow to show.
const LATE_LENGTH: usize = 25_000;

/// Texts in which it is, because little is done for each pair: figures and dates in one endless sentence.
const LATE_TRAPS: &[Trap] = &[
    ("many measures", |n| numbered(n / 24, "and # tons fell ") + ". "),
    ("many dates", |n| "on Monday May 1 ".repeat(n / 16)),
    ("many speakers", |n| numbered(n / 40, "the W# said # came; police counted 9; ")),
    ("many outcomes", |n| "They voted 5-3 again. ".repeat(n / 22)),
    ("many ages", |n| numbered(n / 26, "Ana W#, a 57-year-old and ")),
    ("many roles", |n| numbered(n / 22, "Ana W#, the baker, ")),
    ("many roles of one", |n| "Ana Ruiz, a baker, ".repeat(n / 19) + ". "),
    ("many acronyms", |n| numbered(n / 24, "the W# Board of X# (WX) ")),
    ("many denied nouns", |n| numbered(n / 22, "the w#, not the x#, fell ")),
    ("many changes", |n| numbered(n / 24, "to # tons from # tons ")),
    ("many phrases", |n| numbered(n / 22, "by the w# near the x# ")),
    ("many pronouns", |n| numbered(n / 14, "it rose by #; ")),
    ("many persons in a sentence", |n| numbered(n / 40, "Mayor Ana W# spoke and she left #; ")),
    ("many persons", |n| numbered(n / 34, "Mayor Ana W# spoke. She left. ")),
];

/// Repeats a piece with a number in place of `#`.
fn numbered(count: usize, piece: &str) -> String {
    (0..count).map(|at| piece.replace('#', &at.to_string())).collect()
}

fn corpus(text: String) -> Corpus {
    let document = |id, text| Document { lang: Some("en".to_owned()), ..Document::new(id, text) };
    // The second article is nearly the first, so that there is much to compare.
    Corpus::new(vec![document("a", text.clone()), document("b", format!("{text} The end was near."))])
}

/// Returns the processor time that this thread has used, or the time of day.
fn clock(start: Instant) -> Duration {
    let used = std::fs::read_to_string("/proc/thread-self/schedstat").ok();
    let used = used.and_then(|line| line.split(' ').next()?.parse().ok());
    used.map_or_else(|| start.elapsed(), Duration::from_nanos)
}

fn work(corpus: &Corpus) -> Duration {
    let start = Instant::now();
    let before = clock(start);
    let comparison = analyze(corpus, &Options::default());
    let used = clock(start) - before;
    assert_eq!(comparison.check(), Ok(()));
    used.max(LEAST)
}

/// Returns how much more work the longer text is, the least of several tries while it is too much.
fn growth(length: usize, text: impl Fn(usize) -> String) -> f64 {
    let (short, long) = (corpus(text(length)), corpus(text(length * TIMES)));
    let tries = (0..3).map(|_| work(&long).as_secs_f64() / work(&short).as_secs_f64());
    let mut least = f64::INFINITY;
    for growth in tries {
        least = least.min(growth);
        if least <= MOST {
            break;
        }
    }
    least
}

#[test]
fn work_grows_with_the_length_of_the_text_and_not_with_its_square() {
    let (first, second) = TRAPS.split_at(TRAPS.len() / 2);
    let measure = |(length, traps): (usize, &'static [Trap])| {
        move || -> Vec<String> {
            let all = traps.iter().map(|(name, text)| (name, growth(length, text)));
            all.filter(|(_, growth)| *growth > MOST).map(|(name, growth)| format!("{name}: {growth:.1}")).collect()
        }
    };
    let shares = [(LENGTH, first), (LENGTH, second), (LATE_LENGTH, LATE_TRAPS)];
    let threads = shares.map(|share| std::thread::spawn(measure(share)));
    let faults: Vec<String> = threads.into_iter().flat_map(|thread| thread.join().unwrap()).collect();
    assert!(faults.is_empty(), "{TIMES} times the text is so many times the work: {faults:?}");
}

#[test]
fn the_square_of_the_length_is_noticed() {
    let count = |text: &str| text.bytes().map(|a| text.bytes().filter(|&b| std::hint::black_box(b) == a).count()).sum();
    let square = |length: usize| {
        let (start, text) = (Instant::now(), "a".repeat(length));
        let before = clock(start);
        let pairs: usize = count(&text);
        assert_eq!(pairs, length * length);
        (clock(start) - before).max(LEAST).as_secs_f64()
    };
    assert!(square(20_000) / square(5_000) > MOST);
}
