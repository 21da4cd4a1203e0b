//! The built widget: inside this program, whole or without the analysis, or named by `--script`.

use crate::fault::Fault;
use std::borrow::Cow;
use std::path::Path;

/// `dist/news-compare.js` as it was when the program was built; empty in a program that was built without it.
const INSIDE: &str = include_str!(concat!(env!("OUT_DIR"), "/widget.js"));

/// `dist/news-compare-viewer.js`, likewise.
const VIEWER: &str = include_str!(concat!(env!("OUT_DIR"), "/viewer.js"));

/// Which of the two scripts is wanted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Kind {
    /// The one that compares articles too.
    Whole,
    /// The smaller one that shows comparisons alone.
    Viewer,
}

impl Kind {
    fn file_name(self) -> &'static str {
        match self {
            Self::Whole => "news-compare.js",
            Self::Viewer => "news-compare-viewer.js",
        }
    }
}

/// The script that shows a story.
pub(crate) struct Widget {
    script: Cow<'static, str>,
    kind: Kind,
}

impl Widget {
    /// Loads the widget: from a file where one is named.
    pub(crate) fn load(script: Option<&Path>, kind: Kind) -> Result<Self, Fault> {
        let script: Cow<'static, str> = match script {
            Some(path) => {
                let name = path.display().to_string();
                let script = std::fs::read_to_string(path).map_err(|error| Fault::file(&name, error))?;
                check(&script, kind).map_err(|fault| Fault::Content { name, line: None, fault })?;
                script.into()
            }
            None if kind == Kind::Viewer => VIEWER.into(),
            None => INSIDE.into(),
        };
        if script.is_empty() {
            return Err(Fault::Usage(
                "this program was built without the widget: name it with --script dist/news-compare.js, or build with `cargo xtask build --cli`"
                    .to_owned(),
            ));
        }
        let lower = script.to_ascii_lowercase();
        match ["</script", "<!--"].into_iter().find(|word| lower.contains(word)) {
            Some(word) => Err(Fault::Usage(format!("the script holds {word:?} and cannot stand inside a page"))),
            None => Ok(Self { script, kind }),
        }
    }

    /// Returns the script.
    pub(crate) fn script(&self) -> &str {
        &self.script
    }

    /// Returns what its file is called beside a story.
    pub(crate) fn file_name(&self) -> &'static str {
        self.kind.file_name()
    }
}

/// Tells by the first line of a script, which the build writes, whether it is the one that is wanted.
fn check(script: &str, wanted: Kind) -> Result<(), String> {
    let first = script.lines().next().unwrap_or_default();
    let banner = first.strip_prefix("/*! News Compare ").and_then(|rest| rest.strip_suffix(" | MIT */"));
    let kind = match banner.map(|banner| banner.split_once(' ').map_or("", |(_, kind)| kind)) {
        Some("") => Kind::Whole,
        Some("viewer") => Kind::Viewer,
        _ => return Err(format!("this is not {} as the build makes it", wanted.file_name())),
    };
    match (kind == wanted, wanted) {
        (true, _) => Ok(()),
        (_, Kind::Viewer) => {
            Err("this is news-compare.js, the whole widget; --viewer takes news-compare-viewer.js".to_owned())
        }
        (_, Kind::Whole) => Err("this is news-compare-viewer.js, which only --viewer takes".to_owned()),
    }
}
