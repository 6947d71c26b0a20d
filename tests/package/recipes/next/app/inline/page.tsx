import type { Story } from "story-card";
import story from "../../public/stories/42.json";
import { Inline } from "../inline";

export default function Page() {
  return <Inline story={story as Story} />;
}
