//! The native command line of News Compare.

fn main() {}
