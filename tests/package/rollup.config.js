import { importMetaAssets } from "@web/rollup-plugin-import-meta-assets";

const story = new URL("./node_modules/story-card/story-card.js", import.meta.url).pathname;

export default {
  input: "recipes/plain/main.js",
  output: { dir: "out/rollup", entryFileNames: "main.js" },
  plugins: [{ resolveId: (name) => (name === "story-card" ? story : null) }, importMetaAssets()],
};
