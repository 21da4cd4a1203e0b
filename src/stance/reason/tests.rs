//! What the sentences say, and that each language says all of them.

use super::*;

fn cue(of_judged: bool, words: &str) -> QuotedCue {
    QuotedCue::new(of_judged, words)
}

fn grounds(rule: RuleName, stance: Stance, cues: &[(bool, &str)]) -> Grounds<'static> {
    let cues = cues.iter().map(|&(of_judged, words)| cue(of_judged, words)).collect();
    Grounds { rule, stance, home: "North Post", judged: "River News", cues }
}

fn both(rule: RuleName, stance: Stance, cues: &[(bool, &str)]) -> [Option<String>; 2] {
    Language::ALL.map(|language| sentence(language, &grounds(rule, stance, cues)))
}

#[test]
fn a_conflict_names_both_sources_and_their_words_in_the_order_of_the_statement() {
    let cues = [(false, "nine felonies"), (true, "17 counts")];
    assert_eq!(
        both(RuleName::DifferentQuantity, Stance::Contradicts, &cues),
        [
            Some("North Post says “nine felonies”, River News says “17 counts”.".to_owned()),
            Some("North Post dice «nine felonies» y River News dice «17 counts».".to_owned())
        ]
    );
    let turned = [cues[1], cues[0]];
    assert_eq!(
        both(RuleName::DifferentQuantity, Stance::Contradicts, &turned),
        both(RuleName::DifferentQuantity, Stance::Contradicts, &cues)
    );
}

#[test]
fn what_is_only_partly_in_conflict_is_not_called_a_conflict() {
    let cues = [(false, "safe"), (true, "dangerous")];
    let [en, es] = both(RuleName::Opposite, Stance::Partly, &cues);
    assert_eq!(
        en.as_deref(),
        Some("North Post says “safe”, River News says “dangerous”; they may not be speaking of the same thing.")
    );
    assert_eq!(
        es.as_deref(),
        Some("North Post dice «safe» y River News dice «dangerous»; puede que no hablen de lo mismo.")
    );
}

#[test]
fn the_one_that_denies_is_named_first_whichever_it_is() {
    let by_judged = both(RuleName::Denial, Stance::Contradicts, &[(true, "hoax"), (false, "shark")]);
    assert_eq!(by_judged[0].as_deref(), Some("River News says “hoax” of what North Post reports."));
    let by_home = both(RuleName::Denial, Stance::Contradicts, &[(false, "hoax"), (true, "shark")]);
    assert_eq!(by_home[1].as_deref(), Some("North Post dice «hoax» de lo que cuenta River News."));
    let hedge = both(RuleName::Hedge, Stance::Hedges, &[(true, "may")]);
    assert_eq!(hedge[0].as_deref(), Some("River News leaves it open with “may”; North Post says it plainly."));
}

#[test]
fn missing_words_are_joined_as_a_negation_wants() {
    let [en, es] = both(RuleName::PartOfIt, Stance::Partly, &[(false, "food"), (false, "water"), (false, "shelter")]);
    assert_eq!(
        en.as_deref(),
        Some("Unlike North Post, River News does not mention “food”, “water” or “shelter” here.")
    );
    assert_eq!(
        es.as_deref(),
        Some("A diferencia de North Post, River News no menciona aquí «food», «water» ni «shelter».")
    );
}

/// Cues that suit every rule: one of each source, after those that a list of words takes.
const FITTING: [(bool, &str); 2] = [(false, "rose"), (true, "fell")];

#[test]
fn every_rule_has_a_sentence_and_a_title_in_every_language() {
    for &rule in RuleName::ALL {
        for stance in [Stance::Supports, Stance::Partly, Stance::Contradicts] {
            let [en, es] = both(rule, stance, &FITTING).map(|text| text.unwrap_or_default());
            for text in [&en, &es] {
                assert!(text.ends_with('.') && !text.ends_with("..") && !text.contains("  "), "{rule}: {text}");
                assert!(text.starts_with(char::is_uppercase), "{rule}: {text}");
            }
            assert_ne!(en, es, "{rule}");
            assert!(!es.contains('“') && !en.contains('«'), "{en} {es}");
        }
        assert!(Language::ALL.iter().all(|language| !title(*language, rule).is_empty()));
        assert_eq!(RuleName::of(rule.as_str()), Some(rule));
    }
    assert_eq!(RuleName::of("by-hand"), None);
}

#[test]
fn a_sentence_is_not_made_up_where_its_cues_or_its_source_are_missing() {
    for rule in
        [RuleName::DifferentQuantity, RuleName::Negation, RuleName::Hedge, RuleName::SameQuantity, RuleName::Role]
    {
        assert_eq!(both(rule, Stance::Contradicts, &[]), [None, None], "{rule}");
    }
    // Both cues of one source are not what the sentence speaks of.
    assert_eq!(both(RuleName::Opposite, Stance::Contradicts, &[(true, "a"), (true, "b")]), [None, None]);
    let nowhere = Grounds { home: "", ..grounds(RuleName::SameWords, Stance::Supports, &[]) };
    assert_eq!(sentence(Language::English, &nowhere), None);
    let alone = Grounds { home: "", ..grounds(RuleName::NotFound, Stance::Omits, &[]) };
    assert_eq!(sentence(Language::English, &alone).as_deref(), Some("No sentence in River News says this."));
}

#[test]
fn quoted_words_stand_on_one_line_without_the_marks_around_them() {
    for (given, expected) in [
        ("“nine\n felonies,", "nine felonies"),
        ("(2 metres).", "2 metres"),
        ("$2.6 million", "$2.6 million"),
        ("40%", "40%"),
        ("4:30 p.m.", "4:30 p.m."),
        ("in the U.S.", "in the U.S."),
        ("it rose.", "it rose"),
        ("-", ""),
        ("?", "?"),
    ] {
        assert_eq!(cue(true, given).words, expected);
    }
    let long = cue(true, &"words that go on ".repeat(20)).words;
    assert!(long.chars().count() <= LONGEST_CUE + 2 && long.ends_with("go on words …"), "{long}");
}

#[test]
fn marks_inside_quoted_words_step_down() {
    let [en, es] = both(RuleName::Headline, Stance::Supports, &[]);
    assert!(en.is_some() && es.is_some());
    let nested = [(false, "a “grand” bargain"), (true, "a «petit» one")];
    let [en, es] = both(RuleName::Opposite, Stance::Contradicts, &nested);
    assert!(en.is_some_and(|text| text.contains("“a ‘grand’ bargain”")));
    assert!(es.is_some_and(|text| text.contains("«a “petit” one»")));
}

#[test]
fn sources_are_called_by_their_outlet_or_their_letter() {
    assert_eq!(source_name(Language::English, 0, Some(" Post ")), "Post");
    assert_eq!(source_name(Language::English, 27, Some(" ")), "Source AB");
    assert_eq!(source_name(Language::Spanish, 1, None), "Fuente B");
    assert_eq!([0, 25, 26, 49].map(letter), ["A", "Z", "AA", "AX"]);
}
