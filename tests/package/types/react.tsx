import "story-card";
import type {} from "story-card/react";
import type { Story } from "story-card";
import { useRef } from "react";
import type { StoryCardElement } from "story-card";
const story: Story = { schemaVersion: "story-card/1.0", headline: "Rain", _mine: 1, sections: [{ blocks: ["Text.", { type: "quote", text: "x" }] }] };
export const App = () => {
  const card = useRef<StoryCardElement>(null);
  return <story-card ref={card} src="/a.json" theme="dark" heading-level={3} headingLevel={4} exclusive story={story} className="x"
    onstory-card-load={(event) => event.detail.problems.map((problem) => problem.path)}
    onstory-card-link={(event) => { if (event.detail.kind === "related") event.preventDefault(); }}><p>Fallback</p></story-card>;
};
// @ts-expect-error a theme that there is not
export const Bad = () => <story-card theme="blue" />;
