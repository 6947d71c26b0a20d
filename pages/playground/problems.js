// @ts-check
// What a card says of a story, as a list with lines: in the events `story-card-load` and
// `story-card-error`.

import { lineOf, locate, offsetOf } from "./locate.js";

/**
 * @typedef {{ code: string, path?: string, message: string }} Said
 * @typedef {{ code: string, path: string, message: string, severity: "error" | "warning", line: number, value: number, from: number, to: number }} Finding
 */

const PLACE = /at line (\d+) column (\d+)/;

/** A mark across many lines points at nothing: it ends with its first line. */
/** @type {(text: string, from: number, to: number) => number} */
const endOfMark = (text, from, to) => {
  const end = text.indexOf("\n", from);
  return end < 0 ? to : Math.min(to, end);
};

/**
 * Problems that have a path, or an error that names its line.
 * @param {string} text
 * @param {Said[]} said
 * @param {"error" | "warning"} severity
 * @returns {Finding[]}
 */
export const findings = (text, said, severity) => {
  const places = locate(text, said.map(({ path }) => path ?? "").filter(Boolean));
  const all = said.map(({ code, path = "", message }) => {
    const [, line, column] = PLACE.exec(message) ?? [];
    const at = line ? offsetOf(text, Number(line), Number(column)) : 0;
    const { from, value, to } = places.get(path) ?? { from: at, value: at, to: line ? at + 1 : 0 };
    const end = Math.min(text.length, endOfMark(text, value, to));
    return { code, path, message, severity, line: lineOf(text, value), value, from, to: Math.max(end, from) };
  });
  return all.sort((one, other) => one.value - other.value);
};

/**
 * Fills a list; each entry is a button where something is done with a press.
 * @param {HTMLElement} list
 * @param {Finding[]} all
 * @param {((finding: Finding) => void) | undefined} press
 */
export const show = (list, all, press) => {
  list.replaceChildren(
    ...all.map((finding) => {
      const entry = document.createElement("li");
      const row = document.createElement(press ? "button" : "div");
      if (row instanceof HTMLButtonElement) row.type = "button";
      row.className = `problem ${finding.severity}`;
      const pieces = [
        ["line", `Line ${finding.line}`],
        ["path", finding.path],
        ["message", finding.message],
        ["code", finding.code],
      ];
      for (const [name, words] of pieces) {
        const piece = document.createElement("span");
        piece.className = name ?? "";
        piece.textContent = words ?? "";
        row.append(piece, " ");
      }
      if (press) row.addEventListener("click", () => press(finding));
      entry.append(row);
      return entry;
    }),
  );
};

/**
 * What the list says in a few words.
 * @param {Finding[]} all
 */
export const summary = (all) => {
  if (all.some(({ severity }) => severity === "error")) return "Not a story yet";
  if (all.length === 0) return "No problems";
  return all.length === 1 ? "1 problem" : `${all.length} problems`;
};
