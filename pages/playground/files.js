// @ts-check
// Files that people open, or let go anywhere on the page.

const LARGEST = 4 * 1024 * 1024;

/**
 * @param {HTMLInputElement} input
 * @param {(text: string) => void} take
 * @param {(words: string) => void} refuse
 */
export const watchFiles = (input, take, refuse) => {
  /** @param {File | null | undefined} file */
  const open = async (file) => {
    if (!file) return;
    if (file.size > LARGEST) return refuse("This file is larger than 4 MiB");
    // A folder has no text, and a file may be gone by now.
    const text = await file.text().catch(() => undefined);
    if (text === undefined) refuse("This file cannot be read");
    else take(text);
  };
  input.addEventListener("change", () => {
    open(input.files?.item(0));
    input.value = "";
  });
  addEventListener("dragover", (event) => {
    if (event.dataTransfer?.types.includes("Files")) event.preventDefault();
  });
  // Before the editor, which would put the text where it is let go.
  const letGo = (/** @type {DragEvent} */ event) => {
    const file = event.dataTransfer?.files.item(0);
    if (!file) return;
    event.preventDefault();
    event.stopPropagation();
    open(file);
  };
  addEventListener("drop", letGo, true);
};
