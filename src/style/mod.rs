//! The sheets, embedded as text: tokens, base, then one for each feature.
//!
//! `build.rs` joins them and takes comments and needless white space out.

/// Tokens, base, and what shows before a story is there. The loader carries the same
/// text in `src/element/loader/sheet.js`, which a test keeps equal to this.
pub const FIRST_SHEET: &str = include_str!(concat!(env!("OUT_DIR"), "/first.css"));

/// Everything else; applies after [`FIRST_SHEET`].
pub const APP_SHEET: &str = include_str!(concat!(env!("OUT_DIR"), "/app.css"));
