import assert from "node:assert/strict";
import { afterEach, beforeEach, mock, test } from "node:test";

import {
  isNoNews,
  isSame,
  Loading,
  patience,
  whatWentWrong,
} from "../../src/element/loader/runtime/loading.js";

const { random } = Math;
const { AbortController } = globalThis;
const AMPLE = 60_000;

const define = (name, value) => Object.defineProperty(globalThis, name, { configurable: true, value });
const setOnline = (onLine) => define("navigator", { onLine });

// What a page has, and Node has not.
const page = new EventTarget();
define("document", Object.assign(new EventTarget(), { hidden: false }));
define("addEventListener", page.addEventListener.bind(page));
define("removeEventListener", page.removeEventListener.bind(page));
const goOnline = () => {
  setOnline(true);
  page.dispatchEvent(new Event("online"));
};

beforeEach(() => {
  setOnline(true);
  document.hidden = false;
});

afterEach(() => {
  Math.random = random;
  mock.timers.reset();
  mock.restoreAll();
});

test("what may pass is tried again, all else is not", () => {
  for (const [answer, isTried] of [
    [{ code: "network" }, true],
    [{ code: "http", status: 500 }, true],
    [{ code: "http", status: 503, after: "1" }, true],
    [{ code: "http", status: 429, after: "1" }, true],
    [{ code: "http", status: 429, after: null }, false],
    [{ code: "http", status: 404 }, false],
    [{ code: "timeout" }, false],
    [{ code: "too-large" }, false],
  ]) {
    assert.equal(patience(answer, 0, AMPLE) !== undefined, isTried, JSON.stringify(answer));
  }
});

test("offline nothing is tried", () => {
  setOnline(false);
  assert.equal(patience({ code: "network" }, 0, AMPLE), undefined);
});

test("the second wait is twice the first, and there is no third", () => {
  Math.random = () => 0;
  const waits = [0, 1, 2].map((tries) => patience({ code: "network" }, tries, AMPLE));
  assert.deepEqual(waits, [500, 1000, undefined]);
});

test("a wait has up to its own length of jitter", () => {
  Math.random = () => 0.999;
  const wait = patience({ code: "network" }, 0, AMPLE);
  assert.ok(wait > 990 && wait < 1000, `${wait}`);
});

test("a host that asks for a longer wait gets it, in seconds or as a date", () => {
  Math.random = () => 0;
  assert.equal(patience({ code: "http", status: 503, after: "7" }, 0, AMPLE), 7000);
  const inTen = new Date(Date.now() + 10_000).toUTCString();
  const wait = patience({ code: "http", status: 503, after: inTen }, 0, AMPLE);
  assert.ok(wait > 8000 && wait <= 10_000, `${wait}`);
  assert.equal(patience({ code: "http", status: 503, after: "soon" }, 0, AMPLE), 500, "what cannot be read");
});

test("a wait that ends after the deadline is not begun", () => {
  Math.random = () => 0;
  assert.equal(patience({ code: "network" }, 0, 500), undefined);
  assert.equal(patience({ code: "network" }, 0, 501), 500);
  assert.equal(patience({ code: "http", status: 503, after: "7" }, 0, 7000), undefined);
});

test("time that runs out amid a second try tells of the first", () => {
  const [late, refused] = [{ code: "timeout" }, { code: "http", status: 503 }];
  assert.equal(whatWentWrong(late, refused), refused);
  assert.equal(whatWentWrong(late, undefined), late);
  assert.equal(whatWentWrong(refused, late), refused);
});

test("bytes are the same or not", () => {
  const bytes = (...list) => Uint8Array.from(list);
  assert.ok(isSame(bytes(1, 2), bytes(1, 2)));
  for (const other of [bytes(1, 3), bytes(1), bytes(1, 2, 3)]) assert.ok(!isSame(bytes(1, 2), other));
});

// A clock that only `pass` moves on, and a card whose requests get these answers one after
// another, the last one again and again; an answer takes so many milliseconds. What it asks
// and is told is in `seen`.
const open = (answers, each = 0) => {
  mock.timers.enable({ apis: ["setTimeout", "Date"], now: 1_000_000 });
  mock.method(performance, "now", () => Date.now());
  Math.random = () => 0;
  const seen = [];
  const respond = async (job) => {
    const answer = answers.length > 1 ? answers.shift() : answers[0];
    await new Promise((done, fail) => {
      setTimeout(done, each);
      job.signal.addEventListener("abort", fail);
    });
    if (!answer) throw new TypeError("no answer");
    return answer.clone();
  };
  const loading = new Loading({
    ask: (purpose) => {
      seen.push(purpose || "first");
      const job = new AbortController();
      return { job: Object.assign(job, { response: respond(job) }), leave: () => job.abort() };
    },
    arrived: (bytes, _, now, since) => {
      seen.push(new TextDecoder().decode(bytes) + (now ? " now" : "") + (since ? " since" : ""));
      loading.settle("load");
    },
    failed: (code, status, since) => {
      seen.push(`${code} ${status}${since ? " since" : ""}`);
      loading.settle(since ? "kept" : "error");
    },
    same: () => seen.push("same"),
    back: () => loading.begin("return"),
  });
  loading.timeout = 10;
  return { loading, seen };
};

const pass = async (millis) => {
  for (let step = 0; step < millis; step += 250) {
    mock.timers.tick(250);
    for (let turn = 0; turn < 20; turn++) await undefined;
    await new Promise(setImmediate);
  }
};

const refusal = (status, after) =>
  new Response("", { status, headers: after ? { "Retry-After": after } : {} });

