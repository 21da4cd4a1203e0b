//! A student's answers as a short code, for where no file can be handed over: typed, pasted, read out, sent in a chat.
//!
//! `NC-` and letters of Crockford's base 32 (<https://www.crockford.com/base32.html>): no letter that is taken for another, no difference between
//! capitals and small letters. First how long it is, then version, fingerprint of the story, mark, name and answers as bits, at the end their CRC-32,
//! by which every wrong letter is found and any other damage missed once in four thousand million. Eighteen answers and a name take about
//! fifty letters, 240 answers about 230. Known limit: what takes more than 1,023 bytes (some 2,600 answers) has no code, only a file.

use super::fault::{Fault, check_story};
use super::sheet::{Fingerprint, Sheet};
use super::{Answers, Mark, SIGNS};

/// What a code begins with.
const HEAD: &str = "NC-";

/// Crockford's letters, each worth its place.
const LETTERS: &[u8; 32] = b"0123456789ABCDEFGHJKMNPQRSTVWXYZ";

/// The version of the code.
const VERSION: u32 = 1;

/// How many letters stand together between two hyphens.
const GROUP: usize = 5;

/// How many letters say how many bytes follow.
const LENGTH_LETTERS: usize = 2;

/// The most bytes that these letters can say.
const MOST_BYTES: usize = 1023;

/// How many bits a sign or a blank takes.
const SIGN_BITS: u32 = 3;

/// Returns the letter for the lower five bits.
pub(super) fn letter(value: u32) -> char {
    char::from(LETTERS[(value & 31) as usize])
}

/// Returns what a letter is worth, as a reader may have typed it.
fn value(letter: char) -> Option<u32> {
    let letter = match letter.to_ascii_uppercase() {
        'O' => '0',
        'I' | 'L' => '1',
        letter => letter,
    };
    LETTERS.iter().position(|known| char::from(*known) == letter).map(|at| at as u32)
}

/// Reads a mark written in letters.
pub(super) fn mark(letters: &str) -> Option<Mark> {
    let values: Option<Vec<u32>> = letters.trim().chars().map(value).collect();
    let values = values.filter(|values| values.len() == 4)?;
    Some(Mark::new(values.iter().fold(0, |sum, value| sum << 5 | value)))
}

/// Bits, the highest first, in bytes.
#[derive(Default)]
struct Bits {
    bytes: Vec<u8>,
    count: usize,
}

impl Bits {
    fn put(&mut self, value: u32, bits: u32) {
        for bit in (0..bits).rev() {
            if self.count.is_multiple_of(8) {
                self.bytes.push(0);
            }
            if let Some(last) = self.bytes.last_mut() {
                *last |= ((value >> bit & 1) as u8) << (7 - self.count % 8);
            }
            self.count += 1;
        }
    }

    /// Writes a number of any size: groups of three bits, each after a bit that says whether another follows.
    fn put_number(&mut self, value: usize) {
        let groups = (1..).find(|groups| value >> (3 * groups) == 0).unwrap_or(1);
        for group in (0..groups).rev() {
            self.put(u32::from(group > 0), 1);
            self.put((value >> (3 * group) & 7) as u32, 3);
        }
    }
}

/// Reads bits again.
struct Reader<'b> {
    bytes: &'b [u8],
    at: usize,
}

impl Reader<'_> {
    fn take(&mut self, bits: u32) -> Option<u32> {
        (0..bits).try_fold(0, |sum, _| {
            let byte = self.bytes.get(self.at / 8)?;
            let bit = byte >> (7 - self.at % 8) & 1;
            self.at += 1;
            Some(sum << 1 | u32::from(bit))
        })
    }

    fn take_number(&mut self) -> Option<usize> {
        let mut sum: usize = 0;
        loop {
            let more = self.take(1)?;
            sum = sum.checked_mul(8)?.checked_add(self.take(3)? as usize)?;
            if more == 0 {
                return Some(sum);
            }
        }
    }
}

