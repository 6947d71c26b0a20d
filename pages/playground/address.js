// @ts-check
// Addresses that people give.

/**
 * An address of the web, else nothing: no script, no data, no file, no password.
 * @param {string | null | undefined} address
 * @param {string} [base]
 */
export const checked = (address, base = location.href) => {
  if (!address || !URL.canParse(address.trim(), base)) return "";
  const url = new URL(address.trim(), base);
  return /^https?:$/.test(url.protocol) && !url.username && !url.password ? url.href : "";
};

/** No story is larger. */
const LARGEST = 4 * 1024 * 1024;

/**
 * The text at an address. Without credentials, as the card itself asks.
 * @param {string} url
 * @param {AbortSignal} signal
 */
export const textAt = async (url, signal) => {
  const answer = await fetch(url, { credentials: "omit", signal });
  if (!answer.ok) throw new Error(`its host answers ${answer.status}`);
  const length = Number(answer.headers.get("content-length"));
  if (length > LARGEST) throw new Error("it is larger than 4 MiB");
  const text = await answer.text();
  if (text.length > LARGEST) throw new Error("it is larger than 4 MiB");
  return text;
};
