// What `astro build` does. The command itself takes no Node older than 22.12; this does.
import { fileURLToPath } from "node:url";
import node from "@astrojs/node";
import { build } from "astro";

await build({
  root: fileURLToPath(new URL(".", import.meta.url)),
  adapter: node({ mode: "standalone" }),
  logLevel: "warn",
});
