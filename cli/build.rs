//! Puts the built widget into the program, where `NEWS_COMPARE_WIDGET` names it: `cargo xtask build --cli` does.
//!
//! Never looked for by itself: a script that happened to lie in `dist/` could be of another version.

use std::path::PathBuf;
use std::{env, fs};

fn main() -> Result<(), Box<dyn std::error::Error>> {
    println!("cargo::rerun-if-env-changed=NEWS_COMPARE_WIDGET");
    println!("cargo::rerun-if-changed=build.rs");
    let target = PathBuf::from(env::var("OUT_DIR")?).join("widget.js");
    match env::var_os("NEWS_COMPARE_WIDGET") {
        Some(path) => {
            println!("cargo::rerun-if-changed={}", PathBuf::from(&path).display());
            fs::copy(path, target)?;
        }
        None => fs::write(target, "")?,
    }
    Ok(())
}
