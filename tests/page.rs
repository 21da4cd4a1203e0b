//! The page around the screen, rendered natively: that it says nothing but what its tables say, in both languages.
#![cfg(all(feature = "page", not(target_arch = "wasm32")))]
#![allow(clippy::unwrap_used, reason = "a test stops where it fails")]

#[path = "rendering/said.rs"]
mod said;

use futures::executor::block_on;
use news_compare::correction::{Change, Correction, History, Misfit, RowPlace};
use news_compare::lesson::{Action, Blind, Sheet, Step, Way};
use news_compare::page::bring::{Bring, BringProps, Following};
use news_compare::page::collect::{Collect, CollectProps};
use news_compare::page::correct::{self, Correct, CorrectProps};
use news_compare::page::drafts::{Drafts, Edit, Field};
use news_compare::page::guides::{Guides, GuidesProps};
use news_compare::page::keeping::Keeping;
use news_compare::page::prepare::{Prepare, PrepareProps};
use news_compare::page::results::{Results, ResultsProps};
use news_compare::page::room::{Act, Room};
use news_compare::page::stories::{Stories, StoriesProps};
use news_compare::page::take_along::{TakeAlong, TakeAlongProps};
use news_compare::page::words::PageWords;
use news_compare::page::worked_out::{WorkedOut, WorkedOutProps};
use news_compare::page::worksheet::{Worksheet, WorksheetProps};
use news_compare::page::{Origin, lesson, predict, reveal, stories, student};
use news_compare::stance::{RuleName, Stance};
use news_compare::ui::Comparable;
use news_compare::ui::intl::Locale;
use news_compare::ui::story::Story;
use news_compare::ui::words::Words;
use news_compare::{Comparison, Language, Options, analyze};
use said::said;
use std::collections::BTreeSet;
use std::rc::Rc;
use yew::prelude::*;

#[derive(PartialEq, Properties)]
struct PieceProps {
    html: Html,
}

/// Shows what a function of the page has made.
#[component]
fn Piece(props: &PieceProps) -> Html {
    props.html.clone()
}

fn render<C: BaseComponent>(props: C::Properties) -> String
where
    C::Properties: 'static,
{
    block_on(yew::LocalServerRenderer::<C>::with_props(props).hydratable(false).render())
}

fn flood() -> Rc<Comparison> {
    Rc::new(analyze(&stories::corpus(0).unwrap(), &Options::default()))
}

fn room(comparison: &Rc<Comparison>, actions: impl IntoIterator<Item = Act>) -> Rc<Room> {
    let room = Rc::new(Room::new(Rc::new(Sheet::of(comparison))));
    actions.into_iter().fold(room, Reducible::reduce)
}

fn correcting(words: &PageWords, history: History, fault: Option<&'static str>) -> CorrectProps {
    let act = Callback::from(|_| Ok(()));
    CorrectProps {
        active: true,
        words: words.clone(),
        history: Rc::new(history),
        first: None,
        fault: fault.map(AttrValue::Static),
        saved: Callback::noop(),
        act,
    }
}

/// Corrects the first row in two ways, and takes back what the second rests on.
fn corrected(comparison: &Comparison) -> History {
    let first = &comparison.claims[0];
    let by = Some("Ana".to_owned());
    let correct = |history: &History, change: Change| {
        let act = correct::Act::Correct(Box::new(Correction { by: by.clone(), date: None, change }));
        correct::acted(history, act).unwrap()
    };
    let history = History::open(comparison.clone()).unwrap();
    let (row, words) = (RowPlace::of(first), RowPlace::of(first).words[..1].to_vec());
    let id = history.new_id();
    let history = correct(&history, Change::Add { id, statement: first.statement.clone(), words });
    let added = RowPlace::of(history.comparison().claims.last().unwrap());
    let history = correct(&history, Change::Note { row: added, note: Some("Ana".to_owned()) });
    let history = correct(&history, Change::Note { row, note: Some("Ana".to_owned()) });
    correct::acted(&history, correct::Act::TakeBack(0)).unwrap()
}

#[test]
fn the_form_shows_the_first_answer_beside_the_corrected_one_and_names_what_does_not_fit() {
    let words = PageWords::new(Words::new(Locale::of(Language::English)));
    let comparison = flood();
    let html = render::<Correct>(correcting(&words, corrected(&comparison), None));
    assert!(html.contains("nc-first") && html.contains((words.misfit)(Misfit::Row)), "{html}");
    assert_eq!(html.matches(words.take_back).count(), 2 * 2, "a label and a text for each of two corrections");
    let plain = History::open((*comparison).clone()).unwrap();
    let html = render::<Correct>(correcting(&words, plain, None));
    assert!(html.contains(words.no_corrections) && !html.contains("nc-first") && !html.contains("role=\"alert\""));
}

