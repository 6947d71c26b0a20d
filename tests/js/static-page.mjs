// As much of a document as `static_dom.js` draws into.

const place = (node) => node.parentNode.childNodes.indexOf(node);

class Part {
  childNodes = [];
  parentNode = null;
  get textContent() {
    return this.childNodes.map((node) => node.textContent).join("");
  }
  getRootNode() {
    return this.parentNode?.getRootNode() ?? this;
  }
  contains(other) {
    return this === other || this.childNodes.some((node) => node.contains(other));
  }
  remove() {
    if (this.parentNode) this.parentNode.childNodes.splice(place(this), 1);
    this.parentNode = null;
  }
  insertBefore(node, next) {
    node.remove();
    this.childNodes.splice(next ? place(next) : this.childNodes.length, 0, node);
    node.parentNode = this;
    node.inserted = (node.inserted ?? 0) + 1;
    return node;
  }
  appendChild(node) {
    return this.insertBefore(node, null);
  }
  get below() {
    return this.childNodes.flatMap((node) => [node, ...node.below]);
  }
  querySelectorAll(selector) {
    if (selector === "[src]") return this.below.filter((node) => node.getAttribute?.("src") != null);
    return this.below.filter((node) => node.parentNode.nodeName === "PICTURE");
  }
  querySelector(selector) {
    return this.querySelectorAll(selector)[0] ?? null;
  }
  isEqualNode(other) {
    const told = (node) =>
      JSON.stringify([node.nodeName, node.data, node.attributes, node.childNodes.map(told)]);
    return told(this) === told(other);
  }
}

class Text extends Part {
  nodeType = 3;
  nodeName = "#text";
  changes = [];
  constructor(data) {
    super();
    this.data = data;
  }
  get textContent() {
    return this.data;
  }
  get length() {
    return this.data.length;
  }
  replaceData(start, count, text) {
    this.changes.push([start, count, text]);
    this.data = this.data.slice(0, start) + text + this.data.slice(start + count);
  }
}

/** All elements there have been. */
export const elements = [];

class Element extends Part {
  nodeType = 1;
  #values = new Map();
  constructor(name) {
    super();
    this.nodeName = name.toUpperCase();
    elements.push(this);
  }
  get attributes() {
    return [...this.#values].map(([name, value]) => ({ name, value }));
  }
  getAttribute(name) {
    return this.#values.get(name) ?? null;
  }
  hasAttribute(name) {
    return this.#values.has(name);
  }
  setAttribute(name, value) {
    this.#values.set(name, value);
  }
  removeAttribute(name) {
    this.#values.delete(name);
  }
  cloneNode() {
    const clone = new Element(this.nodeName);
    for (const { name, value } of this.attributes) clone.setAttribute(name, value);
    return clone;
  }
}

export const create = (name) => new Element(name);
globalThis.document = {
  createElement: create,
  createTextNode: (data) => new Text(data),
  createDocumentFragment: () => new Part(),
};

// A tree as `el.rs` describes it: `[plan, attributes, ...children]`, of which `key` is no attribute.
export const described = (tree) => {
  let letters = "";
  const words = [];
  const say = (text, what) => {
    letters += text;
    words.push((text.length << 3) | what);
  };
  const tell = ([plan, attributes, ...children]) => {
    say(plan, 0);
    for (const [name, value] of Object.entries(attributes)) {
      if (name === "key") say(value, 5);
      else {
        say(name, 2);
        say(value, 3);
      }
    }
    for (const child of children) {
      if (typeof child === "string") say(child, 4);
      else {
        tell(child);
        say("", 1);
      }
    }
  };
  tell(tree);
  return [letters, new Uint32Array(words)];
};
