// The files of a recipe, taken from the guide: below a heading, each behind a line with its name.

import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";

/** The hosts of the guide are those of this site. */
const AT_HOME = ["https://news.example/stories/", "/stories/"];
const FILE = /^`([^`\n]+)`:\n\n```\w+\n(.*?)^```$/gms;

/** What stands below a heading, up to the next one of its rank or above. */
export const section = (guide, heading) => {
  const [, rest] = readFileSync(guide, "utf8").split(`\n${heading}\n`);
  if (!rest) throw new Error(`the guide has no ${heading}`);
  const [rank] = heading.split(" ");
  return rest.split(new RegExp(`^#{1,${rank.length}} `, "m"))[0];
};

/** Writes them into a folder and gives their names. */
export const recipe = (guide, heading, folder) => {
  const files = [...section(guide, heading).matchAll(FILE)];
  for (const [, name, text] of files) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), text.replaceAll(...AT_HOME));
  }
  return files.map(([, name]) => name);
};
