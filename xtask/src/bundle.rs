//! Puts the parts together: one classic script, and one HTML page that holds it.
//!
//! The script is what is left when everything that needs a second file is taken away: it works from `file://`, under a
//! policy that allows `'self'` and `'wasm-unsafe-eval'` only, and with one integrity hash.

use crate::slim;
use crate::wasm::{self, Bindings, Extent, Profile};
use crate::{package, workspace};
use anyhow::{Context as _, Result, ensure};
use base64::Engine as _;
use flate2::{Compression, write::GzEncoder};
use lzma_rust2::{LzmaOptions, LzmaWriter};
use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicBool, Ordering};

/// The tag in `index.html` that loads the script.
const SCRIPT_TAG: &str = r#"<script src="news-compare.js" defer></script>"#;

/// What stands in the viewer for `www/analysis.js`: it is given nothing to analyse.
const VIEWER_ANALYSES: &str = "class Analyses { close() {} }\nfunction serveAnalyses() {}";

/// Pages that stand beside the script as they are: the one for iframes with its script, and one to try the element out.
const PAGES: [&str; 3] = ["embed.html", "embed.js", "playground.html"];

/// The example of a news page, and the stories that it loads.
const EXAMPLES: [&str; 5] = [
    "www/examples/news-page.html",
    "www/examples/news-page.css",
    "www/examples/news-page.js",
    "corpora/quay-street-vote.json",
    "corpora/tea-study.json",
];

/// Everything a build makes.
#[derive(Debug)]
pub(crate) struct Built {
    /// The WebAssembly module, as it is inside the script that others embed.
    pub(crate) wasm: Vec<u8>,
    /// The bindings as a script of their own, for tests that run the module without a page.
    pub(crate) glue: String,
    /// `news-compare.js`.
    pub(crate) script: String,
    /// `news-compare-viewer.js`, which shows comparisons and makes none; empty in a build for development.
    pub(crate) viewer: String,
    /// The ES modules of the JavaScript package: the one with WebAssembly inside, and the element; empty in a build for development.
    pub(crate) modules: (String, String),
    /// `index.html` as it is, which loads the script.
    pub(crate) page: String,
    /// `news-compare.html`, with a script inside that can more: stories, lessons, guides.
    pub(crate) standalone: String,
}

impl Built {
    /// Writes what is shipped: the scripts, the page, and the JavaScript package.
    pub(crate) fn write(&self, directory: &Path) -> Result<()> {
        write(directory, "news-compare.js", self.script.as_bytes())?;
        write(directory, "news-compare-viewer.js", self.viewer.as_bytes())?;
        write(directory, "news-compare.html", self.standalone.as_bytes())?;
        package::write(&directory.join("npm"), &self.modules, [&self.script, &self.viewer])
    }

    /// Writes the module and its bindings, for the tests that call the analysis without a page.
    pub(crate) fn write_parts(&self, directory: &Path) -> Result<()> {
        write(directory, "news_compare.wasm", &self.wasm)?;
        write(directory, "news_compare.js", self.glue.as_bytes())
    }
}

/// Makes what is shipped and writes it to `dist/`.
///
/// # Errors
/// When the library does not compile or a file cannot be read or written.
pub(crate) fn ship() -> Result<Built> {
    let built = build(&workspace::root(), Profile::Widget)?;
    let dist = workspace::root().join("dist");
    built.write(&dist)?;
    for name in PAGES {
        let content = std::fs::read(workspace::root().join("www").join(name))
            .with_context(|| format!("cannot read www/{name}"))?;
        write(&dist, name, &content)?;
    }
    for path in EXAMPLES.map(Path::new) {
        let content =
            std::fs::read(workspace::root().join(path)).with_context(|| format!("cannot read {}", path.display()))?;
        let name = path.file_name().unwrap_or_default().to_string_lossy();
        write(&dist.join("examples"), &name, &content)?;
    }
    built.write_parts(&workspace::target().join("parts"))?;
    SHIPPED.store(true, Ordering::Relaxed);
    Ok(built)
}

/// Whether this run has made what is shipped.
static SHIPPED: AtomicBool = AtomicBool::new(false);

/// Makes what is shipped for a step of the tests, once in a run: its modules take minutes.
///
/// # Errors
/// Those of [`ship`].
pub(crate) fn ship_once() -> Result<()> {
    if !SHIPPED.load(Ordering::Relaxed) {
        ship()?;
    }
    Ok(())
}

