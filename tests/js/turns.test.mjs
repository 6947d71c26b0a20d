import assert from "node:assert/strict";
import { mock, test } from "node:test";

globalThis.requestAnimationFrame = (call) => Promise.resolve().then(call);
let pages = 0;

// A page of its own, with a clock that stands still.
const page = async () => {
  mock.timers.reset();
  mock.timers.enable({ apis: ["setTimeout"] });
  const { turn, tellAsking, tellDrawn } = await import(`../../src/element/loader/turns.js?${pages++}`);
  const add = (count, isWanted = () => true) =>
    Array.from({ length: count }, () => {
      const card = { hasBegun: false };
      const begin = () => {
        card.hasBegun = true;
      };
      const promise = turn(card, isWanted);
      if (promise) promise.then(begin);
      else begin();
      return card;
    });
  return { add, tellAsking, tellDrawn };
};

// All that waits for nothing but a promise, before and after these milliseconds.
const pass = async (millis = 0) => {
  await new Promise(setImmediate);
  mock.timers.tick(millis);
  await new Promise(setImmediate);
};
const PAINTED = 100;

const begun = (cards) => cards.filter((card) => card.hasBegun).length;

test("three cards are drawn at once, and others when all stories have been asked for", async () => {
  const { add, tellAsking } = await page();
  tellAsking(true);
  const cards = add(4);
  await pass(1999);
  assert.equal(begun(cards), 3);
  tellAsking(false);
  await pass();
  assert.equal(begun(cards), 4);
});

test("twelve others are drawn at a time, when all that began before stand and are painted", async () => {
  const { add, tellDrawn } = await page();
  const cards = add(3);
  // The first of them waits for nobody.
  cards.push(...add(1));
  await pass();
  assert.equal(begun(cards), 4);
  cards.push(...add(20));
  for (const card of cards.slice(1, 4)) tellDrawn(card);
  await pass(PAINTED);
  assert.equal(begun(cards), 4, "one of the first three does not stand");
  tellDrawn(cards[0]);
  await new Promise(setImmediate);
  assert.equal(begun(cards), 4, "they are not painted");
  await pass(PAINTED);
  assert.equal(begun(cards), 16);
});

test("a story that hangs holds up no card for longer than two seconds", async () => {
  const { add, tellAsking } = await page();
  tellAsking(true);
  const cards = add(4);
  // Two seconds from the first that waits, not from the last.
  await pass(1000);
  cards.push(...add(1));
  await pass(999);
  assert.equal(begun(cards), 3);
  await pass(1);
  assert.equal(begun(cards), 5);
});

test("a card that takes long to stand holds up no other for longer than two seconds", async () => {
  const { add, tellDrawn } = await page();
  const cards = add(3);
  cards.push(...add(1));
  const others = add(12);
  await pass(1999 + PAINTED);
  assert.equal(begun(others), 0);
  await pass(PAINTED);
  await pass(PAINTED);
  assert.equal(begun(others), 12);
  // From here on nobody waits for the four.
  for (const card of others) tellDrawn(card);
  await pass(PAINTED);
  const [last] = add(1);
  await pass();
  assert.equal(last.hasBegun, true);
});

test("each time has two seconds of its own", async () => {
  const { add, tellDrawn } = await page();
  const cards = add(4);
  const others = add(24);
  await pass(1000);
  for (const card of cards) tellDrawn(card);
  await pass(PAINTED);
  assert.equal(begun(others), 12);
  await pass(1500);
  await pass(PAINTED);
  assert.equal(begun(others), 12);
  await pass(400);
  await pass(PAINTED);
  assert.equal(begun(others), 24);
});

test("a card that is not wanted any more is waited for by nobody", async () => {
  const { add, tellDrawn } = await page();
  const cards = add(4);
  const gone = add(12, () => false);
  const last = add(1);
  for (const card of cards) tellDrawn(card);
  await pass(PAINTED);
  await pass(PAINTED);
  assert.equal(begun(gone), 12);
  assert.equal(begun(last), 1);
});
