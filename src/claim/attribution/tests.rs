//! What finding speakers is held to; no sentence here is of a labelled story.

use super::*;
use crate::tag::tag;
use crate::token::tokenize;

fn read(text: &str) -> Option<(String, String)> {
    let tokens = tokenize(text, Span::new(0, text.len()));
    let tags = tag(&tokens);
    let found = find(&tokens, &tags).into_iter().next()?;
    let words = |r: &Range<usize>| tokens[r.clone()].iter().map(|t| t.normal.as_str()).collect::<Vec<_>>().join(" ");
    Some((words(&found.speaker), found.content.iter().map(words).collect::<Vec<_>>().join(" | ")))
}

fn is(text: &str, speaker: &str, content: &str) {
    assert_eq!(read(text), Some((speaker.to_owned(), content.to_owned())), "{text}");
}

#[test]
fn a_speaker_before_the_verb() {
    is("The mayor said that the bridge was safe", "the mayor", "the bridge was safe");
    is("The mayor said the bridge was safe", "the mayor", "the bridge was safe");
    is("Ms. Lopez told reporters the bridge was safe", "ms . lopez", "the bridge was safe");
    is("Police said the man, 45, was a clerk", "police", "the man , 45 , was a clerk");
    // Somebody else is named behind the semicolon; a pronoun goes on with what was said.
    is("Organisers said 9,000 people came; police counted half", "organisers", "9,000 people came");
    is("Lang said she was tired; she slept well", "lang", "she was tired ; she slept well");
    is("Some 9,000 came, according to organisers; police counted half", "organisers", "some 9,000 came ,");
    assert_eq!(read("Holm did not say how many jobs would be lost"), None);
    assert_eq!(read("His recent comments echo past claims that cartels control the port"), None);
}

#[test]
fn a_speaker_goes_on_with_another_verb() {
    let all = |text: &str| {
        let tokens = tokenize(text, Span::new(0, text.len()));
        let words =
            |r: &Range<usize>| tokens[r.clone()].iter().map(|t| t.normal.as_str()).collect::<Vec<_>>().join(" ");
        let told =
            |a: Attribution| words(&a.speaker) + ": " + &a.content.iter().map(words).collect::<Vec<_>>().join(" | ");
        find(&tokens, &tag(&tokens)).into_iter().map(told).collect::<Vec<_>>()
    };
    for (text, told) in [
        (
            "Lang confirmed that Ruiz will open the pier in May, but said the cranes were late.",
            &["lang: ruiz will open the pier in may", "lang: the cranes were late ."][..],
        ),
        (
            "Lang said Ruiz will stay but warned that the pier was old.",
            &["lang: ruiz will stay", "lang: the pier was old ."],
        ),
        (
            "The clerk denied that Ruiz was paid, and added that the books were in order.",
            &["the clerk: ruiz was paid", "the clerk: the books were in order ."],
        ),
        // Whoever is spoken of said it, or nobody says anything.
        (
            "Lang said Ruiz fell, and told a nurse that she was cold.",
            &["lang: ruiz fell , and told a nurse that she was cold .", "lang: she was cold ."],
        ),
        ("Lang said Ruiz fell, and found a coin.", &["lang: ruiz fell , and found a coin ."]),
        // That is no clause's first word behind a preposition.
        ("Police said the cook on that ferry had been ill.", &["police: the cook on that ferry had been ill ."]),
        // Nothing is said by who does not come.
        ("Costa, 31, did not report for work in May and was sacked by the yard.", &[]),
    ] {
        assert_eq!(all(text), told, "{text}");
    }
}

#[test]
fn a_speaker_who_does_something_before_a_quotation() {
    is("Lang shook his head: \"It is over.\"", "lang", "\" it is over . \"");
    is("Coach Ana Ruiz let rip afterwards: \"Everybody saw it.", "coach ana ruiz", "\" everybody saw it .");
    is("Baker Ana Ruiz (61) is happy: \"They loved it.\"", "baker ana ruiz", "\" they loved it . \"");
    assert_eq!(read("The sign was clear: \"Keep out.\""), None);
    assert_eq!(read("Lang shook his head: it was over."), None);
}

#[test]
fn a_speaker_after_the_content() {
    is("The bridge was safe, the mayor said", "the mayor", "the bridge was safe");
    is("The bridge was safe, said mayor Ana Lopez", "mayor ana lopez", "the bridge was safe");
    is("\"It is safe,\" said retired teacher Ana Lopez", "retired teacher ana lopez", "\" it is safe , \"");
    is("\"It is safe,\" said Ana Lopez, the mayor", "ana lopez", "\" it is safe , \"");
    is("According to the mayor, the bridge was safe", "the mayor", "the bridge was safe");
    is("so it said that the bridge was safe", "it", "the bridge was safe");
}

#[test]
fn a_speaker_with_an_apposition() {
    is(
        "Five people had died, Fauzi, an official from the agency, told AFP late Tuesday",
        "fauzi , an official from the agency ,",
        "five people had died",
    );
}

