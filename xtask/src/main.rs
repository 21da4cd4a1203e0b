//! What developers run: `cargo xtask serve|build|test`.

fn main() {}
