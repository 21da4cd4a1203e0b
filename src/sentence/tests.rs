#![allow(clippy::unwrap_used)]

use super::*;
use crate::growth::assert_linear;
use proptest::prelude::*;

fn sentences(text: &str) -> Vec<&str> {
    split(text).iter().map(|span| span.slice(text)).collect()
}

/// Of the 52 Golden Rules of pragmatic_segmenter, how many must hold.
const GOLDEN_RULES_FLOOR: usize = 52;

#[test]
fn golden_rules_hold() {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/../shared/bench/sentences-golden-rules.json");
    let Ok(json) = std::fs::read_to_string(path) else {
        println!("skipped: {path} is not there");
        return;
    };
    let rules: Vec<serde_json::Value> = serde_json::from_str(&json).unwrap();
    let mut right = 0;
    for rule in &rules {
        let text = rule["text"].as_str().unwrap();
        let expected: Vec<&str> = rule["expect"].as_array().unwrap().iter().map(|e| e.as_str().unwrap()).collect();
        let found: Vec<String> =
            sentences(text).iter().map(|s| s.split_whitespace().collect::<Vec<_>>().join(" ")).collect();
        if found == expected {
            right += 1;
        } else {
            println!("{}\n  expected {expected:?}\n  found    {found:?}", rule["name"]);
        }
    }
    println!("{right} of {} golden rules hold", rules.len());
    assert!(right >= GOLDEN_RULES_FLOOR, "{right} of {}", rules.len());
}

#[test]
fn stops_that_end_no_sentence() {
    for one in [
        "Rep. Alexandria Ocasio-Cortez, D-N.Y., criticized Biden's move in a tweet.",
        "Sen. Tom Cotton (R-Ark.) noted Thursday that the reversal matters.",
        "In a Feb. 6 official statement it opposed the resolution.",
        "The D.C. City Council approved a new code.",
        "It fell by 3.5 percent at 9 a.m. EST on Jan. 12.",
        "The ferry left at 7 a.m. (0600 GMT) from the old port.",
        "Northwind Inc. (NWND) fell on Monday.",
        "\"What?\" she asked.",
        "“Why now?” Mr. Biden asked.",
        "\"Stop!\" the Mexican president shouted.",
        "J. D. Vance met Rusli M. Saleh, Ph.D., in Washington, D.C. on Monday.",
        "Minn. Gov. Tim Walz and St. Paul officials met Acme Inc. executives.",
        "“executing a scheme... for the sole purpose of gain.”",
        "He said (I was there. It was bad.) that it was over.",
        "Prices rose, e.g. Brent crude, vs. Monday.",
        "See No. 5 and pp. 3.",
        "\"Everything hurts,\" he says, and: \"I can't breathe, officer. \"",
        "Is it over? \"",
    ] {
        assert_eq!(sentences(one), [one]);
    }
}

#[test]
fn stops_that_end_sentences() {
    for pair in [
        ["He lives in the U.S.", "She does not."],
        ["\"No.\"", "He left."],
        ["“I support it,” he said.", "“I do.”"],
        ["He said: \"The rest have only minor cuts and grazes. \"", "Injured people had been moved."],
        ["It was over at 5 p.m.", "Police left."],
        ["He asked why?", "Nobody knew."],
        ["Was he there?", "No."],
        ["She met Robert Downey Jr.", "He smiled."],
        ["It was $5.", "She paid."],
        ["He left in 2013.", "7 others stayed."],
        ["He was ill.", "Brazil won."],
        ["It ended.", "(He was there.)"],
        ["It ended.", "iPhone sales fell."],
        ["HEADS SHOULD ROLL.", "THE HOUSE KNEW."],
    ] {
        assert_eq!(sentences(&pair.join(" ")), pair);
    }
    assert_eq!(
        sentences("It was night.He left.\"So?\"She stayed."),
        ["It was night.", "He left.", "\"So?\"", "She stayed."]
    );
}

fn kinds(text: &str) -> Vec<(SentenceKind, &str)> {
    segment(text).iter().map(|s| (s.kind, s.span.slice(text))).collect()
}

#[test]
fn headings_are_told_by_their_form() {
    use SentenceKind::{Heading, Prose};
    for heading in [
        "Mexico’s Diplomatic Dance with the U.S.",
        "Inside the D.C. criminal code fight",
        "Tuesday, July 2nd, 2013",
        "WEDNESDAY 03 JULY 2013",
        "Updated: July 02,2013 15:50 IST",
        "Key Takeaways:",
        "Will Statehood for Washington Ever Happen?",
        "Five dead, dozens injured in Indonesia quake",
        "* * *",
    ] {
        assert_eq!(kinds(&format!("{heading}\nIt rained.")), [(Heading, heading), (Prose, "It rained.")]);
    }
    let question = "Is this Crabzilla? Giant crab measuring 50ft spotted off British coast";
    assert!(segment(&format!("{question}\nIt rained.")).iter().take(2).all(|s| s.kind == Heading));
    for prose in ["It rained in the U.S.", "\"I will go.\"", "\"It was lost,\" he said", "He said:", "Why did it rain?"]
    {
        let text = format!("{prose}\n\n- One.");
        assert_eq!(kinds(&text)[0], (Prose, prose));
    }
    assert_eq!(kinds("the river rose two metres on Monday"), [(Prose, "the river rose two metres on Monday")]);
}

