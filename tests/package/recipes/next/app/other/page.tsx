import { Story } from "../story";

export const dynamic = "force-dynamic";

export default function Page() {
  return <Story src="/stories/42.json" />;
}

