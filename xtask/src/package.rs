//! Makes the JavaScript package `dist/npm/`: ES modules, the classic scripts, types and a manifest.
//!
//! The WebAssembly module is in `module.js` alone, which the element and the analysis without it both import. Everything that is written
//! and not made lies in `www/npm/`.

use crate::bundle::{self, Packed};
use crate::workspace;
use anyhow::{Context as _, Result};
use std::path::Path;

/// The files of `www/npm/` that go into the package as they are.
const AS_THEY_ARE: [&str; 6] =
    ["README.md", "analyze.d.ts", "custom-elements.json", "formats.d.ts", "index.d.ts", "react.d.ts"];

/// Gives the module that holds WebAssembly, its bindings, and what the element and the analysis without it share.
pub(crate) fn module(packed: &Packed, glue: &str, shared: &str) -> String {
    format!(
        "/*! News Compare {version} module | MIT */\n\
         const WASM_SIZE = {size};\n\
         const WASM_PACKED = \"{base64}\";\n\
         export function makeBindings() {{\n{glue}\nreturn wasm_bindgen;\n}}\n\
         {shared}\n\
         export {{ compiledModule, loneSurrogate }};\n",
        version = env!("CARGO_PKG_VERSION"),
        size = packed.size,
        base64 = packed.base64,
    )
}

/// Gives the module that defines the element; where there is no page it does nothing, so that a server may import it.
pub(crate) fn element(style: &str, analysis: &str, element: &str) -> String {
    format!(
        "/*! News Compare {version} module | MIT */\n\
         import {{ compiledModule, loneSurrogate, makeBindings }} from \"./module.js\";\n\
         const STYLE = {style};\n\
         function register() {{\n{analysis}\n{element}\n}}\n\
         if (typeof customElements !== \"undefined\" && !customElements.get(\"news-compare\")) register();\n",
        version = env!("CARGO_PKG_VERSION"),
        style = bundle::javascript_string(style),
    )
}

/// Writes the package.
///
/// # Errors
/// When a file of `www/npm/` cannot be read or one of the package cannot be written.
pub(crate) fn write(directory: &Path, (module, element): &(String, String), scripts: [&str; 2]) -> Result<()> {
    let root = workspace::root();
    let read = |path: &str| std::fs::read_to_string(root.join(path)).with_context(|| format!("cannot read {path}"));
    let put = |name: &str, content: &str| bundle::write(directory, name, content.as_bytes());
    put("module.js", module)?;
    put("element.js", element)?;
    put("news-compare.js", scripts[0])?;
    put("news-compare-viewer.js", scripts[1])?;
    let analyze = read("www/npm/analyze.js")?;
    put(
        "analyze.js",
        &format!("import {{ compiledModule, loneSurrogate, makeBindings }} from \"./module.js\";\n{analyze}"),
    )?;
    put("package.json", &manifest(&read("www/npm/package.json")?)?)?;
    put("LICENSE", &read("LICENSE")?)?;
    AS_THEY_ARE.iter().try_for_each(|name| put(name, &read(&format!("www/npm/{name}"))?))
}

/// Puts the version of the program into the description of the package.
fn manifest(template: &str) -> Result<String> {
    let (before, after) = template
        .split_once("\n  \"description\"")
        .context("www/npm/package.json must begin with name and description")?;
    Ok(format!("{before}\n  \"version\": \"{}\",\n  \"description\"{after}", env!("CARGO_PKG_VERSION")))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_package_has_the_version_of_the_program() {
        let template = std::fs::read_to_string(workspace::root().join("www/npm/package.json")).unwrap();
        let version = format!("\"version\": \"{}\"", env!("CARGO_PKG_VERSION"));
        assert_eq!(manifest(&template).unwrap().matches(&version).count(), 1);
        assert!(manifest("{}").is_err());
    }
}
