//! Runs what needs Node and Chromium: tests and screenshots.

use crate::{bundle, tools, workspace};
use anyhow::{Result, ensure};
use std::path::{Path, PathBuf};

/// Runs all `*.test.mjs` files of a folder with Node's test runner.
///
/// # Errors
/// When Node is missing or a test fails.
pub(crate) fn node_test(folder: &str, variables: &[(&str, PathBuf)]) -> Result<()> {
    let node = tools::node()?;
    let mut files: Vec<PathBuf> = std::fs::read_dir(workspace::root().join(folder))?
        .flatten()
        .map(|entry| entry.path())
        .filter(|path| path.to_string_lossy().ends_with(".test.mjs"))
        .collect();
    files.sort();
    // Node runs nothing and is content when it is given nothing.
    ensure!(!files.is_empty(), "there are no tests in {folder}");
    let mut command = workspace::command(node);
    // By itself Node leaves a core free; a file keeps one busy, and none shares anything with another.
    let cores = std::thread::available_parallelism().map_or(1, usize::from);
    command.args(["--test", "--test-reporter=spec", &format!("--test-concurrency={cores}")]).args(files);
    // Whatever the developer's shell says, a picture that differs fails and is not written.
    command.env_remove("UPDATE_PICTURES");
    workspace::run(command.envs(variables.iter().map(|(name, path)| (name, path))))
}

/// Times the screen that is shipped and prints the figures beside what they should be.
///
/// # Errors
/// When the build fails or Chromium or Node is missing.
pub(crate) fn bench() -> Result<()> {
    bundle::ship()?;
    let node = tools::node()?;
    workspace::run(workspace::command(node).arg("tests/bench/ui.mjs").env("CHROMIUM", tools::chromium()?))
}

/// Writes pictures of what is shipped, for looking at, and the one in the README.
///
/// # Errors
/// When the build fails or Chromium or Node is missing.
pub(crate) fn screenshots() -> Result<()> {
    bundle::ship()?;
    let node = tools::node()?;
    workspace::run(
        workspace::command(node)
            .arg("tests/e2e/screenshots.mjs")
            .arg(workspace::target().join("screenshots"))
            .env("CHROMIUM", tools::chromium()?),
    )
}

/// Takes the pictures anew that the tests compare the screen with.
///
/// # Errors
/// When the build fails or Chromium or Node is missing.
pub(crate) fn pictures() -> Result<()> {
    bundle::ship()?;
    let node = tools::node()?;
    workspace::run(
        workspace::command(node)
            .args(["--test", "tests/e2e/pictures.test.mjs"])
            .env("CHROMIUM", tools::chromium()?)
            .env("UPDATE_PICTURES", "1"),
    )
}

/// Gives what tells chromedriver how to start Chromium, as JSON.
pub(crate) fn webdriver_capabilities(chromium: &Path) -> String {
    // Debug formatting quotes and escapes a path as JSON does, for all paths that are text.
    format!(
        r#"{{"goog:chromeOptions":{{"binary":{:?},"args":["--headless=new","--no-sandbox","--disable-gpu","--disable-background-networking","--disable-component-update","--disable-sync"]}}}}"#,
        chromium.to_string_lossy()
    )
}
