//! What developers run: `cargo xtask build|serve|test|quality|bench|screenshots`.
//!
//! Every command does its own set-up; what it may not install it names in one line.

mod bench;
mod browser;
mod bundle;
mod package;
mod quality;
mod serve;
mod sizes;
mod slim;
mod steps;
mod tools;
mod train;
mod wasm;
mod watch;
mod workspace;

use anyhow::{Result, bail};
use std::process::ExitCode;

const USAGE: &str = "\
Usage: cargo xtask COMMAND

  build [--cli]             write dist/news-compare.js and dist/news-compare.html, print their sizes;
                            --cli: and dist/news-compare, the native program with that script inside
  serve [--port P] [--open] build the demo and serve it on 127.0.0.1; rebuild and reload on every change
  test [--only STEP]...     run every check in order; the first that fails ends the run
  test --list               name the steps
  quality [--labels DIR] [--only SET]... [--verbose] [--write]
                            score the analysis on the labelled sets in DIR (default: ../shared and the invented stories),
                            beside quality.json; --verbose adds each story, --write renews quality.json
  quality --ablate [--labels DIR] [--only SET]...
                            score the stories with each part of the analysis left out: rules, word lists, factors, steps
                            (--without PART: with that one left out, as JSON)
  quality --errors STORY    show the rows of one labelled story that are missed and those that match none
  bench analysis            time the analysis natively and in Chromium, there beside a sentence encoder
  bench ui                  time the screen in Chromium: choosing, scrolling and first paint with fifty sources and 2,000 claims
  screenshots               write pictures of the built widget to target/screenshots/ and make docs/screenshot.webp anew
  pictures                  take the pictures anew that the tests compare the screen with (tests/e2e/pictures/)
  train [--labels DIR]      make src/stance/weights.txt from the labelled pairs in DIR (../shared/bench/pairs)
";

/// One command with its arguments.
#[derive(Debug, PartialEq)]
enum Command {
    Build { cli: bool },
    Serve { port: Option<u16>, open: bool },
    Test { only: Vec<String>, list: bool },
    Quality(quality::Request),
    Bench { what: Option<String> },
    Screenshots,
    Pictures,
    Train { labels: Option<String> },
    Help,
}

fn main() -> ExitCode {
    match parse(lexopt::Parser::from_env()).and_then(run) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("error: {error:#}");
            ExitCode::FAILURE
        }
    }
}

fn run(command: Command) -> Result<()> {
    match command {
        Command::Build { cli } => {
            let built = bundle::ship()?;
            if cli {
                bundle::ship_program()?;
            }
            sizes::print(&built)
        }
        Command::Serve { port, open } => serve::run(port, open),
        Command::Test { only, list } => steps::run(&only, list),
        Command::Quality(request) => quality::run(&request),
        Command::Bench { what } => match what.as_deref() {
            Some("analysis") => bench::analysis(),
            Some("ui") => browser::bench(),
            other => bail!("bench what? `cargo xtask bench analysis` or `ui`, not {other:?}"),
        },
        Command::Screenshots => browser::screenshots(),
        Command::Pictures => browser::pictures(),
        Command::Train { labels } => train::run(labels.as_deref()),
        Command::Help => {
            print!("{USAGE}");
            Ok(())
        }
    }
}

fn parse(mut arguments: lexopt::Parser) -> Result<Command> {
    use lexopt::prelude::{Long, Short, Value, ValueExt as _};

    let mut command = match arguments.next()? {
        Some(Value(name)) => match name.to_str() {
            Some("build") => Command::Build { cli: false },
            Some("serve") => Command::Serve { port: None, open: false },
            Some("test") => Command::Test { only: Vec::new(), list: false },
            Some("quality") => Command::Quality(quality::Request::default()),
            Some("bench") => Command::Bench { what: None },
            Some("screenshots") => Command::Screenshots,
            Some("pictures") => Command::Pictures,
            Some("train") => Command::Train { labels: None },
            _ => bail!("no command {name:?}\n\n{USAGE}"),
        },
        None | Some(Long("help") | Short('h')) => return Ok(Command::Help),
        Some(other) => return Err(other.unexpected().into()),
    };
    while let Some(argument) = arguments.next()? {
        match (&mut command, argument) {
            (_, Long("help") | Short('h')) => return Ok(Command::Help),
            (Command::Build { cli }, Long("cli")) => *cli = true,
            (Command::Serve { port, .. }, Long("port") | Short('p')) => *port = Some(arguments.value()?.parse()?),
            (Command::Serve { open, .. }, Long("open") | Short('o')) => *open = true,
            (Command::Test { only, .. }, Long("only")) => only.push(arguments.value()?.string()?),
            (Command::Test { list, .. }, Long("list")) => *list = true,
            (Command::Quality(request), Long("labels")) => request.labels = Some(arguments.value()?.into()),
            (Command::Quality(request), Long("only")) => request.only.push(arguments.value()?.string()?),
            (Command::Quality(request), Long("errors")) => request.errors = Some(arguments.value()?.string()?),
            (Command::Quality(request), Long("ablate")) => request.ablate = true,
            (Command::Quality(request), Long("without")) => request.without = Some(arguments.value()?.string()?),
            (Command::Quality(request), Long("verbose") | Short('v')) => request.verbose = true,
            (Command::Quality(request), Long("write")) => request.write = true,
            (Command::Bench { what }, Value(name)) if what.is_none() => *what = Some(name.string()?),
            (Command::Train { labels }, Long("labels")) => *labels = Some(arguments.value()?.string()?),
            (_, other) => return Err(other.unexpected().into()),
        }
    }
    Ok(command)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parsed(words: &[&str]) -> Result<Command> {
        parse(lexopt::Parser::from_args(words))
    }

    #[test]
    fn a_command_takes_its_own_options() {
        assert_eq!(
            parsed(&["serve", "--port", "9000", "--open"]).unwrap(),
            Command::Serve { port: Some(9000), open: true }
        );
        assert_eq!(
            parsed(&["test", "--only", "e2e", "--only=wasm"]).unwrap(),
            Command::Test { only: vec!["e2e".into(), "wasm".into()], list: false }
        );
        let request = quality::Request {
            labels: Some("../labels".into()),
            only: vec!["gold".into()],
            write: true,
            ..quality::Request::default()
        };
        assert_eq!(
            parsed(&["quality", "--labels", "../labels", "--only", "gold", "--write"]).unwrap(),
            Command::Quality(request)
        );
        let request =
            quality::Request { ablate: true, without: Some("rule negation".into()), ..quality::Request::default() };
        assert_eq!(parsed(&["quality", "--ablate", "--without", "rule negation"]).unwrap(), Command::Quality(request));
        assert_eq!(parsed(&["bench", "analysis"]).unwrap(), Command::Bench { what: Some("analysis".into()) });
        assert_eq!(parsed(&["build", "--cli"]).unwrap(), Command::Build { cli: true });
        assert_eq!(parsed(&[]).unwrap(), Command::Help);
    }

    #[test]
    fn an_option_of_another_command_is_refused() {
        assert!(parsed(&["build", "--port", "1"]).is_err());
        assert!(parsed(&["serve", "--port", "seventy"]).is_err());
        assert!(parsed(&["biuld"]).unwrap_err().to_string().contains("biuld"));
    }
}
