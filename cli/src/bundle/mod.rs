//! `news-compare bundle`: a story as one page that opens anywhere, or as a folder for a web server.

mod page;
mod widget;

pub(crate) use page::{Extra, page};
pub(crate) use widget::{Kind, Widget};

use crate::arguments::BundleArguments;
use crate::fault::Fault;
use crate::output::Output;
use crate::story;
use base64::Engine as _;
use news_compare::{Comparison, Format, Language, export, fallback};
use serde_json::json;
use sha2::{Digest, Sha256, Sha384};
use std::path::Path;
use std::process::ExitCode;

/// Reads the story and writes the page or the folder.
pub(crate) fn run(arguments: &BundleArguments) -> Result<ExitCode, Fault> {
    let options = arguments.reasons.options();
    let comparison = story::read(&arguments.story, &options)?;
    let kind = if arguments.viewer { Kind::Viewer } else { Kind::Whole };
    let widget = Widget::load(arguments.script.as_deref(), kind)?;
    if let Some(folder) = &arguments.embed {
        write_folder(folder, &comparison, &widget, arguments.reasons.language(), arguments.url.as_deref())?;
        return Ok(ExitCode::SUCCESS);
    }
    let mut output = arguments.output.open()?;
    output.write(&page(&comparison, &widget, options.language, Extra::None))?;
    output.finish()?;
    Ok(ExitCode::SUCCESS)
}

/// Writes what a web server needs: script, story, the lines to paste, and a page that has them.
fn write_folder(
    folder: &Path,
    comparison: &Comparison,
    widget: &Widget,
    language: Language,
    url: Option<&str>,
) -> Result<(), Fault> {
    let name = folder.display().to_string();
    std::fs::create_dir_all(folder).map_err(|error| Fault::file(&name, error))?;
    let story = export(comparison, Format::Comparison, language);
    let base = match url {
        Some(url) if !news_compare::document::is_web_address(url) => {
            return Err(Fault::Usage(format!("--url {url:?} is not an http or https address")));
        }
        Some(url) => format!("{}/", url.trim_end_matches('/')),
        None => String::new(),
    };
    let snippet = page::snippet(comparison, widget, &story, language, &base);
    let write = |file: &str, content: &str| -> Result<(), Fault> {
        let mut output = Output::open(Some(&folder.join(file)))?;
        output.write(content)?;
        output.finish()
    };
    write(widget.file_name(), widget.script())?;
    write("story.json", &story)?;
    write("snippet.html", &snippet)?;
    write("page.html", &page::host(comparison, &snippet, language))?;
    if !base.is_empty() {
        let title = fallback::title(comparison, language);
        let frame = format!(
            "<iframe src=\"{}page.html\" title=\"{}\" sandbox=\"{SANDBOX}\" width=\"100%\" height=\"{FRAME_HEIGHT}\"></iframe>",
            fallback::escape(&base),
            fallback::escape(&title)
        );
        let oembed = json!({"version": "1.0", "type": "rich", "title": title, "provider_name": "News Compare",
            "html": frame, "width": FRAME_WIDTH, "height": FRAME_HEIGHT});
        write("oembed.json", &format!("{oembed:#}\n"))?;
    }
    Ok(())
}

/// What the frame of an oEmbed answer may do: run the script, load the story from its own server, open the address of an article in another
/// window, and save the comparison as a file.
const SANDBOX: &str = "allow-scripts allow-same-origin allow-popups allow-downloads";

/// The size of the frame in pixels that an oEmbed answer tells; the frame itself takes the width that it is given.
const FRAME_WIDTH: u16 = 1024;
const FRAME_HEIGHT: u16 = 800;

/// Returns the hash of a file for an `integrity` attribute.
fn integrity(content: &str) -> String {
    format!("sha384-{}", base64::engine::general_purpose::STANDARD.encode(Sha384::digest(content)))
}

/// Returns the hash of an inline script or style for a Content-Security-Policy.
fn allowed(content: &str) -> String {
    format!("'sha256-{}'", base64::engine::general_purpose::STANDARD.encode(Sha256::digest(content)))
}
