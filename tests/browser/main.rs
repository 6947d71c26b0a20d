#![cfg(target_arch = "wasm32")]
//! Tests of the Yew component, in a browser.

mod component;
mod page;

wasm_bindgen_test::wasm_bindgen_test_configure!(run_in_browser);