/// Makes the native program with the scripts of `dist/` inside, and writes it beside the script.
///
/// # Errors
/// When the program does not compile or cannot be copied.
pub(crate) fn ship_program() -> Result<()> {
    let dist = workspace::root().join("dist");
    let mut cargo = workspace::cargo();
    cargo.args(["build", "--release", "--package=news-compare-cli", "--bin=news-compare"]);
    cargo.env("NEWS_COMPARE_WIDGET", dist.join("news-compare.js"));
    workspace::run(cargo.env("NEWS_COMPARE_VIEWER", dist.join("news-compare-viewer.js")))?;
    let name = format!("news-compare{}", std::env::consts::EXE_SUFFIX);
    let built = workspace::target().join("release").join(&name);
    std::fs::copy(&built, dist.join(&name)).with_context(|| format!("cannot copy {}", built.display()))?;
    println!("dist/{name} has the scripts inside");
    Ok(())
}

/// Makes one script of the page made with Yew that the tests visit, and gives its path.
///
/// # Errors
/// When it does not compile or cannot be written.
pub(crate) fn host() -> Result<PathBuf> {
    let Bindings { glue, wasm } = wasm::compile_host()?;
    let wasm = base64::engine::general_purpose::STANDARD.encode(wasm);
    let script = format!(
        "(() => {{\n{glue}\n\
         wasm_bindgen({{ module_or_path: Uint8Array.from(atob(\"{wasm}\"), (byte) => byte.charCodeAt(0)) }});\n\
         }})();\n"
    );
    let parts = workspace::target().join("parts");
    write(&parts, "yew-host.js", script.as_bytes())?;
    Ok(parts.join("yew-host.js"))
}

/// Compiles the library and makes the script and the page.
///
/// # Errors
/// When the library does not compile or a part cannot be read.
pub(crate) fn build(root: &Path, profile: Profile) -> Result<Built> {
    let read = |path: &str| std::fs::read_to_string(root.join(path)).with_context(|| format!("cannot read {path}"));
    let style = slim::style(&read("src/ui/style.css")?)?;
    let shared = slim::script(&format!("{}\n{}", read("www/unpack.js")?, read("www/unicode.js")?))?;
    let element = slim::script(&format!("{}\n{}", read("www/articles.js")?, read("www/element.js")?))?;
    let analysis = slim::script(&read("www/analysis.js")?)?;
    let make = |extent: Extent, style: &str| -> Result<(Bindings, Packed, String)> {
        let mut bindings = wasm::compile(root, profile, extent)?;
        bindings.glue = slim::script(&bindings.glue)?;
        // Serving wants speed, shipping wants bytes.
        let packed = Packed::new(&bindings.wasm, if profile == Profile::Dev { 0 } else { 9 })?;
        let (kind, analysis) =
            if extent == Extent::Viewer { (" viewer", VIEWER_ANALYSES) } else { ("", analysis.as_str()) };
        let script = script(kind, &bindings.glue, &packed, style, analysis, &format!("{shared}\n{element}"))?;
        Ok((bindings, packed, script))
    };
    let whole = make(Extent::Page, &format!("{style}\n{}", slim::style(&read("src/page/page.css")?)?))?;
    let page = read("index.html")?;
    let standalone = standalone(&page, &whole.2)?;
    // Whoever develops is served the page; what others embed is another module, which takes as long again to compile.
    if profile == Profile::Dev {
        let (Bindings { glue, wasm }, _, script) = whole;
        return Ok(Built { wasm, glue, script, viewer: String::new(), modules: Default::default(), page, standalone });
    }
    let (Bindings { glue, wasm }, packed, script) = make(Extent::Widget, &style)?;
    let (.., viewer) = make(Extent::Viewer, &style)?;
    let modules = (package::module(&packed, &glue, &shared), package::element(&style, &analysis, &element));
    Ok(Built { wasm, glue, script, viewer, modules, page, standalone })
}

pub(crate) fn write(directory: &Path, name: &str, content: &[u8]) -> Result<()> {
    let path = directory.join(name);
    std::fs::create_dir_all(directory)
        .and_then(|()| std::fs::write(&path, content))
        .with_context(|| format!("cannot write {}", path.display()))
}

/// The WebAssembly module as the scripts hold it.
#[derive(Debug)]
pub(crate) struct Packed {
    /// Packed, in base64.
    pub(crate) base64: String,
    /// How many bytes it has when it is unpacked.
    pub(crate) size: usize,
}

impl Packed {
    fn new(wasm: &[u8], effort: u32) -> Result<Self> {
        let base64 = base64::engine::general_purpose::STANDARD.encode(pack(wasm, effort)?);
        Ok(Self { base64, size: wasm.len() })
    }
}

/// Compresses as gzip.
pub(crate) fn gzip(bytes: &[u8], level: Compression) -> Result<Vec<u8>> {
    let mut encoder = GzEncoder::new(Vec::new(), level);
    encoder.write_all(bytes)?;
    Ok(encoder.finish()?)
}

