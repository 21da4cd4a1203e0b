//! The native command line of News Compare: the same analysis as in the browser, for files and pipes.
//!
//! Exit status 0, 1 where `check` finds something, or 2 with one line on standard error that names the file, the place in it and the fault. A reader that
//! stops early, as `head` does, is no fault.

mod analyze;
mod arguments;
mod bundle;
mod check;
mod export;
mod fault;
mod import;
mod input;
mod judge;
mod ordered;
mod output;
mod progress;
mod serve;
mod story;

use arguments::{Arguments, Command};
use clap::Parser;
use fault::Fault;
use std::io::Write;
use std::process::ExitCode;

fn main() -> ExitCode {
    let arguments = match Arguments::try_parse() {
        Ok(arguments) => arguments,
        // Help and version are wanted, and nothing is lost where they cannot be printed.
        Err(help) if !help.use_stderr() => return help.print().map_or(ExitCode::from(2), |()| ExitCode::SUCCESS),
        Err(error) => return report(&arguments::one_line(&error)),
    };
    let outcome = match arguments.command {
        Command::Analyze(arguments) => analyze::run(&arguments).map(|()| ExitCode::SUCCESS),
        Command::Judge(arguments) => judge::run(&arguments).map(|()| ExitCode::SUCCESS),
        Command::Export(arguments) => export::run(&arguments).map(|()| ExitCode::SUCCESS),
        Command::Check(arguments) => check::run(&arguments),
        Command::Import(arguments) => import::run(&arguments),
        Command::Bundle(arguments) => bundle::run(&arguments),
        Command::Serve(arguments) => serve::run(arguments),
    };
    match outcome {
        Ok(status) => status,
        Err(Fault::ReaderGone) => ExitCode::SUCCESS,
        Err(fault) => report(&fault.to_string()),
    }
}

/// Writes the one line that says what went wrong.
fn report(fault: &str) -> ExitCode {
    // Where standard error is closed, the exit status still tells.
    let _ = writeln!(std::io::stderr(), "news-compare: {fault}");
    ExitCode::from(2)
}