impl Answers {
    /// Writes the code; none where there are too many answers for one.
    pub fn to_code(&self, sheet: &Sheet) -> Option<String> {
        let mut bits = Bits::default();
        bits.put(VERSION, 4);
        bits.put(self.fingerprint.0, 32);
        bits.put(self.mark.number(), 20);
        bits.put_number(self.saved as usize);
        bits.put_number(self.name.len());
        self.name.bytes().for_each(|byte| bits.put(u32::from(byte), 8));
        let rows: Vec<usize> = (0..sheet.rows.len())
            .filter(|row| (0..sheet.documents.len()).any(|document| self.get(*row, document).is_some()))
            .collect();
        bits.put_number(rows.len());
        let mut after = 0;
        for row in rows {
            bits.put_number(row - after);
            after = row + 1;
            for document in 0..sheet.documents.len() {
                let sign = self.get(row, document).and_then(super::sign);
                bits.put(sign.map_or(0, |sign| sign as u32 + 1), SIGN_BITS);
            }
        }
        let mut bytes = bits.bytes;
        let check = crc32(&bytes);
        bytes.extend(check.to_be_bytes());
        if bytes.len() > MOST_BYTES {
            return None;
        }
        let mut letters = Bits::default();
        letters.put(bytes.len() as u32, 5 * LENGTH_LETTERS as u32);
        bytes.iter().for_each(|byte| letters.put(u32::from(*byte), 8));
        let count = letters.count.div_ceil(5);
        let mut reader = Reader { bytes: &letters.bytes, at: 0 };
        let mut code = HEAD.to_owned();
        for at in 0..count {
            if at > 0 && at.is_multiple_of(GROUP) {
                code.push('-');
            }
            // The last letter is filled up with zeros.
            let left = (letters.count - 5 * at).min(5) as u32;
            let value = reader.take(left).unwrap_or_default() << (5 - left);
            code.push(letter(value));
        }
        Some(code)
    }

    /// Reads a code, as it begins with `NC-`; what stands after its end is not looked at.
    ///
    /// # Errors
    /// The first [`Fault`].
    pub fn from_code(code: &str, sheet: &Sheet) -> Result<Self, Fault> {
        let code = code.trim_start();
        let head = code.get(..HEAD.len()).filter(|head| head.eq_ignore_ascii_case(HEAD)).ok_or(Fault::NoAnswers)?;
        let mut letters = code[head.len()..].chars().filter(|c| *c != '-' && !c.is_whitespace());
        let mut bits = Bits::default();
        let mut take = |bits: &mut Bits| -> Result<u32, Fault> {
            let value = value(letters.next().ok_or(Fault::CutOff)?).ok_or(Fault::Mistyped)?;
            bits.put(value, 5);
            Ok(value)
        };
        let mut length = 0;
        for _ in 0..LENGTH_LETTERS {
            length = length << 5 | take(&mut bits)?;
        }
        let length = length as usize;
        for _ in LENGTH_LETTERS..(5 * LENGTH_LETTERS + 8 * length).div_ceil(5) {
            take(&mut bits)?;
        }
        let mut reader = Reader { bytes: &bits.bytes, at: 5 * LENGTH_LETTERS };
        let bytes: Option<Vec<u8>> = (0..length).map(|_| reader.take(8).map(|byte| byte as u8)).collect();
        let bytes = bytes.ok_or(Fault::CutOff)?;
        let (bytes, check) = bytes.split_last_chunk::<4>().ok_or(Fault::CutOff)?;
        if crc32(bytes) != u32::from_be_bytes(*check) {
            return Err(Fault::Mistyped);
        }
        let mut reader = Reader { bytes, at: 0 };
        if reader.take(4) != Some(VERSION) {
            return Err(Fault::Later);
        }
        let fingerprint = Fingerprint(reader.take(32).ok_or(Fault::CutOff)?);
        check_story(fingerprint, sheet.fingerprint, None)?;
        let answers = read_answers(&mut reader, sheet).ok_or(Fault::Mistyped)?;
        if answers.is_empty() { Err(Fault::Blank) } else { Ok(answers) }
    }
}

