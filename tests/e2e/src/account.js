// Tells how each card of the page stands, for the message of a failed test.
const lines = [...document.querySelectorAll("story-card")].map((card) => {
  const root = card.shadowRoot;
  const text = root ? tidy([...root.children].map((child) => child.innerText || "").join(" ")) : "no shadow root";
  return `<story-card${card.id ? ` id=${card.id}` : ""}> is ${card.state}: ${text.slice(0, 400)}`;
});
const events = window.kit ? kit.events.slice(-20).map((event) => `${event.type} ${JSON.stringify(event.detail)}`.slice(0, 300)) : [];
const mishaps = window.kit ? kit.mishaps : [];
return [`page ${location.href}`, ...lines, ...events, ...mishaps].join("\n");
