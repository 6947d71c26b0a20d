// Brings `el` into view and gives the box of its first line, unless something lies over it.
el.scrollIntoView({ block: "center", inline: "nearest", behavior: "instant" });
await frame();
const box = el.getClientRects()[0];
if (!box) throw new Error(`${el.localName} has no box to point at`);
const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
let top = document.elementFromPoint(x, y);
while (top && top.shadowRoot) {
  const inner = top.shadowRoot.elementFromPoint(x, y);
  if (!inner || inner === top) break;
  top = inner;
}
const reaches = (node) => node && (node === el || reaches(node.assignedSlot || node.parentNode || node.host));
if (!reaches(top)) throw new Error(`${el.localName} at ${x},${y} is covered by ${top && top.outerHTML.slice(0, 200)}`);
return [box.x, box.y, box.width, box.height];
