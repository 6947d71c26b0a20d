// @ts-check
// Registers <story-card>, where there are documents and nobody has done so yet.
// @ts-expect-error: made by the build
import { StoryCardElement } from "./element.js";

// Not in a page that has no elements of HTML, as one sent as plain XML.
const isPage = globalThis.customElements && document.createElement("a").style;
if (isPage && !customElements.get("story-card")) customElements.define("story-card", StoryCardElement);
