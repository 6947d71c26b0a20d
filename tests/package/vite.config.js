import { svelte } from "@sveltejs/vite-plugin-svelte";
import vue from "@vitejs/plugin-vue";

// What the frameworks need; the package needs nothing.
export default {
  logLevel: "warn",
  esbuild: { jsx: "automatic" },
  plugins: [
    vue({ template: { compilerOptions: { isCustomElement: (tag) => tag === "story-card" } } }),
    svelte(),
  ],
};
