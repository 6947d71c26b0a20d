// @ts-check
// Requests for stories: one for each URL however many cards want it, and those first that
// the reader is nearest to. Six at once wait for their words; the rest of a story comes while
// others are asked for. It is read by `runtime/loading.js`, here only the first words.

import { readWords } from "./first-words.js";
import { tellAsking } from "./turns.js";

// What a browser lets through to one host over HTTP/1.1.
const AT_ONCE = 6;

/**
 * @typedef {{ distance: () => number, greet: (story: Story) => void }} User a card
 * @typedef {import("./first-words.js").Story} Story
 * @typedef {AbortController & Record<string, any>} Job
 * @typedef {Job & { begun: Promise<unknown>, response: Promise<Response> }} Begun
 * @typedef {{ job: Begun, leave: () => void }} Request a part in a job
 */

// Not a `Map`: some pages have put a poor one in its place.
/** @type {Record<string, Job>} */
const jobs = Object.create(null);
/** @type {Job[]} */
let queue = [];
let running = 0;
// Whether the distances are those of where the reader is.
let isMeasured = false;

// Gives `{ job, leave }`. What one card has got is there for the next one, as long as any
// card shows it. Its `user` says how far off it is, and is told the first words.
/** @type {(url: URL, isFresh: unknown, user: User) => Request} */
export const ask = ({ href, origin }, isFresh, user) => {
  let job = jobs[href];
  if (!job || (isFresh && job.isDone)) {
    const { signal } = (job = new AbortController());
    // Never a cookie: another origin gets none by "same-origin" either, whatever it
    // redirects to, and that is what a preload link of the page asks with.
    const credentials = origin === location.origin ? "omit" : "same-origin";
    job.users = new Set();
    job.url = href;
    job.begun = new Promise((go) => {
      job.go = go;
    });
    job.response = job.begun
      .then(() =>
        fetch(href, {
          // The browser asks whether what it has is still good, and hides the 304.
          cache: isFresh ? "no-cache" : "default",
          credentials,
          referrerPolicy: "no-referrer",
          signal,
        }),
      )
      .then((/** @type {Response} */ response) => peek(job, response));
    job.response.then(() => rest(job), () => rest(job));
    // The answer is there, or is not wanted any more.
    job.end = (/** @type {boolean} */ isGood) => {
      if (!isGood && jobs[href] === job) delete jobs[href];
      job.isDone = true;
      rest(job);
    };
    jobs[href] = job;
    queue.push(job);
    isMeasured = false;
    // Cards that come into view together are compared.
    Promise.resolve().then(serve);
  }
  job.users.add(user);
  if (job.words) user.greet(job.words);
  const leave = () => {
    job.users.delete(user);
    if (job.users.size) return;
    job.abort();
    job.end();
  };
  return /** @type {any} */ ({ job, leave });
};

// Has the words told; `loading.js` reads on from there.
/** @type {(job: Job, response: Response) => Promise<Response>} */
const peek = async (job, response) => {
  if (!response.ok || !response.body) return response;
  const tell = (/** @type {Story} */ story) => {
    job.words = story;
    for (const user of job.users) user.greet(story);
  };
  // A body that breaks off is an answer all the same; whoever reads on finds it broken.
  job.read = await readWords(response.body, tell).catch((error) => ({
    reader: { read: () => Promise.reject(error) },
  }));
  return response;
};

// The words are there, or there are none: now those of others.
/** @type {(job: Job) => void} */
const rest = (job) => {
  if (job.isRunning) running--;
  job.isRunning = false;
  serve();
};

const scrolled = () => {
  isMeasured = false;
};

// Measured again where the reader has scrolled: each time the browser has to lay out the page,
// even to say where that is.
const measure = () => {
  if (isMeasured) return;
  isMeasured = true;
  addEventListener("scroll", scrolled, { capture: true, once: true, passive: true });
  for (const job of queue) job.distance = Math.min(...[...job.users].map((user) => user.distance()));
  queue.sort((one, other) => one.distance - other.distance);
};

const serve = () => {
  queue = queue.filter((job) => job.users.size);
  if (queue.length > AT_ONCE) measure();
  while (running < AT_ONCE && queue.length) {
    const job = /** @type {Job} */ (queue.shift());
    job.isRunning = true;
    running++;
    job.go();
  }
  tellAsking(queue.length > 0);
};