/// Packs as `www/unpack.js` unpacks it: a quarter smaller than gzip; `effort` is 0 to 9.
fn pack(bytes: &[u8], effort: u32) -> Result<Vec<u8>> {
    // Code has no alignment, and the four high bits of a byte tell most about the next.
    let options = LzmaOptions { lc: 4, lp: 0, pb: 0, ..LzmaOptions::with_preset(effort) };
    let options = if effort < 9 { options } else { LzmaOptions { nice_len: LzmaOptions::NICE_LEN_MAX, ..options } };
    let mut writer = LzmaWriter::new_no_header(Vec::new(), &options, false)?;
    writer.write_all(bytes)?;
    Ok(writer.finish()?)
}

/// Wraps the parts in one function, so that the page gets no name from them; included twice, the second does nothing.
///
/// Where there is no page the script is a worker: `worker-src` can name it, and there is no second file to keep with it. On a server that renders
/// pages, which has neither a page nor a worker's scope, it does nothing.
///
/// The first line tells what kind of script it is, by which `bundle --script` knows it.
fn script(kind: &str, glue: &str, packed: &Packed, style: &str, analysis: &str, element: &str) -> Result<String> {
    let script = format!(
        "/*! News Compare {version}{kind} | MIT */\n\
         (() => {{\n\
         \"use strict\";\n\
         const isWorker = typeof document === \"undefined\";\n\
         if (!isWorker && customElements.get(\"news-compare\")) return;\n\
         const VERSION = \"{version}\";\n\
         const STYLE = {style};\n\
         const WASM_SIZE = {size};\n\
         const WASM_PACKED = \"{wasm}\";\n\
         function makeBindings() {{\n{glue}\nreturn wasm_bindgen;\n}}\n\
         {analysis}\n\
         if (isWorker) return typeof self === \"undefined\" ? undefined : serveAnalyses(makeBindings, self);\n\
         {element}\n\
         }})();\n",
        version = env!("CARGO_PKG_VERSION"),
        style = javascript_string(style),
        size = packed.size,
        wasm = packed.base64,
    );
    // Both would end or change the meaning of an inline script, and neither has a spelling that is right everywhere.
    let lower = script.to_lowercase();
    for word in ["</script", "<!--"] {
        ensure!(!lower.contains(word), "the script must not hold {word:?}: it is put inside a page");
    }
    Ok(script)
}

fn standalone(page: &str, script: &str) -> Result<String> {
    let (before, after) =
        page.split_once(SCRIPT_TAG).with_context(|| format!("index.html must load the script with {SCRIPT_TAG}"))?;
    Ok(format!("{before}<script>\n{script}</script>{after}"))
}

/// Writes a string as a JavaScript literal that is safe inside a page.
pub(crate) fn javascript_string(text: &str) -> String {
    let mut literal = String::with_capacity(text.len() + 2);
    literal.push('"');
    for character in text.chars() {
        match character {
            '"' => literal.push_str("\\\""),
            '\\' => literal.push_str("\\\\"),
            '\n' => literal.push_str("\\n"),
            '\r' => literal.push_str("\\r"),
            '<' => literal.push_str("\\x3c"),
            other => literal.push(other),
        }
    }
    literal.push('"');
    literal
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_packed_is_read_again() {
        let bytes = std::fs::read(workspace::root().join("xtask/src/bundle.rs")).unwrap();
        for effort in [0, 9] {
            let packed = pack(&bytes, effort).unwrap();
            assert!(packed.len() < bytes.len() / 2);
            let mut read = Vec::new();
            let size = bytes.len() as u64;
            let mut reader = lzma_rust2::LzmaReader::new(packed.as_slice(), size, 4, 0, 0, 1 << 26, None).unwrap();
            std::io::Read::read_to_end(&mut reader, &mut read).unwrap();
            assert_eq!(read, bytes);
        }
    }

    #[test]
    fn a_style_sheet_becomes_one_literal() {
        assert_eq!(javascript_string("a{content:\"\\201C\"}\n</script"), r#""a{content:\"\\201C\"}\n\x3c/script""#);
    }

    #[test]
    fn a_script_that_would_end_its_own_tag_is_refused() {
        let none = Packed { base64: String::new(), size: 0 };
        assert!(script("", "", &none, "", "", "x = '</SCRIPT>'").unwrap_err().to_string().contains("</script"));
        assert!(script("", "", &none, "", "", "x = '<!-- '").is_err());
        let viewer = script(" viewer", "", &none, "</script", "", "x = 1").unwrap();
        assert_eq!(
            viewer.lines().next(),
            Some(concat!("/*! News Compare ", env!("CARGO_PKG_VERSION"), " viewer | MIT */"))
        );
    }

    #[test]
    fn the_page_gets_the_script_in_place_of_its_tag() {
        let page = format!("<head>{SCRIPT_TAG}</head>");
        assert_eq!(standalone(&page, "$1;\n").unwrap(), "<head><script>\n$1;\n</script></head>");
        assert!(standalone("<head></head>", "").is_err());
    }
}
