import type {} from "story-card/vue";
import type { GlobalComponents } from "vue";
type Props = InstanceType<GlobalComponents["story-card"]>["$props"];
export const props: Props = { src: "a", theme: "dark", onStoryCardLoad: (event) => event.detail.headline, class: "x" };
// @ts-expect-error
export const bad: Props = { theme: "blue" };
