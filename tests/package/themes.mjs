// The themes through each bundler that takes CSS: all four arrive, with their colours as written.

import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

const THEMES = ["blog", "broadsheet", "tabloid", "wire"];

/** Vite is told what the guide says. */
const configs = (guide) => {
  const [, told] = /```js\n(export default \{\n {2}build: \{ cssTarget:[\s\S]*?)```/.exec(readFileSync(guide, "utf8")) ?? [];
  if (!told) throw new Error("the guide no longer says what Vite needs for themes");
  writeFileSync("out/vite.themes.mjs", told);
  // As files, for want of a loader: what is asked is whether webpack takes them along.
  writeFileSync(
    "out/webpack.themes.cjs",
    `module.exports = {
      mode: "production",
      entry: "./recipes/themes/main.js",
      output: { path: "${join(process.cwd(), "out/themes-webpack")}" },
      module: { rules: [{ test: /\\.css$/, type: "asset/resource" }] },
    };`,
  );
};

const count = (text, part) => text.split(part).length - 1;

const check = (folder) => {
  const files = readdirSync(`out/${folder}`, { recursive: true }).filter((file) => file.endsWith(".css"));
  const css = files.map((file) => readFileSync(join("out", folder, file), "utf8")).join("\n");
  const written = THEMES.map((name) => readFileSync(`node_modules/story-card/themes/${name}.css`, "utf8")).join("\n");
  for (const part of ["light-dark(", ":dir(ltr)", "--story-card-paper:"]) {
    const [has, needs] = [count(css, part), count(written, part)];
    if (!needs || has !== needs) throw new Error(`${folder}: ${part} stands there ${has} times, not ${needs}`);
  }
  console.log(`  ${folder}: holds every theme as it is written`);
};

/** @type {(run: (program: string, ...words: string[]) => string, bin: (name: string) => string, guide: string) => void} */
export const themes = (run, bin, guide) => {
  configs(guide);
  run(bin("vite"), "build", "recipes/themes", "--config", "out/vite.themes.mjs", "--outDir", "../../out/themes-vite", "--emptyOutDir");
  run(bin("webpack"), "--config", "out/webpack.themes.cjs");
  run(bin("parcel"), "build", "recipes/themes/index.html", "--dist-dir", "out/themes-parcel", "--no-cache", "--log-level", "error");
  run(bin("esbuild"), "recipes/themes/main.js", "--bundle", "--outdir=out/themes-esbuild", "--log-level=warning");
  for (const name of ["vite", "webpack", "parcel", "esbuild"]) check(`themes-${name}`);
};
