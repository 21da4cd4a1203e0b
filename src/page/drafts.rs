//! Articles of the reader's own while they are brought together: fields as typed, with the way back, and the corpus that they make.
//!
//! A file of its own because it is pure: what a field holds may be wrong at any moment, and the corpus leaves that out until it is right.
//! Typing on in one field counts as one step. An article keeps its id through all edits, so that corrections find it again.

mod draft;

use crate::document::{CORPUS_FORMAT, Corpus, Document, DocumentId, MAX_DOCUMENTS};
pub use draft::{Draft, Field};
use serde::{Deserialize, Serialize};
use std::rc::Rc;
use yew::Reducible;

/// How many steps can be undone: each holds all articles, and memory is finite.
const STEPS: usize = 100;

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
mod tests;
