// Where a JSON pointer leads in a text.
import assert from "node:assert/strict";
import test from "node:test";
import { lineOf, locate, offsetOf } from "../../pages/playground/locate.js";

const at = (text, pointer) => {
  const stretch = locate(text, [pointer]).get(pointer);
  return stretch && text.slice(stretch.value, stretch.to);
};

test("a pointer leads to its value", () => {
  const text = '{ "a": 1, "b": { "c": [true, "x, ]", { "d": null }] }, "e/f~g": "\\"h\\"" }';
  for (const [pointer, value] of [
    ["/a", "1"],
    ["/b/c/0", "true"],
    ["/b/c/1", '"x, ]"'],
    ["/b/c/2/d", "null"],
    ["/b/c/2", '{ "d": null }'],
    ["/e~1f~0g", '"\\"h\\""'],
    ["", text],
  ]) {
    assert.equal(at(text, pointer), value, pointer);
  }
});

test("a member begins at its key", () => {
  const text = '{"a": {"b": 2}, "c": [3]}';
  const found = locate(text, ["/a/b", "/c/0", "/c"]);
  const whole = (pointer) => text.slice(found.get(pointer).from, found.get(pointer).to);
  assert.deepEqual(["/a/b", "/c/0", "/c"].map(whole), ['"b": 2', "3", '"c": [3]']);
});

test("what is missing is where it should be", () => {
  const text = '{"a": [{"b": 1}]}';
  assert.equal(at(text, "/a/0/headline"), '{"b": 1}');
  assert.equal(at(text, "/a/7/x"), '[{"b": 1}]');
  assert.equal(at(text, "/z"), text);
});

test("of a key that is there twice the last one counts", () => {
  assert.equal(at('{"a": 1, "a": 2}', "/a"), "2");
  assert.equal(at('{"\\u0061": 1}', "/a"), "1");
});

test("a broken text gives what stands before the fault", () => {
  assert.equal(at('{"a": 1, "b": [2, {"c": 3', "/b/1/c"), "3");
  assert.equal(at('{"a": "never ends', "/a"), '"never ends');
  for (const text of ["", "]", "}}}", ",,,", ":", '"', "{{{{", '{"a"}', "\\", "[[", "nul", '{"a":,"b":1}']) {
    assert.doesNotThrow(() => locate(text, ["/a", "/0", ""]), text);
  }
});

test("no depth and no length is too much", () => {
  const deep = "[".repeat(200_000);
  assert.equal(locate(deep, ["/0/0"]).get("/0/0").value, 2);
  const long = `{"a": "${"x".repeat(3_000_000)}", "b": 1}`;
  assert.equal(at(long, "/b"), "1");
});

test("names of the language are names like any other", () => {
  assert.equal(at('{"__proto__": {"constructor": 1}}', "/__proto__/constructor"), "1");
});

test("lines and columns count from one, in characters", () => {
  const text = 'ab\n"😀😀x"\n';
  assert.equal(offsetOf(text, 1, 1), 0);
  assert.equal(text.slice(offsetOf(text, 2, 4)), 'x"\n');
  assert.equal(offsetOf(text, 9, 1), text.length);
  assert.equal(offsetOf(text, 2, 99), text.length - 1);
  assert.deepEqual(
    [0, 2, 3, text.length].map((offset) => lineOf(text, offset)),
    [1, 1, 2, 3],
  );
});
