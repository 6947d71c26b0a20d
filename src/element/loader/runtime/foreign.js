// Stories that are not in the card's own format: a converter makes native ones of them.

// A document that begins like this is not looked into twice.
const BEGINS_NATIVE = /^\s*{[^{]{0,99}"story-card\//;

// JSON is UTF-8, yet files saved as UTF-16 turn up: the zero byte beside the first ASCII letter
// gives them away.
const encodingOf = (bytes) => {
  const zero = bytes.subarray(0, 4).indexOf(0);
  return zero < 0 ? "utf-8" : zero % 2 ? "utf-16le" : "utf-16be";
};

// Gives the native text of a document, and what the page is told of it: for a native one the
// document as it is, and how many stories are in it. What is no JSON is as good: the app says
// what it is instead.
export const read = async (bytes, item, url, fetchConverter) => {
  let stories = 1;
  try {
    const text = (end) => new TextDecoder(encodingOf(bytes)).decode(bytes.subarray(0, end));
    if (!BEGINS_NATIVE.test(text(512))) {
      stories = [JSON.parse(text())].flat().filter((story) => /^\s*story-card\//.test(story?.schemaVersion)).length;
    }
  } catch {}
  if (stories) return { bytes, news: { format: "story-card", stories } };
  const [convert, module] = await fetchConverter();
  return convert(module, bytes, item, url);
};
