// @ts-check
// Takes the place of `fetch` in the one file that holds all JavaScript: what it asks for of
// the card's own is taken only if it is, byte for byte, what was built with it.

/** @type {Record<string, string>} */
const HASHES = {};

/** @type {typeof globalThis.fetch} */
export const fetch = (address, options) => {
  const [path = ""] = String(address).split(/[?#]/);
  const integrity = HASHES[path.slice(path.lastIndexOf("/") + 1)];
  return globalThis.fetch(address, integrity ? { ...options, integrity } : options);
};
