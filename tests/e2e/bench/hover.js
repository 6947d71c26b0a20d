// Says where a marker is, and waits for its note from the moment the pointer comes.
const root = document.querySelector("story-card, lit-card")?.shadowRoot;
const marker = [...(root?.querySelectorAll("[part~=marker], .marker") ?? [])].find((el) => el.checkVisibility());
if (!marker) return null;
marker.scrollIntoView({ block: "center", behavior: "instant" });
await new Promise((next) => requestAnimationFrame(() => setTimeout(next)));
bench.hover = new Promise((tell) => {
  const late = setTimeout(() => tell(null), 5000);
  marker.addEventListener("pointerover", () => {
    const before = performance.now();
    const look = () => {
      if (!root.querySelector("[popover]:popover-open")) return requestAnimationFrame(look);
      clearTimeout(late);
      setTimeout(() => tell(performance.now() - before));
    };
    requestAnimationFrame(look);
  }, { once: true });
});
const box = marker.getClientRects()[0];
return [box.x + box.width / 2, box.y + box.height / 2];
