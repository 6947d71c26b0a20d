// @ts-check
// What the page shows, as letters of its address, and back. Pure but for the stream that
// compresses. An address may come from anyone: what is in it is looked at before it counts.

/** Chat programs and proxies cut longer addresses. */
const LONGEST = 60_000;
/** No story is longer; a small address must not become a large text. */
const LARGEST = 4 * 1024 * 1024;

/** @param {ReadableStream<Uint8Array<ArrayBuffer>>} stream */
const bytesOf = async (stream) => {
  const reader = stream.getReader();
  const pieces = [];
  let size = 0;
  for (;;) {
    const { done, value } = await reader.read();
    if (done) break;
    size += value.length;
    if (size > LARGEST) {
      await reader.cancel();
      throw new RangeError("too large");
    }
    pieces.push(value);
  }
  return new Uint8Array(await new Blob(pieces).arrayBuffer());
};

/** @type {(bytes: Uint8Array<ArrayBuffer>, through: any) => Promise<Uint8Array>} */
const passed = (bytes, through) => bytesOf(new Blob([bytes]).stream().pipeThrough(through));

/**
 * The letters of a state; none where they would be too many.
 * @param {object} state
 */
export const packed = async (state) => {
  const bytes = await passed(
    new TextEncoder().encode(JSON.stringify(state)),
    new CompressionStream("deflate-raw"),
  );
  let binary = "";
  for (const byte of bytes) binary += String.fromCharCode(byte);
  const letters = btoa(binary).replaceAll("+", "-").replaceAll("/", "_").replaceAll("=", "");
  return letters.length > LONGEST ? "" : letters;
};

/** @type {(value: unknown) => value is Record<string, unknown>} */
const isObject = (value) => typeof value === "object" && value !== null && !Array.isArray(value);

/** Without half a character, of which no address can be made. @type {(text: string) => string} */
const wellFormed = (text) =>
  new TextDecoder("utf-8", { ignoreBOM: true }).decode(new TextEncoder().encode(text));

/** @type {(value: unknown) => Record<string, string>} */
const texts = (value) => {
  const all = isObject(value) ? Object.entries(value) : [];
  return Object.fromEntries(
    all.flatMap(([name, one]) => (typeof one === "string" ? [[name, wellFormed(one)]] : [])).slice(0, 100),
  );
};

/**
 * The state that letters hold; nothing where they hold none.
 * @param {string} letters
 * @returns {Promise<{ texts: Record<string, string>, theme: Record<string, string>, card: Record<string, string> } | undefined>}
 */
export const unpacked = async (letters) => {
  try {
    const binary = atob(letters.replaceAll("-", "+").replaceAll("_", "/"));
    const bytes = Uint8Array.from(binary, (letter) => letter.charCodeAt(0));
    const text = new TextDecoder().decode(await passed(bytes, new DecompressionStream("deflate-raw")));
    const state = JSON.parse(text);
    if (!isObject(state)) return undefined;
    return { texts: texts(state), theme: texts(state.theme), card: texts(state.card) };
  } catch {
    return undefined;
  }
};
