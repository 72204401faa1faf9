/**
 * The style sheet with the rules of `::highlight(newsgloss-…)`, adopted by a document or shadow root while any painter
 * needs it. A constructed sheet: it needs no `style-src` of the page's Content-Security-Policy.
 *
 * @typedef {import("./contrast.js").Colours} Colours
 */

import { highlightRules } from "./palette.js";

/** @type {WeakMap<Document | ShadowRoot, { sheet: CSSStyleSheet, users: number }>} */
const adopted = new WeakMap();

export class HighlightSheet {
  #scope;

  /** @param {Document | ShadowRoot} scope  of the painted text @param {Colours} colours */
  constructor(scope, colours) {
    this.#scope = scope;
    const document = scope.ownerDocument ?? /** @type {Document} */ (scope);
    const view = /** @type {Window & typeof globalThis} */ (document.defaultView);
    const entry = adopted.get(scope) ?? { sheet: new view.CSSStyleSheet(), users: 0 };
    if (entry.users === 0) {
      adopted.set(scope, entry);
      scope.adoptedStyleSheets = [...scope.adoptedStyleSheets, entry.sheet];
    }
    entry.users += 1;
    this.setColours(colours);
  }

  /** Holds for all articles of the document: they stand on the same page. @param {Colours} colours */
  setColours(colours) {
    adopted.get(this.#scope)?.sheet.replaceSync(highlightRules(colours));
  }

  remove() {
    const entry = adopted.get(this.#scope);
    if (!entry) return;
    entry.users -= 1;
    if (entry.users > 0) return;
    adopted.delete(this.#scope);
    this.#scope.adoptedStyleSheets = this.#scope.adoptedStyleSheets.filter((sheet) => sheet !== entry.sheet);
  }
}
