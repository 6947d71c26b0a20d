// What stands in the card before, or instead of, the app.

// An element with this part, which is its class too unless another is given.
export const make = (tag, part, parent, className = part) => {
  const element = document.createElement(tag);
  if (part) element.setAttribute("part", part);
  element.className = className;
  parent.append(element);
  return element;
};

export const showBones = (face) => {
  for (const bone of ["badge", "headline", "", "", ""]) make("div", "", face, `bone ${bone}`);
};

// Badge, headline and lead, in the type and the place they will have.
export const showWords = (face, story) => {
  const words = (name, parent, tag, part, className) => {
    const text = story[name];
    if (typeof text === "string" && text) make(tag, part, parent, className).textContent = plain(text);
  };
  face.lang = story.inLanguage ?? "";
  face.dir = story.dir ?? "auto";
  const isUrgent = story.articleType === "live" || /^\s*breaking\s*$/i.test(story.articleSection);
  const badges = make("div", "", face, "badges");
  words("articleSection", badges, "span", "badge", isUrgent ? "badge urgent" : "badge");
  words("headline", face, "div", "headline");
  words("alternativeHeadline", face, "p", "", "alternative");
  words("description", make("div", "lead", face), "p", "");
};

export const showFailure = (face, onRetry) => {
  const failure = make("div", "error", face);
  failure.role = "alert";
  make("p", "", failure).textContent = "This story cannot be shown here.";
  const retry = make("button", "retry", failure);
  retry.textContent = "Try again";
  retry.onclick = onRetry;
};

// The first paragraph without markers and stars; the app sets it properly a moment later.
const plain = (text) => text.split(/\n\s*\n/, 1)[0].replace(/\s*\[[\d, –-]+\]|\*+|\\/g, "");
