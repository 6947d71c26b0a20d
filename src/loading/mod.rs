//! Loading: the request, another try, a refresh, and what is said of it.

mod document;
#[cfg(feature = "load")]
pub mod fetch;
#[cfg(feature = "load")]
pub mod retry;
pub mod status;

pub use self::document::{Again, Document};
