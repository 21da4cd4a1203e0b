//! What can be said on the command line.

use crate::fault::Fault;
use crate::output::Output;
use clap::{Args, Parser, Subcommand, ValueEnum};
use news_compare::document::language_tag;
use news_compare::{Corpus, Format, Language, Options};
use std::path::PathBuf;

/// Compares articles about one event, claim by claim: who supports, qualifies, contradicts or omits what, with the words that
/// show it.
#[derive(Debug, Parser)]
#[command(
    name = "news-compare",
    version,
    subcommand_required = true,
    arg_required_else_help = false,
    after_help = "\
Examples:
  news-compare analyze story.json -o comparison.json --pretty
  cat stories.ndjson | news-compare analyze - > comparisons.ndjson
  echo '{\"id\": 1, \"a\": \"Two died.\", \"b\": \"Nobody died.\"}' | news-compare judge

Exit status: 0, or 2 with one line on standard error that names file, place and fault."
)]
pub(crate) struct Arguments {
    #[command(subcommand)]
    pub(crate) command: Command,
}

#[derive(Debug, Subcommand)]
pub(crate) enum Command {
    Analyze(AnalyzeArguments),
    Judge(JudgeArguments),
    Export(ExportArguments),
    Check(CheckArguments),
    Import(ImportArguments),
    Bundle(BundleArguments),
    Serve(ServeArguments),
}

/// Compare the documents of a corpus: reads news-compare.corpus/1, writes news-compare.comparison/1
///
/// A file holds one corpus, or one corpus on each line (NDJSON). One corpus gives one JSON document; several files or NDJSON
/// give one comparison on each line, in the same order. A line that is no corpus gives {"error": "…"}, and the rest goes on.
#[derive(Debug, Args)]
#[command(after_help = "\
Examples:
  news-compare analyze story.json
  news-compare analyze story.json -o comparison.json --pretty
  news-compare analyze monday.json tuesday.json > comparisons.ndjson
  cat stories.ndjson | news-compare analyze - -o comparisons.ndjson")]
pub(crate) struct AnalyzeArguments {
    /// Files to read; - is standard input
    #[arg(required = true, value_name = "CORPUS")]
    pub(crate) corpora: Vec<PathBuf>,
    #[command(flatten)]
    pub(crate) output: OutputArguments,
    /// Take every line for a corpus: a broken first line, one line alone or none at all are no other kind of file then
    #[arg(long, conflicts_with = "pretty")]
    pub(crate) ndjson: bool,
    /// Indent the JSON; for one corpus only
    #[arg(long)]
    pub(crate) pretty: bool,
    #[command(flatten)]
    pub(crate) reasons: ReasonArguments,
}

/// Judge pairs of sentences: reads lines {"id": …, "a": "…", "b": "…"}, writes one line for each, in the same order
///
/// The answer is {"id": …, "similarity": 0..1, "relation": "supports|partly|hedges|contradicts|unrelated", "confidence": 0..1,
/// "reasons": […]}: what b does with a. The id may be any JSON value and is given back as it came, null where there is none. A
/// line that is no pair gives {"error": "…"}, and the rest goes on.
#[derive(Debug, Args)]
#[command(after_help = "\
Examples:
  news-compare judge < pairs.ndjson > judgements.ndjson
  news-compare judge one.ndjson two.ndjson -o judgements.ndjson")]
pub(crate) struct JudgeArguments {
    /// Files to read; - is standard input
    #[arg(value_name = "PAIRS", default_value = "-")]
    pub(crate) pairs: Vec<PathBuf>,
    #[command(flatten)]
    pub(crate) output: OutputArguments,
    #[command(flatten)]
    pub(crate) reasons: ReasonArguments,
}

/// Take a comparison elsewhere: writes it as JSON, Web Annotations, schema.org, CSV or Markdown
///
/// json: news-compare.comparison/1. annotations: W3C Web Annotations, one for each evidence. schema: schema.org JSON-LD, Claim and
/// NewsArticle. csv: one line for each cell (csv-bom: with the mark by which spreadsheets know UTF-8). markdown: to be read.
#[derive(Debug, Args)]
#[command(after_help = "\
Examples:
  news-compare export csv-bom comparison.json -o matrix.csv
  news-compare export markdown comparison.json --language es
  news-compare analyze story.json | news-compare export annotations - > story.jsonld")]
pub(crate) struct ExportArguments {
    /// What to write
    #[arg(value_name = "FORMAT", value_parser = format_of)]
    pub(crate) format: Format,
    /// File to read, a comparison or a corpus, which is compared first; - is standard input
    #[arg(value_name = "COMPARISON")]
    pub(crate) comparison: PathBuf,
    #[command(flatten)]
    pub(crate) output: OutputArguments,
    #[command(flatten)]
    pub(crate) reasons: ReasonArguments,
}

