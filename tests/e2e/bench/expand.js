// Opens closed sections one after another; the median of press to paint.
const root = document.querySelector("story-card, lit-card")?.shadowRoot ?? document;
const closed = [...root.querySelectorAll("details:not([open]) > summary")].slice(0, 5);
const times = [];
for (const summary of closed) {
  await new Promise((next) => requestAnimationFrame(() => setTimeout(next)));
  const before = performance.now();
  summary.click();
  await new Promise((next) =>
    requestAnimationFrame(() => {
      const channel = new MessageChannel();
      channel.port1.onmessage = next;
      channel.port2.postMessage(0);
    }),
  );
  times.push(performance.now() - before);
}
times.sort((a, b) => a - b);
return times.length ? times[Math.floor(times.length / 2)] : null;
