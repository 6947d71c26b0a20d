//! The application that a page loads: all of it is in the library.
#![cfg_attr(target_arch = "wasm32", no_main)]

use story_card as _;

#[cfg(not(target_arch = "wasm32"))]
fn main() {}
