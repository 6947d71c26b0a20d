// @ts-check
// The app, started once for all cards of the page.

import { BUILD } from "./build.js";

/** @typedef {typeof import("./runtime/runtime.js")} Runtime */

/** @type {Promise<Runtime> | undefined} */
let runtime;

// Code, and what runs beside it, travel together with the first story. Gives the runtime;
// after a failure the next card tries again.
/** @type {() => Promise<Runtime>} */
export const startApp = () => {
  if (!runtime) {
    // By text, as all requests: what stands in for `fetch` on some pages reads no address as an object.
    const wasm = fetch(new URL("./story-card-app_bg.wasm", import.meta.url).href);
    wasm.catch(() => {});
    runtime = load().then((runtime) => {
      runtime.start(wasm).catch(() => {});
      return runtime;
    });
    runtime.catch(() => {
      runtime = undefined;
    });
  }
  return runtime;
};

// A line may hang, and a browser waits for code without end.
const MAX_MILLIS = 60_000;

/** @type {(url: URL) => Promise<Runtime>} */
const get = ({ href }) =>
  new Promise((done, fail) => {
    const late = setTimeout(fail, MAX_MILLIS, "timeout");
    import(href).then(done, fail).then(() => clearTimeout(late));
  });

// The glue of this very build. Where a cache has that of another one, or nothing came, it
// is asked for anew, once: by an address that no cache knows, for a page keeps what it has
// once imported. By text: what stands in for `import` on some pages reads no other.
/** @type {() => Promise<Runtime>} */
const load = async () => {
  const url = new URL("./runtime/runtime.js", import.meta.url);
  const runtime = await get(url).catch(() => {});
  if (runtime?.BUILD === BUILD) return runtime;
  url.search += `-${Date.now()}`;
  const again = await get(url);
  if (again.BUILD === BUILD) return again;
  // It may be this file that is old: the next page has the new one.
  fetch(import.meta.url, { cache: "reload" }).catch(() => {});
  throw new Error(`${import.meta.url} and ${url} are of two builds: a cache holds an old file`);
};
