import assert from "node:assert/strict";
import { test } from "node:test";

import { draw } from "../../src/html/static_dom.js";
import { create, described, elements } from "./static-page.mjs";

// Draws `before`, has the page do something with it, and draws `after`: gives the nodes that
// stood and those that stand.
const change = (before, after, meddle = () => {}) => {
  const live = draw(...described(before));
  const olds = [...live.childNodes];
  for (const node of live.below) node.inserted = 0;
  meddle(live, olds);
  const now = draw(...described(after), live, ...described(before));
  return { live, now, olds, news: [...now.childNodes] };
};
const p = (text, attributes = {}) => ["p", attributes, text];
const list = (texts, make = p) => ["div", {}, ...texts.map((text) => make(text))];
// For each that stands now the place where it stood, or -1.
const from = (before, after, meddle) => {
  const { olds, news } = change(before, after, meddle);
  return news.map((node) => olds.indexOf(node));
};

test("a description is drawn with its classes, parts, attributes and text", () => {
  const drawn = draw(...described(["p.one two@part", { id: "a" }, "Text ", ["b", {}, "more"], "."]));
  const attributes = drawn.attributes.map(({ name, value }) => [name, value]);
  assert.deepEqual(attributes, [
    ["class", "one two"],
    ["part", "part"],
    ["id", "a"],
  ]);
  assert.deepEqual(
    drawn.childNodes.map((node) => [node.nodeName, node.textContent]),
    [
      ["#text", "Text "],
      ["B", "more"],
      ["#text", "."],
    ],
  );
  assert.deepEqual(draw(...described(["p", {}])).attributes, []);
});

test("what is the same stays, wherever it stands by now", () => {
  assert.deepEqual(from(list(["a", "b", "c"]), list(["c", "new", "a", "b"])), [2, -1, 0, 1]);
  assert.deepEqual(from(list(["a", "b", "c"]), list(["b"])), [1]);
  assert.deepEqual(from(list(["a", "a"]), list(["a", "b", "a"])), [0, -1, 1]);
  const { live } = change(list(["a", "b", "c"]), list(["c", "new", "a"]));
  assert.equal(live.textContent, "cnewa");
});

test("numbers of markers make no other paragraph", () => {
  const [one, other] = ["It rains [1].", "Nothing is known [2]."];
  assert.deepEqual(from(list([one, other]), list(["Nothing is known [1].", "It rains [9]."])), [1, 0]);
});

test("a key tells what is the same and what is not", () => {
  const keyed = (texts) => ["ul", {}, ...texts.map(([key, text]) => ["li", { key }, text])];
  const now = keyed([
    ["b", "something else"],
    ["c", "one"],
    ["a", "one two"],
  ]);
  assert.deepEqual(
    from(
      keyed([
        ["a", "one"],
        ["b", "two"],
      ]),
      now,
    ),
    [1, -1, 0],
  );
});

test("a key that has come, gone or changed makes another element of almost the same words", () => {
  const item = (attributes, text) => ["ul", {}, ["li", attributes, text]];
  for (const [before, after] of [
    [{ key: "a" }, { key: "b" }],
    [{ key: "a" }, {}],
    [{}, { key: "a" }],
  ]) {
    assert.deepEqual(from(item(before, "one two"), item(after, "one two.")), [-1]);
  }
});

test("a paragraph of which half is left is the one it was", () => {
  for (const [before, after, isSame] of [
    ["The ferry is aground.", "The ferry is afloat by now.", true],
    ["The ferry is aground.", "Since noon: The ferry is aground.", true],
    ["aaaabbbb", "aaaacccc", true],
    ["aaaabbbbb", "aaaaccccc", false],
    ["aaaa", "aaaabbbbb", false],
    // Word by word, of whatever order.
    ["one two three four", "x four three two one y", true],
    ["one two three four", "x two one y", true],
    ["one two three four", "x two y z", false],
    ["one two three four", "x one one y", false],
    ["one two", "x two one a b c d e y", false],
    ["one two", "x two one a b c d y", true],
    ["水位は上昇", "昇上は位水", true],
  ]) {
    assert.deepEqual(from(list([before, "z"]), list([after, "z"])), [isSame ? 0 : -1, 1], after);
  }
});

test("a heading never becomes a paragraph", () => {
  const before = list(["The ferry is aground.", "z"]);
  assert.deepEqual(from(before, ["div", {}, ["h4", {}, "The ferry is afloat."], p("z")]), [-1, 1]);
});

test("what is alone of its class is what it was, whatever it says", () => {
  const headed = (text) => ["div", {}, ["h2.title", {}, text], p("z")];
  assert.deepEqual(from(headed("Rain"), headed("Snow")), [0, 1]);
  const plain = (text) => ["div", {}, ["h2", {}, text], p("z")];
  assert.deepEqual(from(plain("Rain"), plain("Snow")), [-1, 1]);
  const titles = (...texts) => list(texts, (text) => ["h2.title", {}, text]);
  assert.deepEqual(from(titles("Rain", "Wind"), titles("Snow", "Wind")), [-1, 1]);
  const figures = (src) => ["div", {}, ["img.photo", { src }], p("z")];
  assert.deepEqual(from(figures("a.png"), figures("b.png")), [-1, 1], "another picture has its own luck");
});

test("pictures are known again by their files", () => {
  const pictures = (...files) => list(files, (src) => ["figure", {}, ["img", { src }]]);
  assert.deepEqual(from(pictures("a", "b"), pictures("b", "a")), [1, 0]);
});

