// @ts-check
// The converter: the JSON of other formats to a native story, by a wasm of its own. Fetched
// when the first such story comes (`runtime/foreign.js`).

import { BUILD } from "../build.js";
import { open } from "./instance.js";

// For a page of this very build.
/** @type {(build: string) => typeof convert} */
export const of = (build) => {
  if (build === BUILD) return convert;
  throw new Error(`${import.meta.url} is of another build: a cache holds an old file`);
};

// What the app takes for a story that may not be shown, and for none at all: it says so to the
// reader, and `news` to the page.
const WITHHELD = '{"schemaVersion":"story-card/1","headline":"-","pubStatus":"withheld"}';
const NONE = "{}";

// An instance for each story: what it has taken of the memory goes with it, and one that has
// broken down harms no other.
/** @type {(module: WebAssembly.Module, bytes: Uint8Array, item: string | undefined, url: string) => Promise<{ bytes: Uint8Array, news: any }>} */
const convert = async (module, bytes, item, url) => {
  let [news, story] = ["", ""];
  try {
    const { convert } = await open(module);
    [news, story] = convert(bytes, item, url, Date.now()).split("\n");
  } catch (error) {
    news = JSON.stringify({ code: "crashed", message: `the converter broke down: ${error}` });
  }
  const told = JSON.parse(news);
  story ||= told.code === "withheld" ? WITHHELD : NONE;
  return { bytes: new TextEncoder().encode(story), news: told };
};