/// Check a comparison before it is published: do its quotations still stand in the articles, which cells need a person
///
/// Prints one line for each quotation that has moved or is not found, and for each cell that needs a person: unjudged, of low
/// confidence, or a contradiction found by a machine that nobody has reviewed (member "review"). Cells judged by a person are
/// never changed.
#[derive(Debug, Args)]
#[command(after_help = "\
Examples:
  news-compare check comparison.json
  news-compare check comparison.json --corpus corrected.json --fix
  news-compare check comparison.json --fix -o moved.json

Exit status: 0 where every quotation stands or was mended; 1 where one does not or no article says a row any more, with --strict
also where a cell needs a person; 2 with one line on standard error where the comparison cannot be read or mended.")]
pub(crate) struct CheckArguments {
    /// File to read; - is standard input
    #[arg(value_name = "COMPARISON")]
    pub(crate) comparison: PathBuf,
    /// The corrected articles, which take the place of those in the comparison
    #[arg(long, value_name = "CORPUS")]
    pub(crate) corpus: Option<PathBuf>,
    /// Write the comparison with its quotations where they stand now: to its file, or where -o says
    #[arg(long)]
    pub(crate) fix: bool,
    /// File to write with --fix; - is standard output, and the report goes to standard error then
    #[arg(short, long, value_name = "FILE", requires = "fix")]
    pub(crate) output: Option<PathBuf>,
    /// Confidence below which a cell needs a person, 0 to 1
    #[arg(long, value_name = "SHARE", default_value = "0.6", value_parser = share)]
    pub(crate) below: f64,
    /// Fail also where a cell needs a person
    #[arg(long)]
    pub(crate) strict: bool,
}

/// Make a corpus of articles as they are found: web pages, JSON-LD, Markdown, plain text
///
/// Takes headline, outlet, author, date, link, language and text from each. Nothing is fetched: save the pages first. A page of which
/// no article is found is refused, one of which little is found is said; --raw takes all its text instead. One comparison, or a page
/// made by `bundle`, comes back as the comparison that it holds.
#[derive(Debug, Args)]
#[command(after_help = "\
Examples:
  news-compare import north.html river.html --title 'The flood' -o story.json
  news-compare import note.md --outlet 'River News' --url https://example.org/flood
  pdftotext report.pdf - | news-compare import - --pretty")]
pub(crate) struct ImportArguments {
    /// Files to read; - is standard input
    #[arg(required = true, value_name = "FILE")]
    pub(crate) files: Vec<PathBuf>,
    #[command(flatten)]
    pub(crate) output: OutputArguments,
    /// Indent the JSON
    #[arg(long)]
    pub(crate) pretty: bool,
    /// Take all text of a page, not what looks like its article
    #[arg(long)]
    pub(crate) raw: bool,
    /// Character encoding of the files, where it is found wrongly
    #[arg(long, value_name = "LABEL")]
    pub(crate) charset: Option<String>,
    /// Title of the story
    #[arg(long)]
    pub(crate) title: Option<String>,
    /// Outlet of the one article that is imported; so for those below
    #[arg(long)]
    pub(crate) outlet: Option<String>,
    /// Its headline
    #[arg(long)]
    pub(crate) headline: Option<String>,
    /// Its author
    #[arg(long)]
    pub(crate) author: Option<String>,
    /// Its address
    #[arg(long)]
    pub(crate) url: Option<String>,
    /// Its date, as 2026-01-12
    #[arg(long)]
    pub(crate) published: Option<String>,
    /// Its language, as en
    #[arg(long, value_parser = language)]
    pub(crate) lang: Option<String>,
}

impl ImportArguments {
    /// Returns what was said of the one article, member by member.
    fn metadata(&self) -> [&Option<String>; 6] {
        [&self.outlet, &self.headline, &self.author, &self.url, &self.published, &self.lang]
    }

    /// Tells whether anything was said of the one article.
    pub(crate) fn says_metadata(&self) -> bool {
        self.metadata().into_iter().any(Option::is_some)
    }

    /// Puts what was said of the one article in place of what was found.
    pub(crate) fn override_metadata(&self, corpus: &mut Corpus) -> Result<(), Fault> {
        if !self.says_metadata() {
            return Ok(());
        }
        let [document] = corpus.documents.as_mut_slice() else {
            return Err(Fault::Usage(format!(
                "--outlet and the like are for one article; there are {}",
                corpus.documents.len()
            )));
        };
        let members = [
            &mut document.outlet,
            &mut document.title,
            &mut document.author,
            &mut document.url,
            &mut document.published,
            &mut document.lang,
        ];
        for (member, value) in members.into_iter().zip(self.metadata()) {
            if let Some(value) = value {
                *member = Some(value.clone());
            }
        }
        Ok(())
    }
}

