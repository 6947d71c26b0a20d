//! The application that a page loads: all of it is in the library.
#![cfg_attr(target_arch = "wasm32", no_main)]

use story_card as _;

/// A third of the size of the standard library's allocator, and no slower here.
#[cfg(target_arch = "wasm32")]
#[global_allocator]
static ALLOCATOR: talc::wasm::WasmDynamicTalc = talc::wasm::new_wasm_dynamic_allocator();

#[cfg(not(target_arch = "wasm32"))]
fn main() {}
