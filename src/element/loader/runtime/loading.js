// @ts-check
// A story from its address: the request to its last byte, another try where that can help,
// and again while the story is live. It runs beside the app, and the Yew component takes
// this one file along: so it imports nothing.

const MAX_BYTES = 1 << 22;
const MAX_TRIES = 2;
const FIRST_WAIT_MILLIS = 500;
const MIN_REFRESH_SECONDS = 15;
// What may be over when the browser is back online.
const PASSING = ["network", "timeout"];

/**
 * What a request is for: a story that is new here, or the one that is shown.
 * @typedef {"" | "reload" | "refresh" | "retry" | "return" | undefined} Purpose
 * @typedef {{ code?: string, status?: number, after?: string | null, bytes?: Uint8Array, url?: string }} Answer
 * @typedef {{ reader?: ReadableStreamDefaultReader<Uint8Array>, chunks?: Uint8Array[], isForeign?: boolean }} Read
 * @typedef {{ url?: string, answer?: Promise<Answer>, begun?: Promise<unknown>, response: Promise<Response>, read?: Read, words?: { inLanguage?: unknown }, abort(): void, end?(isGood: boolean): void }} Job
 * @typedef {{ job: Job, leave(): void }} Request a part in a job, which others may have too
 * @typedef {{ bytes: Uint8Array, url: string }} Given
 * @typedef {{ bytes: Uint8Array, at: number }} Version a document, and when it came
 */

/**
 * Whoever shows the story. Times of the day are in words, see `Again` in `document.rs`.
 * @typedef {object} Owner
 * @property {(purpose: Purpose) => Request} ask
 * @property {(bytes: Uint8Array, url: string, now?: number, since?: number) => void} arrived
 * @property {(code: string, status: number, since?: number) => void} failed
 * @property {() => void} same the story came again and is the same
 * @property {() => void} back the browser is back online: has to begin anew, for a "return"
 */

export class Loading {
  // Seconds: one deadline over all tries.
  timeout = 15;
  /** @type {Purpose} what was asked for last; another try is for the same */
  purpose;
  #owner;
  #refresh = 0;
  /** @type {Request | undefined} under way, or it has brought what is shown */
  #request;
  #isAnswered = false;
  #run = 0;
  #tries = 0;
  #deadline = 0;
  /** @type {Answer | undefined} what came of the last try */
  #answer;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  #timer;
  /** @type {Version | undefined} */
  #shown;
  /** @type {Version | undefined} until it is known whether it can be shown */
  #arrived;

  /** @param {Owner} owner */
  constructor(owner) {
    this.#owner = owner;
  }

