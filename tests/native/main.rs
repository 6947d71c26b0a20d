#![cfg(not(target_arch = "wasm32"))]
//! Tests of the pure code, on the host.

mod dates;
mod edtf_oracle;
