// Stories that are not in the card's own format: a converter makes native ones of them. It is
// fetched when the first of them comes, or shows in the first bytes of an answer.

const NATIVE = /^\s*story-card\//;
const BEGINS_NATIVE = /^\s*{\s*"schemaVersion"\s*:\s*"\s*story-card\//;

// Code and wasm of the converter, while they come and from then on.
let converter;

// How many native stories a document holds. What is no JSON is not looked into here: the app
// says what it is instead.
const countNative = (bytes) => {
  const decode = (bytes) => new TextDecoder().decode(bytes);
  if (BEGINS_NATIVE.test(decode(bytes.subarray(0, 99)))) return 1;
  try {
    return [JSON.parse(decode(bytes))].flat().filter((story) => NATIVE.test(story?.schemaVersion)).length;
  } catch {
    return 1;
  }
};

// Gives the native text of a document, and what the page is told of it: for a native one the
// document as it is.
export const read = async (bytes, item, url, fetchConverter) => {
  const stories = countNative(bytes);
  if (stories) return { bytes, news: { format: "story-card", stories } };
  const [{ convert }, module] = await fetchConverter();
  return convert(module, bytes, item, url);
};

// What did not come is asked for again by the next story.
export const once = (load) => () =>
  (converter ??= load().catch((error) => {
    converter = undefined;
    throw error;
  }));
