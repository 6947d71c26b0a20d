// Made by `UPDATE=1 cargo test --test native --features ssr`; do not edit.

import type { HTMLAttributes } from "vue";
import type { Story, StoryCardAttributes, StoryCardElement, StoryCardEventMap } from "./element.js";

declare module "vue" {
  interface GlobalComponents {
    "story-card": new () => {
      $props: HTMLAttributes & Omit<StoryCardAttributes, "lang"> & StoryCardProps;
    };
  }
}

interface StoryCardProps {
  headingLevel?: number;
  story?: Story | string | null;
  "onStoryCardLoad"?: (event: StoryCardEventMap["story-card-load"]) => void;
  "onStoryCardError"?: (event: StoryCardEventMap["story-card-error"]) => void;
  "onStoryCardToggle"?: (event: StoryCardEventMap["story-card-toggle"]) => void;
  "onStoryCardCite"?: (event: StoryCardEventMap["story-card-cite"]) => void;
  "onStoryCardLink"?: (event: StoryCardEventMap["story-card-link"]) => void;
  "onStoryCardUpdate"?: (event: StoryCardEventMap["story-card-update"]) => void;
}
