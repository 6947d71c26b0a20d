//! Tests of the Yew component, in a browser; on the host there are none.
#![allow(clippy::disallowed_macros, reason = "a test fails by panicking")]

#[cfg(target_arch = "wasm32")]
mod component;
#[cfg(target_arch = "wasm32")]
mod example;
#[cfg(target_arch = "wasm32")]
mod formats;
#[cfg(target_arch = "wasm32")]
mod live;
#[cfg(target_arch = "wasm32")]
mod page;
#[cfg(target_arch = "wasm32")]
mod styled;

#[cfg(target_arch = "wasm32")]
wasm_bindgen_test::wasm_bindgen_test_configure!(run_in_browser);
