// @ts-check
// The page inside a frame: a card as its address says, and its height for the page around.
// `embed.html` calls it, and has set the scheme. All it hears from outside is a page around it
// that asks for the height again.
(() => {
  /** Each attribute of the tag is a parameter of the address. */
  const ATTRIBUTES = [
    "src",
    "item",
    "theme",
    "loading",
    "open",
    "exclusive",
    "heading-level",
    "timeline",
    "layout",
    "images",
    "since",
    "refresh",
    "timeout",
    "quiet",
    "lang",
  ];
  /** Present or not: in an address people write `exclusive=false` too. */
  const FLAGS = ["exclusive", "quiet"];
  /** Sheets in `static/themes`. */
  const LOOKS = ["broadsheet", "tabloid", "wire", "blog"];
  /** From this height on a note stands beside its marker, and else at the bottom, in less than half. */
  const TALL = 720;
  const SHEET = 0.45;
  const NOTE_EMS = 25;
  const GAP = 16;

  const root = document.documentElement;
  const wish = new URLSearchParams(location.search);

  /**
   * An address of the web, else nothing: no script, no data, no file, no password.
   * @param {string | null} address
   */
  const checked = (address) => {
    try {
      const url = new URL(address ?? "", location.href);
      const isOfTheWeb = /^https?:$/.test(url.protocol) && !url.username && !url.password;
      return address && isOfTheWeb ? url.href : "";
    } catch {
      return "";
    }
  };

  /** @param {string} words */
  const refuse = (words) => {
    const line = document.createElement("p");
    line.className = "refused";
    line.textContent = words;
    document.body.append(line);
    tell();
  };

  const makeCard = () => {
    const card = document.createElement("story-card");
    card.setAttribute("loading", "eager");
    for (const name of ATTRIBUTES) {
      const value = name === "src" ? checked(wish.get(name)) : wish.get(name);
      const isOff = FLAGS.includes(name) && /^(false|0|no)$/.test(value ?? "");
      if (value !== null && !isOff) card.setAttribute(name, value);
    }
    const link = checked(wish.get("link"));
    if (link) {
      const fallback = document.createElement("a");
      fallback.href = link;
      fallback.textContent = "Read the story";
      card.append(fallback);
    }
    return card;
  };

  /** @type {HTMLElement | undefined} */
  let card;
  /** What an open note needs; kept until it closes, or the frame would shrink under it. */
  let kept = 0;
  let last = 0;

  const openNote = () => {
    const note = card?.shadowRoot?.querySelector("[part~=popover]:popover-open");
    return note instanceof HTMLElement ? note : null;
  };

  /** The height at which the note that is open is seen whole, and its marker too. */
  const needOfNote = () => {
    const note = openNote();
    if (!note) return 0;
    const natural = note.scrollHeight + note.offsetHeight - note.clientHeight;
    const wanted = Math.min(natural, NOTE_EMS * Number.parseFloat(getComputedStyle(note).fontSize));
    const box = note.getBoundingClientRect();
    const isWhole = box.top >= 0 && box.bottom <= innerHeight && box.height > wanted - 2;
    const marker = card?.shadowRoot?.querySelector("[part~=marker-active]")?.getBoundingClientRect();
    if (isWhole || !marker) return kept;
    const sheet = wanted / SHEET;
    const below = marker.bottom + scrollY + wanted + GAP;
    if (Math.max(innerHeight, sheet) < TALL) return Math.max(sheet, below);
    const isRoomAbove = marker.top + scrollY > wanted + GAP;
    return Math.max(TALL, isRoomAbove ? 0 : below);
  };

  /** The frame has grown: what the card did to the note for want of room is undone. */
  const release = () => {
    const note = innerHeight < kept || !kept ? null : openNote();
    for (const name of ["max-block-size", "max-inline-size", "translate"]) note?.style.removeProperty(name);
    note?.removeAttribute("data-turned");
  };

  /**
   * The page around hears a number, in four dialects, and nothing of the story.
   * @param {unknown} message
   */
  const send = (message) => parent.postMessage(message, "*");
  const secret = /^#\?secret=([a-zA-Z0-9]{1,64})$/.exec(location.hash)?.[1];

  const tell = () => {
    if (parent === window) return;
    const state = Reflect.get(card ?? {}, "state");
    if (card && state !== "ready" && state !== "error") return;
    kept = Math.max(kept, needOfNote());
    const height = Math.ceil(Math.max(root.getBoundingClientRect().height, kept));
    if (height === last || height < 1) return;
    last = height;
    send({ type: "story-card-height", height });
    send({ sentinel: "amp", type: "embed-size", height });
    send(JSON.stringify({ type: "set-height", value: height, href: location.href.split("#")[0] }));
    if (secret) send({ message: "height", value: height, secret });
  };

  const fit = () => {
    release();
    tell();
  };

  // The card may size a note when that has been open for a while.
  const noteWatch = new ResizeObserver(fit);

  /** @param {Event} event */
  const noteToggled = (event) => {
    if ("newState" in event && event.newState === "closed") kept = 0;
    noteWatch.disconnect();
    const note = openNote();
    if (note) noteWatch.observe(note);
    tell();
  };

  // A link of the story leads out of the frame, into a tab of its own; one to a place in the
  // story stays. WordPress lets no tab open, and follows links to the frame's own host itself.
  /** @param {Event} event */
  const pressed = (event) => {
    const link = event.composedPath().find((el) => el instanceof HTMLAnchorElement);
    if (!(link instanceof HTMLAnchorElement)) return;
    if (link.href.split("#")[0] === location.href.split("#")[0]) return;
    link.target = "_blank";
    if (secret) send({ message: "link", value: link.href, secret });
  };

  /** @param {string} look */
  const dress = async (look) => {
    const answer = await fetch(`static/themes/${look}.css`, { credentials: "omit" });
    if (!answer.ok) return;
    const sheet = new CSSStyleSheet();
    await sheet.replace(await answer.text());
    document.adoptedStyleSheets.push(sheet);
  };

  const look = wish.get("look") ?? "";
  // Without it the card is as it always was.
  if (LOOKS.includes(look)) dress(look).catch(() => {});

  new ResizeObserver(tell).observe(root);
  addEventListener("resize", fit);
  // A script that comes late has missed the height. WordPress asks in words of its own.
  addEventListener("message", ({ source, data }) => {
    if (source !== parent || (data?.type !== "story-card-ready" && data?.message !== "ready")) return;
    last = 0;
    tell();
  });

  if (!checked(wish.get("src"))) {
    refuse(wish.has("src") ? "This address leads to no story." : "No story is named: ?src=");
    return;
  }
  card = makeCard();
  card.addEventListener("story-card-load", (event) => {
    if (event instanceof CustomEvent) document.title = event.detail.headline;
    // Its root is there now, whatever became of an earlier one.
    card?.shadowRoot?.addEventListener("toggle", noteToggled, true);
    tell();
  });
  for (const name of ["error", "toggle", "cite", "update"]) {
    card.addEventListener(`story-card-${name}`, () => requestAnimationFrame(tell));
  }
  document.addEventListener("click", pressed, true);
  document.body.append(card);
})();
