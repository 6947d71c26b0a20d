import assert from "node:assert/strict";
import { test } from "node:test";

import { hold } from "../../src/card/hold.js";
import { page } from "./hold-page.mjs";

// Holds, has something happen, and says that the story is drawn.
const draw = (all, happen) => {
  const held = hold(all.face, false);
  happen();
  held.settle();
  return held;
};

test("what is nearest to the middle of the window keeps its place", (test) => {
  test.mock.timers.enable({ apis: ["setTimeout"] });
  const all = page([10, 300, 550]);
  draw(all, () => {
    all.lines[0].at += 10;
    all.lines[1].at += 80;
    all.lines[2].at += 200;
  });
  assert.equal(all.scrolling.scrollTop, 80);
});

test("where it is gone, the next one does", (test) => {
  test.mock.timers.enable({ apis: ["setTimeout"] });
  const all = page([10, 300, 350]);
  draw(all, () => {
    all.lines[1].isConnected = false;
    all.lines[2].at += 50;
  });
  assert.equal(all.scrolling.scrollTop, 50);
});

test("what has the focus, or whose note is open, goes first", (test) => {
  test.mock.timers.enable({ apis: ["setTimeout"] });
  for (const mark of ["focus", "note"]) {
    const all = page([10, 300]);
    const inside = { inside: all.lines[0], focus() {}, closest: () => null, isConnected: true };
    if (mark === "focus") all.root.activeElement = inside;
    else all.parts["[part~=marker-active]"] = inside;
    draw(all, () => {
      all.lines[0].at += 10;
      all.lines[1].at += 80;
    });
    assert.equal(all.scrolling.scrollTop, 10, mark);
  }
});

test("a card below the middle moves nothing, and one above it what comes after", (test) => {
  test.mock.timers.enable({ apis: ["setTimeout"] });
  const below = page([310], { top: 300 });
  draw(below, () => {
    below.lines[0].at += 80;
  });
  assert.equal(below.scrolling.scrollTop, 0);
  const above = page([10], { top: -500, bottom: 290 });
  draw(above, () => {
    above.lines[0].at += 10;
    above.face.bottom += 100;
  });
  assert.equal(above.scrolling.scrollTop, 100);
});

test("what cannot be seen is not read", (test) => {
  test.mock.timers.enable({ apis: ["setTimeout"] });
  const all = page([-100, 300, 350]);
  // The focus is above the window.
  all.root.activeElement = { inside: all.lines[0], focus() {}, closest: () => null, isConnected: true };
  all.lines[1].checkVisibility = () => false;
  draw(all, () => {
    all.lines[0].at += 10;
    all.lines[1].checkVisibility = () => true;
    all.lines[1].at += 80;
    all.lines[2].at += 50;
  });
  assert.equal(all.scrolling.scrollTop, 50);
});

test("a box of the page that scrolls has a middle of its own", (test) => {
  test.mock.timers.enable({ apis: ["setTimeout"] });
  const all = page([90, 300]);
  const box = {
    nodeType: 1,
    scrollTop: 0,
    contains: () => false,
    getBoundingClientRect: () => ({ top: 0, bottom: 200 }),
  };
  box.scrollBy = ({ top }) => {
    box.scrollTop += top;
    for (const line of all.lines) line.at -= top;
  };
  all.face.parentNode = box;
  globalThis.getComputedStyle = () => ({ overflowY: "scroll" });
  draw(all, () => {
    all.lines[0].at += 10;
    all.lines[1].at += 80;
  });
  assert.deepEqual([box.scrollTop, all.scrolling.scrollTop], [10, 0]);
});

test("a page that is too short to be scrolled so far is scrolled when it has grown", (test) => {
  test.mock.timers.enable({ apis: ["setTimeout"] });
  const all = page([300], { side: [310] });
  all.scrolling.most = 30;
  draw(all, () => {
    all.lines[0].at += 80;
  });
  all.laidOut();
  // By ourselves, and no news.
  all.heard.scroll();
  all.scrolling.most = 9000;
  all.laidOut();
  assert.deepEqual([all.scrolling.scrollTop, all.column.scrollTop], [80, 0]);
});

test("less than a pixel is not made up for", (test) => {
  test.mock.timers.enable({ apis: ["setTimeout"] });
  const all = page([300]);
  draw(all, () => {
    all.lines[0].at += 0.5;
  });
  assert.equal(all.scrolling.calls, undefined);
});

test("a column beside the story scrolls for its own lines, and the page for the others", (test) => {
  test.mock.timers.enable({ apis: ["setTimeout"] });
  const all = page([310], { side: [300] });
  draw(all, () => {
    all.lines[1].at += 40;
  });
  assert.deepEqual([all.column.scrollTop, all.scrolling.scrollTop], [40, 0]);
});

