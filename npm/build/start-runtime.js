// Stands in for `src/element/loader/start-runtime.js` in the package for bundlers: these find
// the files by the very forms below, put them where they like, and name them by content.

import { BUILD } from "./build.js";

let runtime;

// Code and story travel together. Gives the runtime; after a failure the next card tries again.
export const startApp = () => {
  if (!runtime) {
    const wasm = fetch(new URL("./story-card-app_bg.wasm", import.meta.url));
    wasm.catch(() => {});
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
