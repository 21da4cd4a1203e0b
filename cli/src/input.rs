//! Files and standard input, whole or line by line, with a limit on what is held in memory.

use crate::fault::Fault;
use std::fs::File;
use std::io::{self, BufRead, BufReader, Read};
use std::path::Path;

/// How many bytes one corpus, or one line, may have: fifty documents at the limit of their length, with every character
/// escaped, are 120 MB. Larger only lets a wrong file, such as a disk image, fill the memory before it is refused.
const MAX_BYTES: u64 = 256 << 20;

/// How much is read at a time; what one read brings is also worked on together.
const BUFFER: usize = 1 << 18;

/// A file or standard input, being read.
pub(crate) struct Source {
    /// Its name in messages.
    pub(crate) name: String,
    reader: BufReader<Box<dyn Read>>,
    /// How many lines have been read.
    line: usize,
    /// How many bytes have been read.
    read: u64,
}

/// One corpus or pair, with the place it comes from.
pub(crate) struct Item {
    /// Name of the file.
    pub(crate) name: String,
    /// Its first line in the file, from 1.
    pub(crate) line: usize,
    /// Tells whether the file has one item on each line.
    pub(crate) is_line: bool,
    /// Tells that the line was longer than can be held; its bytes are not kept.
    pub(crate) is_too_long: bool,
    /// The item itself.
    pub(crate) bytes: Vec<u8>,
}

impl Item {
    /// Says that the line was too long, if it was.
    pub(crate) fn check_length(&self) -> Result<(), (String, Fault)> {
        if self.is_too_long { Err(self.broken(format!("longer than {} MiB", MAX_BYTES >> 20))) } else { Ok(()) }
    }

    /// Says what is wrong with the item, alone and with its place.
    pub(crate) fn broken(&self, fault: String) -> (String, Fault) {
        (fault.clone(), self.fault(fault))
    }

    /// Says what is wrong with the item.
    pub(crate) fn fault(&self, fault: String) -> Fault {
        Fault::Content { name: self.name.clone(), line: self.is_line.then_some(self.line), fault }
    }
}

impl Source {
    /// Opens a file, or standard input for `-`.
    pub(crate) fn open(path: &Path) -> Result<Self, Fault> {
        if path.as_os_str() == "-" {
            let reader = BufReader::with_capacity(BUFFER, Box::new(io::stdin().lock()) as Box<dyn Read>);
            return Ok(Self { name: "standard input".to_owned(), reader, line: 0, read: 0 });
        }
        let name = path.display().to_string();
        let file = File::open(path).map_err(|error| Fault::file(&name, error))?;
        Ok(Self { name, reader: BufReader::with_capacity(BUFFER, Box::new(file)), line: 0, read: 0 })
    }

    /// Returns how many bytes have been read.
    pub(crate) fn read(&self) -> u64 {
        self.read
    }

    /// Reads the next line that is not blank, without the mark that some editors put at the start of a file.
    pub(crate) fn next_line(&mut self) -> Result<Option<Item>, Fault> {
        loop {
            let mut bytes = Vec::new();
            let count = (&mut self.reader).take(MAX_BYTES + 1).read_until(b'\n', &mut bytes);
            let count = count.map_err(|error| Fault::file(&self.name, error))?;
            if count == 0 {
                return Ok(None);
            }
            self.line += 1;
            self.read += count as u64;
            if self.line == 1 && bytes.starts_with("\u{feff}".as_bytes()) {
                bytes.drain(..'\u{feff}'.len_utf8());
            }
            let item = Item { name: self.name.clone(), line: self.line, is_line: true, is_too_long: false, bytes };
            if count as u64 > MAX_BYTES {
                self.skip_line()?;
                return Ok(Some(Item { bytes: Vec::new(), is_too_long: true, ..item }));
            }
            if !item.bytes.trim_ascii().is_empty() {
                return Ok(Some(item));
            }
        }
    }

    /// Reads to the end of a line without keeping it.
    fn skip_line(&mut self) -> Result<(), Fault> {
        loop {
            let buffer = self.reader.fill_buf().map_err(|error| Fault::file(&self.name, error))?;
            let end = buffer.iter().position(|&byte| byte == b'\n');
            let count = end.map_or(buffer.len(), |end| end + 1);
            self.reader.consume(count);
            self.read += count as u64;
            if end.is_some() || count == 0 {
                return Ok(());
            }
        }
    }

    /// Reads lines to be worked on together, and the fault that ended the reading, if one did.
    ///
    /// It never waits for more while it has some, so that whoever writes a line and waits for the answer gets it.
    pub(crate) fn next_lines(&mut self, limit: usize) -> (Vec<Item>, Option<Fault>) {
        let mut lines = Vec::new();
        loop {
            match self.next_line() {
                Ok(Some(line)) => lines.push(line),
                Ok(None) => return (lines, None),
                Err(fault) => return (lines, Some(fault)),
            }
            if lines.len() >= limit || self.reader.buffer().is_empty() {
                return (lines, None);
            }
        }
    }

    /// Reads what is left of the file into an item that has been begun.
    pub(crate) fn read_rest(&mut self, item: &mut Item) -> Result<(), Fault> {
        item.is_line = false;
        let limit = MAX_BYTES + 1 - (item.bytes.len() as u64).min(MAX_BYTES);
        let count = (&mut self.reader).take(limit).read_to_end(&mut item.bytes);
        let count = count.map_err(|error| Fault::file(&self.name, error))?;
        self.read += count as u64;
        if item.bytes.len() as u64 > MAX_BYTES {
            return Err(item.fault(format!("longer than {} MiB", MAX_BYTES >> 20)));
        }
        Ok(())
    }
}

/// Returns the length of all files together, or nothing where one has none, as a pipe.
pub(crate) fn total_length<'p>(paths: impl IntoIterator<Item = &'p Path>) -> Option<u64> {
    paths.into_iter().map(|path| path.metadata().ok().filter(std::fs::Metadata::is_file).map(|file| file.len())).sum()
}
