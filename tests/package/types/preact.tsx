/** @jsxImportSource preact */
import type {} from "story-card/preact";
export const App = () => <story-card src="a" heading-level={2} onstory-card-load={(e) => e.detail.headline} story={null} />;
