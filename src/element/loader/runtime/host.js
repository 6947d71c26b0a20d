// @ts-check
// What a card knows of its surroundings: `runtime.js` gives it.

/**
 * @template Card
 * @typedef {object} Host
 * @property {any} app
 * @property {string} [sheet]
 * @property {() => Promise<void>} start
 * @property {() => Promise<unknown>} fetchConverter
 * @property {(bytes: Uint8Array, item: string | undefined, url: string) => Promise<import("./foreign.js").Read>} read
 * @property {(bytes: Uint8Array | undefined) => boolean} isFatal
 * @property {() => void} follow
 * @property {(card: Card, name: string) => void} led
 * @property {(number: number) => void} leave
 */

export {};
