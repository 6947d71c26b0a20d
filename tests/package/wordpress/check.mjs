// The plugin for WordPress: its PHP, with the least of WordPress around it, and its block, by the
// editor's own serializer. Gives the HTML of a post with a card in it.

import { execFileSync } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { parse } from "@wordpress/block-serialization-default-parser";

// Its modules for bundlers name files in a way that node does not follow.
const blocks = createRequire(import.meta.url)("@wordpress/blocks");

const php = (...words) => execFileSync("php", words, { encoding: "utf8" });

/** The block's own script, with the editor that it finds in a page. */
const registered = (plugin) => {
  const { name, ...meta } = JSON.parse(readFileSync(join(plugin, "block.json"), "utf8"));
  const wp = {
    blocks: { registerBlockType: (id, settings) => blocks.registerBlockType(id, { ...meta, ...settings }) },
    blockEditor: { InspectorControls: "div", useBlockProps: () => ({}) },
    components: { PanelBody: "div", SelectControl: "select", TextControl: "input" },
    element: { createElement: (type, props, ...children) => ({ type, props, children }) },
    i18n: { __: (text) => text },
  };
  new Function("window", readFileSync(join(plugin, "block.js"), "utf8"))({ wp });
  const type = blocks.getBlockType(name);
  // Each field is drawn, and each names an attribute that there is.
  const drawn = JSON.stringify(type.edit({ attributes: {}, setAttributes: () => {} }));
  for (const key of Object.keys(meta.attributes)) {
    if (!drawn.includes(`"${key}"`)) throw new Error(`the block has no field for ${key}`);
  }
  return name;
};

export const wordpress = (plugin) => {
  for (const file of readdirSync(plugin)) if (file.endsWith(".php")) php("-l", join(plugin, file));
  const name = registered(plugin);
  const given = { src: 'https://news.example/42.json?a=1&b="-->', "heading-level": "3" };
  const post = blocks.serialize(blocks.createBlock(name, given));
  const [block, ...others] = parse(post);
  if (others.length || block.blockName !== name) throw new Error(`the post holds ${post}`);
  if (JSON.stringify(block.attrs) !== JSON.stringify(given)) throw new Error(`the post holds ${post}`);
  return php("wordpress/run.php", plugin);
};
