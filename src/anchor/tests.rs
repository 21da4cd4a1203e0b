//! Corrections as newsrooms make them, and properties that hold for any.

use super::*;
use crate::{Corpus, Options, analyze};
use proptest::prelude::*;

fn quotation(text: &str, exact: &str, nth: usize) -> Evidence {
    let (start, _) = text.match_indices(exact).nth(nth).unwrap();
    Evidence::new(&CodePoints::new(text), text, Span::new(start, start + exact.len()))
}

fn found(quotation: &Evidence, text: &str) -> Option<usize> {
    find(quotation, text, &CodePoints::new(text)).map(|span| {
        assert!(!span.slice(text).is_empty());
        span.start
    })
}

const TEXT: &str = "The mayor spoke first. He gave no figure.\nThe minister spoke next. He gave no figure.\nAn expert doubted both of them, and said so: “It can’t be.”";

#[test]
fn words_are_found_where_a_correction_pushed_them() {
    let corrected = TEXT.replace("The mayor spoke first.", "The mayor, Ana Müller, spoke first of all.");
    for exact in ["The minister spoke next.", "An expert doubted both of them"] {
        assert_eq!(found(&quotation(TEXT, exact, 0), &corrected), corrected.find(exact));
    }
}

#[test]
fn of_words_that_stand_twice_the_context_tells_which() {
    let corrected = format!("Corrected on Tuesday. {TEXT}");
    let places: Vec<_> = corrected.match_indices("He gave no figure.").map(|(at, _)| at).collect();
    for nth in [0, 1] {
        assert_eq!(found(&quotation(TEXT, "He gave no figure.", nth), &corrected), Some(places[nth]));
    }
    // At the old place of the first stands the second now: the context knows better than the place.
    let first = quotation(TEXT, "He gave no figure.", 0);
    let turned =
        "The minister spoke next. He gave no figure.\nThe mayor spoke first. He gave no figure.\nThe expert left.";
    let shorter = "minister, asked again, said: He gave no figure.\n";
    let turned = turned.replace(
        "The minister spoke next. He gave no figure.\n",
        &shorter[shorter.len() - 19 - TEXT.find("He gave").unwrap()..],
    );
    assert_eq!(turned.find("He gave"), TEXT.find("He gave"));
    assert_eq!(found(&first, &turned), turned.match_indices("He gave no figure.").nth(1).map(|(at, _)| at));
}

#[test]
fn what_cannot_be_told_apart_or_is_gone_is_not_found() {
    let twice = "He gave no figure.\n".repeat(3);
    let without_place = Evidence { start: 500, end: 518, ..quotation(TEXT, "He gave no figure.", 0) };
    assert_eq!(found(&without_place, &twice), None);
    let corrected = TEXT.replace("An expert doubted both", "An expert doubted one");
    assert_eq!(found(&quotation(TEXT, "An expert doubted both of them", 0), &corrected), None);
    // Two short words are left, in another sentence: a look-alike.
    let (before, after) = ("The river rose two metres on Monday.", "The river fell. A wall of two metres stands.");
    assert_eq!(found(&quotation(before, "two metres", 0), after), None);
    assert_eq!(found(&quotation(before, "two metres", 0), "On Sunday the river rose two metres on Monday."), Some(25));
}

