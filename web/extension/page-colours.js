/**
 * The reader's colours, on a page: custom properties of the root element in a constructed sheet, light or dark as the article is.
 *
 * @typedef {import("./settings.js").Settings} Settings
 */

import { ThemeWatch } from "../ui/theme-watch.js";

/** @param {Element} root  of the article @param {Settings} settings @param {AbortSignal} signal  takes them away */
export function showColours(root, { colours, theme }, signal) {
  if (Object.keys(colours).length === 0) return;
  const { ownerDocument } = root;
  const sheet = new /** @type {Window & typeof globalThis} */ (ownerDocument.defaultView).CSSStyleSheet();
  /** @param {"light" | "dark"} now */
  const set = (now) => {
    const lines = Object.entries(colours).flatMap(([style, { [now]: colour }]) => (colour ? [`--newsgloss-${style}: ${colour} !important;`] : []));
    // Named even where it sets nothing, so that a later version knows it for ours (earlier-version.js).
    sheet.replaceSync(`:root { --newsgloss-colours: own; ${lines.join(" ")} }`);
  };
  set(new ThemeWatch(() => root, theme, (seen) => set(seen.theme), signal).now.theme);
  ownerDocument.adoptedStyleSheets = [...ownerDocument.adoptedStyleSheets, sheet];
  signal.addEventListener(
    "abort",
    () => {
      ownerDocument.adoptedStyleSheets = ownerDocument.adoptedStyleSheets.filter((one) => one !== sheet);
    },
    { once: true },
  );
}
