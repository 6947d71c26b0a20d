#![cfg(target_arch = "wasm32")]
//! Tests of the component, in a browser.
