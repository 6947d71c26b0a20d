// @ts-check
// Stories that are not in the card's own format: a converter makes native ones of them.

// A document that begins like this is not looked into twice.
const BEGINS_NATIVE = /^\s*{[^{]{0,99}"story-card\//;

// Gives the native text of a document, and what the page is told of it: for a native one the
// document as it is, and how many stories are in it. What is no JSON is as good: the app says
// what it is instead.
/**
 * @typedef {{ bytes: Uint8Array, news: { format: string, stories: number } }} Read
 * @typedef {(module: unknown, bytes: Uint8Array, item: string | undefined, url: string) => Read} Convert
 * @type {(bytes: Uint8Array, item: string | undefined, url: string, fetchConverter: () => Promise<[Convert, unknown]>) => Promise<Read>}
 */
export const read = async (bytes, item, url, fetchConverter) => {
  let stories = 1;
  try {
    // Files saved as UTF-16 turn up: the zero byte beside the first letter gives them away.
    const zero = bytes.indexOf(0);
    const decoder = new TextDecoder(`utf-${zero < 0 ? 8 : zero % 2 ? "16le" : "16be"}`);
    /** @param {number} [end] */
    const text = (end) => decoder.decode(bytes.subarray(0, end));
    if (!BEGINS_NATIVE.test(text(512))) {
      stories = [JSON.parse(text())].flat().filter((story) => /^\s*story-card\//.test(story?.schemaVersion)).length;
    }
  } catch {}
  if (stories) return { bytes, news: { format: "story-card", stories } };
  const [convert, module] = await fetchConverter();
  return convert(module, bytes, item, url);
};
