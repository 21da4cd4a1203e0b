//! What tagging is held to.

use super::*;
use crate::span::Span;
use crate::token::tokenize;

fn verbs(text: &str) -> Vec<String> {
    let tokens = tokenize(text, Span::new(0, text.len()));
    tag(&tokens).iter().zip(&tokens).filter(|(t, _)| t.is_verbal()).map(|(_, t)| t.normal.clone()).collect()
}

#[test]
fn regular_verbs_are_inflected() {
    for (form, base) in [
        ("stopped", "stop"),
        ("visited", "visit"),
        ("carries", "carry"),
        ("dying", "die"),
        ("pushes", "push"),
        ("agreed", "agree"),
    ] {
        assert_eq!(lemma(form), Some(base), "{form}");
    }
}

#[test]
fn british_spellings_are_verbs() {
    for (form, base) in
        [("cancelled", "cancel"), ("travelling", "travel"), ("organised", "organize"), ("organises", "organize")]
    {
        assert_eq!(lemma(form), Some(base), "{form}");
    }
    assert_eq!(lemma("sailled"), None);
    assert_eq!(lemma("sailed"), Some("sail"));
}

#[test]
fn a_sentence_full_of_names_is_no_headline() {
    assert_eq!(verbs("Finance Minister Ana Lopez resigned on Monday"), ["resigned"]);
}

#[test]
fn the_last_word_of_a_subject_is_no_adjective() {
    assert_eq!(verbs("The library opened in Ghent"), ["opened"]);
    assert_eq!(verbs("The public library was closed"), ["was", "closed"]);
}

#[test]
fn nouns_that_can_be_verbs_stay_nouns_after_determiners() {
    assert_eq!(verbs("The fire damaged the houses in the report"), ["damaged"]);
    assert_eq!(verbs("The minister reports a rise in deaths"), ["reports"]);
    assert_eq!(verbs("She plans to visit the building"), ["plans", "visit"]);
}

#[test]
fn passives_and_perfects_are_participles() {
    let text = "Ten people were killed and the bridge has been closed";
    let tokens = tokenize(text, Span::new(0, text.len()));
    let tags = tag(&tokens);
    assert_eq!(tags[3], Tag::Verb(Form::Participle));
    assert_eq!(tags[9], Tag::Verb(Form::Participle));
}

#[test]
fn a_verb_behind_an_apposition_is_no_adjective() {
    assert_eq!(verbs("Lund's mayor, Ana Ruiz, told local radio"), ["told"]);
    assert_eq!(verbs("Ana Ruiz, 57, pleaded guilty"), ["pleaded"]);
    assert!(verbs("Tired, exhausted workers").is_empty());
}

#[test]
fn a_reduced_relative_is_a_participle() {
    let text = "The talks scheduled for Monday have ended";
    let tokens = tokenize(text, Span::new(0, text.len()));
    assert_eq!(tag(&tokens)[2], Tag::Verb(Form::Participle));
}

#[test]
fn a_verb_behind_an_insertion_is_no_noun() {
    assert_eq!(verbs("Ana Ruiz, 57, faces two charges"), ["faces"]);
    assert_eq!(
        verbs("The rule, written in 2019 after a bank failed, limits large loans"),
        ["written", "failed", "limits"]
    );
    assert_eq!(verbs("The cooks, who struck in May, accuse the owner of theft"), ["struck", "accuse"]);
    assert_eq!(verbs("The union, which stands for doctors, cooks and drivers"), ["stands"]);
}

#[test]
fn words_inside_compounds_link_nothing() {
    let tags = |text: &str| tag(&tokenize(text, Span::new(0, text.len())));
    assert!(!tags("An after-school club and a search-and-rescue team met").contains(&Tag::Subordinator));
    assert_eq!(tags("A search-and-rescue team met").iter().filter(|t| **t == Tag::Coordinator).count(), 0);
    assert_eq!(tags("Rain - and wind - fell").iter().filter(|t| **t == Tag::Coordinator).count(), 1);
}

#[test]
fn a_participle_before_a_noun_is_no_verb() {
    assert_eq!(verbs("A badly built wall fell on the newly opened road"), ["fell"]);
    assert_eq!(verbs("The date on the bottom of the can was wrong"), ["was"]);
}

