// Pages that a library changes without loading them anew: to another page, and back.

const FOLLOW = `<script type="module">
  const card = () => document.querySelector("story-card");
  const pause = () => new Promise((done) => setTimeout(done, 50));
  const stands = async (id) => {
    while (card()?.id !== id || card().state !== "ready") await pause();
  };
  // A page that is loaded anew would begin here again, and wait for the first one.
  await stands("one");
  document.querySelector("#next").click();
  await stands("two");
  const before = document.querySelectorAll("story-card").length;
  history.back();
  await stands("one");
  fetch("/told", { method: "POST", body: before === 1 ? card().story.headline : "two cards" });
</script>`;

const page = (id, next, head, attributes) => `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8">
    <title>${id}</title>
    <link rel="icon" href="data:,">
    <script type="module" src="dist/story-card.js"></script>
    ${head}
    ${FOLLOW}
  </head>
  <body${attributes}>
    <a id="next" href="${next}">Next</a>
    <story-card id="${id}" src="story.json" loading="eager"></story-card>
  </body>
</html>
`;

/** The library's script, what it wants on the body, and two pages for it. */
const LIBRARIES = {
  turbo: ["@hotwired/turbo/dist/turbo.es2017-esm.js", '<script type="module" src="library.js"></script>', ""],
  htmx: ["htmx.org/dist/htmx.min.js", '<script src="library.js"></script>', ' hx-boost:inherited="true"'],
};

export const navigations = Object.entries(LIBRARIES).map(([name, [library, head, attributes]]) => ({
  name,
  library,
  pages: {
    "index.html": page("one", "two.html", head, attributes),
    "two.html": page("two", "index.html", head, attributes),
  },
}));