#[test]
fn keeping_what_is_there_already_is_no_correction_but_confirming_a_judgement_is() {
    let history = corrected(&flood());
    let claims = &history.comparison().claims;
    let (noted, plain) = (&claims[0], &claims[1]);
    let note = |row, note: &str| Change::Note { row: RowPlace::of(row), note: Some(note.to_owned()) };
    let reworded = |words: &str| Change::Statement { row: RowPlace::of(plain), statement: words.to_owned() };
    let verdict = |verdict| Change::Verdict { row: RowPlace::of(plain), verdict };
    let same = [note(noted, " Ana "), note(plain, " "), reworded(&format!("{} ", plain.statement)), verdict(None)];
    for change in same {
        assert!(correct::changes_nothing(&change, claims), "{change:?}");
    }
    let cell = plain.cells[0].clone();
    let confirmed = Change::Cell {
        row: RowPlace::of(plain),
        document: cell.document,
        stance: cell.stance,
        voice: cell.voice,
        speaker: cell.speaker,
        evidence: cell.evidence,
        why: None,
    };
    let others = [note(noted, ""), note(plain, "Ana"), reworded(""), verdict(Some(plain.verdict)), confirmed];
    for change in others {
        assert!(!correct::changes_nothing(&change, claims), "{change:?}");
    }
}

/// Renders every view and every state of it in a language.
fn views(language: Language) -> Vec<(&'static str, String)> {
    let words = PageWords::new(Words::new(Locale::of(language)));
    let comparison = flood();
    let story = Rc::new(Story::new(comparison.clone(), words.screen.clone(), true));
    let act = Callback::noop();
    let piece = |html: Html| render::<Piece>(PieceProps { html });
    let begun = room(&comparison, [Act::Lesson(Action::Minutes(Some(5)))]);
    let row = begun.lesson.asked[0];
    let [hands, others] = [1, 2].map(|sign| Act::Lesson(Action::Count { row, document: 0, sign, count: 12 }));
    let shown =
        room(&comparison, [hands.clone(), Act::Lesson(Action::Go(Step::Reveal)), Act::Lesson(Action::Show(true))]);
    let mine = Act::Mine { row, document: 0, stance: Some(Stance::Omits) };
    let student = room(&comparison, [Act::Lesson(Action::Answer(Way::Student)), mine, Act::Code]);
    let file = ("Ana".to_owned(), student.mine.to_json(&student.sheet).into_bytes());
    let own = room(
        &comparison,
        [Act::Lesson(Action::Answer(Way::Own)), Act::Take(vec![file.clone(), file, ("x.txt".to_owned(), Vec::new())])],
    );
    let blind = Blind::default();
    let results = |room: &Rc<Room>| {
        let props =
            ResultsProps { words: words.clone(), room: room.clone(), story: story.clone(), blind: Blind::default() };
        render::<Results>(props)
    };
    let lesson = lesson::LessonProps {
        words: words.clone(),
        comparison: Comparable(comparison.clone()),
        teaching: stories::teaching(0),
        rooms: Default::default(),
        open: Callback::noop(),
        active: true,
    };
    let bring = |drafts: Drafts, comparison: Option<Comparable>, following: Following| {
        let (words, act) = (words.clone(), Callback::noop());
        let other = comparison.is_none().then(|| Rc::new(stories::corpus(0).unwrap()));
        let keeping = match &other {
            Some(_) if matches!(following, Following::Still) => Keeping::Off,
            Some(_) => Keeping::Refused,
            None => Keeping::On(12_345),
        };
        render::<Bring>(BringProps { words, drafts: Rc::new(drafts), other, comparison, following, keeping, act })
    };
    let wrong = [(Field::Published, "1"), (Field::Url, "2"), (Field::Lang, "3 4")];
    let brought = wrong.iter().fold(Drafts::of(&comparison.corpus), |drafts, (field, value)| {
        drafts.edited(Edit::Type(0, *field, (*value).to_owned()))
    });
    vec![
        (
            "stories",
            render::<Stories>(StoriesProps {
                words: words.clone(),
                chosen: Origin::Own,
                given: "The fire".to_owned(),
                own: Some("Ana".to_owned()),
                choose: Callback::noop(),
            }),
        ),
        ("lesson", render::<lesson::LessonView>(lesson)),
        (
            "prepare",
            render::<Prepare>(PrepareProps {
                words: words.clone(),
                room: begun.clone(),
                story: story.clone(),
                act: act.clone(),
            }),
        ),
        ("hands", piece(predict::hands(&words, &begun, &story, &blind, &act))),
        ("ballot", piece(student::ballot(&words, &student, &story, &blind, &act))),
        ("collect", render::<Collect>(CollectProps::of(&own, &words, &act))),
        ("collect nothing", render::<Collect>(CollectProps::of(&begun, &words, &act))),
        ("hidden", piece(reveal::reveal(&words, &begun, &story, &blind))),
        ("shown", piece(reveal::reveal(&words, &shown, &story, &blind))),
        ("results", results(&own)),
        ("no results", results(&begun)),
        (
            "guides",
            render::<Guides>(GuidesProps {
                words: words.clone(),
                comparison: Some(Comparable(comparison.clone())),
                open: Callback::noop(),
            }),
        ),
        (
            "worked out",
            render::<WorkedOut>(WorkedOutProps { words: words.clone(), comparison: Comparable(comparison.clone()) }),
        ),
        (
            "worksheet",
            render::<Worksheet>(WorksheetProps {
                words: words.clone(),
                comparison: Comparable(comparison.clone()),
                teaching: stories::teaching(0),
                with_key: true,
            }),
        ),
        ("correct", render::<Correct>(correcting(&words, History::open((*comparison).clone()).unwrap(), None))),
        ("corrected", render::<Correct>(correcting(&words, corrected(&comparison), Some("1:2")))),
        (
            "take along",
            render::<TakeAlong>(TakeAlongProps {
                words: words.clone(),
                comparison: comparison.clone(),
                plain: true,
                open: Callback::noop(),
                saved: Callback::noop(),
            }),
        ),
        ("articles, none", bring(Drafts::default(), None, Following::Still)),
        ("articles, compared", bring(brought.clone(), Some(Comparable(comparison.clone())), Following::Still)),
        ("articles, not compared", bring(brought.clone(), None, Following::Still)),
        ("articles, being compared", bring(brought.clone(), None, Following::UnderWay(1, 3))),
        ("articles, failed", bring(brought, None, Following::Failed("1:2".into()))),
        ("hands compared", results(&room(&comparison, [hands.clone()]))),
        ("hands divided", results(&room(&comparison, [hands, others]))),
    ]
}

