//! Which articles stand beside each other, in which order, and which of them is the base: the pure part of the panes.
//!
//! A file of its own because opening, replacing, moving and pinning have rules that hang on each other and on nothing else.

/// How many articles can be open beside each other.
pub const MAX_PANES: usize = 4;
/// Beside up to how many open articles, less one, another opens that the reader has not asked for.
const INVITED: usize = 3;

/// The open articles, by their place in the corpus.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Panes {
    /// In the order of the panes; never empty while there are documents.
    open: Vec<usize>,
    /// The same documents, the one opened longest ago first.
    opened: Vec<usize>,
    /// The pinned document: always the first pane, and never the one to make room.
    base: Option<usize>,
    /// The documents that the reader has asked for or touched: none of them makes room for one that opens unasked.
    asked: Vec<usize>,
}

impl Panes {
    /// Opens the first two of so many documents.
    pub fn new(documents: usize) -> Self {
        let open: Vec<_> = (0..documents.min(2)).collect();
        Self { opened: open.clone(), open, base: None, asked: Vec::new() }
    }

    /// Returns the open documents in the order of their panes.
    pub fn open(&self) -> &[usize] {
        &self.open
    }

    /// Returns the pinned document.
    pub fn base(&self) -> Option<usize> {
        self.base
    }

    /// Tells whether a document is open.
    pub fn is_open(&self, document: usize) -> bool {
        self.open.contains(&document)
    }

    /// Opens a document that the reader asks for; where it is not open yet it takes the place of the one opened longest ago, the base excepted.
    pub fn show(&mut self, document: usize) {
        self.keep(document);
        self.put(document);
    }

    /// The same with a document that opens unasked.
    pub fn put(&mut self, document: usize) {
        if !self.is_open(document) {
            let oldest = self.opened.iter().copied().find(|opened| self.base != Some(*opened));
            match self.open.iter_mut().find(|open| Some(**open) == oldest) {
                Some(place) => *place = document,
                None => self.open.push(document),
            }
            self.opened.retain(|opened| Some(*opened) != oldest);
        }
        self.opened.retain(|opened| *opened != document);
        self.opened.push(document);
    }

    /// Opens a document that shows the other side: in a pane of its own where there is room, else in place of one that came unasked too.
    /// `worth` says which of those may go, the one of least worth first; no article that the reader has chosen makes room for it.
    pub fn invite(&mut self, document: usize, room: bool, worth: impl Fn(usize) -> Option<bool>) {
        if room && self.open.len() < INVITED {
            self.open.push(document);
            self.opened.push(document);
            return;
        }
        let unasked = self.open.iter().rev().filter(|open| !self.asked.contains(open) && self.base != Some(**open));
        let place = unasked.filter_map(|open| Some((worth(*open)?, *open))).min_by_key(|(worth, _)| *worth);
        if let Some((_, old)) = place {
            self.put_in(old, document);
        }
    }

    /// Notes that the reader wants an article.
    fn keep(&mut self, document: usize) {
        if !self.asked.contains(&document) {
            self.asked.push(document);
        }
    }

    /// Opens a closed document, beside the others while there is room, and closes an open one unless it is the last. What stands beside it then
    /// is the reader's choice.
    pub fn toggle(&mut self, document: usize) {
        self.asked.clone_from(&self.open);
        self.keep(document);
        if !self.is_open(document) && self.open.len() < MAX_PANES {
            self.open.push(document);
            self.opened.push(document);
        } else if !self.is_open(document) {
            self.show(document);
        } else if self.open.len() > 1 {
            self.open.retain(|open| *open != document);
            self.opened.retain(|opened| *opened != document);
            self.base = self.base.filter(|base| *base != document);
        }
    }

    /// Puts a document into the pane of another; two that are both open change places.
    pub fn replace(&mut self, old: usize, new: usize) {
        self.keep(new);
        self.put_in(old, new);
    }

    fn put_in(&mut self, old: usize, new: usize) {
        let Some(at) = self.open.iter().position(|open| *open == old) else { return };
        match self.open.iter().position(|open| *open == new) {
            Some(other) => self.open.swap(at, other),
            None => {
                self.open[at] = new;
                self.opened.retain(|opened| *opened != old);
                self.opened.push(new);
            }
        }
        // The pin stays at the first pane, whichever article is read there.
        self.base = self.base.and(self.open.first().copied());
    }

    /// Moves the pane of a document to a place among the panes; the base stays first.
    pub fn place(&mut self, document: usize, at: usize) {
        self.keep(document);
        let Some(from) = self.open.iter().position(|open| *open == document) else { return };
        if self.base == Some(document) {
            return;
        }
        let first = usize::from(self.base.is_some());
        let document = self.open.remove(from);
        self.open.insert(at.clamp(first, self.open.len()), document);
    }

