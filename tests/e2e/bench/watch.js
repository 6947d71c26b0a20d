// @ts-check
// Runs before anything of the page: notes when the first words and the whole are painted,
// what shifted, and where the wasm's memory is.
if (location.protocol.startsWith("http")) {
  /** @type {{ shift: number, memory?: WebAssembly.Memory, done?: Promise<object> }} */
  const bench = { shift: 0 };
  Object.defineProperty(window, "bench", { value: bench });
  new PerformanceObserver((list) => {
    for (const entry of /** @type {any[]} */ (list.getEntries())) if (!entry.hadRecentInput) bench.shift += entry.value;
  }).observe({ type: "layout-shift", buffered: true });
  WebAssembly.Instance = new Proxy(WebAssembly.Instance, {
    construct(Instance, /** @type {[WebAssembly.Module]} */ given) {
      const made = new Instance(...given);
      bench.memory = Object.values(made.exports).find((thing) => thing instanceof WebAssembly.Memory);
      return made;
    },
  });

  /** @type {() => Promise<number>} */
  const painted = () =>
    new Promise((tell) => {
      const channel = new MessageChannel();
      channel.port1.onmessage = () => tell(performance.now());
      channel.port2.postMessage(0);
    });
  /** @type {(el?: Element | null) => boolean | null | undefined} */
  const hasWords = (el) => el && el.textContent.trim() !== "" && el.getBoundingClientRect().height > 0;
  const CARDS = "story-card, lit-card";
  /** @type {(index: number) => Element | null | undefined} */
  const leadAt = (index) => {
    const card = document.querySelectorAll(CARDS)[index];
    return card ? card.shadowRoot?.querySelector("[part~=lead], .lead") : document.querySelectorAll(".lead")[index];
  };
  const isWhole = () => {
    if (document.readyState === "loading") return false;
    const cards = /** @type {any[]} */ ([...document.querySelectorAll(CARDS)]);
    return cards.length ? cards.every((card) => card.state === "ready") : document.querySelector(".lead");
  };

  bench.done = new Promise((tell) => {
    /** @type {Record<string, number | undefined>} */
    const figures = {};
    let isHidden = false;
    // How many leads in a row have words: each is asked until it has, and no more.
    let count = 0;
    const look = async () => {
      const before = count;
      while (hasWords(leadAt(count))) count += 1;
      const isDone = !isHidden && isWhole();
      if (isDone) isHidden = true;
      if (count > before) {
        painted().then((now) => {
          figures["first words"] ??= now;
          // Those of the card that is last: this one, unless more come.
          figures["last words"] = now;
        });
      }
      if (isDone) {
        figures.whole = await painted();
        // Work that was put off still counts as work.
        await new Promise((next) => setTimeout(next, 400));
        // Of the page's own text too: what has not been painted cannot shift.
        figures["first paint"] = performance.getEntriesByName("first-contentful-paint")[0]?.startTime;
        for (const { name, startTime, responseEnd } of /** @type {any[]} */ (performance.getEntriesByType("resource"))) {
          const file = name.split("/").pop();
          figures[`from ${file}`] = startTime;
          figures[`to ${file}`] = responseEnd;
        }
        figures.shown = /** @type {any[]} */ ([...document.querySelectorAll(CARDS)]).filter((card) => card.state === "ready").length;
        tell(figures);
      } else requestAnimationFrame(look);
    };
    requestAnimationFrame(look);
  });
}