#[test]
fn the_time_of_an_entry_is_no_part_of_it() {
    use SentenceKind::Prose;
    for entry in ["**07:10** It rained in Lund.", "14.05: It rained in Lund.", "[7:10 a.m.] It rained in Lund."] {
        assert_eq!(kinds(entry), [(Prose, "It rained in Lund.")], "{entry}");
    }
    for text in ["07:10 is when it rained in Lund.", "3.75 percent it is.", "12 It rained in Lund."] {
        assert_eq!(kinds(text), [(Prose, text)]);
    }
}

#[test]
fn date_lines_stand_apart() {
    use SentenceKind::{Heading, Prose};
    for place in ["WASHINGTON —", "NEW YORK (AP) –", "KYIV, Ukraine, May 3 (Reuters) -", "LONDON, April 1 (UPI) --"]
    {
        let text = format!("{place} The president said Thursday he will sign it.");
        assert_eq!(kinds(&text), [(Heading, place), (Prose, "The president said Thursday he will sign it.")]);
    }
    for text in ["NATO — the alliance — met on Monday.", "USA-China talks went on.", "The plan — his — failed."]
    {
        assert_eq!(kinds(text), [(Prose, text)]);
    }
}

#[test]
fn bullets_know_what_leads_them_in() {
    let text =
        "She pointed to metrics, including:\n- A decrease. Really.\n• A fall.\n2) A decline.\n\nIt ended.\n* Alone.";
    let found = segment(text);
    let bullets: Vec<_> = found.iter().filter(|s| s.kind == SentenceKind::Bullet).collect();
    assert_eq!(
        bullets.iter().map(|s| s.span.slice(text)).collect::<Vec<_>>(),
        ["A decrease.", "Really.", "A fall.", "A decline.", "Alone."]
    );
    let leads: Vec<_> = bullets.iter().map(|s| s.lead_in.map(|span| span.slice(text))).collect();
    let lead = Some("She pointed to metrics, including:");
    assert_eq!(leads, [lead, lead, lead, lead, None]);
}

#[test]
fn sentences_know_that_they_begin_inside_a_quotation() {
    let text = "\"There are 30 injured.\nThe rest have cuts. \"\nOthers left. “We know,” he said. It is so.";
    let quoted: Vec<_> = segment(text).iter().map(|s| s.quoted).collect();
    assert_eq!(quoted, [false, true, false, false, false]);
}

#[test]
fn wrapped_lines_are_joined() {
    assert_eq!(kinds("It was a cold \nnight in the city.\nIt rained.").len(), 2);
    assert_eq!(segment("It was\r\ncold.\r\nIt rained.").iter().map(|s| s.paragraph).collect::<Vec<_>>(), [0, 1]);
}

#[test]
fn a_long_text_of_odd_characters_takes_linear_time() {
    let odd = [
        ".",
        "\"",
        "(",
        "a.",
        ". ",
        "“",
        "?\" ",
        "\n- ",
        "1. ",
        "a.b@",
        "é’",
        "A",
        "...\"(",
        "• 1) ",
        "At 5 a.m. A ",
        "a\n",
    ];
    assert_linear(&odd, 60_000, |text| assert!(segment(text).len() <= text.len()));
}

fn news_like() -> impl Strategy<Value = String> {
    let piece = prop::sample::select(vec![
        "Mr. ",
        "U.S. ",
        "The ",
        "he said",
        ". ",
        ".",
        "? ",
        "!",
        "\"",
        "“",
        "”",
        "’",
        "(",
        ")",
        "\n",
        "\n\n",
        "\r\n",
        "- ",
        "• ",
        "1. ",
        "2. ",
        "a) ",
        "...",
        " . . . ",
        "5 p.m. ",
        "é",
        "日本。",
        "WASHINGTON — ",
        ":",
        "a@b.c",
        "\u{2028}",
        "\t",
        "İ",
        "\u{0}",
    ]);
    prop::collection::vec(piece, 0..40).prop_map(|pieces| pieces.concat())
}

fn check_spans(text: &str) -> Result<(), TestCaseError> {
    let mut end = 0;
    for sentence in segment(text) {
        prop_assert!(sentence.span.start >= end && sentence.span.end <= text.len());
        prop_assert!(text.is_char_boundary(sentence.span.start) && text.is_char_boundary(sentence.span.end));
        prop_assert!(!sentence.span.is_empty() && sentence.span.trim(text) == sentence.span);
        let between = &text[end..sentence.span.start];
        let marker =
            between.chars().all(|c| c.is_whitespace() || "-*–‐‑•‣◦⁃●▪■·.)".contains(c) || c.is_ascii_alphanumeric());
        prop_assert!(marker, "lost {between:?}");
        prop_assert!(between.split_whitespace().all(|lost| lost.chars().filter(|c| c.is_alphanumeric()).count() <= 2));
        end = sentence.span.end;
    }
    let mut rebuilt = 0;
    for span in split(text) {
        prop_assert!(text[rebuilt..span.start].trim().is_empty());
        rebuilt = span.end;
    }
    prop_assert!(text[rebuilt..].trim().is_empty());
    Ok(())
}

proptest! {
    #[test]
    fn sentences_rebuild_any_text(text in "\\PC{0,200}|(?s).{0,120}") {
        check_spans(&text)?;
    }

    #[test]
    fn sentences_rebuild_news_like_text(text in news_like()) {
        check_spans(&text)?;
    }
}
