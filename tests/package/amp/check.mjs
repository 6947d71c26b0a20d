// AMP: the guide's snippet in a page, by AMP's own validator, and its frame in Chromium.

import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { mkdirSync, readFileSync } from "node:fs";
import { createServer } from "node:http";
import { extname, join } from "node:path";
import amphtml from "amphtml-validator";
import { start } from "../chromium.mjs";
import { section } from "../guide.mjs";

/** The validator asks AMP's host for its rules; this release of Next.js has them inside. */
const RULES = {
  release: "next@15.5.29",
  hash: "93AMszTCdi9Az7fD5VzcWy46SHCdQF45+i53K0LpDc4dDXCwB9P1SxP1wBYZKW6dF3HJnz41jyEni1vmgCluiw==",
  file: "package/dist/compiled/amphtml-validator/validator_wasm.js",
};
const TYPES = { ".html": "text/html", ".js": "text/javascript", ".json": "application/json", ".svg": "image/svg+xml", ".wasm": "application/wasm" };

const rules = () => {
  const folder = join("out", "rules");
  mkdirSync(folder, { recursive: true });
  const packed = execFileSync("npm", ["pack", "--silent", "--pack-destination", folder, RULES.release], { encoding: "utf8" }).trim();
  const bytes = readFileSync(join(folder, packed));
  if (createHash("sha512").update(bytes).digest("base64") !== RULES.hash) throw new Error(`${RULES.release} is not what it was`);
  execFileSync("tar", ["-xzf", join(folder, packed), "-C", folder, RULES.file]);
  return join(folder, RULES.file);
};

/** The validator passes the page, and takes no other for it. */
const validate = async (page) => {
  const validator = await amphtml.getInstance(rules());
  const faults = (html) => validator.validateString(html).errors.map(({ line, message }) => `${line}: ${message}`);
  if (faults(page).length) throw new Error(`AMP: ${faults(page).join("\n")}\n${page}`);
  const wrong = { 'src="https://cdn.example': 'src="http://cdn.example', "<span overflow": "<story-card></story-card><span overflow", 'custom-element="amp-iframe"': "" };
  for (const [sound, fault] of Object.entries(wrong)) {
    if (!page.includes(sound) || !faults(page.replace(sound, fault)).length) throw new Error(`AMP's validator has no word on ${fault}`);
  }
};

const served = (answer) =>
  new Promise((done) => {
    const server = createServer((request, response) => {
      const { pathname } = new URL(request.url, "http://x");
      try {
        const body = answer(pathname);
        response.writeHead(200, { "access-control-allow-origin": "*", "content-type": TYPES[extname(pathname)] ?? "text/html" }).end(body);
      } catch {
        response.writeHead(404).end();
      }
    });
    server.listen(0, "127.0.0.1", () => done(server));
  });

/** On the screen it grows when the reader asks for it, below it at once. */
const show = async (page, dist) => {
  const files = await served((path) => readFileSync(join(dist, path)));
  const release = `http://localhost:${files.address().port}`;
  const local = page
    .replace(/<script async src=[^>]*v0\.js"><\/script>/, '<link rel="icon" href="data:,">')
    .replace(/<script async custom-element[^>]*>/, '<script defer src="/stand-in.js">')
    .replace(/<style amp-boilerplate>.*?<\/style>/, "")
    .replace("https://cdn.example", release)
    .replace("https://news.example/stories/42.json", `${release}/static/stories/sea-level.json`);
  const below = local.replace("<p>", '<p style="margin-block-end: 3000px">');
  const pages = { "/": local, "/below": below, "/stand-in.js": readFileSync("amp/stand-in.js") };
  const site = await served((path) => pages[path] ?? readFileSync("none"));
  const url = `http://127.0.0.1:${site.address().port}`;
  const chromium = await start("amp");
  // The story is long; a card that failed would tell a small height.
  const grown = "document.querySelector('amp-iframe').offsetHeight > 1000";
  try {
    await chromium.open(`${url}/below`);
    await chromium.wait(grown);
    await chromium.open(`${url}/`);
    const button = "document.querySelector('amp-iframe [overflow]')";
    await chromium.wait(`${button}?.checkVisibility()`);
    if (await chromium.run(grown)) throw new Error("AMP: the frame grew in sight of the reader");
    // A frame tells its height before its story is drawn, and after it: the reader asks for each.
    await chromium.wait(`${button}.click(), ${grown}`);
    const refused = await chromium.run("document.querySelector('amp-iframe').refused");
    const faults = [...chromium.complaints, ...refused.map((one) => JSON.stringify(one))];
    if (faults.length) throw new Error(`AMP: ${faults.join("\n")}`);
  } finally {
    chromium.close();
    for (const server of [files, site]) server.close();
  }
};

export const amp = async (guide, dist) => {
  const [, snippet] = /^```html\n(.*?)^```$/ms.exec(section(guide, "### AMP"));
  const [, head, body] = snippet.split(/<!-- in the \w+ -->\n/);
  const page = readFileSync("amp/page.html", "utf8").replace("<!-- head -->", head).replace("<!-- body -->", body);
  const began = Date.now();
  await validate(page);
  await show(page, dist);
  console.log(`  amp: valid, and its frame as high as the story (${Math.round((Date.now() - began) / 1000)} s)`);
};
