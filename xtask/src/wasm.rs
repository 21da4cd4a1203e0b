//! Compiles the library for the browser and makes the bindings between it and JavaScript.
//!
//! The bindings come from the crate behind `wasm-bindgen`'s command line, so that there is no tool to install and its
//! version is the one in `Cargo.lock`.

use crate::workspace;
use anyhow::{Context as _, Result, ensure};
use std::path::Path;
use wasm_bindgen_cli_support::Bindgen;

/// The target that browsers run.
pub(crate) const TARGET: &str = "wasm32-unknown-unknown";

/// Properties that Yew writes on DOM nodes. Two Yew apps in one page (the host's and ours) share the nodes' ancestors,
/// and both count from 1: with the same names, one click fires the handlers of both.
const YEW_PROPERTIES: [&str; 3] = ["__yew_listener_id", "__yew_subtree_id", "__yew_subtree_cache_key"];

/// How the library is compiled.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Profile {
    /// Quick to compile, for `serve`.
    Dev,
    /// Small, for what is shipped.
    Widget,
}

/// How much of the library is compiled.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Extent {
    /// The element that shows comparisons and makes none.
    Viewer,
    /// The element that others embed.
    Widget,
    /// That, and what only the page of its own has.
    Page,
}

/// The compiled library and what JavaScript needs to call it.
#[derive(Debug)]
pub(crate) struct Bindings {
    /// Source text that declares `wasm_bindgen`: called with a module it makes an instance, and it carries the exports.
    pub(crate) glue: String,
    /// The WebAssembly module.
    pub(crate) wasm: Vec<u8>,
}

/// Compiles the library and makes its bindings.
///
/// # Errors
/// When the target cannot be installed or the library does not compile (cargo has said why).
pub(crate) fn compile(root: &Path, profile: Profile, extent: Extent) -> Result<Bindings> {
    add_target()?;
    let (name, directory) = match profile {
        Profile::Dev => ("dev", "debug"),
        Profile::Widget => ("widget", "widget"),
    };
    let features = match extent {
        Extent::Viewer => "--features=widget",
        Extent::Widget => "--features=widget,analysis",
        Extent::Page => "--features=page",
    };
    workspace::run(workspace::cargo().current_dir(root).args([
        "rustc",
        "--package=news-compare",
        "--lib",
        // With the library for Rust beside it, whatever that could call stays in the module.
        "--crate-type=cdylib",
        "--no-default-features",
        features,
        "--target",
        TARGET,
        "--profile",
        name,
    ]))?;
    let Bindings { glue, wasm } = bind(&workspace::target().join(TARGET).join(directory).join("news_compare.wasm"))?;
    Ok(Bindings { glue: rename_yew_properties(&glue)?, wasm })
}

/// Compiles the page made with Yew that the tests visit (`tests/host`), as anybody else would.
///
/// # Errors
/// When it does not compile.
pub(crate) fn compile_host() -> Result<Bindings> {
    add_target()?;
    workspace::run(workspace::cargo().args([
        "build",
        "--quiet",
        "--package=news-compare-yew-host",
        "--target",
        TARGET,
        "--profile=widget",
    ]))?;
    bind(&workspace::target().join(TARGET).join("widget/news-compare-yew-host.wasm"))
}

/// Installs the browser target when the toolchain lacks it: `rust-toolchain.toml` adds targets only to a toolchain that
/// rustup installs anew.
pub(crate) fn add_target() -> Result<()> {
    if workspace::find("rustup").is_none() {
        return Ok(());
    }
    let installed = workspace::read(workspace::command("rustup").args(["target", "list", "--installed"]))?;
    if installed.lines().any(|line| line == TARGET) {
        return Ok(());
    }
    workspace::run(workspace::command("rustup").args(["target", "add", TARGET]))
}

fn bind(path: &Path) -> Result<Bindings> {
    let mut output = Bindgen::new()
        .input_path(path)
        .no_modules(true)?
        .typescript(false)
        .demangle(false)
        .remove_name_section(true)
        .remove_producers_section(true)
        .omit_default_module_path(true)
        .generate_output()
        .with_context(|| format!("cannot make bindings for {}", path.display()))?;
    ensure!(
        output.snippets().values().all(Vec::is_empty) && output.local_modules().is_empty(),
        "a dependency brings JavaScript files of its own, which cannot go into one classic script"
    );
    let wasm = output.wasm_mut().emit_wasm();
    Ok(Bindings { glue: output.js().to_owned(), wasm })
}

fn rename_yew_properties(glue: &str) -> Result<String> {
    let mut glue = glue.to_owned();
    for property in YEW_PROPERTIES {
        // The dot keeps names of imports apart, which must go on matching those in the module.
        let (old, new) = (format!(".{property}"), format!(".{}", property.replace("__yew_", "__nc_")));
        ensure!(
            glue.contains(&old),
            "the bindings no longer use `{property}`: see what this version of Yew calls it, and rename that"
        );
        glue = glue.replace(&old, &new);
    }
    Ok(glue)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn properties_are_renamed_and_imports_are_not() {
        let glue = "imports.__wbg_set__yew_listener_id = (a, b) => { a.__yew_listener_id = b; a.__yew_subtree_id; a.__yew_subtree_cache_key }";
        let renamed = rename_yew_properties(glue).unwrap();
        assert_eq!(
            renamed,
            "imports.__wbg_set__yew_listener_id = (a, b) => { a.__nc_listener_id = b; a.__nc_subtree_id; a.__nc_subtree_cache_key }"
        );
    }

    #[test]
    fn a_property_that_is_gone_is_an_error() {
        let error = rename_yew_properties("a.__yew_listener_id; a.__yew_subtree_id").unwrap_err();
        assert!(error.to_string().contains("__yew_subtree_cache_key"));
    }
}
