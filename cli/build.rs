//! Puts the built widget and the viewer into the program, where `NEWS_COMPARE_WIDGET` and `NEWS_COMPARE_VIEWER` name them:
//! `cargo xtask build --cli` does.
//!
//! Never looked for by itself: a script that happened to lie in `dist/` could be of another version.

use std::path::PathBuf;
use std::{env, fs};

fn main() -> Result<(), Box<dyn std::error::Error>> {
    println!("cargo::rerun-if-changed=build.rs");
    let folder = PathBuf::from(env::var("OUT_DIR")?);
    for (variable, name) in [("NEWS_COMPARE_WIDGET", "widget.js"), ("NEWS_COMPARE_VIEWER", "viewer.js")] {
        println!("cargo::rerun-if-env-changed={variable}");
        match env::var_os(variable) {
            Some(path) => {
                println!("cargo::rerun-if-changed={}", PathBuf::from(&path).display());
                fs::copy(path, folder.join(name))?;
            }
            None => fs::write(folder.join(name), "")?,
        }
    }
    Ok(())
}
