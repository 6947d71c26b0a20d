import "story-card";
import { StoryCardElement } from "story-card/element";
const card = document.createElement("story-card");
card.headingLevel = 3;
card.story = { schemaVersion: "story-card/1.0", headline: "x" };
card.addEventListener("story-card-error", (event) => { const code: "network" | string = event.detail.code; void code; });
document.addEventListener("story-card-load", (event) => console.log(event.detail.headline));
const found: StoryCardElement | null = document.querySelector("story-card");
void card.openSection("a").then((there: boolean) => there);
// @ts-expect-error
card.state = "ready";
const level: number = card.headingLevel;
const is: boolean = card.exclusive;
const look: "auto" | "light" | "dark" = card.theme;
card.src = card.theme = card.refresh = null;
card.item = card.open = card.headingLevel = false;
card.since = card.layout = card.timeout = undefined;
card.headingLevel = "3";
card.exclusive = card.quiet = 0;
// @ts-expect-error
card.theme = "blue";
class Mine extends StoryCardElement {}
const version: string | undefined = customElements.get("story-card")?.version;
void customElements.whenDefined("story-card").then((Card) => (new Card().story = null));
void [found, level, is, look, version, Mine];
