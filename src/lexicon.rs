//! A word list in memory: what is said of each word, found by the word.
//!
//! A step of its own because every token is looked up in several lists, which is most of reading an article: one pass over the letters of
//! a word and one comparison instead of a dozen comparisons on the way down a tree. Known limits: words are never taken out again; for
//! lists of ours alone, as words chosen to that end could be made to take long to add.

/// Words numbered in the order in which they were added.
///
/// Open addressing: a word stands in the slot that its letters lead to, or in the next free one behind.
#[derive(Debug, Clone, Default)]
pub(crate) struct WordNumbers {
    /// All words, one behind the other.
    letters: String,
    /// Where each word ends in `letters`.
    ends: Vec<u32>,
    /// One more than the number of the word that stands here, 0 where none does; at least half are free. A power of two.
    slots: Vec<u32>,
}

impl WordNumbers {
    /// Returns the number of a word.
    pub(crate) fn get(&self, word: &str) -> Option<usize> {
        let number = *self.slots.get(self.slot(word))?;
        number.checked_sub(1).map(|number| number as usize)
    }

    /// Tells whether a word is in the list.
    pub(crate) fn contains(&self, word: &str) -> bool {
        self.get(word).is_some()
    }

    /// Returns the number of a word, which it is given where it has none.
    pub(crate) fn number(&mut self, word: &str) -> usize {
        if let Some(number) = self.get(word) {
            return number;
        }
        if self.slots.len() < 2 * (self.ends.len() + 1) {
            self.grow();
        }
        let slot = self.slot(word);
        self.letters.push_str(word);
        self.ends.push(self.letters.len() as u32);
        self.slots[slot] = self.ends.len() as u32;
        self.ends.len() - 1
    }

    fn word(&self, number: usize) -> &str {
        let start = number.checked_sub(1).map_or(0, |before| self.ends[before] as usize);
        &self.letters[start..self.ends[number] as usize]
    }

    /// Returns the slot that holds a word or, where it is not in the list, takes it; 0 of no slots.
    fn slot(&self, word: &str) -> usize {
        let Some(mask) = self.slots.len().checked_sub(1) else { return 0 };
        let mut slot = hash(word) as usize & mask;
        while self.slots[slot] != 0 && self.word(self.slots[slot] as usize - 1) != word {
            slot = (slot + 1) & mask;
        }
        slot
    }

    fn grow(&mut self) {
        self.slots = vec![0; (4 * (self.ends.len() + 1)).next_power_of_two()];
        for number in 0..self.ends.len() {
            let slot = self.slot(self.word(number));
            self.slots[slot] = number as u32 + 1;
        }
    }
}

/// Mixes the letters of a word (FNV-1a); the high bits, which mix best, are folded into the low ones.
fn hash(word: &str) -> u32 {
    let mixed = word.bytes().fold(0x811c_9dc5_u32, |hash, byte| (hash ^ u32::from(byte)).wrapping_mul(0x0100_0193));
    mixed ^ mixed >> 15
}

impl<'w> FromIterator<&'w str> for WordNumbers {
    fn from_iter<I: IntoIterator<Item = &'w str>>(words: I) -> Self {
        let mut numbers = Self::default();
        words.into_iter().for_each(|word| _ = numbers.number(word));
        numbers
    }
}

/// What is said of each word of a list.
#[derive(Debug, Clone)]
pub(crate) struct Lexicon<T> {
    words: WordNumbers,
    values: Vec<T>,
}

impl<T> Default for Lexicon<T> {
    fn default() -> Self {
        Self { words: WordNumbers::default(), values: Vec::new() }
    }
}

impl<T> Lexicon<T> {
    /// Returns what is said of a word.
    pub(crate) fn get(&self, word: &str) -> Option<&T> {
        self.values.get(self.words.get(word)?)
    }

    /// Returns what is said of a word, to change it; of a new one what `make` makes is said.
    pub(crate) fn entry(&mut self, word: &str, make: impl FnOnce() -> T) -> &mut T {
        let number = self.words.number(word);
        if number == self.values.len() {
            self.values.push(make());
        }
        &mut self.values[number]
    }

    /// Says something of a word, instead of what was said of it.
    pub(crate) fn insert(&mut self, word: &str, value: T) {
        let number = self.words.number(word);
        match self.values.get_mut(number) {
            Some(old) => *old = value,
            None => self.values.push(value),
        }
    }
}

/// Of a word that comes twice the last counts.
impl<'w, T> FromIterator<(&'w str, T)> for Lexicon<T> {
    fn from_iter<I: IntoIterator<Item = (&'w str, T)>>(words: I) -> Self {
        let mut lexicon = Self::default();
        words.into_iter().for_each(|(word, value)| lexicon.insert(word, value));
        lexicon
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;
    use std::collections::BTreeMap;

    #[test]
    fn an_empty_list_holds_nothing() {
        let empty = Lexicon::<u8>::default();
        assert!(empty.get("").is_none() && !WordNumbers::default().contains("a"));
    }

    #[test]
    fn the_empty_word_is_a_word() {
        let list: Lexicon<u8> = [("a", 1), ("", 2), ("b", 3)].into_iter().collect();
        assert_eq!((list.get("a"), list.get(""), list.get("b")), (Some(&1), Some(&2), Some(&3)));
    }

    proptest! {
        #[test]
        fn it_holds_what_a_sorted_map_holds(words in prop::collection::vec(("[a-d]{0,4}", any::<u8>()), 0..300), other in "[a-e]{0,4}") {
            let (mut list, mut map) = (Lexicon::default(), BTreeMap::new());
            for (at, (word, value)) in words.iter().enumerate() {
                if at % 3 == 0 {
                    *list.entry(word, || 0) ^= *value;
                    *map.entry(word.as_str()).or_insert(0) ^= *value;
                } else {
                    list.insert(word, *value);
                    map.insert(word.as_str(), *value);
                }
            }
            for (word, _) in &words {
                prop_assert_eq!(list.get(word), map.get(word.as_str()));
            }
            prop_assert_eq!(list.get(&other), map.get(other.as_str()));
        }
    }
}
