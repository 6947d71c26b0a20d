// The app, started once for all cards of the page.

let runtime;

// Code, and what runs beside it, travel together with the first story. Gives the runtime;
// after a failure the next card tries again.
export const startApp = () => {
  if (!runtime) {
    const wasm = fetch(new URL("./story-card-app_bg.wasm", import.meta.url));
    wasm.catch(() => {});
    runtime = import(new URL("./runtime.js", import.meta.url)).then((runtime) => {
      runtime.start(wasm).catch(() => {});
      return runtime;
    });
    runtime.catch(() => {
      runtime = undefined;
    });
  }
  return runtime;
};