#[test]
fn insertions_keep_no_speaker_from_the_verb() {
    is("Police said the man, who was drunk, fled", "police", "the man , who was drunk , fled");
    is(
        "Police said the suspect, 31, from the west of the city, was arrested on Tuesday",
        "police",
        "the suspect , 31 , from the west of the city , was arrested on tuesday",
    );
    let found = read("Prof Spires, of the university, who was not involved, said the study was sound").unwrap();
    assert!(found.0.starts_with("prof spires"), "{found:?}");
    assert_eq!(found.1, "the study was sound");
    is("Ana Ruiz, the chief executive, said: \"We will go\"", "ana ruiz , the chief executive ,", "\" we will go \"");
    is("Karl Beck, chairman, said about 1,200 jobs would go", "karl beck , chairman ,", "about 1,200 jobs would go");
    is(
        "Police said another man who had been held would face no action",
        "police",
        "another man who had been held would face no action",
    );
    is(
        "A spokesman said local issues, including a row over parking, had dominated the campaign",
        "a spokesman",
        "local issues , including a row over parking , had dominated the campaign",
    );
    is(
        "Officer Ruiz said: \"Our members found out from the radio\"",
        "officer ruiz",
        "\" our members found out from the radio \"",
    );
    is("Ana Ruiz told Alpha News the policy was over", "ana ruiz", "the policy was over");
}

#[test]
fn the_writer_goes_on_behind_a_speaker() {
    is("Eleven people died, the service said, as rescuers dug through the ruins", "the service", "eleven people died");
}

#[test]
fn what_is_planned_or_done_is_not_reported() {
    assert_eq!(read("The mayor promised on Thursday to defend \"all the way\" a new rule"), None);
    assert_eq!(read("Ruiz, who had called the vote \"over,\" claimed victory on Monday"), None);
    assert_eq!(read("The man found in a car on Tuesday has been named"), None);
}

#[test]
fn a_sentence_without_reported_words_has_none() {
    assert_eq!(read("The bridge was closed on Monday"), None);
    assert_eq!(read("The company added two lanes to the bridge"), None);
}

#[test]
fn what_is_thought_of_an_object_is_no_report() {
    assert_eq!(read("Police looked for a man whom a witness thought he had seen"), None);
}

#[test]
fn a_participle_keeps_no_speaker_from_the_verb() {
    let found = read("The clerk, reached by phone, said he had seen nothing").unwrap();
    assert!(found.0.starts_with("the clerk"), "{found:?}");
    assert_eq!(found.1, "he had seen nothing");
    let found = read("Governor Lang, speaking in Lund, said the board had met").unwrap();
    assert!(found.0.starts_with("governor lang"), "{found:?}");
    is(
        "The dam broke at 2:50 a.m., leaving a gap, said Ana Lopez, the mayor",
        "ana lopez",
        "the dam broke at 2 : 50 a.m. , leaving a gap",
    );
    let found = read("Karl Beck, 58, from Lund, who took part, said he felt well").unwrap();
    assert!(found.0.starts_with("karl beck"), "{found:?}");
}

#[test]
fn when_or_where_it_was_said_is_no_speaker() {
    is("Critics, however, argue that bread is dear", "critics", "bread is dear");
    is("Allies last night claimed that she was tired", "allies", "she was tired");
    assert_eq!(read("In Lund the mayor said that she was tired").unwrap().0, "the mayor");
}

#[test]
fn what_a_speaker_adds_is_reported_too() {
    is(
        "The bridge was safe, the mayor said, adding that buses would use it",
        "the mayor",
        "the bridge was safe | buses would use it",
    );
    is("\"I will go,\" she told AFP in a call arranged Sunday", "she", "\" i will go , \"");
}

#[test]
fn any_verb_beside_a_quotation_reports_it() {
    is("\"The well is dry,\" lamented Ana Lopez", "ana lopez", "\" the well is dry , \"");
    is("One member fumed: \"The well is dry\"", "one member", "\" the well is dry \"");
    is("\"The well is dry,\" she sighed.", "she", "\" the well is dry , \"");
    assert_eq!(read("Her film, \"Salt,\" won the prize"), None);
    assert_eq!(read("\"Salt,\" won Ana Lopez a prize"), None);
}

#[test]
fn a_court_hears_what_somebody_says() {
    is("He took the money from a drawer, a court heard", "a court", "he took the money from a drawer");
    is("The jury was told that he took the money", "the jury", "he took the money");
}

#[test]
fn who_did_something_and_said_something_is_the_speaker() {
    is("The coach praised the crowd, which was large, and said the club was proud", "the coach", "the club was proud");
    is("Lang, the mayor, promised a bridge and said it would be free", "lang", "it would be free");
    is("Lang called it a draft that was old and said no shop would close", "lang", "no shop would close");
    assert_eq!(read("The coach left and the club said it was proud").unwrap().0, "the club");
}

