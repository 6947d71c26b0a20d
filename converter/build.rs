//! Bounds what a conversion may take of the reader's memory.

use std::env;

/// The same as the app may take: a multiple of 64 KiB.
const MAX_MEMORY_BYTES: u32 = 128 << 20;

fn main() {
    // A story that takes more ends in an error, instead of taking the tab down with it.
    if env::var_os("CARGO_CFG_TARGET_ARCH").is_some_and(|arch| arch == "wasm32") {
        println!("cargo::rustc-link-arg-bins=--max-memory={MAX_MEMORY_BYTES}");
    }
}
