//! Articles of the reader's own while they are brought together: fields as typed, with the way back, and the corpus that they make.
//!
//! A file of its own because it is pure: what a field holds may be wrong at any moment, and the corpus leaves that out until it is right.
//! Typing on in one field counts as one step. An article keeps its id through all edits, so that corrections find it again.

use super::markdown::{self, Block};
use crate::claim::date;
use crate::document::{
    CORPUS_FORMAT, Corpus, Document, DocumentId, MAX_CODE_POINTS, MAX_DOCUMENTS, is_date, is_language_tag,
    is_web_address,
};
use crate::sentence::segment;
use serde::{Deserialize, Serialize};
use std::rc::Rc;
use yew::Reducible;

/// How many characters the first line of a text may have to be taken for its title.
const TITLE: usize = 160;

/// How many steps can be undone: each holds all articles, and memory is finite.
const STEPS: usize = 100;

/// One article as typed.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Draft {
    /// What it is called in the corpus; given by [`Drafts`].
    pub id: String,
    /// Who published it.
    pub outlet: String,
    /// Its headline.
    pub title: String,
    /// Who wrote it.
    pub author: String,
    /// When: a date or date-time.
    pub published: String,
    /// Where it can be read.
    pub url: String,
    /// Its language.
    pub lang: String,
    /// Tells that the text is cut.
    pub excerpt: bool,
    /// The text.
    pub text: String,
}

/// A field of an article.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Field {
    /// Who published it.
    Outlet,
    /// Its headline.
    Title,
    /// Who wrote it.
    Author,
    /// When.
    Published,
    /// Where it can be read.
    Url,
    /// Its language.
    Lang,
    /// The text.
    Text,
}

/// What the reader does with the articles.
#[derive(Debug, Clone, PartialEq)]
pub enum Edit {
    /// Adds articles behind the others.
    Add(Vec<Draft>),
    /// Puts the articles of a story in the place of all.
    Open(Rc<Corpus>),
    /// Brings back what was kept, where nothing is there yet; this is no step.
    Restore(Rc<Drafts>),
    /// Takes in what another window has kept: the articles as both windows had them before, and as they are there.
    Join(Rc<Drafts>, Rc<Drafts>),
    /// Gives the comparison a title.
    Name(String),
    /// Types into a field of an article; that behind the last one begins a new article.
    Type(usize, Field, String),
    /// Puts another article in the place of an empty one.
    Fill(usize, Box<Draft>),
    /// Says whether an article is an excerpt.
    Excerpt(usize, bool),
    /// Moves an article to the place of the one before it.
    Up(usize),
    /// Removes an article.
    Remove(usize),
    /// Removes all articles.
    Clear,
    /// Undoes the last step.
    Undo,
    /// Makes the last step again that was undone.
    Redo,
}

/// All articles, and what is said of them together.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
struct Articles {
    title: String,
    note: Option<String>,
    /// Shared with the steps that led here: a hundred of them must not hold every text a hundred times.
    list: Vec<Rc<Draft>>,
}

/// All articles as they are kept.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Kept {
    title: String,
    note: Option<String>,
    articles: Vec<Draft>,
}

/// All articles, with the way back.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Drafts {
    now: Articles,
    past: Vec<Articles>,
    future: Vec<Articles>,
    /// The field that is being typed into; no article's is the title's.
    typing: Option<(Option<usize>, Field)>,
    revision: u32,
    /// Tells that the last step was taken in another window.
    joined: bool,
}

impl Draft {
    /// Makes an article of a text: its title is the first line, where that is a heading of Markdown, or short and not a sentence, with an empty
    /// line, a byline or a sentence behind it. Who wrote it and when stand in lines of their own before the first sentence.
    pub fn of_text(text: &str) -> Self {
        let text = text.strip_prefix('\u{feff}').unwrap_or(text).trim_start_matches(['\r', '\n']);
        let (first, rest) = text.split_once('\n').unwrap_or((text, ""));
        let heading = first.strip_prefix("# ");
        let next = rest.lines().next().unwrap_or_default().trim();
        let is_led = next.is_empty() || is_sentence(next) || of_head(next).is_some();
        let is_title = heading.is_some() || is_led && !is_sentence(first) && of_head(first).is_none();
        if rest.trim().is_empty() || !is_title {
            return Self::with_title("", text);
        }
        Self::with_title(heading.unwrap_or(first), rest.trim_start())
    }

