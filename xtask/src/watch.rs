//! Notices when a source file changes, by looking at times and lengths.
//!
//! A hundred files are looked at in a millisecond, on every system and file system alike; notification by the system
//! would be one more dependency with cases of its own.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::time::SystemTime;

/// What the demo is made of, from the workspace's folder.
pub(crate) const SOURCES: [&str; 6] = ["src", "www", "corpora", "index.html", "Cargo.toml", "Cargo.lock"];

/// The state of all files at one moment.
#[derive(Debug, Default, PartialEq, Eq)]
pub(crate) struct Snapshot(BTreeMap<PathBuf, (Option<SystemTime>, u64)>);

impl Snapshot {
    /// Looks at all files under `paths`; what is missing or cannot be read counts as absent.
    pub(crate) fn take(root: &Path, paths: &[&str]) -> Self {
        let mut files = BTreeMap::new();
        let mut waiting: Vec<PathBuf> = paths.iter().map(|path| root.join(path)).collect();
        while let Some(path) = waiting.pop() {
            let Ok(metadata) = path.metadata() else { continue };
            if metadata.is_dir() {
                waiting.extend(path.read_dir().into_iter().flatten().flatten().map(|entry| entry.path()));
            } else {
                files.insert(path, (metadata.modified().ok(), metadata.len()));
            }
        }
        Self(files)
    }

    /// Names a file that is new, gone or different in `later`.
    pub(crate) fn first_change<'a>(&'a self, later: &'a Self) -> Option<&'a Path> {
        let changed = later.0.iter().find(|&(path, state)| self.0.get(path) != Some(state));
        let gone = || self.0.iter().find(|&(path, _)| !later.0.contains_key(path));
        changed.or_else(gone).map(|(path, _)| path.as_path())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::fs;

    #[test]
    fn new_changed_and_removed_files_are_noticed() {
        let root = std::env::temp_dir().join(format!("news-compare-watch-{}", std::process::id()));
        fs::create_dir_all(root.join("src/deep")).unwrap();
        fs::write(root.join("src/deep/a.rs"), "a").unwrap();
        let look = || Snapshot::take(&root, &["src", "absent"]);
        let first = look();
        assert_eq!(first.first_change(&look()), None);

        fs::write(root.join("src/b.rs"), "b").unwrap();
        let second = look();
        assert_eq!(first.first_change(&second), Some(root.join("src/b.rs").as_path()));

        fs::write(root.join("src/deep/a.rs"), "longer").unwrap();
        let third = look();
        assert_eq!(second.first_change(&third), Some(root.join("src/deep/a.rs").as_path()));

        fs::remove_file(root.join("src/b.rs")).unwrap();
        assert_eq!(third.first_change(&look()), Some(root.join("src/b.rs").as_path()));
        fs::remove_dir_all(&root).unwrap();
    }
}
