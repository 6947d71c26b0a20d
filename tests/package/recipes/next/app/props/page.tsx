"use client";

import type { Story, StoryCardElement } from "story-card";
import type {} from "story-card/react";
import { useEffect, useRef, useState } from "react";

const STORY: Story = {
  schemaVersion: "story-card/1.0",
  headline: "Given by the page",
  sections: [{ blocks: ["Text."] }],
};

// What React sets as properties once it draws the tag a second time, and a story that is set by hand.
export default function Page() {
  const card = useRef<StoryCardElement>(null);
  const [turn, setTurn] = useState(0);
  useEffect(() => {
    if (card.current) card.current.story = STORY;
    setTurn(1);
  }, []);
  return <story-card ref={card} exclusive={turn === 1} quiet={turn === 0} heading-level={turn === 0 ? 2 : 4} />;
}