#[test]
fn a_participle_in_commas_is_no_finite_verb() {
    let finite = |text: &str| {
        let tokens = tokenize(text, Span::new(0, text.len()));
        let tags = tag(&tokens);
        tokens.iter().zip(tags).filter(|(_, t)| t.is_finite()).map(|(t, _)| t.normal.clone()).collect::<Vec<_>>()
    };
    assert_eq!(finite("But the keeper, dropped on Sunday and again on Monday, refused to leave"), ["refused"]);
    assert_eq!(finite("Bread will cost more unless the tax, set to rise on May 1, is frozen"), ["will", "is"]);
    assert_eq!(finite("The fire, suspected to have been lit by boys, spread to a barn")[..2], ["have", "been"]);
}

#[test]
fn an_aside_hides_no_verb() {
    assert_eq!(verbs("Critics, however, argue that bread is dear"), ["argue", "is"]);
}

#[test]
fn what_was_counted_is_no_finite_verb() {
    let tokens = tokenize("With half of the votes counted, Ruiz led", Span::new(0, 40));
    assert_eq!(tag(&tokens).iter().filter(|t| t.is_finite()).count(), 1);
}

#[test]
fn a_word_of_no_list_is_a_verb_by_its_ending_and_place() {
    assert_eq!(verbs("A lorry jackknifed on the hill"), ["jackknifed"]);
    assert_eq!(verbs("He took the pan and dunked it in water"), ["took", "dunked"]);
    assert_eq!(verbs("Thieves took rings and watches handcrafted in Bern"), ["took", "handcrafted"]);
    assert_eq!(verbs("She won on Sunday, clocking 2 hours"), ["won", "clocking"]);
    assert_eq!(verbs("He spoke of drug trafficking, defunding the police, and crime"), ["spoke"]);
    assert_eq!(verbs("The rugged coast and a seabed"), Vec::<String>::new());
}

#[test]
fn a_subject_waits_for_its_verb() {
    assert_eq!(verbs("Rescue teams say the road is shut"), ["say", "is", "shut"]);
    assert_eq!(verbs("They left while four remain in Lund"), ["left", "remain"]);
    assert_eq!(verbs("Economists polled by the Post say that debt will grow"), ["polled", "say", "will", "grow"]);
    assert_eq!(verbs("At one point it was full"), ["was"]);
    assert_eq!(verbs("Analysts, who rate the stock a buy, agreed"), ["rate", "agreed"]);
    assert_eq!(verbs("They also want half an hour"), ["want"]);
    assert_eq!(verbs("Drivers still earn 3,000 crowns"), ["earn"]);
    assert_eq!(verbs("Members of the guild want 8 percent"), ["want"]);
    assert_eq!(verbs("They stopped work over pay and rest breaks, halting trains"), ["stopped", "halting"]);
    assert_eq!(verbs("The office disputes that and says deputies were there"), ["disputes", "says", "were"]);
    assert_eq!(verbs("For the staff, that comes too late"), ["comes"]);
    assert_eq!(verbs("Many refused to go, and most lost their homes"), ["refused", "go", "lost"]);
    assert_eq!(verbs("Many damaged houses fell"), ["fell"]);
    assert_eq!(verbs("They gave 8 answers to members of the guild"), ["gave"]);
}

#[test]
fn a_word_in_capitals_of_its_own_is_a_name() {
    assert_eq!(verbs("SOLVE tested 900 patients in Lund"), ["tested"]);
    assert_eq!(verbs("REACH was stopped in May"), ["was", "stopped"]);
    // What all words are written in says nothing, and an order is no name.
    assert_eq!(verbs("STOP THE TRAINS TO LUND TONIGHT"), ["stop"]);
    assert_eq!(verbs("Stop the trains in Lund"), ["stop"]);
}

#[test]
fn a_conjunction_that_says_when_joins_nothing() {
    let joins = |text: &str| tag(&tokenize(text, Span::new(0, text.len()))).contains(&Tag::Coordinator);
    for (text, expected) in [
        ("The yard has not yet chosen a crane", false),
        ("The yard has yet to choose a crane", false),
        ("No crane has been chosen yet.", false),
        ("Nobody has as yet chosen a crane", false),
        ("The yard was warned, yet it chose the crane", true),
        ("A small yet heavy crane", true),
    ] {
        assert_eq!(joins(text), expected, "{text}");
    }
}
