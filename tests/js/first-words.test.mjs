// @ts-check
// What the loader shows of a story that is still on its way.

import assert from "node:assert/strict";
import { test } from "node:test";

import { readWords, wordsIn } from "../../src/element/loader/first-words.js";

const HEAD = '{"schemaVersion":"story-card/1.0","headline":"Rain","description":"It rained."';

test("a text that breaks off anywhere gives what is whole, or nothing", () => {
  const text = `${HEAD},"sections":[{"headline":"{\\"[","blocks":["a, b","c"]}],"id":"x"}`;
  for (let end = 0; end <= text.length; end++) {
    const story = wordsIn(text.slice(0, end));
    if (!story) assert.ok(end < HEAD.length, `nothing at ${end}`);
    else for (const name of Object.keys(story)) assert.deepEqual(story[name], JSON.parse(text)[name]);
  }
});

test("order of keys does not matter", () => {
  const text = '{"sections":[{"blocks":[]}],"headline":"Rain","schemaVersion":"story-card/1"}';
  assert.equal(wordsIn(text)?.headline, "Rain");
  assert.equal(wordsIn(text.slice(0, -1)), undefined);
});

test("what is no story of ours has no words", () => {
  const others = [
    "",
    "[]",
    "<!doctype html>",
    '{"headline":"Rain"}',
    '{"schemaVersion":"story-card/2","headline":"Rain"}',
    '{"schemaVersion":"story-card/10","headline":"Rain"}',
    '{"schemaVersion":"story-card/1","headline":["Rain"]}',
    `${HEAD},"embargoedUntil":"2999-01-01"}`,
    `${HEAD},"expires":"2999-01-01"}`,
    `${HEAD},"pubStatus":"withheld","sections":[`,
    `${HEAD},}`,
  ];
  for (const text of others) assert.equal(wordsIn(text), undefined, text);
});

/** @type {(...pieces: (string | Uint8Array)[]) => ReadableStream<Uint8Array>} */
const body = (...pieces) =>
  new ReadableStream({
    pull(controller) {
      const piece = pieces.shift();
      if (piece === undefined) return controller.close();
      controller.enqueue(typeof piece === "string" ? new TextEncoder().encode(piece) : piece);
    },
  });

/** @type {(stream: ReadableStream<Uint8Array>) => Promise<[unknown[], number, string]>} */
const readFrom = async (stream) => {
  /** @type {unknown[]} */
  const told = [];
  const { reader, chunks } = await readWords(stream, (story) => told.push(story.headline));
  const begun = chunks.length;
  for (let step = await reader.read(); !step.done; step = await reader.read()) chunks.push(step.value);
  return [told, begun, Buffer.concat(chunks).toString()];
};

test("no more is read than the words, and the rest can be", async () => {
  const pieces = [`${HEAD},"sections":[`, ...Array(100).fill('"b",')];
  assert.deepEqual(await readFrom(body(...pieces)), [["Rain"], 1, pieces.join("")]);
});

test("words are told once, and once more with the lead", async () => {
  const [head, lead] = [HEAD.slice(0, HEAD.indexOf(',"description"')), ',"description":"It rained."}'];
  const told = [];
  const pieces = [`${head},"sections":["`, ...Array(9).fill("b".repeat(2000)), `"]${lead}`];
  await readWords(body(...pieces), (story) => told.push(story.description));
  assert.deepEqual(told, [undefined, "It rained."]);
});

test("words are looked for so far and no further", async () => {
  const pieces = ['{"sections":["', ...Array(1000).fill("b".repeat(1000)), `"],${HEAD.slice(1)}}`];
  const [told, begun, text] = await readFrom(body(...pieces));
  assert.deepEqual(told, []);
  assert.ok(begun < 100);
  assert.equal(text, pieces.join(""));
});

test("letters that are parted between two pieces are whole", async () => {
  const bytes = new TextEncoder().encode('{"schemaVersion":"story-card/1","headline":"Größe"}');
  const cut = bytes.indexOf(0xc3) + 1;
  const [told] = await readFrom(body(bytes.slice(0, cut), bytes.slice(cut)));
  assert.deepEqual(told, ["Größe"]);
});

test("a story of another format is told by its first bytes, and a native one never is", async () => {
  const body = (text) => new Blob([text, " ".repeat(3000), "}".repeat(9)]).stream();
  const foreign = [
    '{"@context":"https://schema.org","headline":"Rain"',
    '[{"id":1,"date":"x","date_gmt":"x","title":{"rendered":"Rain"}',
    '{ "version": "https://jsonfeed.org/version/1.1", "title": "Rain"',
    '{"uri":"x","headline":"Rain"',
    '{"posts":[{"id":"1","uuid":"x"',
    '{"events":[{"start_date":{"year":1}',
  ];
  for (const text of foreign) assert.ok((await readWords(body(text), () => {})).isForeign, text);
  const native = [
    '{"schemaVersion":"story-card/1","_more":{"uri":"x"}',
    '{"headline":"Rain","url":"x","timeline":{"events":[]}',
  ];
  for (const text of native) assert.ok(!(await readWords(body(text), () => {})).isForeign, text);
});