/// Make one HTML file of a story, or a folder to embed it from
///
/// The file has the widget, the comparison and, for readers without JavaScript, matrix and articles as plain HTML inside; it opens by
/// double click. --embed writes script, story, the lines to paste with integrity hashes, and a page that has them.
#[derive(Debug, Args)]
#[command(after_help = "\
Examples:
  news-compare bundle comparison.json -o story.html
  news-compare bundle comparison.json --viewer -o small.html
  news-compare bundle comparison.json --embed public/flood --url https://example.org/flood")]
pub(crate) struct BundleArguments {
    /// File to read, a comparison or a corpus, which is compared first; - is standard input
    #[arg(value_name = "STORY")]
    pub(crate) story: PathBuf,
    #[command(flatten)]
    pub(crate) output: OutputArguments,
    /// Folder to write for a web server, instead of one file
    #[arg(long, value_name = "DIR", conflicts_with = "output")]
    pub(crate) embed: Option<PathBuf>,
    /// Address at which the folder will be found; without it the lines to paste name files beside the page
    // That of --embed and --output alone would let --output stand for --embed.
    #[arg(long, requires = "embed", conflicts_with = "output")]
    pub(crate) url: Option<String>,
    /// Put a smaller widget in, which shows this comparison and can make none
    #[arg(long)]
    pub(crate) viewer: bool,
    /// The built widget, instead of the one inside this program
    #[arg(long, value_name = "FILE")]
    pub(crate) script: Option<PathBuf>,
    #[command(flatten)]
    pub(crate) reasons: ReasonArguments,
}

/// Show the page of a story in the browser, loaded again whenever its file changes
#[derive(Debug, Args)]
#[command(after_help = "\
Examples:
  news-compare serve comparison.json
  news-compare serve story.json --port 9000")]
pub(crate) struct ServeArguments {
    /// File to read, a comparison or a corpus, which is compared first
    #[arg(value_name = "STORY")]
    pub(crate) story: PathBuf,
    /// Port on 127.0.0.1; 0 takes a free one
    #[arg(long, default_value_t = 8090)]
    pub(crate) port: u16,
    /// The built widget, instead of the one inside this program
    #[arg(long, value_name = "FILE")]
    pub(crate) script: Option<PathBuf>,
    #[command(flatten)]
    pub(crate) reasons: ReasonArguments,
}

/// Reads a number from 0 to 1.
fn share(text: &str) -> Result<f64, String> {
    match text.parse() {
        Ok(share) if (0.0..=1.0).contains(&share) => Ok(share),
        _ => Err("a number from 0 to 1 is expected".to_owned()),
    }
}

/// Reads a language tag as documents have it.
fn language(tag: &str) -> Result<String, String> {
    language_tag(tag).ok_or_else(|| "a code of two or three letters is expected, as en or es-MX".to_owned())
}

/// Reads the name of a format.
fn format_of(name: &str) -> Result<Format, String> {
    let names = Format::ALL.map(Format::name).join(", ");
    Format::of_name(name).ok_or_else(|| format!("there are {names}"))
}

/// Where what is made goes.
#[derive(Debug, Args)]
pub(crate) struct OutputArguments {
    /// File to write, replaced only when all went well; without it, or with -, standard output
    #[arg(short, long, value_name = "FILE")]
    output: Option<PathBuf>,
}

impl OutputArguments {
    /// Opens the file, or standard output.
    pub(crate) fn open(&self) -> Result<Output, Fault> {
        Output::open(self.output.as_deref())
    }
}

/// How reasons are written.
#[derive(Debug, Args)]
pub(crate) struct ReasonArguments {
    /// Language of the reasons; the articles keep their own
    #[arg(long, value_name = "LANGUAGE", value_enum, default_value = "en")]
    language: LanguageName,
}

/// A language by its tag.
#[derive(Debug, Clone, Copy, ValueEnum)]
enum LanguageName {
    /// English
    En,
    /// Spanish
    Es,
}

impl ReasonArguments {
    /// Returns what the analysis is told.
    pub(crate) fn options(&self) -> Options {
        Options { language: self.language(), ..Options::default() }
    }

    /// Returns the language.
    pub(crate) fn language(&self) -> Language {
        match self.language {
            LanguageName::En => Language::English,
            LanguageName::Es => Language::Spanish,
        }
    }
}

/// Puts a usage error on one line: what is wrong, with its tips, and where to read more.
pub(crate) fn one_line(error: &clap::Error) -> String {
    let rendered = error.render().to_string();
    let fault: Vec<_> = rendered
        .lines()
        .take_while(|line| !line.starts_with("Usage:") && !line.starts_with("For more information"))
        .map(str::trim)
        .filter(|line| !line.is_empty())
        .collect();
    let fault = fault.join(" ").replace(" tip: ", "; tip: ");
    format!("{}; see --help", fault.strip_prefix("error: ").unwrap_or(&fault))
}

#[cfg(test)]
mod tests {
    use super::*;
    use clap::CommandFactory;

    #[test]
    fn the_definition_is_sound() {
        Arguments::command().debug_assert();
    }
}
