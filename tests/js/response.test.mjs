import assert from "node:assert/strict";
import { test } from "node:test";

import { answerTo } from "../../src/element/loader/runtime/loading.js";

const AMPLE = 10_000;

// A request that has begun, and what became of it.
const jobOf = (response) => {
  const job = new AbortController();
  job.begun = Promise.resolve();
  job.response = Promise.resolve(response);
  job.ends = [];
  job.end = (isGood) => job.ends.push(isGood);
  return job;
};

const streamOf = (...chunks) =>
  new ReadableStream({
    start(controller) {
      for (const chunk of chunks) controller.enqueue(chunk);
      controller.close();
    },
  });

test("chunks are put together in their order", async () => {
  const job = jobOf(new Response(streamOf(Uint8Array.of(1, 2), Uint8Array.of(3), Uint8Array.of(4, 5))));
  const { bytes, code } = await answerTo(job, AMPLE);
  assert.equal(code, undefined);
  assert.deepEqual([...bytes], [1, 2, 3, 4, 5]);
  assert.deepEqual(job.ends, [true]);
});

test("an answer without a body has no bytes", async () => {
  assert.equal((await answerTo(jobOf(new Response(null)), AMPLE)).bytes.length, 0);
});

test("a refusal tells its status, and how long the host wants to be left alone", async () => {
  const job = jobOf(new Response("", { status: 503, headers: { "Retry-After": "7" } }));
  assert.deepEqual(await answerTo(job, AMPLE), { code: "http", status: 503, after: "7" });
  assert.ok(job.signal.aborted);
  assert.deepEqual(job.ends, [false]);
});

test("four megabytes are read, and not one byte more", async () => {
  const most = new Uint8Array(1 << 22);
  assert.equal((await answerTo(jobOf(new Response(most)), AMPLE)).bytes.length, most.length);
  const job = jobOf(new Response(streamOf(most, Uint8Array.of(1))));
  assert.deepEqual(await answerTo(job, AMPLE), { code: "too-large" });
});

test("a request that breaks is the network's, one that is late is a timeout", async () => {
  const broken = jobOf();
  broken.response = Promise.reject(new TypeError("no answer"));
  assert.deepEqual(await answerTo(broken, AMPLE), { code: "network" });
  const late = jobOf();
  late.response = new Promise((_, fail) => late.signal.addEventListener("abort", fail));
  assert.deepEqual(await answerTo(late, 1), { code: "timeout" });
});

test("an answer is read once for all who want it", async () => {
  const job = jobOf(new Response("once"));
  assert.equal(answerTo(job, AMPLE), answerTo(job, AMPLE));
  assert.equal(new TextDecoder().decode((await answerTo(job, AMPLE)).bytes), "once");
});
