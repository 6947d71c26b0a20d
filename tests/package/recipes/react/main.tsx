import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { Story } from "./Story.tsx";

createRoot(document.querySelector("#app")!).render(
  <StrictMode>
    <Story src="/story.json" />
  </StrictMode>,
);
