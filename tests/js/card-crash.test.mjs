import assert from "node:assert/strict";
import { test } from "node:test";

import { standing } from "../../src/element/loader/runtime/reattach.js";
import { Part, gate, page, pass, shown, text } from "./card-page.mjs";

test("after a crash the card stands in another container as it was, and nobody is told twice", async () => {
  const { card, made, frame, names } = await shown();
  card.set("open", "all");
  const [old] = made;
  old.container.sections = [
    { id: "section-a", open: true },
    { id: "section-b", open: false },
  ];
  const drawn = card.drawn();
  assert.deepEqual(old.of("tellDrawn"), [[]]);
  card.remount();
  await drawn;
  const inner = made[1];
  assert.deepEqual(frame.children, [old.container, inner.container]);
  assert.deepEqual(inner.asked, [
    ["set", "open", "all"],
    ["apply"],
    ["show", "first", "", undefined, undefined, undefined],
    ["openSection", "a", true],
    ["openSection", "b", false],
  ]);
  inner.draw("First");
  assert.deepEqual(frame.children, [inner.container]);
  assert.deepEqual(names(), ["load"]);
});

test("a card that crashes once more before it stands keeps what stood, and its focus", async () => {
  const { root, card, made, frame } = await shown();
  const focused = [];
  const stops = () =>
    ["first", "second"].map((name) => ({
      hasAttribute: () => name === "second",
      focus: (wish) => focused.push([name, wish]),
    }));
  made[0].container.stops = stops();
  root.activeElement = made[0].container.stops[1];
  card.remount();
  card.remount();
  assert.deepEqual(frame.children, [made[0].container, made[2].container]);
  made[2].container.stops = stops();
  made[2].draw("First");
  assert.deepEqual(frame.children, [made[2].container]);
  assert.deepEqual(focused, [["second", { preventScroll: true }]]);
  assert.equal(made[2].container.stops[1].tabIndex, -1, "what is text takes it once it may");
  made[2].draw("First");
  assert.equal(focused.length, 1, "the focus is the reader's again");
});

test("a card that fails after a crash takes no focus", async () => {
  const { root, card, made, names } = await shown();
  const stop = { focus: () => assert.fail() };
  made[0].container.stops = [stop];
  root.activeElement = stop;
  card.remount();
  made[1].container.stops = [stop];
  made[1].draw(undefined, "error", { code: "not-json", message: "no" });
  assert.deepEqual(names(), ["load", "error"]);
});

test("a story that nobody was told of before the crash is told after it", async () => {
  const { card, made, take, names } = await shown();
  await take("second", "reload");
  await pass();
  card.remount();
  made[1].draw("Second");
  assert.deepEqual(names(), ["load", "load"]);
});

test("a crash before there is a story leaves one container", async () => {
  const { card, host, frame, made, take } = page();
  card.remount();
  assert.equal(made.length, 0, "it has not begun");
  const late = gate();
  host.read = (bytes) => late.promise.then(() => ({ bytes }));
  await take("first");
  card.remount();
  assert.deepEqual(frame.children, [made[1].container]);
  late.open();
  await pass();
  assert.deepEqual([made[0].shown, made[1].shown], [[], ["first"]]);
});

test("a card that is gone before the app comes is not drawn", async () => {
  const { card, host, made, take } = page();
  const late = gate();
  host.start = () => late.promise;
  take("first");
  card.free();
  late.open();
  await pass();
  assert.equal(made.length, 0);
});

