// @ts-check
// The app as wasm-bindgen has left it, for `trunk serve`: one instance, and a crash is
// seen as it is. `cargo xtask build` puts a factory of instances in this file's place
// (`xtask/src/release/contain.rs`).

// @ts-expect-error: made by the build
import init, * as app from "../story-card-app.js";

/** @type {(module: WebAssembly.Module, guard?: (exports: any) => any) => Promise<any>} */
export const open = async (module) => {
  await init({ module_or_path: module });
  return app;
};
