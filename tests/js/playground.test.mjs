// What the playground is made of, where no page is needed.
import assert from "node:assert/strict";
import test from "node:test";
import { checked } from "../../pages/playground/address.js";
import { findings, summary } from "../../pages/playground/problems.js";
import { WAYS } from "../../pages/playground/snippets.js";
import { packed, unpacked } from "../../pages/playground/state.js";
import { colours, isValue, properties, ruleOf } from "../../pages/playground/theme.js";

test("a state comes back from its letters", async () => {
  const state = {
    text: '{"headline": "Fähre 😀"}',
    theme: { "--story-card-ink": "#111" },
    card: { open: "all" },
    more: 1,
  };
  const letters = await packed(state);
  assert.match(letters, /^[\w-]+$/);
  const back = await unpacked(letters);
  assert.deepEqual(back, { texts: { text: state.text }, theme: state.theme, card: state.card });
});

test("letters that hold no state hold nothing", async () => {
  const noise = ["", "%", "story-card:x", "AAAA", "a".repeat(9999), await packed([1]), await packed(null)];
  for (const letters of noise) assert.equal(await unpacked(letters), undefined, letters.slice(0, 20));
  // A few letters that would become ten megabytes.
  const bomb = await packed({ text: "x".repeat(10_000_000) });
  assert.ok(bomb.length > 1000);
  assert.equal(await unpacked(bomb), undefined);
});

test("half a character in a state is none of an address", async () => {
  const back = await unpacked(await packed({ where: "https://x.example/\ud800", text: "\ufeff😀" }));
  assert.deepEqual(back.texts, { where: "https://x.example/\ufffd", text: "\ufeff😀" });
});

test("a state too large for an address has no letters", async () => {
  const text = Array.from({ length: 60_000 }, (_, n) => Math.sin(n)).join();
  assert.equal(await packed({ text }), "");
});

test("only an address of the web is one", () => {
  const base = "https://paper.example/a/";
  assert.equal(checked("b.json", base), "https://paper.example/a/b.json");
  assert.equal(checked(" http://x.example/s ", base), "http://x.example/s");
  for (const bad of [
    "javascript:alert(1)",
    "data:,x",
    "file:///etc/passwd",
    "https://u:p@x.example/",
    "http://[",
    "",
    null,
  ]) {
    assert.equal(checked(bad, base), "", String(bad));
  }
});

test("problems are listed by line, and an error where its message says", () => {
  const text = '{\n  "b": 1,\n  "a": [\n    2\n  ]\n}';
  const said = [
    { code: "one", path: "/a/0", message: "m" },
    { code: "two", path: "/b", message: "n" },
  ];
  const all = findings(text, said, "warning");
  assert.deepEqual(
    all.map(({ code, line }) => [code, line]),
    [
      ["two", 2],
      ["one", 4],
    ],
  );
  const [error] = findings(
    "{\n x }",
    [{ code: "not-json", message: "not JSON at line 2 column 2: expected" }],
    "error",
  );
  assert.deepEqual([error.line, error.value], [2, 3]);
  assert.deepEqual([[], all, [error]].map(summary), ["No problems", "2 problems", "Not a story yet"]);
});

test("a value stays in its rule and asks nobody", () => {
  for (const good of [
    "#fff",
    "light-dark(#fff, #000)",
    '"Noto Serif", serif',
    "clamp(1em, 4cqi, 2em)",
    "calc((1em + 2px) * 2)",
    `"O'Neil (Sans)", 'a "b"', serif`,
    "3px solid",
  ]) {
    assert.ok(isValue(good), good);
  }
  for (const bad of [
    "red; } body {",
    "url(https://x.example)",
    "URL (x)".replace(" ", ""),
    "a\\62",
    "/*",
    "1em */ alert(1)",
    "clamp(1em, 2em",
    "1em)",
    '"Noto',
    "O'Neil",
    '"Noto\nSans"',
    "([1)]",
    "</style>",
    " ",
    "x".repeat(201),
  ]) {
    assert.ok(!isValue(bad), bad);
  }
  assert.equal(
    ruleOf({ "--story-card-ink": " #111 ", "--story-card-paper": "}", other: "1" }),
    "story-card {\n  --story-card-ink: #111;\n}",
  );
  assert.equal(ruleOf({}), "");
});

test("colours of a sheet are read", () => {
  assert.deepEqual(colours("light-dark(#fff, #012345)"), { light: "#ffffff", dark: "#012345" });
  assert.deepEqual(colours("#abc"), { light: "#aabbcc", dark: "#aabbcc" });
  assert.equal(colours("rebeccapurple").light, undefined);
  assert.deepEqual(properties("a { --story-card-ink: #111;\n --story-card-rule: 3px\n solid; }"), {
    "--story-card-ink": "#111",
    "--story-card-rule": "3px\n solid",
  });
});

test("what people write stays in its place in the code", () => {
  const evil = `"><script>alert(1)</script>--> ] ' {x}`;
  const wish = {
    base: "https://cdn.example/",
    src: `https://x.example/?a=1&b=${evil}`,
    link: `https://x.example/${evil}`,
    look: "wire",
    css: "story-card { --story-card-ink: #111; }",
    card: { open: "all" },
    headline: evil,
    whole: undefined,
  };
  const codes = Object.fromEntries(WAYS.map(({ id, code }) => [id, code(wish)]));
  for (const id of ["tag", "pinned", "iframe", "wordpress"]) {
    assert.ok(!codes[id].includes("<script>alert"), `${id}: ${codes[id]}`);
  }
  // JSON in a comment that ends once, and strings of JavaScript.
  const [head, comment] = codes.oembed.split("<!--");
  assert.equal(comment.match(/-->/g).length, 1, codes.oembed);
  assert.ok(!head.includes("<script>"), codes.oembed);
  assert.ok(codes.react.includes(`src={${JSON.stringify(wish.src)}}`), codes.react);
  const [shortcode] = codes.wordpress.split("\n");
  assert.match(shortcode, /^\[story_card src="[^"[\]]+" link="[^"[\]]+" look="wire" open="all"\]$/);
});

test("an address in a shortcode is encoded once", () => {
  const { code } = WAYS.find(({ id }) => id === "wordpress");
  const table = [
    [
      "https://x.example/?url=https%3A%2F%2Fy.example%2F42&a=%25",
      "https://x.example/?url=https%3A%2F%2Fy.example%2F42&a=%25",
    ],
    ["https://x.example/Fähre 😀", "https://x.example/F%C3%A4hre%20%F0%9F%98%80"],
    ['https://x.example/["]{a}', "https://x.example/%5B%22%5D%7Ba%7D"],
  ];
  for (const [src, written] of table) {
    const wish = { base: "", src, link: "", look: "", css: "", card: {}, headline: "", whole: undefined };
    assert.equal(code(wish).split("\n")[0], `[story_card src="${written}"]`);
  }
});
