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
    '{"schemaVersion":"story-card/1","headline":["Rain"]}',
    `${HEAD},"embargoedUntil":"2999-01-01"}`,
    `${HEAD},"pubStatus":"withheld","sections":[`,
    `${HEAD},}`,
  ];
  for (const text of others) assert.equal(wordsIn(text), undefined, text);
});

/** @param {string[]} pieces */
const answer = (pieces) => {
  const encoder = new TextEncoder();
  let isCancelled = false;
  const stream = new ReadableStream({
    pull(controller) {
      const piece = pieces.shift();
      if (piece === undefined) controller.close();
      else controller.enqueue(encoder.encode(piece));
    },
    cancel() {
      isCancelled = true;
    },
  });
  return { response: new Response(stream), isCancelled: () => isCancelled };
};

test("no more is read than the words", async () => {
  const pieces = [`${HEAD},"sections":[`, ...Array(100).fill('"b",')];
  const { response, isCancelled } = answer(pieces);
  /** @type {unknown[]} */
  const told = [];
  await readWords(response, (story) => told.push(story.headline));
  assert.deepEqual(told, ["Rain"]);
  assert.ok(isCancelled());
  assert.ok(pieces.length > 90);
});

test("words are looked for so far and no further", async () => {
  const pieces = ['{"sections":["', ...Array(1000).fill("b".repeat(1000)), `"],${HEAD.slice(1)}}`];
  const { response } = answer(pieces);
  await readWords(response, () => assert.fail("it is beyond"));
  assert.ok(pieces.length > 900);
});

test("letters that are parted between two pieces are whole", async () => {
  const bytes = new TextEncoder().encode('{"schemaVersion":"story-card/1","headline":"Größe"}');
  const cut = bytes.indexOf(0xc3) + 1;
  const stream = new ReadableStream({
    start(controller) {
      controller.enqueue(bytes.slice(0, cut));
      controller.enqueue(bytes.slice(cut));
      controller.close();
    },
  });
  let headline;
  await readWords(new Response(stream), (story) => {
    headline = story.headline;
  });
  assert.equal(headline, "Größe");
});
