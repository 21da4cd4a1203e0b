//! `news-compare analyze`: corpora in, comparisons out, in the same order.

use crate::arguments::AnalyzeArguments;
use crate::fault::{Broken, Fault, Outcome, said};
use crate::input::{Item, Source, total_length};
use crate::ordered;
use crate::progress::Progress;
use news_compare::{Corpus, Options, analyze};
use serde::de::IgnoredAny;
use std::collections::VecDeque;
use std::path::PathBuf;

/// How many bytes of corpora are worked on together; larger uses more memory, smaller leaves threads idle at the end of each lot.
const LOT: usize = 32 << 20;

/// Reads every corpus, compares its documents and writes the result.
pub(crate) fn run(arguments: &AnalyzeArguments) -> Result<(), Fault> {
    let options = arguments.reasons.options();
    let mut corpora = Corpora::new(&arguments.corpora, arguments.ndjson);
    let mut output = arguments.output.open()?;
    let total = total_length(arguments.corpora.iter().map(PathBuf::as_path));
    let mut progress = Progress::new(total, "corpora", output.is_terminal());
    if arguments.pretty {
        let item = corpora.next()?;
        if arguments.corpora.len() > 1 || corpora.has_more()? {
            return Err(Fault::Usage(
                "--pretty is for one corpus only; several are written one on each line".to_owned(),
            ));
        }
        if let Some(item) = item {
            output.write_line(&compare(&item, &options, true).map_err(|(_, fault)| fault)?)?;
        }
        return output.finish();
    }
    let mut broken = Broken::default();
    loop {
        let (lot, fault) = corpora.next_lot();
        let is_last = lot.is_empty() || fault.is_some();
        let results = ordered::map(&lot, |item| compare(item, &options, false));
        progress.advance(results.len(), corpora.read());
        for (result, item) in results.into_iter().zip(&lot) {
            output.write_line(&broken.line(result, item.is_line)?)?;
        }
        output.flush()?;
        if let Some(fault) = fault {
            return Err(fault);
        }
        if is_last {
            output.finish()?;
            return broken.finish();
        }
    }
}

/// Compares the documents of one corpus.
fn compare(item: &Item, options: &Options, is_pretty: bool) -> Outcome {
    item.check_length()?;
    // The end of a line is no part of it: the last of a file may have none.
    let bytes = if item.is_line { item.bytes.trim_ascii_end() } else { &item.bytes };
    let corpus = Corpus::from_bytes(bytes).map_err(|error| {
        // Alone, a line is the first of its file; in the message for people it has its place.
        (said(&error), item.fault(said(&error.moved_down(item.line - 1))))
    })?;
    let comparison = analyze(&corpus, options);
    let json = if is_pretty { serde_json::to_vec_pretty(&comparison) } else { serde_json::to_vec(&comparison) };
    json.map_err(|error| item.broken(error.to_string()))
}

/// The corpora of all files, one after the other.
struct Corpora<'p> {
    paths: std::slice::Iter<'p, PathBuf>,
    /// Tells that every line is a corpus, whatever the first looks like.
    is_ndjson: bool,
    source: Option<Source>,
    /// Read already, to see whether the file has one corpus on each line.
    ahead: VecDeque<Item>,
    /// Bytes of the files that are done with.
    read: u64,
}

impl<'p> Corpora<'p> {
    fn new(paths: &'p [PathBuf], is_ndjson: bool) -> Self {
        Self { paths: paths.iter(), is_ndjson, source: None, ahead: VecDeque::new(), read: 0 }
    }

    /// Returns how many bytes have been read.
    fn read(&self) -> u64 {
        self.read + self.source.as_ref().map_or(0, Source::read)
    }

    /// Tells whether another corpus follows.
    fn has_more(&mut self) -> Result<bool, Fault> {
        if self.ahead.is_empty()
            && let Some(item) = self.next()?
        {
            self.ahead.push_front(item);
        }
        Ok(!self.ahead.is_empty())
    }

    /// Reads the next corpus.
    fn next(&mut self) -> Result<Option<Item>, Fault> {
        loop {
            if let Some(item) = self.ahead.pop_front() {
                return Ok(Some(item));
            }
            if let Some(source) = &mut self.source {
                if let Some(item) = source.next_line()? {
                    return Ok(Some(item));
                }
                self.read += source.read();
                self.source = None;
            }
            let Some(path) = self.paths.next() else {
                return Ok(None);
            };
            let source = self.source.insert(Source::open(path)?);
            if !self.is_ndjson {
                self.ahead = begin(source)?;
            }
        }
    }

    /// Reads corpora to be worked on together, and the fault that ended the reading, if one did.
    fn next_lot(&mut self) -> (Vec<Item>, Option<Fault>) {
        let (mut lot, mut bytes) = (Vec::new(), 0);
        while lot.len() < 4 * ordered::threads() && bytes < LOT {
            match self.next() {
                Ok(Some(item)) => {
                    bytes += item.bytes.len();
                    lot.push(item);
                }
                Ok(None) => break,
                Err(fault) => return (lot, Some(fault)),
            }
        }
        (lot, None)
    }
}

/// Reads the start of a file: the whole of it as one corpus, or two lines where its first line is a corpus by itself.
fn begin(source: &mut Source) -> Result<VecDeque<Item>, Fault> {
    let Some(mut first) = source.next_line()? else {
        // An empty file is a wrong file; the reader of the corpus says so.
        let empty = Item { name: source.name.clone(), line: 1, is_line: false, is_too_long: false, bytes: Vec::new() };
        return Ok(VecDeque::from([empty]));
    };
    if serde_json::from_slice::<IgnoredAny>(&first.bytes).is_err() {
        source.read_rest(&mut first)?;
        return Ok(VecDeque::from([first]));
    }
    Ok(match source.next_line()? {
        Some(second) => VecDeque::from([first, second]),
        None => {
            first.is_line = false;
            VecDeque::from([first])
        }
    })
}
