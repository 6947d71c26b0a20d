// What is native, and what needs the converter.

import assert from "node:assert/strict";
import { test } from "node:test";

import { read } from "../../src/element/loader/runtime/foreign.js";

const NATIVE = { schemaVersion: "story-card/1.0", headline: "Rain" };
const OTHERS = [
  { title: { rendered: "Rain" } },
  [],
  7,
  null,
  "story-card/1.0",
  [[NATIVE]],
  { stories: [NATIVE] },
];

const asked = async (text) => {
  const fetched = [];
  const fetchConverter = async () => {
    fetched.push(text);
    return [(_module, bytes, item, url) => ({ bytes, news: { item, url } }), "module"];
  };
  const bytes = new TextEncoder().encode(text);
  const answer = await read(bytes, "item", "url", fetchConverter);
  assert.equal(answer.bytes, bytes);
  return { isConverted: fetched.length === 1, news: answer.news };
};

const spelled = (story) => [
  JSON.stringify(story),
  JSON.stringify(story, null, 2),
  `\uFEFF \n${JSON.stringify(story)}`,
];

test("a native story is taken as it is, wherever its version stands", async () => {
  const last = { headline: "Rain", _more: { uri: "x", posts: [] }, schemaVersion: " story-card/1.0" };
  for (const text of [NATIVE, last, { schemaVersion: "story-card/9.9" }].flatMap(spelled)) {
    const { isConverted, news } = await asked(text);
    assert.ok(!isConverted, text);
    assert.deepEqual(news, { format: "story-card", stories: 1 });
  }
});

test("what is saved as UTF-16 is told apart as well", async () => {
  const fetchConverter = async () => [() => "converted", "module"];
  const swapped = (bytes) => bytes.map((_, at) => bytes[at ^ 1]);
  for (const mark of ["", "\uFEFF"]) {
    for (const [story, isNative] of [
      [NATIVE, true],
      [OTHERS[0], false],
    ]) {
      const little = new Uint8Array(Buffer.from(mark + JSON.stringify(story), "utf16le"));
      for (const bytes of [little, swapped(little)]) {
        const answer = await read(bytes, "item", "url", fetchConverter);
        assert.equal(answer !== "converted", isNative);
      }
    }
  }
});

test("of a list the native stories are counted", async () => {
  for (const text of spelled([NATIVE, {}, null, NATIVE])) {
    assert.equal((await asked(text)).news.stories, 2, text);
  }
});

test("all other JSON is converted", async () => {
  for (const text of OTHERS.flatMap(spelled)) {
    const { isConverted, news } = await asked(text);
    assert.ok(isConverted, text);
    assert.deepEqual(news, { item: "item", url: "url" });
  }
});

test("what is no JSON is left to the app", async () => {
  for (const text of ["", "<html>", '{"title":', "a,b,c\n1,2,3"])
    assert.ok(!(await asked(text)).isConverted, text);
});
