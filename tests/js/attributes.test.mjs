import assert from "node:assert/strict";
import { test } from "node:test";

import { ATTRIBUTES, PAINTED, mirror, read, upgrade } from "../../src/element/loader/attributes.js";

// As much of an element as attributes need.
class Tag {
  attributes = new Map();
  getAttribute(name) {
    return this.attributes.get(name) ?? null;
  }
  setAttribute(name, value) {
    this.attributes.set(name, String(value));
  }
  removeAttribute(name) {
    this.attributes.delete(name);
  }
  toggleAttribute(name, isThere) {
    if (isThere) this.attributes.set(name, "");
    else this.attributes.delete(name);
  }
}
const NAMES = mirror(Tag.prototype);

test("a bad value means the default", () => {
  for (const [name, good, bad, value] of [
    ["theme", "dark", "blue", "auto"],
    ["loading", "eager", "", "lazy"],
    ["heading-level", "5", "6", 2],
    ["heading-level", "3", "1", 2],
    ["heading-level", "3", "3x", 2],
    ["heading-level", "3", "2.5", 2],
    ["timeout", "20", "2.9s", 15],
    ["refresh", "15", "14", 0],
    ["refresh", "86400", "86401", 0],
    ["timeout", "3600", "soon", 15],
    ["timeout", "1", "0", 15],
    ["timeout", "3600", "3601", 15],
  ]) {
    const tag = new Tag();
    assert.equal(read(tag, name), value, `${name} absent`);
    tag.setAttribute(name, bad);
    assert.equal(read(tag, name), value, `${name}="${bad}"`);
    tag.setAttribute(name, good);
    assert.equal(String(read(tag, name)), good);
  }
});

test("every attribute but lang has a property in camel case, and the story comes last", () => {
  assert.equal(NAMES.length, Object.keys(ATTRIBUTES).length);
  assert.ok(NAMES.includes("headingLevel") && !NAMES.includes("lang"));
  assert.equal(NAMES.at(-1), "story");
  assert.ok(PAINTED.every((name) => name in ATTRIBUTES));
});

test("a property writes its attribute, and nothing takes it away", () => {
  const tag = new Tag();
  tag.headingLevel = 4;
  assert.equal(tag.getAttribute("heading-level"), "4");
  assert.equal(tag.headingLevel, 4);
  for (const nothing of [null, undefined, false]) {
    tag.src = "a.json";
    tag.src = nothing;
    assert.equal(tag.getAttribute("src"), null, `${nothing}`);
  }
  tag.src = "";
  assert.equal(tag.getAttribute("src"), "");
});

test("a flag takes what is false in JavaScript for no", () => {
  const tag = new Tag();
  for (const [value, isSet] of [
    [true, true],
    ["no", true],
    [1, true],
    ["", false],
    [0, false],
    [null, false],
  ]) {
    tag.exclusive = value;
    assert.equal(tag.exclusive, isSet, JSON.stringify(value));
  }
});

test("a flag that says false is no, as some frameworks write it", () => {
  const tag = new Tag();
  for (const [value, isSet] of [
    ["", true],
    ["exclusive", true],
    ["false", false],
  ]) {
    tag.setAttribute("exclusive", value);
    assert.equal(tag.exclusive, isSet, value);
  }
});

test("what was set before the tag was defined is set again, by the property", () => {
  const tag = new Tag();
  Object.defineProperty(tag, "headingLevel", {
    configurable: true,
    enumerable: true,
    value: 3,
    writable: true,
  });
  upgrade(tag, NAMES);
  assert.ok(!Object.hasOwn(tag, "headingLevel"));
  assert.equal(tag.getAttribute("heading-level"), "3");
});