test("a failed request is made again, and a host that asks for time gets it", async () => {
  const { loading, seen } = open([refusal(503), refusal(429, "4"), new Response("Tide")]);
  loading.begin("");
  await pass(4500);
  assert.deepEqual(seen, ["first", "retry"]);
  await pass(2000);
  assert.deepEqual(seen, ["first", "retry", "retry", "Tide"]);
});

test("all tries have one deadline", async () => {
  const { loading, seen } = open([refusal(503)], 4000);
  loading.begin("");
  await pass(30_000);
  // At 10 s the second retry is cut off: what went wrong before is told.
  assert.deepEqual(seen, ["first", "retry", "retry", "http 503"]);
});

test("offline there is one try, and one when the browser is back online", async () => {
  const { loading, seen } = open([undefined]);
  setOnline(false);
  loading.begin("");
  await pass(5000);
  assert.deepEqual(seen, ["first", "network 0"]);
  for (let round = 0; round < 3; round++) {
    goOnline();
    await pass(1000);
  }
  assert.deepEqual(seen, ["first", "network 0", "return", "network 0"]);
});

test("a live story is asked for again, and the same is told as such", async () => {
  const { loading, seen } = open([new Response("Ebb"), new Response("Ebb"), new Response("Flow")]);
  loading.refresh = 20;
  loading.begin("");
  await pass(42_000);
  assert.deepEqual(seen, ["first", "Ebb", "refresh", "same", "refresh", "Flow now since"]);
});

test("no story is asked for more often than every fifteen seconds", async () => {
  const { loading, seen } = open([new Response("Ebb")]);
  loading.refresh = 14;
  loading.begin("");
  await pass(60_000);
  assert.deepEqual(seen, ["first", "Ebb"]);
});

test("a refresh is made once; the story stays, and the next one comes", async () => {
  const { loading, seen } = open([new Response("Ebb"), undefined, new Response("Ebb")]);
  loading.refresh = 15;
  loading.begin("");
  await pass(32_000);
  assert.deepEqual(seen, ["first", "Ebb", "refresh", "network 0 since", "refresh", "same"]);
});

test("a hidden page is refreshed when it is seen again, one offline when it is online", async () => {
  const { loading, seen } = open([new Response("Ebb")]);
  loading.refresh = 15;
  loading.begin("");
  await pass(1000);
  document.hidden = true;
  await pass(60_000);
  assert.deepEqual(seen, ["first", "Ebb"]);
  setOnline(false);
  document.hidden = false;
  document.dispatchEvent(new Event("visibilitychange"));
  await pass(1000);
  assert.deepEqual(seen, ["first", "Ebb"]);
  goOnline();
  await pass(1000);
  assert.deepEqual(seen, ["first", "Ebb", "refresh", "same"]);
});

test("another time between refreshes counts from now on, and loses no try that is due", async () => {
  const { loading, seen } = open([refusal(503), new Response("Ebb")]);
  loading.begin("");
  await pass(250);
  loading.refresh = 15;
  await pass(1000);
  assert.deepEqual(seen, ["first", "retry", "Ebb"]);
  loading.refresh = 0;
  await pass(20_000);
  assert.equal(seen.length, 3);
});

test("a page that has lost the address is told that nothing came", async () => {
  const { loading, seen } = open([undefined]);
  loading.refresh = 15;
  loading.follow(
    { job: { response: Promise.resolve(new Response("Ebb")), abort() {} }, leave() {} },
    "",
    AMPLE,
  );
  await pass(250);
  define("AbortController", undefined);
  await pass(16_000);
  define("AbortController", AbortController);
  assert.deepEqual(seen, ["Ebb", "refresh", "network 0 since"]);
});

test("what is not wanted any more tells nothing", async () => {
  const { loading, seen } = open([new Response("Ebb")], 1000);
  loading.refresh = 15;
  loading.begin("");
  loading.cancel();
  await pass(60_000);
  assert.deepEqual(seen, ["first"]);
});

test("a story that is given has no address to ask again", async () => {
  const { loading, seen } = open([undefined]);
  loading.refresh = 15;
  loading.follow({ bytes: new TextEncoder().encode("Ebb"), url: "" }, "", AMPLE);
  await pass(20_000);
  assert.deepEqual(seen, ["Ebb"]);
});

test("a story that is only written otherwise, or is older, is no news", () => {
  const bytes = (story) =>
    new TextEncoder().encode(typeof story === "string" ? story : JSON.stringify(story));
  const shown = { id: "a", headline: "Rain", dateModified: "2026-05-04T10:00:00Z", list: [{ x: 1, y: 2 }] };
  for (const [other, expected] of [
    [JSON.stringify(shown, null, 2), true],
    [{ list: [{ y: 2, x: 1 }], headline: "Rain", dateModified: shown.dateModified, id: "a" }, true],
    [{ ...shown, _made: 7, generatedAt: "now" }, true],
    [{ ...shown, headline: "Sun", dateModified: "2026-05-04T09:59:59Z" }, true],
    [{ ...shown, headline: "Sun", dateModified: "2026-05-04T10:00:01Z" }, false],
    [{ ...shown, headline: "Sun" }, false],
    [{ ...shown, list: [{ x: 2, y: 1 }] }, false],
    [{ ...shown, id: "b", dateModified: "2020-01-01" }, false],
    ["<!doctype html>", false],
    ["null", false],
  ]) {
    assert.equal(Boolean(isNoNews(bytes(other), bytes(shown))), expected, JSON.stringify(other));
  }
});
