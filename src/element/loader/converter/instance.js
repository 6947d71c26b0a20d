// @ts-check
// The converter as wasm-bindgen has left it, for `trunk serve`: one instance for all stories.
// `cargo xtask build` puts a factory of instances in this file's place
// (`xtask/src/release/contain.rs`).

// @ts-expect-error: made by the build
import init, * as converter from "../story-card-converter.js";

/** @type {(module: WebAssembly.Module) => Promise<any>} */
export const open = async (module) => {
  await init({ module_or_path: module });
  return converter;
};
