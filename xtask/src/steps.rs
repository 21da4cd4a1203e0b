//! Every check of the project, in the order in which a fault is cheapest to find.

use crate::{bench, browser, bundle, sizes, tools, wasm, workspace};
use anyhow::{Context as _, Result, bail, ensure};
use std::path::PathBuf;
use std::time::Instant;

/// One check: its name, what it looks at, and the function that fails when something is wrong.
struct Step(&'static str, &'static str, fn() -> Result<()>);

const STEPS: &[Step] = &[
    Step("fmt", "the sources are formatted", fmt),
    Step("clippy", "lints of all native code and its tests", clippy),
    Step("clippy-wasm", "lints of the library and its tests for the browser", clippy_wasm),
    Step("core", "the core compiles without anything of the browser, the widget without what only the page has", core),
    Step("native", "unit tests, case files, snapshots, properties, components, examples in the docs", native),
    Step("doc", "the documentation has no fault", doc),
    Step("wasm", "the screen and the case files in headless Chromium", wasm_tests),
    Step("build", "the script and the page that are shipped", build),
    Step("parity", "the shipped module and the native program give the same bytes", parity),
    Step(
        "e2e",
        "the shipped files used as a reader uses them, in Chromium, and as a guest in Firefox and WebKit too",
        e2e,
    ),
];

/// Runs the steps named, or all of them, and stops at the first that fails.
///
/// # Errors
/// When a step fails or a name is unknown.
pub(crate) fn run(only: &[String], list: bool) -> Result<()> {
    if list {
        for Step(name, what, _) in STEPS {
            println!("{name:<12} {what}");
        }
        return Ok(());
    }
    let started = Instant::now();
    let chosen = choose(only)?;
    let mut times = Vec::new();
    for Step(name, what, check) in chosen {
        println!("\n── {name}: {what}");
        let begun = Instant::now();
        check().with_context(|| format!("step {name} (again: cargo xtask test --only {name})"))?;
        let seconds = begun.elapsed().as_secs_f32();
        println!("── {name}: passed in {seconds:.1} s");
        times.push(format!("{name} {seconds:.0}"));
    }
    println!("\nall {} steps passed in {:.0} s ({})", times.len(), started.elapsed().as_secs_f32(), times.join(", "));
    Ok(())
}

fn choose(only: &[String]) -> Result<Vec<&'static Step>> {
    for name in only {
        if !STEPS.iter().any(|step| step.0 == name) {
            let names: Vec<_> = STEPS.iter().map(|step| step.0).collect();
            bail!("no step {name:?}; the steps are {}", names.join(", "));
        }
    }
    Ok(STEPS.iter().filter(|step| only.is_empty() || only.iter().any(|name| name == step.0)).collect())
}

fn cargo(arguments: &[&str]) -> Result<()> {
    workspace::run(workspace::cargo().args(arguments))
}

fn fmt() -> Result<()> {
    cargo(&["fmt", "--all", "--check"])
}

fn clippy() -> Result<()> {
    cargo(&["clippy", "--workspace", "--all-targets", "--", "-D", "warnings"])
}

fn clippy_wasm() -> Result<()> {
    wasm::add_target()?;
    cargo(&[
        "clippy",
        "--package=news-compare",
        "--lib",
        "--test=browser",
        "--test=cases",
        "--target",
        wasm::TARGET,
        "--",
        "-D",
        "warnings",
    ])
}

fn core() -> Result<()> {
    cargo(&["check", "--package=news-compare", "--no-default-features", "--lib"])?;
    cargo(&["check", "--package=news-compare", "--no-default-features", "--features=widget", "--lib"])?;
    cargo(&["check", "--package=news-compare", "--no-default-features", "--features=widget,analysis", "--lib"])
}

/// Whatever the developer's shell says, a difference from what is expected fails here and is not written into the files.
fn native() -> Result<()> {
    let mut command = workspace::cargo();
    workspace::run(
        command
            .args(["test", "--workspace"])
            .env("INSTA_UPDATE", "no")
            .env("INSTA_FORCE_PASS", "0")
            .env_remove("UPDATE_CASES"),
    )
}

fn doc() -> Result<()> {
    let mut command = workspace::cargo();
    workspace::run(
        command.args(["doc", "--package=news-compare", "--lib", "--no-deps"]).env("RUSTDOCFLAGS", "-D warnings"),
    )
}

fn wasm_tests() -> Result<()> {
    wasm::add_target()?;
    let (runner, driver) = (tools::wasm_test_runner()?, tools::chromedriver()?);
    let capabilities = workspace::target().join("tools/webdriver.json");
    std::fs::create_dir_all(workspace::target().join("tools"))?;
    std::fs::write(&capabilities, browser::webdriver_capabilities(&tools::chromium()?))?;
    let mut command = workspace::cargo();
    workspace::run(
        command
            .args(["test", "--package=news-compare", "--test=browser", "--test=cases", "--target", wasm::TARGET])
            .env("CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUNNER", runner)
            .env("CHROMEDRIVER", driver)
            .env("WASM_BINDGEN_TEST_WEBDRIVER_JSON", capabilities),
    )
}

fn build() -> Result<()> {
    sizes::print(&bundle::ship()?)
}

/// Builds the native program and says where it is.
fn program() -> Result<PathBuf> {
    cargo(&["build", "--package=news-compare-cli", "--bin=news-compare"])?;
    let program = workspace::target().join("debug").join(format!("news-compare{}", std::env::consts::EXE_SUFFIX));
    ensure!(program.is_file(), "{} was not built", program.display());
    Ok(program)
}

fn parity() -> Result<()> {
    let program = program()?;
    bundle::ship_once()?;
    let corpora = workspace::target().join("bench/corpora");
    bench::write_corpora(&corpora)?;
    let parts = workspace::target().join("parts");
    browser::node_test("tests/parity", &[("NEWS_COMPARE", program), ("PARTS", parts), ("CORPORA", corpora)])
}

fn e2e() -> Result<()> {
    bundle::ship_once()?;
    let mut variables =
        vec![("CHROMIUM", tools::chromium()?), ("NEWS_COMPARE", program()?), ("YEW_HOST", bundle::host()?)];
    // The tests say which engine is missing, and go on with the others.
    variables.extend(tools::firefox().map(|path| ("FIREFOX", path)));
    variables.extend(tools::webkit_driver().map(|path| ("WEBKIT_DRIVER", path)));
    browser::node_test("tests/e2e", &variables)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn steps_run_in_their_own_order_whatever_order_they_are_named_in() {
        let names = |only: &[&str]| -> Vec<&str> {
            let only: Vec<String> = only.iter().map(|&name| name.to_owned()).collect();
            choose(&only).unwrap().iter().map(|step| step.0).collect()
        };
        assert_eq!(names(&["e2e", "fmt"]), ["fmt", "e2e"]);
        assert_eq!(names(&[]).len(), STEPS.len());
    }

    #[test]
    fn an_unknown_step_is_named_with_those_there_are() {
        let error = choose(&["e3e".to_owned()]).err().unwrap().to_string();
        assert!(error.contains("e3e") && error.contains("e2e"), "{error}");
    }
}
