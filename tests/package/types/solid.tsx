/** @jsxImportSource solid-js */
import type {} from "story-card/solid";
export const App = () => <story-card src="a" heading-level={2} on:story-card-load={(e) => e.detail.headline} prop:story={null} />;
