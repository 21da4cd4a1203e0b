//! `news-compare judge`: pairs of sentences in, one line for each; nothing is held longer than the lines read at one go.

use crate::arguments::JudgeArguments;
use crate::fault::{Broken, Fault, Outcome};
use crate::input::{Item, Source, total_length};
use crate::ordered;
use crate::progress::Progress;
use news_compare::document::MAX_CODE_POINTS;
use news_compare::{Options, judge};
use serde::{Deserialize, Serialize};
use serde_json::error::Category;
use serde_json::value::RawValue;
use std::borrow::Cow;
use std::path::PathBuf;

/// How many pairs are worked on together; larger uses more memory, smaller starts threads more often.
const LOT: usize = 4096;

/// Two sentences to be judged.
#[derive(Deserialize)]
struct Pair<'j> {
    #[serde(borrow)]
    id: Option<&'j RawValue>,
    #[serde(borrow)]
    a: Cow<'j, str>,
    #[serde(borrow)]
    b: Cow<'j, str>,
}

/// What is written for a pair.
#[derive(Serialize)]
struct Line<'j, J> {
    id: Option<&'j RawValue>,
    #[serde(flatten)]
    judgement: J,
}

/// Reads every pair, judges it and writes the result.
pub(crate) fn run(arguments: &JudgeArguments) -> Result<(), Fault> {
    let options = arguments.reasons.options();
    let mut output = arguments.output.open()?;
    let total = total_length(arguments.pairs.iter().map(PathBuf::as_path));
    let mut progress = Progress::new(total, "pairs", output.is_terminal());
    let (mut read, mut broken) = (0, Broken::default());
    for path in &arguments.pairs {
        let mut source = Source::open(path)?;
        loop {
            let (lot, fault) = source.next_lines(LOT);
            let is_last = lot.is_empty();
            let results = ordered::map(&lot, |item| judge_line(item, &options));
            progress.advance(results.len(), read + source.read());
            for result in results {
                output.write_line(&broken.line(result, true)?)?;
            }
            output.flush()?;
            if let Some(fault) = fault {
                return Err(fault);
            }
            if is_last {
                break;
            }
        }
        read += source.read();
    }
    output.finish()?;
    broken.finish()
}

/// Judges the pair of one line.
fn judge_line(item: &Item, options: &Options) -> Outcome {
    item.check_length()?;
    let json = std::str::from_utf8(item.bytes.trim_ascii_end())
        .map_err(|error| item.broken(format!("not UTF-8 (column {})", error.valid_up_to() + 1)))?;
    let pair: Pair<'_> = serde_json::from_str(json).map_err(|error| item.broken(plain(&error)))?;
    for (member, text) in [("a", &pair.a), ("b", &pair.b)] {
        let length = text.chars().count();
        if length > MAX_CODE_POINTS {
            return Err(item.broken(format!("\"{member}\" has {length} code points; the limit is {MAX_CODE_POINTS}")));
        }
        if !text.chars().any(char::is_alphanumeric) {
            return Err(item.broken(format!("\"{member}\" has no letter or digit")));
        }
    }
    let judgement = judge(&pair.a, &pair.b, options);
    serde_json::to_vec(&Line { id: pair.id, judgement }).map_err(|error| item.broken(error.to_string()))
}

/// Says in plain words what is wrong with a line that is no pair.
fn plain(error: &serde_json::Error) -> String {
    let message = error.to_string();
    let fault = message.split(" at line ").next().unwrap_or_default();
    let column = error.column();
    match error.classify() {
        Category::Eof => format!("not JSON: it ends too early (column {column})"),
        Category::Syntax if fault.contains("surrogate") || fault.contains("end of hex escape") => {
            format!("lone surrogate in a JSON string (column {column})")
        }
        Category::Syntax | Category::Io => format!("not JSON: {fault} (column {column})"),
        Category::Data => format!(
            "not a pair {{\"id\": …, \"a\": \"…\", \"b\": \"…\"}}: {} (column {column})",
            fault.replace('`', "\"")
        ),
    }
}
