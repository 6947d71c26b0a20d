import assert from "node:assert/strict";
import { afterEach, beforeEach, mock, test } from "node:test";

import { Loading } from "../../src/element/loader/runtime/loading.js";

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

// A clock that only `pass` moves on, and a card whose requests get these answers one after
// another, the last one again and again; an answer takes so many milliseconds. What it asks
// and is told is in `seen`; since when an older story stands, in `times`.
const open = (answers, each = 0) => {
  mock.timers.enable({ apis: ["setTimeout", "Date"], now: 1_000_000 });
  mock.method(performance, "now", () => Date.now());
  Math.random = () => 0;
  const seen = [];
  const times = [];
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
      times.push(since);
      loading.settle(since ? "kept" : "error");
    },
    same: () => seen.push("same"),
    back: () => loading.begin("return"),
  });
  loading.timeout = 10;
  return { loading, seen, times };
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

test("what was put off is made up for once, however the page comes back", async () => {
  const { loading, seen } = open([new Response("Ebb")]);
  loading.refresh = 15;
  loading.begin("");
  await pass(1000);
  document.hidden = true;
  await pass(15_000);
  document.hidden = false;
  for (let round = 0; round < 2; round++) {
    document.dispatchEvent(new Event("visibilitychange"));
    await pass(1000);
    goOnline();
    await pass(1000);
  }
  assert.deepEqual(seen, ["first", "Ebb", "refresh", "same"]);
});

test("the time between refreshes set again as it is puts none off", async () => {
  const { loading, seen } = open([new Response("Ebb")]);
  loading.refresh = 15;
  loading.begin("");
  await pass(10_000);
  loading.refresh = 15;
  await pass(6000);
  assert.deepEqual(seen, ["first", "Ebb", "refresh", "same"]);
});

test("where a story stands nothing more is asked for when the browser is back online", async () => {
  const { loading, seen } = open([new Response("Ebb"), undefined]);
  loading.begin("");
  await pass(250);
  setOnline(false);
  loading.begin("reload");
  await pass(250);
  const told = ["first", "Ebb", "reload", "network 0 since"];
  assert.deepEqual(seen, told);
  goOnline();
  await pass(1000);
  assert.deepEqual(seen, told);
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

test("what begins anew has all its tries, and tells nothing of what went wrong before", async () => {
  const { loading, seen } = open([refusal(503)]);
  loading.begin("");
  await pass(5000);
  const told = ["first", "retry", "retry", "http 503"];
  assert.deepEqual(seen, told);
  loading.begin("reload");
  await pass(5000);
  assert.deepEqual(seen.slice(4), ["reload", ...told.slice(1)]);
});

test("an answer that does not come in time is told as such, whatever came before", async () => {
  const { loading, seen } = open([refusal(404), new Response("Ebb")], 4000);
  loading.begin("");
  await pass(4250);
  loading.timeout = 3;
  loading.begin("reload");
  await pass(5000);
  assert.deepEqual(seen, ["first", "http 404", "reload", "timeout 0"]);
});

test("the same story loaded anew is drawn again, and is no news", async () => {
  const { loading, seen } = open([new Response("Ebb")]);
  loading.begin("");
  await pass(250);
  loading.begin("reload");
  await pass(250);
  assert.deepEqual(seen, ["first", "Ebb", "reload", "Ebb since"]);
});

test("no story stands in for another one", async () => {
  const { loading, seen } = open([new Response("Ebb"), refusal(404)]);
  loading.begin("");
  await pass(250);
  loading.begin("");
  await pass(250);
  assert.deepEqual(seen, ["first", "Ebb", "first", "http 404"]);
});

test("an older story stands since it was last known to be the same", async () => {
  const { loading, seen, times } = open([new Response("Ebb"), new Response("Ebb"), undefined]);
  loading.refresh = 20;
  loading.begin("");
  await pass(42_000);
  assert.deepEqual(seen.slice(-1), ["network 0 since"]);
  const tens = times.map((time) => Math.round((time - 1_000_000) / 10_000));
  assert.deepEqual(tens, [2]);
});

test("a story that is given has no address to ask again", async () => {
  const { loading, seen } = open([undefined]);
  loading.refresh = 15;
  loading.follow({ bytes: new TextEncoder().encode("Ebb"), url: "" }, "", AMPLE);
  await pass(20_000);
  assert.deepEqual(seen, ["Ebb"]);
});
