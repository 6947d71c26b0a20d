// @ts-check
// How a page shows the story: the code for each way. Pure; `docs/embedding.md` says more of each.

/**
 * @typedef {{ base: string, src: string, link: string, look: string, css: string, card: Record<string, string>, headline: string, whole: { version: string, integrity: string } | undefined }} Wish
 */

/** @type {(text: string) => string} */
const attribute = (text) => text.replaceAll("&", "&amp;").replaceAll('"', "&quot;").replaceAll("<", "&lt;");

/** @type {(text: string) => string} */
const words = (text) => text.replaceAll("&", "&amp;").replaceAll("<", "&lt;");

/** @param {Wish} wish */
const tagOf = ({ src, link, card }) => {
  const more = Object.entries(card).map(([name, value]) =>
    value ? ` ${name}="${attribute(value)}"` : ` ${name}`,
  );
  const fallback = link ? `<a href="${attribute(link)}">Read the story</a>` : "";
  return `<story-card src="${attribute(src)}"${more.join("")}>${fallback}</story-card>`;
};

/** @param {Wish} wish */
const styleOf = ({ base, look, css }) => {
  const sheet = look
    ? `<link rel="stylesheet" href="${attribute(`${base}static/themes/${look}.css`)}">\n`
    : "";
  return `${sheet}<style>\nstory-card { display: block; min-height: 40rem }${css ? `\n${css}` : ""}\n</style>`;
};

/** @param {Wish} wish */
const frameOf = ({ base, src, look, link, card, headline }) => {
  const parameters = { src, look, link, ...card };
  const query = Object.entries(parameters)
    .filter(([, value]) => value)
    .map(([name, value]) => `${name}=${encodeURIComponent(value)}`);
  const title = `Story: ${headline || "…"}`;
  return `<iframe src="${attribute(`${base}embed.html?${query.join("&")}`)}" title="${attribute(title)}" style="display: block; inline-size: 100%; block-size: 40rem; border: 0" loading="lazy"></iframe>`;
};

/** @param {Wish} wish */
const pinned = (wish) => {
  const { version, integrity } = wish.whole ?? { version: "0.1.0", integrity: "sha384-…" };
  const file = `${wish.base}cdn/${version}/story-card-whole.js`;
  return [
    `<script type="module" crossorigin="anonymous" integrity="${integrity}" src="${attribute(file)}"></script>`,
    styleOf(wish),
    tagOf(wish),
  ].join("\n");
};

/** @param {Wish} wish */
const oembed = (wish) => {
  const endpoint = `${wish.base}oembed?url=${encodeURIComponent(wish.src)}&format=json`;
  const answer = {
    type: "rich",
    version: "1.0",
    ...(wish.headline ? { title: wish.headline } : {}),
    width: 640,
    height: 640,
    html: frameOf(wish),
  };
  return [
    `<link rel="alternate" type="application/json+oembed" title="${attribute(wish.headline || "Story")}" href="${attribute(endpoint)}">`,
    "",
    "<!-- What the endpoint answers; `story-card serve` has one:",
    JSON.stringify(answer, null, 2).replaceAll("--", "-\\u002d"),
    "-->",
  ].join("\n");
};

/** @type {(text: string) => string} */
const camel = (text) => (/^[a-z-]+$/.test(text) ? text : JSON.stringify(text));

/** @param {Wish} wish */
const react = ({ src, link, card, css, look }) => {
  const more = Object.entries(card).map(
    ([name, value]) => ` ${camel(name)}=${value ? JSON.stringify(value) : "{true}"}`,
  );
  const sheets = look ? [`import "story-card/themes/${look}.css";`] : [];
  const rule = css ? ["", `/* In a sheet of yours:\n${css}\n*/`] : [];
  return [
    'import "story-card";',
    'import type {} from "story-card/react";',
    ...sheets,
    "",
    "export const Story = () => (",
    `  <story-card src={${JSON.stringify(src)}}${more.join("")}>`,
    ...(link ? [`    <a href={${JSON.stringify(link)}}>Read the story</a>`] : []),
    "  </story-card>",
    ");",
    ...rule,
  ].join("\n");
};

/** @param {Wish} wish */
const wordpress = (wish) => {
  // A shortcode's value ends at its quotation mark, and the shortcode at its bracket; WordPress
  // strips the rest of these. What is encoded already stays as it is.
  const value = (/** @type {string} */ text) => text.replace(/[^!-~]|["<>[\]\\^`{}]/gu, encodeURIComponent);
  const more = Object.entries(wish.card).map(
    ([name, text]) => ` ${name.replaceAll("-", "_")}="${value(text || "1")}"`,
  );
  const look = wish.look ? ` look="${wish.look}"` : "";
  const link = wish.link ? ` link="${value(wish.link)}"` : "";
  return [
    `[story_card src="${value(wish.src)}"${link}${look}${more.join("")}]`,
    "",
    "<!-- Without the plugin, in a block “Custom HTML”: -->",
    "<!-- wp:html -->",
    tag(wish),
    "<!-- /wp:html -->",
  ].join("\n");
};

/** @param {Wish} wish */
const tag = (wish) =>
  [
    `<script type="module" src="${attribute(`${wish.base}story-card.js`)}"></script>`,
    styleOf(wish),
    tagOf(wish),
  ].join("\n");

/** @param {Wish} wish */
const frame = (wish) =>
  `${frameOf(wish)}\n<script src="${attribute(`${wish.base}story-card-frame.js`)}"></script>${
    wish.css ? `\n<!-- ${words("The page around cannot style a frame: the theme stays out.")} -->` : ""
  }`;

/** Name, what it is for, and the code. @type {{ id: string, label: string, about: string, code: (wish: Wish) => string }[]} */
export const WAYS = [
  { id: "tag", label: "Tag", about: "For a page that may run a script.", code: tag },
  {
    id: "pinned",
    label: "Pinned",
    about: "One version, and one hash that covers all JavaScript and the wasm.",
    code: pinned,
  },
  {
    id: "iframe",
    label: "iframe",
    about: "For a CMS that strips scripts. The second line makes the frame as high as its story.",
    code: frame,
  },
  {
    id: "oembed",
    label: "oEmbed",
    about: "For the head of the story’s own page: other sites then embed it by its address.",
    code: oembed,
  },
  { id: "react", label: "React", about: "React 19, with the npm package.", code: react },
  {
    id: "wordpress",
    label: "WordPress",
    about: "A shortcode of the plugin, or a block of HTML.",
    code: wordpress,
  },
];
