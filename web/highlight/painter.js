/**
 * Painter: paints spans of an article with the CSS Custom Highlight API (https://drafts.csswg.org/css-highlight-api-1/),
 * which leaves the page's DOM as it is. The registry's names are shared by all painters of the page; each adds and takes
 * away its own ranges only, and a name goes when its last range has gone.
 *
 * @typedef {import("../schema.js").BlockSpan} BlockSpan
 * @typedef {import("../page/page-article.js").PageArticle} PageArticle
 * @typedef {import("./palette.js").StyleName} StyleName
 */

import { PALETTE, registryName } from "./palette.js";

const PRIORITY = Object.fromEntries(Object.keys(PALETTE).map((style, index) => [style, index]));

export class Painter {
  #page;
  /** What this painter has painted. @type {Map<StyleName, Range[]>} */
  #painted = new Map();

  static get supported() {
    return typeof Highlight === "function" && "highlights" in CSS;
  }

  /** @param {PageArticle} page */
  constructor(page) {
    this.#page = page;
  }

  /**
   * Paints exactly these spans in that style, instead of those before.
   *
   * @param {StyleName} style
   * @param {readonly BlockSpan[]} spans
   */
  paint(style, spans) {
    this.clear(style);
    const ranges = spans.flatMap((span) => this.#page.map.ranges(span));
    if (ranges.length === 0) return;
    const name = registryName(style);
    let highlight = CSS.highlights.get(name);
    if (!highlight) {
      highlight = new Highlight();
      highlight.priority = PRIORITY[style];
      CSS.highlights.set(name, highlight);
    }
    for (const range of ranges) highlight.add(range);
    this.#painted.set(style, ranges);
  }

  /** @param {StyleName} style */
  clear(style) {
    const ranges = this.#painted.get(style);
    if (!ranges) return;
    const name = registryName(style);
    const highlight = CSS.highlights.get(name);
    for (const range of ranges) highlight?.delete(range);
    if (highlight?.size === 0) CSS.highlights.delete(name);
    this.#painted.delete(style);
  }

  clearAll() {
    for (const style of [...this.#painted.keys()]) this.clear(style);
  }
}
