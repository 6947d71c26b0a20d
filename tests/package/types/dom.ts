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
class Mine extends StoryCardElement {}
void [found, Mine];
