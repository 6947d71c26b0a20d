//! Our writer of elements: a hyperscript of our own, which knows no story and no card.
//!
//! [`el`] describes an element and what is in it. A description is drawn in one go
//! ([`static_dom`]), or becomes Yew's virtual nodes where it holds components ([`vnode`]).

mod el;
mod link;
pub mod static_dom;
pub mod vnode;

pub use self::el::{El, dir, el};
pub use self::link::{kind, link, maybe_link};

/// Whether the app draws, which answers presses and searches. What is drawn ahead of it
/// must do without.
pub const HAS_APP: bool = cfg!(target_arch = "wasm32");
