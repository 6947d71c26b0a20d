// @ts-check
// The text of the story: CodeMirror, or a plain field where that does not come.

/**
 * @typedef {import("./problems.js").Finding} Finding
 * @typedef {{ text: () => string, put: (text: string) => void, mark: (findings: Finding[]) => void, select: (from: number, to: number) => void }} Editor
 */

const NAME = "The story’s JSON";

/** @type {(place: HTMLElement, changed: () => void) => Editor} */
const plain = (place, changed) => {
  const field = document.createElement("textarea");
  field.spellcheck = false;
  field.setAttribute("aria-label", NAME);
  field.addEventListener("input", changed);
  place.replaceChildren(field);
  return {
    text: () => field.value,
    put: (text) => {
      field.value = text;
    },
    mark: () => {},
    select: (from, to) => {
      field.focus();
      field.setSelectionRange(from, to);
    },
  };
};

/** Colours come from the page's sheet. */
const COLOURS = {
  "&": { height: "100%", color: "var(--ink)", backgroundColor: "transparent", fontSize: "0.875rem" },
  "&.cm-focused": { outline: "2px solid var(--accent)", outlineOffset: "-2px" },
  ".cm-scroller": { fontFamily: "var(--mono)", lineHeight: "1.6" },
  ".cm-content": { paddingBlock: "0.75rem", caretColor: "var(--ink)" },
  ".cm-cursor": { borderLeftColor: "var(--ink)", borderLeftWidth: "2px" },
  ".cm-gutters": { color: "var(--muted)", backgroundColor: "transparent", border: "0" },
  ".cm-activeLine": { backgroundColor: "var(--line-tint)" },
  ".cm-selectionMatch, .cm-selectionMatch-main": { backgroundColor: "var(--select)" },
  "&.cm-focused > .cm-scroller > .cm-selectionLayer .cm-selectionBackground, .cm-selectionBackground": {
    backgroundColor: "var(--select)",
  },
  ".cm-matchingBracket, &.cm-focused .cm-matchingBracket": {
    backgroundColor: "var(--select)",
    color: "inherit",
  },
  ".cm-tooltip, .cm-panels": {
    color: "var(--ink)",
    backgroundColor: "var(--paper)",
    borderColor: "var(--line)",
  },
  ".cm-foldPlaceholder": {
    color: "var(--ink)",
    backgroundColor: "var(--line-tint)",
    borderColor: "var(--line)",
  },
  ".cm-textfield, .cm-button": { color: "inherit", background: "none", border: "1px solid var(--line)" },
};

/** @type {(cm: any, place: HTMLElement, changed: () => void) => Editor} */
const rich = (cm, place, changed) => {
  const { tags } = cm;
  const style = cm.HighlightStyle.define([
    { tag: tags.propertyName, color: "var(--accent)" },
    { tag: [tags.number, tags.bool, tags.null], color: "var(--figure)" },
    { tag: tags.string, color: "var(--ink)" },
    { tag: [tags.separator, tags.squareBracket, tags.brace], color: "var(--muted)" },
  ]);
  let isOurs = false;
  const extensions = [
    cm.lineNumbers(),
    cm.foldGutter(),
    cm.lintGutter(),
    cm.history(),
    cm.drawSelection(),
    cm.indentOnInput(),
    cm.bracketMatching(),
    cm.highlightActiveLine(),
    cm.highlightSelectionMatches(),
    cm.syntaxHighlighting(style),
    cm.json(),
    cm.keymap.of([
      ...cm.defaultKeymap,
      ...cm.historyKeymap,
      ...cm.foldKeymap,
      ...cm.searchKeymap,
      ...cm.lintKeymap,
      cm.indentWithTab,
    ]),
    cm.EditorView.lineWrapping,
    cm.EditorView.theme(COLOURS),
    cm.EditorView.contentAttributes.of({ "aria-label": NAME, "aria-describedby": "editor-keys" }),
    cm.EditorView.updateListener.of((/** @type {any} */ update) => {
      if (update.docChanged && !isOurs) changed();
    }),
  ];
  place.replaceChildren();
  const view = new cm.EditorView({ parent: place, extensions });
  return {
    text: () => view.state.doc.toString(),
    put: (text) => {
      isOurs = true;
      view.setState(cm.EditorState.create({ doc: text, extensions }));
      isOurs = false;
    },
    mark: (all) => {
      const length = view.state.doc.length;
      const marks = all.slice(0, 200).map(({ from, to, severity, message, code }) => ({
        from: Math.min(from, length),
        to: Math.min(to, length),
        severity,
        message,
        source: code,
      }));
      view.dispatch(cm.setDiagnostics(view.state, marks));
    },
    select: (from, to) => {
      const length = view.state.doc.length;
      const selection = { anchor: Math.min(from, length), head: Math.min(to, length) };
      view.dispatch({ selection, effects: cm.EditorView.scrollIntoView(selection.anchor, { y: "center" }) });
      view.focus();
    },
  };
};

/**
 * @param {HTMLElement} place
 * @param {() => void} changed
 * @returns {Promise<Editor>}
 */
export const openEditor = async (place, changed) => {
  // Made by `cargo xtask`, and not there where trunk runs alone.
  const file = new URL("codemirror.js", import.meta.url).href;
  try {
    return rich(await import(file), place, changed);
  } catch {
    return plain(place, changed);
  }
};