#[test]
fn no_word_of_the_page_stands_outside_the_tables() {
    let comparison = flood();
    let told =
        comparison.corpus.documents.iter().flat_map(|d| [d.outlet.clone(), d.title.clone(), Some(d.text.clone())]);
    let told = told.chain([comparison.corpus.note.clone()]);
    let told: String =
        told.flatten().chain(comparison.claims.iter().map(|row| row.statement.clone())).collect::<Vec<_>>().join("\n");
    // Stories are told in their own language, and names and signs are the same in every one.
    let is_story = |text: &str| {
        let plain = text.replace("&quot;", "\"").replace("&#x27;", "'").replace("&amp;", "&");
        let plain = plain.trim_start_matches(|c: char| c.is_ascii_digit()).trim_start_matches(". ").to_owned();
        // A long statement is cut where it is one of many to choose from.
        let plain = plain.trim_end_matches(['…', '”', '»']).to_owned();
        let is_told = |part: &str| told.contains(part.trim_matches(['“', '”', '«', '»', ' ', '·']));
        plain.split(" … ").all(is_told)
            || (0..5).any(|at| {
                let teaching = stories::teaching(at).unwrap();
                stories::corpus(at).unwrap().title == plain
                    || teaching.skill == plain
                    || teaching.questions.contains(&plain)
            })
    };
    let own = |text: &str| {
        ["A", "B", "C", "Ana", "x.txt", "The fire", "news-compare.html"].contains(&text) || text.starts_with("NC-")
    };
    for ((view, english), (_, spanish)) in views(Language::English).into_iter().zip(views(Language::Spanish)) {
        let english: BTreeSet<String> = said(&english).into_iter().collect();
        for text in said(&spanish) {
            assert!(!english.contains(&text) || own(&text) || is_story(&text), "{view}: {text:?} in both languages");
        }
        assert!(english.len() > 1 || view == "no results", "{view}: {english:?}");
    }
}

#[test]
fn articles_that_are_not_compared_are_counted_and_called_nothing_only_where_there_are_none() {
    let words = PageWords::new(Words::new(Locale::of(Language::English)));
    let views = views(Language::English);
    let says = |wanted: &str, sentence: &str| {
        views.iter().any(|(view, html)| *view == wanted && html.contains(&format!(">{sentence}<")))
    };
    assert!(says("articles, none", words.nothing_to_compare) && says("articles, not compared", "3 articles."));
}

