//! The page and its browser, and nothing of a card's: listeners, addresses, keys, what is
//! in view.

pub mod keyboard;
pub mod keys;
pub mod list;
pub mod listeners;
#[cfg_attr(not(target_arch = "wasm32"), path = "no_page.rs")]
pub mod page;
pub mod reveal;