    /// Makes an article of its title and what follows it: lines with its author and its day, and the text.
    pub fn with_title(title: &str, text: &str) -> Self {
        let mut draft = Self { title: title.trim().to_owned(), ..Self::default() };
        let mut rest = text;
        while let Some((line, more)) = rest.split_once('\n') {
            let more = more.trim_start();
            // What goes on in the next line is no line of its own.
            let Some((author, day)) = of_head(line).filter(|_| !more.starts_with(char::is_lowercase)) else { break };
            if let Some(author) = author.filter(|_| draft.author.is_empty()) {
                author.clone_into(&mut draft.author);
            }
            if let Some(day) = day.filter(|_| draft.published.is_empty()) {
                draft.published = day;
            }
            rest = more;
        }
        draft.text = rest.to_owned();
        draft
    }

    /// Makes an article of Markdown: the words without its marks, the first heading as the title.
    pub fn of_markdown(text: &str) -> Self {
        let mut blocks = markdown::read(text.strip_prefix('\u{feff}').unwrap_or(text));
        let title = match blocks.first() {
            Some(Block::Heading(_, words)) if blocks.len() > 1 => markdown::plain(words),
            _ => String::new(),
        };
        if !title.is_empty() {
            blocks.remove(0);
        }
        let text: Vec<String> = blocks.iter().map(Block::to_plain).collect();
        Self { title, text: text.join("\n\n"), ..Self::default() }
    }

    /// Makes an article of one of a corpus.
    pub fn of_document(document: &Document) -> Self {
        let of = |value: &Option<String>| value.clone().unwrap_or_default();
        Self {
            id: document.id.0.clone(),
            outlet: of(&document.outlet),
            title: of(&document.title),
            author: of(&document.author),
            published: of(&document.published),
            url: of(&document.url),
            lang: of(&document.lang),
            excerpt: document.excerpt,
            text: document.text.clone(),
        }
    }

    /// Returns what a field holds.
    pub fn field(&self, field: Field) -> &String {
        match field {
            Field::Outlet => &self.outlet,
            Field::Title => &self.title,
            Field::Author => &self.author,
            Field::Published => &self.published,
            Field::Url => &self.url,
            Field::Lang => &self.lang,
            Field::Text => &self.text,
        }
    }

    fn field_mut(&mut self, field: Field) -> &mut String {
        match field {
            Field::Outlet => &mut self.outlet,
            Field::Title => &mut self.title,
            Field::Author => &mut self.author,
            Field::Published => &mut self.published,
            Field::Url => &mut self.url,
            Field::Lang => &mut self.lang,
            Field::Text => &mut self.text,
        }
    }

    /// Tells whether a field holds what the comparison has to go on without.
    pub fn is_wrong(&self, field: Field) -> bool {
        let value = self.field(field).trim();
        match field {
            _ if value.is_empty() => false,
            Field::Published => !is_date(value),
            Field::Url => !is_web_address(value),
            Field::Lang => !is_language_tag(value),
            Field::Text => value.chars().count() > MAX_CODE_POINTS,
            Field::Outlet | Field::Title | Field::Author => false,
        }
    }

    /// Makes a document of the article, if it can be compared; what is wrong is left out.
    fn document(&self) -> Option<Document> {
        let of = |field: Field| {
            Some(self.field(field).trim().to_owned()).filter(|value| !value.is_empty() && !self.is_wrong(field))
        };
        let can_be_compared = !self.text.trim().is_empty() && self.text.chars().count() <= MAX_CODE_POINTS;
        can_be_compared.then(|| Document {
            id: DocumentId(self.id.clone()),
            outlet: of(Field::Outlet),
            title: of(Field::Title),
            author: of(Field::Author),
            url: of(Field::Url),
            published: of(Field::Published),
            lang: of(Field::Lang),
            excerpt: self.excerpt,
            text: self.text.clone(),
        })
    }
}

/// Tells whether a line is one of the text rather than of its head.
fn is_sentence(line: &str) -> bool {
    line.chars().count() > TITLE || line.trim_end().ends_with(['.', '!', '?', '”', '"'])
}

/// Returns the author and the day that a line gives, where it says little else: "By Jane Doe | March 12, 2026".
fn of_head(line: &str) -> Option<(Option<&str>, Option<String>)> {
    let (line, more) = line.split_once(['|', '·', '•']).unwrap_or((line, ""));
    let given = (byline(line).or_else(|| byline(more)), day(line).or_else(|| day(more)));
    (byline(line).is_some() || day(line).is_some()).then_some(given)
}

/// Returns who wrote an article, where the line tells that and no more.
fn byline(line: &str) -> Option<&str> {
    let line = line.trim();
    let name = ["By ", "BY ", "by ", "Por ", "POR "].iter().find_map(|by| line.strip_prefix(by))?.trim();
    (!is_sentence(line) && name.starts_with(char::is_uppercase)).then_some(name)
}

/// Returns the day that a line names, where it says little else.
fn day(line: &str) -> Option<String> {
    let line = line.trim();
    let day = date::published(Some(line), line, &segment(line)).filter(|_| !is_sentence(line))?;
    Some(format!("{:04}-{:02}-{:02}", day.year, day.month, day.day)).filter(|day| is_date(day))
}

