import assert from "node:assert/strict";
import { test } from "node:test";

import { gate, page, pass, shown, text } from "./card-page.mjs";

test("a story goes to the app with all that the attributes say", async () => {
  const { card, made, frame, take, told, names } = page();
  card.set("open", "all");
  card.set("open", "all");
  card.set("since", "1970-01-01T00:01:00.900Z");
  await take("first");
  await pass();
  const [inner] = made;
  assert.deepEqual(inner.asked, [
    ["set", "open", "all"],
    ["set", "since", "60"],
    ["apply"],
    ["show", "first", "", undefined, undefined, undefined],
  ]);
  assert.equal(inner.container.hidden, true, "nothing stands in it");
  inner.draw("First");
  assert.equal(inner.container.hidden, false);
  assert.deepEqual(frame.children, [inner.container]);
  card.set("open", "all");
  card.set("open", "none");
  assert.deepEqual(inner.of("set").slice(2), [["open", "none"]]);
  assert.deepEqual(names(), ["load"]);
  assert.deepEqual(
    told.filter(([name]) => name === "sheet"),
    [["sheet", "a sheet"]],
  );
  const drawn = card.drawn();
  inner.hear("drawn");
  await drawn;
});

test("what was made of an earlier story is not shown when it comes late", async () => {
  const { host, made, take } = page();
  const late = gate();
  host.read = async (bytes) => {
    if (text(bytes) === "first") await late.promise;
    return { bytes };
  };
  take("first");
  await pass();
  await take("second");
  await pass();
  late.open();
  await pass();
  assert.deepEqual(made[0].shown, ["second"]);
});

test("a story that waits for its turn is not shown when another one is wanted, or none", async () => {
  for (const next of [(all) => all.take("second"), (all) => all.card.cancel()]) {
    const all = page();
    const turns = [];
    all.answers.greeted = () => {
      turns.push(gate());
      return turns.at(-1).promise;
    };
    all.take("first");
    await pass();
    await next(all);
    await pass();
    turns[0].open();
    await pass();
    assert.deepEqual(all.made[0].shown, []);
  }
});

test("the page is told of a story that is new, of a newer one, and what could not be read", async () => {
  const { made, take, told, names } = await shown();
  assert.deepEqual(told.at(-1), ["load", { headline: "First", format: "story-card", stories: 1 }]);
  await take("again", "reload");
  await pass();
  made[0].draw("Again");
  await take("newer", "refresh");
  await pass();
  made[0].draw("Newer", "load", { id: "a" });
  assert.deepEqual(told.at(-1), ["update", { id: "a", dateModified: "2026-11-27" }]);
  made[0].story = () => undefined;
  await take("newest", "refresh");
  await pass();
  made[0].draw("Newest");
  assert.deepEqual(told.at(-1), ["update", { id: null, dateModified: null }]);
  await take("none", "reload");
  await pass();
  made[0].draw(undefined, "error", { code: "not-json", message: "no" });
  assert.deepEqual(told.at(-1), ["error", { headline: undefined, code: "not-json", message: "no" }]);
  // After an error no story stands that could be a newer one.
  await take("healed", "refresh");
  await pass();
  made[0].draw("Healed");
  assert.deepEqual(names(), ["load", "load", "update", "update", "error", "load"]);
});

test("a converter that does not come is told as what it is", async () => {
  const { host, made, take, told } = page();
  host.read = () => Promise.reject(new Error("no converter"));
  await take("first");
  await pass();
  assert.deepEqual(made[0].of("fail"), [["network", 0, undefined]]);
  made[0].draw(undefined, "error", { code: "network", message: "no answer" });
  assert.deepEqual(told.at(-1)[1], { headline: undefined, code: "wasm", message: "Error: no converter" });
  made[0].hear("problem", { code: "unsafe-url", path: "", message: "no" });
  assert.equal(told.at(-1)[0], "error", "a problem is for the console");
});

test("a story that is asked for again is read by the same wish, and hung up with its card", async (test) => {
  test.mock.timers.enable({ apis: ["setTimeout"] });
  const { card, host, made, names, answers, request } = page();
  const read = [];
  let converters = 0;
  host.read = async (bytes, item) => {
    read.push([text(bytes), item]);
    return { bytes };
  };
  host.fetchConverter = async () => converters++;
  card.set("refresh", "15");
  card.set("timeout", "1");
  const first = request("first", { read: { isForeign: true } });
  await card.take(first, "2", undefined, 1e5);
  await pass();
  assert.equal(converters, 1);
  assert.deepEqual(made[0].of("show"), [["first", "", "2", undefined, undefined]]);
  made[0].draw("First");
  const second = request("first");
  answers.ask = () => second;
  test.mock.timers.tick(15_000);
  await pass();
  assert.deepEqual([read, names()], [[["first", "2"]], ["load", "ask", "same"]]);
  assert.deepEqual(made[0].of("unchanged"), [[]]);
  // No answer in the time that the attribute gives.
  let isAborted = false;
  const third = request("", {
    answer: undefined,
    response: new Promise(() => {}),
    abort: () => (isAborted = true),
  });
  answers.ask = () => third;
  test.mock.timers.tick(15_000);
  await pass();
  test.mock.timers.tick(1000);
  assert.equal(isAborted, true);
  card.cancel();
  assert.equal(third.isLeft, true);
  const last = request("last");
  await card.take(last, undefined, "reload", 1e5);
  card.free();
  assert.equal(last.isLeft, true);
});

test("whether the page knows what a card shows is said again for each story", async () => {
  const { card, made, take, told } = await shown();
  assert.equal(card.isTold, true);
  assert.equal(told.filter(([name]) => name === "follow").length, 1);
  await take("second", "reload");
  await pass();
  assert.equal(card.isTold, false);
  made[0].draw("Second");
  assert.equal(card.isTold, true);
  made[0].hear("led", { name: "a" });
  assert.deepEqual(told.at(-1), ["led", "a"]);
});
