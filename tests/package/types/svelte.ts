import type {} from "story-card/svelte";
import type { SvelteHTMLElements } from "svelte/elements";
export const props: SvelteHTMLElements["story-card"] = { src: "a", "onstory-card-load": (event) => { event.detail.headline; } };
