// What `astro build` does: the command refuses a Node that this runs in.
import { fileURLToPath } from "node:url";
import node from "@astrojs/node";
import { build } from "astro";

await build({
  root: fileURLToPath(new URL(".", import.meta.url)),
  adapter: node({ mode: "standalone" }),
  logLevel: "warn",
});