  // Seconds from one answer to the next request, 15 or more; 0 for none.
  /** @param {number} seconds */
  set refresh(seconds) {
    const isOther = seconds !== this.#refresh;
    this.#refresh = seconds;
    if (isOther && this.#isAnswered) this.#wait();
  }

  // Asks for the story.
  /** @param {Purpose} purpose */
  begin(purpose) {
    this.#anew(purpose, this.timeout * 1000);
    this.#read(() => this.#owner.ask(purpose));
  }

  // Follows a request that is under way, or takes a story that is given: that has no
  // address to ask again.
  /** @type {(source: Request | Given, purpose: Purpose, millisLeft: number) => void} */
  follow(source, purpose, millisLeft) {
    this.#anew(purpose, millisLeft);
    if ("bytes" in source) this.#take(source);
    else this.#read(() => source);
  }

  // What has come of it is drawn: "load", "error", or "kept" where an older story stays.
  /** @param {string} outcome */
  settle(outcome) {
    if (outcome === "load" && this.#arrived) this.#shown = this.#arrived;
    if (outcome === "error") this.#shown = undefined;
    this.#arrived = undefined;
    // It may be told late, when another request is under way or nothing is wanted any more.
    if (this.#isAnswered) this.#wait();
  }

  // Whatever is under way or due later is not wanted any more; what is shown stays so.
  cancel() {
    this.#run++;
    this.#isAnswered = false;
    this.#rest();
    this.#request?.leave();
    this.#request = undefined;
  }

  /** @type {(purpose: Purpose, millisLeft: number) => void} */
  #anew(purpose, millisLeft) {
    this.cancel();
    this.purpose = purpose;
    this.#tries = 0;
    this.#answer = undefined;
    this.#deadline = performance.now() + millisLeft;
  }

  /** @param {() => Request} ask */
  async #read(ask) {
    const run = ++this.#run;
    /** @type {Answer} */
    let answer = { code: "network" };
    try {
      this.#request = ask();
      answer = await answerTo(this.#request.job, this.#deadline - performance.now());
    } catch {
      // The page has changed, and the address is none any more.
    }
    if (run === this.#run) this.#take(answer);
  }

  /** @param {Answer} answer */
  #take(answer) {
    const last = whatWentWrong(answer, this.#answer);
    this.#answer = last;
    const isOnce = this.purpose === "refresh" || this.purpose === "return";
    const wait = isOnce ? 0 : patience(last, this.#tries, this.#deadline - performance.now());
    if (wait) {
      this.#tries++;
      this.#timer = setTimeout(this.#retry, wait);
    } else {
      this.#isAnswered = true;
      this.#tell(last, this.purpose ? this.#shown : undefined);
    }
  }

  #retry = () => {
    this.#request?.leave();
    this.#read(() => this.#owner.ask("retry"));
  };

  // The version that is shown may stay; none where another story was asked for.
  /** @type {(answer: Answer, shown: Version | undefined) => void} */
  #tell({ bytes, url = "", code = "network", status = 0 }, shown) {
    const at = Date.now();
    const isKnown = bytes && shown && isSame(bytes, shown.bytes);
    if (bytes && shown && this.purpose === "refresh" && (isKnown || isNoNews(bytes, shown.bytes))) {
      shown.at = at;
      this.#owner.same();
      this.settle("same");
      return;
    }
    const since = shown?.at;
    if (!bytes) return this.#owner.failed(code, status, since);
    this.#arrived = { bytes, at };
    this.#owner.arrived(bytes, url, shown && !isKnown ? at : undefined, since);
  }

  // A live story is asked for again some time after each answer; one that did not come for
  // the network's sake once when that is back, and not again before somebody asks.
  #wait() {
    this.#rest();
    const { code = "" } = this.#answer ?? {};
    if (this.#refresh >= MIN_REFRESH_SECONDS && this.#request) {
      this.#timer = setTimeout(this.#due, this.#refresh * 1000);
    }
    if (!this.#shown && PASSING.includes(code) && this.purpose !== "return") {
      addEventListener("online", this.#owner.back);
    }
  }

  #rest() {
    clearTimeout(this.#timer);
    document.removeEventListener("visibilitychange", this.#due);
    removeEventListener("online", this.#due);
    removeEventListener("online", this.#owner.back);
  }

  // Nobody reads a hidden page, and offline there is nothing to be had.
  #due = () => {
    if (!document.hidden && navigator.onLine !== false) return this.begin("refresh");
    document.addEventListener("visibilitychange", this.#due);
    addEventListener("online", this.#due);
  };
}

// For a card that has no loader to ask for it: each request is its own.
/** @type {(url: string, arrived: Owner["arrived"], failed: Owner["failed"], same: Owner["same"]) => Loading} */
export const loadingOf = (url, arrived, failed, same) => {
  /** @type {Owner["ask"]} */
  const ask = (purpose) => {
    const controller = new AbortController();
    const abort = () => controller.abort();
    // See `base.js`.
    const asked = new URL(url, document.baseURI.replace(/^(https?:\/\/)[^/?#]*@/, "$1")).href;
    const response = fetch(asked, {
      // The browser asks whether what it has is still good, and hides the 304.
      cache: purpose ? "no-cache" : "default",
      credentials: "omit",
      referrerPolicy: "no-referrer",
      signal: controller.signal,
    });
    return { job: { url: asked, response, abort }, leave: abort };
  };
  const loading = new Loading({ ask, arrived, failed, same, back: () => loading.begin("return") });
  return loading;
};

// `{ bytes, url }`, or `{ code, status, after }` of what went wrong; read once for all
// the cards that want it.
/** @type {(job: Job, millis: number) => Promise<Answer>} */
export const answerTo = (job, millis) => (job.answer ??= read(job, millis));

// One deadline over headers and body: a server that drips a byte a second is as bad as
// one that never answers.
/** @type {(job: Job, millis: number) => Promise<Answer>} */
const read = async (job, millis) => {
  await job.begun;
  let isLate = false;
  const late = setTimeout(() => {
    isLate = true;
    job.abort();
  }, millis);
  /** @type {Answer} */
  let answer;
  try {
    answer = await receive(await job.response, job.url, job.read);
  } catch {
    answer = { code: isLate ? "timeout" : "network" };
  }
  clearTimeout(late);
  if (answer.code) job.abort();
  job.end?.(!answer.code);
  return answer;
};

// Some of it the loader may have read. One that the page has made anew has no address, and
// what stands in for answers on some pages no stream.
/** @type {(response: Response, asked?: string, read?: Read) => Promise<Answer>} */
const receive = async (response, asked, { reader = response.body?.getReader(), chunks = [] } = {}) => {
  if (!response.ok) return { code: "http", status: response.status, after: response.headers.get("retry-after") };
  if (!reader) chunks.push(new Uint8Array(await response.arrayBuffer()));
  let size = chunks.reduce((sum, { length }) => sum + length, 0);
  while (reader && size <= MAX_BYTES) {
    const { done, value } = await reader.read();
    if (done) break;
    size += value.length;
    chunks.push(value);
  }
  if (size > MAX_BYTES) return { code: "too-large" };
  const bytes = new Uint8Array(size);
  for (const chunk of chunks.reverse()) bytes.set(chunk, (size -= chunk.length));
  return { bytes, url: response.url || asked };
};

// How many milliseconds to wait before another try; nothing where that would not help,
// or not in time. The jitter keeps the cards of many readers from coming all at once.
/** @type {(answer: Answer, tries: number, millisLeft: number) => number | undefined} */
export const patience = ({ code, status = 0, after }, tries, millisLeft) => {
  const isOffline = code === "network" && navigator.onLine === false;
  const mayPass = code === "network" || status >= 500 || (status === 429 && after);
  if (!mayPass || isOffline || tries >= MAX_TRIES) return;
  const asked = after ? (Number(after) || (Date.parse(after) - Date.now()) / 1000) * 1000 : 0;
  const wait = Math.max((FIRST_WAIT_MILLIS << tries) * (1 + Math.random()), asked || 0);
  return wait < millisLeft ? wait : undefined;
};

// Time that runs out amid another try says less than what went wrong with the one before.
/** @type {(answer: Answer, before: Answer | undefined) => Answer} */
export const whatWentWrong = (answer, before) =>
  (answer.code === "timeout" && before?.code && before) || answer;

// Keys in one order, without what programs write of the moment at which they wrote the file.
/** @type {(key: string, value: any) => unknown} */
const inOrder = (key, value) => {
  if (/^(_|generated|built|fetched|rendered)/i.test(key)) return undefined;
  if (!value || typeof value !== "object" || Array.isArray(value)) return value;
  return Object.fromEntries(Object.entries(value).sort(([one], [other]) => (one < other ? -1 : 1)));
};

// Whether it is the same story, written otherwise, or an older version: a cache may lag behind.
/** @type {(bytes: Uint8Array, other: Uint8Array) => boolean} */
export const isNoNews = (...both) => {
  try {
    const [now, was] = both.map((bytes) => JSON.parse(new TextDecoder().decode(bytes)));
    const isOlder = now.id && now.id === was.id && Date.parse(now.dateModified) < Date.parse(was.dateModified);
    return isOlder || JSON.stringify(now, inOrder) === JSON.stringify(was, inOrder);
  } catch {
    return false;
  }
};

/** @type {(bytes: Uint8Array, other: Uint8Array) => boolean} */
export const isSame = (bytes, other) =>
  bytes.length === other.length && bytes.every((byte, index) => byte === other[index]);
