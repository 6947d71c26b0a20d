//! Loading: the request, another try, a refresh, and what is said of it.

mod document;
#[cfg(feature = "load")]
pub(crate) mod fetch;
#[cfg(feature = "load")]
pub(crate) mod retry;
pub mod status;

pub use self::document::{Again, Document};
