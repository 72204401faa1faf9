// Documents for tests without a browser.

import { parseHTML } from "linkedom";
import { Extractor } from "../page/extractor.js";
import { PageArticle } from "../page/page-article.js";
import { markupPresentation } from "../page/presentation.js";

/** The element #root of a page around `html`. @param {string} html @param {string} [head] */
export function rootOf(html, head = "") {
  const { document } = parseHTML(`<!doctype html><html lang="en"><head>${head}</head><body><div id="root">${html}</div></body></html>`);
  return /** @type {Element} */ (document.getElementById("root"));
}

/** @param {string} html */
export function blocksOf(html) {
  return Extractor.blocksOf(rootOf(html), markupPresentation).map(({ kind, text }) => [kind, text.text]);
}

/** @param {string} html @param {string} [head] */
export function pageOf(html, head) {
  return PageArticle.read(rootOf(html, head), markupPresentation);
}

/** A small generator of random numbers, so that a failure can be repeated. @param {number} seed */
export function randomFrom(seed) {
  let state = seed;
  return (/** @type {number} */ below) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}
