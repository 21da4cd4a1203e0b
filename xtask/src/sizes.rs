//! Prints how large the shipped files are, plain and as they travel, and holds them against their budgets; and their integrity hashes.
//!
//! A budget that is not met yet is said on every build and does not end it; the ceiling above it does, so that no change makes the
//! files larger unseen. Whoever saves bytes lowers the ceiling. A ceiling stands some 2 kB above
//! what was built: one source, built in two folders, gave modules 1 kB apart.

use crate::bundle::{self, Built};
use anyhow::{Result, ensure};
use base64::Engine as _;
use flate2::Compression;
use sha2::{Digest as _, Sha384};
use std::io::Write as _;

/// What a file may weigh, in bytes.
struct Budget {
    /// What it is to weigh in the end.
    aim: usize,
    /// What it may weigh today.
    ceiling: usize,
}

/// The script, by brotli, as servers send it.
const SCRIPT: Budget = Budget { aim: 220_000, ceiling: 558_000 };

/// The script that shows comparisons and makes none, by brotli.
const VIEWER: Budget = Budget { aim: 110_000, ceiling: 272_000 };

/// The page in one file as it lies on a disk, where nothing is compressed. It holds what others do not embed: five invented stories,
/// lessons, worksheets and guides.
const PAGE: Budget = Budget { aim: 450_000, ceiling: 1_123_000 };

impl Budget {
    /// Says how a size stands to the budget.
    ///
    /// # Errors
    /// When it is over the ceiling.
    fn check(&self, name: &str, size: usize) -> Result<String> {
        ensure!(
            size <= self.ceiling,
            "{name} weighs {} bytes, {} more than its ceiling in xtask/src/sizes.rs: find what made it larger",
            grouped(size),
            grouped(size - self.ceiling)
        );
        let (name, aim) = (format!("{name}: {} of", grouped(size)), grouped(self.aim));
        Ok(match size.checked_sub(self.aim) {
            None | Some(0) => format!("{name} {aim}, within the budget"),
            Some(over) => format!("{name} {aim}, over the budget by {}", grouped(over)),
        })
    }
}

/// Prints a table: raw, gzip and brotli bytes of what a build made, and how they stand to their budgets.
///
/// # Errors
/// When a file is over its ceiling.
pub(crate) fn print(built: &Built) -> Result<()> {
    println!("{:<28}{:>12}{:>12}{:>12}", "bytes", "raw", "gzip", "brotli");
    let mut travelling = Vec::new();
    for (name, content) in [
        ("wasm (inside)", built.wasm.as_slice()),
        ("dist/news-compare.js", built.script.as_bytes()),
        ("dist/news-compare-viewer.js", built.viewer.as_bytes()),
        ("dist/news-compare.html", built.standalone.as_bytes()),
    ] {
        let gzip = bundle::gzip(content, Compression::best())?.len();
        let brotli = brotli(content)?;
        println!("{name:<28}{:>12}{:>12}{:>12}", grouped(content.len()), grouped(gzip), grouped(brotli));
        travelling.push(brotli);
    }
    println!("{}", SCRIPT.check("news-compare.js, brotli", travelling[1])?);
    println!("{}", VIEWER.check("news-compare-viewer.js, brotli", travelling[2])?);
    println!("{}", PAGE.check("news-compare.html, raw", built.standalone.len())?);
    for (name, content) in [("news-compare.js", &built.script), ("news-compare-viewer.js", &built.viewer)] {
        println!("{name}: integrity=\"{}\"", integrity(content.as_bytes()));
    }
    Ok(())
}

/// Gives what the attribute `integrity` of a script must say for this content.
fn integrity(content: &[u8]) -> String {
    format!("sha384-{}", base64::engine::general_purpose::STANDARD.encode(Sha384::digest(content)))
}

fn brotli(content: &[u8]) -> Result<usize> {
    let mut compressed = brotli::CompressorWriter::new(Vec::new(), 1 << 16, 11, 22);
    compressed.write_all(content)?;
    Ok(compressed.into_inner().len())
}

fn grouped(number: usize) -> String {
    let digits = number.to_string();
    let mut text = String::new();
    for (index, digit) in digits.chars().enumerate() {
        if index > 0 && (digits.len() - index).is_multiple_of(3) {
            text.push(',');
        }
        text.push(digit);
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn thousands_are_grouped() {
        assert_eq!([0, 999, 1000, 1_234_567].map(grouped), ["0", "999", "1,000", "1,234,567"]);
    }

    #[test]
    fn a_size_is_within_its_budget_or_over_it_or_refused() {
        let budget = Budget { aim: 10, ceiling: 1_000 };
        assert_eq!(budget.check("x", 10).unwrap(), "x: 10 of 10, within the budget");
        assert_eq!(budget.check("x", 1_000).unwrap(), "x: 1,000 of 10, over the budget by 990");
        assert!(budget.check("x", 1_001).unwrap_err().to_string().contains("1 more than its ceiling"));
    }

    #[test]
    fn integrity_is_what_browsers_expect() {
        // Of nothing, as `openssl dgst -sha384 -binary /dev/null | base64` says.
        assert_eq!(integrity(b""), "sha384-OLBgp1GsljhM2TJ+sbHjaiH9txEUvgdDTAzHv2P24donTt6/529l+9Ua0vFImLlb");
    }

    #[test]
    fn repetition_compresses() {
        assert!(brotli(&[b'a'; 10_000]).unwrap() < 100);
    }
}
