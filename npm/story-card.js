// Registers <story-card>, where there are documents and nobody has done so yet.
import { StoryCardElement } from "./element.js";

const elements = globalThis.customElements;
if (elements && !elements.get("story-card")) elements.define("story-card", StoryCardElement);
