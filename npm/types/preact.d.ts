// Made by `UPDATE=1 cargo test --test native --features ssr`; do not edit.

import type { HTMLAttributes } from "preact";
import type { Story, StoryCardAttributes, StoryCardElement, StoryCardEventMap } from "./element.js";

declare module "preact" {
  namespace JSX {
    interface IntrinsicElements {
      "story-card": HTMLAttributes<StoryCardElement> & Omit<StoryCardAttributes, "lang"> & StoryCardProps;
    }
  }
}

interface StoryCardProps {
  headingLevel?: number;
  story?: Story | string | null;
  "onstory-card-load"?: (event: StoryCardEventMap["story-card-load"]) => void;
  "onstory-card-error"?: (event: StoryCardEventMap["story-card-error"]) => void;
  "onstory-card-toggle"?: (event: StoryCardEventMap["story-card-toggle"]) => void;
  "onstory-card-cite"?: (event: StoryCardEventMap["story-card-cite"]) => void;
  "onstory-card-link"?: (event: StoryCardEventMap["story-card-link"]) => void;
  "onstory-card-update"?: (event: StoryCardEventMap["story-card-update"]) => void;
}
