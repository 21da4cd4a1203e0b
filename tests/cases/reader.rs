//! Reads case files: headings that name a behaviour, prose, fenced blocks of input, one block of expected output.

use std::collections::BTreeSet;

/// One behaviour, as a case file states it.
#[derive(Debug, PartialEq)]
pub(crate) struct Case {
    /// The heading.
    pub(crate) name: String,
    /// Line of the heading, from 1.
    pub(crate) line: usize,
    /// The input.
    pub(crate) blocks: Vec<Block>,
    /// The output.
    pub(crate) expected: Block,
}

/// A fenced block.
#[derive(Debug, PartialEq)]
pub(crate) struct Block {
    /// What stands behind the fence: language and label.
    pub(crate) info: String,
    /// The lines between the fences, without the last end of line.
    pub(crate) content: String,
    /// Its first line in the file, counted from 0.
    pub(crate) start: usize,
    /// One past its last line.
    pub(crate) end: usize,
}

/// Reads a case file.
///
/// A file that would test less than it seems to is an error: a case without input or expected output, a fence that is not
/// closed, two cases of one name.
pub(crate) fn read(markdown: &str) -> Result<Vec<Case>, String> {
    let lines: Vec<&str> = markdown.lines().collect();
    let mut cases = Vec::new();
    let mut names = BTreeSet::new();
    let mut at = 0;
    while at < lines.len() {
        let Some(name) = lines[at].strip_prefix("## ") else {
            if lines[at].starts_with("```") {
                return Err(format!("line {}: a block before the first heading", at + 1));
            }
            at += 1;
            continue;
        };
        let name = name.trim().to_owned();
        let line = at + 1;
        if !names.insert(name.clone()) {
            return Err(format!("line {line}: a second case \"{name}\""));
        }
        let mut blocks = Vec::new();
        at += 1;
        while at < lines.len() && !lines[at].starts_with("## ") {
            // A block that holds fences itself is put between longer ones.
            let fence: String = lines[at].chars().take_while(|&character| character == '`').collect();
            if fence.len() < 3 {
                at += 1;
                continue;
            }
            let start = at + 1;
            let Some(length) = lines[start..].iter().position(|line| line.trim_end() == fence) else {
                return Err(format!("line {}: the block is not closed", at + 1));
            };
            blocks.push(Block {
                info: lines[at][fence.len()..].trim().to_owned(),
                content: lines[start..start + length].join("\n"),
                start,
                end: start + length,
            });
            at = start + length + 1;
        }
        match blocks.pop() {
            Some(expected) if expected.info == "expected" && !blocks.is_empty() => {
                if let Some(block) = blocks.iter().find(|block| block.info == "expected") {
                    return Err(format!("line {}: expected output before the input ends", block.start));
                }
                cases.push(Case { name, line, blocks, expected });
            }
            _ => return Err(format!("line {line}: \"{name}\" needs input and then a block ```expected")),
        }
    }
    if cases.is_empty() { Err("no case".to_owned()) } else { Ok(cases) }
}

/// Runs the cases of a file and says of each that fails what was expected and what came.
pub(crate) fn failures(path: &str, markdown: &str, module: impl Fn(&[Block]) -> String) -> Vec<String> {
    let cases = match read(markdown) {
        Ok(cases) => cases,
        Err(fault) => return vec![format!("{path}, {fault}")],
    };
    let differing = cases.iter().filter_map(|case| {
        let output = normal(&module(&case.blocks));
        let expected = normal(&case.expected.content);
        (output != expected)
            .then(|| format!("{path}:{} {}\n--- expected\n{expected}\n--- came\n{output}", case.line, case.name))
    });
    differing.collect()
}

/// Returns the file with the output of today in place of the expected one.
#[cfg(not(target_arch = "wasm32"))]
pub(crate) fn updated(markdown: &str, module: impl Fn(&[Block]) -> String) -> Result<String, String> {
    let mut lines: Vec<String> = markdown.lines().map(str::to_owned).collect();
    for case in read(markdown)?.iter().rev() {
        let output = normal(&module(&case.blocks));
        lines.splice(case.expected.start..case.expected.end, output.lines().map(str::to_owned));
    }
    Ok(lines.join("\n") + "\n")
}

/// Returns the text without white space at the ends of its lines and without empty lines at its end.
fn normal(text: &str) -> String {
    let lines: Vec<&str> = text.lines().map(str::trim_end).collect();
    lines.join("\n").trim_end().to_owned()
}