/// Reads what comes after the fingerprint; none where it does not fit the sheet.
fn read_answers(reader: &mut Reader<'_>, sheet: &Sheet) -> Option<Answers> {
    let mut answers = Answers::new(sheet, Mark::new(reader.take(20)?));
    answers.saved = u32::try_from(reader.take_number()?).ok()?;
    let length = reader.take_number()?;
    let name: Option<Vec<u8>> = (0..length).map(|_| reader.take(8).map(|byte| byte as u8)).collect();
    answers.rename(&String::from_utf8_lossy(&name?));
    let mut row = 0_usize;
    for _ in 0..reader.take_number()? {
        row = row.checked_add(reader.take_number()?)?;
        if row >= sheet.rows.len() {
            return None;
        }
        for document in 0..sheet.documents.len() {
            match reader.take(SIGN_BITS)? as usize {
                0 => {}
                sign => answers.set(row, document, Some(*SIGNS.get(sign - 1)?)),
            }
        }
        row += 1;
    }
    Some(answers)
}

/// Returns the places in a text where codes begin, each with the words before it on its line.
///
/// A code may be broken over lines, and a chat puts names in front.
pub fn codes_in(text: &str) -> Vec<(String, &str)> {
    let begins = |(at, _): &(usize, &str)| {
        let before = text[..*at].chars().next_back();
        before.is_none_or(|c| !c.is_alphanumeric() && c != '-')
    };
    let small = text.to_ascii_lowercase();
    let places: Vec<usize> = small.match_indices("nc-").filter(begins).map(|(at, _)| at).collect();
    let ends = places.iter().skip(1).copied().chain([text.len()]);
    places
        .iter()
        .zip(ends)
        .map(|(&start, end)| {
            let before = text[..start].rsplit('\n').next().unwrap_or_default();
            (super::answers::tidy(before).trim_end_matches(':').to_owned(), &text[start..end])
        })
        .collect()
}

/// Returns the check of ISO 3309, as in gzip and PNG.
fn crc32(bytes: &[u8]) -> u32 {
    !bytes.iter().fold(u32::MAX, |sum, byte| {
        (0..8).fold(sum ^ u32::from(*byte), |sum, _| if sum & 1 == 1 { sum >> 1 ^ 0xedb8_8320 } else { sum >> 1 })
    })
}

#[cfg(test)]
mod tests {
    use super::super::sheet::tests::comparison;
    use super::*;
    use crate::stance::Stance;
    use proptest::prelude::*;

    fn sheet() -> Sheet {
        Sheet::of(&comparison())
    }

    fn ana(sheet: &Sheet) -> Answers {
        let mut answers = Answers::new(sheet, Mark::new(77_777));
        answers.rename("Ana Ñ.");
        answers.saved = 12;
        answers.set(0, 0, Some(Stance::Supports));
        answers.set(2, 1, Some(Stance::Omits));
        answers
    }

    #[test]
    fn the_check_is_that_of_the_standard() {
        assert_eq!(crc32(b"123456789"), 0xcbf4_3926);
    }

    #[test]
    fn a_code_is_read_however_it_is_typed() {
        let sheet = sheet();
        let answers = ana(&sheet);
        let code = answers.to_code(&sheet).unwrap();
        assert!(code.len() < 60, "{code}");
        assert_eq!(Answers::from_code(&code, &sheet).unwrap(), answers);
        let typed = code.to_lowercase().replacen('0', "o", 1).replacen('1', "l", 1);
        assert_eq!(Answers::from_code(&typed, &sheet).unwrap(), answers);
        let broken = code.replace('-', " \n").replacen("NC \n", "NC-", 1);
        assert_eq!(Answers::from_code(&format!("{broken} and thanks"), &sheet).unwrap(), answers);
    }

