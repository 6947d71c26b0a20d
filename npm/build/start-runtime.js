// @ts-check
// Stands in for `src/element/loader/start-runtime.js` in the package for bundlers: these find
// the files by the very forms below, put them where they like, and name them by content.

// @ts-expect-error: stands beside it in the build
import { BUILD } from "./build.js";

/** @type {Promise<any> | undefined} */
let runtime;

// Code and story travel together. Gives the runtime; after a failure the next card tries again.
export const startApp = () => {
  if (!runtime) {
    const wasm = fetch(new URL("./story-card-app_bg.wasm", import.meta.url));
    wasm.catch(() => {});
    // @ts-expect-error: made by the build
    runtime = import("./story-card-app.js").then((runtime) => {
      if (runtime.BUILD !== BUILD) throw new Error("story-card: files of two builds in one bundle");
      runtime.start(wasm).catch(() => {});
      return runtime;
    });
    runtime.catch(() => {
      runtime = undefined;
    });
  }
  return runtime;
};
