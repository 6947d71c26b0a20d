// @ts-check
// An element with this part, which is its class too unless another is given.
/** @type {(tag: string, part: string, parent: Node & ParentNode, className?: string) => HTMLElement} */
export const make = (tag, part, parent, className = part) => {
  const element = document.createElement(tag);
  if (part) element.setAttribute("part", part);
  element.className = className;
  parent.append(element);
  return element;
};
