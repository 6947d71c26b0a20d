// @ts-check
// What ties the files of one build together. `cargo xtask build` puts the build's hash in
// here, into the addresses of glue and wasm, and into the wasm (`xtask/src/release/identity.rs`).
// With `trunk serve` there is none, and nothing to tell apart.

export const BUILD = "";
export const VERSION = "0.1.0";
