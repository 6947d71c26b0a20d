// One wasm instance for all cards of the page.

let app;

// Code and glue travel together; after a failure the next card tries again.
export const startApp = () =>
  (app ??= Promise.all([
    import(new URL("./story-card-app.js", import.meta.url)),
    fetch(new URL("./story-card-app_bg.wasm", import.meta.url)),
  ])
    .then(async ([glue, wasm]) => {
      await glue.default({ module_or_path: wasm });
      return glue;
    })
    .catch((error) => {
      app = undefined;
      throw error;
    }));
