//! Writes the open story, its corrections and the program as one page, which opens by double click and can be read without JavaScript.
//!
//! A file of its own because it is pure. The program is the text of the script that this page runs: a page that was written here can be
//! written again by itself.

use crate::comparison::Comparison;
use crate::export::{Format, export};
use crate::fallback::{self, escape};
use crate::language::Language;

/// The look of the page around the element, as in `index.html`.
const STYLE: &str = "\
.page-title { position: absolute; inline-size: 1px; block-size: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
";

/// What the script of the program begins with, after white space.
pub const PROGRAM: &str = "/*! News Compare";

/// Writes the page; `script` is the program.
pub fn write(comparison: &Comparison, language: Language, script: &str) -> String {
    let story = export(comparison, Format::Comparison, language).replace('<', "\\u003c");
    format!(
        "<!doctype html>\n<html lang=\"{tag}\">\n<head>\n<meta charset=\"utf-8\">\n\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<title>{title}</title>\n\
         <link rel=\"icon\" href=\"data:,\">\n<style>{}{STYLE}</style>\n<script>{script}</script>\n</head>\n<body>\n<main>\n\
         <h1 class=\"page-title\">News Compare</h1>\n<news-compare desk lang=\"{tag}\">\n\
         <script type=\"application/json\">{story}</script>\n{}</news-compare>\n</main>\n</body>\n</html>\n",
        fallback::STYLE,
        fallback::write(comparison, language),
        tag = language.tag(),
        title = escape(&fallback::title(comparison, language)),
    )
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Corpus, Document, Options, analyze};

    fn comparison(title: &str, text: &str) -> Comparison {
        let corpus = Corpus { title: title.to_owned(), ..Corpus::new(vec![Document::new("a", text)]) };
        analyze(&corpus, &Options::default())
    }

    #[test]
    fn nothing_of_a_story_ends_the_script_or_becomes_markup() {
        let hostile = comparison("</title><i>", "</script><script>alert(1)</script> The river rose. <!-- <img src=x>");
        let page = write(&hostile, Language::English, "\n/*! News Compare */");
        assert_eq!(page.matches("<script").count(), 2);
        assert_eq!(page.matches("</script>").count(), 2);
        assert!(!page.contains("<img") && !page.contains("<i>") && !page.contains("<!--"));
        let (_, story) = page.split_once("application/json\">").unwrap();
        let (story, _) = story.split_once("</script>").unwrap();
        assert_eq!(Comparison::from_json(story), Ok(hostile));
    }
}
