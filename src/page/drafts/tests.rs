//! What becomes of articles that are typed.

use super::*;
use proptest::prelude::*;

const FIELDS: [Field; 7] =
    [Field::Outlet, Field::Title, Field::Author, Field::Published, Field::Url, Field::Lang, Field::Text];

fn edit() -> impl Strategy<Value = Edit> {
    let field = prop::sample::select(FIELDS.to_vec());
    let corpus = prop::collection::vec("[a-c]{1,2}", 1..4).prop_map(|ids| {
        Edit::Add(ids.into_iter().map(|id| Draft { text: id.clone(), id, ..Draft::default() }).collect())
    });
    prop_oneof![
        3 => "[\\x00\\PC]{1,20}".prop_map(|text| Edit::Fill(0, Box::new(Draft::of_text(&text.replace('\0', ""))))),
        1 => corpus,
        1 => "\\PC{0,9}".prop_map(Edit::Name),
        4 => (0_usize..4, field, "[\\x00\\PC]{0,9}").prop_map(|(at, field, words)| Edit::Type(at, field, words)),
        1 => (0_usize..4, any::<bool>()).prop_map(|(at, excerpt)| Edit::Excerpt(at, excerpt)),
        1 => (0_usize..4).prop_map(Edit::Up),
        1 => (0_usize..4).prop_map(Edit::Remove),
        1 => Just(Edit::Clear),
        1 => Just(Edit::Undo),
        1 => Just(Edit::Redo),
    ]
}

proptest! {
    #[test]
    fn any_steps_are_undone_to_the_start_and_made_again(edits in prop::collection::vec(edit(), 0..40)) {
        let last = edits.into_iter().fold(Drafts::default(), |drafts, edit| drafts.edited(edit));
        let mut back = last.clone();
        while back.can_undo() {
            back = back.edited(Edit::Undo);
        }
        prop_assert_eq!(&back.now, &Articles::default());
        while back.can_redo() {
            back = back.edited(Edit::Redo);
        }
        let mut forth = last;
        while forth.can_redo() {
            forth = forth.edited(Edit::Redo);
        }
        prop_assert_eq!(back.now, forth.now);
    }

    #[test]
    fn whatever_is_typed_makes_a_corpus_that_is_accepted(edits in prop::collection::vec(edit(), 0..40)) {
        let drafts = edits.into_iter().fold(Drafts::default(), |drafts, edit| drafts.edited(edit));
        if let Some(corpus) = drafts.corpus() {
            prop_assert_eq!(corpus.check(), Ok(()));
            let again = Drafts::of(&corpus).corpus();
            prop_assert_eq!(again, Some(corpus));
        }
        prop_assert_eq!(Drafts::of_kept(drafts.to_kept()).now, drafts.now);
    }
}

#[test]
fn typing_on_in_a_field_is_one_step() {
    let typed = |drafts: Drafts, field, words: &str| drafts.edited(Edit::Type(0, field, words.to_owned()));
    let drafts = typed(typed(typed(Drafts::default(), Field::Text, "R"), Field::Text, "Ri"), Field::Title, "T");
    let drafts = drafts.edited(Edit::Undo);
    assert_eq!(drafts.articles()[0].text, "Ri");
    assert_eq!(drafts.edited(Edit::Undo).articles(), []);
    assert_eq!(drafts.edited(Edit::Undo).edited(Edit::Redo).articles()[0].text, "Ri");
}

#[test]
fn what_two_windows_did_to_the_same_articles_is_all_there() {
    let draft = |id: &str, text: &str| Draft { id: id.to_owned(), text: text.to_owned(), ..Draft::default() };
    let made = |drafts: &[(&str, &str)]| {
        Drafts::default().edited(Edit::Add(drafts.iter().map(|(id, text)| draft(id, text)).collect()))
    };
    let joined = |before: &[_], ours: &[_], theirs: &[_]| {
        let drafts = made(ours).edited(Edit::Join(Rc::new(made(before)), Rc::new(made(theirs))));
        drafts.articles().iter().map(|draft| format!("{} {}", draft.id, draft.text)).collect::<Vec<_>>().join(", ")
    };
    let (x, y, z) = (("a1", "X"), ("a2", "Y"), ("a3", "Z"));
    assert_eq!(joined(&[], &[("a1", "Y")], &[x]), "a2 Y, a1 X", "both began with nothing");
    assert_eq!(joined(&[x], &[x], &[x, y]), "a1 X, a2 Y", "new there");
    assert_eq!(joined(&[x, y], &[x, y, z], &[y]), "a2 Y, a3 Z", "removed there, new here");
    assert_eq!(joined(&[x, y], &[y], &[x, y]), "a2 Y", "removed here");
    assert_eq!(joined(&[x, y], &[("a1", "X here"), y], &[y]), "a1 X here, a2 Y", "removed there and changed here");
    assert_eq!(joined(&[x, y], &[y], &[("a1", "X there"), y]), "a2 Y, a1 X there");
    assert_eq!(joined(&[x], &[x], &[("a1", "X there")]), "a1 X there");
    assert_eq!(joined(&[x], &[("a1", "X here")], &[x, y]), "a1 X here, a2 Y");
    assert_eq!(joined(&[x], &[("a1", "X here")], &[("a1", "X there"), y]), "a3 X here, a1 X there, a2 Y");
    let same = made(&[x, y]);
    let joined = same.edited(Edit::Join(Rc::default(), Rc::new(same.clone())));
    assert_eq!((&joined.now, &joined.past), (&same.now, &same.past), "nothing new is no step");
    assert!(joined.revision() > same.revision() && joined.is_joined(), "and is kept");
}

