import type {} from "story-card/react";

// The files of a release, which may make the card before React takes the page over.
export default function Page() {
  return (
    <>
      <script type="module" async src="/again/story-card.js" />
      <story-card src="/stories/42.json" loading="eager" />
    </>
  );
}
