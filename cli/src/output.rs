//! Standard output, or a file that appears only when all of it has been written.

use crate::fault::Fault;
use std::ffi::OsString;
use std::fs::{self, File};
use std::io::{self, BufWriter, IsTerminal, Write};
use std::path::{Path, PathBuf};

/// Where the results go.
pub(crate) struct Output {
    name: String,
    writer: BufWriter<Box<dyn Write>>,
    replacement: Option<Replacement>,
}

/// A file beside the one to be written, which takes its place at the end; it is removed where that is not reached.
struct Replacement {
    file: File,
    written: PathBuf,
    target: PathBuf,
    is_kept: bool,
}

impl Output {
    /// Opens standard output for nothing or `-`, else the file.
    pub(crate) fn open(path: Option<&Path>) -> Result<Self, Fault> {
        let Some(path) = path.filter(|path| path.as_os_str() != "-") else {
            let writer = BufWriter::new(Box::new(io::stdout().lock()) as Box<dyn Write>);
            return Ok(Self { name: "standard output".to_owned(), writer, replacement: None });
        };
        let name = path.display().to_string();
        Self::open_file(path, name.clone()).map_err(|error| Fault::file(&name, error))
    }

    fn open_file(path: &Path, name: String) -> io::Result<Self> {
        // A link stays a link: what it points to is replaced.
        let target = fs::canonicalize(path).unwrap_or_else(|_| path.to_owned());
        let before = fs::metadata(&target).ok();
        if before.as_ref().is_some_and(fs::Metadata::is_dir) {
            return Err(io::ErrorKind::IsADirectory.into());
        }
        // A device or pipe, such as /dev/null, cannot be replaced, only written to.
        if before.as_ref().is_some_and(|before| !before.is_file()) {
            let file = File::options().write(true).open(&target)?;
            return Ok(Self { name, writer: BufWriter::new(Box::new(file)), replacement: None });
        }
        let mut beside = OsString::from(".");
        beside.push(target.file_name().ok_or(io::ErrorKind::InvalidFilename)?);
        beside.push(format!(".{}.part", std::process::id()));
        let written = target.with_file_name(beside);
        let file = File::options().write(true).create_new(true).open(&written)?;
        let replacement = Replacement { file: file.try_clone()?, written, target, is_kept: false };
        if let Some(before) = before {
            if before.permissions().readonly() {
                return Err(io::ErrorKind::PermissionDenied.into());
            }
            file.set_permissions(before.permissions())?;
        }
        Ok(Self { name, writer: BufWriter::new(Box::new(file)), replacement: Some(replacement) })
    }

    /// Tells whether the results appear on a terminal.
    pub(crate) fn is_terminal(&self) -> bool {
        self.replacement.is_none() && io::stdout().is_terminal()
    }

    /// Writes a text as it is.
    pub(crate) fn write(&mut self, text: &str) -> Result<(), Fault> {
        self.writer.write_all(text.as_bytes()).map_err(|error| Fault::output(&self.name, error))
    }

    /// Writes one result and the end of its line.
    pub(crate) fn write_line(&mut self, json: &[u8]) -> Result<(), Fault> {
        let written = self.writer.write_all(json).and_then(|()| self.writer.write_all(b"\n"));
        written.map_err(|error| Fault::output(&self.name, error))
    }

    /// Hands on what has been written, so that whoever waits for an answer gets it.
    pub(crate) fn flush(&mut self) -> Result<(), Fault> {
        self.writer.flush().map_err(|error| Fault::output(&self.name, error))
    }

    /// Ends the output: the file takes its place.
    pub(crate) fn finish(mut self) -> Result<(), Fault> {
        self.flush()?;
        match &mut self.replacement {
            Some(replacement) => replacement.take_place().map_err(|error| Fault::file(&self.name, error)),
            None => Ok(()),
        }
    }
}

impl Replacement {
    fn take_place(&mut self) -> io::Result<()> {
        self.file.sync_all()?;
        fs::rename(&self.written, &self.target)?;
        self.is_kept = true;
        Ok(())
    }
}

impl Drop for Replacement {
    fn drop(&mut self) {
        if !self.is_kept {
            // Nothing more can be done where even this fails.
            let _ = fs::remove_file(&self.written);
        }
    }
}
