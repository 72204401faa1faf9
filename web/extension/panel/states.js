/**
 * What the side panel says where there is no article's list to show: what is the case, why, and what can be done.
 *
 * @typedef {"absent" | "press" | "never" | "working" | import("./protocol.js").Reason} Showing
 *
 * @typedef {object} Means
 * @property {import("../words.js").Words<"panel">} words
 * @property {string | null} keys  that stand for the toolbar's button
 * @property {() => void} annotate
 */

import { h, svg } from "../../ui/dom.js";

/** Where trying is of use, and what the button then says. */
const BUTTON = /** @type {Partial<Record<Showing, "annotate" | "again">>} */ ({ absent: "annotate", engine: "again", "no-article": "again" });

/** Two quote marks, the sign of the extension. */
const SIGN =
  "M2.5 9.2c0-3 1.3-5 3.7-6l.5 1.1C5.4 5 4.7 6 4.6 7.200h1.900v4.600h-4V9.200Zm6.8 0c0-3 1.3-5 3.7-6l.5 1.100c-1.3.7-2 1.7-2.1 2.900h1.900v4.600h-4V9.200Z";

/** @param {Showing} what @param {Means} means @returns {{ element: HTMLElement, title: string, focus: () => void }} */
export function stateView(what, { words, keys, annotate }) {
  const title = words(what);
  const heading = h("h1", { tabIndex: -1 }, title);
  const name = BUTTON[what];
  const button = name && h("button", { type: "button", class: "primary", onclick: annotate }, words(name));
  const why = what === "working" ? "" : words(/** @type {`${Exclude<Showing, "working">}Why`} */ (`${what}Why`));
  const element = h(
    "section",
    { class: `state ${what}` },
    svg("svg", { viewBox: "0 0 16 16", class: "sign", "aria-hidden": "true" }, svg("path", { d: SIGN })),
    heading,
    why && h("p", {}, why),
    keys && h("p", {}, words("pressKeys", { keys })),
    button,
  );
  return { element, title, focus: () => (button ?? heading).focus() };
}