#[test]
fn a_party_and_a_place_are_no_speaker() {
    let found = read("Sen. Ana Cole, R-Kan., who farms, said the law was bad").unwrap();
    assert!(found.0.starts_with("sen . ana cole"), "{found:?}");
    is(
        "The office said the storm, named Olga, could fell trees",
        "the office",
        "the storm , named olga , could fell trees",
    );
}

#[test]
fn a_quotation_inside_a_phrase_is_no_report() {
    assert_eq!(read("Lang pointed to a \"strong wave\" in the grid"), None);
    assert_eq!(read("Lang accused him of running \"a scheme\" for years"), None);
}

#[test]
fn the_writer_goes_on_behind_what_is_reported() {
    is("Lang said he would abstain, and the Bloc has not said how it will vote", "lang", "he would abstain");
    is("Lang said that the fire was out, but videos showed flames", "lang", "the fire was out");
    is("Lang said no ransom had been paid, a claim that two others dispute", "lang", "no ransom had been paid");
    is("Lang said no ransom had been paid, something the rebels deny", "lang", "no ransom had been paid");
    // What is told in the past, or of what was just said, is reported too.
    is("Lang said he was ill, and the nurse was tired", "lang", "he was ill , and the nurse was tired");
    is(
        "Lang said two boats had come, and neither of them has fuel",
        "lang",
        "two boats had come , and neither of them has fuel",
    );
    is("Lang says he is ill, and the nurse has left", "lang", "he is ill , and the nurse has left");
}

#[test]
fn what_others_make_of_a_statement_is_not_said_by_them() {
    assert_eq!(read("Russia moved its guns, something commanders have complained about"), None);
    assert_eq!(read("The dam broke, a risk the firm denied"), None);
}

#[test]
fn a_speaker_behind_insertions_and_predicates() {
    is("Holm, a baker who lives in Lund, said bread was dear", "holm , a baker who lives in lund ,", "bread was dear");
    is("The firm shut a plant as a precaution, and said it would reopen", "the firm", "it would reopen");
    is(
        "Ten died, but 31 are still held, mediators and parents said",
        "mediators and parents",
        "ten died , but 31 are still held",
    );
    is("The bridge was safe, said its owner, Ana Lopez", "its owner , ana lopez", "the bridge was safe");
    is("The bridge was safe, according to its owner, Ana Lopez.", "its owner , ana lopez", "the bridge was safe ,");
    is("The house was empty, it emerged last night", "it", "the house was empty");
    assert_eq!(read("Mr Lang, angry as he left, accused the party of greed"), None);
}

#[test]
fn an_ing_form_may_open_a_role() {
    is("\"It is safe,\" said acting principal Ana Lopez", "acting principal ana lopez", "\" it is safe , \"");
}

#[test]
fn what_points_to_something_says_nothing() {
    assert_eq!(read("Early results point to a pump that was seldom cleaned"), None);
    is("She points out that the pump was old", "she", "the pump was old");
}

#[test]
fn who_is_said_to_have_said_something_is_the_speaker() {
    is("\"Keep the change,\" the baker is said to have told him", "the baker", "\" keep the change , \"");
}

#[test]
fn knowledge_and_plans_say_nothing() {
    for text in
        ["According to the state of knowledge, the well ran dry", "The school opens in May, according to the plan"]
    {
        let tokens = tokenize(text, Span::new(0, text.len()));
        assert!(find(&tokens, &tag(&tokens))[0].is_unnamed(), "{text}");
    }
}

#[test]
fn advice_is_said_by_whoever_closes_the_sentence() {
    is("Boil your water for a minute, advises the town council.", "the town council", "boil your water for a minute");
    assert_eq!(read("The baker, angry, warned the council."), None);
}

#[test]
fn who_stands_alone_beside_a_colon_speaks() {
    is("Police: two men were arrested at the fair.", "police", "two men were arrested at the fair .");
    is("Two men were arrested at the fair: police", "police", "two men were arrested at the fair");
    assert_eq!(read("Bread: two bakers were fined in May."), None);
}

#[test]
fn an_estimate_is_said() {
    is("Police put the crowd at about 5,000", "police", "the crowd at about 5,000");
    assert_eq!(read("She put the kettle on the stove"), None);
}

#[test]
fn what_somebody_admitted_is_said() {
    is("The pump was old, as the baker admitted last week", "the baker", "the pump was old");
}

#[test]
fn a_condition_goes_on_behind_the_speaker() {
    is(
        "If it rains, the baker said, the fair, which costs nothing, will move indoors",
        "the baker",
        "if it rains | , the fair , which costs nothing , will move indoors",
    );
}

#[test]
fn a_verb_that_opens_a_sentence_has_nobody_before_it() {
    for text in [
        "Put the crowd at 5,000.",
        "Puts the crowd at 5,000, police say.",
        "Reckon that it is over.",
        "Said.",
        ": gone",
    ] {
        let tokens = tokenize(text, Span::new(0, text.len()));
        find(&tokens, &tag(&tokens));
    }
}
