/**
 * How elements are shown: hidden or not, block or inline. One way asks the browser's layout, the other only mark-up, for
 * documents that are not shown (Node, a detached root).
 *
 * @typedef {object} Presentation
 * @property {(element: Element) => "none" | "invisible" | "inline" | "block"} display  `none`: neither the element nor what
 *   is in it is shown; `invisible`: its own text is not, its children may be
 */

import { BLOCK_ELEMENTS, UNSEEN_CLASSES } from "./markup.js";

/** Hidden by mark-up, whatever the style sheets say. @param {Element} element */
function hiddenByMarkup(element) {
  if (element.hasAttribute("hidden") || element.getAttribute("aria-hidden") === "true") return true;
  const names = element.getAttribute("class");
  if (names && /hid|sr-|screen/.test(names) && names.split(/\s+/).some((name) => UNSEEN_CLASSES.has(name))) return true;
  const parent = element.parentElement;
  return parent?.localName === "details" && !parent.hasAttribute("open") && element.localName !== "summary";
}

/** @type {Presentation} */
export const markupPresentation = {
  display(element) {
    const style = element.getAttribute("style") ?? "";
    if (hiddenByMarkup(element) || /(^|;)\s*display\s*:\s*none/i.test(style)) return "none";
    if (/(^|;)\s*visibility\s*:\s*(hidden|collapse)/i.test(style)) return "invisible";
    return BLOCK_ELEMENTS.has(element.localName) ? "block" : "inline";
  },
};

/**
 * For a saved page whose scripts have not run: what a style attribute hides counts as shown. Used where the page has its
 * story there and nowhere else.
 *
 * @type {Presentation}
 */
export const unscriptedPresentation = {
  display(element) {
    if (hiddenByMarkup(element)) return "none";
    return BLOCK_ELEMENTS.has(element.localName) ? "block" : "inline";
  },
};

/** @type {Presentation} */
export const layoutPresentation = {
  display(element) {
    if (hiddenByMarkup(element)) return "none";
    const style = getComputedStyle(element);
    if (style.display === "none" || style.contentVisibility === "hidden") return "none";
    // Text for screen readers: a pixel in size, or clipped away.
    if (style.position === "absolute" && (parseFloat(style.width) <= 1 || style.clipPath === "inset(50%)")) return "none";
    if (style.visibility !== "visible") return "invisible";
    // A float is a block to the layout, but a drop cap is part of its word.
    if (style.float !== "none" && !BLOCK_ELEMENTS.has(element.localName)) return "inline";
    return style.display.startsWith("inline") || style.display.startsWith("ruby") || style.display === "contents"
      ? "inline"
      : "block";
  },
};

/** The one that fits: layout where the root is in a document that is shown. @param {Element} root @returns {Presentation} */
export function presentationOf(root) {
  return root.isConnected && root.ownerDocument.defaultView && typeof getComputedStyle === "function"
    ? layoutPresentation
    : markupPresentation;
}
