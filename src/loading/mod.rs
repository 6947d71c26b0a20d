//! Loading: what has come of it, and what is said of it. The request, another try and a
//! refresh are JavaScript's (`src/element/loader/runtime/loading.js`), for the tag and for the
//! component.

mod document;
#[cfg(feature = "load")]
pub(crate) mod handle;
pub mod status;
#[cfg(all(feature = "import", target_arch = "wasm32"))]
pub(crate) mod tree;

pub use self::document::{Document, Times};
