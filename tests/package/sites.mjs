// Frameworks with a server of their own: the guide's recipe is built, served, and visited.

import { spawn } from "node:child_process";
import { appendFileSync, cpSync, readFileSync } from "node:fs";
import { createServer } from "node:net";
import { join, resolve } from "node:path";
import { start } from "./chromium.mjs";
import { recipe } from "./guide.mjs";

const LOCAL = "127.0.0.1";
const next = resolve("node_modules/next/dist/bin/next");
const SITES = [
  {
    name: "next",
    heading: "### Next.js",
    files: 5,
    build: [next, "build"],
    serve: (port) => [next, "start", "-H", LOCAL, "-p", port],
    // Only there does React tell that an attribute is not what the server wrote.
    develop: (port) => [next, "dev", "-H", LOCAL, "-p", port],
    edited: "app/register.tsx",
    // The guide's page has its headline for a title.
    titled: true,
    others: {
      "/early": "true",
      "/inline": `document.querySelector("story-card").story.sections.length > 1`,
      "/props": `((card) => card.story.headline === "Given by the page" && card.hasAttribute("exclusive")
        && !card.hasAttribute("quiet") && card.headingLevel === 4)(document.querySelector("story-card"))`,
    },
  },
  {
    name: "astro",
    heading: "### Astro",
    files: 1,
    build: ["build.mjs"],
    serve: () => ["dist/server/entry.mjs"],
  },
];

const freePort = () =>
  new Promise((done) => {
    const server = createServer().listen(0, LOCAL, () => {
      const { port } = server.address();
      server.close(() => done(String(port)));
    });
  });

const node = (folder, words, port) =>
  spawn("node", words, {
    cwd: folder,
    env: { ...process.env, HOST: LOCAL, PORT: port, NEXT_TELEMETRY_DISABLED: "1", ASTRO_TELEMETRY_DISABLED: "1" },
    stdio: ["ignore", "pipe", "pipe"],
  });

/** Runs to its end, or throws what it said. */
const finish = (folder, words) =>
  new Promise((done, failed) => {
    const child = node(folder, words, "0");
    let said = "";
    for (const stream of [child.stdout, child.stderr]) stream.on("data", (piece) => { said += piece; });
    child.on("close", (code) => (code === 0 ? done() : failed(new Error(`${folder}: ${said}`))));
  });

/** A server, while something is done with its address. */
const serving = async (folder, words, work) => {
  const port = await freePort();
  const server = node(folder, words(port), port);
  let said = "";
  for (const stream of [server.stdout, server.stderr]) stream.on("data", (piece) => { said += piece; });
  const gone = new Promise((done) => server.on("close", done));
  const url = `http://${LOCAL}:${port}`;
  const end = Date.now() + 120_000;
  try {
    while (!(await fetch(url).catch(() => undefined))) {
      if (Date.now() > end || server.exitCode !== null) throw new Error(`${folder} does not answer: ${said}`);
      await new Promise((done) => setTimeout(done, 100));
    }
    return await work(url);
  } finally {
    server.kill();
    await gone;
  }
};

const READY = `document.querySelectorAll("story-card").length === 1 && document.querySelector("story-card").state === "ready"`;
const at = (path) => `location.pathname === "${path}" && ${READY}`;
// Who goes on amid a transition of the page, or before it begins, skips it, and Astro has the
// console say so: that is no fault of the card's.
const SKIPPED = /Transition was skipped/;
const TAG = /<story-card [^>]*src="\/stories\/42\.json"[^>]*>\s*<a href="https:\/\/news\.example\/42">/;

/** To the other page, back by the history, and once more by links, all in one document. */
const wander = async (page, url, arrived) => {
  // Straight there: what the server has written is taken over, and listened to.
  await page.open(`${url}/other`);
  await page.wait(arrived);
  await page.open(url);
  await page.wait(at("/"));
  await page.run("window.isSame = true");
  // Another copy, as where a template names the files of a release too, leaves the tag alone.
  await page.run('import("/again/story-card.js").then(() => {})');
  const follow = (id) => page.run(`document.querySelector("#${id}").click()`);
  await follow("there");
  await page.wait(arrived);
  await page.run("history.back()");
  await page.wait(at("/"));
  await follow("there");
  await page.wait(arrived);
  await follow("back");
  await page.wait(at("/"));
  if (!(await page.run("window.isSame"))) throw new Error("a page was loaded anew");
};

const visit = async (site, url, headline, more = () => {}) => {
  for (const path of ["/", "/other"]) {
    const html = await (await fetch(url + path)).text();
    if (!TAG.test(html)) throw new Error(`${site.name}: no tag in ${html}`);
  }
  const page = await start(site.name);
  const told = site.titled ? ` && document.title === ${JSON.stringify(headline)}` : "";
  try {
    await wander(page, url, at("/other") + told);
    for (const [path, expression] of Object.entries(site.others ?? {})) {
      await page.open(url + path);
      await page.wait(`${at(path)} && ${expression}`);
    }
    await more(page);
    const complaints = page.complaints.filter((complaint) => !SKIPPED.test(complaint));
    if (complaints.length) throw new Error(`${site.name}: the console says\n${complaints.join("\n")}`);
  } finally {
    page.close();
  }
};

/** The guide's recipe, among the pages that lead to it and away. */
const lay = ({ name, heading, files }, guide, dist, version) => {
  const folder = join("out", name);
  cpSync(join("recipes", name), folder, { recursive: true });
  const found = recipe(guide, heading, folder);
  if (found.length !== files) throw new Error(`${name}: the guide has ${found}`);
  cpSync(join(dist, "static/images"), join(folder, "public/images"), { recursive: true });
  cpSync(join(dist, "static/stories/sea-level.json"), join(folder, "public/stories/42.json"));
  cpSync(join(dist, "cdn", version), join(folder, "public/again"), { recursive: true });
  return folder;
};

export const sites = async (guide, dist, version) => {
  const { headline } = JSON.parse(readFileSync(join(dist, "static/stories/sea-level.json")));
  for (const site of SITES) {
    const began = Date.now();
    const folder = lay(site, guide, dist, version);
    await finish(folder, site.build);
    await serving(folder, site.serve, (url) => visit(site, url, headline));
    if (site.develop) {
      // The module that registers the tag is taken anew, and the card stays.
      const edit = async (page) => {
        appendFileSync(join(folder, site.edited), '\nReflect.set(globalThis, "isEdited", true);\n');
        await page.wait(`window.isEdited && ${READY}`);
      };
      await serving(folder, site.develop, (url) => visit(site, url, headline, edit));
    }
    const seconds = Math.round((Date.now() - began) / 1000);
    console.log(`  ${site.name}: shown in Chromium, on another page, and back, without a word in the console (${seconds} s)`);
  }
};