test("what the browser moves before it has laid out is made up for, what the reader moves then is not", (test) => {
  test.mock.timers.enable({ apis: ["setTimeout"] });
  const all = page([300]);
  draw(all, () => {});
  const scroll = (pixels) => {
    all.scrolling.scrollTop += pixels;
    all.heard.scroll();
  };
  scroll(30);
  all.laidOut();
  assert.equal(all.scrolling.scrollTop, 0);
  scroll(30);
  all.lines[0].at += 10;
  all.laidOut();
  assert.equal(all.scrolling.scrollTop, 40);
});

test("it ends by the reader's hand, or in three seconds, and leaves nothing", (test) => {
  test.mock.timers.enable({ apis: ["setTimeout"] });
  for (const end of [
    (all) => all.heard.pointerdown(),
    (all) => all.heard.keydown(),
    () => test.mock.timers.tick(3000),
  ]) {
    const all = page([300]);
    draw(all, () => {});
    test.mock.timers.tick(2999);
    assert.equal(all.style.get("overflow-anchor"), "none");
    assert.equal(all.isWatched(), true);
    end(all);
    assert.deepEqual([all.style.size, Object.keys(all.heard), all.isWatched()], [0, [], false]);
  }
  const all = page([300]);
  draw(all, () => all.heard.keydown());
  assert.equal(all.isWatched(), false, "it was over before the story was drawn");
  // What has ended ends nothing that comes after it.
  draw(all, () => {});
  test.mock.timers.tick(1000);
  all.heard.keydown();
  draw(all, () => {});
  test.mock.timers.tick(2000);
  assert.equal(all.style.get("overflow-anchor"), "none");
});

test("the focus comes back to what had it, or goes on, or stays where it is by now", (test) => {
  test.mock.timers.enable({ apis: ["setTimeout"] });
  const lost = (happen) => {
    const all = page([300]);
    const told = [];
    const link = { inside: all.lines[0], isConnected: true, parentElement: all.face };
    link.focus = (wish) => told.push(wish);
    link.querySelectorAll = () => [];
    link.closest = () => null;
    link.matches = () => false;
    link.taken = (other) => {
      all.root.activeElement = other;
    };
    all.root.activeElement = link;
    draw(all, () => {
      all.root.activeElement = null;
      happen(link);
    });
    return [told, all.root.activeElement === all.face, all.face.tabIndex];
  };
  const wish = { preventScroll: true };
  assert.deepEqual(
    lost(() => {}),
    [[wish], false, undefined],
  );
  const goes = (link) => {
    link.isConnected = false;
  };
  assert.deepEqual(lost(goes), [[wish], true, -1]);
  const within = (link) => {
    link.taken({ inside: link.inside, isConnected: true });
  };
  assert.deepEqual(lost(within), [[], false, undefined]);
  const elsewhere = (link) => {
    goes(link);
    document.activeElement = "an input of the page";
  };
  assert.deepEqual(lost(elsewhere), [[], false, undefined]);
});

test("the focus goes on to what comes next, or to the end of what came before", (test) => {
  test.mock.timers.enable({ apis: ["setTimeout"] });
  for (const [way, expected] of [
    ["nextElementSibling", "one"],
    ["previousElementSibling", "two"],
  ]) {
    // The second is text, which takes the focus once it may.
    const all = page([300]);
    const stop = (name) => {
      const made = {
        name,
        inside: all.lines[0],
        isConnected: true,
        tabIndex: name === "two" ? undefined : 0,
      };
      made.matches = (what) => what === "[data-stop]" && name === "two";
      made.focus = () => {
        if (made.tabIndex !== undefined) all.root.activeElement = made;
      };
      return made;
    };
    const beside = { focus() {}, matches: () => false, querySelectorAll: () => [stop("one"), stop("two")] };
    const link = { inside: all.lines[0], isConnected: true, parentElement: all.face, [way]: beside };
    Object.assign(link, {
      focus() {},
      matches: () => false,
      closest: () => null,
      querySelectorAll: () => [],
    });
    all.root.activeElement = link;
    draw(all, () => {
      link.isConnected = false;
      all.root.activeElement = null;
    });
    assert.equal(all.root.activeElement.name, expected);
  }
});

test("what only waits for the focus holds nothing where the focus is elsewhere", () => {
  const all = page([300]);
  assert.equal(hold(all.face, true), undefined);
  all.root.activeElement = {
    inside: all.lines[0],
    parentElement: null,
    closest: () => null,
    isConnected: true,
  };
  const held = hold(all.face, true);
  all.lines[0].at += 80;
  held.settle();
  held.end();
  assert.equal(all.scrolling.scrollTop, 0, "before the first story nothing is read");
});
