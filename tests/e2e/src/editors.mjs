// What common editors make of a post: HTML in on standard input, a list of [editor, HTML] out.
// The argument is npm's folder of packages.

import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { pathToFileURL } from "node:url";

const require = createRequire(pathToFileURL(`${process.argv[2]}/`));
const { autop } = require("@wordpress/autop");
const { minify } = require("html-minifier-terser");
const { marked } = await import(pathToFileURL(require.resolve("marked")));

// All that makes a page smaller and is not said to break any.
const smallest = {
  collapseBooleanAttributes: true,
  collapseWhitespace: true,
  minifyCSS: true,
  minifyJS: true,
  processScripts: ["application/json"],
  removeAttributeQuotes: true,
  removeComments: true,
  removeEmptyAttributes: true,
  removeOptionalTags: true,
  removeRedundantAttributes: true,
  removeScriptTypeAttributes: true,
};

const post = readFileSync(0, "utf8");
const made = [
  ["wpautop", autop(post)],
  ["markdown", marked.parse(post)],
  ["minifier", await minify(post, smallest)],
  ["wpautop and minifier", await minify(autop(post), smallest)],
];
console.log(JSON.stringify(made));
