import "story-card";
import type {} from "story-card/react";
import { useState } from "react";

export const Story = ({ src }: { src: string }) => {
  const [headline, setHeadline] = useState("…");
  return (
    <>
      <title>{headline}</title>
      <story-card
        src={src}
        loading="eager"
        heading-level={3}
        onstory-card-load={(event) => setHeadline(event.detail.headline)}
        onstory-card-link={(event) => {
          if (event.detail.kind === "related") event.preventDefault();
        }}
      >
        <a href="https://news.example/42">Read the story</a>
      </story-card>
    </>
  );
};