#[test]
fn white_space_and_the_shape_of_quotation_marks_may_change() {
    let said = quotation(TEXT, "An expert doubted both of them, and said so: “It can’t be.”", 0);
    let respaced = "Opening.\n\nAn expert  doubted both\u{a0}of them,\nand said so: \"It can't be.\" The end.";
    let points = CodePoints::new(respaced);
    let span = find(&said, respaced, &points).unwrap();
    assert_eq!(span.slice(respaced), "An expert  doubted both\u{a0}of them,\nand said so: \"It can't be.\"");
    assert_eq!(found(&said, &format!("{respaced} {respaced}")), None, "twice");

    // Short words too, but no look-alike of them.
    let before = "The river rose ‘two metres’ on Monday.";
    let short = quotation(before, "‘two metres’", 0);
    for (text, at) in [
        ("The river rose 'two\nmetres' on Monday.", Some(15)),
        ("On Sunday the river  rose\n'two metres'  on Monday.", Some(26)),
        ("The river rose 'two metres' on Monday, and 'two  metres' on Sunday.", None),
        ("The river fell. A wall of 'two metres' stands.", None),
    ] {
        assert_eq!(found(&short, text), at, "{text}");
    }
    assert_eq!(found(&quotation("No one.", "No one.", 0), "No\u{a0}one."), Some(0), "all of a text");
}

const ONE: &str =
    "The river rose two metres on Monday, the council said. Nobody was evacuated from the houses at the bridge.";
const TWO: &str = "On Monday the river rose three metres, the council said. Schools stay closed until the weekend.";

fn comparison() -> Comparison {
    analyze(&Corpus::new(vec![Document::new("a", ONE), Document::new("b", TWO)]), &Options::default())
}

/// Corrects the text of the second article.
fn corrected(comparison: &Comparison, from: &str, to: &str) -> Comparison {
    let mut comparison = comparison.clone();
    let text = &mut comparison.corpus.documents[1].text;
    assert!(text.contains(from));
    *text = text.replace(from, to);
    comparison
}

#[test]
fn a_comparison_follows_a_correction_elsewhere_in_the_article() {
    let before = comparison();
    assert_eq!(before.claims[0].verdict, Verdict::Disputed);
    assert_eq!(carry(&mut before.clone()), []);
    let mut after = corrected(&before, "On Monday", "BREAKING: updated at noon\nOn Monday");
    assert!(after.check().is_err());
    let findings = carry(&mut after);
    assert!(!findings.is_empty() && findings.iter().all(|finding| finding.fate == Fate::Moved), "{findings:#?}");
    assert_eq!(after.check(), Ok(()));
    let stances = |comparison: &Comparison| -> Vec<_> {
        comparison
            .claims
            .iter()
            .flat_map(|row| row.cells.iter().map(|cell| (cell.stance, cell.reasons.len(), cell.evidence.len())))
            .collect()
    };
    assert_eq!(stances(&after), stances(&before));
    let cues = |comparison: &Comparison| -> usize {
        comparison.claims[0].cells.iter().flat_map(|cell| &cell.reasons).map(|reason| reason.cues.len()).sum()
    };
    assert_eq!(cues(&after), cues(&before));
    assert!(cues(&before) > 0);
}

#[test]
fn a_contradiction_whose_words_were_corrected_is_taken_back() {
    let mut after = corrected(&comparison(), "three metres", "two metres");
    let findings = carry(&mut after);
    assert!(
        findings
            .iter()
            .any(|finding| finding.fate == Fate::Lost && finding.member == "evidence" && finding.document == 1)
    );
    assert_eq!(after.check(), Ok(()));
    let cell = &after.claims[0].cells[1];
    assert_eq!((cell.stance, cell.reasons[0].rule.as_str()), (Stance::Unjudged, NOT_FOUND));
    assert_eq!((cell.confidence, cell.judged_by), (0.0, JudgedBy::Rule), "as of every cell that is not judged");
    assert_eq!((after.claims[0].verdict, after.claims[0].division), (Verdict::SingleSource, 0.0));
}

#[test]
fn a_contradiction_outlives_other_white_space_in_its_words() {
    let mut after = corrected(&comparison(), "river rose three metres", "river  rose three\u{a0} metres");
    let findings = carry(&mut after);
    assert!(!findings.is_empty() && findings.iter().all(|finding| finding.fate == Fate::Moved), "{findings:#?}");
    assert_eq!((after.check(), after.claims[0].verdict), (Ok(()), Verdict::Disputed));
    let cues = after.claims[0].cells.iter().flat_map(|cell| &cell.reasons).flat_map(|reason| &reason.cues);
    assert!(cues.map(|cue| cue.exact.as_str()).any(|exact| exact == "three\u{a0} metres"));
    assert_eq!(carry(&mut after), []);
}

