// Made by `UPDATE=1 cargo test --test native --features ssr`; do not edit.

import type { JSX } from "solid-js";
import type { Story, StoryCardAttributes, StoryCardElement, StoryCardEventMap } from "./element.js";

declare module "solid-js" {
  namespace JSX {
    interface IntrinsicElements {
      "story-card": JSX.HTMLAttributes<StoryCardElement> & Omit<StoryCardAttributes, "lang"> & StoryCardProps;
    }
  }
}

interface StoryCardProps {
  "prop:story"?: Story | string | null;
  "on:story-card-load"?: (event: StoryCardEventMap["story-card-load"]) => void;
  "on:story-card-error"?: (event: StoryCardEventMap["story-card-error"]) => void;
  "on:story-card-toggle"?: (event: StoryCardEventMap["story-card-toggle"]) => void;
  "on:story-card-cite"?: (event: StoryCardEventMap["story-card-cite"]) => void;
  "on:story-card-link"?: (event: StoryCardEventMap["story-card-link"]) => void;
  "on:story-card-update"?: (event: StoryCardEventMap["story-card-update"]) => void;
}
