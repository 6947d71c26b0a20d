import assert from "node:assert/strict";

// A window of 600 pixels, a page that scrolls, and in it a card with lines.
export const page = (tops, { top = 0, bottom = 2000, side = [] } = {}) => {
  const heard = {};
  const body = {};
  const root = { activeElement: null };
  const scroller = (more) => ({
    scrollTop: 0,
    scrollBy({ top, behavior }) {
      assert.equal(behavior, "instant");
      this.scrollTop = Math.min(this.scrollTop + top, this.most ?? 9000);
      this.calls = (this.calls ?? 0) + 1;
    },
    ...more,
  });
  const scrolling = scroller();
  const style = new Map();
  const box = (at, more) => ({
    at,
    isConnected: true,
    checkVisibility: () => true,
    contains(other) {
      return other === this || other?.inside === this;
    },
    getRootNode: () => root,
    getBoundingClientRect() {
      const top = this.at - scrolling.scrollTop - (this.column?.scrollTop ?? 0);
      return {
        top,
        bottom: top + 20,
        height: 20,
        left: this.column ? 600 : 0,
        right: this.column ? 900 : 500,
      };
    },
    ...more,
  });
  const column = scroller({ contains: (line) => line.column === column });
  const lines = [...tops.map((at) => box(at)), ...side.map((at) => box(at, { column }))];
  const parts = { ".header": box(0) };
  const face = {
    ...box(top),
    top,
    bottom,
    style: {
      setProperty: (name, value) => style.set(name, value),
      removeProperty: (name) => style.delete(name),
    },
    getBoundingClientRect() {
      const at = scrolling.scrollTop;
      return { top: this.top - at, bottom: this.bottom - at, left: 0, right: 900 };
    },
    contains: (node) => node === column || lines.includes(node) || lines.includes(node?.inside),
    querySelector: (name) => parts[name],
    querySelectorAll: (name) => (name === ".stays" ? (side.length ? [column] : []) : lines),
    focus: () => {
      root.activeElement = face;
    },
  };
  let observed;
  let isWatched = false;
  Object.assign(globalThis, {
    innerHeight: 600,
    document: { scrollingElement: scrolling, body, activeElement: body },
    getSelection: () => ({ rangeCount: 0 }),
    addEventListener: (name, call) => {
      heard[name] = call;
    },
    removeEventListener: (name, call) => heard[name] === call && delete heard[name],
    ResizeObserver: class {
      constructor(call) {
        observed = call;
      }
      observe() {
        isWatched = true;
      }
      unobserve() {}
      disconnect() {
        isWatched = false;
      }
    },
    requestAnimationFrame: (call) => call(),
    cancelAnimationFrame() {},
  });
  let height = 0;
  const laidOut = () => isWatched && observed([{ target: face, contentRect: { height: ++height } }]);
  return { face, lines, parts, root, scrolling, column, style, heard, laidOut, isWatched: () => isWatched };
};
