// @ts-check
// For the page around frames with a story: gives each the height that it asks for.
// A classic script or a module, as you like. It believes a message only from a frame of this
// page, from the very origin the frame was given, and only a height that can be one.
(() => {
  const LEAST = 40;
  const MOST = 50_000;
  /** A frame that asks without end is heard this often, in milliseconds. */
  const PAUSE = 50;

  /** @type {Map<HTMLIFrameElement, number>} */
  const wanted = new Map();
  let isWaiting = false;

  /** @param {unknown} data */
  const heightIn = (data) => {
    if (typeof data !== "object" || data === null) return 0;
    if (!Object.hasOwn(data, "type") || !Object.hasOwn(data, "height")) return 0;
    const { type, height } = /** @type {{ type: unknown, height: unknown }} */ (data);
    const isHeight =
      type === "story-card-height" && typeof height === "number" && height > 0 && height <= MOST;
    return isHeight ? Math.max(LEAST, Math.ceil(height)) : 0;
  };

  /**
   * The origin from which a frame with a story speaks; nothing for any other frame.
   * @param {HTMLIFrameElement} frame
   */
  const originOf = (frame) => {
    if (!URL.canParse(frame.src)) return "";
    const url = new URL(frame.src);
    if (!url.pathname.endsWith("/embed.html") && !frame.hasAttribute("data-story-card")) return "";
    const isOpaque = frame.hasAttribute("sandbox") && !frame.sandbox.contains("allow-same-origin");
    return isOpaque ? "null" : url.origin;
  };

  /**
   * The frames of a tree, and of the components in it.
   * @param {Document | ShadowRoot} root
   * @returns {HTMLIFrameElement[]}
   */
  const frames = (root = document) => {
    const within = [...root.querySelectorAll("*")].flatMap(({ shadowRoot }) => (shadowRoot ? frames(shadowRoot) : []));
    return [...root.querySelectorAll("iframe"), ...within];
  };

  /** @type {WeakMap<MessageEventSource, WeakRef<HTMLIFrameElement>>} */
  const known = new WeakMap();
  let lookedAt = -PAUSE;

  /**
   * Whose window it is. Components are looked through no more often than a frame is heard: any
   * advertisement can send messages without end.
   * @param {MessageEventSource} source
   */
  const frameOf = (source) => {
    /** @param {HTMLIFrameElement | undefined} one */
    const isIts = (one) => one?.contentWindow === source;
    let frame = known.get(source)?.deref() ?? [...document.querySelectorAll("iframe")].find(isIts);
    if (!isIts(frame) && performance.now() - lookedAt >= PAUSE) {
      lookedAt = performance.now();
      // All at once: the next message may be of another one, and come too soon for a second look.
      for (const one of frames()) if (one.contentWindow) known.set(one.contentWindow, new WeakRef(one));
      frame = known.get(source)?.deref();
    }
    if (!frame || !isIts(frame)) return;
    known.set(source, new WeakRef(frame));
    return frame;
  };

  /**
   * What a frame's own box adds to the room of its document, as far as its height counts it.
   * @param {HTMLIFrameElement} frame
   */
  const around = (frame) => {
    const { boxSizing, paddingTop, paddingBottom } = getComputedStyle(frame);
    if (boxSizing !== "border-box") return 0;
    return frame.offsetHeight - frame.clientHeight + Number.parseFloat(paddingTop) + Number.parseFloat(paddingBottom);
  };

  const apply = () => {
    isWaiting = false;
    for (const [frame, height] of wanted) frame.style.height = `${height + around(frame)}px`;
    wanted.clear();
  };

  addEventListener("message", (event) => {
    const height = heightIn(event.data);
    if (!height || !event.source) return;
    const frame = frameOf(event.source);
    if (!frame || originOf(frame) !== event.origin) return;
    wanted.set(frame, height);
    if (isWaiting) return;
    isWaiting = true;
    setTimeout(apply, PAUSE);
  });

  // Those that stand already have told their height to nobody.
  const ask = () => {
    for (const frame of frames()) {
      if (originOf(frame)) frame.contentWindow?.postMessage({ type: "story-card-ready" }, "*");
    }
  };
  if (document.readyState === "loading") addEventListener("DOMContentLoaded", ask, { once: true });
  else ask();
})();