impl Articles {
    /// Returns an id that no article has.
    fn new_id(&self) -> String {
        let is_free = |id: &String| self.list.iter().all(|draft| draft.id != *id);
        (1..).map(|number: usize| format!("a{number}")).find(is_free).unwrap_or_default()
    }

    /// Takes in what was changed elsewhere since both were as `before`, so that nothing is lost: what is new there comes in, an article that was
    /// removed on one side stays only where the other has changed it, and one that both have changed stays twice. Of two under one id the one that
    /// lies there keeps it, because what lies there has its corrections under it.
    fn join(&mut self, before: &Self, theirs: &Self) {
        let was = |id: &String| before.list.iter().find(|draft| draft.id == *id);
        self.list.retain(|ours| theirs.list.iter().any(|there| there.id == ours.id) || was(&ours.id) != Some(ours));
        for there in theirs.list.iter().filter(|there| was(&there.id) != Some(there)) {
            let at = self.list.iter().position(|ours| ours.id == there.id);
            match at.and_then(|at| self.list.get_mut(at)) {
                Some(ours) if *ours == *there => {}
                Some(ours) if was(&there.id) == Some(ours) => *ours = there.clone(),
                Some(_) => {
                    let all = Self { list: self.list.iter().chain(&theirs.list).cloned().collect(), ..Self::default() };
                    let id = all.new_id();
                    if let Some(ours) = at.and_then(|at| self.list.get_mut(at)) {
                        Rc::make_mut(ours).id = id;
                    }
                    self.list.push(there.clone());
                }
                None => self.list.push(there.clone()),
            }
        }
        if self.title == before.title {
            self.title.clone_from(&theirs.title);
        }
        if self.note == before.note {
            self.note.clone_from(&theirs.note);
        }
    }

    /// Adds an article under its own id where that is one and free.
    fn add(&mut self, mut draft: Draft) {
        let is_free = self.list.iter().all(|other| other.id != draft.id);
        if !is_free || !DocumentId(draft.id.clone()).is_valid() {
            draft.id = self.new_id();
        }
        if self.list.len() < MAX_DOCUMENTS {
            self.list.push(Rc::new(draft));
        }
    }
}

impl Drafts {
    /// Begins with the articles of a story.
    pub fn of(corpus: &Corpus) -> Self {
        let mut now = Articles { title: corpus.title.clone(), note: corpus.note.clone(), list: Vec::new() };
        for document in &corpus.documents {
            now.add(Draft::of_document(document));
        }
        Self { now, ..Self::default() }
    }

    /// Brings back what [`to_kept`](Self::to_kept) has written.
    pub fn of_kept(kept: Kept) -> Self {
        let mut now = Articles { title: kept.title, note: kept.note, list: Vec::new() };
        kept.articles.into_iter().for_each(|draft| now.add(draft));
        Self { now, ..Self::default() }
    }

    /// Returns everything as it was typed, right or wrong.
    pub fn to_kept(&self) -> Kept {
        let articles = self.now.list.iter().map(|draft| Draft::clone(draft)).collect();
        Kept { title: self.now.title.clone(), note: self.now.note.clone(), articles }
    }

    /// Tells whether something was typed, compared or not.
    pub fn holds_words(&self) -> bool {
        let empty = |draft: &Rc<Draft>| Draft { id: draft.id.clone(), ..Draft::default() } == **draft;
        !self.now.title.trim().is_empty() || !self.now.list.iter().all(empty)
    }

    /// Returns the articles in their order.
    pub fn articles(&self) -> &[Rc<Draft>] {
        &self.now.list
    }

    /// Returns the title as typed.
    pub fn title(&self) -> &str {
        &self.now.title
    }

    /// Returns the id that the next article will have.
    pub fn next_id(&self) -> String {
        self.now.new_id()
    }

    /// Returns a number that grows with each change.
    pub fn revision(&self) -> u32 {
        self.revision
    }

    /// Tells whether the last change came from another window, so that nobody here asks to see it.
    pub fn is_joined(&self) -> bool {
        self.joined
    }

    /// Tells whether there is something to undo.
    pub fn can_undo(&self) -> bool {
        !self.past.is_empty()
    }

    /// Tells whether there is something to redo.
    pub fn can_redo(&self) -> bool {
        !self.future.is_empty()
    }

    /// Makes the corpus of all articles that hold a text; none when none does.
    pub fn corpus(&self) -> Option<Corpus> {
        let documents: Vec<Document> = self.now.list.iter().filter_map(|draft| draft.document()).collect();
        let named = || documents.iter().find_map(|document| document.title.clone()).unwrap_or_default();
        let title = if self.now.title.trim().is_empty() { named() } else { self.now.title.trim().to_owned() };
        let (format, note) = (CORPUS_FORMAT.to_owned(), self.now.note.clone());
        (!documents.is_empty()).then_some(Corpus { format, title, note, documents })
    }

