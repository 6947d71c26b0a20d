//! The page and its browser, and nothing of a card's: listeners, addresses, keys, what is
//! in view.

pub(crate) mod ending;
pub(crate) mod focus;
pub(crate) mod folding;
pub(crate) mod frame;
pub(crate) mod keyboard;
pub mod keys;
pub(crate) mod listeners;
#[cfg_attr(not(target_arch = "wasm32"), path = "no_page.rs")]
pub(crate) mod page;
pub(crate) mod reveal;
pub(crate) mod sizes;
