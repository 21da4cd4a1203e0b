//! Leaves out of scripts and style sheets what only those who change them read: comments, indentation, empty lines.
//!
//! A file of its own because it must never change what a script does. It knows no grammar and touches whole lines of scripts only: names stay,
//! and errors in the console still name them; of style sheets it leaves out the white space too that parts nothing. Known limit: a comment behind
//! code stays.

use anyhow::{Result, ensure};

/// Slims a script.
///
/// # Errors
/// When text between backticks goes over several lines, which could not be told from code.
pub(crate) fn script(text: &str) -> Result<String> {
    let (mut slim, mut inside) = (String::with_capacity(text.len()), false);
    for line in text.lines().map(str::trim) {
        if inside
            || line.starts_with("/*") && !line.starts_with("/*!") && (line.ends_with("*/") || !line.contains("*/"))
        {
            inside = !line.ends_with("*/");
            continue;
        }
        if line.is_empty() || line.starts_with("//") {
            continue;
        }
        ensure!(
            line.matches('`').count().is_multiple_of(2),
            "text over several lines cannot be told from code: {line}"
        );
        slim.push_str(line);
        slim.push('\n');
    }
    ensure!(!inside, "a comment does not end");
    Ok(slim)
}

/// Slims a style sheet.
///
/// # Errors
/// When a comment does not end, or one begins in a string.
pub(crate) fn style(text: &str) -> Result<String> {
    let mut slim = String::with_capacity(text.len());
    let mut rest = text;
    while let Some((before, comment)) = rest.split_once("/*") {
        ensure!(before.matches('"').count().is_multiple_of(2), "a comment begins in a string: {comment}");
        slim.push_str(before);
        let end = comment.find("*/").map(|at| at + 2);
        ensure!(end.is_some(), "a comment does not end: {comment}");
        rest = &comment[end.unwrap_or_default()..];
    }
    slim.push_str(rest);
    Ok(without_space(&slim))
}

/// Leaves out white space that stands beside a sign of the grammar; what stands in quotation marks stays.
fn without_space(style: &str) -> String {
    let is_sign = |c: char| "{};,>".contains(c);
    let (mut out, mut inside) = (String::with_capacity(style.len()), false);
    let mut characters = style.trim().chars().peekable();
    while let Some(c) = characters.next() {
        inside ^= c == '"';
        if inside || !c.is_whitespace() {
            if !inside && c == '}' && out.ends_with(';') {
                out.pop();
            }
            out.push(c);
            continue;
        }
        while characters.next_if(|next| next.is_whitespace()).is_some() {}
        // Before a colon it parts an element from what is inside it, behind one nothing.
        let parts_nothing = out.ends_with(|last| is_sign(last) || last == ':');
        if !parts_nothing && !characters.peek().is_some_and(|next| is_sign(*next)) {
            out.push(' ');
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_script_keeps_its_code_and_loses_what_is_written_about_it() {
        let text = "/*! licence */\n// why\n/** what\n * it does */\n  const a = `x`; // stays\n\n  /* c */ f();\n/* one */\nb(\"http://x\");\n";
        assert_eq!(script(text).unwrap(), "/*! licence */\nconst a = `x`; // stays\n/* c */ f();\nb(\"http://x\");\n");
    }

    #[test]
    fn what_cannot_be_told_from_code_is_refused() {
        assert!(script("const a = `\n// text\n`;").is_err());
        assert!(script("/** never ends").is_err());
        assert!(style("a { content: \"/* no comment */\" }").is_err());
        assert!(style("/* never ends").is_err());
    }

    #[test]
    fn a_style_sheet_keeps_its_rules() {
        assert_eq!(style("/* why\n   so */\na {\n  b: c; /* d */\n}\n\n").unwrap(), "a{b:c}");
        let text = "@media (a: b) and (c: d) {\n  .x > .y,\n  .x :focus::before { content: \" {  ; \" attr(e); f: calc(1em + 2px) -1px }\n}";
        let slim = "@media (a:b) and (c:d){.x>.y,.x :focus::before{content:\" {  ; \" attr(e);f:calc(1em + 2px) -1px}}";
        assert_eq!(style(text).unwrap(), slim);
    }
}
