// @ts-check
// What comes back for a request, to its last byte.

const MAX_BYTES = 1 << 22;

/**
 * @typedef {{ code?: string, status?: number, after?: string | null, bytes?: Uint8Array, url?: string }} Answer
 * @typedef {{ answer?: Promise<Answer>, begun: Promise<unknown>, response: Promise<Response>, abort(): void, end(isGood: boolean): void }} Job
 */

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
    answer = await receive(await job.response);
  } catch {
    answer = { code: isLate ? "timeout" : "network" };
  }
  clearTimeout(late);
  if (answer.code) job.abort();
  job.end(!answer.code);
  return answer;
};

/** @type {(response: Response) => Promise<Answer>} */
const receive = async (response) => {
  if (!response.ok) {
    return { code: "http", status: response.status, after: response.headers.get("retry-after") };
  }
  const chunks = [];
  let size = 0;
  for (const reader = response.body?.getReader(); reader; ) {
    const { done, value } = await reader.read();
    if (done) break;
    size += value.length;
    if (size > MAX_BYTES) return { code: "too-large" };
    chunks.push(value);
  }
  const bytes = new Uint8Array(size);
  for (const chunk of chunks.reverse()) bytes.set(chunk, (size -= chunk.length));
  return { bytes, url: response.url };
};
