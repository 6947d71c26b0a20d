// @ts-check
// First script of every page: writes down what no page should see, and every event of a card.
{
  /** @type {{ mishaps: string[], events: object[] }} */
  const kit = { mishaps: [], events: [] };
  Object.defineProperty(window, "kit", { value: kit });
  /** @type {(kind: string, what: unknown) => unknown} */
  const say = (kind, what) => kit.mishaps.push(`${kind}: ${what}`);

  addEventListener("error", (event) => {
    // Failed images and scripts also arrive here; they are no errors of a script.
    if (event instanceof ErrorEvent) say("uncaught error", `${event.message} (${event.filename}:${event.lineno})`);
  }, true);
  addEventListener("unhandledrejection", (event) => say("unhandled rejection", event.reason));
  document.addEventListener("securitypolicyviolation", (event) =>
    say("policy violation", `${event.violatedDirective} ${event.blockedURI} ${event.sample}`));
  for (const name of ["alert", "confirm", "prompt", "open"]) {
    /** @type {any} */ (window)[name] = (/** @type {unknown} */ text) => { say("dialog", `${name}(${text})`); };
  }

  for (const name of ["load", "error", "toggle", "cite", "link", "update"]) {
    document.addEventListener(`story-card-${name}`, (/** @type {any} */ event) => kit.events.push({
      type: event.type,
      detail: event.detail,
      card: event.target.id || event.target.localName,
      bubbles: event.bubbles,
      composed: event.composed,
      cancelable: event.cancelable,
      state: event.target.state,
    }));
  }
}
