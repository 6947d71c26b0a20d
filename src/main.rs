//! The application that a page loads: all of it is in the library.
#![cfg_attr(target_arch = "wasm32", no_main)]

use story_card as _;

/// A third of the size of the standard library's allocator, and no slower here.
#[cfg(target_arch = "wasm32")]
#[global_allocator]
static ALLOCATOR: talc::wasm::WasmDynamicTalc = talc::wasm::new_wasm_dynamic_allocator();

/// There is nothing to run outside a page.
#[cfg(not(target_arch = "wasm32"))]
fn main() {
    println!(
        "story-card runs in a web page.\n\n\
         cargo xtask serve                    shows the demo page\n\
         cargo run --example server_rendering renders a story to HTML\n\
         cargo xtask --help                   lists everything else"
    );
}