#[test]
fn a_row_that_nobody_says_any_more_is_told_until_a_person_judges_it() {
    let mut after = corrected(&comparison(), "Schools stay closed until the weekend.", "Schools open.");
    carry(&mut after);
    let forsaken: Vec<usize> = (0..after.claims.len()).filter(|&row| is_forsaken(&after.claims[row])).collect();
    let [row] = forsaken[..] else { panic!("{forsaken:?}") };
    assert!(comparison().claims[row].statement.starts_with("Schools stay closed"));
    assert!(!comparison().claims.iter().any(is_forsaken));
    after.claims[row].cells[1].judged_by = JudgedBy::Person;
    assert!(!is_forsaken(&after.claims[row]));
}

#[test]
fn what_a_person_decided_is_moved_and_never_changed() {
    let mut before = comparison();
    before.claims[0].cells[1].judged_by = JudgedBy::Person;
    let mut after = corrected(&before, "On Monday", "Update.\nOn Monday");
    carry(&mut after);
    let (old, new) = (&before.claims[0].cells[1], &after.claims[0].cells[1]);
    assert_eq!(new.evidence[0].start, old.evidence[0].start + "Update.\n".len());
    assert_eq!((new.stance, &new.evidence[0].exact), (old.stance, &old.evidence[0].exact));
    assert_eq!(after.check(), Ok(()));

    let mut gone = corrected(&before, "three metres", "two metres");
    let findings = carry(&mut gone);
    assert!(findings.iter().any(|finding| finding.is_of_person && finding.fate == Fate::Lost));
    assert_eq!(gone.claims[0].cells[1].stance, old.stance);
    assert_eq!(gone.claims[0].cells[1].evidence, old.evidence);
    // The other cell is a machine's, and what it contradicted is gone.
    assert_eq!(gone.claims[0].cells[0].stance, Stance::Unjudged);
    assert!(gone.check().is_err(), "a person must look");
}

proptest! {
    /// Whatever was put in, cut or doubled: what is found has the words, and what a machine decided passes the check afterwards.
    #[test]
    fn any_correction_gives_a_comparison_that_passes_its_check(
        column in 0..2_usize, from in any::<prop::sample::Index>(), length in 0..30_usize,
        put in prop_oneof!["\\PC{0,10}", Just(ONE.to_owned()), Just(TWO.to_owned()), Just(String::new())],
    ) {
        let mut comparison = comparison();
        let text = &mut comparison.corpus.documents[column].text;
        let characters: Vec<char> = text.chars().collect();
        let from = from.index(characters.len());
        let kept = characters.iter().skip(from + length);
        *text = characters.iter().take(from).copied().chain(put.chars()).chain(kept.copied()).chain("x".chars()).collect();
        carry(&mut comparison);
        prop_assert_eq!(comparison.check(), Ok(()));
        prop_assert_eq!(carry(&mut comparison.clone()), [], "once is enough");
    }

    #[test]
    fn what_is_found_is_the_quotation(text in "[ab .]{0,60}", from in 0..60_usize, length in 0..20_usize, other in "[ab .]{0,60}") {
        let (from, to) = (from.min(text.len()), (from + length).min(text.len()));
        let points = CodePoints::new(&text);
        let quotation = Evidence::new(&points, &text, Span::new(from, to));
        if from < to {
            prop_assert_eq!(find(&quotation, &text, &points), Some(Span::new(from, to)));
        }
        if let Some(span) = find(&quotation, &other, &CodePoints::new(&other)) {
            let plain = |words: &str| words.split_whitespace().collect::<Vec<_>>().join(" ");
            prop_assert_eq!(plain(span.slice(&other)), plain(&quotation.exact));
        }
    }
}
