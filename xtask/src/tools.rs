//! The programs that the tests need, found or installed.
//!
//! Whatever may be installed without asking is: into `target/tools` and `node_modules`, and with `apt-get` where we are
//! root on Debian (a container, a CI machine). For the rest there is one line that says what to do.

use crate::workspace::{self, command, find};
use anyhow::{Context as _, Result, bail};
use std::path::{Path, PathBuf};
use std::process::Stdio;

/// The oldest Node with the test runner options we use.
const NODE: u32 = 20;

/// Finds Chromium or Chrome.
///
/// # Errors
/// When there is none and none may be installed.
pub(crate) fn chromium() -> Result<PathBuf> {
    program(
        "CHROMIUM",
        &[
            "chromium",
            "chromium-browser",
            "google-chrome",
            "google-chrome-stable",
            "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
        ],
        "install Chromium or Chrome (Debian: apt-get install chromium), or name its program in CHROMIUM",
        &["chromium", "chromium-driver", "fonts-liberation"],
    )
}

/// Finds Firefox; none where it is missing and cannot be installed.
pub(crate) fn firefox() -> Option<PathBuf> {
    let names = ["firefox-esr", "firefox", "/Applications/Firefox.app/Contents/MacOS/firefox"];
    program("FIREFOX", &names, "install Firefox, or name its program in FIREFOX", &["firefox-esr"])
        .map_err(|error| eprintln!("warning: not tested in Firefox: {error:#}"))
        .ok()
}

/// Finds the program that drives WebKitGTK; none where it is missing and cannot be installed.
pub(crate) fn webkit_driver() -> Option<PathBuf> {
    let advice = "install webkit2gtk-driver and xvfb (Debian), or name WebKitWebDriver in WEBKIT_DRIVER";
    program("WEBKIT_DRIVER", &["WebKitWebDriver"], advice, &["webkit2gtk-driver", "xvfb"])
        .map_err(|error| eprintln!("warning: not tested in WebKit: {error:#}"))
        .ok()
}

/// Finds the program that drives Chromium for `wasm-bindgen-test`.
///
/// # Errors
/// When there is none and none may be installed.
pub(crate) fn chromedriver() -> Result<PathBuf> {
    program(
        "CHROMEDRIVER",
        &["chromedriver"],
        "install chromedriver, of the version of your Chromium (Debian: apt-get install chromium-driver), or name it in CHROMEDRIVER",
        &["chromium", "chromium-driver", "fonts-liberation"],
    )
}

/// Finds the program that the variable or one of the names says, or installs the Debian packages that have it.
fn program(variable: &str, names: &[&str], advice: &str, packages: &[&str]) -> Result<PathBuf> {
    if let Some(path) = std::env::var_os(variable).map(PathBuf::from) {
        if path.is_file() {
            return Ok(path);
        }
        bail!("{variable} names {}, which is no file", path.display());
    }
    let look = || names.iter().find_map(|name| Path::new(name).is_file().then(|| name.into()).or_else(|| find(name)));
    if let Some(path) = look() {
        return Ok(path);
    }
    if is_root() && find("apt-get").is_some() {
        println!("installing {} with apt-get", packages.join(", "));
        let apt = || {
            let mut apt = command("apt-get");
            apt.env("DEBIAN_FRONTEND", "noninteractive").arg("-qq").stdout(Stdio::null());
            apt
        };
        workspace::run(apt().arg("update")).context(advice.to_owned())?;
        workspace::run(apt().args(["install", "--yes", "--no-install-recommends"]).args(packages))
            .context(advice.to_owned())?;
    }
    look().with_context(|| advice.to_owned())
}

fn is_root() -> bool {
    command("id").arg("-u").output().is_ok_and(|output| output.stdout.trim_ascii() == b"0")
}

/// Gives the runner of `wasm-bindgen-test`, which must have the very version of `wasm-bindgen`.
///
/// # Errors
/// When it is missing and cannot be compiled.
pub(crate) fn wasm_test_runner() -> Result<PathBuf> {
    let name = "wasm-bindgen-test-runner";
    let version = locked_version("wasm-bindgen")?;
    let tools = workspace::target().join("tools");
    let ours = tools.join("bin").join(format!("{name}{}", std::env::consts::EXE_SUFFIX));
    let matches = |path: &Path| {
        command(path)
            .arg("--version")
            .output()
            .is_ok_and(|output| String::from_utf8_lossy(&output.stdout).split_whitespace().any(|word| word == version))
    };
    if let Some(path) = [Some(ours.clone()), find(name)].into_iter().flatten().find(|path| matches(path)) {
        return Ok(path);
    }
    println!("compiling {name} {version} once, into {}", tools.display());
    // Hardly optimised, since it runs for seconds and an optimised build takes minutes; and without its own lock file,
    // which names versions that are gone.
    workspace::run(
        workspace::cargo()
            .args(["install", "wasm-bindgen-cli", "--version", &version, "--bin", name, "--force", "--quiet"])
            .args(["--profile", "dev", "--config", "profile.dev.opt-level=1", "--config", "profile.dev.debug=false"])
            .arg("--root")
            .arg(&tools)
            .arg("--target-dir")
            .arg(tools.join("build")),
    )?;
    // Half a gigabyte that is not needed again.
    let _ = std::fs::remove_dir_all(tools.join("build"));
    Ok(ours)
}

/// Reads the version of a package from `Cargo.lock`.
fn locked_version(package: &str) -> Result<String> {
    let lock = std::fs::read_to_string(workspace::root().join("Cargo.lock")).context("cannot read Cargo.lock")?;
    version_in(&lock, package).with_context(|| format!("{package} is not in Cargo.lock"))
}

fn version_in(lock: &str, package: &str) -> Option<String> {
    let (_, after) = lock.split_once(&format!("name = \"{package}\"\nversion = \""))?;
    after.split_once('"').map(|(version, _)| version.to_owned())
}

/// Checks for Node and installs what `package-lock.json` lists, unless it is there.
///
/// # Errors
/// When Node is missing or too old, or the packages cannot be installed.
pub(crate) fn node() -> Result<PathBuf> {
    let advice = || format!("install Node {NODE} or later with npm (https://nodejs.org)");
    let node = find("node").with_context(advice)?;
    let version = workspace::read(command(&node).arg("--version"))?;
    let major = version.trim().trim_start_matches('v').split('.').next().and_then(|major| major.parse::<u32>().ok());
    if major.is_none_or(|major| major < NODE) {
        bail!("this is Node {}; {}", version.trim(), advice());
    }
    let root = workspace::root();
    let time = |path: PathBuf| path.metadata().and_then(|metadata| metadata.modified()).ok();
    // npm writes this file last.
    if time(root.join("node_modules/.package-lock.json")) < time(root.join("package-lock.json")) {
        println!("installing the test packages with npm");
        let npm = find("npm").or_else(|| find("npm.cmd")).with_context(advice)?;
        workspace::run(command(npm).args(["ci", "--no-audit", "--no-fund", "--loglevel=error"]))?;
    }
    Ok(node)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_version_is_that_of_the_whole_name() {
        let lock = "name = \"wasm-bindgen-macro\"\nversion = \"9.9.9\"\n\n[[package]]\nname = \"wasm-bindgen\"\nversion = \"0.2.130\"\n";
        assert_eq!(version_in(lock, "wasm-bindgen").as_deref(), Some("0.2.130"));
        assert_eq!(version_in(lock, "bindgen"), None);
    }
}
