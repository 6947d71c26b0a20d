// Checks the package in dist/npm: node check.mjs DIST GUIDE. Packs it, installs it beside these
// files, asks publint, arethetypeswrong and the compiler, bundles it six ways, and shows each
// bundle. Then the recipes of the guide that have a server of their own, and that of AMP.

import { execFileSync, spawn } from "node:child_process";
import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import { extname, join } from "node:path";
import Ajv from "ajv";
import { amp } from "./amp/check.mjs";
import { chromium, FLAGS } from "./chromium.mjs";
import { navigations } from "./navigation.mjs";
import { sites } from "./sites.mjs";
import { themes } from "./themes.mjs";
import { wordpress } from "./wordpress/check.mjs";

const [, , dist, guide] = process.argv;
const bin = (name) => join("node_modules", ".bin", name);
const run = (program, ...words) => {
  console.log(`  ${[program.replace(/.*\//, ""), ...words].join(" ")}`);
  return execFileSync(program, words, { stdio: ["ignore", "pipe", "inherit"], encoding: "utf8" });
};

rmSync("out", { recursive: true, force: true });
rmSync("node_modules/story-card", { recursive: true, force: true });
mkdirSync("out/packed", { recursive: true });
const packed = run("npm", "pack", "--silent", "--pack-destination", "out/packed", join(dist, "npm")).trim();
run("tar", "-xzf", join("out/packed", packed), "-C", "out/packed");
cpSync("out/packed/package", "node_modules/story-card", { recursive: true });

run(bin("publint"), "--strict", "node_modules/story-card");
run(bin("attw"), join("out/packed", packed), "--profile", "esm-only");
const json = (file) => JSON.parse(readFileSync(join("node_modules", file)));
const manifest = new Ajv({ strict: false }).compile(json("custom-elements-manifest/schema.json"));
if (!manifest(json("story-card/custom-elements.json"))) throw new Error(JSON.stringify(manifest.errors));
run(bin("tsc"), "--project", ".");
run(bin("tsc"), "--project", ".", "--module", "esnext", "--moduleResolution", "bundler");
run("node", "--input-type=module", "-e", "await import('story-card'); await import('story-card/element')");

for (const recipe of ["plain", "react", "vue", "svelte"]) {
  run(bin("vite"), "build", `recipes/${recipe}`, "--config", "vite.config.js", "--outDir", `../../out/vite-${recipe}`, "--emptyOutDir");
}
run(bin("webpack"), "--config", "webpack.config.cjs");
run(bin("rollup"), "--silent", "--config", "rollup.config.js");
run(bin("parcel"), "build", "recipes/plain/index.html", "--dist-dir", "out/parcel", "--no-cache", "--log-level", "error");
run(bin("esbuild"), "recipes/plain/main.js", "--bundle", "--splitting", "--format=esm", "--outdir=out/esbuild", "--log-level=warning");
// What esbuild does not do by itself.
for (const name of ["app_bg", "later", "converter_bg"]) {
  cpSync(`node_modules/story-card/story-card-${name}.wasm`, `out/esbuild/story-card-${name}.wasm`);
}
for (const name of ["webpack", "rollup", "esbuild"]) {
  writeFileSync(`out/${name}/index.html`, '<!doctype html><title>Bundle</title><body><script type="module" src="main.js"></script>');
}
themes(run, bin, guide);

// Pages that name the files of a release, as a site without a bundler does.
const { version } = JSON.parse(readFileSync(join(dist, "cdn/sri.json"), "utf8"));
const site = (name, pages) => {
  cpSync(join(dist, "cdn", version), `out/${name}/dist`, { recursive: true });
  for (const [file, text] of Object.entries(pages)) writeFileSync(`out/${name}/${file}`, text);
};
for (const { name, library, pages } of navigations) {
  site(name, pages);
  cpSync(join("node_modules", library), `out/${name}/library.js`);
}
const post = wordpress("plugin");
site("wordpress", { "index.html": `<!doctype html><title>Post</title><script type="module" src="dist/story-card.js"></script><body>${post}` });
// What is asked of these they tell themselves.
const own = navigations.map(({ name }) => name);

const TYPES = { ".css": "text/css", ".html": "text/html", ".js": "text/javascript", ".json": "application/json", ".wasm": "application/wasm" };
const native = readFileSync(join(dist, "static/stories/sea-level.json"));
const timeline = JSON.parse(readFileSync(join(dist, "static/stories/formats/timelinejs.json")));
// Enough events to be drawn.
const foreign = JSON.stringify({ ...timeline, events: [timeline.events, timeline.events].flat() });
let story = native;
const bundles = ["vite-plain", "vite-react", "vite-vue", "vite-svelte", "webpack", "rollup", "parcel", "esbuild"];
let folder = "";
// A page is told what was shown by its title; the drawing is in a file of its own.
const TELL = '<script type="module" src="/tell.js"></script>';
const TELLER = `
  for (;;) {
    const card = document.querySelector("story-card");
    if (card?.shadowRoot?.querySelector("[part~=timeline-graphic] svg *")) {
      await new Promise((done) => setTimeout(done, 100));
      fetch("/told", { method: "POST", body: document.title });
      break;
    }
    await new Promise((done) => setTimeout(done, 50));
  }`;
// What a bundle may run: its own files. Parcel writes an import map into its page.
const POLICY = { "content-security-policy": "script-src 'self' 'wasm-unsafe-eval'" };
let tell = () => {};
const server = createServer((request, response) => {
  const path = new URL(request.url, "http://x").pathname;
  if (path === "/told") {
    let title = "";
    request.on("data", (piece) => { title += piece; });
    request.on("end", () => { response.end(); tell(title); });
    return;
  }
  if (path === "/tell.js") {
    response.writeHead(200, { "content-type": TYPES[".js"] }).end(TELLER);
    return;
  }
  try {
    const name = path === "/" ? "index.html" : path;
    let body = path === "/story.json" ? story : readFileSync(join("out", folder, name));
    if (name === "index.html" && !own.includes(folder)) body = String(body).replace(/<\/body>|$/, TELL);
    const policy = bundles.includes(folder) && folder !== "parcel" ? POLICY : {};
    response.writeHead(200, { "content-type": TYPES[extname(name)] ?? "text/plain", ...policy }).end(body);
  } catch {
    response.writeHead(404).end();
  }
});
await new Promise((done) => server.listen(0, "127.0.0.1", done));

let visits = 0;
const shows = async (headline) => {
  const told = new Promise((done, failed) => {
    tell = done;
    setTimeout(() => failed(new Error(`${folder}: no card came`)), 60_000).unref();
  });
  const profile = join(process.cwd(), "out", `profile-${++visits}`);
  const url = `http://127.0.0.1:${server.address().port}/`;
  const browser = spawn(chromium, [...FLAGS, `--user-data-dir=${profile}`, url], { stdio: "ignore" });
  const title = await told.finally(() => browser.kill());
  // A post has a title of its own.
  if (title !== headline && !(folder === "wordpress" && title === "Post")) throw new Error(`${folder}: ${title} is not ${headline}`);
  console.log(`  ${folder}: shown in Chromium${own.includes(folder) ? ", on another page, and back" : ", with its drawing"}`);
};
const { headline } = JSON.parse(native);
for (folder of [...bundles, "wordpress", ...own]) await shows(headline);
// Of another format, with the converter.
story = foreign;
for (folder of bundles) await shows(timeline.title.text.headline);
server.close();

await amp(guide, dist);
await sites(guide, dist, version);
