// @ts-check
// What addresses on a page are read against.

// A page that was opened with a name and a password has them in its base, where `fetch` takes
// no such address and no log should have it.
/** @type {(node: Node) => string} */
export const baseOf = ({ baseURI }) => baseURI.replace(/^(https?:\/\/)[^/?#]*@/, "$1");
