// What comes of one answer: another try, or news.

import assert from "node:assert/strict";
import { afterEach, beforeEach, test } from "node:test";

import { isNoNews, isSame, patience, whatWentWrong } from "../../src/element/loader/runtime/loading.js";

const { random } = Math;
const AMPLE = 60_000;

const setOnline = (onLine) =>
  Object.defineProperty(globalThis, "navigator", { configurable: true, value: { onLine } });

beforeEach(() => setOnline(true));

afterEach(() => {
  Math.random = random;
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