test("what stands is put back where it was, and is what it was", () => {
  const [root, frame, container] = [new Part(), new Part(), new Part()];
  const card = (words) => ({ querySelector: () => ({ textContent: words }) });
  const check = (before, now, headline = "a", headlineBefore = undefined) => {
    container.article = now;
    return standing(root, frame, container, before, headline, headlineBefore);
  };
  const drawn = card("a");
  assert.equal(check(undefined, drawn), drawn);
  assert.deepEqual([root.children, frame.children], [[frame], [container]]);
  root.append(new Part());
  assert.equal(check(drawn, drawn), drawn);
  assert.equal(root.children.length, 2, "others may stand beside it");
  assert.equal(check(card("a"), drawn), undefined, "another card stands there");
  assert.equal(check(undefined, undefined), undefined);
  assert.equal(check(undefined, card("b")), undefined);
  const translated = card("ä");
  assert.equal(check(translated, translated, "a", "a"), translated);
  assert.equal(check(translated, translated, "b", "a"), undefined, "the old headline stands");
  assert.equal(check(undefined, translated, "a", "a"), undefined);
  const emptied = card(" ");
  assert.equal(check(emptied, emptied, "a", "a"), undefined);
});

test("a card that is freed leaves nothing, and tells nothing any more", async () => {
  const { card, made, frame, left, names } = await shown();
  const drawn = card.drawn();
  card.remount();
  card.free();
  await drawn;
  assert.deepEqual(left, [7]);
  assert.deepEqual(made[1].of("free"), [[]]);
  assert.deepEqual(frame.children, []);
  made[1].draw("First");
  assert.deepEqual(names(), ["load"]);
  assert.equal(card.story(), undefined);
});

test("who waits for a card that has no app any more waits for nothing", async () => {
  const { card } = await shown();
  const before = card.drawn();
  card.free();
  await before;
  await card.drawn();
});

test("a story that crashes the app is not drawn again", async () => {
  const { card, host, made, names, take } = await shown();
  host.isFatal = (bytes) => text(bytes) === "fatal";
  await take("fatal", "reload");
  await pass();
  assert.deepEqual(made[0].shown, ["first"]);
  assert.deepEqual(names(), ["load", "crashed"]);
  card.remount();
  assert.equal(made.length, 1);
  assert.deepEqual(names(), ["load", "crashed", "crashed"]);
});

test("a card that something else has taken away is drawn anew, once for each story", async () => {
  const { made, take, names } = page();
  await take("first");
  await pass();
  made[0].hear("load", { headline: "First" });
  await pass();
  assert.equal(made.length, 2);
  assert.deepEqual(made[0].of("free"), [[]]);
  made[1].hear("load", { headline: "First" });
  await pass();
  assert.equal(made.length, 2, "whoever breaks it again will not stop");
  assert.deepEqual(names(), ["load"]);
  await take("second", "reload");
  await pass();
  made[1].hear("error", { code: "not-json", message: "no" });
  await pass();
  assert.equal(made.length, 2, "a failed card has no headline");
  await take("third", "reload");
  await pass();
  made[1].hear("load", { headline: "Third" });
  await pass();
  assert.equal(made.length, 3);
});

test("letters that a translator has put there are those of the same headline", async () => {
  const { made, take } = await shown();
  await take("second", "reload");
  await pass();
  made[0].headline = "Erstens";
  made[0].hear("load", { headline: "First" });
  await pass();
  assert.equal(made.length, 1);
  await take("third", "reload");
  await pass();
  made[0].hear("load", { headline: "Third" });
  await pass();
  assert.equal(made.length, 2);
});

test("what was drawn anew meanwhile is not drawn anew again", async () => {
  const { card, made, take } = page();
  await take("first");
  await pass();
  made[0].hear("load", { headline: "First" });
  card.remount();
  await pass();
  assert.equal(made.length, 2);
  assert.deepEqual(made[1].of("free"), []);
});

test("what could not be read leaves the bytes of what stands", async () => {
  const { card, host, take } = await shown();
  host.read = () => Promise.reject(new Error("no converter"));
  await take("second", "reload");
  await pass();
  assert.equal(text(card.bytes), "first");
});

test("a story that is kept is the one that is drawn after a crash", async () => {
  const { card, made, take } = await shown();
  await take("broken", "refresh");
  await pass();
  assert.equal(text(card.bytes), "broken");
  made[0].draw("First", "kept");
  assert.equal(text(card.bytes), "first");
  card.remount();
  assert.deepEqual(made[1].shown, ["first"]);
});
