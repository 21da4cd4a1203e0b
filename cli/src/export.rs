//! `news-compare export`: a comparison written in another format.

use crate::arguments::ExportArguments;
use crate::fault::Fault;
use crate::story;
use news_compare::export;

/// Reads the story and writes it in the format.
pub(crate) fn run(arguments: &ExportArguments) -> Result<(), Fault> {
    let comparison = story::read(&arguments.comparison, &arguments.reasons.options())?;
    let mut output = arguments.output.open()?;
    let text = export(&comparison, arguments.format, arguments.reasons.language());
    output.write(&text)?;
    if !text.ends_with('\n') {
        output.write("\n")?;
    }
    output.finish()
}