    #[test]
    fn a_code_that_is_not_right_is_refused_with_the_reason() {
        let sheet = sheet();
        let code = ana(&sheet).to_code(&sheet).unwrap();
        let fault = |code: &str| Answers::from_code(code, &sheet).unwrap_err();
        assert_eq!(fault("Good morning"), Fault::NoAnswers);
        assert_eq!(fault("NC-"), Fault::CutOff);
        assert_eq!(fault(&code[..code.len() - 3]), Fault::CutOff);
        assert_eq!(fault("NC-00"), Fault::CutOff);
        assert_eq!(fault(&code.replacen("NC-", "NC-U", 1)), Fault::Mistyped);
        let mut other = ana(&sheet);
        other.fingerprint.0 ^= 1;
        assert_eq!(fault(&other.to_code(&sheet).unwrap()), Fault::OtherStory(None));
        let blank = Answers::new(&sheet, Mark::new(1)).to_code(&sheet).unwrap();
        assert_eq!(fault(&blank), Fault::Blank);
    }

    #[test]
    fn codes_are_found_in_what_a_chat_gives() {
        let text = "Ana: NC-ABCDE-FGH\nBo, class 7b: nc-12345-\n67890\nwe had fun, ABENC-no code";
        let found = codes_in(text);
        let names: Vec<&str> = found.iter().map(|(name, _)| name.as_str()).collect();
        assert_eq!(names, ["Ana", "Bo, class 7b"]);
        assert!(found[1].1.starts_with("nc-12345-\n67890"));
        assert!(codes_in("nothing").is_empty());
    }

    #[test]
    fn too_many_answers_have_no_code() {
        let mut sheet = sheet();
        sheet.rows = (0..600).map(|row| row.to_string()).collect();
        sheet.documents = (0..8).map(|id| crate::DocumentId(id.to_string())).collect();
        let mut answers = Answers::new(&sheet, Mark::new(1));
        for row in 0..600 {
            (0..8).for_each(|document| answers.set(row, document, Some(Stance::Partly)));
        }
        assert_eq!(answers.to_code(&sheet), None);
        assert_eq!(Answers::from_json(&answers.to_json(&sheet), &sheet).unwrap(), answers);
    }

    fn answers() -> impl Strategy<Value = (Sheet, Answers)> {
        let cells = prop::collection::btree_map((0_usize..60, 0_usize..4), 0_usize..SIGNS.len(), 1..240);
        (cells, "\\PC{0,50}", 0_u32..Mark::COUNT, 0_u32..100_000).prop_map(|(cells, name, mark, saved)| {
            let mut sheet = sheet();
            sheet.rows = (1..=60).map(|row| format!("c{row}")).collect();
            sheet.documents = ["a", "b", "c", "d"].map(|id| crate::DocumentId(id.to_owned())).to_vec();
            let mut answers = Answers::new(&sheet, Mark::new(mark));
            answers.rename(&name);
            answers.saved = saved;
            cells.iter().for_each(|(&(row, document), &sign)| answers.set(row, document, Some(SIGNS[sign])));
            (sheet, answers)
        })
    }

    proptest! {
        #[test]
        fn file_and_code_give_the_answers_again((sheet, answers) in answers()) {
            let code = answers.to_code(&sheet).unwrap();
            prop_assert_eq!(&Answers::from_code(&code, &sheet).unwrap(), &answers);
            prop_assert_eq!(&Answers::from_json(&answers.to_json(&sheet), &sheet).unwrap(), &answers);
            // 240 answers take 230 letters; a name of forty letters outside ASCII another 256.
            prop_assert!(code.len() < 560, "{}", code.len());
        }

        #[test]
        fn one_wrong_letter_is_always_found((sheet, answers) in answers(), at in 0_usize..400, by in 1_u32..32) {
            let code: Vec<char> = answers.to_code(&sheet).unwrap().chars().collect();
            // Not the first three, nor the last letter, part of which may be filling.
            let at = 3 + at % (code.len() - 4);
            prop_assume!(code[at] != '-');
            let mut wrong = code.clone();
            wrong[at] = letter(value(code[at]).unwrap() + by);
            let wrong: String = wrong.into_iter().collect();
            prop_assert!(Answers::from_code(&wrong, &sheet).is_err(), "{}", wrong);
        }

        #[test]
        fn any_text_is_refused_or_read_without_a_panic(text in "(nc-)?[ -~]{0,80}") {
            let sheet = sheet();
            let _ = Answers::from_code(&text, &sheet);
            let _ = codes_in(&text);
        }
    }
}
