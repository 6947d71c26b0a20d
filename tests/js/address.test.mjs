import assert from "node:assert/strict";
import { test } from "node:test";

let pages = 0;

// A page with this fragment, and what it has of that name. Cards are one behind the other.
const page = async (hash, { ids = {}, isRouted = false, scroll = [0, 0], focus = "body" } = {}) => {
  globalThis.location = { hash };
  [globalThis.scrollX, globalThis.scrollY] = scroll;
  globalThis.CSS = { escape: (name) => name };
  globalThis.document = {
    body: "body",
    activeElement: focus,
    getElementById: (name) => ids[name] ?? null,
    querySelector: (selector) => (selector.includes("#/") && isRouted ? "a link" : null),
  };
  const { follow, tellAddress } = await import(`../../src/element/loader/runtime/address.js?${pages++}`);
  const light = {};
  const went = [];
  let places = 0;
  // A node of this root; a root is the document, or has a host.
  const node = (root = light) => {
    const place = places++;
    const compareDocumentPosition = (other) => {
      if (other.root !== root) return 1;
      if (other.place === place) return 0;
      return other.place > place ? 4 : 2;
    };
    return { root, place, getRootNode: () => root, compareDocumentPosition };
  };
  const card = (id, names, { isTold = true, element = node() } = {}) => ({
    element,
    isTold,
    inner: {
      has: (name) => names.includes(name),
      goTo: (...rest) => went.push([id, "goTo", ...rest]),
      openSection: (...rest) => went.push([id, "openSection", ...rest]),
    },
  });
  return { follow, tellAddress, node, card, went };
};

test("a fragment is that of the first card in the document that has it", async () => {
  const { follow, card, went } = await page("#one");
  const [other, first, second] = [card("other", ["two"]), card("first", ["one"]), card("second", ["one"])];
  follow([second, first, other]);
  assert.deepEqual(went, [["first", "goTo", "one", true]]);
  follow([second, first, other]);
  assert.equal(went.length, 1, "a reload does not go there again");
  follow([second, first, other], true);
  assert.equal(went.length, 2);
});

test("cards in components stand where those do", async () => {
  const { follow, node, card, went } = await page("#one");
  const inside = (host) => node({ host });
  const [one, other] = [node(), node()];
  const second = card("second", ["one"], { element: inside(other) });
  const first = card("first", ["one"], {
    element: inside({ ...node({ host: one }), compareDocumentPosition: null }),
  });
  follow([second, first]);
  assert.deepEqual(went, [["first", "goTo", "one", true]]);
  follow([first, second], true);
  assert.equal(went[1][0], "first");
  const together = { host: node() };
  const [upper, lower] = ["upper", "lower"].map((id) => card(id, ["one"], { element: node(together) }));
  follow([lower, upper], true);
  assert.equal(went[2][0], "upper");
});

test("a card that has not told what it shows may have it, and is waited for", async () => {
  const { follow, card, went } = await page("#one");
  const first = card("first", [], { isTold: false });
  const second = card("second", ["one"]);
  follow([first, second]);
  assert.deepEqual(went, []);
  first.isTold = true;
  follow([first, second]);
  assert.equal(went[0][0], "second");
});

test("what the page has of a name is the page's, unless it is in a fallback that is hidden", async () => {
  const element = (isFallback, isShown) => ({ closest: () => isFallback, checkVisibility: () => isShown });
  for (const [found, isCards] of [
    [element(false, false), false],
    [element(true, true), false],
    [element(true, false), true],
  ]) {
    for (const [hash, isPrefixed] of [
      ["#one", false],
      ["#story-card:one", true],
    ]) {
      const { follow, card, went } = await page(hash, { ids: { one: found } });
      follow([card("a", ["one"])]);
      assert.equal(went.length > 0, isCards || isPrefixed, hash);
    }
  }
});

test("only who has begun to read elsewhere is left where that is", async () => {
  for (const [hash, wish, expected] of [
    ["#one", {}, ["goTo", "one", true]],
    ["#one", { focus: "input" }, ["goTo", "one", false]],
    ["#one", { scroll: [0, 9] }, ["openSection", "one", true]],
    ["#one", { scroll: [9, 0] }, ["openSection", "one", true]],
    ["#story-card:one", { scroll: [0, 9] }, ["goTo", "one", true]],
  ]) {
    const { follow, card, went } = await page(hash, wish);
    follow([card("a", ["one"])]);
    assert.deepEqual(went, [["a", ...expected]]);
  }
  const { follow, card, went } = await page("#one", { scroll: [0, 9], focus: "input" });
  follow([card("a", ["one"])], true);
  assert.deepEqual(went, [["a", "goTo", "one", true]], "the reader has followed a link");
});

test("a fragment is read as it was written, where it cannot be decoded", async () => {
  for (const [hash, name] of [
    ["#100%", "100%"],
    ["#a%20b", "a b"],
    ["#story-card%3Aa", "a"],
  ]) {
    const { follow, card, went } = await page(hash);
    follow([card("a", [name])]);
    assert.equal(went[0][2], name);
  }
  const { follow, card, went } = await page("");
  follow([card("a", [""])]);
  assert.deepEqual(went, []);
});

test("the address tells where a link has led, if it would lead there again", async () => {
  const here = { closest: () => false };
  for (const [hash, wish, told] of [
    ["", {}, "one"],
    ["#two", {}, "one"],
    ["#top", { ids: { top: here } }, "one"],
    // A route, now or to come; a place of the page.
    ["#/news", {}, "#/news"],
    ["", { isRouted: true }, ""],
    ["", { ids: { one: here } }, ""],
  ]) {
    const { tellAddress, card } = await page(hash, wish);
    const only = card("a", ["one", "two"]);
    tellAddress([only], only, "one");
    assert.equal(location.hash, told, JSON.stringify([hash, wish]));
  }
  const { tellAddress, card } = await page("");
  const [first, second] = [card("a", ["one"]), card("b", ["one"])];
  tellAddress([second, first], second, "one");
  assert.equal(location.hash, "", "it would lead to another card");
});