    /// Writes that corpus; none when there is none.
    pub fn story(&self) -> Option<String> {
        serde_json::to_string(&self.corpus()?).ok()
    }

    /// Makes what the articles are after a step; what cannot be done changes nothing.
    pub fn edited(&self, edit: Edit) -> Self {
        let mut next = self.clone();
        let typing = match &edit {
            Edit::Type(at, field, _) => Some((Some(*at), *field)),
            Edit::Name(_) => Some((None, Field::Title)),
            _ => None,
        };
        next.typing = typing;
        next.joined = matches!(edit, Edit::Join(..));
        match edit {
            Edit::Undo | Edit::Redo => {
                let (from, to) = match edit {
                    Edit::Undo => (&mut next.past, &mut next.future),
                    _ => (&mut next.future, &mut next.past),
                };
                if let Some(articles) = from.pop() {
                    to.push(std::mem::replace(&mut next.now, articles));
                    next.revision = next.revision.wrapping_add(1);
                }
                return next;
            }
            Edit::Join(before, theirs) => {
                next.now.join(&before.now, &theirs.now);
                if next.now != self.now {
                    next.past.push(self.now.clone());
                }
                // Even where nothing is new here: what is here may be new there.
                next.revision = next.revision.wrapping_add(1);
                return next;
            }
            Edit::Restore(kept) => {
                if next.now.list.is_empty() && next.past.is_empty() {
                    next.now = kept.now.clone();
                }
                return next;
            }
            Edit::Add(drafts) => drafts.into_iter().for_each(|draft| next.now.add(draft)),
            Edit::Open(corpus) => next.now = Self::of(&corpus).now,
            Edit::Name(title) => next.now.title = without_nul(title),
            Edit::Type(at, field, words) => {
                if at == next.now.list.len() && !words.is_empty() {
                    next.now.add(Draft::default());
                }
                if let Some(draft) = next.now.list.get_mut(at) {
                    *Rc::make_mut(draft).field_mut(field) = without_nul(words);
                }
            }
            Edit::Fill(at, draft) => {
                if at == next.now.list.len() {
                    next.now.add(Draft::default());
                }
                if let Some(place) = next.now.list.get_mut(at) {
                    *place = Rc::new(Draft { id: place.id.clone(), ..*draft });
                }
            }
            Edit::Excerpt(at, excerpt) => {
                if let Some(draft) = next.now.list.get_mut(at) {
                    Rc::make_mut(draft).excerpt = excerpt;
                }
            }
            Edit::Up(at) if at > 0 && at < next.now.list.len() => next.now.list.swap(at - 1, at),
            Edit::Remove(at) if at < next.now.list.len() => drop(next.now.list.remove(at)),
            Edit::Up(_) | Edit::Remove(_) => {}
            Edit::Clear => next.now = Articles::default(),
        }
        if next.now == self.now {
            // Not even the field that is typed into: its first change would be taken for one that goes on.
            return self.clone();
        }
        next.revision = next.revision.wrapping_add(1);
        // Typing on in one field is one step.
        if typing.is_none() || typing != self.typing {
            next.past.push(self.now.clone());
            if next.past.len() > STEPS {
                next.past.remove(0);
            }
        }
        next.future.clear();
        next
    }
}

impl Reducible for Drafts {
    type Action = Edit;

    fn reduce(self: Rc<Self>, edit: Edit) -> Rc<Self> {
        Rc::new(self.edited(edit))
    }
}

/// Returns words without U+0000, which no story may hold.
fn without_nul(words: String) -> String {
    if words.contains('\0') { words.replace('\0', "") } else { words }
}

#[cfg(test)]
mod tests {
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
        let draft =
            Draft::of_markdown("# River *rises*\n\nThe **river**\nrose.\n\n- One\n- [Two](https://example.org)\n");
        assert_eq!((draft.title.as_str(), draft.text.as_str()), ("River rises", "The river rose.\n\n- One\n- Two"));
    }

    #[test]
    fn what_is_wrong_in_a_field_is_left_out_and_stays_in_the_field() {
        let draft = Draft {
            url: "example".to_owned(),
            published: "2026-01-31".to_owned(),
            ..Draft::of_text("The river rose.")
        };
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
        let ids =
            |drafts: &Drafts| drafts.articles().iter().map(|draft| draft.id.clone()).collect::<Vec<_>>().join(" ");
        assert_eq!(ids(&drafts), "x a1 a2");
        let drafts = drafts.edited(Edit::Up(2)).edited(Edit::Remove(0));
        assert_eq!((ids(&drafts).as_str(), drafts.next_id().as_str()), ("a2 a1", "a3"));
    }
}