test("what was written anew is looked for among the next twenty, up to what follows it", () => {
  const gone = (count) => Array.from({ length: count }, (_, n) => `${n}`.repeat(30));
  const [old, now] = ["The ferry is aground.", "The ferry is afloat."];
  assert.deepEqual(from(list([...gone(19), old]), list([now])), [19]);
  assert.deepEqual(from(list([...gone(20), old]), list([now])), [-1]);
  assert.deepEqual(from(list(["a", "b", old]), list(["a", now, "b"])), [0, -1, 1]);
  // Behind what it follows, and the first that is near.
  assert.deepEqual(from(list([old, "a"]), list(["a", now])), [1, -1]);
  const other = ["A cat sits there.", "A cat sits here."];
  assert.deepEqual(from(list([other[0], old]), list([now, other[1]])), [1, -1]);
  assert.deepEqual(from(list([old, "The ferry is away."]), list([now])), [0]);
});

test("nothing becomes two", () => {
  const [old, now, later] = ["The ferry is aground.", "The ferry is afloat.", "The ferry is away."];
  const before = list(["a", "q", "r", "s", "t", old, "c"]);
  assert.deepEqual(from(before, list([now, "c", "a", later])), [5, 6, 0, -1]);
  assert.deepEqual(from(list(["a", old, "c"]), list([now, "c", "a", old])), [-1, 2, 0, 1]);
});

test("only the letters that are others are written", () => {
  for (const [before, after, changes] of [
    ["The ferry is aground.", "The ferry is not aground.", [[13, 0, "not "]]],
    ["aba", "ababa", [[3, 0, "ba"]]],
    ["ababa", "aba", [[3, 2, ""]]],
    ["same", "same", []],
  ]) {
    const { live } = change(p(before), p(after));
    assert.deepEqual([live.textContent, live.childNodes[0].changes], [after, changes]);
  }
});

test("an attribute is written when the story changes it, and is the page's till then", () => {
  const { live } = change(
    p("a", { id: "old", open: "", title: "gone", lang: "en" }),
    p("a", { id: "new", open: "", lang: "en", dir: "rtl" }),
    (live) => live.removeAttribute("open"),
  );
  const attributes = Object.fromEntries(live.attributes.map(({ name, value }) => [name, value]));
  assert.deepEqual(attributes, { id: "new", lang: "en", dir: "rtl" });
});

test("words that a translator has put there stay until the story changes them", () => {
  const { live, olds, news } = change(list(["a", "b"]), list(["a", "b", "c"]), (live) => {
    live.childNodes[0].childNodes[0].data = "ä";
  });
  assert.deepEqual(news.slice(0, 2), olds);
  assert.equal(live.textContent, "äbc");
});

test("what others have put between is passed over, and what they have taken is drawn anew", () => {
  const before = list(["same", "same", "last"]);
  const between = (live) => live.insertBefore(create("hr"), live.childNodes[1]);
  const { live, olds, news } = change(before, list(["same", "same", "last", "new"]), between);
  assert.deepEqual(news.slice(0, 3), olds);
  assert.equal(live.textContent, "samesamelastnew");
  const taken = (live) => live.childNodes[1].remove();
  const left = change(list(["a", "b", "c"]), list(["a", "b", "c", "d"]), taken);
  assert.deepEqual(
    left.news.map((node) => left.olds.indexOf(node)),
    [0, -1, 2, -1],
  );
  assert.equal(left.live.textContent, "abcd");
  const replaced = (live) => {
    live.insertBefore(create("hr"), live.childNodes[1]);
    live.childNodes[2].remove();
  };
  assert.equal(change(list(["a", "b"]), list(["a", "b", "c"]), replaced).live.textContent, "abc");
  const alike = (live) => {
    const copy = create("h4");
    copy.appendChild(document.createTextNode("b"));
    live.insertBefore(copy, live.childNodes[1]);
  };
  const beside = change(list(["a", "b"]), list(["a", "b", "c"]), alike);
  assert.deepEqual(beside.news.slice(0, 2), beside.olds);
});

test("as little as can be is moved, and never what has the focus", () => {
  const [before, after] = [list(["a", "b", "c", "d"]), list(["d", "a", "b", "c"])];
  const moved = (focused) => {
    const { olds } = change(before, after, (live, olds) => {
      live.getRootNode().activeElement = olds[focused];
    });
    return olds.map((node) => node.inserted);
  };
  assert.deepEqual(moved(-1), [0, 0, 0, 1]);
  assert.deepEqual(moved(0), [0, 0, 0, 1]);
  assert.deepEqual(moved(3), [1, 1, 1, 0]);
});

test("what stands is moved without being taken out, where the browser can", () => {
  const moved = [];
  const { olds, news } = change(list(["a", "b", "c"]), list(["c", "new", "a", "b"]), (live) => {
    live.moveBefore = (node, next) => {
      moved.push(node);
      live.insertBefore(node, next);
    };
  });
  assert.deepEqual(moved, [olds[2]]);
  assert.deepEqual(
    news.map((node) => node.textContent),
    ["c", "new", "a", "b"],
  );
});

test("another element is drawn anew", () => {
  const { live, now } = change(["div", {}, "a"], ["section", {}, "a"]);
  assert.notEqual(now, live);
  assert.equal(now.nodeName, "SECTION");
});

test("no picture is kept but those that stand", () => {
  const picture = (src) => ["div", {}, ["picture", {}, ["source", {}], ["img", { src }]], p("z")];
  elements.length = 0;
  const { live } = change(picture("a.png"), picture("b.png"));
  const kept = elements.filter(({ parentNode }) => parentNode?.nodeName === "PICTURE");
  assert.equal(kept.length, 2);
  assert.ok(kept.every((node) => live.contains(node)));
});