#[test]
fn a_headline_is_told_from_the_first_sentence() {
    let title = |text: &str| Draft::of_text(text).title;
    assert_eq!(title("\u{feff}River rises\r\n\r\nThe river rose."), "River rises");
    assert_eq!(title("# River rises\nThe river rose."), "River rises");
    assert_eq!(title("River rises\nThe river rose."), "River rises");
    for text in ["The river rose.\n\nIt fell.", "River rises", "River\nrises", "# River", "By Friday\nit rained."] {
        assert_eq!(title(text), "", "{text}");
        assert_eq!(Draft::of_text(text).text, text);
    }
}

#[test]
fn author_and_day_are_read_from_lines_of_their_own_before_the_first_sentence() {
    let read = |text: &str| {
        let Draft { title, author, published, text, .. } = Draft::of_text(text);
        [title, author, published, text]
    };
    let body = "The river rose.\n\nIt fell.";
    for head in [
        "River rises\nBy Jane Doe\nMarch 12, 2026\n",
        "# River rises\n\n2026-03-12\n\nBY Jane Doe\n\n",
        "River rises\r\n\r\nBy Jane Doe | Updated: 12 March 2026\r\n",
        "River rises\nMarch 12, 2026 · By Jane Doe\n\n",
    ] {
        assert_eq!(read(&format!("{head}{body}")), ["River rises", "Jane Doe", "2026-03-12", body], "{head}");
    }
    assert_eq!(read(&format!("El río sube\nPor Ana Ruiz\n{body}")), ["El río sube", "Ana Ruiz", "", body]);
    assert_eq!(read(&format!("By Jane Doe\n{body}")), ["", "Jane Doe", "", body]);
    for text in
        ["By noon it rained.\nIt fell.", "By Friday\nit rained.", "Remembering the storm of May 8, 1945\nit rained"]
    {
        assert_eq!(read(text), ["", "", "", text]);
    }
}

#[test]
fn markdown_is_read_without_its_marks() {
    let draft = Draft::of_markdown("# River *rises*\n\nThe **river**\nrose.\n\n- One\n- [Two](https://example.org)\n");
    assert_eq!((draft.title.as_str(), draft.text.as_str()), ("River rises", "The river rose.\n\n- One\n- Two"));
}

#[test]
fn what_is_wrong_in_a_field_is_left_out_and_stays_in_the_field() {
    let draft =
        Draft { url: "example".to_owned(), published: "2026-01-31".to_owned(), ..Draft::of_text("The river rose.") };
    let drafts = Drafts::default().edited(Edit::Add(vec![draft]));
    let corpus = drafts.corpus().unwrap();
    assert_eq!(
        (corpus.documents[0].url.as_deref(), corpus.documents[0].published.as_deref()),
        (None, Some("2026-01-31"))
    );
    assert!(drafts.articles()[0].is_wrong(Field::Url) && !drafts.articles()[0].is_wrong(Field::Published));
    let empty = Drafts::default().edited(Edit::Add(vec![Draft::default()]));
    assert_eq!(empty.corpus(), None);
}

#[test]
fn an_article_keeps_its_id_while_others_move_and_go() {
    let draft = |id: &str| Draft { id: id.to_owned(), ..Draft::of_text("Text.") };
    let drafts = Drafts::default().edited(Edit::Add(vec![draft("x"), draft("x"), draft("not an id")]));
    let ids = |drafts: &Drafts| drafts.articles().iter().map(|draft| draft.id.clone()).collect::<Vec<_>>().join(" ");
    assert_eq!(ids(&drafts), "x a1 a2");
    let drafts = drafts.edited(Edit::Up(2)).edited(Edit::Remove(0));
    assert_eq!((ids(&drafts).as_str(), drafts.next_id().as_str()), ("a2 a1", "a3"));
}