#[test]
fn only_cells_in_which_somebody_differs_are_called_divided() {
    let words = PageWords::new(Words::new(Locale::of(Language::English)));
    for (view, html) in views(Language::English).iter().filter(|(view, _)| view.starts_with("hands ")) {
        let divided = *view == "hands divided";
        assert_eq!((html.contains("nc-divided\""), html.contains(words.not_divided)), (divided, !divided), "{html}");
    }
}

#[test]
fn what_is_hidden_is_not_in_the_page_before_it_is_shown() {
    let words = PageWords::new(Words::new(Locale::of(Language::English)));
    let comparison = flood();
    let story = Story::new(comparison.clone(), words.screen.clone(), true);
    let html =
        |room: &Room| render::<Piece>(PieceProps { html: reveal::reveal(&words, room, &story, &Blind::default()) });
    let hidden = room(&comparison, [Act::Lesson(Action::Go(Step::Reveal))]);
    let before = html(&hidden);
    assert!(!before.contains("blockquote") && before.matches("still hidden").count() == 3, "{before}");
    for word in ["nc-supports", "nc-contradicts", "nc-omits", "data-glyph"] {
        assert!(!before.contains(word), "{word} tells the answer");
    }
    let after = html(&hidden.reduce(Act::Lesson(Action::Show(true))));
    assert!(after.contains("blockquote") && !after.contains("still hidden"));
}

#[test]
fn a_students_page_never_holds_the_key() {
    let words = PageWords::new(Words::new(Locale::of(Language::English)));
    let comparison = flood();
    let story = Story::new(comparison.clone(), words.screen.clone(), true);
    let student = room(&comparison, [Act::Lesson(Action::Answer(Way::Student)), Act::Lesson(Action::Next)]);
    let html = render::<Piece>(PieceProps {
        html: student::ballot(&words, &student, &story, &Blind::default(), &Callback::noop()),
    });
    assert_eq!(html.matches("type=\"radio\"").count(), 15);
    assert_eq!(html.matches(" checked").count(), 0);
    assert!(!html.contains("The claim is taken from"), "no reason is given away");
}

#[test]
fn every_rule_that_decided_something_is_explained_with_words_of_the_story() {
    let words = PageWords::new(Words::new(Locale::of(Language::English)));
    let comparison = flood();
    let html = render::<WorkedOut>(WorkedOutProps { words: words.clone(), comparison: Comparable(comparison.clone()) });
    let met: BTreeSet<&str> = comparison
        .claims
        .iter()
        .flat_map(|row| &row.cells)
        .filter_map(|cell| cell.reasons.first())
        .map(|r| r.rule.as_str())
        .collect();
    assert!(met.len() > 4, "{met:?}");
    for rule in RuleName::ALL {
        assert!(html.contains((words.rule)(*rule)), "{rule} is explained");
    }
    assert!(html.matches("nc-example").count() >= met.len(), "each has an example");
}

#[test]
fn a_blank_matrix_gives_nothing_away_and_the_key_is_on_a_sheet_of_its_own() {
    let words = PageWords::new(Words::new(Locale::of(Language::English)));
    let props =
        WorksheetProps { words, comparison: Comparable(flood()), teaching: stories::teaching(0), with_key: true };
    let html = render::<Worksheet>(props);
    let sheets: Vec<&str> = html.split("<section class=\"nc-paper\"").skip(1).collect();
    let [articles, matrix, key] = sheets[..] else { panic!("{} sheets", sheets.len()) };
    assert!(articles.contains("nc-number") && articles.matches("<article").count() == 3);
    assert_eq!(matrix.matches("<tr").count(), 11);
    assert_eq!(matrix.matches("<td></td>").count(), 30, "every cell is blank");
    assert_eq!(key.matches("<ul>").count(), 10);
    assert!(key.matches("<q ").count() > 10, "with quotations");
}

/// The classes that a style sheet has rules for wherever they stand.
fn styled(sheet: &str) -> BTreeSet<&str> {
    let rules = sheet.split('}').filter_map(|rule| rule.split_once('{'));
    let selectors = rules.flat_map(|(selectors, _)| selectors.split(',')).map(str::trim);
    let classes =
        selectors.filter_map(|selector| selector.strip_prefix(".nc ").unwrap_or(selector).strip_prefix(".nc-"));
    classes.filter(|class| class.chars().all(|c| c.is_ascii_alphanumeric() || c == '-')).collect()
}

#[test]
fn the_page_and_the_screen_name_different_things_differently() {
    let (screen, page) = (styled(include_str!("../src/ui/style.css")), styled(include_str!("../src/page/page.css")));
    assert!(screen.contains("bullets") && page.contains("choose-sign"), "{screen:?} {page:?}");
    let both: Vec<_> = page.intersection(&screen).copied().collect();
    assert_eq!(both, [""; 0]);
}
