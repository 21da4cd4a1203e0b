//! The page of a story: one file with everything inside, under a policy that runs our own script and nothing else.

use super::widget::Widget;
use super::{allowed, integrity};
use news_compare::fallback::{self, STYLE, escape, title};
use news_compare::{Comparison, Format, Language, export};

/// What a page has besides its story.
pub(crate) enum Extra<'e> {
    /// Nothing: it is to be handed on.
    None,
    /// A script of the preview, which may ask its own server.
    Preview(&'e str),
}

/// Writes the page with story, script and fallback inside.
pub(crate) fn page(comparison: &Comparison, widget: &Widget, language: Language, extra: Extra<'_>) -> String {
    let story = export(comparison, Format::Comparison, language).replace('<', "\\u003c");
    let (script, preview) =
        (format!("\n{}", widget.script()), if let Extra::Preview(script) = extra { script } else { "" });
    let connect = if preview.is_empty() { "" } else { " connect-src 'self';" };
    let policy = format!(
        "default-src 'none'; script-src {}{} 'wasm-unsafe-eval'; style-src {}; img-src data:; worker-src blob:;{connect} base-uri 'none'; form-action 'none'",
        allowed(&script),
        if preview.is_empty() { String::new() } else { format!(" {}", allowed(preview)) },
        allowed(STYLE),
    );
    let preview = if preview.is_empty() { String::new() } else { format!("<script>{preview}</script>\n") };
    format!(
        "{}<body>\n<main>\n<news-compare lang=\"{tag}\">\n<script type=\"application/json\">{story}</script>\n{}</news-compare>\n</main>\n\
         <script>{script}</script>\n{preview}</body>\n</html>\n",
        head(comparison, language, &policy, STYLE),
        fallback::write(comparison, language),
        tag = language.tag(),
    )
}

fn head(comparison: &Comparison, language: Language, policy: &str, style: &str) -> String {
    let policy = if policy.is_empty() {
        String::new()
    } else {
        format!("<meta http-equiv=\"Content-Security-Policy\" content=\"{}\">\n", escape(policy))
    };
    format!(
        "<!doctype html>\n<html lang=\"{}\">\n<head>\n<meta charset=\"utf-8\">\n{policy}\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<title>{}</title>\n\
         <meta name=\"generator\" content=\"News Compare {}\">\n<link rel=\"icon\" href=\"data:,\">\n<style>{style}</style>\n</head>\n",
        language.tag(),
        escape(&title(comparison, language)),
        env!("CARGO_PKG_VERSION"),
    )
}

/// Writes the lines to paste into a page; the story inside them is what is read where JavaScript is off.
pub(super) fn snippet(comparison: &Comparison, widget: &Widget, story: &str, language: Language, base: &str) -> String {
    let base = escape(base);
    format!(
        "<script src=\"{base}{}\" integrity=\"{}\" crossorigin=\"anonymous\" defer></script>\n\
         <news-compare src=\"{base}story.json\" integrity=\"{}\" lang=\"{}\">\n{}</news-compare>\n",
        widget.file_name(),
        integrity(widget.script()),
        integrity(story),
        language.tag(),
        fallback::write_inside(comparison, language),
    )
}

/// Writes a page around the snippet, as a newsroom's page would be.
pub(super) fn host(comparison: &Comparison, snippet: &str, language: Language) -> String {
    format!("{}<body>\n<main>\n{snippet}</main>\n</body>\n</html>\n", head(comparison, language, "", STYLE))
}
