/**
 * On paper nothing opens, and tints are not printed: what the panel lists stands at the page's end instead, who said what and
 * the names. Made when printing begins, and taken away after.
 */

import { h } from "./dom.js";

/**
 * @param {ShadowRoot} parent
 * @param {string} title
 * @param {() => Node[]} build  the list's parts, of the article as it then is; none, and nothing is printed
 * @param {AbortSignal} signal
 */
export function printList(parent, title, build, signal) {
  const view = /** @type {Window} */ (parent.ownerDocument.defaultView);
  /** @type {HTMLElement | null} */
  let list = null;
  const remove = () => {
    list?.remove();
    list = null;
  };
  const begin = () => {
    remove();
    const parts = build();
    if (parts.length === 0) return;
    list = h("section", { class: "print", part: "print", ariaLabel: title }, h("h2", {}, title), ...parts);
    parent.append(list);
  };
  view.addEventListener("beforeprint", begin, { signal });
  view.addEventListener("afterprint", remove, { signal });
}