    /// Pins an open document as the base and moves it to the front, or frees it.
    pub fn pin(&mut self, document: usize) {
        self.keep(document);
        if self.base == Some(document) {
            self.base = None;
        } else if self.is_open(document) {
            self.base = None;
            self.place(document, 0);
            self.base = Some(document);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn panes(open: usize, change: impl FnOnce(&mut Panes)) -> Panes {
        let mut panes = Panes::new(8);
        (2..open).for_each(|document| panes.toggle(document));
        change(&mut panes);
        panes
    }

    #[test]
    fn up_to_four_open_and_the_last_never_closes() {
        assert_eq!(panes(4, |_| {}).open, [0, 1, 2, 3]);
        assert_eq!(panes(4, |panes| panes.toggle(4)).open, [4, 1, 2, 3]);
        let last = panes(2, |panes| [0, 1].into_iter().for_each(|document| panes.toggle(document)));
        assert_eq!(last.open, [1]);
        assert!(Panes::new(0).open.is_empty());
    }

    #[test]
    fn showing_takes_the_place_of_the_one_opened_longest_ago_but_never_of_the_base() {
        assert_eq!(panes(2, |panes| panes.show(3)).open, [3, 1]);
        let pinned = panes(2, |panes| {
            panes.pin(0);
            panes.show(3);
            panes.show(4);
        });
        assert_eq!((pinned.open.as_slice(), pinned.base), (&[0, 4][..], Some(0)));
        let alone = panes(2, |panes| {
            panes.pin(0);
            panes.toggle(1);
            panes.show(5);
        });
        assert_eq!(alone.open, [0, 5]);
    }

    #[test]
    fn the_base_stands_first_and_others_move_behind_it() {
        assert_eq!(panes(3, |panes| panes.pin(2)).open, [2, 0, 1]);
        let moved = panes(3, |panes| {
            panes.pin(2);
            panes.place(1, 0);
            panes.place(2, 2);
        });
        assert_eq!(moved.open, [2, 1, 0]);
        assert_eq!(panes(3, |panes| [2, 2].into_iter().for_each(|document| panes.pin(document))).base, None);
        assert_eq!(panes(2, |panes| panes.pin(7)).base, None, "what is not open cannot be the base");
    }

    #[test]
    fn panes_move_to_a_place_and_no_further_than_the_ends() {
        assert_eq!(panes(4, |panes| panes.place(0, 2)).open, [1, 2, 0, 3]);
        assert_eq!(panes(4, |panes| panes.place(3, 0)).open, [3, 0, 1, 2]);
        assert_eq!(panes(4, |panes| panes.place(1, 99)).open, [0, 2, 3, 1]);
        assert_eq!(panes(2, |panes| panes.place(6, 0)).open, [0, 1]);
    }

    #[test]
    fn another_article_in_a_pane_keeps_its_place_and_one_that_is_open_changes_places() {
        assert_eq!(panes(3, |panes| panes.replace(1, 5)).open, [0, 5, 2]);
        assert_eq!(panes(3, |panes| panes.replace(0, 2)).open, [2, 1, 0]);
        assert_eq!(panes(3, |panes| panes.replace(7, 2)).open, [0, 1, 2]);
        let based = panes(2, |panes| {
            panes.pin(0);
            panes.replace(0, 6);
        });
        assert_eq!((based.open.as_slice(), based.base), (&[6, 1][..], Some(6)));
    }

    #[test]
    fn what_comes_unasked_gives_way_to_the_next_but_no_article_of_the_reader_does() {
        let any = |_| Some(false);
        let invited = |change: fn(&mut Panes)| {
            panes(2, |panes| {
                panes.invite(4, true, any);
                change(panes);
                panes.invite(5, true, any);
            })
        };
        assert_eq!(invited(|_| {}).open, [0, 1, 5]);
        let touched: [fn(&mut Panes); 3] = [|panes| panes.show(4), |panes| panes.place(4, 0), |panes| panes.pin(4)];
        for kept in touched {
            assert!(invited(kept).is_open(4) && !invited(kept).is_open(1));
        }
        assert_eq!(invited(|panes| panes.toggle(4)).open, [0, 1, 5], "the reader closed it");
        assert_eq!(panes(4, |panes| panes.invite(6, true, any)).open, [0, 1, 2, 3]);
    }

    #[test]
    fn without_room_the_other_side_takes_the_place_of_what_is_worth_least() {
        let invited = |change: fn(&mut Panes), worth: fn(usize) -> Option<bool>| {
            panes(2, |panes| {
                change(panes);
                panes.invite(5, false, worth);
            })
        };
        assert_eq!(invited(|_| {}, |_| Some(true)).open, [0, 5]);
        assert_eq!(invited(|_| {}, |open| Some(open == 1)).open, [5, 1]);
        assert_eq!(invited(|_| {}, |open| (open == 0).then_some(true)).open, [5, 1]);
        assert_eq!(invited(|_| {}, |_| None).open, [0, 1]);
        assert_eq!(invited(|panes| panes.show(1), |_| Some(true)).open, [5, 1], "the reader has asked for it");
        assert_eq!(invited(|panes| panes.pin(0), |open| Some(open == 1)).open, [0, 5], "the base stays");
        assert_eq!(invited(|panes| panes.toggle(2), |_| Some(false)).open, [0, 1, 2], "all three are chosen");
    }

    #[test]
    fn closing_the_base_frees_the_pin() {
        let closed = panes(3, |panes| {
            panes.pin(1);
            panes.toggle(1);
        });
        assert_eq!((closed.open.as_slice(), closed.base), (&[0, 2][..], None));
    }
}
