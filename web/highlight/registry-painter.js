/**
 * RegistryPainter: paints ranges with the CSS Custom Highlight API (https://drafts.csswg.org/css-highlight-api-1/), which
 * leaves the page's DOM as it is. The registry's names are shared by all painters of a document; each adds and takes away
 * its own ranges only, and a name goes when its last range has gone.
 *
 * @typedef {import("./palette.js").StyleName} StyleName
 * @typedef {import("../ui/theme-watch.js").Appearance} Appearance
 */

import { HighlightSheet } from "./highlight-sheet.js";
import { PALETTE, registryName } from "./palette.js";

const PRIORITY = Object.fromEntries(Object.keys(PALETTE).map((style, index) => [style, index]));

export class RegistryPainter {
  #view;
  #sheets;
  /** What this painter has painted. @type {Map<StyleName, Range[]>} */
  #painted = new Map();

  /** @param {Window & typeof globalThis} view */
  static supported(view) {
    return typeof view.Highlight === "function" && "highlights" in view.CSS;
  }

  /**
   * @param {Window & typeof globalThis} view
   * @param {readonly (Document | ShadowRoot)[]} scopes  of the text
   * @param {Appearance} appearance
   */
  constructor(view, scopes, { colours }) {
    this.#view = view;
    this.#sheets = scopes.map((scope) => new HighlightSheet(scope, colours));
  }

  /** @param {StyleName} style @param {readonly Range[]} ranges  these, instead of those before */
  paint(style, ranges) {
    this.clear(style);
    if (ranges.length === 0) return;
    const { highlights } = this.#view.CSS;
    const name = registryName(style);
    let highlight = highlights.get(name);
    if (!highlight) {
      highlight = new this.#view.Highlight();
      highlight.priority = PRIORITY[style];
      highlights.set(name, highlight);
    }
    for (const range of ranges) highlight.add(range);
    this.#painted.set(style, [...ranges]);
  }

  /** @param {StyleName} style */
  clear(style) {
    const ranges = this.#painted.get(style);
    if (!ranges) return;
    const { highlights } = this.#view.CSS;
    const name = registryName(style);
    const highlight = highlights.get(name);
    for (const range of ranges) highlight?.delete(range);
    if (highlight?.size === 0) highlights.delete(name);
    this.#painted.delete(style);
  }

  /** @param {Appearance} appearance */
  setAppearance({ colours }) {
    for (const sheet of this.#sheets) sheet.setColours(colours);
  }

  remove() {
    for (const style of [...this.#painted.keys()]) this.clear(style);
    for (const sheet of this.#sheets) sheet.remove();
    this.#sheets = [];
  }
}
