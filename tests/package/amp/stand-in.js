// Stands in for AMP's own `amp-iframe`, whose code comes from AMP's host alone: it makes the frame
// and takes its messages as that does (ampproject/amphtml, amp-iframe.js and iframe-helper.js).

/** Below it AMP heeds no wish. */
const LEAST = 100;

customElements.define(
  "amp-iframe",
  class extends HTMLElement {
    /** What was heard but not heeded. */
    refused = [];

    connectedCallback() {
      const overflow = this.querySelector("[overflow]");
      const sandbox = this.getAttribute("sandbox") ?? "";
      if (this.hasAttribute("resizable") && !overflow) throw new Error("AMP wants an overflow element");
      const frame = document.createElement("iframe");
      for (const name of ["title", "frameborder"]) frame.setAttribute(name, this.getAttribute(name) ?? "");
      frame.setAttribute("scrolling", "no");
      frame.setAttribute("sandbox", sandbox);
      frame.src = `${this.getAttribute("src")}#amp=1`;
      Object.assign(this.style, { display: "block", position: "relative", height: `${this.getAttribute("height")}px` });
      Object.assign(frame.style, { position: "absolute", inset: "0", inlineSize: "100%", blockSize: "100%" });
      overflow.hidden = true;
      const { origin } = new URL(frame.src);
      addEventListener("message", ({ data, origin: from, source }) => {
        if (source !== frame.contentWindow || data?.sentinel !== "amp") return;
        // A frame without an origin of its own is known by its window alone.
        const isKnown = from === origin || (from === "null" && !/\ballow-same-origin\b/.test(sandbox));
        const height = Number.parseInt(data.height, 10);
        if (!isKnown || data.type !== "embed-size" || !(height >= LEAST)) {
          this.refused.push({ data, from });
          return;
        }
        const grow = () => {
          this.style.height = `${height}px`;
          overflow.hidden = true;
        };
        const { top } = this.getBoundingClientRect();
        // Nothing that is read may move: then the reader has to ask for it.
        if (top > innerHeight) return grow();
        overflow.hidden = false;
        overflow.onclick = grow;
      });
      this.append(frame);
    }
  },
);
