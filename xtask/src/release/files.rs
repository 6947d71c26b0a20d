//! The files that a page loads.

/// The file that a page names.
pub const LOADER: &str = "story-card.js";
/// What wasm-bindgen wrote, and what runs beside it; the loader imports both when a card nears
/// the viewport.
pub const GLUE: &str = "story-card-app.js";
/// What wasm-bindgen wrote for the machine.
pub const WASM: &str = "story-card-app_bg.wasm";
/// What no first view needs of the wasm; the glue fetches it when the first card stands.
pub const LATER: &str = "story-card-later.wasm";
/// What wasm-bindgen wrote for the converter of other formats, and what starts it; the glue
/// imports it when a story needs it.
pub const CONVERTER: &str = "story-card-converter.js";
/// What wasm-bindgen wrote of the converter for the machine.
pub const CONVERTER_WASM: &str = "story-card-converter_bg.wasm";
