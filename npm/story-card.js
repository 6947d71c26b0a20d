// @ts-check
// Registers <story-card>, where there are documents and nobody has done so yet.
// @ts-expect-error: made by the build
import { StoryCardElement } from "./element.js";

const elements = globalThis.customElements;
if (elements && !elements.get("story-card")) elements.define("story-card", StoryCardElement);
