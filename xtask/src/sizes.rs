//! Prints how large the shipped files are, plain and as they travel.

use crate::bundle::{self, Built};
use anyhow::Result;
use flate2::Compression;
use std::io::Write as _;

/// Prints a table: raw, gzip and brotli bytes of what a build made.
pub(crate) fn print(built: &Built) -> Result<()> {
    println!("{:<24}{:>12}{:>12}{:>12}", "bytes", "raw", "gzip", "brotli");
    for (name, content) in [
        ("wasm (inside)", built.wasm.as_slice()),
        ("dist/news-compare.js", built.script.as_bytes()),
        ("dist/news-compare.html", built.standalone.as_bytes()),
    ] {
        let gzip = bundle::gzip(content, Compression::best())?.len();
        println!("{name:<24}{:>12}{:>12}{:>12}", grouped(content.len()), grouped(gzip), grouped(brotli(content)?));
    }
    Ok(())
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
    fn repetition_compresses() {
        assert!(brotli(&[b'a'; 10_000]).unwrap() < 100);
    }
}
