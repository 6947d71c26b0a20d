import assert from "node:assert/strict";
import { test } from "node:test";

import { turn } from "../../src/element/loader/turns.js";

const HERE = "https://news.example";
const STORY = '{"schemaVersion":"story-card/1.0","headline":"Ferry","description":"Afloat.","sections":[]}';

// What the page has for a request, and what was asked of it.
let asked = [];
let scrolls = [];
globalThis.requestAnimationFrame = (call) => Promise.resolve().then(call);
globalThis.location = { origin: HERE };
globalThis.fetch = (href, options) => {
  return new Promise((resolve, reject) => {
    options.signal.addEventListener("abort", () => reject(options.signal.reason));
    asked.push({ href, options, resolve, reject });
  });
};
globalThis.addEventListener = (name, call) => name === "scroll" && scrolls.push(call);

let pages = 0;
const page = async () => {
  asked = [];
  scrolls = [];
  const { ask } = await import(`../../src/element/loader/request.js?${pages++}`);
  return (name, { isFresh, far = 0 } = {}) => {
    const user = { words: [], far, measured: 0 };
    user.distance = () => {
      user.measured++;
      return user.far;
    };
    user.greet = (story) => user.words.push(story.headline);
    const request = ask(new URL(name, HERE), isFresh, user);
    // Whoever has a card looks at the answer; here nobody does.
    request.job.response.catch(() => {});
    return { ...request, user };
  };
};
const pass = () => new Promise(setImmediate);
const names = () => asked.map(({ href }) => new URL(href).pathname.slice(1));

test("cards of one story ask once, and the later one has the words too", async () => {
  const ask = await page();
  const first = ask("a");
  await pass();
  asked[0].resolve(new Response(STORY));
  await pass();
  const second = ask("a");
  await pass();
  assert.deepEqual(names(), ["a"]);
  assert.deepEqual([first.user.words, second.user.words], [["Ferry"], ["Ferry"]]);
});

test("a card that reloads takes the answer that is on its way, and no other", async () => {
  const ask = await page();
  const first = ask("a");
  assert.equal(ask("a", { isFresh: true }).job, first.job);
  first.job.end(true);
  assert.equal(ask("a").job, first.job);
  const fresh = ask("a", { isFresh: true });
  assert.notEqual(fresh.job, first.job);
  await pass();
  assert.deepEqual(
    asked.map(({ options }) => options.cache),
    ["default", "no-cache"],
  );
});

test("what failed is asked for anew by the next card", async () => {
  const ask = await page();
  const first = ask("a");
  first.job.end(false);
  const second = ask("a");
  assert.notEqual(second.job, first.job);
  // The end of the first says nothing of the second.
  first.leave();
  assert.equal(ask("a").job, second.job);
});

test("a request ends with the last card that wants it, and is forgotten", async () => {
  const ask = await page();
  const [first, second] = [ask("a"), ask("a")];
  await pass();
  first.leave();
  assert.equal(first.job.signal.aborted, false);
  second.leave();
  assert.equal(first.job.signal.aborted, true);
  assert.notEqual(ask("a").job, first.job);
});

test("six stories are asked for at once, and those first that are nearest", async () => {
  const ask = await page();
  const requests = [9, 8, 7, 6, 5, 4, 3, 2, 1].map((far) => ask(String(far), { far }));
  // Of the cards of one story the nearest counts.
  ask("1", { far: 10 });
  await pass();
  assert.deepEqual(names(), ["1", "2", "3", "4", "5", "6"]);
  // Words, an error, and none: each makes room for one, whatever comes behind.
  asked[0].resolve(new Response(STORY));
  await pass();
  requests.at(-1).job.end(true);
  assert.equal(asked.length, 7);
  asked[1].reject(new Error("nobody is there"));
  await pass();
  assert.equal(asked.length, 8);
  asked[2].resolve(new Response(STORY, { status: 404 }));
  await pass();
  assert.deepEqual(names().slice(6), ["7", "8", "9"]);
  assert.deepEqual(
    requests.map(({ user }) => user.words.length),
    [0, 0, 0, 0, 0, 0, 0, 0, 1],
  );
});

test("a request that is given up makes room, whatever becomes of its answer", async () => {
  const ask = await page();
  const [first] = Array.from({ length: 7 }, (_, n) => ask(String(n)));
  await pass();
  first.job.end(false);
  await pass();
  assert.equal(asked.length, 7);
});

test("a card waits to be drawn while stories are still to be asked for", async (test) => {
  test.mock.timers.enable({ apis: ["setTimeout"] });
  const ask = await page();
  for (let n = 0; n < 7; n++) ask(String(n));
  await pass();
  const isWanted = () => true;
  const turns = [0, 1, 2, 3].map((card) => turn(card, isWanted));
  let hasBegun = false;
  turns[3].then(() => {
    hasBegun = true;
  });
  await pass();
  assert.equal(hasBegun, false);
  asked[0].resolve(new Response(STORY));
  await pass();
  assert.equal(hasBegun, true);
});

test("whoever has gone before its turn is not asked for", async () => {
  const ask = await page();
  const requests = Array.from({ length: 8 }, (_, n) => ask(String(n), { far: n }));
  await pass();
  requests[6].leave();
  asked[0].resolve(new Response(STORY));
  await pass();
  assert.deepEqual(names(), ["0", "1", "2", "3", "4", "5", "7"]);
});

test("cards are measured when some have come or the reader has scrolled, and else not", async () => {
  const ask = await page();
  const lone = ask("lone");
  await pass();
  assert.equal(lone.user.measured, 0);
  asked[0].resolve(new Response(STORY));
  const requests = Array.from({ length: 20 }, (_, n) => ask(String(n), { far: n }));
  const { user } = requests[19];
  await pass();
  assert.equal(user.measured, 1);
  asked[1].resolve(new Response(STORY));
  await pass();
  assert.equal(user.measured, 1);
  user.far = -1;
  for (const call of scrolls) call();
  asked[2].resolve(new Response(STORY));
  await pass();
  assert.equal(user.measured, 2);
  assert.equal(names().at(-1), "19");
  ask("nearest", { far: -2 });
  await pass();
  asked[3].resolve(new Response(STORY));
  await pass();
  assert.equal(names().at(-1), "nearest");
});

test("no cookie goes along, and the page is not named", async () => {
  const ask = await page();
  ask("a");
  ask("https://other.example/b");
  await pass();
  assert.deepEqual(
    asked.map(({ options }) => [options.credentials, options.referrerPolicy]),
    [
      ["omit", "no-referrer"],
      ["same-origin", "no-referrer"],
    ],
  );
});

test("a body that breaks off is an answer, whose end is an error", async () => {
  const ask = await page();
  const { job } = ask("a");
  await pass();
  const broken = new ReadableStream({ start: (stream) => stream.error(new Error("gone")) });
  asked[0].resolve(new Response(broken));
  assert.equal((await job.response).ok, true);
  await assert.rejects(job.read.reader.read(), /gone/);
});

test("an answer without a body is one too", async () => {
  const ask = await page();
  const { job } = ask("a");
  await pass();
  asked[0].resolve(new Response(null));
  assert.equal((await job.response).ok, true);
  assert.equal(job.read, undefined);
});
